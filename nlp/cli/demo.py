"""`tieout demo`: the sample call that travels with tieout."""

from __future__ import annotations

from pathlib import Path

from ..resources import find_sample
from .app import Debug, Folder, Lang, Quiet, app, examples, spoken
from .streams import busy, colour, emit, width


@app.command(epilog=examples("tieout demo", "tieout demo -o shown/ --lang zh-Hant"))
def demo(output: Folder = None, lang: Lang = None, quiet: Quiet = False, debug: Debug = False) -> None:
    """Check the sample call that travels with tieout, and say where its report is."""
    from ..pipeline import STAGES, analyze
    from ..report import write_reports
    from ..report.summary import to_summary
    from ..words import say

    language = spoken(lang)
    files = find_sample()
    folder = output or Path("tieout-demo")
    translation = next(iter(files["translation"]), None)
    with busy(language, (*STAGES, "report"), quiet=quiet) as begin:
        analysis = analyze(
            files["transcript"][0], translation=translation, releases=files["release"], letters=files["letter"],
            on_stage=begin,
        )  # fmt: skip
        begin("report")
        paths = write_reports(analysis, folder, lang=language)
    report = next(path for path in paths if path.suffix == ".html")
    if not quiet:
        told = to_summary(analysis, colour=colour(), width=width(), lang=language)
        emit(f"{told}\n{say('cli.report', language)} {report.resolve()}\n")
