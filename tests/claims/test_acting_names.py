"""Parts of a business that a text names by what they do."""

from __future__ import annotations

import time

import pytest

from nlp.claims.acting_names import find_acting_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lighting was $412 million, up 6%.", ["Lighting"]),
        ("Hand tools, which we bought in May, fell 3%.", ["Hand tools"]),
        ("Toys, up 9%.", ["Toys"]),
        ("Pumps and valves grew 4% and 7%.", ["Pumps", "valves"]),
        ("Bed and bath grew 4% in the quarter.", ["Bed and bath"]),
        ("The loss ratio was 61%, with Marine at 70% and Home Cover at 55%.", ["Marine", "Home Cover"]),
        ("In Contract Cleaning, revenue rose to £40 million.", ["Contract Cleaning"]),
        ("You have rail down 4% and road up 2%.", ["rail", "road"]),
        ("Yields at Copper Hollow rose 5%.", ["Copper Hollow"]),
        ("A 9% decline in kiosks was offset by growth of 3% in catalogues.", ["catalogues"]),
        ("Quarry Bay sold 4,100 tonnes.", ["Quarry Bay"]),
    ],
)
def test_what_acts_is_a_part(text: str, names: list[str]) -> None:
    assert sorted(set(find_acting_names(text))) == sorted(names)


@pytest.mark.parametrize(
    "text",
    [
        "It was $412 million, up 6%.",
        "Freight costs were up 7%.",
        "Revenue grew 9% and operating income 4%.",
        "For example, 4% of orders came late.",
        "In January, 40 people joined.",
        "Solutions were up 3%.",
        "The board met 12 times.",
        "Volume in tonne-kilometres grew 9%.",
    ],
)
def test_a_measure_is_no_part(text: str) -> None:
    assert find_acting_names(text) == []


@pytest.mark.parametrize(
    "words", ["and a ", "Abc and ", "Abc, Abc was up ", "with up to about ", "in Abc Abc Abc ", "of that 1 "]
)
def test_names_are_sought_in_time_that_grows_with_length_only(words: str) -> None:
    def seconds(times: int) -> float:
        text = words * times + "was 5%."
        begun = time.process_time()
        find_acting_names(text)
        return time.process_time() - begun

    seconds(10)
    assert min(seconds(8000), seconds(8000)) < 24 * max(
        min(seconds(1000), seconds(1000)), 0.002
    )  # eight times the text
