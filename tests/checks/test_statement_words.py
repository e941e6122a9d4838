"""`verify`: the words beside a number and the cells of tables. Companies, people and figures are invented."""

from __future__ import annotations

import pytest

from nlp.pipeline import verify
from nlp.scoring.statements import is_accepted

STEEL = """Larkmoor Steel Company Reports First Quarter 2031 Results

Larkmoor Steel today reported results for its first quarter ended March 31, 2031.

(dollars in millions, except per share and per ton figures; tons in thousands)

                              Q1 2031     Q1 2030     Change
Net sales                     1,142.7     1,083.2      +5.5%
Gross margin                    18.6%       17.4%     +1.2pt
Net income                       61.8        52.1     +18.6%
Diluted EPS                      1.42        1.19     +19.3%
Tons shipped                    1,204       1,155      +4.2%
Average price per ton             949         938      +1.2%
Net interest expense              7.4         8.1      -8.6%
"""

BANK = """Bank of Eddlestone Announces Second Quarter Results

(Dollars in thousands, except per share)
                                  2Q31        1Q31        2Q30
Net interest income            $ 84,120    $ 82,004    $ 79,331
Noninterest income               21,310      20,118      19,900
Noninterest expense              55,481      54,300      53,020
Net income                       36,002      34,555      33,090
Net income to common             34,900      33,400      32,010
Diluted earnings per share         1.21        1.16        1.10
"""

MINES = """Corrie Metals reports its third quarter of 2032

Corrie Metals sold its ore at an average price of $2,914 per ounce in the third quarter of 2032. Bookings were $229.4
million, an increase of 25% from a year earlier. Revenue was $203.8 million, an increase of 28% from a year earlier. In the
third quarter of the previous year net profit was $41.2 million, or $0.55 per share; it is now $48.0 million, or $0.62 per
share, and leaving out a gain on the sale of land, adjusted earnings were $0.58 per share. The interim dividend is 9.6
cents a share. The net interest margin was 3.58%, six basis points wider than in the second quarter.

The company opens the Dunmore mill in May, which adds 62,000 tons at a cost of $94 million. It also rebuilt the Tarvin mill,
and a fire at Tarvin in June was put out within an hour. Economic occupancy averaged 81.3% and net debt at 30 September was
$1.27 billion.
"""

SURVEY = """青萝统计所10月9日公布，9月制造业指数为50.7%，较8月上升0.9个百分点。新订单指数51.4%，上升1.7个百分点；生产指数52.3%，上升1.1个百分点。
仔猪均价每公斤31.20元，环比下跌0.8%；白羽鸡每公斤18.05元，环比持平。鸡蛋批发价每公斤9.14元，环比上涨4.6%。
青萝机电税前利润19.8亿元，同比增长12.4%，期末库存系数1.38，较8月末的1.52有所回落。
"""


@pytest.mark.parametrize(
    ("document", "statement", "holds"),
    [
        pytest.param(STEEL, "Net sales in the first quarter of 2031 were $1,142.7 million.", True, id="plain-dollars"),
        pytest.param(STEEL, "q1 2030 net sales were $1,083.2 million", True, id="column-of-the-year-before"),
        pytest.param(STEEL, "Net sales in the first quarter of 2030 were $1,142.7 million.", False, id="other-column"),
        pytest.param(STEEL, "qtrly tons shipped 1.204 million", True, id="tons-in-thousands"),
        pytest.param(STEEL, "average price per ton $949", True, id="money-for-one"),
        pytest.param(STEEL, "average price per ton $949 million", False, id="money-for-one-scaled"),
        pytest.param(STEEL, "gross margin improved 1.2 points to 18.6%", True, id="change-column"),
        pytest.param(STEEL, "gross margin fell 1.2 points to 18.6%", False, id="change-column-direction"),
        pytest.param(STEEL, "net interest expense fell 8.6% to $7.4 million", True, id="fell"),
        pytest.param(STEEL, "q1 eps $1.19", False, id="cell-of-the-year-before"),
        pytest.param(BANK, "q2 net income to common $34.9 million", True, id="by-the-name-of-the-row"),
        pytest.param(BANK, "q2 net income $34.9 million", False, id="another-row"),
        pytest.param(
            BANK, "q2 noninterest expense rose to $55.5 million from $53.0 million a year earlier", True, id="base"
        ),
        pytest.param(BANK, "q2 eps $1.16", False, id="cell-of-the-quarter-before"),
        pytest.param(BANK, "q2 net income $36.0 thousand", False, id="scale-over-the-table"),
        pytest.param(BANK, "revenue $84.1 million", False, id="an-income-is-no-revenue"),
    ],
)
def test_cells(document: str, statement: str, holds: bool) -> None:
    assert is_accepted(verify(statement, document)) is holds


