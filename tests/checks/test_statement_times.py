"""`verify`: times as wires and calls name them, bases and what is told in other words. All is invented."""

from __future__ import annotations

import pytest

from nlp.pipeline import verify
from nlp.scoring.statements import is_accepted

LOCKS = """Brantmoor Locks Second Quarter 2031 Earnings Call

Good morning. Net sales were $412.6 million in the second quarter, and safes had $67.2 million, up from $58.1 million in last year's second
quarter. At June 30 our backlog was $3.27 billion, compared with $2.94 billion at the end of December. For the six months
free cash flow was $29.4 million, compared with $14.8 million in the first half of fiscal 2030.

On hinges, we ended with 887,000 subscribers, down 2.5 percent. Wage inflation was 2.1% in the quarter. We now expect wage
inflation of about 2.7% for the year. In 2030 we earned $2.28. Adjusted EBITDA should be $236 million to $244 million.

Our board approved a new buyback of $150 million. It runs through June 2034. The vault unit received a contract for 180
days at $485,000 a day. The efficiency ratio was 60.8 percent against 62.5 percent.
"""

NEWS = """澜桥医疗11月30日公告，11月回购312.55万股。首五个月保费收入1,004.7亿元，上半财年收益34.72亿元，下跌5.3%。5月就业人口增加11.8万人，为去年12月以来
最小增幅，市场预期为增加16.5万人。首日收报18.64元，较发行价15.2元上涨22.6%。从规模看，大型企业指数为51.2%，小型企业指数为48.4%。前10日出口同比增长9.1%，
较去年同档期便宜0.9元。
"""


@pytest.mark.parametrize(
    ("statement", "holds"),
    [
        pytest.param("q2 safe sales $67.2 million.", True, id="beside-a-base-of-the-year-before"),
        pytest.param("q2 safe sales $58.1 million.", False, id="the-base"),
        pytest.param("backlog $3.27 billion at june 30 vs $2.94 billion at dec 31.", True, id="end-of-a-month"),
        pytest.param("backlog $3.27 billion at june 30 vs $2.94 billion at nov 30.", False, id="of-another-month"),
        pytest.param(
            "first-half free cash flow $29.4 million versus $14.8 million a year ago.", True, id="year-ago-half"
        ),
        pytest.param("first-half free cash flow $14.8 million.", False, id="base-as-level"),
        pytest.param("wage inflation was 2.1% in q2, now expected at 2.7% for year.", True, id="for-year"),
        pytest.param("sees 2031 adjusted ebitda of $236 million to $244 million.", True, id="forecast-of-its-own-year"),
        pytest.param(
            "sees 2032 adjusted ebitda of $236 million to $244 million.", False, id="forecast-of-the-next-year"
        ),
        pytest.param(
            "board approves new $150 million buyback through june 2034.", True, id="told-in-the-next-sentence"
        ),
        pytest.param("board approves new $150 million buyback through june 2035.", False, id="through-another-year"),
        pytest.param("vault unit awarded 180-day contract at $485,000 per day.", True, id="length-of-time"),
        pytest.param("efficiency ratio improved to 60.8 percent from 62.5 percent.", True, id="better-by-falling"),
        pytest.param("subscribers slid 2.5% to 887,000.", True, id="change-behind-a-count"),
    ],
)
def test_english_times(statement: str, holds: bool) -> None:
    found = verify(statement, LOCKS)
    assert is_accepted(found) is holds, found


@pytest.mark.parametrize(
    ("statement", "holds"),
    [
        pytest.param("首五个月保费收入1004.7亿元", True, id="first-months"),
        pytest.param("首四个月保费收入1004.7亿元", False, id="other-months"),
        pytest.param("上半財年收益跌5.3%至34.72億元", True, id="half-of-a-fiscal-year"),
        pytest.param("下半財年收益跌5.3%至34.72億元", False, id="other-half"),
        pytest.param("5月就业人口增加11.8万人，预期增加16.5万人", True, id="since-another-month"),
        pytest.param("6月就业人口增加11.8万人，预期增加16.5万人", False, id="another-month"),
        pytest.param("首日收报18.64元，发行价15.2元", True, id="base-by-its-name"),
        pytest.param("首日收报15.2元", False, id="base-for-level"),
        pytest.param("大型企业、小型企业指数分别为51.2%、48.4%", True, id="listed-opposites"),
        pytest.param("前10日出口同比增长9.1%", True, id="first-days"),
        pytest.param("价格同比便宜0.9元", True, id="cheaper-by"),
    ],
)
def test_chinese_times(statement: str, holds: bool) -> None:
    found = verify(statement, NEWS, lang="zh")
    assert is_accepted(found) is holds, found


@pytest.mark.parametrize(
    ("statement", "holds"),
    [
        pytest.param("cuts 2031 sales growth view to 2.5% to 4% from 3% to 5%.", True, id="cut"),
        pytest.param("raises 2031 sales growth view to 2.5% to 4% from 3% to 5%.", False, id="raised"),
        pytest.param(
            "fees hit $8.2 million, whereas rents dropped to $1.4 million from $2.3 million.", True, id="two-levels"
        ),
        pytest.param("rents rose to $1.4 million from $2.3 million.", False, id="way"),
    ],
)
def test_statements_against_themselves(statement: str, holds: bool) -> None:
    document = (
        "Second quarter 2031 results. We now expect sales growth of 2.5% to 4% in 2031, from 3% to 5% before. "
        "Fees were $8.2 million, and rents were $1.4 million, down from $2.3 million."
    )
    found = verify(statement, document)
    assert is_accepted(found) is holds, found
