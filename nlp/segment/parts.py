"""Questions split into parts, and each part linked to the passages that answer it."""

from __future__ import annotations

from collections.abc import Sequence

from ..records import Document, Exchange, Turn


def with_parts(document: Document, exchange: Exchange, turns: Sequence[Turn]) -> Exchange:
    """The exchange with the parts of its pairs' questions."""
    return exchange
