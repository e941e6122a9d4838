"""Bad and hostile files: one coded error each, in bounded time and memory, and the reading process lives on.

`make battery` runs the same with larger counts (TIEOUT_BATTERY=1).
"""

from __future__ import annotations

import json
import os
import random
import time
import unicodedata
from collections import Counter

import pytest

from nlp import find_amounts
from nlp.amounts.cells import read_cell
from nlp.errors import BadInput, Empty, TieoutError, TooLarge, TooSlow, UnknownFormat, Unreadable
from nlp.jsonl import to_plain
from nlp.options import Limits, Options
from nlp.readers import isolate, read
from nlp.records import Document
from tests.readers.hostile import bombs, changed, cut, good_files, liars

LONG = os.environ.get("TIEOUT_BATTERY") == "1"
CUTS, CHANGES = (500, 2000) if LONG else (50, 60)
SEED = random.SystemRandom().randrange(10**9) if LONG else 20310503
TIGHT = Options(limits=Limits(read_seconds=10 if LONG else 5, read_bytes=1_500_000_000))


def outcome(data: bytes, name: str, options: Options = TIGHT) -> Document | TieoutError:
    """What becomes of a file: a Document or one of our errors, and nothing else, within the time."""
    begin = time.monotonic()
    try:
        return read(data, name=name, options=options)
    except TieoutError as error:
        return said_well(error, name)
    finally:
        assert time.monotonic() - begin < options.limits.read_seconds + 8


def said_well(error: TieoutError, name: str) -> TieoutError:
    """A message names the file first and ends with what to do."""
    assert error.message.startswith(f"{name}: "), error.message
    assert error.message.endswith((".", ")")), error.message
    return error


@pytest.mark.parametrize("suffix", ["txt", "html", "pdf", "docx"])
@pytest.mark.parametrize("data", [b"", b" \t\r\n\n", b"\xef\xbb\xbf", b"x", b"a\rb\r\nc\nd", b"no end"])
def test_empty_and_tiny_files(data: bytes, suffix: str) -> None:
    found = outcome(data, f"a.{suffix}")
    assert isinstance(found, Empty) if not data.strip(b"\xef\xbb\xbf \t\r\n") else isinstance(found, Document)


def test_what_lies_about_its_kind_is_refused_by_content() -> None:
    for kind, data in liars().items():
        for suffix in ("txt", "html", "pdf", "docx", "sub"):
            assert isinstance(outcome(data, f"a.{suffix}"), BadInput), (kind, suffix)


def flat(text: str) -> str:
    return "".join(text.split())


def test_files_cut_anywhere() -> None:
    """The text is the beginning of the whole, or an error says that something is missing."""
    rng = random.Random(SEED)  # noqa: S311 -- the same damage every time
    for suffix, data in good_files().items():
        whole = flat(read(data, name=f"a.{suffix}").text)
        for piece in cut(data, CUTS, rng):
            found = outcome(piece, f"a.{suffix}")
            if isinstance(found, Document) and found.format != "text":
                text = flat(found.text)
                assert whole.startswith(text[:-12]), (suffix, len(piece), SEED)
            assert isinstance(found, (Document, BadInput))


def test_files_with_bytes_changed() -> None:
    rng = random.Random(SEED + 1)  # noqa: S311 -- the same damage every time
    kinds: Counter[str] = Counter()
    for suffix, data in good_files().items():
        for copy in changed(data, CHANGES, rng):
            kinds[type(outcome(copy, f"a.{suffix}")).__name__] += 1
    assert sum(kinds.values()) == 5 * CHANGES
    assert isinstance(read(b"Revenue rose."), Document)


NAMED: dict[str, type[TieoutError] | tuple[type[TieoutError], ...]] = {
    "ratio 300": TooLarge, "ratio 1000": TooLarge, "ratio 10000": TooLarge, "many parts": TooLarge, "nested": UnknownFormat,
    "sum of parts": TooLarge, "billion laughs": BadInput, "entity of a file": BadInput, "entity of the net": BadInput,
    "quadratic entity": BadInput, "parameter entity": BadInput, "hundred thousand pages": TooLarge, "encrypted": UnknownFormat,
    "nesting": BadInput, "a million tags": TooLarge, "long line": BadInput, "gzip of gzip": UnknownFormat,
}  # fmt: skip


