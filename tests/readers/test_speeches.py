"""Calls kept as JSON."""

from __future__ import annotations

import json

import pytest

from nlp.readers import read
from nlp.segment import segment

SAID = [
    ("Operator", "Welcome to the Velmora Q3 2031 earnings call."),
    ("Ada Lind", "Thank you. We grew: a lot."),
    ("Operator", "The first question comes from Bo Tran of Lakeside."),
    ("Bo Tran", "Why?"),
    ("Ada Lind", "Because."),
]


@pytest.mark.parametrize(
    "value",
    [
        pytest.param([{"speaker": who, "speech": [words]} for who, words in SAID], id="list-of-paragraphs"),
        pytest.param({"title": "x", "transcript": [{"name": who, "text": words} for who, words in SAID]}, id="within"),
        pytest.param({"a": {"b": [{"Speaker": {"name": w}, "Content": s} for w, s in SAID]}}, id="speaker-as-object"),
    ],
)
def test_json_speeches_are_turns(value: object) -> None:
    found = segment(read(json.dumps(value, ensure_ascii=False).encode(), name="call.json"))
    text = found.document.text
    assert [(turn.speaker, text[turn.start : turn.end]) for turn in found.turns] == SAID
    assert [turn.role for turn in found.turns] == ["operator", "executive", "operator", "analyst", "executive"]
    assert [len(exchange.pairs) for exchange in found.exchanges] == [1]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b'[{"speaker": "Ada Lind", "speech": "only one"}]', id="one-speech"),
        pytest.param(b'{"figures": [1, 2, 3], "note": "We grew."}', id="other-json"),
        pytest.param(b"[Ada Lind] We grew.\n[Bo Tran] Why?\n", id="brackets-are-no-json"),
        pytest.param(b"[" * 200_000, id="deep"),
    ],
)
def test_what_holds_no_speeches_is_read_as_it_stands(data: bytes) -> None:
    assert read(data, name="x.json").text == data.decode()


def test_titles_are_titles() -> None:
    rows = [
        {"speaker": "Ada Lind", "title": "Chief Financial Officer", "text": "We grew."},
        {"speaker": "Operator", "text": "Hm."},
    ]
    found = segment(read(json.dumps(rows).encode()))
    assert (found.turns[0].speaker, found.turns[0].title) == ("Ada Lind", "Chief Financial Officer")
