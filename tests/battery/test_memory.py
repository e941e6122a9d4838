"""Reading with ever more memory: an error that says so, or the whole document, and this process lives."""

from __future__ import annotations

from pathlib import Path

import pytest

from nlp.errors import TieoutError
from nlp.options import Limits, Options
from nlp.readers import read
from tests.battery.driving import TIER, count

pytestmark = pytest.mark.skipif(TIER not in ("N", "R"), reason="run by `make battery`")
_STEP, _FROM = 25_000_000, 25_000_000


@pytest.fixture(scope="module")
def biggest(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Six large files of three formats that are read in a child."""
    folder = tmp_path_factory.mktemp("big")
    rows = "".join(f"<tr><td>Line {n}</td><td>{n * 7:,}</td><td>{n * 6:,}</td></tr>" for n in range(4_000))
    talk = "".join(f"<p>Revenue was RMB{n}.5 million in the first quarter.</p>" for n in range(8_000))
    texts = {
        "table.html": f"<html><body><table>{rows}</table></body></html>",
        "talk.html": f"<html><body>{talk}</body></html>",
        "both.html": f"<html><body>{talk}<table>{rows}</table></body></html>",
    }
    paths = {}
    for name, text in texts.items():
        paths[name] = folder / name
        paths[name].write_text(text, encoding="utf-8")
    for name, amount in (("talk.docx", 500), ("long.docx", 2_000)):
        paths[name] = _docx(folder / name, amount)
    paths["talk.pdf"] = _pdf(folder / "talk.pdf", 10)
    return paths


def _docx(path: Path, paragraphs: int) -> Path:
    import docx

    document = docx.Document()
    for number in range(paragraphs):
        document.add_paragraph(f"Revenue was RMB{number}.5 million in the first quarter.")
    document.save(str(path))
    return path


def _pdf(path: Path, pages: int) -> Path:
    canvas = pytest.importorskip("reportlab.pdfgen.canvas")
    sheet = canvas.Canvas(str(path))
    for page in range(pages):
        for line in range(50):
            sheet.drawString(72, 780 - 14 * line, f"Revenue was RMB{page}.{line} million in the first quarter of 2031.")
        sheet.showPage()
    sheet.save()
    return path


def test_f4_with_ever_more_memory(biggest: dict[str, Path]) -> None:
    whole = {name: read(path).text for name, path in biggest.items()}
    refused = dict.fromkeys(biggest, 0)
    for number in range(count(20, 60)):
        options = Options(limits=Limits(read_bytes=_FROM + number * _STEP))
        for name, path in biggest.items():
            try:
                text = read(path, options=options).text
            except TieoutError as error:
                refused[name] += 1
                text = whole[name]
                told = str(error)
            else:
                told = name
            assert text == whole[name], f"{name} is cut at {options.limits.read_bytes}"
            assert name in told
    assert any(refused.values()), "memory was never short: the loop tests nothing"
