"""Options of a run: frozen records, one a concern, read from `tieout.toml` or given in code."""

from __future__ import annotations

import csv
import difflib
import hashlib
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from operator import itemgetter
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from .errors import BadInput

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds on input; every error that hits one names its field.

    Sizes are of a file (`file_bytes`, `pdf_bytes`), a line, a text, a page; `zip_*` bound what an Office file unpacks
    to (`zip_ratio` counts above a million bytes); `read_seconds` and `read_bytes` are the time and memory in which one
    file that is not plain text must be read.
    """

    file_bytes: int = 50_000_000
    pdf_bytes: int = 200_000_000
    line_chars: int = 2_000_000
    text_chars: int = 20_000_000
    html_tags: int = 2_000_000
    pdf_pages: int = 3_000
    page_chars: int = 200_000
    zip_entries: int = 5_000
    zip_part_bytes: int = 64_000_000
    zip_bytes: int = 256_000_000
    zip_ratio: int = 200
    read_seconds: int = 60
    read_bytes: int = 2_000_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """All that a user can choose.

    `encoding` decides the encoding of text files; `fiscal_year_end` is the month (1-12) in which the fiscal year ends;
    `select`/`ignore` are finding codes or their prefixes; `severities` maps a code to error, warning, note;
    `glossary` maps an English term to its preferred Chinese terms, `names` a person's, firm's or product's name to its
    Chinese ones; `keep` are words that are not to be translated. `isolate` reads files that are not plain text in a
    process of their own, which a bad file can only kill. `checks` replaces the checks that run: the default ones
    (`nlp.checks.DEFAULT_CHECKS`) and those that installed packages bring.
    `models` is the encoder under beads, tags and links of answers: none (words and numbers alone), shipped, path:DIR,
    hub:NAME@REVISION; `sentiment` maps a language (en, zh) to a sentence-classification model of the user's, path:DIR
    or hub:NAME@REVISION.
    """

    encoding: str | None = None
    company: str | None = None
    fiscal_year_end: int | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: tuple[tuple[str, str], ...] = ()
    glossary: tuple[tuple[str, tuple[str, ...]], ...] = ()
    names: tuple[tuple[str, tuple[str, ...]], ...] = ()
    keep: tuple[str, ...] = ()
    models: str = "none"
    sentiment: tuple[tuple[str, str], ...] = ()
    limits: Limits = Limits()
    isolate: bool = True
    checks: tuple[Callable[..., Any], ...] | None = None

    def digest(self) -> str:
        """A short digest of everything that can change a result."""
        text = repr([(f.name, getattr(self, f.name)) for f in fields(self) if f.name not in ("checks", "isolate")])
        names = [f"{c.__module__}.{c.__qualname__}" for c in self.checks or ()]
        return hashlib.sha256((text + repr(names)).encode()).hexdigest()[:12]


def load_options(path: Path) -> Options:
    """Options from a TOML file. Raises BadInput naming the key that is unknown or of the wrong type.

    Of a `pyproject.toml` the table `[tool.tieout]` is read.
    `glossary_files` names tables of terms beside the file (see `read_glossary`); what the file itself says goes before.
    """
    table = settings_table(path)
    files = _texts(_At(str(path), "glossary_files"), table.pop("glossary_files", []))
    options = options_from_table(table, where=str(path))
    for name in files:
        options = _with_glossary(options, read_glossary(path.parent / name))
    return options


def settings_table(path: Path) -> dict[str, Any]:
    """What a settings file holds, as parsed and not yet judged. Raises BadInput where it is no TOML."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInput(f"{path}: not valid TOML ({error}). Mend the line named and run again.") from None
    except FileNotFoundError:
        raise BadInput(f"{path}: no such options file. Give an existing tieout.toml or leave --config out.") from None
    except OSError as error:
        raise BadInput(f"{path}: cannot be read ({error.strerror}). Give a readable tieout.toml.") from None
    return dict(table.get("tool", {}).get("tieout", {})) if path.name == "pyproject.toml" else table


