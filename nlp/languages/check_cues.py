"""Words by which checks tell that two figures are honest though they differ, in both languages.

Matched, case ignored, on text folded by `text.fold` and simplified.
"""

from __future__ import annotations

import re

from .hints import Hinted
from .late import late

# What makes two values of one date honest: other wording, other basis, other scope, an earlier estimate.
OTHERWISE = late(
    r"\b(?:previous(?:ly)?|restated|original(?:ly)?|estimate|revised|excluding|constant|pro forma|before|after"
    r"|adjusted|gaap|this (?:quarter|half|year|period)"
    r"|guidance|consensus|peers?|industry|market|segment|versus budget|plan)\b"
    r"|重述|此前|原|剔除|调整|口径|预期|预计|指引|行业|计划",
    re.IGNORECASE,
)

# What puts a figure beside another one to compare the two.
COMPARED = late(r"\b(?:against|compared|versus|vs)\b|[较比]", re.IGNORECASE)

# What joins a figure with its date, and it with another figure and that one's.
JOINS = late(
    r"(?:[\s,.，。、;；]|\b(?:in|for|of|at|on|as|and|the|compared|to|with|versus|vs|against|from|fiscal|year|quarter|half)\b"
    r"|[和与及在于为是则年]|相比)*",
    re.IGNORECASE,
)

_REST = (
    r"(?:outside(?: of)?|excluding|exclusive of|ex|other than|apart from|aside from|except(?: for)?|beyond|without|"
    r"not including|net of|before)[\s-]+(?:the |our |mainland |greater |its )?"
)
_REST_ZH = r"(?:除了?|剔除|扣除|不含|不包括|撇除)"
_REST_AFTER_ZH = r"(?:业务|市场|地区)?(?:以外|之外|外)"

# 8,480万 is how Chinese prints 84.8 million: the last zero promises nothing.
TENS_OF_WAN = late(r"(?<![.0-9])[0-9][0-9,]*0\s?[万萬]")


# All there is between the two ends of a range.
RANGE_GAP = late(r"\s?(?:to|and|through|[-–—~～至到])\s?", re.IGNORECASE)

