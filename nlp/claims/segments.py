"""Segments as the company itself names them, learned from the documents of the run.

A name whose head is an acronym or a brand ("cloud-based X solutions", "X business", X業務) is known by that token, so its
long and short forms, in either language, are one segment; any other is known by its words in lower case, or in Chinese
as it is first printed. A later short form ("transport" for "Chilled Transport") is the one segment that it ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ..languages.en.claims import CLAIMS as EN
from ..languages.zh.claims import CLAIMS as ZH
from ..text import fold, simplify
from .metrics import Mention, find_metrics

_BRAND = r"(?:[A-Z][\w&]*[A-Z&][\w&]*|[0-9]+[A-Za-z]{2,}[\w&]*|[A-Z]{2,}[\w&\-]*)"
_NAME = r"(?:[A-Z0-9][\w&'\-]*|[a-z]+-based|smart|cloud|retail|consumer|industrial|digital|international|domestic)"
_ACRONYM = re.compile(rf"((?:[\w&'\-]+ ){{1,7}}?[\w&'\-]+) \(\"?({_BRAND})\"?\) (?:{EN.segment_nouns})\b")
_NAMED = re.compile(rf"\b((?:{_NAME}(?: and | & | ))*?{_NAME}) (?:{EN.segment_nouns})\b")
_REVENUE_FROM = re.compile(
    r"\b[Rr]evenues? (?:generated )?(?:from|of|for) (?:our |the |its )?((?:[\w&\"()'\-]+ ){1,8}?)"
    r"(?:increased|decreased|grew|was|were|rose|declined|fell|reached|contributed|accounted|amounted)\b"
)
_OF_BRAND = re.compile(
    rf"\b(?:revenues?|margin|growth|increase|rates?) (?:from|for|of|in) (?:our |the |entire )*({_BRAND})\b"
)
_BRAND_METRIC = re.compile(rf"\b({_BRAND}) (?:revenues?|sales|gross margin|contributed|grew)\b")
# "• Cold Drinks. Revenue was ...": a list item headed by the segment's name.
_HEADED = re.compile(
    r"(?m)^\s*[•\-*–]\s+((?:[A-Z][\w&'\-]*)(?:\s+[\w&'\-]+){0,4})\.\s+(?:Revenues?|Sales|Net sales|Gross|Operating)\b"
)
# "30% in Cold Drinks, 14% in Snacks": names that stand in a list of amounts.
_LISTED = re.compile(
    r"(?:[0-9]%|[0-9] (?:million|billion|thousand)(?: \([^()]{1,30}\))?) (?:in|from|for) (?:our |the )?"
    r"((?:[A-Z][\w&'\-]*)(?: [\w&'\-]+){0,4}?)(?=,| and (?:[A-Z$€£¥]{0,3}\$?[0-9])|\.(?:\s|$)|;| compared\b)"
)
# "Servo drives contributed revenue of RMB12 million": who brings in money is a part of the business.
_GIVES = re.compile(
    r"(?:^|[.;,]\s|\band )(?:Our |our |The |the )?((?:[A-Za-z][\w&'\-]*)(?: [\w&'\-]+){0,3}?) (?:business "
    r"|segment )?(?:contributed|brought in)"
    r" (?:(?:net )?(?:revenues?|sales) of )?(?:about |over |nearly )?(?:[A-Z]{2,3}\$?|[$€£¥])[0-9]"
)
_ZH_NOUNS = ZH.segment_nouns
_ZH_NAMED = re.compile(
    rf"([A-Za-z0-9&\-]{{2,20}}|[\u4e00-\u9fff]{{2,10}}?)\s*{_ZH_NOUNS}(?:的)?\s*(?:营业)?(?:收入|营收|毛利率|销售额|贡献)"
)
_ZH_FROM = re.compile(r"来自\s*([^，。；、的\s]{2,12}?)(?:业务|部门|事业)?的?(?:收入|营收)")
# 依部门来看，… and 各业务毛利率方面，…: the heads of the clauses that follow are names.
_ZH_BREAKDOWN = re.compile(
    r"(?:各(?:个|大|项)?|(?:[两三四五六]|几)(?:个|大)?|[依按分]|细分)(?:业务|部门|事业部|分部|板块|地区|区域|产品线|产品|品牌)[^。！？\n]{0,160}"
)
_ZH_CLAUSE = re.compile(
    r"(?<=[，,；;：:、。])([\u4e00-\u9fffA-Za-z&]{2,8}?)(?:业务|部门|板块|分部)?(?=(?:则|仍|约|的)?(?:为|是|达|占|贡献|实现|收入|营收|毛利率|成长"
    r"|增长)[^，。；]{0,14}[0-9]|仍?是(?:我们)?(?:的)?最大)"
)
_ZH_LARGEST = re.compile(
    r"([\u4e00-\u9fffA-Za-z&]{2,10}?)(?:仍|依然|依旧|还)?是(?:我们|公司|集团)?(?:的)?(?:最大|第[一二三]大|主要)的?(?:业务|部门|板块|分部|收入来源)"
)
_ZH_GIVES = re.compile(
    r"(?<![\u4e00-\u9fff])(?:其中|而)?([\u4e00-\u9fffA-Za-z&]{2,8}?)(?:业务|部门|板块)?(?:贡献|实现|录得|带来)(?:了)?(?:营业)?(?:收入"
    r"|营收|销售额)?[^，。；]{0,6}[0-9]"
)
# What a run of Han characters may hold before a name begins, and what no name is.
_ZH_CUT = re.compile(
    r".*(?:[的了是为在对于由从自占]|来自|其中|其余|我们|公司|本季度?|季度?|年度?|月|方面|以及|、|包括|整体|各|分别|主要|至于|关于|与去年|同期|受益|得益|推动|带动)"
)
_ZH_NO_NAME = re.compile(
    r"^(?:.*(?:收入|营收|毛利|利润|费用|成本|支出|现金|客户|用户|同比|环比|增长|成长|下降|增加|减少|目前|今年|去年|方面|合计|总计|总额|整体|公司|全年|第|比重|其余|其他|部门"
    r"|业务|两者|三者|一|二|三|四|上述|主要|核心|新|本|该|此|这|那|它|我们|以上|以下|左右).*|.|[A-Za-z])$"
)
_NOT_SEGMENTS = frozenset(
    "ceo cfo coo cto ir gaap non-gaap ebitda rmb usd us hk nt eps ipo q1 q2 q3 q4 yoy qoq r&d s&m g&a sg&a covid-19 ai "
    "quarter quarters year years month months half period fiscal first second third fourth it by in as at on with from for to a an of no up down per our the its this these those new other total key core main overall entire whole general and financial company "
    "group cash net gross operating looking meanwhile however adjusted diluted basic january february march april may june july august september october november december "
    "fy fiscal cash what which there here today we they he she and or every each most many some several both either neither another any such fx t&e cpi gdp".split()
)
# "RMB12" is money, "the Company's" a possessive, a lone adjective ("cloud", "digital") no name of a segment.
_NOT_A_NAME = re.compile(
    r"'s\b|^(?:RMB|CNY|US|HK|NT|USD|EUR|S|A|C)?\$?[0-9.]+$|-(?:adjusted|neutral)$|^(?:[a-z]+-based|smart|cloud"
    r"|digital)$"
)
_LEADING = re.compile(r"^(?:our|the|its|total|overall|other|entire|new|core|key|main)\s+", re.IGNORECASE)
_TRAILING = re.compile(rf"\s+(?:{EN.segment_nouns})$", re.IGNORECASE)


_GENERIC = frozenset(
    "services service products product solutions business businesses other others operations segment segments systems technology "
    "technologies group software hardware equipment goods 业务 服务 产品 市场 部门 解决方案 其他 其他服务 平台 系统 设备 收入 营收".split()
)


_GOES_ON = re.compile(
    r" (?!Q[1-4]|H[12]|Segment|Business|Division|Group|Revenue|Sales|Net|Gross|Operating|Adjusted|EBITDA)[A-Z][a-z]+"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentNames:
    """Known segment names: surface in lower case -> canonical name; `short` maps last words to the one name they end."""

    names: tuple[tuple[str, str], ...]
    pattern: re.Pattern[str] | None
    known: dict[str, str] = field(default_factory=dict)
    short: dict[str, str] = field(default_factory=dict)

    def find(self, folded: str) -> tuple[Mention, ...]:
        """Every segment named in a folded text, in order; a run joined by "and" is one mention "A+B"."""
        if self.pattern is None:
            return ()
        # "Acme" is not the segment in "Acme Core": a capitalised word after a capitalised name goes on with it.
        found = (
            m for m in self.pattern.finditer(folded) if not _GOES_ON.match(folded, m.end()) or not m[0][:1].isupper()
        )
        hits = ((m, self.known.get(re.sub(r"\s+", " ", m[0].lower()))) for m in found)
        return tuple(Mention(start=m.start(), end=m.end(), name=name) for m, name in hits if name is not None)

    def is_known(self, name: str) -> bool:
        """Whether `name` is the canonical name of a segment."""
        return name in self.known.values()

    def resolve(self, words: str) -> str:
        """The known segment that `words` name or shorten; else the words themselves, in lower case."""
        key = simplify(re.sub(r"\s+", " ", words.strip().lower()))
        return self.known.get(key) or self.short.get(key) or re.sub(r"\s+", " ", words.strip().lower())


def learn_segments(texts: Iterable[tuple[str, str]]) -> SegmentNames:
    """Segment names from (text, language) pairs of all documents of one company."""
    surfaces: dict[str, str] = {}
    for text, lang in texts:
        for surface in _english(fold(text)) if lang == "en" else _chinese(text):
            canonical = _canonical(surface)
            if canonical is not None:
                surfaces.setdefault(simplify(surface.lower()), canonical)
                surfaces.setdefault(simplify(canonical.lower()), canonical)
    ordered = sorted(surfaces, key=len, reverse=True)
    if not ordered:
        return SegmentNames(names=(), pattern=None)
    body = "|".join(re.escape(surface).replace(r"\ ", r"\s+") for surface in ordered)
    pattern = re.compile(rf"(?<![A-Za-z0-9&\-])(?:{body})(?![A-Za-z0-9&])", re.IGNORECASE)
    return SegmentNames(names=tuple(sorted(surfaces.items())), pattern=pattern, known=surfaces, short=_short(surfaces))


def _short(surfaces: Mapping[str, str]) -> dict[str, str]:
    """Last words (or characters) that end exactly one known name, and a brand that begins exactly one."""
    ends: dict[str, set[str]] = {}
    for surface, canonical in surfaces.items():
        words = surface.split(" ")
        parts = [" ".join(words[at:]) for at in range(1, len(words))]
        if len(words) == 1 and re.fullmatch(r"[\u4e00-\u9fff]{4,}", surface):
            parts = [surface[at:] for at in range(1, len(surface) - 1)]
        for part in parts:
            if (
                part not in _GENERIC
                and part not in surfaces
                and re.match(r"(?!and\b|or\b|of\b|as\b|an?\b|for\b)\w[^()]*$", part)
            ):
                ends.setdefault(part, set()).add(canonical)
    return {part: next(iter(names)) for part, names in ends.items() if len(names) == 1}


def _english(text: str) -> list[str]:
    flat = re.sub(r"\s+", " ", text)
    found = [match[1] for match in _HEADED.finditer(text)]
    for match in _ACRONYM.finditer(flat):
        long_form = re.sub(r"^.*\b(?:from|of|our|the|and|for|based)\s", "", match[1])
        found += [match[2], f'{long_form} ("{match[2]}")', f"{long_form} ({match[2]})"]
    for match in _NAMED.finditer(flat):
        found.append(match[1])
    for pattern in (_REVENUE_FROM, _OF_BRAND, _BRAND_METRIC, _GIVES):
        found += [match[1].strip() for match in pattern.finditer(flat)]
    for sentence in re.split(r"(?<=[a-z0-9%)])\.\s", flat):
        listed = [match[1] for match in _LISTED.finditer(sentence)]
        found += listed if len(listed) > 1 else []
    return [name for name in map(_trim, found) if name]


def _trim(name: str) -> str:
    trimmed = re.sub(r"\s+(?:[a-z]+ly|also|again|has|have|had)$", "", _LEADING.sub("", name.strip(" ,")))
    trimmed = _TRAILING.sub("", trimmed)
    words = trimmed.lower().split()
    if not words or words[0] in _NOT_SEGMENTS or words[-1] in _NOT_SEGMENTS or _NOT_A_NAME.search(trimmed):
        return ""
    named = find_metrics(trimmed, "en")
    is_metric = len(named) == 1 and named[0].end - named[0].start == len(trimmed)
    return trimmed if 2 <= len(trimmed) <= 60 and not is_metric else ""


def _chinese(text: str) -> list[str]:
    """Names as printed; they are found on a simplified copy of equal length."""
    folded = simplify(fold(text))
    places = [m.span(1) for pattern in (_ZH_NAMED, _ZH_FROM, _ZH_LARGEST, _ZH_GIVES) for m in pattern.finditer(folded)]
    for passage in _ZH_BREAKDOWN.finditer(folded):
        places += [m.span(1) for m in _ZH_CLAUSE.finditer(folded, passage.start(), passage.end())]
    names = []
    for start, end in places:
        if cut := _ZH_CUT.match(folded, start, end):
            start = cut.end()
        if end - start >= 2 and not _ZH_NO_NAME.match(folded[start:end]) and not find_metrics(folded[start:end], "zh"):
            names.append(fold(text[start:end]))
    return names


def _canonical(surface: str) -> str | None:
    brands = [brand for brand in re.findall(_BRAND, surface) if brand.lower() not in _NOT_SEGMENTS]
    words = re.sub(r"[\"()]", "", surface).strip().lower()
    if brands and not re.match(rf"{_BRAND} (?!and\b|or\b)[a-z]", surface):
        return "+".join(dict.fromkeys(brands))
    return None if not words or words in _NOT_SEGMENTS or words.isdigit() else words
