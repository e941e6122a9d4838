"""Imported once by the fork server, so that a worker starts with everything but models loaded, in milliseconds.

A short call in both languages is read here: dictionaries, word lists and patterns are built before the fork and shared
by all workers. Models are not: their threads would not survive a fork.
"""

from __future__ import annotations

import gc
import os

os.environ.setdefault("OMP_NUM_THREADS", "1")  # one core a worker; before numpy is loaded
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from ..languages.tokenize import tokens
from ..pipeline import analyze
from ..report.frames import to_rows
from ..store.parts import encode_part
from ..store.schema import KEYS
from . import on_processes  # noqa: F401  what a worker runs

_CALL = """Orbel Tools First Quarter 2031 Earnings Call

Operator

Welcome. Please go ahead, Ada Lind.

Ada Lind -- Chief Financial Officer

Revenue was US$71.3 million, up 4.2% from US$68.4 million a year earlier. We expect US$72 million next quarter.

Questions and Answers:

Operator

The first question is from Jo Marsh with Pine Research.

Jo Marsh -- Pine Research -- Analyst

How much of the growth came from price?

Ada Lind -- Chief Financial Officer

About half of it came from price. Margins were weaker, and the outlook for the second half is uncertain.
"""
_TRANSLATION = "首席财务官\n\n营业收入为7,130万美元，较上年同期的6,840万美元增长4.2%。我们预计下季度为7,200万美元。\n"


def warm() -> None:
    """Build what every call needs."""
    tokens(_TRANSLATION, "zh")
    analysis = analyze(_CALL, translation=_TRANSLATION, releases=[_CALL])
    encode_part(to_rows(analysis), dict.fromkeys(KEYS, "warm"))
    gc.collect()
    gc.freeze()  # what is here stays, so that collecting in a worker does not copy its pages


warm()
