"""Claims and findings in spaCy's own objects, in any pipeline, through its serialisation and displaCy."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from importlib import import_module
from pathlib import Path

import pytest
import spacy
from spacy import displacy
from spacy.language import Language
from spacy.tokens import Doc

from nlp import analyze
from nlp.spacy_bridge import to_doc
from tests.report.build import an_analysis

EN = "Revenue rose 12.5% to $3.6 million from $3.2 million."
ZH = "营收同比增长12.5%至3.6亿元。"


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        pytest.param("en", EN, ["12.5%", "$3.6 million", "$3.2 million"], id="en"),
        pytest.param("zh", ZH, ["12.5%", "3.6亿元"], id="zh"),
        pytest.param("en", "Sales of RMB3.5-4.0bn are expected.", ["RMB3.5-4.0bn"], id="one-token"),
        pytest.param("en", "   ", [], id="blank"),
    ],
)
def test_a_component_in_a_blank_pipeline(lang: str, text: str, words: list[str]) -> None:
    nlp = spacy.blank(lang)
    nlp.add_pipe("tieout_claims")
    doc = nlp(text)
    claims = [span._.claim for span in doc.spans["claims"]]
    assert [text[claim.start : claim.end] for claim in claims] == words
    assert all(word in span.text for word, span in zip(words, doc.spans["claims"], strict=True))


def test_a_claim_is_the_record_itself() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("tieout_claims", config={"lang": "en"})
    doc = nlp(EN)
    span = doc.spans["claims"][1]
    assert (span.label_, span._.claim.amount.low, span._.claim.amount.unit) == ("revenue", Decimal(3_600_000), "USD")


def test_findings_of_a_text_against_itself() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("tieout_findings")
    doc = nlp("Revenue rose by 22.6% to US$90.4 million from US$80.3 million in the third quarter of 2031.")
    wrong = [span for span in doc.spans["findings"] if span._.finding.verdict == "contradicted"]
    assert [(span.text, span.label_) for span in wrong] == [("22.6%", "A01 contradicted")]


def test_a_doc_survives_its_bytes() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("tieout_claims")
    doc = nlp(EN)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert [span._.claim for span in again.spans["claims"]] == [span._.claim for span in doc.spans["claims"]]


def test_displacy_draws_the_claims() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("tieout_claims")
    html = displacy.render(nlp(EN), style="span", options={"spans_key": "claims"}, jupyter=False)
    assert "revenue" in html and "3.6" in html


def test_an_analysis_as_a_doc() -> None:
    analysis = an_analysis()
    doc = to_doc(analysis)
    assert doc.text == analysis.documents[0].text
    assert [span._.claim for span in doc.spans["claims"]] == [c for c in analysis.claims if c.document_id == "call.txt"]
    assert {span._.finding.code for span in doc.spans["findings"]} == {"A311", "T501", "R101", "A100"}
    assert to_doc(analysis, 1).text == analysis.documents[1].text


def test_every_entry_point_is_a_factory(root: Path) -> None:
    table = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    points = table["project"]["entry-points"]["spacy_factories"]
    assert set(points) == {"tieout_claims", "tieout_findings"}
    for name, place in points.items():
        module, _, function = place.partition(":")
        assert callable(getattr(import_module(module), function))
        assert Language.has_factory(name)


def test_many_texts_through_a_pipe() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("tieout_claims")
    docs = list(nlp.pipe([EN, "Nothing here.", EN]))
    assert [len(doc.spans["claims"]) for doc in docs] == [3, 0, 3]


def test_a_text_of_many_documents_is_not_changed() -> None:
    assert analyze(EN).documents[0].text == EN
