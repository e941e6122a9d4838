"""The words and signs in which every report speaks of verdicts and severities, and text made safe to show."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from ..languages.late import late
from ..records import Finding

SEVERITIES = ("error", "warning", "note")
# The order in which verdicts win when several checks judged one claim: a contradiction is never hidden, and a claim
# that tied somewhere counts as tied though another check had nothing to compare it with.
VERDICTS = ("contradicted", "supported", "rounding", "not_comparable", "unchecked")
DISPLAY_MAX = 160  # characters of a quotation shown in a line


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """How a verdict or severity is shown: an icon that needs no colour, a word, and a heading for a list of them."""

    icon: str
    word: str
    heading: str


VERDICT_LABELS = {
    "contradicted": Label(icon="✗", word="contradicted", heading="Exceptions"),
    "supported": Label(icon="✓", word="verified", heading="Verified"),
    "rounding": Label(icon="≈", word="equal by rounding", heading="Equal only by rounding"),
    "not_comparable": Label(icon="∥", word="not comparable", heading="Not comparable"),
    "unchecked": Label(icon="?", word="unchecked", heading="Unchecked"),
}
SEVERITY_LABELS = {
    "error": Label(icon="✗", word="error", heading="Errors"),
    "warning": Label(icon="▲", word="warning", heading="Warnings"),
    "note": Label(icon="i", word="note", heading="Notes"),
}
ORIGINS = {
    "speaker": "speaker or speech recognition",
    "translation": "translation",
    "release": "release",
    "extraction": "our own reading of the text",
    "unknown": "unknown",
}
_CONTROLS = late(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def told_period(period: str | None) -> str:
    """A period as people write it.

    >>> told_period("multi:2020..2025"), told_period("asof:2021-09-30"), told_period("LTM@2021-09-30")
    ('2020–2025', '2021-09-30', 'LTM 2021-09-30')
    """
    kind, _, rest = (period or "").rpartition(":")
    return {"multi": rest.replace("..", "–")}.get(kind, rest).replace("@", " ")


def is_exception(finding: Finding) -> bool:
    """Whether a finding reports something wrong: a contradiction, or a warning or error of any other verdict."""
    if finding.verdict in ("supported", "rounding"):
        return False
    return finding.verdict == "contradicted" or finding.severity != "note"


def origin_text(finding: Finding) -> str:
    """`likely: translation`, or nothing when no origin was found out."""
    if finding.origin is None:
        return ""
    return f"likely: {ORIGINS.get(finding.origin) or one_line(finding.origin)}"


def control_name(char: str) -> str:
    """`U+202E RIGHT-TO-LEFT OVERRIDE`."""
    return f"U+{ord(char):04X} {unicodedata.name(char, 'CONTROL')}"


def split_controls(text: str) -> list[tuple[str, bool]]:
    """`text` as (piece, is a control) pairs; a control is one character that would hide or reorder text.

    >>> split_controls("a\\u202eb")
    [('a', False), ('\\u202e', True), ('b', False)]
    """
    pieces: list[tuple[str, bool]] = []
    at = 0
    for hit in _CONTROLS.finditer(text):
        if hit.start() > at:
            pieces.append((text[at : hit.start()], False))
        pieces.append((hit.group(), True))
        at = hit.end()
    if at < len(text):
        pieces.append((text[at:], False))
    return pieces


def visible(text: str) -> str:
    """`text` with controls written out, so that a terminal or a Markdown page shows and never obeys them.

    >>> visible("1\\u202e2\\x1b[31m")
    '1[U+202E]2[U+001B][31m'
    """
    return _CONTROLS.sub(lambda hit: f"[U+{ord(hit.group()):04X}]", text)


def one_line(text: str, limit: int = DISPLAY_MAX) -> str:
    """`text` on one line, at most `limit` characters, controls written out."""
    line = visible(" ".join(text.split()))
    return line if len(line) <= limit else line[: limit - 3].rstrip() + "..."


def plural(count: int, word: str) -> str:
    """`1 error`, `2 errors`."""
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
