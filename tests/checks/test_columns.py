"""Columns of changes in tables: read as claims, and judged by the two figures of their line."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.pipeline import analyze
from nlp.records import Analysis, Claim

CALL = "Operator\n\nWelcome.\n\nAda Lind -- CFO\n\nThank you.\n"


def run(heads: str, rows: str, caption: str = "(in millions of U.S. dollars)") -> Analysis:
    return analyze(CALL, releases=[f"The Company announced results.\n\n{caption}\n\n{heads}\n{rows}\n"])


def changes(analysis: Analysis) -> list[Claim]:
    return [claim for claim in analysis.claims if claim.role == "change" and claim.by == "rule:table"]


def verdicts(analysis: Analysis) -> list[tuple[str, str]]:
    ids = {claim.id for claim in changes(analysis)}
    found = [row for row in analysis.findings if row.code in ("A01", "A03") and row.claims and row.claims[0] in ids]
    return sorted({(row.code, row.verdict) for row in found})


ROWS = """Revenue            1,234.5      1,100.2      {0}
Cost of revenue      802.1        754.3      6.3%
Gross profit         432.4        345.9      25.0%
Net income           101.3         98.9      2.4%"""
ZH_ROWS = """营业收入            1,234.5      1,100.2      {0}
营业成本              802.1        754.3      6.3%
毛利                  432.4        345.9      25.0%
净利润                101.3         98.9      2.4%"""
EN_HEADS = "                      Q3 2031      Q3 2030      % Change"
ZH_HEADS = "                   2031年第三季度  2030年第三季度  同比"


@pytest.mark.parametrize(
    ("heads", "rows", "caption", "found"),
    [
        pytest.param(EN_HEADS, ROWS.format("12.2%"), "(US$ in millions)", [("A01", "supported")], id="holds"),
        pytest.param(ZH_HEADS, ZH_ROWS.format("12.2%"), "（人民币百万元）", [("A01", "supported")], id="holds-zh"),
        pytest.param(EN_HEADS, ROWS.format("21.2%"), "(US$ in millions)", [("A01", "contradicted"), ("A01", "supported")], id="exchanged"),
        pytest.param(ZH_HEADS, ZH_ROWS.format("21.2%"), "（人民币百万元）", [("A01", "contradicted"), ("A01", "supported")], id="exchanged-zh"),
        pytest.param(EN_HEADS, ROWS.format("(12.2)%"), "(US$ in millions)", [("A01", "contradicted"), ("A01", "supported")], id="sign"),
        pytest.param(EN_HEADS, ROWS.format("n.m."), "(US$ in millions)", [("A01", "supported")], id="not-meaningful"),
        pytest.param(
            EN_HEADS, ROWS.format("9.2%").replace("6.3%", "3.1%").replace("25.0%", "20.0%").replace("2.4%", "1.9%"), "(US$ in millions)",
            [("A01", "not_comparable")], id="another-comparison",
        ),
    ],
)  # fmt: skip
def test_rates_in_columns(heads: str, rows: str, caption: str, found: list[tuple[str, str]]) -> None:
    assert verdicts(run(heads, rows, caption)) == found


def test_what_is_wrong_is_told_with_its_repair() -> None:
    analysis = run(EN_HEADS, ROWS.format("21.2%"))
    (finding,) = [row for row in analysis.findings if row.code == "A01" and row.verdict == "contradicted"]
    assert finding.formula == "1,234.5 / 1,100.2 - 1 = 12.19..12.22%; said 21.2%"
    assert [repair.text for repair in finding.repairs] == ["12.2%"]


@pytest.mark.parametrize(
    ("heads", "row", "said"),
    [
        pytest.param(
            "                 Q3 2031   Q2 2031   Q3 2030   QoQ     YoY", "Revenue            120       115       100    4.3%   20.0%",
            [("4.3", "percent", "2031-Q2", "qoq", "up"), ("20.0", "percent", "2030-Q3", "yoy", "up")], id="two-comparisons",
        ),
        pytest.param(
            "                 2031年第三季度   2031年第二季度   2030年第三季度   环比     同比", "营业收入               120              115              100          4.3%   20.0%",
            [("4.3", "percent", "2031-Q2", "qoq", "up"), ("20.0", "percent", "2030-Q3", "yoy", "up")], id="two-comparisons-zh",
        ),
        pytest.param(
            "                 Q3 2031   Q3 2030   Change", "Net loss           (80)     (100)      (20)%",
            [("20", "percent", "2030-Q3", "yoy", "up")], id="smaller-loss",
        ),
        pytest.param(
            "                 Q3 2031   Q3 2030   Change", "Gross margin      41.2%     40.1%      1.1%",
            [("1.1", "percentage_point", "2030-Q3", "yoy", "up")], id="points-printed-as-per-cent",
        ),
        pytest.param(
            "                 Q3 2031   Q3 2030   Change", "Gross margin      40.1%     41.2%   (110) bps",
            [("110", "basis_point", "2030-Q3", "yoy", "down")], id="basis-points",
        ),
        pytest.param(
            "                 2031年第三季度   2030年第三季度   同比增减", "毛利率                40.1%            41.2%     减少1.1个百分点",
            [("1.1", "percentage_point", "2030-Q3", "yoy", "down")], id="points-zh",
        ),
        pytest.param(
            "                 Q3 2031   Q3 2030   $ Change   % Change", "Revenue            120       100         20      20.0%",
            [("20000000", "USD", "2030-Q3", "yoy", "up"), ("20.0", "percent", "2030-Q3", "yoy", "up")], id="amount-and-rate",
        ),
    ],
)  # fmt: skip
def test_what_a_change_says(heads: str, row: str, said: list[tuple[str, str, str, str, str]]) -> None:
    more = "\nOperating income      30        25          5      20.0%" if "$ Change" in heads else ""
    found = changes(run(heads, row + more, "(in millions of U.S. dollars)"))
    rows = [(str(c.amount.low), c.amount.unit, c.compared_period, c.comparator, c.direction) for c in found]
    assert rows[: len(said)] == said
    assert {claim.period for claim in found} == {"2031-Q3"}


def test_constant_currency_is_another_measure_and_is_not_judged() -> None:
    heads = "                 Q3 2031   Q3 2030   % Change   % Change CC"
    analysis = run(
        heads,
        "Revenue            120       100      20.0%       17.0%\nNet income          33        30      10.0%        8.0%",
    )
    assert [claim.definition for claim in changes(analysis)] == [None, "constant currency"] * 2
    assert verdicts(analysis) == [("A01", "supported")]


def test_a_loss_between_the_segments_is_taken_off() -> None:
    rows = "Services income      905       868\nTrading income       312       377\nOther segments      (198)     (171)\nOperating result   1,019     1,074"
    analysis = run("                 Q3 2031   Q3 2030", rows)
    assert not [row for row in analysis.findings if row.verdict == "contradicted"]


def printed(value: Decimal, places: int) -> str:
    return f"{value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):,}"


exact = st.decimals(min_value=Decimal(2), max_value=Decimal(9999), places=6)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(exact, exact), min_size=3, max_size=8), st.integers(0, 2), st.integers(0, 2))
def test_what_was_rounded_after_it_was_computed_is_never_accused(
    pairs: list[tuple[Decimal, Decimal]], places: int, finer: int
) -> None:
    """Changes are computed from exact figures, and every print is rounded by itself."""
    rows = [
        f"Product line {chr(65 + at)}{printed(now, places):>20}{printed(then, places):>20}{printed(100 * (now / then - 1), finer) + '%':>20}"
        for at, (now, then) in enumerate(pairs)
    ]
    heads = " " * 14 + f"{'Q3 2031':>20}{'Q3 2030':>20}{'% Change':>20}"
    assert "contradicted" not in {verdict for _, verdict in verdicts(run(heads, "\n".join(rows)))}
