"""Small bilingual calls for tests: amounts are marked in the text, so that no other stage is needed.

`{RMB8.1 million|8100000|CNY|change|period=2033-Q2}`: words, value (or low..high, an empty end is open), unit, then the
role or any field of Claim; `mod=` is the amount's modifier and `step=` its half-step. One line is one paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from nlp.checks.evidence import Evidence
from nlp.checks.translation import CHECKS
from nlp.checks.twins import pair_twins
from nlp.options import Options
from nlp.records import Amount, Bead, Claim, Document, Finding, Paragraph, Sentence
from nlp.text import fold

_MARKED = re.compile(r"\{([^{}|]*)\|([^{}]*)\}")
_ROLES = {"level", "base", "change", "share", "whole", "ratio", "driver"}
_SENTENCE = {"en": re.compile(r"(?<=[.?!]) (?=[A-Z])"), "zh": re.compile(r"(?<=[。？！])")}
_KINDS = {
    "percent": "percent",
    "percentage_point": "points",
    "basis_point": "points",
    "count": "count",
    "multiple": "ratio",
}


def a_call(english: str, chinese: str, *, sentences: bool = True, **terms: Any) -> Evidence:
    """English and Chinese, line by line: the claims have their twins. An empty Chinese line is an omitted paragraph."""
    one, mine = _read(english, "en", 0)
    other, theirs = _read(chinese, "zh", 1000)
    documents = (_document("d-en", one, "en"), _document("d-zh", other, "zh"))
    paragraphs = [*_paragraphs(documents[0], "en"), *_paragraphs(documents[1], "zh")]
    by_line = {lang: [p for p in paragraphs if p.language == lang] for lang in ("en", "zh")}
    beads: list[Bead] = []
    rows: list[Sentence] = []
    for i, (left, right) in enumerate(zip(by_line["en"], by_line["zh"], strict=True)):
        target = (right.id,) if right.end > right.start else ()
        beads.append(Bead(id=f"b-{i}", level="paragraph", source=(left.id,), target=target, score=1.0))
        pairs = _sentences(left, documents[0]), _sentences(right, documents[1])
        rows += [*pairs[0], *pairs[1]]
        if sentences and target and len(pairs[0]) == len(pairs[1]):
            beads += [
                Bead(id=f"b-{a.id}", level="sentence", source=(a.id,), target=(b.id,), score=1.0)
                for a, b in zip(*pairs, strict=True)
            ]
    tables: dict[str, Any] = {
        "documents": documents,
        "paragraphs": tuple(paragraphs),
        "sentences": tuple(rows),
        "beads": tuple(beads),
    }
    options = Options(**terms)
    evidence = Evidence(**tables, claims=(*mine, *theirs), options=options)
    return Evidence(
        **tables,
        claims=pair_twins(evidence),
        options=options,
    )


def findings_of(english: str, chinese: str, **options: Any) -> list[Finding]:
    """Everything family T says of the two texts."""
    evidence = a_call(english, chinese, **options)
    return [finding for check in CHECKS for finding in check(evidence.claims, evidence)]


def told(english: str, chinese: str, **options: Any) -> list[tuple[str, str, str]]:
    """(code, verdict, severity) of all but the numbers carried over, sorted."""
    found = findings_of(english, chinese, **options)
    return sorted((f.code, f.verdict, f.severity) for f in found if f.verdict == "contradicted")


def _read(text: str, lang: str, number: int) -> tuple[str, list[Claim]]:
    out, last = "", 0
    claims: list[Claim] = []
    for found in _MARKED.finditer(text):
        out += text[last : found.start()]
        claims.append(_claim(found[1], found[2].split("|"), lang, len(out), number + len(claims)))
        out, last = out + found[1], found.end()
    return out + text[last:], claims


def _claim(words: str, fields: Sequence[str], lang: str, start: int, number: int) -> Claim:
    low, _, high = fields[0].partition("..")
    ends = [Decimal(end) if end else None for end in (low, high if ".." in fields[0] else low)]
    named = dict(field.split("=", 1) for field in fields[2:] if "=" in field)
    role = next((field for field in fields[2:] if field in _ROLES), "level")
    end = start + len(words)
    amount = Amount(
        start=start,
        end=end,
        low=ends[0],
        high=ends[1],
        unit=fields[1],
        kind=_KINDS.get(fields[1], "money"),  # type: ignore[arg-type] # from the table above
        half_step=Decimal(named.pop("step")) if "step" in named else _step(words, ends[0] or ends[1]),
        modifier=named.pop("mod", None),
    )
    known: dict[str, Any] = {"metric": "other:thing", "role": role, **named}
    place: dict[str, Any] = {"document_id": f"d-{lang}", "start": start, "end": end, "language": lang}
    spoken = ("comparator",) if known.get("comparator") else ()
    return Claim(id=f"c-{lang}-{number}", amount=amount, named=spoken, **place, **known)


def _step(words: str, value: Decimal | None) -> Decimal:
    """Half the last digit of the first number printed, scaled as its value is."""
    found = re.search(r"[0-9][0-9,]*(?:\.([0-9]+))?", fold(words))
    if found is None or not value:
        return Decimal("0.5")
    printed = Decimal(found[0].replace(",", ""))
    return abs(value / printed) * Decimal(1).scaleb(-len(found[1] or "")) / 2 if printed else Decimal("0.5")


def _document(name: str, text: str, lang: str) -> Document:
    return Document(id=name, name=name, text=text, kind="transcript", language=lang)


def _paragraphs(document: Document, lang: str) -> list[Paragraph]:
    rows, start = [], 0
    for i, line in enumerate(document.text.split("\n")):
        place: dict[str, Any] = {"start": start, "end": start + len(line), "language": lang, "kind": "speech"}
        rows.append(Paragraph(id=f"p-{lang}-{i}", document_id=document.id, **place))
        start += len(line) + 1
    return rows


def _sentences(row: Paragraph, document: Document) -> list[Sentence]:
    text, start, rows = document.text[row.start : row.end], 0, []
    cuts = [found.start() for found in _SENTENCE[row.language].finditer(text)]
    for i, end in enumerate([*(cut for cut in cuts if cut < len(text)), len(text)]):
        place = {"document_id": document.id, "paragraph_id": row.id, "language": row.language}
        rows.append(Sentence(id=f"{row.id}-{i}", start=row.start + start, end=row.start + end, **place))
        start = end
    return rows
