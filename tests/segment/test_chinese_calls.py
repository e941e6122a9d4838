"""Calls held in Chinese, bilingual memos and speakers told apart by number."""

from __future__ import annotations

import pytest

from nlp.readers import read
from nlp.records import Segments
from nlp.segment import segment

PORTAL = """　　维摩科技2031年第三季度业绩电话会议实录
　　主持人：大家好，欢迎参加维摩科技2031年第三季度业绩电话会议。下面有请首席执行官李安明先生发言。
　　李安明：谢谢主持人。本季度公司收入同比增长13%，达到7.15亿元。
　　首席财务官周海宁：大家好，毛利率为44%，同比提升1个百分点。
　　问答环节
　　主持人：第一个问题来自海汀证券分析师陈博远，请提问。
　　海汀证券(12.30, 0.10, 0.8%)分析师陈博远：谢谢管理层。我有两个问题，第一，毛利率提升的原因是什么？第二，新工厂何时投产？
　　周海宁：毛利率主要受益于运费下降。
　　李安明：新工厂预计明年三月投产。
　　主持人：下一个问题来自秋石研究的分析师沈佳，请提问。
　　秋石研究分析师沈佳：请问欧洲的价格如何变化？
　　周海宁：欧洲价格保持平稳。
　　主持人：今天的会议到此结束，谢谢大家。
"""
HANT = """主持人：各位好，歡迎參加維摩科技2031年第三季法人說明會。
財務長周海寧：本季營收為新台幣71.5億元，年增13%。
分析師：請問毛利率展望？
財務長周海寧：預計維持44%左右。
分析師：謝謝。
"""
BY_MARKS = """问题1：公司毛利率提升的原因是什么？
答：主要是运费下降。
问题2：新工厂何时投产？
答：预计明年三月投产。
问：海外业务如何？
答：保持平稳。
"""
DASHES = """接线员

各位好，这里是维摩科技2031年第三季度业绩电话会议。

周海宁 -- 首席财务官

收入为7.15亿元。

接线员

第一个问题来自海汀证券的陈博远。

陈博远 -- 海汀证券 -- 分析师

请问毛利率如何？

周海宁 -- 首席财务官

毛利率为44%。
"""
MEMO = """**Otto Brandvold - Velmora, CEO**

(00:01:02) Good morning. Our sales grew 13% in the quarter.
(00:01:02) 早上好。本季度我们的销售额增长了13%。

**Priya Sandell - Quaystone Research, Analyst**

(00:09:15) How did prices move in Europe?
(00:09:15) 欧洲的价格变化如何？

**Otto Brandvold - Velmora, CEO**

(00:10:15) They were flat.
(00:10:15) 价格持平。
"""
NUMBERED = """spk01: Good morning and welcome to the third quarter 2031 call. I will turn it over to Otto.
spk02: Thanks. We grew 13% this quarter.
spk01: Our first question comes from Priya Sandell of Quaystone.
spk04: How did prices move?
spk02: They were flat.
spk01: No further questions. Goodbye.
"""


