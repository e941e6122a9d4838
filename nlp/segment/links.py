"""Which passages of an answer speak to which part of a question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .assign import NONE, Chain, Weighing
from .clues import Clues, Passage
from .given import gives
from .likeness import Likeness
from .link_weights import WEIGHTS, WEIGHTS_WITH_LIKENESS
from .listings import things_of
from .questions import RULES, SubQuestion

_BY_WORDS, _BY_MEANING = Weighing(WEIGHTS), Weighing(WEIGHTS_WITH_LIKENESS)
_TIED = 0.99  # a word of the part's own, or its number


class Link(NamedTuple):
    """A sentence that speaks to a part, with a score between 0 and 1; `tied`: by its words, not by its place alone."""

    passage: Passage
    score: float
    tied: bool


def link(
    questions: Sequence[SubQuestion],
    passages: Sequence[Passage],
    speakers: Sequence[str],
    lang: str,
    likeness: Likeness | None = None,
) -> list[list[Link]]:
    """For every part the passages that speak to it; `speakers` are those of the speeches."""
    out: list[list[Link]] = [[] for _ in questions]
    clues = Clues(questions, passages, speakers, lang, likeness) if questions else None
    if clues is None or not clues.kept:
        return out
    path = Chain(clues, _BY_WORDS if clues.alike is None else _BY_MEANING).best()
    for index, own in enumerate(path):
        for part in _also(own, clues.shared[index], path):
            out[part].append(_linked(clues, index, part))
    _share_lists(out, clues)
    rules = RULES[lang]
    refused = [i for i, p in enumerate(clues.kept) if p.refuses and rules.all_of_it.is_in(p.plain)]
    for part in range(len(questions)):
        if not out[part]:  # "we don't comment on matters like that" refuses every question that nothing answers
            out[part] = [_linked(clues, index, part) for index in refused]
    return out


def _linked(clues: Clues, index: int, part: int) -> Link:
    tie = clues.tie(index, part)
    base = 0.4 if len(clues.questions) == 1 else 0.2
    return Link(clues.kept[index], round(min(1.0, base + tie / 3), 3), tie >= _TIED)


def _also(own: int, row: Sequence[float], path: Sequence[int]) -> list[int]:
    """The part of a sentence, and those it answers at the same time: as close, and with no sentence of their own."""
    if own == NONE:
        return []
    taken = set(path)
    return [own, *(i for i, x in enumerate(row) if i not in taken and x >= 1 and x >= 0.6 * row[own])]


def _share_lists(out: list[list[Link]], clues: Clues) -> None:
    """A part on things listed by the part before ("growth of these three") shares the sentences that give it."""
    for part in range(1, len(clues.questions)):
        words, before = clues.questions[part].words, clues.questions[part - 1].words
        wants = [want for want in clues.questions[part].wants if want.each and not want.soft]
        if not wants or len(things_of(words, (), clues.rules)) > 1 or len(things_of(words, (before,), clues.rules)) < 2:
            continue
        taken = {hit.passage.start for hit in out[part]}
        for index, passage in enumerate(clues.kept):
            here = any(passage is hit.passage for hit in out[part - 1]) and passage.start not in taken
            if here and any(gives(want, passage.plain, words) for want in wants):
                out[part].append(_linked(clues, index, part))
        out[part].sort(key=lambda hit: hit.passage.start)
