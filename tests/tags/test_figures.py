"""What a topics head is told of the figures of a text."""

from __future__ import annotations

import numpy as np
import pytest

from nlp.tags.figures import FIGURES, figure_features


@pytest.mark.parametrize(
    ("text", "lang", "told"),
    [
        pytest.param("Headcount was 400.", "en", "headcount|role level|amount count", id="people"),
        pytest.param("Gross margin in Lamps was 31%.", "en", "gross_margin of a part|family margin|a part", id="part"),
        pytest.param("We expect capex of $40 million next year.", "en", "capex|guided|amount money", id="guided"),
        pytest.param("毛利率为32%。", "zh", "gross_margin|the whole|amount percent", id="zh"),
    ],
)
def test_figures_tell_what_they_measure(text: str, lang: str, told: str) -> None:
    row = figure_features([text], lang)[0]
    assert {*told.split("|")} <= {FIGURES[place] for place in np.flatnonzero(row)}


def test_a_text_without_figures_tells_nothing_and_no_row_depends_on_another() -> None:
    texts = ["Thank you, and good morning.", "", "Sales grew 4%.", "x" * 5_000]
    rows = figure_features(texts, "en")
    assert rows.shape == (4, len(FIGURES)) and not rows[[0, 1, 3]].any()
    assert (rows[2] == figure_features(texts[2:3], "en")[0]).all()
    assert len(set(FIGURES)) == len(FIGURES)
