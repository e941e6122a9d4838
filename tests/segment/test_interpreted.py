"""Interpreters speak on somebody's behalf, and sometimes for themselves."""

from __future__ import annotations

import pytest

from nlp.readers import read
from nlp.segment import segment


def _call(*turns: tuple[str, str]) -> str:
    opening = ("Operator", "Welcome to the Velmora Robotics Third Quarter 2031 Earnings Call. Over to Otto Brandvold.")
    return "\n".join(f"{name}\n{name}\n{words}" for name, words in (opening, *turns)) + "\n"


CHIEF = "Otto Brandvold - CEO"
NOBODY = "Unidentified Company Representative"


@pytest.mark.parametrize(
    ("turns", "behalf"),
    [
        pytest.param(
            [(CHIEF, "(foreign language)"), (NOBODY, "[Interpreted] We grew.\nWe will grow.")],
            ["Otto Brandvold", "Otto Brandvold"],
            id="mark-in-line",
        ),
        pytest.param(
            [(CHIEF, "(Foreign Language)"), (NOBODY, "[Interpreted]\n[解讀]\nWe grew.\n我們成長了。")],
            ["Otto Brandvold"] * 4,
            id="mark-line-covers-what-follows",
        ),
        pytest.param(
            [(CHIEF, "[Foreign Speech]"), (NOBODY, "【解讀】我們成長了。")], ["Otto Brandvold"], id="zh-mark-in-line"
        ),
        pytest.param(
            [(CHIEF, "(foreign language)"), ("Interpreter", "We grew in every market.")],
            ["Otto Brandvold"],
            id="interpreter-without-a-mark",
        ),
        pytest.param(
            [
                (CHIEF, "(foreign language)"),
                (NOBODY, "[Interpreted] We grew.\nThat concludes Otto Brandvold's prepared remarks. Over to Ines."),
            ],
            ["Otto Brandvold", None],
            id="closing-words-are-the-interpreters-own",
        ),
        pytest.param(
            [
                (CHIEF, "(foreign language)\n(外語)"),
                (
                    NOBODY,
                    "[Interpreted] We grew.\n[解讀]我們成長了。\nThat concludes Otto's remarks.\n他的發言到此結束。",
                ),
            ],
            ["Otto Brandvold", "Otto Brandvold", None, None],
            id="closing-words-in-both-languages",
        ),
        pytest.param(
            [(CHIEF, "(foreign language)"), ("Ines Falcato - CFO", "I will add the figures myself.")],
            [None],
            id="another-executive-adds-in-english",
        ),
        pytest.param(
            [(CHIEF, "(foreign language)\n[Interpreted] We grew.")],
            [None, "Otto Brandvold"],
            id="interpreter-under-the-executives-name",
        ),
        pytest.param([(CHIEF, "(foreign language) So let me say it in English: we grew.")], [None], id="own-words"),
    ],
)
def test_on_behalf_of(turns: list[tuple[str, str]], behalf: list[str | None]) -> None:
    found = segment(read(_call(*turns, ("Operator", "Goodbye."))))
    rows = {p.id: p for p in found.paragraphs}
    last = found.turns[-2]
    assert [rows[p].on_behalf_of for p in last.paragraphs] == behalf


def test_foreign_turns_are_kept_and_the_interpreter_has_a_role() -> None:
    found = segment(
        read(_call((CHIEF, "(foreign language)"), (NOBODY, "[Interpreted] We grew."), ("Operator", "Bye.")))
    )
    assert [(t.role, t.foreign_only) for t in found.turns] == [
        ("operator", False),
        ("executive", True),
        ("interpreter", False),
        ("operator", False),
    ]


def test_one_label_several_people() -> None:
    text = (
        "Operator\nOperator\nWelcome. I'd like to turn the call over to [Mara Quill], Velmora's Investor Relations manager.\n"
        f"{NOBODY}\n{NOBODY}\nHello, everyone.\n{CHIEF}\n{CHIEF}\n(foreign language)\n{NOBODY}\n{NOBODY}\n[Interpreted] We grew.\n"
        "Operator\nOperator\nI'd like to turn the conference back over to Mara, Investor Relations, for closing remarks.\n"
        f"{NOBODY}\n{NOBODY}\nThank you all.\n"
    )
    turns = segment(read(text)).turns
    assert [(t.speaker, t.label, t.role) for t in turns if t.label == NOBODY] == [
        ("Mara Quill", NOBODY, "investor_relations"),
        (NOBODY, NOBODY, "interpreter"),
        ("Mara Quill", NOBODY, "investor_relations"),
    ]


def test_analysts_nobody_heard_get_their_firm_from_the_hand_over() -> None:
    text = _call(
        (CHIEF, "We grew."),
        ("Operator", "The next question will be from (inaudible) of Lakeside Lane."),
        ("Unidentified Analyst", "How much?"),
        (CHIEF, "By 13%."),
        ("Operator", "The next question comes from Priya Sandell with Quaystone."),
        ("Unidentified Analyst", "And next year?"),
        (CHIEF, "By 11%."),
    )
    exchanges = segment(read(text)).exchanges
    assert [(e.analyst, e.firm) for e in exchanges] == [
        ("Unidentified Analyst", "Lakeside Lane"),
        ("Priya Sandell", "Quaystone"),
    ]
