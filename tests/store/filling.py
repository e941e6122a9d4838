"""A small analysis and small stores for the tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from nlp.pipeline import analyze
from nlp.records import Analysis
from nlp.report.frames import to_rows
from nlp.store import lock
from nlp.store.keep import Store, commit_tables, make_store, prepare
from nlp.store.ledger import Entry
from nlp.store.parts import encode_part

CALL = """Orbel Tools {quarter} Quarter 2031 Earnings Call

Ada Lind -- Chief Financial Officer

Revenue was US${revenue} million, up 4.2% from US$68.4 million a year earlier. We expect revenue of US$72 million to US$74 million in the {next} quarter of 2031.

Questions and Answers:

Jo Marsh -- Pine Research -- Analyst

How much of the growth came from price?

Ada Lind -- Chief Financial Officer

Margins were weak in Europe.
"""


@cache
def small_analysis(quarter: str = "First", revenue: str = "71.3", following: str = "second") -> Analysis:
    return analyze(CALL.format(quarter=quarter, revenue=revenue, next=following))


def keys_of(call: str = "orbel/2031-Q1", period: str = "2031-Q1") -> dict[str, str]:
    return {"call_company": "Orbel Tools", "call_period": period, "call": call}


def put(store: Store, call: str, analysis: Analysis, *, content: str, period: str = "2031-Q1") -> Entry:
    """Commit one call as a run does."""
    entry = Entry(call=call, call_company="Orbel Tools", call_period=period, content=content, status="done", part="")
    earlier = store.ledger().entries.get(call)
    tables = encode_part(to_rows(analysis), keys_of(call, period))
    return commit_tables(store, tables, entry, earlier, staged=content)


def small_store(path: Path) -> Store:
    """Two quarters of one company."""
    store = make_store(path)
    with lock.hold(path):
        prepare(store)
        put(store, "orbel/2031-Q1", small_analysis(), content="a" * 64)
        put(
            store, "orbel/2031-Q2", small_analysis("Second", "73.5", "third"), content="b" * 64, period="2031-Q2"
        )  # fmt: skip
    return store
