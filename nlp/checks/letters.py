"""L: what a regulator's letter asks for, and whether the documents after it give it. Always notes: a letter binds a
filing, not a call; only a comment that an answer leaves out altogether is a warning.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..amounts.intervals import subtract, total
from ..followups import Followup
from ..languages.letter_rules import LetterRules
from ..languages.letters import LETTERS
from ..records import Answer, Claim, Comment, Document, Finding, Severity, Span, Verdict
from ..text import fold, simplify
from .evidence import Evidence
from .facts import magnitude, short_money

_GIVES = 0.6  # of an ask's topic must stand in a passage that gives what is asked
_SPEAKS = 0.75  # and so much before it is said to speak of it and not to give it
_SHOWN = 2  # passages a finding
_STATEMENTS = 6  # whose reasons a finding tells
# What a letter calls operating expenses a release reports function by function.
_FAMILIES = {
    "operating_expenses": ("rnd_expense", "sales_marketing_expense", "ga_expense", "sga_expense", "operating_expenses"),
}


@dataclass(frozen=True, slots=True)
class _Judged:
    """What of an ask is given and what is missing, in words, with the passages that show it and the arithmetic."""

    given: tuple[str, ...]
    missing: tuple[str, ...]
    passages: tuple[Span, ...]
    formula: str = ""


def check_letters(claims: Sequence[Claim], evidence: Evidence) -> Iterator[Finding]:
    """One finding for every ask of every comment; one for every comment an answer to the letter leaves out."""
    for followup in evidence.followups:
        yield _finding(followup, evidence)
    yield from _unanswered(evidence)


def _finding(followup: Followup, evidence: Evidence) -> Finding:
    rules = LETTERS[followup.language]
    judged = _judge(followup, rules, evidence)
    near = tuple(_span(row) for row in followup.passages if row.score >= _SPEAKS)[:_SHOWN]
    if judged is not None and not judged.given and not near:
        judged = None
    if judged is None and (followup.formal or not near):
        code, told = ("L05", _FORMAL) if followup.formal else ("L04", _SILENT)
        return _row(followup, code, "unchecked", told, ())
    if judged is None:
        return _row(followup, "L06", "unchecked", _OPEN, near)
    if not judged.missing:
        return _row(followup, "L01", "supported", f"given: {_list(judged.given)}", judged.passages, judged.formula)
    code = "L02" if judged.given else "L03"
    given = f"given: {_list(judged.given)}; " if judged.given else "spoken of, but "
    told = f"{given}not given: {_list(judged.missing)}"
    return _row(followup, code, "contradicted", told, judged.passages, judged.formula)


_FORMAL = "a matter of the filing itself, which a release or a call does not show"
_SILENT = "no passage of the later documents was recognised as speaking of it"
_OPEN = "the later documents speak of it; whether they say what was asked is for a reader"


def _judge(followup: Followup, rules: LetterRules, evidence: Evidence) -> _Judged | None:
    """None where nothing speaks of the topic, or where nothing that can be recognised is wanted."""
    near = [_span(row) for row in followup.passages if row.score >= _GIVES]
    if "factors" in followup.wants and not followup.items:
        return _judge_factors(followup, near, rules, evidence)
    if not near or not followup.wants or followup.formal:
        return None
    if followup.items:
        return _judge_items(followup, near, evidence)
    names = {want.name: want for want in rules.wants}
    given: list[str] = []
    missing: list[str] = []
    shown: list[Span] = []
    for name in followup.wants:
        hits = [span for span in near if _gives(name, span, rules, evidence)]
        if name == "split" and not hits:
            return None  # shown by what, and where, only a reader can tell
        (given if hits else missing).append(names[name].words)
        shown += hits[:1]
    spans = [*shown, *near] if missing else shown
    return _Judged(tuple(given), tuple(missing), tuple(dict.fromkeys(spans))[:_SHOWN])


def _gives(name: str, span: Span, rules: LetterRules, evidence: Evidence) -> bool:
    """Whether a passage gives what `name` stands for: a figure, two for a comparison, or the words that tell it."""
    amounts = _amounts(span, evidence)
    want = next(want for want in rules.wants if want.name == name)
    words = simplify(fold(evidence.quote(span)))
    if name == "each period":
        return len(amounts) > 1 and (want.gives is None or want.gives.search(words) is not None)
    if name == "split":
        return len(amounts) > 1
    return bool(amounts) if want.gives is None else want.gives.search(words) is not None


def _judge_items(followup: Followup, near: Sequence[Span], evidence: Evidence) -> _Judged:
    """Things to be shown one by one: each is named in a passage with an amount, or it is not."""
    given: list[str] = []
    missing: list[str] = []
    shown = list(near[:1])
    for item in followup.items:
        hit = next((span for span in item.passages if _amounts(span, evidence)), None)
        (given if hit else missing).append(item.name)
        shown += [hit] if hit else []
    return _Judged(tuple(given), tuple(missing), tuple(dict.fromkeys(shown))[: _SHOWN + 1])


def _judge_factors(followup: Followup, near: Sequence[Span], rules: LetterRules, evidence: Evidence) -> _Judged | None:
    """Statements that give reasons of a change: is each reason given in figures, and how much do they explain?"""
    spans = dict.fromkeys((*_of_metrics(followup, rules, evidence), *near))
    judged = [row for span in spans if (row := _factors(span, rules, evidence)) is not None]
    given = tuple(name for row in judged for name in row.given)
    if not given:
        return None  # reasons in words only: their figures may stand in a sentence that names them otherwise
    missing = tuple(name for row in judged for name in row.missing)
    formula = "; ".join(row.formula for row in judged if row.formula)
    spans_shown = tuple(span for row in judged for span in row.passages)
    return _Judged(given[:_STATEMENTS], missing[:_STATEMENTS], spans_shown[:_STATEMENTS], formula)


def _of_metrics(followup: Followup, rules: LetterRules, evidence: Evidence) -> list[Span]:
    """Sentences of later documents that give reasons for the change of a metric the ask names."""
    wanted = {name for metric in followup.metrics for name in _FAMILIES.get(metric, (metric,))}
    found: dict[Span, None] = {}
    for claim in evidence.claims:
        row = evidence.sentence_by_id.get(claim.sentence_id or "")
        if (
            row is not None
            and claim.metric in wanted
            and claim.role == "change"
            and claim.language == followup.language
        ):
            found[evidence.span(row)] = None
    return [span for span in found if rules.reasons.search(simplify(fold(evidence.quote(span))))]


def _factors(span: Span, rules: LetterRules, evidence: Evidence) -> _Judged | None:
    """One statement: the reasons it names with and without figures, and how much of the change the figures explain."""
    words = simplify(fold(evidence.quote(span)))
    opened = rules.reasons.search(words)
    drivers = [row for row in _amounts(span, evidence) if row.role == "driver" and row.restates is None]
    if opened is None or (not drivers and not rules.factor.search(words, opened.start())):
        return None
    named = max(len(drivers), rules.factor.count([words[opened.end() :]]))
    told = ", ".join(evidence.said(row) for row in drivers)
    whose = _changed(span, evidence)
    given = (f"{whose}{len(drivers)} of {named} reasons in figures ({told})",) if drivers else ()
    missing = (f"{whose}{named - len(drivers)} of {named} reasons without a figure",) if named > len(drivers) else ()
    explained = _explained(drivers, evidence)
    return _Judged(given, missing, (span,), explained and whose + explained)


def _changed(span: Span, evidence: Evidence) -> str:
    """What the statement gives the reasons of, as it names it, and when: "Research expenses, 2031-Q2: "."""
    rows = [row for row in _amounts(span, evidence) if row.role != "driver" and row.surface]
    return ", ".join(filter(None, (rows[0].surface, rows[0].period))) + ": " if rows else ""


def _explained(drivers: Sequence[Claim], evidence: Evidence) -> str:
    """ "3.2 + 17.0 of a change of 25.4", where one unit and one frame hold them all."""
    frames = {row.frame for row in drivers}
    rows = evidence.frames.get(next(iter(frames), None) or "", ()) if len(frames) == 1 else ()
    levels = [row for row in rows if row.role == "level" and row.restates is None]
    bases = [row for row in rows if row.role == "base" and row.restates is None]
    if len(levels) != 1 or len(bases) != 1 or len({row.amount.unit for row in (*levels, *bases, *drivers)}) != 1:
        return ""
    unit = levels[0].amount.unit
    change = short_money(subtract(magnitude(levels[0]), magnitude(bases[0])), unit)
    return f"{short_money(total(tuple(magnitude(row) for row in drivers)), unit)} explained of a change of {change}"


def _amounts(span: Span, evidence: Evidence) -> list[Claim]:
    return [
        claim
        for claim in evidence.claims_of.get(span.document_id, ())
        if span.start <= claim.start and claim.end <= span.end
    ]


def _unanswered(evidence: Evidence) -> Iterator[Finding]:
    """Comments of a letter with no answer of their number in the company's response, where one is given."""
    kinds = {row.id: row for row in evidence.documents}
    letters = [row for row in evidence.comments if kinds[row.document_id].kind == "letter"]
    answers = [row for row in evidence.comments if kinds[row.document_id].kind == "response" and row.responses]
    if not answers or len({row.document_id for row in letters}) != 1:
        return
    by_number = {row.number: row for row in answers}
    for comment in letters:
        yield _answered(comment, by_number.get(comment.number), kinds[answers[0].document_id])


