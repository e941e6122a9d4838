"""Subtitles (SubRip, WebVTT) to text: cues of one speaker and without a pause make one paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from ..errors import Empty
from ..languages.late import late
from ..options import Options
from ..records import Document
from ..text import guess_language
from .builder import TextBuilder
from .detect import decode

_TIME = r"(?:(?P<{0}h>[0-9]{{1,3}}):)?(?P<{0}m>[0-5][0-9]):(?P<{0}s>[0-5][0-9])[.,](?P<{0}f>[0-9]{{3}})"
_CUE = late(rf"^[ \t]*{_TIME.format('a')}[ \t]+-->[ \t]+{_TIME.format('b')}[^\n]{{0,200}}$", re.MULTILINE)
_VOICE = late(r"<v(?:\.[^ >]{1,60})?[ \t]+(?P<name>[^>]{1,120})>", re.IGNORECASE)
_MARKUP = late(r"</?(?:[bciuv]|ruby|rt|lang|font)\b[^>]{0,200}>|<[0-9:.]{5,15}>|\{\\[^}]{1,40}\}", re.IGNORECASE)
_LABEL = late(
    r"(?P<name>(?:[A-Z][\w.'-]*|[\u3400-\u9fff·]{2,8})(?: [A-Z][\w.'-]*){0,4})\s?[:：]\s*(?P<said>.+)", re.DOTALL
)
_TURN = late(r"(?:>>+|[-–—](?=\s|[A-Z\u3400-\u9fff]))\s*")  # ">> Thank you.", "- Thank you."
_WITHIN = late(r"(?<=\S)\s+(?=>>+\s*\S)")
_NOISE = late(r"[\[(（【♪](?:music|applause|silence|音[乐樂]|掌[声聲])?[\])）】♪\s]*", re.IGNORECASE)
_STOP = late(r"[.?!。？！…][\"')\]”’」』）]{0,2}\Z")
_PAUSE = 1.5  # seconds of silence behind a full stop that begin a paragraph


@dataclass(frozen=True, slots=True)
class _Cue:
    """What is shown from `start` to `end` (seconds); `speaker` where the cue names one."""

    start: float
    end: float
    speaker: str | None
    text: str
    turn: bool = False  # somebody else begins to speak, who is not named


def accepts(data: bytes, name: str) -> bool:
    """Content that begins with a WebVTT head or holds cues at once."""
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    head = data[:3000].decode("utf-16" if wide else "utf-8", "replace").lstrip("\ufeff")
    if head.startswith("WEBVTT"):
        return True
    return re.match(r"\s*[0-9]{1,6}\r?\n", head) is not None and _CUE.search(head.replace("\r", "")) is not None


def read_captions(data: bytes, name: str, options: Options) -> Document:
    """The words of all cues; `places` gives each paragraph's time. Raises Empty, UnknownEncoding or TooLarge."""
    found = decode(data, name=name, encoding=options.encoding)
    cues = list(_cues(found.text.replace("\r\n", "\n").replace("\r", "\n")))
    if not cues:
        raise Empty(f"{name}: subtitles without a cue. Give a file that holds the words.")
    builder = TextBuilder()
    last: str | None = None
    for first, speaker, words in _paragraphs(cues):
        again = first.turn and first.speaker is not None  # ">> OPERATOR: You are still muted." behind his own words
        label = f"{speaker}: " if speaker and (speaker != last or again) else ""
        builder.add_block([label + words], element=_clock(first.start))
        last = speaker
    document = builder.document(data, name, options, kind="captions")
    return replace(document, encoding=found.encoding, encoding_confidence=found.confidence)


def _cues(text: str) -> Iterator[_Cue]:
    marks = list(_CUE.finditer(text))
    if not marks:
        return
    for mark, end in zip(marks, [*(m.start() for m in marks[1:]), len(text)], strict=True):
        body = text[mark.end() : end].strip("\n")
        # The identifier of the next cue stands behind the blank line that ends this one.
        body = re.split(r"\n[ \t]*\n", body)[0]
        for said in _sayings(body):
            voice = _VOICE.search(said)
            words = " ".join(_MARKUP.sub("", _VOICE.sub("", said)).split())
            turned = _TURN.match(words)
            words = words[turned.end() :] if turned else words
            label = None if voice else _LABEL.match(words)
            speaker = " ".join(voice["name"].split()) if voice else label["name"] if label else None
            words = label["said"] if label else words
            if words and not _NOISE.fullmatch(words):
                yield _Cue(_seconds(mark, "a"), _seconds(mark, "b"), speaker, words, turned is not None)


def _sayings(body: str) -> list[str]:
    """What one cue shows of each speaker: lines that all begin with a dash are one each, and so is what ">>" begins."""
    lines = [line for line in body.split("\n") if line.strip()]
    if len(lines) > 1 and all(_TURN.match(_MARKUP.sub("", line).strip()) for line in lines):
        return lines
    return _WITHIN.split(body)


def _seconds(mark: re.Match[str], which: str) -> float:
    hours = int(mark[f"{which}h"] or 0)
    return hours * 3600 + int(mark[f"{which}m"]) * 60 + int(mark[f"{which}s"]) + int(mark[f"{which}f"]) / 1000


def _paragraphs(cues: list[_Cue]) -> Iterator[tuple[_Cue, str | None, str]]:
    first, said, speaker = cues[0], [cues[0].text], cues[0].speaker
    for last, cue in pairwise(cues):
        changed = cue.turn or (cue.speaker is not None and cue.speaker != speaker)
        if changed or (_STOP.search(last.text) and cue.start - last.end >= _PAUSE):
            yield first, speaker, _sentence(said)
            first, said = cue, []
            speaker = cue.speaker if cue.speaker is not None else None if changed else speaker
        if not said or said[-1] != cue.text:  # rolling captions show a line twice
            said.append(cue.text)
    yield first, speaker, _sentence(said)


def _sentence(said: list[str]) -> str:
    glue = "" if guess_language("".join(said)) == "zh" else " "
    return glue.join(said)


def _clock(seconds: float) -> str:
    whole = round(seconds * 1000)
    return f"{whole // 3_600_000:02d}:{whole // 60_000 % 60:02d}:{whole // 1000 % 60:02d}.{whole % 1000:03d}"
