"""Tags of sentences and of the turns they make up."""

from __future__ import annotations

from nlp.records import Document, Sentence, Turn
from nlp.tags import tag_rows

_LINES = ("Revenue increased.", "收入增长。", "Costs increased.", "Ferries are blue.", "Gross margin fell.")
_TEXT = "\n".join(_LINES)


def _rows(turn_of: dict[int, str]) -> list[Sentence]:
    rows, at = [], 0
    for number, line in enumerate(_LINES):
        language = "zh" if number == 1 else "en"
        rows.append(
            Sentence(
                id=f"s{number}", document_id="d", paragraph_id="p", start=at, end=at + len(line), language=language,
                turn_id=turn_of.get(number),
            )
        )  # fmt: skip
        at += len(line) + 1
    return rows


def _turn(name: str) -> Turn:
    return Turn(id=name, document_id="d", start=0, end=1, speaker="Ove Lind", label="Ove Lind", role="executive")


def test_spoken_sentences_and_their_turns_are_tagged_in_order() -> None:
    sentences = _rows({0: "t1", 1: "t1", 2: "t2", 3: "t2"})
    tags = tag_rows(sentences, [_turn("t1"), _turn("t2"), _turn("silent")], [Document(id="d", name="d", text=_TEXT)])
    told = [(tag.target_id, tag.label) for tag in tags]
    assert told == [
        ("s0", "positive"), ("s0", "results"), ("s1", "positive"), ("s1", "results"), ("s2", "negative"), ("s2", "costs"),
        ("s3", "neutral"), ("t1", "positive"), ("t1", "results"), ("t2", "negative"), ("t2", "costs"),
    ]  # fmt: skip
    scores = {(tag.target_id, tag.label): tag.score for tag in tags}
    assert (scores["t2", "negative"], scores["t2", "costs"], scores["t1", "results"]) == (-0.25, 0.5, 1.0)


def test_what_nobody_speaks_is_not_tagged() -> None:
    assert tag_rows(_rows({}), [_turn("t1")], [Document(id="d", name="d", text=_TEXT)]) == ()
    assert tag_rows(_rows({0: "t1"}), [_turn("t1")], []) == ()
