"""The gold of the questions: every quotation stands in place, and a third is held out."""

from __future__ import annotations

import pytest

from nlp.scoring.gold import CallFiles, check_quotes, load_gold
from nlp.scoring.parts import find_question_calls

CALLS = find_question_calls()


@pytest.mark.parametrize("call", CALLS, ids=[call.id for call in CALLS])
def test_gold_of_questions(call: CallFiles) -> None:
    assert check_quotes(call.folder) == []
    assert call.invented
    for exchange in load_gold(call.folder).exchanges:
        places = [(part.start, part.end) for part in exchange.parts]
        assert places == sorted(places)
        assert exchange.start <= places[0][0] and places[-1][1] <= exchange.end
        for part in exchange.parts:
            assert (part.status == "answered") == (not part.missing)
            assert part.answers or part.status == "not_answered"


def test_enough_questions_are_held_out() -> None:
    parts = {
        split: sum(len(e.parts) for call in find_question_calls(split) for e in load_gold(call.folder).exchanges)
        for split in ("dev", "heldout")
    }
    assert parts["dev"] >= 120
    assert parts["heldout"] >= 50
