"""States of claims and the cutting of paragraphs into marked pieces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.report.marks import claim_states, cut
from tests.report.build import a_claim, a_document, a_finding

_TEXT = "between RMB3.5 and 4.0 billion"
_DOCUMENT = a_document(_TEXT)


def _pieces(*words: str) -> list[tuple[str, list[str], list[str]]]:
    claims = [a_claim(_DOCUMENT, w, id=w) for w in words]
    pieces = cut(0, len(_TEXT), claims)
    return [(_TEXT[p.start : p.end], [c.id for c in p.claims], [c.id for c in p.opens]) for p in pieces]


@pytest.mark.parametrize(
    ("words", "pieces"),
    [
        pytest.param([], [(_TEXT, [], [])], id="none"),
        pytest.param(
            ["4.0"],
            [("between RMB3.5 and ", [], []), ("4.0", ["4.0"], ["4.0"]), (" billion", [], [])],
            id="one",
        ),
        pytest.param(
            ["3.5 and 4.0", "4.0"],
            [
                ("between RMB", [], []),
                ("3.5 and ", ["3.5 and 4.0"], ["3.5 and 4.0"]),
                ("4.0", ["3.5 and 4.0", "4.0"], ["4.0"]),
                (" billion", [], []),
            ],
            id="nested",
        ),
        pytest.param(
            ["RMB3.5 and", "and 4.0"],
            [
                ("between ", [], []),
                ("RMB3.5 ", ["RMB3.5 and"], ["RMB3.5 and"]),
                ("and", ["RMB3.5 and", "and 4.0"], ["and 4.0"]),
                (" 4.0", ["and 4.0"], []),
                (" billion", [], []),
            ],
            id="overlapping",
        ),
    ],
)
def test_cut(words: list[str], pieces: list[tuple[str, list[str], list[str]]]) -> None:
    assert _pieces(*words) == pieces


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 12)), max_size=8), st.integers(0, 20), st.integers(0, 20))
def test_pieces_are_the_paragraph_and_every_claim_in_it_opens_once(
    spans: list[tuple[int, int]], start: int, length: int
) -> None:
    document = a_document("x" * 60)
    claims = [a_claim(document, "x" * (size or 1), nth=0, id=str(n)) for n, (_, size) in enumerate(spans)]
    placed = [
        type(c)(**{f: getattr(c, f) for f in c.__slots__} | {"start": at, "end": at + size})
        for c, (at, size) in zip(claims, spans, strict=True)
    ]
    pieces = cut(start, start + length, placed)
    assert "".join("x" * (p.end - p.start) for p in pieces) == "x" * length
    assert [p.end for p in pieces[:-1]] == [p.start for p in pieces[1:]]
    opened = [c.id for p in pieces for c in p.opens]
    inside = {c.id for c in placed if max(c.start, start) < min(c.end, start + length)}
    assert sorted(opened) == sorted(inside)
    for piece in pieces:
        assert all(c.start <= piece.start and piece.end <= c.end for c in piece.claims)


@pytest.mark.parametrize(
    ("verdicts", "state"),
    [
        pytest.param([], ("unchecked", "note", 0), id="none"),
        pytest.param([("unchecked", "note"), ("not_comparable", "note")], ("not_comparable", "note", 2), id="reason"),
        pytest.param([("not_comparable", "note"), ("rounding", "note")], ("rounding", "note", 2), id="tied-somewhere"),
        pytest.param(
            [("rounding", "note"), ("supported", "note")], ("supported", "note", 2), id="exact-beats-rounding"
        ),
        pytest.param([("supported", "note"), ("contradicted", "note")], ("contradicted", "note", 2), id="never-hidden"),
        pytest.param(
            [("contradicted", "note"), ("contradicted", "error")], ("contradicted", "error", 2), id="worst-severity"
        ),
    ],
)
def test_state(verdicts: list[tuple[str, str]], state: tuple[str, str, int]) -> None:
    claim = a_claim(_DOCUMENT, "4.0")
    findings = [a_finding(claim, verdict=v, severity=s, code="A900") for v, s in verdicts]
    found = claim_states([claim], findings)[claim.id]
    assert (found.verdict, found.severity, len(found.findings)) == state


def test_a_claim_that_only_serves_a_proof_is_not_accused() -> None:
    accused, witness = a_claim(_DOCUMENT, "3.5"), a_claim(_DOCUMENT, "4.0")
    states = claim_states([accused, witness], [a_finding(accused, witness)])
    assert (states[accused.id].verdict, states[witness.id].verdict) == ("contradicted", "unchecked")
    assert len(states[witness.id].findings) == 1
