"""A16: one document that gives one figure twice, with a slip between the two. Another measure would differ by more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from ..amounts.intervals import overlaps
from ..languages.metric_kinds import SIGNED_METRICS
from ..languages.twin_cues import CUES
from ..records import Claim, Finding, Repair
from ..text import fold, simplify
from .company import are_lines_of_one_name, are_two_lines, keep_company, stand_in_one_table
from .evidence import Evidence
from .facts import Fact, fact_of, index_facts, is_complement, is_value, magnitude
from .known import is_primary
from .repairs import count_digits, find_slips, reprint
from .standing import Standings, is_one_place, lonelier, named_in_frame, slip_between

_TELLING = 3  # digits that two figures hardly share by chance
_MOST = 60  # claims on one fact: more are a list of things that go by one name
# Digits a slip needs where words alone bind two figures, of rates and counts as of money.
_SLIPS = {"exchanged": 3, "dropped": 4, "extra": 4, "digit": 5, "scale": 3, "point": 3}
# The same where another figure beside both is the same.
_IN_COMPANY = {"exchanged": 2, "dropped": 2, "extra": 2, "digit": 2, "scale": 1, "point": 2}


def check_repeats(claims: Sequence[Claim], evidence: Evidence) -> Iterator[Finding]:
    """Compare the places where a document states one fact, or one change of it; only where the metric is named."""
    named = [claim for claim in claims if is_primary(claim) and named_in_frame(claim, "metric", evidence)]
    own = [claim for claim in named if claim.amount.kind == "money" and "metric" in claim.named]
    standings = Standings(evidence)
    facts = index_facts(own)
    judged: set[str] = set()
    for rows in _stated(named, evidence):
        for left, right in combinations(rows, 2):
            odd, other = _odd_first(left, right, rows, standings)
            if odd.id in judged or is_one_place(odd, other) or are_two_lines(odd, other, rows, evidence):
                continue
            if _is_slip(odd, other, evidence) or _stands_alone(odd, other, rows, standings, evidence):
                judged.add(odd.id)
                yield _finding(odd, other, evidence)
            elif _turned(odd, other, evidence):
                judged.add(odd.id)
                yield _sign_finding(odd, other, evidence)
    yield from _other_currency(facts, evidence)


def _stated(claims: Sequence[Claim], evidence: Evidence) -> Iterator[tuple[Claim, ...]]:
    """The claims of one document on one fact, or on one change of it."""
    groups: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        change = claim.role == "change" and claim.period is not None and not claim.metric.startswith("other:")
        if is_value(claim) or (change and claim.modality == "reported" and not claim.restates):
            key = (claim.role, claim.compared_period, claim.direction) if claim.role == "change" else ()
            if not is_complement(claim, evidence):
                groups[claim.document_id, fact_of(claim), *key].append(claim)
    yield from (tuple(rows) for rows in groups.values() if 1 < len(rows) <= _MOST)


def _odd_first(left: Claim, right: Claim, rows: Sequence[Claim], standings: Standings) -> tuple[Claim, Claim]:
    """The value said less often first; of two said once running text, then the later one."""
    odd = lonelier(left, right, standings)
    if odd is not None:
        return (left, right) if odd is left else (right, left)
    agree = [sum(overlaps(magnitude(row), magnitude(side)) for row in rows) for side in (left, right)]
    if agree[0] == agree[1] and (left.by == "rule:table") != (right.by == "rule:table"):
        return (right, left) if left.by == "rule:table" else (left, right)
    return (left, right) if agree[0] < agree[1] else (right, left)


def _is_slip(odd: Claim, other: Claim, evidence: Evidence) -> bool:
    """Money alone: the same figure of two sentences, as printed."""
    value, right = odd.amount.value, other.amount.value
    if value is None or right is None or overlaps(magnitude(odd), magnitude(other)):
        return False
    if not all(row.amount.kind == "money" and "metric" in row.named and row.role != "change" for row in (odd, other)):
        return False
    digits = count_digits(evidence.quote(odd))
    for slip in find_slips(abs(value), evidence.quote(odd)):
        # To the digit: "$2 billion" is no slip of "$983 million", though a digit before it makes 1,983.
        if slip.value == abs(right):
            # A digit slips where both are written alike: "200 million" is no slip of "2.4 billion".
            alike = odd.amount.half_step == other.amount.half_step
            if slip.kind in ("exchanged", "dropped", "extra", "digit") and not alike:
                continue
            return digits >= {"exchanged": 3, "dropped": 3, "extra": 4, "digit": 4}.get(slip.kind, 1)
    return False


def _stands_alone(odd: Claim, other: Claim, rows: Sequence[Claim], standings: Standings, evidence: Evidence) -> bool:
    """Any kind of figure, rounded or not, that stands nowhere else, and is the other with a slip."""
    if overlaps(magnitude(odd), magnitude(other)) or not odd.amount.value:
        return False
    tabled = odd.by == other.by == "rule:table"
    if standings.elsewhere(odd, alike=False):
        return False
    if slip_between(odd, other, evidence, _SLIPS) is not None and not tabled:
        return True
    if slip_between(odd, other, evidence, _IN_COMPANY) is None or not keep_company(odd, other, evidence):
        return False
    if tabled:
        return are_lines_of_one_name(odd, other) and not stand_in_one_table(odd, other, evidence)
    # Two lines tell the two apart, as basic and diluted earnings.
    return odd.by != "rule:table" or not any(
        row.by == odd.by and overlaps(magnitude(row), magnitude(other)) for row in rows
    )


def _turned(odd: Claim, other: Claim, evidence: Evidence) -> bool:
    """Whether one place calls a loss what the other calls a profit, within rounding; three digits tell the figure."""
    one, two = odd.amount.value, other.amount.value
    if not one or not two or (one < 0) == (two < 0) or not overlaps(magnitude(odd), magnitude(other)):
        return False
    if one != -two and min(count_digits(evidence.quote(row)) for row in (odd, other)) < _TELLING:
        return False
    return _is_called(odd) != _is_called(other) and None not in (_is_called(odd), _is_called(other))


def _is_called(claim: Claim) -> str | None:
    """Whether a figure's name is that of a loss or a profit; one that may be either is what its sign says."""
    said, cues = simplify(fold(claim.surface)), CUES["zh" if claim.language == "zh" else "en"]
    loss, profit = cues.loss.search(said) is not None, cues.profit.search(said) is not None
    if loss == profit:
        # What is owed or held is printed below zero where it is taken off.
        return None if claim.metric not in SIGNED_METRICS else "loss" if (claim.amount.value or 0) < 0 else "profit"
    return "loss" if loss else "profit"


