"""Identities of the statements: margins, gross profit, and totals with their parts, for one period and segment."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from ...amounts.intervals import margin, negate, subtract, total
from ...languages.check_cues import BETWEEN_PARTS, OF_A_PART
from ...languages.metric_kinds import NEVER_ADDED, RATIO_METRICS
from ...records import Claim, Interval
from ...text import fold, simplify
from ..evidence import Evidence
from ..facts import Fact, is_share_of_another, is_share_of_segment
from ..known import Known
from ..relations import Input, Relation, claim_input

Quote = Callable[[Claim], str]

MARGINS = {
    "gross_margin": "gross_profit",
    "operating_margin": "operating_income",
    "net_margin": "net_income",
    "adjusted_ebitda_margin": "adjusted_ebitda",
    "ebitda_margin": "ebitda",
    "ebita_margin": "ebita",
    "free_cash_flow_margin": "free_cash_flow",
}
# The three functional expenses make up operating expenses unless a company lists more; then the sum stays below.
_OPEX_PARTS = ("rnd_expense", "sales_marketing_expense", "ga_expense")


def identity_relations(known: Known, quote: Quote) -> Iterator[Relation]:
    """Margins from profit and revenue, gross profit from revenue and cost, operating expenses from their parts."""
    for fact, rows in known.facts.items():
        if fact.metric in MARGINS and fact.unit == "percent":
            # A margin of a table is that of its lines, whatever is said elsewhere.
            tabled = [row for row in rows if row.by == "rule:table" or (fact in known.contested and _is_named(row))]
            yield from _margins(fact, tuple(dict.fromkeys((*known.stated.get(fact, ()), *tabled))), known, quote)
    for fact, claims in known.stated.items():
        if fact.metric == "gross_profit":
            yield from _gross_profit(fact, claims, known, quote)
        elif fact.metric == "operating_expenses":
            yield from _operating_expenses(fact, claims, known, quote)


def _is_named(row: Claim) -> bool:
    """Whether a rate stands beside its own name: where two places differ, arithmetic tells which is right."""
    return "metric" in row.named and row.amount.modifier is None


def _margins(fact: Fact, claims: Sequence[Claim], known: Known, quote: Quote) -> Iterator[Relation]:
    """Each rate of `claims` with its profit, and each that one sentence tells with it, however many others differ."""
    for other, profits in known.facts.items():
        if other.metric != MARGINS[fact.metric] or other != replace(fact, metric=other.metric, unit=other.unit):
            continue
        together = [(row, beside) for row in known.facts[fact] if len(beside := _beside(row, profits)) == 1]
        pairs = {row.id: (row, beside[0]) for row, beside in together}
        settled = [(row, known.near(other, row)) for row in claims if row.id not in pairs]
        pairs |= {row.id: (row, near[0]) for row, near in settled if near}
        for claim, part in pairs.values():
            whole = _sales(replace(other, metric="revenue", basis=None), claim, known, quote)
            if whole is not None:
                yield Relation(
                    code="A05", said=claim_input(claim, quote(claim)), inputs=(claim_input(part, quote(part)), whole),
                    compute=_margin, template="{0} / {1}", unit="%",
                    paired=other in known.stated and part.sentence_id == claim.sentence_id is not None,
                )  # fmt: skip


def _beside(rate: Claim, profits: Sequence[Claim]) -> list[Claim]:
    return [row for row in profits if row.sentence_id == rate.sentence_id is not None]


def _sales(fact: Fact, claim: Claim, known: Known, quote: Quote) -> Input | None:
    """The revenue of a margin, stated or derived."""
    if stated := known.near(fact, claim):
        return claim_input(stated[0], quote(stated[0]))
    derived = known.derived_input(fact)
    return derived[1] if derived else None


def _gross_profit(fact: Fact, claims: Sequence[Claim], known: Known, quote: Quote) -> Iterator[Relation]:
    revenue = known.near(replace(fact, metric="revenue"), claims[0])
    cost = known.near(replace(fact, metric="cost_of_revenue"), claims[0])
    if revenue and cost:
        inputs = (claim_input(revenue[0], quote(revenue[0])), claim_input(cost[0], quote(cost[0])))
        said = claim_input(claims[0], quote(claims[0]))
        yield Relation(code="A06", said=said, inputs=inputs, compute=_minus, template="{0} - {1}")


def _operating_expenses(fact: Fact, claims: Sequence[Claim], known: Known, quote: Quote) -> Iterator[Relation]:
    parts = [known.near(replace(fact, metric=name), claims[0]) for name in _OPEX_PARTS]
    if all(parts):
        inputs = tuple(claim_input(part[0], quote(part[0])) for part in parts)
        said = claim_input(claims[0], quote(claims[0]))
        yield Relation(code="A07", said=said, inputs=inputs, compute=_sum, template="{0} + {1} + {2}")


def segment_relations(known: Known, evidence: Evidence) -> Iterator[Relation]:
    """A total against the segments stated for it; the list may leave some out."""
    quote = evidence.said
    for fact, claims in known.stated.items():
        added = claims[0].amount.kind in ("money", "count") and fact.metric not in NEVER_ADDED
        if fact.segment is not None or not added:
            continue
        parts = [
            rows
            for other, rows in known.stated.items()
            if other.segment is not None and "+" not in other.segment
            and rows[0].document_id == claims[0].document_id
            and _is_part(other, rows[0], fact, claims[0])
        ]  # fmt: skip
        parts = [rows for rows in parts if not _is_within(rows[0], parts, evidence)]
        if len(parts) >= 2:
            relations = _of_lists(parts, claims[0], quote)
            yield from (row for row in relations if row.verdict() != "disjoint" or not _is_netted(row, evidence))


def _of_lists(parts: Sequence[Sequence[Claim]], whole: Claim, quote: Quote) -> Iterator[Relation]:
    """The sum of all parts; where they do not make the total, those that one paragraph tells: a business is told by
    its products and again by its regions, and each list is one of the whole.
    """
    everything = _without_parts_of_parts([rows[0] for rows in parts], whole, quote)
    if everything.verdict() != "disjoint":
        yield everything
        return
    told: dict[str, list[Claim]] = {}
    for rows in parts:
        for home, row in {row.paragraph_id: row for row in reversed(rows) if row.paragraph_id is not None}.items():
            told.setdefault(home, []).append(row)
    lists = [_without_parts_of_parts(rows, whole, quote) for rows in told.values() if 2 <= len(rows) < len(parts)]
    holding = [relation for relation in lists if relation.verdict() != "disjoint"]
    # A list that one paragraph makes nearly complete leaves no room for the parts that another one tells.
    whole_told = any(_is_nearly_all(relation) for relation in lists)
    yield from holding[:1] or [*([] if whole_told else [everything]), *lists]


def _is_nearly_all(relation: Relation) -> bool:
    computed, said = relation.computed().high, relation.said.interval.low
    return computed is not None and said is not None and said * _NEARLY <= computed <= said


def _is_within(part: Claim, parts: Sequence[Sequence[Claim]], evidence: Evidence) -> bool:
    """Whether a part is told as one of the part before it in its sentence: 猫粮收入10.4亿元，其中主粮4.3亿元."""
    mates = [rows[0] for rows in parts if rows[0].sentence_id == part.sentence_id is not None]
    last = max((row for row in mates if row.end <= part.start), key=lambda row: row.end, default=None)
    if last is None:
        return False
    text = evidence.document_by_id[part.document_id].text
    return OF_A_PART.search(simplify(fold(text[last.end : part.start]))) is not None


def _is_netted(relation: Relation, evidence: Evidence) -> bool:
    """Whether a paragraph of the list says that its parts sell to one another: then they make more than the whole."""
    homes = {row.paragraph_id for row in relation.claims()}
    said = (row for row in evidence.sentences if row.paragraph_id in homes)
    return any(BETWEEN_PARTS.search(simplify(fold(evidence.quote(row)))) for row in said)


_NEARLY = Decimal("0.97")  # of the whole
_MANY = 24  # parts; of more it is not told which could be left out


def _without_parts_of_parts(parts: Sequence[Claim], whole: Claim, quote: Quote) -> Relation:
    """The sum of the parts; where it only holds without one or two of them, those are parts of another part."""
    relation = _sum_of(parts, whole, quote)
    if relation.verdict() != "disjoint":
        return relation
    for left_out in (1, 2) if len(parts) <= _MANY else ():
        for kept in combinations(parts, len(parts) - left_out) if len(parts) - left_out >= 2 else ():
            smaller = _sum_of(kept, whole, quote)
            if smaller.verdict() != "disjoint":
                return smaller
    return relation


def _sum_of(parts: Sequence[Claim], whole: Claim, quote: Quote) -> Relation:
    inputs = tuple(_signed(part, whole, quote) for part in parts)
    template = " + ".join("{" + str(at) + "}" for at in range(len(parts)))
    said = claim_input(whole, quote(whole))
    return Relation(code="A08", said=said, inputs=inputs, compute=_sum, template=template)


def _signed(part: Claim, whole: Claim, quote: Quote) -> Input:
    """A part as an input: a loss among profits, or what is taken off between the segments, counts below zero."""
    size = claim_input(part, quote(part))
    if ((part.amount.low or 0) < 0) == ((whole.amount.low or 0) < 0):
        return size
    return replace(size, interval=negate(size.interval), point=None if size.point is None else -size.point)


def _is_part(other: Fact, part: Claim, fact: Fact, total_claim: Claim) -> bool:
    """A segment's figure of the total's period; one whose sentence names no period is of the period just spoken of."""
    if other.metric != fact.metric:
        return False
    if replace(other, segment=None) == fact:
        return True
    spoken_on = part.paragraph_id == total_claim.paragraph_id and "period" not in part.named
    return spoken_on and replace(other, segment=None, period=fact.period) == fact


def share_relations(known: Known, evidence: Evidence) -> Iterator[Relation]:
    """ "X made up 57% of revenue": the named segments over the whole."""
    quote = evidence.said
    for claim in known.claims:
        if claim.role != "share" or claim.segment is None or claim.restates or claim.amount.kind != "percent":
            continue
        if claim.metric in NEVER_ADDED or claim.metric in RATIO_METRICS:
            continue  # "thermal coal at A$148 is 31 per cent of tonnes"
        if is_share_of_segment(claim, evidence) or is_share_of_another(claim, evidence):
            continue
        for whole_fact, wholes in known.stated.items():
            if whole_fact.metric != claim.metric or whole_fact.segment or whole_fact.period != claim.period:
                continue
            parts = [known.stated.get(replace(whole_fact, segment=name), ()) for name in claim.segment.split("+")]
            if all(parts):
                inputs = tuple(claim_input(part[0], quote(part[0])) for part in parts)
                inputs = (*inputs, claim_input(wholes[0], quote(wholes[0])))
                names = " + ".join("{" + str(at) + "}" for at in range(len(parts)))
                template = f"({names}) / " + "{" + str(len(parts)) + "}"
                said = claim_input(claim, quote(claim))
                yield Relation(code="A09", said=said, inputs=inputs, compute=_share, template=template, unit="%")


def _margin(values: Sequence[Interval]) -> Interval:
    return margin(values[0], values[1])


def _minus(values: Sequence[Interval]) -> Interval:
    return subtract(values[0], values[1])


def _sum(values: Sequence[Interval]) -> Interval:
    return total(tuple(values))


def _share(values: Sequence[Interval]) -> Interval:
    return margin(total(tuple(values[:-1])), values[-1])
