"""Log-linear choices learn what is worth a choice, and nothing of one company alone."""

from __future__ import annotations

import numpy as np

from nlp.claims.weigh.readings import Reading
from nlp.scoring.log_linear import Question, Recipe, fit, fit_numbered, number

_RECIPE = Recipe(epochs=20, companies=2, companies_of_a_class=2)


def _question(company: str, traits: list[str], right: str) -> Question:
    readings = [Reading(value=name, classes=(name,), own=(f"own {name}",)) for name in ("level", "change")]
    return Question(company=company, traits=traits, readings=readings, right=["level", "change"].index(right))


def test_what_stands_around_decides() -> None:
    learned = [_question(name, ["by"], "change") for name in "abcd"] + [
        _question(name, ["was"], "level") for name in "abcd"
    ]
    fitted = fit(learned, _RECIPE)
    by, was = (fitted.scores(_question("e", [trait], "level")) for trait in ("by", "was"))
    assert by[1] > by[0] and was[0] > was[1]


def test_a_word_of_one_company_is_not_learned() -> None:
    fitted = fit([_question("a", ["zarn", "by"], "change"), _question("b", ["by"], "change")], _RECIPE)
    assert "zarn" not in fitted.rows and "by" in fitted.rows


def test_the_same_questions_give_the_same_weights() -> None:
    learned = [_question(name, ["by", "was"][: i + 1], "change") for i, name in enumerate("ab")]
    one, two = fit(learned, _RECIPE), fit(learned, _RECIPE)
    assert one.own == two.own and one.table.tobytes() == two.table.tobytes()


def test_what_is_learned_without_a_company_knows_nothing_of_it() -> None:
    learned = [_question(name, ["by", "ztar"] if name in "cd" else ["by"], "change") for name in "abcd"]
    without = fit_numbered(number(learned), _RECIPE, without={"d"})
    assert set(without.rows) == {"by"}
    kept = fit(learned[:3], _RECIPE)
    assert without.own == kept.own and without.table.tobytes() == kept.table.tobytes()


def test_the_choice_is_the_reading_that_scores_most() -> None:
    learned = [_question(name, ["by"], "change") for name in "abc"] + [
        _question(name, ["was"], "level") for name in "abc"
    ]
    fitted, asked = fit(learned, _RECIPE), [_question("e", ["was", "new"], "level"), _question("e", ["by"], "level")]
    scores = [fitted.scores(one) for one in asked]
    assert fitted.choose(number(asked), np.array([1, 0])) == [one.index(max(one)) for one in (scores[1], scores[0])]
    assert [one.index(max(one)) for one in scores] == [0, 1]
