"""Topics and tone of sentences and turns, in both languages, by word lists: `by="lexicon"`."""

from __future__ import annotations

from .sentiment import tag_sentiment
from .tag import tag_rows
from .topics import tag_topics

__all__ = ["tag_rows", "tag_sentiment", "tag_topics"]