def read_glossary(path: Path) -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """The rows of a glossary by kind: term, name, product, keep.

    A UTF-8 table with tabs (`.csv`: commas): English, Chinese with `|` between renderings, and the kind, which is term
    when left out; a first row that begins with "en" or "English" is its head. Raises BadInput naming file and row.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{path}: no glossary can be read here ({error}). Give a UTF-8 table.") from None
    rows = list(csv.reader(text.splitlines(), delimiter="," if path.suffix.lower() == ".csv" else "\t"))
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {kind: [] for kind in _KINDS}
    for number, row in enumerate(rows, start=1):
        cells = [cell.strip() for cell in row]
        if not any(cells) or (number == 1 and cells[0].lower() in ("en", "english")):
            continue
        kind = cells[2].lower() if len(cells) > 2 and cells[2] else "term"
        renderings = tuple(word.strip() for word in cells[1].split("|") if word.strip()) if len(cells) > 1 else ()
        if kind not in _KINDS or not cells[0] or (kind != "keep" and not renderings):
            raise BadInput(f"{path}, row {number}: give English, Chinese and one of {', '.join(_KINDS)}.")
        found[kind].append((cells[0], renderings))
    return {kind: tuple(pairs) for kind, pairs in found.items()}


_KINDS = ("term", "name", "product", "keep")


def _with_glossary(options: Options, rows: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]) -> Options:
    glossary = dict(rows["term"]) | dict(options.glossary)
    names = dict((*rows["name"], *rows["product"])) | dict(options.names)
    keep = dict.fromkeys((*options.keep, *(word for word, _ in rows["keep"])))
    return replace(
        options,
        glossary=tuple(sorted(glossary.items())),
        names=tuple(sorted(names.items())),
        keep=tuple(keep),
    )


def options_from_table(table: Mapping[str, Any], *, where: str) -> Options:
    """Options from a parsed TOML table; `where` names it in errors, which are BadInput."""
    unknown = set(table) - set(_READERS)
    if unknown:
        hint, known = _nearest(min(unknown), _READERS), ", ".join(sorted(_READERS))
        raise BadInput(f"{where}: unknown option {min(unknown)[:40]!r}; known: {known}.{hint}")
    return Options(**{key: _READERS[key](_At(where, key), value) for key, value in table.items()})


def _nearest(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, list(known), n=1)
    return f" Did you mean {near[0]!r}?" if near else ""


@dataclass(frozen=True, slots=True)
class _At:
    """Where a value stands, for the message when it is not what it should be."""

    where: str
    key: str

    def wrong(self, value: Any, wanted: str) -> NoReturn:
        raise BadInput(f"{self.where}: option {self.key!r} is {str(value)[:40]!r}; give {wanted}.")

    def inside(self, key: str) -> _At:
        return _At(self.where, f"{self.key}.{key}")


def _text(at: _At, value: Any) -> str:
    return value if isinstance(value, str) else at.wrong(value, "a text in quotes")


def _texts(at: _At, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        at.wrong(value, "a list of texts")
    return tuple(value)


def _one_or_more(at: _At, value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else _texts(at, value)


def _month(at: _At, value: Any) -> int:
    if not _is_int(value) or not 1 <= value <= 12:
        at.wrong(value, "a month from 1 to 12")
    return int(value)


def _size(at: _At, value: Any) -> int:
    if not _is_int(value) or value < 1:
        at.wrong(value, "a whole number above 0")
    return int(value)


def _flag(at: _At, value: Any) -> bool:
    return value if isinstance(value, bool) else at.wrong(value, "true or false")


def _severity(at: _At, value: Any) -> str:
    return str(value) if value in ("error", "warning", "note") else at.wrong(value, "error, warning or note")


def _name_for_language(at: _At, value: Any) -> str:
    if at.key.rpartition(".")[2] not in ("en", "zh"):
        at.wrong(value, "a model for en or zh")
    return _text(at, value)


def _pairs(read: Callable[[_At, Any], T]) -> Callable[[_At, Any], tuple[tuple[str, T], ...]]:
    def read_table(at: _At, value: Any) -> tuple[tuple[str, T], ...]:
        if not isinstance(value, dict):
            at.wrong(value, "a table")
        return tuple(sorted(((key, read(at.inside(key), item)) for key, item in value.items()), key=itemgetter(0)))

    return read_table


def _limits(at: _At, value: Any) -> Limits:
    known = {field.name for field in fields(Limits)}
    sizes = dict(_pairs(_size)(at, value))
    unknown = set(sizes) - known
    if unknown:
        hint = _nearest(min(unknown), known)
        raise BadInput(f"{at.where}: unknown limit {min(unknown)[:40]!r}; known: {', '.join(sorted(known))}.{hint}")
    return Limits(**sizes)


def _is_int(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)  # TOML's true is not a number


# All that a file may hold: `checks` are functions and given in code only.
_READERS: dict[str, Callable[[_At, Any], Any]] = {
    "company": _text,
    "encoding": _text,
    "fiscal_year_end": _month,
    "glossary": _pairs(_one_or_more),
    "ignore": _texts,
    "isolate": _flag,
    "keep": _texts,
    "limits": _limits,
    "models": _text,
    "names": _pairs(_one_or_more),
    "select": _texts,
    "sentiment": _pairs(_name_for_language),
    "severities": _pairs(_severity),
}


def setting_names() -> tuple[str, ...]:
    """What a settings file may hold at its top."""
    return tuple(sorted((*_READERS, "glossary_files")))
