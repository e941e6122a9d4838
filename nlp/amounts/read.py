"""Text to amounts: the scan's numerals joined into ranges, with modifiers and nouns, as `records.Amount`."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext

from ..errors import BadInput
from ..languages.late import late
from ..records import Amount, AmountKind
from .dates import is_duration, is_year
from .exclusions import in_idiom
from .found import Found
from .lists import share_units
from .meant import Meant
from .modifiers import modify
from .nouns import is_per_share, noun_after, points_of_percent
from .ranges import join_ranges, merge_bounds
from .scan import Copies, scan

_EXACT = Context(prec=90)
_CHINA = late(r"rmb|renminbi|yuan|cny|china|chinese")
_TAIWAN = late(r"新台币|台币|nt\$|ntd")
_MAINLAND = late(r"人民币|rmb")
_NAME_GAP = late(r"-?\s{0,2}(?:,? ?(?:and|or|to|through|&)|,|-|~|至|到|、|和|及|与)\s{0,2}")
_LIST_GAP = late(r",?\s{0,3}(?:or|and|to|-|,)?\s{0,3}")


@dataclass(frozen=True, slots=True)
class Phrase:
    """An amount with the offsets of its whole phrase: modifier and range words included."""

    amount: Amount
    start: int
    end: int


def find_amounts(text: str, lang: str, *, meant: Meant | None = None) -> tuple[Amount, ...]:
    """Every amount in `text` (`lang`: en or zh), in order, with half-open offsets into `text` as given.

    Money, per cent, points, multiples, counts; years, dates, periods, ids, references and names are left out.
    Both scripts and both languages are read whatever `lang` says; it decides what a bare ¥ means. Whose dollars, cents
    and pesos are said `meant` tells, for a text that is part of a document; without it the text itself does.
    Raises BadInput for another language.
    """
    return tuple(phrase.amount for phrase in find_phrases(text, lang, meant=meant))


def find_phrases(text: str, lang: str, *, meant: Meant | None = None) -> tuple[Phrase, ...]:
    """As `find_amounts`, with the place of modifier and range words ("at least $5": the amount is "$5")."""
    if lang not in ("en", "zh"):
        raise BadInput(f"language {lang!r} is not known to amounts; give 'en' or 'zh'.")
    with localcontext(_EXACT):
        copies = Copies(text, lang)
        found = list(scan(copies))
        share_units(found, copies.low)
        found = join_ranges(found, copies.low)
        _drop_known_names(found)
        kept = [item for item in found if _qualifies(copies, item)]
        _drop_listed_durations(found, copies.low)
        _drop_listed_names(found, copies.low)
        merged = merge_bounds([item for item in kept if not item.hard], copies.low)
        currencies = _Currencies(copies, meant or Meant(text, copies.low))
        return tuple(Phrase(_amount(item, copies, currencies), item.phrase_start, item.phrase_end) for item in merged)


def _drop_known_names(found: list[Found]) -> None:
    """A name seen in mid-sentence ("the Vista 300 line") is one at the beginning of a sentence too."""
    names = {item.name_pair for item in found if item.hard and item.name}
    for item in found:
        if item.name and item.name_pair in names:
            item.hard = True


def _drop_listed_durations(found: list[Found], low: str) -> None:
    """ "the last 3, 4, 5 years": what the last one is, the ones before it are."""
    for item, following in zip(found[-2::-1], found[:0:-1], strict=True):
        bare = not item.typed and item.numeral.scale == 1 and item.noun in (None, following.noun)
        if following.duration and bare and _LIST_GAP.fullmatch(low, item.span_end, following.span_start):
            item.hard = item.duration = True


def _drop_listed_names(found: list[Found], low: str) -> None:
    """ "Slides 4 through 6", "phases 2 and 3", 7至9月: a bare number in a row with a name or date is one too."""
    for left, right in itertools.pairwise(found):
        if left.hard == right.hard or not _NAME_GAP.fullmatch(low, left.span_end, right.span_start):
            continue
        item = left if right.hard else right
        if is_year(left.numeral) or is_year(right.numeral):
            continue
        if _says_nothing(item) and (right.hard or item.numeral.low < 1000):
            item.hard = True


def _says_nothing(item: Found) -> bool:
    return item.numeral.bare_integer and not item.typed and item.noun is None and item.modifier is None


def _qualifies(copies: Copies, item: Found) -> bool:
    if item.hard:
        return False
    low = copies.low
    modify(item, low)
    if item.typed:
        return item.numeral.kind != "han" or not in_idiom(low, item.numeral, whole=True)  # 三元材料 are no three yuan
    if _is_chained(item, low):
        return False
    after = max(item.phrase_end, item.span_end)
    item.noun, _ = noun_after(low, after, one=item.low == 1)
    if not item.numeral.decimals and is_duration(low, item.phrase_start, item.span_end):
        item.hard = item.duration = True
        return False
    points = points_of_percent(low, item)
    if points:
        item.unit, item.kind, item.typed, item.span_end, item.noun = "percentage_point", "points", True, points, None
        item.phrase_end = max(item.phrase_end, points)
    elif low.startswith("-point ", item.span_end):
        return False
    return not item.soft or _is_supported(item)


def _is_chained(item: Found, low: str) -> bool:
    """A bare number tied to another by a hyphen, and no range: "31-17", "555-0199"."""
    if item.is_range or not item.numeral.bare_integer:
        return False
    after, before = low[item.span_end : item.span_end + 2], low[max(0, item.span_start - 2) : item.span_start]
    return (after[:1] == "-" and after[1:].isdigit()) or (before[1:] == "-" and before[:1].isdigit())


def _is_supported(item: Found) -> bool:
    """A number that says little is kept for its range, its modifier or its noun; a lone "one" never."""
    if item.is_range or item.typed:
        return True
    if item.numeral.low == 1 and item.numeral.kind != "digits":
        return False
    return item.modifier is not None or item.predicate or (item.noun is not None and item.numeral.kind == "words")


class _Currencies:
    """What a bare 元 or ¥ means here: the text decides, or its document, and is asked once, when needed."""

    def __init__(self, copies: Copies, meant: Meant) -> None:
        self._copies, self.meant = copies, meant
        self._known: dict[str, str] = {}

    def __call__(self, sign: str) -> str:
        if sign not in self._known:
            low = self._copies.low
            if sign == "¥":
                self._known[sign] = "CNY" if self._copies.lang == "zh" or _CHINA.search(low) else "JPY"
            else:
                here = _TAIWAN.search(low) and not _MAINLAND.search(low)
                self._known[sign] = "TWD" if here else self.meant.yuan
        return self._known[sign]


def _amount(item: Found, copies: Copies, currencies: _Currencies) -> Amount:
    low, high = item.low, item.high
    if not item.is_range and low is not None and low == high:
        high = None if item.modifier in ("over", "at_least") else high
        low = None if item.modifier in ("under", "at_most") else low
    unit = item.unit or ("count" if item.kind == "count" else currencies("元"))
    if item.generic and unit != "¥":
        unit = currencies.meant.code(unit, copies.low[item.span_start : item.span_end])
    kind: AmountKind = item.kind
    if kind == "money" and item.numeral.scale <= 1 and is_per_share(copies.low, item.span_start, item.span_end):
        kind = "per_share"
    return Amount(
        start=item.span_start,
        end=item.span_end,
        low=None if low is None else _plain(low),
        high=None if high is None else _plain(high),
        unit=currencies(unit) if unit == "¥" else unit,
        kind=kind,
        half_step=_plain(item.numeral.step / 2),
        modifier=item.modifier,
        noun=item.noun,
    )


def _plain(value: Decimal) -> Decimal:
    """Without the zeros a scale leaves behind: 1.2 * 10**9 as 1200000000."""
    whole = value.to_integral_value()
    if whole != value:
        return value.normalize()
    return Decimal(0) if whole == 0 else whole.quantize(Decimal(1))
