"""What a pattern needs is in every text it matches: looking for that first changes no result."""

from __future__ import annotations

import doctest
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.claims.mentions import _RULES
from nlp.claims.metrics import RULES
from nlp.languages import hints
from nlp.languages.hints import Hinted, ManyHinted, beginnings, needed

PATTERNS = [
    *(pattern for rules in _RULES.values() for _, pattern in rules.patterns),
    *(rules.third_party for rules in RULES.values()),
    r"a(?:b|c+)(?!d)e?f|[xyz]{2}q",
    r"(?<=of )straße|ſ?K",
]
WORDS = (
    "q1 Q4 1Q 2H last year this quarter ended ending as of at the end first second half full fiscal FY 2031 31 '31 june 30, "
    "same period months nine twelve ago next 去年 第 三 季度 末 截至 年 月 日 30 12 上 半年 本季 according to Data from Pine Research "
    "estimates of ſecond İnsight FİRST Kelvin ab c f xyq straSSe"
).split()


@given(st.lists(st.sampled_from(WORDS), max_size=9), st.sampled_from(["", " ", "-", ", "]))
def test_nothing_is_missed(words: list[str], between: str) -> None:
    text = between.join(words)
    for pattern in PATTERNS:
        plain = [match.span() for match in re.finditer(pattern, text, re.IGNORECASE)]
        assert [match.span() for match in _hinted(pattern).finditer(text)] == plain


@given(st.lists(st.sampled_from([*WORDS, "PINE", "ıf", "Straße"]), max_size=9), st.sampled_from(["", " ", "-", ", "]))
def test_whether_and_where_without_a_match(words: list[str], between: str) -> None:
    text = between.join(words)
    for pattern in (*PATTERNS, r"^(?:and )?(?P<Name>Last|[A-F]+)\S", r"\Alast|^q", "(?-i:Q)1|ab"):
        plain = [match.span() for match in re.finditer(pattern, text, re.IGNORECASE)]
        one = _hinted(pattern)
        found = one.search(text)
        assert (found.span() if found else None) == (plain[0] if plain else None)
        assert list(one.spans(text)) == plain
        assert one.is_in(text) == bool(plain)


_HINTED: dict[str, Hinted] = {}


def _hinted(pattern: str) -> Hinted:
    return _HINTED.setdefault(pattern, Hinted(pattern, re.IGNORECASE))


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        pytest.param("(?:net )?profits?", (("profit",),), id="what-may-be-left-out-is-not-needed"),
        pytest.param("a{2,}b", (("b",), ("a",)), id="repeats"),
        pytest.param(r"\d+|x", (), id="a-branch-that-needs-nothing"),
        pytest.param("(?!no)yes(?=ab)", (("yes",),), id="look-arounds-are-not-part-of-it"),
        pytest.param("[^a]b", (("b",),), id="all-characters-but-one"),
    ],
)
def test_needed(pattern: str, words: tuple[tuple[str, ...], ...]) -> None:
    assert needed(pattern) == words


@given(st.lists(st.sampled_from(WORDS), max_size=9), st.sampled_from(["", " ", "-", ", "]))
def test_many_patterns_find_what_each_finds(words: list[str], between: str) -> None:
    text = between.join(words)
    expected = [(at, hit.span()) for at, one in enumerate(PATTERNS) for hit in re.finditer(one, text, re.IGNORECASE)]
    assert [(at, hit.span()) for at, hit in _MANY.finditer(text)] == expected
    assert list(_MANY.that_match(text)) == sorted({at for at, _ in expected})
    assert [_hinted(one).count([text, ""]) for one in PATTERNS] == [
        sum(1 for _ in re.finditer(one, text, re.IGNORECASE)) + bool(re.match(one, "", re.IGNORECASE))
        for one in PATTERNS
    ]
    for one in PATTERNS:
        assert _hinted(one).sub("#", text) == re.sub(one, "#", text, flags=re.IGNORECASE)


_MANY = ManyHinted([Hinted(pattern, re.IGNORECASE) for pattern in PATTERNS])


@pytest.mark.parametrize(
    ("pattern", "first", "begun"),
    [
        pytest.param("(?:net |gross )?profits?", "n", {"et"}, id="branches"),
        pytest.param("(?:net |gross )?profits?", "p", {"ro"}, id="left-out"),
        pytest.param("ab?c|ad+", "a", {"bc", "c", "d", "dd"}, id="optional"),
        pytest.param("a+b", "a", {"aa", "ab", "b"}, id="repeated"),
        pytest.param("a|abc", "a", {"", "bc"}, id="may-end"),
        pytest.param(r"(?:a.|\da)c", "a", {""}, id="any-character"),
        pytest.param(r"\dc", "1", {""}, id="any-first-character"),
        pytest.param("(?<!x)[Aa](?=b)b", "a", {"b"}, id="look-arounds"),
    ],
)
def test_beginnings(pattern: str, first: str, begun: set[str]) -> None:
    assert beginnings(pattern, first, 2) == frozenset(begun)


def test_the_examples() -> None:
    assert doctest.testmod(hints).failed == 0


def test_without_a_reader_of_patterns_every_text_is_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hints, "_parser", None)
    assert [hit[0] for hit in Hinted("b").finditer("abc")] == ["b"]


def test_a_pattern_is_compiled_when_a_text_has_what_it_needs() -> None:
    one = Hinted("profit")
    list(one.finditer("revenue"))
    assert "compiled" not in vars(one)
    list(one.finditer("profit"))
    assert "compiled" in vars(one)
