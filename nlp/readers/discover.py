"""Which documents of a folder belong to which call: told by what stands in them, a file's name being only a hint.

A folder may hold several calls, quarters and companies, in English and Chinese, with their releases and letters; or a
`call.toml` (or a manifest with `[[call]]` tables) names them. Unreadable and unplaceable files are named with a reason.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..errors import BadInput, NotFound
from ..languages.late import late
from ..options import Options
from ..records import Document
from ..segment import describe
from ..text import fold, simplify
from .companies import company_key, count_mentions, is_same_company
from .manifests import CARD, CallSet, read_manifest
from .sources import nearest_name, read

_SKIPPED = frozenset((".toml", ".jsonl", ".csv", ".py", ".lock", ".log", ".db", ".duckdb", ".parquet", ".tmp"))
_YEAR = late(r"(?:19|20)[0-9]{2}")
_NUMBER = late(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?")
_ALIKE = 0.3  # share of figures that a text and its translation have in common at least
_BACK = 5  # quarters that a release may be older than the call it is compared with


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A file that belongs to no call, and why."""

    path: Path
    why: str

    def told(self) -> str:
        """One line: the file and the reason."""
        return self.why if self.why.startswith(self.path.name) else f"{self.path.name}: {self.why}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What a folder holds: its calls in order of their keys, and the files that belong to none."""

    calls: tuple[CallSet, ...]
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """One described document of the folder."""

    path: Path
    document: Document
    company: str  # key of the company as resolved, "" when nothing tells
    figures: frozenset[str]


def discover(source: str | Path, *, options: Options = Options()) -> tuple[CallSet, ...]:
    """The calls of a folder or manifest with the documents around each; raises BadInput when there is none."""
    return survey_calls(source, options=options).calls


def survey_calls(source: str | Path, *, options: Options = Options()) -> Survey:
    """`discover` that also says which files were left out and why."""
    survey = survey_folder(source, options=options)
    if not survey.calls:
        reasons = "; ".join(row.told() for row in survey.left_out[:3]) or "no files"
        raise BadInput(f"{source}: no call found ({reasons}). Give a folder with a transcript, or a manifest.")
    return survey


def survey_folder(source: str | Path, *, options: Options = Options()) -> Survey:
    """What a folder holds, a call or none. Raises NotFound or BadInput for the folder."""
    path = Path(source)
    if not path.exists():
        raise NotFound(f"{path}: no such folder. Check the path.{nearest_name(path)}")
    if path.is_file():
        return Survey(calls=read_manifest(path))
    cards = [card for card in _files(path) if card.name == CARD]
    stated = [call for card in cards for call in read_manifest(card)]
    carded = [card.parent for card in cards]
    loose = [file for file in _files(path) if not any(file.is_relative_to(folder) for folder in carded)]
    found, left_out = _describe_all(loose, options)
    calls, unplaced = _gather(found)
    return Survey(calls=_told_apart([*stated, *calls]), left_out=(*left_out, *unplaced))


def _files(folder: Path) -> list[Path]:
    """Regular files under a folder, hidden ones and links left out, in one order everywhere."""
    out: list[Path] = []
    for parent, folders, names in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        paths = (Path(parent, name) for name in sorted(names) if not name.startswith("."))
        out += [path for path in paths if path.is_file() and not path.is_symlink()]
    return out


def _describe_all(files: Sequence[Path], options: Options) -> tuple[list[_Found], list[LeftOut]]:
    found: list[_Found] = []
    left_out: list[LeftOut] = []
    seen: dict[str, Path] = {}
    for path in files:
        if path.suffix.lower() in _SKIPPED:
            continue
        try:
            document = describe(read(path, options=options))
        except BadInput as error:
            left_out.append(LeftOut(path=path, why=str(error)))
            continue
        if document.digest in seen:
            left_out.append(LeftOut(path=path, why=f"the same bytes as {seen[document.digest].name}"))
        elif document.kind == "other":
            left_out.append(LeftOut(path=path, why="reads like no transcript, release or letter"))
        else:
            seen[document.digest] = path
            company = company_key(document.company or "")
            found.append(_Found(path=path, document=document, company=company, figures=_figures(document.text)))
    return _same_names(found), left_out


def _figures(text: str) -> frozenset[str]:
    """The significant digits of every number with at least two: "RMB7.31 billion" and 73.1 億 give the same."""
    bare = (
        re.sub(r"[,.]", "", hit[0]).strip("0") for hit in _NUMBER.finditer(fold(text)) if not _YEAR.fullmatch(hit[0])
    )
    return frozenset(digits for digits in bare if len(digits) >= 2)


def _same_names(found: Sequence[_Found]) -> list[_Found]:
    """Every company under its longest name; a document that gives none belongs to the one it speaks of most."""
    names = sorted({row.company for row in found if row.company}, key=lambda name: (-len(name), name))

    def full(name: str) -> str:
        return next((other for other in names if is_same_company(name, other)), name)

    named = [replace(row, company=full(row.company)) for row in found]
    companies = sorted({row.company for row in named if row.company})
    return [row if row.company else replace(row, company=_whose(row, companies, named)) for row in named]


def _whose(row: _Found, companies: Sequence[str], named: Sequence[_Found]) -> str:
    """The company a document mentions most; else the only one whose documents stand in its folder, or anywhere."""
    text = simplify(fold(row.document.text)).lower()
    counts = sorted(((count_mentions(company, text), company) for company in companies), reverse=True)
    if counts and counts[0][0] and (len(counts) == 1 or counts[0][0] > counts[1][0]):
        return counts[0][1]
    near = {other.company for other in named if other.company and other.path.parent == row.path.parent}
    return next(iter(near)) if len(near) == 1 else companies[0] if len(companies) == 1 else ""


