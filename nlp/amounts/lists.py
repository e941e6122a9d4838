"""Numbers in a row that say their unit once, behind the last: 12.5/15.4/18.9亿元, 分别为12.5、15.4和18.9亿元."""

from __future__ import annotations

from ..languages.late import late
from .dates import is_year
from .found import Found

_SLASH = late(r"\s?/\s?")
_HAN_GAP = late(r"\s?[、和及与]\s?")
_ROW = late(r"\s?[/、和及与]\s?")
_EACH = late(r"(?:分别|依次)[^,，。;；0-9]{0,8}\Z")
_NEAR = 12  # characters


def share_units(found: list[Found], low: str) -> None:
    """Give each bare number of a row the unit and scale of its last; `low` is the folded text in lower case."""
    for at in range(len(found) - 2, -1, -1):
        left, right = found[at], found[at + 1]
        if left.typed or not right.typed or right.has_prefix or right.is_range or right.numeral.fraction:
            continue
        if left.numeral.scale != 1:  # 12.5亿、15.4亿元
            if (
                right.kind == "money"
                and right.numeral.scale != 1
                and _ROW.fullmatch(low, left.span_end, right.span_start)
            ):
                left.take_unit(right)
        elif is_year(left.numeral):
            continue
        elif _SLASH.fullmatch(low, left.span_end, right.span_start) or _is_row(left, right, found[:at], low):
            left.take_unit(right)
            left.numeral.times(right.numeral.scale)
            left.hard = left.soft = False


def _is_row(left: Found, right: Found, before: list[Found], low: str) -> bool:
    """Whether a Chinese list says that both are figures: printed alike with decimals, or told apart by 分别."""
    if not _HAN_GAP.fullmatch(low, left.span_end, right.span_start):
        return False
    if left.numeral.decimals:
        return True
    first = left
    for item in reversed(before):
        if not _HAN_GAP.fullmatch(low, item.span_end, first.span_start):
            break
        first = item
    return _EACH.search(low, max(0, first.span_start - _NEAR), first.span_start) is not None
