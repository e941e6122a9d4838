"""`verify`: words that stand where the document has others, parts, earlier forecasts, lengths of time. All is invented."""

from __future__ import annotations

import pytest

from nlp.pipeline import verify
from nlp.scoring.statements import is_accepted

FARMS = """Tollgate Farms Reports Third Quarter 2033 Results

Tollgate Farms reported net sales of $412.6 million for the third quarter of 2033, compared with $388.1 million a year earlier.

Legal costs rose to $9.4 million from $6.2 million because of a flood in Nebraska. We paid $27.5 million for Hazelrigg, a
Dublin dairy with 310 people. The irrigation budget was raised to $54 million from $45 million. Capital expenditure will be
about $95 million, of which $38 million is for repairs. The final dividend is 9.6 cents a share.

Grain volumes grew 4 percent, and the grain margin was $14.30 per ton. Seed volumes fell 5 percent, and the seed margin was
$11.20 per ton.

For the full year we now expect adjusted earnings of $1.85 to $2.00 a share. In June we had said $2.25 to $2.40. The finance
director, Odile Garrow, will step down in October and be followed by Marek Lund.
"""

MILLS = """云汀食品8月26日晚披露2031年半年度报告。上半年公司实现营业收入48.37亿元，同比增长12.6%。公司拟每10股派发现金红利1.5元。募集资金中，9亿元用于偿还
到期债务，建设期24个月。终止费为1.8亿元，保单继续率96.8%。

其中，北岭项目投入2.4亿元，连续5周回落。鹤洲证券研究员称，压力位8.8万元。3月末外汇储备8,215亿元。首套房贷平均利率3.04%，较10月下调2个基点。

城市前三为云汀、柳屿、苔港，分别贡献1.12亿元、0.87亿元和0.79亿元。周三发行136只，规模1,094亿元。
"""


@pytest.mark.parametrize(
    ("document", "statement", "holds"),
    [
        pytest.param(FARMS, "Legal costs went up to $9.4 million after a Nebraska flood.", True, id="place"),
        pytest.param(
            FARMS, "compname paid $27.5 million for hazelrigg, a dublin dairy.", True, id="place-in-lower-case"
        ),
        pytest.param(FARMS, "compname raises irrigation budget to $54 million from $45 million.", True, id="neighbour"),
        pytest.param(FARMS, "compname sees capital expenditure of $95 million.", True, id="whole"),
        pytest.param(FARMS, "compname sees capital expenditure of $38 million.", False, id="part-for-whole"),
        pytest.param(FARMS, "compname proposes final dividend of 9.6 cents per share.", True, id="cents"),
        pytest.param(FARMS, "compname proposes final dividend of 9.6 pence per share.", False, id="pence"),
        pytest.param(FARMS, "q3 net sales $412,600,000.", True, id="zeros"),
        pytest.param(FARMS, "q3 net sales $413 million vs $388 million.", True, id="rounded"),
        pytest.param(FARMS, "compname cuts fy adjusted earnings view to $1.85 to $2.00 per share.", True, id="cut"),
        pytest.param(
            FARMS, "compname raises fy adjusted earnings view to $1.85 to $2.00 per share.", False, id="no-rise"
        ),
        pytest.param(
            FARMS, "compname sees fy adjusted earnings of $2.25 to $2.40 per share.", False, id="earlier-forecast"
        ),
        pytest.param(FARMS, "finance director odile garrow to step down in october.", True, id="no-amount"),
        pytest.param(
            FARMS, "finance director odile garrow to step down in november.", False, id="no-amount-other-month"
        ),
        pytest.param(FARMS, "finance director ines garrow to step down in october.", False, id="no-amount-other-name"),
        pytest.param(MILLS, "云汀食品上半年营收48.37亿元，同比增长12.6%，拟10派1.5元", True, id="zh-ten-shares"),
        pytest.param(MILLS, "终止费1.8亿元", True, id="zh-fee"),
        pytest.param(MILLS, "云汀食品：顾问费1.8亿元", False, id="zh-other-fee"),
        pytest.param(MILLS, "保单继续率为96.8%", True, id="zh-rate"),
        pytest.param(MILLS, "募资9亿元偿债，建设期24个月", True, id="zh-short-for"),
        pytest.param(MILLS, "募资9亿元偿债，建设期42个月", False, id="zh-length-of-time"),
        pytest.param(MILLS, "北岭项目投入2.4亿元，连续5周回落", True, id="zh-weeks"),
        pytest.param(MILLS, "北岭项目投入2.4亿元，连续8周回落", False, id="zh-more-weeks"),
        pytest.param(MILLS, "鹤洲证券：压力位8.8万元", True, id="zh-house"),
        pytest.param(MILLS, "鹤洲证券：支撑位8.8万元", False, id="zh-opposite"),
        pytest.param(MILLS, "3月末外储8215亿元", True, id="zh-reserves"),
        pytest.param(MILLS, "首套房贷平均利率3.04%，较10月降2个基点", True, id="zh-base-point"),
        pytest.param(MILLS, "二套房贷平均利率3.04%，较10月降2个基点", False, id="zh-second-home"),
        pytest.param(MILLS, "云汀贡献1.12亿元，柳屿0.87亿元", True, id="zh-in-order"),
        pytest.param(MILLS, "云汀贡献0.87亿元，柳屿1.12亿元", False, id="zh-exchanged"),
        pytest.param(MILLS, "周三发行规模1094亿元", True, id="zh-weekday"),
        pytest.param(MILLS, "周二发行规模1094亿元", False, id="zh-other-weekday"),
    ],
)
def test_words_of_another_thing(document: str, statement: str, holds: bool) -> None:
    lang = "zh" if document is MILLS else "en"
    assert is_accepted(verify(statement, document, lang=lang)) is holds


def test_a_statement_without_an_amount_has_its_place() -> None:
    (finding,) = verify("finance director odile garrow to step down in october.", FARMS)
    (span,) = finding.evidence
    assert (finding.code, FARMS[span.start : span.end].rsplit(maxsplit=1)[-1]) == ("V01", "Lund.")
