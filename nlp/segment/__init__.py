"""Document to paragraphs, sentences, turns, exchanges and comments."""

from __future__ import annotations

from .kinds import describe
from .stage import segment

__all__ = ["describe", "segment"]
