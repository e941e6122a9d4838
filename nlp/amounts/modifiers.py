"""Words beside an amount that make it a bound or an approximation, in both languages."""

from __future__ import annotations

import re

from ..languages.en.numbers import EN
from ..languages.late import late
from ..languages.zh.numbers import ZH
from .found import Found
from .numerals import alternation

_LATIN_BEFORE = {phrase: modifier for phrase, modifier in EN.before.items() if phrase[0].isalpha()}
_MARKS_BEFORE = {phrase: modifier for phrase, modifier in EN.before.items() if not phrase[0].isalpha()}
_LATIN = late(
    rf"(?<![a-z])(?:(?:just|well|slightly|even|only|still|far|significantly) )?({alternation(_LATIN_BEFORE)})"
    r"(?:(?<=-)|\s{1,3})(?:(?:a|an|another|an additional)\s{1,3})?\Z"
)
_LAST_WORDS = frozenset(phrase.split()[-1] for phrase in _LATIN_BEFORE)
_LAST_WORD = late(r"([a-z.]{1,16}-?)\s{0,3}(?:(?:a|an|another|an additional)\s{1,3})?\Z")
_MARK = late(rf"(?<![-=<>])({alternation(_MARKS_BEFORE)})\s{{0,2}}\Z")
# Blanks may stand anywhere in spaced Chinese: "小于 或 等于100".
_HAN = late(
    "("
    + "|".join(" ?".join(phrase) for phrase in sorted(ZH.before, key=len, reverse=True))
    + r")[了有为是占合]?\s{0,2}\Z"
)
_HAN_ENDS = frozenset(phrase[-1] for phrase in ZH.before) | frozenset("了有为是占合")
_AFTER_WORDS = {**EN.after, **ZH.after}
_AFTER = late(
    rf"\s{{0,2}}(?:({alternation(w for w in EN.after if w[-1].isalpha())})(?![a-z])"
    r"(?!\s{1,2}(?:than|or\s{1,2}minus)(?![a-z]))|(\+)(?![0-9/])"
    rf"|({alternation(ZH.after)})(?!元化|样))"
)
# "40% and more.", not "5 stores and more staff"; "4 billion plus 200 million" is a sum.
_CLOSES = late(r"\s{0,2}(?:[.,;:!?)\]]|\Z|(?:of|for|in|by|on|from|at|to|per|among|with)(?![a-z]))")
_ADDS = late(r"\s{1,2}(?:(?:the|another|about|an additional)\s{1,2})?[a-z]{0,4}[$€£¥₹]?\s?[0-9]")
_OR_EQUAL = late(r"\s{1,2}or equal to(?![a-z])")
_SHORTER_THAN = late(r"\s?(?:低|矮|少|小|短|轻)(?![一-鿿]{0,1}[0-9])")
_GREATER_THAN = late(r"\s?(?:高|多|大|长|重)")
_THAN = late(r"比\s?\Z")
# "20% over 2020", "an increase over RMB9 million": compared with, no bound.
_COMPARED = late(r"(?:%|percent|increase|growth|improvement|gain|rise|decrease|decline|premium|points)\s{1,3}\Z")
_WENT_UP = late(
    r"(?<![a-z])(?:went|go|goes|gone|going|moved|move|back|was|is|were|came|come|stepped|picked|it's|add|adds|added|adding|summed|sums|totted)\s{1,3}\Z"
)
_CAME_FROM = late(r"(?<![a-z])from\s{1,2}[^;,\n0-9]{0,8}[0-9][^;,\n]{0,20}\s\Z")
_TENS = late(r"(?<![a-z])(low|mid|high|upper)-\Z")
_PLACES = {"low": (0, 3), "mid": (4, 6), "high": (7, 9), "upper": (7, 9)}
# "we talked about 17% decline", "I think about RMB9 billion": the topic, no approximation.
_SPOKEN = late(
    r"(?<![a-z])(?:talk|talks|talked|talking|think|thinking|thought|know|hear|heard|ask|asked|asking|learn|excited|worried|what|how"
    r"|question|questions|concern|concerned|concerns|speak|spoke|read|discuss|bring|brought|hand|turn|go|going|went)\s{1,3}\Z"
)


