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

_NAMES = (
    "speaker_name", "speakername", "speaker", "name", "who", "participant", "person", "speaker_label", "speaker_id",
)  # fmt: skip
_WORDS = ("speech", "text", "content", "transcript", "paragraphs", "utterance", "statement", "words", "body")
_TITLES = ("title", "position", "role", "job_title")
_FEWEST = 2  # speeches that make a call
_DEEP = 6  # levels in which the list of speeches is looked for


def accepts(data: bytes, name: str) -> bool:
    """What begins as JSON does. Where it holds no speeches, it is read as plain text."""
    return data[:200].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"[", b"{")


def read_speeches(data: bytes, name: str, options: Options) -> Document:
    """Offsets are those of the text made of the speeches, in their order. Raises as `read_plain` does."""
    loaded = _loaded(data)
    found = _speeches(loaded)
    if not found:
        whole = _whole(loaded)
        if whole is None:
            return read_plain(data, name, options)
        return document_from_text(whole, name, options.limits, digest=hashlib.sha256(data).hexdigest())
    text = "\n\n".join(f"{who}  [{number}]\n{words}" for number, (who, words) in enumerate(found, 1))
    document = document_from_text(f"{text}\n", name, options.limits, digest=hashlib.sha256(data).hexdigest())
    return replace(document, format="speeches")


def _loaded(data: bytes) -> Any:
    """The value, or the list of the values that stand a line each; None for what is neither."""
    try:
        text = decode(data, name="json", encoding=None).text
    except ValueError:  # our own errors are ValueErrors, too
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return _by_lines(text)


def _by_lines(text: str) -> list[Any] | None:
    try:
        return [json.loads(line) for line in text.split("\n") if line.strip()]
    except (ValueError, RecursionError):
        return None


def _whole(value: Any) -> str | None:
    """The one text that an object keeps as a whole, beside the call's name and date."""
    row = value[0] if isinstance(value, list) and len(value) == 1 else value
    texts = [row[key] for key in row if str(key).lower() in _WORDS] if isinstance(row, Mapping) else []
    return texts[0] if len(texts) == 1 and isinstance(texts[0], str) and "\n" in texts[0] else None


def _speeches(value: Any) -> list[tuple[str, str]]:
    """(label, words) of every speech in the first list that holds some."""
    names = _names(value)
    for rows in _lists(value, _DEEP):
        found = [speech for speech in (_speech(row, names) for row in rows) if speech is not None]
        if len(found) >= _FEWEST and 2 * len(found) >= len(rows):
            return found
    return []


def _names(value: Any) -> dict[str, str]:
    """Names of speakers by the number that speeches give them."""
    given = value.get("speakers") if isinstance(value, Mapping) else None
    pairs = given.items() if isinstance(given, Mapping) else enumerate(given) if isinstance(given, list) else ()
    named = ((str(key), row.get("name") if isinstance(row, Mapping) else row) for key, row in pairs)
    return {key: name for key, name in named if isinstance(name, str)}


def _lists(value: Any, deep: int) -> Iterator[list[Any]]:
    if deep and isinstance(value, list):
        yield value
    items = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    for item in items if deep else ():
        yield from _lists(item, deep - 1)


def _speech(row: Any, names: Mapping[str, str]) -> tuple[str, str] | None:
    if not isinstance(row, Mapping):
        return None
    by_key = {str(key).lower(): value for key, value in row.items()}
    who = next((by_key[key] for key in _NAMES if isinstance(by_key.get(key), str | int | Mapping)), None)
    title = next((by_key[key] for key in _TITLES if isinstance(by_key.get(key), str)), None)
    if isinstance(who, Mapping):
        inner = {str(key).lower(): value for key, value in who.items()}
        who, title = inner.get("name"), title or inner.get("title")
    if isinstance(who, int):
        who = names.get(str(who), f"Speaker {who}")
    elif isinstance(who, str):
        who = names.get(who, who)
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
        single = all(isinstance(row, Mapping) and " " not in _joined(row) for row in value)  # a word each
        return (" " if single else "\n").join(piece for piece in map(_joined, value) if piece)
    return _joined(value.get("text", value.get("word", ""))) if isinstance(value, Mapping) else ""
