"""Generated calls: the same for the same seed, no sentence twice, and read as the calls they are."""

from __future__ import annotations

from pathlib import Path

from corpora.generate import generate, write
from nlp.languages.tokenize import split_sentences
from nlp.pipeline import analyze


def test_the_same_seed_writes_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write(tmp_path / name, 4, seed=5, paragraphs=6)
    files = sorted(path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*.txt"))
    assert len(files) == 10
    assert all((tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes() for file in files)
    assert next(generate(1, seed=5)).files != next(generate(1, seed=6)).files


def test_a_call_does_not_depend_on_how_many_there_are() -> None:
    assert list(generate(3, seed=1, paragraphs=5)) == list(generate(9, seed=1, paragraphs=5))[:3]


def test_ten_thousand_calls_are_of_ten_thousand_quarters() -> None:
    places = {(call.company, call.period) for call in generate(10_000, seed=1, paragraphs=2)}
    assert len(places) == 10_000


def test_no_statement_comes_twice() -> None:
    seen: set[str] = set()
    for call in generate(40, seed=3, paragraphs=12):
        for name, text in call.files.items():
            found = split_sentences(text, "zh" if name == "translation.txt" else "en")
            said = [text[start:end] for start, end in found if end - start > 60]
            assert not seen & set(said)
            seen |= set(said)
    assert len(seen) > 2000


def test_it_reads_as_a_call_in_two_languages() -> None:
    for call in generate(2, seed=2, paragraphs=12):
        analysis = analyze(
            call.files["transcript.txt"],
            translation=call.files.get("translation.txt"),
            releases=[call.files["release.txt"]],
        )
        assert (analysis.documents[0].period, analysis.documents[0].company) == (call.period, call.company)
        assert len(analysis.exchanges) >= 1
        assert {claim.language for claim in analysis.claims} == {"en", "zh"}
        assert sum(bead.level == "sentence" for bead in analysis.beads) > 30
