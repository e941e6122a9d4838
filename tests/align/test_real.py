"""Real documents, where they are at hand; only counts and positions stand here."""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path

import pytest

from nlp.align import align, align_interleaved, align_sentences
from nlp.encoders import load_encoder
from nlp.readers import read
from nlp.scoring.beads import BeadScore, damaged, score_beads, score_folder
from nlp.scoring.gold_beads import Pairing, read_texts
from nlp.segment import segment
from nlp.text import guess_language

pytestmark = pytest.mark.real


@pytest.fixture(scope="module")
def sides(seeds: dict[str, Path]) -> tuple[list[str], list[str]]:
    """The transcript's lines by language, without speaker lines: those stand twice."""
    lines = seeds["transcript"].read_text(encoding="utf-8-sig").split("\n")
    speakers = {line for line, following in pairwise(lines) if line == following}
    content = [line for line in lines if line.strip() and line not in speakers]
    english = [line for line in content if guess_language(line) == "en"]
    return english, [line for line in content if guess_language(line) == "zh"]


def test_two_files_of_the_seed(sides: tuple[list[str], list[str]]) -> None:
    found = [(bead.source, bead.target) for bead in align(*sides, encoder=None)]
    assert found == [((), (0,)), *(((line,), (line + 1,)) for line in range(53))]


def test_five_deleted_on_each_side(sides: tuple[list[str], list[str]]) -> None:
    total = BeadScore()
    for seed in range(10):
        draw = random.Random(seed)  # noqa: S311 -- a repeatable draw, no secret
        ours = sorted(set(range(53)) - set(draw.sample(range(53), 5)))
        theirs = sorted(set(range(54)) - set(draw.sample(range(54), 5)))
        gold: list[Pairing] = [((ours.index(n),), (theirs.index(n + 1),)) for n in ours if n + 1 in theirs]
        gold += [((ours.index(n),), ()) for n in ours if n + 1 not in theirs]
        gold += [((), (theirs.index(n),)) for n in theirs if n - 1 not in ours]
        beads = align([sides[0][n] for n in ours], [sides[1][n] for n in theirs], encoder=None)
        total += score_beads(((bead.source, bead.target) for bead in beads), gold)
    assert total.f1 >= 0.98
    assert total.null_f1 >= 0.95


def test_the_seed_as_one_file(seeds: dict[str, Path]) -> None:
    segments = segment(read(seeds["transcript"]))
    beads = align_interleaved(segments.document, segments.paragraphs)
    place = {paragraph.id: number for number, paragraph in enumerate(segments.paragraphs)}
    paired = [(place[bead.source[0]], place[bead.target[0]]) for bead in beads if bead.source and bead.target]
    assert [target - source for source, target in paired] == [1] * 53
    assert [(bead.source, len(bead.target)) for bead in beads if not bead.source] == [((), 1)]
    assert len(beads) == 54
    sentences = align_sentences([segments.document], beads, segments.sentences)
    assert sum(bool(bead.source and bead.target) for bead in sentences) >= 210
    assert sum(not (bead.source and bead.target) for bead in sentences) <= 3


@pytest.mark.parametrize(("folder", "plain", "least"), [("novels", 0.86, 0.88), ("letters", 0.98, 0.985)])
def test_floors_on_public_texts(shared: Path, folder: str, plain: float, least: float) -> None:
    """Without an encoder, and with the shipped one, which must not do worse."""
    for encoder, floor in ((None, plain), (load_encoder("shipped"), least)):
        scores = score_folder(shared / "dev" / "align" / folder, encoder)
        assert sum((score for _, score in scores), BeadScore()).f1 >= floor


@pytest.mark.parametrize("seed", range(5))
def test_the_shuffled_seed_is_aligned_order_free(sides: tuple[list[str], list[str]], seed: int) -> None:
    """All lines that stand once are found; of lines that read alike, any may stand for another."""
    english, chinese = sides[0], sides[1][1:]
    order = list(range(53))
    random.Random(seed).shuffle(order)  # noqa: S311 -- a repeatable draw, no secret
    beads = align(english, [chinese[place] for place in order], encoder=None)
    assert {bead.order for bead in beads} == {"free"}
    pairs = [(bead.source, bead.target) for bead in beads]
    assert all(len(ours) == len(theirs) == 1 for ours, theirs in pairs)
    assert all(chinese[order[theirs[0]]] == chinese[ours[0]] for ours, theirs in pairs)
    once = [n for n in range(53) if english.count(english[n]) == chinese.count(chinese[n]) == 1]
    assert len(once) == 45
    assert all(((n,), (order.index(n),)) in pairs for n in once)


def test_public_texts_are_seen_to_be_in_order(shared: Path) -> None:
    """Damaged novels share little that is rare, and still stand in order."""
    for text in read_texts(shared / "dev" / "align"):
        for one in (*damaged(text, "as written"), *damaged(text, "ruffled, gap")):
            langs = {"source_lang": one.source_lang, "target_lang": one.target_lang}
            beads = align(one.source, one.target, **langs, encoder=None)  # type: ignore[arg-type]
            assert {bead.order for bead in beads} == {"kept"}, text.name
