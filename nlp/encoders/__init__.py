"""Encoders: texts to vectors whose cosine tells likeness of meaning, across languages.

Each kind stands in a module of its own, which is imported when it is asked for.
"""

from __future__ import annotations

from .composed import Composed
from .load import load_encoder
from .protocol import Classifier, Encoder

__all__ = ["Classifier", "Composed", "Encoder", "load_encoder"]