# What stands right before the first end of a range, and what makes one sure.
# A change for the better, or worse, that goes down or up by what is measured.
VALUED = late(
    r"\b(?:improv(?:e[ds]?|ing|ements?)|better(?:ed|ing)?|worse(?:n(?:ed|s|ing)?)?|deteriorat(?:e[ds]?|ing|ion))\b|改善|好转|优化|恶化|变差"
)
# What stands around a change ("before | after") that is of something else: "in line with the | fall in premiums".
OF_SOMETHING_ELSE = late(
    r"\b(?:in line with|despite|reflecting|given|because of|due to|after|following|ahead of|behind|outpacing|exceeding|offset(?:s|ting)?)"
    r"\s(?:an?|the|its|our|that)\s+(?:[a-z]+\s+)?\|\s+(?:per ?cent\s)?(?:falls?|rises?|drops?|increases?|decreases?|declines?|growth|gains?|jumps?|"
    r"reductions?)\s(?:in|of)\s[a-z]"
    r"|\b(?!(?:growth|increase|rise|gain|jump|improvement|decline|decrease|drop|fall|reduction|change|cagr|rate|uplift|uptick|surge|advance|"
    r"contraction|expansion|pace|tune|order|step|excess|some|loss|swing|hike|cut)\b)[a-z]{3,}\sof\s+\|"
    r"|\bthe (?:former|latter)\b[^|]{0,16}\||\|\s+(?:fewer|more)\s(?!than\b|revenue|sales)[a-z]|[前后]者[^|]{0,6}\|"
)
# A change with a subject of its own, 客人多了5%.
OWN_SUBJECT = late(r"[,，、](?![比较同环又也还只就大约总共整合这])[\u4e00-\u9fff]{2,5}[多少]了\s?\|")
# What stands between a figure and one that is of a part of it, or of something else.
OF_A_PART = late(r"\bof which\b|其中", re.IGNORECASE)
# What ends before a share of what was just spoken of, or of the main business alone: 占它的八成, 占主营业务收入的31%.
OF_IT = late(
    r"占(?:它|其|该业务)的?(?:比重|比例)?[^，。；,;]{0,3}\Z|占[^，。；,;]{0,3}主营[^，。；,;]{0,6}(?:比重|比例)?[^。；;]{0,20}\Z"
)
# A share of a part spoken of, which is not named: "17% of the segment", 占该分部的17%.
OF_THE_PART = (
    late(r"占(?:该|本|这个?|此)(?:分部|板块|业务|事业部|部门|品类|品牌|地区)[^，。；,;]{0,6}\Z"),
    late(
        r"\A\W*of (?:the|this|that|our|its) (?:[a-z]+ )?(?:segment|division|business|unit|category|brand|region|franchise)\b"
        r"(?!['’]?s? (?:as a whole|and))"
    ),
)
# What begins a clause of its own with a time and a verb behind a change: ", and for the first half it had been |".
OF_ITS_OWN_CLAUSE = late(
    r"[,;]\s(?:and|while|whereas|with)\s(?:[a-z]+\s)?(?:for|in|over|during)\s(?:the|our)\s[^,;.]{3,30}\s(?:it\s)?(?:was|were|had been|stood at|came (?:in at|to))\s[^,;.0-9]{0,20}\Z"
    r"|[,，;；、]而?[上下]半年[^,，;；。0-9]{0,8}(?:为|則为|则为|是|有|达|录得)[^,，;；。0-9]{0,6}\Z"
)
# A share of what is added, not of all: 贡献了增量的55%, "60% of the increase".
OF_INCREMENT = (
    late(r"(?:增量|减量|增[长加]额?|增幅|降幅|跌幅|升幅)(?:中|里)?的?(?:约|近|逾)?\Z"),
    late(
        r"\A\W*of (?:the |our |its |that |this )?(?:[a-z]+ )?(?:increase|growth|decline|decrease|rise|fall|drop|gain|improvement|change)\b"
    ),
)
# What parts of a business sell to one another is in their figures and not in the whole.
BETWEEN_PARTS = late(
    r"\binter-?\s?(?:company|segment|group)\b|\beliminations?\b|分部间|内部(?:交易|销售|抵)|抵[销消]", re.IGNORECASE
)
# What stands around a figure of the year before ("before | after") that is not what was measured: "they had brought |",
# "| of those", "| or so of storm work".
OF_ANOTHER = late(
    r"\b(?:who|which|that|having)\s(?:had\s)?(?:had|contributed|added|brought|included)\s+\|"
    r"|\|\s+(?:or (?:so|thereabouts)\s)?of\s(?!(?:total|net|gross|our|the|its|sales|revenue|profit|income|cash|debt|cost)\b)"
    # "The 918.5 million of fiscal 2024", "of a year ago" is dated, and of the same thing.
    r"(?!(?:a year|fiscal|last|prior|previous|first|second|third|fourth|january|february|march|april|may|june|july"
    r"|august|september|october|november|december|fy|q[1-4])\b)[a-z]",
    re.IGNORECASE,
)
RANGE_OPENS = late(
    r"(?:\b(?:between|range(?: of| from)?|region of|of|be|is|at|or|about|around|approximately|roughly|for|by|grow|rise"
    r"|increase|up|expect(?:s|ing)?|forecast(?:s|ing)?|guid(?:e|ance|ing)|see)|[在于为约达长增升,，:])\s*\Z",
    re.IGNORECASE,
)
RANGE_SAID = late(r"\b(?:between|range(?: of| from)?|region of)\s*\Z|介于\s*\Z|区间[为是在]?\s*\Z", re.IGNORECASE)
# A movement from one figure to a lower one, or a fall told by its size: then the order is no slip.
FALLS = late(
    r"\b(?:from|fell|falls?|falling|down|declin\w*|decreas\w*|narrow\w*|reduc\w*|cut\w*|lower\w*|dropp?\w*|slow\w*"
    r"|compress\w*|eas(?:e|es|ed|ing)|shr[aiu]nk\w*|went|moved?|improv\w*|loss\w*|negative|minus|contract\w*|less)\b"
    r"|由|从|自|降|减|跌|收窄|缩|亏|负|下滑|衰退",
    re.IGNORECASE,
)


