"""Scores topics on the invented calls: `python -m nlp.scoring.topics [dev|heldout] [MODELS]`.

Gold is `topics.jsonl` beside a call. Micro-F1 counts pairs of sentence and topic; a sentence without topics costs
nothing unless one is found there.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
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
    """The calls with gold for topics."""
    calls = (*find_calls(shipped("corpora", "questions"), split=split), *find_calls(split=split))
    return tuple(call for call in calls if (call.folder / "topics.jsonl").is_file())


def score_topics(gold: Iterable[GoldTopics], lang: str, models: str = "shipped") -> TopicScores:
    """The counts of the sentences in one language."""
    rows = [row for row in gold if row.language == lang]
    tags = tag_topics([row.quote for row in rows], lang, models=models)
    return count([row.topics for row in rows], tags)


def count(gold: Sequence[Sequence[str]], tags: Iterable[Tag]) -> TopicScores:
    """Gold against tags whose target is the number of the sentence."""
    pairs = {(number, topic) for number, topics in enumerate(gold) for topic in topics}
    found = {(int(tag.target_id), tag.label) for tag in tags}
    return TopicScores(
        sentences=len(gold),
        gold=Counter(topic for _, topic in pairs),
        found=Counter(topic for _, topic in found),
        both=Counter(topic for _, topic in pairs & found),
    )


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
        scores = score_topics(rows, lang, *models)
        sys.stdout.write(_line(f"{lang} all", scores))
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
