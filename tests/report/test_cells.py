"""What a notebook shows: small, escaped, and the same facts as the report."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

import pytest

from nlp.records import Analysis, Run
from tests.report.build import an_analysis
from tests.report.hostile import a_hostile_analysis

ANALYSIS = an_analysis()
ROWS = {
    "analysis": ANALYSIS, "finding": ANALYSIS.findings[0], "claim": ANALYSIS.claims[3], "bead": ANALYSIS.beads[0],
    "exchange": ANALYSIS.exchanges[0],
}  # fmt: skip


class _Tags(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += f"{data} "


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("analysis", ["Tarnbrook Pumps · 2023-Q1", "no earlier release given", "A311", "1 error, 1 warning"]),
        ("finding", ["A311", "✗ contradicted, error", "19.2m / 7.7bn = 0.0025", "RMB19.2 billion"]),
        ("claim", ["19,200,000 CNY", "19,199,999.95 … 19,200,000.05", "market_size"]),
        ("bead", ["call.txt-1", "0.9"]),
        ("exchange", ["Ove Lind", "partly (missing: the split)"]),
    ],
)
def test_a_row_draws_itself(name: str, words: list[str]) -> None:
    told = _Tags(ROWS[name]._repr_html_()).text
    for word in words:
        assert word in told, (word, told)


@pytest.mark.parametrize("analysis", [ANALYSIS, a_hostile_analysis(), Analysis(run=Run(version="0", options="0"))])
def test_what_is_drawn_is_small_and_inert(analysis: Analysis) -> None:
    rows: list[Any] = [analysis, *analysis.findings, *analysis.claims, *analysis.beads, *analysis.exchanges]
    for row in rows:
        source = row._repr_html_()
        assert len(source) < 60_000
        assert _Tags(source).tags <= {"div", "p", "strong", "br", "table", "thead", "tbody", "tr", "th", "td"}


def test_a_long_list_says_what_it_shows() -> None:
    assert "showing 20 of 120" in a_hostile_analysis()._repr_html_()


def test_the_plain_form_is_short() -> None:
    assert repr(ANALYSIS) == "<Analysis of call.txt, release.txt: 8 claims, 2 contradicted>"
    assert len(repr(ANALYSIS.documents[0])) < 500
