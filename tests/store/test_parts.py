"""Tables as Parquet: a fixed schema, exact values, bytes that depend on the rows alone, damage that is seen."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from nlp.errors import Damaged
from nlp.report.frames import COLUMNS, to_rows
from nlp.store.parts import encode_part, part_path, read_table, write_part
from nlp.store.schema import BEYOND, KEYS, SCHEMA, TABLES, describe_schema, table_schema, to_table
from tests.store.filling import keys_of, small_analysis


def a_claim_row(**values: Any) -> dict[str, Any]:
    row: dict[str, Any] = dict.fromkeys(COLUMNS["claims"])
    return {**row, "claim_id": "c-1", "low": "0", "high": "0", "half_step": "0", **values}


def test_every_table_has_the_keys_first_and_the_columns_of_the_frames() -> None:
    for table in TABLES:
        names = table_schema(table).names
        assert names[:3] == list(KEYS)
        assert [name for name in names[3:] if name != BEYOND] == list(COLUMNS[table])


def test_no_key_is_also_a_column() -> None:
    # `period` of a claim is the claim's own; a key of that name would replace it in hive readers
    assert not set(KEYS) & {name for columns in COLUMNS.values() for name in columns}


@pytest.mark.parametrize(
    ("text", "kept", "beyond"),
    [
        pytest.param("1358000000", "1358000000", None, id="millions"),
        pytest.param("-0.05", "-0.05", None, id="loss-a-share"),
        pytest.param("0.0000000001", "0.0000000001", None, id="last-place-that-fits"),
        pytest.param("0.00000000001", None, "low=0.00000000001", id="a-place-too-far"),
        pytest.param("9999999999999999999999999999", "9999999999999999999999999999", None, id="28-digits"),
        pytest.param("10000000000000000000000000000", None, "low=10000000000000000000000000000", id="29-digits"),
        pytest.param(None, None, None, id="open-end"),
    ],
)
def test_values_are_exact_or_stand_beside_as_text(text: str | None, kept: str | None, beyond: str | None) -> None:
    row = to_table("claims", [a_claim_row(low=text)], dict.fromkeys(KEYS, "x")).to_pylist()[0]
    assert row["low"] == (None if kept is None else Decimal(kept))
    assert row[BEYOND] == beyond


def test_equal_rows_give_equal_bytes_and_come_back(tmp_path: Path) -> None:
    rows = to_rows(small_analysis())
    once, again = encode_part(rows, keys_of()), encode_part(rows, keys_of())
    assert once == again
    files = write_part(tmp_path, once)
    assert {file.table for file in files} == {table for table in TABLES if rows[table]}
    for file in files:
        table = read_table(tmp_path, file)
        assert (table.num_rows, table.schema) == (file.rows, table_schema(file.table))
    claims = read_table(tmp_path, next(file for file in files if file.table == "claims"))
    assert claims.column("claim_id").to_pylist() == [row["claim_id"] for row in rows["claims"]]
    assert [format(value.normalize(), "f") for value in claims.column("low").to_pylist() if value is not None] == [
        format(Decimal(row["low"]).normalize(), "f") for row in rows["claims"] if row["low"] is not None
    ]


def test_a_file_says_its_table_schema_and_checksums() -> None:
    data = encode_part(to_rows(small_analysis()), keys_of())["claims"]
    metadata = pq.ParquetFile(pa.BufferReader(data)).schema_arrow.metadata
    assert metadata[b"tieout.table"] == b"claims"
    assert metadata[b"tieout.schema"] == str(SCHEMA).encode()


def test_a_column_that_an_older_file_lacks_is_null(tmp_path: Path) -> None:
    table = to_table("claims", [a_claim_row()], dict.fromkeys(KEYS, "x")).drop_columns(["named"])
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink)
    files = write_part(tmp_path, {"claims": sink.getvalue().to_pybytes()})
    assert read_table(tmp_path, files[0]).column("named").to_pylist() == [None]


def test_any_flipped_bit_and_any_cut_is_seen(tmp_path: Path) -> None:
    files = write_part(tmp_path, {"claims": encode_part(to_rows(small_analysis()), keys_of())["claims"]})
    path = tmp_path / "claims.parquet"
    data = path.read_bytes()
    for place in range(0, len(data), max(1, len(data) // 97)):
        path.write_bytes(data[:place] + bytes([data[place] ^ 1 << place % 8]) + data[place + 1 :])
        with pytest.raises(Damaged, match=r"claims.parquet: damaged \(another digest\)"):
            read_table(tmp_path, files[0])
        path.write_bytes(data[:place])
        with pytest.raises(Damaged, match="damaged"):
            read_table(tmp_path, files[0])
    path.unlink()
    with pytest.raises(Damaged, match="cannot be read"):
        read_table(tmp_path, files[0])


@pytest.mark.parametrize(
    ("company", "folder"),
    [
        pytest.param("Orbel Tools", "call_company=Orbel Tools", id="plain"),
        pytest.param("岳岚", "call_company=%E5%B2%B3%E5%B2%9A", id="chinese"),
        pytest.param("../../etc", "call_company=..%2F..%2Fetc", id="path"),
        pytest.param("a=b/c\nd", "call_company=a%3Db%2Fc%0Ad", id="odd-characters"),
        pytest.param("", "call_company=", id="empty"),
    ],
)
def test_a_key_is_one_folder_name(company: str, folder: str) -> None:
    path = part_path({"call_company": company, "call_period": "2031-Q1", "call": "a/b"}, "0" * 64)
    assert path.split("/") == [folder, "call_period=2031-Q1", f"part=a%2Fb@{'0' * 16}"]


def test_long_names_are_cut_and_stay_apart() -> None:
    paths = {part_path({"call_company": "岚" * 300 + end, "call_period": "", "call": ""}, "") for end in "ab"}
    assert len(paths) == 2
    assert all(len(path.split("/")[0]) < 150 for path in paths)


def test_the_schema_page_names_every_column() -> None:
    page = describe_schema()
    assert all(f"## {table}" in page for table in TABLES)
    assert "- `low`: decimal128(38, 10)" in page
