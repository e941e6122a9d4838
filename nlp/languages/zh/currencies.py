"""Names of currencies in Chinese (Simplified). "" is the bare 元, whose currency the text decides."""

from __future__ import annotations

_NAMED = """
CNY 人民币 人币 人民币元 元人民币 块人民币 块钱 块
USD 美元 美金 美圆 元美金 元美元
HKD 港币 港元 港圆 港纸 元港币 元港元
TWD 新台币 台币 元新台币 元台币 新台币元
EUR 欧元 元欧元 欧
JPY 日元 日圆 日币 元日币 元日元
GBP 英镑 镑
KRW 韩元 韩圆 韩币 韩圜
SGD 新加坡元 新加坡币 坡币 坡元 新元 星元
AUD 澳元 澳币 澳大利亚元
CAD 加元 加币 加拿大元
NZD 纽元 纽币 新西兰元 纽西兰元
CHF 瑞士法郎 瑞郎 法郎
THB 泰铢 泰株 泰国铢 铢
INR 印度卢比 卢比
IDR 印尼卢比 印尼盾 印度尼西亚盾 印度尼西亚卢比
VND 越南盾
RUB 卢布 俄罗斯卢布
MYR 林吉特 令吉 马币 马来西亚林吉特 马来西亚令吉
PHP 菲律宾比索
MXN 墨西哥比索 比索
ARS 阿根廷比索
CLP 智利比索
COP 哥伦比亚比索
BRL 雷亚尔 巴西雷亚尔
ZAR 兰特 南非兰特
TRY 里拉 土耳其里拉
AED 迪拉姆 阿联酋迪拉姆
MAD 摩洛哥迪拉姆
SAR 里亚尔 沙特里亚尔
QAR 卡塔尔里亚尔
OMR 阿曼里亚尔
IRR 伊朗里亚尔
KWD 第纳尔 科威特第纳尔
JOD 约旦第纳尔
BHD 巴林第纳尔
IQD 伊拉克第纳尔
SEK 克朗 瑞典克朗
NOK 挪威克朗
DKK 丹麦克朗
ISK 冰岛克朗
CZK 捷克克朗
PLN 兹罗提 波兰兹罗提
HUF 福林 匈牙利福林
RON 列伊 罗马尼亚列伊
BGN 列弗
UAH 格里夫纳
KZT 坚戈
ILS 谢克尔 新谢克尔
MOP 澳门元 澳门币 葡币
EGP 埃及镑
LBP 黎巴嫩镑
NGN 奈拉
KES 肯尼亚先令
PKR 巴基斯坦卢比
LKR 斯里兰卡卢比
NPR 尼泊尔卢比
MMK 缅元 缅甸元 缅币
LAK 老挝基普
KHR 瑞尔 柬埔寨瑞尔
MNT 图格里克
DEM 德国马克
FRF 法国法郎
NLG 荷兰盾
ITL 意大利里拉
PEN 秘鲁索尔
"""
CURRENCIES = {
    **{word: code for code, *words in (line.split() for line in _NAMED.strip().splitlines()) for word in words},
    **dict.fromkeys(("元", "圆", "元整", "圆整", "元正"), ""),
}
SUBUNITS = {
    "美分": ("USD", -2),
    "角": ("CNY", -1),
    "毛": ("CNY", -1),
    "毛钱": ("CNY", -1),
    "分钱": ("CNY", -2),
    "港仙": ("HKD", -2),
    "仙": ("HKD", -2),
    "美仙": ("USD", -2),
}
# Names of the currencies that print 元 for short, in both scripts (lower-case).
TAIWAN = ("台币", "台幣", "臺幣", "臺币", "nt$", "ntd")
MAINLAND = ("人民币", "人民幣", "rmb")
# How companies of Taiwan speak of results; one of the first, or two of the others.
TAIWAN_AT_ONCE = ("法說會", "法人說明會", "證交所", "櫃買中心", "台灣上市", "臺灣上市")
TAIWAN_USAGE = (
    "營收",
    "季增",
    "季減",
    "年增",
    "年減",
    "稼動率",
    "營業利益",
    "稅後淨利",
    "業外",
    "法人",
    "上櫃",
    "興櫃",
)
