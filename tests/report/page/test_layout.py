"""How paragraphs are set out: beads side by side, grouped by turn, nothing left out."""

from __future__ import annotations

from dataclasses import replace

from nlp.records import Analysis, Bead, Run, Turn
from nlp.report.page.layout import Sheet, lay_out
from tests.report.build import a_document, an_analysis, paragraphs_of

_RUN = Run(version="0", options="0")


def _told(sheet: Sheet) -> list[tuple[str | None, list[tuple[list[str], list[str]]]]]:
    return [
        (
            group.turn.speaker if group.turn else None,
            [([p.id.split("-")[-1] for p in r.left], [p.id.split("-")[-1] for p in r.right]) for r in group.rows],
        )
        for group in sheet.groups
    ]


def test_an_interleaved_call_stands_in_two_columns_by_turn() -> None:
    call, release = lay_out(an_analysis())
    assert call.columns == ("en", "zh")
    assert _told(call) == [
        ("Operator", [(["1"], ["2"])]),
        ("Mara Ellwood", [(["4"], ["5"]), (["6"], [])]),
    ]
    assert release.columns == ("en",)
    assert _told(release) == [(None, [(["0"], []), (["1"], []), (["2"], [])])]


def test_a_call_in_one_language_stands_in_one_column() -> None:
    document = a_document("只有中文。\n第二段。")
    (sheet,) = lay_out(Analysis(run=_RUN, documents=(document,), paragraphs=paragraphs_of(document)))
    assert sheet.columns == ("zh",)
    assert _told(sheet) == [(None, [(["0"], []), (["1"], [])])]


def test_a_translation_in_its_own_file_stands_beside_and_what_lies_between_stays_between() -> None:
    english = a_document("One.\nTwo.\nThree.")
    chinese = a_document("〇。\n一。\n多出。\n三。\n完。", name="zh.txt")
    left, right = paragraphs_of(english), paragraphs_of(replace(chinese, id="zh.txt"))
    right = tuple(replace(p, language="zh") for p in right)
    beads = (
        Bead(id="b1", level="paragraph", source=(left[0].id,), target=(right[1].id,), score=1),
        Bead(id="b2", level="paragraph", source=(left[2].id,), target=(right[3].id,), score=1),
    )
    (sheet,) = lay_out(Analysis(run=_RUN, documents=(english, chinese), paragraphs=(*left, *right), beads=beads))
    assert [pair for _, rows in _told(sheet) for pair in rows] == [
        ([], ["0"]),
        (["0"], ["1"]),
        (["1"], []),
        ([], ["2"]),
        (["2"], ["3"]),
        ([], ["4"]),
    ]


def test_a_document_without_paragraphs_is_shown_whole() -> None:
    (sheet,) = lay_out(Analysis(run=_RUN, documents=(a_document("All of it."),)))
    (row,) = sheet.groups[0].rows
    assert (row.left[0].start, row.left[0].end) == (0, 10)


def test_no_document_no_sheet() -> None:
    assert lay_out(Analysis(run=_RUN)) == ()


def test_a_bead_between_turns_starts_the_turn_of_its_first_paragraph() -> None:
    document = a_document("A.\nB.")
    rows = paragraphs_of(document)
    turns = tuple(
        Turn(id=p.id, document_id=document.id, start=p.start, end=p.end, speaker=p.id[-1], label="", role="analyst",
             paragraphs=(p.id,))
        for p in rows
    )  # fmt: skip
    (sheet,) = lay_out(Analysis(run=_RUN, documents=(document,), paragraphs=rows, turns=turns))
    assert [speaker for speaker, _ in _told(sheet)] == ["0", "1"]
