"""T12: a business, product or region that became another one.

Which names belong together is learned from the call itself: an English and a Chinese name that stand in the same
aligned sentences, and hardly anywhere without one another.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from string import ascii_lowercase

from ...languages.hints import lowered
from ...languages.late import late
from ...records import Bead, Claim, Finding
from ..evidence import Evidence
from .context import finding, folded, side_text, span_of, twin_pairs

_FEWEST = 3  # aligned sentences that must hold both names
_TOGETHER = 0.45  # of the sentences with either name must hold both
_SHORTEST = {"en": 3, "zh": 2}
_KEPT = late(r"[A-Za-z][\w &.\-]+")
_LATIN = frozenset(ascii_lowercase)


@dataclass(frozen=True, slots=True)
class _Pair:
    """One aligned pair of sentences with the names that stand in each."""

    bead: Bead
    english: frozenset[str]
    chinese: frozenset[str]


def check_segments(claims: Sequence[Claim], evidence: Evidence) -> Iterator[Finding]:
    """Aligned sentences in which one name was exchanged for another; `claims` say which words are names.

    Where rules and weights differ on the part a claim is of, it names none for sure.
    """
    claims = [row for row in claims if "segment" not in row.weighed]
    twins = [(e, z) for e, z in twin_pairs(claims, evidence) if "segment" not in z.weighed]
    names = {lang: _names(claims, lang) for lang in ("en", "zh")}
    beads = [bead for bead in evidence.beads if bead.level == "sentence" and bead.source and bead.target]
    latin = _kept_in_text(names, beads, evidence)
    names["zh"] = sorted({*names["zh"], *latin})
    forms = {lang: {name: lowered(folded(name)) for name in names[lang]} for lang in names}
    pairs = [_pair(bead, forms, evidence) for bead in beads]
    known = _learn(pairs, twins) | _kept(names)
    told: set[tuple[object, ...]] = set()
    back = {chinese: english for english, chinese in known.items()}
    for pair in pairs:
        lost = [name for name in pair.english if name in known and known[name] not in pair.chinese]
        new = [name for name in pair.chinese if name in back and back[name] not in pair.english]
        if len(lost) == len(new) == 1 and not _stands_near(
            pair, (lost[0], known[lost[0]], back[new[0]], new[0]), evidence
        ):
            told.add(pair.bead.source)
            yield _finding(pair.bead, lost[0], new[0], back[new[0]], evidence)
    met = Counter((e, z) for pair in pairs for e in pair.english for z in pair.chinese)
    often = Counter(row.segment for row in claims if row.segment and "segment" in row.named)
    for english, chinese in twins:
        # A name read three times is one; "the latter is now only" was read twice.
        if min(often[english.segment or ""], often[chinese.segment or ""]) < _FEWEST:
            continue
        if _unlike(english, chinese, known, met, evidence) and not any(english.sentence_id in rows for rows in told):
            told.add((english.sentence_id,))
            yield _of_twins(english, chinese, evidence)


def _unlike(
    english: Claim, chinese: Claim, known: dict[str, str], met: Counter[tuple[str, str]], evidence: Evidence
) -> bool:
    """Twins on two names that are both known to mean something else, and never stand together elsewhere."""
    one, other = english.segment, chinese.segment
    if not one or not other or len(english.twins) > 1 or len(chinese.twins) > 1 or met[one, other] > 1:
        return False
    if not all("segment" in row.named for row in (english, chinese)) or known.get(one) == other:
        return False
    back = {z: e for e, z in known.items()}
    if one not in known or other not in back or are_alike(known[one], other) or are_alike(back[other], one):
        return False
    return not _in_sentence(known[one], chinese, evidence) or not _in_sentence(back[other], english, evidence)


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


def _names(claims: Sequence[Claim], lang: str) -> list[str]:
    found = {row.segment for row in claims if row.language == lang and row.segment and "segment" in row.named}
    return sorted(name for name in found if "+" not in name and len(name) >= _SHORTEST[lang])


def _held(forms: dict[str, str], low: str) -> frozenset[str]:
    """The names that stand in a text in small letters and are no piece of a longer Latin word there."""
    return frozenset(name for name, form in forms.items() if form in low and _stands_alone(form, low))


def _stands_alone(form: str, low: str) -> bool:
    place = low.find(form)
    while place >= 0:
        end = place + len(form)
        if not {low[place - 1 : place] if place else "", low[end : end + 1]} & _LATIN:
            return True
        place = low.find(form, place + 1)
    return False


def _pair(bead: Bead, forms: dict[str, dict[str, str]], evidence: Evidence) -> _Pair:
    texts = {"en": folded(side_text(bead.source, evidence)), "zh": folded(side_text(bead.target, evidence))}
    held = {lang: _held(forms[lang], lowered(texts[lang])) for lang in forms}
    return _Pair(bead, held["en"], held["zh"])


def _learn(pairs: Sequence[_Pair], twins: Sequence[tuple[Claim, Claim]]) -> dict[str, str]:
    """English names with the Chinese ones that stand where they stand, or are said of the same numbers."""
    stand = [(e, z) for pair in pairs for e in pair.english for z in pair.chinese]
    single = Counter(n for pair in pairs for n in (*pair.english, *pair.chinese))
    said = [(e.segment, z.segment) for e, z in twins if e.segment and z.segment and "+" not in e.segment + z.segment]
    found = _mutual(Counter(said), Counter(name for names in said for name in {*names}))
    return _mutual(Counter(stand), single) | found


def _kept(names: dict[str, list[str]]) -> dict[str, str]:
    """Names that the Chinese keeps in Latin letters: DRAM is DRAM in both."""
    latin = {name.lower(): name for name in names["zh"] if _KEPT.fullmatch(name)}
    return {name: latin[name.lower()] for name in names["en"] if name.lower() in latin}


def _kept_in_text(names: dict[str, list[str]], beads: Sequence[Bead], evidence: Evidence) -> list[str]:
    """English names that no Chinese claim is about, and that half of their Chinese sentences print in Latin letters."""
    held = {name.lower() for name in names["zh"]}
    wanted = [name for name in names["en"] if _KEPT.fullmatch(name) and name.lower() not in held]
    counts: dict[str, list[int]] = {name: [0, 0] for name in wanted}
    for bead in beads if wanted else ():
        texts = [lowered(folded(side_text(side, evidence))) for side in (bead.source, bead.target)]
        for name in wanted:
            here = [_stands_alone(lowered(folded(name)), text) for text in texts]
            counts[name] = [counts[name][0] + here[0], counts[name][1] + all(here)]
    return [name for name, (english, both) in counts.items() if both and 2 * both >= english]


def _mutual(both: Counter[tuple[str, str]], single: Counter[str]) -> dict[str, str]:
    """Names that are one another's best, and stand together often enough."""
    share = {
        (e, z): n / (single[e] + (single[z] if z != e else 0) - (n if z != e else 0))
        for (e, z), n in both.items()
        if n >= _FEWEST
    }
    best = {e: max((s, z) for (a, z), s in share.items() if a == e) for e, _ in share}
    worth = {z: max((s, e) for (e, b), s in share.items() if b == z) for _, z in share}
    return {e: z for e, (s, z) in best.items() if s >= _TOGETHER and worth[z][1] == e}


def _stands_near(pair: _Pair, names: Sequence[str], evidence: Evidence) -> bool:
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
