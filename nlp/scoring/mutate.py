"""Mutation: one error of a named class put into clean documents, to see which the checks find.

`python -m nlp.scoring.mutate [dev|heldout] [N] [CORNER...]` prints recall by class and corner (English, Chinese,
release), how often the finding names the right kind, how often the first repair is the original number, and the false
alarms of the clean documents. Which numbers are changed follows from a fixed seed.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

from ..pipeline import analyze
from ..readers import read
from ..records import Analysis, Claim, Document, Finding
from ..text import fold, simplify
from .gold import CallFiles, find_calls

CORNERS = ("english", "chinese", "release")
_NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_EN_SCALES = {"thousand": "million", "million": "billion", "billion": "million"}
_ZH_SCALES = {"亿": "万", "億": "萬", "万": "亿", "萬": "億"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """A changed document: which claim, what stood there and what stands there now."""

    error_class: str
    claim: Claim
    text: str
    was: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassScore:
    """How the mutants of one class and corner fared."""

    tried: int
    found: int
    repaired: int

    @property
    def recall(self) -> float:
        """Share of mutants that some new contradiction points at."""
        return self.found / self.tried if self.tried else 1.0


def _digits(words: str, change: Callable[[str], str | None]) -> str | None:
    """`words` with its first number changed; None when the change does not apply."""
    found = _NUMBER.search(fold(words))
    changed = change(found[0]) if found else None
    if found is None or changed is None or changed == found[0]:
        return None
    return words[: found.start()] + changed + words[found.end() :]


def _transposed(number: str) -> str | None:
    places = [at for at, digit in enumerate(number) if digit.isdigit()]
    for left, right in pairwise(places):
        if number[left] != number[right] and not (left == 0 and number[right] == "0"):
            swapped = list(number)
            swapped[left], swapped[right] = number[right], number[left]
            return "".join(swapped)
    return None


def _dropped(number: str) -> str | None:
    digits = [at for at, digit in enumerate(number) if digit.isdigit()]
    if len(digits) < 3:
        return None
    at = digits[1]
    return (number[:at] + number[at + 1 :]).replace(",,", ",").rstrip(".").replace(",.", ".")


def _digit(number: str) -> str | None:
    at = next((at for at, digit in enumerate(number) if digit in "12345678"), None)
    return None if at is None else number[:at] + str(int(number[at]) + 1) + number[at + 1 :]


def _point(number: str) -> str | None:
    return number.replace(".", "") if "." in number and not number.startswith("0") else None


def _scaled(words: str) -> str | None:
    for old, new in _EN_SCALES.items():
        if re.search(rf"\b{old}\b", words):
            return re.sub(rf"\b{old}\b", new, words, count=1)
    for old, new in _ZH_SCALES.items():
        if old in words:
            return words.replace(old, new, 1)
    return None


_CURRENCIES = (
    ("US$", "HK$"),
    ("NT$", "US$"),
    ("RMB", "US$"),
    ("新台幣", "港幣"),
    ("新台币", "港币"),
    ("人民币", "港币"),
    ("人民幣", "港幣"),
    ("美元", "欧元"),
)


def _other_currency(words: str) -> str | None:
    for old, new in _CURRENCIES:
        if old in words:
            return words.replace(old, new, 1)
    return None


def _to_points(words: str) -> str | None:
    if not words.rstrip().endswith(("%", "％")):
        return None
    return re.sub(r"\s*[%％]", "个百分点" if _is_han(words) else " percentage points", words)


def _is_han(words: str) -> bool:
    return any("\u4e00" <= char <= "\u9fff" for char in words)


CLASSES: dict[str, Callable[[str], str | None]] = {
    "transposed": lambda words: _digits(words, _transposed),
    "dropped": lambda words: _digits(words, _dropped),
    "digit": lambda words: _digits(words, _digit),
    "point": lambda words: _digits(words, _point),
    "scale": _scaled,
    "currency": _other_currency,
    "points": _to_points,
}
_UP_DOWN = (
    ("increased", "decreased"),
    ("rose", "fell"),
    ("grew", "fell"),
    ("up ", "down "),
    ("increase", "decrease"),
    ("增长", "下降"),
    ("成長", "下降"),
    ("增加", "减少"),
)


def _turned(text: str, claim: Claim) -> tuple[int, int, str] | None:
    """The direction word nearest before a change, turned round."""
    if claim.role != "change":
        return None
    start = max(0, claim.start - 30)
    before = text[start : claim.start]
    places = [(before.rfind(old), old, new) for old, new in _UP_DOWN if old in before]
    if not places:
        return None
    at, old, new = max(places)
    return start + at, start + at + len(old), new


def make_mutants(text: str, claims: Iterable[Claim], error_class: str) -> Iterator[Mutant]:
    """Every mutant of a class: one for each claim it applies to."""
    for claim in claims:
        if error_class == "direction":
            place = _turned(text, claim)
            if place is not None:
                yield _mutant(error_class, claim, text, *place)
            continue
        was = text[claim.start : claim.end]
        now = CLASSES[error_class](was)
        if now is not None and _really_changes(claim, was, now):
            yield _mutant(error_class, claim, text, claim.start, claim.end, now)


def _mutant(error_class: str, claim: Claim, text: str, start: int, end: int, now: str) -> Mutant:
    changed = text[:start] + now + text[end:]
    return Mutant(error_class=error_class, claim=claim, text=changed, was=text[start:end], now=now)


def _really_changes(claim: Claim, was: str, now: str) -> bool:
    """Not the same within rounding: "1.20" to "1.2" is no error."""
    old, new = (_NUMBER.search(fold(simplify(words))) for words in (was, now))
    if old is None or new is None or old[0] != new[0]:
        return True
    return was != now


def score_class(files: CallFiles, corner: str, error_class: str, count: int, seed: int = 7) -> ClassScore:
    """Try up to `count` mutants of one class in one corner of a clean call."""
    clean = _analyze(files, {})
    name, language = {
        "english": (files.transcript.name, "en"),
        "chinese": ((files.translation or files.transcript).name, "zh"),
        "release": (files.release.name if files.release else "", "en"),
    }[corner]
    document = next(row for row in clean.documents if row.name == name)
    claims = [row for row in clean.claims if row.document_id == document.id and row.language == language]
    claims = [row for row in claims if _is_worth(row)]
    mutants = list(make_mutants(document.text, claims, error_class))
    chosen = random.Random(f"{seed}{files.id}{corner}{error_class}").sample(mutants, min(count, len(mutants)))  # noqa: S311
    found = repaired = 0
    for mutant in chosen:
        hits = _new_findings(clean, _analyze(files, {name: mutant.text}), mutant, name)
        found += bool(hits)
        repaired += any(_restores(row, mutant) for row in hits)
    return ClassScore(tried=len(chosen), found=found, repaired=repaired)


def _is_worth(claim: Claim) -> bool:
    """Numbers a reader would tie: no small counts."""
    value = claim.amount.value
    return not (claim.amount.kind == "count" and (value is None or abs(value) < 20))


def _analyze(files: CallFiles, texts: dict[str, str]) -> Analysis:
    def document(path: Path) -> Document:
        source = read(path)
        return read(texts[source.name].encode("utf-8"), name=source.name) if source.name in texts else source

    return analyze(
        document(files.transcript),
        translation=document(files.translation) if files.translation else None,
        releases=[document(files.release)] if files.release else [],
    )


def _new_findings(clean: Analysis, mutated: Analysis, mutant: Mutant, name: str) -> list[Finding]:
    """Contradictions that were not there before and point at the changed number (or its sentence)."""
    old = {(row.code, row.message, row.formula) for row in clean.findings if row.verdict == "contradicted"}
    document = next(row for row in mutated.documents if row.name == name)
    near = {
        claim.id
        for claim in mutated.claims
        if claim.document_id == document.id
        and claim.start < mutant.claim.end + 12
        and mutant.claim.start - 40 < claim.end
    }
    twins = {twin for claim in mutated.claims if claim.id in near for twin in claim.twins}
    return [
        row
        for row in mutated.findings
        if row.verdict == "contradicted"
        and row.severity in ("error", "warning")
        and (row.code, row.message, row.formula) not in old
        and (near | twins).intersection(row.claims) | _spans_near(row, document.id, mutant)
    ]


def _spans_near(finding: Finding, document_id: str, mutant: Mutant) -> set[str]:
    spans = [s for s in finding.evidence if s.document_id == document_id]
    return {"span"} if any(s.start < mutant.claim.end and mutant.claim.start - 40 < s.end for s in spans) else set()


def _restores(finding: Finding, mutant: Mutant) -> bool:
    """Whether the first repair is the number that stood there."""
    value = mutant.claim.amount.value
    return bool(finding.repairs) and value is not None and abs(finding.repairs[0].value) == abs(Decimal(value))


def main(arguments: list[str]) -> None:
    """Print the table over a split's calls."""
    split = arguments[0] if arguments else "dev"
    count = int(arguments[1]) if len(arguments) > 1 else 8
    corners = arguments[2:] or list(CORNERS)
    for files in find_calls(split=split):
        clean = _analyze(files, {})
        errors = sum(1 for row in clean.findings if row.severity == "error")
        warnings = sum(1 for row in clean.findings if row.severity == "warning")
        sys.stdout.write(f"{files.id}: {errors} errors, {warnings} warnings as it is\n")
        for error_class in (*CLASSES, "direction"):
            for corner in corners:
                score = score_class(files, corner, error_class, count)
                sys.stdout.write(
                    f"  {error_class:10} {corner:8} found {score.found:3}/{score.tried:<3} {score.recall:.2f}  "
                    f"first repair right {score.repaired}\n"
                )
                sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
