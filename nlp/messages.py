"""What errors and findings say, in Chinese: sentences are made in English and known again by their template.

Whoever raises an error or writes a finding writes plain English; `data/messages.toml` holds the templates with their
Chinese. A message whose template is not there stays English, which is better than a wrong guess.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from .resources import data_text
from .words import all_words, column

_HOLE = re.compile(r"\{(\d)\}")
_QUOTED = re.compile(r"[“'\"]\{(\d)\}")  # somebody's own words, which stay as they are
_LONGEST = 1_200  # a longer message is not looked up: a pattern with four holes must stay cheap
_DEPTH = 3  # holes within holes
# Units behind an interval, which only we write: "191.2..191.4 million CNY"; a document's "500 million RMB" stays.
_COMPUTED = re.compile(r"(\.\.-?[0-9][0-9.,]*) (million(?= [A-Z]{3}\b)|billion(?= [A-Z]{3}\b)|points\b)")
_UNITS = {
    "hans": {"million": "百万", "billion": "十亿", "points": "个百分点"},
    "hant": {"million": "百萬", "billion": "十億", "points": "個百分點"},
}


@cache
def templates() -> tuple[dict[str, Any], ...]:
    """The entries of the catalogue: `en`, `hans` and `hant`; `part` where the words only stand in another's hole."""
    return tuple(tomllib.loads(data_text("messages.toml"))["message"])


@cache
def _compiled() -> Sequence[tuple[re.Pattern[str], tuple[str, str], dict[str, Any]]]:
    """Each entry with its pattern and the words it begins and ends with; those that say more come first."""
    rows = sorted(templates(), key=lambda row: -len(_HOLE.sub("", row["en"])))
    pieces = [_HOLE.split(row["en"]) for row in rows]
    return [(_pattern(row), (words[0], words[-1]), row) for row, words in zip(rows, pieces, strict=True)]


def _pattern(row: dict[str, Any]) -> re.Pattern[str]:
    pieces = _HOLE.split(row["en"])
    hole = "[^;]*?" if row.get("part") else ".*?"  # a part is one item of a list
    # Every second piece is a hole's number. Holes are as short as they can be, and there are at most five.
    return re.compile(
        "".join(f"(?P<h{piece}>{hole})" if at % 2 else re.escape(piece) for at, piece in enumerate(pieces))
    )


@cache
def _plain() -> dict[str, dict[str, Any]]:
    return {row["en"]: row for row in templates() if not _HOLE.search(row["en"])}


@lru_cache(maxsize=4096)
def translate(text: str, lang: str) -> str:
    """A message in `lang` (en, zh-Hans, zh-Hant); unchanged where the catalogue does not know it.

    >>> translate("q3.txt: no such file. Check the path.", "zh-Hans")
    'q3.txt：没有这个文件。请检查路径。'
    """
    key = column(lang)
    if key == "en" or not text or len(text) > _LONGEST:
        return text
    units = _UNITS[key]
    return _COMPUTED.sub(lambda hit: f"{hit[1]} {units[hit[2]]}", _translated(text, lang, _DEPTH))


def _translated(text: str, lang: str, depth: int) -> str:
    key = column(lang)
    known = _plain().get(text)
    if known is not None:
        return str(known.get(key, text))
    for pattern, (first, last), row in _compiled():
        fits = text.startswith(first) and text.endswith(last) and not (depth == _DEPTH and row.get("part"))
        hit = pattern.fullmatch(text) if fits else None
        if hit is not None and hit.lastindex:
            own = {"h" + number for number in _QUOTED.findall(row["en"])}
            found = hit.groupdict().items()
            return _fill(
                row.get(key, row["en"]),
                {name[1:]: words if name in own else _inside(words, lang, depth - 1) for name, words in found},
            )
    return _listed(text, lang, depth) if depth == _DEPTH else text


def _inside(text: str, lang: str, depth: int) -> str:
    """What stands in a hole: a metric, words of ours, or a list of them."""
    if depth < 0:
        return text
    metric = all_words()[lang].get(f"metric.{text.replace(' ', '_')}")
    if metric is not None:
        return metric
    whole = _translated(text, lang, depth)
    if whole != text or "; " not in text:
        return whole
    return _listed(text, lang, depth + 1)


def _listed(text: str, lang: str, depth: int) -> str:
    """A list of parts, where each of them is known."""
    pieces = text.split("; ")
    told = [_translated(piece, lang, depth - 1) for piece in pieces] if depth else pieces
    return "；".join(told) if all(map(str.__ne__, told, pieces)) else text


def _fill(template: str, words: dict[str, str]) -> str:
    return _HOLE.sub(lambda hole: words.get(hole[1], hole[0]), template)
