"""One person, one name."""

from __future__ import annotations

import pytest

from nlp.segment.persons import canonical_names


@pytest.mark.parametrize(
    ("labels", "listed", "words", "names"),
    [
        pytest.param(["Bob Dorn", "Robert Dorn"], ["Robert A. Dorn"], [], ["Robert A. Dorn"] * 2, id="nickname"),
        pytest.param(["Tomas Reyner", "Tomas J. Reyner"], [], [], ["Tomas J. Reyner"] * 2, id="initial"),
        pytest.param(["Steven Gu", "Xiaoming Gu"], ["Steven Xiaoming Gu"], [], ["Steven Xiaoming Gu"] * 2, id="parts"),
        pytest.param(
            ["Yong Ke", "Steven Ke"], [], ["With us is Yong Ke (Steven Ke)."], ["Steven Ke"] * 2, id="text-shows-it"
        ),
        pytest.param(["Yong Ke", "Steven Ke"], [], ["Both spoke."], ["Yong Ke", "Steven Ke"], id="nothing-shows-it"),
        pytest.param(["Priya Sandell", "Priya Sandel"], ["Priya Sandell"], [], ["Priya Sandell"] * 2, id="slip"),
        pytest.param(
            ["Ann Moore", "Ann Morse"], ["Ann Moore", "Ann Morse"], [], ["Ann Moore", "Ann Morse"], id="both-listed"
        ),
        pytest.param(["John A. Smith", "John B. Smith"], [], [], ["John A. Smith", "John B. Smith"], id="two-initials"),
        pytest.param(["OTTO BRANDVOLD"], [], [], ["Otto Brandvold"], id="capitals"),
        pytest.param(
            ["INES MCFALCATO"], [], ["I thank Ines McFalcato."], ["Ines McFalcato"], id="capitals-by-the-text"
        ),
        pytest.param(["SIOBHAN O'HARA"], [], [], ["Siobhan O'Hara"], id="capitals-with-apostrophe"),
        pytest.param(["Ruo Shui", "Ruo Shui", "Ruo Shiu"], [], [], ["Ruo Shui"] * 3, id="letters-exchanged"),
        pytest.param(["江可辰", "江可辰", "江可晨"], [], [], ["江可辰"] * 3, id="one-character-miswritten"),
        pytest.param(
            ["江可辰", "江可辰", "江可晨"], [], ["有请江可晨。"], ["江可辰", "江可辰", "江可晨"], id="two-that-are-said"
        ),
        pytest.param(["江可辰", "江可晨"], ["江可辰", "江可晨"], [], ["江可辰", "江可晨"], id="two-that-are-listed"),
        pytest.param(["李明", "李明辉"], [], [], ["李明", "李明辉"], id="han-names-are-not-parts"),
    ],
)
def test_canonical_names(labels: list[str], listed: list[str], words: list[str], names: list[str]) -> None:
    found = canonical_names(labels, listed, words)
    assert [found[label] for label in labels] == names
