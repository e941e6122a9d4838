"""What travels between a run and its workers, as JSON."""

from __future__ import annotations

from dataclasses import dataclass

from ..records import Failure
from ..store.parts import TableFile

ROLES = ("transcript", "translation", "release", "letter")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One document of a call. `sha256` is that of its bytes when the run began, None where they cannot be read."""

    role: str
    path: str
    name: str
    sha256: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One call to analyze. `call` is its key in the store; `content` the digest of all that decides its tables."""

    call: str
    content: str
    company: str | None
    period: str | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a worker says of a task. `tables` are the files it wrote into the staging folder, or sent along as bytes.

    `status`: done, partly, failed. `seconds` is CPU time, `peak_mb` the worker's largest resident size. `trouble`
    says why the tables could not be written; that ends the run, since it is no fault of the call.
    """

    call: str
    company: str
    period: str
    status: str
    tables: tuple[TableFile, ...] = ()
    failures: tuple[Failure, ...] = ()
    again: bool = False
    seconds: float = 0.0
    peak_mb: int = 0
    worker: str = ""
    models: tuple[str, ...] = ()
    trouble: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """A task whose worker did not answer. `code`: E320 it ended, E321 out of memory, E322 past the deadline."""

    call: str
    code: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What one task and one worker may use. `memory_mb` is what a worker may take beyond what it starts
    with, 0 leaves it open."""

    seconds: float = 300.0
    memory_mb: int = 2048
    tasks_a_worker: int = 50
    attempts: int = 2
