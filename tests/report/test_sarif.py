"""SARIF against its schema, and what a viewer relies on."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from nlp.records import Analysis, Run
from nlp.report.labels import is_exception
from nlp.report.sarif import to_sarif
from tests.report.build import an_analysis
from tests.report.hostile import a_hostile_analysis


@pytest.fixture(scope="module")
def validator(root: Path) -> Any:
    schema = json.loads((root / "tests/report/data/sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
    return jsonschema.Draft4Validator(schema)


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(an_analysis, id="small"),
        pytest.param(a_hostile_analysis, id="hostile"),
        pytest.param(lambda: Analysis(run=Run(version="0", options="0")), id="empty"),
    ],
)
def test_it_fits_the_schema(validator: Any, make: Any) -> None:
    assert [error.message for error in validator.iter_errors(json.loads(to_sarif(make())))] == []


def test_it_fits_the_schema_for_a_whole_call(validator: Any, sample: Analysis) -> None:
    log = json.loads(to_sarif(sample))
    assert [error.message for error in validator.iter_errors(log)] == []
    results = log["runs"][0]["results"]
    told = [result["fingerprints"]["tieout/v1"] for result in results]
    assert sorted(told) == sorted(f.fingerprint for f in sample.findings if is_exception(f))
    assert log["runs"][0]["columnKind"] == "unicodeCodePoints"


def test_regions_point_at_the_words(sample: Analysis) -> None:
    run = json.loads(to_sarif(sample))["runs"][0]
    for result in run["results"]:
        for location in [*result["locations"], *result["relatedLocations"]]:
            place = location["physicalLocation"]
            region = place["region"]
            text = sample.documents[place["artifactLocation"]["index"]].text
            quote = text[region["charOffset"] : region["charOffset"] + region["charLength"]]
            assert region["snippet"]["text"] == quote[:500]
            line = text.split("\n")[region["startLine"] - 1]
            assert line[region["startColumn"] - 1 :].startswith(quote.split("\n")[0])


def test_an_accepted_finding_is_a_suppressed_result() -> None:
    analysis = an_analysis()
    told = "accepted: agreed with the company (Ann Lee, 2026-01-31)"
    first, *rest = analysis.findings
    decided = replace(analysis, findings=(replace(first, accepted=told), *rest))
    results = json.loads(to_sarif(decided))["runs"][0]["results"]
    assert [r.get("suppressions") for r in results] == [
        [{"kind": "external", "status": "accepted", "justification": told}],
        None,
    ]


def test_fingerprints_are_stable() -> None:
    assert to_sarif(an_analysis()) == to_sarif(an_analysis())


@pytest.mark.parametrize(("lang", "named", "words"), [("zh-Hans", "zh-CN", "含义："), ("zh-Hant", "zh-TW", "含義：")])
def test_the_log_speaks_the_language_it_names(
    sample: Analysis, validator: Any, lang: str, named: str, words: str
) -> None:
    log = json.loads(to_sarif(sample, lang))
    assert [error.message for error in validator.iter_errors(log)] == []
    (run,) = log["runs"]
    assert run["language"] == named
    assert all(words in rule["help"]["text"] for rule in run["tool"]["driver"]["rules"])
    english = json.loads(to_sarif(sample))["runs"][0]
    assert english["language"] == "en"
    for told, plain in zip(run["results"], english["results"], strict=True):
        assert told["message"] != plain["message"]
        assert told["fingerprints"] == plain["fingerprints"] and told["locations"] == plain["locations"]
