"""Work grows with the length of the input, not with its square: counted in cells, not in seconds."""

from __future__ import annotations

import random

import numpy as np
import pytest

from nlp.align.anchors import band_around, chain_points, drop_strays, find_band
from nlp.align.beads import read_sides
from nlp.align.costs import Sides
from nlp.align.path import SHAPES, Floats, Tables, find_path, mend_band
from nlp.languages.bilingual import align_rules


def long_sides(lines: int, gap: float = 0.0) -> Sides:
    """Invented lines of lexicon words, some of which are not translated; a run of the target is left out."""
    draw = random.Random(lines)  # noqa: S311 -- a repeatable draw, no secret
    forms: dict[str, str] = {}
    for form, said_by in align_rules("zh").forms.items():
        forms.setdefault(said_by[0], form)
    concepts = sorted(forms)
    source, target = [], []
    for _ in range(lines):
        said = draw.sample(concepts, draw.randint(3, 10))
        source.append(" ".join(said))
        target.append("".join(forms[concept] for concept in said if draw.random() < 0.7))
    cut = lines // 3
    target = target[:cut] + target[cut + int(gap * lines) :]
    return read_sides(source, target, source_lang="en", target_lang="zh")


def test_cells_grow_with_the_lines() -> None:
    cells = [find_band(long_sides(lines)).cells / lines for lines in (500, 1500, 4500)]
    assert max(cells) < 150
    assert cells[2] < 1.5 * cells[1]


@pytest.mark.parametrize("lines", [600, 3000])
def test_the_band_follows_a_gap(lines: int) -> None:
    band, gone = find_band(long_sides(lines, gap=0.08)), int(0.08 * lines)
    kept = [row for row in range(lines) if not lines // 3 <= row < lines // 3 + gone]
    true = [row if row < lines // 3 else row - gone for row in kept]
    inside = [band.first[row] <= column <= band.last[row] for row, column in zip(kept, true, strict=True)]
    assert np.mean(inside) > 0.99


def test_no_anchors_still_bound_the_band() -> None:
    assert band_around((), 3000, 3000).cells < 3000 * 300


@pytest.mark.parametrize(
    ("points", "chain"),
    [
        pytest.param([], [], id="none"),
        pytest.param([(0, 0, 1.0), (1, 1, 1.0), (2, 2, 1.0)], [(0, 0), (1, 1), (2, 2)], id="rising"),
        pytest.param([(0, 5, 1.0), (1, 1, 1.0), (2, 2, 1.0)], [(1, 1), (2, 2)], id="one-astray"),
        pytest.param([(0, 5, 9.0), (1, 1, 1.0), (2, 2, 1.0)], [(0, 5)], id="weight-decides"),
        pytest.param([(0, 1, 1.0), (0, 2, 1.5), (1, 2, 1.0)], [(0, 1), (1, 2)], id="one-column-a-row"),
    ],
)
def test_chain_is_the_heaviest_rising_one(points: list[tuple[int, int, float]], chain: list[tuple[int, int]]) -> None:
    assert chain_points(points, 6) == chain


def test_a_stray_anchor_is_dropped() -> None:
    chain = [(n, n) for n in range(10)] + [(10, 60)] + [(n + 61, n + 61) for n in range(10)]
    assert (10, 60) not in drop_strays(chain, 1.0)
    assert len(drop_strays(chain, 1.0)) == 20


def test_a_mended_band_can_be_passed() -> None:
    draw = np.random.default_rng(3)
    for _ in range(50):
        first, last = draw.integers(-5, 30, 21), draw.integers(-5, 30, 21)
        band = mend_band(first, last, 20)
        assert band.first[0] == 0
        assert band.last[-1] == 20
        assert (band.first <= band.last).all()
        assert (np.diff(band.first) >= 0).all()
        assert (np.diff(band.last) >= 0).all()
        assert (band.first[1:] <= band.last[:-1]).all()


class Told:
    """Scores by a table of beads; lines left alone cost 3."""

    def __init__(self, beads: dict[tuple[int, int, int, int], float]) -> None:
        self.beads = beads

    def tables(self, row: int, last_row: int, first: int, last: int) -> Tables:
        """The told score of each bead, else -9."""
        found = np.full((len(SHAPES), last_row - row + 1, last - first + 1), -9.0, np.float32)
        for (line, column, height, width), score in self.beads.items():
            found[SHAPES.index((height, width)), line - row, column - first] = score
        return found

    def skip(self, side: int) -> Floats:
        """The same for every line."""
        return np.full(3, -3.0)


def test_a_step_says_by_how_much_it_won() -> None:
    """The two-to-one bead against one and one with a line left alone; the last pair has no rival worth the name."""
    told = Told({(0, 0, 2, 1): 5.0, (0, 0, 1, 1): 2.0, (1, 0, 1, 1): 6.5, (2, 1, 1, 1): 4.0})
    path = find_path(3, 2, mend_band(np.zeros(4, np.int64), np.full(4, 2), 2), told)
    assert [(step.height, step.width, step.worth) for step in path] == [(2, 1, 5.0), (1, 1, 4.0)]
    assert [step.margin for step in path] == [1.5, 10.0]
