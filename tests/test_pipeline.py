"""The pipeline on what users hand it: text, one language, the wrong role, nothing to say."""

from __future__ import annotations

import pytest

from nlp.options import Options
from nlp.pipeline import analyze, find_claims
from nlp.resources import shipped

EN = "Operator\nGood day.\nAnn Lee - CFO\nRevenue rose 12% to US$56.0 million from US$50.0 million.\n"
ZH = "主持人：大家好。\n首席财务官：营业收入由5.0亿元增长12%至5.6亿元。\n"


@pytest.mark.parametrize("text", [pytest.param(EN, id="en"), pytest.param(ZH, id="zh")])
def test_a_short_text_given_as_a_call_is_one(text: str) -> None:
    analysis = analyze(text)
    assert analysis.documents[0].kind == "transcript"
    assert [row.code for row in analysis.findings if row.verdict == "supported"] == ["A01"]


def test_a_document_in_another_role_says_so() -> None:
    letter = shipped("corpora", "calls", "yuelan-2024q1", "letter.txt")
    analysis = analyze(letter)
    assert analysis.documents[0].kind == "transcript"
    assert "its text reads like letter" in analysis.documents[0].because[-1]


def test_a_text_without_numbers_is_covered_by_none() -> None:
    analysis = analyze("Revenue was good.")
    assert (analysis.claims, analysis.findings, analysis.coverage) == ((), (), ())


def test_a_chinese_call_alone_is_checked() -> None:
    folder = shipped("corpora", "calls", "weiqu-2025q2")
    analysis = analyze(folder / "translation.txt", releases=[folder / "release.txt"])
    assert {row.language for row in analysis.claims if row.document_id == analysis.documents[0].id} == {"zh"}
    assert any(row.code == "R01" for row in analysis.findings)


def test_two_files_may_come_in_either_order() -> None:
    folder = shipped("corpora", "calls", "weiqu-2025q2")
    analysis = analyze(folder / "translation.txt", translation=folder / "transcript.txt")
    assert sum(1 for claim in analysis.claims if claim.twins) > 200


def test_the_same_file_twice_is_no_error() -> None:
    path = shipped("corpora", "calls", "weiqu-2025q2", "transcript.txt")
    analyze(path, translation=path)


@pytest.mark.parametrize(
    ("text", "lang"), [pytest.param("Revenue rose 12%.", "en", id="en"), pytest.param("营收增长12%", "zh", id="zh")]
)
def test_find_claims_on_plain_text(text: str, lang: str) -> None:
    (claim,) = find_claims(text)
    assert (claim.metric, claim.role, claim.language) == ("revenue", "change", lang)


def test_models_align_and_are_named_in_the_run() -> None:
    """One text is encoded once, whatever stage asks; what was analyzed before changes nothing."""
    folder = shipped("corpora", "calls", "yuelan-2024q1")
    plain = analyze(folder / "transcript.txt")
    options = Options(models="shipped")
    first = analyze(folder / "transcript.txt", options=options)
    assert (plain.run.models, first.run.models[0].split("@")[0]) == ((), "e5-small-en-zh")
    assert [row.score for row in first.beads] != [row.score for row in plain.beads]
    paired = [
        [(row.source, row.target) for row in analysis.beads if row.level == "paragraph"] for analysis in (plain, first)
    ]
    assert paired[0] == paired[1]
    analyze("Operator\nGood day.\n主持人\n大家好。\n", options=options)
    assert analyze(folder / "transcript.txt", options=options).beads == first.beads
