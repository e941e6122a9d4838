"""What the weights may change of a claim, and what they never do."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from nlp import find_claims
from nlp.claims.weigh.readings import Reading
from nlp.claims.weigh.revise import FIELDS, LEADS, _agreed, _choose, _following, _parted
from nlp.claims.weigh.units import FIELD
from nlp.claims.weigh.weights import load_weights

HEAD = "Zarn Mills, Third Quarter Fiscal 2031 Results Conference Call, November 5, 2031.\n\n"
LEVEL, BASE = find_claims(HEAD + "Revenue was $120 million, compared with $100 million in the third quarter of 2030.")[
    -2:
]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_field_has_weights_and_a_lead(language: str) -> None:
    weights = load_weights(language)
    assert {*FIELDS} == {*LEADS} and {*FIELDS} <= {*weights.own}
    assert weights.table.shape == (weights.rows.size, len(weights.columns))
    assert {"revenue", "other", "gross_margin"} <= {*weights.metrics}


@pytest.mark.parametrize(
    ("scores", "chosen"),
    [([1.0, 3.1], "b"), ([1.0, 2.9], None), ([3.0, 1.0], None)],
    ids=["clearly-likelier", "hardly-likelier", "the-rules-own"],
)
def test_a_reading_must_beat_that_of_the_rules_by_its_lead(scores: list[float], chosen: str | None) -> None:
    readings = [Reading(value="a", classes=(), proposed=True), Reading(value="b", classes=())]
    reading = _choose(scores, readings, 2.0)
    assert (reading.value if reading else None) == chosen


@pytest.mark.parametrize(
    ("level", "base", "agreed"),
    [
        ({"lamps": -0.1, None: -3.1}, {None: -0.6, "lamps": -0.8}, "lamps"),
        ({"lamps": -0.1, None: -2.4}, {None: -0.1, "lamps": -2.4}, None),
        ({"lamps": -0.3, None: -1.4}, {None: -0.4, "lamps": -0.8}, None),
        ({"lamps": -0.01, None: -9.6}, {None: -0.01, "lamps": -4.6}, None),
        ({"lamps": -0.01}, {None: -0.01}, None),
    ],
    ids=["the-likelier-of-both", "as-likely", "hardly-likelier-than-the-rules", "too-dear", "no-reading-of-the-other"],
)
def test_a_level_and_its_base_are_of_one_part(
    level: dict[str | None, float], base: dict[str | None, float], agreed: str | None
) -> None:
    assert _agreed(["lamps", None], None, [level, base], 1.0) == agreed


def test_what_repeats_an_amount_follows_what_all_agree_on() -> None:
    again = replace(LEVEL, id="again", restates=LEVEL.id)
    read = replace(LEVEL, segment="lamps", weighed=("segment",))
    assert [(row.segment, row.weighed) for row in _following((read, again))] == [("lamps", ("segment",))] * 2


def test_readers_that_part_two_figures_are_unsure_of_both() -> None:
    parted = _parted((LEVEL, BASE), (replace(LEVEL, segment="lamps", weighed=("segment",)), BASE))
    assert [row.weighed for row in parted] == [("segment",), ("segment",)]


_PARTS = st.sampled_from(
    [
        "Revenue",
        "Lamps",
        "in Japan",
        "rose",
        "fell",
        "was",
        "5%",
        "$12 million",
        "from",
        "to",
        ",",
        "and",
        "margin",
        "1.2",
    ]
)


@given(st.lists(_PARTS, min_size=3, max_size=24))
@example(["and", "margin", "from", "5%", "Revenue"])
def test_amounts_and_places_are_never_changed(parts: list[str]) -> None:
    """Whatever the words: a claim stays the figure that is printed at its place, and only listed fields are weighed."""
    text = HEAD + " ".join(parts) + "."
    for claim in find_claims(text):
        assert (claim.start, claim.end) == (claim.amount.start, claim.amount.end)
        assert {*claim.weighed} <= {*FIELDS, FIELD, "year"}


def test_a_margin_that_is_named_stays_one() -> None:
    text = "Net loss was $41.6 million against $38.2 million a year ago. Net loss margin has been cut by roughly 12%."
    assert [claim.metric for claim in find_claims(text)] == ["net_income", "net_income", "net_margin"]
