"""Claims against gold: spans, each field, and the share of sentences whose claims are right in every field.

`python -m nlp.scoring.claims [dev|heldout]` prints the table over `corpora/`.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..claims.metrics import find_metrics
from ..claims.segments import SegmentNames, learn_segments
from ..claims.table_names import names_in_tables
from ..pipeline import analyze
from ..records import Analysis, Claim
from .gold import CallFiles, GoldClaim, find_calls, load_gold

_SMALL = 20
# What the gold does not tell apart.
_SAME = {
    "operating_expense_ratio": "expense_ratio",
    "ebita": "operating_income",
    "ebita_margin": "operating_margin",
}
FIELDS = ("metric", "segment", "period", "role", "comparator", "direction", "basis", "modality", "value", "unit")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimScores:
    """Counts of one language: `right[field]` of the `matched` claims; sentences wholly right of all with gold."""

    gold: int
    found: int
    matched: int
    right: Mapping[str, int]
    sentences: int
    sentences_right: int

    @property
    def precision(self) -> float:
        """Found claims that are in the gold; a small count without gold is not held against it."""
        return self.matched / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Gold claims found at their place."""
        return self.matched / self.gold if self.gold else 1.0


def read_call(files: CallFiles) -> Analysis:
    """The analysis of one corpus call."""
    return analyze(
        files.transcript,
        translation=files.translation,
        releases=[files.release] if files.release else [],
        letters=[files.letter] if files.letter else [],
    )


def segment_names(analysis: Analysis) -> SegmentNames:
    """The names of segments that the documents of an analysis use."""
    texts = {document.id: document.text for document in analysis.documents}
    return learn_segments(
        ((texts[row.document_id][row.start : row.end], row.language) for row in analysis.paragraphs),
        (name for document in analysis.documents for name in names_in_tables(document)),
    )


def differences(claim: Claim, gold: GoldClaim, names: SegmentNames | None = None) -> tuple[str, ...]:
    """The fields in which a claim differs from its gold. A base's comparator and a level's direction are not asked.

    A short and a long name of one segment are the same where `names` knows them to be.
    """
    wrong = [
        name
        for name in ("metric", "period", "role", "basis", "modality")
        if plain_metric(getattr(claim, name)) != plain_metric(getattr(gold, name))
    ]
    if gold.metric == "margin" and claim.metric.endswith("_margin") and "metric" in wrong:
        wrong.remove("metric")
    if not same_segment(claim.segment, gold.segment, names):
        wrong.append("segment")
    if gold.role == "change":
        wrong += [name for name in ("comparator", "direction") if getattr(claim, name) != getattr(gold, name)]
    if (claim.amount.low, claim.amount.high) != (gold.low, gold.high):
        wrong.append("value")
    if claim.amount.unit != gold.unit:
        wrong.append("unit")
    return tuple(wrong)


_GENERAL = re.compile(
    r"^(?:the|our) | (?:line|series|segment|business|market|markets|region|products|solutions|services)$"
)
_HAN_GENERAL = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(?:市场|市場|地区|地區|业务|業務|部门|部門|板块|板塊|系列|产品|產品)$"
)


def same_segment(one: str | None, two: str | None, names: SegmentNames | None) -> bool:
    """Whether two names are of one segment: but for a general noun, or as `names` knows them."""
    if one is None or two is None:
        return one == two
    first, second = (_HAN_GENERAL.sub("", _GENERAL.sub("", name.lower())) for name in (one, two))
    if first == second:
        return True
    return names is not None and names.resolve(one) == names.resolve(two)


def plain_metric(value: str | None) -> str | None:
    """`gaap` is what a figure is unless it says otherwise; `other:` names are free text, unless they spell a metric."""
    if value == "gaap" or value is None:
        return None
    if value in _SAME:
        return _SAME[value]
    if not value.startswith("other:"):
        return value
    words = value.removeprefix("other:")
    named = [m for lang in ("en", "zh") for m in find_metrics(words, lang) if m.end - m.start == len(words)]
    name = named[0].name if named else "other"
    return "other" if name.startswith("other:") else _SAME.get(name, name)


