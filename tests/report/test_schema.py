"""The published JSON Schema is the one the records give, and what is written fits it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from nlp.jsonl import SCHEMA
from nlp.records import Analysis
from nlp.report.schema import analysis_schema, to_text
from tests.report.build import an_analysis
from tests.report.hostile import a_hostile_analysis


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    return analysis_schema()


def test_the_published_schema_is_the_records_own(root: Path, schema: dict[str, Any]) -> None:
    # After a change: tieout schema > nlp/data/schema/analysis-N.json, with N raised where a field went or changed.
    published = root / "nlp" / "data" / "schema" / f"analysis-{SCHEMA}.json"
    assert published.read_text(encoding="utf-8") == to_text(schema)


def test_the_schema_is_one(schema: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("make", [an_analysis, a_hostile_analysis])
def test_what_is_written_fits(schema: dict[str, Any], make: Any) -> None:
    validator = jsonschema.Draft202012Validator(schema)
    assert [error.message for error in validator.iter_errors(json.loads(make().to_json()))] == []


def test_a_whole_call_fits(schema: dict[str, Any], sample: Analysis) -> None:
    jsonschema.validate(json.loads(sample.to_json()), schema, jsonschema.Draft202012Validator)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        pytest.param(("claims", 0, "amount", "low"), 81.4, id="a-float"),
        pytest.param(("findings", 0, "verdict"), "maybe", id="an-unknown-verdict"),
        pytest.param(("run", "note"), "x", id="an-unknown-field"),
        pytest.param(("schema",), 99, id="another-schema"),
    ],
)
def test_what_does_not_fit_is_refused(schema: dict[str, Any], path: tuple[Any, ...], value: Any) -> None:
    table = json.loads(an_analysis().to_json())
    at = table
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    assert list(jsonschema.Draft202012Validator(schema).iter_errors(table))
