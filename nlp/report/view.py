"""An analysis with its tables joined, as every report needs it: places, quotations, exceptions, reasons."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from ..languages.late import late
from ..messages import translate
from ..records import Analysis, Claim, Document, Finding, Paragraph, Sentence, Span
from .labels import SEVERITIES, VERDICTS, is_exception, plural
from .marks import ClaimState, claim_states

_NEWLINE = late(r"\r\n|\r|\n")
_BRACKET = late(
    r"\([^()]{0,200}\)|（[^（）]{0,200}）|“[^“”]{0,200}”|「[^「」]{0,200}」"
)  # what is told of one place, or quoted from it
_FIGURE = late(
    r"(?:\b[A-Z]{3} )?[^\s,;:。，；：]{0,24}[0-9][^\s;:。，；：]{0,40}"
    r"(?: (?:(?:thousand|million|billion|trillion|points?)\b|百万|百萬|十亿|十億))?,?(?: [A-Z]{3}\b)?"
)
Place = Span | Claim | Sentence | Paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why some claims were not tied: how many findings say so, of which code, in which words."""

    verdict: str
    code: str
    message: str
    count: int
    example: str = ""

    def told(self, lang: str) -> str:
        """The words in `lang` (en, zh-Hans, zh-Hant)."""
        if lang == "en":
            return self.message
        other = translate(self.example or self.message, lang)
        return other if self.message == self.example else _kind_of(other)


class View:
    """Look-ups over one analysis; built once for a report."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.documents = {row.id: row for row in analysis.documents}
        self.claims = {row.id: row for row in analysis.claims}
        self.order = {row.id: at for at, row in enumerate(analysis.documents)}
        self._behalf = {row.id: row.on_behalf_of for row in analysis.paragraphs if row.on_behalf_of}
        self._lines: dict[str, list[int]] = {}

    @cached_property
    def states(self) -> dict[str, ClaimState]:
        """The state of each claim by id."""
        return claim_states(self.analysis.claims, self.analysis.findings)

    @cached_property
    def exceptions(self) -> tuple[Finding, ...]:
        """What is wrong: errors, warnings, notes; within these in the order of the documents."""
        return tuple(sorted(filter(is_exception, self.analysis.findings), key=self._sort_key))

    @cached_property
    def others(self) -> dict[str, tuple[Finding, ...]]:
        """The findings that report nothing wrong, by verdict, in the order of the documents."""
        rows = sorted((f for f in self.analysis.findings if not is_exception(f)), key=self._sort_key)
        return {verdict: tuple(f for f in rows if f.verdict == verdict) for verdict in VERDICTS}

    def _sort_key(self, finding: Finding) -> tuple[int, int, int, str, str]:
        place = self.head(finding)
        at = (self.order.get(place.document_id, 0), place.start) if place else (len(self.order), 0)
        return SEVERITIES.index(finding.severity), *at, finding.code, finding.fingerprint

    def head(self, finding: Finding) -> Place | None:
        """Where a finding points first: its first claim, else its first evidence, else None."""
        for claim_id in finding.claims:
            if claim_id in self.claims:
                return self.claims[claim_id]
        return next((span for span in finding.evidence if span.document_id in self.documents), None)

    def speaker(self, claim: Claim) -> str | None:
        """Whose words a claim is: the person an interpreter speaks for, else the speaker."""
        return self._behalf.get(claim.paragraph_id or "") or claim.speaker

    def document_of(self, row: Place) -> Document:
        """The document a row lies in."""
        return self.documents[row.document_id]

    def quote(self, row: Place) -> str:
        """The words of a row as printed."""
        return self.document_of(row).text[row.start : row.end]

    def place(self, row: Place) -> str:
        """`file:line:column`, both from 1, the column in characters."""
        line, column = self.line_and_column(row)
        return f"{self.document_of(row).name}:{line}:{column}"

    def line_and_column(self, row: Place) -> tuple[int, int]:
        """Line and column of a row's start, from 1; `\\r\\n`, `\\n` and a lone `\\r` end a line."""
        return self.line_and_column_at(row.document_id, row.start)

    def line_and_column_at(self, document_id: str, offset: int) -> tuple[int, int]:
        """Line and column of a character of a document, from 1."""
        starts = self._lines.get(document_id)
        if starts is None:
            text = self.documents[document_id].text
            starts = self._lines[document_id] = [0, *(hit.end() for hit in _NEWLINE.finditer(text))]
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    @cached_property
    def counts(self) -> Counter[str]:
        """How many exceptions of each severity."""
        return Counter(finding.severity for finding in self.exceptions)

    def counts_text(self) -> str:
        """`1 error, 2 warnings, 0 notes`."""
        return ", ".join(plural(self.counts[severity], severity) for severity in SEVERITIES)

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        """Why claims were not comparable or not checked, the commonest first; messages differing in figures are one."""
        return _reasons((*self.others["not_comparable"], *self.others["unchecked"]))

    @cached_property
    def unnamed(self) -> int:
        """How many claims no finding names at all."""
        return sum(1 for state in self.states.values() if not state.findings)


def _kind_of(message: str) -> str:
    """A reason without its figures and what it holds in brackets, which differ from claim to claim.

    >>> _kind_of("The release states RMB4.2 million, but of a different period (2023-Q1 / 2022-Q4).")
    'The release states … but of a different period.'
    >>> _kind_of("comment 4 (Our Plants, page 31): “show them apart”: no passage speaks of it")
    'no passage speaks of it'
    """
    bare = _BRACKET.sub("", message)
    words = " ".join(_FIGURE.sub("…", bare).split()).replace(" .", ".").replace("… and …", "…")
    return re.split("(?:: : |：：)", words)[-1]  # before a quotation stands only where it is from


def _reasons(findings: Iterable[Finding]) -> tuple[Reason, ...]:
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.verdict, finding.code, _kind_of(finding.message)), []).append(finding)
    rows = [
        Reason(
            verdict=verdict,
            code=code,
            message=members[0].message if len({m.message for m in members}) == 1 else message,
            count=len(members),
            example=members[0].message,
        )
        for (verdict, code, message), members in groups.items()
    ]
    # What a letter asks for is no figure: behind the amounts, which most readers look for here.
    return tuple(sorted(rows, key=lambda row: (row.code[0] == "L", -row.count, row.verdict, row.code, row.message)))