def modify(item: Found, low: str) -> None:
    """Set the modifier said before, after or around the amount, and widen its phrase."""
    item.modifier = item.numeral.modifier
    if _within_tens(item, low):
        return
    around = _compared_with_than(low, item.span_start, item.span_end)
    if around:
        item.modifier, item.phrase_start, item.phrase_end = around
        return
    before, after = modifier_before(low, item.phrase_start), modifier_after(low, item.phrase_end)
    if after and (before is None or before[0] in ("about", "nearly")) and after[0] in ("at_least", "at_most"):
        item.modifier, item.phrase_end = after
    elif before:
        item.modifier, item.phrase_start = before
        end = _or_equal(low, item.phrase_end)
        if end and item.modifier in ("over", "under"):
            item.modifier, item.phrase_end = ("at_least" if item.modifier == "over" else "at_most"), end
    elif after and item.modifier is None:
        item.modifier, item.phrase_end = after


def _within_tens(item: Found, low: str) -> bool:
    """ "mid-20%" lies in the middle of the twenties."""
    match = _TENS.search(low, max(0, item.span_start - 8), item.span_start)
    if match is None or item.kind != "percent" or item.is_range or not item.numeral.low or item.numeral.low % 10:
        return False
    start, end = _PLACES[match.group(1)]
    base = item.numeral.low
    item.numeral.low, item.numeral.high = base + start, base + end
    item.modifier, item.is_range, item.phrase_start = "about", True, match.start()
    return True


def modifier_before(low: str, at: int) -> tuple[str, int] | None:
    """The modifier that ends before `at` and where it starts."""
    char = low[at - 1 : at]
    if char in " \n\t":
        char = low[max(0, at - 3) : at].rstrip()[-1:] or " "
    if char and char in "~≈><≥≤=":
        match = _MARK.search(low, max(0, at - 6), at)
        return (_MARKS_BEFORE[match.group(1)], match.start()) if match else None
    if char in _HAN_ENDS:
        return _han_before(low, at)
    if char.isascii() and (char.isalpha() or char in ".-"):
        return _latin_before(low, at)
    return None


def _latin_before(low: str, at: int) -> tuple[str, int] | None:
    window = max(0, at - 48)
    last = _LAST_WORD.search(low, max(0, at - 26), at)
    if last is None or (last.group(1) not in _LAST_WORDS and last.group(1).rstrip("-") not in _LAST_WORDS):
        return None
    match = _LATIN.search(low, window, at)
    if match is None:
        return None
    phrase = re.sub(r"\s+", " ", match.group(1))
    if phrase in ("over", "above") and _COMPARED.search(low, max(0, match.start() - 16), match.start()):
        return None
    if phrase in ("about", "around", "over") and _SPOKEN.search(low, max(0, match.start() - 14), match.start()):
        return None
    if phrase == "up to" and _is_an_end(low, match.start()):
        return None
    return _LATIN_BEFORE[phrase], match.start()


def _is_an_end(low: str, at: int) -> bool:
    """ "went up to 5%", "from 60 up to 70%": where something went, no bound."""
    return bool(_WENT_UP.search(low, max(0, at - 10), at) or _CAME_FROM.search(low, max(0, at - 36), at))


def _han_before(low: str, at: int) -> tuple[str, int] | None:
    match = _HAN.search(low, max(0, at - 12), at)
    if match is None:
        return None
    phrase = match.group(1).replace(" ", "")
    if (
        phrase in ("过", "破", "超")
        and low[match.start() - 1 : match.start()] in "通经不超突打透买卖"
        and match.start()
    ):
        return None
    return ZH.before[phrase], match.start()


def modifier_after(low: str, at: int) -> tuple[str, int] | None:
    """The modifier that begins at `at` and where it ends."""
    match = _AFTER.match(low, at)
    if match is None:
        return None
    phrase = re.sub(r"\s+", " ", match.group(match.lastindex or 0))
    if phrase in ("and more", "and higher") and not _CLOSES.match(low, match.end()):
        return None
    # "4 billion plus 200 million" is a sum; "up 5% on 318 million and up 2% on the quarter" goes on.
    if (phrase == "plus" or phrase.startswith("and ")) and _ADDS.match(low, match.end()):
        return None
    return _AFTER_WORDS[phrase], match.end()


def _or_equal(low: str, at: int) -> int | None:
    """The end of "or equal to" said after the number."""
    match = _OR_EQUAL.match(low, at)
    return match.end() if match else None


def _compared_with_than(low: str, start: int, end: int) -> tuple[str, int, int] | None:
    """比 170 低: a bound said around the number, with the phrase's offsets."""
    than = _THAN.search(low, max(0, start - 2), start)
    if than is None:
        return None
    for pattern, modifier in ((_SHORTER_THAN, "under"), (_GREATER_THAN, "over")):
        match = pattern.match(low, end)
        if match:
            return modifier, than.start(), match.end()
    return None
