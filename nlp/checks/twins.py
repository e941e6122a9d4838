"""The same claim in the other language: English and Chinese claims of one bead paired by value, then by what is left.

Equal values are looked for everywhere near before two different values are called one claim: a translation reorders,
splits and merges sentences, so a number missing in its sentence usually stands in the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from ..records import Claim
from .evidence import Evidence
from .translation.compare import (
    Said,
    has_digits,
    is_money,
    is_small_count,
    one_slip,
    power_of_ten,
    same_rounded,
    same_value,
    units_agree,
)
from .translation.context import Group, groups_of, said_of

Relation = Callable[[Said, Said], bool]
_CHANGES = frozenset({"change", "driver"})
_MOST_LEFT = 40  # more unpaired claims than this in one bead: not a translation of it, so nothing is guessed


@dataclass(slots=True)
class _Book:
    """Who is paired with whom so far."""

    said: dict[str, Said]
    links: dict[str, list[str]] = field(default_factory=dict)

    def free(self, claims: Sequence[Claim]) -> list[Claim]:
        return [claim for claim in claims if claim.id not in self.links]

    def link(self, english: Claim, chinese: Claim) -> None:
        self.links.setdefault(english.id, []).append(chinese.id)
        self.links.setdefault(chinese.id, []).append(english.id)


def pair_twins(evidence: Evidence) -> tuple[Claim, ...]:
    """All claims of `evidence` in their order, `twins` set both ways within sentence and paragraph beads.

    A pair may differ in value, scale or unit: the translation checks say so. A claim has several twins when a range was
    printed as two amounts, or when one side says once what the other repeats.
    """
    sentences = groups_of(evidence.claims, evidence, "sentence")
    paragraphs = groups_of(evidence.claims, evidence, "paragraph") or _lines(evidence)
    book = _Book({claim.id: said_of(claim, evidence) for claim in evidence.claims})
    for relation in (_same, _rounded):
        for groups in (sentences, paragraphs, _with_neighbours(paragraphs) if relation is _same else ()):
            _pair_all(groups, book, relation, strict=groups is not sentences and groups is not paragraphs)
    for group in paragraphs:
        _pair_range_ends(group, book)
    for relation in (_other_unit, _other_scale, _slipped, _end_lost):
        for groups in (sentences, paragraphs):
            _pair_all(groups, book, relation, digits=True)
    # After the slips: of two equal numbers one may have been damaged, and is then no repetition left out.
    for group in paragraphs:
        _pair_repeats(group, book)
    for group in sentences:
        _pair_last_ones(group, book)
    return tuple(
        replace(claim, twins=tuple(book.links[claim.id])) if claim.id in book.links else claim
        for claim in evidence.claims
    )


def _lines(evidence: Evidence) -> tuple[Group, ...]:
    return groups_of(evidence.claims, evidence, "line")


def _with_neighbours(groups: Sequence[Group]) -> tuple[Group, ...]:
    """Each bead's English with the Chinese of the beads beside it: paragraphs are cut in other places."""
    return tuple(
        Group(group.bead, group.english, tuple(c for g in groups[max(0, i - 1) : i + 2] for c in g.chinese))
        for i, group in enumerate(groups)
    )


def _pair_all(
    groups: Sequence[Group], book: _Book, relation: Relation, *, strict: bool = False, digits: bool = False
) -> None:
    for group in groups:
        english, chinese = book.free(group.english), book.free(group.chinese)
        if strict:
            english = [claim for claim in english if _distinctive(claim, book)]
        if digits:
            english = [claim for claim in english if _comparable(claim, book)]
            chinese = [claim for claim in chinese if _comparable(claim, book)]
            if max(len(english), len(chinese)) > _MOST_LEFT:
                continue
        for one, other in _best_first(english, chinese, book, relation):
            if one.id not in book.links and other.id not in book.links:
                book.link(one, other)


def _best_first(
    english: Sequence[Claim], chinese: Sequence[Claim], book: _Book, relation: Relation
) -> Iterator[tuple[Claim, Claim]]:
    """Related pairs, those that agree in more of what is said besides the value first, then by place."""
    places = [
        (i, j)
        for i, a in enumerate(english)
        for j, b in enumerate(chinese)
        if relation(book.said[a.id], book.said[b.id])
    ]
    scale = max(len(english), len(chinese), 1)

    def rank(place: tuple[int, int]) -> tuple[float, int, int]:
        i, j = place
        return -_likeness(english[i], chinese[j]) + abs(i / scale - j / scale), i, j

    for i, j in sorted(places, key=rank):
        yield english[i], chinese[j]


def _likeness(english: Claim, chinese: Claim) -> float:
    """How much besides the value agrees; the order in the text decides between equals."""
    score = 3.0 * (_role_class(english) == _role_class(chinese))
    score += 2.0 * (english.metric == chinese.metric and not english.metric.startswith("other:"))
    score += 1.5 * (english.segment is not None and english.segment == chinese.segment)
    score += 1.0 * (english.period is not None and english.period == chinese.period)
    return score + 2.0 * (english.amount.unit == chinese.amount.unit)


def _role_class(claim: Claim) -> str:
    return "change" if claim.role in _CHANGES else claim.role


