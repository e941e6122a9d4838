"""The terminal summary: what could not be tied, how much was, what is wrong, and what nobody checked and why."""

from __future__ import annotations

import io

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ..messages import translate
from ..records import Analysis, Finding, Repair
from ..words import say
from .labels import ORIGINS, SEVERITIES, one_line, origin_text, visible
from .view import View

_STYLES = {"error": "bold red", "warning": "yellow", "note": "cyan"}
_COUNTS = ("amounts", "verified", "rounding", "exceptions", "not_comparable", "unchecked")
_HEADINGS = ("amounts", "supported", "rounding", "exceptions", "not_comparable", "unchecked")
REASONS_MAX = 12
_LONGEST = 1_500  # characters of a message: a letter's comment is told statement by statement


def to_summary(analysis: Analysis, *, colour: bool = False, width: int = 110, lang: str = "en") -> str:
    """The summary as text; the first line says what could not be tied at all. `colour` adds terminal colours.

    `lang` is one of `nlp.words.LANGS`; what a document says stays as it is.

    Frames are ASCII and nothing is aligned after quoted text: terminals disagree about the width of Chinese quotes.
    """
    buffer = io.StringIO()
    console = Console(file=buffer, force_terminal=colour, width=width, highlight=False, soft_wrap=True, emoji=False)
    if not colour:
        console.no_color = True
    view = View(analysis)
    console.print(Text(translate(headline(view), lang)))
    if analysis.coverage:
        console.print()
        console.print(_coverage_table(view, lang), soft_wrap=False)
    console.print()
    console.print(Text(counts_text(view, lang), style="bold"))
    for finding in view.exceptions:
        console.print()
        for line in finding_lines(view, finding, lang):
            console.print(line)
    _print_open(console, view, lang)
    return "\n".join(line.rstrip() for line in buffer.getvalue().splitlines()) + "\n"


def headline(view: View) -> str:
    """The first line of every report."""
    return visible(view.analysis.run.could_not_tie) or "every document given could be tied to another"


def counts_text(view: View, lang: str) -> str:
    """How many exceptions of each severity, in words."""
    if lang == "en":
        return view.counts_text()
    return "  ".join(f"{say(f'page.{severity}', lang)} {view.counts[severity]}" for severity in SEVERITIES)


def _coverage_table(view: View, lang: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(say("page.document", lang), overflow="fold")
    table.add_column(say("page.side", lang))
    for heading in _HEADINGS:
        table.add_column(say(f"page.{heading}", lang), justify="right")
    for row in view.analysis.coverage:
        document = view.documents.get(row.document_id)
        name = visible(document.name if document else row.document_id)
        side = row.language if lang == "en" else say("page.chinese" if row.language == "zh" else "page.english", lang)
        table.add_row(Text(name), side, *(str(getattr(row, field)) for field in _COUNTS))
    return table


def finding_lines(view: View, finding: Finding, lang: str = "en") -> list[Text]:
    """A finding in two or three lines: place and quotation; message and origin; arithmetic and repairs."""
    first = Text.assemble(
        (say(f"page.{finding.severity}", lang), _STYLES[finding.severity]), " ", (finding.code, "bold")
    )
    place = view.head(finding)
    if place is not None:
        first.append(f"  {visible(view.place(place))}  ")
        first.append(f'"{one_line(view.quote(place))}"')
    first.append(f"  {finding.fingerprint}", style="dim")
    origin = told_origin(finding, lang)
    told, formula = (one_line(translate(text, lang), _LONGEST) for text in (finding.message, finding.formula))
    second = f"  {told}" + (f"  {say('page.in_brackets', lang, text=origin)}" if origin else "")
    if finding.accepted:
        second += f"  [{one_line(finding.accepted)}]"
    third = ("; " if lang == "en" else "；").join(filter(None, [formula, *_repair_texts(finding, lang)]))
    return [first, Text(second), *([Text(f"  {third}", style="dim")] if third else [])]


def told_origin(finding: Finding, lang: str) -> str:
    """Where a finding likely comes from, in words; empty where that is not known."""
    if lang == "en" or finding.origin not in ORIGINS:
        return origin_text(finding)
    return say("page.likely", lang) + say(f"page.o_{finding.origin}", lang)


def _repair_texts(finding: Finding, lang: str) -> list[str]:
    return [_repair_text(repair, lang) for repair in finding.repairs]


def _repair_text(repair: Repair, lang: str) -> str:
    apart = " " if lang == "en" else ""
    told = f"{say('page.repair', lang)}{apart}{one_line(repair.text)}"
    if repair.residual in ("", "none"):
        return told
    left = one_line(translate(repair.residual, lang))
    return f"{told}{', ' if lang == 'en' else '，'}{say('page.leaving', lang)} {left}"


def _print_open(console: Console, view: View, lang: str) -> None:
    reasons = view.reasons
    total = sum(reason.count for reason in reasons) + view.unnamed
    if not total:
        return
    console.print()
    console.print(Text(f"{say('page.open', lang)} ({total}){_colon(lang).rstrip()}", style="bold"))
    for reason in reasons[:REASONS_MAX]:
        word, told = say(f"page.{reason.verdict}", lang), reason.told(lang)
        console.print(Text(f"{reason.count:6d}  {reason.code} {word}{_colon(lang)}{one_line(told, 200)}"))
    if len(reasons) > REASONS_MAX:
        rest = sum(reason.count for reason in reasons[REASONS_MAX:])
        console.print(Text(f"{rest:6d}  {say('page.other_reasons', lang)}{_colon(lang)}{len(reasons) - REASONS_MAX}"))
    if view.unnamed:
        console.print(Text(f"{view.unnamed:6d}  {say('page.no_check', lang)}"))


def _colon(lang: str) -> str:
    return ": " if lang == "en" else "："
