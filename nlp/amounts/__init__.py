"""Text to amounts, and the arithmetic of what they promise."""

from __future__ import annotations

from .meant import Meant
from .read import Phrase, find_amounts, find_phrases

__all__ = ["Meant", "Phrase", "find_amounts", "find_phrases"]
