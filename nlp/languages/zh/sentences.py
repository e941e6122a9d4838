"""Where Chinese sentences end."""

from __future__ import annotations

from ..sentence_rules import SentenceRules

CHINESE_SENTENCES = SentenceRules(code="zh", enders="。！？!?｡．", closers="”’」』）)】》〉\"'］]")
