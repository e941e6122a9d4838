"""A sentence and its figures as the weights see them: words with figures by their kind, and what is around."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from ...languages.late import late
from ...records import Claim
from ...text import fold, simplify
from ..mentions import end_of
from ..periods import PeriodContext, shift_quarters, shift_years
from ..scenes import Scene
from ..segments import SegmentNames

# The 's of a name is a word of its own.
_WORD = late(
    r"[A-Za-z]+(?=['’]s\b)|['’]s\b|[A-Za-z]+(?:['’][a-z]+)?|[0-9][0-9.,]*|[\u4e00-\u9fff]|[^\sA-Za-z0-9\u4e00-\u9fff]"
)
_DIGITS = late("[0-9]+")
_COUNTED = 200_000  # characters in which names are counted; so many tell enough, and a long text stays linear
_LABELS = 2  # that a period may have
PUNCTUATION = frozenset(',.;:!?，。；：！？、()（）[]【】"“”—…')


class Word(NamedTuple):
    """A word (in Chinese a character) of the folded sentence, or a figure as `<kind>`; `tag` is what it is part of.

    Tags: a figure's `<kind>`, `per`, `seg`, `met`, `punct`, or `w` for a plain word.
    """

    start: int
    end: int
    text: str
    tag: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class View:
    """One sentence: its scene, what is made of each of its figures so far, and what stands before it.

    `earlier` has the last claims and `above` is the sentence before, in the same paragraph; `count` tells how often the
    document says a name. `words` has the sentence word by word, `classed` with each period, metric and segment in one
    (`<per>`, `<met>`, `<seg>`); `labels` tells of periods how they stand to the one reported on: the same, the year
    before, its last day; `gaps` are where the words before and after each figure stand.
    """

    scene: Scene
    rows: tuple[Claim, ...]
    context: PeriodContext
    earlier: tuple[Claim, ...]
    above: Scene | None
    count: Callable[[str], int]
    words: tuple[Word, ...]
    classed: tuple[Word, ...]
    labels: Mapping[str | None, tuple[str, ...]]
    gaps: tuple[tuple[tuple[int, int], tuple[int, int]], ...]

    @property
    def before(self) -> Claim | None:
        """The last claim of the paragraph so far."""
        return self.earlier[-1] if self.earlier else None

    @property
    def han(self) -> bool:
        """Whether the sentence is Chinese: its words are characters."""
        return self.scene.rules.code == "zh"

    @property
    def names(self) -> SegmentNames:
        """The names of segments that the documents use."""
        return self.scene.names


def look(
    scene: Scene,
    rows: Sequence[Claim],
    context: PeriodContext,
    *,
    earlier: Sequence[Claim] = (),
    above: Scene | None = None,
    count: Callable[[str], int] = len,
) -> View:
    """The view of a sentence and of what the rules made of its figures."""
    words = words_of(scene)
    return View(
        scene=scene,
        rows=tuple(rows),
        context=context,
        earlier=tuple(earlier),
        above=above,
        count=count,
        words=words,
        classed=tuple(_classed(words, scene)) if rows else words,
        labels=_labels(context),
        gaps=tuple((scene.gap_before(at), scene.gap_after(at)) for at in range(len(rows))),
    )


@lru_cache(maxsize=64)
def _labels(context: PeriodContext) -> Mapping[str | None, tuple[str, ...]]:
    names: dict[str | None, list[str]] = {None: ["none"]}
    for label, period in _relations(context):
        if period is not None:
            names.setdefault(period, []).append(label)
    return {period: tuple(labels[:_LABELS]) for period, labels in names.items()}


@lru_cache(maxsize=4)  # a sentence is looked at again as the one before the next
def words_of(scene: Scene) -> tuple[Word, ...]:
    """The words of a sentence, with figures and what is named tagged."""
    text = scene.folded.lower()
    found: list[tuple[int, int, str]] = []
    done = 0
    for amount in sorted(scene.amounts, key=lambda amount: amount.start):
        found += [(m.start(), m.end(), m[0]) for m in _WORD.finditer(text, done, amount.start)]
        found.append((amount.start, amount.end, f"<{amount.kind}>"))
        done = amount.end
    found += [(m.start(), m.end(), m[0]) for m in _WORD.finditer(text, done)]
    places = [("per", m.start, m.end) for m in scene.periods]
    places += [("seg", m.start, m.end) for m in scene.segments] + [("met", m.start, m.end) for m in scene.metrics]
    # Which year or day it is tells nothing of the next company.
    plain = ((s, e, _DIGITS.sub("#", word) if word[0].isdigit() else word) for s, e, word in found)
    return tuple([Word(start, end, word, _tag(start, word, places)) for start, end, word in plain])


def _tag(start: int, word: str, places: Sequence[tuple[str, int, int]]) -> str:
    if is_figure(word):
        return word
    for name, first, last in places:
        if first <= start < last:
            return name
    return "punct" if word in PUNCTUATION else "w"


def is_figure(word: str) -> bool:
    """Whether a word stands for a figure: `<money>`."""
    return len(word) > 2 and word[0] == "<"


def _classed(words: Sequence[Word], scene: Scene) -> list[Word]:
    places = sorted(
        [(m.start, -m.end, "<per>") for m in scene.periods]
        + [(m.start, -m.end, "<met>") for m in scene.metrics]
        + [(m.start, -m.end, "<seg>") for m in scene.segments]
    )
    if not places:
        return list(words)
    found: list[Word] = []
    for word in words:
        over = next(((s, -e, name) for s, e, name in places if s <= word.start and word.end <= -e), None)
        if over is None or is_figure(word.text):
            found.append(word)
        elif not found or (found[-1].start, found[-1].end) != over[:2]:
            found.append(Word(start=over[0], end=over[1], text=over[2], tag=over[2]))
    return found


def _relations(context: PeriodContext) -> list[tuple[str, str | None]]:
    reported = context.reported
    if reported is None:
        return []
    year = int(reported.removeprefix("FY")[:4])
    part = reported[5:] if reported[0] != "F" else "FY"
    found = [("doc", reported)] + [(f"doc{n:+d}y", shift_years(reported, n)) for n in (-1, 1, -2, 2)]
    if part[0] in "QH":
        found += [(f"doc{n:+d}", shift_quarters(reported, n)) for n in (-1, 1, 2, -2)]
    if part[0] == "Q":
        half = "H1" if part in ("Q1", "Q2") else "H2"
        other = f"{year}-H2" if half == "H1" else f"{year + 1}-H1"
        found += [("half", f"{year}-{half}"), ("half-1y", f"{year - 1}-{half}"), ("half+1", other)]
        found += [("nine", f"{year}-9M"), ("nine-1y", f"{year - 1}-9M"), ("half-1", f"{year}-H1")]
    else:
        found += [(f"q{n}", f"{year}-Q{n}") for n in (1, 2, 3, 4)]
        found += [("q1+1y", f"{year + 1}-Q1"), ("h1", f"{year}-H1"), ("h2", f"{year}-H2"), ("h1+1y", f"{year + 1}-H1")]
    found += [(f"fy{n:+d}", f"FY{year + n}") for n in (0, -1, 1, 2, -2)]
    end = end_of(reported, context)
    found += [("end", end), ("end-1y", shift_years(end, -1)), ("ltm", end.replace("asof:", "LTM@") if end else None)]
    if part[0] in "QH":
        found.append(("end-1", end_of(shift_quarters(reported, -1), context)))
    return found + [(f"endfy{n:+d}", end_of(f"FY{year + n}", context)) for n in (0, -1, 1)]


def counter_of(text: str) -> Callable[[str], int]:
    """How often a document says a name; each name is sought once."""
    told = simplify(fold(text[:_COUNTED])).lower()
    return lru_cache(maxsize=4096)(told.count)
