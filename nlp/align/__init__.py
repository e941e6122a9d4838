"""Which lines of one text say the same as which lines of another."""

from __future__ import annotations

from .beads import align
from .documents import align_interleaved, align_sentences, align_two

__all__ = ["align", "align_interleaved", "align_sentences", "align_two"]
