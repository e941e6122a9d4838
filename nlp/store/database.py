"""The DuckDB file of a store: its tables in one file, with the views, made from parts whose digests hold.

It is derived: built into a temporary file and renamed, and built again when the ledger has changed. Two builds hold the
same rows; their bytes differ.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pyarrow as pa

from ..errors import BadInput
from .files import replace_with, step
from .keep import DATABASE, Store
from .ledger import Ledger
from .parts import read_table
from .schema import TABLES, table_schema
from .views import VIEWS

_ROWS = 200_000  # rows of a table held in memory at a time
_MARK = "store_digest"


def build_database(store: Store) -> Path:
    """Write the DuckDB file anew unless it holds this ledger already.

    Raises Damaged for a part that is not whole, BadInput for a folder whose name DuckDB cannot take.
    """
    try:
        str(store.path).encode("utf-8")
    except UnicodeEncodeError:
        told = str(store.path).encode("ascii", "backslashreplace").decode("ascii")
        raise BadInput(f"{told}: DuckDB takes names in UTF-8 alone; the parts are kept. Rename the folder.") from None
    path, found = store.path / DATABASE, store.ledger()
    digest = found.digest()
    if _digest_of(path) != digest:
        replace_with(path, lambda extra: _build(extra, store, found, digest))
    return path


def _digest_of(path: Path) -> str | None:
    """The ledger that a database was made from; None for one that is absent, of another version or no database."""
    if not path.exists():
        return None
    try:
        with duckdb.connect(str(path), read_only=True) as connection:
            row = connection.execute("SELECT comment FROM duckdb_tables() WHERE table_name = 'claims'").fetchone()
    except duckdb.Error:
        return None
    return str(row[0]).removeprefix(f"{_MARK} ") if row and row[0] else None


def _build(path: Path, store: Store, found: Ledger, digest: str) -> None:
    with step("building", path), duckdb.connect(str(path)) as connection:
        try:
            for table in TABLES:
                _fill(connection, table, store, found)
            for name, query in VIEWS.items():
                connection.execute(f"CREATE VIEW {name} AS {query}")  # our own text, no input
            connection.execute(f"COMMENT ON TABLE claims IS '{_MARK} {digest}'")  # hexadecimal digits
            connection.execute("CHECKPOINT")
        except duckdb.IOException as error:
            raise OSError(str(error).splitlines()[0]) from None


def _fill(connection: duckdb.DuckDBPyConnection, table: str, store: Store, found: Ledger) -> None:
    empty = table_schema(table).empty_table()
    connection.register("rows", empty)
    connection.execute(f"CREATE TABLE {table} AS FROM rows")
    for batch in _batches(table, store, found):
        connection.register("rows", batch)
        connection.execute(f"INSERT INTO {table} FROM rows")
    connection.unregister("rows")


def _batches(table: str, store: Store, found: Ledger) -> Iterator[pa.Table]:
    held: list[pa.Table] = []
    for entry in found.entries.values():
        for file in entry.tables:
            held += [read_table(store.part(entry), file)] if file.table == table else []
        if sum(part.num_rows for part in held) > _ROWS:
            yield pa.concat_tables(held)
            held = []
    if held:
        yield pa.concat_tables(held)
