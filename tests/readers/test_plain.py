"""Reading plain text: encodings, offsets, and one clear refusal for everything that is no text."""

from __future__ import annotations

import gzip
import io
import sqlite3
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.errors import BadInput, Empty, NotFound, TieoutError, TooLarge, UnknownEncoding, UnknownFormat
from nlp.options import Limits, Options
from nlp.readers import names_a_file, read
from nlp.records import Document

HANS = "第二季度公司收入为七亿元，同比增长百分之六。我们的成本下降了，客户数量持续上升。谢谢大家。"
HANT = "第二季度公司營收為七億元，較去年同期成長百分之六。我們的成本下降了，客戶數量持續上升。謝謝大家。"
WESTERN = "We’re “glad” – sales at Café Müller rose 6% to €7 million."


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        pytest.param("Sales 7%\r\n增长".encode(), "Sales 7%\r\n增长", "utf-8", id="utf-8-keeps-newlines"),
        pytest.param("Sales".encode("utf-8-sig"), "Sales", "utf-8", id="utf-8-mark-dropped"),
        pytest.param("增长 7".encode("utf-16"), "增长 7", "utf-16-le", id="utf-16-mark"),
        pytest.param(b"\xfe\xff" + "增长 7".encode("utf-16-be"), "增长 7", "utf-16-be", id="utf-16-be-mark"),
        pytest.param(("Sales " + HANS).encode("utf-16-be"), "Sales " + HANS, "utf-16-be", id="utf-16-no-mark"),
        pytest.param(HANS.encode("gb18030"), HANS, "gb18030", id="gb18030"),
        pytest.param(HANT.encode("gb18030"), HANT, "gb18030", id="traditional-in-gb18030"),
        pytest.param(HANT.encode("big5hkscs"), HANT, "big5hkscs", id="big5"),
        pytest.param(WESTERN.encode("cp1252"), WESTERN, "cp1252", id="cp1252"),
        pytest.param(("Revenue. " * 300 + "don’t").encode("cp1252"), "Revenue. " * 300 + "don’t", "cp1252", id="one"),
    ],
)
def test_decodes(data: bytes, text: str, encoding: str) -> None:
    document = read(data, name="call.txt")
    assert (document.text, document.encoding) == (text, encoding)
    assert 0.6 <= document.encoding_confidence <= 1.0


def test_big5_is_valid_gb18030_and_still_read_as_big5() -> None:
    data = HANT.encode("big5hkscs")
    assert data.decode("gb18030") != HANT
    assert read(data).text == HANT


def test_the_user_decides() -> None:
    data = HANT.encode("big5hkscs")
    document = read(data, options=Options(encoding="gb18030"))
    assert (document.text, document.encoding, document.encoding_confidence) == (data.decode("gb18030"), "gb18030", 1.0)


@pytest.mark.parametrize(
    ("data", "options", "says"),
    [
        pytest.param("売上高は前年同期比で増加しました。".encode("shift_jis"), Options(), "--encoding", id="shift-jis"),
        pytest.param("Выручка компании выросла".encode("cp1251"), Options(), "--encoding", id="cyrillic"),
        pytest.param(HANS.encode() + b"\xff" + HANS.encode(), Options(), "damaged byte", id="damaged-utf-8"),
        pytest.param(b"\xff\xfe\x41", Options(), "utf-16-le", id="utf-16-cut-short"),
        pytest.param(b"text", Options(encoding="klingon"), "klingon", id="no-such-encoding"),
        pytest.param(b"text", Options(encoding="base64"), "base64", id="a-codec-but-no-encoding"),
        pytest.param("é".encode("cp1252"), Options(encoding="utf-8"), "byte 0", id="told-wrong"),
    ],
)
def test_unknown_encoding(data: bytes, options: Options, says: str) -> None:
    with pytest.raises(UnknownEncoding, match=says):
        read(data, name="call.txt", options=options)


def _zipped(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, "x")
    return out.getvalue()


