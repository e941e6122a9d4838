"""Aligned texts as files for people and translation tools: TSV and TMX 1.4, every line in one of them, with scores."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import cast, get_args
from xml.sax.saxutils import escape, quoteattr

from .. import __version__
from ..align import align
from ..align.beads import Order
from ..errors import BadInput
from ..languages.late import late
from ..options import Options
from ..readers import read
from ..records import Bead, Document
from ..text import guess_language

_BLANK = late(r"[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
# What XML 1.0 has no way to write, lone surrogates included.
_UNWRITABLE = late("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FORMATS = ("tsv", "tmx")
_COLUMNS = ("source", "target", "score", "order", "source_text", "target_text")


def to_tsv(beads: Iterable[Bead], source: Sequence[str], target: Sequence[str]) -> str:
    """One row a bead of level `line`: its line numbers from 1, joined by commas, score, order, and the texts.

    An empty side is a line without counterpart. Tabs and line ends inside a text become blanks.

    >>> from nlp.align import align
    >>> print(to_tsv(align(["Net loss: 8."], ["净亏损8。"], encoder=None), ["Net loss: 8."], ["净亏损8。"]).split()[6])
    1
    """
    rows = ["\t".join(_COLUMNS)]
    for bead in beads:
        texts = (_joined(bead.source, source), _joined(bead.target, target))
        numbers = (",".join(str(line + 1) for line in lines) for lines in (bead.source, bead.target))
        cells = (*numbers, f"{bead.score:.3f}", bead.order, *(_BLANK.sub(" ", text) for text in texts))
        rows.append("\t".join(_UNWRITABLE.sub("\ufffd", cell) for cell in cells))
    return "\n".join(rows) + "\n"


def to_tmx(
    beads: Iterable[Bead],
    source: Sequence[str],
    target: Sequence[str],
    *,
    source_lang: str = "en",
    target_lang: str = "zh",
) -> str:
    """A translation memory (TMX 1.4), one unit a bead of level `line`, its score and line numbers as properties.

    A line without counterpart is a unit with one variant, so nothing is lost; tools that import pairs pass over it.
    Characters that XML cannot hold are replaced by U+FFFD.
    """
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n'
        f'<header creationtool="tieout" creationtoolversion={quoteattr(__version__)} segtype="paragraph" o-tmf="tieout"'
        f' adminlang="en" srclang={quoteattr(_clean(source_lang))} datatype="plaintext"/>\n<body>\n'
    )
    units = (_unit(bead, (source_lang, source), (target_lang, target)) for bead in beads)
    return head + "".join(units) + "</body>\n</tmx>\n"


def _unit(bead: Bead, source: tuple[str, Sequence[str]], target: tuple[str, Sequence[str]]) -> str:
    lines = f"{','.join(str(n + 1) for n in bead.source)}:{','.join(str(n + 1) for n in bead.target)}"
    properties = {"x-score": f"{bead.score:.3f}", "x-order": bead.order, "x-lines": lines}
    parts = [f'<prop type="{name}">{_clean(value, escape)}</prop>' for name, value in properties.items()]
    for (lang, texts), numbers in ((source, bead.source), (target, bead.target)):
        if numbers:
            text = _clean(_joined(numbers, texts), escape)
            parts.append(f"<tuv xml:lang={quoteattr(_clean(lang))}><seg>{text}</seg></tuv>")
    return f"<tu tuid={quoteattr(_clean(bead.id))}>{''.join(parts)}</tu>\n"


def _clean(text: str, then: Callable[[str], str] = str) -> str:
    return then(_UNWRITABLE.sub("\ufffd", text))


def _joined(lines: Iterable[int], texts: Sequence[str]) -> str:
    """The lines' texts; Chinese runs on, other languages take a blank between."""
    joined = ""
    for line in lines:
        apart = joined and not (joined[-1] > "\u2e7f" or texts[line][:1] > "\u2e7f")
        joined += (" " if apart else "") + texts[line]
    return joined


def to_aligned(
    a: Path | Document, b: Path | Document, *, form: str, order: str, encoder: str, encoding: str | None
) -> tuple[str, str]:
    """The aligned lines of two texts as TSV or TMX, and what the user should be told of it, or nothing.

    Lines that are blank take no part. Raises BadInput for what cannot be read and for names that are not known.
    """
    for given, known in ((form, _FORMATS), (order, get_args(Order))):
        if given not in known:
            raise BadInput(f"{given[:40]!r} is none of {', '.join(known)}.")
    (source, source_lang), (target, target_lang) = _read_lines(a, encoding), _read_lines(b, encoding)
    langs = {"source_lang": source_lang, "target_lang": target_lang}
    chosen = None if encoder == "none" else encoder
    beads = align(source, target, **langs, encoder=chosen, order=cast(Order, order))
    said = order == "auto" and any(bead.order == "free" for bead in beads)
    text = to_tsv(beads, source, target) if form == "tsv" else to_tmx(beads, source, target, **langs)
    return text, f"{b.name} is not in the order of {a.name}: paired in free order." if said else ""


def write_text(path: Path, text: str) -> None:
    """Write a file as UTF-8. Raises BadInput where that cannot be."""
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise BadInput(f"{path}: cannot be written ({error.strerror}). Give another -o.") from None


def _read_lines(given: Path | Document, encoding: str | None) -> tuple[list[str], str]:
    """The lines of a text that are not blank, and its language."""
    document = given if isinstance(given, Document) else read(given, options=Options(encoding=encoding))
    lines = [line.strip() for line in document.text.splitlines() if line.strip()]
    return lines, guess_language(document.text)
