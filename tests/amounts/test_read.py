"""What people say, and the amounts in it. `want` lists each amount as surface=value unit [kind] [modifier] [noun]."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from nlp.amounts import find_amounts, find_phrases
from nlp.errors import BadInput
from nlp.records import Amount

_USUAL_KIND = {"percent": "percent", "percentage_point": "points", "basis_point": "points", "multiple": "ratio"}


def shown(text: str, lang: str) -> list[str]:
    """The amounts of `text` in the notation of the tables; a kind is shown where the unit does not tell it."""
    return [_shown(text, amount) for amount in find_amounts(text, lang)]


def _shown(text: str, amount: Amount) -> str:
    value = f"{amount.low}" if amount.low == amount.high else f"{amount.low}..{amount.high}"
    usual = _USUAL_KIND.get(amount.unit, "count" if amount.unit == "count" else "money")
    parts = [value, amount.unit, "" if amount.kind == usual else amount.kind, amount.modifier or "", amount.noun or ""]
    return f"{text[amount.start : amount.end]}={' '.join(part for part in parts if part)}"


def case(lang: str, text: str, *want: str) -> Any:
    return pytest.param(lang, text, list(want), id=f"{lang}-{text}"[:70])


MONEY = [
    case(
        "en",
        "Sales were RMB417.3 million (US$64.9 million).",
        "RMB417.3 million=417300000 CNY",
        "US$64.9 million=64900000 USD",
    ),
    case(
        "en",
        "- A profit of 41 million euros\n- 7.6 million parcels sorted",
        "41 million euros=41000000 EUR",
        "7.6 million=7600000 count parcels",
    ),
    case("en", "a loss of RMB(417.3) million", "RMB(417.3) million=-417300000 CNY"),
    case("en", "$(3.9 million)", "$(3.9 million)=-3900000 USD"),
    case("en", "Net loss\t(1,240)\t(980)", "(1,240)=-1240 count", "(980)=-980 count"),
    case("en", "$1.64b in sales", "$1.64b=1640000000 USD"),
    case("en", "MUSD 5.9 and 5.9 MEUR", "MUSD 5.9=5900000 USD", "5.9 MEUR=5900000 EUR"),
    case("en", "€5.9m or EUR 5.9 million", "€5.9m=5900000 EUR", "EUR 5.9 million=5900000 EUR"),
    case("en", "5.9 million euros", "5.9 million euros=5900000 EUR"),
    case(
        "en", "HK$1.27 billion and NT$3.91 billion", "HK$1.27 billion=1270000000 HKD", "NT$3.91 billion=3910000000 TWD"
    ),
    case(
        "en",
        "C$ 4.6 million, A$29 million, S$9",
        "C$ 4.6 million=4600000 CAD",
        "A$29 million=29000000 AUD",
        "S$9=9 SGD",
    ),
    case("en", "a $48.6 million plant", "$48.6 million=48600000 USD"),
    case("en", "It cost us $9 million", "$9 million=9000000 USD"),
    case("en", "Rs.16,244 and Rs 64 crore", "Rs.16,244=16244 INR", "Rs 64 crore=640000000 INR"),
    case("en", "30 Danish kroner; 50 Egyptian pounds", "30 Danish kroner=30 DKK", "50 Egyptian pounds=50 EGP"),
    case("en", "a 17 billion yen loan", "17 billion yen=17000000000 JPY"),
    case("en", "¥500 million in Tokyo", "¥500 million=500000000 JPY"),
    case("en", "¥500 million in China", "¥500 million=500000000 CNY"),
    case("en", "twenty-five million dollars", "twenty-five million dollars=25000000 USD"),
    case("en", "half a billion euros", "half a billion euros=500000000 EUR"),
    case("en", "one and a half million dollars", "one and a half million dollars=1500000 USD"),
    case("en", "it costs a dollar. A dollar amount.", "a dollar=1 USD"),
    case("en", "a one-yen bid", "one-yen=1 JPY"),
    case("en", "$1.3 billion-1.4 billion", "$1.3 billion-1.4 billion=1300000000..1400000000 USD"),
    case("zh", "指数回落0.6个点至47.2", "0.6个点=0.6 percentage_point", "47.2=47.2 count"),
    case("zh", "运价再跌5%到10%", "5%到10%=5..10 percent"),
    case("zh", "毛利率下滑2至3个百分点", "2至3个百分点=2..3 percentage_point"),
    case("en", "EUR 5bn-6bn", "EUR 5bn-6bn=5000000000..6000000000 EUR"),
    case("en", "COVID-19 million"),
    case("en", "a 10-million-dollar loan", "10-million-dollar=10000000 USD"),
    case("en", "20 dollars and 43 cents", "20 dollars and 43 cents=20.43 USD"),
    case("en", "$27 1/2", "$27 1/2=27.5 USD"),
    case("en", "rmb 17 usd 26", "rmb 17=17 CNY", "usd 26=26 USD"),
    case("en", "RMB2020 million", "RMB2020 million=2020000000 CNY"),
    case("en", "It costs 5000元.", "5000元=5000 CNY"),
    case(
        "en",
        "R27 million, R31,640 and R 2.7bn",
        "R27 million=27000000 ZAR",
        "R31,640=31640 ZAR",
        "R 2.7bn=2700000000 ZAR",
    ),
    case("en", "at R19.26/US$", "R19.26=19.26 ZAR"),
    case("en", "Ps.6.4 billion; Ps. 917 million", "Ps.6.4 billion=6400000000 MXN", "Ps. 917 million=917000000 MXN"),
    case("en", "KShs 617.9 billion and KSh 31m", "KShs 617.9 billion=617900000000 KES", "KSh 31m=31000000 KES"),
    case("en", "S/ 624 million", "S/ 624 million=624000000 PEN"),
    case("en", "TL 17.6 billion; Dh 64 million", "TL 17.6 billion=17600000000 TRY", "Dh 64 million=64000000 AED"),
    case("en", "Rs.4,160 crore; ₹6 lakh crore", "Rs.4,160 crore=41600000000 INR", "₹6 lakh crore=6000000000000 INR"),
    case("en", "zł 64m, 17 Kč, Ft 31 bn", "zł 64m=64000000 PLN", "17 Kč=17 CZK", "Ft 31 bn=31000000000 HUF"),
    case(
        "en",
        "17 sen, 31 fen, 6 jiao, 64 öre",
        "17 sen=0.17 MYR",
        "31 fen=0.31 CNY",
        "6 jiao=0.6 CNY",
        "64 öre=0.64 SEK",
    ),
    case("en", "USc91.6 or 91.6USc", "USc91.6=0.916 USD", "91.6USc=0.916 USD"),
    case("en", "1 HK cent, 1 NT dollar", "1 HK cent=0.01 HKD", "1 NT dollar=1 TWD"),
    case("en", "three Singapore cents", "three Singapore cents=0.03 SGD"),
    case(
        "en",
        "MSEK 4 061, TSEK 317, SEK 2,617m",
        "MSEK 4 061=4061000000 SEK",
        "TSEK 317=317000 SEK",
        "SEK 2,617m=2617000000 SEK",
    ),
    case(
        "en",
        "R16 491 million, CHF 6 017 million",
        "R16 491 million=16491000000 ZAR",
        "CHF 6 017 million=6017000000 CHF",
    ),
    case("en", "EUR 2 317 million at the quarter's end", "EUR 2 317 million=2317000000 EUR"),
    case("zh", "收入16 491万元，人民币 6 017 百万元", "16 491万元=164910000 CNY", "人民币 6 017 百万元=6017000000 CNY"),
    case("zh", "营收为2.9億元，同比增长8.4%", "2.9億元=290000000 CNY", "8.4%=8.4 percent"),
    case("zh", "營收5,360萬元", "5,360萬元=53600000 CNY"),
    case("zh", "人民幣 417.3 百萬元", "人民幣 417.3 百萬元=417300000 CNY"),
    case("zh", "港币两千九百六十一元", "港币两千九百六十一元=2961 HKD"),
    case("zh", "新台币 177.6 亿元", "新台币 177.6 亿元=17760000000 TWD"),
    case("zh", "新台幣財報：營收 17.7 億元", "17.7 億元=1770000000 TWD"),
    case("zh", "三万元欧元", "三万元欧元=30000 EUR"),
    case("zh", "2.9亿元人民币", "2.9亿元人民币=290000000 CNY"),
    case("zh", "RMB3.6億、US$ 4,260 萬", "RMB3.6億=360000000 CNY", "US$ 4,260 萬=42600000 USD"),
    case("zh", "港币(417.3)百万元", "港币(417.3)百万元=-417300000 HKD"),
    case("zh", "净利润-3.9亿元", "-3.9亿元=-390000000 CNY"),
    case("zh", "肆佰叁拾萬圓整", "肆佰叁拾萬圓整=4300000 CNY"),
    case("zh", "123元1角1分；三块五", "123元1角1分=123.11 CNY", "三块五=3.5 CNY"),
    case("zh", "三十美分、3分钱", "三十美分=0.3 USD", "3分钱=0.03 CNY"),
    case("zh", "約４１７．３億元", "４１７．３億元=41730000000 CNY about"),
    case("zh", "二十五万三千二百泰铢", "二十五万三千二百泰铢=253200 THB"),
    case("zh", "平均1,580元/吨", "1,580元=1580 CNY"),
]
PER_SHARE = [
    case("en", "earned $.86 a share", "$.86=0.86 USD per_share"),
    case("en", "EPS of 86 cents", "86 cents=0.86 USD per_share"),
    case("en", "loss per ADS was RMB0.62 (US$0.09)", "RMB0.62=0.62 CNY per_share", "US$0.09=0.09 USD per_share"),
    case("en", "a dividend of $0.24 per ordinary share", "$0.24=0.24 USD per_share"),
    case("en", "1,927 cents per share", "1,927 cents=19.27 USD per_share"),
    case("en", "a dividend of 13.6p, or 6p per share", "13.6p=0.136 GBP", "6p=0.06 GBP per_share"),
    case("en", "$4 billion of shares", "$4 billion=4000000000 USD"),
    case("zh", "每股收益0.64元；每ADS 0.46美元", "0.64元=0.64 CNY per_share", "0.46美元=0.46 USD per_share"),
]
RATES = [
    case("en", "a margin of (6.9)%", "(6.9)%=-6.9 percent"),
    case("en", "the margin (46.9%) rose", "46.9%=46.9 percent"),
    case("en", "minus 6% or -6% or +6%", "minus 6%=-6 percent", "-6%=-6 percent", "+6%=6 percent"),
    case("en", "$6 billion plus $310 million of notes", "$6 billion=6000000000 USD", "$310 million=310000000 USD"),
    case("en", "cash plus securities of $6 billion", "$6 billion=6000000000 USD"),
    case("en", "14%, plus or minus 2%", "14%=14 percent", "2%=2 percent"),
    case("en", "sales were plus 5%, when in July", "plus 5%=5 percent"),
    case("en", "priced at LIBOR plus 2%", "2%=2 percent"),
    case("en", "base rate plus 50 basis points", "50 basis points=50 basis_point"),
    case("en", "nearly half of the customers renewed", "half=0.5 multiple nearly"),
    case("en", "it was cut by a quarter", "a quarter=0.25 multiple"),
    case("en", "the launch was delayed by a quarter"),
    case("en", "three quarters of growth in a row"),
    case("en", "one hundred percent; thirty per cent", "one hundred percent=100 percent", "thirty per cent=30 percent"),
    case("en", "widened 340 basis points to 61%", "340 basis points=340 basis_point", "61%=61 percent"),
    case("en", "up 3.6 percentage points", "3.6 percentage points=3.6 percentage_point"),
    case("en", "margin was 61%, up 4 points", "61%=61 percent", "4 points=4 percentage_point"),
    case("en", "6 points of revenue growth", "6 points=6 percentage_point"),
    case(
        "en",
        "a 3-point drag, 1.4x, 95bps and 6pp",
        "3-point=3 percentage_point",
        "1.4x=1.4 multiple",
        "95bps=95 basis_point",
        "6pp=6 percentage_point",
    ),
    case("en", "an index of 39 points", "39=39 count points"),
    case(
        "en",
        "a 15-percent rise, a 20-percentage-point gain",
        "15-percent=15 percent",
        "20-percentage-point=20 percentage_point",
    ),
    case(
        "en", "3.6x leverage, 3.6 times, 10-fold", "3.6x=3.6 multiple", "3.6 times=3.6 multiple", "10-fold=10 multiple"
    ),
    case("en", "growth in the mid-20% range", "20%=24..26 percent about"),
    case("en", "two-thirds of sales and half of our staff", "two-thirds=0.666667 multiple", "half=0.5 multiple"),
    case("en", "the first half of the year, one quarter, a third party"),
    case("zh", "提升3.6个百分点，环比-3.6pct", "3.6个百分点=3.6 percentage_point", "-3.6pct=-3.6 percentage_point"),
    case("zh", "下降30个基点、30bps", "30个基点=30 basis_point", "30bps=30 basis_point"),
    case(
        "zh", "负百分之五；百分之百；千分之三", "负百分之五=-5 percent", "百分之百=100 percent", "千分之三=0.3 percent"
    ),
    case("zh", "百分之四十六点九", "百分之四十六点九=46.9 percent"),
    case("zh", "大概百分之三十几", "百分之三十几=30..40 percent about"),
    case("zh", "百分之六十多", "百分之六十多=60..None percent over"),
    case("zh", "GMV31亿，A17万能", "31亿=3100000000 count"),
    case("zh", "新机型36万一台", "36万=360000 count"),
    case("zh", "影响有3个亿", "3个亿=300000000 count"),
    case(
        "zh",
        "约占三成，七成五，打八五折，半成",
        "三成=30 percent about",
        "七成五=75 percent",
        "八五折=85 percent",
        "半成=5 percent",
    ),
    case("zh", "成长2.9个点；增长3.9倍", "2.9个点=2.9 percentage_point", "3.9倍=3.9 multiple"),
    case(
        "zh",
        "三分之二、一半、三又四分之一",
        "三分之二=0.666667 multiple",
        "一半=0.5 multiple",
        "三又四分之一=3.25 multiple",
    ),
    case("zh", "third四分之一、第三四分之一"),
]
COUNTS = [
    case("en", "31,400 active merchants in 64 cities", "31,400=31400 count merchants", "64=64 count cities"),
    case("en", "8.7mm units, two dozen", "8.7mm=8700000 count units", "two dozen=24 count"),
    case("en", "two product brands and 3 core skills", "two=2 count brands", "3=3 count skills"),
    case("en", "the two of us and one of the best"),
    case("en", "I saw 17 in six boxes", "17=17 count", "six=6 count boxes"),
    case("en", "The answer is four.", "four=4 count"),
    case("en", "64 GWh and 17MW", "64=64 count gwh", "17=17 count mw"),
    case("en", "2,917t of ore at 2.6g/t", "2,917=2917 count t", "2.6=2.6 count g/t"),
    case("en", "4.6Mt on 61km, 31kboe/d", "4.6=4.6 count mt", "61=61 count km", "31=31 count kboe/d"),
    case("en", "a 26-day stoppage, 60-day terms", "26=26 count days"),
    case("en", "31 600 tonnes and 6 400 people", "31 600=31600 count tonnes", "6 400=6400 count people"),
    case(
        "en", "between 16\u202f450 and 17\u00a0560 vehicles", "16\u202f450 and 17\u00a0560=16450..17560 count vehicles"
    ),
    case("zh", "销量31 600吨", "31 600=31600 count 吨"),
    case("en", "Net sales 416 397 264", "416=416 count", "397=397 count", "264=264 count"),
    case("en", "about 270 737 aircraft", "270=270 count about", "737=737 count aircraft"),
    case("en", "DSO was 64 days", "64=64 count days"),
    case(
        "en",
        "thirty-one million two hundred six thousand",
        "thirty-one million two hundred six thousand=31206000 count",
    ),
    case(
        "en",
        "12,34,567.89 and .876 and 1e10",
        "12,34,567.89=1234567.89 count",
        ".876=0.876 count",
        "1e10=10000000000 count",
    ),
    case("zh", "在64个城市拥有31,400家门店", "64=64 count 个", "31,400=31400 count 家"),
    case("zh", "两个类别、三大产品", "两=2 count 个", "三=3 count 大"),
    case("zh", "1,640.9亿；二十八点六亿", "1,640.9亿=164090000000 count", "二十八点六亿=2860000000 count"),
    case("en", "The Double 11 promotion and triple 9s"),
    case("zh", "供热36.7亿千瓦时，机组450兆瓦", "36.7亿=3670000000 count 千瓦时", "450=450 count 兆瓦"),
    case("zh", "13万2；四百五；一千陆", "13万2=132000 count", "四百五=450 count", "一千陆=1600 count"),
    case("zh", "7亿2万5千8百", "7亿2万5千8百=700025800 count"),
    case(
        "zh",
        "九千 一百 六十四 萬 五千 二百 七十八 點六二",
        "九千 一百 六十四 萬 五千 二百 七十八 點六二=91645278.62 count",
    ),
    case("zh", "六兆七十三亿五万六千三", "六兆七十三亿五万六千三=6007300056300 count"),
    case("zh", "12萬5,000人", "12萬5,000=125000 count 人"),
    case("zh", "十五六家，三五个", "十五六=15..16 count 家", "三五=3..5 count 个"),
    case("zh", "会员31,400，12家店", "31,400=31400 count", "12=12 count 家"),
]
RANGES = [
    case(
        "en", "between RMB417 million and RMB439 million", "RMB417 million and RMB439 million=417000000..439000000 CNY"
    ),
    case(
        "en",
        "between RMB417 million and RMB439 million (US$57 million and US$60 million)",
        "RMB417 million and RMB439 million=417000000..439000000 CNY",
        "US$57 million and US$60 million=57000000..60000000 USD",
    ),
    case(
        "en",
        "raised from $3.10 to $3.20 to $3.25 to $3.35",
        "$3.10 to $3.20=3.1..3.2 USD",
        "$3.25 to $3.35=3.25..3.35 USD",
    ),
    case(
        "zh",
        "由175億元至180億元上調至179億元至184億元",
        "175億元至180億元=17500000000..18000000000 CNY",
        "179億元至184億元=17900000000..18400000000 CNY",
    ),
    case("en", "$825 to $836 million", "$825 to $836 million=825000000..836000000 USD"),
    case("en", "grow 14 to 19%", "14 to 19%=14..19 percent"),
    case("en", "an increase of 14% to 19%", "14% to 19%=14..19 percent"),
    case("en", "somewhere from minus 4% to plus 6%", "minus 4% to plus 6%=-4..6 percent"),
    case("en", "$5-8,000; RMB3.6-4.7bn", "$5-8,000=5000..8000 USD", "RMB3.6-4.7bn=3600000000..4700000000 CNY"),
    case("en", "around 17-26 dollars", "17-26 dollars=17..26 USD about"),
    case("en", "from 17 dollars to 26 dollars", "17 dollars to 26 dollars=17..26 USD"),
    case("en", "greater than 17 and less than 26", "17 and less than 26=17..26 count"),
    case("en", "less than 26 but more than 17", "26 but more than 17=17..26 count"),
    case("en", "increased from $41 million to $64 million", "$41 million=41000000 USD", "$64 million=64000000 USD"),
    case("en", "rose by $9 million to $64 million", "$9 million=9000000 USD", "$64 million=64000000 USD"),
    case("en", "RMB417 million to RMB26 million", "RMB417 million=417000000 CNY", "RMB26 million=26000000 CNY"),
    case(
        "en",
        "100 billion -- 300 billion users",
        "100 billion=100000000000 count",
        "300 billion=300000000000 count users",
    ),
    case("en", "5 to 9 customers", "5 to 9=5..9 count customers"),
    case("en", "from $4.6 to $4.9 [billion]", "$4.6 to $4.9 [billion]=4600000000..4900000000 USD"),
    case(
        "en",
        "we now expect $1,740 million to $1,770 million, up from $1,690 million to $1,720 million",
        "$1,740 million to $1,770 million=1740000000..1770000000 USD",
        "$1,690 million to $1,720 million=1690000000..1720000000 USD",
    ),
    case(
        "en",
        "raised from $1,690 million to $1,720 million previously",
        "$1,690 million to $1,720 million=1690000000..1720000000 USD",
    ),
    case("en", "margins rose from 61% up to 74%", "61%=61 percent", "74%=74 percent"),
    case(
        "zh",
        "预计收入16亿元至17亿元，此前由13亿元至14亿元",
        "16亿元至17亿元=1600000000..1700000000 CNY",
        "13亿元至14亿元=1300000000..1400000000 CNY",
    ),
    case("zh", "20-24亿元", "20-24亿元=2000000000..2400000000 CNY"),
    case("zh", "3.17億元至3.39億元之間", "3.17億元至3.39億元=317000000..339000000 CNY"),
    case("zh", "两到三万港元", "两到三万港元=20000..30000 HKD"),
    case("zh", "一千到两千万元人民币", "一千到两千万元人民币=10000000..20000000 CNY"),
    case("zh", "1万元--5万元", "1万元--5万元=10000..50000 CNY"),
    case("zh", "介于3%和5%之间", "3%和5%=3..5 percent"),
    case("zh", "1.2亿至1.6亿美元", "1.2亿至1.6亿美元=120000000..160000000 USD"),
    case("zh", "大于等于一百小于等于三百一", "一百小于等于三百一=100..310 count"),
    case("zh", "由4.1亿元增加至6.4亿元", "4.1亿元=410000000 CNY", "6.4亿元=640000000 CNY"),
    case("zh", "由4.1亿元至6.4亿元", "4.1亿元=410000000 CNY", "6.4亿元=640000000 CNY"),
    case("zh", "增加900万元至6,400万元", "900万元=9000000 CNY", "6,400万元=64000000 CNY"),
]
MODIFIERS = [
    case("en", "over 31,000 merchants", "31,000=31000..None count over merchants"),
    case(
        "en",
        "at least 31 stores, up to 64 stores",
        "31=31..None count at_least stores",
        "64=None..64 count at_most stores",
    ),
    case("en", "about $26 million; nearly 26%", "$26 million=26000000 USD about", "26%=26 percent nearly"),
    case("en", "no more than $7, less than 9%", "$7=None..7 USD at_most", "9%=None..9 percent under"),
    case(
        "en",
        "70+ channels and $100M-plus deals",
        "70=70..None count at_least channels",
        "$100M=100000000..None USD at_least",
    ),
    case("en", "about five hundred or less", "five hundred=None..500 count at_most"),
    case("en", "more than 640 or equal to it", "640=640..None count at_least"),
    case("en", "grew 26% over 2020", "26%=26 percent"),
    case("en", "we talked about 26% growth", "26%=26 percent"),
    case("en", "$9 billion or more than 26%", "$9 billion=9000000000 USD", "26%=26..None percent over"),
    case("en", "margin went up to 26%", "26%=26 percent"),
    case("en", "61% and more of sales; 6 shops and more staff", "61%=61..None percent at_least", "6=6 count shops"),
    case(
        "en",
        "up 7% on EUR318.2 million and up 2% on March",
        "7%=7 percent",
        "EUR318.2 million=318200000 EUR",
        "2%=2 percent",
    ),
    case("en", "has more than crossed 6%, exceeds 4%", "6%=6..None percent over", "4%=4..None percent over"),
    case(
        "en", "under thirteen shops, not below 6%", "thirteen=None..13 count under shops", "6%=6..None percent at_least"
    ),
    case("zh", "占比已跨过6%；61%或更多", "6%=6..None percent over", "61%=61..None percent at_least"),
    case("zh", "超過12,300家客戶", "12,300=12300..None count over 家"),
    case("zh", "100%以上；10%左右", "100%=100..None percent at_least", "10%=10 percent about"),
    case("zh", "不超過5亿元，近七成", "5亿元=None..500000000 CNY at_most", "七成=70 percent nearly"),
    case("zh", "300多家门店，20余个国家", "300多=300..None count over 家", "20余=20..None count over 个"),
    case("zh", "3,000多万元，三十几万元", "3,000多万元=30000000..None CNY over", "三十几万元=300000..400000 CNY over"),
    case("zh", "身高比 170 低", "170=None..170 count under"),
    case("zh", "小于 或 等于100", "100=None..100 count at_most"),
    case("zh", "打通5个系统", "5=5 count 个"),
]
NOTHING = [
    case("en", "In Q3 2021 and 4Q '21, FY2021, H1, 3Q, 1H21, 2Q22 and fiscal 2024"),
    case("en", "for the six-months ended June 30, 2021, as of 30 September 2021 and May 5"),
    case("en", "on August\n          30, 2020 at 8:00 AM, 5 p.m., 2021-09-30 and 9/30/2021"),
    case("en", "Note 17, Item 3.C.4, ASC 606-10-50-18, Section 5(d), page 31, pages II-\n   7, Question 141.07"),
    case("en", "Slides 4 through 6; Phases 2 and 3; paragraphs 31-1 through 31-17"),
    case("en", "B2B, K-12, 20-F, 5G, COVID-19, COVID- 19, S&P 500, 5-way, 4-star, net profit7, members7, V2X"),
    case("en", "the 737 MAX, work on the 787 program, rigs in the Lower 48 states, fiscal year 24 guidance"),
    case(
        "en",
        "R-22, the R2 model, R410 coolant, TL 9000, RS 6, PS5, S/4 HANA, a 1080p screen, a 3T scanner",
    ),
    case("en", "a 10-point plan for growth, a 5-point scale, a 10-day notice period, Section 12c, release R4.10"),
    case("en", "the Vista 300 line. Vista 300 sells well. Windows 11, Industry 4.0, 4K screens, 20 for 20"),
    case("en", "Dial 1-412-555-0188 or +86 10 5555 0188, (202)\n555-0449, passcode 10159876"),
    case("en", "in the past 12 months, for 3 years, 18 months ago, the last 3, 4, 5 years, a 3-year plan"),
    case("en", "1. Revenue\n2. Cost\n(3) Growth and (4) tax\n\n17\n"),
    case("en", "a couple of things, hundreds of stores, one on one, a third party, twenty twenty-one"),
    case("en", "100 Main Street; NY 10036; Room 1204; ratio of 3:1; 24/7"),
    case("zh", "2021年9月30日，21 年第 4 季，第三季，三季末，二〇二一年，上半年，4Q21"),
    case("zh", "过去12个月，未来三年，三个月期间，5年前，近三年来，下午三点，8时30分，1-9月，7至9月"),
    case("zh", "一个重要的，统一，第一，一方面，一家公司，进一步，一些，万一，十分，千万不要"),
    case("zh", "两岸，四川，三方，数千家，几十家，千亿级市场，百万医疗险，双十一、双11，3、4线城市"),
    case("zh", "附注17、第19条、密码 10159876、2核、5G、B轮"),
]


@pytest.mark.parametrize(("lang", "text", "want"), [*MONEY, *PER_SHARE, *RATES, *COUNTS, *RANGES, *MODIFIERS, *NOTHING])
def test_find_amounts(lang: str, text: str, want: list[str]) -> None:
    assert shown(text, lang) == want


@pytest.mark.parametrize(
    ("lang", "text", "half_step"),
    [
        pytest.param("en", "$1.2bn", "50000000", id="scaled-decimal"),
        pytest.param("en", "1,200 stores", "0.5", id="grouped"),
        pytest.param("en", "60 million users", "500000", id="before-a-scale"),
        pytest.param("en", "sixty million users", "500000", id="words"),
        pytest.param("en", "8.40%", "0.005", id="trailing-zero-is-a-digit"),
        pytest.param("en", "$3.6-4.75 million", "5000", id="finer-end-of-a-range"),
        pytest.param("zh", "2.9億元", "5000000", id="zh-decimal"),
        pytest.param("zh", "5,360萬元", "5000", id="zh-grouped"),
        pytest.param("zh", "三千六百万", "5000", id="zh-words"),
        pytest.param("zh", "13万2", "500", id="zh-tenth-of-unit"),
    ],
)
def test_half_step(lang: str, text: str, half_step: str) -> None:
    assert [amount.half_step for amount in find_amounts(text, lang)] == [Decimal(half_step)]


@pytest.mark.parametrize(
    ("lang", "text", "phrase"),
    [
        pytest.param("en", "pay at least $7 now", "at least $7", id="before"),
        pytest.param("en", "pay $7 or more now", "$7 or more", id="after"),
        pytest.param("en", "from 17 to 26 in all", "from 17 to 26", id="range"),
        pytest.param("zh", "达到3亿元至5亿元之间", "3亿元至5亿元之间", id="zh-range"),
        pytest.param("zh", "至少有17个", "至少有17", id="zh-before"),
    ],
)
def test_phrase_holds_modifier_and_range_words(lang: str, text: str, phrase: str) -> None:
    assert [text[found.start : found.end] for found in find_phrases(text, lang)] == [phrase]


def test_numbers_beyond_any_amount_are_left_out() -> None:
    assert find_amounts("9" * 31 + " stores and 1e19 stores", "en") == ()
    assert len(find_amounts("一" + "万亿" * 50_000, "zh")) == 1


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(BadInput, match="'fr'"):
        find_amounts("5 %", "fr")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        pytest.param("净利润1.2亿-1.4亿元", "120000000", "140000000", id="zh-dash-after-a-scale-is-a-range"),
        pytest.param("18500万元-2亿元", "185000000", "200000000", id="zh-dash-after-a-unit"),
        pytest.param("净利润-1.2亿元", "-120000000", "-120000000", id="zh-dash-after-a-word-is-a-sign"),
        pytest.param("获3000万参与", "30000000", "30000000", id="zh-taking-part-is-no-three"),
        pytest.param("伍拾参万元", "530000", "530000", id="zh-three-among-formal-numerals"),
    ],
)
def test_a_dash_and_a_three(text: str, low: str, high: str) -> None:
    (amount,) = find_amounts(text, "zh")
    assert (amount.low, amount.high) == (Decimal(low), Decimal(high))


def test_it_will_not_exceed_is_a_bound_from_above() -> None:
    (amount,) = find_amounts("不会超过5亿元", "zh")
    assert (amount.low, amount.high, amount.modifier) == (None, Decimal(500000000), "at_most")
