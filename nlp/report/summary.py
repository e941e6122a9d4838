"""The terminal summary: what could not be tied, how much was, what is wrong, and what nobody checked and why."""

from __future__ import annotations

import io

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ..records import Analysis, Finding
from .labels import VERDICT_LABELS, one_line, origin_text, plural, visible
from .view import View

_STYLES = {"error": "bold red", "warning": "yellow", "note": "cyan"}
_COUNTS = ("amounts", "verified", "rounding", "exceptions", "not_comparable", "unchecked")
_HEADINGS = ("amounts", "verified", "equal by rounding", "exceptions", "not comparable", "unchecked")
REASONS_MAX = 12


def to_summary(analysis: Analysis, *, colour: bool = False, width: int = 110) -> str:
    """The summary as text; the first line says what could not be tied at all. `colour` adds terminal colours.

    Frames are ASCII and nothing is aligned after quoted text: terminals disagree about the width of Chinese quotes.
    """
    buffer = io.StringIO()
    console = Console(file=buffer, force_terminal=colour, width=width, highlight=False, soft_wrap=True, emoji=False)
    if not colour:
        console.no_color = True
    view = View(analysis)
    console.print(Text(headline(view)))
    if analysis.coverage:
        console.print()
        console.print(_coverage_table(view), soft_wrap=False)
    console.print()
    console.print(Text(view.counts_text(), style="bold"))
    for finding in view.exceptions:
        console.print()
        for line in finding_lines(view, finding):
            console.print(line)
    _print_open(console, view)
    return "\n".join(line.rstrip() for line in buffer.getvalue().splitlines()) + "\n"


def headline(view: View) -> str:
    """The first line of every report."""
    return visible(view.analysis.run.could_not_tie) or "every document given could be tied to another"


def _coverage_table(view: View) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("document", overflow="fold")
    table.add_column("side")
    for heading in _HEADINGS:
        table.add_column(heading, justify="right")
    for row in view.analysis.coverage:
        document = view.documents.get(row.document_id)
        name = visible(document.name if document else row.document_id)
        table.add_row(Text(name), row.language, *(str(getattr(row, field)) for field in _COUNTS))
    return table


def finding_lines(view: View, finding: Finding) -> list[Text]:
    """A finding in two or three lines: place and quotation; message and origin; arithmetic and repairs."""
    first = Text.assemble((finding.severity, _STYLES[finding.severity]), " ", (finding.code, "bold"))
    place = view.head(finding)
    if place is not None:
        first.append(f"  {visible(view.place(place))}  ")
        first.append(f'"{one_line(view.quote(place))}"')
    first.append(f"  {finding.fingerprint}", style="dim")
    origin = origin_text(finding)
    second = f"  {one_line(finding.message, 400)}" + (f"  ({origin})" if origin else "")
    if finding.accepted:
        second += f"  [{one_line(finding.accepted)}]"
    third = "; ".join(filter(None, [one_line(finding.formula, 400), *_repair_texts(finding)]))
    return [first, Text(second), *([Text(f"  {third}", style="dim")] if third else [])]


def _repair_texts(finding: Finding) -> list[str]:
    return [
        f"repair: {one_line(repair.text)}"
        + (f", leaving {one_line(repair.residual)}" if repair.residual not in ("", "none") else "")
        for repair in finding.repairs
    ]


def _print_open(console: Console, view: View) -> None:
    reasons = view.reasons
    total = sum(reason.count for reason in reasons) + view.unnamed
    if not total:
        return
    console.print()
    console.print(Text(f"Not comparable or not checked ({total}):", style="bold"))
    for reason in reasons[:REASONS_MAX]:
        word = VERDICT_LABELS[reason.verdict].word
        console.print(Text(f"{reason.count:6d}  {reason.code} {word}: {one_line(reason.message, 200)}"))
    if len(reasons) > REASONS_MAX:
        rest = sum(reason.count for reason in reasons[REASONS_MAX:])
        console.print(Text(f"{rest:6d}  for {plural(len(reasons) - REASONS_MAX, 'other reason')}"))
    if view.unnamed:
        console.print(Text(f"{view.unnamed:6d}  no check applies to them"))
