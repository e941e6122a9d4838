"""Two ends said as one range: what joins them, and when two numbers in a row are no range."""

from __future__ import annotations

import re
from decimal import Decimal

from ..languages.en.numbers import EN
from ..languages.late import late
from ..languages.zh.numbers import ZH
from .found import Found
from .numerals import alternation

_SIGNED = r"(?:a |positive |plus )?"
_ABOUT = r"(?:(?:about|approximately|around|roughly)\s)?"
_TO = late(
    rf"\s{{0,3}}(?:{alternation(w for w in EN.range_words if w[0].isalpha())})\s{{1,3}}{_SIGNED}|\s{{0,2}}-to-\s{{0,2}}"
    rf"|\s{{0,2}}(?:{alternation(w for w in ZH.range_words if w != '--')})\s{{0,2}}约?|--"
)
_AND = late(rf"\s{{1,3}}and\s{{1,3}}{_SIGNED}|\s{{0,2}}[和与及跟]\s{{0,2}}")
_BETWEEN = late(rf"(?:(?<![a-z])(?:in )?between\s{{1,3}}{_ABOUT}|(?:介于|介乎|在|从)\s{{0,2}})\Z")
_OPENER = late(
    rf"(?:(?<![a-z])(?:{alternation(EN.range_openers)})\s{{1,3}}{_ABOUT}|(?:介于|介乎|在|从|自|由)\s{{0,2}})\Z"
)
_CLOSER = late(rf"\s{{0,2}}(?:{alternation(ZH.range_closers)})")
_BULLET = late(r"[ \t]*\n\s*[-–—]{1,2}\s+")  # a dash that begins a line joins nothing
_OF_TIME = late(r"[\s-](?:months?|quarters?|weeks?|days?|years?|hours?|minutes?)(?![a-z])|个月|个季度|小时")
_WORDS_BEFORE = late(r"[a-z]+")
_HAN_CHANGE = late(rf"(?:{alternation(ZH.changes)})[约近]?\Z")
_RANGE_WORD = late(r"(?:range|ranging|ranged|ranges|anywhere)\s{1,3}from\s{1,3}\Z")


_MORE_DECIMALS = 2


def join_ranges(found: list[Found], low: str) -> list[Found]:
    """`found` with every two ends of one range joined into one."""
    joined: list[Found] = []
    for item in found:
        if joined and (_joins(joined, item, low) or _restated(joined, item, low)):
            joined[-1] = _join(joined[-1], item, low)
        else:
            joined.append(item)
    return joined


_BRACKET = late(r"\s{0,2}[(（]\s{0,2}(?:or |about |approximately |约)?")


def _restated(joined: list[Found], right: Found, low: str) -> bool:
    """ "between 6 and 7 billion yuan (US$0.9 billion and US$1.0 billion)": those in the bracket are a range as well."""
    if len(joined) < 2 or not joined[-2].is_range or joined[-1].is_range or right.is_range:
        return False
    whole, left = joined[-2], joined[-1]
    gaps = low[whole.span_end : left.span_start], low[left.span_end : right.span_start]
    paired = _BRACKET.fullmatch(gaps[0]) is not None and _AND.fullmatch(gaps[1]) is not None
    if not paired or left.kind != "money" or right.kind != "money":
        return False
    _share(left, right)
    return left.unit == right.unit and _in_order(left, right)


def _joins(joined: list[Found], right: Found, low: str) -> bool:
    left = joined[-1]
    if right.span_start - left.span_end > 16 or left.is_range or right.is_range or left.hard or right.hard:
        return False
    gap = low[left.span_end : right.span_start]
    paired = _AND.fullmatch(gap) is not None
    if _BULLET.fullmatch(gap) or (left.typed and not right.typed and _OF_TIME.match(low, right.span_end)):
        return False
    if paired and not _BETWEEN.search(low, max(0, left.span_start - 40), left.span_start):
        return False
    if not paired and not _TO.fullmatch(gap):
        return False
    if _is_rate_and_level(left, right):
        return False
    _share(left, right)
    if left.unit != right.unit or not _in_order(left, right):
        return False
    if paired or not _tells_a_change(left, right, low, gap):
        return True
    return _FORMERLY.match(low, right.span_end) is not None or _came_from_a_range(joined, low)


