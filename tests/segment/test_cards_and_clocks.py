"""Pages that print cards, clocks in labels, fields above and contacts below the call; all of it invented."""

from __future__ import annotations

import pytest

from nlp.readers import read
from nlp.records import Segments
from nlp.segment import segment

CARDS = """O
Operator
0:00
Good morning, and welcome. Otto Brandvold and Ines Falcato are here. Our first question comes from Priya Sandell of Quaystone Research.

PS
Priya Sandell
Quaystone Research
1:12
Thanks. Could you say how prices moved in the north during the quarter?

IF
Ines Falcato
Chief Financial Officer
1:31
They were flat. We expect them to stay flat for the rest of the year.

PS
Priya Sandell
Quaystone Research
1:55
And in the south, are they flat there as well?

IF
Ines Falcato
Chief Financial Officer
2:04
A little lower there, by one or two percent.

PS
Priya Sandell
Quaystone Research
2:15
Very clear.

O
Operator
2:20
Our next question comes from Tomas Reyner of Lakeside Partners.

TR
Tomas Reyner
Lakeside Partners
2:31
How large is the first line of the new plant?

OB
Otto Brandvold
Chief Executive Officer
2:40
About nine hundred arms a month to begin with.
"""
ROADSHOW = """[主持人]  2031-04-25 15:00:02
各位投资者朋友，大家下午好！下面进入互动交流环节。

[投资者_7Km2 问 周海宁]  2031-04-25 15:06:44
请问毛利率为什么提升？
[周海宁 答]  2031-04-25 15:11:20
您好！主要是运费下降，感谢您的提问。

[投资者_山海行 问 李安明]  2031-04-25 15:07:15
新工厂何时投产？
[李安明 答]  2031-04-25 15:14:08
您好，预计明年三月投产。

[投资者_7Km2 问 周海宁]  2031-04-25 15:15:26
追问一下，运费还会下降吗？
[周海宁 答]  2031-04-25 15:21:49
您好，我们预计保持平稳。

[投资者_江边客 问 周海宁]  2031-04-25 15:30:26
分红比例是多少？
[周海宁 答]  2031-04-25 15:35:49
您好，与上年一致。

[主持人]  2031-04-25 16:55:00
由于时间关系，本次交流即将结束。

[主持人]  2031-04-25 17:00:00
再次感谢各位的参与！
"""
MINUTES = """【电话会议纪要】维摩科技2031年三季报交流
时间：2031年10月31日（周五）晚8:00
主办：海汀证券机械组
速记：听雨楼    （速记稿未经公司审阅）

————————————————
主持人（沈佳）：各位投资者晚上好，先请公司介绍，然后我们问答。

李安明：好，三季报昨天晚上出的，我简单说一下，收入增长两成。

主持人（沈佳）：下面进入问答环节。

投资者：请问毛利率为什么提升？

李安明：主要是运费下降。

投资者联系
维摩科技 投资者关系部
ir@weimo.example    电话：000-0000
"""
WRAPPED = "\n\n".join(
    f"{name}: {words}"
    for name, words in (
        ("Mara Quill", "Good morning and welcome. Otto will begin, then we take your questions, first\nfrom the room."),
        ("Otto Brandvold", "Thank you, Mara. We shipped more arms than in any quarter before, and\nwith fewer people."),
        ("Mara Quill", "The first question is from Tomas Reyner in the second row, and I ask him to be brief, since\nwe are late."),
        ("Tomas Reyner", "Thank you. How large is the first line of the new plant, and when will the plant\nopen?"),
        ("Otto Brandvold", "About nine hundred arms a month. It opens in March, if the permits come as planned."),
        ("Tomas Reyner", "Thank you, Otto."),
        ("Mara Quill", "Then one from the web, by a private shareholder of long standing, Mr. Edvard\nSorby: How much is left?"),
        ("Otto Brandvold", "That is a fair question. The plant is paid for. If cash is left I would agree with Mr. Sorby."),
        ("Mara Quill", "Thank you all for joining. We look forward to next quarter."),
    )
)  # fmt: skip


def _read(text: str) -> Segments:
    return segment(read(text, name="call.txt"))


@pytest.mark.parametrize(
    ("page", "speakers"),
    [
        pytest.param(
            CARDS, "Operator|Priya Sandell|Ines Falcato|Priya Sandell|Ines Falcato|Priya Sandell|Operator|Tomas Reyner|"
            "Otto Brandvold", id="a-firm-under-a-name",
        ),
        pytest.param(
            ROADSHOW, "主持人|投资者_7Km2|周海宁|投资者_山海行|李安明|投资者_7Km2|周海宁|投资者_江边客|周海宁|主持人|主持人",
            id="clocks-behind-brackets",
        ),
        pytest.param(MINUTES, "沈佳|李安明|沈佳|投资者|李安明", id="fields-above-and-a-contact-below"),
        pytest.param(
            WRAPPED, "Mara Quill|Otto Brandvold|Mara Quill|Tomas Reyner|Otto Brandvold|Tomas Reyner|Mara Quill|"
            "Otto Brandvold|Mara Quill", id="a-name-that-a-margin-breaks",
        ),
    ],
)  # fmt: skip
def test_who_speaks(page: str, speakers: str) -> None:
    assert "|".join(turn.speaker for turn in _read(page).turns) == speakers


def test_a_firm_under_a_name_is_the_speakers() -> None:
    assert {turn.firm for turn in _read(CARDS).turns if turn.role == "analyst"} == {
        "Quaystone Research",
        "Lakeside Partners",
    }


def test_a_list_headed_in_both_languages_is_no_speech() -> None:
    listed = "公司参会人员 Corporate Participants\n李安明 Anming Li – 首席执行官\nVivian Tao 陶雯 – 投资者关系总监\n\n"
    call = "Operator:\nWelcome. We begin with 李安明 Anming Li.\n\nVivian Tao:\nThank you. 各位好。\n\n李安明 Anming Li:\n大家好，收入增长两成。\n"
    found = _read(listed + call)
    assert [turn.speaker for turn in found.turns][:2] == ["Operator", "Vivian Tao"]
    assert len(found.turns) == 3
