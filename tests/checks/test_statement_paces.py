"""`verify`: growth that slowed, ends of ranges, one time for each clause, runs of weeks. All is invented."""

from __future__ import annotations

import pytest

from nlp.pipeline import verify
from nlp.scoring.statements import is_accepted

PRICES = """国家统计局9日公布，2040年9月份，全国居民消费价格同比上涨0.7%，涨幅比8月回落0.2个百分点；猪肉价格下降8.6%。按美元计价，9月份出口2871.6亿美元，同比增长3.4%，8月为增长6.1%。"""
SURVEY = """9月份，制造业采购经理指数为50.8%，比上月上升0.4个百分点。大、中、小型企业PMI分别为51.6%、50.3%和48.9%。"""
METALS = """周二，伦敦金属交易所（LME）基本金属收盘涨跌互现。三个月期铜涨1.14%，报每吨10872美元；期锌跌0.73%，报2914美元；期镍涨1.86%。LME铜库存减少1950吨至12.47万吨。"""
TAIPEI = """台北股市今天開低走高，加權指數終場上漲174.36點，收26418.52點。外資及陸資買超183.7億元，投信賣超29.4億元，三大法人合計買超161.5億元。"""
POWER = """【岚洲能源：2043年半年报】公司上半年实现营业收入31.62亿元，同比增长9.7%。其中第二季度营收16.84亿元。截至6月末，资产负债率为51.3%。经营活动产生的现金流量净额为1.58亿元，上年同期为2.46亿元。"""
SHARES = """10月9日，北向资金全天净卖出57.8亿元。当日两市成交额1.19万亿元，较前一日放量1370亿元，连续第5个交易日突破万亿元。规上工业增加值增长6.3%，比一季度加快0.6个百分点。琼岭智能首日高见27.4元，收报25.9元。"""
VIEW = """维里克公司将全年营收增速指引由3%至5%上调至5%至7%。"""
STORES = """日本百货运营商川叶屋公布，2030年3月至8月合并纯利润同比减少27%，为168亿日元。公司将全年纯利润预期从390亿日元下调至330亿日元。"""
FILM = """电影《白塔》上映第9天，累计票房突破7亿元。《白塔》总票房预测由11.6亿元上调至12.9亿元。"""
BUDGET = """溪州市财政局披露，1—9月全市一般公共预算收入387.4亿元，同比下降4.2%；土地出让收入下降36.8%。"""
LINES = """本周出口集装箱综合运价指数报1483.62点，较上期下跌51.37点，跌幅3.3%，连续第四周下行。"""
CROPS = """农业部供需报告：玉米单产由181.6下调至180.9蒲式耳，期末库存降至19.3亿蒲式耳。南方大豆产量预估维持1.64亿吨。"""
FUND = """云岭机器人ETF于3月12日成立，募集期净认购金额28.43亿元，有效认购总户数3.72万户。首募规模上限为50亿份。"""
RANGES = """溪光精密公告，第二季度归母净利润1.84亿元至2.26亿元，环比增长71%至110%，同比增长46%至80%。"""
LOSSES = """桐榆种业预计2030年度净亏损4.6亿元至5.9亿元，业绩变动主因种子价格下行，计提存货跌价准备约1.9亿元，同时对子公司银穗源计提商誉减值约1.3亿元。"""
HOMES = """沁园置地公告，8月实现合约销售金额41.7亿元，同比下降26.4%，环比增长16.8%。1—8月累计合约销售金额397.2亿元，同比下降18.7%。"""
FINES = """监管部门对越拓环境下发告知书。经查，越拓环境2036年至2038年年度报告存在虚假记载，分别虚增营业收入2.84亿元、4.93亿元和2.17亿元。拟对公司罚款500万元，对时任董事长罚款400万元。"""
HONG_KONG = """盛裕服飾發盈警，料截至9月底止六個月錄得股東應佔虧損介乎1.1億至1.35億港元，上年同期為盈利2,940萬元。手頭現金約1.8億元。"""


