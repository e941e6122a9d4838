"""Fits the weights that link answers to questions: `python -m nlp.scoring.fit_links` prints `segment/link_weights.py`.

Maximum likelihood of the gold ways through the answers, with a penalty on the squares of the weights (L2), by gradient
ascent with momentum; the chain is the one of `segment/assign.py`. Learnt from are the calls of `corpora/questions` that
are not held out and `corpora/questions/exchanges.jsonl`: single exchanges, sentences with part or null. One set of
weights is for words alone, the other for words with the likeness that the shipped encoder tells.
With `--across` nothing is printed but how many parts are linked rightly when their call is left out of the fit.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..encoders import Encoder, load_encoder
from ..readers import read
from ..records import Document
from ..resources import shipped
from ..segment import segment
from ..segment.assign import NONE, Chain, State, Weighing, moving
from ..segment.clues import ASIDE, BEGINNING, FOR_PART, TURNING, Clues
from ..segment.likeness import Likeness
from ..segment.parts import Talk, read_talk
from ..segment.sentences import Sentences
from ..segment.weighing import Clue, named
from ..text import fold
from .gold import load_gold
from .parts import find_question_calls, shared

Vector = NDArray[np.float64]
Range = tuple[int, int]

_PENALTY, _ROUNDS, _FOLDS = 2.0, 150, 8
_SETTING = {
    "en": (
        "Operator: Good day, and welcome to the Velm Robotics call on the third quarter of 2031. "
        "Here is Ines Falk, CFO.\n\nInes Falk, CFO: Thank you. Revenue was 5 million.\n\n"
        "Operator: The first question comes from Bo Tran with Lakeside Bank.\n\n"
        "Bo Tran (Lakeside Bank): Good morning. {asked}\n\nInes Falk, CFO: {said}\n\nOperator: This ends the call.\n"
    ),
    "zh": (
        "主持人：各位投资者好，欢迎参加沐川环境2031年半年度业绩说明会。\n\n财务总监宋知远：大家好。上半年营业收入12.4亿元。\n\n主持人：下面进入提问环节，"
        "第一个问题有请海棠证券的卢见微提问。\n\n海棠证券卢见微：{asked}\n\n财务总监宋知远：{said}\n\n主持人：今天的会议到此结束，感谢各位的参与。\n"
    ),
}


@dataclass(frozen=True, slots=True)
class ExchangeText:
    """An exchange by itself: its parts, and the sentences of the answer with the part each speaks to."""

    language: str
    parts: tuple[str, ...]
    answers: tuple[tuple[int | None, str], ...]

    @property
    def document(self) -> Document:
        """The exchange as a call that reads like any."""
        space = " " if self.language == "en" else ""
        asked, said = space.join(self.parts), space.join(words for _, words in self.answers)
        return read(_SETTING[self.language].format(asked=asked, said=said).encode(), name="exchange.txt")


@dataclass(frozen=True, slots=True)
class Example:
    """A pair: its clues, the part of each sentence, for each part the places that answer it (None: not of the gold)."""

    group: str
    clues: Clues
    way: tuple[int, ...]
    gold: tuple[tuple[Range, ...] | None, ...]


def load_exchanges() -> tuple[ExchangeText, ...]:
    """The single exchanges of the corpus."""
    rows = map(json.loads, shipped("corpora", "questions", "exchanges.jsonl").read_text(encoding="utf-8").splitlines())
    return tuple(
        ExchangeText(row["language"], tuple(row["parts"]), tuple((part, words) for part, words in row["answers"]))
        for row in rows
    )


def exchange_gold(exchange: ExchangeText, text: str) -> list[tuple[Range, list[Range]]]:
    """(place of a part, places that answer it), for each part."""

    def place(words: str) -> Range:
        return text.index(words), text.index(words) + len(words)

    return [
        (place(part), [place(words) for own, words in exchange.answers if own == number])
        for number, part in enumerate(exchange.parts)
    ]


def load_examples(encoder: Encoder | None = None) -> list[Example]:
    """Every pair to learn from."""
    out: list[Example] = []
    for call in find_question_calls("dev"):
        rows = [part for exchange in load_gold(call.folder).exchanges for part in exchange.parts]
        gold = [((row.start, row.end), [(a.start, a.end) for a in row.answers]) for row in rows]
        out.extend(_examples(call.id, read(call.transcript), gold, encoder))
    for number, exchange in enumerate(load_exchanges()):
        document = exchange.document
        out.extend(_examples(f"exchange {number}", document, exchange_gold(exchange, document.text), encoder))
    return out


def _examples(
    group: str, document: Document, gold: Sequence[tuple[Range, list[Range]]], encoder: Encoder | None
) -> Iterator[Example]:
    found = segment(document)
    turns, rows = {turn.id: turn for turn in found.turns}, {row.id: row for row in found.paragraphs}
    cuts = Sentences(document.text, fold(document.text))
    pairs = [pair for exchange in found.exchanges for pair in exchange.pairs]
    talks = [read_talk(document, pair, turns, rows, cuts) for pair in pairs]
    likeness = Likeness(encoder, document.text, (p for talk in talks for p in talk.places)) if encoder else None
    for talk in talks:
        if talk.questions and talk.passages:
            yield _example(group, talk, gold, likeness)


def _example(group: str, talk: Talk, gold: Sequence[tuple[Range, list[Range]]], likeness: Likeness | None) -> Example:
    clues = Clues(talk.questions, talk.passages, talk.speakers, talk.lang, likeness)
    own: list[tuple[Range, ...] | None] = []
    for question in talk.questions:
        near = max(gold, key=lambda row: shared([(question.start, question.end)], [row[0]]), default=None)
        same = near is not None and shared([(question.start, question.end)], [near[0]]) >= 0.5
        own.append(tuple(near[1]) if same and near is not None else None)
    way = tuple(_part_of((p.start, p.end), own) for p in clues.kept)
    return Example(group, clues, way, tuple(own))


def _part_of(sentence: Range, own: Sequence[tuple[Range, ...] | None]) -> int:
    for part, places in enumerate(own):
        covered = sum(max(0, min(sentence[1], end) - max(sentence[0], start)) for start, end in places or ())
        if 2 * covered >= sentence[1] - sentence[0]:
            return part
    return NONE


@dataclass(slots=True)
class _Step:
    """The ways from the states before a sentence to those behind it: rows `first..last` of the matrix of clues."""

    source: NDArray[np.int64]
    target: NDArray[np.int64]
    states: int
    first: int
    last: int


class _Lattice:
    """All ways through all examples, and the clues on each step of them (a sparse matrix, rows by names)."""

    def __init__(self, examples: Iterable[Example]) -> None:
        self.names: dict[str, int] = {}
        self.rows: list[int] = []
        self.columns: list[int] = []
        self.values: list[float] = []
        self.count = 0
        self.gold: list[int] = []
        self.examples: list[tuple[list[_Step], int, int]] = []
        for example in examples:
            if len(example.clues.questions) < 6:
                self._add(example)
        self.matrix = (np.array(self.rows), np.array(self.columns), np.array(self.values))

    def _row(self, clues: Iterable[Clue]) -> int:
        for name, value in clues:
            self.rows.append(self.count)
            self.columns.append(self.names.setdefault(name, len(self.names)))
            self.values.append(value)
        self.count += 1
        return self.count - 1

    def _add(self, example: Example) -> None:
        clues, states, gold = example.clues, {State(): 0}, State()
        parts, steps = range(len(clues.questions)), []
        for index, right in enumerate(example.way):
            first = self.count
            after: dict[State, int] = {}
            source, target, following = [], [], gold
            for state, number in states.items():
                for part in (*parts, NONE):
                    then = state.after(part)
                    row = self._row(_step_clues(clues, index, state, part))
                    source.append(number)
                    target.append(after.setdefault(then, len(after)))
                    if state == gold and part == right:
                        self.gold.append(row)
                        following = then
            steps.append(_Step(np.array(source), np.array(target), len(after), first, self.count))
            states, gold = after, following
        end = self.count
        for state in states:
            missing = (part for part in parts if not state.seen >> part & 1)
            row = self._row(clue for part in missing for clue in clues.unanswered(part))
            if state == gold:
                self.gold.append(row)
        self.examples.append((steps, end, self.count))

    def sums(self, weights: Vector) -> Vector:
        """The weighted clues of each row."""
        rows, columns, values = self.matrix
        return np.asarray(np.bincount(rows, values * weights[columns], self.count), np.float64)

    def slope(self, chances: Vector) -> Vector:
        """How much of each clue is expected at given chances of the rows."""
        rows, columns, values = self.matrix
        return np.asarray(np.bincount(columns, values * chances[rows], len(self.names)), np.float64)


def _step_clues(clues: Clues, index: int, state: State, part: int) -> Iterator[Clue]:
    if part == NONE:
        yield from named(ASIDE, (clues.aside(index), ()))
        if state.idle:
            yield "aside again", 1.0
        return
    yield from named(FOR_PART, clues.for_part(index, part))
    yield from moving(state, part, len(clues.questions), clues.reverse)
    if state.last not in (part, NONE):
        yield from named(TURNING, (clues.turning(index), ()))
        yield from named(BEGINNING, clues.beginning(index, part))


def _chances(lattice: _Lattice, weights: Vector) -> tuple[float, Vector]:
    """(log of the sum over all ways, chance of each row), by the forward and backward sums."""
    sums, chances, total = lattice.sums(weights), np.zeros(lattice.count), 0.0
    for steps, first, last in lattice.examples:
        ahead = [np.zeros(1)]
        for step in steps:
            ahead.append(_added(ahead[-1][step.source] + sums[step.first : step.last], step.target, step.states))
        ends = ahead[-1] + sums[first:last]
        whole = float(_added(ends, np.zeros(len(ends), np.int64), 1)[0])
        total += whole
        chances[first:last] = np.exp(ends - whole)
        behind = sums[first:last]
        for step, before in zip(reversed(steps), reversed(ahead[:-1]), strict=True):
            ways = sums[step.first : step.last] + behind[step.target]
            chances[step.first : step.last] = np.exp(before[step.source] + ways - whole)
            behind = _added(ways, step.source, len(before))
    return total, chances


def _added(values: Vector, places: NDArray[np.int64], count: int) -> Vector:
    """The logarithms of sums of exponentials, place by place."""
    highest = values.max()
    return np.asarray(np.log(np.maximum(np.bincount(places, np.exp(values - highest), count), 1e-300)) + highest)


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """The weight of each clue, rounded to two places."""
    lattice = _Lattice(examples)
    right = np.zeros(lattice.count)
    right[lattice.gold] = 1.0
    wanted = lattice.slope(right)
    weights = speed = np.zeros(len(lattice.names))
    for _ in range(_ROUNDS):
        _, chances = _chances(lattice, weights + 0.9 * speed)
        slope = wanted - lattice.slope(chances) - _PENALTY * (weights + 0.9 * speed)
        speed = 0.9 * speed + slope / len(lattice.examples)
        weights = weights + speed
    return {name: round(float(weights[place]), 2) for name, place in sorted(lattice.names.items())}


def right_links(example: Example, weights: Mapping[str, float]) -> tuple[int, int]:
    """(parts of the gold that are linked to the right sentences, parts of the gold found)."""
    path = Chain(example.clues, Weighing(weights)).best()
    right = count = 0
    for part, places in enumerate(example.gold):
        if places is not None:
            found = [(p.start, p.end) for p, own in zip(example.clues.kept, path, strict=True) if own == part]
            right += shared(found, places) >= 0.5
            count += 1
    return right, count


def across(examples: Sequence[Example]) -> tuple[int, int]:
    """The same over all examples, each judged by weights fitted without its call."""
    groups = sorted({example.group for example in examples})
    right = count = 0
    for fold_number in range(_FOLDS):
        left_out = set(groups[fold_number::_FOLDS])
        weights = fit([example for example in examples if example.group not in left_out])
        for example in examples:
            if example.group in left_out:
                one, of = right_links(example, weights)
                right, count = right + one, count + of
    return right, count


def main(arguments: Sequence[str]) -> int:
    """Print the weights, or with `--across` how well they do on what they were not fitted to."""
    kinds = (("WEIGHTS", load_examples()), ("WEIGHTS_WITH_LIKENESS", load_examples(load_encoder("shipped"))))
    if "--across" in arguments:
        for name, examples in kinds:
            right, count = across(examples)
            sys.stdout.write(f"{name}: {right} of {count} parts linked rightly by weights fitted without their call\n")
        return 0
    sys.stdout.write(
        '"""Weights of the clues in `clues.py` and `assign.py`, printed by `python -m nlp.scoring.fit_links`."""\n\n'
        "from __future__ import annotations\n"
    )
    for name, examples in kinds:
        rows = "".join(f'    "{clue}": {value},\n' for clue, value in fit(examples).items())
        sys.stdout.write(f"\n{name}: dict[str, float] = {{\n{rows}}}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
