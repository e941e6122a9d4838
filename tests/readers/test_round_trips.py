"""The shipped calls printed as HTML, Word and PDF give the same paragraphs, claims and findings as their plain text."""

from __future__ import annotations

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
# Releases with tables in every manner of columns are compared by their tables.
WHOLE = [folder for folder in CALLS if folder.name in ("weiqu-2025q2", "yuelan-2024q1")]
_NEXT_TO_HAN = re.compile(r"\s+(?=[\u2e80-\u9fff\uff00-\uffef])|(?<=[\u2e80-\u9fff\uff00-\uffef])\s+")


def words(text: str) -> str:
    """One blank for any run; none beside Chinese characters, where a line's end hides whether there was one."""
    return _NEXT_TO_HAN.sub("", " ".join(text.split()))


def paragraphs(document: Document) -> list[tuple[str, str, str]]:
    return [(row.kind, row.language, words(document.text[row.start : row.end])) for row in segment(document).paragraphs]


def comments(document: Document) -> list[tuple[int, str, int]]:
    return [(row.number, row.heading, len(row.requests)) for row in segment(document).comments]


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*.txt"))


@PRINTS
@pytest.mark.parametrize("folder", CALLS, ids=lambda folder: folder.name)
def test_same_paragraphs(folder: Path, show: Print) -> None:
    for path in files(folder):
        if path.stem == "release" and folder not in WHOLE:
            continue
        text = path.read_text(encoding="utf-8-sig")
        plain, printed = read(text.encode(), name=path.name), read(show(text), name=path.name)
        if show is to_pdf and segment(plain).comments:
            # A page of a letter ends anywhere, and no PDF says whether a line was left empty there.
            assert comments(printed) == comments(plain)
            assert len(set(paragraphs(plain)) - set(paragraphs(printed))) <= 2
        else:
            # A table that a page's end parts loses its heads there; its figures are compared as claims.
            least = len(set(paragraphs(plain)) - set(paragraphs(printed)))
            assert least <= (4 if show is to_pdf else 0)


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


def without_letters(result: Result) -> Result:
    """Findings but those of a letter's requests and of footing: pages end anywhere, in a comment or in a table."""
    claims, findings = result
    kept = {row: count for row, count in findings.items() if not str(row[0]).startswith(("L", "A17"))}
    return claims, Counter(kept)


def said(result: Result) -> Result:
    """The claims of the prose, and what is found wrong."""
    claims, findings = result
    return [row for row in claims if not row[-1]], Counter(
        {r: n for r, n in findings.items() if r[1] == "contradicted"}
    )


@cache
def plain_results(folder: Path) -> Result:
    texts = {path.stem: path.read_text(encoding="utf-8-sig") for path in files(folder)}
    return results(texts, lambda text: text.encode())


@PRINTS
@pytest.mark.parametrize("folder", WHOLE, ids=lambda folder: folder.name)
def test_same_claims_and_findings(folder: Path, show: Print) -> None:
    texts = {path.stem: path.read_text(encoding="utf-8-sig") for path in files(folder)}
    found, plain = without_letters(results(texts, show)), without_letters(plain_results(folder))
    if show is to_pdf:  # a page's end may take the heads from the rest of a table: its cells are then left out
        found, plain = said(found), said(plain)
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
    assert found == plain if show is not to_pdf else without_letters(found) == without_letters(plain)