def _gather(found: Sequence[_Found]) -> tuple[list[CallSet], list[LeftOut]]:
    calls = [row for row in found if row.document.kind == "transcript"]
    originals = [row for row in calls if row.document.language != "zh"]
    chinese = [row for row in calls if row.document.language == "zh"]
    translations = _pair(originals, chinese)
    paired = {row.path for row in translations.values()}
    anchors = [*originals, *(row for row in chinese if row.path not in paired)]
    sets: list[CallSet] = []
    placed: set[Path] = {row.path for row in calls}
    for call in anchors:
        other = translations.get(call.path)
        names = {company for company in (call.company, other.company if other else "") if company}
        around = [
            row for row in found if row.document.kind != "transcript" and _belongs(row, call, names, len(anchors))
        ]
        placed |= {row.path for row in around}
        sets.append(_call_set(call, other, around))
    unplaced = [row for row in found if row.path not in placed]
    return sets, [LeftOut(path=row.path, why=_why_unplaced(row)) for row in unplaced]


def _why_unplaced(row: _Found) -> str:
    who = row.document.company or "a company not named"
    return f"a {row.document.kind} of {who} ({row.document.period or 'no period'}), and no call of it is here"


def _pair(originals: Sequence[_Found], chinese: Sequence[_Found]) -> dict[Path, _Found]:
    """Each Chinese transcript with the English one it has most figures in common with, where the periods agree."""
    scored = sorted(
        (
            (-_likeness(left, right), str(left.path), str(right.path), left, right)
            for left in originals
            if left.document.language == "en"
            for right in chinese
            if _may_be_twins(left, right)
        ),
        key=lambda item: item[:3],
    )
    taken: dict[Path, _Found] = {}
    used: set[Path] = set()
    for score, _, _, left, right in scored:
        if -score >= _ALIKE and left.path not in taken and right.path not in used:
            taken[left.path] = right
            used.add(right.path)
    return taken


def _may_be_twins(left: _Found, right: _Found) -> bool:
    periods = {left.document.period, right.document.period} - {None}
    # A company's Chinese name says nothing of its English one; only two names in one script can differ.
    companies = {name for name in (left.company, right.company) if name and name.isascii()}
    return len(periods) < 2 and len(companies) < 2


def _likeness(left: _Found, right: _Found) -> float:
    fewer = min(len(left.figures), len(right.figures))
    return len(left.figures & right.figures) / fewer if fewer >= 5 else 0.0


def _belongs(row: _Found, call: _Found, names: set[str], calls: int) -> bool:
    """Whether a release or letter is one for the call: of its company, and not of a later time."""
    if row.company not in names:
        # A company's name in one script says nothing of its name in the other.
        if row.company and any(name.isascii() == row.company.isascii() for name in names):
            return False
        if calls > 1 and (row.document.kind != "release" or _likeness(row, call) < _ALIKE):
            return False
    if row.document.kind != "release":
        return not _is_later(row.document, call.document)
    apart = _quarters_between(row.document.period, call.document.period)
    return apart is None or 0 <= apart <= _BACK


def _is_later(row: Document, call: Document) -> bool:
    """Whether a letter was written after the call; one without a date was held within half a year of its year's end."""
    year = _YEAR.search(call.period or "")
    held = call.published or (f"{int(year[0]) + 1}-06-30" if year else None)
    return bool(row.published and held and row.published > held)


def _quarters_between(earlier: str | None, later: str | None) -> int | None:
    first, last = _quarter(earlier), _quarter(later)
    return None if first is None or last is None else last - first


def _quarter(period: str | None) -> int | None:
    """A quarter, half or year as the number of its last quarter."""
    found = re.fullmatch(r"(\d{4})-(?:Q([1-4])|H([12])|(9)M)|FY(\d{4})", period or "")
    if found is None:
        return None
    if found[5]:
        return int(found[5]) * 4 + 3
    end = int(found[2]) if found[2] else 2 * int(found[3]) if found[3] else 3
    return int(found[1]) * 4 + end - 1


def _call_set(call: _Found, other: _Found | None, around: Sequence[_Found]) -> CallSet:
    company = call.document.company or (other.document.company if other else None)
    full = max((row.document.company or "" for row in (call, *around)), key=len) or company
    period = call.document.period or (other.document.period if other else None)
    return CallSet(
        key=_key(call.company, period, call.path),
        company=full,
        period=period,
        transcript=call.path,
        translation=other.path if other else None,
        releases=tuple(row.path for row in _in_time(row for row in around if row.document.kind == "release")),
        letters=tuple(row.path for row in _in_time(row for row in around if row.document.kind != "release")),
        because=tuple(
            dict.fromkeys(reason for row in (call, *([other] if other else [])) for reason in row.document.because)
        ),
    )


def _in_time(rows: Iterable[_Found]) -> Iterator[_Found]:
    return iter(sorted(rows, key=lambda row: (row.document.period or "", row.document.published or "", str(row.path))))


def _key(company: str, period: str | None, path: Path) -> str:
    if not company or not period:
        return _slug(path.stem)
    return f"{_slug(company)}-{period.replace('-', '').lower()}"


def _slug(text: str) -> str:
    return re.sub(r"\W+", "-", simplify(fold(text)).lower()).strip("-")[:80] or "call"


def _told_apart(calls: Sequence[CallSet]) -> tuple[CallSet, ...]:
    """Calls in order of their keys; a key that comes again gets its ordinal."""
    seen: dict[str, int] = {}
    out = []
    for call in sorted(calls, key=lambda row: (row.key, str(row.transcript))):
        seen[call.key] = seen.get(call.key, 0) + 1
        out.append(call if seen[call.key] == 1 else replace(call, key=f"{call.key}-{seen[call.key]}"))
    return tuple(out)
