"""A line headed with a part of the business is about that part, as far as a part has such figures."""

from __future__ import annotations

from nlp import analyze
from nlp.readers import read


def told(text: str) -> list[tuple[str, str | None]]:
    claims = analyze(read(text.encode(), name="release.txt")).claims
    return [(claim.metric, claim.segment) for claim in claims]


def test_english() -> None:
    text = (
        "Velmora plc reports second quarter 2033 results\n\nPumps revenue was £60 million. Valves revenue was £40 million.\n\n"
        "Pumps: revenue was up 7% at £61 million, with operating profit of £5.2 million.\n"
        "Valves: revenue was up 9% at £38 million. Capital expenditure was £3 million.\n"
        "Operating profit of the group was £9 million.\n"
    )
    assert told(text)[2:] == [
        ("revenue", "pumps"),
        ("revenue", "pumps"),
        ("operating_income", "pumps"),
        ("revenue", "valves"),
        ("revenue", "valves"),
        ("capex", None),
        ("operating_income", None),
    ]


def test_chinese() -> None:
    text = (
        "岚桥股份有限公司2033年度业绩公告\n\n水泵业务收入31.2亿元。阀门业务收入16.9亿元。\n\n"
        "水泵业务：实现收入31.2亿元，同比增长11.5%；毛利率18.6%，同比下降2.7个百分点。\n"
    )
    assert told(text)[2:] == [
        ("revenue", "水泵"),
        ("revenue", "水泵"),
        ("gross_margin", "水泵"),
        ("gross_margin", "水泵"),
    ]
