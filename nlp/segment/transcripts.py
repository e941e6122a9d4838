"""A transcript's layout to rows: paragraphs, turns and exchanges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..encoders import Encoder
from ..languages.calls import CALL_RULES
from ..languages.late import late
from ..records import Document, Exchange, Paragraph, Turn
from ..text import IdMaker
from .exchanges import find_exchanges
from .headers import Header
from .interpreted import Voice, find_voices, is_foreign
from .lines import Line, closed_up
from .numbered import tell_numbered
from .paragraphs import Block, Style, blocks
from .parts import with_parts
from .roles import assign
from .sentences import Sentences
from .speakers import Speech, resolve
from .turns import Layout

_EN, _ZH = CALL_RULES["en"], CALL_RULES["zh"]
_WRAP = late(r"\s*\n\s*")
_HAN_WRAP = late(r"(?<=[\u3400-\u9fff,。])\s*\n\s*(?=[\u3400-\u9fff])")
_HEADING, _LONG = 90, 200  # characters
_STOPS = (".", "。", "!", "！", "?", "？", "”", '"')
_OUTSIDE = ("notice", "advert", "heading", "page")  # what cannot be the end of a speech


@dataclass(frozen=True, slots=True)
class Transcript:
    paragraphs: tuple[Paragraph, ...]
    turns: tuple[Turn, ...]
    exchanges: tuple[Exchange, ...]


def read_transcript(
    document: Document,
    lines: Sequence[Line],
    layout: Layout,
    style: Style,
    cuts: Sentences,
    encoder: Encoder | None = None,
) -> Transcript:
    """Rows of a document whose speaker lines are known."""
    groups = [_speech_blocks(document.text, lines, h, after, style, layout) for h, after in _ranges(layout, lines)]
    speeches = [_speech(cuts.folded, h, g) for h, g in zip(layout.headers, groups, strict=True)]
    speeches = resolve(tell_numbered(speeches), layout.participants)
    speeches, _ = assign(speeches, _heading(layout, lines))
    voices = find_voices(document.text, speeches, groups)
    speeches = [_as_interpreter(s, v) for s, v in zip(speeches, voices, strict=True)]
    front = _front(document.text, lines, layout, style)
    found = _rows(document, layout, front, groups, speeches, voices)
    turns, rows = {turn.id: turn for turn in found.turns}, {row.id: row for row in found.paragraphs}
    return replace(found, exchanges=tuple(with_parts(document, found.exchanges, turns, rows, cuts, encoder)))


def _ranges(layout: Layout, lines: Sequence[Line]) -> list[tuple[Header, int]]:
    """Each header with the index of the line behind its speech."""
    firsts = [header.first for header in layout.headers[1:]] + [len(lines)]
    return list(zip(layout.headers, firsts, strict=True))


def _speech_blocks(
    text: str, lines: Sequence[Line], header: Header, after: int, style: Style, layout: Layout
) -> list[Block]:
    inline = header.speech < lines[header.last].end
    first = header.last if inline else header.last + 1
    found = blocks(text, lines, first, after, style)
    if inline and found:
        kind = "speech" if found[0].kind in _OUTSIDE[:3] else found[0].kind
        found[0] = found[0]._replace(start=header.speech, kind=kind)
    return [b._replace(kind="heading") if b.first in layout.list_lines else b for b in found]


def _spoken(group: Sequence[Block]) -> list[Block]:
    """The blocks of a speech without what is printed behind it: rules, headings, notices."""
    last = len(group)
    while last and group[last - 1].kind in _OUTSIDE:
        last -= 1
    return list(group[:last])


def _is_rule(text: str, block: Block) -> bool:
    return not any(char.isalnum() for char in text[block.start : block.end])


def _speech(folded: str, header: Header, group: Sequence[Block]) -> Speech:
    words = "\n".join(_unwrapped(folded[b.start : b.end]) for b in _spoken(group) if b.kind in ("speech", "mark"))
    foreign = bool(words) and is_foreign(words)
    return Speech(label=header.label, words=words, foreign_only=foreign)


def _unwrapped(words: str) -> str:
    """A paragraph on one line: "from Peter-John / McAllister" names one person."""
    return _WRAP.sub(" ", _HAN_WRAP.sub("", words)) if "\n" in words else words


def _heading(layout: Layout, lines: Sequence[Line]) -> int | None:
    """The index of the first header behind a heading of the questions that stands among the speeches."""
    starts = [header.first for header in layout.headers]
    listed = layout.list_lines
    for index in range(starts[0] + 1 if starts else 0, len(lines)):
        line = lines[index]
        word = closed_up(line.text.strip(" :-*")) if len(line.text) < _LONG else line.text
        if len(word) > 60 or index in listed:
            continue
        chinese = _ZH.questions_heading.fullmatch(line.plain.strip(" :-*"))
        if _EN.questions_heading.fullmatch(word) or chinese:
            return next((i for i, first in enumerate(starts) if first > index), None)
    return None


def _as_interpreter(speech: Speech, voice: Voice) -> Speech:
    """A label of nobody that says what somebody else said is an interpreter."""
    named = speech.label.kind == "person" or speech.speaker != speech.label.name
    if voice.interpreter and not named and speech.role not in ("analyst", "operator"):
        return speech._replace(role="interpreter")
    return speech


def _front(text: str, lines: Sequence[Line], layout: Layout, style: Style) -> list[Block]:
    """What stands before the first speaker: titles, lists, notices, and sentences that are nobody's."""
    if not layout.headers:
        return []
    found = blocks(text, lines, 0, layout.headers[0].first, style)
    return [b._replace(kind=_front_kind(text, b)) for b in found]