@pytest.mark.parametrize(
    ("document", "statement", "holds"),
    [
        pytest.param(PRICES, "9月CPI同比涨幅回落至0.7%", True, id="growth-that-slowed"),
        pytest.param(PRICES, "9月CPI同比涨幅扩大至0.7%", False, id="growth-that-did-not-speed-up"),
        pytest.param(PRICES, "9月CPI同比降幅收窄至0.7%", False, id="no-fall"),
        pytest.param(PRICES, "以美元计9月出口增速放缓至3.4%", True, id="slower-than-the-month-before"),
        pytest.param(PRICES, "以美元计9月出口增速加快至3.4%", False, id="not-faster-than-the-month-before"),
        pytest.param(SURVEY, "9月制造业PMI升至50.8", True, id="index-in-per-cent"),
        pytest.param(SURVEY, "9月制造业PMI降至50.8", False, id="index-turned"),
        pytest.param(METALS, "伦锌逆势跌0.73%，LME铜库存降至12.47万吨", True, id="short-name-of-a-metal"),
        pytest.param(METALS, "伦锌逆势涨0.73%，LME铜库存降至12.47万吨", False, id="short-name-of-a-metal-turned"),
        pytest.param(TAIPEI, "外資買超近184億 台股收漲174點", True, id="bought-more-than-sold"),
        pytest.param(TAIPEI, "外資買超近148億 台股收漲174點", False, id="bought-more-wrong"),
        pytest.param(
            STORES, "川叶屋上半财年纯利减27% 全年纯利预期由390亿下调至330亿日元", True, id="time-of-its-clause"
        ),
        pytest.param(POWER, "岚洲能源上半年经营现金流净额1.58亿元", True, id="period-beside-its-year-before"),
        pytest.param(POWER, "岚洲能源二季度营收31.62亿元", False, id="half-for-a-quarter"),
        pytest.param(SHARES, "两市成交额连续5日破万亿 较前日放量1370亿元", True, id="days-in-a-row"),
        pytest.param(SHARES, "两市成交额连续5日破万亿 较前日缩量1370亿元", False, id="less-traded"),
        pytest.param(SHARES, "北向资金今日净流出57.8亿元", True, id="net-sold"),
        pytest.param(SHARES, "北向资金今日净流入57.8亿元", False, id="net-bought"),
        pytest.param(SHARES, "规上工业增加值增6.3% 较一季度快0.6个百分点", True, id="quicker"),
        pytest.param(SHARES, "规上工业增加值增6.3% 较一季度慢0.6个百分点", False, id="slower"),
        pytest.param(SHARES, "琼岭智能首日收报25.9元", True, id="close"),
        pytest.param(SHARES, "琼岭智能首日收报27.4元", False, id="high-for-the-close"),
        pytest.param(VIEW, "维里克：全年营收料增5%至7%，此前料增3%至5%", True, id="earlier-view"),
        pytest.param(VIEW, "维里克：全年营收料增3%至5%，此前料增5%至7%", False, id="earlier-view-exchanged"),
        pytest.param(STORES, "川叶屋上半财年纯利减27% 全年纯利预期由390亿上调至330亿日元", False, id="raised-to-less"),
        pytest.param(FILM, "《白塔》上映9天票房破7亿", True, id="ninth-day"),
        pytest.param(FILM, "《白塔》上映8天票房破7亿", False, id="another-day"),
        pytest.param(BUDGET, "溪州前三季度一般公共预算收入降4.2%", True, id="three-quarters"),
        pytest.param(BUDGET, "溪州前二季度一般公共预算收入降4.2%", False, id="two-quarters"),
        pytest.param(LINES, "集运指数连跌四周报1483.62点", True, id="weeks-in-a-row"),
        pytest.param(LINES, "集运指数连涨四周报1483.62点", False, id="weeks-in-a-row-turned"),
        pytest.param(CROPS, "农业部下调玉米单产至180.9蒲，大豆产量预估持稳于1.64亿吨", True, id="forecast-kept"),
        pytest.param(
            CROPS, "农业部下调玉米单产至180.9蒲，大豆产量预估持稳于1.46亿吨", False, id="another-forecast-kept"
        ),
        pytest.param(FUND, "云岭机器人ETF成立 首募规模逾28亿元", True, id="size-and-its-limit"),
        pytest.param(FUND, "云岭机器人ETF成立 首募规模逾38亿元", False, id="another-size"),
        pytest.param(RANGES, "溪光精密Q2净利环比最高增110%", True, id="high-end"),
        pytest.param(RANGES, "溪光精密Q2净利环比最高增71%", False, id="low-end-as-the-highest"),
        pytest.param(RANGES, "溪光精密Q2净利环比最低增71%", True, id="low-end"),
        pytest.param(LOSSES, "桐榆种业料计提商誉减值约1.3亿、存货跌价约1.9亿元", True, id="word-within-a-name"),
        pytest.param(LOSSES, "桐榆种业料计提商誉减值约1.9亿、存货跌价约1.3亿元", False, id="exchanged"),
        pytest.param(HOMES, "沁园置地前8月销售额跌近两成至397.2亿元", True, id="loose-rate-beside-its-level"),
        pytest.param(HOMES, "沁园置地前8月销售额增近两成至397.2亿元", False, id="loose-rate-turned"),
        pytest.param(FINES, "越拓环境2037年年报虚增营收4.93亿元 公司拟被罚500万元", True, id="fine-of-no-year"),
        pytest.param(FINES, "越拓环境2036年年报虚增营收4.93亿元 公司拟被罚500万元", False, id="another-year"),
        pytest.param(HONG_KONG, "盛裕服飾料截至9月半年虧損1.1億至1.35億元", True, id="dollars-called-yuan"),
        pytest.param(HONG_KONG, "盛裕服飾料截至9月半年虧損1.1億至1.35億美元", False, id="other-dollars"),
    ],
)
def test_flashes(document: str, statement: str, holds: bool) -> None:
    found = verify(statement, document, lang="zh")
    assert is_accepted(found) is holds, found
