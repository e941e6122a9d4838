"""SQL over a store, for reading alone: nothing but the store's tables can be reached, and nothing written.

Three fences, each enough for most escapes. The statement is parsed by DuckDB and must be one SELECT whose table
functions are on a list; the connection is read-only, without access to files, extensions or the network, and its
configuration is locked; and it has a memory limit and a deadline.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from ..errors import Refused
from .database import build_database
from .keep import Store
from .schema import TABLES
from .views import VIEWS

_FENCED: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "python_enable_replacements": "false",
    "max_temp_directory_size": "0KB",
    "lock_configuration": "true",
}
# Everything else that stands in FROM with brackets reads files, settings or catalogues, or runs text as SQL.
_TABLE_FUNCTIONS = frozenset({"generate_series", "range", "unnest"})
_TELLING = frozenset(
    {"current_setting", "getenv", "getvariable", "current_query", "which_secret", "query", "query_table"}
)
_CATALOGUES = ("duckdb_", "pragma_", "sqlite_", "pg_", "information_schema")


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryLimits:
    """Bounds of one query."""

    seconds: float = 30.0
    memory_mb: int = 1000
    rows: int = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The columns of a result and its rows, with Python values; exact numbers are `Decimal`."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def query_store(store: Store, sql: str, *, limits: QueryLimits = QueryLimits()) -> Answer:
    """Run one SELECT over the tables and views of a store. Raises Refused saying what is not allowed or wrong."""
    check_sql(sql)
    path = build_database(store)
    config = {**_FENCED, "memory_limit": f"{limits.memory_mb}MB"}
    try:
        with duckdb.connect(str(path), read_only=True, config=config) as connection:
            return _run(connection, sql, limits)
    except duckdb.Error as error:
        raise Refused(_explain(error, limits, path)) from None


def check_sql(sql: str) -> None:
    """Raise Refused unless the text is one SELECT that reads tables and tells nothing of the machine."""
    try:
        statements = duckdb.extract_statements(sql)
    except (duckdb.Error, TypeError) as error:  # TypeError: half a surrogate pair, which is no text
        raise Refused(f"the SQL cannot be read ({_first_line(error)}). Mend it and ask again.") from None
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
        kinds = ", ".join(statement.type.name for statement in statements) or "nothing"
        raise Refused(f"one SELECT is allowed, found {kinds}. Read parts/ with DuckDB itself for anything else.")
    for node in _nodes(_parse(sql)):
        _check_node(node)


def _parse(sql: str) -> Any:
    with duckdb.connect(":memory:", config=_FENCED) as connection:
        row = connection.execute("SELECT json_serialize_sql(?::VARCHAR)", [sql]).fetchone()
    tree = json.loads(row[0]) if row else {"error": True}
    if tree.get("error"):
        raise Refused("only a SELECT that can be written out as a tree is allowed. Simplify it.")
    return tree


def _nodes(tree: Any) -> Iterator[dict[str, Any]]:
    waiting = [tree]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            yield item
            waiting.extend(item.values())
        elif isinstance(item, list):
            waiting.extend(item)


def _check_node(node: dict[str, Any]) -> None:
    name = str(node.get("function_name", "")).lower()
    if node.get("type") == "TABLE_FUNCTION":
        called = str(node.get("function", {}).get("function_name", "")).lower()
        if called not in _TABLE_FUNCTIONS:
            raise Refused(
                f"the table function {called[:40]!r} is not allowed; only {', '.join(sorted(_TABLE_FUNCTIONS))}."
            )
    elif name in _TELLING or name.startswith(_CATALOGUES):
        raise Refused(f"the function {name[:40]!r} is not allowed: it tells of the machine or runs text.")
    if node.get("type") == "BASE_TABLE":
        table, schema = str(node.get("table_name", "")).lower(), str(node.get("schema_name", "")).lower()
        if table.startswith(_CATALOGUES) or schema not in ("", "main"):
            raise Refused(f"the table {table[:40]!r} is not of the store. It has {', '.join((*TABLES, *VIEWS))}.")


def _run(connection: duckdb.DuckDBPyConnection, sql: str, limits: QueryLimits) -> Answer:
    timer = threading.Timer(limits.seconds, connection.interrupt)
    timer.start()
    try:
        result = connection.execute(sql)
        rows = result.fetchmany(limits.rows + 1)
        columns = tuple(column[0] for column in result.description or ())
    finally:
        timer.cancel()
    if len(rows) > limits.rows:
        raise Refused(f"more than {limits.rows:,} rows. Add LIMIT, or read parts/ with DuckDB or pandas.")
    return Answer(columns=columns, rows=tuple(rows))


_UNKNOWN = re.compile(
    r"(?:Referenced (?P<column>column) \"|(?P<table>Table|(?:Scalar|Aggregate|Table) Function) with name )"
    r"(?P<name>[^\"\n]{1,80}?)\"? (?:not found|does not exist)[^\n]*"
    r"(?:\n(?P<near>(?:Candidate bindings|Did you mean)[^\n]*))?"
)


def _explain(error: duckdb.Error, limits: QueryLimits, path: Path) -> str:
    if isinstance(error, duckdb.InterruptException):
        return f"stopped after {limits.seconds:g} s. Ask for less, or give --timeout."
    if isinstance(error, duckdb.OutOfMemoryException):
        return f"needs more than {limits.memory_mb} MB. Ask for less."
    unknown = _UNKNOWN.search(str(error))
    if unknown:
        what = (unknown["column"] or unknown["table"]).lower()
        near = ", ".join(re.findall(r'"([^"\n]{1,80})"', unknown["near"] or "")[:3])
        hint = f" Nearest: {near}." if near else ""
        return f"no {what} {unknown['name']!r}.{hint} Mend the SQL and ask again."
    return f"{_first_line(error).replace(str(path), path.name)}. Mend the SQL and ask again."


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0].rstrip(".")[:300]