def match_claims(analysis: Analysis, gold: Sequence[GoldClaim]) -> list[tuple[GoldClaim, Claim | None]]:
    """Each gold claim with the claim found at the same place of the same file."""
    names = {document.id: document.name for document in analysis.documents}
    places = {(names[c.document_id], c.start, c.end): c for c in analysis.claims}
    return [(row, places.get((row.file, row.start, row.end))) for row in gold]


def score_claims(analysis: Analysis, gold: Sequence[GoldClaim], language: str) -> ClaimScores:
    """Scores of one language over one call."""
    rows = [(row, claim) for row, claim in match_claims(analysis, gold) if row.language == language]
    names = segment_names(analysis)
    right: Counter[str] = Counter()
    bad: set[str] = set()
    asked: set[str] = set()
    for row, claim in rows:
        sentence = _sentence(analysis, row)
        asked.add(sentence)
        wrong = differences(claim, row, names) if claim else FIELDS
        right.update(name for name in FIELDS if name not in wrong)
        if wrong:
            bad.add(sentence)
    hits = {claim.id for _, claim in rows if claim}
    # The gold of a call leaves its tables out; they have their own (`corpora/tables`).
    said = [c for c in analysis.claims if c.language == language and c.by != "rule:table"]
    found = sum(1 for c in said if c.id in hits or not _is_small_count(c))
    return ClaimScores(
        gold=len(rows),
        found=found,
        matched=len(hits),
        right=dict(right),
        sentences=len(asked),
        sentences_right=len(asked - bad),
    )


def _is_small_count(claim: Claim) -> bool:
    """ "two questions": a count the gold does not ask for."""
    value = claim.amount.value
    return claim.amount.kind == "count" and value is not None and abs(value) < _SMALL


def _sentence(analysis: Analysis, row: GoldClaim) -> str:
    names = {document.name: document.id for document in analysis.documents}
    document = names.get(row.file, row.file)
    for sentence in analysis.sentences:
        if sentence.document_id == document and sentence.start <= row.start < sentence.end:
            return sentence.id
    return f"{row.file}:{row.start}"


def main(arguments: Iterable[str]) -> None:
    """Print the scores of a split and, for dev, each difference."""
    split = next(iter(arguments), "dev")
    for files in find_calls(split=split):
        analysis, gold = read_call(files), load_gold(files.folder).claims
        for language in ("en", "zh"):
            sys.stdout.write(f"{files.folder.name} {language}: {line(score_claims(analysis, gold, language))}\n")
        names = segment_names(analysis)
        for row, claim in match_claims(analysis, gold) if split == "dev" else ():
            if claim is None or differences(claim, row, names):
                sys.stdout.write(f"   {row.file} {row.start} {row.quote} | {shown(claim, row, names)}\n")


def line(scores: ClaimScores) -> str:
    """Scores as a line: spans, sentences, fields."""
    fields = " ".join(f"{name} {scores.right.get(name, 0) / max(1, scores.gold):.3f}" for name in FIELDS)
    share = scores.sentences_right / max(1, scores.sentences)
    found = f"precision {scores.precision:.3f} recall {scores.recall:.3f}"
    return f"gold {scores.gold} {found}; sentences right {share:.3f}; {fields}"


def shown(claim: Claim | None, row: GoldClaim, names: SegmentNames) -> str:
    """What of a claim differs from its gold."""
    if claim is None:
        return "missing"
    told = (
        f"{name}: {getattr(claim, name, claim.amount.low)!s} should be {getattr(row, name, row.low)!s}"
        for name in differences(claim, row, names)
    )
    return "; ".join(told)


if __name__ == "__main__":
    main(sys.argv[1:])
