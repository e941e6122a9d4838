"""The words beside a place in the text."""

from __future__ import annotations

from ..languages.late import late

_BEFORE = late(r"([A-Za-z][A-Za-z.&']{0,24}|#|№):?[ \t\n]{0,40}[(\[]?\Z")
_AFTER = late(r"(?:[ \t]{0,3}(?:\n[ \t]{0,40})?|-)([A-Za-z][A-Za-z.']{0,24})")


def word_before(text: str, at: int) -> str:
    """The word that ends before `at`, or ""."""
    match = _BEFORE.search(text, max(0, at - 68), at)
    return match.group(1) if match else ""


def word_after(text: str, at: int) -> str:
    """The word that begins after `at`, without a closing full stop, or ""."""
    match = _AFTER.match(text, at)
    return match.group(1).rstrip(".") if match else ""
