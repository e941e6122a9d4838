"""Words: untranslated runs, period words, terms; and the look-alikes that stay silent."""

from __future__ import annotations

import pytest

from tests.checks.translation.bilingual import findings_of, told

W, N = "warning", "note"


def bad(code: str, severity: str) -> tuple[str, str, str]:
    return code, "contradicted", severity


_ENGLISH = (
    "Our ovens unit sold more than we had planned in the third quarter, and we think it will go on growing next year."
)


@pytest.mark.parametrize(
    ("english", "chinese", "expected"),
    [
        pytest.param(
            _ENGLISH,
            "我们的烤箱部门 sold more than we had planned in the third quarter, and we think 明年会继续成长，请各位参考。",
            [bad("T30", W)],
            id="run",
        ),
        pytest.param(_ENGLISH, "我们的烤箱部门销量超出计划。", [], id="translated"),
        pytest.param(
            _ENGLISH,
            "我们的 Brightfield Oven Works Limited, Harbour Kitchen Group, Northgate Retail Partners, Alder Bank 部门很好。",
            [],
            id="names",
        ),
        pytest.param(
            _ENGLISH,
            "我们卖得好 (sold more than we had planned in the third quarter, and we think)。",
            [],
            id="brackets",
        ),
        pytest.param(_ENGLISH, _ENGLISH, [bad("T31", W)], id="left-in-english"),
        pytest.param(
            f"{_ENGLISH}\n{_ENGLISH}\nThank you.",
            "我们的烤箱部门销量超出计划。\n\n谢谢。",
            [bad("T31", W)],
            id="missing-paragraph",
        ),
        pytest.param(f"{_ENGLISH}\nThank you.", "我们的烤箱部门销量超出计划。\n", [], id="missing-greeting"),
        pytest.param(
            "We won two tenders in the third quarter.",
            "我们在第三四分之一赢得两项招标。",
            [bad("T40", W)],
            id="quarter",
        ),
        pytest.param("We won a quarter of our tenders.", "我们赢得了四分之一的招标。", [], id="true-quarter"),
        pytest.param(
            "In the third quarter, a quarter of our tenders was won.",
            "第三季，我们赢得了四分之一的招标。",
            [],
            id="both-quarters",
        ),
        pytest.param("Sales rose in the first half.", "销售额在前一半上升。", [bad("T40", W)], id="half"),
        pytest.param("Sales rose in the first half.", "上半财年销售额上升。", [], id="half-of-a-fiscal-year"),
        pytest.param("Half of our sales came in the first half.", "上半年占了销售额的一半。", [], id="true-half"),
        pytest.param("Free cash flow was strong.", "免費現金流強勁。", [bad("T41", N)], id="wrong-term"),
        pytest.param("Free cash flow was strong.", "自由現金流強勁。", [], id="right-term"),
        pytest.param(
            "Our dollar-based net retention rate rose.",
            "我们以美元计算的净留存率上升。",
            [bad("T41", N)],
            id="dollar-based",
        ),
        pytest.param(
            "(Operator Instructions) Go ahead.\n(Operator Instructions) Go on.",
            "(操作员指示)请讲。\n(接线员说明)请继续。",
            [bad("T41", N)],
            id="uneven-mark",
        ),
        pytest.param(
            "[Interpreted] Go ahead.\n[Interpreted] Go on.",
            "[翻译]请讲。\n【翻译】请继续。",
            [],
            id="even-mark-other-brackets",
        ),
        pytest.param(
            "Our retention rate rose.\nThe retention rate fell.",
            "留存率上升。\n續約率下降。",
            [bad("T41", N)],
            id="uneven-term",
        ),
    ],
)
def test_words(english: str, chinese: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(english, chinese) == expected


def test_glossary_term_not_kept() -> None:
    glossary = (("Oven Cloud", ("烤箱云",)),)
    assert told("Oven Cloud grew.", "烘炉云增长。", glossary=glossary) == [bad("T41", N)]
    assert told("Oven Cloud grew.", "烤箱雲增長。", glossary=glossary) == []


def test_names_and_words_to_keep() -> None:
    names, keep = (("Ada Quist", ("艾达·奎斯特",)),), ("OvenLink",)
    assert told("Ada Quist runs OvenLink.", "艾达·奎斯特负责OvenLink。", names=names, keep=keep) == []
    assert told("Ada Quist runs OvenLink.", "艾达·奎斯負責OvenLink。", names=names, keep=keep) == [bad("T42", N)]
    assert told("Ada Quist runs OvenLink.", "艾达·奎斯特负责烤箱互联。", names=names, keep=keep) == [bad("T43", N)]


def test_run_is_pointed_at_exactly() -> None:
    chinese = "烤箱 sold more than we had planned in the third quarter, and we think 会成长，请各位投资人参考我们的新闻稿全文内容。"
    (found,) = findings_of(_ENGLISH, chinese)
    assert chinese[found.evidence[0].start : found.evidence[0].end] == chinese[3 : chinese.index(" 会")]
    assert found.origin == "translation"


def test_two_period_words_are_two_findings() -> None:
    assert (
        told("We won in the third quarter and the fourth quarter.", "第三四分之一和第四四分之一。")
        == [bad("T40", W)] * 2
    )
