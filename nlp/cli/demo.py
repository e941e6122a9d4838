"""`tieout demo`: the sample call that travels with tieout."""

from __future__ import annotations

from pathlib import Path

from ..resources import find_sample
from .app import Debug, Folder, app
from .streams import colour, emit, width


@app.command()
def demo(output: Folder = None, debug: Debug = False) -> None:
    """Check the sample call that travels with tieout, and say where its report is."""
    from ..pipeline import analyze
    from ..report import write_reports
    from ..report.summary import to_summary

    files = find_sample()
    folder = output or Path("tieout-demo")
    translation = next(iter(files["translation"]), None)
    analysis = analyze(
        files["transcript"][0], translation=translation, releases=files["release"], letters=files["letter"]
    )
    paths = write_reports(analysis, folder)
    report = next(path for path in paths if path.suffix == ".html")
    emit(to_summary(analysis, colour=colour(), width=width()) + f"\nReport: {report.resolve()}\n")