@pytest.mark.parametrize(("name", "data"), [pytest.param(name, data, id=name) for name, data in bombs()])
def test_bombs(name: str, data: bytes) -> None:
    found = outcome(data, "a.bin")
    if name in NAMED:
        assert isinstance(found, NAMED[name])
    if isinstance(found, Document):  # harmless after all: then it is small, and nothing of this machine is in it
        assert len(found.text) < 40_000_000 and "root:" not in found.text


# ------------------------------------------------------------------------------------------------------- supervisor


def test_a_slow_file_is_ended_and_the_next_one_is_read() -> None:
    slow = Options(limits=Limits(read_seconds=1))
    data = b"<html><p>" + b"<b>a</b>" * 900_000
    begin = time.monotonic()
    found = outcome(data, "slow.html", slow)
    assert isinstance(found, (TooSlow, Document)) and time.monotonic() - begin < 6
    assert read(b"<html><p>Next</p></html>").text == "Next\n"


def test_too_little_memory_is_said() -> None:
    data = b"<html><p>" + b"Revenue rose. " * 400_000
    found = outcome(data, "big.html", Options(limits=Limits(read_bytes=100_000_000, line_chars=10**8)))
    assert isinstance(found, (TooLarge, Unreadable, BadInput))


def test_the_server_may_die() -> None:
    read(b"<html><p>One</p></html>")
    isolate._SERVERS[-1].process.kill()
    isolate._SERVERS[-1].process.wait()
    assert read(b"<html><p>Two</p></html>").text == "Two\n"


def test_many_threads_read_at_once() -> None:
    from concurrent.futures import ThreadPoolExecutor

    pages = [f"<html><p>Page {at}</p></html>".encode() for at in range(16)]
    with ThreadPoolExecutor(8) as pool:
        assert [document.text for document in pool.map(read, pages)] == [f"Page {at}\n" for at in range(16)]


def test_nothing_is_fetched() -> None:
    import http.server
    import threading

    asked = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}"
    page = f"<html><link rel=stylesheet href='{url}/a'><img src='{url}/b'><iframe src='{url}/c'></iframe><p>Text</p></html>"
    assert read(page.encode()).text == "Text\n"
    server.shutdown()
    server.server_close()
    assert asked == []


# ------------------------------------------------------------------------------------------------- encodings, Unicode

SAID_HANS = "公司第二季度营业收入增长，毛利率上升，现金流改善，客户数量继续增加，谢谢大家的支持与关注。"
SAID_HANT = "公司第二季度營業收入增長，毛利率上升，現金流改善，客戶數量繼續增加，謝謝大家的支持與關注。"
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "gb2312", "gbk", "gb18030", "big5", "big5hkscs")  # fmt: skip
LENGTHS = (4, 8, 12, 16, 20, 28, 40, 60, 100, 200, 400, 900)


def test_encodings_are_right_or_asked_for() -> None:
    wrong, right, long = [], 0, 0
    for encoding in ENCODINGS:
        said = SAID_HANT if encoding.startswith("big5") else SAID_HANS
        for length in LENGTHS:
            text = (said * 30)[:length]
            found = outcome(text.encode(encoding), "a.txt")
            enough = length >= 40
            long += enough
            if isinstance(found, Document):
                right += enough and found.text == text
                wrong += [(encoding, length)] if found.text != text else []
    assert not wrong
    assert right >= 0.95 * long


@pytest.mark.parametrize("length", LENGTHS)
def test_damaged_encodings_are_never_garbled(length: int) -> None:
    """Two encodings in one file, and one with bytes that it does not have."""
    text = (SAID_HANS * 30)[:length]
    stray = bytearray(text.encode("gb18030"))
    stray[7::40] = b"\xff" * len(stray[7::40])
    for data in (text.encode() + b"\n" + text.encode("gbk"), bytes(stray)):
        found = outcome(data, "a.txt")
        assert isinstance(found, BadInput)


