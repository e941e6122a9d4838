"""The shipped calls printed as HTML, Word and PDF give the same paragraphs, claims and findings as their plain text."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from nlp.pipeline import analyze
from nlp.readers import read
from nlp.records import Document
from nlp.resources import shipped
from nlp.segment import segment
from tests.rendering import to_docx, to_html, to_pdf

Print = Callable[[str], bytes]
PRINTS = pytest.mark.parametrize("show", [to_html, to_docx, to_pdf], ids=lambda show: show.__name__)
CALLS = sorted(path.parent for path in shipped("corpora", "calls").glob("*/call.toml"))
EVERY = os.environ.get("TIEOUT_BATTERY") == "1"
# `make battery` analyzes every call in every form; a usual run takes them in turns.
FORMS = [to_html, to_docx, to_pdf]
CASES = [(folder, show) for at, folder in enumerate(CALLS) for to, show in enumerate(FORMS) if EVERY or at % 3 == to]
_NEXT_TO_HAN = re.compile(r"\s+(?=[\u2e80-\u9fff\uff00-\uffef])|(?<=[\u2e80-\u9fff\uff00-\uffef])\s+")


def words(text: str) -> str:
    """One blank for any run; none beside Chinese characters, where a line's end hides whether there was one."""
    return _NEXT_TO_HAN.sub("", " ".join(text.split()))


def paragraphs(document: Document) -> list[tuple[str, str, str]]:
    """What each paragraph is and says. A title that stands right on its table is one of its lines in plain text."""
    return [
        ("text" if row.kind == "heading" else row.kind, row.language, words(document.text[row.start : row.end]))
        for row in segment(document).paragraphs
    ]


def comments(document: Document) -> list[tuple[int, str, int]]:
    return [(row.number, row.heading, len(row.requests)) for row in segment(document).comments]


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*.txt"))


@PRINTS
@pytest.mark.parametrize("folder", CALLS, ids=lambda folder: folder.name)
def test_same_paragraphs(folder: Path, show: Print) -> None:
    for path in files(folder):
        text = path.read_text(encoding="utf-8-sig")
        plain, printed = read(text.encode(), name=path.name), read(show(text), name=path.name)
        assert paragraphs(printed) == paragraphs(plain)
        assert comments(printed) == comments(plain)


def test_letters_wherever_their_pages_end() -> None:
    """Lines that the writer broke: a page may end behind any of them. All comments stay, nearly all headings and
    paragraphs: between two headings no page says whether a line was left empty.
    """
    differ = []
    feet = range(80, 380, 20)
    letters = [path for folder in CALLS for path in files(folder) if segment(read(path)).comments]
    for path in letters:
        plain = read(path)
        for foot in feet:
            printed = read(to_pdf(plain.text, foot=foot), name=path.name)
            asked = [[(number, requests) for number, _, requests in comments(row)] for row in (plain, printed)]
            assert asked[0] == asked[1], (path.parent.name, foot)
            if comments(printed) != comments(plain) or paragraphs(printed) != paragraphs(plain):
                differ.append((path.parent.name, foot))
    assert len(differ) <= 0.1 * len(letters) * len(feet), differ


Result = tuple[list[tuple[object, ...]], Counter[tuple[object, ...]]]


def results(texts: dict[str, str], show: Print) -> Result:
    documents = {name: read(show(text), name=name) for name, text in texts.items()}
    analysis = analyze(
        documents["transcript"],
        translation=documents.get("translation"),
        releases=[document for name, document in documents.items() if name.startswith("release")],
        letters=[document for name, document in documents.items() if name.startswith("letter")],
    )
    claims: list[tuple[object, ...]] = [
        (
            row.metric,
            row.segment,
            row.period,
            row.amount.low,
            row.amount.high,
            row.amount.unit,
            row.role,
            row.modality,
            row.by == "rule:table",
        )
        for row in analysis.claims
    ]
    findings: Counter[tuple[object, ...]] = Counter(
        (row.code, row.verdict, row.severity, len(row.repairs)) for row in analysis.findings
    )
    return claims, findings


@cache
def plain_results(folder: Path) -> Result:
    texts = {path.stem: path.read_text(encoding="utf-8-sig") for path in files(folder)}
    return results(texts, lambda text: text.encode())


@pytest.mark.parametrize(("folder", "show"), CASES, ids=[f"{folder.name}-{show.__name__}" for folder, show in CASES])
def test_same_claims_and_findings(folder: Path, show: Print) -> None:
    texts = {path.stem: path.read_text(encoding="utf-8-sig") for path in files(folder)}
    found, plain = results(texts, show), plain_results(folder)
    assert sorted(map(str, found[0])) == sorted(map(str, plain[0]))
    assert found[1] == plain[1]


@cache
def seed_results(paths: tuple[tuple[str, Path], ...]) -> Result:
    texts = {kind: path.read_text(encoding="utf-8-sig") for kind, path in paths}
    return results(texts, lambda text: text.encode())


@pytest.mark.real
@PRINTS
def test_seeds_give_the_same_claims_and_findings(seeds: dict[str, Path], show: Print) -> None:
    texts = {kind: path.read_text(encoding="utf-8-sig") for kind, path in seeds.items()}
    found, plain = results(texts, show), seed_results(tuple(sorted(seeds.items())))
    assert found == plain
