"""`verify`: Chinese lists in one order, terms of bonds, and names that stand elsewhere. All is invented."""

from __future__ import annotations

import pytest

from nlp.pipeline import verify
from nlp.scoring.statements import is_accepted

BROKER = """临桥证券发布研报，维持沛澜医疗“买入”评级。公司2031年第三季度实现营收17.62亿元，毛利率为58.3%，同比提升1.9个百分点。该机构将公司2031-2033年归母净利润预测由10.6/13.1/15.8亿元上调至11.4/14.3/17.2亿元，对应EPS分别为1.37元、1.72元、2.07元。
同时覆盖的砚浦能源，2031—2033年EPS预测为0.68元、1.05元、1.43元。大行把栎川餐饮2032年及2033年盈利预测分别上调6%及8%，至13.9亿元和16.8亿元。"""

BONDS = """国债收益率下行：1年期收益率下行1.8个基点至1.4125%，10年期收益率下行2.4个基点至1.8460%。国债期货30年期主力合约涨0.42%。贸易顺差5.83万亿元，出口增速较9月回落4.7个百分点。
公司拟以不高于17.2元的价格上限回购股份。配售价较收市价折让约8.3%，相当于扩大后已发行股本约5.7%。碳酸锂连跌三周，今年国庆档票房19.46亿元。第十三批集采拟中选268个产品。
百亿级私募增至124家，较上月多6家。有业绩展示的69家百亿私募平均收益率为18.1%。上半年有27只基金发行失败，上年同期为36只。"""

NAMES = """澜洲航空5月旅客周转量同比上升9.6%。机器人企业栖桐医疗宣布完成3.8亿元C轮融资，另有手术机器人企业获批上市。商品期货夜盘收盘，焦炭跌4.36%，沪铜涨1.2%。
澜川农牧10月销售收入11.83亿元，环比下降2.1%；生猪销售38.4万头，商品猪均价12.96元。东浦港3月货柜吞吐量174.6万标准箱，年增4.2%。
泽川乳业三季度收入68.4亿元，同比-2.9%；归母净利润5.87亿元，同比+14.2%。低温产品14.7亿元，同比+3.8%。"""


@pytest.mark.parametrize(
    ("statement", "holds"),
    [
        pytest.param("预测沛澜医疗2031至2033年归母净利分别为11.4亿、14.3亿、17.2亿元", True, id="slashes"),
        pytest.param("预测沛澜医疗2031至2033年归母净利分别为14.3亿、11.4亿、17.2亿元", False, id="slashes-exchanged"),
        pytest.param("沛澜医疗2032年EPS料为1.72元", True, id="second-of-three-years"),
        pytest.param("沛澜医疗2033年EPS料为1.72元", False, id="not-the-third"),
        pytest.param("砚浦能源2031至2033年EPS料分别为0.68元、1.05元和1.43元", True, id="dash-of-years"),
        pytest.param("栎川餐饮2032年、2033年盈利预测分别为13.9亿元和16.8亿元", True, id="two-years"),
        pytest.param("栎川餐饮2032年、2033年盈利预测分别为16.8亿元和13.9亿元", False, id="two-years-exchanged"),
        pytest.param("沛澜医疗Q3毛利率58.3%，同比提高1.9个百分点", True, id="gross-margin-is-no-coin"),
        pytest.param("沛澜医疗Q3毛利率58.3个百分点", False, id="a-level-in-points"),
    ],
)
def test_lists_in_one_order(statement: str, holds: bool) -> None:
    found = verify(statement, BROKER, lang="zh")
    assert is_accepted(found) is holds, found


@pytest.mark.parametrize(
    ("statement", "holds"),
    [
        pytest.param("10年期国债收益率下行2.4个基点至1.846%", True, id="term"),
        pytest.param("1年期国债收益率下行2.4个基点至1.846%", False, id="term-of-another"),
        pytest.param("国债期货10年期主力合约涨0.42%", False, id="term-of-a-future"),
        pytest.param("贸易逆差5.83万亿元", False, id="deficit"),
        pytest.param("出口增速较9月加快4.7个百分点", False, id="faster"),
        pytest.param("拟回购股份，价格下限17.2元", False, id="lower-bound"),
        pytest.param("配售价溢价约8.3%", False, id="premium"),
        pytest.param("配股占扩大后股本约5.7%", True, id="enlarged-is-no-way"),
        pytest.param("碳酸锂连涨三周，国庆档票房19.46亿元", False, id="weeks-of-rises"),
        pytest.param("春节档票房19.46亿元", False, id="another-holiday"),
        pytest.param("第十二批集采拟中选268个产品", False, id="ordinal-in-words"),
        pytest.param("百亿私募数量升至124家，一个月增加6家", True, id="a-character-put-in"),
        pytest.param("上半年27只基金发行失败，少于去年同期的36只", True, id="fewer-than"),
        pytest.param("上半年27只基金发行失败，多于去年同期的36只", False, id="more-than"),
        pytest.param("配售价折让逾6%", False, id="bound-by-its-last-digit"),
    ],
)
def test_terms_and_ways(statement: str, holds: bool) -> None:
    found = verify(statement, BONDS, lang="zh")
    assert is_accepted(found) is holds, found


@pytest.mark.parametrize(
    ("statement", "holds"),
    [
        pytest.param("手术机器人企业栖桐医疗获3.8亿元C轮融资", True, id="told-of-no-other-figure"),
        pytest.param("焦炭夜盘收跌4.36%", True, id="own-name"),
        pytest.param("沪铜跌4.36%", False, id="begins-another-clause"),
        pytest.param("澜川农牧10月销售收入11.83亿元，环比降2.1%", True, id="plain"),
        pytest.param("东浦港3月货柜吞吐量174.6万TEU", True, id="teu"),
        pytest.param("泽川乳业三季度净利5.87亿元，同比增14.2%，营收降2.9%", True, id="a-rate-below-zero-is-no-loss"),
        pytest.param("泽川乳业三季度低温产品收入14.7亿元", True, id="a-part-told-bare"),
    ],
)
def test_names_elsewhere(statement: str, holds: bool) -> None:
    found = verify(statement, NAMES, lang="zh")
    assert is_accepted(found) is holds, found
