"""Encoders: texts to vectors whose cosine tells likeness of meaning, across languages."""

from __future__ import annotations

from .export import export
from .hashing import HashingEncoder
from .load import load_encoder
from .protocol import Classifier, Encoder

__all__ = ["Classifier", "Encoder", "HashingEncoder", "export", "load_encoder"]
