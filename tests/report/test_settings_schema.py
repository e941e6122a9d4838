"""The published schema of the settings accepts what tieout accepts, and refuses what it refuses."""

from __future__ import annotations

import tomllib
from pathlib import Path

import jsonschema
import pytest

from nlp.errors import BadInput
from nlp.options import load_options, setting_names
from nlp.report.schema import to_text
from nlp.report.settings_schema import SETTINGS, settings_schema

VALIDATOR = jsonschema.Draft202012Validator(settings_schema())


def test_the_published_schema_is_this_one(root: Path) -> None:
    # After a change: tieout schema settings > nlp/data/schema/settings-N.json
    published = root / "nlp" / "data" / "schema" / f"settings-{SETTINGS}.json"
    assert published.read_text(encoding="utf-8") == to_text(settings_schema())


def test_it_is_a_schema_and_knows_every_setting() -> None:
    jsonschema.Draft202012Validator.check_schema(settings_schema())
    assert set(settings_schema()["properties"]) == set(setting_names())
    assert all(row["description"] for row in settings_schema()["properties"].values())


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("", True),
        ('encoding = "gb18030"', True),
        ("encoding = 8", False),
        ('company = "Tarnbrook"\nfiscal_year_end = 3', True),
        ("fiscal_year_end = 13", False),
        ("fiscal_year_end = true", False),
        ('select = ["A", "T03"]\nignore = []', True),
        ('select = "A"', False),
        ('[severities]\nT41 = "note"', True),
        ('[severities]\nT41 = "loud"', False),
        ('[glossary]\n"free cash flow" = "自由现金流"\nchurn = ["流失率", "流失"]', True),
        ("[glossary]\nchurn = 3", False),
        ('glossary = ["churn"]', False),
        ('[names]\n"Oven Cloud" = ["烤箱云"]', True),
        ('keep = ["OvenLink"]', True),
        ("keep = [1]", False),
        ('models = "shipped"\n[sentiment]\nzh = "path:mine"', True),
        ('[sentiment]\nde = "path:mine"', False),
        ("isolate = false", True),
        ('isolate = "no"', False),
        ("[limits]\npdf_pages = 10", True),
        ("[limits]\npdf_pages = 0", False),
        ("[limits]\npdf_pages = 1.5", False),
        ("[limits]\npages = 10", False),
        ("colour = true", False),
        ("glossary_files = []", True),
        ('glossary_files = "terms.tsv"', False),
    ],
)
def test_schema_and_reader_agree(tmp_path: Path, text: str, fits: bool) -> None:
    path = tmp_path / "tieout.toml"
    path.write_text(text, encoding="utf-8")
    assert VALIDATOR.is_valid(tomllib.loads(text)) is fits
    if fits:
        load_options(path)
    else:
        with pytest.raises(BadInput):
            load_options(path)
