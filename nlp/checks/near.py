"""R04: a figure that stands nowhere else, beside one of another place that one slip makes of it.

Binding by what a figure measures is strict and misses many pairs. Here the pair is told by its company: the two
statements (sentences, or a sentence and a table row) share other figures, or nearly all their words; and each of the
two figures stands nowhere else in the documents, so that neither has a partner of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..amounts.intervals import overlaps
from ..languages.content_words import content_words
from ..records import Claim, Finding, Interval, Repair, Severity, Span
from ..text import fold, simplify
from .cells import rows_of
from .evidence import Evidence
from .facts import magnitude
from .known import is_primary
from .repairs import count_digits, find_slips, reprint

_SOME = 0.4  # of the words, where one figure is shared
_POWERS = (0, 3, 4, 6, 8, 9)
_FACTORS = tuple((power, 10.0**power) for power in _POWERS)
_ALIKE = 0.6  # of the words of the shorter statement the other must have, where no figure is shared
_FEW = 3  # words a statement must have to be known by them
_DIGITS = {"exchanged": 3, "dropped": 3, "extra": 3, "digit": 4, "scale": 2, "point": 3}


@dataclass(frozen=True, slots=True)
class _Figure:
    """A number of a statement: its size, unit, where it stands, and its claim.

    A table cell's unit is "", its scale open: it is compared at every power of ten that a head may name.
    """

    size: Interval
    value: Decimal
    unit: str
    surface: str
    span: Span
    claim: Claim | None
    near: float  # the value, for a first look: exact intervals are compared only where it is close


@dataclass(frozen=True, slots=True)
class _Statement:
    """A sentence or a table row: its words and figures. `place` is the document, and whether it is a table of it."""

    place: tuple[str, bool]
    period: str | None  # what the document reports on
    language: str
    words: frozenset[str]
    figures: tuple[_Figure, ...]


def check_near_misses(claims: Sequence[Claim], evidence: Evidence) -> Iterator[Finding]:
    """Orphans of the call against those of the releases, and of a release's prose against its tables."""
    kinds = {row.id: row.kind for row in evidence.documents}
    if "release" not in kinds.values():
        return
    sentences = list(_sentences(claims, evidence))
    rows = [
        row for document in evidence.documents if document.kind == "release" for row in _table(document.id, evidence)
    ]
    everything = _Figures([*sentences, *rows])
    filed = [row for row in (*sentences, *rows) if kinds[row.place[0]] == "release"]
    accused: set[str] = set()
    for statement in sentences:
        for figure in statement.figures:
            if figure.claim is None or figure.claim.id in accused or not everything.are_without(figure, statement):
                continue
            others = [row for row in filed if row.place != statement.place and _may_say_the_same(statement, row, kinds)]
            hit = _near(figure, statement, others, everything)
            if hit is not None:
                accused |= {row.id for row in (figure.claim, hit[0].claim) if row is not None}
                yield _finding(figure, *hit, kinds, evidence)


def _may_say_the_same(one: _Statement, other: _Statement, kinds: dict[str, str]) -> bool:
    """A call against any statement of a release; a release's prose against its tables only."""
    return kinds[one.place[0]] == "transcript" or (one.place[0] == other.place[0] and other.place[1])


def _sentences(claims: Sequence[Claim], evidence: Evidence) -> Iterator[_Statement]:
    held: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.sentence_id is not None and is_primary(claim):
            held.setdefault(claim.sentence_id, []).append(claim)
    for key, rows in held.items():
        sentence = evidence.sentence_by_id.get(key)
        if sentence is None:
            continue
        lang = "zh" if sentence.language == "zh" else "en"
        words = content_words(simplify(fold(evidence.quote(sentence))), lang)
        figures = tuple(_of_claim(claim, evidence) for claim in rows if claim.amount.value)
        period = evidence.document_by_id[sentence.document_id].period
        yield _Statement((sentence.document_id, False), period, lang, words, figures)


def _of_claim(claim: Claim, evidence: Evidence) -> _Figure:
    value = abs(claim.amount.value or Decimal(0))
    return _Figure(
        magnitude(claim), value, claim.amount.unit, evidence.quote(claim), evidence.span(claim), claim, float(value)
    )


