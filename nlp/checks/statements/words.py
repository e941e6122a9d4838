"""What a stretch of text is about: its content words, the metrics it names, and how telling each is in a document."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import Protocol

from ...languages.en.wire import SAME_WORDS
from ...languages.late import late
from ...languages.spaced_words import stem_in
from ...languages.zh.wire import LETTERS, SHORT_FORMS
from ..times import RULES

_LATIN = late(r"[a-z0-9]*[a-z][a-z0-9&]*")
_HAN = late(r"[\u3400-\u9fff]{2,}")
_PER_SHARE = late(r"\bper (?:[a-z]+ ){0,2}(?:share|ads|unit)\b|\beps\b|每股|每单位", re.IGNORECASE)
_NON_GAAP = late(r"non[- ]gaap")  # one word: it is no kind of GAAP
_PROFITS = frozenset(("eps", "net_income"))
_METRIC_WEIGHT = 1.5
_ROOT = 3  # characters that a root must have more of
_NUMBER = late(r"(?:rmb|usd?|hkd?|ntd?|eur|gbp|cny|sgd|chf|aud?|cad?|jpy|inr|rs|nok|sek|dkk|krw|brl|mxn|zar)?[0-9]")
_TIME = late(r"q[1-4]|[1-4]q[0-9]*|h[12]|fy[0-9]*e?|[0-9]{4}e")


class Named(Protocol):
    """A metric named somewhere in a text."""

    @property
    def name(self) -> str:
        """The canonical name: `revenue`."""

    @property
    def start(self) -> int:
        """Where its words begin."""

    @property
    def end(self) -> int:
        """Where they end."""


MetricReader = Callable[[str, str], Iterable[Named]]
Words = frozenset[str]


def words_of(folded: str, lang: str, metrics: MetricReader) -> Words:
    """Stems of Latin words, pairs of neighbouring Han characters, and `m:<metric>` for each metric named; no times.

    >>> sorted(words_of("q3 sales of the plants", "en", lambda text, lang: ()))
    ['plant', 'sal']
    """
    low, stop = _NON_GAAP.sub("nongaap", folded.lower()), RULES[lang].stop
    found = {
        _root(stem_in(SAME_WORDS.get(word, word), "en"))
        for word in _LATIN.findall(low)
        if word not in RULES["en"].stop and len(word) > 1 and not _TIME.fullmatch(word) and not _NUMBER.match(word)
    }
    named = tuple(metrics(folded, lang))
    for run in _HAN.findall(_written_out(_parted(folded, named)) if lang == "zh" else folded):
        pairs = list(map("".join, pairwise(run)))
        denied = {at + 1 for at, pair in enumerate(pairs) if pair[0] == "非"}  # 非车险 is no 车险
        found.update(pair for at, pair in enumerate(pairs) if pair not in stop and at not in denied)
    found.update(_concepts(folded, lang, named))
    return frozenset(found)


def _parted(folded: str, named: Sequence[Named]) -> str:
    """The text with a blank before and behind each metric: no pair of characters goes across ("设备", "收入")."""
    edges = sorted({edge for row in named for edge in (row.start, row.end)})
    ends = [0, *edges, len(folded)]
    return " ".join(folded[start:end] for start, end in pairwise(ends))


def _written_out(folded: str) -> str:
    """The text with the short forms of Chinese wires beside their full ones."""
    letters = (LETTERS[word] for word in _LATIN.findall(folded) if word in LETTERS)
    return " ".join([folded, *(full for short, full in SHORT_FORMS.items() if short in folded), *letters])


def _root(stem: str) -> str:
    """What a verb and its noun share: "delivered" and "deliveries", "shipped" and "shipments"."""
    short = stem.removesuffix("ment").removesuffix("i")
    return short if len(short) > _ROOT else stem


def _concepts(folded: str, lang: str, named: Sequence[Named]) -> Iterator[str]:
    """Metrics by their canonical names; a profit, a loss and earnings per share meet in what they are made of."""
    for metric in named:
        if metric.name not in _PROFITS:
            yield f"m:{metric.name}"
    rules = RULES[lang]
    if re.search(rules.gain, folded, re.IGNORECASE) or re.search(rules.loss, folded, re.IGNORECASE):
        yield "m:profit"
    if _PER_SHARE.search(folded):
        yield "m:per_share"


def but_for_insertions(
    missing: AbstractSet[str], rival: AbstractSet[str], have: AbstractSet[str]
) -> tuple[set[str], set[str]]:
    """Both without the pairs that one character more makes: 百亿级私募 is 百亿私募 with 级 put in."""
    put_in = {
        (one, two, pair)
        for pair in missing
        for one in have
        if len(pair) == len(one) == 2 and one[0] == pair[0] and (two := one[1] + pair[1]) in have
    }
    more = {word for one, two, _ in put_in for word in (one, two)}
    return set(missing) - {pair for *_, pair in put_in}, set(rival) - more


class Weights:
    """How telling a word is in one document: rarer words tell more; words the document does not know tell nothing."""

    def __init__(self, sentences: Sequence[Words]) -> None:
        counts = Counter(word for words in sentences for word in words)
        total = len(sentences) + 1
        self._weights = {word: math.log(1 + total / count) for word, count in counts.items()}

    def __call__(self, word: str) -> float:
        """The weight of `word`; a metric counts more than its words, since another word may name it."""
        weight = self._weights.get(word, 0.0)
        return weight * _METRIC_WEIGHT if word.startswith("m:") else weight

    def shared(self, told: Iterable[str], have: Collection[str]) -> float:
        """The weight of all words of `told` that are in `have`."""
        return sum(self(word) for word in told if word in have)


def overlap(said: Mapping[str, float], places: Sequence[tuple[Words, float]]) -> float:
    """The share of `said` (word to weight) that `places` (words, nearest first, with how much a place counts) cover.

    >>> overlap({"sales": 1.0, "plant": 1.0}, [(frozenset({"sales"}), 1.0), (frozenset({"plant"}), 0.5)])
    0.75
    """
    total = sum(said.values())
    if not total:
        return 0.0
    covered = 0.0
    for word, weight in said.items():
        covered += weight * max((share for words, share in places if word in words), default=0.0)
    return covered / total
