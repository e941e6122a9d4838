"""`make fuzz-readers`: every reader on bytes made from good files by cutting, joining, repeating and swapping their pieces.

What is read is segmented, too, and its tables are looked at. Nothing but a Document or one of our errors may come back. A file that breaks this is written down beside its message.
`python -m tests.readers.fuzz MINUTES` shares the minutes among the formats; the seed is printed.
"""

from __future__ import annotations

import io
import random
import sys
import tempfile
import time
import zipfile
from collections import Counter
from pathlib import Path

from nlp.claims.periods import PeriodContext
from nlp.claims.table_heads import read_grids
from nlp.errors import TieoutError
from nlp.options import Limits, Options
from nlp.readers import read
from nlp.segment import segment
from tests.claims.layouts import to_markdown
from tests.claims.statements import as_blocks, load_statements
from tests.edgar_pages import to_edgar_page
from tests.readers.hostile import bombs, good_files, zipped
from tests.rendering import to_pdf

_TOKENS = (b"<", b">", b"<table>", b"</td>", b"<sup>", b"colspan=9", b"<w:p>", b"obj", b"stream", b"endobj", b"xref", b"%%EOF", b"<DOCUMENT>", b"\x00", b"\xff", b"\xe4\xb8", b"-->", b"PK\x01\x02", b"&#1;", b"1e9", b"[", b"{", b"\r")  # fmt: skip
_LIMITS = Options(limits=Limits(read_seconds=5, read_bytes=1_000_000_000))
_CUES = b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada Lind>Revenue rose 5%\n\n" * 20
_SPEECHES = b'[{"speaker": "Ada Lind", "text": "Revenue rose."}, {"name": "Bo", "speech": ["a", "b"]}]'


def mutated(data: bytes, others: list[bytes], rng: random.Random) -> bytes:
    """The file after one to six changes."""
    out = bytearray(data)
    for _ in range(rng.randint(1, 6)):
        start = rng.randrange(len(out) + 1)
        end = min(len(out), start + rng.choice((1, 2, 8, 64, 1024)))
        other = rng.choice(others)
        at = rng.randrange(len(other))
        match rng.randrange(6):
            case 0:
                out[start:end] = b""
            case 1:
                out[start:start] = out[start:end] * rng.choice((2, 50))
            case 2:
                out[start:start] = rng.choice(_TOKENS)
            case 3:
                out[start:end] = other[at : at + 512]
            case 4:
                out[start:end] = rng.randbytes(end - start)
            case _:
                out[start:end] = bytes((byte ^ (1 << rng.randrange(8))) for byte in out[start:end])
    return bytes(out[:2_000_000])


def repacked(data: bytes, others: list[bytes], rng: random.Random) -> bytes:
    """A Word file with one of its parts changed and packed again, so that more than the archive is tried."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = rng.choice(["word/document.xml", "word/document.xml", *parts])
    return zipped(parts | {name: mutated(parts[name], others, rng)})


def fuzz(minutes: float, seed: int) -> int:
    """Run for so many minutes; the number of files that broke the promise."""
    rng = random.Random(seed)  # noqa: S311 -- a repeatable draw, no secret
    statement = load_statements("unseen")[0]
    seeds = {
        **good_files(),
        "vtt": _CUES,
        "json": _SPEECHES,
        "htm": to_edgar_page(as_blocks(statement)),
        "md": to_markdown(statement),
    }
    seeds["plain.pdf"] = to_pdf(as_blocks(statement), packed=False)
    others = [*seeds.values(), *(data for _, data in bombs() if len(data) < 200_000)]
    broken = 0
    for suffix, data in seeds.items():
        until = time.monotonic() + 60 * minutes / len(seeds)
        kinds: Counter[str] = Counter()
        while time.monotonic() < until:
            change = repacked if suffix == "docx" and rng.random() < 0.8 else mutated
            copy = change(data, others, rng)
            try:
                document = segment(read(copy, name=f"a.{suffix}", options=_LIMITS)).document
                for table in document.tables:
                    read_grids(document.text, table, PeriodContext(reported="2031-Q1"))
                kinds[document.format] += 1
            except TieoutError as error:
                kinds[type(error).__name__] += 1
            except Exception as error:  # what must not happen
                broken += 1
                path = Path(tempfile.mkdtemp()) / f"a.{suffix}"
                path.write_bytes(copy)
                sys.stderr.write(f"{path}: {type(error).__name__}: {error}\n")
        sys.stdout.write(f"{suffix}: {sum(kinds.values())} files, {dict(kinds)}\n")
        sys.stdout.flush()
    return broken


if __name__ == "__main__":
    first = int(sys.argv[2]) if len(sys.argv) > 2 else random.SystemRandom().randrange(10**9)
    sys.stdout.write(f"seed {first}\n")
    sys.exit(1 if fuzz(float(sys.argv[1]), first) else 0)
