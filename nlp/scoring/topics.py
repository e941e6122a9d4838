"""Scores topics on the invented calls: `python -m nlp.scoring.topics [dev|heldout] [MODELS]`.

Gold is `topics.jsonl` beside a call. Micro-F1 counts pairs of sentence and topic; a sentence without topics costs
nothing unless one is found there. Intervals are from 1,000 draws of the sentences with replacement (Efron, 1979).
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..jsonl import read_rows
from ..records import Tag
from ..resources import shipped
from ..tags import tag_topics
from .gold import CallFiles, find_calls


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldTopics:
    """A spoken sentence and what it speaks of; `quote` is `start:end` of the file.

    `implied` are topics that only its neighbours tell ("It was 19%."): neither asked for nor held against a tag.
    """

    file: str
    start: int
    end: int
    language: str
    quote: str
    topics: tuple[str, ...] = ()
    implied: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicScores:
    """Counts of pairs of sentence and topic: in the gold, found, and both; of each topic under its name."""

    sentences: int = 0
    gold: Counter[str]
    found: Counter[str]
    both: Counter[str]

    @property
    def f1(self) -> float:
        """Micro-F1 of all topics."""
        total = self.gold.total() + self.found.total()
        return 2 * self.both.total() / total if total else 0.0

    def f1_of(self, topic: str) -> float:
        """F1 of one topic."""
        total = self.gold[topic] + self.found[topic]
        return 2 * self.both[topic] / total if total else 0.0


def load_topics(folder: Path) -> tuple[GoldTopics, ...]:
    """The gold of one call; empty where it has none."""
    path = folder / "topics.jsonl"
    if not path.is_file():
        return ()
    return read_rows(GoldTopics, path.read_text(encoding="utf-8"))


def find_topic_calls(split: str | None = None) -> tuple[CallFiles, ...]:
    """The calls with gold for topics, of one split or of both."""
    calls = (*find_calls(shipped("corpora", "questions")), *find_calls())
    told = (call for call in calls if (call.folder / "topics.jsonl").is_file())
    return tuple(call for call in told if split in (None, call.topics_split))


def score_topics(gold: Iterable[GoldTopics], lang: str, models: str = "shipped") -> TopicScores:
    """The counts of the sentences in one language."""
    rows = [row for row in gold if row.language == lang]
    return count(rows, tag_topics([row.quote for row in rows], lang, models=models))


def count(gold: Sequence[GoldTopics], tags: Iterable[Tag]) -> TopicScores:
    """Gold against tags whose target is the number of the sentence; what is implied counts neither way."""
    pairs = {(number, topic) for number, row in enumerate(gold) for topic in row.topics}
    implied = {(number, topic) for number, row in enumerate(gold) for topic in row.implied}
    found = {(int(tag.target_id), tag.label) for tag in tags} - implied
    return TopicScores(
        sentences=len(gold),
        gold=Counter(topic for _, topic in pairs),
        found=Counter(topic for _, topic in found),
        both=Counter(topic for _, topic in pairs & found),
    )


def interval(gold: Sequence[GoldTopics], tags: Sequence[Tag], *, draws: int = 1_000) -> tuple[float, float]:
    """The 95% bootstrap interval of micro-F1, sentences drawn with replacement from a fixed seed."""
    labels: list[set[str]] = [set() for _ in gold]
    for tag in tags:
        labels[int(tag.target_id)].add(tag.label)
    sizes = []
    for row, found in zip(gold, labels, strict=True):
        held = found - set(row.implied)
        sizes.append((len(row.topics) + len(held), len(held & set(row.topics))))
    chance = random.Random(0)  # noqa: S311  a sample, no secret
    scores = []
    for _ in range(draws):
        drawn = chance.choices(sizes, k=len(sizes))
        scores.append(2 * sum(both for _, both in drawn) / max(1, sum(total for total, _ in drawn)))
    scores.sort()
    return scores[draws // 40], scores[-draws // 40 - 1]


def main(arguments: Sequence[str]) -> int:
    """Print a line for each call and language, then all, then each topic."""
    split, *models = arguments or ("heldout",)
    for lang in ("en", "zh"):
        rows: list[GoldTopics] = []
        for call in find_topic_calls(split):
            gold = [row for row in load_topics(call.folder) if row.language == lang]
            rows += gold
            if gold:
                sys.stdout.write(_line(f"{lang} {call.id}", score_topics(gold, lang, *models)))
        tags = tag_topics([row.quote for row in rows], lang, models=models[0] if models else "shipped")
        scores = count(rows, tags)
        low, high = interval(rows, tags)
        sys.stdout.write(_line(f"{lang} all", scores) + f"{'':24} 95% interval {low:.3f} to {high:.3f}\n")
        asked = [replace(row, topics=(*row.topics, *row.implied), implied=()) for row in rows]
        sys.stdout.write(_line(f"{lang} implied ones too", count(asked, tags)))
        for topic, number in scores.gold.most_common():
            sys.stdout.write(f"    {topic:26} {scores.f1_of(topic):.3f}  ({number})\n")
    return 0


def _line(name: str, scores: TopicScores) -> str:
    found, gold, both = scores.found.total(), scores.gold.total(), scores.both.total()
    return (
        f"{name:24} micro-F1 {scores.f1:.3f}  precision {both / max(1, found):.3f}  "
        f"recall {both / max(1, gold):.3f}  ({scores.sentences} sentences)\n"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