# What is to come or not yet over is told in such words, or supposed.
TO_COME = late(
    r"\b(?:will|would|shall|should|could|may|might|expect\w*|guid\w*|outlook|forecast\w*|target\w*|anticipat\w*|plan\w*"
    r"|project\w*|estimat\w*|assum\w*|budget\w*|schedul\w*|aim\w*|intend\w*|look\w*|see|on track|going to|likely"
    r"|contract\w*|commit\w*|consensus|if|so far|to date|weeks?|months?|already|since|subsequent\w*|preliminary|until|by"
    r" the end|backlog|orders?|book\w*|imply|implie\w*|implying|midpoint|remain\w*|pipeline|goal|ambition)\b"
    r"|预|将|会|目标|指引|展望|有望|计划|估|料|期望|争取|力争|希望|若|如果|假设|左右|约|至今|截至|目前|已经|迄今|周|月|上看|看好|订单"
    r"|力求|拟|可望|大概|应该|能|要|安排|规划|测算|共识|可达|维持|挑战|看|想|给",
    re.IGNORECASE,
)
REACHED = late(
    r"\b(?:was|were|had|grew|rose|fell|increased|decreased|declined|dropped|reached|came|totall?ed|amounted|recorded"
    r"|generated|delivered|reported|posted|improved|went|stood|did|achieved|booked|sold|shipped)\b",
    re.IGNORECASE,
)


_ANY_REST = Hinted(rf"\b{_REST}|{_REST_ZH}|外", re.IGNORECASE)


def is_all_but(name: str, words: str) -> bool:
    """Whether `words` speak of all but `name`: "revenue outside China", 中国以外的收入."""
    if _ANY_REST.search(words) is None:  # few sentences leave anything out, and every name is a pattern of its own
        return False
    name = re.escape(name)
    rest = rf"\b{_REST}{name}|{_REST_ZH}[^,，。]{{0,4}}{name}|{name}{_REST_AFTER_ZH}"
    return re.search(rest, words, re.IGNORECASE) is not None


def part_of(name: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What ends before, and what begins after, a share of `name` itself: 占硬件收入的38%, "38% of hardware revenue"."""
    name = re.escape(name)
    before = re.compile(rf"占[^,，。;；]{{0,6}}{name}[^,，。;；]{{0,8}}\Z", re.IGNORECASE)
    after = re.compile(rf"\A\s?of (?:[a-z']{{1,10}} ){{0,3}}{name}\b", re.IGNORECASE)
    return before, after


# "Decreased from 4.1 million in 2030 to | 5.0 million"; 由上年同期的4.1亿元减少至: the word, and what leads to the second figure.
MOVED_FROM = {
    "en": late(
        r"\b(?:(?P<up>increased|rose|grew|climbed|went up|up)|(?P<down>decreased|declined|fell|dropped|went down|down))"
        r"(?: (?:slightly|significantly|sharply|year[- ]over[- ]year|sequentially|again|further))? from (?:about )?$",
        re.IGNORECASE,
    ),
    "zh": late(r"[由从自](?:[^，。；、,;0-9]{0,4}[0-9]{0,4}[^，。；、,;0-9]{0,12})$"),
}
# What leads to the figure that another one moved to: "decreased to | 1.6 million", 减少至.
LED_TO = late(
    r"\b(?:up|down|increased?|decreased?|rose|fell|grew|declined?|dropped|reduction|growth|gain)\s+to\s+\Z"
    r"|(?:增加?|减少?|上升|下降|增长|升|降)(?:至|到)(?:人民币|新台币)?\Z",
    re.IGNORECASE,
)
_WHEN = r"(?: (?:in|for|at|as of) (?:the )?[a-z0-9 ,]{2,40}?)?"
MOVED_TO = {
    "en": late(rf"{_WHEN},? to ", re.IGNORECASE),
    "zh": late(
        r"(?:大幅|小幅|略|进一步)?(?:(?P<up>增加|增长|上升|提升|提高|攀升)|(?P<down>减少|下降|降低|下滑|回落))(?:至|到)(?:人民币|新台币)?"
    ),
}
