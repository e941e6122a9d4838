"""Rows to JSON and back, and what is said of JSON that is not ours."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings

from nlp.errors import BadInput
from nlp.jsonl import SCHEMA, analysis_from_json, from_plain, read_rows, to_json, to_plain, write_rows
from nlp.records import Amount, Analysis, Bead, Claim, Finding, Sentence, Span, Tag
from tests.builders import a_bead, a_claim, a_finding, a_sentence, a_span, an_amount, an_analysis
from tests.strategies import analyses, rows


@settings(max_examples=30)
@given(analyses())
def test_an_analysis_survives_json(analysis: Analysis) -> None:
    assert analysis_from_json(to_json(analysis)) == analysis


@given(rows(Claim))
def test_a_claim_survives_json_lines(claim: Claim) -> None:
    assert read_rows(Claim, write_rows([claim, claim])) == (claim, claim)


@pytest.mark.parametrize("text", ["half\u2028line", "next\x85line", "tab\x0bfeed\x0c", "line\nend", "\x1c\x1d\x1e"])
def test_line_ends_inside_a_text_do_not_end_the_row(text: str) -> None:
    row = a_sentence(language=text)
    assert read_rows(Sentence, write_rows([row, row])) == (row, row)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        pytest.param("31.70", "31.70", id="trailing-zero-kept"),
        pytest.param("3.1E+3", "3100", id="no-exponent"),
        pytest.param("0.1", "0.1", id="no-float-noise"),
        pytest.param("12345678901234567.89", "12345678901234567.89", id="more-digits-than-a-float-has"),
    ],
)
def test_decimals_travel_as_text(value: str, written: str) -> None:
    plain = to_plain(an_amount(low=value, high=value))
    assert (plain["low"], plain["high"]) == (written, written)
    assert from_plain(Amount, plain).low == Decimal(value)


def test_field_order_is_the_records_own() -> None:
    table = json.loads(to_json(an_analysis(findings=(a_finding(),))))
    assert list(table)[:3] == ["schema", "run", "documents"]
    assert list(table["findings"][0])[:4] == ["code", "verdict", "severity", "message"]
    assert table["schema"] == SCHEMA


def test_numbers_in_rows_written_by_hand_mean_their_digits() -> None:
    plain = to_plain(an_amount("31.7")) | {"low": 31.7, "high": 31.7, "half_step": 1}
    amount = from_plain(Amount, plain)
    assert (amount.value, amount.half_step) == (Decimal("31.7"), Decimal(1))
    assert (
        from_plain(Tag, {"target_id": "s", "kind": "topic", "label": "debt", "score": 1, "by": "lexicon"}).score == 1.0
    )


def test_a_bead_keeps_indexes_and_ids_apart() -> None:
    beads = (a_bead((0, 1), (0,), level="line"), a_bead(("p-1",), ()))
    assert read_rows(Bead, write_rows(beads)) == beads


_CLAIM = to_plain(a_claim())


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        pytest.param(Span, {"document_id": "d", "start": 0, "end": 1, "stop": 2}, "unknown field 'stop'", id="unknown"),
        pytest.param(Span, {"document_id": "d", "start": 0}, "'end'", id="missing"),
        pytest.param(Span, {"document_id": "d", "start": "0", "end": 1}, "field 'start'", id="text-for-int"),
        pytest.param(Span, {"document_id": "d", "start": True, "end": 1}, "field 'start'", id="bool-for-int"),
        pytest.param(Span, ["d", 0, 1], "found list", id="list-for-object"),
        pytest.param(Claim, _CLAIM | {"twins": "c-2"}, "field 'twins': a list", id="text-for-list"),
        pytest.param(Claim, _CLAIM | {"role": "levle"}, "field 'role'", id="not-one-of-the-words"),
        pytest.param(Claim, _CLAIM | {"amount": 31.7}, "Amount: an object", id="number-for-amount"),
        pytest.param(Claim, _CLAIM | {"metric": None}, "field 'metric'", id="null-where-a-text-must-be"),
        pytest.param(Amount, _CLAIM["amount"] | {"low": "a lot"}, "'a lot'", id="not-a-number"),
        pytest.param(Amount, _CLAIM["amount"] | {"low": "NaN"}, "'NaN'", id="nan"),
        pytest.param(Amount, _CLAIM["amount"] | {"half_step": True}, "'True'", id="bool-for-number"),
    ],
)
def test_a_row_that_does_not_fit_names_the_field(kind: type[Any], value: Any, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        from_plain(kind, value)


def test_a_pair_of_the_wrong_length_is_refused() -> None:
    table = json.loads(to_json(an_analysis()))
    table["run"]["inputs"] = [["call.txt", "digest", "more"]]
    with pytest.raises(BadInput, match="a list of 2"):
        analysis_from_json(json.dumps(table))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("", "not JSON", id="empty"),
        pytest.param("營收", "not JSON", id="prose"),
        pytest.param("[" * 100_000, "not JSON", id="deep"),
        pytest.param("9" * 5000, "not JSON", id="number-of-thousands-of-digits"),
        pytest.param("[]", "no 'schema'", id="list"),
        pytest.param('{"run": {}}', "no 'schema'", id="no-schema"),
        pytest.param('{"schema": 99}', "another schema", id="later-schema"),
        pytest.param('{"schema": 1}', "'run'", id="no-run"),
    ],
)
def test_what_is_not_an_analysis_is_refused(text: str, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        analysis_from_json(text)


@pytest.mark.parametrize("bad", ["{", '{"code": 1}', "[" * 100_000])
def test_a_bad_line_is_named_by_its_number(bad: str) -> None:
    with pytest.raises(BadInput, match="^line 3: "):
        read_rows(Finding, write_rows([a_finding()]) + "\n" + bad)


def test_blank_lines_are_no_rows() -> None:
    assert read_rows(Span, "\n \n" + write_rows([a_span()]) + "\n") == (a_span(),)
