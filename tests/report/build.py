"""Small analyses built by hand: an invented maker of pumps, its bilingual call and its release."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from nlp.records import (
    Amount,
    Analysis,
    Answer,
    Bead,
    Claim,
    Coverage,
    Document,
    Exchange,
    Finding,
    Pair,
    Paragraph,
    Part,
    Repair,
    Run,
    Sentence,
    Span,
    Tag,
    Turn,
)

CALL = """Operator
Welcome to the Tarnbrook Pumps call.
欢迎参加塔恩布鲁克泵业的电话会。
Mara Ellwood
Revenue was RMB81.4 million, up 12.6%, and the market of RMB7.7 billion in 2019 will be RMB19.2 million in 2024.
收入为8,140万元，增长12.6%，2019年77亿元的市场到2024年将达1,920万元。
We expect revenue between RMB90 million and RMB94 million.
"""
RELEASE = "Tarnbrook Pumps\r\nRevenue was RMB81.4 million.\r\nMargin was 31.2% against 30%.\r\n"


def a_document(text: str, **fields: Any) -> Document:
    """A document whose id is its name."""
    return Document(
        **{"id": fields.get("name", "call.txt"), "name": "call.txt", "text": text, "kind": "transcript", **fields}
    )


def an_amount(start: int, end: int, value: str = "1", **fields: Any) -> Amount:
    """An amount of one value in CNY."""
    number = Decimal(value)
    given = {"low": number, "high": number, "unit": "CNY", "kind": "money", "half_step": Decimal("0.05"), **fields}
    return Amount(start=start, end=end, **given)


def a_claim(document: Document, words: str, *, nth: int = 0, value: str = "1", **fields: Any) -> Claim:
    """A claim at the `nth` place of `words` in the document."""
    start = [hit.start() for hit in re.finditer(re.escape(words), document.text)][nth]
    end = start + len(words)
    given = {"id": f"c{start}-{end}", "language": "en", "metric": "revenue", **fields}
    return Claim(document_id=document.id, start=start, end=end, amount=an_amount(start, end, value), **given)


def a_finding(*claims: Claim, **fields: Any) -> Finding:
    """A finding about claims; contradicted, an error, unless told otherwise."""
    given = {"code": "A301", "verdict": "contradicted", "severity": "error", "message": "does not hold", **fields}
    return Finding(claims=tuple(claim.id for claim in claims), **given)


def paragraphs_of(document: Document, kinds: Sequence[str] = ()) -> tuple[Paragraph, ...]:
    """One paragraph a line."""
    rows = []
    for number, hit in enumerate(re.finditer(r"[^\r\n]+", document.text)):
        language = "zh" if re.search("[\u4e00-\u9fff]", hit.group()) else "en"
        kind = kinds[number] if number < len(kinds) else "speech"
        rows.append(
            Paragraph(
                id=f"{document.id}-{number}",
                document_id=document.id,
                start=hit.start(),
                end=hit.end(),
                language=language,
                kind=kind,
            )
        )
    return tuple(rows)


def an_analysis() -> Analysis:
    """A bilingual call with one error of scale, one warning, a release of the same quarter, and open amounts."""
    call = a_document(CALL, company="Tarnbrook Pumps", period="2023-Q1", language="mixed", script="hans")
    release = a_document(RELEASE, name="release.txt", kind="release", period="2023-Q1")
    rows = paragraphs_of(call, ("speaker", "speech", "speech", "speaker", "speech", "speech", "speech"))
    others = paragraphs_of(release, ("heading", "text", "text"))
    said = {
        "revenue": a_claim(call, "RMB81.4 million", value="81400000", period="2023-Q1"),
        "growth": a_claim(call, "12.6%", value="12.6", role="change"),
        "market": a_claim(call, "RMB7.7 billion", value="7700000000", metric="market_size"),
        "wrong": a_claim(call, "RMB19.2 million", value="19200000", metric="market_size"),
        "guided": a_claim(call, "RMB90 million and RMB94 million", value="90000000", modality="guided"),
        "wrong_zh": a_claim(call, "1,920万元", value="19200000", language="zh", metric="market_size"),
    }
    printed = a_claim(release, "RMB81.4 million", value="81400000", id="r1")
    margin = a_claim(release, "31.2%", value="31.2", id="r2", metric="gross_margin")
    findings = (
        a_finding(
            said["wrong"], said["market"], said["wrong_zh"], code="A311", origin="speaker", fingerprint="aa11",
            message="19.2 million after 7.7 billion cannot be a growth",
            formula="19.2m / 7.7bn = 0.0025",
            repairs=(Repair(value=Decimal(19200000000), text="RMB19.2 billion", residual="20.0-20.1% against 20.4%"),),
        ),
        a_finding(said["guided"], code="T501", severity="warning", origin="translation", fingerprint="bb22",
                  message="left untranslated", evidence=(Span(document_id=call.id, start=rows[6].start, end=rows[6].end),)),
        a_finding(said["revenue"], printed, code="R101", verdict="supported", severity="note", fingerprint="cc33",
                  message="equal as printed"),
        a_finding(said["growth"], code="A100", verdict="unchecked", severity="note", fingerprint="dd44",
                  message="no base is stated for 12.6%"),
        a_finding(margin, code="R110", verdict="not_comparable", severity="note", fingerprint="ee55",
                  message="the call gives no margin"),
    )  # fmt: skip
    turns = (
        Turn(id="t1", document_id=call.id, start=rows[1].start, end=rows[2].end, speaker="Operator", label="Operator",
             role="operator", paragraphs=tuple(r.id for r in rows[0:3])),
        Turn(id="t2", document_id=call.id, start=rows[4].start, end=rows[6].end, speaker="Mara Ellwood",
             label="Mara Ellwood", role="executive", title="CFO", paragraphs=tuple(r.id for r in rows[3:7])),
    )  # fmt: skip
    part = Part(document_id=call.id, start=rows[6].start, end=rows[6].end, status="partly", missing=("the split",),
                answers=(Answer(document_id=call.id, start=rows[4].start, end=rows[4].end, score=0.5),))  # fmt: skip
    return Analysis(
        run=Run(version="0.1.0", options="00", inputs=(("call.txt", "f00d"),), could_not_tie="no earlier release given"),
        documents=(call, release),
        paragraphs=(*rows, *others),
        turns=turns,
        sentences=(Sentence(id="s1", document_id=call.id, paragraph_id=rows[6].id, start=rows[6].start,
                            end=rows[6].end, language="en", turn_id="t2"),),
        exchanges=(Exchange(id="x1", document_id=call.id, analyst="Ove Lind", firm="Harrow Bank", turns=("t2",),
                            pairs=(Pair(question_turns=("t2",), answer_turns=("t2",), parts=(part,)),)),),
        beads=(Bead(id="b1", level="paragraph", source=(rows[1].id,), target=(rows[2].id,), score=0.9),
               Bead(id="b2", level="paragraph", source=(rows[4].id,), target=(rows[5].id,), score=0.8)),
        claims=(*said.values(), printed, margin),
        findings=findings,
        tags=(Tag(target_id="t2", kind="sentiment", label="positive", score=0.4, by="lexicon", words=("up",)),
              Tag(target_id="t2", kind="topic", label="guidance", score=0.5, by="lexicon", words=("expect",))),
        coverage=(Coverage(document_id=call.id, language="en", amounts=5, verified=1, rounding=0, exceptions=3,
                           not_comparable=0, unchecked=1),
                  Coverage(document_id=release.id, language="en", amounts=3, verified=1, rounding=0, exceptions=0,
                           not_comparable=1, unchecked=1)),
    )  # fmt: skip
