"""Questions in texts without speakers: minutes of meetings print 问：and 答：, or a question and then its answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ..records import Paragraph
from ..text import fold, simplify

_MARKED = re.compile(r"^\W*(?:投资者|分析师|媒体|股东)?(?:提?问题?|提问|Q)[0-9]{0,2}\s*[:：]")
_ANSWER = re.compile(r"^\W*(?:公司|管理层)?(?:答复?|回[复答]|A)[0-9]{0,2}\s*[:：]")
_ASKS = re.compile(r"请问|请教|想问|追问|想核实|想了解|想确认|方便(?:说|讲|介绍)|能否|可否|吗[?？]|[么呢][?？]")


def questions_of(paragraphs: Sequence[Paragraph], text: str) -> frozenset[str]:
    """The ids of the Chinese paragraphs that ask: marked as questions, or asking with an answer behind them."""
    asked = set()
    for row, behind in pairwise((*paragraphs, None)):
        if row is None or row.language != "zh" or row.kind == "speaker":
            continue
        words = simplify(fold(text[row.start : row.end])).strip()
        if _MARKED.match(words) or (
            behind is not None and words.endswith("?") and _ASKS.search(words) and not _ANSWER.match(words)
        ):
            asked.add(row.id)
    return frozenset(asked)
