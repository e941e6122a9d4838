"""The shipped encoder, loaded once for all tests."""

from __future__ import annotations

import pytest

from nlp.encoders.onnx import OnnxEncoder


@pytest.fixture(scope="session")
def shipped_encoder() -> OnnxEncoder:
    """The encoder of `models/encoder`."""
    return OnnxEncoder()
