"""A regulator's letter with ragged lines and running heads merged into one another; all of it invented."""

from __future__ import annotations

import pytest

from nlp.readers import read
from nlp.records import Segments
from nlp.segment import segment

HEADS = """ Ines Falcato
FirstName LastNameInes
Velmora Robotics  Holdings LimitedFalcato
Comapany14,
March  NameVelmora
              2031       Robotics Holdings Limited
March
Page {0}    14, 2031 Page {0}
FirstName LastName
"""
LETTER = (
    """United States securities and exchange commission logo


                              March 14, 2031

       Ines Falcato
       Chief Financial Officer
       Velmora Robotics Holdings Limited
       7 Quay Street

                                                        Re: Velmora Robotics
Holdings Limited
                                                            Registration
Statement on Form F-1
                                                            File No. 333-00000

       Dear Ms. Falcato:

              We have reviewed your registration statement and have the
following comments.

       Risk Factors
       Our suppliers are few, page 11

   1.                                                   Please name the two
largest suppliers and quantify
                                                        what each
contributed in 2030.
"""
    + HEADS.format(2)
    + """Use of Proceeds, page 40

2.       We note that the proceeds may repay debt. Please tell us how much and
to whom they
         will be paid. Refer to Item 3.C.4 of Form
20-F.
3.       Revise to describe the plant's
timetable, and separately address
"""
    + HEADS.format(3)
    + """         the permits that are still open.
Consolidated Financial Statements
Note 4. Leases, page F-19

4.       Please address the following:

                Reconcile the leases to your balance sheet.
                Clarify whether options to extend
are included.
General

5.    Please send us every slide and leaflet
FirstName LastNameInes Falcato
       that was shown, as the rule puts it, in
Comapany    NameVelmora
       present to potential Robotics  Holdings
March 14, 2031 Page 3      of the rule.
FirstName LastName
"""
    + HEADS.format(4)
    + """       You may contact Ada Quist at (202) 555-0100 if you have questions.

                                                         Sincerely,
"""
)


@pytest.fixture(scope="module")
def found() -> Segments:
    return segment(read(LETTER, name="letter.txt"))


def _flat(found: Segments, start: int, end: int) -> str:
    return " ".join(found.document.text[start:end].split())


def test_what_it_is(found: Segments) -> None:
    document = found.document
    assert (document.kind, document.company, document.published) == (
        "letter",
        "Velmora Robotics Holdings Limited",
        "2031-03-14",
    )
    assert found.turns == ()


def test_comments_headings_and_pages(found: Segments) -> None:
    assert [(c.number, c.heading, c.page, c.refers_to_page) for c in found.comments] == [
        (1, "Risk Factors / Our suppliers are few, page 11", 1, "page 11"),
        (2, "Use of Proceeds, page 40", 2, "page 40"),
        (3, "Use of Proceeds, page 40", 2, "page 40"),
        (4, "Consolidated Financial Statements / Note 4. Leases, page F-19", 3, "F-19"),
        (5, "General", 3, None),
    ]


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "1. Please name the two largest suppliers and quantify what each contributed in 2030."),
        (
            2,
            "2. We note that the proceeds may repay debt. Please tell us how much and to whom they will be paid. Refer to Item 3.C.4 of Form 20-F.",
        ),
        (3, "3. Revise to describe the plant's timetable, and separately address the permits that are still open."),
        (
            4,
            "4. Please address the following: Reconcile the leases to your balance sheet. Clarify whether options to extend are included.",
        ),
        (
            5,
            "5. Please send us every slide and leaflet that was shown, as the rule puts it, in present to potential of the rule.",
        ),
    ],
)
def test_pieces_leave_running_heads_out(found: Segments, number: int, text: str) -> None:
    comment = found.comments[number - 1]
    assert " ".join(_flat(found, p.start, p.end) for p in comment.pieces) == text
    assert (comment.start, comment.end) == (comment.pieces[0].start, comment.pieces[-1].end)


def test_requests(found: Segments) -> None:
    requests = [[_flat(found, r.start, r.end) for r in c.requests] for c in found.comments]
    assert requests[1] == ["Please tell us how much and to whom they will be paid."]
    assert requests[3] == [
        "4. Please address the following:",
        "Reconcile the leases to your balance sheet.",
        "Clarify whether options to extend are included.",
    ]
    assert len(requests[2]) == 1 and requests[2][0].endswith("the permits that are still open.")


def test_kinds_of_paragraphs(found: Segments) -> None:
    kinds = [p.kind for p in found.paragraphs]
    assert kinds.count("page") >= 3
    assert kinds[0] == "address"
    headings = [_flat(found, p.start, p.end) for p in found.paragraphs if p.kind == "heading"]
    assert "General" in headings and "Use of Proceeds, page 40" in headings


def test_a_letter_in_plain_lines() -> None:
    text = (
        "May 2, 2031\n\nAda Quist\nVelmora Inc.\n\nRe: Velmora Inc. Form 10-K\n\nDear Ms. Quist:\n\n"
        "We have reviewed your filing and have the following comments.\n\nForm 10-K for 2030\n\nResults, page 9\n\n"
        "1. Please quantify each driver of the change in sales.\n\n2. Tell us why inventory rose. In 2030 you had 2. of them.\n\n"
        "Note 3. Debt, page F-4\n\n3. Disclose the covenants.\n\nSincerely,\nThe Office\n"
    )
    found = segment(read(text))
    assert [(c.number, c.heading) for c in found.comments] == [
        (1, "Results, page 9"),
        (2, "Results, page 9"),
        (3, "Note 3. Debt, page F-4"),
    ]
    assert _flat(found, found.comments[1].start, found.comments[1].end).endswith("2. of them.")
