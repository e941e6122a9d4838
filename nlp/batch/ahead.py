"""Texts of several calls encoded together: batches of one length are filled better than by one call alone.

A text's vector does not depend on its batch, and the encoder keeps what it has encoded: each call then finds the
vectors of its texts ready, and nothing else of it changes. What cannot be read here is left to its own task, which
says why.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ..errors import TieoutError
from ..options import Options
from ..pipeline import said_in, taggers_of
from ..records import Document
from ..segment import segment
from .tasks import Source, Task

CALLS = 8  # encoded together; their vectors must fit into what an encoder keeps

Read = Callable[[Source], Document]


def calls_ahead(options: Options) -> int:
    """How many further calls a worker is told of when it begins one: none where no encoder is asked for."""
    return CALLS - 1 if options.models != "none" else 0


def encode_ahead(tasks: Sequence[Task], options: Options, read: Read) -> None:
    """Encode what will be tagged of these calls."""
    taggers = taggers_of(options)
    if taggers.encoder is not None and len(tasks) > 1:
        taggers.encode([text for task in tasks for text in _said(task, read)])


def _said(task: Task, read: Read) -> Iterator[str]:
    """The spoken sentences of a call, in either language."""
    for source in task.sources:
        if source.role in ("transcript", "translation"):
            try:
                part = segment(read(source))
            except TieoutError:
                continue
            yield from said_in(part)
