"""What a language says about where its sentences end."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceRules:
    """Words and marks that decide sentence ends.

    `never_end` are abbreviations after which a sentence goes on ("Mr."); `may_end` end one only before a `starters`
    word ("in the U.S. We expect"); `before_number` do so only before a digit ("No. 5"). All lower case.
    """

    code: str
    enders: str
    closers: str
    never_end: frozenset[str] = frozenset()
    may_end: frozenset[str] = frozenset()
    before_number: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()
