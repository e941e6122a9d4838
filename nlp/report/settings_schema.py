"""The JSON Schema of `tieout.toml` and `[tool.tieout]`, for editors; published as `data/schema/settings-<n>.json`."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from ..options import Limits, Options

SETTINGS = 1  # raised where a setting is renamed or removed, not where one is added
_WORDS = {"type": "array", "items": {"type": "string"}}
_ONE_OR_MORE = {"oneOf": [{"type": "string"}, _WORDS]}
_MODEL = {"type": "string", "examples": ["none", "shipped", "path:models/mine", "hub:NAME@REVISION"]}
_LIMITS = {
    "file_bytes": "bytes of a file that is no PDF",
    "pdf_bytes": "bytes of a PDF",
    "line_chars": "characters of one line",
    "text_chars": "characters of a document",
    "html_tags": "tags of a web page",
    "pdf_pages": "pages of a PDF",
    "page_chars": "characters of one page",
    "zip_entries": "files inside an Office file",
    "zip_part_bytes": "bytes that one file inside an Office file unpacks to",
    "zip_bytes": "bytes that an Office file unpacks to",
    "zip_ratio": "how many times its size an Office file may unpack to, above a million bytes",
    "read_seconds": "seconds in which a file that is not plain text must be read",
    "read_bytes": "bytes of memory in which it must be read",
}


def _table(values: dict[str, Any], **names: Any) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": values, **names}


_PROPERTIES: dict[str, dict[str, Any]] = {
    "encoding": {"type": "string", "description": "Encoding of text files, such as gb18030. Default: found."},
    "company": {"type": "string", "description": "The company's name, where the documents do not say it."},
    "fiscal_year_end": {
        "type": "integer", "minimum": 1, "maximum": 12,
        "description": "The month in which the fiscal year ends. Default: found in the documents, else 12.",
    },
    "select": _WORDS | {"description": "Only findings of these codes or families, such as A, T03."},
    "ignore": _WORDS | {"description": "No findings of these codes or families."},
    "severities": _table(
        {"enum": ["error", "warning", "note"]}, description="Severity by code, in place of the check's own."
    ),
    "glossary": _table(_ONE_OR_MORE, description="English term = its preferred Chinese, one or several."),
    "glossary_files": _WORDS | {"description": "Tables of terms beside this file: English, Chinese, kind."},
    "names": _table(_ONE_OR_MORE, description="Name of a person, firm or product = its Chinese, one or several."),
    "keep": _WORDS | {"description": "Words that are not to be translated."},
    "models": _MODEL | {"description": "The encoder under the tags. Default: none, which means word lists."},
    "sentiment": {
        "type": "object", "additionalProperties": False, "properties": {"en": _MODEL, "zh": _MODEL},
        "description": "A sentence-classification model for a language.",
    },
    "isolate": {
        "type": "boolean", "default": True, "description": "Read files that are not plain text in their own process.",
    },
    "limits": {
        "type": "object", "additionalProperties": False,
        "description": "Bounds on input; an error names the one it hit.",
        "properties": {
            row.name: {"type": "integer", "minimum": 1, "default": row.default, "description": _LIMITS[row.name]}
            for row in fields(Limits)
        },
    },
}  # fmt: skip


def settings_schema() -> dict[str, Any]:
    """The schema (draft 2020-12) of the settings: what it accepts, `nlp.options.options_from_table` accepts."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:tieout:schema:settings:{SETTINGS}",
        "title": f"tieout settings, schema {SETTINGS}",
        "description": f"tieout.toml, or [tool.tieout] in pyproject.toml. {(Options.__doc__ or '').split('.')[0]}.",
        "type": "object",
        "additionalProperties": False,
        "properties": dict(sorted(_PROPERTIES.items())),
    }
