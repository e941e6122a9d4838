"""How a batch grows: time and memory over thousands of generated calls, as a table and as JSON.

    python -m tests.bench.scaling --calls 2000                   models off
    python -m tests.bench.scaling --calls 100 --models shipped   models on
    python -m tests.bench.scaling --log RUN.jsonl --store STORE  of a run made with `tieout batch --log json 2> RUN.jsonl`

Every sentence differs, so nothing that remembers sentences helps. Seconds a call are CPU seconds; calls a minute are by
the clock. A busy machine makes CPU seconds longer, too, since cores share caches and units: whether time a call grows is
told by the lower quartile of each step, the calls that were disturbed least, all calls being of one length.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import datetime
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
    with log.open("w", encoding="utf-8") as file:
        done = subprocess.run([*command, "--config", str(config)], cwd=ROOT, stderr=file, check=False)
    if done.returncode != 0:
        sys.exit(f"the batch ended with {done.returncode}; see {log}")
    return log, folder / "s"


def measure(log: Path, store: Path | None) -> dict[str, Any]:
    """What a log tells: the curve in ten equal steps, the first hundred calls against the last, memory of workers."""
    events = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines() if line.startswith("{")]
    rows = [event for event in events if event["event"] == "call"]
    began = datetime.fromisoformat(next(event["time"] for event in events if event["event"] == "begin"))
    step = max(1, len(rows) // 10)
    curve = [
        _window(rows, start, min(start + step, len(rows)), began) for start in range(0, len(rows) - step + 1, step)
    ]
    some = min(100, max(1, len(rows) // 2))
    first, last = _least_disturbed(rows[:some]), _least_disturbed(rows[-some:])
    return {
        "calls": len(rows),
        "failures": sum(row["status"] != "done" for row in rows),
        "calls_a_minute": round(len(rows) / (_time(rows[-1]) - began).total_seconds() * 60, 1),
        "cpu_seconds_a_call": round(_seconds(rows), 3),
        "first_100_quartile": round(first, 3),
        "last_100_quartile": round(last, 3),
        "last_to_first": round(last / first, 3),
        "peak_mb": max(row["peak_mb"] for row in rows),
        "store_mb": round(sum(path.stat().st_size for path in store.rglob("*.parquet")) / 1e6, 1) if store else None,
        "curve": curve,
    }


def _window(rows: Sequence[dict[str, Any]], start: int, end: int, began: datetime) -> dict[str, Any]:
    since = _time(rows[start - 1]) if start else began
    spent = (_time(rows[end - 1]) - since).total_seconds()
    some = rows[start:end]
    peaks = [row["peak_mb"] for row in some]
    return {
        "calls": end,
        "cpu_seconds_a_call": round(_seconds(some), 3),
        "quartile": round(_least_disturbed(some), 3),
        "calls_a_minute": round(len(some) / spent * 60, 1) if spent else None,
        "peak_mb": max(peaks),
        "workers": len({row["worker"] for row in some}),
    }


def _seconds(rows: Sequence[dict[str, Any]]) -> float:
    return float(mean(row["seconds"] for row in rows))


def _least_disturbed(rows: Sequence[dict[str, Any]]) -> float:
    """The lower quartile of their seconds."""
    seconds = [float(row["seconds"]) for row in rows]
    return quantiles(seconds, n=4)[0] if len(seconds) > 1 else seconds[0]


def _time(row: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(row["time"])


def show(measured: dict[str, Any]) -> str:
    """The table for people."""
    head = "| calls | CPU s a call | lower quartile | calls a minute | peak MB of a worker |\n|---|---|---|---|---|\n"
    lines = [
        f"| {row['calls']:,} | {row['cpu_seconds_a_call']} | {row['quartile']} | {row['calls_a_minute']} | {row['peak_mb']} |"
        for row in measured["curve"]
    ]
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
