"""Clean bilingual paragraphs stay clean; each kind of damage to the Chinese gives its code and hardly anything else."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.checks.translation.bilingual import told

_EN_HANT = (
    "Revenue was {RMB418.3 million|418300000|CNY|metric=revenue|period=2033-Q2}, up {23.7%|23.7|percent|change"
    "|metric=revenue|comparator=yoy|direction=up} year-over-year, in the second quarter of 2033. Costs fell by "
    "{6.2%|6.2|percent|change|metric=cost_of_revenue|direction=down} to {RMB91.4 million|91400000|CNY"
    "|metric=cost_of_revenue} from {RMB97.4 million|97400000|CNY|base|metric=cost_of_revenue}. We had "
    "{2,350 dealers|2350|count|metric=customers} in 3 regions."
)
_HANT = (
    "2033年第二季營收為{4.183億元|418300000|CNY|metric=revenue|period=2033-Q2}，年增{23.7%|23.7|percent|change"
    "|metric=revenue|comparator=yoy|direction=up}。成本由{9,740萬元|97400000|CNY|base|metric=cost_of_revenue}下降"
    "{6.2%|6.2|percent|change|metric=cost_of_revenue|direction=down}至{9,140萬元|91400000|CNY|metric=cost_of_revenue}。"
    "我們在三個地區有{2,350家|2350|count|metric=customers}經銷商。"
)
_EN_HANS = (
    "Orders reached {US$1.27 billion|1270000000|USD|metric=orders}, compared with {US$1.16 billion|1160000000|USD|base"
    "|metric=orders} a year ago. Margin widened {1.8 percentage points|1.8|percentage_point|change|metric=gross_margin"
    "|direction=up} to {31.9%|31.9|percent|metric=gross_margin}."
)
_HANS = (
    "订单达{12.7亿美元|1270000000|USD|metric=orders}，去年同期为{11.6亿美元|1160000000|USD|base|metric=orders}。"
    "利润率上升{1.8个百分点|1.8|percentage_point|change|metric=gross_margin|direction=up}至{31.9%|31.9|percent"
    "|metric=gross_margin}。"
)
_CLEAN = {"hant": (_EN_HANT, _HANT), "hans": (_EN_HANS, _HANS)}


@pytest.mark.parametrize("script", list(_CLEAN))
@pytest.mark.parametrize("sentences", [True, False])
def test_clean(script: str, sentences: bool) -> None:
    assert told(*_CLEAN[script], sentences=sentences) == []


def _swap(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new, 1)


@pytest.mark.parametrize("sentences", [True, False])
@pytest.mark.parametrize(
    ("script", "damage", "code", "severity"),
    [
        pytest.param("hant", _swap("4.183億元|418300000", "4.138億元|413800000"), "T02", "error", id="transposed"),
        pytest.param("hant", _swap("4.183億元|418300000", "4.283億元|428300000"), "T02", "error", id="digit"),
        pytest.param("hant", _swap("9,740萬元|97400000", "974萬元|9740000"), "T03", "error", id="base-scale"),
        pytest.param("hant", _swap("23.7%|23.7", "27.3%|27.3"), "T02", "error", id="growth-transposed"),
        pytest.param("hant", _swap("2,350家|2350", "2,530家|2530"), "T02", "error", id="count"),
        pytest.param("hant", _swap("4.183億元|418300000", "41.83億元|4183000000"), "T03", "error", id="scale-up"),
        pytest.param("hant", _swap("4.183億元|418300000", "4,183萬元|41830000"), "T03", "error", id="scale-down"),
        pytest.param("hans", _swap("12.7亿美元|1270000000", "127亿美元|12700000000"), "T03", "error", id="billion"),
        pytest.param("hans", _swap("12.7亿美元|1270000000|USD", "12.7亿元人民币|1270000000|CNY"), "T06", "error", id="currency"),
        pytest.param(
            "hans", _swap("1.8个百分点|1.8|percentage_point", "1.8%|1.8|percent"), "T06", "warning", id="points-as-per-cent"
        ),
        pytest.param("hant", _swap("下降{6.2%", "增加{6.2%"), "T07", "error", id="direction"),
        pytest.param("hant", _swap("年增{23.7%", "年減{23.7%"), "T07", "error", id="direction-of-growth"),
        pytest.param("hans", _swap("上升{1.8", "下降{1.8"), "T07", "error", id="direction-of-margin"),
        pytest.param("hant", _swap("年增{23.7%|23.7|percent|change|metric=revenue|comparator=yoy", "季增{23.7%|23.7|percent|change"
                     "|metric=revenue|comparator=qoq"), "T10", "warning", id="comparator"),
        pytest.param("hant", _swap("2033年第二季營收為{4.183億元|418300000|CNY|metric=revenue|period=2033-Q2",
                     "2033年第一季營收為{4.183億元|418300000|CNY|metric=revenue|period=2033-Q1"), "T11", "error", id="quarter"),
        pytest.param("hant", _swap("2033年", "2032年"), "T11", "warning", id="year"),
        pytest.param("hans", _swap("去年同期为{11.6亿美元|1160000000|USD|base", "增加{11.6亿美元|1160000000|USD|change"), "T20", "warning", id="base-to-change"),
        pytest.param("hans", _swap("}至{31.9%", "}，增加{31.9%"), "T20", "warning", id="level-to-change"),
    ],
)  # fmt: skip
def test_damage(script: str, damage: Callable[[str], str], code: str, severity: str, sentences: bool) -> None:
    english, chinese = _CLEAN[script]
    damaged = damage(chinese)
    assert damaged != chinese
    if not sentences and (code, severity) == ("T11", "warning"):
        pytest.skip("a period word no claim is bound to is judged within sentences only")
    assert told(english, _unsaid(damaged, code), sentences=sentences) == [(code, "contradicted", severity)]


def _unsaid(text: str, code: str) -> str:
    """Without the direction that find_claims would have read from the words as they were."""
    return re.sub(r"\|direction=\w+", "", text) if code == "T07" else text


@pytest.mark.parametrize(
    ("script", "old"),
    [
        pytest.param(
            "hant", "，年增{23.7%|23.7|percent|change|metric=revenue|comparator=yoy|direction=up}", id="growth"
        ),
        pytest.param("hans", "，去年同期为{11.6亿美元|1160000000|USD|base|metric=orders}", id="base"),
    ],
)
def test_dropped(script: str, old: str) -> None:
    english, chinese = _CLEAN[script]
    assert old in chinese
    assert told(english, chinese.replace(old, "")) == [("T04", "contradicted", "warning")]


def test_added() -> None:
    english, chinese = _CLEAN["hans"]
    assert told(english, chinese + "库存为{3.9亿美元|390000000|USD}。") == [("T05", "contradicted", "warning")]
