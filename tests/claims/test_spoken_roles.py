"""Roles in the short forms of speech, each with what a careful reader takes from it."""

from __future__ import annotations

import pytest

from nlp import find_claims
from tests.claims.reading import claims_of, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Budget brands did 4%.", [("4%", "change", "up")], id="did"),
        pytest.param("Traffic was down, let me find it, 2.3%.", [("2.3%", "change", "down")], id="set-off"),
        pytest.param("Revenue was down again, by about 4%.", [("4%", "change", "down")], id="set-off-by"),
        pytest.param("Gross margin improved: 41%.", [("41%", "level", None)], id="a-rate-is-its-level"),
        pytest.param(
            "Apps and games grew 12% and 19%.", [("12%", "change", "up"), ("19%", "change", "up")], id="listed"
        ),
        pytest.param("Comparable growth 3.5%.", [("3.5%", "change", "up")], id="noun-of-growth"),
        pytest.param("Volumes were 6% heavier than the March quarter.", [("6%", "change", "up")], id="heavier-than"),
        pytest.param("Sales were $40 million, a beat of $2 million.", [("$2 million", "change", "up")], id="beat"),
        pytest.param(
            "Profit was up $31 million on $95 million of additional sales.",
            [("$31 million", "change", "up"), ("$95 million", "change", "up")],
            id="on-more-of",
        ),
        pytest.param("That was a 5% miss.", [("5%", "change", "down")], id="miss"),
        pytest.param(
            "Orders grew 21%. Strip out the big customer and you're at 6%.", [("6%", "change", "up")], id="without"
        ),
        pytest.param(
            "Revenue grew 9%, of which price contributed 3%.",
            [("9%", "change", "up"), ("3%", "driver", "up")],
            id="contributed",
        ),
        pytest.param(
            "Sales rose 5% to $310 million: prices +3%, volumes +4%, currency -2%.",
            [("+3%", "driver", "up"), ("+4%", "driver", "up"), ("-2%", "driver", "down")],
            id="factors",
        ),
        pytest.param("Costs rose $9 million. About half of that is fuel.", [("half", "driver", "up")], id="of-that"),
        pytest.param(
            "Billings came to $400 million on growth of 26%, but $14 million of that was prepaid.",
            [("$14 million", "level", None)],
            id="of-that-level",
        ),
        pytest.param(
            "Cost per tonne was $80, with fuel responsible for $3 of the $7 increase.",
            [("$3", "driver", "up"), ("$7", "change", "up")],
            id="out-of-the-increase",
        ),
        pytest.param("Churn was 1.9%. It was 2.6% two years ago.", [("2.6%", "base", None)], id="years-ago"),
        pytest.param(
            "Bookings were $540 million against the $500 million that we had budgeted.",
            [("$500 million", "level", None)],
            id="budgeted",
        ),
        pytest.param(
            "A new box costs $142, against $97 for a used one.", [("$97", "level", None)], id="two-parts-are-no-base"
        ),
        pytest.param(
            "The order was $50, against $45 for the prior year.", [("$45", "base", None)], id="a-year-is-a-base"
        ),
        pytest.param("Our take was 52 basis points of volume.", [("52 basis points", "level", None)], id="of-volume"),
        pytest.param("Incentives ran at 7% of price.", [("7%", "level", None)], id="rate-of-price"),
        pytest.param("We lost 31,000 subscribers.", [("31,000", "change", "down")], id="lost"),
        pytest.param("Comps were positive at 0.6%.", [("0.6%", "change", "up")], id="same-stores"),
    ],
)
def test_role_in_speech(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text, "role", "direction")[-len(expected) :] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Fee income rose 4% linked quarter.", "qoq", id="linked-quarter"),
        pytest.param("Production was 8% short of our own plan.", "vs_plan", id="own-plan"),
        pytest.param("Card spend was up 9%.", "yoy", id="by-convention"),
        pytest.param("Net adds were 12,000.", None, id="net-adds-are-of-the-period"),
        pytest.param("Rents on our leases fell 7%.", None, id="renewals"),
    ],
)
def test_comparator_in_speech(text: str, expected: str | None) -> None:
    head = "Zorvane Foods, Inc. -- Second Quarter 2031 Earnings Call, July 17, 2031.\n\n"
    assert find_claims(head + text)[-1].comparator == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("You had revenue down 4%, yet margin was 12%. What gets better?", "premise", id="question"),
        pytest.param("China? Revenue there was down 4%.", "reported", id="rhetorical"),
        pytest.param("If unemployment goes to 6%, reserves build.", "hypothetical", id="if"),
        pytest.param("Every one-cent move in fuel is $4 million.", "hypothetical", id="every"),
        pytest.param("I'd still say gross margin of 40%.", "guided", id="i-would-say"),
        pytest.param("Over time the rate settles at 55%.", "guided", id="settles"),
    ],
)
def test_modality_in_speech(text: str, expected: str) -> None:
    assert told(text, "modality", role="unknown")[-1][1:] == (expected,)


def test_bare_number_goes_on_in_the_unit_before_it() -> None:
    row = claims_of("Our take was 61 basis points of volume, and last year it was 64.")[-1]
    assert (row.amount.unit, row.role) == ("basis_point", "base")
