"""A part: the folder with the tables of one call, as Parquet files whose bytes depend on the call alone."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pyarrow as pa
import pyarrow.parquet as pq

from ..errors import Damaged
from .files import step, sync_folder, write_synced
from .schema import KEYS, TABLES, table_schema, to_table

_LONGEST = 120  # bytes of a folder's name in the file system; most allow 255


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFile:
    """One Parquet file of a part, as the ledger remembers it."""

    table: str
    rows: int
    bytes: int
    sha256: str


def encode_part(rows: Mapping[str, Sequence[Mapping[str, Any]]], keys: Mapping[str, str]) -> dict[str, bytes]:
    """The Parquet bytes of each table that has rows, by table; equal rows give equal bytes."""
    out = {}
    for table in TABLES:
        if rows.get(table):
            sink = pa.BufferOutputStream()
            pq.write_table(
                to_table(table, rows[table], keys), sink, compression="zstd", write_page_checksum=True, version="2.6"
            )
            out[table] = sink.getvalue().to_pybytes()
    return out


def write_part(folder: Path, tables: Mapping[str, bytes]) -> tuple[TableFile, ...]:
    """Write and sync the tables into `folder`, which exists and is empty; returns what the ledger keeps of each."""
    files = []
    for table in sorted(tables):
        data = tables[table]
        write_synced(folder / f"{table}.parquet", data)
        files.append(
            TableFile(
                table=table, rows=pq.ParquetFile(pa.BufferReader(data)).metadata.num_rows, bytes=len(data),
                sha256=hashlib.sha256(data).hexdigest(),
            )
        )  # fmt: skip
    sync_folder(folder)
    return tuple(files)


def read_checked(folder: Path, file: TableFile) -> bytes:
    """The bytes of a table whose digest is that of the ledger. Raises Damaged naming the file and what is wrong."""
    path = folder / f"{file.table}.parquet"
    try:
        with step("reading", path):
            data = path.read_bytes()
    except OSError as error:
        raise Damaged(f"{path}: cannot be read ({error}). Run the batch again, or `tieout store repair`.") from None
    if len(data) != file.bytes or hashlib.sha256(data).hexdigest() != file.sha256:
        found = f"{len(data):,} bytes for {file.bytes:,}" if len(data) != file.bytes else "another digest"
        raise Damaged(f"{path}: damaged ({found}). Run `tieout store repair`, then the batch again.")
    return data


def read_table(folder: Path, file: TableFile) -> pa.Table:
    """A table of a part, checked against its digest, in today's schema: columns that it lacks are null."""
    # `pq.read_table` plans a data set first, which takes longer than reading a file of this size.
    source = pq.ParquetFile(pa.BufferReader(read_checked(folder, file)), page_checksum_verification=True)
    found = source.read(use_threads=False)
    schema = table_schema(file.table)
    columns = [
        found.column(field.name) if field.name in found.column_names else pa.nulls(found.num_rows, field.type)
        for field in schema
    ]
    return pa.table(columns, schema=schema)


def part_path(keys: Mapping[str, str], content: str) -> str:
    """Where a part lies under `parts/`: hive style, so that DuckDB, pandas and Arrow know company and period by it."""
    company, period, call = (_name(keys[name]) for name in KEYS)
    return f"call_company={company}/call_period={period}/part={call}@{content[:16]}"


def _name(text: str) -> str:
    """A key as a name that every file system takes and hive readers decode; a long one is cut and gets its digest."""
    name = quote(text, safe=" ()+,-._~&")
    if len(name) <= _LONGEST:
        return name
    cut = name[: _LONGEST - 17]
    cut = cut[: cut.rfind("%")] if "%" in cut[-2:] else cut
    return f"{cut}~{hashlib.sha256(text.encode()).hexdigest()[:16]}"
