"""What a sentence leaves unsaid and another one, a table or the translation says."""

from __future__ import annotations

import pytest

from nlp import analyze, find_claims, read
from nlp.records import Claim

HEAD = "Marrow Tools Announces Second Quarter 2024 Results\n\nFor the quarter ended June 30, 2024."


def last(*lines: str) -> Claim:
    return find_claims(read("\n\n".join((HEAD, *lines)).encode("utf-8"), name="release.txt"))[-1]


MARGIN = "Operating margin was 14.7% in the second quarter, compared with 9.3% in the first quarter of 2024."
FIXINGS = "Revenue from fixings was $41.27 million, and revenue from blades was $18.03 million."


@pytest.mark.parametrize(
    ("lines", "field", "value"),
    [
        pytest.param((MARGIN, "We like an operating margin of 14.7%, against 9.3%."), "period", "2024-Q1", id="base"),
        pytest.param(
            (MARGIN, "Operating margin was 9.3% in the second quarter of 2023."), "period", "2023-Q2", id="named"
        ),
        pytest.param(
            (FIXINGS, "Revenue from fixings rose 5%.", "Both did well, the one with $41.27 million."),
            "segment", "fixings", id="segment",
        ),
        pytest.param((FIXINGS, "Both did well, the one with $41.27 million."), "segment", None, id="named-only-once"),
        pytest.param(
            ("Inventory was $61.48 million at June 30, 2024.", "The shelves hold $61.48 million."),
            "metric", "inventory", id="metric",
        ),
        pytest.param(
            ("Gross margin was 41% in the quarter.", "Our rent takes 41% of that."),
            "metric", "other:amount", id="two-digits-meet-by-chance",
        ),
    ],
)  # fmt: skip
def test_the_same_figure_elsewhere(lines: tuple[str, ...], field: str, value: str | None) -> None:
    assert getattr(last(*lines), field) == value


@pytest.mark.parametrize(
    ("filed", "said", "period"),
    [
        pytest.param(
            "In the third quarter of 2024 we delivered 208,359 blades.", "We delivered 208,359 blades.", "2024-Q2",
            id="level",
        ),
        pytest.param(
            "Capex of the second quarter of 2022 was $61.48 million.",
            "Capex of $70.12 million compares with $61.48 million.",
            "2023-Q2",
            id="base",
        ),
    ],
)  # fmt: skip
def test_one_sentence_of_another_document_dates_nothing_otherwise(filed: str, said: str, period: str) -> None:
    call = f"Marrow Tools Second Quarter 2024 Earnings Call\n\nAnn Lee: {said}"
    found = analyze(call, releases=[f"{HEAD}\n\n{filed}"])
    own = [row for row in found.claims if row.document_id == found.documents[0].id]
    assert own[-1].period == period


def test_what_the_translation_names() -> None:
    english = "Ann Lee: Stores were 96 at the end of June. Same-store sales rose 3.4%, with Harbour Lane up 6.8%."
    chinese = "李安：6月底门店96家。同店销售增长3.4%，其中港湾里同店销售增长6.8%。"
    found = analyze(english, translation=chinese)
    texts = {d.id: d.text for d in found.documents}
    metrics = {c.metric for c in found.claims if texts[c.document_id][c.start : c.end] == "6.8%"}
    assert metrics == {"same_store_sales"}


def test_what_is_taken_from_the_translation_is_not_what_the_sentence_names() -> None:
    """A field and its own copy agree by their nature: checks of what both languages say look at `named` alone."""
    english, chinese = analyze(
        "Ann Lee: Same-store sales rose 3.4%.", translation="李安：同店销售同比增长3.4%。"
    ).claims
    assert (english.comparator, chinese.comparator) == ("yoy", "yoy")
    assert ("comparator" in english.named, "comparator" in english.filled) == (False, True)
    assert ("comparator" in chinese.named, "comparator" in chinese.filled) == (True, False)
