"""R04 by size: an amount far from the size of the others of its currency, that another place has at another scale.

"592.4 billion" among millions, and 592.4 million of the same measure elsewhere: the digits are the same, and only the
other size is one that the documents count in.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from math import log10
from statistics import median

from ..languages.late import late
from ..records import Claim, Finding, Repair
from ..text import fold
from .evidence import Evidence
from .facts import VALUE_ROLES
from .known import is_primary
from .repairs import find_slips, reprint, significant_digits

_ENOUGH = 8  # amounts of one currency that tell how large its amounts are
_TELLING = 3  # digits that two figures of one measure hardly share by chance
_FARTHER = 1.5  # powers of ten from the middle of the amounts that one must lie beyond the other
_BEYOND = 5  # times the largest of the others, where the point alone is in doubt


def check_sizes(claims: Sequence[Claim], evidence: Evidence) -> Iterator[Finding]:
    """Amounts of running text whose value stands nowhere else, and whose digits do, at a likelier size."""
    by_unit: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if is_primary(claim) and claim.amount.kind == "money" and claim.amount.value:
            by_unit[claim.amount.unit].append(claim)
    for rows in by_unit.values():
        if len(rows) > _ENOUGH:
            yield from _of_currency(rows, evidence)
        yield from _lost_points(rows, evidence)


def _of_currency(rows: Sequence[Claim], evidence: Evidence) -> Iterator[Finding]:
    times = Counter(map(_size, rows))
    middle = _power(median(map(_size, rows)))
    second = sorted(times)[-2] if len(times) > 1 else Decimal(0)
    for claim in rows:
        lonely = times[_size(claim)] == 1 and claim.by != "rule:table" and not claim.metric.startswith("other:")
        if not lonely or significant_digits(evidence.quote(claim)) < _TELLING:
            continue
        far = abs(_power(_size(claim)) - middle)
        for slip in find_slips(_size(claim), evidence.quote(claim)):
            if slip.kind not in ("scale", "point"):
                break  # the slips of digits come behind
            likelier = slip.kind == "scale" and far - abs(_power(slip.value) - middle) > _FARTHER
            beyond = _size(claim) >= _BEYOND * second and slip.value < _size(claim)
            if likelier or beyond:
                other = next((row for row in rows if _is_size(row, slip.value) and _may_be_one(claim, row)), None)
                if other is not None:
                    yield _finding(claim, other, evidence)
                    break


_GROUPED = late(r"(?<![0-9.,])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])")
_BARE = late(r"(?<![0-9.,])[0-9]{4,}(?![0-9.,]*[0-9])")
_FEWEST = 2  # grouped numbers that show how a document prints


def _lost_points(rows: Sequence[Claim], evidence: Evidence) -> Iterator[Finding]:
    """ "3872 million" in a document that prints "1,221.0 million", where another place has 387.2 million."""
    prints: dict[str, list[str]] = defaultdict(list)
    for claim in rows:
        if claim.by != "rule:table":
            prints[claim.document_id].append(fold(evidence.quote(claim)))
    for claim in rows:
        said = prints[claim.document_id]
        if claim.by == "rule:table" or _BARE.search(fold(evidence.quote(claim))) is None:
            continue
        grouped = sum(_GROUPED.search(words) is not None for words in said)
        if grouped >= _FEWEST and sum(_BARE.search(words) is not None for words in said) == 1:
            others = (row for row in rows if row.sentence_id != claim.sentence_id and _has_point(row, claim))
            other = next(others, None)
            if other is not None:
                yield _finding(claim, other, evidence)


def _has_point(row: Claim, claim: Claim) -> bool:
    """Whether `row` is the claim with its point one or two digits to the left, within rounding."""
    return any(
        abs(_size(row) - _size(claim).scaleb(-power)) <= max(row.amount.half_step, claim.amount.half_step / 10**power)
        for power in (1, 2)
        if row.amount.half_step * 10**_TELLING < _size(row)
    )


def _power(value: Decimal) -> float:
    size = value.adjusted()  # a Decimal's own logarithm, to 28 digits, takes twenty times as long
    return size + log10(value.scaleb(-size))


def _size(claim: Claim) -> Decimal:
    return abs(claim.amount.value or Decimal(0))


def _is_size(claim: Claim, value: Decimal) -> bool:
    """Whether a claim states a value, or rounds to it with three digits and more."""
    digits = len(value.normalize().as_tuple().digits)
    return _size(claim) == value or (digits > _TELLING and abs(_size(claim) - value) * 10**_TELLING < value)


def _may_be_one(claim: Claim, other: Claim) -> bool:
    """One measure, and nothing that tells the two apart; names of two languages may mean one business."""
    named = claim.language == other.language and "segment" in claim.named and "segment" in other.named
    return (
        claim.metric == other.metric
        and (claim.role == other.role or {claim.role, other.role} <= {*VALUE_ROLES})
        and (not named or claim.segment == other.segment)
        and claim.sentence_id != other.sentence_id
    )


def _finding(claim: Claim, other: Claim, evidence: Evidence) -> Finding:
    mended = reprint(evidence.quote(claim), _size(claim), _size(other))
    return Finding(
        code="R04", verdict="contradicted", severity="error",
        origin="release" if evidence.document_by_id[claim.document_id].kind == "release" else "speaker",
        message="The same digits stand elsewhere at another scale, the one that the documents count in.",
        formula=f"{evidence.quote(claim)}; elsewhere {evidence.quote(other)}", claims=(claim.id, other.id),
        evidence=(evidence.span(other),),
        repairs=(Repair(value=other.amount.value or Decimal(0), text=mended, residual="none"),),
    )  # fmt: skip
