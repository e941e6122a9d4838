"""Mutation: one error of a named class put into clean documents, to see which the checks find.

`tieout score --mutate` prints, by class and corner (English, Chinese, release), the share that is found, over all
mutants and over those that can be proved in principle: the number has a twin, takes part in a relation that holds, ties
to a release, or stands elsewhere in the set. Then how often a finding names the right kind, how often its first repair
is what stood there, and the false alarms of the clean calls. Which numbers are changed follows from a fixed seed.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..pipeline import analyze
from ..readers import read
from ..records import Analysis, Claim, Document, Finding
from .gold import CallFiles, find_calls
from .mutants import CLASSES, NAMES, Mutant, make_mutants, page_of
from .provable import is_provable

CORNERS = ("english", "chinese", "release")
_BESIDE = 40  # characters
_ALARMS = ("error", "warning")
_HEAD = "class      corner       found  recall   provable  recall  named  repairs right\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassScore:
    """How the mutants of one class and corner fared. `provable` ones are counted by themselves, too.

    `named` is how many finds carry a code of the class, `offered` how many offer a repair, `repaired` the right first.
    """

    tried: int = 0
    found: int = 0
    provable: int = 0
    proved: int = 0
    named: int = 0
    offered: int = 0
    repaired: int = 0

    @property
    def recall(self) -> float:
        """Share of mutants that some new contradiction points at."""
        return self.found / self.tried if self.tried else 1.0

    @property
    def recall_of_provable(self) -> float:
        """The same over those that can be proved in principle."""
        return self.proved / self.provable if self.provable else 1.0


@dataclass(frozen=True, slots=True)
class _Clean:
    """A clean call with its analysis."""

    files: CallFiles
    analysis: Analysis


def read_clean(split: str | None) -> list[_Clean]:
    """The clean calls of a split, analyzed."""
    return [_Clean(files, analyze_texts(files, {})) for files in find_calls(split=split) if files.clean]


def analyze_texts(files: CallFiles, texts: dict[str, str]) -> Analysis:
    """The call with the texts of some of its documents, by name, put in place of theirs."""

    def document(path: Path) -> Document:
        source = read(path)
        return read(texts[source.name].encode("utf-8"), name=source.name) if source.name in texts else source

    return analyze(
        document(files.transcript),
        translation=document(files.translation) if files.translation else None,
        releases=[document(files.release)] if files.release else [],
    )


def draw_mutants(
    calls: Sequence[_Clean], corner: str, error_class: str, count: int, seed: int = 7
) -> list[tuple[_Clean, Mutant]]:
    """Up to `count` mutants of one class and corner over all calls, the calls in turn."""
    queues = []
    for call in calls:
        mutants = list(_mutants(call, corner, error_class))
        random.Random(f"{seed}{call.files.id}{corner}{error_class}").shuffle(mutants)  # noqa: S311
        queues.append([(call, mutant) for mutant in mutants])
    drawn: list[tuple[_Clean, Mutant]] = []
    while len(drawn) < count and any(queues):
        for queue in queues:
            if queue and len(drawn) < count:
                drawn.append(queue.pop())
    return drawn


def _mutants(call: _Clean, corner: str, error_class: str) -> Iterator[Mutant]:
    files = call.files
    name = {"english": files.transcript, "chinese": files.translation or files.transcript, "release": files.release}[
        corner
    ]
    document = next((row for row in call.analysis.documents if name is not None and row.name == name.name), None)
    if document is not None:
        languages = {"english": ("en",), "chinese": ("zh",), "release": ("en", "zh")}[corner]
        for language in languages:
            yield from make_mutants(page_of(call.analysis, document.id, language), error_class)


def score_class(calls: Sequence[_Clean], corner: str, error_class: str, count: int) -> ClassScore:
    """Try up to `count` mutants of one class in one corner."""
    tally = dict.fromkeys(("tried", "found", "provable", "proved", "named", "offered", "repaired"), 0)
    for call, mutant in draw_mutants(calls, corner, error_class, count):
        mutated = analyze_texts(call.files, {_name(call, mutant): mutant.text})
        hits = find_hits(call.analysis, mutated, mutant)
        provable = is_provable(call.analysis, mutated, mutant, near_claims(call.analysis, mutated, mutant))
        offers = [row for row in hits if row.repairs]
        tally["tried"] += 1
        tally["found"] += bool(hits)
        tally["provable"] += provable
        tally["proved"] += provable and bool(hits)
        tally["named"] += any(row.code.startswith(NAMES[error_class]) for row in hits)
        tally["offered"] += bool(offers)
        tally["repaired"] += any(_restores(row, mutant) for row in offers)
    return ClassScore(**tally)


def _name(call: _Clean, mutant: Mutant) -> str:
    return next(row.name for row in call.analysis.documents if row.id == mutant.document_id)


def find_hits(clean: Analysis, mutated: Analysis, mutant: Mutant) -> list[Finding]:
    """Errors and warnings that were not there before and point at the changed number (or its sentence)."""
    old = {(row.code, row.message, row.formula) for row in clean.findings if row.verdict == "contradicted"}
    name = next(row.name for row in clean.documents if row.id == mutant.document_id)
    document = next(row for row in mutated.documents if row.name == name)
    near = near_claims(clean, mutated, mutant) | _claims_at_change(document.id, mutated, mutant)
    twins = {twin for claim in mutated.claims if claim.id in near for twin in claim.twins}
    return [
        row
        for row in mutated.findings
        if row.verdict == "contradicted"
        and row.severity in _ALARMS
        and (row.code, row.message, row.formula) not in old
        and (bool((near | twins) & {*row.claims}) or _spans_near(row, document.id, mutant.claim))
    ]


def near_claims(clean: Analysis, mutated: Analysis, mutant: Mutant) -> set[str]:
    """The claims of the changed document at the changed place, by id."""
    name = next(row.name for row in clean.documents if row.id == mutant.document_id)
    document = next(row for row in mutated.documents if row.name == name)
    return {row.id for row in mutated.claims if row.document_id == document.id and _is_near(row, mutant.claim)}


def _claims_at_change(document_id: str, mutated: Analysis, mutant: Mutant) -> set[str]:
    """The claims beside the word that was changed."""
    left, right = mutant.at - _BESIDE, mutant.at + len(mutant.now) + _BESIDE
    own = [row for row in mutated.claims if row.document_id == document_id]
    return {row.id for row in own if row.start < right and left < row.end}


def _is_near(claim: Claim, mutated: Claim) -> bool:
    return claim.start < mutated.end + 12 and mutated.start - _BESIDE < claim.end


def _spans_near(finding: Finding, document_id: str, claim: Claim) -> bool:
    spans = [span for span in finding.evidence if span.document_id == document_id]
    return any(span.start < claim.end and claim.start - _BESIDE < span.end for span in spans)


def _restores(finding: Finding, mutant: Mutant) -> bool:
    """Whether the first repair is the number that stood there, of a range one of its ends."""
    ends = {abs(end) for end in (mutant.claim.amount.low, mutant.claim.amount.high) if end is not None}
    return bool(finding.repairs) and abs(finding.repairs[0].value) in ends


def report(
    split: str | None, count: int, corners: Sequence[str] | None = None, classes: Sequence[str] | None = None
) -> Iterator[str]:
    """The table line by line, as it is made: the false alarms of the clean calls first."""
    calls = read_clean(split)
    yield from _alarms(calls)
    yield _HEAD
    for error_class in classes or CLASSES:
        for corner in corners or CORNERS:
            yield _line(error_class, corner, score_class(calls, corner, error_class, count))


def _line(error_class: str, corner: str, row: ClassScore) -> str:
    return (
        f"{error_class:10} {corner:8} {row.found:4}/{row.tried:<4} {row.recall:7.2f} {row.proved:5}/{row.provable:<4} "
        f"{row.recall_of_provable:7.2f} {row.named:6} {row.repaired:8} of {row.offered}\n"
    )


def _alarms(calls: Sequence[_Clean]) -> Iterator[str]:
    counts = dict.fromkeys(_ALARMS, 0)
    for call in calls:
        own = {name: sum(row.severity == name for row in call.analysis.findings) for name in _ALARMS}
        counts = {name: counts[name] + own[name] for name in _ALARMS}
        yield f"{call.files.id}: {own['error']} errors, {own['warning']} warnings as it is\n"
    size = max(1, len(calls))
    yield f"false alarms a clean call: {counts['error'] / size:.2f} errors, {counts['warning'] / size:.2f} warnings\n"


def main(arguments: Sequence[str]) -> None:
    """`python -m nlp.scoring.mutate [dev|heldout] [N] [CORNER or CLASS...]`."""
    split = arguments[0] if arguments else "dev"
    count = int(arguments[1]) if len(arguments) > 1 else 8
    corners = [name for name in arguments[2:] if name in CORNERS] or list(CORNERS)
    classes = [name for name in arguments[2:] if name in CLASSES] or list(CLASSES)
    for line in report(split, count, corners, classes):
        sys.stdout.write(line)
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
