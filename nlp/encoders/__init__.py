"""Encoders: texts to vectors whose cosine tells likeness of meaning, across languages."""

from __future__ import annotations

from .hashing import HashingEncoder
from .protocol import Encoder

__all__ = ["Encoder", "HashingEncoder"]
