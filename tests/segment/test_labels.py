"""Speaker lines read one by one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.languages.calls import CALL_RULES
from nlp.segment.hand_overs import hand_over, introduced_to
from nlp.segment.labels import parse_label
from nlp.segment.names import looks_like_name, name_key
from nlp.segment.titles import split_description, title_kind


@pytest.mark.parametrize(
    ("line", "name", "kind", "title", "firm"),
    [
        pytest.param(
            "Ada Lind -- Chief Financial Officer", "Ada Lind", "person", "Chief Financial Officer", None, id="hyphens"
        ),
        pytest.param(
            "Bo Tran -- Lakeside Bank -- Analyst", "Bo Tran", "person", "Analyst", "Lakeside Bank", id="two-hyphens"
        ),
        pytest.param("Unidentified Speaker --", "Unidentified Speaker", "unknown", None, None, id="dangling"),
        pytest.param("Ada Lind,  Orbel Corp - CFO", "Ada Lind", "person", "CFO", "Orbel Corp", id="two-blanks"),
        pytest.param("Ada Lind - Orbel, CFO", "Ada Lind", "person", "CFO", "Orbel", id="memo"),
        pytest.param("Bo Tran (Lakeside)", "Bo Tran", "person", None, "Lakeside", id="bracket"),
        pytest.param("Dora (Operator)", "Dora", "operator", "Operator", None, id="named-operator"),
        pytest.param("CFO Ada Lind", "Ada Lind", "person", "CFO", None, id="title-first"),
        pytest.param(
            "Chairman, President & CEO Ada M. Lind",
            "Ada M. Lind",
            "person",
            "Chairman, President & CEO",
            None,
            id="titles-first",
        ),
        pytest.param("Question from the floor", "Question from the floor", "analyst", None, None, id="floor"),
        pytest.param("安·林(Ann Lin)", "安·林", "person", None, None, id="spelt-in-brackets"),
        pytest.param("海港证券安·林", "安·林", "person", None, "海港证券", id="firm-and-foreign-name"),
        pytest.param("总经理(李明)", "李明", "person", "总经理", None, id="title-and-bracket"),
        pytest.param("总经理李明答", "李明", "person", "总经理", None, id="answers"),
        pytest.param("海港证券李小姐问", "李小姐", "person", None, "海港证券", id="asks"),
        pytest.param("投资者 提问 李明", "投资者", "analyst", None, None, id="asked-of"),
        pytest.param("投资者_7Km2 问 李明", "投资者_7Km2", "analyst", None, None, id="an-account-asks"),
        pytest.param("主持人(李明)", "李明", "operator", None, None, id="a-host-by-name"),
        pytest.param("股东代表王先生", "王先生", "person", None, None, id="part-then-name"),
        pytest.param("【游客2198】提问", "游客2198", "analyst", None, None, id="account"),
        pytest.param("问(海港证券 Bo Tran)", "Bo Tran", "person", None, "海港证券", id="latin-name-in-bracket"),
        pytest.param("分析员(Bo Tran,Orbel Asia)", "Bo Tran", "person", "分析员", "Orbel Asia", id="two-latin-names"),
        pytest.param("Q - Bo Tran", "Bo Tran", "person", None, None, id="mark"),
        pytest.param(
            "Bo Tran - 86Lakeside - Analyst", "Bo Tran", "person", "Analyst", "86Lakeside", id="digits-in-firm"
        ),
        pytest.param("Sam O’Dell".replace("’", "'"), "Sam O'Dell", "person", None, None, id="apostrophe"),
        pytest.param("Speaker 3", "Speaker 3", "unknown", None, None, id="number"),
        pytest.param("安·林", "安·林", "person", None, None, id="zh-dot"),
        pytest.param(
            "海汀证券(12.30, 0.10, 0.8%)分析师Bo Tran", "Bo Tran", "person", "分析师", "海汀证券", id="zh-quote"
        ),
        pytest.param("首席财务官李明", "李明", "person", "首席财务官", None, id="zh-title-first"),
        pytest.param("李明(首席财务官)", "李明", "person", "首席财务官", None, id="zh-bracket"),
        pytest.param("梁朔 -- 南汀证券 -- 分析师", "梁朔", "person", "分析师", "南汀证券", id="zh-hyphens"),
        pytest.param("主持人", "主持人", "operator", None, None, id="zh-operator"),
        pytest.param("投资者1", "投资者1", "analyst", None, None, id="zh-investor"),
        pytest.param("Question 2 - Lakeside & Co (Bo Tran)", "Bo Tran", "person", None, "Lakeside & Co", id="numbered"),
        pytest.param("海汀证券分析师安娜·林", "安娜·林", "person", "分析师", "海汀证券", id="zh-dot-behind-title"),
        pytest.param("牟朔-云汀药业CFO", "牟朔", "person", "CFO", "云汀药业", id="zh-glued-title"),
        pytest.param("问4(其他投资者)", "其他投资者", "analyst", None, None, id="zh-nobody-in-brackets"),
        pytest.param("董事会秘书闻人雪介绍", "闻人雪", "person", "董事会秘书", None, id="zh-verb"),
        pytest.param("Quay证券 Bo Tran", "Bo Tran", "person", None, "Quay证券", id="zh-firm-latin-name"),
        pytest.param("李明 高升分析师", "李明", "person", "分析师", "高升", id="zh-firm-like-a-name"),
    ],
)
def test_parse_label(line: str, name: str, kind: str, title: str | None, firm: str | None) -> None:
    label = parse_label(line)
    assert label is not None
    assert (label.name, label.kind, label.title, label.firm) == (name, kind, title, firm)


@pytest.mark.parametrize(
    "line",
    [
        "Revenue Growth",
        "In summary",
        "Net Sales",
        "Thank you, Ada",
        "Safe Lakeside",
        "Orbel Holdings Inc",
        "Senior Director",
        "收入增长",
        "发言",
        "",
    ],
)
def test_no_label(line: str) -> None:
    assert parse_label(line) is None


@pytest.mark.parametrize(
    "name",
    [
        "Lara Page",
        "Will Gross",
        "April Gross",
        "Ernest To",
        "Jean-Luc de la Tour",
        "J. P. Dorn",
        "ADA LIND",
        "Robert (Bob) Dorn Jr.",
    ],
)
def test_names_that_are_also_words(name: str) -> None:
    assert looks_like_name(name)


def test_no_honorific_ends_a_name() -> None:
    assert name_key("Aleksandr Lind") == "aleksandr lind"
    assert looks_like_name("Aleksandr Lind")
    assert looks_like_name("Nasir Adams Lind")


def test_name_keys_meet() -> None:
    assert name_key("Mr. Robert (Bob) A. Dorn, Jr.") == name_key("ROBERT A DORN")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Head of Investor Relations", "investor_relations"),
        ("Senior Director of IR", "investor_relations"),
        ("MD & Senior Research Analyst", "analyst"),
        ("Co-Founder & CEO", "executive"),
        ("CRO", "executive"),
        ("THE CHAIR", "executive"),
        ("投資者關係總監", "investor_relations"),
        ("董事會秘書", "executive"),
        ("Lakeside Bank", None),
    ],
)
def test_title_kind(title: str, kind: str | None) -> None:
    assert title_kind(title) == kind


def test_descriptions() -> None:
    assert split_description("Vice President, Head-Investor Relations, Orbel Corp.") == (
        "Vice President, Head-Investor Relations",
        "Orbel Corp.",
    )
    assert split_description("Analyst, Lakeside Markets, Inc.") == ("Analyst", "Lakeside Markets, Inc.")


@pytest.mark.parametrize(
    ("words", "name", "firm"),
    [
        (
            "Our first question comes from the line of Bo Tran with Lakeside Bank. Please go ahead.",
            "Bo Tran",
            "Lakeside Bank",
        ),
        ("Next we have Bo Tran from Pell & Rowan.", "Bo Tran", "Pell & Rowan"),
        ("The next question comes from (inaudible) of Lakeside.", None, "Lakeside"),
        ("We'll go next to Bo Tran at Lakeside.", "Bo Tran", "Lakeside"),
        ("Our next question comes from Ada St. James with Lakeside.", "Ada St. James", "Lakeside"),
        ("首先有请海汀证券的安·林提问。", "安·林", "海汀证券"),
        ("第一位：海汀证券何老师。", "何老师", "海汀证券"),
        ("第一个问题来自海汀证券分析师陈博远，请提问。", "陈博远", "海汀证券"),
    ],
)
def test_hand_over(words: str, name: str | None, firm: str | None) -> None:
    found = hand_over(words)
    assert found is not None
    assert (found.name, found.firm) == (name, firm)


@pytest.mark.parametrize(
    "words",
    [
        "I'd like to turn the call over to Ada Lind, Head of Investor Relations. Please go ahead.",
        "I would now like to turn the conference over to your host, Ada Lind.",
        "Thank you. This concludes the call.",
    ],
)
def test_the_floor_is_no_question(words: str) -> None:
    assert hand_over(words) is None


def test_no_chinese_hand_over_is_all_latin() -> None:  # it is not looked for where a text has no Han character
    for pattern in CALL_RULES["zh"].hand_over:
        assert any(not any(map(str.isascii, words)) for words in pattern.needed)


def test_introduced() -> None:
    words = "I'd now like to turn the call over to [Ada Lind], Orbel's Investor Relations manager. Please go ahead."
    assert introduced_to(words) == ("Ada Lind", "Orbel's Investor Relations manager")


@given(st.text(max_size=80))
def test_any_line_can_be_looked_at(line: str) -> None:
    label = parse_label(line)
    assert label is None or label.name
