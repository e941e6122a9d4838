"""The tables here say what the rules propose; what the weights make of it is measured on gold (`tests/quality`)."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def rules_alone(request: pytest.FixtureRequest) -> None:
    """Rules alone, but for the tests of the weights themselves."""
    if Path(request.node.path).parent.name != "weigh":
        request.getfixturevalue("as_the_rules_read")
