"""Numerals that are no amounts: years, dates, periods, times, ids, names, references, list marks, idioms.

Only numerals without a unit are judged here; "RMB2020" is money whatever it looks like.
"""

from __future__ import annotations

import re

from ..languages.en.numbers import EN
from ..languages.zh.numbers import ZH
from .numerals import Numeral, alternation

# Chains of digits with one separator: phones, ISO dates, rule numbers, versions, times, fractions, passwords.
SKIP = (
    r"[0-9]++(?:-[0-9]++){2,}+|[0-9]++(?:\.[0-9]++){2,}+|[0-9]++(?:/[0-9]++){1,4}+|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9])"
    r"|\+[0-9]{1,3}(?:[ ()-]{1,3}[0-9]{2,5}){2,5}|(?<![0-9])\([0-9]{3}\) ?[0-9]{3}-[0-9]{4}"
    r"|(?<![0-9])[0-9]{3} [0-9]{3} [0-9]{4}(?![0-9])"
)
_SPACES = re.compile(r"\s{0,12}")
_WORD_BEFORE = re.compile(r"([A-Za-z][A-Za-z.&']{0,24}|#|№)[ \t\n]{0,3}\(?\Z")
_WORD_AFTER = re.compile(r"[ \t]{0,3}(?:\n[ \t]{0,40})?([A-Za-z][A-Za-z.']{0,24})")
_LINE_MARK = re.compile(r"(?:\A|\n)[ \t]{0,40}[(\[]?\Z")
_MARK_END = re.compile(r"[.)\]、:](?=\s|[\u3400-\u9fff]|\Z)")
_STREET = re.compile(
    r" (?:[A-Z][A-Za-z.]{1,15} ){1,4}(?:Street|Road|Avenue|Ave|St|Rd|Blvd|Boulevard|Drive|Lane|Plaza|Square|Place|Way|Parkway|Floor)\b"
)
_ZH_TIME_AFTER = re.compile(
    r" {0,2}(?:年|月|日(?![元圆币])|号|季|q(?![a-z])|时(?!候|间)|点(?!位|[一二两三四五六七八九零〇])|世纪|届|代(?!理|表)|周年|旬"
    r"|财年|个? {0,2}(?:多|半)? {0,2}(?:月|季度|星期|礼拜|交易日|财季|季(?!节))|周(?!转)|星期|刻钟|核(?!心)|期(?!权|货))"
)
_ZH_NAME_BEFORE = re.compile(r"(?:第|附注|周|星期|礼拜|初|农历|版本|型号|编号|代码|[a-z]轮) {0,2}\Z")
_ZH_DAYS = re.compile(r" {0,2}(?:天|日|小时|分钟|秒|周|岁)")
_ZH_WHEN_AFTER = re.compile(r" {0,2}(?:天|小时|分钟|秒)(?:内|后|前|以来|之内|之后|之前|来|期间|制|无理由)")
_ZH_WHEN_BEFORE = re.compile(r"(?:未来|过去|近|最近|前|后|每|接下来的?|此前|之前|24/7|随后的?|头) {0,2}\Z")
_COUNTER = re.compile(rf" {{0,2}}(?:{alternation(ZH.counters)})")
_SMALL_HAN = re.compile(r"[一二两三四五六七八九十]\Z")
_PREDICATE = re.compile(r"(?:是|为|等于|得|到|至|约|有|共|达) {0,2}\Z")
_PREDICATE_END = re.compile(r"\s{0,2}(?:[,.;!?。，；！？、)]|而|和|\Z)")
_IDIOM = tuple((word, index) for word in ZH.idioms for index, char in enumerate(word))
_YEAR_LIKE = range(1900, 2100)
_PERIOD_MARK = re.compile(
    r"(?:[qh][1-4]?(?:[ '/-]{0,2}[0-9]{2,4})?|fy|cy|m(?=[ '/-]{0,2}(?:fy|cy)?[ '/-]?(?:20)?[0-9]{2})|[ef])(?![a-z])"
)
_DURATION = re.compile(r"[-\s]{1,3}(?:" + alternation(sorted(EN.periods)) + r"|minutes?|hours?|seconds?)(?![a-z])")
_LONG_DURATION = re.compile(
    r"[-\s]{1,3}(?:(?:fiscal|calendar|business|trading|working|full|consecutive|straight|\w{3,10})\s)?(?:"
    + alternation(sorted(EN.periods))
    + r")(?![a-z])"
)


