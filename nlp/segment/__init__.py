"""Document to paragraphs, sentences, turns, exchanges and comments."""

from __future__ import annotations

from .bare import segment_bare
from .kinds import describe
from .responses import find_followups
from .stage import segment

__all__ = ["describe", "find_followups", "segment", "segment_bare"]
