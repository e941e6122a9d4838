"""The strict scores, on tables small enough to count by hand."""

from __future__ import annotations

import pytest

from nlp.scoring.beads import BeadScore, score_beads
from nlp.scoring.gold_beads import Pairing

GOLD: list[Pairing] = [((0,), (0,)), ((1,), (1, 2)), ((2,), ()), ((3,), (3,))]


@pytest.mark.parametrize(
    ("found", "precision", "recall", "null_f1"),
    [
        pytest.param(GOLD, 1.0, 1.0, 1.0, id="all-right"),
        pytest.param([((0,), (0,)), ((1,), (1,)), ((2,), (2,)), ((3,), (3,))], 0.5, 2 / 3, 0.0, id="strict"),
        pytest.param([((0,), (0,)), ((1,), (1, 2)), ((2,), ()), ((3,), ()), ((), (3,))], 0.6, 2 / 3, 0.5, id="nulls"),
        pytest.param([], 0.0, 0.0, 0.0, id="nothing"),
    ],
)
def test_scores(found: list[Pairing], precision: float, recall: float, null_f1: float) -> None:
    score = score_beads(found, GOLD)
    assert (score.precision, score.recall, score.null_f1) == pytest.approx((precision, recall, null_f1))


def test_counts_add_up() -> None:
    assert score_beads(GOLD, GOLD) + score_beads([], GOLD) == BeadScore(
        found=4, found_right=4, gold=6, gold_found=3, null_found=1, null_right=1, null_gold=2
    )
