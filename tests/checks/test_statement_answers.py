"""`verify`: what an answer goes on about, outlooks beside the year they follow, ratios and points. All is invented."""

from __future__ import annotations

import pytest

from nlp.pipeline import verify
from nlp.scoring.statements import is_accepted

CALL = """Quillmark Instruments Q4 Fiscal 2031 Earnings Call

Operator: Good day and welcome to the Quillmark Instruments fourth quarter fiscal 2031 earnings call.

Dana Oxley: Thank you. We are based in Singapore and report in U.S. dollars. The dividend is 7 million Singapore \
dollars. Revenue in the fourth quarter was $318.6 million. Free cash flow was negative by $9.4 million. We booked \
$402 million of orders, which is a book-to-bill of 1.26 times. We made an operating loss of minus $3.1 million in \
the lab business. We will close the Fenner works by the end of June 2033. It is our smallest site. 140 people work \
there.

And now to the guidance for fiscal 2032. We expect sales to grow between 3% and 5%, of which the extra six months \
of Tolvane are a third. We look for savings of $48 million, after $37 million in fiscal 2031. Interest should be \
about $21 million. All of that gets us to adjusted earnings per share of $2.85 to $3.05. We plan on capital \
expenditures of $75 million to $85 million.

Operator: The next question comes from Ines Marlow with Corrib Partners.

Ines Marlow: Thanks. On the plant at Stavell, is there anything to report?

Dana Oxley: We have bid for three lines there, and would begin in 2033. The building cost $126 million.

Ines Marlow: And what is the leverage at its highest?

Dana Oxley: About 0.6 at the end of June, and a peak of 0.9 in March.
"""

WIRE = """澜晟环保发布2031年度业绩预告，预计全年实现归属于上市公司股东的净利润为-4.1亿元至-3.4亿元，上年同期为盈利1.2亿元。
快讯：现货白银日内跌幅扩大至2.6%，现报每盎司37.42美元。在岸人民币对美元收盘报7.0831，较上一交易日上涨152个基点。
截至9月末，公司综合偿付能力充足率为214%。债券类产品净流入98.6亿元，规模首次突破5000亿元。商品类产品总规模120亿元。
由保险承担的损失为530亿美元，其中强对流风暴370亿美元。
"""


@pytest.mark.parametrize(
    ("statement", "holds"),
    [
        pytest.param("quillmark has submitted bid for three lines in stavell", True, id="named-in-the-question"),
        pytest.param("quillmark says stavell building cost $126 million", True, id="named-before-in-the-exchange"),
        pytest.param(
            "quillmark sees fy 2032 adjusted earnings per share $2.85 to $3.05", True, id="behind-a-year-before"
        ),
        pytest.param(
            "quillmark sees fy 2032 capital expenditures of $75 million to $85 million", True, id="planned-on"
        ),
        pytest.param(
            "quillmark sees fy 2033 capital expenditures of $75 million to $85 million", False, id="a-year-off"
        ),
        pytest.param("quillmark free cash flow was negative $9.4 million in q4", True, id="negative-by"),
        pytest.param("quillmark q4 orders $402 million, book-to-bill 1.26", True, id="a-ratio-without-times"),
        pytest.param("quillmark sees leverage peaking at 0.9 times", True, id="times-of-a-bare-ratio"),
        pytest.param("quillmark q4 revenue s$318.6 million", False, id="no-singapore-dollars"),
        pytest.param(
            "quillmark to close fenner works by end-june 2033, affecting 140 employees", True, id="dated-before"
        ),
    ],
)
def test_answers_and_outlooks(statement: str, holds: bool) -> None:
    found = verify(statement, CALL)
    assert is_accepted(found) is holds, found


@pytest.mark.parametrize(
    ("statement", "holds"),
    [
        pytest.param("澜晟环保：预计2031年净亏损3.4亿元-4.1亿元", True, id="the-year-of-a-preview"),
        pytest.param("澜晟环保：预计2030年净亏损3.4亿元-4.1亿元", False, id="another-year"),
        pytest.param("现货白银日内跌2.6%，报37.42美元/盎司", True, id="a-wider-fall-is-a-fall"),
        pytest.param("现货白银日内涨2.6%，报37.42美元/盎司", False, id="and-no-rise"),
        pytest.param("在岸人民币兑美元收涨152点报7.0831", True, id="points-of-a-rate"),
        pytest.param("三季末综合偿付能力充足率214%", True, id="the-end-of-a-quarter"),
        pytest.param("二季末综合偿付能力充足率214%", False, id="of-another"),
        pytest.param("债券类产品吸金98.6亿元，总规模首破5000亿元", True, id="a-total"),
        pytest.param("强对流风暴造成保险损失370亿美元，总损失530亿美元", True, id="borne-and-no-base"),
    ],
)
def test_wires(statement: str, holds: bool) -> None:
    found = verify(statement, WIRE, lang="zh")
    assert is_accepted(found) is holds, found
