"""How a batch grows: time and memory over thousands of generated calls, as a table and as JSON.

    python -m tests.bench.scaling --calls 2000                   models off
    python -m tests.bench.scaling --calls 100 --models shipped   models on
    python -m tests.bench.scaling --log RUN.jsonl --store STORE  of a run made with `tieout batch --log json 2> RUN.jsonl`

Every sentence differs, so nothing that remembers sentences helps. Seconds a call are CPU seconds; calls a minute are by
the clock. CPU seconds are longer on a busy machine, since cores share caches and units, and on one that was slowed down:
the same calls took a fifth longer a few minutes after. So a probe does one fixed piece of work every two seconds while
the batch runs, and whether time a call grows is told by the lower quartile of a step's calls, all of one length, over the
lower quartile of the probes within it.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from statistics import mean, quantiles
from typing import Any

from corpora.generate import write

ROOT = Path(__file__).resolve().parents[2]


def run(calls: int, models: str, folder: Path, *, paragraphs: int) -> tuple[Path, Path]:
    """Generate calls and batch them; the log and the store."""
    write(folder / "in", calls, seed=2026, paragraphs=paragraphs)
    config = folder / "tieout.toml"
    config.write_text(f'models = "{models}"\n', encoding="utf-8")
    log = folder / "run.jsonl"
    command = [sys.executable, "-m", "nlp.cli", "batch", str(folder / "in"), "-o", str(folder / "s"), "--log", "json"]
    ended = threading.Event()
    prober = threading.Thread(target=_probe_until, args=(ended, folder / "probes.jsonl"))
    prober.start()
    with log.open("w", encoding="utf-8") as file:
        done = subprocess.run([*command, "--config", str(config)], cwd=ROOT, stderr=file, check=False)
    ended.set()
    prober.join()
    if done.returncode != 0:
        sys.exit(f"the batch ended with {done.returncode}; see {log}")
    with log.open("a", encoding="utf-8") as file:
        file.write((folder / "probes.jsonl").read_text(encoding="utf-8"))
    return log, folder / "s"


def _probe_until(ended: threading.Event, path: Path) -> None:
    """Write a line every two seconds: when, and the CPU milliseconds that one fixed piece of work took."""
    text = "".join(f"In week {week} orders were {week * 7919 % 9973 / 10} million. " for week in range(2000))
    with path.open("w", encoding="utf-8") as file:
        while not ended.wait(2):
            start = time.thread_time()
            counts = Counter(re.findall(r"\d+(?:\.\d+)?|\w+", text))
            sum(Decimal(word) for word in counts if word[0].isdigit())
            spent = (time.thread_time() - start) * 1000
            event = {"event": "probe", "time": datetime.now(UTC).isoformat(), "ms": round(spent, 3)}
            file.write(json.dumps(event) + "\n")


def measure(log: Path, store: Path | None) -> dict[str, Any]:
    """What a log tells: the curve in ten equal steps, the first hundred calls against the last, memory of workers."""
    events = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines() if line.startswith("{")]
    rows = [event for event in events if event["event"] == "call"]
    probes = [event for event in events if event["event"] == "probe"]
    began = datetime.fromisoformat(next(event["time"] for event in events if event["event"] == "begin"))
    step = max(1, len(rows) // 10)
    curve = [
        _window(rows, start, min(start + step, len(rows)), began, probes)
        for start in range(0, len(rows) - step + 1, step)
    ]
    some = min(100, max(1, len(rows) // 2))
    first, last = (_window(rows, at, at + some, began, probes) for at in (0, len(rows) - some))
    return {
        "calls": len(rows),
        "failures": sum(row["status"] != "done" for row in rows),
        "calls_a_minute": round(len(rows) / (_time(rows[-1]) - began).total_seconds() * 60, 1),
        "cpu_seconds_a_call": round(_seconds(rows), 3),
        "first_100_quartile": first["quartile"],
        "last_100_quartile": last["quartile"],
        "last_to_first": _ratio(last["quartile"], first["quartile"]),
        "last_to_first_in_probes": _ratio(last["in_probes"], first["in_probes"]),
        "peak_mb": max(row["peak_mb"] for row in rows),
        "store_mb": round(sum(path.stat().st_size for path in store.rglob("*.parquet")) / 1e6, 1) if store else None,
        "curve": curve,
    }


def _window(
    rows: Sequence[dict[str, Any]], start: int, end: int, began: datetime, probes: Sequence[dict[str, Any]]
) -> dict[str, Any]:
    since = _time(rows[start - 1]) if start else began
    spent = (_time(rows[end - 1]) - since).total_seconds()
    some = rows[start:end]
    quartile = _lower_quartile([float(row["seconds"]) for row in some])
    within = [float(event["ms"]) for event in probes if since <= _time(event) <= _time(rows[end - 1])]
    probe = _lower_quartile(within) if within else None
    peaks = [row["peak_mb"] for row in some]
    return {
        "calls": end,
        "cpu_seconds_a_call": round(_seconds(some), 3),
        "quartile": round(quartile, 3),
        "probe_ms": probe and round(probe, 2),
        "in_probes": probe and round(quartile * 1000 / probe, 2),
        "calls_a_minute": round(len(some) / spent * 60, 1) if spent else None,
        "peak_mb": max(peaks),
        "workers": len({row["worker"] for row in some}),
    }


def _seconds(rows: Sequence[dict[str, Any]]) -> float:
    return float(mean(row["seconds"] for row in rows))


def _lower_quartile(values: Sequence[float]) -> float:
    return quantiles(values, n=4)[0] if len(values) > 1 else values[0]


def _ratio(one: float | None, other: float | None) -> float | None:
    return round(one / other, 3) if one and other else None


def _time(row: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(row["time"])


def show(measured: dict[str, Any]) -> str:
    """The table for people."""
    head = (
        "| calls | CPU s a call | lower quartile | in probes | calls a minute | peak MB of a worker |\n"
        "|---|---|---|---|---|---|\n"
    )
    columns = ("cpu_seconds_a_call", "quartile", "in_probes", "calls_a_minute", "peak_mb")
    lines = [f"| {row['calls']:,} | {' | '.join(str(row[name]) for name in columns)} |" for row in measured["curve"]]
    rest = "\n".join(f"{name}: {value}" for name, value in measured.items() if name != "curve")
    return f"{head}{chr(10).join(lines)}\n\n{rest}\n"


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--calls", type=int, default=300)
    parser.add_argument("--paragraphs", type=int, default=40)
    parser.add_argument("--models", default="none")
    parser.add_argument("--log", type=Path)
    parser.add_argument("--store", type=Path)
    parser.add_argument("--json", type=Path, help="write the figures here too")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="tieout-scaling-") as folder:
        log, store = given.log, given.store
        if log is None:
            log, store = run(given.calls, given.models, Path(folder), paragraphs=given.paragraphs)
        measured = measure(log, store)
    print(show(measured))  # noqa: T201 - a script
    if given.json:
        given.json.write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
