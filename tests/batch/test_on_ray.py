"""Ray gives the tables that processes give, on one node and on two, and survives its workers."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from nlp.batch.run import run_batch
from nlp.errors import BadInput
from nlp.options import Options
from nlp.store.keep import open_store, verify
from nlp.store.query import query_store
from tests.batch.calls import QUIET, SHORT, calls_in, digests, harmful_check, spoil

# Ray's own threads and sockets outlive a test; what it warns of at its end is its own.
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]
ALL = pytest.mark.skipif(not os.environ.get("TIEOUT_BATTERY"), reason="run by `make faults` and `make battery`")
NIGHTLY = pytest.mark.skipif(os.environ.get("TIEOUT_BATTERY") not in ("N", "R"), reason="run by `make battery`")
ray = pytest.importorskip("ray", reason="needs the extra `ray`: pip install 'tieout[ray]'")
ON_RAY = replace(QUIET, engine="ray")


@pytest.fixture(scope="module")
def cluster(root: Path) -> Iterator[Any]:
    """Two nodes on this machine."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    os.environ["PYTHONPATH"] = str(root)
    from ray.cluster_utils import Cluster

    made = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
    made.add_node(num_cpus=1)
    made.wait_for_nodes()
    ray.init(address=made.address, log_to_driver=False, logging_level="ERROR")
    yield made
    ray.shutdown()
    made.shutdown()  # type: ignore[no-untyped-call]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return calls_in(tmp_path_factory.mktemp("calls"), 8)


@pytest.fixture(scope="module")
def by_processes(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    store = tmp_path_factory.mktemp("processes") / "s"
    run_batch(folder, store, batch=QUIET)
    return digests(store)


def test_two_nodes_give_the_tables_of_processes(
    cluster: Any, folder: Path, by_processes: dict[str, str], tmp_path: Path
) -> None:
    assert len([node for node in ray.nodes() if node["Alive"]]) == 2
    summary = run_batch(folder, tmp_path / "s", batch=ON_RAY)
    assert (summary.done, summary.failed) == (8, ())
    assert digests(tmp_path / "s") == by_processes
    assert run_batch(folder, tmp_path / "s", batch=ON_RAY).done == 0
    assert verify(open_store(tmp_path / "s")) == ()


def test_a_worker_killed_in_the_middle_loses_nothing(
    cluster: Any, folder: Path, by_processes: dict[str, str], tmp_path: Path
) -> None:
    killed: list[int] = []
    ended = threading.Event()

    def kill_one() -> None:
        while not ended.wait(0.02):
            found = _actors()
            if found and any((tmp_path / "s" / "parts").glob("*/*/*")):
                os.kill(found[0], 9)
                killed.append(found[0])
                return

    thread = threading.Thread(target=kill_one)
    thread.start()
    try:
        summary = run_batch(folder, tmp_path / "s", batch=ON_RAY)
    finally:
        ended.set()
        thread.join()
    assert len(killed) == 1
    assert (summary.done, summary.failed) == (8, ())
    assert digests(tmp_path / "s") == by_processes


def _actors() -> list[int]:
    """Processes of this session's actors: Ray names them by their class."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if path.read_bytes().startswith((b"ray::_Worker", b"ray::Worker")):
                found.append(int(path.parent.name))
        except OSError:
            continue
    return found


@ALL
@pytest.mark.parametrize(
    ("harm", "code"),
    [
        pytest.param("kill", "E320", id="killed"),
        pytest.param("exit", "E320", id="exit"),
        pytest.param("loop", "E322", id="loop"),
        pytest.param("recursion", "E999", id="recursion"),
    ],
)
def test_losses_are_rows_as_with_processes(cluster: Any, harm: str, code: str, tmp_path: Path) -> None:
    folder = calls_in(tmp_path / "in", 3)
    hit = spoil(folder, 1, harm)
    bounds = replace(SHORT, seconds=20.0)
    options = Options(checks=(harmful_check,))
    summary = run_batch(folder, tmp_path / "s", options=options, batch=replace(ON_RAY, bounds=bounds, database=True))
    assert list(summary.failed) == hit
    assert query_store(open_store(tmp_path / "s"), "SELECT call, code FROM unread").rows == ((hit[0], code),)


def test_documents_that_cannot_be_read_are_rows(cluster: Any, tmp_path: Path) -> None:
    folder = calls_in(tmp_path / "in", 2)
    next(folder.rglob("release.txt")).write_bytes(b"%PDF-1.7")
    for engine, store in ((QUIET, "p"), (ON_RAY, "r")):
        assert len(run_batch(folder, tmp_path / store, batch=engine).failed) == 1
    assert digests(tmp_path / "p") == digests(tmp_path / "r")


def test_without_ray_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(BadInput, match=r"pip install 'tieout\[ray\]'"):
        run_batch(calls_in(tmp_path / "in", 1), tmp_path / "s", batch=ON_RAY)


@NIGHTLY
def test_f12_every_task_loses_its_first_worker(cluster: Any, tmp_path: Path) -> None:
    folder = calls_in(tmp_path / "in", 4)
    spoil(folder, 4, "once")
    options = Options(checks=(harmful_check,))
    (tmp_path / "marks").mkdir()
    for path in folder.rglob("transcript.txt"):  # where the check leaves a mark is told by the document
        path.write_text(path.read_text(encoding="utf-8") + f"\nMARKS={tmp_path / 'marks'};\n", encoding="utf-8")
    summary = run_batch(folder, tmp_path / "s", options=options, batch=ON_RAY)
    assert (summary.done, summary.failed) == (4, ())
    assert len(list((tmp_path / "marks").iterdir())) == 4
    run_batch(folder, tmp_path / "p", options=options, batch=QUIET)
    assert digests(tmp_path / "s") == digests(tmp_path / "p")


@NIGHTLY
def test_f12_a_node_that_goes_takes_no_call_with_it(
    cluster: Any, folder: Path, by_processes: dict[str, str], tmp_path: Path
) -> None:
    node = cluster.add_node(num_cpus=1)

    def take_away() -> None:
        for _ in range(600):
            if any((tmp_path / "s" / "parts").glob("*/*/*")):
                cluster.remove_node(node, allow_graceful=False)
                return
            time.sleep(0.02)

    thread = threading.Thread(target=take_away)
    thread.start()
    summary = run_batch(folder, tmp_path / "s", batch=ON_RAY)
    thread.join()
    assert (summary.done, summary.failed) == (8, ())
    assert digests(tmp_path / "s") == by_processes
