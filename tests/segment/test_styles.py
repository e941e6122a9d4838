"""One invented call printed in every style gives the same turns, roles, exchanges and pairs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from nlp.readers import read
from nlp.segment import segment
from tests.segment import chinese_styles
from tests.segment.calls import ANALYSTS, CALL, PAIRS, STYLES, Said
from tests.segment.chinese_styles import CHINESE_STYLES, ENGLISH_STYLES


def _same(name: str, other: str) -> bool:
    one, two = name.lower().replace(".", "").split(), other.lower().replace(".", "").split()
    return (one[0], one[-1]) == (two[0], two[-1])


EVERY_STYLE = STYLES | ENGLISH_STYLES


@pytest.mark.parametrize("render", EVERY_STYLE.values(), ids=EVERY_STYLE.keys())
def test_every_style_gives_the_same_call(render: Callable[[], str]) -> None:
    found = segment(read(render(), name="call"))
    assert (found.document.kind, found.document.period) == ("transcript", "2031-Q3")
    assert len(found.turns) == len(CALL)
    for turn, said in zip(found.turns, CALL, strict=True):
        assert (turn.role, turn.section) == (said.role, said.section), said.name
        assert said.role == "operator" or _same(turn.speaker, said.name)
        spoken = " ".join(found.document.text[turn.start : turn.end].split())
        assert spoken.startswith(said.words[0][:40])
        assert spoken.endswith(said.words[-1][-30:])
    place = {turn.id: index for index, turn in enumerate(found.turns)}
    assert len(found.exchanges) == len(ANALYSTS)
    assert all(_same(e.analyst, name) for e, name in zip(found.exchanges, ANALYSTS, strict=True))
    pairs = tuple(
        (tuple(place[t] for t in pair.question_turns), tuple(place[t] for t in pair.answer_turns))
        for exchange in found.exchanges
        for pair in exchange.pairs
    )
    assert pairs == PAIRS


@pytest.mark.parametrize(("call", "render"), CHINESE_STYLES.values(), ids=CHINESE_STYLES.keys())
def test_every_chinese_style_gives_the_same_call(call: tuple[Said, ...], render: Callable[[], str]) -> None:
    found = segment(read(render().encode(), name="call"))
    text = found.document.text
    assert [turn.speaker for turn in found.turns] == [said.name for said in call]
    assert [(turn.role, turn.section) for turn in found.turns] == [(said.role, said.section) for said in call]
    assert all(
        text[turn.start : turn.end].startswith(said.words[0][:12]) for turn, said in zip(found.turns, call, strict=True)
    )
    traditional = call is chinese_styles.HANT
    assert tuple(e.analyst for e in found.exchanges) == chinese_styles.ANALYSTS[traditional]
    assert [e.firm for e in found.exchanges] == [["云汀证券", "岚桥资本"], ["雲汀證券", "嵐橋資本"]][traditional]
    place = {turn.id: index for index, turn in enumerate(found.turns)}
    assert (
        tuple(
            (tuple(place[t] for t in pair.question_turns), tuple(place[t] for t in pair.answer_turns))
            for exchange in found.exchanges
            for pair in exchange.pairs
        )
        == chinese_styles.PAIRS
    )


def test_firm_comes_from_the_hand_over_where_the_line_has_none() -> None:
    found = segment(read(STYLES["printed_twice"]()))
    assert [exchange.firm for exchange in found.exchanges] == ["Lakeside Lane", "Quaystone Research"]


def test_lists_and_adverts_behind_the_call_are_no_speech() -> None:
    found = segment(read(STYLES["motley_with_lists"]()))
    last = found.turns[-1]
    assert found.document.text[last.start : last.end] == CALL[-1].words[0]
    assert {p.kind for p in found.paragraphs if p.start > last.end} <= {"heading", "advert"}


def test_running_heads_are_pages_and_no_speech() -> None:
    found = segment(read(STYLES["refinitiv_pdf"]()))
    pages = [p for p in found.paragraphs if p.kind == "page"]
    assert len(pages) >= 8
    inside = {p for turn in found.turns for p in turn.paragraphs}
    assert not any(page.id in inside for page in pages)


def test_no_speakers_no_turns() -> None:
    found = segment(read("Velmora had a good year.\n\nSales: up. Costs -- down a bit.\n\nNothing else was said."))
    assert (found.turns, found.exchanges, found.document.kind) == ((), (), "other")
    assert found.document.because == (
        "kind other: no speaker lines, no headline of results, no comments of a regulator",
    )