@pytest.mark.parametrize(
    ("statement", "holds"),
    [
        pytest.param("average price was $2,914 per ounce", True, id="for-one"),
        pytest.param("average price was $2,914 per tonne", False, id="for-one-of-another"),
        pytest.param("q3 bookings rose 25 percent to $229.4 million", True, id="change-of-the-level"),
        pytest.param("q3 bookings rose 25 percent from the prior quarter", False, id="from-another-time"),
        pytest.param("q3 net profit $48.0 million", True, id="current"),
        pytest.param("q3 net profit $41.2 million", False, id="year-before"),
        pytest.param("q3 adjusted earnings per share $0.58", True, id="adjusted"),
        pytest.param("q3 adjusted earnings per share $0.62", False, id="not-adjusted"),
        pytest.param("interim dividend of 9.6 cents a share", True, id="interim"),
        pytest.param("final dividend of 9.6 cents a share", False, id="final"),
        pytest.param("net interest margin was 3.58%, up 6 basis points from the second quarter", True, id="wider"),
        pytest.param(
            "net interest margin was 3.58%, down 6 basis points from the second quarter", False, id="narrower"
        ),
        pytest.param("the dunmore mill will add 62,000 tons at a cost of $94 million", True, id="name"),
        pytest.param("the tarvin mill will add 62,000 tons at a cost of $94 million", False, id="another-name"),
        pytest.param("physical occupancy averaged 81.3%", False, id="opposite"),
        pytest.param("net debt at september 30 was $1.27 billion", True, id="day-first"),
        pytest.param("net debt at june 30 was $1.27 billion", False, id="another-day"),
    ],
)
def test_words_beside_a_number(statement: str, holds: bool) -> None:
    assert is_accepted(verify(statement, MINES)) is holds


@pytest.mark.parametrize(
    ("statement", "holds"),
    [
        pytest.param("9月新订单指数51.4%，上升1.7个百分点", True, id="change-of-the-level"),
        pytest.param("9月制造业指数升至50.7%", True, id="rose-to"),
        pytest.param("9月制造业指数降至50.7%", False, id="fell-to"),
        pytest.param("仔猪均价31.20元/公斤", True, id="for-one"),
        pytest.param("仔豬均價31.20元/公斤", True, id="for-one-traditional"),
        pytest.param("仔猪均价31.20元/斤", False, id="for-one-of-another"),
        pytest.param("鸡蛋批发价环比涨4.6%", True, id="from-the-period-before"),
        pytest.param("雞蛋批發價同比漲4.6%", False, id="from-the-year-before"),
        pytest.param("白羽鸡批发价环比涨4.6%", False, id="a-name-of-another-line"),
        pytest.param("青萝机电税前利润19.8亿元", True, id="before-tax"),
        pytest.param("青萝机电税后利润19.8亿元", False, id="after-tax"),
        pytest.param("青萝机电期末库存系数回落至1.38", True, id="came-down-to"),
        pytest.param("青蘿機電期末庫存係數回升至1.38", False, id="came-up-to"),
    ],
)
def test_words_beside_a_number_in_chinese(statement: str, holds: bool) -> None:
    assert is_accepted(verify(statement, SURVEY, lang="zh")) is holds
