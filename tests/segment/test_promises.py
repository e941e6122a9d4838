"""What holds of every text: nothing is lost, nothing overlaps, and time grows with length only."""

from __future__ import annotations

import time
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from nlp.readers import read
from nlp.records import Document
from nlp.segment import segment
from nlp.text import fold
from tests.segment.calls import STYLES

PIECES = st.sampled_from(
    [
        "Operator", "[Ada Lind][Lakeside]", "[周明][财务总监]", "[][]:", "Ada Lind -- CFO", "Bo Tran -- Lakeside -- Analyst", "Questions and Answers:", "(foreign language)", "[Interpreted]",
        "We grew by 13%. Why?", "我们增长了13%。为什么？", "主持人：", "1. Please revise.", "Dear Ms. Lee:", "12", "• Sales", "---------",
        "We have reviewed your filing.", "", "Call participants:", "Q: and", "\u3000", "Page 2", "Ada Lind: Thank you.", "[Bo] x", "spk01",
        "主持人", "Q.", "A.", "Good day.", "Operator:", "SPEAKER 1:", "[00:01:02] Ada Lind", "Ada Lind, CFO", "LIND, Ada:", "Mr. Tran.",
        "陈伟（首席财务官）：谢谢。", "陈伟 Wei Chen:", "| Ada Lind | CFO | Thank you. |", "Executives", "Ada", "Bo Tran", "提问者1：", "【解读】",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25), st.sampled_from(["\n", "\n\n", "\r\n", "\n  "]))
def test_paragraphs_hold_every_word_once_and_in_order(pieces: list[str], gap: str) -> None:
    text = gap.join(pieces)
    found = segment(Document(id="d", name="x", text=text))
    spans = [(p.start, p.end) for p in found.paragraphs]
    assert all(a < b for a, b in spans) and all(x[1] <= y[0] for x, y in pairwise(spans))
    covered = "".join(text[a:b] for a, b in spans)
    assert sum(map(str.isalpha, covered)) == sum(map(str.isalpha, text))
    rows = {p.id: p for p in found.paragraphs}
    assert len(rows) == len(found.paragraphs)
    for turn in found.turns:
        assert 0 <= turn.start <= turn.end <= len(text)
        assert all(turn.start <= rows[p].start and rows[p].end <= turn.end for p in turn.paragraphs)
    for sentence in found.sentences:
        parent = rows[sentence.paragraph_id]
        assert parent.start <= sentence.start < sentence.end <= parent.end
    known = {turn.id for turn in found.turns}
    assert all(set(e.turns) <= known for e in found.exchanges)


@given(st.text(max_size=300))
def test_any_text_can_be_segmented(text: str) -> None:
    found = segment(Document(id="d", name="x", text=text))
    assert found.document.kind in ("transcript", "release", "letter", "response", "other")


def test_ids_are_stable_and_told_apart() -> None:
    text = STYLES["motley"]()
    one, two = segment(read(text)), segment(read(text))
    assert one == two
    ids = [row.id for rows in (one.paragraphs, one.sentences, one.turns, one.exchanges) for row in rows]
    assert len(set(ids)) == len(ids)


def test_time_grows_with_length_only() -> None:
    from nlp.segment.lines import read_lines
    from nlp.segment.paragraphs import find_style
    from nlp.segment.turns import find_layout

    def seconds(times: int) -> float:
        text = STYLES["motley"]() * times
        start = time.process_time()
        lines = read_lines(fold(text))
        layout = find_layout(text, lines, find_style(lines))
        assert len(layout.headers) == 16 * times
        return time.process_time() - start

    assert min(seconds(400), seconds(400)) < 20 * min(seconds(50), seconds(50))  # eight times the text
