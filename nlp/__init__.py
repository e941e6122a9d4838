"""Reads earnings calls in English and Chinese and says of every number whether it holds.

The public names, each loaded at its first use so that `import nlp` costs nothing. Write `from nlp import analyze`; the
bare name `nlp` is what spaCy's users call their pipeline.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .align import align
    from .amounts import find_amounts
    from .errors import (
        BadInput,
        BadUsage,
        Changed,
        Damaged,
        Empty,
        Held,
        NotATranscript,
        NotFound,
        Refused,
        StoreError,
        TieoutError,
        TooLarge,
        TooSlow,
        UnknownEncoding,
        UnknownFormat,
        Unreadable,
    )
    from .options import Limits, Options, load_options
    from .pipeline import analyze, find_claims, verify
    from .places import Place, Table
    from .readers import read
    from .records import (
        Amount,
        Analysis,
        Answer,
        Bead,
        Claim,
        Comment,
        Coverage,
        Document,
        Exchange,
        Failure,
        Finding,
        Interval,
        Pair,
        Paragraph,
        Part,
        Repair,
        Run,
        Segments,
        Sentence,
        Span,
        Tag,
        Turn,
    )
    from .segment import segment
    from .tags import tag_sentiment, tag_topics

__version__ = "0.1.0"

__all__ = [
    "Amount",
    "Analysis",
    "Answer",
    "BadInput",
    "BadUsage",
    "Bead",
    "Changed",
    "Claim",
    "Comment",
    "Coverage",
    "Damaged",
    "Document",
    "Empty",
    "Exchange",
    "Failure",
    "Finding",
    "Held",
    "Interval",
    "Limits",
    "NotATranscript",
    "NotFound",
    "Options",
    "Pair",
    "Paragraph",
    "Part",
    "Place",
    "Refused",
    "Repair",
    "Run",
    "Segments",
    "Sentence",
    "Span",
    "StoreError",
    "Table",
    "Tag",
    "TieoutError",
    "TooLarge",
    "TooSlow",
    "Turn",
    "UnknownEncoding",
    "UnknownFormat",
    "Unreadable",
    "align",
    "analyze",
    "find_amounts",
    "find_claims",
    "load_options",
    "read",
    "segment",
    "tag_sentiment",
    "tag_topics",
    "verify",
]

_ELSEWHERE = {
    "align": "align",
    "analyze": "pipeline",
    "find_amounts": "amounts",
    "find_claims": "pipeline",
    "Place": "places",
    "Table": "places",
    "read": "readers",
    "segment": "segment",
    "tag_sentiment": "tags",
    "tag_topics": "tags",
    "verify": "pipeline",
}
_ERRORS = frozenset(
    "BadInput BadUsage Changed Damaged Empty Held NotATranscript NotFound Refused StoreError TieoutError TooLarge "
    "TooSlow UnknownEncoding UnknownFormat Unreadable".split()
)
_OPTIONS = frozenset({"Limits", "Options", "load_options"})


def _home(name: str) -> str:
    """The module of a public name; the records are the rest."""
    if name in _ERRORS:
        return "errors"
    return "options" if name in _OPTIONS else _ELSEWHERE.get(name, "records")


if not TYPE_CHECKING:  # a type checker that sees this takes any name for a public one

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f".{_home(name)}", __name__), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


class _Package(ModuleType):
    """Keeps `align` and `segment` the functions.

    They are the names of subpackages too, and Python binds a subpackage to its parent when it is first imported, so
    `from nlp import align` would give a function or a module depending on what ran before.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (isinstance(value, ModuleType) and name in _ELSEWHERE):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
