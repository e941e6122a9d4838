"""T04 and T05: a number one side has and the other has not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation

from ...languages.late import late
from ...records import Claim, Finding, Repair
from ..evidence import Evidence
from .compare import Said, has_digits, is_money, step_of
from .context import Group, finding, folded, groups_of, said_of, shorten, side_text, span_of
from .render import render

_NUMBER = late(
    r"(?<![0-9.,])([0-9]{1,3}(?:,[0-9]{3}){1,6}(?:\.[0-9]{1,10})?|[0-9]{1,20}(?:\.[0-9]{1,10})?)"
    r"(?: ?(万亿|亿|千万|百万|十万|万|千|百|兆|trillion|billion|million|thousand|bn|mn|m\b|k\b|b\b))?"
)
_SCALES = {"万亿": 12, "兆": 12, "亿": 8, "千万": 7, "百万": 6, "十万": 5, "万": 4, "千": 3, "百": 2, "trillion": 12}
_SCALES |= {"billion": 9, "bn": 9, "b": 9, "million": 6, "mn": 6, "m": 6, "thousand": 3, "k": 3}
_WORDS = {"eleven": 11, "twelve": 12, "dozen": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_WORDS |= {"sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "half": 50, "一半": 50, "双倍": 100}
_TENS = late(r"([一二两三四五六七八九]?)([十百])([一二三四五六七八九]?)")
_DIGIT = {c: i for i, c in enumerate("一二三四五六七八九", 1)} | {"两": 2, "": 1}
_COINS = late(r"\bcents?\b|\bpence\b|¢|美分|港仙|欧分|仙|便士|分(?!之|钟|点|店|行)\Z")
_FAIR_PART = 3  # one in so many
_TELLING = 5  # fewer amounts tell nothing of that
_LONGEST = 10  # English characters for a Chinese one
_FEWEST = 11  # a bare count below this is too often put in words, or left out, to be missed


def check_missing(claims: Sequence[Claim], evidence: Evidence) -> Iterator[Finding]:
    """Amounts of an aligned paragraph without a twin whose value is nowhere near on the other side."""
    groups = groups_of(claims, evidence, "paragraph") or groups_of(claims, evidence, "line")
    english = [side_text(group.bead.source, evidence) for group in groups]
    chinese = [side_text(group.bead.target, evidence) for group in groups]
    said: Counter[str] = Counter()
    for row in evidence.paragraphs:
        said[row.language] += row.end - row.start
    carried = {
        "en": _is_carried([claim for group in groups for claim in group.english], said["zh"] * _LONGEST >= said["en"]),
        "zh": _is_carried([claim for group in groups for claim in group.chinese], said["en"] >= said["zh"]),
    }
    for i, group in enumerate(groups):
        near = slice(max(0, i - 1), i + 2)
        if _is_astray(group):
            continue
        if carried["en"] and (lost := [claim for claim in group.english if _can_be_missed(claim, evidence)]):
            yield from _missing("T04", lost, "\n".join(chinese[near]), evidence)
        if carried["zh"] and (lost := [claim for claim in group.chinese if _can_be_missed(claim, evidence)]):
            yield from _missing("T05", lost, "\n".join(english[near]), evidence)


def _is_carried(claims: Sequence[Claim], is_long: bool) -> bool:
    """Whether the other side has a fair part of a side's amounts: a Chinese call under an English title has none.

    Of few amounts that is told by the length: is the other side long enough to say all of it?
    """
    told = sum(bool(claim.twins) for claim in claims)
    return told * _FAIR_PART >= len(claims) if len(claims) >= _TELLING else bool(told) or is_long


def _is_astray(group: Group) -> bool:
    """Three or more amounts on each side and not one in common: these paragraphs do not belong together."""
    paired = any(claim.twins for claim in group.english)
    return not paired and len(group.english) >= 3 and len(group.chinese) >= 3


def _can_be_missed(claim: Claim, evidence: Evidence) -> bool:
    said = said_of(claim, evidence)
    if claim.twins or not said.ends or not has_digits(said.words) or _is_restated(claim, evidence):
        return False
    if claim.amount.unit == "count":
        return claim.amount.noun is not None and max(said.ends) >= _FEWEST
    return not _is_idiom(said)


def _is_idiom(said: Said) -> bool:
    """All of it (100%), every dollar, ten dollars: said in words by one translator in two."""
    return said.ends in ((Decimal(100),), (Decimal(50),)) or (max(said.ends) <= 10 and said.ends[0] % 1 == 0)


def _is_restated(claim: Claim, evidence: Evidence) -> bool:
    """The same amount in another currency, a convenience translations leave out: its original is carried."""
    other = evidence.claim_by_id.get(claim.restates or "")
    return other is not None and bool(other.twins)


def _missing(code: str, claims: Sequence[Claim], text: str, evidence: Evidence) -> Iterator[Finding]:
    values = values_in(text)
    for claim in claims:
        said = said_of(claim, evidence)
        if not any(_stands(said, end, values) for end in said.ends):
            yield _finding(code, claim, said)


def _stands(said: Said, end: Decimal, values: Sequence[Decimal]) -> bool:
    room = step_of(said.amount)
    if _COINS.search(said.words):  # "the lower rate is 4.5 cents, and share count is the last 1.5"
        return any(abs(value - each) <= room for value in values for each in (end, end * 100))
    return any(abs(value - end) <= room for value in values)


def _finding(code: str, claim: Claim, said: Said) -> Finding:
    severity = "note" if said.amount.unit == "count" and not is_money(said.amount) else "warning"
    missing, words = ("Chinese", "dropped") if code == "T04" else ("English", "added")
    repair = Repair(value=said.ends[0], text=render(said.amount, "hans"), residual="none")
    return finding(
        code,
        "contradicted",
        severity,
        f"{shorten(said.words)} is not in the {missing}: {words} in translation",
        claims=(claim.id,),
        evidence=(span_of(claim),),
        repairs=(repair,) if code == "T04" else (),
    )


def values_in(text: str) -> list[Decimal]:
    """Every number printed in figures in `text`, with its scale word, without unit, and the plainest number words.

    A coarse second reading, so that what the amounts' reader passed over is not called missing.

    >>> [str(value) for value in values_in("营收2.5亿元，增长 12%，to RMB3 million")]
    ['2.5', '250000000.0', '12', '3', '3000000']
    """
    found: list[Decimal] = []
    copy = folded(text).lower()
    for hit in _NUMBER.finditer(copy):
        try:
            value = Decimal(hit[1].replace(",", ""))
        except InvalidOperation:  # pragma: no cover - the pattern admits decimal numbers only
            continue
        found.append(value)
        if hit[2]:
            found.append(value * 10 ** _SCALES[hit[2]])
    found += [Decimal(value) for word, value in _WORDS.items() if word in copy]
    for ten in _TENS.finditer(copy):
        last = _DIGIT[ten[3]] if ten[3] and ten[2] == "十" else 0
        found.append(Decimal(_DIGIT[ten[1]] * (10 if ten[2] == "十" else 100) + last))
    return found
