"""A19: a figure compared with another of the very date or period that it has itself, or of one that its words exclude.

"Revenue for the second quarter of 2028 was 112, up 12% year over year from 100 for the second quarter of 2026": where
the growth follows from the two figures, one of the two dates is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ...amounts.intervals import growth, negate, overlaps
from ...languages.check_cues import COMPARED, JOINS, OTHERWISE
from ...languages.late import late
from ...records import Claim, Finding
from ...text import fold, simplify
from ..evidence import Evidence
from ..facts import magnitude
from ..times import find_times

_BEHIND = 40  # characters behind a figure in which its date stands


def itself_findings(evidence: Evidence) -> Iterator[Finding]:
    """A level and its base that both name one and the same period, and differ."""
    for rows in evidence.frames.values():
        levels, bases = ([row for row in rows if row.role == role and not row.restates] for role in ("level", "base"))
        if len(levels) == len(bases) == 1 and _is_with_itself(levels[0], bases[0], evidence):
            level, base = levels[0], bases[0]
            yield _finding(level, base, evidence)
        elif len(levels) == len(bases) == 1:
            changes = (row for row in rows if row.role == "change" and row.amount.unit == "percent")
            yield from _otherwise_apart(levels[0], bases[0], tuple(changes), evidence)
    yield from _told_twice(evidence)


def _finding(level: Claim, base: Claim, evidence: Evidence) -> Finding:
    return Finding(
        code="A19", verdict="contradicted", severity="warning", claims=(level.id, base.id),
        origin="release" if evidence.document_by_id[level.document_id].kind == "release" else "speaker",
        message="A figure is compared with another of the same date: one of the two is not meant.",
        formula=f"{evidence.said(level)} and {evidence.said(base)}, both {level.period}",
        evidence=(evidence.span(level), evidence.span(base)),
    )  # fmt: skip


def _otherwise_apart(level: Claim, base: Claim, changes: tuple[Claim, ...], evidence: Evidence) -> Iterator[Finding]:
    """One where the growth of two dated figures is told as of a year, or of a quarter, and the dates are not that."""
    said = next((row for row in changes if "comparator" in row.named and _follows(row, level, base)), None)
    apart = _apart(base.period, level.period)
    if said is None or apart is None or apart == said.comparator or said.comparator not in ("yoy", "qoq"):
        return
    if any("period" not in row.named or row.modality != "reported" for row in (level, base)):
        return
    yield Finding(
        code="A19", verdict="contradicted", severity="warning", claims=(level.id, base.id, said.id),
        origin="release" if evidence.document_by_id[level.document_id].kind == "release" else "speaker",
        message="The two figures make the growth said, but their dates are not as far apart as it is told.",
        formula=f"{evidence.said(level)} of {level.period}, {evidence.said(base)} of {base.period}: {said.comparator}",
        evidence=(evidence.span(level), evidence.span(base)),
    )  # fmt: skip


def _follows(change: Claim, level: Claim, base: Claim) -> bool:
    """Whether a rate is the growth from base to level; of losses too little is known."""
    if change.amount.value is None or min(row.amount.low or 0 for row in (level, base)) <= 0:
        return False
    said = magnitude(change)
    return overlaps(negate(said) if change.direction == "down" else said, growth(magnitude(base), magnitude(level)))


_PART = late(r"(?:FY|asof:)?(?P<year>[0-9]{4})(?P<part>-[QH][1-4]|-[0-9]{2}-[0-9]{2})?")


def _apart(earlier: str | None, later: str | None) -> str | None:
    """`yoy` for two like periods of years that follow one another, `other` where they surely are neither that nor qoq.

    Two days, or two parts of different years, may be a quarter apart: of those nothing is said.
    """
    found = [_PART.fullmatch(period or "") for period in (earlier, later)]
    if found[0] is None or found[1] is None or earlier is None or later is None:
        return None
    if re.sub("[0-9]", "0", earlier) != re.sub("[0-9]", "0", later):
        return None
    years = int(found[1]["year"]) - int(found[0]["year"])
    if found[0]["part"] == found[1]["part"]:
        return "yoy" if years == 1 else "other"
    return None if years in (0, 1) else "other"


def _is_with_itself(level: Claim, base: Claim, evidence: Evidence) -> bool:
    if level.period is None or level.period != base.period or level.document_id != base.document_id:
        return False
    if not all(row.modality == "reported" for row in (level, base)) or "period" not in base.named:
        return False
    if "period" not in level.named and not _is_of_the_report(level, base, evidence):
        return False
    sentence = evidence.sentence_by_id.get(level.sentence_id or "")
    if sentence is None or overlaps(magnitude(level), magnitude(base)):
        return False
    return OTHERWISE.search(simplify(fold(evidence.quote(sentence)))) is None


def _is_of_the_report(level: Claim, base: Claim, evidence: Evidence) -> bool:
    """Whether a level without a date is of what its document reports on, and its base has one right behind it: "EPS of
    0.92, against 0.25 in 3Q31"; "rose to 90 from 80 in the third quarter" dates the rise.
    """
    one, two = ((row.metric, row.segment, row.basis, row.definition, row.amount.unit) for row in (level, base))
    sure = not {"period", "metric", "segment"} & {*level.weighed, *base.weighed}
    document = evidence.document_by_id[level.document_id]
    text = simplify(fold(document.text[: base.end + _BEHIND]))
    told = COMPARED.search(text[level.end : base.start]) is not None
    told = told and any(time.part is not None for time in find_times(text[base.end : base.end + _BEHIND], "en"))
    return sure and told and one == two and level.period == document.period


def _told_twice(evidence: Evidence) -> Iterator[Finding]:
    """Two figures of one measure side by side under one date: "21.4 million in fiscal 2024 and 12.8 in fiscal 2024"."""
    for document in evidence.documents:
        rows = sorted(evidence.claims_of.get(document.id, ()), key=lambda row: row.start)
        for one, two in pairwise(rows):
            framed = one.frame is not None and one.frame == two.frame and _is_with_itself(one, two, evidence)
            alone = not framed and _is_value(one) and _is_value(two) and _is_of_one_date(one, two)
            if alone and not overlaps(magnitude(one), magnitude(two)) and _is_date_all_there_is(one, two, evidence):
                yield _finding(one, two, evidence)


def _is_value(claim: Claim) -> bool:
    named = "period" in claim.named and claim.modality == "reported" and not claim.restates
    return named and claim.role in ("level", "base") and claim.by != "rule:table"


def _is_of_one_date(one: Claim, two: Claim) -> bool:
    left, right = (
        (row.sentence_id, row.period, row.metric, row.segment, row.basis, row.definition, row.amount.unit)
        for row in (one, two)
    )
    return left == right and one.period is not None and one.sentence_id is not None


def _is_date_all_there_is(one: Claim, two: Claim, evidence: Evidence) -> bool:
    """Whether dates and what joins them are all that stands between two figures, and behind them."""
    text = simplify(fold(evidence.document_by_id[one.document_id].text))
    end = evidence.sentence_by_id[one.sentence_id or ""].end
    lang = "zh" if one.language == "zh" else "en"
    between, behind = (_undated(words, lang) for words in (text[one.end : two.start], text[two.end : end]))
    rest = behind if behind is not None else text[two.end : end]
    return between is not None and JOINS.fullmatch(between) is not None and JOINS.fullmatch(rest) is not None


def _undated(words: str, lang: str) -> str | None:
    """The words without the times they name; None where they name none."""
    times = find_times(words, lang)
    for time in reversed(times):
        words = words[: time.start] + words[time.end :]
    return words if times else None
