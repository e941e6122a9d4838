"""What of a claim counts as that of its gold."""

from __future__ import annotations

import pytest

from nlp.scoring.claims import plain_metric


@pytest.mark.parametrize(
    ("told", "same"),
    [
        ("other:EBITA margin", "operating_margin"),
        ("ebita_margin", "operating_margin"),
        ("other:revenue", "revenue"),
        ("other:lamps", "other"),
        ("gaap", None),
    ],
)
def test_one_measure_has_one_name(told: str, same: str | None) -> None:
    assert plain_metric(told) == same
