"""Growth, differences and compound growth within one statement: level, base and change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from ...amounts.intervals import cagr, growth, margin, negate, overlaps, scale_by, subtract
from ...languages.check_cues import OF_SOMETHING_ELSE
from ...languages.late import late
from ...languages.twin_cues import CUES
from ...records import Claim, Interval
from ..evidence import Evidence
from ..facts import fact_of, magnitude
from ..known import Known, is_primary
from ..relations import Input, Relation, claim_input
from ..repairs import significant_digits
from ..times import find_times
from .asides import are_of_two_things, stand_apart, words_beside

_PART = late(r"(?P<year>\d{4})-(?P<kind>[QH])(?P<number>[1-4])")
_LENGTH = late(r"(FY)\d{4}|\d{4}-([QH])[1-4]")
_TELLING = 3  # digits that two figures hardly share by chance
_ROOM = 10  # times its width a growth is that two words tell the way of
_OF_A_SIZE = 3  # times that one of two figures that are compared may be the other
Quote = Callable[[Claim], str]


def growth_relations(evidence: Evidence, known: Known) -> Iterator[Relation]:
    """Every relation between a stated change and the level and base it belongs to."""
    for frame in evidence.frames.values():
        rows = tuple(row for row in frame if is_primary(row) and not row.restates)
        levels = [row for row in rows if row.role == "level"]
        bases = [row for row in rows if row.role == "base"]
        changes = [row for row in rows if row.role == "change"]
        yield from _with_difference(evidence, levels, bases, changes)
        yield from _of_base(evidence, levels, bases, changes)
        if len(levels) == 1 and len(bases) > 1:
            yield from _with_own_bases(evidence, levels[0], bases, changes)
        if not levels and len(bases) == len(changes) == 1:
            levels = _said_before(evidence, bases[0], changes[0])
        for change in (row for row in rows if row.role == "change"):
            if len(levels) == 1 and len(bases) == 1:
                if not _compares_otherwise(evidence, levels[0], bases[0], change):
                    yield from _with_base(evidence.said, levels[0], bases[0], change)
            elif not bases:
                level = levels[0] if len(levels) == 1 else _stated_level(change, known)
                if level is not None:
                    yield from _with_known_base(evidence, level, change, known)
    for change in known.claims:
        if change.role == "change" and change.frame is None and not change.restates and change.by != "rule:table":
            level = _stated_level(change, known)
            if level is not None:
                yield from _with_known_base(evidence, level, change, known)
            elif (level := _stated_level(change, known, contested=True)) is not None:
                # Which of two figures it is of, its size tells.
                yield from filter(_is_of_the_size, _with_known_base(evidence, level, change, known))


def _is_of_the_size(relation: Relation) -> bool:
    said, computed = relation.said.interval, relation.computed()
    return overlaps(said, computed) or overlaps(negate(said), computed)


def _with_difference(
    evidence: Evidence, levels: Sequence[Claim], bases: Sequence[Claim], changes: Sequence[Claim]
) -> Iterator[Relation]:
    """ "61.2 million, up 3.4 million or 6%": level and difference give the rate, where no base is said."""
    rates = [row for row in changes if row.amount.kind == "percent"]
    amounts = [row for row in changes if row.amount.kind in ("money", "count")]
    if bases or not (len(levels) == len(rates) == len(amounts) == 1) or is_compound(rates[0]):
        return
    level, rate, amount = levels[0], rates[0], amounts[0]
    alike = (rate.comparator, rate.compared_period, rate.direction, rate.definition, rate.segment) == (
        amount.comparator, amount.compared_period, amount.direction, amount.definition, amount.segment
    )  # fmt: skip
    negative = level.amount.low is None or level.amount.low <= 0
    if not alike or amount.direction is None or amount.amount.unit != level.amount.unit or negative:
        return
    if CUES[rate.language].adjusted.search(words_beside(evidence, rate)):
        return
    said = _by_difference(evidence.said, level, rate, amount, -1 if amount.direction == "down" else 1)
    other = _by_difference(evidence.said, level, rate, amount, 1 if amount.direction == "down" else -1)
    # One word tells the way of both: where the other way makes the rate, it is the word that is wrong.
    turned = said.verdict() == "disjoint" and other.is_tight(_ROOM)
    yield other if turned and overlaps(negate(other.said.interval), other.computed()) else said


def _by_difference(quote: Quote, level: Claim, rate: Claim, amount: Claim, sign: int) -> Relation:
    shown = ("-" if sign < 0 else "") + quote(amount)
    moved = claim_input(amount, shown, interval=scale_by(magnitude(amount), Decimal(sign)))
    return Relation(
        code="A01", said=said_change(rate, level, quote),
        inputs=(claim_input(level, quote(level)), replace(moved, point=None)),
        compute=lambda values: growth(subtract(values[0], values[1]), values[0]),
        template="{0} / ({0} - {1}) - 1", unit="%",
    )  # fmt: skip


def _of_base(
    evidence: Evidence, levels: Sequence[Claim], bases: Sequence[Claim], changes: Sequence[Claim]
) -> Iterator[Relation]:
    """ "Up 3.4 million or 6% from 57.8 million": difference and base give the rate, where no level is said."""
    rates = [row for row in changes if row.amount.kind == "percent"]
    amounts = [row for row in changes if row.amount.kind in ("money", "count")]
    if levels or not (len(bases) == len(rates) == len(amounts) == 1) or is_compound(rates[0]):
        return
    base, rate, amount = bases[0], rates[0], amounts[0]
    alike = (rate.direction, rate.definition, rate.segment) == (amount.direction, amount.definition, amount.segment)
    if not alike or amount.amount.unit != base.amount.unit or _is_loose(base) or _is_range(base):
        return
    if CUES[rate.language].adjusted.search(words_beside(evidence, rate)):
        return
    quote = evidence.said
    yield Relation(
        code="A01", said=claim_input(rate, quote(rate)),
        inputs=(claim_input(amount, quote(amount)), claim_input(base, quote(base))),
        compute=_share_of, template="{0} / {1}", unit="%",
    )  # fmt: skip


def _said_before(evidence: Evidence, base: Claim, change: Claim) -> list[Claim]:
    """The level of a second change and base of a sentence, "..., and a decrease of 6% from 6.3 million": the one before
    the two that is of the same measure, business and period.
    """
    own = (row for row in evidence.claims_of.get(base.document_id, ()) if row.sentence_id == base.sentence_id)
    before = [
        row for row in own if row.role == "level" and not row.restates and row.start < min(base.start, change.start)
    ]
    last = max(before, key=lambda row: row.start, default=None)
    if last is None or base.sentence_id is None or change.sentence_id != base.sentence_id:
        return []
    alike = (last.metric, last.segment, last.definition, last.basis) == (
        base.metric, base.segment, base.definition, base.basis
    )  # fmt: skip
    return [last] if alike and last.period == change.period and last.amount.unit == base.amount.unit else []


def _with_own_bases(
    evidence: Evidence, level: Claim, bases: Sequence[Claim], changes: Sequence[Claim]
) -> Iterator[Relation]:
    """ "An increase of 28% from 5.2 million a year ago and of 6% from 6.3 million in the first quarter": each change
    has the base behind it; or each the base before it, 较上年5.2亿元增长28%，较一季度6.3亿元增长6%.
    """
    line = sorted((*bases, *changes), key=lambda row: row.start)
    if len(bases) != len(changes) or any(one.role == two.role for one, two in pairwise(line)):
        return
    for one, two in zip(line[::2], line[1::2], strict=True):
        base, change = (one, two) if one.role == "base" else (two, one)
        if not _compares_otherwise(evidence, level, base, change):
            yield from _with_base(evidence.said, level, base, change)


def _share_of(values: Sequence[Interval]) -> Interval:
    return margin(values[0], values[1])


def _stated_level(change: Claim, known: Known, *, contested: bool = False) -> Claim | None:
    """The level of a change whose sentence gives none: the one stated value of the same fact; the value that most
    places give where `contested`.
    """
    if change.metric.startswith("other:") or change.amount.kind != "percent":
        return None
    wanted = fact_of(change)
    for fact, claims in known.stated.items():
        if fact in known.contested and not contested:
            continue  # whose change it is cannot be told
        if fact.metric == wanted.metric and replace(fact, unit=wanted.unit) == wanted:
            plain = [
                claim for claim in claims if claim.amount.value is not None and claim.amount.kind in ("money", "count")
            ]
            if plain:
                return plain[0]
    return None


def said_change(change: Claim, level: Claim, quote: Quote) -> Input:
    """The change as said, signed by its word: "down 5%" is -5. A loss that grew counts by its size."""
    down = word_direction(change, level) == "down"
    interval = magnitude(change)
    part = claim_input(change, ("-" if down else "") + quote(change), interval=negate(interval) if down else interval)
    return replace(part, point=None)


def word_direction(change: Claim, level: Claim) -> str | None:
    """The direction of the words, not of the signed quantity: a net loss that "increased" went up."""
    loss = level.amount.high is not None and level.amount.high < 0
    if not loss or change.direction is None:
        return change.direction
    return "up" if change.direction == "down" else "down"


def _with_base(quote: Quote, level: Claim, base: Claim, change: Claim) -> Iterator[Relation]:
    # A range to compare with is guidance, not a base: "1.32 to 1.37 billion guided".
    if _unlike(level, base) or _signs_differ(level, base) or _is_range(base) or _is_loose(base):
        return
    if _lengths_differ(level, base) or level.amount.value == base.amount.value is not None:
        return  # the same number twice is the same figure, told again
    if is_compound(change) or years_apart(level, base) > 1:
        yield from _compound(quote, level, base, change)
    elif change.amount.kind == "percent" and level.amount.kind in ("money", "count", "per_share"):
        yield _relation("A01", quote, (level, base), change, _growth, "{0} / {1} - 1", "%")
    elif change.amount.kind == "points" and level.amount.kind == "percent":
        yield _relation("A03", quote, (level, base), change, _points(change), "{0} - {1}", _points_unit(change))
    elif change.amount.unit == level.amount.unit and level.amount.kind in ("money", "count", "per_share"):
        yield _relation("A03", quote, (level, base), change, _difference, "{0} - {1}", "")


def _with_known_base(evidence: Evidence, level: Claim, change: Claim, known: Known) -> Iterator[Relation]:
    quote = evidence.said
    if change.compared_period is None or change.amount.kind != "percent" or level.amount.kind not in ("money", "count"):
        return
    if fact_of(level) in known.ambiguous or not _is_the_one(level, known):
        return  # two figures go by this description: whose base is stated elsewhere cannot be told
    fact = replace(fact_of(level), period=change.compared_period)
    stated = [claim for claim in known.near(fact, change) if claim.amount.value not in (None, level.amount.value)]
    if stated and not _signs_differ(level, stated[0]) and not _lengths_differ(level, stated[0]):
        if not _compares_otherwise(evidence, level, stated[0], change):
            relation = _relation("A01", quote, (level, stated[0]), change, _growth, "{0} / {1} - 1", "%")
            loose = change.frame is None or stated[0].frame != change.frame
            yield replace(relation, loose=loose, paired=_are_told_as_pair(level, stated[0], change, evidence))
        return
    others = (row for row in known.derived.get(fact, ()) if not _repeats(change, row.claims))
    found = next((row for row in others if not _stands_beside(change, row.claims)), None)
    adjusted = CUES[change.language].adjusted.search(words_beside(evidence, change)) is not None
    if found is not None and (level.amount.low or 0) >= 0 and not adjusted:
        base = Input(interval=found.interval, shown=f"({found.shown})")
        yield Relation(
            code="A04", said=said_change(change, level, quote), inputs=(claim_input(level, quote(level)), base),
            compute=_growth, template="{0} / {1} - 1", unit="%",
        )  # fmt: skip


def _are_told_as_pair(level: Claim, base: Claim, change: Claim, evidence: Evidence) -> bool:
    """Whether a change stands beside its level, and another statement puts the base beside the very number."""
    if change.frame is None or change.frame != level.frame or level.amount.modifier or change.amount.modifier:
        return False
    beside = [row for row in evidence.frames.get(base.frame or "", ()) if row.role == "level" and not row.restates]
    same = [row for row in beside if (row.metric, row.period) == (level.metric, level.period)]
    long = significant_digits(evidence.quote(level)) >= _TELLING
    sizes = sorted(abs(row.amount.value or Decimal(0)) for row in (level, base))
    if not long or sizes[1] > _OF_A_SIZE * sizes[0]:
        return False  # a month beside a year
    return any((row.amount.unit, row.amount.value) == (level.amount.unit, level.amount.value) for row in same)


def _is_the_one(level: Claim, known: Known) -> bool:
    """Whether a level is the figure that most places give, where they give two."""
    fact = fact_of(level)
    return fact not in known.contested or overlaps(magnitude(known.stated[fact][0]), magnitude(level))


def _repeats(change: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a base was derived from the same rate, said again: that would prove the rate by itself."""
    rates = [claim for claim in claims if claim.role == "change"]
    return any((rate.amount.low, rate.amount.high) == (change.amount.low, change.amount.high) for rate in rates)


