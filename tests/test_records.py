"""The rows that travel: frozen, slotted, keyword-only, picklable, and what an amount says of itself."""

from __future__ import annotations

import dataclasses
import inspect
import pickle
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp import records
from nlp.records import Amount, Analysis, Interval
from tests.builders import an_amount, an_analysis
from tests.strategies import amounts, rows

RECORDS: list[type[Any]] = [
    kind for _, kind in inspect.getmembers(records, dataclasses.is_dataclass) if isinstance(kind, type)
]


def test_the_records_are_found() -> None:
    assert {"Amount", "Analysis", "Claim", "Document", "Finding", "Segments"} <= {kind.__name__ for kind in RECORDS}


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_every_record_pickles(kind: type[Any], data: st.DataObject) -> None:
    row = data.draw(rows(kind))
    assert pickle.loads(pickle.dumps(row)) == row


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_every_record_is_frozen_slotted_and_keyword_only(kind: type[Any]) -> None:
    parameters = kind.__dataclass_params__
    assert parameters.frozen
    assert not hasattr(kind, "__dict__") or "__slots__" in vars(kind)
    assert all(field.kw_only for field in dataclasses.fields(kind))


def test_a_row_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        an_amount().unit = "USD"  # type: ignore[misc] # that is the point


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_every_record_is_documented(kind: type[Any]) -> None:
    written = (kind.__doc__ or "").startswith(f"{kind.__name__}(")  # what dataclasses make up
    assert kind.__doc__ and (not written or kind.__name__ == "Sentence")


@pytest.mark.parametrize(
    ("amount", "value"),
    [
        pytest.param(an_amount("31.7"), "31.7", id="one-value"),
        pytest.param(an_amount("0", low="31", high="34"), None, id="range"),
        pytest.param(an_amount("31", high=None), None, id="lower-bound"),
        pytest.param(an_amount("31", low=None), None, id="upper-bound"),
    ],
)
def test_value_is_the_one_value_said(amount: Amount, value: str | None) -> None:
    assert amount.value == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    ("amount", "low", "high"),
    [
        pytest.param(an_amount("31.7"), "31.65", "31.75", id="one-decimal"),
        pytest.param(an_amount("31"), "30.5", "31.5", id="whole"),
        pytest.param(an_amount("0", low="31", high="34", half_step=Decimal("0.5")), "30.5", "34.5", id="range"),
        pytest.param(an_amount("31", high=None), "30.5", None, id="open-above"),
        pytest.param(an_amount("31", low=None), None, "31.5", id="open-below"),
    ],
)
def test_value_interval_adds_the_half_step(amount: Amount, low: str | None, high: str | None) -> None:
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    assert amount.value_interval == Interval(low=ends[0], high=ends[1])


@given(amounts())
def test_the_value_lies_in_its_interval(amount: Amount) -> None:
    interval = amount.value_interval
    assert interval.low is not None and interval.high is not None
    assert amount.low is not None and amount.high is not None
    assert interval.low <= amount.low <= amount.high <= interval.high


def test_an_analysis_turns_into_json_and_back() -> None:
    analysis = an_analysis()
    assert Analysis.from_json(analysis.to_json()) == analysis