def _table(document_id: str, evidence: Evidence) -> Iterator[_Statement]:
    document = evidence.document_by_id[document_id]
    for row in rows_of(document, evidence):
        lang = "zh" if document.language == "zh" else "en"
        figures = tuple(
            _Figure(
                Interval(low=cell.value - cell.half_step, high=cell.value + cell.half_step),
                cell.value, "percent" if cell.rate else "", cell.surface, cell.span, None, float(cell.value),
            )
            for cell in row.cells
            if cell.value
        )  # fmt: skip
        yield _Statement((document_id, True), document.period, lang, content_words(row.label, lang), figures)


class _Figures:
    """All figures of all statements, by their units."""

    def __init__(self, statements: Iterable[_Statement]) -> None:
        self._by_unit: dict[str, list[tuple[_Figure, _Statement]]] = {}
        for statement in statements:
            for figure in statement.figures:
                self._by_unit.setdefault(figure.unit, []).append((figure, statement))

    def are_without(
        self,
        figure: _Figure,
        statement: _Statement,
        *,
        place: tuple[str, bool] | None = None,
        but: _Statement | None = None,
    ) -> bool:
        """Whether no other statement (of one place, one left out) has the figure."""
        alike = (rows for unit, rows in self._by_unit.items() if _same_unit(figure.unit, unit))
        held = (pair for rows in alike for pair in rows if pair[1] is not statement and pair[1] is not but)
        return not any(_equal(figure, other) for other, row in held if place in (None, row.place))


def _equal(one: _Figure, other: _Figure) -> bool:
    if one.unit == other.unit:
        return _is_close(one.near, other.near, one) and overlaps(one.size, other.size)
    if not _same_unit(one.unit, other.unit):
        return False
    figure, cell = (other, one) if one.unit == "" else (one, other)
    powers = (power for power, factor in _FACTORS if _is_close(figure.near, cell.near * factor, figure))
    return any(overlaps(figure.size, _scaled(cell, power)) for power in powers)


def _is_close(one: float, other: float, figure: _Figure) -> bool:
    return 0.5 * one <= other <= 2 * one or figure.claim is None or figure.claim.amount.modifier is not None


def _scaled(cell: _Figure, power: int) -> Interval:
    low, high = cell.size.low or Decimal(0), cell.size.high or Decimal(0)
    return Interval(low=low.scaleb(power), high=high.scaleb(power))


def _same_unit(one: str, other: str) -> bool:
    return one == other or ("" in (one, other) and "percent" not in (one, other))


def _near(
    figure: _Figure, statement: _Statement, others: Iterable[_Statement], everything: _Figures
) -> tuple[_Figure, str, int] | None:
    """The orphan of a like statement that a slip makes of this one; the kind of slip; how many figures are shared."""
    slips = {slip.value: slip.kind for slip in reversed(list(find_slips(figure.value, figure.surface)))}
    best: tuple[_Figure, str, int] | None = None
    for row in others:
        for other in row.figures:
            kind = _slip(other, slips)
            if kind is None or not _same_unit(figure.unit, other.unit) or _moves(figure) != _moves(other):
                continue
            shared = _shared(statement, row, figure, other)
            if not _says_enough(kind, figure, other, shared):
                continue
            if not _is_like(figure, statement, other, row, shared) and not (shared and _is_rare(kind, figure, other)):
                continue
            if (best is None or shared > best[2]) and not _has_partner(
                figure, statement, other, row, shared, everything
            ):
                best = (other, kind, shared)
    return best


def _moves(figure: _Figure) -> bool:
    """Whether a sum tells by how much something moved; one of a table is taken for a level."""
    return figure.claim is not None and figure.claim.role == "change" and figure.unit != "percent"


def _has_partner(
    figure: _Figure,
    statement: _Statement,
    other: _Figure,
    row: _Statement,
    shared: int,
    everything: _Figures,
) -> bool:
    """Whether the other figure belongs to another statement of this one's document.

    That more places have it makes it the surer of the two, unless one of them may be its fellow instead of this one.
    """
    if shared >= 2 or (shared and _same_measure(figure, other) and other.claim is not None):
        return False
    return not everything.are_without(other, row, place=statement.place if shared else None, but=statement)


def _slip(other: _Figure, slips: Mapping[Decimal, str]) -> str | None:
    if other.unit:
        return slips.get(other.value)
    kinds = (slips.get(other.value.scaleb(power)) for power in _POWERS)
    return next((kind for kind in kinds if kind not in (None, "scale", "point")), None)


