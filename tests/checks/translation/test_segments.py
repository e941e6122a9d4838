"""T12: a segment that became another one, on a call that names its segments often enough to learn them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nlp import analyze
from nlp.checks.evidence import Evidence
from nlp.checks.translation.segments import check_segments
from nlp.records import Finding

_EN = """Operator

Welcome to the Velmora Second Quarter 2033 Earnings Call.

Otto Brandvold -- CFO

Overseas revenue was RMB418.3 million, and domestic revenue was RMB520.6 million.

Overseas revenue rose by 12.6% and domestic revenue rose by 3.4%.

The margin of overseas sales was 31.4%. The margin of domestic sales was 27.9%.

In the third quarter overseas revenue may reach RMB430 million. Domestic revenue may reach RMB540 million.

Overseas revenue made up 44.6% of revenue. Domestic revenue made up 55.4% of revenue.

Operator

This concludes the call.
"""
_ZH = """主持人

欢迎参加Velmora2033年第二季度业绩电话会议。

Otto Brandvold -- 首席财务官

海外收入为4.183亿元，国内收入为5.206亿元。

海外收入增长12.6%，国内收入增长3.4%。

海外销售的毛利率为31.4%。国内销售的毛利率为27.9%。

第三季度海外收入可能达到4.3亿元。国内收入可能达到5.4亿元。

海外收入占收入的44.6%。国内收入占收入的55.4%。

主持人

会议到此结束。
"""


def found(english: str, chinese: str) -> list[Finding]:
    return [row for row in analyze(english, translation=chinese).findings if row.code == "T12"]


def test_clean() -> None:
    assert found(_EN, _ZH) == []


@pytest.mark.parametrize(
    ("side", "was", "now"),
    [
        pytest.param("zh", "海外收入可能", "国内收入可能", id="chinese"),
        pytest.param("en", "third quarter overseas revenue", "third quarter domestic revenue", id="english"),
        pytest.param("zh", "国内销售的毛利率", "海外销售的毛利率", id="margin"),
    ],
)
def test_one_name_for_another(side: str, was: str, now: str) -> None:
    english = _EN.replace(was, now) if side == "en" else _EN
    chinese = _ZH.replace(was, now) if side == "zh" else _ZH
    assert (english, chinese) != (_EN, _ZH)
    rows = found(english, chinese)
    assert rows and {(row.verdict, row.severity, row.origin) for row in rows} == {
        ("contradicted", "warning", "translation")
    }


def test_a_part_that_two_readers_differ_on_names_none() -> None:
    analysis = analyze(_EN, translation=_ZH.replace("海外收入可能", "国内收入可能"))
    evidence = Evidence(
        documents=analysis.documents, paragraphs=analysis.paragraphs, sentences=analysis.sentences,
        beads=analysis.beads, claims=analysis.claims,
    )  # fmt: skip
    assert len(list(check_segments(evidence.claims, evidence))) == 1
    unsure = replace(evidence, claims=tuple(replace(row, weighed=("segment",)) for row in analysis.claims))
    assert list(check_segments(unsure.claims, unsure)) == []


def test_a_name_in_other_words_is_none_of_it() -> None:
    assert found(_EN, _ZH.replace("海外收入可能", "境外收入可能")) == []


_KEPT_EN = """Operator

Welcome to the Velmora Second Quarter 2033 Earnings Call.

Otto Brandvold -- CFO

DRAM revenue was RMB418.3 million. NAND revenue was RMB520.6 million.

{0} revenue grew by 3.4%.

Operator

This concludes the call.
"""
_KEPT_ZH = """主持人

欢迎参加Velmora2033年第二季度业绩电话会议。

Otto Brandvold -- 首席财务官

DRAM收入为4.183亿元。NAND收入为5.206亿元。

NAND收入增长3.4%。

主持人

会议到此结束。
"""


@pytest.mark.parametrize(("name", "warnings"), [("DRAM", 1), ("NAND", 0)])
def test_names_that_stay_in_latin_letters_are_known_at_once(name: str, warnings: int) -> None:
    assert len(found(_KEPT_EN.format(name), _KEPT_ZH)) == warnings


@pytest.mark.parametrize(
    ("chinese", "accused"), [("Nimbo", False), ("Tarka", True)], ids=["kept-in-latin-letters", "another-latin-name"]
)
def test_a_name_kept_in_latin_letters(chinese: str, accused: bool) -> None:
    """The Chinese never reads the one name as a part; that it prints it elsewhere is enough."""
    english = _EN.replace("Overseas", "Nimbo").replace("overseas", "Nimbo")
    english = english.replace("Domestic", "Tarka").replace("domestic", "Tarka")
    text = _ZH.replace("海外", "Nimbo").replace("国内", "Tarka")
    changed = text.replace("Nimbo销售的毛利率为31.4%", f"{chinese}销售的毛利率为31.4%")
    assert bool(found(english, changed)) is accused


_LIST_EN = """Operator

Welcome to the Velmora Second Quarter 2033 Earnings Call.

Otto Brandvold -- CFO

Pumps revenue was RMB418.3 million, up 12.6%, or 44.6% of revenue.

Valves revenue was RMB520.6 million. Valves revenue grew by 3.4%.

Pumps revenue may reach RMB430 million. Valves revenue may reach RMB540 million.

Motors revenue was RMB96.2 million. Motors revenue may reach RMB98 million. Motors revenue grew by 7.7%.

Operator

This concludes the call.
"""
_LIST_ZH = """主持人

欢迎参加Velmora2033年第二季度业绩电话会议。

Otto Brandvold -- 首席财务官

水泵收入为4.183亿元，增长12.6%，占收入的44.6%。

阀门收入为5.206亿元。阀门收入增长3.4%。

水泵收入可能达到4.3亿元。阀门收入可能达到5.4亿元。

电机收入为9,620万元。电机收入可能达到9,800万元。电机收入增长7.7%。

主持人

会议到此结束。
"""


def test_what_a_wrong_name_is_said_of_does_not_teach_it() -> None:
    """The sentence has three figures, more than all others have of the right name."""
    assert found(_LIST_EN, _LIST_ZH) == []
    rows = found(_LIST_EN, _LIST_ZH.replace("水泵收入为4.183亿元", "阀门收入为4.183亿元"))
    assert len(rows) == 1
    assert rows[0].message == "'pumps' in the English is 阀门 in the Chinese"
