"""The English value as the Chinese around it writes numbers, and the repairs that findings offer."""

from __future__ import annotations

from decimal import Decimal

import pytest

from nlp.checks.translation.render import recurrency, render, render_like
from tests.builders import an_amount
from tests.checks.translation.bilingual import findings_of


@pytest.mark.parametrize(
    ("surface", "value", "unit", "script", "expected"),
    [
        pytest.param("8.52億元", "85200000", "CNY", "hant", "8,520萬元", id="yi-to-wan"),
        pytest.param("852 万元", "852000000", "CNY", "hans", "8.52 亿元", id="wan-to-yi-blank-kept"),
        pytest.param("人民幣1.9億元", "19000000000", "CNY", "hant", "人民幣190億元", id="words-before-kept"),
        pytest.param("3萬億元", "3000000000", "CNY", "hant", "30億元", id="wan-yi"),
        pytest.param("34.6%", "36.4", "percent", "hans", "36.4%", id="per-cent"),
        pytest.param("３４．６％", "36.4", "percent", "hans", "36.4％", id="full-width"),
        pytest.param("3.4個百分點", "4.3", "percentage_point", "hant", "4.3個百分點", id="points"),
        pytest.param("5,120家", "5210", "count", "hans", "5,210家", id="count-plain"),
        pytest.param("0.34元", "0.43", "CNY", "hans", "0.43元", id="per-share"),
        pytest.param("六千万元", "6700000", "CNY", "hans", "670万元人民币", id="numerals-written-anew"),
        pytest.param("41.0億元", "4000000000", "CNY", "hant", "40.0億元", id="zeros-kept"),
        pytest.param("590個基點", "490", "basis_point", "hant", "490個基點", id="basis-points"),
        pytest.param("2.5亿美元", "25000000", "USD", "hans", "2,500万美元", id="dollars"),
    ],
)
def test_render_like(surface: str, value: str, unit: str, script: str, expected: str) -> None:
    assert render_like(surface, an_amount(value, unit), script) == expected


def test_render_range_in_place() -> None:
    amount = an_amount("61000000", "CNY", high="64000000")
    assert render_like("6.1億元至6.4億元", amount, "hant") == "6,100萬元至6,400萬元"
    assert render_like("6.4億元", amount, "hant") == "6,100萬元人民幣至6,400萬元人民幣"


def test_render_of_nothing_known() -> None:
    assert render(an_amount("1", "CNY", low=None, high=None), "hans") == ""


@pytest.mark.parametrize(
    ("surface", "value", "unit", "expected"),
    [
        pytest.param("人民幣630萬元", "6300000", "USD", "630萬美元", id="currency"),
        pytest.param("2.4%", "2.4", "percentage_point", "2.4個百分點", id="points"),
        pytest.param("2.4個百分點", "2.4", "percent", "2.4%", id="per-cent"),
    ],
)
def test_recurrency(surface: str, value: str, unit: str, expected: str) -> None:
    assert recurrency(surface, an_amount(value, unit), "hant") == expected


@pytest.mark.parametrize(
    ("english", "chinese", "code", "text"),
    [
        pytest.param(
            "{RMB85.2 million|85200000|CNY}", "營收{8.52億元|852000000|CNY}。", "T03", "8,520萬元", id="scale-hant"
        ),
        pytest.param(
            "{RMB85.2 million|85200000|CNY}", "营收{8.52亿元|852000000|CNY}。", "T03", "8,520万元", id="scale-hans"
        ),
        pytest.param("{36.4%|36.4|percent}", "毛利率{34.6%|34.6|percent}。", "T02", "36.4%", id="digits"),
        pytest.param(
            "{US$6.3 million|6300000|USD}", "現金{630萬元人民幣|6300000|CNY}。", "T06", "630萬美元", id="currency"
        ),
        pytest.param("Rent of {RMB6.7 million|6700000|CNY}", "租金。", "T04", "670万元人民币", id="dropped"),
    ],
)
def test_repair(english: str, chinese: str, code: str, text: str) -> None:
    (found,) = [f for f in findings_of(english, chinese) if f.code == code]
    (repair,) = found.repairs
    assert (repair.text, repair.residual) == (text, "none")
    assert isinstance(repair.value, Decimal)
