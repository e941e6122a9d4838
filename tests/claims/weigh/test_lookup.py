"""Lists of traits that are looked up in their file."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.claims.weigh import lookup
from nlp.claims.weigh.lookup import Array, Lookup, mapped, packed

TRAITS = [f"b:{word}" for word in "profit margin costs 毛利 sales_of up".split()]


@given(st.sets(st.text(st.characters(exclude_characters="\n", codec="utf-8"), min_size=1)), st.text())
def test_a_lookup_answers_as_a_dictionary_does(traits: set[str], other: str) -> None:
    order, arrays = packed(traits)
    known = Lookup(arrays["text"], arrays["ends"], arrays["firsts"], range(len(order)))
    assert sorted(order) == sorted(traits)
    assert [known[trait] for trait in order] == [*range(len(order))]
    assert known[other] == (order.index(other) if other in traits else None)
    assert known["half a \ud800 pair"] is None


def test_a_lookup_forgets_before_it_grows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lookup, "_REMEMBERED", 4)
    order, arrays = packed(TRAITS)
    known = Lookup(arrays["text"], arrays["ends"], arrays["firsts"], range(len(order)))
    assert [known[trait] for trait in (*order, "no", *order)] == [*range(6), None, *range(6)]
    assert len(known) <= 4


def test_the_arrays_of_a_file_are_those_written(tmp_path: Path) -> None:
    arrays: dict[str, Array] = {
        "table": np.arange(6, dtype=np.int8).reshape(2, 3),
        "steps of": np.array([0.5, 2], np.float32),
    }
    np.savez(tmp_path / "a.npz", **arrays)  # type: ignore[arg-type]  # arrays by name
    found = mapped(tmp_path / "a.npz")
    assert found.keys() == arrays.keys()
    assert all(found[name].dtype == arrays[name].dtype for name in arrays)
    assert all(np.array_equal(found[name], arrays[name]) for name in arrays)
