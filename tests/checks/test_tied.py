"""What one figure that ties proves of the others: rates beside a tied level, lost points, ranges, currencies."""

from __future__ import annotations

import pytest

from tests.checks.running import findings_of

RELEASE = (
    "Selling expenses were RMB87.6 million in the second quarter of 2024, an increase of 3.5% from RMB84.6 million in the "
    "second quarter of 2023."
)


def alarms(call: str, release: str = "") -> list[tuple[str, str]]:
    return [(row.code, row.severity) for row in findings_of(call, release) if row.severity != "note"]


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        pytest.param("Selling expenses were RMB87.6 million, up 3.5% year over year.", False, id="right"),
        pytest.param("Selling expenses were RMB87.6 million, up 4.5% year over year.", True, id="one-digit"),
        pytest.param("Selling expenses were RMB87.6 million, up 5.3% year over year.", True, id="exchanged"),
        pytest.param("Selling expenses were RMB87.6 million, up 35% year over year.", True, id="point"),
        pytest.param("Selling expenses were RMB87.6 million, up 4.5% in constant currency.", False, id="adjusted"),
        pytest.param("Selling expenses were RMB87.6 million, up 4.5% quarter over quarter.", False, id="other-base"),
        pytest.param("Selling expenses grew 7.1% in the northern region.", False, id="no-level"),
    ],
)
def test_a_rate_beside_a_level_that_ties(call: str, expected: bool) -> None:
    assert bool(alarms(call, RELEASE)) is expected


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        pytest.param("The pump works took RMB3872 million.", [("R04", "error")], id="lost-point"),
        pytest.param("The pump works took RMB3,872 million.", [], id="grouped"),
        pytest.param("The pump works took RMB4416 million.", [], id="stands-nowhere-else"),
    ],
)
def test_a_point_lost_where_thousands_are_grouped(call: str, expected: list[tuple[str, str]]) -> None:
    others = "Assets were RMB2,641.0 million, and equity was RMB1,308.4 million. "
    assert alarms(others + call, "We invested RMB387.2 million in pumps.") == expected


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        pytest.param("For 2025 we expect growth of 25% to 16%.", True, id="upside-down"),
        pytest.param("For 2025 we expect growth of 16% to 16%.", True, id="one-and-the-same"),
        pytest.param("For 2025 we expect growth of 15% to 16%.", False, id="right"),
        pytest.param("We expect the margin to fall from 25% to 16%.", False, id="a-movement"),
        pytest.param("We expect a decline of 5% to 3%.", False, id="a-fall-by-its-size"),
        pytest.param("我们预计2025年收入增长25%至16%。", True, id="zh-upside-down"),
        pytest.param("我们预计毛利率由25%降至16%。", False, id="zh-movement"),
    ],
)
def test_the_lower_end_of_a_range_comes_first(text: str, wrong: bool) -> None:
    assert [code for code, _ in alarms(text)] == ["A14"] * wrong


@pytest.mark.parametrize(
    ("text", "severities"),
    [
        pytest.param("Sales abroad were RMB461.7 million. The US$461.7 million sold abroad earned little.", ["warning"], id="both-are-used"),
        pytest.param("Sales abroad were RMB461.7 million. The US$64.9 million sold abroad earned little.", [], id="converted"),
    ],
)  # fmt: skip
def test_a_number_that_stands_in_two_currencies(text: str, severities: list[str]) -> None:
    used = "Debt is US$12.5 million, US$14.8 million was repaid, and US$16.3 million drawn. "
    home = "Costs were RMB290.4 million, rent was RMB31.2 million, wages RMB58.3 million and tax RMB9.7 million. "
    assert [severity for code, severity in alarms(used + home + text) if code == "A10"] == severities
