"""Numbers that a document does not print and two of its figures give: changes, bases, shares, sums."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from ...amounts.intervals import add, divide, growth, margin, meant_interval, negate, overlaps, scale_by, subtract
from ...languages.late import late
from ...records import Interval
from ..times import RULES
from .dated import is_of_another_time
from .figures import Figure
from .sizes import loosened, told_near
from .stands import arrives, stands_for, went

_HUNDRED = Decimal(100)
_PLAIN = ("money", "count", "per_share")
_WIDEST = Decimal("0.34")  # a result known to less than a third of itself confirms anything
_WIDEST_IF_EXACT = Decimal("0.6")  # the same, where the prints as they stand give the very number
_TWICE, _DOUBLED = Decimal(2), Decimal(95)
_DOUBLES = late(r"翻|doubl")
_POINTS = late(r"points?|百分点")
_OF_WHOLE = late(r"^\s?of\s(?:(?:the|its|our|total|net|group|company|overall|all|a)\s){0,3}[a-z]")
_OF_ZH = late(r"占")
_FRACTION = Decimal("0.02")  # "jumped by half" of 51%
_CLOSE = 40
_ADDED = late(r"\b(?:net )?add(?:ed|s|ing)\s(?:[a-z]+\s){0,2}$|净?新增(?:加?了)?$")
_ADDING = 24  # characters
_WORD = late(r"[a-z]{4,}|[\u3400-\u9fff]{3,}")
_LISTED = late(r"\s?(?:,\s?and\b|[,、]|\band\b|以及|和|及|与|&)\s?")
_IN_ALL = late(r"\b(?:together|combined|in total|altogether)\b|合计|共计|总和")


def derived_from(
    said: Figure, held: Sequence[Figure], levels: Callable[[Figure], Sequence[Figure]], bases: Sequence[Figure]
) -> Figure | None:
    """A figure of the document from which the number said follows; None when there is none.

    `held` are figures of the document that the same statement states rightly, `levels` gives those that are about the
    same as a figure of the statement, `bases` are what the statement itself says its level is from.
    """
    for level in held or levels(said):
        if level.is_base or level.is_range:
            continue
        for base in bases or _bases_of(level):
            if _is_change(said) and not is_of_another_time(said, base) and _moved_so(said, level, base):
                return level
        if said.is_base and held and any(_came_from(said, level, change) for change in changes_of(level)):
            return level
    return _whole_of(said, (*held, *levels(said))) or _doubling(said, levels(said))


def _bases_of(level: Figure) -> Iterator[Figure]:
    """What the line of a level compares it with: the next base of its unit, and what is joined to that."""
    mates = [row for row in level.text.figures if row.line == level.line and not row.ends and row is not level]
    alike = [row for row in mates if (row.amount.unit, row.amount.kind) == (level.amount.unit, level.amount.kind)]
    after = [row for row in alike if row.amount.start >= level.amount.end]
    paired = _in_order(level, mates)
    if paired is not None:
        yield paired
        return
    for at, row in enumerate(after):
        joined = _is_joined_to_base(row, mates) or _is_bracketed(level, row)
        if not (row.is_base or joined or (at == 0 and _is_earlier(level, row))):
            break
        yield row
    before = [row for row in alike if row.amount.end <= level.amount.start]
    if before and before[-1].is_base and arrives(level):
        yield before[-1]


def _in_order(level: Figure, mates: Sequence[Figure]) -> Figure | None:
    """The base of a level where as many bases follow as many levels: "5 and 7, versus 4 and 6 respectively"."""
    line = sorted((*mates, level), key=lambda row: row.amount.start)
    first = next((at for at, row in enumerate(line) if row.is_base), None)
    each = re.search(RULES[level.row.lang].each, level.text.folded[level.row.start : level.row.end])
    if first is None or each is None:
        return None
    bases = line[first : first + 1]
    for row in line[first + 1 :]:
        if level.text.folded[bases[-1].amount.end : row.amount.start].strip() not in ("and", ",", "和", "及", "、"):
            break
        bases.append(row)
    levels = line[max(0, first - len(bases)) : first]
    found = bases[levels.index(level)] if level in levels and len(levels) == len(bases) > 1 else None
    return found if found is not None and found.amount.unit == level.amount.unit else None


def _is_earlier(level: Figure, row: Figure) -> bool:
    """Whether nothing but an earlier date tells a figure from the level before it: "19.6, at the end of 2023 16.3"."""
    text, start, end = level.text, level.amount.end, row.amount.start
    times = [time for time in text.times(row.line) if start <= time.start and time.end <= end]
    between = list(text.folded[start:end])
    for time in times:
        between[time.start - start : time.end - start] = " " * (time.end - time.start)
    if not any(time.years or time.ago for time in times) or len(between) > _CLOSE:
        return False
    years = [year for time in times for year in time.years or ()]
    now = row.text.now.year
    return not _WORD.search("".join(between)) and (now is None or not years or min(years) < now)


def _is_bracketed(level: Figure, row: Figure) -> bool:
    """Whether a figure stands with a time in the bracket behind a level: "34.6% (2Q25: 29.8%; 3Q24: 27.9%)"."""
    text, between = level.text, level.text.folded[level.amount.end : row.amount.start]
    opened = re.match(r"\s?[(（]", between) is not None and not re.search("[)）]", between)
    times = [time for time in text.times(row.line) if level.amount.end <= time.start and time.end <= row.amount.start]
    return opened and bool(times)


def _is_joined_to_base(row: Figure, mates: Sequence[Figure]) -> bool:
    """Whether a figure is the second of those that something is compared with: "against 351.9 million and 104 days"."""
    earlier = [mate for mate in mates if mate.amount.end <= row.amount.start]
    for mate in reversed(earlier):
        gap = mate.text.folded[mate.amount.end : row.amount.start]
        again = re.fullmatch(rf",?\s?(?:{RULES[row.row.lang].restates})\s?", gap) is not None
        if again or " and " in gap:
            return any(one.is_base for one in earlier)
        if mate.is_base:
            return False
    return False


def changes_of(level: Figure) -> Iterator[Figure]:
    """The changes that stand behind or before a level, up to the next level."""
    line = [row for row in level.text.figures if row.line == level.line and not row.ends]
    at = line.index(level) if level in line else -1
    if at >= 0:
        yield from (row for row in line[at + 1 : at + 2] if _is_change(row) and not row.is_base)
        yield from (row for row in line[max(0, at - 1) : at] if _is_change(row) and not row.is_base)


def _is_change(figure: Figure) -> bool:
    if figure.is_base:
        return False
    if figure.amount.kind in ("percent", "ratio"):
        return figure.direction is not None
    noun = figure.amount.noun or ""
    if _ADDED.search(figure.text.folded[figure.row.start : figure.amount.start][-_ADDING:]):
        return True
    return figure.amount.kind == "points" or stands_for(figure) == "change" or _POINTS.search(noun) is not None


def _moved_so(said: Figure, level: Figure, base: Figure) -> bool:
    """Whether a level and its base give the change said."""
    now, then = _size(level), _size(base)
    amount, unit, words = said.amount, said.amount.unit, _meant(said)
    rates = level.amount.unit == "percent"
    if unit == "percent" and level.amount.kind in _PLAIN:
        return _moves(growth(then, now), said, words)
    if unit in ("percentage_point", "basis_point") and rates:
        by = _HUNDRED if unit == "basis_point" else Decimal(1)
        return _moves(scale_by(subtract(now, then), by), said, words)
    if unit == "count" and rates and amount.noun is not None and _POINTS.search(amount.noun):
        return _moves(subtract(now, then), said, words)
    if unit == "multiple" and level.amount.kind in _PLAIN:
        part = amount.low is not None and amount.low < 1
        return _moves(growth(then, now), said, scale_by(words, _HUNDRED)) if part else _gives(divide(now, then), words)
    if amount.kind in _PLAIN and unit == level.amount.unit:
        return _moves(subtract(now, then), said, words)
    return False


def _moves(computed: Interval, said: Figure, words: Interval) -> bool:
    """Whether a change is the one said; what got better or worse may have gone either way."""
    both = said.direction is None or went(said) is not None or said.is_judged
    if not both:
        return _gives(computed, _signed(said, words))
    return _gives(computed, words) or _gives(negate(computed), words)


def _came_from(said: Figure, level: Figure, change: Figure) -> bool:
    """Whether a level and its change give the base said."""
    if (said.amount.unit, said.amount.kind) != (level.amount.unit, level.amount.kind):
        return False
    if went(change) is not None and change.direction is not None:  # what improved may have fallen
        return any(_was(said, level, moved, change) for moved in (_meant(change), negate(_meant(change))))
    return _was(said, level, _signed(change, _meant(change)), change)


def _was(said: Figure, level: Figure, moved: Interval, change: Figure) -> bool:
    now = _size(level)
    if change.amount.unit == level.amount.unit or (
        level.amount.unit == "percent" and change.amount.unit == "percentage_point"
    ):
        return _gives(subtract(now, moved), _meant(said))
    if level.amount.unit == "percent" and change.amount.unit == "basis_point":
        return _gives(subtract(now, scale_by(moved, Decimal("0.01"))), _meant(said))
    if change.amount.unit == "percent" and level.amount.kind in _PLAIN:
        share = add(Interval(low=Decimal(1), high=Decimal(1)), scale_by(moved, Decimal("0.01")))
        return _gives(divide(now, share), _meant(said))
    return False


def _doubling(said: Figure, rates: Sequence[Figure]) -> Figure | None:
    """The growth that is called a doubling: 105% to 126%."""
    if said.amount.unit != "multiple" or said.amount.value != _TWICE or not _DOUBLES.match(said.quote.lower()):
        return None
    for rate in rates:
        low, high = rate.amount.low, rate.amount.high
        grew = rate.amount.unit == "percent" and rate.direction == "up" and not rate.is_base
        if grew and low is not None and high is not None and _DOUBLED <= low <= high < _TWICE * _HUNDRED:
            return rate
    return None


def _whole_of(said: Figure, parts: Sequence[Figure]) -> Figure | None:
    """The part whose share of a whole of the document is the rate said."""
    folded, end = said.text.folded, said.amount.end
    told = _OF_WHOLE.search(folded[end : end + 40]) or _OF_ZH.search(folded[said.begin : said.amount.start])
    if said.amount.unit not in ("percent", "multiple") or said.direction is not None or told is None:
        return None
    rate = scale_by(_meant(said), _HUNDRED) if said.amount.unit == "multiple" else _meant(said)
    for part in parts:
        for whole in part.text.figures:
            alike = (whole.amount.unit, whole.amount.kind) == (part.amount.unit, part.amount.kind)
            if not alike or whole.is_base or whole.ends or part.is_base or part.amount.kind not in _PLAIN:
                continue
            larger = (_size(whole).low or 0) > (_size(part).high or 0)
            if larger and _is_whole(whole, said) and _gives(margin(_size(part), _size(whole)), rate):
                return part
    return None


def _is_whole(whole: Figure, said: Figure) -> bool:
    """Whether a figure is of what the rate is said to be of, and of no part of it."""
    end, until = said.amount.end, said.until
    named = said.text.words_in(end, until, said.row.lang) or said.own_words
    own = whole.own_words
    metrics = {word for word in named if word.startswith("m:")} or named
    return bool(metrics & own) and stands_for(whole) != "change"


def _gives(computed: Interval, said: Interval) -> bool:
    """Whether the two may be one number, and the computed one is known well enough to say so."""
    if computed.low is None or computed.high is None:
        return False
    width, middle = computed.high - computed.low, abs(computed.low + computed.high) / 2
    exact = said.low is not None and said.high is not None and abs(said.low + said.high) / 2 == middle
    wide = width > max(middle * (_WIDEST_IF_EXACT if exact else _WIDEST), Decimal(2))
    return not wide and overlaps(computed, said)


def _meant(figure: Figure) -> Interval:
    amount = figure.amount
    value = amount.value
    if amount.unit == "multiple" and value is not None and value < 1:
        loose = value / 10 if amount.modifier in ("about", "nearly") else _FRACTION
        return meant_interval(replace(amount, half_step=max(amount.half_step, loose)))
    if (amount.low is None) != (amount.high is None):
        return told_near(amount)  # "over 6%" is no 3,900%
    return meant_interval(loosened(amount))


def _signed(figure: Figure, interval: Interval) -> Interval:
    positive = interval.low is None or interval.low >= 0
    return negate(interval) if figure.direction == "down" and positive else interval


def _size(figure: Figure) -> Interval:
    interval = figure.amount.value_interval
    return negate(interval) if interval.high is not None and interval.high <= 0 else interval


def names_of_sum(said: Figure) -> tuple[str, ...]:
    """The names that a line puts together before an amount; none where it does not."""
    opened = said.text.folded[said.row.start : said.amount.start]
    parted = _IN_ALL.split(opened)
    return tuple(_LISTED.split(parted[0])) if len(parted) > 1 else ()


def adds_up(said: Figure, parts: Sequence[Figure]) -> bool:
    """Whether figures of the document add up to the number said."""
    found = Interval(low=Decimal(0), high=Decimal(0))
    for part in parts:
        found = add(found, _size(part))
    return len(parts) > 1 and _gives(found, _meant(said))


__all__ = ["adds_up", "changes_of", "derived_from", "names_of_sum"]
