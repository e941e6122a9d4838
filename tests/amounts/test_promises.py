"""Promises about all texts: offsets quote, a formatted amount is read back, the scripts agree, time grows linearly."""

from __future__ import annotations

import time
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from nlp.amounts import find_amounts, find_phrases
from nlp.resources import data_text
from tests.amounts.test_read import COUNTS, MODIFIERS, MONEY, NOTHING, PER_SHARE, RANGES, RATES
from tests.strategies import texts

LANGS = st.sampled_from(["en", "zh"])
TABLE = [(row.values[0], row.values[1]) for row in [*MONEY, *PER_SHARE, *RATES, *COUNTS, *RANGES, *MODIFIERS, *NOTHING]]
_PIECES = st.sampled_from([
    "1", "12,345", "6.5", ".5", "%", " million", "bn", "k", "x", "$", "US$", "RMB", "(", ")", "-", "–", " to ", " and ",
    "between ", "from ", "over ", "up to ", "or more", "+", " percentage points", " bps", "twenty", "-one", " hundred",
    "half a ", "two-thirds", "亿", "万", "元", "人民幣", "百分之", "三", "十", "点", "分之", "成", "折", "多", "余", "几",
    "個", "家", "至", "到", "约", "超过", "以上", "年", "月", "第", "Q3", "2021", ",", "，", ".", "。", " ", "\n", "\t", "１", "／",
])  # fmt: skip
NUMBERISH = st.lists(_PIECES, max_size=30).map("".join)


@given(st.one_of(NUMBERISH, texts()), LANGS)
def test_spans_are_in_order_and_in_the_text(text: str, lang: str) -> None:
    last = 0
    for phrase in find_phrases(text, lang):
        amount = phrase.amount
        assert last <= amount.start < amount.end <= len(text)
        assert 0 <= phrase.start <= amount.start and amount.end <= phrase.end <= len(text)
        assert text[amount.start : amount.end].strip() == text[amount.start : amount.end]
        assert amount.half_step >= 0 and (amount.low is not None or amount.high is not None)
        assert amount.low is None or amount.high is None or amount.low <= amount.high
        last = amount.end


@pytest.mark.parametrize(("lang", "text"), TABLE)
def test_offsets_quote_the_surface(lang: str, text: str) -> None:
    """The quotation, read alone, has the same value and unit."""
    for amount in find_amounts(text, lang):
        surface = text[amount.start : amount.end]
        if amount.modifier is not None or amount.low != amount.high or _needs_context(surface):
            continue
        (alone,) = find_amounts(surface, lang)
        assert (alone.start, alone.end, alone.low, alone.unit) == (0, len(surface), amount.low, amount.unit)
        assert alone.half_step == amount.half_step


def _needs_context(surface: str) -> bool:
    # A point is one of per cent, a p a penny, half and a quarter a share, and brackets are a minus only beside other words; blanks
    # group before a noun; the text around decides what ¥ and 元 are.
    grouped = " " in surface and surface.replace(" ", "").isdigit()
    return (
        surface.endswith((" points", "-point", "p", "元"))
        or surface[0] in "¥("
        or surface in ("half", "a quarter")
        or grouped
    )


_NUMBERS = st.integers(min_value=0, max_value=10**6).flatmap(
    lambda whole: st.sampled_from([str(whole), f"{whole:,}", f"{whole:,}.5", f"{whole}.25"])
)
_WIDE = {ord(a): ord(a) + 0xFEE0 for a in "0123456789.,%"}
_EN = [
    "RMB{} million",
    "US${}bn",
    "{} million euros",
    "€{}k",
    "HK${} trillion",
    "{}%",
    "{} basis points",
    "{}x",
    "{} percentage points",
]
_ZH = ["{}亿元", "人民币{}万元", "{} 萬美元", "港幣{}億元", "{}%", "{}个百分点", "{}個基點", "{}倍", "{}千万日元"]
_FACTORS = {
    " million": 10**6,
    "bn": 10**9,
    "k": 10**3,
    "trillion": 10**12,
    "亿": 10**8,
    "億": 10**8,
    "千万": 10**7,
    "万": 10**4,
    "萬": 10**4,
}


def _factor(form: str) -> int:
    return next((factor for word, factor in _FACTORS.items() if word in form), 1)


