"""A: what the numbers of the documents say about one another. Only the source side; a translation repeats."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from ...amounts.intervals import negate, overlaps
from ...languages.check_cues import VALUED
from ...records import Claim, Finding, Repair, Severity, Verdict
from ...text import fold, simplify
from ..evidence import Evidence
from ..known import Known
from ..relations import Relation
from ..repairs import count_digits
from ..solve import as_repair, loses_a_place, rank_repairs
from ..standing import Standings
from ..tied import in_one_row
from .asides import count_between
from .balance import balance_findings
from .cash import cash_relations
from .columns import column_findings
from .currencies import mixed_findings, rare_findings
from .currencies import range_findings as two_currencies
from .drivers import breakdown_relations, driver_findings
from .footing import footing_findings
from .fx import currency_findings, fx_relations
from .growth import growth_relations
from .identities import identity_relations, segment_relations, share_relations
from .itself import itself_findings
from .lines import line_findings
from .midpoints import midpoint_relations
from .moves import move_findings
from .of_sales import sales_findings
from .otherwise import Settled, told_otherwise, turned
from .per_share import per_share_relations
from .points import money_in_points, point_findings, shares_in_points
from .ranges import order_findings, premise_findings, range_findings, scale_findings
from .spans import span_relations
from .told import told_findings
from .whole import whole_findings

# A list of parts may leave some out: a sum below the total proves nothing, one above it without a slip is a doubt.
_OPEN_LISTS = ("A07", "A08")
_SHARP = 500  # times its width a sum is, so that it is no other by chance
_CLOSE = 2  # sentences
_WIDEST = 5  # points of growth
_OF_GROWTH = 3  # the change said, level and base
_OF_CHANGES = ("A01", "A03", "A04")
_OF_SHARES = "A09"
_TELLING = 3  # digits of a number in which one that is wrong is no chance
_BESIDE = {"en": 16, "zh": 6}  # letters between a change and the level or base it is told with, times left out
_VALUED = 24  # characters around a change in which better or worse stands
_MESSAGES = {
    "A01": ("growth from base and current", "The growth said does not follow from the two figures stated."),
    "A02": ("compound annual growth", "The compound growth said does not follow from start, end and years."),
    "A03": ("difference", "The difference said does not follow from the two figures stated."),
    "A04": ("growth against a derived base", "The growth said does not fit the base that other figures imply."),
    "A05": ("margin", "The margin said does not follow from profit and revenue."),
    "A06": ("gross profit", "Revenue less cost of revenue is not the gross profit said."),
    "A07": ("operating expenses", "The listed expenses do not add up to the total."),
    "A08": ("sum of segments", "The segments do not add up to the total."),
    "A09": ("share", "The share said does not follow from part and whole."),
    "A10": ("conversion", "The converted amount does not follow from the rate."),
    "A11": ("breakdown", "The listed parts do not add up to the amount they break down."),
    "A21": ("sum over time", "The parts of the period do not add up to its figure."),
    "A22": ("earnings per share", "Net income over the shares stated is not the figure per share."),
    "A23": ("cash at the end", "Opening cash and the flows stated do not make the closing cash."),
    "A24": ("midpoint", "The figure said of the midpoint does not follow from the range."),
}


def relations_of(evidence: Evidence, known: Known) -> tuple[Relation, ...]:
    """Every relation between stated numbers, of all kinds; the solver looks at them together."""
    return (
        *growth_relations(evidence, known),
        *identity_relations(known, evidence.said),
        *segment_relations(known, evidence),
        *share_relations(known, evidence),
        *fx_relations(evidence),
        *breakdown_relations(evidence),
        *span_relations(known, evidence.said),
        *per_share_relations(known, evidence),
        *cash_relations(evidence),
        *midpoint_relations(evidence, known),
    )


def check_arithmetic(claims: Sequence[Claim], evidence: Evidence) -> Iterator[Finding]:
    """Recompute every stated relation on intervals; localise what does not hold."""
    known = Known(claims)
    footed = list(footing_findings(evidence))
    added = {row.claims[0] for row in footed if row.verdict != "contradicted" and row.code == "A17" and row.claims}
    relations = [row for row in relations_of(evidence, known) if not _leaves_lines_out(row, added)]
    standings = Standings(evidence)
    settled = Settled(relations)
    for relation in relations:
        if relation.code == "A04" and _says_little(relation):
            continue
        other = settled.other(relation)
        if other is not None:
            yield told_otherwise(relation, other, evidence, _MESSAGES[relation.code][1], _origin(relation, evidence))
        else:
            yield from _judge(relation, relations, evidence, standings)
    yield from currency_findings(evidence)
    yield from mixed_findings(evidence)
    yield from rare_findings(evidence)
    yield from two_currencies(evidence)
    yield from driver_findings(evidence)
    yield from range_findings(evidence)
    yield from order_findings(evidence)
    yield from scale_findings(evidence)
    yield from point_findings(evidence, known)
    yield from money_in_points(evidence, known)
    yield from shares_in_points(evidence, known)
    yield from premise_findings(evidence, known)
    yield from footed
    yield from balance_findings(evidence, footed)
    yield from column_findings(evidence)
    yield from line_findings(evidence)
    yield from whole_findings(evidence)
    yield from itself_findings(evidence)
    yield from told_findings(evidence)
    yield from move_findings(evidence)
    yield from sales_findings(evidence, known)


def _leaves_lines_out(relation: Relation, added: Collection[str]) -> bool:
    """Whether a list of parts does not make a total that all the lines above it make: it is not the whole list."""
    total = relation.said.claim
    listed = relation.code in _OPEN_LISTS and total is not None and total.id in added
    return listed and relation.verdict() == "disjoint"


def _says_little(relation: Relation) -> bool:
    """Whether a derived base is so wide, or a figure so open, that nearly every growth would fit."""
    computed, said = relation.computed(), relation.said.interval
    ends = (computed.low, computed.high, said.low, said.high)
    return None in ends or (computed.high or 0) - (computed.low or 0) > _WIDEST


def _judge(
    relation: Relation, relations: Sequence[Relation], evidence: Evidence, standings: Standings
) -> Iterator[Finding]:
    verdict = relation.verdict()
    if verdict == "disjoint":
        found = _broken(relation, relations, evidence, standings)
        if not relation.careful or found.verdict == "contradicted":
            yield found
        return
    how: Verdict = "supported" if verdict == "equal" else "rounding"
    words = "Holds" if verdict == "equal" else "Holds within rounding"
    yield Finding(
        code=relation.code, verdict=how, severity="note", message=f"{words}: {_MESSAGES[relation.code][0]}.",
        formula=relation.formula(), claims=tuple(claim.id for claim in relation.claims()),
    )  # fmt: skip


def _broken(relation: Relation, relations: Sequence[Relation], evidence: Evidence, standings: Standings) -> Finding:
    ids = tuple(claim.id for claim in relation.claims())
    other_way = relation.code in _OF_CHANGES and overlaps(negate(relation.said.interval), relation.computed())
    if other_way and _is_valued(relation, evidence):
        return Finding(
            code=relation.code, verdict="not_comparable", severity="note", formula=relation.formula(), claims=ids[:1],
            message="The figures went the other way; of some measures less is better, and which this is, is not known.",
        )  # fmt: skip
    if _went_the_other_way(relation):
        return turned(relation, evidence, _MESSAGES[relation.code][1], _origin(relation, evidence))
    repairs = _repairs(relation, relations, evidence, standings)
    if relation.code in _OPEN_LISTS and not _proven(relation, repairs):
        return _open_list(relation, ids)
    bound = _is_bound(relation)
    if not repairs and (relation.careful or not (bound or _is_filed(relation, evidence)) or relation.is_far()):
        return Finding(
            code=relation.code, verdict="not_comparable", severity="note", formula=relation.formula(), claims=ids[:1],
            message="Figures of different statements do not fit together; they may measure different things.",
        )  # fmt: skip
    severity: Severity = "error" if repairs or bound else "warning"
    told = other_way or any(_is_telling(*row, relation, evidence) for row in repairs)
    told = told or any(standings.is_told_of(row.value, relation.said.claim) for _, _, row in repairs)
    if relation.code in (*_OF_CHANGES, _OF_SHARES) and not told:
        severity = "note"  # no slip explains it: the change or the share is rather of something else
    return Finding(
        code=relation.code, verdict="contradicted", severity=severity,
        message=_MESSAGES[relation.code][1] + _only_power(repairs),
        formula=relation.formula(), origin=_origin(relation, evidence),
        claims=_suspect_first(ids, [claim_id for claim_id, _, _ in repairs]),
        repairs=tuple(repair for _, _, repair in repairs),
        evidence=tuple(evidence.span(claim) for claim in relation.claims()),
    )  # fmt: skip


def _is_valued(relation: Relation, evidence: Evidence) -> bool:
    """Whether the way of a change is told by better or worse, of a measure of which it is not known what is better."""
    change = relation.said.claim
    if change is None or not change.metric.startswith("other:"):
        return False
    text = evidence.document_by_id[change.document_id].text
    return VALUED.search(simplify(fold(text[max(0, change.start - _VALUED) : change.end + _VALUED]))) is not None


def _is_telling(name: str, kind: str, repair: Repair, relation: Relation, evidence: Evidence) -> bool:
    """Whether a slip tells more than chance: so long a number, or a change told right beside a figure it is of.

    "Aftermarket up 17%, visits numbering 486 against 440" is no growth of visits, though 10% would be.
    """
    of_chance = kind == "digit" or (kind == "exchanged" and relation.code == _OF_SHARES)
    if not of_chance or count_digits(evidence.quote(evidence.claim_by_id[name])) >= _TELLING:
        return True
    change = relation.said.claim
    figures = [part.claim for part in relation.inputs if part.claim is not None]
    if change is None:
        return False
    beside = [row for row in figures if row.document_id == change.document_id]
    return any(count_between(evidence, change, row) <= _BESIDE[change.language] for row in beside)


def _went_the_other_way(relation: Relation) -> bool:
    """Whether the change fits once it goes down instead of up: of positive figures, and a tight relation."""
    said, claim = relation.said.interval, relation.said.claim
    if relation.code not in ("A01", "A03", "A04") or claim is None or claim.direction is None:
        return False
    if any(part.claim is not None and (part.claim.amount.low or 0) < 0 for part in relation.inputs):
        return False
    computed = relation.computed()
    if None in (computed.low, computed.high, said.low, said.high):
        return False
    # Near zero either way may be meant, and a wide interval fits by chance.
    wide = (computed.high - computed.low) * 10 > abs(computed.high + computed.low) / 2  # type: ignore[operator]  # not None
    return overlaps(negate(said), computed) if not wide else _mirrors(relation)


def _mirrors(relation: Relation) -> bool:
    """Whether a range of growth is that of a range with the other sign, end for end, and both are clear of zero."""
    claim, computed, said = relation.said.claim, relation.computed(), negate(relation.said.interval)
    if claim is None or claim.amount.low == claim.amount.high or claim.amount.unit != "percent":
        return False
    ends = (computed.low, computed.high, said.low, said.high)
    if any(end is None for end in ends):
        return False
    low, high, said_low, said_high = (end for end in ends if end is not None)
    near = max(abs(low - said_low), abs(high - said_high)) * 4 < high - low
    return near and low * high > 0 and high - low > 2 * claim.amount.half_step


def _repairs(
    relation: Relation, relations: Sequence[Relation], evidence: Evidence, standings: Standings
) -> list[tuple[str, str, Repair]]:
    """The ranked repairs as (claim id, kind of slip, repair)."""
    found = []
    bound = relation.paired or _is_bound(relation) or _is_filed(relation, evidence)
    ranked = rank_repairs(relation, relations, evidence.quote, bound=bound, standings=standings)
    for candidate in ranked:
        twins = [evidence.claim_by_id[key] for key in candidate.claim.twins if key in evidence.claim_by_id]
        found.append((candidate.claim.id, candidate.slip.kind, as_repair(candidate, evidence.quote, twins)))
    return found


def _is_bound(relation: Relation) -> bool:
    """Whether the document itself puts the numbers together: in one sentence, or as an amount and its conversion."""
    return relation.is_one_statement() or relation.code in ("A10", "A11")


def _is_filed(relation: Relation, evidence: Evidence) -> bool:
    """Whether a release puts them together: level and change of the call, the base in the release's line of that level.

    Growth said at other rates of exchange would be of another level.
    """
    parts = [part.claim for part in (relation.said, *relation.inputs)]
    if relation.code != "A01" or len(parts) != _OF_GROWTH:
        return False
    change, level, base = parts
    if change is None or level is None or base is None or change.sentence_id != level.sentence_id:
        return False
    return change.amount.modifier is None and in_one_row(level, base, evidence)


def _only_power(repairs: Sequence[tuple[str, str, Repair]]) -> str:
    """What a scale repair says, and what it does not: the residual decides how far to believe it."""
    if not repairs or repairs[0][1] != "scale":
        return ""
    open_end = "" if repairs[0][2].residual == "none" else " A residual stays; the repair is likely, not proved."
    texts = list(dict.fromkeys(repair.text for _, slip, repair in repairs if slip == "scale"))
    if len(texts) == 1:
        return f" Of the powers of ten only {texts[0]} comes near.{open_end}"
    return f" Of the powers of ten only these come near, each by itself: {' or '.join(texts)}.{open_end}"


def _suspect_first(ids: tuple[str, ...], suspects: Sequence[str]) -> tuple[str, ...]:
    """The claim that the best repair changes stands first."""
    if not suspects:
        return ids
    return (suspects[0], *(key for key in ids if key != suspects[0]))


def _proven(relation: Relation, repairs: Sequence[tuple[str, str, Repair]]) -> bool:
    """Whether a list that does not add up is wrong beyond an unlisted part: chance offers no scale word."""
    if not repairs or repairs[0][2].residual != "none":
        return False
    exact = all(part.point is not None for part in (relation.said, *relation.inputs))
    if _above(relation) or (exact and repairs[0][1] == "scale"):
        return True
    if exact and repairs[0][1] == "dropped":
        return _is_short_by_a_digit(relation, repairs[0][0], repairs[0][2])
    return exact and repairs[0][1] == "exchanged" and relation.is_tight(_SHARP)


def _is_short_by_a_digit(relation: Relation, name: str, repair: Repair) -> bool:
    """Whether a part lost a digit before its point: of a list that one or two sentences tell, no part is unlisted that
    makes exactly this sum.
    """
    claims = relation.claims()
    odd = next(row for row in claims if row.id == name)
    homes = {row.sentence_id for row in claims}
    return loses_a_place(odd, repair.value) and len(homes) <= _CLOSE and None not in homes


def _above(relation: Relation) -> bool:
    computed, said = relation.computed(), relation.said.interval
    return computed.low is not None and said.high is not None and computed.low > said.high


def _open_list(relation: Relation, ids: tuple[str, ...]) -> Finding:
    above = _above(relation)
    return Finding(
        code=relation.code, verdict="not_comparable", severity="note", formula=relation.formula(), claims=ids,
        message="The listed parts exceed the total; an item that reduces it may be unlisted." if above
        else f"The listed parts make {relation.shown(relation.computed())} of {relation.said.shown}: one is unlisted.",
    )  # fmt: skip


def _origin(relation: Relation, evidence: Evidence) -> str:
    """Where the number most likely went wrong: a release is written, a call is spoken and recognised."""
    documents = {evidence.document_by_id[claim.document_id].kind for claim in relation.claims()}
    return "release" if documents == {"release"} else "speaker"
