"""Encoders: texts to vectors whose cosine tells likeness of meaning, across languages."""

from __future__ import annotations

from .composed import Composed
from .export import export
from .hashing import HashingEncoder
from .load import load_encoder
from .protocol import Classifier, Encoder

__all__ = ["Classifier", "Composed", "Encoder", "HashingEncoder", "export", "load_encoder"]
