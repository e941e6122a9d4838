"""Each stage by itself, whole calls and the store, on generated calls that are new in every round.

    make bench            or: pytest tests/bench/bench_stages.py --benchmark-only --benchmark-sort=mean

Times are CPU seconds of this process, so that a busy machine disturbs them less.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from corpora.generate import Call, generate
from nlp.align import align_sentences, align_two
from nlp.checks import run_checks
from nlp.checks.evidence import Evidence
from nlp.pipeline import analyze
from nlp.readers import read
from nlp.records import Analysis
from nlp.report import render
from nlp.report.frames import to_rows
from nlp.segment import segment
from nlp.store import lock
from nlp.store.database import build_database
from nlp.store.keep import commit_tables, make_store, prepare
from nlp.store.ledger import Entry
from nlp.store.parts import encode_part
from nlp.store.query import query_store
from tests.store.filling import keys_of

ROUNDS = 8
pytestmark = pytest.mark.benchmark(timer=time.process_time, warmup=False)


@pytest.fixture(scope="session")
def calls() -> Iterator[Call]:
    """Calls in two files, each given out once; the first warm the tables that every run loads."""
    found = (call for call in generate(100_000, seed=41) if "translation.txt" in call.files)
    for call in itertools.islice(found, 2):
        _analyze(call)
    return found


def _analyze(call: Call) -> Analysis:
    files = call.files
    return analyze(files["transcript.txt"], translation=files["translation.txt"], releases=[files["release.txt"]])


def _evidence(analysis: Analysis) -> Evidence:
    return Evidence(
        documents=analysis.documents, paragraphs=analysis.paragraphs, turns=analysis.turns, exchanges=analysis.exchanges,
        sentences=analysis.sentences, beads=analysis.beads, claims=analysis.claims,
    )  # fmt: skip


def _two_sides(call: Call) -> tuple[Any, Any]:
    return tuple(segment(read(call.files[name])) for name in ("transcript.txt", "translation.txt"))  # type: ignore[return-value]


def _align(one: Any, other: Any) -> None:
    beads = align_two((one.document, one.paragraphs), (other.document, other.paragraphs))
    align_sentences((one.document, other.document), beads, (*one.sentences, *other.sentences))


def _check(evidence: Evidence) -> None:
    run_checks(evidence)


STAGES: dict[str, tuple[Callable[[Call], tuple[Any, ...]], Callable[..., Any]]] = {
    "read-and-segment": (lambda call: (call.files["transcript.txt"],), lambda text: segment(read(text))),
    "align": (_two_sides, _align),
    "check": (lambda call: (_evidence(_analyze(call)),), _check),
    "rows": (lambda call: (_analyze(call),), to_rows),
    "parquet": (lambda call: (to_rows(_analyze(call)), keys_of()), encode_part),
    "html": (lambda call: (_analyze(call),), lambda analysis: render(analysis, "html")),
    "whole-call": (lambda call: (call,), _analyze),
}


@pytest.mark.parametrize("stage", STAGES)
def test_stage(stage: str, benchmark: Any, calls: Iterator[Call]) -> None:
    prepare_one, run = STAGES[stage]
    benchmark.pedantic(run, setup=lambda: (prepare_one(next(calls)), {}), rounds=ROUNDS)


def test_store_commit(benchmark: Any, calls: Iterator[Call], tmp_path: Path) -> None:
    store, numbers = make_store(tmp_path), itertools.count()
    tables = encode_part(to_rows(_analyze(next(calls))), keys_of())

    def commit() -> None:
        number = next(numbers)
        entry = Entry(
            call=f"c/{number}", call_company="c", call_period=str(number), content=f"{number:064}", status="done", part=""
        )  # fmt: skip
        commit_tables(store, tables, entry, None, staged=str(number))

    with lock.hold(tmp_path):
        prepare(store)
        benchmark.pedantic(commit, rounds=50)
    benchmark.extra_info["database_seconds"] = _seconds(lambda: build_database(store))
    benchmark.extra_info["query_seconds"] = _seconds(lambda: query_store(store, "FROM findings_by_quarter"))


def _seconds(run: Callable[[], object]) -> float:
    began = time.perf_counter()
    run()
    return round(time.perf_counter() - began, 3)