def _front_kind(text: str, block: Block) -> str:
    if block.kind != "speech":
        return block.kind
    words = text[block.start : block.end].rstrip()
    return "text" if len(words) > _HEADING and words.endswith(_STOPS) else "heading"


def _rows(
    document: Document,
    layout: Layout,
    front: Sequence[Block],
    groups: Sequence[Sequence[Block]],
    speeches: Sequence[Speech],
    voices: Sequence[Voice],
) -> Transcript:
    text = document.text
    new_paragraph, new_turn, new_exchange = (IdMaker(prefix, document.id) for prefix in "ptx")
    paragraphs = [_paragraph(document, b, new_paragraph) for b in front]
    turns: list[Turn] = []
    for header, group, speech, voice in zip(layout.headers, groups, speeches, voices, strict=True):
        line = Block(header.start, header.end, header.first, header.last, "en", "speaker")
        paragraphs.append(_paragraph(document, line, new_paragraph))
        rows = [
            _paragraph(document, b, new_paragraph, b_behalf) for b, b_behalf in zip(group, voice.behalf, strict=True)
        ]
        paragraphs.extend(rows)
        spoken = _spoken(group)
        start = next((b.start for b in spoken if not _is_rule(text, b)), header.end)
        end = spoken[-1].end if spoken else header.end
        turns.append(
            Turn(
                id=new_turn(speech.speaker, text[start:end]),
                document_id=document.id,
                start=start,
                end=end,
                speaker=speech.speaker,
                label=header.printed,
                role=speech.role,
                title=speech.title,
                firm=speech.firm,
                section=speech.section,
                foreign_only=speech.foreign_only,
                paragraphs=tuple(row.id for row in _within(rows, start, end)),
            )
        )
    exchanges = find_exchanges(turns, [s.words for s in speeches], new_exchange)
    return Transcript(tuple(paragraphs), tuple(turns), tuple(exchanges))


def _within(rows: Sequence[Paragraph], start: int, end: int) -> list[Paragraph]:
    """The paragraphs that are said in a turn; a rule before its first words is none of them."""
    return [row for row in rows if row.kind in ("speech", "mark") and start <= row.start and row.end <= end]


def _paragraph(document: Document, block: Block, new_id: IdMaker, behalf: str | None = None) -> Paragraph:
    start, end, _, _, language, kind = block
    return Paragraph(
        id=new_id(kind, document.text[start:end]),
        document_id=document.id,
        start=start,
        end=end,
        language=language,
        kind=kind,
        on_behalf_of=behalf,
    )
