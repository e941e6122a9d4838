"""What errors and findings say, in Chinese: sentences are made in English and known again by their template.

Whoever raises an error or writes a finding writes plain English; `data/messages.toml` holds the templates with their
Chinese. A message whose template is not there stays English, which is better than a wrong guess.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache

from .resources import data_text

_HOLE = re.compile(r"\{(\d)\}")
_KEYS = {"zh-Hans": "hans", "zh-Hant": "hant"}
_LONGEST = 600  # a longer message is not looked up: a pattern with four holes must stay cheap
_DEPTH = 3  # holes within holes


@cache
def templates() -> tuple[dict[str, str], ...]:
    """The entries of the catalogue: `en`, `hans` and `hant`."""
    return tuple(tomllib.loads(data_text("messages.toml"))["message"])


@cache
def _compiled() -> Sequence[tuple[re.Pattern[str], tuple[str, str], dict[str, str]]]:
    """Each entry with its pattern and the words it begins and ends with; those that say more come first."""
    rows = sorted(templates(), key=lambda row: -len(_HOLE.sub("", row["en"])))
    pieces = [_HOLE.split(row["en"]) for row in rows]
    return [(_pattern(row["en"]), (words[0], words[-1]), row) for row, words in zip(rows, pieces, strict=True)]


def _pattern(template: str) -> re.Pattern[str]:
    pieces = _HOLE.split(template)
    # Every second piece is a hole's number. Holes are as short as they can be, and there are at most four.
    return re.compile("".join(f"(?P<h{piece}>.*?)" if at % 2 else re.escape(piece) for at, piece in enumerate(pieces)))


@cache
def _plain() -> dict[str, dict[str, str]]:
    return {row["en"]: row for row in templates() if not _HOLE.search(row["en"])}


def translate(text: str, lang: str, depth: int = _DEPTH) -> str:
    """A message in `lang` (en, zh-Hans, zh-Hant); unchanged where the catalogue does not know it.

    >>> translate("q3.txt: no such file. Check the path.", "zh-Hans")
    'q3.txt：没有这个文件。请检查路径。'
    """
    key = _KEYS.get(lang)
    if key is None or not text or len(text) > _LONGEST:
        return text
    known = _plain().get(text)
    if known is not None:
        return known[key]
    for pattern, (first, last), row in _compiled():
        hit = pattern.fullmatch(text) if text.startswith(first) and text.endswith(last) else None
        if hit is not None and hit.lastindex:
            inner = {name[1:]: translate(words, lang, depth - 1) for name, words in hit.groupdict().items() if depth}
            return _fill(row[key], inner | {name[1:]: words for name, words in hit.groupdict().items() if not depth})
    return text


def _fill(template: str, words: dict[str, str]) -> str:
    return _HOLE.sub(lambda hole: words.get(hole[1], hole[0]), template)