def _same(one: Said, other: Said) -> bool:
    return same_value(one, other) and units_agree(one, other)


def _rounded(one: Said, other: Said) -> bool:
    return units_agree(one, other) and same_rounded(one, other)


def _other_unit(one: Said, other: Said) -> bool:
    """The same figures under another unit; a count and a rate only where the figures are not met by chance."""
    if not one.ends or one.ends != other.ends:
        return False
    if is_money(one.amount) or is_money(other.amount):
        return is_money(one.amount) and is_money(other.amount)
    return "count" not in (one.amount.unit, other.amount.unit) or any(
        len(end.as_tuple().digits) >= 3 for end in one.ends
    )


def _other_scale(one: Said, other: Said) -> bool:
    return units_agree(one, other) and power_of_ten(one, other) != 0


def _slipped(one: Said, other: Said) -> bool:
    return units_agree(one, other) and one_slip(one, other)


def _end_lost(one: Said, other: Said) -> bool:
    """A range of which one end is left, or a single value that became a range."""
    if {len(one.ends), len(other.ends)} != {1, 2} or not units_agree(one, other):
        return False
    short, long = sorted((one, other), key=lambda said: len(said.ends))
    return short.ends[0] in long.ends


def _distinctive(claim: Claim, book: _Book) -> bool:
    """Whether the value is unlikely to occur twice by chance."""
    return any(len(end.as_tuple().digits) >= 3 for end in book.said[claim.id].ends)


def _comparable(claim: Claim, book: _Book) -> bool:
    return not is_small_count(claim.amount) and has_digits(book.said[claim.id].words)


def _pair_range_ends(group: Group, book: _Book) -> None:
    """A range said as two amounts on the other side has both as twins."""
    for ranges, singles in ((group.english, group.chinese), (group.chinese, group.english)):
        for claim in book.free(ranges):
            said = book.said[claim.id]
            if len(said.ends) != 2:
                continue
            parts = [_end_claim(said, end, book.free(singles), book) for end in said.ends]
            if (parts[0] is None) != (parts[1] is None):
                parts = _with_damaged_end(said, parts, book.free(singles), book)
            if parts[0] is not None and parts[1] is not None:
                for part in parts:
                    _link_either(claim, part, book)


def _end_claim(said: Said, end: Decimal, claims: Sequence[Claim], book: _Book) -> Claim | None:
    for claim in claims:
        other = book.said[claim.id]
        if other.ends == (end,) and (units_agree(said, other) or other.amount.unit == "count"):
            return claim
    return None


def _pair_repeats(group: Group, book: _Book) -> None:
    """A value one side says once and the other twice: the second mention shares the twin."""
    for mine, others in ((group.english, group.chinese), (group.chinese, group.english)):
        taken = [claim for claim in others if claim.id in book.links]
        for claim in book.free(mine):
            for other in taken:
                if _same(book.said[claim.id], book.said[other.id]):
                    _link_either(claim, other, book)
                    break


def _with_damaged_end(
    said: Said, parts: list[Claim | None], claims: Sequence[Claim], book: _Book
) -> list[Claim | None]:
    """The missing end, when the amount beside the one found is it with a slip: 14.2 to 13.7 for 13.2 to 13.7."""
    found, end = (parts[0], said.ends[1]) if parts[0] is not None else (parts[1], said.ends[0])
    wanted = replace(said.amount, low=end, high=end)
    for claim in claims:
        beside = (
            found is not None
            and claim is not found
            and min(abs(claim.start - found.end), abs(found.start - claim.end)) <= 8
        )
        if (
            beside
            and claim.document_id == (found or claim).document_id
            and _slipped(Said(wanted, said.words), book.said[claim.id])
        ):
            return [claim if part is None else part for part in parts]
    return parts


def _link_either(one: Claim, other: Claim | None, book: _Book) -> None:
    if other is not None:
        book.link(*((one, other) if one.language == "en" else (other, one)))


def _pair_last_ones(group: Group, book: _Book) -> None:
    """One unpaired amount of a unit on each side of a sentence is one claim with two values, when its place fits."""
    english = [claim for claim in book.free(group.english) if _comparable(claim, book)]
    chinese = [claim for claim in book.free(group.chinese) if _comparable(claim, book)]
    for claim in english:
        mine = [c for c in english if _kind(c) == _kind(claim)]
        theirs = [c for c in chinese if _kind(c) == _kind(claim)]
        if len(mine) == len(theirs) == 1 and _fits(claim, theirs[0], group, book):
            book.link(claim, theirs[0])


def _kind(claim: Claim) -> str:
    return "money" if is_money(claim.amount) else claim.amount.unit


def _fits(english: Claim, chinese: Claim, group: Group, book: _Book) -> bool:
    """The metric is the same one, or every other amount of both sentences is paired and this is what remains."""
    if _role_class(english) != _role_class(chinese) and "base" in (english.role, chinese.role):
        return False
    if english.metric == chinese.metric and not english.metric.startswith("other:"):
        return True
    paired = [claim for claim in group.english if claim.id in book.links]
    left = [c for c in book.free([*group.english, *group.chinese]) if _comparable(c, book)]
    return bool(paired) and len(left) == 2
