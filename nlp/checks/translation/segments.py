"""T12: a business, product or region that became another one, by the names that the call itself uses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...records import Bead, Claim, Finding
from ..evidence import Evidence
from .context import finding, folded, span_of, twin_pairs
from .names import NameBook, Pair

_ELSEWHERE = 1  # other sentence in which a name must stand


def check_segments(claims: Sequence[Claim], evidence: Evidence) -> Iterator[Finding]:
    """Aligned sentences in which one name was exchanged for another; `claims` say which words are names.

    Where rules and weights differ on the part a claim is of, it names none for sure. A name that is never read for
    sure needs one for its other language that is.
    """
    twins = [(e, z) for e, z in twin_pairs(claims, evidence) if "segment" not in (*e.weighed, *z.weighed)]
    book = NameBook(claims, twins, evidence)
    told: set[object] = set()
    for at, pair in enumerate(book.pairs):
        exchanged = _exchanged(pair, at, book)
        if exchanged is not None and not _stands_near(pair, exchanged, evidence):
            told |= {*pair.bead.source}
            yield _finding(pair.bead, exchanged[0], exchanged[3], exchanged[2], evidence)
    for english, chinese in twins:
        if english.sentence_id not in told and _unlike(english, chinese, book, evidence):
            told.add(english.sentence_id)
            yield _of_twins(english, chinese, evidence)


def _exchanged(pair: Pair, at: int, book: NameBook) -> tuple[str, str, str, str] | None:
    """The one English name whose Chinese one is missing, that, and likewise the one new name that stands there."""
    meant = {name: book.partner("en", name, at) for name in pair.english}
    meaning = {name: book.partner("zh", name, at) for name in pair.chinese}
    lost = [(name, other) for name, other in meant.items() if other and other not in pair.chinese]
    new = [(other, name) for name, other in meaning.items() if other and other not in pair.english]
    sure = len(lost) == len(new) == 1 and book.sure & {*lost[0]} and book.sure & {*new[0]}
    return (*lost[0], *new[0]) if sure else None


def _unlike(english: Claim, chinese: Claim, book: NameBook, evidence: Evidence) -> bool:
    """Twins on two names that never stand together elsewhere, of which one is known to mean something else.

    The other one is a name that other sentences have as well: "the latter is now only" was read as one.
    """
    one, other = english.segment, chinese.segment
    if not one or not other or len(english.twins) > 1 or len(chinese.twins) > 1:
        return False
    at = book.home.get(english.sentence_id)
    if not all("segment" in row.named for row in (english, chinese)):
        return False
    if min(book.elsewhere("en", one, at), book.elsewhere("zh", other, at)) < _ELSEWHERE:
        return False
    meant, meaning = book.partner("en", one, at), book.partner("zh", other, at)
    if (meant and are_alike(meant, other)) or (meaning and are_alike(meaning, one)):
        return False
    both = meant is not None and meaning is not None
    if not (meant or meaning) or book.together(one, other, at, said=both) > both:
        return False  # of two names that are known a number is once read as of both
    kept = [name and _in_sentence(name, row, evidence) for name, row in ((meant, chinese), (meaning, english))]
    return not any(kept)


def are_alike(one: str, other: str) -> bool:
    """Whether two names share a word, or two characters of Chinese: software, software and services."""
    words = [
        {*re.findall(r"[a-z]{3,}", folded(name).lower())}
        | {*map("".join, pairwise(re.sub(r"[^\u3400-\u9fff]", "", folded(name))))}
        for name in (one, other)
    ]
    return bool(words[0] & words[1])


def _in_sentence(name: str, claim: Claim, evidence: Evidence) -> bool:
    row = evidence.sentence_by_id.get(claim.sentence_id or "")
    return row is not None and folded(name).lower() in folded(evidence.quote(row)).lower()


def _of_twins(english: Claim, chinese: Claim, evidence: Evidence) -> Finding:
    return finding(
        "T12", "contradicted", "warning", f"{english.segment!r} in the English is {chinese.segment} in the Chinese",
        claims=(english.id, chinese.id), evidence=(span_of(english), span_of(chinese)),
    )  # fmt: skip


def _stands_near(pair: Pair, names: Sequence[str], evidence: Evidence) -> bool:
    """Whether the paragraphs hold both names as often on both sides: a translation moves names between sentences."""
    rows = [evidence.sentence_by_id.get(str(side[0])) for side in (pair.bead.source, pair.bead.target)]
    texts = [evidence.paragraph_by_id.get(row.paragraph_id) if row is not None else None for row in rows]
    if texts[0] is None or texts[1] is None:
        return False
    english, chinese = (folded(evidence.quote(text)).lower() for text in texts if text is not None)
    return all(
        english.count(e.lower()) == chinese.count(folded(z).lower())
        for e, z in zip(names[::2], names[1::2], strict=True)
    )


def _finding(bead: Bead, was: str, became: str, meant: str, evidence: Evidence) -> Finding:
    rows = [evidence.sentence_by_id.get(str(key)) for key in (bead.source[0], bead.target[0])]
    return finding(
        "T12", "contradicted", "warning", f"{was!r} in the English is {became} ({meant!r}) in the Chinese",
        evidence=tuple(span_of(row) for row in rows if row is not None),
    )  # fmt: skip
