"""Mutants count as provable where a second place tells of the fact that was changed."""

from __future__ import annotations

import pytest

from nlp import analyze
from nlp.scoring.mutants import make_mutants, page_of
from nlp.scoring.mutate import near_claims
from nlp.scoring.provable import is_provable

_CALL = "Brenmoor Foods plc, Second Quarter 2031 Results, August 5, 2031.\n\nRevenue in the quarter grew 11.2%."


@pytest.mark.parametrize(
    ("again", "provable"),
    [
        pytest.param("Revenue was up 11.2% year on year.", True, id="the-same-measure"),
        pytest.param("Same-store sales grew 11.2%.", False, id="a-rate-of-another-that-is-as-high"),
    ],
)
def test_a_rate_is_not_proved_by_that_of_another_measure(again: str, provable: bool) -> None:
    clean = analyze(f"{_CALL}\n\n{again}")
    page = page_of(clean, clean.documents[0].id, "en")
    mutant = next(row for row in make_mutants(page, "growth") if row.at < clean.documents[0].text.index(again))
    mutated = analyze(mutant.text)
    assert is_provable(clean, mutated, mutant, near_claims(clean, mutated, mutant)) is provable
