"""A store is plain Parquet: DuckDB, pandas and Arrow read it as the page of the batch says."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from pyarrow import dataset

from nlp.store.keep import Store
from tests.store.filling import small_store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return small_store(tmp_path_factory.mktemp("readers") / "s")


def test_duckdb_reads_the_parts_with_company_and_period_from_the_path(store: Store) -> None:
    found = duckdb.sql(
        f"""SELECT call_company, call_period, call, period, low
        FROM read_parquet('{store.path}/parts/**/claims.parquet', hive_partitioning = true)
        WHERE call_period = '2031-Q2' AND metric = 'revenue' AND role = 'level' AND modality = 'reported'"""  # noqa: S608
    )
    assert found is not None
    assert found.fetchall() == [("Orbel Tools", "2031-Q2", "orbel/2031-Q2", "2031-Q2", Decimal(73500000))]


def test_pandas_reads_one_table(store: Store) -> None:
    claims = pd.concat(
        [pd.read_parquet(path, partitioning=None) for path in sorted(store.path.rglob("claims.parquet"))]
    )
    assert set(claims["call_period"]) == {"2031-Q1", "2031-Q2"}
    assert {type(value) for value in claims["low"].dropna()} == {Decimal}


def test_arrow_reads_one_table(store: Store) -> None:
    files: list[Path] = sorted(store.path.rglob("findings.parquet"))
    table = dataset.dataset([str(path) for path in files], format="parquet").to_table()
    assert set(table.column("call").to_pylist()) == {"orbel/2031-Q1", "orbel/2031-Q2"}
