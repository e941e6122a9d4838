"""Decisions about findings, by fingerprint: kept in one TOML file, so that what was accepted stays accepted.

[[decision]]
fingerprint = "t-0123456789ab"
status = "accepted"            # accepted, false_positive, wont_fix
reason = "Rounded in the release; agreed with the company."
who = "Ann Lee"
when = 2026-01-31
"""

from __future__ import annotations

import datetime
import json
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from ..errors import BadInput
from ..records import Analysis

STATUSES = ("accepted", "false_positive", "wont_fix")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What somebody decided about one finding, why and when (ISO date)."""

    fingerprint: str
    status: str
    reason: str
    who: str
    when: str


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions of a file. Raises BadInput naming the entry and the field that is missing or wrong."""
    try:
        return parse_decisions(path.read_text(encoding="utf-8"), str(path))
    except FileNotFoundError:
        raise BadInput(f"{path}: no such file of decisions. Check the path, or leave --accepted out.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{path}: not a readable TOML file ({error}). Mend the line named.") from None


def parse_decisions(text: str, path: str) -> tuple[Decision, ...]:
    """`read_decisions` of text; `path` names it in errors."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadInput(f"{path}: not a readable TOML file ({error}). Mend the line named.") from None
    rows = table.get("decision", [])
    if not isinstance(rows, list):
        raise BadInput(f"{path}: 'decision' is not a list of tables. Write each one under [[decision]].")
    return tuple(_decision(row, f"{path}: decision {number}") for number, row in enumerate(rows, 1))


def _decision(row: Any, where: str) -> Decision:
    names = [field.name for field in fields(Decision)]
    if not isinstance(row, dict):
        raise BadInput(f"{where}: not a table. Give {', '.join(names)}.")
    for name in names:
        if not str(row.get(name, "")).strip():
            raise BadInput(f"{where}: {name!r} is missing. All of {', '.join(names)} are required.")
    for name in row:
        if name not in names:
            raise BadInput(f"{where}: unknown field {name!r}; known: {', '.join(names)}.")
    if row["status"] not in STATUSES:
        raise BadInput(f"{where}: status {row['status']!r} is not one of {', '.join(STATUSES)}.")
    return Decision(**{name: _text(row[name]) for name in names})


def _text(value: Any) -> str:
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def apply_decisions(analysis: Analysis, decisions: Iterable[Decision]) -> Analysis:
    """The analysis with every decided finding marked; a decision without its finding changes nothing."""
    by_print = {row.fingerprint: row for row in decisions}
    marked = tuple(
        replace(row, accepted=_told(by_print[row.fingerprint])) if row.fingerprint in by_print else row
        for row in analysis.findings
    )
    return replace(analysis, findings=marked)


def _told(decision: Decision) -> str:
    words = decision.status.replace("_", " ")
    return f"{words}: {decision.reason} ({decision.who}, {decision.when})"


def stale_decisions(analysis: Analysis, decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Decisions about findings that are gone."""
    found = {row.fingerprint for row in analysis.findings}
    return tuple(row for row in decisions if row.fingerprint not in found)


def to_toml(decision: Decision) -> str:
    """One decision as the text that `read_decisions` reads."""
    lines = [f"{field.name} = {_quoted(getattr(decision, field.name))}" for field in fields(Decision)]
    return "[[decision]]\n" + "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A basic string of TOML: as JSON has it, but for DEL, and without lone surrogates."""
    whole = text.encode("utf-8", "replace").decode()
    return json.dumps(whole, ensure_ascii=False).replace("\x7f", "\\u007f")


def add_decision(path: Path, decision: Decision) -> None:
    """Append a decision to a file, making it if need be. Raises BadInput when the file is no file of decisions."""
    before: Sequence[Decision] = read_decisions(path) if path.exists() else ()
    if any(row.fingerprint == decision.fingerprint for row in before):
        raise BadInput(f"{path}: {decision.fingerprint} is decided already. Change its entry in the file.")
    with path.open("a", encoding="utf-8") as file:
        file.write(("\n" if before else "") + to_toml(decision))
