"""Which lines of one text say the same as which lines of another."""

from __future__ import annotations

from .beads import align

__all__ = ["align"]
