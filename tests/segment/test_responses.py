"""Answers to a regulator's letter, and the passages of later documents that speak to what it asks for."""

from __future__ import annotations

import pytest

from nlp.readers import read
from nlp.records import Segments
from nlp.segment import segment
from nlp.segment.responses import find_followups, pair_responses

LETTER = """May 2, 2031

Ada Quist
Velmora Inc.

Re: Velmora Inc. Form 10-K

Dear Ms. Quist:

We have reviewed your filing and have the following comments.

Results of Operations, page 9

1. You attribute the increase in service revenue to several factors. Please quantify the effect of each driver of the increase in service revenue.

2. Tell us why inventory of gripper arms rose.

Note 3. Debt, page F-4

3. Disclose the covenants of the loan with Harbour Bank.

Sincerely,
The Office
"""
REPEATED = """Velmora Inc.
May 20, 2031

Re: Velmora Inc. Form 10-K

Dear Sir or Madam:

Set forth below are the responses of Velmora Inc. to the comments of the Staff. Each comment is repeated.

Results of Operations, page 9

1. You attribute the increase in service revenue to several factors. Please quantify the effect of each driver of the increase in service revenue.

Response: The Company advises the Staff that price added $4 million and volume $7 million.

A table of both will stand in the next filing.

2. Tell us why inventory of gripper arms rose.

Response: Two hospitals moved their orders to June.

3. Disclose the covenants of the loan with Harbour Bank.

The Company respectfully acknowledges the comment and will do so.

Sincerely,
Ada Quist
"""
NUMBERED_ONLY = """Velmora Inc.
May 20, 2031

Re: Velmora Inc.

In response to the Staff's comments we answer as follows.

Response to Comment 1
Price added $4 million.

Response to Comment 2
Orders moved to June.
"""
CALL = """Operator

Welcome to the Velmora Second Quarter 2031 Earnings Call.

Otto Brandvold -- CEO

We had a good quarter. Of the increase in service revenue, price was $4 million and volume was $7 million.

The weather was fine. Inventory of gripper arms fell again.

Operator

This concludes the call.
"""


def _flat(found: Segments, start: int, end: int) -> str:
    return " ".join(found.document.text[start:end].split())


@pytest.fixture(scope="module")
def letter() -> Segments:
    return segment(read(LETTER, name="letter.txt"))


def test_responses_stand_apart_from_the_repeated_comment() -> None:
    found = segment(read(REPEATED, name="answer.txt"))
    assert found.document.kind == "response"
    said = [[_flat(found, p.start, p.end) for p in c.responses] for c in found.comments]
    assert [c.number for c in found.comments] == [1, 2, 3]
    assert said[0][0].startswith("Response: The Company advises") and said[0][-1].endswith("in the next filing.")
    assert said[1] == ["Response: Two hospitals moved their orders to June."]
    assert said[2] == ["The Company respectfully acknowledges the comment and will do so."]
    asked = _flat(found, found.comments[0].pieces[0].start, found.comments[0].pieces[-1].end)
    assert asked.endswith("increase in service revenue.")
    assert all(c.end == c.responses[-1].end for c in found.comments)


def test_responses_without_the_comments(letter: Segments) -> None:
    found = segment(read(NUMBERED_ONLY, name="answer.txt"))
    assert [c.number for c in found.comments] == [1, 2]
    assert [_flat(found, c.responses[0].start, c.responses[-1].end) for c in found.comments] == [
        "Response to Comment 1 Price added $4 million.",
        "Response to Comment 2 Orders moved to June.",
    ]
    pairs = pair_responses(letter.comments, found.comments)
    assert [(one.number, other.number if other else None) for one, other in pairs] == [(1, 1), (2, 2), (3, None)]


def test_followups_are_passages_that_share_what_is_asked(letter: Segments) -> None:
    call = segment(read(CALL, name="call.txt"))
    found = find_followups(letter, [call])
    assert [row.number for row in found] == [1, 2, 3]
    best = [_flat(call, row.passages[0].start, row.passages[0].end) if row.passages else "" for row in found]
    assert best[0] == "Of the increase in service revenue, price was $4 million and volume was $7 million."
    assert best[1] == "Inventory of gripper arms fell again."
    assert best[2] == ""
    assert all(0 < passage.score <= 1 for row in found for passage in row.passages)


def test_a_letter_has_no_responses(letter: Segments) -> None:
    assert all(comment.responses == () for comment in letter.comments)
