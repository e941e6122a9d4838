"""Which shares a figure counts or is per: basic or diluted ones, the company's or those that stand for them abroad."""

from __future__ import annotations

from ..languages.late import late
from ..languages.relation_words import AVERAGE, BASIC, DEPOSITARY, DILUTED, TRADED
from ..records import Claim
from ..text import fold, simplify
from .evidence import Evidence

_AFTER, _BEFORE = 40, 60  # characters beside an amount that may say whose shares they are
_END = late(r"[;；。]|[,，](?!\d)|\.(?!\d)|[0-9][0-9,.]*")


def words_beside(claim: Claim, evidence: Evidence) -> str:
    """The name of a figure with what stands around it, up to the next number or the end of the clause."""
    name = simplify(fold(claim.surface))
    if claim.by == "rule:table":
        return name
    text = evidence.document_by_id[claim.document_id].text
    before = _END.split(simplify(fold(text[max(0, claim.start - _BEFORE) : claim.start])))[-1]
    after = _END.split(simplify(fold(text[claim.end : claim.end + _AFTER])))[0]
    return f"{name} | {before} | {after}"


def dilutions(words: str) -> frozenset[str]:
    """What the words say of the shares.

    >>> sorted(dilutions("basic and diluted net loss per ADS"))
    ['basic', 'diluted']
    """
    found = (("basic", BASIC), ("diluted", DILUTED))
    return frozenset(name for name, pattern in found if pattern.search(words))


def are_of_other_shares(one: Claim, other: Claim) -> bool:
    """Whether one figure is named of basic and the other of diluted shares."""
    left, right = (dilutions(simplify(fold(row.surface))) for row in (one, other))
    return bool(left and right) and not left & right


def are_depositary(words: str) -> bool:
    """Whether the shares are those that stand for shares abroad: one of them may stand for several."""
    return DEPOSITARY.search(words) is not None


def is_average(words: str) -> bool:
    """Whether a count of shares is one that earnings are divided by: an average, and none bought or issued."""
    return (AVERAGE.search(words) or DILUTED.search(words)) is not None and TRADED.search(words) is None
