"""Names of businesses, products and regions in aligned sentences, and which Chinese one goes with which English one.

They are learned from the call itself: two names that stand in the same aligned sentences, and hardly anywhere without
one another. What a pair of sentences says itself is left aside when it is judged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from string import ascii_lowercase

from ...languages.hints import lowered
from ...languages.late import late
from ...records import Bead, Claim
from ..evidence import Evidence
from .context import folded, side_text

_FEWEST = 2  # other aligned sentences that must hold both names
_TOGETHER = 0.45  # of the sentences with either name must hold both
_SHORTEST = {"en": 3, "zh": 2}
_OTHER = {"en": "zh", "zh": "en"}
_KEPT = late(r"[A-Za-z][\w &.\-]+")
_LATIN = frozenset(ascii_lowercase)
_Name = tuple[str, str]  # language, name


@dataclass(frozen=True, slots=True)
class Pair:
    """One aligned pair of sentences with the names that stand in each."""

    bead: Bead
    english: frozenset[str]
    chinese: frozenset[str]


class NameBook:
    """Which aligned sentences hold which names, in their text or as what one number is said of in both."""

    def __init__(self, claims: Sequence[Claim], twins: Sequence[tuple[Claim, Claim]], evidence: Evidence) -> None:
        names = {lang: _names(claims, lang) for lang in _OTHER}
        beads = [bead for bead in evidence.beads if bead.level == "sentence" and bead.source and bead.target]
        names["zh"] = sorted({*names["zh"], *_kept_in_text(names, beads, evidence)})
        forms = {lang: {name: lowered(folded(name)) for name in names[lang]} for lang in names}
        kept = _kept(names)
        self.pairs = [_pair(bead, forms, evidence) for bead in beads]
        self.sure = {row.segment for row in claims if "segment" in row.named and "segment" not in row.weighed}
        self.home: dict[object, int] = {key: at for at, bead in enumerate(beads) for key in bead.source}
        self._kept = {("en", name): other for name, other in kept.items()}
        self._kept |= {("zh", other): name for name, other in kept.items()}
        self._single: dict[_Name, set[int]] = defaultdict(set)
        self._told: dict[_Name, set[int]] = defaultdict(set)
        self._both: dict[_Name, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
        self._said: dict[_Name, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
        for at, pair in enumerate(self.pairs):
            for name in (*product(("en",), pair.english), *product(("zh",), pair.chinese)):
                self._single[name].add(at)
            for english, chinese in product(pair.english, pair.chinese):
                _note(self._both, english, chinese, at)
        for one, other in twins:
            self._hear(one, other)

    def _hear(self, english: Claim, chinese: Claim) -> None:
        at, names = self.home.get(english.sentence_id), (english.segment, chinese.segment)
        if at is None or names[0] is None or names[1] is None or "+" in names[0] + names[1]:
            return
        _note(self._both, names[0], names[1], at)
        _note(self._said, names[0], names[1], at)
        for key in (("en", names[0]), ("zh", names[1])):
            self._single[key].add(at)
            self._told[key].add(at)

    def elsewhere(self, lang: str, name: str, at: int | None) -> int:
        """How many sentences but the one at `at` have a name."""
        return len(self._single.get((lang, name), set()) - {at})

    def together(self, english: str, chinese: str, at: int | None, *, said: bool) -> int:
        """How many sentences but the one at `at` have both names; `said`: say one number of both."""
        return len((self._said if said else self._both)["en", english].get(chinese, set()) - {at})

    def partner(self, lang: str, name: str, at: int | None) -> str | None:
        """The name of the other language that goes with a name, by all sentences but the one at `at`; None for none."""
        kept = self._kept.get((lang, name))
        best = kept or self._best(lang, name, at)
        return best if kept or (best and self._best(_OTHER[lang], best, at) == name) else None

    def _best(self, lang: str, name: str, at: int | None) -> str | None:
        """The one name that stands with a name most often; of two that do, the one said of the same numbers oftener."""
        ranks = sorted(self._ranks(lang, name, at), reverse=True)
        return None if not ranks or (len(ranks) > 1 and ranks[0][:2] == ranks[1][:2]) else ranks[0][2]

    def _ranks(self, lang: str, name: str, at: int | None) -> Iterator[tuple[float, int, str]]:
        """How much the other names go with a name: by the text, or by numbers: "vehicle" is a word too."""
        for other, places in self._both[lang, name].items():
            said = self._said[lang, name].get(other, set()) - {at}
            shares = [
                len(both) / len((table[lang, name] | table[_OTHER[lang], other]) - {at})
                for both, table in ((places - {at}, self._single), (said, self._told))
                if len(both) >= _FEWEST
            ]
            if shares and max(shares) >= _TOGETHER:
                yield max(shares), len(said), other


def _note(table: dict[_Name, dict[str, set[int]]], english: str, chinese: str, at: int) -> None:
    table["en", english][chinese].add(at)
    table["zh", chinese][english].add(at)


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


def _pair(bead: Bead, forms: dict[str, dict[str, str]], evidence: Evidence) -> Pair:
    texts = {"en": folded(side_text(bead.source, evidence)), "zh": folded(side_text(bead.target, evidence))}
    held = {lang: _held(forms[lang], lowered(texts[lang])) for lang in forms}
    return Pair(bead, held["en"], held["zh"])


def _kept(names: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Names that the Chinese keeps in Latin letters: DRAM is DRAM in both."""
    latin = {name.lower(): name for name in names["zh"] if _KEPT.fullmatch(name)}
    return {name: latin[name.lower()] for name in names["en"] if name.lower() in latin}


def _kept_in_text(names: Mapping[str, Sequence[str]], beads: Sequence[Bead], evidence: Evidence) -> list[str]:
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
