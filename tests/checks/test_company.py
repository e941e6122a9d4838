"""A release against itself: its prose against its lines, its lines against their totals, and what its tables name."""

from __future__ import annotations

import pytest

from nlp import analyze
from nlp.records import Analysis

RELEASE = """Alderbrook Valves AG: third quarter 2027

ZWINGEN, 28 October 2027 - Alderbrook Valves AG today reported its figures for the third quarter of 2027.

Selling expenses increased to EUR 62.8 million (EUR 60.3 million). Free cash flow was EUR 48.5 million after EUR 32.4 million.

In Service, revenue rose by 15.8% year over year to EUR 97.4 million.

Net income was EUR 42.9 million.

Revenue by segment

EUR million                              Q3 2027   Q3 2026   Change
Industry                                   214.6     198.3    +8.2%
Water                                      158.2     163.9    -3.5%
Service                                     97.4      84.1   +15.8%
Group                                      470.2     446.3    +5.4%

Income statement

EUR million                              Q3 2027   Q3 2026
Selling expenses                          (62.8)    (60.3)
Free cash flow                              48.5      32.4
Net income                                  42.9      33.3

Balance sheet

EUR million                         30 September 2027   31 December 2026
Inventories                                     287.6              301.9
Cash                                            164.8              121.5
Total assets                                    452.4              423.4
Equity                                          201.2              191.8
Borrowings                                      138.5              142.7
Other liabilities                               112.7               88.9
Total equity and liabilities                    452.4              423.4
"""
CHINESE = """澄溪仪器股份有限公司2027年年度业绩公告

2028年3月28日，澄溪仪器股份有限公司发布2027年年度报告摘要。公司预计2028年营业收入为27亿元至28亿元。

主要财务数据

单位：元
项目                        2027年                2026年      增减(%)
营业收入          2,364,103,120.19      2,042,591,857.41         15.74

营业收入构成

单位：元
分产品                      2027年                2026年
显微设备          1,286,453,217.46      1,073,928,516.33
一次性耗材        1,077,649,902.73        968,663,341.08
合计              2,364,103,120.19      2,042,591,857.41
"""


def run(release: str) -> Analysis:
    return analyze("Thank you all for joining the call today.", releases=[release])


def wrong(analysis: Analysis) -> list[tuple[str, str]]:
    return [
        (row.code, row.repairs[0].text if row.repairs else "")
        for row in analysis.findings
        if row.verdict == "contradicted" and row.severity != "note"
    ]


def test_nothing_is_wrong_with_it() -> None:
    assert wrong(run(RELEASE)) == []
    assert wrong(run(CHINESE)) == []


@pytest.mark.parametrize(
    ("was", "now", "code", "repair"),
    [
        pytest.param("EUR 62.8 million", "EUR 72.8 million", "A16", "EUR 62.8 million", id="the base beside it"),
        pytest.param("after EUR 32.4", "after EUR 3.4", "A16", "EUR 32.4 million", id="the level beside it"),
        pytest.param("by 15.8% year", "by 25.8% year", "A01", "15.8%", id="the part of a sentence that it opens with"),
        pytest.param("Net income was EUR 42.9", "Net loss was EUR 42.9", "A16", "", id="a loss that its line is not"),
        pytest.param("  423.4\nEquity", "  523.4\nEquity", "A17", "423.4", id="one of two columns"),
        pytest.param("112.7  ", "121.7  ", "A17", "112.7", id="the last line of two columns"),
    ],
)  # fmt: skip
def test_a_slip_is_found_by_what_stands_beside_it(was: str, now: str, code: str, repair: str) -> None:
    assert was in RELEASE
    found = wrong(run(RELEASE.replace(was, now, 1)))
    assert any(one == code and repair in text for one, text in found), found


@pytest.mark.parametrize(
    ("text", "quote", "metric", "segment", "value"),
    [
        pytest.param(RELEASE, "214.6", "revenue", "industry", 214_600_000, id="lines under a caption"),
        pytest.param(RELEASE, "470.2", "revenue", None, 470_200_000, id="a total called the group"),
        pytest.param(CHINESE, "1,077,649,902.73", "revenue", "一次性耗材", None, id="分产品"),
        pytest.param(CHINESE, "2,364,103,120.19", "revenue", None, None, id="the unit line tells the scale, not prose"),
    ],
)
def test_lines_are_named_by_their_total(
    text: str, quote: str, metric: str, segment: str | None, value: int | None
) -> None:
    analysis = run(text)
    found = next(
        row
        for row in analysis.claims
        if row.by == "rule:table"
        and next(d for d in analysis.documents if d.id == row.document_id).text[row.start : row.end] == quote
    )
    assert (found.metric, found.segment) == (metric, segment)
    assert found.amount.value == (value if value is not None else found.amount.low)
    assert value is not None or f"{found.amount.value:,}" == quote
