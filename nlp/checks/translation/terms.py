"""T40 and T41: period words in their other sense; terms rendered wrongly, unevenly or against the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ...languages.hints import Hinted
from ...languages.late import late
from ...languages.terms import PERIOD_TRAPS, TERMS, PeriodTrap, Term
from ...records import Bead, Claim, Finding, Paragraph, Span
from ..evidence import Evidence
from .context import finding, folded

_MARK = late(r"[(\[\u3010]([^()\[\]\u3010\u3011\n]{1,60})[)\]\u3011]")
_MARK_WORDS = late(r"[A-Za-z][a-z]+(?: [A-Za-z][a-z]+){0,3}")


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of a bead: its rows and their texts, folded and as printed, rows joined by newlines."""

    rows: tuple[Paragraph, ...]
    text: str
    printed: str

    def words(self, hit: re.Match[str], group: int = 0) -> str:
        """What was found in `text`, as the document has it."""
        return self.printed[hit.start(group) : hit.end(group)].strip()

    def span(self, start: int, end: int) -> Span:
        """A place in `text` as a place in its document."""
        for row in self.rows:
            size = row.end - row.start
            if start <= size:
                return Span(document_id=row.document_id, start=row.start + start, end=row.start + min(end, size))
            start, end = start - size - 1, end - size - 1
        last = self.rows[-1]
        return Span(document_id=last.document_id, start=last.start, end=last.end)


def check_terms(claims: Sequence[Claim], evidence: Evidence) -> Iterator[Finding]:
    """Words of aligned paragraphs; claims are not looked at."""
    pairs = [_sides(bead, evidence) for bead in evidence.beads if bead.level == "paragraph"]
    both = [(english, chinese) for english, chinese in pairs if english.rows and chinese.rows]
    for english, chinese in both:
        yield from _period_words(english, chinese)
    for term in TERMS:
        yield from _term_findings(term, both)
    yield from _glossary(both, evidence.options.glossary, "T41", "the glossary puts")
    yield from _glossary(both, evidence.options.names, "T42", "the glossary names")
    yield from _kept(both, evidence.options.keep)
    yield from _uneven_marks(both)


def _sides(bead: Bead, evidence: Evidence) -> tuple[_Side, _Side]:
    return _side(bead.source, evidence), _side(bead.target, evidence)


def _side(ids: Sequence[object], evidence: Evidence) -> _Side:
    found = [evidence.paragraph_by_id.get(str(i)) for i in ids]
    rows = tuple(row for row in found if row is not None and row.document_id in evidence.document_by_id)
    printed = [evidence.document_by_id[row.document_id].text[row.start : row.end] for row in rows]
    texts = [folded(text).ljust(len(text)) for text in printed]
    return _Side(rows, "\n".join(texts), "\n".join(printed))


@cache
def _pattern(text: str) -> Hinted:
    return Hinted(text, re.IGNORECASE)


def _period_words(english: _Side, chinese: _Side) -> Iterator[Finding]:
    for trap in PERIOD_TRAPS:
        wrong = list(_pattern(trap.wrong).finditer(chinese.text))
        said = _pattern(trap.english).search(english.text) if wrong else None
        if said and not _pattern(trap.other_sense).search(english.text):
            yield from (_period_finding(trap, said, hit, english, chinese) for hit in wrong)


def _period_finding(
    trap: PeriodTrap, said: re.Match[str], hit: re.Match[str], english: _Side, chinese: _Side
) -> Finding:
    span = chinese.span(*hit.span())
    return finding(
        "T40",
        "contradicted",
        "warning",
        f"{said[0]!r} is a period; {chinese.words(hit)} is another sense of {trap.name!r}, "
        f"{' / '.join(trap.right)} is meant",
        evidence=(english.span(*said.span()), span),
    )


