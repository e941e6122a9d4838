"""The JSON Schema of the JSON that tieout writes, made from the records; published as `data/schema/analysis-<n>.json`.

The number is `nlp.jsonl.SCHEMA`: a field that is added keeps it, one that is renamed or removed raises it.
"""

from __future__ import annotations

import dataclasses
import json
import sys
import types
from decimal import Decimal
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from ..jsonl import SCHEMA
from ..records import Analysis

_DECIMAL = {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$", "description": "an exact decimal number"}
_SCALARS: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    Decimal: {"$ref": "#/$defs/Decimal"},
    Any: {},
}


def analysis_schema() -> dict[str, Any]:
    """The schema (draft 2020-12) of what `Analysis.to_json` gives."""
    defs: dict[str, Any] = {"Decimal": _DECIMAL}
    whole = _object(Analysis, defs)
    whole["properties"] = {"schema": {"const": SCHEMA}, **whole["properties"]}
    whole["required"] = ["schema", *whole["required"]]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:tieout:schema:analysis:{SCHEMA}",
        "title": f"tieout analysis, schema {SCHEMA}",
        **whole,
        "$defs": dict(sorted(defs.items())),
    }


def to_text(schema: dict[str, Any]) -> str:
    """The schema as the published file has it."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _object(kind: type[Any], defs: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(
        kind, globalns=vars(sys.modules[kind.__module__]) | {"pd": types.SimpleNamespace(DataFrame=object)}
    )
    rows = dataclasses.fields(kind)
    return {
        "description": " ".join((kind.__doc__ or kind.__name__).split()),
        "type": "object",
        "properties": {row.name: _schema(hints[row.name], defs) for row in rows},
        "required": [row.name for row in rows],
        "additionalProperties": False,
    }


def _schema(hint: Any, defs: dict[str, Any]) -> dict[str, Any]:
    origin, kinds = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return {"anyOf": [_schema(kinds[0], defs), {"type": "null"}]}
    if origin is Literal:
        return {"enum": list(kinds)}
    if origin is tuple:
        return _list(kinds, defs)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        if hint.__name__ not in defs:
            defs[hint.__name__] = {}  # its place is taken before its own fields are looked at
            defs[hint.__name__] = _object(hint, defs)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    return dict(_SCALARS[hint])


def _list(kinds: tuple[Any, ...], defs: dict[str, Any]) -> dict[str, Any]:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return {"type": "array", "items": _schema(kinds[0], defs)}
    items = [_schema(kind, defs) for kind in kinds]
    return {"type": "array", "prefixItems": items, "minItems": len(items), "maxItems": len(items)}
