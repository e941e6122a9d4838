"""`verify`: notes, wires and tables; what a number measures and counts; a statement's own arithmetic. All is invented."""

from __future__ import annotations

import pytest

from nlp.pipeline import verify
from nlp.scoring.statements import is_accepted

FERRY = (
    "Kelsound Ferries, second quarter of 2044 results. Revenue for the quarter came in at $214.6 million, which is 11.3% "
    "ahead of the same quarter a year ago. Operating profit was $31.8 million, against $24.9 million last year. "
    "Adjusted EBITDA was $52.7 million, or $1.26 per share, compared to $49.8 million, or $1.19 per share. That is a margin of 24.6%. Free cash flow was $17.2 million. "
    "All-in operating cost was $2.94 per mile, compared with $3.22. Research and development expense was $3.7 million.\n\n"
    "Net debt was $402 million, down from $447 million at the end of March. We sold 34 million tonnes of ballast and "
    "11,300 gallons of paint; the order book is 131,000 berths. Canadian leases brought "
    "C$58 million. The fleet has 64 ferries.\n\n"
    "For 2044 we now look for revenue of $840 million to $860 million; our earlier range was $815 million to $840 "
    "million. We keep our guidance for capital expenditures of $190 million to $200 million. For the third quarter we "
    "expect revenue of $240 million, plus or minus $6 million."
)


@pytest.mark.parametrize(
    ("statement", "holds"),
    [
        pytest.param("2Q44 rev. $214.6mn, +11.3% y/y", True, id="short-forms"),
        pytest.param("2Q44 rev. $214.6mn, -11.3% y/y", False, id="short-forms-turned"),
        pytest.param("R&D $3.7m", True, id="letters-for-a-measure"),
        pytest.param("AIOC was $2.94 per mile, down from $3.22.", True, id="first-letters"),
        pytest.param("Net debt $402m vs $447m three months earlier.", True, id="a-quarter-earlier"),
        pytest.param("EBIT fell to $31.8 million from $24.9 million.", False, id="fell-to-more"),
        pytest.param("EBIT was $24.9 million, up from $31.8 million.", False, id="up-from-more"),
        pytest.param("EBIT rose to $31.8 million from an earlier $24.9 million.", True, id="rose-to-more"),
        pytest.param("Net margin was 24.6%.", False, id="margin-of-another-profit"),
        pytest.param("EBITDA margin was 24.6%.", True, id="margin-of-the-profit-spoken-of"),
        pytest.param("Operating cash flow was $17.2 million.", False, id="another-measure"),
        pytest.param("EBITDA was $52.7 million, or $1.26 a share, from $1.19.", True, id="base-said-again"),
        pytest.param("Free cash flow was negative $17.2 million.", False, id="below-zero"),
        pytest.param("Kelsound sold 34 million gallons of ballast.", False, id="another-unit-of-measure"),
        pytest.param("The order book is 131,000 ferries.", False, id="what-is-counted-elsewhere"),
        pytest.param("Revenue was C$214.6 million.", False, id="a-plain-dollar-beside-c-dollars"),
        pytest.param("FY44 sales guidance raised to $840-860m from $815-840m.", True, id="guidance-raised"),
        pytest.param("FY44 sales guidance cut to $840-860m.", False, id="guidance-cut"),
        pytest.param("Capex guidance of $190-200 million was lowered.", False, id="guidance-lowered-and-kept"),
        pytest.param("Q3 revenue is guided to $240 million +/- $6 million.", True, id="plus-minus"),
    ],
)
def test_notes(statement: str, holds: bool) -> None:
    assert is_accepted(verify(statement, FERRY)) is holds, verify(statement, FERRY)


TABLE = """Morvane Orthotics Reports Third Quarter Fiscal 2044 Results

Net sales were $487.2 million in the third quarter.

MORVANE ORTHOTICS INC.
CONDENSED CONSOLIDATED STATEMENTS OF OPERATIONS
(in millions, except per share data)

                                   Three Months Ended        Nine Months Ended
                                      December 31,              December 31,
                                   2043        2042          2043        2042
Net sales                         $487.2      $445.3       $1,418.6    $1,307.9
Gross profit                       316.2       281.0          915.4       827.9
Operating income                    93.7        78.2          261.3       221.5
Interest expense                    11.4        12.9           35.0        38.6
"""


@pytest.mark.parametrize(
    ("statement", "holds"),
    [
        pytest.param("Operating income was $93.7 million, up from $78.2 million.", True, id="cell-and-its-base"),
        pytest.param("Operating income for the nine months was $261.3 million.", True, id="column"),
        pytest.param("Operating income for the nine months was $93.7 million.", False, id="another-column"),
        pytest.param("Year-to-date sales reached $1.4186 billion.", True, id="scale-of-the-table"),
        pytest.param("Interest expense rose to $11.4 million.", False, id="another-way-than-the-columns"),
        pytest.param("Gross profit was $93.7 million.", False, id="another-row"),
    ],
)
def test_cells_of_a_table(statement: str, holds: bool) -> None:
    assert is_accepted(verify(statement, TABLE)) is holds, verify(statement, TABLE)


SHUIYUN = (
    "水芸环境2044年第三季度业绩说明会。第三季度收入16.35亿元，比去年同期高18.2%，研发投入1.12亿元，占收入的6.9%。"
    "周转天数由6月末的41天降到9月末的28天。公司耗资1.18亿港元回购股份。拟每10股派现4.5元。"
    "精密件收入6.37亿元，占总收入的39.0%，同比增长31.2%。归母净利润2.91亿元，扣非净利润2.45亿元。"
    "经营现金流为-1.85亿元。毛利率介于23%到24%之间。2045年目标是研发投入不少于5亿元（2043年为3.64亿元）。"
)


@pytest.mark.parametrize(
    ("statement", "holds"),
    [
        pytest.param("三季度收入16.35亿元，同比+18.2%。", True, id="plus"),
        pytest.param("三季度收入16.35亿元，较去年同期低18.2%。", False, id="lower-for-higher"),
        pytest.param("销量同比增长18.2%。", False, id="another-measure"),
        pytest.param("研发费用率6.9%。", True, id="share-by-another-name"),
        pytest.param("周转天数由6月末的41天降到9月末的28天。", True, id="dated-from-and-to"),
        pytest.param("周转天数由6月末的41天升到9月末的28天。", False, id="rose-to-less"),
        pytest.param("回购耗资1.18亿元。", False, id="yuan-beside-hong-kong-dollars"),
        pytest.param("三季度收入16.35亿港元。", False, id="hong-kong-dollars-for-yuan"),
        pytest.param("拟每股派现4.5元。", False, id="for-as-many-shares"),
        pytest.param("拟每10股派4.5元。", True, id="ten-shares-are-no-figure"),
        pytest.param("精密件收入6.37亿元，同比+31.2%，占比39.0%。", True, id="a-whole-is-no-subject"),
        pytest.param("精密件收入增长逾三成。", True, id="over-three-tenths"),
        pytest.param("归母净利29,100万元。", True, id="shorter-name"),
        pytest.param("扣非净利润2.91亿元。", False, id="profit-with-what-happens-once"),
        pytest.param("经营现金流净流入1.85亿元。", False, id="inflow-for-outflow"),
        pytest.param("第三季度毛利率23%到24%。", True, id="range"),
        pytest.param("公司计划2045年研发投入不低于5亿元。", True, id="bracket-of-another-figure"),
    ],
)
def test_chinese_notes(statement: str, holds: bool) -> None:
    assert is_accepted(verify(statement, SHUIYUN, lang="zh")) is holds, verify(statement, SHUIYUN, lang="zh")
