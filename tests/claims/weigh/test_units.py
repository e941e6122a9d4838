"""What bare numbers count in."""

from __future__ import annotations

import pytest

from nlp import find_claims

HEAD = "Velroy Industries -- Second Quarter 2031 Earnings Call, July 30, 2031. The fiscal year ends December 31.\n\n"


def case(text: str, *want: str) -> object:
    return pytest.param(text, list(want), id=text[:60])


@pytest.mark.parametrize(
    ("text", "want"),
    [
        case("Segment margins were 16.2%, down 20 basis points, and 15.9%, up 140.", "140=140 basis_point"),
        case("Debt is 3.1 times from 2.6 at June, and it comes back to 2.5.", "2.6=2.6 multiple", "2.5=2.5 multiple"),
        case("Visits were down 2.3%; visits by members were up 1.8.", "1.8=1.8 percent"),
        case("The plant has 3 lines and a yield of 79%, and must reach 88 by June.", "3=3 count", "88=88 percent"),
        case("The tax rate goes from 24 to 28.5%.", "24=24 percent"),
        case("Backlog was $5.3 billion, up 400.", "400=400000000 USD"),
        case("Cost savings: we've got $28 million done of the 35 for the year.", "35=35000000 USD"),
        case("We sold 1,204 vehicles and delivered 900.", "1,204=1204 count", "900=900 count"),
        case("We opened 12 stores, up from 9. Sales grew 4%.", "12=12 count", "9=9 count"),
        case("Gross margin was 24%, and we have 3 more launches in 2032.", "3=3 count"),
        case("Margin was 12% in 14 of our markets.", "14=14 count"),
    ],
)
def test_a_bare_number_counts_in_what_its_words_and_neighbours_say(text: str, want: list[str]) -> None:
    shown = {(HEAD + text)[c.start : c.end]: f"{c.amount.low} {c.amount.unit}" for c in find_claims(HEAD + text)}
    assert [
        f"{words}={told}" for words, told in shown.items() if words.replace(",", "").replace(".", "").isdigit()
    ] == want


def test_a_unit_that_only_the_weights_see_is_doubtful() -> None:
    text = HEAD + "Backlog was $5.3 billion, up 400."
    level, change = find_claims(text)
    assert ("unit" in level.weighed, "unit" in change.weighed) == (False, True)