AWKWARD = (
    "e\u0301", "\u00e9", "１２．５％", "\u0661\u0662\u0663", "\uf9d0\uf900", "\u845b\U000e0100", "\U00020bb7\U0002a6d6", "\u200d",
    "\u202e12.5\u202c", "\u2066a\u2069", "a\u00adb", "\ue000", "\ufffd", "\u0085", "\u2028", "\U0001f600", "\u3000", "\ufeff", "㈱", "㎏",
)  # fmt: skip


@pytest.mark.parametrize("suffix", ["txt", "html", "sub", "json", "vtt"])
def test_quotes_are_the_text_at_their_offsets(suffix: str) -> None:
    from nlp.segment import segment

    for odd in AWKWARD:
        said = f"Revenue {odd} was $12.5 million{odd}, up 7%. 收入{odd}为1.2亿元。"
        body = {
            "txt": said,
            "html": f"<html><p>{said}</p></html>",
            "sub": f"<SEC-DOCUMENT>\n<DOCUMENT>\n<TYPE>EX-99.1\n<TEXT>\n<p>{said}</p>\n</TEXT>\n</DOCUMENT>",
            "json": json.dumps([{"speaker": "Ada Lind", "text": said}, {"speaker": "Bo Tran", "text": "Hi"}]),
            "vtt": f"WEBVTT\n\n00:01.000 --> 00:02.000\n{said}\n",
        }[suffix]
        found = segment(read(body.encode(), name=f"a.{suffix}"))
        text = found.document.text
        text.encode("utf-8")
        places = [(row.start, row.end) for row in found.paragraphs] + [(row.start, row.end) for row in found.sentences]
        assert all(0 <= start < end <= len(text) for start, end in places)
        assert all(0 <= place.start < place.end <= len(text) for place in found.document.places)
        assert unicodedata.is_normalized("NFC", text) or suffix


NUMBERS = (
    "9" * 5000, "1e999999", "1.2.3", "1,23,456", "-0", "(0)", "(1,234", "1,234)", "5-3", "3-5", "亿亿", "1亿亿", "0", "0%", "10,000%",
    "١٢٣", "１，２３４", "1.", ".5", "..5", "1..2", "$", "$-", "$(1)", "-$1", "($1)", "1 000", "1'000", "1_000", "0x10", "NaN", "Infinity",
    "inf", "1e5", "1E-400", "½", "²", "1²", "¹", "一", "十", "百万", "万", "1万万", "1.5.亿", "--5", "+-5", "+5", "−5", "–5", "—", "n.m.",
    "N/A", "%", "5%%", "5 %", "5％", "％5", "1/0", "0/0", "1:0", "1,,000", "1,0000", "00012", "0.000000000001", "1" + "0" * 40, "9" * 31,
    "1." + "9" * 40, "$1.2.3m", "RMB", "RMB1", "1RMB", "US$1US$", "1 million million", "3 to -5", "between 5 and 3", "5x", "x5", "5bp", "5pp",
)  # fmt: skip


def test_numbers_that_are_none() -> None:
    """No exception, no float, no value beyond its digits: read or left alone."""
    assert len(NUMBERS) >= 80
    for number in NUMBERS:
        cell = read_cell(number)
        assert cell is None or cell.value.is_finite()
        for text, lang in ((f"Revenue was {number} in the quarter.", "en"), (f"收入为{number}。", "zh")):
            for amount in find_amounts(text, lang):
                for value in (amount.low, amount.high, amount.half_step):
                    assert value is None or value.is_finite()
                to_plain(amount)


def test_a_character_without_a_place() -> None:
    from tests.rendering import to_pdf

    data = to_pdf("Revenue rose because of pumps.\n\nCosts fell.", packed=False)
    far = data.replace(b"1 0 0 1 72 757.5", b"1 0 0 1 5" + b"0" * 52 + b".9 757.5", 1)
    assert far != data and isinstance(outcome(far, "a.pdf"), BadInput)
