"""T07 and T10: the number is kept, but up became down, a loss a profit, or one comparison another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ...languages.hints import Hinted
from ...languages.late import late
from ...languages.metric_kinds import SIGNED_METRICS
from ...languages.twin_cues import CHINESE, CUES, ENGLISH
from ...records import Claim, Finding
from ..evidence import Evidence
from .context import Context, context_of, cues_of, finding, folded, said_of, shorten, span_of, twin_pairs
from .residue import is_residue

_MINUS = late(
    r"^\(?\s?[A-Za-z]{0,3}[$¥€£]?\s?\(?-\s?[$¥€£]?[0-9.]|^\(.{1,40}\)$|^negative\b|^minus\b|^负", re.IGNORECASE
)
_MONTH = late(
    r"\b(?:Jan|Febr)uary|March|April|\bMay\b|\bJune\b|July|August|(?:Septem|Octo|Novem|Decem)ber", re.IGNORECASE
)
_AMOUNT = late(r"[0-9][0-9,.]{0,20}\s?(?:%|[mbtr]{1,2}illion|bn\b|百?千?万|亿|美?元)", re.IGNORECASE)


def check_meaning(claims: Sequence[Claim], evidence: Evidence) -> Iterator[Finding]:
    """Twins whose direction, sign, or base of comparison differs by what both sides say in words."""
    for english, chinese in twin_pairs(claims, evidence):
        if len(english.twins) > 1 or len(chinese.twins) > 1:
            continue
        mine, theirs = context_of(english, evidence), context_of(chinese, evidence)
        if is_residue(theirs):
            continue
        told = f"{shorten(mine.clause)} / {shorten(theirs.clause)}"
        if what := _turned(english, chinese, mine, theirs, evidence):
            yield _finding("T07", "error", f"{what}: {told}", english, chinese)
        if _other_comparator(english, chinese, evidence):
            yield _finding(
                "T10", "warning", f"{english.comparator} became {chinese.comparator}: {told}", english, chinese
            )


def _turned(english: Claim, chinese: Claim, mine: Context, theirs: Context, evidence: Evidence) -> str | None:
    minus = tuple(_MINUS.search(said_of(claim, evidence).words) is not None for claim in (english, chinese))
    one, other = (None, None) if any(minus) else (_way(english, mine), _way(chinese, theirs))
    if (one is None) != (other is None):
        one, other = one or _way_read(english, mine, other), other or _way_read(chinese, theirs, one)
    if one and other and one != other and not _opposite_measures(mine, theirs):
        return f"{one} became {other}"
    one, other = _pole(english, mine), _pole(chinese, theirs)
    if one and other and one != other:
        return f"a {one} became a {other}"
    return _sign_lost(minus, mine, theirs) or _other_result(english, chinese, (one, other), evidence)


def _other_result(
    english: Claim, chinese: Claim, poles: tuple[str | None, str | None], evidence: Evidence
) -> str | None:
    """Two results of opposite sign, each told by the words beside it, else by a sentence of losses or profits alone."""
    if english.metric != chinese.metric or english.metric not in SIGNED_METRICS:
        return None
    values = [claim.amount.value or Decimal(0) for claim in (english, chinese)]
    if values[0] * values[1] >= 0:
        return None
    said = [pole or _result(claim, evidence) for claim, pole in zip((english, chinese), poles, strict=True)]
    told = ["loss" if value < 0 else "profit" for value in values]
    return f"a {said[0]} became a {said[1]}" if said == told else None


def _result(claim: Claim, evidence: Evidence) -> str | None:
    cues, sentence = cues_of(claim), evidence.sentence_by_id.get(claim.sentence_id or "")
    words = folded(evidence.quote(sentence)) if sentence is not None else ""
    loss, profit = cues.loss.search(words) is not None, cues.profit.search(words) is not None
    return None if loss == profit else "loss" if loss else "profit"


def _way(claim: Claim, context: Context) -> str | None:
    """Up or down, by the nearest word of the clause, when only one of the two is said near and the claim agrees."""
    cues = cues_of(claim)
    before = context.before[-80:]
    if claim.role not in ("change", "driver") and not cues.change_before.search(context.before):
        return None
    after = context.after[:40] if cues.change_after.match(context.after) else ""
    up, down = cues.up_after.match(context.after) is not None, cues.down_after.match(context.after) is not None
    up, down = up or cues.up.search(after) is not None, down or cues.down.search(after) is not None
    if up == down:
        place = _last(cues.up, before), _last(cues.down, before)
        up, down = place[0] > place[1], place[1] > place[0]
    if up == down:
        return None
    said = "up" if up else "down"
    return None if claim.direction not in (None, said) else said


def _way_read(claim: Claim, context: Context, told: str | None) -> str | None:
    """Up or down as rules and weights read it, of words that do not tell: "28.1% better", "and 4.9% in the second".

    Not where the sentence has a word for what the other side says, `told`: "declined to 31.4, or by 1.8% a year".
    """
    if claim.role != "change" or {"role", "direction"} & {*claim.weighed}:
        return None
    said = cues_of(claim).up if told == "up" else cues_of(claim).down
    return None if said.search(context.subject + context.after) else claim.direction


def _last(pattern: Hinted, text: str) -> int:
    found = list(pattern.finditer(text))
    return found[-1].end() if found else -1


def _opposite_measures(mine: Context, theirs: Context) -> bool:
    """A loss that narrowed is a result that rose: turned words about turned measures agree."""
    return _has_loss(mine, "en") != _has_loss(theirs, "zh")


def _has_loss(context: Context, lang: str) -> bool:
    return CUES[lang].loss.search(context.clause) is not None


def _pole(claim: Claim, context: Context) -> str | None:
    """Loss or profit, when the words since the amount before, or just after this one, name one and not the other."""
    cues = cues_of(claim)
    if claim.amount.kind not in ("money", "per_share"):
        return None
    near = _AMOUNT.split(context.before)[-1] + " | " + context.after[:20]
    loss, profit = cues.loss.search(near), cues.profit.search(near)
    if bool(loss) == bool(profit):
        return None
    return "loss" if loss else "profit"


def _sign_lost(minus: tuple[bool, ...], mine: Context, theirs: Context) -> str | None:
    if minus == (True, False) and not CHINESE.negative.search(theirs.clause):
        return "the minus sign is lost"
    if minus == (False, True) and not ENGLISH.negative.search(mine.clause):
        return "a minus sign was added"
    return None


def _other_comparator(english: Claim, chinese: Claim, evidence: Evidence) -> bool:
    """Each side says one comparison in words and they differ; the claims must agree with the words."""
    one, other = _compared(english, evidence), _compared(chinese, evidence)
    return bool(one and other and one != other and one == english.comparator and other == chinese.comparator)


def _compared(claim: Claim, evidence: Evidence) -> str | None:
    """What the words beside a claim compare with; those of its sentence where the claim stands alone in it."""
    cues = cues_of(claim)
    sentence = evidence.sentence_by_id.get(claim.sentence_id or "")
    context = context_of(claim, evidence)
    whole = folded(evidence.quote(sentence)) if sentence is not None else context.clause
    beside = f"{_AMOUNT.split(context.before)[-1]} | {_AMOUNT.split(context.after)[0]}"
    alone = len(_AMOUNT.findall(whole)) == 1
    for words in (beside, context.clause if alone else "", whole if alone else ""):
        yoy, qoq = bool(cues.yoy.search(words)), bool(cues.qoq.search(words))
        if yoy != qoq:
            return "yoy" if yoy else "qoq"
        if yoy:
            return None
    return _named(claim, whole) if alone else None


def _named(claim: Claim, sentence: str) -> str | None:
    """The comparator the claim was read with, where no other time in the sentence can be what is compared with."""
    other = cues_of(claim).relative.search(sentence) or _MONTH.search(sentence)
    return claim.comparator if "comparator" in claim.named and claim.language == "en" and not other else None


def _finding(code: str, severity: str, message: str, english: Claim, chinese: Claim) -> Finding:
    spans = (span_of(english), span_of(chinese))
    return finding(code, "contradicted", severity, message, claims=(english.id, chinese.id), evidence=spans)
