"""T20: the same value as another thing: a base told as an increase, an increase told as a level."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...languages.late import late
from ...languages.metric_kinds import RATIO_METRICS
from ...records import Claim, Finding
from ..evidence import Evidence
from .compare import same_rounded, same_value
from .context import Context, context_of, cues_of, finding, said_of, shorten, span_of, twin_pairs
from .residue import is_residue

_NUMBER = late(r"[0-9][0-9,.]{0,20}\s?(?:%|[a-z]?illion|万|亿|元|美元|percent|bn|m\b)")
_BY_SO_MUCH = late(r"[少多高低快慢][了出]?约?\Z")
_SHIFTS = {("base", "change"), ("change", "base"), ("level", "change"), ("change", "level")}
_TOLD = {"base": "the figure compared with", "change": "a change", "level": "a level"}


def check_roles(claims: Sequence[Claim], evidence: Evidence) -> Iterator[Finding]:
    """Twins of equal value, one of them a change and the other surely not.

    Base against level stays silent: "compared with 5.1" is well said as "a year earlier it was 5.1".
    """
    yield from _ends_told_apart(claims, evidence)
    for english, chinese in twin_pairs(claims, evidence):
        if len(english.twins) > 1 or len(chinese.twins) > 1 or not _same(english, chinese, evidence):
            continue
        mine = role_said(english, context_of(english, evidence))
        theirs = role_said(chinese, context_of(chinese, evidence))
        if mine is None and theirs == chinese.role == "change":
            mine = _role_read(english, evidence)
        if theirs is None and mine == english.role == "change" and _is_dated_or_base(chinese, evidence):
            theirs = _role_read(chinese, evidence)  # 第二季度为31.9亿元 has a time of its own
        if mine and theirs and (mine, theirs) in _SHIFTS:
            bases = [claim for claim, said in ((english, mine), (chinese, theirs)) if said == "base"]
            if (mine, theirs) == ("change", "base") and (chinese.role != "base" or chinese.amount.kind == "ratio"):
                continue  # 比汽车省两倍 compares, and is no base
            if not any(_follows_change(claim, evidence) for claim in bases):
                yield _finding(english, chinese, mine, theirs, evidence)


def _ends_told_apart(claims: Sequence[Claim], evidence: Evidence) -> Iterator[Finding]:
    """ "Rose an increase of 46.6 to 52.5 million": a change whose two ends the other side has as figures."""
    for claim in claims:
        twins = [evidence.claim_by_id[key] for key in claim.twins if key in evidence.claim_by_id]
        bases = [row for row in twins if row.role == "base" and "role" not in row.weighed]
        levels = [row for row in twins if row.role == "level" and "role" not in row.weighed]
        if claim.role != "change" or len(twins) != 2 or len(bases) != 1 or len(levels) != 1:
            continue
        if claim.amount.low != claim.amount.high and role_said(claim, context_of(claim, evidence)) == "change":
            english, chinese = (claim, bases[0]) if claim.language == "en" else (bases[0], claim)
            mine, theirs = ("change", "base") if claim.language == "en" else ("base", "change")
            yield _finding(english, chinese, mine, theirs, evidence)


def role_said(claim: Claim, context: Context) -> str | None:
    """`base`, `change` or `level` when the words next to the amount say so and the claim's own role does not object."""
    if claim.language == "zh" and is_residue(context):
        return None
    said = _cue(claim, context)
    if said is None or (said == "base" and _is_base_of_change(claim, context)):
        return None
    objects = {"change": ("base",), "base": ("change",), "level": ("change", "base", "share")}[said]
    return None if claim.role in objects and not _is_plain(claim, context) else said


def _role_read(claim: Claim, evidence: Evidence) -> str | None:
    """`base` or `level` where the words next to the amount are no cue: "64.8 million after 128.1 million".

    Rules and weights must agree on it; a level must have its base beside it, since "27 new stores" is one as well.
    """
    rate = claim.amount.kind in ("percent", "points") and claim.metric not in RATIO_METRICS
    if rate or "role" in claim.weighed or claim.role not in ("base", "level"):
        return None
    beside = evidence.frames.get(claim.frame or "", ())
    compared = any(row.role == "base" and row.amount.unit == claim.amount.unit for row in beside)
    return claim.role if claim.role == "base" or compared else None


