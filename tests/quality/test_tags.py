"""Sentiment on held-out styles and topics on held-out companies, held to `floors.json` under `tags`."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from nlp import read
from nlp.records import Tag
from nlp.scoring.sentiment import score_sentiment
from nlp.scoring.topics import GoldTopics, count, find_topic_calls, interval, load_topics, score_topics
from nlp.tags import tag_topics
from nlp.tags.heads import load_head

pytestmark = pytest.mark.quality

FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))["tags"]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("models", ["none", "shipped"])
def test_topics_on_held_out_companies(lang: str, models: str) -> None:
    calls = find_topic_calls("heldout")
    golds = b"".join((call.folder / "topics.jsonl").read_bytes() for call in calls)
    assert hashlib.sha256(golds).hexdigest()[:12] == FLOORS["topics"]["gold"]
    rows = [row for call in calls for row in load_topics(call.folder)]
    assert score_topics(rows, lang, models).f1 >= FLOORS["topics"][models][lang]


@pytest.mark.real
def test_topics_of_a_real_call(shared: Path) -> None:
    """Its English sentences, by offsets and labels alone: given after terms and head were fixed."""
    text = read(shared / "seeds" / "transcript-2021q3-en-zh.txt").text
    lines = (Path(__file__).parent / "topics_of_a_real_call.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [
        GoldTopics(file="", language="en", quote=text[row["start"] : row["end"]], implied=(), **row)
        for row in map(json.loads, lines)
    ]
    gold = [replace(row, topics=tuple(row.topics)) for row in rows]
    assert count(gold, tag_topics([row.quote for row in gold], "en")).f1 >= FLOORS["topics"]["real"]


@pytest.mark.real
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_sentiment_of_others_rows(lang: str, shared: Path) -> None:
    scores = score_sentiment(shared / "dev" / f"sentiment_{lang}.jsonl", lang)
    found = {name: row["value"] for name, row in scores.items()}
    assert {name: found[name] for name, floor in FLOORS["sentiment"][lang].items() if found[name] < floor} == {}


@pytest.mark.parametrize("split", ["dev", "heldout"])
def test_gold_of_topics_stands_where_it_says(split: str) -> None:
    for call in find_topic_calls(split):
        texts = {path.name: path.read_text(encoding="utf-8") for path in call.documents}
        for row in load_topics(call.folder):
            assert texts[row.file][row.start : row.end] == row.quote
            assert set(row.topics) <= set(load_head("topics").classes)


@pytest.mark.parametrize("name", ["sentiment", "topics"])
def test_a_card_tells_the_truth(name: str, root: Path) -> None:
    folder = root / "models" / name
    card = (folder / "card.md").read_text(encoding="utf-8")
    table = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    scores = json.loads((folder / "scores.json").read_text(encoding="utf-8"))
    assert table["sha256"] in card
    assert scores["model"] == load_head(name).id
    assert f"{table['sentences']:,}" in card
    assert all(f"{number:.3f}" in card for number in scores["in_card"].values())
    assert re.search(rf"^\| {name} \|", (root / "models" / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert {path.suffix for path in folder.iterdir() if path.is_file()} <= {".json", ".md", ".npz", ".py"}


def test_implied_topics_count_neither_way() -> None:
    row = GoldTopics(file="a", start=0, end=1, language="en", quote="x", topics=("margin",), implied=("costs",))
    tags = [Tag(target_id="0", kind="topic", label=label, score=1, by="lexicon") for label in ("margin", "costs", "ai")]
    scores = count([row], tags)
    assert (scores.gold.total(), scores.found.total(), scores.both.total()) == (1, 2, 1)
    assert interval([row], tags) == (2 / 3, 2 / 3)