def _stands_beside(change: Claim, claims: Sequence[Claim]) -> bool:
    """Whether the rate a base was derived from stands in the change's own sentence: then this one is of another figure.

    二季度订阅收入3.27亿元，同比增长29%，许可降了三成: of one figure a sentence says one growth over one time.
    """
    rates = [row for row in claims if row.role == "change" and row.sentence_id is not None]
    return any((row.sentence_id, row.comparator) == (change.sentence_id, change.comparator) for row in rates)


def _relation(
    code: str,
    quote: Quote,
    inputs: Sequence[Claim],
    change: Claim,
    compute: Callable[[Sequence[Interval]], Interval],
    template: str,
    unit: str,
) -> Relation:
    relation = Relation(
        code=code,
        said=said_change(change, inputs[0], quote),
        inputs=tuple(claim_input(claim, quote(claim)) for claim in inputs),
        compute=compute,
        template=template,
        unit=unit,
    )
    high = relation.computed().high
    if "direction" in change.weighed and relation.verdict() == "disjoint":
        shown = ("-" if change.direction != "down" else "") + relation.said.shown.removeprefix("-")
        turned = replace(relation, said=replace(relation.said, shown=shown, interval=negate(relation.said.interval)))
        return turned if turned.verdict() != "disjoint" else relation  # which way it went is what the two figures say
    if change.direction is None and high is not None and high < 0:
        # No word was read as up or down: only the size was said.
        return replace(relation, said=replace(relation.said, interval=negate(relation.said.interval)))
    return relation


