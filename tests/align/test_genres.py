"""The invented texts of `corpora/align`: every genre, damaged in every way, in order and shuffled; what scores mean."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from nlp.align import align
from nlp.align.calibration import FEATURES, load_maps, map_name
from nlp.encoders import Encoder, load_encoder
from nlp.resources import shipped
from nlp.scoring.bead_curve import Given, long_text
from nlp.scoring.beads import BeadScore, damaged, held_out, score_beads, score_text, with_split
from nlp.scoring.calibrate import BINS, Judged, fit_maps, judge_all, list_bins, scores_of, table_rows
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
    assert len(TEXTS) == 26
    assert len(held_out()) == 12
    assert {text.split for text in TEXTS} == {"dev", "heldout"}


@pytest.mark.parametrize(
    ("encoder", "damage", "f1", "null_f1"),
    [
        pytest.param("none", "as written", 0.97, 0.75, id="plain"),
        pytest.param("none", "5% dropped", 0.94, 0.79, id="plain-dropped"),
        pytest.param("none", "run left out", 0.96, 0.86, id="plain-gap"),
        pytest.param("none", "gaps", 0.945, 0.91, id="plain-gaps"),
        pytest.param("shipped", "as written", 0.99, 0.95, id="encoder"),
        pytest.param("shipped", "5% dropped", 0.97, 0.9, id="encoder-dropped"),
        pytest.param("shipped", "run left out", 0.98, 0.95, id="encoder-gap"),
        pytest.param("shipped", "ruffled", 0.97, 0.9, id="encoder-ruffled"),
        pytest.param("shipped", "ruffled, gap", 0.965, 0.9, id="encoder-ruffled-gap"),
        pytest.param("shipped", "ends cut", 0.98, 0.96, id="encoder-ends"),
        pytest.param("shipped", "gaps", 0.975, 0.955, id="encoder-gaps"),
        pytest.param("shipped", "lost beside n-m", 0.96, 0.87, id="encoder-beside"),
    ],
)
def test_floors_on_texts_held_out(encoder: str, damage: str, f1: float, null_f1: float) -> None:
    chosen = encoder_named(encoder if encoder != "none" else None)
    scores = (score_text(one, chosen) for text in held_out() for one in damaged(text, damage, draws=2))
    total = sum(scores, BeadScore())
    assert total.f1 >= f1
    assert total.null_f1 >= null_f1


@pytest.mark.parametrize("text", TEXTS, ids=ids)
def test_a_shuffled_side_is_seen_and_said(text: Aligned) -> None:
    shuffled = shuffle_target(text, random.Random(3))  # noqa: S311 -- a repeatable draw, no secret
    langs = {"source_lang": text.source_lang, "target_lang": text.target_lang}
    beads = align(shuffled.source, shuffled.target, **langs, encoder=None)  # type: ignore[arg-type]
    kept = align(text.source, text.target, **langs, encoder=None)  # type: ignore[arg-type]
    assert {bead.order for bead in beads} == {"free"}
    assert {bead.order for bead in kept} == {"kept"}
    assert score_beads(((bead.source, bead.target) for bead in beads), shuffled.gold).f1 > 0.6


@pytest.mark.parametrize("encoder", [None, "shipped"], ids=["none", "shipped"])
def test_scores_are_shares_of_right_beads(encoder: str | None) -> None:
    """In every bin, on texts held out: within what chance does to so many beads."""
    beads = judge_all(held_out(), encoder_named(encoder))
    scores = scores_of(beads, load_maps()[map_name(encoder=encoder is not None, order="kept")])
    bins = list(list_bins(beads, scores))
    assert len(bins) == len(BINS) - 1
    assert max(abs(row.off) for row in bins) < 3.0
    assert sum(abs(row.off) < 2.0 for row in bins) >= len(bins) - 1
    (whole,) = list_bins(beads, scores, (0.0, 1.0))
    assert whole.right == pytest.approx(whole.mean, abs=0.01)


def test_the_shipped_maps_are_those_of_the_fit() -> None:
    fitted = fit_maps(judge_all(with_split("dev"), None))
    shipped_maps = load_maps()[map_name(encoder=False, order="kept")]
    assert {kind: pytest.approx(weights, abs=0.1) for kind, weights in fitted.items()} == shipped_maps


def test_a_bin_counts_a_bead_of_several_draws_once() -> None:
    bead = Judged("text", "gaps", (("one",), ("eins",)), "pair", np.ones(len(FEATURES)), True)
    other = replace(bead, said=(("two",), ("zwei",)), right=False)
    (row,) = list_bins([bead, bead, bead, other], np.array([0.9, 0.9, 0.9, 0.9]), (0.0, 1.0))
    assert (row.beads, row.distinct, row.right) == (4, 2, 0.75)
    assert row.off == pytest.approx(-0.6 / np.sqrt(0.9))


def test_the_table_counts_every_bead() -> None:
    rows = list(table_rows([], held_out()[:1], None))
    first = rows[1 : rows.index(next(row for row in rows if row.strip().startswith("all"))) + 1]
    counts = [int(line[13:20]) for line in first if line[5:7] == ".." or line.strip().startswith("all")]
    assert sum(counts[:-1]) == counts[-1] > 30


def test_vectors_given_are_asked_for_once_a_side() -> None:
    source, target, vectors = long_text(120)
    encoder = Given(vectors)
    beads = align(source, target, encoder=encoder)
    right = sum(1 for bead in beads if bead.source and not bead.target and bead.source[0] % 40 == 0)
    assert right == 3
