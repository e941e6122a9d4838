"""Rows to JSON and back. Decimals travel as strings, tuples as lists; one format for output, gold and resume."""

from __future__ import annotations

import dataclasses
import json
import sys
import types
from collections.abc import Hashable, Iterable
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any, Literal, NoReturn, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from .errors import BadInput
from .records import Analysis

_MEND = "Write it again with --format json."
SCHEMA = 1  # raised when a field is renamed or removed; added fields keep it

T = TypeVar("T")


def to_plain(value: Any) -> Any:
    """A record (or tuple of them) as dicts, lists and strings ready for `json`."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: to_plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, (tuple, list)):
        return [to_plain(item) for item in value]
    return value


def from_plain(kind: type[T], value: Any) -> T:
    """The inverse of `to_plain` for a record class. Raises BadInput naming the field that does not fit."""
    known = _hints(cast(Hashable, kind))
    if not isinstance(value, dict):
        raise BadInput(f"{kind.__name__}: an object was expected, found {type(value).__name__}. {_MEND}")
    unknown = set(value) - set(known)
    if unknown:
        raise BadInput(f"{kind.__name__}: unknown field {min(unknown)!r}. Read it with the version that wrote it.")
    try:
        return kind(**{name: _restore(known[name], item, name) for name, item in value.items()})
    except TypeError as error:
        raise BadInput(f"{kind.__name__}: {error}. The row is incomplete; write it again.") from None


@cache
def _hints(kind: Hashable) -> dict[str, Any]:
    module = vars(sys.modules[kind.__module__])
    return get_type_hints(kind, globalns={**module, "pd": types.SimpleNamespace(DataFrame=object)})


def _restore(hint: Any, value: Any, name: str) -> Any:
    origin, kinds = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):  # the records have no other union than `| None`
        return None if value is None else _restore(kinds[0], value, name)
    if origin is Literal:
        return value if value in kinds else _misfit(name, " or ".join(kinds), value)
    if origin is tuple:
        return _restore_tuple(kinds, value, name)
    if hint is Decimal:
        return _decimal(value, name)
    if dataclasses.is_dataclass(hint):
        return from_plain(cast("type[Any]", hint), value)
    return _restore_scalar(hint, value, name)


def _restore_scalar(hint: Any, value: Any, name: str) -> Any:
    if hint is float and type(value) is int:
        return float(value)  # "score": 1 in rows written by hand
    fits = hint is Any or (isinstance(value, hint) and (hint is bool or not isinstance(value, bool)))
    return value if fits else _misfit(name, f"a {hint.__name__}", value)


def _restore_tuple(kinds: tuple[Any, ...], value: Any, name: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        return _misfit(name, "a list", value)
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(_restore(kinds[0], item, name) for item in value)
    if len(kinds) != len(value):
        return _misfit(name, f"a list of {len(kinds)}", value)
    return tuple(_restore(kind, item, name) for kind, item in zip(kinds, value, strict=True))


def _decimal(value: Any, name: str) -> Decimal:
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        try:
            number = Decimal(str(value))  # str: a number in rows written by hand means its digits
        except InvalidOperation:
            return _misfit(name, "a number", value)
        if number.is_finite():
            return number
    return _misfit(name, "a number", value)


def _misfit(name: str, wanted: str, value: Any) -> NoReturn:
    raise BadInput(f"field {name!r}: {wanted} was expected, found {str(value)[:40]!r}. {_MEND}")


def to_json(analysis: Analysis) -> str:
    """The JSON form of an analysis; fields stand in the records' own order."""
    return json.dumps({"schema": SCHEMA, **to_plain(analysis)}, ensure_ascii=False, indent=1)


def analysis_from_json(text: str) -> Analysis:
    """Read what `to_json` wrote. Raises BadInput for anything else."""
    try:
        table = json.loads(text)
    except (ValueError, RecursionError) as error:  # ValueError: also a number of thousands of digits
        raise BadInput(f"not JSON ({error}). Give a file written with --format json.") from None
    if not isinstance(table, dict) or "schema" not in table:
        raise BadInput("the JSON has no 'schema'. Give a file written with --format json.")
    if table.pop("schema") != SCHEMA:
        raise BadInput(f"the JSON has another schema than {SCHEMA}. Read it with the version that wrote it.")
    return from_plain(Analysis, table)


def write_rows(rows: Iterable[Any]) -> str:
    """JSON lines, one record a line."""
    return "".join(json.dumps(to_plain(row), ensure_ascii=False) + "\n" for row in rows)


def read_rows(kind: type[T], text: str) -> tuple[T, ...]:
    """Records from JSON lines. Raises BadInput with the line number."""
    rows = []
    # Not `splitlines`: a JSON string may hold U+2028 or U+0085 as it is, and those are no ends of rows.
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                rows.append(from_plain(kind, json.loads(line)))
            except (ValueError, RecursionError) as error:  # BadInput is one
                raise BadInput(f"line {number}: {error}") from None
    return tuple(rows)
