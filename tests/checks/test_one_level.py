"""R04 by a level: rates of one level in the call and the release, under names that the two do not share."""

from __future__ import annotations

import pytest

from nlp import analyze
from nlp.records import Finding

CALL = "Operator\n\nWelcome to the Velmora Second Quarter 2033 Earnings Call.\n\nOtto Brandvold -- CFO\n\n{0}\n\nOperator\n\nThis concludes the call.\n"
RELEASE = (
    "Velmora Inc. Reports Second Quarter 2033 Results\n\nHARBOUR CITY, August 4, 2033 -- Velmora Inc. today reported its "
    "results for the second quarter of 2033.\n\n{0}\n"
)
CARRIED = "We carried {0} guests in the quarter, {1} more than a year ago."
TOTALLED = "Passengers totalled {0}, {1} {2} year over year."


def found(call: str, release: str) -> list[Finding]:
    rows = analyze(CALL.format(call), releases=[RELEASE.format(release)]).findings
    return [row for row in rows if row.severity != "note"]


@pytest.mark.parametrize(
    ("call", "release", "repairs"),
    [
        pytest.param(
            CARRIED.format("128,400", "14.3%"),
            TOTALLED.format("128,400", "an increase of", "24.3%"),
            ["24.3%"],
            id="one-digit",
        ),
        pytest.param(
            CARRIED.format("128,400", "14.3%"),
            TOTALLED.format("128,400", "a decrease of", "14.3%"),
            [],
            id="other-way",
        ),
    ],
)
def test_accused(call: str, release: str, repairs: list[str]) -> None:
    rows = found(call, release)
    assert [(row.code, row.severity) for row in rows] == [("R04", "warning")]
    assert [repair.text for repair in rows[0].repairs] == repairs


@pytest.mark.parametrize(
    ("call", "release"),
    [
        pytest.param(
            CARRIED.format("128,400", "14.3%"), TOTALLED.format("128,400", "an increase of", "14.3%"), id="alike"
        ),
        pytest.param(
            CARRIED.format("128,400", "14.3%"), TOTALLED.format("128,400", "an increase of", "14.6%"), id="rounded"
        ),
        pytest.param(
            CARRIED.format("128,400", "14.3%"),
            TOTALLED.format("131,900", "an increase of", "24.3%"),
            id="another-level",
        ),
        pytest.param(
            CARRIED.format("128,400", "14.3%"),
            "Passengers totalled 128,400, an increase of 24.3% over the preceding quarter.",
            id="another-comparison",
        ),
        pytest.param(
            CARRIED.format("128,400", "14.3%"), TOTALLED.format("128,400", "an increase of", "36.9%"), id="no-slip"
        ),
    ],
)
def test_left_alone(call: str, release: str) -> None:
    assert found(call, release) == []
