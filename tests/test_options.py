"""Options from a file: what is known, and what is said of what is not."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.errors import BadInput
from nlp.options import Limits, Options, load_options, options_from_table

WHOLE = """
company = "Alder Looms"
encoding = "gb18030"
fiscal_year_end = 3
models = "none"
select = ["T", "A101"]
ignore = ["A102"]
[severities]
T210 = "warning"
A101 = "note"
[glossary]
backlog = "在手订单"
"take rate" = ["货币化率", "变现率"]
[limits]
file_bytes = 1000
"""


def test_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "tieout.toml"
    path.write_text(WHOLE, encoding="utf-8")
    assert load_options(path) == Options(
        company="Alder Looms",
        encoding="gb18030",
        fiscal_year_end=3,
        select=("T", "A101"),
        ignore=("A102",),
        severities=(("A101", "note"), ("T210", "warning")),
        glossary=(("backlog", ("在手订单",)), ("take rate", ("货币化率", "变现率"))),
        limits=Limits(file_bytes=1000),
    )


def test_nothing_said_means_the_defaults() -> None:
    assert options_from_table({}, where="here") == Options()


@pytest.mark.parametrize(
    ("table", "said"),
    [
        pytest.param({"compny": "A"}, "here: unknown option 'compny'; known: company, ", id="unknown"),
        pytest.param({"checks": []}, "unknown option 'checks'", id="functions-are-given-in-code"),
        pytest.param({"company": 3}, "'company' is '3'; give a text", id="number-for-text"),
        pytest.param({"select": "T"}, "'select' is 'T'; give a list of texts", id="text-for-list"),
        pytest.param({"ignore": ["T", 3]}, "'ignore'", id="number-in-list"),
        pytest.param({"fiscal_year_end": 13}, "'13'; give a month from 1 to 12", id="thirteenth-month"),
        pytest.param({"fiscal_year_end": True}, "'fiscal_year_end'", id="bool-for-month"),
        pytest.param({"fiscal_year_end": "March"}, "'March'", id="month-by-name"),
        pytest.param(
            {"severities": {"T210": "fatal"}},
            "'severities.T210' is 'fatal'; give error, warning or note",
            id="severity",
        ),
        pytest.param({"severities": ["T210"]}, "give a table", id="list-for-table"),
        pytest.param({"glossary": {"backlog": 3}}, "'glossary.backlog'", id="glossary-value"),
        pytest.param(
            {"limits": {"file_byts": 1}}, "unknown limit 'file_byts'; known: file_bytes, ", id="unknown-limit"
        ),
        pytest.param({"limits": {"file_bytes": "1 MB"}}, "'limits.file_bytes' is '1 MB'", id="limit-as-text"),
        pytest.param({"limits": {"file_bytes": 0}}, "above 0", id="limit-of-nothing"),
        pytest.param({"limits": 3}, "'limits'", id="number-for-limits"),
    ],
)
def test_what_does_not_fit_is_named(table: dict[str, Any], said: str) -> None:
    with pytest.raises(BadInput, match=said):
        options_from_table(table, where="here")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(b"company = ", "not valid TOML", id="cut-short"),
        pytest.param(b"company = '\xff'", "not valid TOML", id="not-utf-8"),
        pytest.param(None, "no such options file", id="missing"),
    ],
)
def test_a_file_that_cannot_be_used(tmp_path: Path, content: bytes | None, said: str) -> None:
    path = tmp_path / "tieout.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(BadInput, match=f"tieout.toml: {said}"):
        load_options(path)


def test_a_folder_is_not_an_options_file(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        load_options(tmp_path)


@pytest.mark.parametrize(
    "other",
    [
        Options(encoding="big5"),
        Options(company="Alder Looms"),
        Options(fiscal_year_end=6),
        Options(select=("T",)),
        Options(ignore=("T",)),
        Options(severities=(("T210", "note"),)),
        Options(limits=Limits(line_chars=7)),
        Options(models="shipped"),
        Options(sentiment=(("en", "path:m"),)),
        Options(checks=(len,)),
    ],
)
def test_the_digest_tells_options_apart(other: Options) -> None:
    assert other.digest() == other.digest() != Options().digest()


def test_options_pickle() -> None:
    options = Options(company="Alder Looms", checks=(len,))
    assert pickle.loads(pickle.dumps(options)) == options


@given(st.dictionaries(st.text(max_size=12), st.one_of(st.text(), st.integers(), st.lists(st.integers()))))
def test_any_table_gives_options_or_one_error(table: dict[str, Any]) -> None:
    try:
        said = options_from_table(table, where="here").digest()
    except BadInput as error:
        said = str(error).removeprefix("here: ")
        assert said != str(error)  # noqa: PT017 # which of the two happens depends on the table drawn
    assert said


def test_glossary_files_stand_behind_what_the_options_say(tmp_path: Path) -> None:
    (tmp_path / "terms.tsv").write_text(
        "English\tChinese\tkind\nbacklog\t积压订单\ntake rate\t货币化率|变现率\tterm\nAda Quist\t艾达·奎斯特\tname\n"
        "Oven Cloud\t烤箱云\tproduct\nOvenLink\t\tkeep\n",
        encoding="utf-8",
    )
    (tmp_path / "more.csv").write_text('NRR,,keep\n"net retention","净留存率"\n', encoding="utf-8")
    path = tmp_path / "tieout.toml"
    path.write_text(
        'glossary_files = ["terms.tsv", "more.csv"]\nkeep = ["ARR"]\n[glossary]\nbacklog = "在手订单"\n',
        encoding="utf-8",
    )
    options = load_options(path)
    assert dict(options.glossary) == {
        "backlog": ("在手订单",),
        "take rate": ("货币化率", "变现率"),
        "net retention": ("净留存率",),
    }
    assert dict(options.names) == {"Ada Quist": ("艾达·奎斯特",), "Oven Cloud": ("烤箱云",)}
    assert options.keep == ("ARR", "OvenLink", "NRR")


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        pytest.param("backlog\n", "row 1", id="no-chinese"),
        pytest.param(
            "English\tChinese\nbacklog\t在手订单\tverb\n", "row 2: give English, Chinese and one of", id="kind"
        ),
    ],
)
def test_a_glossary_row_that_does_not_fit_is_named(tmp_path: Path, rows: str, told: str) -> None:
    (tmp_path / "terms.tsv").write_text(rows, encoding="utf-8")
    path = tmp_path / "tieout.toml"
    path.write_text('glossary_files = ["terms.tsv"]\n', encoding="utf-8")
    with pytest.raises(BadInput, match=told):
        load_options(path)


def test_a_glossary_that_is_not_there_is_named(tmp_path: Path) -> None:
    path = tmp_path / "tieout.toml"
    path.write_text('glossary_files = ["nowhere.tsv"]\n', encoding="utf-8")
    with pytest.raises(BadInput, match="nowhere.tsv"):
        load_options(path)


def test_sentiment_models_are_named_by_language() -> None:
    assert options_from_table({"sentiment": {"zh": "path:a", "en": "hub:b@1"}}, where="here").sentiment == (
        ("en", "hub:b@1"),
        ("zh", "path:a"),
    )
    with pytest.raises(BadInput, match=r"sentiment\.fr.*en or zh"):
        options_from_table({"sentiment": {"fr": "path:a"}}, where="here")