@given(_NUMBERS, st.sampled_from([("en", form) for form in _EN] + [("zh", form) for form in _ZH]), st.booleans())
def test_a_formatted_amount_is_read_back(number: str, form: tuple[str, str], wide: bool) -> None:
    lang, pattern = form
    text = pattern.format(number.translate(_WIDE) if wide else number)
    value = Decimal(number.replace(",", "")) * _factor(pattern)
    for before, after in (("", ""), ("达到 " if lang == "zh" else "was ", "。" if lang == "zh" else ".")):
        (amount,) = find_amounts(before + text + after, lang)
        assert (before + text)[amount.start : amount.end] == text
        assert amount.value == value


_HAN = "零一二三四五六七八九"


def in_han(number: int) -> str:
    """A Chinese numeral below 10**12, as written."""
    if number >= 10**4:
        power, unit = (10**8, "亿") if number >= 10**8 else (10**4, "万")
        rest = number % power
        gap = "零" if rest and rest < power // 10 else ""
        return in_han(number // power) + unit + (gap + in_han(rest) if rest else "")
    text, skipped = "", False
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            text += ("零" if skipped and text else "") + _HAN[digit] + unit
        skipped = not digit
    return text


@given(st.integers(min_value=1, max_value=10**12 - 1))
def test_chinese_numerals_are_read_back(number: int) -> None:
    (amount,) = find_amounts(in_han(number) + "元", "zh")
    assert amount.value == number


_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()


def in_english(number: int) -> str:
    """English number words below 10**15."""
    for power, word in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if number >= power:
            rest = number % power
            return f"{in_english(number // power)} {word}" + (f" {in_english(rest)}" if rest else "")
    if number >= 100:
        rest = number % 100
        return f"{_ONES[number // 100]} hundred" + (f" and {in_english(rest)}" if rest else "")
    if number >= 20:
        return _TENS[number // 10] + (f"-{_ONES[number % 10]}" if number % 10 else "")
    return _ONES[number]


@given(st.integers(min_value=1, max_value=10**15 - 1), st.sampled_from([" dollars", " percent"]))
def test_english_number_words_are_read_back(number: int, unit: str) -> None:
    text = in_english(number) + unit
    (amount,) = find_amounts(text, "en")
    assert (amount.value, amount.start, amount.end) == (Decimal(number), 0, len(text))


@pytest.mark.parametrize(("lang", "text"), [row for row in TABLE if row[0] == "zh"])
def test_traditional_and_simplified_agree(lang: str, text: str) -> None:
    hant, hans = data_text("hant_hans.txt").split("\n")[-3:-1]
    simplified = text.translate({ord(a): ord(b) for a, b in zip(hant, hans, strict=True)})
    traditional = simplified.translate({ord(b): ord(a) for a, b in zip(reversed(hant), reversed(hans), strict=True)})
    assert find_amounts(traditional, lang) == find_amounts(simplified, lang)


@given(NUMBERISH)
def test_a_text_is_read_the_same_behind_another_sentence(text: str) -> None:
    """Offsets move with the text; what stands a line above says nothing about it."""
    assume(text.strip() and not text[0].isspace() and "¥" not in text)
    head = "Nothing is counted in this first sentence, which only has to be long enough to fill the window.\n\n" * 3
    body = "So " + text + " it ends."
    moved = [replace(a, start=a.start - len(head), end=a.end - len(head)) for a in find_amounts(head + body, "en")]
    assert moved == list(find_amounts(body, "en"))


GROWING = {
    "grouped": "1,1,1,1,", "han-digits": "一二三", "blanks": " ", "dollars": "$", "digits": "12345678", "scales": "万亿",
    "words": "twenty one ", "a-million": "a million ", "between": "between 1 and ", "brackets": "(((1", "minus": "-1-",
    "dots": "1.1.", "percent": "5%", "hundreds": "one hundred and ", "share": "百分之", "spaced": "1 2 3 ", "to": "1 to 2 to ",
    "letters": "a", "openers": "在从由到", "lines": "1\n\n", "up-to": "up to ", "spaced-han": "八 千 ", "over": "超过", "powers": "1e",
    "colons": "1:", "half": "half a ", "times": "5 times ", "tabs": "\t(5)", "commas": ",", "per-share": "$1 per share ",
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("piece", [pytest.param(piece, id=name) for name, piece in GROWING.items()])
def test_time_grows_with_the_length_and_no_faster(piece: str) -> None:
    """Eight times the text takes about eight times the time; a quadratic pattern would take 64 times."""
    short, long = _seconds(piece, 8_000), _seconds(piece, 64_000)
    assert long < 24 * max(short, 0.002)


def _seconds(piece: str, length: int) -> float:
    text = (piece * (length // len(piece) + 1))[:length]
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        find_amounts(text, "zh")
        best = min(best, time.process_time() - start)
    return best