def _term_findings(term: Term, pairs: Sequence[tuple[_Side, _Side]]) -> Iterator[Finding]:
    """One note for each wrong rendering, at its first place, and one when a document mixes accepted ones."""
    used: dict[int, Span] = {}
    wrong: dict[str, list[tuple[str, Span]]] = {}
    for english, chinese in pairs:
        if not _pattern(term.english).search(english.text):
            continue
        accepted = [
            (i, chinese.text.find(w)) for i, group in enumerate(term.accepted) for w in group if w in chinese.text
        ]
        for i, place in accepted:
            used.setdefault(i, chinese.span(place, place + 2))
        for word in () if accepted and not term.sure and _is_once(term, english) else term.wrong:
            if (hit := re.search(re.escape(word), chinese.text)) is not None:
                wrong.setdefault(_root(word, wrong), []).append((chinese.words(hit), chinese.span(*hit.span())))
    for found in wrong.values():
        yield _wrong_finding(term, found)
    if term.consistent and len(used) > 1:
        names = " / ".join(term.accepted[i][0] for i in sorted(used))
        yield finding(
            "T41",
            "contradicted",
            "note",
            f"{term.name!r} has several renderings: {names}",
            evidence=tuple(used.values()),
        )


def _is_once(term: Term, english: _Side) -> bool:
    return _pattern(term.english).count([english.text]) == 1


def _root(word: str, known: Iterable[str]) -> str:
    """以美元计算 and 以美元计 are one wrong rendering: the one met first names it."""
    return next((other for other in known if other in word or word in other), word)


def _wrong_finding(term: Term, found: Sequence[tuple[str, Span]]) -> Finding:
    """`found` are the places with their words as printed."""
    accepted, times = ", ".join(term.renderings[:3]), len({span.start for _, span in found})
    word, first = found[0]
    message = f"{term.name!r} rendered as {word} ({times}x); accepted: {accepted}"
    return finding("T41", "contradicted", "note", message, evidence=(first,))


def _glossary(
    pairs: Sequence[tuple[_Side, _Side]], glossary: Sequence[tuple[str, tuple[str, ...]]], code: str, told: str
) -> Iterator[Finding]:
    """The company's own terms and names: one note for each that has none of its preferred renderings beside it."""
    for term, preferred in glossary:
        pattern = re.compile(rf"(?<![A-Za-z]){re.escape(folded(term))}(?![A-Za-z])", re.IGNORECASE)
        missed = [
            english.span(*hit.span())
            for english, chinese in pairs
            if (hit := pattern.search(english.text))
            and not any(folded(w).lower() in chinese.text.lower() for w in preferred)
        ]
        if missed:
            message = f"{told} {term!r} as {' / '.join(preferred)}; not so in {len(missed)} paragraph(s)"
            yield finding(code, "contradicted", "note", message, evidence=tuple(missed[:5]))


def _kept(pairs: Sequence[tuple[_Side, _Side]], words: Sequence[str]) -> Iterator[Finding]:
    """Words that are not to be translated: one note for each that the Chinese beside it has less often."""
    for word in words:
        pattern = re.compile(rf"(?<![A-Za-z0-9]){re.escape(folded(word))}(?![A-Za-z0-9])")
        missed = [
            next(iter(english.span(*hit.span()) for hit in pattern.finditer(english.text)))
            for english, chinese in pairs
            if pattern.search(english.text) and not pattern.search(chinese.text)
        ]
        if missed:
            message = f"{word!r} is to be kept as it is; the Chinese has it otherwise in {len(missed)} paragraph(s)"
            yield finding("T43", "contradicted", "note", message, evidence=tuple(missed[:5]))


def _uneven_marks(pairs: Sequence[tuple[_Side, _Side]]) -> Iterator[Finding]:
    """Bracketed marks such as (Operator Instructions) that are put in more than one way."""
    renderings: dict[str, dict[str, tuple[str, Span]]] = {}
    for english, chinese in pairs:
        mine, theirs = list(_MARK.finditer(english.text)), list(_MARK.finditer(chinese.text))
        for one, other in zip(mine, theirs, strict=True) if len(mine) == len(theirs) else ():
            if _MARK_WORDS.fullmatch(one[1].strip()) and not other[1].isascii():
                known = renderings.setdefault(one[1].strip().lower(), {})
                known.setdefault(other[1].strip(), (chinese.words(other, 1), chinese.span(*other.span())))
    for mark, known in renderings.items():
        if len(known) > 1:
            message = (
                f"the mark ({mark}) is put in {len(known)} ways: {' / '.join(words for words, _ in known.values())}"
            )
            yield finding("T41", "contradicted", "note", message, evidence=tuple(span for _, span in known.values()))