# "from $1.4 billion to $1.5 billion previously"
_FORMERLY = late(
    r",?\s{1,3}(?:previously|earlier|formerly|before(?!\s{1,2}[a-z])|prior(?!\s{1,2}to))(?![a-z])|(?:的?(?:原|此前))"
)
_UP_FROM = late(
    r"[\s,(]{0,3}(?:[a-z]{2,10}\s{1,3}){0,3}from\s{1,3}|[\s,，(]{0,2}(?:此前|原先|原来|之前)?的?[由从自]\s?"
)


def _came_from_a_range(joined: list[Found], low: str) -> bool:
    """ "we now expect A to B, up from C to D": what was a range has moved from a range."""
    if len(joined) < 2 or not joined[-2].is_range:
        return False
    before, left = joined[-2], joined[-1]
    same = before.unit == left.unit and before.kind == left.kind
    return same and _UP_FROM.fullmatch(low, before.span_end, left.span_start) is not None


def _is_rate_and_level(left: Found, right: Found) -> bool:
    """ "Increased by 11.3% to 316,274", 回落0.6个点至47.2: the number behind is no rate, and no points."""
    rated = left.kind in ("percent", "points") and left.typed and not right.typed
    if not rated or left.low is None or right.low is None:
        return False
    exact = right.numeral.decimals >= left.numeral.decimals + _MORE_DECIMALS  # 涨0.2%至1.1846
    return right.numeral.grouped or right.low > 10 * abs(left.low) or exact


def _share(left: Found, right: Found) -> None:
    """What is said once for both ends: "$225 to $230 million", 两到三万港元, "2 to 4%"."""
    if not left.typed and left.numeral.scale != 1 and right.typed and right.has_prefix:
        return
    scaled = (
        left.numeral.scale == 1 and right.numeral.scale != 1 and abs(left.numeral.low) < abs(right.numeral.mantissa)
    )
    if scaled and (not left.typed or not right.typed or left.unit == right.unit):
        left.numeral.times(right.numeral.scale)
        left.shared = True
    elif left.has_prefix and left.numeral.low < 100 and _ends_in_thousands(left, right):
        left.numeral.times(Decimal(1000))
        left.shared = True
    if left.typed and not right.typed:
        right.take_unit(left)
    elif right.typed and not left.typed:
        left.take_unit(right)
        left.shared = True
    elif left.generic_money and right.kind == "money":
        left.unit = right.unit
    elif right.generic_money and left.kind == "money":
        right.unit = left.unit


def _ends_in_thousands(left: Found, right: Found) -> bool:
    """ "$5-8,000" are 5,000 to 8,000."""
    number = right.numeral
    return number.grouped and left.numeral.low * 1000 < number.low and number.low % 1000 == 0


def _in_order(left: Found, right: Found) -> bool:
    """Whether two numbers may be ends of a range; below zero the one nearer to it may come first."""
    if left.low is None or right.high is None:
        return False
    return left.low < right.high or right.high < left.low < 0


# "raised from 5 to 6 billion to 6 to 7 billion", 由5亿元至6亿元上调至6亿元至7亿元: what moved is a range.
_ARRIVES_AT_ANOTHER = late(
    r"\s{0,2}(?:的区间|区间)?(?:上调|下调|调整|调升|调降|提高|上修|下修|修订|修正|扩大|收窄|改|降低)(?:至|到|为)"
    r"|\s{1,3}to\s{1,3}(?:(?:a |the )?(?:new )?range of |between )?[$€£¥]?[0-9]"
)


