"""On whose behalf a paragraph is spoken: interpreters say the words of an executive who spoke before them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ..languages.calls import CALL_RULES
from ..languages.late import late
from ..text import fold, simplify
from .names import name_key
from .paragraphs import Block
from .speakers import Speech

_EN, _ZH = CALL_RULES["en"], CALL_RULES["zh"]
_MARKS_ONLY = 200  # a turn of nothing but marks is short
_OPENING = late("[(（[［{｛【]")  # every mark begins with a bracket
_LEAD = 40  # a mark of interpretation stands at the beginning of a paragraph


class Voice(NamedTuple):
    """For one turn: whose words each block is (None: the speaker's own), and whether an interpreter speaks."""

    behalf: tuple[str | None, ...]
    interpreter: bool


def is_foreign(text: str) -> bool:
    """Whether `text` has nothing but a mark of foreign speech."""
    if len(text) > _MARKS_ONLY or _OPENING.search(text) is None:
        return False
    plain = simplify(fold(text))
    bare = _ZH.foreign_mark.sub("", _EN.foreign_mark.sub("", plain))
    return bare != plain and not re.search(r"\w", bare)


def find_voices(text: str, speeches: Sequence[Speech], blocks: Sequence[Sequence[Block]]) -> list[Voice]:
    """Whose words every paragraph of every turn is."""
    out: list[Voice] = []
    original: str | None = None  # who spoke another language last, and waits to be interpreted
    said: tuple[str, str] | None = None  # who spoke last, and the language if it was one
    for speech, group in zip(speeches, blocks, strict=True):
        words = [block for block in group if block.kind in ("speech", "mark")]
        if words and all(is_foreign(text[b.start : b.end]) for b in words):
            original = speech.speaker if speech.label.kind != "operator" else original
            out.append(Voice((None,) * len(group), False))
            continue
        languages = {block.language for block in words}
        if said and speech.label.kind == "interpreter" and languages and said[1] not in languages:
            original = original or said[0]
        voice = _voice(text, speech, group, original)
        out.append(voice)
        original = None
        said = (speech.speaker, languages.pop()) if len(languages) == 1 else None
    return out


def _voice(text: str, speech: Speech, group: Sequence[Block], original: str | None) -> Voice:
    """The paragraphs of one turn. Behind a mark, or all of them when a stranger follows foreign speech."""
    marked = [_has_mark(text, block) for block in group]
    unnamed = speech.label.kind in ("unknown", "interpreter", "executive")
    implied = original is not None and (unnamed or speech.role in ("investor_relations", "interpreter"))
    if not any(marked) and not implied:
        return Voice((None,) * len(group), False)
    whose = original
    if whose is None and not unnamed and any(marked):
        whose = speech.speaker  # the interpreter speaks under the executive's own name
    began = not any(marked)
    behalf: list[str | None] = []
    for index, block in enumerate(group):
        began = began or marked[index]
        own = index > 0 and _own_words(text, block, group[index - 1], behalf, whose)
        behalf.append(whose if began and not own and block.kind in ("speech", "mark") else None)
    return Voice(tuple(behalf), unnamed or whose != speech.speaker)


def _has_mark(text: str, block: Block) -> bool:
    if _OPENING.match(text, block.start) is None:
        return False
    head = simplify(fold(text[block.start : block.start + _LEAD]))
    return any(rules.interpreted_mark.match(head) for rules in (_EN, _ZH))


def _own_words(text: str, block: Block, previous: Block, behalf: Sequence[str | None], whose: str | None) -> bool:
    """The interpreter's own closing words: "That concludes Ada Lind's remarks". A translation of such a paragraph goes
    with the paragraph it translates.
    """
    if previous.language != block.language and previous.kind == block.kind == "speech" and block.language == "zh":
        return behalf[-1] is None and any(name is not None for name in behalf)
    words = simplify(fold(text[block.start : block.end]))
    rules = _ZH if block.language == "zh" else _EN
    if not rules.closing_words.search(words[:120]):
        return False
    if block.language == "zh" or whose is None:
        return True
    first = words[:160].lower()
    return any(part in first for part in name_key(whose).split() if len(part) > 2) or "translat" in first
