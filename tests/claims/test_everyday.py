"""Sentences as every release and call has them, in a document about 2031-Q2: metric, segment and role of each figure."""

from __future__ import annotations

import pytest

from nlp import find_claims

HEAD = (
    "Wick Retail Group, Inc. -- Second Quarter 2031 Earnings Call, July 30, 2031. The fiscal year ends December 31.\n\n"
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Net income attributable to Wick was $121.0 million, or $1.42 per diluted share.",
            [("net_income", None, "level"), ("eps", None, "level")],
        ),
        (
            "Digital sales grew 18% and represented 34% of total sales.",
            [("revenue", "digital", "change"), ("revenue", "digital", "share")],
        ),
        (
            "Lighting revenue was $2.1 billion, up 4%; tools was $480 million, down 8%.",
            [
                ("revenue", "lighting", "level"),
                ("revenue", "lighting", "change"),
                ("revenue", "tools", "level"),
                ("revenue", "tools", "change"),
            ],
        ),
        (
            "Segment EBITDA for Logistics was $54 million; margin was 9.8%.",
            [("ebitda", "logistics", "level"), ("ebitda_margin", "logistics", "level")],
        ),
        (
            "Turning to Services. Revenue was $55 million, up 3%.",
            [("revenue", "services", "level"), ("revenue", "services", "change")],
        ),
        (
            "Carpets had a strong quarter: revenue of $120 million, up 14%.",
            [("revenue", "carpets", "level"), ("revenue", "carpets", "change")],
        ),
        (
            "Enterprise was flat, consumer was down 6%, and public sector was up 11%.",
            [("revenue", "consumer", "change"), ("revenue", "public sector", "change")],
        ),
        ("We expect garden tools to grow about 10%.", [("revenue", "garden tools", "change")]),
        ("Net charge-offs were 42 basis points.", [("other:net charge-offs", None, "level")]),
        ("We ended the quarter with 1,240 customers spending on line.", [("customers", None, "level")]),
        ("We opened 14 stores, ending with 642.", [("other:new stores", None, "level"), ("stores", None, "level")]),
    ],
)
def test_what_is_told(text: str, told: list[tuple[str, str | None, str]]) -> None:
    assert [(row.metric, row.segment, row.role) for row in find_claims(HEAD + text)] == told