def _tells_a_change(left: Found, right: Found, low: str, gap: str) -> bool:
    """ "increased from A to B", "up A to B": two levels, or a change and a level."""
    if _ARRIVES_AT_ANOTHER.match(low, right.span_end) or (left.shared and right.kind == "points"):
        return False  # 下滑2至3个百分点
    if gap.strip() in ("-", "~", "--") or _RANGE_WORD.search(low, max(0, left.span_start - 24), left.span_start):
        return False
    before = low[max(0, left.span_start - 60) : left.span_start]
    before = re.split(r"\.(?![0-9])|[;,，。\n]", before)[-1]
    words = _WORDS_BEFORE.findall(before)
    if words[-1:] == ["from"]:
        return any(word in EN.changes for word in words)
    if before.rstrip().endswith("由"):
        return True
    if left.kind == right.kind == "percent" and before.endswith(("涨", "跌")):
        return False  # a price falls by 5% to 10%, and comes to no rate
    if _HAN_CHANGE.search(before):
        return not _close(left, right) and not _expected(left, right, low)
    changed = any(word in EN.changes for word in words[-2:]) or words[-1:] == ["by"]
    return changed and not left.shared and not _close(left, right) and not _expected(left, right, low)


_EXPECTS = late(
    r"expect|guidance|outlook|forecast|guid(?:e|ed|ing)(?![a-z])|anticipat|预计|预期|指引|预估|展望|目标|财测"
)


def _expected(left: Found, right: Found, low: str) -> bool:
    """ "we expect revenue of A to B, up 3.0% to 7.7%": two rates of growth near each other, looking ahead."""
    if left.low is None or right.high is None or left.kind != "percent" or right.high > left.low * 4:
        return False
    sentence = re.split(r"\.(?![0-9])|[。\n]", low[max(0, left.span_start - 240) : left.span_start])[-1]
    return left.low > 0 and _EXPECTS.search(sentence) is not None


def _close(left: Found, right: Found) -> bool:
    if left.low is None or right.high is None:
        return False
    limit = Decimal("1.6") if left.kind == "percent" else Decimal("1.3")
    return left.low > 0 and right.high <= left.low * limit


def _join(left: Found, right: Found, low: str) -> Found:
    left.high_end(right)
    left.generic = left.generic and right.generic
    opener = _OPENER.search(low, max(0, left.phrase_start - 40), left.phrase_start)
    if opener:
        left.phrase_start = opener.start()
    closer = _CLOSER.match(low, left.span_end)
    if closer:
        left.phrase_end = closer.end()
    return left


def merge_bounds(items: list[Found], low: str) -> list[Found]:
    """ "greater than 30 and less than 40" is one range, in either order."""
    merged: list[Found] = []
    for item in items:
        if merged and _bound_each_other(merged[-1], item) and _adjoin(merged[-1], item, low):
            _merge(merged[-1], item)
        else:
            merged.append(item)
    return merged


_LOWER, _UPPER = ("over", "at_least"), ("under", "at_most")


def _bound_each_other(left: Found, right: Found) -> bool:
    if left.low is None or left.high is None or right.low is None or right.high is None:
        return False
    if left.modifier in _LOWER and right.modifier in _UPPER:
        return left.low < right.high
    return left.modifier in _UPPER and right.modifier in _LOWER and right.low < left.high


def _merge(left: Found, right: Found) -> None:
    ends = (left.low, right.high) if left.modifier in _LOWER else (right.low, left.high)
    left.numeral.low, left.numeral.high = ends[0] or Decimal(0), ends[1]
    left.span_end, left.phrase_end, left.is_range = right.span_end, right.phrase_end, True
    left.noun, left.modifier = right.noun or left.noun, None
    if right.typed:
        left.take_unit(right)


def _adjoin(left: Found, right: Found, low: str) -> bool:
    gap = low[left.phrase_end : right.phrase_start]
    fits = left.unit == right.unit or not left.typed or not right.typed
    return fits and len(gap) < 8 and gap.strip() in ("", "and", "but", ",", "，", "且", "并且", "和", "、")