def _is_dated_or_base(claim: Claim, evidence: Evidence) -> bool:
    """Whether a claim names its time, or is what is compared with and not the difference, as in 比一年前少3元."""
    before = context_of(claim, evidence).before
    return "period" in claim.named or (claim.role == "base" and _BY_SO_MUCH.search(before) is None)


def _cue(claim: Claim, context: Context) -> str | None:
    cues = cues_of(claim)
    before = _flat(context.before)
    after = context.after
    if cues.change_before.search(before):
        return "change"
    if cues.base_before.search(before) or cues.base_after.match(after):
        return None if cues.change_after.match(after) else "base"
    if cues.change_after.match(after):
        return "change"
    if cues.level_before.search(before):
        return "level" if _moves_to(before, claim) or not cues.change_noun.search(_since_number(context)) else None
    return None


def _is_plain(claim: Claim, context: Context) -> bool:
    """The Chinese verb stands on the amount: 增加4.4亿元 is a change and 降至4.4亿元 a level whatever comes before."""
    before = _flat(context.before)
    return claim.language == "zh" and (
        _moves_to(before, claim) or cues_of(claim).change_before.search(before) is not None
    )


def _is_base_of_change(claim: Claim, context: Context) -> bool:
    """ "grew 12.5%, against 4.1%": what is compared is itself a change, and may well be called one."""
    before = _flat(context.subject)
    numbers = list(_NUMBER.finditer(before))
    if claim.amount.kind not in ("percent", "points") or not numbers:
        return False
    return cues_of(claim).change_before.search(before[: numbers[-1].start()]) is not None


def _follows_change(base: Claim, evidence: Evidence) -> bool:
    """ "Grew 8.5%; a year earlier it was 6.2%": the rate compared with a rate of change is one as well."""
    if base.amount.kind not in ("percent", "points") or base.sentence_id is None:
        return False
    told = [
        row
        for row in evidence.claims_of.get(base.document_id, ())
        if row.sentence_id == base.sentence_id and row.start < base.start and row.amount.kind == base.amount.kind
    ]
    last = max(told, key=lambda row: row.start, default=None)
    return last is not None and last.role == "change" and last.metric == base.metric


def _flat(text: str) -> str:
    return re.sub(r"\s{1,200}", " ", text)


def _since_number(context: Context) -> str:
    """The sentence as far as it can be the amount's subject: "our annual gain in pre-tax, per-share earnings is"."""
    return _NUMBER.split(context.subject)[-1] if _NUMBER.search(context.subject) else context.subject


def _moves_to(before: str, claim: Claim) -> bool:
    """`increased to`, 增加至: the change noun in the clause is the verb that leads to the level."""
    end = (
        r"\bto (?:[a-z]{1,15} ){0,3}(?:RMB|US)?\s?$"
        if claim.language != "zh"
        else r"(?:至|到|达到|达|[增减降升跌涨](?:低|高|少|加)?为)[^,。;]{0,6}$"
    )
    return re.search(end, before, re.IGNORECASE) is not None


def _same(english: Claim, chinese: Claim, evidence: Evidence) -> bool:
    one, other = said_of(english, evidence), said_of(chinese, evidence)
    return same_value(one, other) or same_rounded(one, other)


def _finding(english: Claim, chinese: Claim, mine: str, theirs: str, evidence: Evidence) -> Finding:
    words = shorten(said_of(chinese, evidence).words)
    message = (
        f"{words}: {_TOLD[mine]} in the English is {_TOLD[theirs]} in the Chinese "
        f"({shorten(_near(english, evidence))} / {shorten(_near(chinese, evidence))})"
    )
    return finding(
        "T20",
        "contradicted",
        "warning",
        message,
        claims=(english.id, chinese.id),
        evidence=(span_of(english), span_of(chinese)),
    )


def _near(claim: Claim, evidence: Evidence) -> str:
    """The words that decided it."""
    document = evidence.document_by_id[claim.document_id]
    back = 40 if claim.language != "zh" else 16
    home = evidence.sentence_by_id.get(claim.sentence_id or "")
    start = max(home.start if home else 0, claim.start - back)
    while start > 0 and document.text[start - 1].isascii() and document.text[start - 1].isalnum():
        start -= 1  # from the beginning of a word
    return document.text[start : claim.end].rsplit("\n", 1)[-1]
