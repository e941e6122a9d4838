"""The help of the commands in Chinese: the English texts of the commands, looked up in `data/help.toml`.

Commands are written in English. What nobody has translated stays English; a test asks for everything.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from inspect import cleandoc
from typing import Any, ClassVar
from unicodedata import east_asian_width

import typer

from ..resources import data_text
from ..words import column

_VERBATIM = "\b\n"  # the parser's own mark of a paragraph whose lines stay as they are
_EXTRA = re.compile(r"(?<=\[)[^\[\]]*(?=\]$)")
_PIECE = re.compile(r"\[[^\[\]]{1,16}\]|\[|[^\s\[\u2e80-\uffef]+|\s+|[\u2e80-\uffef]")
_OPENING, _CLOSING = "（《「『“‘[(", "，。：；？！、）》」』”’])%…"


@cache
def texts(lang: str) -> Mapping[str, str]:
    """What help says in `lang`, by the English."""
    rows = tomllib.loads(data_text("help.toml"))["text"]
    return {row["en"]: row.get(column(lang), row["en"]) for row in rows}


def speak(command: Any, lang: str) -> None:
    """Put a command, its parameters and the commands under it into `lang` (zh-Hans or zh-Hant), in place."""
    command.context_class = type("Spoken", (command.context_class,), {"formatter_class": _formatter(lang)})
    for row in (command, *command.params):
        row.help = said(row.help, lang)
    command.epilog = "\n\n".join(said(part, lang) for part in (command.epilog or "").split("\n\n")) or None
    command.short_help = command.help
    for child in getattr(command, "commands", {}).values():
        speak(child, lang)


def said(text: str | None, lang: str) -> str:
    """One text of help in `lang`; examples keep their lines and change their heading alone."""
    known = texts(lang)
    mark, lines = (_VERBATIM, text[2:]) if text and text.startswith(_VERBATIM) else ("", cleandoc(text or ""))
    head, _, rest = lines.partition("\n")
    if mark and head in known:
        return f"{mark}{known[head]}\n{rest}"
    return mark + known.get(lines, lines)


_Pages: Any = typer.Context.formatter_class  # the parser's own class of help pages


class _Spoken(_Pages):  # type: ignore[misc]  # only known when it runs
    """Headings and brackets in `lang`, and lines measured in columns: a Chinese character takes two."""

    lang: ClassVar[str]

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or said("Usage: ", self.lang))

    def write_heading(self, heading: str) -> None:
        self.write(f"{'':>{self.current_indent}}{said(heading, self.lang)}：\n")

    def write_text(self, text: str) -> None:
        pad = " " * self.current_indent
        for at, part in enumerate(text.split("\n\n")):
            lines = part[2:].splitlines() if part.startswith(_VERBATIM) else wrap(part, self.width - len(pad))
            self.write(("\n" if at else "") + "".join(f"{pad}{line}\n" for line in lines))

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        first = min(max((len(name) for name, _ in rows), default=0), col_max) + col_spacing
        pad = " " * (self.current_indent + first)
        for name, told in rows:
            lines = wrap(_EXTRA.sub(self._extra, said(told, self.lang)), self.width - len(pad)) or [""]
            begin = f"{'':>{self.current_indent}}{name}"
            begin = begin.ljust(len(pad)) if len(name) <= first - col_spacing else f"{begin}\n{pad}"
            self.write(f"{begin}{lines[0]}\n" + "".join(f"{pad}{line}\n" for line in lines[1:]))

    def _extra(self, hit: re.Match[str]) -> str:
        pieces = [piece.partition(": ") for piece in hit[0].split("; ")]
        return "；".join(said(name + mark, self.lang) + value for name, mark, value in pieces)


@cache
def _formatter(lang: str) -> type[_Spoken]:
    return type("Formatter", (_Spoken,), {"lang": lang})


def wrap(text: str, width: int) -> list[str]:
    """Lines of at most `width` columns: words are kept whole, Chinese breaks anywhere but before its punctuation.

    >>> wrap("核对 tieout 的数字，两行。", 14)
    ['核对 tieout 的', '数字，两行。']
    """
    lines, used = [""], 0
    for piece in _pieces(text):
        size = sum(2 if east_asian_width(char) in "WF" else 1 for char in piece.rstrip())
        if used + size > width and lines[-1]:
            lines.append("")
            used = 0
        lines[-1] += piece if used or piece.strip() else ""
        used = sum(2 if east_asian_width(char) in "WF" else 1 for char in lines[-1])
    return [line for line in lines if line.strip()]


def _pieces(text: str) -> Iterator[str]:
    """What must stay on one line: a word, or a Chinese character, with the punctuation that follows."""
    held = ""
    for hit in _PIECE.finditer(" ".join(text.split())):
        closes = hit[0][0] in _CLOSING and not held.endswith(" ")  # behind a blank a line may begin with anything
        if held and not (closes or hit[0].isspace() or held[-1] in _OPENING):
            yield held
            held = ""
        held += hit[0]
    if held:
        yield held
