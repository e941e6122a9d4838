"""What the tables of a release say about themselves: scale, currency, kind, totals, changes; in both languages.

All patterns are matched on folded, simplified text in lower case.
"""

from __future__ import annotations

import re

from .late import late

_MONEY = (
    r"(?:us\$|u\.s\. ?dollars?|usd|rmb|cny|renminbi|yuan|nt\$|twd|hk\$|hkd|eur|euros?|gbp|jpy|yen|(?:[acsr]|nz)\$|cad|aud|sgd|nzd|"
    r"brl|sek|nok|dkk|chf|krw|inr|mxn|zar|myr|rm|php|thb|pln|dollars?|[$€£¥₩₹]|人民币|美元|港元|港币|新台币|台币|欧元|日元|加元|澳元|"
    r"新元|元)"
)
SCALES: tuple[tuple[re.Pattern[str], int], ...] = (
    (late(rf"\b(?:in|of|\(|,|{_MONEY}) ?(?:{_MONEY} ?)?billions?\b|{_MONEY} ?bn\b|十亿"), 10**9),
    (
        late(
            rf"\bin (?:{_MONEY} )?millions?\b|\bmillions? of\b|{_MONEY} ?(?:in )?(?:millions?|mn|mm|m)\b|\({_MONEY}?m\)|\bmillions?\b|[百佰][万萬]"
        ),
        10**6,
    ),
    (
        late(
            rf"\bin (?:{_MONEY} )?thousands?\b|\bthousands? of\b|{_MONEY} ?(?:in )?(?:thousands?|k)\b|{_MONEY}?'000s?\b|\bthousands?\b|[千仟](?=[人美港新台欧日加澳]?[\u4e00-\u9fff]{{0,3}}元|元)|(?<=元)[千仟]|(?<=币)[千仟]元"
        ),
        10**3,
    ),
    (late(r"亿"), 10**8),
    (late(r"万(?=元|人民币|[美港欧日加澳新]元|新台币|人|$)"), 10**4),
)
CURRENCIES: tuple[tuple[re.Pattern[str], str], ...] = (
    (late(r"us\$|\busd\b|u\.s\. dollars?|us dollars?|美元|美金"), "USD"),
    (late(r"hk\$|\bhkd\b|hong kong dollars?|港元|港币|港仙"), "HKD"),
    (late(r"nt\$|\bntd\b|\btwd\b|new taiwan dollars?|新台币|台币"), "TWD"),
    (late(r"\brmb|\bcny\b|renminbi|人民币|¥(?=.*rmb)"), "CNY"),
    (late(r"€|\beur\b|\beuros?\b|欧元"), "EUR"),
    (late(r"£|\bgbp\b|pounds? sterling|英镑"), "GBP"),
    (late(r"\bjpy\b|\byen\b|日元|日圆"), "JPY"),
    (late(r"(?<![a-z])s\$|\bsgd\b|singapore(?:an)? dollars\b|新加坡元|(?<![更最创])新元|坡元"), "SGD"),
    (late(r"(?<![a-z])au?\$|\baud\b|australian dollars\b|澳(?:大利亚)?元|澳币"), "AUD"),
    (late(r"(?<![a-z])c(?:dn|a)?\$|\bcad\b|canadian dollars\b|(?<!增)加(?:拿大)?元|加币"), "CAD"),
    (late(r"nz\$|\bnzd\b|new zealand dollars\b|新西兰元|纽元"), "NZD"),
    (late(r"\bkrw\b|₩|\bwon\b|韩[元圆]"), "KRW"),
    (late(r"\binr\b|₹|(?:indian )?rupees?\b|卢比"), "INR"),
    (late(r"\bchf\b|swiss francs?|瑞士法郎|瑞郎"), "CHF"),
    (late(r"\bsek\b|swedish kron(?:a|or)|瑞典克朗"), "SEK"),
    (late(r"\bnok\b|norwegian kroner?|挪威克朗"), "NOK"),
    (late(r"\bdkk\b|danish kroner?|丹麦克朗"), "DKK"),
    (late(r"(?<![a-z])r\$|\bbrl\b|(?:brazilian )reais|巴西雷亚尔|雷亚尔"), "BRL"),
    (late(r"mx\$|\bmxn\b|mexican pesos?|墨西哥比索"), "MXN"),
    (late(r"\bzar\b|(?:south african )rands?\b|南非兰特|兰特"), "ZAR"),
    (late(r"\bmyr\b|\brm(?= ?(?:in |'?000|m|bn|[0-9]|\)))|malaysian ringgit|\bringgit\b|马来西亚令吉|令吉"), "MYR"),
    (late(r"\bphp\b|₱|philippine pesos?|菲律宾比索"), "PHP"),
    (late(r"\bthb\b|(?:thai )?\bbaht\b|泰铢"), "THB"),
    (late(r"\bpln\b|(?:polish )?\bzloty(?:s|ch)?\b|兹罗提"), "PLN"),
    (late(r"\$|\bdollars?\b"), "$"),
    (late(r"元"), "元"),
)
# A line that gives the unit of a table, and amounts in running text, whose scale is their own.
UNIT_LINE = late(r"(?:货币)?单位(?:为)?[:： ]{0,2}(?:人民币)?元(?!件|/)")
AMOUNT = late(r"[0-9][0-9.,]*\s?(?:[百千]?[万亿]+|(?:thousand|million|billion|trillion)s?\b)")
BALANCE = late(
    r"balance sheet|financial position|financial condition|资产负债表|财务状况表|\btotal assets\b|资产总[计额]"
)
TOTAL = late(
    r"\A(?:net )?cash (?:flows? )?(?:provided|used|generated|from|\().*\bactivities|\Anet cash(?:flows?)? (?:provided|used|generated|from|\(|inflow|outflow)|现金流量净额|净现金流|之净现金|\A(?:grand |sub)?total\b|\btotal\Z|, total\b|合计|总计|总额|小计|\A总"
)
# The two sides of a balance sheet.
TOTAL_ASSETS = late(r"(?:total|group) assets|assets,? total|资产(?:总计|总额|合计)|总资产")
BOTH_OWED = late(
    r"total (?:liabilities|(?:(?:share|stock)?holders'? )?equity|deficit)\b.*(?:\band|&) .*(?:equity|deficit|liabilities)"
    r"|负债(?:及|和|与)\S{0,10}权益\S{0,10}(?:总计|总额|合计)|(?:股东|所有者)?权益(?:及|和|与)负债(?:总计|总额|合计)"
)
# A total whose line says nothing else, and the captions that say what is broken down there.
BARE_TOTAL = late(
    r"(?:grand )?total|(?:the )?group(?: total)?|total group|consolidated|合计|总计|总额|集团(?:合计|总计)?"
)
BROKEN_DOWN = late(
    r"\b(?:by|per) [a-z]|\bbreakdown|\bbroken down|\bdisaggregat|\bsplit\b|\bcomposition\b|\bsegments?\b|构成|[分按依]"
)
# Heads of guidance: the ends of a range, its middle, and guidance that no longer stands.
LOW_END = late(
    r"(?:the )?(?:low|lower|minimum|min\.?|bottom|floor)(?: end| range| case)?|(?:区间)?下限|最低(?:值)?|低(?:值|端)?"
)
HIGH_END = late(
    r"(?:the )?(?:high|higher|upper|maximum|max\.?|top|ceiling)(?: end| range| case)?|(?:区间)?上限|最高(?:值)?|高(?:值|端)?"
)
MIDDLE = late(r"mid-?(?:point|range)?|middle|中[值点位](?:数|值)?")
FORMER = late(
    r"\b(?:previous(?:ly)?|prior|old|former|initial|original|earlier|superseded)\b|此前|先前|原(?=指引|预|目标|来|有|$)|调整前|修正前|上次"
)
GUIDANCE = late(r"\bguid|\boutlook|\bforecast|\bexpect|\btarget|\bprojected|指引|预[计期测估]|展望|目标|指标")
PER_SHARE = late(
    r"\bper (?:(?:diluted|basic|ordinary|common) )*(?:share|ads|ads unit)\b|\beps\b|每股|每份|每(?:ads|美国存托)"
)
SHARES = late(
    r"\b(?:weighted average|number of|ordinary|common|diluted|basic)\b.*\bshares\b|shares outstanding|股数|股份数|加权平均"
)
NOT_MONEY = late(
    r"\bexcept\b.*(?<!per )\bshares?(?: and|,| data| amounts?| counts?)|股[数份].*除外|(?<!per )\bshare data\b"
)
CHANGE = late(
    r"\bchange|\bvariance|\bvar\b|\byoy\b|\bqoq\b|y/y|q/q|y-o-y|q-o-q|increase|decrease|growth|[δ∆]|\+ ?/ ?-|"
    r"\bvs?\b\.?|\bversus\b|变动|增减|同比|环比|年增|季增|变化|增长|较.{0,8}[年季期]|比上"
)
YOY = late(r"\byoy\b|y/y|y-o-y|\byear[ -](?:over|on)[ -]year|\b(?:prior|previous|last)[ -]year|同比|年增|上年|去年")
QOQ = late(
    r"\bqoq\b|q/q|q-o-q|\bquarter[ -](?:over|on)[ -]quarter|\bsequential|\blinked|\b(?:prior|previous|last)[ -]quarter|"
    r"环比|季增|上季|上一季"
)
# Changes that do not follow from the figures as printed.
ADJUSTED = late(
    r"\bconstant|\bcc\b|\bcer\b|(?:currency|fx)[ -](?:neutral|adjusted)|\blocal currenc|\bex[ -]?fx\b|\borganic|"
    r"\blike[ -]for[ -]like|\blfl\b|\bcomparable|\bunderlying|\bpro ?forma|固定汇率|恒定汇率|不变汇率|当地货币|内生|可比|调整"
)
PER_CENT = late(r"[%％]|\bper ?cent|百分")
SHARE = late(
    r"% of (?:total |net )?(?:revenue|sales|total)|\bmix\b|占比|占.{0,6}比|百分比|\bas (?:a )?(?:%|per ?cent(?:age)?) of|"
    r"\b(?:per ?cent(?:age)?|margin) of (?:total |net )?(?:revenue|sales)|占.{0,6}%|\A[ ]?[%％][ ]?\Z"
)
NON_GAAP = late(r"non-? ?gaap|\badjusted\b|经调整|非(?:公认|gaap|国际|美国|一般公认)|扣非|扣除非经常(?:性损益)?[的后]*")
CENTS = late(r"\bcents?\b|\bpence\b|\(p\)|[港美新]仙|\(仙\)|\(分\)|人民币分|分/股")
# Names that hold the name of a metric and mean another figure.
NO_METRIC = late(
    r"(?<!有息)负债(?:合计|总[计额]|及|和)|负债\Z|\bliabilities and\b|\btotal liabilities\b|投资活动|筹资活动|融资活动|investing activities|financing activities"
)
# Words that may stand beside a metric's name without naming another figure.
BESIDE = late(
    r"\b(?:total|consolidated|group|net|the|of|and|for|attributable to (?:the )?(?:company|parent|owners?|(?:ordinary |common )?shareholders?|stockholders?)(?: of [\w ,.]+)?|company|unaudited|audited|reported|gaap|note|notes?|paid|less|plus|"
    r"add|basic|diluted|continuing operations|period|quarter|year|comprehensive|in|usd|rmb|eur|us|million|millions|thousand|thousands|billion|m|bn|number|expenses?|costs?|\(?loss\)?|\(?income\)?|\(?benefit\)?|\(?used in\)?|\(?outflow\)?|equivalents?)\b|"
    r"加权平均|摊薄|稀释|基本|集团|归属于?|母公司|本公司|上市公司|公司|普通股|股东|所有者|拥有人|应占|的|合计|总计|总额|净额|本期|本年|期内|(?:单位|百万|千|万|亿|人民币|新台币|港币|美元|港元|元)+|支出|数额?|[、，,:：;；.()（）\[\]'’%$€£¥/&*†‡¹²³⁰-⁹0-9\s-]"
)
# Rows named more shortly in tables than anywhere else.
SHORT_NAMES: dict[str, str] = {
    "selling": "sales_marketing_expense", "marketing": "sales_marketing_expense", "selling and distribution": "sales_marketing_expense",
    "administration": "ga_expense", "administrative": "ga_expense", "fulfillment": "fulfillment_expense", "fulfilment": "fulfillment_expense",
    "share capital and reserves": "equity", "total equity": "equity", "权益总额": "equity", "权益合计": "equity", "股东权益合计": "equity", "所有者权益合计": "equity",
    "资产总额": "total_assets", "资产总计": "total_assets", "资产合计": "total_assets", "总资产": "total_assets", "income tax": "tax_expense", "所得税": "tax_expense",
    "selling, general and administrative": "sga_expense", "selling, general & administrative": "sga_expense",
    "taxes": "tax_expense", "taxation": "tax_expense", "利润总额": "pretax_income", "亏损总额": "pretax_income", "earnings before income taxes": "pretax_income",
    "earnings before taxes": "pretax_income", "earnings before tax": "pretax_income", "营业总收入": "revenue", "营业总成本": "", "营业外收入": "", "营业外支出": "",
    "其他收益": "other_income", "资产总值": "total_assets", "贸易应收款项": "receivables", "应收贸易账款": "receivables", "应收账款及票据": "receivables", "应收票据及应收账款": "receivables", "insurance revenue": "revenue", "保险服务收入": "revenue", "profit for the year": "net_income", "profit for the period": "net_income", "net change in cash": "", "change in cash and cash equivalents": "",
    "long-term bank loans": "debt", "short-term bank loans": "debt", "短期借款": "debt", "长期借款": "debt", "短期银行借款": "debt", "长期银行借款": "debt", "银行借款": "debt",
    "银行结存及现金": "cash", "银行结余及现金": "cash", "现金及约当现金": "cash", "现金及现金等价物": "cash", "货币资金": "cash", "存货": "inventory",
    "应收账款": "receivables", "应收帐款": "receivables", "应付账款": "payables", "应付帐款": "payables", "合同负债": "deferred_revenue", "合约负债": "deferred_revenue",
    "trade receivables": "receivables", "trade payables": "payables", "contract liabilities": "deferred_revenue", "net profit": "net_income",
    "股份支付费用": "share_based_compensation", "股份基础给付": "share_based_compensation", "share-based payments": "share_based_compensation",
    "折旧及摊销": "depreciation_amortization", "折旧及摊提": "depreciation_amortization", "depreciation and amortisation": "depreciation_amortization",
    "经营活动产生的现金流量净额": "operating_cash_flow", "营业活动之净现金流入": "operating_cash_flow", "营业活动之净现金流入(流出)": "operating_cash_flow",
    "cash flow from operating activities": "operating_cash_flow", "资本开支": "capex", "资本支出": "capex", "capital expenditure": "capex",
    "支付股利": "dividend", "发放现金股利": "dividend", "支付股息": "dividend", "dividends paid": "dividend", "dividends": "dividend",
    "付费客户数": "customers", "客户留存率": "retention", "员工人数": "headcount", "门店数目": "stores",
}  # fmt: skip
# "Revenues from franchised stores": revenue of a part of the business, not stores.
OF_PART = late(
    r"(?:net )?(?:revenues?|sales) (?:from|of) (?P<en>(?!(?:the )?(?:external|contracts?|customers?|operations|operating|continuing|discontinued"
    r"|related|affiliat|third|ordinary|other|transactions|principal|core|prior|previous|sales?|goods|products|services"
    r"|intersegment|inter-segment)\b)[a-z][a-z &/'-]+)|(?:来自|源自)(?P<zh>[\u4e00-\u9fffa-z]{2,12}?)(?:的|之)?(?:营业)?收入"
)
# Lines that go on behind the metric's name and still are it.
ROW_NAMES: tuple[tuple[re.Pattern[str], str], ...] = (
    (late(r"(?:total )?(?:net )?(?:revenues?|sales) from (?:(?:external )?customers|contracts? with (?:external )?customers|operations)"), "revenue"),
    (late(r"impairments?(?: (?:charges?|loss(?:es)?))?(?: (?:of|on|to) [a-z ,&-]+)?|(?:信用|资产|商誉)减值(?:损失|准备)?"), "impairment"),
    (late(r"(?:net )?(?:\(?gains?\)?|\(?loss(?:es)?\)?|/| |,|and|or|\(|\))+ (?:on|from) (?:the )?(?:sales?|disposals?|dispositions?) of [a-z ,&-]+"), "gain_on_disposal"),
    (late(r"(?:(?:basic|diluted)[ ,-]*(?:and|&)?[ ,-]*)*weighted[- ]average (?:number of )?(?:(?:basic|diluted|ordinary|common|class [ab]|outstanding|and) )*(?:shares?|ads(?:s|es)?)\b.*|(?:发行在外)?(?:的)?(?:普通股)?(?:的)?加权平均(?:普通股)?(?:股数|股份数目?|数).*"), "shares"),
    (late(r"net (?:\(?(?:income|loss|profit|earnings)\)?(?: ?/ ?)?)+ attributable to (?!.*(?:non-?controlling|minority|redeemable|preferred|participating|mezzanine)).+"), "net_income"),
    (late(r"(?:(?:net )?\(?(?:income|loss|profit|earnings|results?)\)?(?: ?/ ?)?(?: for the (?:year|period|quarter|half[- ]year))?)+,? attributable(?: to (?!.*(?:non-?controlling|minority|redeemable|preferred|participating|mezzanine)).+)?"), "net_income"),
    (late(r"(?:(?:share|stock) )?(?:repurchases?|buy ?backs?) of (?:common|ordinary|treasury|company|own)?[ ]?(?:stock|shares?)|repurchases? of (?:class [ab] )?(?:common|ordinary) (?:stock|shares?)"), "buyback"),
    (late(r"(?:cash )?dividends?(?: (?:declared|paid|proposed))* per (?:[a-z]+ )?(?:share|ads|unit)(?: declared| paid)?|每股(?:派息|股息|股利|现金红利)"), "dividend"),
)  # fmt: skip
# Whose share of the line above a line is by its name: "Attributable to shareholders", and under "Attributable to:" "Owners".
OWNERS = late(
    r"(?:attributable to:? )?(?:the |our )?(?:(?:company|group|parent)['’]s )?(?:(?:ordinary|common|equity) )?"
    r"(?:owners?|shareholders?|stockholders?|unitholders?|members|equity holders?|holders of (?:ordinary|common) (?:shares|stock))"
    r"(?: of .+)?|attributable to (?:the )?(?:parent|company)"
    r"|(?:归属于?|归于)?(?:本公司|公司|母公司|上市公司|本集团|集团)?(?:之|的)?(?:普通股)?(?:股东|所有者|拥有人|权益持有人|持有人|业主)(?:应占)?"
)
OTHER_OWNERS = late(
    r"(?:attributable to:? )?(?:the )?(?:non-?controlling|minority).*|(?:归属于?)?(?:少数股东|非控股|非控制).*"
)
# A line of a statement that ends so is a figure of its own, no part of the business.
LINE_ITEM = late(
    r"\b(?:results?|incomes?|expenses?|costs?|gains?|loss(?:es)?|charges?|items?|fees?|taxes|tax|amortization|depreciation|provisions?)(?:,? net)?\Z|"
    r"(?:收益|收入|费用|开支|成本|支出|损益|损失|利得|亏损|税[项费]?|摊销|折旧|准备|其他|其它)(?:净额)?\Z"
)
PROFITS = frozenset("gross_profit operating_income adjusted_ebitda ebitda ebita".split())
# Printed for one of something, whatever the scale of the table.
PER_ONE = frozenset("arpu price order_value room_rate".split())
# Metrics whose parts are parts of the business; the lines under "Operating expenses:" are other figures.
WITH_PARTS = frozenset(
    "revenue cost_of_revenue gross_profit operating_income adjusted_ebitda ebitda ebita orders volume customers users stores headcount capacity".split()
)
# Costs are printed in brackets or not; the figure meant is the same.
UNSIGNED = frozenset(
    "cost_of_revenue operating_expenses rnd_expense sales_marketing_expense ga_expense sga_expense fulfillment_expense staff_expense "
    "interest_expense tax_expense capex dividend buyback depreciation_amortization impairment restructuring provision".split()
)
