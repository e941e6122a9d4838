"""Fixtures every test may use, and how hypothesis runs."""

from __future__ import annotations

import math
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from nlp.claims.weigh.revise import FIELDS

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

# No deadline: the first example pays for imports and tables. In CI the same examples every time, so that a red run is
# a change's own; at a desk new ones, so that something is found.
settings.register_profile("desk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", parent=settings.get_profile("desk"), derandomize=True, database=None)
settings.register_profile("fuzz", parent=settings.get_profile("desk"), max_examples=2000, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents beside the checkout; they cannot be shipped, so a test that asks for it may skip."""
    if not SHARED.is_dir():
        pytest.skip("no ../shared beside the checkout: the real documents cannot be shipped")
    return SHARED


@pytest.fixture(scope="session")
def seeds(shared: Path) -> dict[str, Path]:
    """The seed documents by kind: `transcript`, `release`, `letter`."""
    kinds = {"transcript": "transcript-*.txt", "release": "press-release-*.txt", "letter": "*-comment-letter-*.txt"}
    return {kind: next((shared / "seeds").glob(pattern)) for kind, pattern in kinds.items()}


@pytest.fixture
def as_the_rules_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Claims as the rules propose them: for tables of a rule, or of a check, that are not about what weights choose."""
    monkeypatch.setattr("nlp.claims.weigh.revise.LEADS", dict.fromkeys(FIELDS, math.inf))
