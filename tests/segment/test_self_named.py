"""Who asks under a label of nobody and says his own name."""

from __future__ import annotations

import pytest

from nlp.readers import read
from nlp.segment import segment
from nlp.segment.self_named import names_self


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param("Morning, it's Owen Pike from Castle Lane. Two from me.", ("Owen Pike", "Castle Lane"), id="en-from"),
        pytest.param("Thanks, Ann. Mina Solberg, Ferry Hill Partners. How many?", ("Mina Solberg", "Ferry Hill Partners"),
                     id="en-comma"),
        pytest.param("My name is Anna Brandt. What does it cost?", ("Anna Brandt", None), id="en-name-is"),
        pytest.param("谢谢,我是青屿证券机械组的苏晚晴。请问", ("苏晚晴", "青屿证券机械组"), id="zh-firm"),
        pytest.param("大家好,青屿基金苏晚晴,请教两个问题。", ("苏晚晴", "青屿基金"), id="zh-firm-and-name"),
        pytest.param("各位好,我是个人投资者,姓鲁,鲁怀山。", ("鲁怀山", None), id="zh-holder"),
        pytest.param("我是 Bramley 證券的 Michelle 邱。", ("Michelle 邱", "Bramley 證券"), id="zh-both"),
        pytest.param("It's North America, I think. What about prices?", None, id="en-place"),
        pytest.param("Good morning. In Europe, Castle Lane, what changed?", None, id="en-no-name"),
        pytest.param("This is a good question. I'm not sure.", None, id="en-no-person"),
        pytest.param("我是看好公司的投资者。请问产能?", None, id="zh-no-name"),
        pytest.param("我是第一次参加,请问产能?", None, id="zh-first-time"),
    ],
)  # fmt: skip
def test_an_asker_says_who_he_is(words: str, told: tuple[str, str | None] | None) -> None:
    assert names_self(words) == told


@pytest.mark.parametrize(
    ("text", "askers"),
    [
        pytest.param(
            "Operator: Our first question is from Bo Tran with Lakeside Bank.\n"
            "Unidentified Analyst: It's Ada Lind from Lakeside Bank for Bo Tran. How is the margin?\n"
            "Company: Better.\n"
            "Operator: Next question, please.\n"
            "Unidentified Analyst: Hello, it's Mina Solberg from Ferry Hill. And the price?\n"
            "Company: Flat.\n",
            ["Bo Tran", "Mina Solberg"],
            id="en-called-otherwise",
        ),
        pytest.param(
            "主持人：下一位，竹影基金的封先生。\n提问者：谢谢，我是竹影基金封思源。请问现金流？\n"
            "公司：会转正。\n提问者：好的，谢谢。请问分红？\n公司：不变。\n",
            ["封思源", "封思源"],
            id="zh-called-politely",
        ),
    ],
)
def test_who_is_called_by_a_whole_name_is_that_person(text: str, askers: list[str]) -> None:
    turns = segment(read(text.encode(), name="call.txt")).turns
    assert [turn.speaker for turn in turns if turn.role == "analyst"] == askers
