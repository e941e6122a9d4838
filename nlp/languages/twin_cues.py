"""Cues that a translation must keep: what an amount is (base, change, level), its direction, comparison and bound.

Patterns are matched, case ignored, on text folded by `text.fold` (Chinese also simplified; written here in Simplified).
`*_before` must reach the end of the text before an amount, `*_after` start with the text after it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .hints import Hinted
from .late import late


@dataclass(frozen=True, kw_only=True)
class TwinCues:
    """What one language says around an amount."""

    clause: Hinted  # a clause boundary
    change_before: Hinted
    change_after: Hinted
    level_before: Hinted
    base_before: Hinted
    base_after: Hinted
    change_noun: Hinted  # anywhere in a clause: its copula then states a change, not a level
    up: Hinted
    down: Hinted
    up_after: Hinted  # directly after the amount: 12% more than, 较计划高
    down_after: Hinted
    loss: Hinted
    profit: Hinted
    negative: Hinted
    yoy: Hinted
    qoq: Hinted
    adjusted: Hinted  # a change measured otherwise than the figures beside it
    relative: Hinted  # period words that name no number
    bound: Hinted  # any word that says how far a number is to be trusted
    sentence: Hinted  # a boundary its subject does not reach across
    negation: Hinted  # turns a bound round


def _p(pattern: str) -> Hinted:
    return Hinted(pattern, re.IGNORECASE)


# The determiner, modifier and currency words that may stand between a cue and its amount.
_EN_GAP = (
    r"(?:(?:an?|the|about|around|approximately|roughly|some|over|more than|nearly|almost|only|just|another|at least"
    r"|up to|less than|under|close to|as much as|well|still|RMB|US) ){0,4}"
)
_EN_UP_VERB = (
    r"(?:increas(?:e|es|ed|ing)|grew|grow(?:s|n|ing)?|rose|ris(?:e|es|en|ing)|climb(?:ed|s|ing)?|up|expand(?:ed|s|ing)?"
    r"|improv(?:ed|es|ing)|advanced|jumped|surged|gained|accelerated|widened|soared|lifted|strengthened|picked up|edged up|rebounded)"
)
_EN_DOWN_VERB = (
    r"(?:decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|fell|fall(?:s|en|ing)?|dropp(?:ed|ing)|drop|drops|down"
    r"|reduc(?:ed|es|ing)|contracted|shrank|narrowed|lowered|slipped|decelerated|eased|softened|weakened|slid|sank|dipped|plunged"
    r"|tumbled|edged down|cut|trimmed)"
)
_EN_VERB = f"(?:{_EN_UP_VERB}|{_EN_DOWN_VERB})"
_EN_CHANGE_NOUN = r"(?:increases?|decreases?|declines?|growth|rise|drop|reductions?|gains?|improvements?|uplift|expansion|contraction)"

ENGLISH = TwinCues(
    clause=_p(r"[;:!?](?=\s|$)|\.(?=\s|$)|,(?=\s)|\s--?\s|\n"),
    change_before=_p(
        rf"\b{_EN_VERB}(?: [a-z&-]{{1,20}}){{0,4}} by {_EN_GAP}$"
        rf"|\b{_EN_CHANGE_NOUN}(?: (?:in|to) [^,;.]{{1,60}}?)? of {_EN_GAP}$"
        rf"|(?<!made )(?<!make )(?<!makes )(?<!making )\b(?:up|down|grew|rose|fell|declined|dropped|increased|decreased) {_EN_GAP}$"
        # "fell from 900 million in June by 700 million", "went by 5%"; not "led by three managers".
        rf"|(?<!ed )(?<!en )(?<!wn )(?<!\bled )(?<!held )(?<!made )(?<!run )(?<!built )(?<!sold )(?<!paid )\bby {_EN_GAP}$"
    ),
    change_after=_p(
        # Not "gain": a $3.3 billion gain is a profit as often as a change.
        rf"^ ?(?:year[- ]over[- ]year |yoy |sequential |quarter[- ]over[- ]quarter |year[- ]on[- ]year |annual )?"
        rf"(?:revenue |sales |net |organic |total )?(?!gain){_EN_CHANGE_NOUN}\b"
        rf"|^ by which\b|^ (?:more|higher|above|greater|less|fewer|lower|below)\b(?! (?:or|and))"
    ),
    level_before=_p(
        rf"\b(?:was|were|is|are|reached|reaching|totall?ed|totall?ing|amounted to|stood at|came in at|recorded) {_EN_GAP}$"
        rf"|\b{_EN_VERB}\b[^,;]{{0,60}} to {_EN_GAP}$"
        rf"|\b(?:revenues?|sales|income|profit|loss|expenses?|costs?|margin|balance|cash|earnings|ebitda) of {_EN_GAP}$"
    ),
    base_before=_p(
        rf"\b(?:compared? (?:with|to)|comparing (?:with|to)|versus|vs\.?|as against|against|from) "
        rf"(?:(?!(?:{_EN_CHANGE_NOUN}|{_EN_VERB}|to|was|were|is|are|by)\b)[a-z&'-]{{1,20}} ){{0,6}}$"
    ),
    base_after=_p(r"^ (?:a year ago|a year earlier|(?:in the )?(?:same|prior|previous) (?:period|year|quarter))"),
    change_noun=_p(
        rf"\b(?:{_EN_CHANGE_NOUN}|higher|lower|incremental|additional|extra|more|less|fewer|{_EN_VERB}|changes?|delta"
        rf"|impact|savings?|difference)\b"
    ),
    up=_p(rf"\b(?:{_EN_UP_VERB}|increases?|growth|higher|gains?|uplift|improvements?)\b"),
    down=_p(rf"\b(?:{_EN_DOWN_VERB}|decreases?|declines?|lower|reductions?|contraction|losses|negative)\b"),
    up_after=_p(r"^ ?(?:more|higher|above|ahead|greater|growth|increase|rise|gain|improvement|uplift|jump|up)\b"),
    down_after=_p(
        r"^ ?(?:less|fewer|lower|below|behind|short|decline|decrease|drop|fall|reduction|contraction|down)\b"
    ),
    bound=_p(
        r"\b(?:over|above|more|than|about|around|approximately|roughly|nearly|almost|at least|under|below|up to|less|or so"
        r"|as much as|some|circa|exceed)"
    ),
    sentence=_p(r"[.;:!?](?=\s|$)|\n"),
    negation=_p(r"\b(?:not|no|never|nor|without|cannot)\b|n't\b"),
    loss=_p(r"\b(?:loss(?:es)?|deficit)\b"),
    profit=_p(r"\b(?:profits?|income|earnings|gain)\b"),
    negative=_p(
        r"\b(?:negative|minus|loss(?:es)?|deficit|outflow|decreas|declin|fell|down|drop|contract|lower)|-$|\($"
    ),
    yoy=_p(
        r"\byear[- ](?:over|on)[- ]year\b|\byoy\b|\by/y\b|\b(?:from|than|against) a year (?:ago|earlier)\b|\bsame (?:period|quarter|half)\b"
    ),
    qoq=_p(
        r"\b(?:quarter|half)[- ](?:over|on)[- ](?:quarter|half)\b|\bqoq\b|\bq/q\b|\bhoh\b|\bsequential(?:ly)?\b|\bprevious quarter\b"
        r"|\b(?:against|from|over|than|with|to) the (?:previous|preceding|prior|last) (?:quarter|half|six months|three months)\b"
    ),
    adjusted=_p(
        r"\bconstant[ -](?:currenc|exchange|rate|fx)|\b(?:currency|fx)[ -]neutral|\blocal[ -]currenc|\borganic|\blike[ -]for[ -]like"
        r"|\bcomparable\b|\bunderlying\b|\bunchanged (?:rates|exchange)|\b(?:excluding|adjusted for|net of|ex[- ](?:fx|currency))\b"
    ),
    relative=_p(
        r"\b(?:last|this|next|previous|prior|same|current|coming|following|preceding)[ -](?:[a-z]{1,12}[ -]){0,2}"
        r"(?:year|quarter|period|half|time|date|one)s?\b|\byear[ -](?:ago|earlier)\b|\bearlier\b|\bthat year\b|\bthen\b"
        r"|\bprevious high\b"
    ),
)

_ZH_GAP = r"(?:了|不到|不足|约|大约|近|将近|接近|超过|逾|超|约为|约莫|大概|至少|高达|整整|\s|人民币|RMB|US\$?|HK\$?|\$|¥|美元|港币|新台币){0,5}"
_ZH_UP = r"(?:增加|增长|成长|上升|上涨|提升|提高|上扬|攀升|扩大|激增|年增|季增|月增|增幅|升幅|涨幅|增|升|涨)"
_ZH_DOWN = r"(?:减少|下降|降低|下跌|下滑|衰退|缩减|收窄|年减|季减|月减|降幅|跌幅|减幅|跌|降|减)"

CHINESE = TwinCues(
    clause=_p(r"[。;!?\n]|,(?![0-9]{3})|:(?![0-9])"),
    # 降幅为 states a change and 降为 a level; 下降为 is said of both.
    change_before=_p(
        rf"(?:{_ZH_UP}|{_ZH_DOWN})(?:(?:额|幅度|幅|率)(?:为|达|约为|达到|是)|(?:达|达到)?){_ZH_GAP}$"
        rf"|(?:增|升|涨|降|跌|减)幅(?:为|达|约为|达到|是)?{_ZH_GAP}$"
    ),
    change_after=_p(
        r"^\s?的?(?:同比|环比|年|强劲|显著|大幅|可观|高速|快速|稳健|惊人)?的?(?:增长|成长|增幅|升幅|涨幅|降幅|跌幅|增加|下降|减少|下滑)"
    ),
    level_before=_p(
        rf"(?:(?<![0-9%亿万元不])(?:至|到)|(?:{_ZH_UP}|{_ZH_DOWN})(?:至|到)[0-9]{{4}}年(?:底|末|度)?的?|(?<!增长|增加|成长|上升|上涨|下降|减少|提升|提高|下跌|降低|下滑|增幅|降幅|涨幅|跌幅|升幅)为|达|达到|达至|录得|是|合计|总计|共计){_ZH_GAP}$"
    ),
    base_before=_p(
        r"(?:由|从|自|较|(?<![年季月同环占对])比(?![例重率])|相较|相较于|相比|对比|相对于|与)"
        r"(?:(?!增|升|涨|减|降|跌|成长|收窄|扩大|下滑|衰退|缩|提高|改善|至|到|为|达|[多少高低])[^,。;]){0,30}$"
        # 去年同期则为, 上季与去年同期分别为: what it was then.
        rf"|(?:去年|上年|前年|一年前|上年度|上一?季度?|前一季度?)(?:的?同[期季](?:度)?)?的?"
        rf"(?:则|仅|只|还|也|都)?(?:分别)?(?:为|占|是|有){_ZH_GAP}$"
    ),
    base_after=_p(r"^\s?(?:元|美元)?(?:人民币)?(?:相比|相较)"),
    change_noun=_p(r"增|升|涨|减|降|跌|成长|提高|衰退|收窄|下滑|扩大|缩|差额|差异|影响|节省|变动|变化|额外|多|少"),
    up=_p(r"增(?!值税)|上升|升至|升幅|上涨|涨|成长|提升|提高|攀升|扩大|改善|走高"),
    down=_p(r"减(?!值)|下降|降|跌|下滑|衰退|缩|收窄|走低|恶化"),
    up_after=_p(r"^ ?的?(?:年|季|同比|环比)?(?:增|成长|升|涨)"),
    down_after=_p(r"^ ?的?(?:年|季|同比|环比)?(?:减|下|降|跌|衰退)"),
    bound=_p(
        r"约|左右|上下|大概|超|逾|以上|以下|以内|不到|不足|不低于|不少于|不超过|近|至少|最多|至多|多|余|更低|更高|更少|或者?更|几乎|高于|低于|仅"
    ),
    sentence=_p(r"[。;!?\n]|,(?![0-9]{3})"),
    negation=_p(r"(?:不|未|没有?|无)[^,。]{0,3}(?:超|逾|高于|多于|突破|低于|少于)"),
    loss=_p(r"亏|损失|净损|赤字"),
    profit=_p(r"盈利|利润|净利|获利|收益|毛利|利益|溢利|盈余"),
    negative=_p(r"负|减|降|跌|亏|损|流出|赤字|下滑|衰退|缩|-$|\($"),
    yoy=_p(r"同比|年增|年减|按年|去年同期|上年同期|年比|同期|较去年|较上年|比去年|比上年"),
    qoq=_p(r"环比|季增|季减|按季|[较比与](?:上|前)一?(?:个)?(?:季|半年)|季比|半年比"),
    adjusted=_p(
        r"(?:固定|恒定|不变|相同)(?:汇率|货币)|汇率(?:中性|不变)|内生|有机|同口径|可比(?:口径|基础)|剔除|扣除|不计|撇除|不含"
    ),
    relative=_p(
        r"去年|今年|明年|前年|本年|上年|当年|次年|本季|上季|上一季|下季|当季|同期|前一|此前|之前|该年|同年|翌年|上述"
    ),
)

CUES: dict[str, TwinCues] = {"en": ENGLISH, "zh": CHINESE}

# The words for a currency that say which one it is; bare 元 and $ leave it to the document.
CURRENCY_WORDS = late(
    r"人民币|RMB|CNY|CN¥|美元|美金|美币|US\$|USD|U\.S\.|港元|港币|港纸|HK\$|HKD|欧元|EUR|€|日元|日圆|JPY|英镑|GBP|£|新台币|台币|NT\$|TWD"
    r"|新加坡元|新元|S\$|SGD|澳元|澳币|A\$|AUD|加元|C\$|CAD|韩元|韩圜|KRW|₩|卢比|INR|₹|瑞士法郎|瑞郎|法郎|CHF|泰铢|THB|卢布|RUB|₽|令吉"
    r"|林吉特|MYR|越南盾|VND|印尼盾|IDR|比索|雷亚尔|BRL|R\$|瑞典克朗|克朗|SEK|NOK|DKK|兹罗提|PLN|兰特|ZAR|澳门元|MOP|里拉|TRY|谢克尔|ILS"
    r"|dollars?|euros?|yuan|renminbi|yen|pounds?|won|rupees?|francs?|¥",
    re.IGNORECASE,
)
DOLLARS = frozenset({"USD", "HKD", "TWD", "SGD", "AUD", "CAD", "NZD", "MOP"})

# Currency as a Chinese suffix, (Simplified, Traditional), for repairs.
CURRENCY_SUFFIX: dict[str, tuple[str, str]] = {
    "CNY": ("元人民币", "元人民幣"),
    "USD": ("美元", "美元"),
    "HKD": ("港元", "港元"),
    "TWD": ("元新台币", "元新臺幣"),
    "EUR": ("欧元", "歐元"),
    "JPY": ("日元", "日圓"),
    "GBP": ("英镑", "英鎊"),
    "SGD": ("新加坡元", "新加坡元"),
    "AUD": ("澳元", "澳元"),
    "CAD": ("加元", "加元"),
    "KRW": ("韩元", "韓元"),
    "CHF": ("瑞士法郎", "瑞士法郎"),
    "INR": ("印度卢比", "印度盧比"),
}

# Periods named by their number. `short` is a year of two digits. 前三季度 (nine months) is none of them.
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
ORDINALS |= {"一": 1, "二": 2, "三": 3, "四": 4, "上": 1, "下": 2}
_YEAR_EN = Hinted(r"(?<![0-9.,$-])((?:19|20)[0-9]{2})(?![0-9]|,[0-9]|\.[0-9]|%| ?(?:million|billion|customers|people))")
_SHORT_YEAR_EN = Hinted(r"(?:\bFY ?|[1-4]Q ?'?|Q[1-4] ?'|\s')([0-9]{2})\b(?![.,][0-9])")
_QUARTER_EN = Hinted(
    r"\b(first|second|third|fourth|1st|2nd|3rd|4th)(?: fiscal)? quarter\b|\bQ([1-4])(?![0-9])|\b([1-4])Q(?![a-z])",
    re.IGNORECASE,
)
_HALF_EN = Hinted(r"\b(first|second|1st|2nd) half\b|\b([12])H(?![a-z])|\bH([12])\b", re.IGNORECASE)
_YEAR_ZH = Hinted(
    r"(?<![0-9.])(?<![0-9],)((?:19|20)[0-9]{2})(?= ?(?:年|财年|会计年度|Q|[/-]))|\bFY ?((?:19|20)[0-9]{2})"
)
_SHORT_YEAR_ZH = Hinted(
    r"(?<![0-9.])(?<![0-9],)([0-9]{2})(?= ?(?:年第|年[一二三四]季|年上|年下|财年))|\bFY ?([0-9]{2})(?![0-9])"
)
_QUARTER_ZH = Hinted(
    r"(?<![前个])(?:第 ?)?([一二三四1-4]) ?季(?!报)|\bQ([1-4])(?![0-9])|(?<![0-9A-Za-z])([1-4])Q(?![A-Za-z])",
    re.IGNORECASE,
)
# "1.9% in the first quarter, 4.9% in the second": the quarter is left out the second time.
LEFT_OUT_EN = Hinted(
    r"(?:\A|\b)\s*(?:in|for|during|than|from|over|of) (?:in )?the (first|second|third|fourth)(?=\s*(?:[,.;:)]|\Z|and\b|but\b|at\b|to\b|so\b))",
    re.IGNORECASE,
)
# Words that may stand for a quarter or half whose number the other language names.
RELATIVE_PARTS = (
    Hinted(
        r"\b(?:last|this|next|previous|prior|current|coming|preceding)[ -](?:quarter|half|three months|six months)\b",
        re.IGNORECASE,
    ),
    Hinted(r"本季|上季|上一季|下季|下一季|当季|前一季|上个季|本半年|上个半年"),
)
_HALF_ZH = Hinted(
    r"([上下])半年(?!度?报)|(?<![A-Za-z])([12])H(?![a-z])|(?<![A-Za-z])H([12])(?![0-9A-Za-z])", re.IGNORECASE
)

PERIOD_PATTERNS = {
    "en": (("year", _YEAR_EN), ("short", _SHORT_YEAR_EN), ("quarter", _QUARTER_EN), ("half", _HALF_EN)),
    "zh": (("year", _YEAR_ZH), ("short", _SHORT_YEAR_ZH), ("quarter", _QUARTER_ZH), ("half", _HALF_ZH)),
}
