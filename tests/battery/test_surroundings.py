"""A batch in every surrounding gives the same bytes: locales, time zones, hash seeds, folders by any name, no home."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from nlp.store.keep import open_store, verify
from tests.batch.calls import calls_in, digests
from tests.battery.driving import ROOT, TIER

pytestmark = pytest.mark.skipif(TIER not in ("N", "R"), reason="run by `make battery`")

SETTINGS: dict[str, dict[str, str | None]] = {
    **{f"locale-{name}": {"LC_ALL": name, "PYTHONUTF8": "0"} for name in ("C", "POSIX", "zh_CN.GBK", "zh_TW.Big5", "no_SUCH")},
    **{f"zone-{name}": {"TZ": name} for name in ("UTC-14", "UTC+14", "Asia/Shanghai", "no/such")},
    **{f"seed-{seed}": {"PYTHONHASHSEED": seed} for seed in ("0", "1", "2", "3", "4294967295")},
    "no-home": {"HOME": None, "XDG_CACHE_HOME": None},
    "home-not-there": {"HOME": "/nonexistent", "XDG_CACHE_HOME": "/nonexistent/cache"},
    "home-read-only": {"HOME": "/proc", "XDG_CACHE_HOME": "/proc"},
    "temp-not-there": {"TMPDIR": "/nonexistent"},
    "ascii-streams": {"PYTHONIOENCODING": "ascii"},
    "warnings-are-errors": {"PYTHONWARNINGS": "error::BytesWarning"},
    "optimised": {"PYTHONOPTIMIZE": "1"},
    "no-bytecode": {"PYTHONDONTWRITEBYTECODE": "1"},
}  # fmt: skip
NAMES: dict[str, bytes] = {
    "blanks": b"two  words ",
    "line-break": b"one\ntwo",
    "quotes": b'it\'s "so" $HOME `x` ;*?',
    "emoji": "calls 📈".encode(),
    "chinese": "电话会议纪要".encode(),
    "not-utf-8": b"caf\xe9-\xff",
    "longest": b"n" * 255,
    "dash": b"-o",
}


@pytest.fixture(scope="module")
def four(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """Four calls, and the digests of a usual run."""
    folder = tmp_path_factory.mktemp("four")
    calls_in(folder / "in", 4)
    assert _run(os.fsencode(folder / "in"), os.fsencode(folder / "s"))[0] == 0
    return folder / "in", digests(folder / "s")


def _run(
    folder: bytes, store: bytes, surroundings: dict[str, str | None] | None = None, umask: int = -1
) -> tuple[int, str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **(surroundings or {})}
    command: list[str | bytes] = [sys.executable, "-m", "nlp.cli", "batch", "--workers", "2", "--log", "text"]
    command += ["-o", store, "--", folder]
    done = subprocess.run(
        command, cwd=ROOT, env={name: value for name, value in environment.items() if value is not None}, umask=umask,
        capture_output=True, check=False, timeout=300,
    )  # fmt: skip
    return done.returncode, done.stderr.decode("utf-8", "replace")


def _assert_same(done: tuple[int, str], store: Path, expected: dict[str, str]) -> None:
    """The same bytes, or one error of ours."""
    status, error = done
    assert "Traceback" not in error
    if status == 2:
        assert any(line.startswith("E") for line in error.splitlines()), error
        return
    assert status == 0, error
    assert digests(store) == expected
    assert verify(open_store(store)) == ()


@pytest.mark.parametrize("name", SETTINGS)
def test_f11_settings(name: str, four: tuple[Path, dict[str, str]], tmp_path: Path) -> None:
    folder, expected = four
    done = _run(os.fsencode(folder), os.fsencode(tmp_path / "s"), SETTINGS[name])
    _assert_same(done, tmp_path / "s", expected)


@pytest.mark.parametrize("name", NAMES)
def test_f11_names_of_folders(name: str, four: tuple[Path, dict[str, str]], tmp_path: Path) -> None:
    folder, expected = four
    place = os.path.join(os.fsencode(tmp_path), NAMES[name])
    os.mkdir(place)
    os.symlink(os.fsencode(folder), os.path.join(place, b"in"))
    done = _run(os.path.join(place, b"in"), os.path.join(place, b"s"))
    _assert_same(done, Path(os.fsdecode(os.path.join(place, b"s"))), expected)


@pytest.mark.parametrize("umask", [0o077, 0o000])
def test_f11_umask(umask: int, four: tuple[Path, dict[str, str]], tmp_path: Path) -> None:
    folder, expected = four
    _assert_same(_run(os.fsencode(folder), os.fsencode(tmp_path / "s"), umask=umask), tmp_path / "s", expected)


def test_f11_a_path_longer_than_the_system_takes(four: tuple[Path, dict[str, str]], tmp_path: Path) -> None:
    folder, _ = four
    status, error = _run(os.fsencode(folder), os.fsencode(tmp_path) + b"/" + b"n" * 200 + (b"/" + b"n" * 200) * 22)
    assert (status, "Traceback" in error) == (2, False), error