def _database(tmp_path: Path) -> bytes:
    path = tmp_path / "a.db"
    connection = sqlite3.connect(path)
    connection.execute("create table t (x)")
    connection.commit()
    connection.close()
    return path.read_bytes()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(20), "PNG", id="png"),
        pytest.param(b"\xff\xd8\xff\xe0" + bytes(20), "JPEG", id="jpeg"),
        pytest.param(_zipped("a.txt"), "zip archive", id="zip"),
        pytest.param(_zipped("xl/workbook.xml"), "Excel", id="xlsx"),
        pytest.param(gzip.compress(b"text"), "gzip", id="gzip"),
        pytest.param(b"MZ\x90\x00\x03" + bytes(60), "Windows program", id="exe"),
        pytest.param(b"\x7fELF\x02\x01", "Linux program", id="elf"),
        pytest.param(b"{\\rtf1 text}", "RTF", id="rtf"),
        pytest.param(b"RIFF\x00\x00\x00\x00WAVEfmt ", "RIFF", id="wav"),
        pytest.param(b"\x00\x00\x00\x18ftypmp42", "MP4", id="mp4"),
        pytest.param(b"ID3\x03\x00", "MP3", id="mp3"),
        pytest.param(b"abc\x00def and more text", "NUL", id="nul-in-text"),
        pytest.param(b"\x80\x00abc\x00\xffdef and odd", "byte 0", id="nul-in-bytes"),
        pytest.param(bytes(range(1, 32)) * 4, "control", id="control-characters"),
    ],
)
def test_binary_named_txt_is_refused_by_content(data: bytes, what: str, tmp_path: Path) -> None:
    path = tmp_path / "call.txt"
    path.write_bytes(data)
    with pytest.raises(UnknownFormat, match=what):
        read(path)


def test_a_database_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormat, match="SQLite"):
        read(_database(tmp_path), name="call.txt")


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", "\u3000\u200b".encode(), bytes(8)])
def test_empty(data: bytes) -> None:
    with pytest.raises(Empty, match="no text"):
        read(data, name="call.txt")


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"q7\.txt: no such file"):
        read(tmp_path / "q7.txt")
    with pytest.raises(FileNotFoundError):
        read("no such folder/q7 call.txt")
    with pytest.raises(BadInput, match="folder"):
        read(tmp_path)


def test_too_large_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "call.txt"
    path.write_bytes(b"x" * 2000)
    monkeypatch.setattr(Path, "open", lambda *_, **__: pytest.fail("read all the same"))
    with pytest.raises(TooLarge, match=r"2,000 bytes.*limits\.file_bytes"):
        read(path, options=Options(limits=Limits(file_bytes=1000, pdf_bytes=1000)))


@pytest.mark.parametrize(
    ("limits", "says"),
    [
        pytest.param(Limits(line_chars=10), "limits.line_chars", id="long-line"),
        pytest.param(Limits(text_chars=15), "limits.text_chars", id="long-text"),
    ],
)
def test_too_large(limits: Limits, says: str) -> None:
    with pytest.raises(TooLarge, match=says):
        read("short\n" + "x" * 11, options=Options(limits=limits))


@pytest.mark.parametrize(
    ("text", "path"),
    [
        pytest.param("calls/velt q3.txt", True, id="known-suffix-with-blank"),
        pytest.param("velt.v2", True, id="any-suffix-without-blank"),
        pytest.param("We sell on velt.com", False, id="a-site-in-a-sentence"),
        pytest.param("Sales rose.", False, id="sentence"),
        pytest.param("收入增长7%。", False, id="zh"),
        pytest.param("a.txt\nb.txt", False, id="two-lines"),
        pytest.param("x" * 3000, False, id="longer-than-any-name"),
        pytest.param("", False, id="empty"),
    ],
)
def test_path_or_text(text: str, path: bool) -> None:
    assert names_a_file(text) is path


def test_path_given_as_text_and_document_given_back(tmp_path: Path) -> None:
    path = tmp_path / "call"
    path.write_text("Sales rose.", encoding="utf-8")
    document = read(str(path))
    assert (document.name, document.text) == ("call", "Sales rose.")
    assert read(document) is document
    assert read(document, name="other").name == "other"


def test_same_bytes_same_id(tmp_path: Path) -> None:
    path = tmp_path / "call.txt"
    path.write_bytes(HANS.encode("gb18030"))
    one, two = read(path), read(path.read_bytes(), name="call.txt")
    assert one == two
    assert len(one.digest) == 64
    assert read(path, name="b.txt").id != one.id


def test_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(BadInput, match="surrogate"):
        read("a\ud800b")


@given(st.binary(max_size=300))
def test_any_bytes_give_a_document_or_one_clear_error(data: bytes) -> None:
    outcome: Document | TieoutError
    try:
        outcome = read(data, name="x.txt")
    except TieoutError as error:
        outcome = error
    if isinstance(outcome, Document):
        assert outcome.text.strip()
    else:
        assert outcome.message.startswith("x.txt: ") and outcome.message.endswith(".")
