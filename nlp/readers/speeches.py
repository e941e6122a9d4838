"""Calls kept as JSON, one object a speech: read as numbered speeches, so that the rest sees a transcript.

A number behind the name ("Ada Lind, CFO  [2]") is a form of transcript in which no name needs a voucher.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from ..options import Options
from ..records import Document
from .detect import decode
from .plain import document_from_text, read_plain

_NAMES = ("speaker", "speaker_name", "speakername", "name", "who", "participant", "person")
_WORDS = ("speech", "text", "content", "transcript", "paragraphs", "utterance", "statement", "words", "body")
_TITLES = ("title", "position", "role", "job_title")
_FEWEST = 2  # speeches that make a call
_DEEP = 6  # levels in which the list of speeches is looked for


def accepts(data: bytes, name: str) -> bool:
    """What begins as JSON does. Where it holds no speeches, it is read as plain text."""
    return data[:200].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"[", b"{")


def read_speeches(data: bytes, name: str, options: Options) -> Document:
    """Offsets are those of the text made of the speeches, in their order. Raises as `read_plain` does."""
    found = _speeches(_loaded(data))
    if not found:
        return read_plain(data, name, options)
    text = "\n\n".join(f"{who}  [{number}]\n{words}" for number, (who, words) in enumerate(found, 1))
    document = document_from_text(f"{text}\n", name, options.limits, digest=hashlib.sha256(data).hexdigest())
    return replace(document, format="speeches")


def _loaded(data: bytes) -> Any:
    try:
        return json.loads(decode(data, name="json", encoding=None).text)
    except (ValueError, RecursionError):  # our own errors are ValueErrors, too
        return None


def _speeches(value: Any) -> list[tuple[str, str]]:
    """(label, words) of every speech in the first list that holds some."""
    for rows in _lists(value, _DEEP):
        found = [speech for speech in map(_speech, rows) if speech is not None]
        if len(found) >= _FEWEST and 2 * len(found) >= len(rows):
            return found
    return []


def _lists(value: Any, deep: int) -> Iterator[list[Any]]:
    if deep and isinstance(value, list):
        yield value
    items = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    for item in items if deep else ():
        yield from _lists(item, deep - 1)


def _speech(row: Any) -> tuple[str, str] | None:
    if not isinstance(row, Mapping):
        return None
    by_key = {str(key).lower(): value for key, value in row.items()}
    who = next((by_key[key] for key in _NAMES if isinstance(by_key.get(key), str | Mapping)), None)
    title = next((by_key[key] for key in _TITLES if isinstance(by_key.get(key), str)), None)
    if isinstance(who, Mapping):
        inner = {str(key).lower(): value for key, value in who.items()}
        who, title = inner.get("name"), title or inner.get("title")
    words = next((_joined(by_key[key]) for key in _WORDS if by_key.get(key)), "")
    if not isinstance(who, str) or not who.strip() or not words:
        return None
    label = f"{who}, {title}" if isinstance(title, str) and title.strip() else who
    return " ".join(label.split()), words


def _joined(value: Any) -> str:
    """A speech as one text: a list's members are its paragraphs."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list):
        return "\n".join(piece for piece in map(_joined, value) if piece)
    return _joined(value.get("text", "")) if isinstance(value, Mapping) else ""
