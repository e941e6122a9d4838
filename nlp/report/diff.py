"""What changed between two analyses, finding by finding, known by fingerprint."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..errors import BadInput, NotFound
from ..messages import translate
from ..records import Analysis, Finding
from ..words import say
from .labels import one_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Findings only in the later analysis, only in the earlier one, and in both (as the later one has them)."""

    new: tuple[Finding, ...]
    gone: tuple[Finding, ...]
    same: tuple[Finding, ...]


def diff_findings(earlier: Analysis, later: Analysis, *, notes: bool = False) -> Difference:
    """Compare contradictions and warnings; with `notes` every finding."""
    before, after = _told(earlier, notes=notes), _told(later, notes=notes)
    return Difference(
        new=tuple(row for key, row in after.items() if key not in before),
        gone=tuple(row for key, row in before.items() if key not in after),
        same=tuple(row for key, row in after.items() if key in before),
    )


def _told(analysis: Analysis, *, notes: bool) -> dict[str, Finding]:
    return {row.fingerprint: row for row in analysis.findings if notes or row.severity != "note"}


def to_text(difference: Difference, lang: str = "en") -> str:
    """Three counts, then the new and the gone findings, a line each; what tieout says is in `lang`."""
    head = f"{len(difference.new)} new, {len(difference.gone)} gone, {len(difference.same)} the same"
    lines = [translate(head, lang)]
    for word, rows in ((say("cli.d_new", lang), difference.new), (say("cli.d_gone", lang), difference.gone)):
        for row in rows:
            severity = say(f"page.{row.severity}", lang)
            told = one_line(translate(row.message, lang), 1_500)
            lines.append(f"{word:4}  {severity:7}  {row.code}  {row.fingerprint}  {told}")
    return "\n".join(lines) + "\n"


def read_analysis(path: Path) -> Analysis:
    """An analysis from a file that `--format json` wrote. Raises NotFound or BadInput."""
    try:
        return Analysis.from_json(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise NotFound(f"{path}: no such file. Check the path.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(
            f"{path}: cannot be read as UTF-8 text ({error}). Give a file written with --format json."
        ) from None