def _answered(comment: Comment, answer: Comment | None, response: Document) -> Finding:
    where = Span(document_id=comment.document_id, start=comment.start, end=comment.end)
    told = f"comment {comment.number} ({comment.heading or 'no heading'})"
    if answer is None:
        return _plain("L11", "contradicted", "warning", f"{told} has no answer in {response.name}", (where,))
    return _plain("L10", "supported", "note", f"{told} is answered in {response.name}", (where, *answer.responses[:1]))


def _row(
    followup: Followup, code: str, verdict: Verdict, told: str, passages: Sequence[Span], formula: str = ""
) -> Finding:
    place = ", ".join(part for part in (followup.heading, followup.refers_to_page) if part)
    if followup.refers_to_page and followup.refers_to_page in followup.heading:
        place = followup.heading
    message = f"comment {followup.number} ({place or 'no heading'}): “{_short(followup.words)}”: {told}"
    return _plain(code, verdict, "note", message, (followup.request, *passages), formula)


def _plain(
    code: str, verdict: Verdict, severity: Severity, message: str, spans: Sequence[Span], formula: str = ""
) -> Finding:
    return Finding(
        code=code, verdict=verdict, severity=severity, message=message, evidence=tuple(spans), formula=formula
    )


def _short(words: str, limit: int = 140) -> str:
    """Whole words of at most `limit` characters; Chinese, which has no blanks, is cut anywhere."""
    kept = words[:limit].rpartition(" ")[0]
    return words if len(words) <= limit else (kept or words[: limit - 1]).rstrip(" ,") + "…"


def _list(names: Sequence[str]) -> str:
    return "; ".join(_short(name, 160) for name in dict.fromkeys(names))


def _span(row: Answer) -> Span:
    return Span(document_id=row.document_id, start=row.start, end=row.end)
