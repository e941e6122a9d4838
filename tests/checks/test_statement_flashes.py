"""`verify`: how flashes shorten, date and reckon what a notice writes out. Companies and figures are invented."""

from __future__ import annotations

import pytest

from nlp.pipeline import verify
from nlp.scoring.statements import is_accepted

ANNUAL = """滨海讯2041年4月16日电 岚谷饮品今日披露年报，去年全年营业收入64.18亿元，同比增长7.9%；归母净利润18.36亿元，同比增长11.4%。公司拟每10股派发现金红利13.8元（含税），并以资本公积金每10股转增4股。"""
QUICK = """【沛川股份：2040年度业绩快报】公司实现营业总收入52.71亿元，同比下降7.34%；归母净利润1.42亿元，上年同期为亏损2.87亿元。"""
GROWTH = """沐谷芯片预计2042年一季度归母净利润6400万元—7100万元，同比增长108%—131%；营收3.7亿元左右，同比增长约39%。"""
PLANT = """问：云坪项目如何安排？答：总规模是年产9万吨磷酸锰钒，总投资27亿元，分两期。一期3万吨，投资11.2亿元，建设周期14个月；二期6万吨，15.8亿元。问：现有产能呢？答：磷酸钒产能7万吨，上半年利用率大约66%。"""
PRICES = """国家统计局数据显示，2040年5月份，全国居民消费价格同比上涨0.9%，环比下降0.2%。同期公布的5月工业生产者出厂价格同比下降2.3%。"""
HOMES = """澜岸置地：2040年10月合约销售面积28.6万平方米。前10个月累计合约销售额583.7亿元，同比减少16.4%。以权益口径计，前10月销售额约391亿元。前10月营业收入206亿元。"""
ORDERS = """统计处公布，10月外销订单金额573.4亿美元，年增13.6%，连9个月正成长。其中资讯产品198.7亿美元，年增26.2%；预估第四季以美元计将季增5%至7%。"""
FREIGHT = """8月15日当周，出口集装箱运价指数报1293.8点，环比下跌3.7%。其中澳洲航线每TEU 916美元，周跌5.2%；地中海航线每TEU 1874美元，周涨1.3%。"""
AIRPORT = """晴川机场公告，2040年8月旅客吞吐量294.3万人次。国内航线241.8万人次，国际航线52.5万人次，分别增长3.2%和27.4%。前8月货邮吞吐量62.4万吨，增长9.1%。"""
OFFER = """睿合生物公布招股，发售2,460万股H股，招股价介乎17.2至19.8元。10月6日至9日招股，14日挂牌。"""
MARKET = """股指半日跌187点，报21,364点；大市半日成交1,058亿元，昨日同期为1,273亿元。"""


@pytest.mark.parametrize(
    ("document", "statement", "holds"),
    [
        pytest.param(ANNUAL, "岚谷饮品：2040年净利18.36亿元", True, id="year-before-the-dateline"),
        pytest.param(ANNUAL, "岚谷饮品：2039年净利18.36亿元", False, id="two-years-before-the-dateline"),
        pytest.param(ANNUAL, "岚谷饮品拟10派13.8元转增4股", True, id="shares-behind-a-payout"),
        pytest.param(ANNUAL, "岚谷饮品拟10派13.8元转增5股", False, id="other-shares-behind-a-payout"),
        pytest.param(QUICK, "沛川股份去年扭亏：净利1.42亿元，营收降逾7%", True, id="fell-by-over"),
        pytest.param(QUICK, "沛川股份去年扭亏：净利1.42亿元，营收升逾7%", False, id="no-growth-of-thousands-per-cent"),
        pytest.param(GROWTH, "沐谷芯片Q1净利料翻倍：0.64亿—0.71亿元", True, id="doubled-by-a-range"),
        pytest.param(GROWTH, "沐谷芯片Q1营收料翻倍：3.7亿元", False, id="not-doubled"),
        pytest.param(PLANT, "云坪项目：一期3万吨磷酸锰钒拟投11.2亿元", True, id="stage-of-what-stands-before"),
        pytest.param(PLANT, "云坪项目：二期3万吨磷酸锰钒拟投11.2亿元", False, id="another-stage"),
        pytest.param(PRICES, "5月CPI同比涨0.9% PPI同比降2.3%", True, id="letters"),
        pytest.param(PRICES, "5月CPI同比涨2.3%", False, id="letters-of-another"),
        pytest.param(HOMES, "澜岸置地前10月销售额约584亿元 同比降逾16%", True, id="sales-of-homes"),
        pytest.param(HOMES, "澜岸置地前10月营收约584亿元", False, id="no-revenue"),
        pytest.param(ORDERS, "10月外销订单连9红 资讯产品年增逾26%", True, id="months-in-a-row"),
        pytest.param(ORDERS, "10月外销订单连8红 资讯产品年增逾26%", False, id="other-months-in-a-row"),
        pytest.param(ORDERS, "第四季美元计季增5%~7%", True, id="reckoned-in-dollars"),
        pytest.param(ORDERS, "第四季以欧元计季增5%~7%", False, id="reckoned-in-euros"),
        pytest.param(FREIGHT, "集运指数：澳线周跌5.2%，地中海线周涨1.3%", True, id="short-names-of-lines"),
        pytest.param(FREIGHT, "集运指数：澳线周跌1.3%，地中海线周涨5.2%", False, id="short-names-exchanged"),
        pytest.param(AIRPORT, "晴川机场：8月国际旅客同比增逾27%", True, id="second-of-two-rates"),
        pytest.param(AIRPORT, "晴川机场：8月国际旅客同比减逾27%", False, id="second-of-two-rates-turned"),
        pytest.param(AIRPORT, "晴川机场：前四季度货邮吞吐量62.4万吨", False, id="four-quarters"),
        pytest.param(OFFER, "睿合生物10月6日起招股 招股价17.2至19.8元", True, id="day-and-month"),
        pytest.param(OFFER, "睿合生物4月6日起招股 招股价17.2至19.8元", False, id="day-of-another-month"),
        pytest.param(MARKET, "股指半日跌187点 成交逾千亿元", True, id="a-scale-for-a-sum"),
        pytest.param(MARKET, "股指半日跌187点 成交逾千亿美元", False, id="a-scale-in-other-money"),
    ],
)
def test_flashes(document: str, statement: str, holds: bool) -> None:
    found = verify(statement, document, lang="zh")
    assert is_accepted(found) is holds, found


WORKS = """Tarrow Castings - fiscal 2041 results. Revenue was $418 million, down 7.3%. Operating profit rose 112% to $26 million.
In dollar terms, bookings grew 5% in the fourth quarter. Freight and energy costs rose 4.1% and 30.6%."""


@pytest.mark.parametrize(
    ("statement", "holds"),
    [
        pytest.param("Operating profit doubled.", True, id="doubled"),
        pytest.param("Revenue doubled.", False, id="not-doubled"),
        pytest.param("In dollar terms bookings grew 5%.", True, id="reckoned-in-dollars"),
        pytest.param("In euro terms bookings grew 5%.", False, id="reckoned-in-euros"),
        pytest.param("Energy costs fell 30.6%.", False, id="second-of-two-rates-turned"),
        pytest.param("Energy costs rose 30.6%.", True, id="second-of-two-rates"),
    ],
)
def test_english(statement: str, holds: bool) -> None:
    found = verify(statement, WORKS)
    assert is_accepted(found) is holds, found
