"""Topics and tone of sentences, turns and exchanges, in both languages: by trained heads, or by word lists alone."""

from __future__ import annotations

from .sentiment import tag_sentiment
from .tag import tag_rows
from .taggers import Taggers, load_taggers
from .topics import tag_topics

__all__ = ["Taggers", "load_taggers", "tag_rows", "tag_sentiment", "tag_topics"]
