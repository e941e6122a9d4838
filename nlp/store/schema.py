"""The tables of a store: the columns of `nlp.report.frames`, with the call's keys before them and exact decimals.

Text is `string`, whole numbers `int64`, scores `double`, yes/no `bool`. Values are `decimal(38, 10)`: 28 digits before
the point and 10 after it, exactly. A value beyond that is null there and stands as text in the column `beyond`
(`low=1E-15`), so nothing is rounded. `SCHEMA` is raised when a column is renamed, retyped or removed; added columns
keep it, and readers fill them with nulls.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

import pyarrow as pa

from ..report.frames import COLUMNS, SCORE, TEXT, WHOLE, YES

SCHEMA = 1
KEYS = ("call_company", "call_period", "call")  # not `period`: a claim and a document have one of their own
EXACT = {"claims": ("low", "high", "half_step"), "repairs": ("value",)}
BEYOND = "beyond"
TABLES = tuple(COLUMNS)
PRECISION, SCALE = 38, 10

_LIMIT = Decimal(10) ** (PRECISION - SCALE)
_TYPES = {TEXT: pa.string(), WHOLE: pa.int64(), SCORE: pa.float64(), YES: pa.bool_()}


@cache
def table_schema(table: str) -> pa.Schema:
    """The Arrow schema of one table of `TABLES`; its metadata names table and schema version."""
    exact = EXACT.get(table, ())
    fields = [pa.field(name, pa.string(), nullable=False) for name in KEYS]
    fields += [
        pa.field(name, pa.decimal128(PRECISION, SCALE) if name in exact else _TYPES[kind])
        for name, kind in COLUMNS[table].items()
    ]
    fields += [pa.field(BEYOND, pa.string())] if exact else []
    return pa.schema(fields, metadata={"tieout.table": table, "tieout.schema": str(SCHEMA)})


def to_table(table: str, rows: Sequence[Mapping[str, Any]], keys: Mapping[str, str]) -> pa.Table:
    """Rows of `nlp.report.frames.to_rows` as one Arrow table of the fixed schema; `keys` holds the `KEYS`."""
    schema = table_schema(table)
    columns: dict[str, list[Any]] = {name: [keys[name]] * len(rows) for name in KEYS}
    columns |= {name: [row[name] for row in rows] for name in COLUMNS[table]}
    if table in EXACT:
        columns[BEYOND] = [_beyond(row, EXACT[table]) for row in rows]
        columns |= {name: [_exact(row[name]) for row in rows] for name in EXACT[table]}
    return pa.table([pa.array(columns[field.name], field.type) for field in schema], schema=schema)


def _exact(text: str | None) -> Decimal | None:
    return None if text is None or not _fits(text) else Decimal(text)


def _fits(text: str) -> bool:
    value = Decimal(text)
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -SCALE and abs(value) < _LIMIT


def _beyond(row: Mapping[str, Any], names: Sequence[str]) -> str | None:
    odd = [f"{name}={row[name]}" for name in names if row[name] is not None and not _fits(row[name])]
    return " ".join(odd) or None


def describe_schema() -> str:
    """The schema as a Markdown page: one table a heading, one column a line."""
    lines = [f"# The tables of a store (schema {SCHEMA})", "", (__doc__ or "").strip(), ""]
    for table in TABLES:
        lines += [f"## {table}", ""]
        lines += [f"- `{field.name}`: {field.type}" for field in table_schema(table)]
        lines.append("")
    return "\n".join(lines)