def _compound(quote: Quote, level: Claim, base: Claim, change: Claim) -> Iterator[Relation]:
    years = years_apart(level, base)
    if years < 1 or change.amount.kind != "percent":
        return
    template = "({0} / {1})^(1/" + str(years) + ") - 1"
    yield _relation("A02", quote, (level, base), change, lambda v: cagr(v[1], v[0], years), template, "%")


def _lengths_differ(level: Claim, base: Claim) -> bool:
    """A quarter against a year: two figures of one sentence, but no pair."""
    kinds = [_LENGTH.match(row.period or "") for row in (level, base)]
    return all(kinds) and len({kind[1] or kind[2] for kind in kinds if kind}) > 1


def _compares_otherwise(evidence: Evidence, level: Claim, base: Claim, change: Claim) -> bool:
    """ "From 85 to 96; against the preceding half, growth was 4%": what the words beside a change compare with is not
    this base.
    """
    said, meant = words_beside(evidence, change), _comparison(base.period, level.period)
    cues = CUES[change.language]
    if cues.adjusted.search(said) or change.definition != level.definition:
        return True  # "up 5% at constant rates" does not follow from figures at the rates of the day
    planned = change.comparator == "vs_plan" and base.period not in (None, level.period)
    if planned or OF_SOMETHING_ELSE.search(said) or are_of_two_things(evidence, level, base, change):
        return True  # "8.3% below budget (a year ago: 1,506)"
    named = "comparator" in change.named and "period" in base.named and change.comparator in ("yoy", "qoq")
    if named and meant is not None and meant != change.comparator:
        return True  # 环比增长16%，较上年同期的59亿元增长21%: the base is that of the second rate
    if _names_another(said, (level.period, base.period), change.language):
        return True  # 486人次，比一季度少了4%，去年同期471人次
    yoy, qoq = cues.yoy.search(said) is not None, cues.qoq.search(said) is not None
    if yoy != qoq and meant is not None and meant != ("yoy" if yoy else "qoq"):
        return True
    # Behind a semicolon a comparison is the change's own, unless the base is named to be of that time.
    return (yoy or qoq) and "period" not in base.named and stand_apart(evidence, (level, base), change)


