"""A01, A03: a way told of two figures that stand right beside it, and went the other: "decreased from 4.1 to 5.0"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from ...languages.check_cues import MOVED_FROM, MOVED_TO
from ...records import Claim, Finding
from ...text import fold, simplify
from ..evidence import Evidence
from ..known import is_primary
from ..relations import TURNED

_BEFORE = 40  # characters before the first figure in which the word may stand
_OF_A_SIZE = 3  # times that one of the two may be the other
_VALUES = frozenset(("level", "base"))


def move_findings(evidence: Evidence) -> Iterator[Finding]:
    """One for each "fell from A to B" of which B is more, and each "rose from A to B" of which B is less."""
    for document in evidence.documents:
        rows = [row for row in evidence.claims_of.get(document.id, ()) if is_primary(row) and row.by != "rule:table"]
        for one, two in pairwise(sorted(rows, key=lambda row: row.start)):
            way = _way(one, two, document.text) if _are_comparable(one, two) else None
            went = "up" if (two.amount.value or 0) > (one.amount.value or 0) else "down"
            if way is not None and way != went:
                yield _finding(one, two, way, evidence)


def _are_comparable(one: Claim, two: Claim) -> bool:
    """Whether both are plain figures of one sentence, unit and measure, and neither is below zero."""
    sizes = [
        row.amount.value or Decimal(0) for row in (one, two) if row.amount.modifier is None and row.restates is None
    ]
    same = (one.sentence_id, one.amount.unit, one.metric) == (two.sentence_id, two.amount.unit, two.metric)
    # "From 8.1 pence to 5.6": of two sizes that lie far apart one was read in another unit.
    plain = len(sizes) == 2 and sizes[0] != sizes[1] and 0 < max(sizes) < _OF_A_SIZE * min(sizes)
    return same and plain and one.sentence_id is not None and {one.role, two.role} <= _VALUES


def _way(one: Claim, two: Claim, text: str) -> str | None:
    """`up` or `down` where a word says so of the first figure and the second one; None where none does."""
    lang = "zh" if two.language == "zh" else "en"
    before = simplify(fold(text[max(0, one.start - _BEFORE) : one.start]))
    between = simplify(fold(text[one.end : two.start]))
    opened, led = MOVED_FROM[lang].search(before), MOVED_TO[lang].fullmatch(between)
    if opened is None or led is None:
        return None
    told = {**opened.groupdict(), **led.groupdict()}
    ways = [way for way in ("up", "down") if told.get(way)]
    return ways[0] if len(ways) == 1 else None


def _finding(base: Claim, level: Claim, way: str, evidence: Evidence) -> Finding:
    code, what = ("A03", "difference") if level.amount.kind in ("percent", "points") else ("A01", "growth")
    kind = evidence.document_by_id[level.document_id].kind
    return Finding(
        code=code, verdict="contradicted", severity="error", origin="release" if kind == "release" else "speaker",
        message=f"The {what} said does not follow from the two figures stated. {TURNED}",
        formula=f"{evidence.said(base)}, {evidence.said(level)}: {way}", claims=(level.id, base.id),
        evidence=(evidence.span(base), evidence.span(level)),
    )  # fmt: skip
