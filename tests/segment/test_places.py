"""Roles of persons of whom no line says anything but a name, and talk that looks like print."""

from __future__ import annotations

from nlp.readers import read
from nlp.segment import segment

CALL = """Operator: Good morning and welcome to the Velmora third quarter 2031 earnings call. Over to you, Otto.
Otto Brandvold, CEO: Thanks. Online advertisement revenue rose, and the free trial works.
Operator: And finally we have Priya Sandell with Quaystone Research.
Priya Sandell: Good morning. How did the free trial do?
Ines Falcato: Nine in ten of those who subscribe to it stay. She was recently named head of it.
Priya Sandell: Thank you. And advertisement prices?
Ines Falcato: They were flat.
Operator: This concludes the call.
"""


def test_who_is_called_asks_and_who_follows_answers() -> None:
    found = segment(read(CALL))
    assert [turn.role[0] for turn in found.turns] == list("oeoaeaeo")
    assert [(e.analyst, e.firm, len(e.pairs)) for e in found.exchanges] == [("Priya Sandell", "Quaystone Research", 2)]


def test_a_word_of_adverts_in_speech_is_speech() -> None:
    found = segment(read(CALL))
    assert not [p for p in found.paragraphs if p.kind in ("advert", "notice")]
