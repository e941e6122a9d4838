"""The invented texts of `corpora/align`: every genre, damaged in every way, in order and shuffled; what scores mean."""

from __future__ import annotations

import random
from functools import cache

import pytest

from nlp.align import align
from nlp.encoders import Encoder, load_encoder
from nlp.resources import shipped
from nlp.scoring.bead_curve import Given, long_text
from nlp.scoring.beads import BeadScore, damaged, held_out, score_beads, score_text
from nlp.scoring.calibrate import every_way, fit_weights, judge, table_rows
from nlp.scoring.gold_beads import Aligned, read_texts
from nlp.scoring.perturb import DAMAGES, shuffle_target

TEXTS = list(read_texts(shipped("corpora", "align")))


@cache
def encoder_named(name: str | None) -> Encoder | None:
    """One for all tests here: it remembers what it encoded."""
    return load_encoder(name) if name else None


def ids(text: Aligned) -> str:
    return text.name


@pytest.mark.parametrize("text", TEXTS, ids=ids)
@pytest.mark.parametrize("damage", DAMAGES)
def test_gold_accounts_for_every_line(text: Aligned, damage: str) -> None:
    for one in damaged(text, damage):
        assert [line for bead in one.gold for line in bead[0]] == list(range(len(one.source)))
        assert [line for bead in one.gold for line in bead[1]] == list(range(len(one.target)))
        assert all(source or target for source, target in one.gold)
        assert all(line.strip() for line in (*one.source, *one.target))


def test_more_than_a_third_is_held_out() -> None:
    assert len(TEXTS) == 17
    assert len(held_out()) == 7
    assert {text.split for text in TEXTS} == {"dev", "heldout"}


@pytest.mark.parametrize(
    ("encoder", "damage", "f1", "null_f1"),
    [
        pytest.param("none", "as written", 0.96, 0.6, id="plain"),
        pytest.param("none", "5% dropped", 0.94, 0.79, id="plain-dropped"),
        pytest.param("none", "run left out", 0.94, 0.75, id="plain-gap"),
        pytest.param("shipped", "as written", 0.98, 0.85, id="encoder"),
        pytest.param("shipped", "5% dropped", 0.965, 0.85, id="encoder-dropped"),
        pytest.param("shipped", "run left out", 0.97, 0.93, id="encoder-gap"),
        pytest.param("shipped", "ruffled", 0.965, 0.88, id="encoder-ruffled"),
        pytest.param("shipped", "ruffled, gap", 0.965, 0.9, id="encoder-ruffled-gap"),
    ],
)
def test_floors_on_texts_held_out(encoder: str, damage: str, f1: float, null_f1: float) -> None:
    chosen = encoder_named(encoder if encoder != "none" else None)
    scores = (score_text(one, chosen) for text in held_out() for one in damaged(text, damage))
    total = sum(scores, BeadScore())
    assert total.f1 >= f1
    assert total.null_f1 >= null_f1


@pytest.mark.parametrize("text", TEXTS, ids=ids)
def test_a_shuffled_side_is_seen_and_said(text: Aligned) -> None:
    shuffled = shuffle_target(text, random.Random(3))  # noqa: S311 -- a repeatable draw, no secret
    beads = align(shuffled.source, shuffled.target, encoder=None)
    assert {bead.order for bead in beads} == {"free"}
    assert {bead.order for bead in align(text.source, text.target, encoder=None)} == {"kept"}
    assert score_beads(((bead.source, bead.target) for bead in beads), shuffled.gold).f1 > 0.6


@pytest.mark.parametrize("encoder", [None, "shipped"], ids=["none", "shipped"])
def test_of_beads_at_nine_tenths_nine_tenths_are_right(encoder: str | None) -> None:
    beads = list(judge(every_way(held_out()), encoder_named(encoder)))
    near = [bead.right for bead in beads if 0.85 <= bead.score < 0.95]
    sure = [bead.right for bead in beads if bead.score >= 0.95]
    poor = [bead.right for bead in beads if bead.score < 0.4]
    assert 0.85 <= sum(near) / len(near) <= 0.97
    assert sum(sure) / len(sure) >= 0.95
    assert sum(poor) / len(poor) <= 0.3
    mean = sum(bead.score for bead in beads) / len(beads)
    assert abs(mean - sum(bead.right for bead in beads) / len(beads)) < 0.03


def test_the_shipped_weights_are_those_of_the_fit() -> None:
    from nlp.align.calibration import WITHOUT_ENCODER

    fitted = fit_weights(list(judge(every_way([text for text in TEXTS if text.split == "dev"]), None)))
    assert {kind: tuple(weights) for kind, weights in WITHOUT_ENCODER.items()} == {
        kind: pytest.approx(weights, abs=0.1) for kind, weights in fitted.items()
    }


def test_the_table_counts_every_bead() -> None:
    rows = list(table_rows(held_out()[:1], None))
    counts = [int(row[13:20]) for row in rows[1:]]
    assert sum(counts[:-1]) == counts[-1] > 30


def test_vectors_given_are_asked_for_once_a_side() -> None:
    source, target, vectors = long_text(120)
    encoder = Given(vectors)
    beads = align(source, target, encoder=encoder)
    right = sum(1 for bead in beads if bead.source and not bead.target and bead.source[0] % 40 == 0)
    assert right == 3
