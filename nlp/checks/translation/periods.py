"""T11: a year, quarter or half that became another one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ...languages.twin_cues import CHINESE, ENGLISH, ORDINALS, PERIOD_PATTERNS
from ...records import Bead, Claim, Finding
from ..evidence import Evidence
from .context import context_of, finding, folded, groups_of, shorten, side_text, span_of, twin_pairs

Mention = tuple[str, int]  # ("year", 2021), ("quarter", 3), ("half", 1)

_RELATIVE = (ENGLISH.relative, CHINESE.relative)


def check_periods(claims: Sequence[Claim], evidence: Evidence) -> Iterator[Finding]:
    """Period words of an aligned paragraph: one that vanished on the English side and another that appeared.

    An error when a pair of twins is bound to the two; a warning when only the sentence says so.
    """
    pairs = list(twin_pairs(claims, evidence))
    told: set[tuple[str, Mention, Mention]] = set()
    for group in groups_of(claims, evidence, "paragraph"):
        mine, theirs = _both_sides(group.bead, evidence)
        inside = {claim.id for claim in group.english}
        for was, became in _replaced(mine, theirs):
            for english, chinese in pairs:
                if english.id in inside and _bound(english, chinese, was, became, evidence):
                    told.add((group.bead.id, was, became))
                    yield _claim_finding(english, chinese, was, became, evidence)
                    break
    yield from _sentence_findings(evidence, told)


def period_mentions(text: str, lang: str) -> Counter[Mention]:
    """Every year, quarter and half-year named by its number, with how often.

    >>> sorted(period_mentions("in Q2 2031 and the first half", "en"))
    [('half', 1), ('quarter', 2), ('year', 2031)]
    >>> sorted(period_mentions("2031年前三季度、第二季及上半年", "zh"))
    [('half', 1), ('quarter', 2), ('year', 2031)]
    """
    found: Counter[Mention] = Counter()
    copy = folded(text)
    for kind, pattern in PERIOD_PATTERNS["zh" if lang == "zh" else "en"]:
        for hit in pattern.finditer(copy):
            word = next(group for group in hit.groups() if group).lower()
            number = ORDINALS.get(word) or int(word)
            found[("year", 2000 + number) if kind == "short" else (kind, number)] += 1
    return found


def _both_sides(bead: Bead, evidence: Evidence) -> tuple[Counter[Mention], Counter[Mention]]:
    english, chinese = side_text(bead.source, evidence), side_text(bead.target, evidence)
    return period_mentions(english, "en"), period_mentions(chinese, "zh")


def _replaced(mine: Counter[Mention], theirs: Counter[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """(vanished, appeared) of one kind, where one of each is all that differs."""
    for kind in ("year", "quarter", "half"):
        lost = [m for m in mine if m[0] == kind and mine[m] > theirs[m]]
        new = [m for m in theirs if m[0] == kind and theirs[m] > mine[m]]
        if len(lost) == len(new) == 1:
            yield lost[0], new[0]


def _bound(english: Claim, chinese: Claim, was: Mention, became: Mention, evidence: Evidence) -> bool:
    """The claims' periods differ in just this, and the Chinese clause says the new one."""
    if not _names(english.period, was) or not _names(chinese.period, became) or _names(english.period, became):
        return False
    clause = context_of(chinese, evidence).clause
    return became in period_mentions(clause, "zh")


def _names(period: str | None, mention: Mention) -> bool:
    if period is None:
        return False
    kind, number = mention
    return {"year": str(number), "quarter": f"Q{number}", "half": f"H{number}"}[kind] in period


def _claim_finding(english: Claim, chinese: Claim, was: Mention, became: Mention, evidence: Evidence) -> Finding:
    where = f"{shorten(context_of(english, evidence).clause)} / {shorten(context_of(chinese, evidence).clause)}"
    return finding(
        "T11",
        "contradicted",
        "error",
        f"{_told(was)} became {_told(became)}: {where}",
        claims=(english.id, chinese.id),
        evidence=(span_of(english), span_of(chinese)),
    )


def _sentence_findings(evidence: Evidence, told: set[tuple[str, Mention, Mention]]) -> Iterator[Finding]:
    """Sentences without relative words ("last year" may become a year), in which one period word was exchanged."""
    said = {(was, became) for _, was, became in told}
    for bead in evidence.beads:
        if bead.level != "sentence" or not bead.source or not bead.target:
            continue
        texts = side_text(bead.source, evidence), side_text(bead.target, evidence)
        if any(words.search(folded(text)) for words, text in zip(_RELATIVE, texts, strict=True)):
            continue
        for was, became in _replaced(*_both_sides(bead, evidence)):
            if (was, became) not in said and not _stands_elsewhere(bead, was, became, evidence):
                yield _sentence_finding(bead, was, became, evidence)


def _stands_elsewhere(bead: Bead, was: Mention, became: Mention, evidence: Evidence) -> bool:
    """The paragraph as a whole has both words on both sides as often: the sentences are cut or ordered otherwise."""
    for other in evidence.beads:
        if other.level == "paragraph" and _holds(other, bead, evidence):
            return (was, became) not in list(_replaced(*_both_sides(other, evidence)))
    return False


def _holds(paragraphs: Bead, sentences: Bead, evidence: Evidence) -> bool:
    row = evidence.sentence_by_id.get(str(sentences.source[0]))
    return row is not None and row.paragraph_id in paragraphs.source


def _sentence_finding(bead: Bead, was: Mention, became: Mention, evidence: Evidence) -> Finding:
    rows = [evidence.sentence_by_id.get(str(i)) for i in (bead.source[0], bead.target[0])]
    spans = tuple(span_of(row) for row in rows if row is not None)
    return finding("T11", "contradicted", "warning", f"{_told(was)} became {_told(became)}", evidence=spans)


def _told(mention: Mention) -> str:
    kind, number = mention
    return str(number) if kind == "year" else f"{kind} {number}"
