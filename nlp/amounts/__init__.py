"""Text to amounts, and the arithmetic of what they promise."""

from __future__ import annotations

from .read import Phrase, find_amounts, find_phrases

__all__ = ["Phrase", "find_amounts", "find_phrases"]
