"""Chinese for the aligner: numerals written in characters (Simplified)."""

from __future__ import annotations

DENSITY = 0.8
NUMERALS: dict[str, int] = {
    **{character: value for value, character in enumerate("零一二三四五六七八九")},
    "〇": 0,
    "两": 2,
}
