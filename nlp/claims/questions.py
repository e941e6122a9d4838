"""Questions in texts without speakers: minutes of meetings print 问：and 答：, or a question and then its answer.

In English a paragraph asks that ends with a question and speaks to those who report.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..languages.late import late
from ..records import Paragraph
from ..text import fold, simplify
from .scenes import cue

_MARKED = late(r"^\W*(?:投资者|分析师|媒体|股东)?(?:提?问题?|提问|Q)[0-9]{0,2}\s*[:：]")
_ANSWER = late(r"^\W*(?:公司|管理层)?(?:答复?|回[复答]|A)[0-9]{0,2}\s*[:：]")
_ASKS = late(r"请问|请教|想问|追问|想核实|想了解|想确认|方便(?:说|讲|介绍)|能否|可否|吗[?？]|[么呢][?？]")

_TO_YOU = cue(
    r"\b(?:you|your|yours|you're|you've|you'd|guys|consensus|the street|my math|my model|am i|are we"
    r"|(?:i|we) (?:get|have you)|(?:can|could|may|might|should) (?:i|we)"
    r"|thanks for (?:taking|the)|good (?:morning|afternoon|evening))\b"
)


def questions_of(paragraphs: Sequence[Paragraph], text: str) -> frozenset[str]:
    """The ids of the paragraphs that ask: marked as questions, speaking to "you", or asking with an answer behind."""
    asked = set()
    for row, behind in pairwise((*paragraphs, None)):
        if row is None or row.kind == "speaker":
            continue
        words = fold(text[row.start : row.end]).strip()
        if _asks_in_chinese(simplify(words), behind) if row.language == "zh" else _asks_in_english(words):
            asked.add(row.id)
    return frozenset(asked)


def _asks_in_english(words: str) -> bool:
    return words.rstrip("\"'”’)").endswith("?") and _TO_YOU.search(words) is not None


def _asks_in_chinese(words: str, behind: Paragraph | None) -> bool:
    asks = words.endswith("?") and _ASKS.search(words) and not _ANSWER.match(words)
    return _MARKED.match(words) is not None or (behind is not None and bool(asks))
