"""What hypothesis draws from: texts as they really come, intervals, and whole tables of rows."""

from __future__ import annotations

import dataclasses
import types
from decimal import Decimal
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from nlp import places, records
from nlp.records import Amount, Analysis, Interval

T = TypeVar("T")

# Everything that has broken an offset somewhere: full-width forms, both scripts, bidi marks, joiners, characters beyond
# the basic plane, line ends of every kind, lone surrogates.
_AWKWARD = (
    "１２．５％，。“”‘’–—　億亿萬万點点營营\u202a\u202e\u2066\u200d\ufeff\u00a0\u2028\x85\x0b\r\n\t𠮷🙂e\u0301\ud800"
)
_WORDS = (
    "revenue",
    "net loss",
    "RMB",
    "US$",
    "12.5%",
    "3-4",
    "third quarter",
    "營收",
    "同比增长",
    "亿元",
    "约",
    "。",
    ". ",
)


def texts(max_size: int = 200) -> st.SearchStrategy[str]:
    """Any text, more often than not of the awkward kind."""
    pieces = st.one_of(st.sampled_from(_AWKWARD), st.sampled_from(_WORDS), st.characters())
    return st.lists(pieces, max_size=max_size // 4).map("".join)


def decimals() -> st.SearchStrategy[Decimal]:
    """Finite decimals of the sizes reports have."""
    return st.decimals(min_value=-(10**15), max_value=10**15, places=4, allow_nan=False, allow_infinity=False)


@st.composite
def intervals(draw: st.DrawFn, open_ends: bool = True) -> Interval:
    """Non-empty intervals; with `open_ends` an end may be missing or excluded."""
    low, high = sorted((draw(decimals()), draw(decimals())))
    if not open_ends:
        return Interval(low=low, high=high)
    excluded = st.booleans() if low < high else st.just(False)
    return Interval(
        low=draw(st.sampled_from([low, None])),
        high=draw(st.sampled_from([high, None])),
        low_open=draw(excluded),
        high_open=draw(excluded),
    )


@st.composite
def amounts(draw: st.DrawFn) -> Amount:
    """Amounts as `find_amounts` gives them: the ends in order, the step not negative."""
    low, high = sorted((draw(decimals()), draw(decimals())))
    row = draw(rows(Amount))
    return dataclasses.replace(row, low=low, high=high, half_step=abs(row.half_step))


def rows(kind: type[T]) -> st.SearchStrategy[T]:
    """Rows of a record class, every field drawn by its type hint."""
    hints = get_type_hints(
        kind, globalns={**vars(records), **vars(places), "pd": types.SimpleNamespace(DataFrame=object)}
    )
    names = [field.name for field in dataclasses.fields(kind)]  # type: ignore[arg-type] # records only
    return st.builds(kind, **{name: _values(hints[name], name) for name in names})


def analyses() -> st.SearchStrategy[Analysis]:
    """Whole analyses with small tables."""
    return rows(Analysis)


def _values(hint: Any, name: str) -> st.SearchStrategy[Any]:
    origin, kinds = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return st.one_of(st.none(), *(_values(kind, name) for kind in kinds if kind is not type(None)))
    if origin is Literal:
        return st.sampled_from(kinds)
    if origin is tuple:
        return _tuples(kinds, name)
    if dataclasses.is_dataclass(hint):
        return st.deferred(lambda: rows(hint))  # type: ignore[arg-type] # a class, never a row
    return _PLAIN[hint]


def _tuples(kinds: tuple[Any, ...], name: str) -> st.SearchStrategy[Any]:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return st.lists(_values(kinds[0], name), max_size=2).map(tuple)
    return st.tuples(*(_values(kind, name) for kind in kinds))


_PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(max_size=8),
    int: st.integers(min_value=0, max_value=10**6),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    Decimal: decimals(),
    Any: st.one_of(st.text(max_size=8), st.integers(min_value=0, max_value=10**6)),
}
