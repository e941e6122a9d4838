"""One bilingual file, two files, and the sentences inside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nlp.align import align_interleaved, align_sentences, align_two
from nlp.records import Bead, Document, Paragraph, Sentence
from tests.align.test_align import EN, ZH
from tests.builders import a_document, a_paragraph, a_sentence

Row = tuple[str, str, str]  # id, language, text


def document_of(rows: Sequence[Row], name: str = "call.txt") -> tuple[Document, list[Paragraph]]:
    document = a_document("\n".join(text for _, _, text in rows), id=name, name=name)
    paragraphs, place = [], 0
    for row, lang, text in rows:
        kind = "speaker" if row.startswith("speaker") else "speech"
        place_end = place + len(text)
        paragraphs.append(a_paragraph(id=row, document_id=name, start=place, end=place_end, language=lang, kind=kind))
        place = place_end + 1
    return document, paragraphs


def interleaved(without: Iterable[str] = (), extra: Sequence[tuple[int, Row]] = ()) -> list[Row]:
    rows = [row for n in range(10) for row in ((f"e{n}", "en", EN[n]), (f"z{n}", "zh", ZH[n]))]
    rows = [row for row in rows if row[0] not in set(without)]
    for place, row in extra:
        rows.insert(place, row)
    return rows


def pairs(beads: Iterable[Bead]) -> list[tuple[str, str]]:
    return [("+".join(bead.source), "+".join(bead.target)) for bead in beads]


ALL = [(f"e{n}", f"z{n}") for n in range(10)]


def test_interleaved_paragraphs_pair_up() -> None:
    assert pairs(align_interleaved(*document_of(interleaved()))) == ALL


def test_chinese_may_come_first() -> None:
    rows = [row for n in range(10) for row in ((f"z{n}", "zh", ZH[n]), (f"e{n}", "en", EN[n]))]
    assert pairs(align_interleaved(*document_of(rows))) == ALL


def test_a_missing_translation_shifts_nothing() -> None:
    found = pairs(align_interleaved(*document_of(interleaved(without=["z4"]))))
    assert found == [*ALL[:4], ("e4", ""), *ALL[5:]]


def test_a_missing_original_shifts_nothing() -> None:
    found = pairs(align_interleaved(*document_of(interleaved(without=["e4"]))))
    assert found == [*ALL[:4], ("", "z4"), *ALL[5:]]


def test_a_notice_in_one_language_stays_alone() -> None:
    notice = ("z-notice", "zh", "译文由机器翻译，仅供参考，一切以英文原文为准。")
    assert pairs(align_interleaved(*document_of(interleaved(extra=[(0, notice)])))) == [("", "z-notice"), *ALL]


def test_speaker_lines_take_no_part() -> None:
    speakers = [(4, ("speaker1", "en", "Mara Lindqvist - CFO")), (4, ("speaker2", "en", "Mara Lindqvist - CFO"))]
    assert pairs(align_interleaved(*document_of(interleaved(extra=speakers)))) == ALL


def test_blocks_of_a_turn_pair_by_what_they_say() -> None:
    rows = [(f"{side}{n}", lang, text[n]) for first in range(0, 10, 5) for side, lang, text in
            (("e", "en", EN), ("z", "zh", ZH)) for n in range(first, first + 5)]  # fmt: skip
    assert pairs(align_interleaved(*document_of(rows))) == ALL


def test_place_decides_between_paragraphs_that_say_little() -> None:
    rows = [("e0", "en", "Hm."), ("z0", "zh", "嗯。"), ("e1", "en", "Ah."), ("e2", "en", "Oh."), ("z2", "zh", "噢。")]
    found = pairs(align_interleaved(*document_of(interleaved() + rows)))
    assert found[-3:] == [("e0", "z0"), ("e1", ""), ("e2", "z2")]


def test_two_files() -> None:
    english = document_of([(f"e{n}", "en", text) for n, text in enumerate(EN)], "en.txt")
    chinese = document_of([(f"z{n}", "zh", text) for n, text in enumerate(ZH) if n != 6], "zh.txt")
    assert pairs(align_two(english, chinese)) == [*ALL[:6], ("e6", ""), *ALL[7:]]


def test_a_passage_left_untranslated_keeps_its_place() -> None:
    english = document_of([(f"e{n}", "en", text) for n, text in enumerate(EN)], "en.txt")
    chinese = document_of([(f"z{n}", "zh", EN[n] if n == 4 else text) for n, text in enumerate(ZH)], "zh.txt")
    assert pairs(align_two(english, chinese)) == ALL


def sentences_of(paragraphs: Iterable[Paragraph], document: Document) -> list[Sentence]:
    rows = []
    for paragraph in paragraphs:
        stop = ". " if paragraph.language == "en" else "。"
        start = paragraph.start
        while start < paragraph.end:
            end = document.text.find(stop, start, paragraph.end - 1)
            end = paragraph.end if end < 0 else end + len(stop)
            name = f"{paragraph.id}.{start - paragraph.start}"
            rows.append(a_sentence(id=name, document_id=document.id, paragraph_id=paragraph.id, start=start, end=end))
            start = end
    return rows


def test_sentences_stay_inside_their_paragraphs() -> None:
    rows = [
        ("e0", "en", " ".join(EN[:3])), ("z0", "zh", "".join(ZH[:3])),
        ("e1", "en", " ".join(EN[3:6])), ("z1", "zh", ZH[3] + ZH[5]),
        ("e2", "en", EN[8]),
    ]  # fmt: skip
    document, paragraphs = document_of(rows)
    beads = align_interleaved(document, paragraphs)
    assert pairs(beads) == [("e0", "z0"), ("e1", "z1"), ("e2", "")]
    found = align_sentences([document], beads, sentences_of(paragraphs, document))
    inside = [({name[:2] for name in bead.source}, {name[:2] for name in bead.target}) for bead in found]
    assert inside.count(({"e1"}, {"z1"})) == 2
    assert inside.count(({"e1"}, set())) == 1  # the sentence that was left out
    assert inside[-1] == ({"e2"}, set())
    assert {bead.level for bead in found} == {"sentence"}


def test_nothing_to_align() -> None:
    document, paragraphs = document_of([])
    assert align_interleaved(document, paragraphs) == ()
    assert align_two((document, []), (document, [])) == ()
    assert align_sentences([document], [], []) == ()
