"""`tieout accept` and `tieout diff`: what people decided, and what changed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..errors import BadInput
from ..words import say
from .app import FOUND, OK, Debug, Lang, app, examples, spoken
from .streams import emit, once, stdin_text


@app.command(epilog=examples('tieout accept t-03106eeb6fae --reason "agreed with the company" --who "Ann Lee"'))
def accept(
    fingerprint: Annotated[str, typer.Argument(help="The finding's fingerprint, as a report prints it.")],
    reason: Annotated[str, typer.Option("--reason", help="Why it is accepted.")],
    who: Annotated[str, typer.Option("--who", help="Who decides.")],
    status: Annotated[str, typer.Option("--status", help="accepted, false_positive or wont_fix.")] = "accepted",
    file: Annotated[Path, typer.Option("--file", metavar="FILE", help="The decisions.")] = Path("accepted.toml"),
    lang: Lang = None,
    debug: Debug = False,
) -> None:
    """Write a decision about a finding into the file that `check --accepted` reads."""
    import datetime

    from ..report.accepted import STATUSES, Decision, add_decision

    if status not in STATUSES:
        raise BadInput(f"--status {status}: not one of {', '.join(STATUSES)}.")
    today = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    add_decision(file, Decision(fingerprint=fingerprint, status=status, reason=reason, who=who, when=today))
    language = spoken(lang)
    told = status if language == "en" else say(f"page.{status}", language)
    emit(f"{file}: {fingerprint} {told}\n")


@app.command(
    epilog=examples(
        "tieout diff last-week/report.json out/report.json",
        "tieout check call.txt --format json | tieout diff last-week/report.json -",
    )
)
def diff(
    earlier: Annotated[
        Path, typer.Argument(metavar="A.json", help="An analysis written with --format json; - reads stdin.")
    ],
    later: Annotated[Path, typer.Argument(metavar="B.json", help="Another one.")],
    notes: Annotated[bool, typer.Option("--notes", help="Compare notes as well.")] = False,
    lang: Lang = None,
    debug: Debug = False,
) -> None:
    """Say which findings are new, which are gone, and how many stayed. Exit 1 when there are new ones."""
    from ..records import Analysis
    from ..report.diff import diff_findings, read_analysis, to_text

    language = spoken(lang)
    once((earlier, later))
    before, after = (
        Analysis.from_json(stdin_text()) if str(path) == "-" else read_analysis(path) for path in (earlier, later)
    )
    difference = diff_findings(before, after, notes=notes)
    emit(to_text(difference, language))
    raise typer.Exit(FOUND if difference.new else OK)