def _names_another(said: str, periods: Sequence[str | None], language: str) -> bool:
    """Whether the words name a quarter or half that is neither of the two periods'."""
    found = [_PART.fullmatch(period or "") for period in periods]
    own = {f"{hit['kind']}{hit['number']}" for hit in found if hit is not None}
    named = {time.part for time in find_times(said, "zh" if language == "zh" else "en") if time.part is not None}
    return bool(own and named) and not named & own


def _comparison(earlier: str | None, later: str | None) -> str | None:
    """Whether two quarters or halves are a year apart (yoy) or follow one another (qoq)."""
    found = [_PART.fullmatch(period or "") for period in (earlier, later)]
    if found[0] is None or found[1] is None or found[0]["kind"] != found[1]["kind"]:
        return None
    parts = 4 if found[0]["kind"] == "Q" else 2
    apart = [int(hit["year"]) * parts + int(hit["number"]) for hit in found if hit]
    return {parts: "yoy", 1: "qoq"}.get(apart[1] - apart[0])


def _is_loose(base: Claim) -> bool:
    """A base taken for one by its period alone, of a metric without a name: too little to compute with."""
    return base.metric.startswith("other:") and base.by.endswith(".level")


def _unlike(level: Claim, base: Claim) -> bool:
    """Money against money per share, or two currencies, is no pair of figures."""
    return (level.amount.unit, level.amount.kind) != (base.amount.unit, base.amount.kind)


