"""The report in a real browser: Chromium as the system has it, steered by playwright; nothing is downloaded."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, sync_playwright

from nlp import analyze
from nlp.records import Analysis
from nlp.report.page import to_html
from nlp.resources import find_sample

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
SHOTS = Path(os.environ.get("TIEOUT_SHOTS", "build/screenshots"))


@dataclass
class Watched:
    """A page, with everything it should never do."""

    page: Page
    problems: list[str] = field(default_factory=list)

    def watch(self) -> None:
        page = self.page
        page.on("console", lambda said: self.problems.append(f"console {said.type}: {said.text}"))
        page.on("pageerror", lambda error: self.problems.append(f"error: {error}"))
        page.on("dialog", self.dismiss)
        page.on("request", lambda request: self.problems.append(f"request: {request.url[:200]}"))
        page.on("popup", lambda other: self.problems.append(f"popup: {other.url}"))

    def dismiss(self, dialog: Dialog) -> None:
        self.problems.append(f"dialog: {dialog.message}")
        dialog.dismiss()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; a test that asks for it is skipped, with what to do, where there is none."""
    path = os.environ.get("TIEOUT_BROWSER") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        pytest.skip(f"no browser ({', '.join(BROWSERS)}): install Debian's chromium, or set TIEOUT_BROWSER to one")
    with sync_playwright() as steered:
        one = steered.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield one
        one.close()


Opened = Callable[..., Page]


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opened]:
    """Opens an analysis as its report; at the end the page must have asked for nothing and said nothing."""
    watched: list[Watched] = []

    def open_page(
        analysis: Analysis, *, lang: str = "en", width: int = 1500, height: int = 1000, **how: object
    ) -> Page:
        path = tmp_path / f"report-{len(watched)}.html"
        path.write_text(to_html(analysis, lang), encoding="utf-8", errors="strict")
        context = browser.new_context(viewport={"width": width, "height": height}, **how)  # type: ignore[arg-type]
        context.set_default_timeout(5_000)
        one = Watched(context.new_page())
        one.page.goto(path.as_uri())
        one.watch()
        watched.append(one)
        return one.page

    yield open_page
    for one in watched:
        assert one.problems == []
        one.page.context.close()


@pytest.fixture(scope="session")
def sample() -> Analysis:
    """The invented call that travels with tieout, with its planted errors."""
    files = find_sample()
    translation = next(iter(files["translation"]), None)
    return analyze(files["transcript"][0], translation=translation, releases=files["release"], letters=files["letter"])


def shoot(page: Page, name: str) -> None:
    """Keep a picture of what the window shows, under build/screenshots."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SHOTS / f"{name}.png")
