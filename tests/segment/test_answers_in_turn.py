"""Who answers several questions mostly takes them in turn, though no word is shared."""

from __future__ import annotations

from nlp.readers import read
from nlp.records import Part
from nlp.scoring.parts import shared
from nlp.segment import segment

from .answers_in_turn import EXCHANGES, Exchange


def _asked(exchange: Exchange) -> tuple[str, list[Part]]:
    questions, answers = exchange
    text = (
        "Operator: Good day, and welcome to the Velm Robotics call on the third quarter of 2031. Here is Ines Falk, CFO.\n\n"
        "Ines Falk, CFO: Thank you. Revenue was 5 million.\n\n"
        "Operator: The first question comes from Bo Tran with Lakeside Bank.\n\n"
        f"Bo Tran (Lakeside Bank): Good morning. {' '.join(questions)}\n\n"
        f"Ines Falk, CFO: {' '.join(words for _, words in answers)}\n\n"
        "Operator: This ends the call.\n"
    )
    found = segment(read(text.encode(), name="call.txt"))
    return text, [part for e in found.exchanges for pair in e.pairs for part in pair.parts]


def _right(exchange: Exchange) -> int:
    """How many parts of an exchange are linked to at least half of their answer, and to as little else."""
    questions, answers = exchange
    text, parts = _asked(exchange)
    places = {words: (text.index(words), text.index(words) + len(words)) for _, words in answers}
    right = 0
    for number, words in enumerate(questions):
        span = (text.index(words), text.index(words) + len(words))
        part = next((part for part in parts if shared([(part.start, part.end)], [span]) >= 0.5), None)
        gold = [places[said] for own, said in answers if own == number]
        right += part is not None and shared([(a.start, a.end) for a in part.answers], gold) >= 0.5
    return right


def test_parts_without_a_word_in_common_are_answered_in_turn() -> None:
    """63 of 76 when this was written, 35 before; the first 43 were written before the rule, the others after it."""
    assert sum(map(_right, EXCHANGES)) >= 63


def test_a_question_that_is_dodged_stays_open() -> None:
    questions = ("How did the new plant start?", "And what will you invest in it next year?")
    answers = ((0, "The plant started well."), (0, "Our people there are doing a great job at the new plant."))
    _, parts = _asked((questions, answers))
    assert [part.status for part in parts] == ["answered", "not_answered"]
