"""Letters of regulators, by language."""

from __future__ import annotations

from .en.letters import ENGLISH_LETTERS
from .letter_rules import LetterRules
from .zh.letters import CHINESE_LETTERS

LETTERS: dict[str, LetterRules] = {"en": ENGLISH_LETTERS, "zh": CHINESE_LETTERS}