def _is_range(claim: Claim) -> bool:
    amount = claim.amount
    return amount.low is not None and amount.high is not None and amount.low != amount.high


def is_compound(change: Claim) -> bool:
    """A compound annual rate: over a `multi:` period, or named as one."""
    return (change.period or "").startswith("multi:") or change.by.endswith(".cagr")


def years_apart(level: Claim, base: Claim) -> int:
    """How many years lie between two figures of years; 0 where either is of another period."""
    if not (level.period or "").startswith("FY") or not (base.period or "").startswith("FY"):
        return 0
    return int((level.period or "FY0")[2:]) - int((base.period or "FY0")[2:])


def _growth(values: Sequence[Interval]) -> Interval:
    return growth(values[1], values[0])


def _difference(values: Sequence[Interval]) -> Interval:
    return subtract(values[0], values[1])


def _points(change: Claim) -> Callable[[Sequence[Interval]], Interval]:
    factor = 100 if change.amount.unit == "basis_point" else 1
    from decimal import Decimal

    return lambda values: scale_by(subtract(values[0], values[1]), Decimal(factor))


def _points_unit(change: Claim) -> str:
    return " bps" if change.amount.unit == "basis_point" else " points"


def _signs_differ(level: Claim, base: Claim) -> bool:
    return ((level.amount.low or 0) < 0) != ((base.amount.low or 0) < 0)