def _sign_finding(odd: Claim, other: Claim, evidence: Evidence) -> Finding:
    kind, value = evidence.document_by_id[odd.document_id].kind, other.amount.value or Decimal(0)
    words = f"{other.surface} {evidence.quote(odd)}"
    return Finding(
        code="A16", verdict="contradicted", severity="error", origin="release" if kind == "release" else "speaker",
        message="The document calls this figure a loss in one place and a profit in another.",
        formula=f"{odd.surface} {evidence.quote(odd)}; elsewhere {other.surface} {evidence.quote(other)}",
        claims=(odd.id, other.id), evidence=(evidence.span(other),),
        repairs=(Repair(value=value, text=words, residual="none"),),
    )  # fmt: skip


def _other_currency(facts: dict[Fact, tuple[Claim, ...]], evidence: Evidence) -> Iterator[Finding]:
    """The same digits in two currencies: one of the two signs is wrong."""
    for left, right in combinations(facts, 2):
        same_figure = (left.metric, left.segment, left.period) == (right.metric, right.segment, right.period)
        if left.unit == right.unit or not same_figure:
            continue
        for here in facts[left]:
            for there in facts[right]:
                same_place = here.document_id == there.document_id and here.amount.value == there.amount.value
                if same_place and here.amount.value is not None and fact_of(here).basis == fact_of(there).basis:
                    odd, other = (here, there) if len(facts[left]) < len(facts[right]) else (there, here)
                    yield _finding(odd, other, evidence)


def _finding(odd: Claim, other: Claim, evidence: Evidence) -> Finding:
    kind = evidence.document_by_id[odd.document_id].kind
    slip = slip_between(odd, other, evidence) if odd.amount.unit == other.amount.unit else None
    value = slip.value if slip is not None else other.amount.value
    shown = evidence.quote(other) if odd.amount.unit != other.amount.unit else ""
    if not shown and odd.amount.value and value is not None:
        shown = reprint(evidence.quote(odd), abs(odd.amount.value), abs(value))
    repairs = (Repair(value=value, text=shown, residual="none"),) if value is not None else ()
    return Finding(
        code="A16", verdict="contradicted", severity="error", origin="release" if kind == "release" else "speaker",
        message="The document gives this figure twice, and the two differ by a slip.",
        formula=f"{evidence.quote(odd)}; elsewhere {evidence.quote(other)}", claims=(odd.id, other.id),
        evidence=(evidence.span(other),), repairs=repairs,
    )  # fmt: skip
