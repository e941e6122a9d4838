"""Reads the invented calls of `corpora/` and the gold beside them.

A call is a folder with `call.toml`, its documents, `planted.jsonl` and `gold/*.jsonl`. Offsets are half-open code
points of the named file decoded as UTF-8; every row carries the `quote` that stands (or, for long spans, begins) there,
so that a shifted offset is found by `check_quotes` and not by a strange score.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from ..errors import BadInput, NotFound
from ..jsonl import read_rows
from ..resources import shipped

T = TypeVar("T")

_REQUIRED = ("id", "company", "clean", "invented", "licence", "period", "split", "transcript")
_DOCUMENTS = ("transcript", "translation", "release", "letter")
_SPLITS = ("dev", "heldout")


@dataclass(frozen=True, slots=True, kw_only=True)
class CallFiles:
    """One call of the corpus: where its documents lie and what `call.toml` says of them.

    `translation` is None where the Chinese stands between the English paragraphs of the transcript.
    """

    id: str
    folder: Path
    company: str
    clean: bool
    invented: bool
    licence: str
    period: str
    split: str  # dev, heldout
    topics_split: str  # the same for its topics, which may still be held out where its other gold is not
    transcript: Path
    translation: Path | None = None
    release: Path | None = None
    letter: Path | None = None

    @property
    def documents(self) -> tuple[Path, ...]:
        """The documents that exist, the transcript first."""
        return tuple(path for path in (self.transcript, self.translation, self.release, self.letter) if path)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldTurn:
    """A turn as a reader sees it; `quote` is how it begins.

    `interpreted` lists the starts of the paragraphs that an interpreter says for the people in `on_behalf_of`; the
    other paragraphs of the turn are the interpreter's own words.
    """

    file: str
    start: int
    end: int
    quote: str
    label: str
    speaker: str
    role: str
    section: str
    title: str | None = None
    firm: str | None = None
    foreign_only: bool = False
    on_behalf_of: tuple[str, ...] = ()
    interpreted: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSpan:
    """A place in the file of the row that holds it, with its text."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldPart:
    """One sub-question, the passages that answer it, and what was asked and not given."""

    start: int
    end: int
    quote: str
    status: str
    missing: tuple[str, ...] = ()
    answers: tuple[GoldSpan, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldExchange:
    """One analyst's block: `start` of the first question to the `end` of the last answer."""

    file: str
    start: int
    end: int
    analyst: str
    firm: str | None = None
    parts: tuple[GoldPart, ...] = ()

    @property
    def spans(self) -> Iterator[GoldPart | GoldSpan]:
        """The question parts and the answers to each."""
        for part in self.parts:
            yield part
            yield from part.answers


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldBead:
    """Paragraphs that say the same, by their start offsets; one empty side is an omission. Quotes are beginnings."""

    source_file: str
    target_file: str
    source: tuple[int, ...]
    target: tuple[int, ...]
    quotes: tuple[str, ...] = ()
    target_quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldRequest:
    """Something a comment asks for. `met`: later documents give it, do not, or (None) could not be expected to."""

    start: int
    end: int
    quote: str
    met: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldComment:
    """A numbered comment; `heading` is the nearest line above, `page` the letter's page on which it begins."""

    file: str
    number: int
    heading: str
    start: int
    end: int
    quote: str
    page: int | None = None
    refers_to_page: str | None = None
    requests: tuple[GoldRequest, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldClaim:
    """An amount somebody states, with the fields of `nlp.records.Claim` a reader can tell.

    `low`/`high` are what is printed, without the half-step, None at an open end. `twin` is the id of the same claim in
    the other language.
    """

    id: str
    file: str
    language: str
    start: int
    end: int
    quote: str
    metric: str
    segment: str | None
    period: str | None
    compared_period: str | None
    role: str
    comparator: str | None
    direction: str | None
    basis: str | None
    modality: str
    low: Decimal | None
    high: Decimal | None
    unit: str
    modifier: str | None = None
    twin: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """An error put into a document on purpose; rows that share an `id` are one error seen in both languages.

    `family` is T, R, A, G or L; `right` is what should stand there ("" where nothing can be put right).
    """

    id: str
    file: str
    start: int
    end: int
    quote: str
    family: str
    error_class: str
    severity: str
    right: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """Everything written down about one call."""

    turns: tuple[GoldTurn, ...] = ()
    exchanges: tuple[GoldExchange, ...] = ()
    beads: tuple[GoldBead, ...] = ()
    comments: tuple[GoldComment, ...] = ()
    claims: tuple[GoldClaim, ...] = ()
    planted: tuple[Planted, ...] = ()


def load_call(folder: Path | str) -> CallFiles:
    """The call in `folder`. Raises NotFound without `call.toml` or a document it names, BadInput for a wrong key."""
    folder = Path(folder)
    table = _read_toml(folder / "call.toml")
    missing = [key for key in _REQUIRED if key not in table]
    if missing:
        raise BadInput(f"{folder.name}/call.toml: no {missing[0]!r}. Add it; corpora/README.md lists the keys.")
    if table["split"] not in _SPLITS:
        raise BadInput(f"{folder.name}/call.toml: split is {table['split']!r}. Use one of {', '.join(_SPLITS)}.")
    fields: dict[str, Any] = {key: table[key] for key in _REQUIRED}
    fields |= {key: _document(folder, table[key]) for key in _DOCUMENTS if key in table}
    fields["topics_split"] = table.get("topics_split", table["split"])
    return CallFiles(folder=folder, **fields)


def find_calls(root: Path | str | None = None, *, split: str | None = None) -> tuple[CallFiles, ...]:
    """Every call under `root` (the shipped `corpora/calls` by default), by id; only those of `split` when given."""
    base = shipped("corpora", "calls") if root is None else Path(root)
    calls = [load_call(path.parent) for path in sorted(base.glob("*/call.toml"))]
    return tuple(call for call in calls if split is None or call.split == split)


def load_gold(folder: Path | str) -> Gold:
    """The gold of one call; an absent file is an empty table. Raises BadInput naming the file and line."""
    folder = Path(folder)
    kinds: dict[str, type[Any]] = {
        "turns": GoldTurn,
        "exchanges": GoldExchange,
        "beads": GoldBead,
        "comments": GoldComment,
        "claims": GoldClaim,
    }
    tables = {name: _load(folder / "gold" / f"{name}.jsonl", kind) for name, kind in kinds.items()}
    return Gold(**tables, planted=load_planted(folder))


def load_planted(folder: Path | str) -> tuple[Planted, ...]:
    """The planted errors of one call; none for a clean one."""
    path = Path(folder) / "planted.jsonl"
    if not path.exists():
        return ()
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    # "class" is a word of the language and cannot be a field.
    renamed = [{("error_class" if key == "class" else key): value for key, value in row.items()} for row in rows]
    return read_rows(Planted, "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in renamed))


def check_quotes(folder: Path | str) -> list[str]:
    """What is wrong with the offsets of one call's gold: one line a problem, empty when every quote stands in place."""
    call = load_call(folder)
    texts = {path.name: _text(path) for path in call.documents}
    problems = []
    for table, file, start, end, quote in _quotes(load_gold(folder)):
        text = texts.get(file)
        if text is None:
            problems.append(f"{table}: {file!r} is not a document of {call.id}")
        elif not quote or not text.startswith(quote, start):
            problems.append(f"{table}: {file} has {text[start : start + 40]!r} at {start}, not {quote[:40]!r}")
        elif end is not None and not start + len(quote) <= end <= len(text):
            problems.append(f"{table}: {file} {start}-{end} does not hold {quote[:40]!r}")
        elif end is not None and table in _EXACT and end != start + len(quote):
            problems.append(f"{table}: {file} {start}-{end} is longer than {quote[:40]!r}")
    return problems


_EXACT = frozenset({"claims", "planted", "exchanges", "requests"})  # here the quote is the whole span


def _quotes(gold: Gold) -> Iterator[tuple[str, str, int, int | None, str]]:
    """(table, file, start, end, quote) of every quotation; `end` is None where the row has only a start."""
    for name, rows in (("turns", gold.turns), ("comments", gold.comments), ("claims", gold.claims)):
        yield from ((name, row.file, row.start, row.end, row.quote) for row in rows)
    yield from (("planted", row.file, row.start, row.end, row.quote) for row in gold.planted)
    for comment in gold.comments:
        yield from (("requests", comment.file, row.start, row.end, row.quote) for row in comment.requests)
    for exchange in gold.exchanges:
        yield from (("exchanges", exchange.file, span.start, span.end, span.quote) for span in exchange.spans)
    for bead in gold.beads:
        pairs = (*zip(bead.source, bead.quotes, strict=True),)
        yield from (("beads", bead.source_file, start, None, quote) for start, quote in pairs)
        pairs = (*zip(bead.target, bead.target_quotes, strict=True),)
        yield from (("beads", bead.target_file, start, None, quote) for start, quote in pairs)


def _load(path: Path, kind: type[T]) -> tuple[T, ...]:
    if not path.exists():
        return ()
    try:
        return read_rows(kind, path.read_text(encoding="utf-8"))
    except BadInput as error:
        raise BadInput(f"{path.parent.parent.name}/gold/{path.name}: {error}") from None


def _read_toml(path: Path) -> dict[str, Any]:
    if not path.is_file():
        raise NotFound(f"{path}: no such file. A call's folder holds call.toml; corpora/README.md shows one.")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInput(f"{path.parent.name}/call.toml: not TOML ({error}). Correct the file.") from None


def _document(folder: Path, name: object) -> Path:
    path = folder / str(name)
    if path.parent != folder or not path.is_file():
        raise NotFound(f"{folder.name}/call.toml names {str(name)!r}, which is not a file beside it. Correct the name.")
    return path


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8-sig")