def _rows(found: Segments) -> list[tuple[str, str, str]]:
    return [(turn.speaker, turn.role, turn.section) for turn in found.turns]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            PORTAL,
            [
                ("主持人", "operator", "prepared"),
                ("李安明", "executive", "prepared"),
                ("周海宁", "executive", "prepared"),
                ("主持人", "operator", "qa"),
                ("陈博远", "analyst", "qa"),
                ("周海宁", "executive", "qa"),
                ("李安明", "executive", "qa"),
                ("主持人", "operator", "qa"),
                ("沈佳", "analyst", "qa"),
                ("周海宁", "executive", "qa"),
                ("主持人", "operator", "qa"),
            ],
            id="portal-with-stock-quote",
        ),
        pytest.param(
            HANT,
            [
                ("主持人", "operator", "prepared"),
                ("周海寧", "executive", "prepared"),
                ("分析師", "analyst", "qa"),
                ("周海寧", "executive", "qa"),
                ("分析師", "analyst", "qa"),
            ],
            id="traditional",
        ),
        pytest.param(
            BY_MARKS,
            [(name, role, "qa") for name, role in (("问题1", "analyst"), ("答", "executive"), ("问题2", "analyst"))]
            + [("答", "executive", "qa"), ("问", "analyst", "qa"), ("答", "executive", "qa")],
            id="nobody-named",
        ),
        pytest.param(
            DASHES,
            [
                ("接线员", "operator", "prepared"),
                ("周海宁", "executive", "prepared"),
                ("接线员", "operator", "qa"),
                ("陈博远", "analyst", "qa"),
                ("周海宁", "executive", "qa"),
            ],
            id="name-dash-firm-dash-title",
        ),
        pytest.param(
            MEMO,
            [
                ("Otto Brandvold", "executive", "prepared"),
                ("Priya Sandell", "analyst", "qa"),
                ("Otto Brandvold", "executive", "qa"),
            ],
            id="bilingual-memo",
        ),
        pytest.param(
            NUMBERED,
            [
                ("spk01", "operator", "prepared"),
                ("spk02", "executive", "prepared"),
                ("spk01", "operator", "qa"),
                ("Priya Sandell", "analyst", "qa"),
                ("spk02", "executive", "qa"),
                ("spk01", "operator", "qa"),
            ],
            id="numbered-speakers",
        ),
    ],
)
def test_speakers(text: str, rows: list[tuple[str, str, str]]) -> None:
    assert _rows(segment(read(text))) == rows


def test_portal_exchanges_with_firms_and_parts() -> None:
    found = segment(read(PORTAL))
    assert [(e.analyst, e.firm) for e in found.exchanges] == [("陈博远", "海汀证券"), ("沈佳", "秋石研究")]
    parts = found.exchanges[0].pairs[0].parts
    text = found.document.text
    assert [text[p.start : p.end] for p in parts] == ["第一，毛利率提升的原因是什么？", "第二，新工厂何时投产？"]
    answers = [[text[a.start : a.end] for a in p.answers] for p in parts]
    assert answers == [["毛利率主要受益于运费下降。"], ["新工厂预计明年三月投产。"]]
    assert found.document.company == "维摩科技"


def test_memo_has_a_paragraph_a_language_without_time_stamps() -> None:
    found = segment(read(MEMO))
    by_id = {p.id: p for p in found.paragraphs}
    first = [by_id[p] for p in found.turns[0].paragraphs]
    assert [(p.language, found.document.text[p.start : p.start + 3]) for p in first] == [
        ("en", "Goo"),
        ("zh", "早上好"),
    ]


ADVERTISING = (
    "主持人：欢迎参加维摩机器人2031年第三季度业绩电话会议。\n"
    "奎明（首席财务官）：谢谢。本季度广告收入增长，很多客户扫码下单。\n"
    "主持人：有请下一位，湖畔证券的雷诺。\n"
    "分析师（湖畔证券 雷诺然）：广告业务的毛利率是多少？\n"
    "奎明（首席财务官）：广告的毛利率是41%。\n"
    "分析师（湖畔证券 雷诺然）：还有一个问题，扫码支付的比例呢？\n"
    "奎明（首席财务官）：超过一半。\n"
    "主持人：会议到此结束。\n"
)


def test_talk_of_advertising_is_speech_and_a_bracket_may_hold_the_name() -> None:
    found = segment(read(ADVERTISING))
    text = found.document.text
    assert all(turn.end > turn.start for turn in found.turns)
    assert [(e.analyst, e.firm, len(e.pairs)) for e in found.exchanges] == [("雷诺然", "湖畔证券", 2)]
    asked = [text[part.start : part.end] for pair in found.exchanges[0].pairs for part in pair.parts]
    assert asked == ["广告业务的毛利率是多少？", "还有一个问题，扫码支付的比例呢？"]
