"""Rows of tables whose figures are in a unit of their own: counted, measured, or money for one of something.

All patterns are matched on folded, simplified text in lower case.
"""

from __future__ import annotations

from .en.units import BULK, GOODS_UNIT, PIECES, POWER, SHOPS, SITES
from .late import late


def _any(*lists: str) -> str:
    return "|".join(word for words in lists for word in words.split())


_MEASURES = (
    rf"(?:{_any(BULK, POWER)}|oz|bpd|boe/d|boepd|kt|mt|koz|moz|sq\.? ?(?:ft|feet|m|metres|meters)\.?|square (?:feet|met(?:er|re)s|miles)|"
    r"acres|hectares|kilomet(?:er|re)s|kms?|miles|kwh|cubic (?:feet|met(?:er|re)s)|m[23]|days|weeks|months|years|hours)"
)
_THINGS = (
    rf"(?:{_any(PIECES, SHOPS, SITES)}|stores|shops|restaurants|branches|outlets|locations|rooms|keys|beds|seats|pallets?|"
    r"pallet positions|employees|people|customers|users|members|subscribers|accounts|lines|passengers|guests|patients|"
    r"students|animals|birds|head|contracts|orders|sets|items|number)"
)
_SCALE = r"(?:(?:in |of )?(?:hundreds?|thousands?|millions?|billions?|'?000s?|m|k|bn|mm|mn)\.? ?(?:of )?)?"
_DONE = (
    r"(?:shipped|sold|delivered|produced|closed|completed|ordered|handled|carried|mined|milled|processed|installed|moved|"
    r"opened|booked|harvested|refined|recovered|hauled|stored|tested|served|treated|leased|let|occupied|in operation)"
)
_HAN = (
    r"(?:公?吨|千克|公斤|克|盎司|桶|公?升|立方米|平方(?:米|公里|英尺)|[公海英]里|千米|亩|公顷|[兆千吉]瓦时?|度|瓦|台|辆|架|艘|头|只|羽|尾|"
    r"家|间|人次?|名|位|户|个|件|套|部|张|块|片|箱|瓶|盒|包|支|条|双|座|天|日|月|年|小时|股|枚|颗|次|单|笔|标箱|TEU)"
)
# A unit in brackets or at the end of a name, or what is counted with what was done with it.
COUNTED = late(
    rf"[(（](?:in )?{_SCALE}(?:{_MEASURES}|{_THINGS})[)）]|, (?:in )?{_SCALE}{_MEASURES}\Z|"
    rf"\A(?:(?:total|net|average|avg\.?|gross|new|payable|contained|metric|short|long|dry) )*(?:[a-z]+ )?"
    rf"(?:{_MEASURES}(?: {_DONE}| (?:of|per|in|at|under|on) |\Z)|(?:{_THINGS}) {_DONE})|"
    rf"\b(?:number of|total number of) (?!shares)|\b(?:count|headcount)\Z|"
    rf"[(（](?:单位[:：])?[十百佰千仟]?[万亿]?{_HAN}(?:/(?:日|天|年|月))?[)）]|[(（,，][十百千]?[万亿]?{_HAN}\Z"
)
_ONE = (
    rf"(?:{GOODS_UNIT}|room|(?:available |occupied )?(?:room|seat|bed|berth|site|unit)(?: night| mile| kilomet(?:er|re))?|night|day|"
    r"square (?:foot|met(?:er|re)|mile)|sq\.? ?(?:ft|foot|m)\.?|acre|hectare|customer|user|subscriber|member|account|store|employee|"
    r"passenger|patient|visit|order|ounce|oz|tonne|pallet|animal|vessel|head|line|policy|student)\b"
)
# Money for one of something, whatever the scale of the table.
FOR_ONE = late(
    rf"\bper (?!cent|annum|share|ads\b|(?:diluted|basic|ordinary|common) )[a-z]|/ ?{_ONE}|\baverage (?:[a-z]+ ){{0,4}}(?:price|fare|rent|check|ticket|spend|rate|dayrate)\b|"
    rf"(?:元|美元|分)/[十百千万亿]?{_HAN}|每(?!股){_HAN}|单价|均价|客单价|平均(?:售|房|租|票|成交|销售)(?:价格?|金)"
)
# "tons in thousands": the scale of what is counted, beside that of the money.
COUNTS_IN = late(
    rf"\b(?P<what>shares|units|volumes?|{_MEASURES}|{_THINGS})(?: data| figures| amounts?)? (?:are )?in "
    r"(?P<scale>thousands|millions|billions)\b"
)
COUNT_SCALES = {"thousands": 10**3, "millions": 10**6, "billions": 10**9}
# 万平方米, 千吨: the scale stands before what is counted.
HAN_SCALED = late(rf"(?P<tens>[十百佰千仟]?)(?P<wan>[万亿]?){_HAN}(?:/(?:日|天|年|月))?[)）]?\Z")
HAN_SCALES = {"十": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000, "万": 10**4, "亿": 10**8, "": 1}
