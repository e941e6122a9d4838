"""T11: a year, quarter or half that became another one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ...languages.late import late
from ...languages.twin_cues import CHINESE, ENGLISH, LEFT_OUT_EN, ORDINALS, PERIOD_PATTERNS, RELATIVE_PARTS
from ...records import Bead, Claim, Finding
from ..evidence import Evidence
from .context import context_of, finding, folded, groups_of, shorten, side_text, span_of, twin_pairs

Mention = tuple[str, int]  # ("year", 2021), ("quarter", 3), ("half", 1)
Change = tuple[Mention, Mention]

_PERIOD = late(r"(?:FY|asof:)?([0-9]{4})(?:-([QH])([1-4]))?(?:-[0-9]{2}-[0-9]{2})?")
_RELATIVE = (ENGLISH.relative, CHINESE.relative)


def check_periods(claims: Sequence[Claim], evidence: Evidence) -> Iterator[Finding]:
    """Twins bound to different periods where the Chinese names one the English does not, then sentences without claims.

    An error when one period word vanished and another appeared and a pair of twins is bound to the two; else a warning.
    """
    told: set[tuple[str, Mention, Mention]] = set()
    for group in groups_of(claims, evidence, "paragraph"):
        mine, theirs = _both_sides(group.bead, evidence)
        replaced = set(_replaced(mine, theirs))
        for english, chinese in twin_pairs(group.english, evidence):
            change = _moved(english, chinese, evidence, replaced)
            if change is None or (group.bead.id, *change) in told:
                continue
            # Said as often on both sides, the word may be another amount's, unless both sentences date theirs.
            dated = all("period" in row.named for row in (english, chinese))
            if theirs[change[1]] <= mine[change[1]] and not dated:
                continue
            told.add((group.bead.id, *change))
            yield _claim_finding(english, chinese, *change, evidence, sure=change in replaced)
    yield from _sentence_findings(evidence, {(was, became) for _, was, became in told})


def _moved(english: Claim, chinese: Claim, evidence: Evidence, replaced: set[Change]) -> Change | None:
    """(was, became) when the claims' periods differ in one number and the Chinese clause names the new one only."""
    one, other = _parts(english.period), _parts(chinese.period)
    if _days_differ(english.period, chinese.period):
        return None
    differing = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
    if len(one) != len(other) or len(differing) != 1 or differing[0][0][0] != differing[0][1][0]:
        return None
    was, became = differing[0]
    mine, theirs = context_of(english, evidence), context_of(chinese, evidence)
    # "from 4.1 in Q1 to 4.4 in Q2": the period that follows an English amount is its own.
    local = period_mentions(mine.after[:50], "en") or period_mentions(mine.clause, "en")
    left_out = LEFT_OUT_EN.match(mine.after)
    if left_out:
        local = Counter([(differing[0][0][0], ORDINALS[left_out[1].lower()])])
    clause = period_mentions(theirs.clause, "zh")
    named = became in clause and was not in clause and became not in local
    named = named and (was in local or (was, became) in replaced)
    return (was, became) if named and not _is_relative(was[0], mine.clause, theirs.clause) else None


def _days_differ(one: str | None, other: str | None) -> bool:
    """Whether two days are of other parts of the year, so that a year alone is not what was exchanged."""
    return (one or "").startswith("asof:") and (one or "")[-5:] != (other or "")[-5:]


def _is_relative(kind: str, english: str, chinese: str) -> bool:
    """Whether a relative word may stand for a period of this kind: "last year" for a year, 上季 for a quarter."""
    patterns = _RELATIVE if kind == "year" else RELATIVE_PARTS
    return any(words.search(text) for words, text in zip(patterns, (english, chinese), strict=True))


def _parts(period: str | None) -> list[Mention]:
    """`2033-Q2` as year 2033 and quarter 2, a day as its year; other kinds of period have no parts here."""
    found = _PERIOD.fullmatch(period or "")
    if found is None:
        return []
    year, kind, number = found.groups()
    parts: list[Mention] = [("year", int(year))]
    return parts if kind is None else [*parts, ("quarter" if kind == "Q" else "half", int(number))]


def period_mentions(text: str, lang: str) -> Counter[Mention]:
    """Every year, quarter and half-year named by its number, with how often.

    >>> sorted(period_mentions("in Q2 2031 and the first half", "en"))
    [('half', 1), ('quarter', 2), ('year', 2031)]
    >>> sorted(period_mentions("2031年前三季度、第二季及上半年", "zh"))
    [('half', 1), ('quarter', 2), ('year', 2031)]
    """
    found: Counter[Mention] = Counter()
    copy = folded(text)
    named: list[tuple[int, str]] = []
    for kind, pattern in PERIOD_PATTERNS["zh" if lang == "zh" else "en"]:
        for hit in pattern.finditer(copy):
            word = next(group for group in hit.groups() if group).lower()
            number = ORDINALS.get(word) or int(word)
            found[("year", 2000 + number) if kind == "short" else (kind, number)] += 1
            named.append((hit.start(), kind))
    for hit in LEFT_OUT_EN.finditer(copy) if lang != "zh" else ():
        before = [kind for start, kind in sorted(named) if start < hit.start() and kind in ("quarter", "half")]
        if before:
            found[(before[-1], ORDINALS[hit[1].lower()])] += 1
    return found


def _both_sides(bead: Bead, evidence: Evidence) -> tuple[Counter[Mention], Counter[Mention]]:
    english, chinese = side_text(bead.source, evidence), side_text(bead.target, evidence)
    return period_mentions(english, "en"), period_mentions(chinese, "zh")


def _replaced(mine: Counter[Mention], theirs: Counter[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """(vanished, appeared) of one kind, where one of each is all that differs."""
    for kind in ("year", "quarter", "half"):
        lost = [m for m in mine if m[0] == kind and mine[m] > theirs[m]]
        new = [m for m in theirs if m[0] == kind and theirs[m] > mine[m]]
        if len(lost) == len(new) == 1 and not (theirs[lost[0]] and mine[new[0]]):
            yield lost[0], new[0]


def _claim_finding(
    english: Claim, chinese: Claim, was: Mention, became: Mention, evidence: Evidence, *, sure: bool
) -> Finding:
    where = f"{shorten(context_of(english, evidence).clause)} / {shorten(context_of(chinese, evidence).clause)}"
    return finding(
        "T11",
        "contradicted",
        "error" if sure else "warning",
        f"{_told(was)} became {_told(became)}: {where}",
        claims=(english.id, chinese.id),
        evidence=(span_of(english), span_of(chinese)),
    )


def _sentence_findings(evidence: Evidence, said: set[tuple[Mention, Mention]]) -> Iterator[Finding]:
    """Sentences in which one period word was exchanged. "Last year" that becomes a year adds one and takes none."""
    for bead in evidence.beads:
        if bead.level != "sentence" or not bead.source or not bead.target:
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