def word_before(folded: str, at: int) -> str:
    """The word that ends before `at`, as printed, or ""."""
    match = _WORD_BEFORE.search(folded, max(0, at - 28), at)
    return match.group(1) if match else ""


def word_after(folded: str, at: int) -> str:
    """The word that begins after `at`, or ""."""
    match = _WORD_AFTER.match(folded, at)
    return match.group(1) if match else ""


def is_year(numeral: Numeral) -> bool:
    """Four bare digits that read as a year."""
    return numeral.bare_integer and numeral.end - numeral.start == 4 and int(numeral.low) in _YEAR_LIKE


def is_glued(low: str, numeral: Numeral) -> bool:
    """Part of a name or mark: loss1, COVID-19, 7moor, Q3, 2-core, v1.2, '21."""
    before = low[numeral.start - 1] if numeral.start else " "
    if before.isascii() and (before.isalnum() or before in "'_/@#"):
        return True
    two_before = low[numeral.start - 2 : numeral.start]
    if len(two_before) == 2 and two_before[1] in "-.:" and two_before[0].isascii() and two_before[0].isalnum():
        return True
    after, following = low[numeral.end : numeral.end + 1], low[numeral.end + 1 : numeral.end + 2]
    if numeral.kind == "han" and not low[numeral.end - 1].isascii():
        return False
    if after.isascii() and (after.isalpha() or after in "_/@") and after:
        return not _is_measure(low, numeral.end)
    return (
        bool(after)
        and after in "-.('"
        and following.isascii()
        and following.isalpha()
        and after + following not in "(x"
    )


def _is_measure(low: str, at: int) -> bool:
    match = re.compile(r"[a-z]{1,6}[23]?(?![a-z0-9])").match(low, at)
    return match is not None and match.group() in EN.measures


def is_reference(low: str, folded: str, numeral: Numeral) -> bool:
    """The number of a note, item, page, rule, street, list entry, or a long id."""
    before = word_before(folded, numeral.start)
    if before.lower().rstrip(".") in EN.names or before in ("#", "№"):
        return not (before[:1].islower() and numeral.kind == "words")
    if numeral.bare_integer and numeral.end - numeral.start >= 2 and low[numeral.start] == "0":
        return True
    if numeral.bare_integer and numeral.end - numeral.start >= 5 and _near_id_cue(low, numeral.start):
        return True
    return _is_list_mark(low, numeral) or bool(numeral.bare_integer and _STREET.match(folded, numeral.end))


def _near_id_cue(low: str, at: int) -> bool:
    window = low[max(0, at - 40) : at]
    return any(cue in window for cue in (*EN.id_cues, *ZH.id_cues))


def _is_list_mark(low: str, numeral: Numeral) -> bool:
    if numeral.kind != "digits" or numeral.low >= 100 or numeral.decimals:
        return False
    opened = low[numeral.start - 1 : numeral.start] in ("(", "[")
    if opened and low[numeral.end : numeral.end + 1] in (")", "]"):
        return True
    return bool(_LINE_MARK.search(low, max(0, numeral.start - 44), numeral.start) and _MARK_END.match(low, numeral.end))


def is_lone_line(low: str, numeral: Numeral) -> bool:
    """A bare number alone on its line: a page number."""
    if not numeral.bare_integer or numeral.end - numeral.start > 4:
        return False
    left = low.rfind("\n", max(0, numeral.start - 80), numeral.start)
    right = low.find("\n", numeral.end, numeral.end + 80)
    if (left < 0 and numeral.start > 80) or (right < 0 and len(low) - numeral.end > 80):
        return False
    return not (low[max(left, 0) : numeral.start] + low[numeral.end : len(low) if right < 0 else right]).strip()


