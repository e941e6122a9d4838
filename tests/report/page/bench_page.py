"""How long a long report takes to write, to open in Chromium and to answer a key.

    python -m tests.report.page.bench_page 5000 20000

prints a line for each number of sentences, with a finding for every fourth: seconds to write the page, megabytes, then
the median of five in Chromium: seconds from asking for the file to its second frame, and milliseconds from a key to the
frame that shows the next finding. A command and not a test: times belong to a machine.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from decimal import Decimal
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from nlp.records import Amount, Analysis, Bead, Claim, Coverage, Document, Finding, Paragraph, Run, Sentence, Tag, Turn
from nlp.report.page import to_html
from tests.report.conftest import BROWSERS

_EN = "Shipments of the Orlenbeck line came to RMB{value} million in the quarter, and we are pleased with how it went."
_ZH = "本季度奥伦贝克产品线的出货额为{value}百万元人民币，我们对其表现感到满意，并将继续投入。"
_IN_PARAGRAPH, _IN_TURN = 5, 10  # sentences in a paragraph, paragraphs of each language in a turn
_FRAMES = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"


def a_long_analysis(sentences: int) -> Analysis:
    """An interleaved call of that many sentences, an amount in every second one, a finding for every fourth.

    Real calls have about two amounts in five sentences.
    """
    text: list[str] = []
    at = 0
    paragraphs, rows, turns, claims, findings, beads, tags = [], [], [], [], [], [], []
    for number in range(sentences // _IN_PARAGRAPH):
        chinese = number % 2 == 1
        lang = "zh" if chinese else "en"
        start, mine = at, []
        for nth in range(_IN_PARAGRAPH):
            serial = number * _IN_PARAGRAPH + nth
            value = f"{serial % 900 + 100}.{serial % 10}"
            said = (_ZH if chinese else _EN).format(value=value)
            amount_at = at + said.index(value)
            mine.append(f"s{serial}")
            rows.append(
                Sentence(
                    id=mine[-1], document_id="d", paragraph_id=f"p{number}", start=at, end=at + len(said), language=lang
                )
            )
            amount = Amount(
                start=amount_at, end=amount_at + len(value), low=Decimal(value), high=Decimal(value), unit="CNY",
                kind="money", half_step=Decimal("0.05"),
            )  # fmt: skip
            if serial % 2 == 0:
                claims.append(
                    Claim(
                        id=f"c{serial}", document_id="d", start=amount.start, end=amount.end, language=lang,
                        amount=amount, metric="volume", period=f"20{serial % 40 + 10}-Q1",
                        speaker=f"Speaker {number // 20 % 7}", sentence_id=mine[-1], paragraph_id=f"p{number}",
                    )
                )  # fmt: skip
            tags.append(Tag(target_id=mine[-1], kind="sentiment", label="positive", score=0.3, by="lexicon"))
            if serial % 4 == 0:
                wrong = serial % 40 == 0
                findings.append(
                    Finding(
                        code="A01" if wrong else "U00", verdict="contradicted" if wrong else "unchecked",
                        severity="error" if wrong else "note", message="The growth said does not follow from its base.",
                        formula="120.4 / 81.9 - 1 = 46.9..47.2%; said 57.0%" if wrong else "",
                        claims=(f"c{serial}", f"c{max(serial - 2, 0)}"), fingerprint=f"t-{serial:06d}",
                    )
                )  # fmt: skip
            text.append(said)
            at += len(said)
        text.append("\n")
        paragraphs.append(
            Paragraph(id=f"p{number}", document_id="d", start=start, end=at, language=lang, kind="speech")
        )
        at += 1
        if chinese:
            beads.append(
                Bead(id=f"b{number}", level="paragraph", source=(f"p{number - 1}",), target=(f"p{number}",), score=0.9)
            )
        if number % (2 * _IN_TURN) == 2 * _IN_TURN - 1:
            own = paragraphs[-2 * _IN_TURN :]
            turns.append(
                Turn(
                    id=f"t{number}", document_id="d", start=own[0].start, end=own[-1].end, speaker=f"Speaker {number % 7}",
                    label="", role="executive", paragraphs=tuple(row.id for row in own),
                )
            )  # fmt: skip
    document = Document(id="d", name="long.txt", text="".join(text), kind="transcript", language="mixed", script="hans")
    coverage = Coverage(
        document_id="d", language="en", amounts=len(claims), verified=0, rounding=0, exceptions=0, not_comparable=0,
        unchecked=len(claims),
    )  # fmt: skip
    return Analysis(
        run=Run(version="0", options="0"), documents=(document,), paragraphs=tuple(paragraphs), sentences=tuple(rows),
        turns=tuple(turns), claims=tuple(claims), findings=tuple(findings), beads=tuple(beads), tags=tuple(tags),
        coverage=(coverage,),
    )  # fmt: skip


def _open(page: Page, url: str) -> float:
    page.goto("about:blank")
    page.goto(url)
    return float(page.evaluate(_FRAMES)) / 1000


def _press(page: Page) -> float:
    page.evaluate(
        "document.addEventListener('keydown', () => { const at = performance.now(); requestAnimationFrame(() => "
        "requestAnimationFrame(() => { window.took = performance.now() - at; })); }, { capture: true, once: true })"
    )
    page.keyboard.press("j")
    page.evaluate(_FRAMES)
    while (took := page.evaluate("window.took ?? null")) is None:
        time.sleep(0.01)
    page.evaluate("window.took = undefined")
    return float(took)


def main(sizes: list[int]) -> None:
    """Print a line for each number of sentences."""
    browser_path = next(filter(None, map(shutil.which, BROWSERS)))
    with sync_playwright() as steered, tempfile.TemporaryDirectory() as folder:
        browser = steered.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        for size in sizes:
            analysis = a_long_analysis(size)
            started = time.perf_counter()
            path = Path(folder) / f"{size}.html"
            path.write_text(to_html(analysis), encoding="utf-8")
            wrote = time.perf_counter() - started
            page = browser.new_page(viewport={"width": 1500, "height": 1000})
            opened = statistics.median(_open(page, path.as_uri()) for _ in range(5))
            pressed = statistics.median(_press(page) for _ in range(5))
            mb = path.stat().st_size / 1e6
            print(  # noqa: T201 - a command
                f"{size:6d} sentences, {len(analysis.findings):5d} findings: written in {wrote:.2f} s, {mb:.1f} MB, "
                f"opens in {opened:.2f} s, a key answers in {pressed:.0f} ms"
            )
        browser.close()


if __name__ == "__main__":
    main([int(text) for text in sys.argv[1:]] or [5_000, 20_000])