def _is_like(figure: _Figure, statement: _Statement, other: _Figure, row: _Statement, shared: int) -> bool:
    """Two figures shared, or one and what is measured or half the words; or nearly all the words.

    Between reports on different periods only shared figures tell: the words are the same every quarter.
    """
    if shared >= 2:
        return True
    if statement.period != row.period:
        return False
    measure = _same_measure(figure, other)
    if shared:
        return (measure and other.claim is not None) or _alike(statement, row, _SOME)
    return measure and _alike(statement, row, _ALIKE)


def _says_enough(kind: str, figure: _Figure, other: _Figure, shared: int) -> bool:
    """A longer number meets another by chance less often; a rate of three digits does so unless two figures vouch."""
    printed = count_digits(figure.surface), count_digits(other.surface)
    digits = max(printed)
    if shared >= 2 and kind != "digit":
        return printed[1] >= 3 and printed[0] + (kind == "dropped") >= 3
    least = _DIGITS.get(kind, 9) + (figure.unit == "percent" and shared < 2 and kind != "exchanged")
    return digits >= least and not (kind == "digit" and figure.unit == "percent")


def _is_rare(kind: str, figure: _Figure, other: _Figure) -> bool:
    """Whether four digits or more stand at another power of ten, or with two exchanged: that is no chance."""
    return kind in ("scale", "point", "exchanged") and min(map(count_digits, (figure.surface, other.surface))) >= 4


def _same_measure(figure: _Figure, other: _Figure) -> bool:
    """Where words alone tell the statement, claims must not be known to measure two things."""
    one, two = figure.claim, other.claim
    if one is None or two is None:
        return True
    periods = "period" in one.named and "period" in two.named and one.period != two.period
    if one.metric.startswith("other:") and one.metric != two.metric:
        return False
    return one.metric == two.metric and one.role == two.role and one.modality == two.modality and not periods


def _shared(one: _Statement, other: _Statement, *but: _Figure) -> int:
    """How many telling figures both statements have, the two in question left out; two short rates count as one."""
    long = _in_both(one, other, but, lambda row: count_digits(row.surface) >= 3)
    short = _in_both(one, other, but, lambda row: row.unit == "percent" and count_digits(row.surface) == 2)
    return long + short // 2


def _in_both(one: _Statement, other: _Statement, but: tuple[_Figure, ...], counts: Callable[[_Figure], bool]) -> int:
    mine = [row for row in one.figures if row not in but and counts(row)]
    theirs = [row for row in other.figures if row not in but and counts(row)]
    return sum(any(_equal(row, that) for that in theirs) for row in mine)


def _alike(one: _Statement, other: _Statement, least: float) -> bool:
    """Whether the shorter has this share of its words in the other; a table's label must stand there whole."""
    if one.language != other.language or min(len(one.words), len(other.words)) < (1 if other.place[1] else _FEW):
        return False
    need = 1.0 if other.place[1] else least
    return len(one.words & other.words) >= need * min(len(one.words), len(other.words))


def _finding(
    figure: _Figure, other: _Figure, kind: str, shared: int, kinds: dict[str, str], evidence: Evidence
) -> Finding:
    own = figure.span.document_id == other.span.document_id
    where = "its table" if own else "the release"
    company = f"{shared} other figure(s)" if shared else "the words"
    severity: Severity = "error" if shared and kind != "digit" else "warning"
    right = _meant(figure, other)
    claims = tuple(row.claim.id for row in (figure, other) if row.claim is not None)
    return Finding(
        code="R04", verdict="contradicted", severity=severity,
        origin="release" if kinds[figure.span.document_id] == "release" else "speaker",
        message=f"{where} has {other.surface.strip()} where {company} of the statement agree; {_TOLD[kind]} "
        "Neither figure stands anywhere else.",
        formula=f"{figure.surface.strip()}; {where} {other.surface.strip()}", claims=claims, evidence=(other.span,),
        repairs=(Repair(value=right, text=reprint(figure.surface, figure.value, right), residual="none"),),
    )  # fmt: skip


def _meant(figure: _Figure, other: _Figure) -> Decimal:
    """The other figure at the scale of this one."""
    if other.unit:
        return other.value
    return min((other.value.scaleb(power) for power in _POWERS), key=lambda value: abs(value - figure.value))


_TOLD = {
    "scale": "the two differ by a scale word.",
    "point": "the two differ by the place of the decimal point.",
    "exchanged": "two digits are exchanged.",
    "dropped": "one digit is missing.",
    "extra": "one digit is too many.",
    "digit": "one digit differs.",
}