def is_date(low: str, folded: str, numeral: Numeral) -> bool:
    """A year, a day beside a month, a period or a point in time."""
    if is_year(numeral):
        return True
    after = word_after(low, numeral.end)
    if after.rstrip(".") in EN.times or after in EN.times:
        return True
    if numeral.bare_integer and 0 < numeral.low <= 31:
        before = word_before(low, numeral.start).rstrip(".")
        if before in EN.months and (
            before != "may" or folded[max(0, numeral.start - 5) : numeral.start].strip(" .").istitle()
        ):
            return True
        if (
            after.rstrip(".") in EN.months
            and after not in ("may", "march")
            or after in ("may", "march")
            and word_after(folded, numeral.end).istitle()
        ):
            return True
    if numeral.kind == "digits" and _PERIOD_MARK.match(low, numeral.end + (low[numeral.end : numeral.end + 1] == " ")):
        return True
    return False


def is_duration(low: str, folded: str, numeral: Numeral) -> bool:
    """A stretch of calendar time that only says when: "in the past 12 months", "three years ago", "six months ended"."""
    match = _DURATION.match(low, numeral.end) or _LONG_DURATION.match(low, numeral.end)
    if match is None:
        return False
    if low[numeral.end] == "-":
        return True
    after = word_after(low, match.end())
    before = word_before(low, numeral.start)
    if before in EN.spans_before or after in EN.spans_after:
        return True
    return before == "the" or "'" in low[match.end() : match.end() + 2]


def is_name(folded: str, numeral: Numeral) -> bool:
    """The number of a product, index or model after its capitalised name: Fortune 500, Windows 11, Industry 4.0."""
    if numeral.kind != "digits" or numeral.grouped or numeral.scale != 1 or numeral.decimals > 1:
        return False
    before = word_before(folded, numeral.start)
    if not before[:1].isupper() or len(before) < 2 and before != "S":
        return False
    if before.lower() in EN.stops or before.lower() in _NO_NAMES or folded[numeral.start - 1] not in " \t":
        return False
    return not _begins_sentence(folded, numeral.start - 1 - len(before))


_NO_NAMES = frozenset(word for phrase in EN.before for word in phrase.split()) | frozenset({"total", "all", "about"})


def _begins_sentence(folded: str, at: int) -> bool:
    before = folded[max(0, at - 6) : at].rstrip(" \t")
    return not before or before[-1] in ".!?:;\n\"'•)(-" or before[-1] > "\u2fff"


def is_chinese_name(low: str, numeral: Numeral) -> bool:
    """第N, dates and durations, 一个, 三方 and other words in which a Chinese numeral counts nothing."""
    at, end = numeral.start, numeral.end
    if _ZH_NAME_BEFORE.search(low, max(0, at - 6), at) or _ZH_TIME_AFTER.match(low, end):
        return True
    if _ZH_DAYS.match(low, end) and (_ZH_WHEN_AFTER.match(low, end) or _ZH_WHEN_BEFORE.search(low, max(0, at - 6), at)):
        return True
    if numeral.kind != "han":
        return False
    if any(low.startswith(word, at - index) for word, index in _IDIOM if 0 <= at - index):
        return True
    surface = low[at:end]
    if (
        surface == "一"
        or surface[0] == "一"
        and len(surface) == 2
        and surface[1] in "千百"
        and not _COUNTER.match(low, end)
    ):
        return True
    if len(surface) == 1 or numeral.high != numeral.low and numeral.scale == 1:
        return not _counts(low, at, end)
    return False


def _counts(low: str, at: int, end: int) -> bool:
    if _COUNTER.match(low, end):
        return True
    return bool(_PREDICATE.search(low, max(0, at - 3), at) and _PREDICATE_END.match(low, end))
