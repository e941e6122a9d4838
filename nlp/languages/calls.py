"""The call rules of every language, by code; both are asked of a bilingual document."""

from __future__ import annotations

from .call_rules import CallRules
from .en.calls import ENGLISH_CALLS
from .zh.calls import CHINESE_CALLS

CALL_RULES: dict[str, CallRules] = {"en": ENGLISH_CALLS, "zh": CHINESE_CALLS}


def call_rules(lang: str) -> CallRules:
    """The rules of a language; English where the language is unknown or `mixed`."""
    return CALL_RULES.get(lang, ENGLISH_CALLS)
