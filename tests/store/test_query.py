"""SQL over a store: what analysts ask is answered, and nothing else can be reached."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from nlp.errors import Damaged, Refused
from nlp.store import lock
from nlp.store.database import build_database
from nlp.store.keep import DATABASE, Store
from nlp.store.printing import to_text
from nlp.store.query import Answer, QueryLimits, query_store
from nlp.store.schema import TABLES
from nlp.store.views import VIEWS
from tests.store.filling import put, small_analysis, small_store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    made = small_store(tmp_path_factory.mktemp("query") / "s")
    build_database(made)
    return made


@pytest.mark.parametrize("name", [*TABLES, *VIEWS])
def test_every_table_and_view_answers(store: Store, name: str) -> None:
    assert query_store(store, f"FROM {name}").columns


@pytest.mark.parametrize(
    ("sql", "rows"),
    [
        pytest.param("SELECT count(DISTINCT call) FROM claims", [(2,)], id="count"),
        pytest.param(
            "SELECT low FROM claims WHERE metric = 'revenue' AND role = 'level' AND modality = 'reported' ORDER BY low",
            [(Decimal(71300000),), (Decimal(73500000),)],
            id="exact-values",
        ),
        pytest.param(
            "WITH c AS (FROM claims) SELECT call_period, count(*) > 3 FROM c GROUP BY ALL ORDER BY ALL",
            [("2031-Q1", True), ("2031-Q2", True)],
            id="common-table",
        ),
        pytest.param("SELECT unnest([1, 2]) + range FROM range(1)", [(1,), (2,)], id="allowed-functions"),
        pytest.param(
            "SELECT metric, guided_low, guided_high, reported, outcome FROM guidance_accuracy WHERE reported > 73000000",
            [("revenue", Decimal(72000000), Decimal(74000000), Decimal(73500000), "within")],
            id="guidance",
        ),
        pytest.param("SELECT count(*) > 0 FROM unanswered_questions", [(True,)], id="unanswered"),
    ],
)
def test_what_analysts_ask(store: Store, sql: str, rows: list[object]) -> None:
    assert list(query_store(store, sql).rows) == rows


ESCAPES = {
    "read-text": "SELECT * FROM read_text('/etc/passwd')",
    "read-blob": "SELECT * FROM read_blob('/etc/passwd')",
    "read-csv": "SELECT * FROM read_csv('/etc/passwd')",
    "read-csv-auto": "SELECT * FROM read_csv_auto('/etc/passwd', delim = ':')",
    "read-json": "SELECT * FROM read_json('/etc/passwd')",
    "read-parquet": "SELECT * FROM read_parquet('parts/**/claims.parquet')",
    "parquet-metadata": "SELECT * FROM parquet_metadata('parts/*')",
    "sniff": "FROM sniff_csv('/etc/passwd')",
    "glob": "SELECT * FROM glob('/*')",
    "path-as-table": "SELECT * FROM '/etc/passwd'",
    "csv-as-table": "SELECT * FROM 'secret.csv'",
    "url-as-table": "SELECT * FROM 'https://example.com/a.parquet'",
    "subquery": "SELECT (SELECT content FROM read_text('/etc/passwd'))",
    "common-table": "WITH x AS (SELECT * FROM read_text('/etc/passwd')) SELECT * FROM x",
    "lateral": "SELECT * FROM claims, LATERAL (SELECT * FROM read_text(claims.text))",
    "lambda": "SELECT list_transform([1], x -> (SELECT max(content) FROM read_text('/etc/passwd')))",
    "union": "SELECT 'a' UNION ALL SELECT content FROM read_text('/etc/passwd')",
    "text-as-query": "SELECT * FROM query('SELECT * FROM read_text(''/etc/passwd'')')",
    "query-table": "SELECT * FROM query_table('claims')",
    "copy-out": "COPY claims TO 'out.csv'",
    "copy-in": "COPY claims FROM '/etc/passwd'",
    "export": "EXPORT DATABASE 'out'",
    "import": "IMPORT DATABASE 'out'",
    "attach": "ATTACH 'other.duckdb' AS other",
    "attach-memory": "ATTACH ':memory:' AS other",
    "detach": "DETACH tieout",
    "install": "INSTALL httpfs",
    "load": "LOAD httpfs",
    "load-path": "LOAD '/tmp/evil.duckdb_extension'",
    "unlock": "SET lock_configuration = false",
    "access": "SET enable_external_access = true",
    "reset": "RESET enable_external_access",
    "pragma": "PRAGMA enable_external_access = true",
    "pragma-databases": "PRAGMA database_list",
    "databases": "SELECT * FROM duckdb_databases()",
    "settings": "SELECT * FROM duckdb_settings()",
    "secrets": "SELECT * FROM duckdb_secrets()",
    "create-secret": "CREATE SECRET (TYPE s3)",
    "setting": "SELECT current_setting('secret_directory')",
    "getenv": "SELECT getenv('HOME')",
    "catalogue": "SELECT * FROM information_schema.tables",
    "pg-catalogue": "SELECT * FROM pg_catalog.pg_tables",
    "create": "CREATE TABLE mine AS SELECT 1",
    "create-temporary": "CREATE TEMP TABLE mine AS SELECT 1",
    "macro": "CREATE TEMP MACRO f(x) AS TABLE SELECT * FROM read_text(x)",
    "insert": "INSERT INTO claims SELECT * FROM claims",
    "update": "UPDATE claims SET text = ''",
    "delete": "DELETE FROM claims",
    "drop": "DROP TABLE claims",
    "call": "CALL pragma_version()",
    "prepare": "PREPARE p AS SELECT * FROM read_text('/etc/passwd')",
    "checkpoint": "CHECKPOINT",
    "two-statements": "SELECT 1; COPY claims TO 'out.csv'",
    "explain-analyze": "EXPLAIN ANALYZE COPY claims TO 'out.csv'",
    "python-variable": "SELECT * FROM frame",
    "nothing": "",
    "no-sql": "hello",
    "surrogate": "SELECT '\ud800'",
}


@pytest.mark.parametrize("sql", ESCAPES.values(), ids=ESCAPES)
def test_every_escape_is_denied(store: Store, sql: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    frame = [1]  # what DuckDB would otherwise find in the caller's variables
    before = (store.path / DATABASE).read_bytes()
    with pytest.raises(Refused) as refused:
        query_store(store, sql)
    assert str(store.path) not in str(refused.value)
    assert "root:" not in str(refused.value)
    assert (list(tmp_path.iterdir()), frame) == ([], [1])
    assert (store.path / DATABASE).read_bytes() == before


# To define a macro harms nobody; to use one would be a second statement.
FILES = [
    sql for name, sql in ESCAPES.items() if any(word in sql for word in ("read_", "SET", "COPY")) and name != "macro"
]


@pytest.mark.parametrize("sql", FILES)
def test_the_second_fence_holds_alone(store: Store, sql: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nlp.store.query.check_sql", lambda _sql: None)
    with pytest.raises(Refused):
        query_store(store, sql)


@pytest.mark.parametrize(
    ("sql", "limits", "message"),
    [
        pytest.param(
            "SELECT sum(a.range * b.range) FROM range(100000000) a, range(100000000) b",
            QueryLimits(seconds=0.5),
            "stopped after 0.5 s",
            id="time",
        ),
        pytest.param("SELECT * FROM range(20)", QueryLimits(rows=10), "more than 10 rows", id="rows"),
        pytest.param(
            "SELECT list(range) FROM range(100000000)", QueryLimits(memory_mb=20), "needs more than 20 MB", id="memory"
        ),
    ],
)
def test_queries_have_bounds(store: Store, sql: str, limits: QueryLimits, message: str) -> None:
    with pytest.raises(Refused, match=message):
        query_store(store, sql, limits=limits)


def test_a_query_sees_what_was_put_in_since(tmp_path: Path) -> None:
    made = small_store(tmp_path)
    assert query_store(made, "SELECT count(DISTINCT call) FROM claims").rows == ((2,),)
    with lock.hold(tmp_path):
        put(made, "orbel/2031-Q3", small_analysis("Third", "77.1", "fourth"), content="d" * 64, period="2031-Q3")
    assert query_store(made, "SELECT count(DISTINCT call) FROM claims").rows == ((3,),)


def test_damage_is_seen_when_the_database_is_made(tmp_path: Path) -> None:
    made = small_store(tmp_path)
    path = next(tmp_path.rglob("claims.parquet"))
    path.write_bytes(path.read_bytes().replace(b"revenue", b"revanue", 1)[:-3])
    with pytest.raises(Damaged, match="tieout store repair"):
        build_database(made)
    assert not list(tmp_path.glob(f"{DATABASE}*")), "nothing of the attempt is left"


ANSWER = Answer(
    columns=("name", "low"),
    rows=(("=HYPERLINK(1)", Decimal("1.5000000000")), ("－减", Decimal("-2.0000000000")), ("a\x1b[31m", None)),
)


@pytest.mark.parametrize(
    ("form", "text"),
    [
        pytest.param("csv", "name,low\n'=HYPERLINK(1),1.5\n'－减,-2\na\x1b[31m,\n", id="csv"),
        pytest.param(
            "table", "name           low\n=HYPERLINK(1)  1.5\n－减             -2\na\\x1b[31m\n(3 rows)\n", id="table"
        ),
    ],
)
def test_rows_are_printed(form: str, text: str) -> None:
    assert to_text(ANSWER, form) == text


def test_json_keeps_values_exact() -> None:
    assert json.loads(to_text(ANSWER, "json"))[0] == {"name": "=HYPERLINK(1)", "low": "1.5"}
