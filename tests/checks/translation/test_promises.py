"""What holds for any rows: no check raises, twins go both ways, nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any, TypeVar

from hypothesis import given
from hypothesis import strategies as st

from nlp.checks.evidence import Evidence
from nlp.checks.translation import CHECKS
from nlp.checks.translation.missing import values_in
from nlp.checks.translation.render import render_like
from nlp.checks.translation.residue import runs_of
from nlp.checks.twins import pair_twins
from nlp.languages.terms import PERIOD_TRAPS, TERMS
from nlp.records import Amount, Bead, Claim, Document, Paragraph, Sentence
from nlp.report.explain import page_file
from nlp.text import simplify
from tests.strategies import amounts, rows, texts

T = TypeVar("T", Claim, Paragraph, Sentence)
_IDS = st.sampled_from(["a", "b", "c"])
_UNITS = st.sampled_from(["CNY", "USD", "percent", "percentage_point", "basis_point", "multiple", "count", ""])


@st.composite
def _evidence(draw: st.DrawFn) -> Evidence:
    """Two documents whose rows overlap in every way, ids that exist or not."""
    documents = tuple(Document(id=i, name=i, text=draw(texts())) for i in ("a", "b"))
    paragraphs = tuple(draw(st.lists(_placed(Paragraph, language=st.sampled_from(["en", "zh"])), max_size=4)))
    sentences = tuple(draw(st.lists(_placed(Sentence), max_size=4)))
    claims = draw(st.lists(_placed(Claim, language=st.sampled_from(["en", "zh"])), max_size=8))
    varied = [replace(c, id=str(i), amount=replace(draw(amounts()), unit=draw(_UNITS))) for i, c in enumerate(claims)]
    levels = st.sampled_from(["paragraph", "sentence", "line"])
    ids = st.lists(_IDS, max_size=2).map(tuple)
    beads = draw(
        st.lists(st.builds(Bead, id=_IDS, level=levels, source=ids, target=ids, score=st.just(1.0)), max_size=6)
    )
    tables = {"documents": documents, "paragraphs": paragraphs, "sentences": sentences}
    return Evidence(**tables, claims=tuple(varied), beads=tuple(beads))  # type: ignore[arg-type] # by name


def _placed(kind: type[T], **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[T]:
    small = st.integers(min_value=0, max_value=60)
    named = {"id": _IDS, "document_id": _IDS, "start": small, "end": small, **fields}
    return st.tuples(rows(kind), st.fixed_dictionaries(named)).map(lambda pair: replace(pair[0], **pair[1]))


@given(_evidence())
def test_twins_go_both_ways_and_keep_every_claim(evidence: Evidence) -> None:
    paired = pair_twins(evidence)
    assert [replace(c, twins=()) for c in paired] == [replace(c, twins=()) for c in evidence.claims]
    by_id = {claim.id: claim for claim in paired}
    for before, claim in zip(evidence.claims, paired, strict=True):
        if claim.twins != before.twins:
            assert all(claim.id in by_id[twin].twins and by_id[twin].language != claim.language for twin in claim.twins)


@given(_evidence())
def test_no_check_raises_and_codes_have_pages(evidence: Evidence) -> None:
    paired = replace(evidence, claims=pair_twins(evidence))
    for evidence_given in (evidence, paired):
        for check in CHECKS:
            for finding in check(evidence_given.claims, evidence_given):
                assert finding.code in page_file("en")
                assert finding.verdict == "contradicted" or finding.severity == "note"


@given(texts(), amounts(), st.sampled_from(["hans", "hant"]))
def test_rendering_never_raises(surface: str, amount: Amount, script: str) -> None:
    assert isinstance(render_like(surface, amount, script), str)


@given(texts())
def test_runs_lie_in_the_text_and_values_are_finite(text: str) -> None:
    assert all(0 <= run.start <= run.end <= len(text) for run in runs_of(text))
    assert all(value.is_finite() for value in values_in(text))


def test_monstrous_values_are_left_alone() -> None:
    value = Decimal("1E+999999")
    amount = Amount(start=0, end=1, low=value, high=value, unit="CNY", kind="money", half_step=value)
    claim = Claim(id="c", document_id="a", start=0, end=1, language="en", amount=amount, metric="revenue")
    evidence = Evidence(documents=(Document(id="a", name="a", text="9"),), claims=(claim,))
    assert pair_twins(evidence) == (claim,)
    assert [finding for check in CHECKS for finding in check((claim,), evidence)] == []


def test_term_tables_are_simplified_and_wrong_is_not_accepted() -> None:
    for term in TERMS:
        words = (*term.renderings, *term.wrong)
        assert all(simplify(word) == word for word in words), term.name
        assert not set(term.renderings) & set(term.wrong), term.name
    assert all(simplify(trap.wrong) == trap.wrong for trap in PERIOD_TRAPS)
