"""The scan: one pass over the folded copy that finds numerals and reads sign, currency, scale and unit around each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ..languages.en.currencies import CENTS
from ..languages.en.numbers import EN
from ..languages.late import late
from ..text import fold, simplify
from . import chinese, english, exclusions
from .context import word_before
from .found import Found
from .fractions import read_fraction, read_han_fraction
from .nouns import noun_after
from .numerals import Numeral, alternation, negate, read_digits
from .prefixes import Prefix, read_prefix
from .spoken import read_spoken
from .units import Unit, read_scale, read_suffix

_LOWER = {code: code + 32 for code in range(65, 91)}
_WIDE_COMMA = late("，(?![０-９])|(?<![０-９])，")
_KEPT = "\ue000"  # stands for a full-width comma while the rest is folded
_DIGITS = (
    r"[0-9]{1,3}(?:,[0-9]{3}){1,12}(?![0-9])(?:\.[0-9]++)?"
    r"|[0-9]{1,2}(?:,[0-9]{2}){1,12},[0-9]{3}(?![0-9])(?:\.[0-9]++)?"  # India groups by two: 12,34,567
    r"|(?<![0-9] )[1-9][0-9]{0,2}(?: [0-9]{3}){1,4}(?:[.,][0-9]{1,2})?(?!\.?[0-9]| [0-9]|[,:/'][0-9])"
    r"|[0-9]{1,9} [0-9]{1,2}/(?:2|4|8|16|32|64)(?![0-9/])"
    r"|[0-9]++(?:\.[0-9]++)?(?:e[+-]?[0-9]{1,2}(?![a-z0-9]))?|(?<![0-9a-z])(?<!s/)\.[0-9]++"
)
_CANDIDATE = late(f"[0-9.+(半对翻{chinese.CHARACTERS}]")
_MASTER = late(
    rf"(?P<skip>{exclusions.SKIP})|(?P<digits>{_DIGITS})|(?P<share>[百千万] ?分 ?之 {{0,2}}[负-]?)"
    rf"|(?P<tenth>半成(?!品)|[半对]折)|(?P<han>{chinese.START})"
)
_NUMERAL = late(rf"(?P<digits>{_DIGITS})|(?P<han>{chinese.START})")
_HAN_FOLLOWS = late(r" {0,2}[十百千万亿兆拾佰仟]|个亿|[余多几来]|点[0-9][折成]")
_ENDS_A_NUMBER = frozenset("万亿兆元圆")  # 1.2亿-1.4亿元 is a range
# 参 is the numeral 3 only among formal numerals; elsewhere it takes part: 三千万参与.
_FORMAL = "零壹贰叁肆伍陆柒捌玖拾佰仟"
_NO_THREE = late(rf"(?<![{_FORMAL}])参(?![{_FORMAL}万亿])")
_NEGATIVE = late(r"(?<![a-z])(?<!plus or )(?:negative|minus)\s{1,3}\Z|(?<!正)负\s?\Z")
# "plus 4%", "rental plus 1.5 points": a sign, but for sums (LIBOR plus 2%, 5% plus 3%).
_PLUS = late(
    r"(?:\A|[,;:(\n–—-]\s?|(?<![a-z0-9])(?!(?:[sep]?[ao]nia|libor|sofr|euribor|hibor|bbsy|cpih?|rpi|inflation|prime|base|rates?|benchmark|cost"
    r"|index|gdp|principal|and|or)\s)[a-z][a-z'’&-]*\s)(?P<sign>plus\s{1,3})\Z"
)
_PLUS_UNITS = ("percent", "percentage_point", "basis_point")
_OTHER_END = late(r"(?: ?- ?| (?:to|and|or) |至|到)(?P<number>[1-9][0-9]{0,2}(?: [0-9]{3}){1,4})(?! ?[0-9])")
_NUMBERED = frozenset(("aircraft", "jets", "planes", "airliners"))  # "about 160 737 aircraft" are of a model
_COMMA_GROUPS = late(r"[0-9],[0-9]{3}(?![0-9])")
_TENS = Decimal(10)
_SHARES = {"百": Decimal(1), "千": Decimal("0.1"), "万": Decimal("0.01")}
_CELL = 60  # characters a table cell holds at most
_BEFORE_SIGN = " (\n\t[:,;/|"


class Copies:
    """One text and its copies of equal length: `folded` (width, quotes, script), and `low`, that in lower case."""

    def __init__(self, text: str, lang: str) -> None:
        self.text = text
        # A full-width comma separates clauses; only between full-width digits it groups them.
        kept = "，" in text and _KEPT not in text
        folded = simplify(fold(_WIDE_COMMA.sub(_KEPT, text) if kept else text))
        folded = folded.replace(_KEPT, "，") if kept else folded
        self.folded = _NO_THREE.sub("叅", folded) if "参" in folded else folded
        self.low = self.folded.translate(_LOWER)
        self.lang = lang
        self.floor = 0  # the end of the last amount: the next one's currency does not lie before it

    def is_alone(self, numeral: Numeral) -> bool:
        """Nothing but the number, a sign and a mark is in the text: a table cell, which has no company to judge by."""
        if len(self.text) > 200 or exclusions.is_year(numeral):
            return False
        rest = self.low[: numeral.start] + self.low[numeral.end :]
        return not rest.strip(" -+\n\tkmbg()")


def scan(copies: Copies) -> Iterator[Found]:
    """Every numeral with its unit, in order; `hard` and `soft` mark those that are no amounts or need support."""
    low, place = copies.low, 0
    for start, in_words in _starts(low):
        if start < place:
            continue
        spoken = read_spoken(low, start) if in_words or low[start] == "翻" else None
        if spoken is not None:
            copies.floor = place = spoken.span_end
            yield spoken
            continue
        match = None if in_words else _MASTER.match(low, start)
        if match is None and not in_words:
            continue
        numeral, place = _words(low, start) if match is None else _numeral(copies, match)
        if numeral is None:
            continue
        shared = match is not None and match.lastgroup == "share"
        item = _share(copies, match, numeral) if match and shared else _typed(copies, numeral, copies.floor)
        copies.floor = place = max(place, item.span_end)
        yield item


def _starts(low: str) -> Iterator[tuple[int, bool]]:
    """Where numerals may begin, in order, and whether in number words. Two fast searches are merged."""
    words = (
        m.start()
        for m in english.STARTS.finditer(low)
        if not low[m.start() - 1 : m.start()].isalnum() or m.start() == 0
    )
    word = next(words, -1)
    for match in _CANDIDATE.finditer(low):
        start = match.start()
        while -1 < word < start:
            yield word, True
            word = next(words, -1)
        yield start, False
    while word > -1:
        yield word, True
        word = next(words, -1)


def _words(low: str, start: int) -> tuple[Numeral | None, int]:
    numeral, end = read_fraction(low, start)
    return (numeral, end) if numeral or end > start else english.read_words(low, start)


def _numeral(copies: Copies, match: re.Match[str]) -> tuple[Numeral | None, int]:
    low = copies.low
    start, end = match.span()
    if match.lastgroup == "digits":
        return _digits(copies, match)
    if match.lastgroup == "han":
        numeral, end = chinese.read_han(low, start)
        return read_han_fraction(low, numeral) if numeral else (None, end)
    if match.lastgroup == "share":
        inner = _NUMERAL.match(low, end)
        if low[end : end + 1] == "百" and not chinese.read_han(low, end)[0]:
            return _plain(end, end + 1, "100"), end + 1
        return _numeral(copies, inner) if inner else (None, end)
    if match.lastgroup == "tenth":
        # 半成 is 5%, 半折 and 对折 are 50%; the unit is read after the first character.
        return _plain(start, start + 1, "0.5" if match.group() == "半成" else "5"), start + 1
    return None, end


def _plain(start: int, end: int, value: str) -> Numeral:
    number, one = Decimal(value), Decimal(1)
    return Numeral(start, end, number, number, one, number, one, "han")


def _digits(copies: Copies, match: re.Match[str]) -> tuple[Numeral | None, int]:
    low, surface = copies.low, match.group()
    if " " in surface and "/" not in surface:
        if not _is_one_number(copies, match.start(), match.end()):
            surface = surface.partition(" ")[0]
    elif _HAN_FOLLOWS.match(low, match.end()) and "/" not in surface:
        numeral, end = chinese.read_han(low, match.start())
        if numeral is not None and numeral.end > match.end():
            return numeral, end
    numeral = read_digits(match.start(), surface)
    return read_han_fraction(low, numeral) if numeral else (None, match.start() + len(surface))


def _is_one_number(copies: Copies, start: int, end: int) -> bool:
    """Whether digits parted by blanks at `start:end` are one number: "CHF 3 058 million", "21 400 tonnes".

    A currency before them, a scale, a unit or a counted noun after them says so; else they are columns or a list.
    """
    low = copies.low
    prefix = read_prefix(low, copies.folded, start)
    if prefix:
        return prefix.start >= copies.floor
    before = word_before(copies.folded, start)
    if before.lower().rstrip(".") in EN.names | EN.months or (before[:1].isupper() and before.lower() not in EN.stops):
        return False
    one = Decimal(1)
    after = Numeral(end, end, one, one, one, one, one, "digits", grouped=True)
    read_scale(after, low, money=False, alone=False)
    if after.end > end or read_suffix(after, low, copies.folded):
        return True
    paired = _OTHER_END.match(low, end)
    if paired:
        return _is_one_number(copies, paired.start("number"), paired.end())
    noun = noun_after(low, end)[0]
    return noun is not None and noun not in _NUMBERED and not _COMMA_GROUPS.search(low)


def _share(copies: Copies, match: re.Match[str], numeral: Numeral) -> Found:
    """百分之四十四, 千分之五: per cent said before the number."""
    more = chinese.MORE.match(copies.low, numeral.end)
    if more and numeral.low and numeral.low % _TENS == 0:
        # 百分之十几
        numeral.high = numeral.low + _TENS if more.group() == "几" else None
        numeral.modifier, numeral.step, numeral.end = "over", _TENS, more.end()
    numeral.times(_SHARES[match.group()[0]])
    if match.group()[-1] in "负-":
        negate(numeral)
    start = match.start()
    if copies.low[start - 1 : start] == "负" and start:
        negate(numeral)
        start -= 1
    return _done(Found(numeral, start, numeral.end, unit="percent", kind="percent", typed=True))


def _typed(copies: Copies, numeral: Numeral, floor: int) -> Found:
    """The numeral with sign, currency, scale and unit; nothing before `floor` is looked at."""
    low = copies.low
    begin = numeral.start
    item = Found(numeral, begin, numeral.end)
    prefix = read_prefix(low, copies.folded, begin)
    if prefix and (prefix.start < floor or (prefix.faint and not _is_large(copies, numeral, prefix))):
        prefix = None
    bracket = prefix.bracket if prefix else low[begin - 1 : begin] == "(" and _is_accounting(copies, numeral)
    closed = _scaled(copies, numeral, bracket=bracket, money=prefix is not None)
    suffix = read_suffix(numeral, low, copies.folded)
    item.span_end = numeral.end
    if closed:
        item.span_start = begin - 1
        negate(numeral)
    if prefix:
        _take_prefix(item, prefix)
    if suffix and suffix.unit == "percent" and copies.lang == "zh" and low.endswith("pct", 0, suffix.end):
        suffix = Unit("percentage_point", "points", suffix.end)  # Chinese analysts write pct for points
    if suffix and _fits(prefix, suffix, low):
        _take_suffix(item, suffix)
        _whose_cents(item, low)
    if not closed and not (prefix and prefix.negative):
        _sign(copies, item)
    if not item.typed and not numeral.fraction:
        _judge(copies, item)
    elif item.unit == "multiple" and low[begin - 1 : begin].isascii() and low[begin - 1 : begin].isalpha():
        item.hard = True  # the X of "V2X"
    if numeral.fraction and not item.typed:
        item.unit, item.kind, item.typed = "multiple", "ratio", True
    return _done(item)


def _done(item: Found) -> Found:
    item.phrase_start, item.phrase_end = item.span_start, item.span_end
    return item


def _scaled(copies: Copies, numeral: Numeral, *, bracket: bool, money: bool) -> bool:
    """Read the scale, before or after the closing accounting bracket; True when that bracket was there."""
    low, closed = copies.low, False
    if bracket and low[numeral.end : numeral.end + 1] == ")":
        numeral.end, closed = numeral.end + 1, True
    read_scale(numeral, low, money=money, alone=copies.is_alone(numeral))
    if bracket and money and not closed and low[numeral.end : numeral.end + 1] == ")":
        numeral.end, closed = numeral.end + 1, True
    return closed


def _is_large(copies: Copies, numeral: Numeral, prefix: Prefix) -> bool:
    """ "R22 million", "R26,870", "R18.74": money; "R2", "R-22", "release R4.10": none."""
    if prefix.negative or word_before(copies.low, prefix.start) in EN.names:
        return False
    if numeral.grouped or (numeral.decimals == 2 and prefix.unit in ("ZAR", "PEN")):
        return True
    scaled = replace(numeral)
    read_scale(scaled, copies.low, money=False, alone=False)
    return scaled.scale != 1


def _take_prefix(item: Found, prefix: Prefix) -> None:
    item.span_start, item.unit, item.kind = prefix.start, prefix.unit, "money"
    item.typed = item.has_prefix = True
    item.generic = prefix.generic
    item.numeral.times(prefix.factor)
    if prefix.negative:
        negate(item.numeral)


_CENTS_OF = late(rf"(?<![a-z])({alternation(CENTS)}) ?\Z")


def _whose_cents(item: Found, low: str) -> None:
    """ "HK10.6 cents": the country before the number says whose cents they are."""
    if item.kind != "money" or not low.endswith(("cents", "cent"), item.span_start, item.span_end):
        return
    whose = _CENTS_OF.search(low, max(0, item.span_start - 4), item.span_start)
    if whose:
        item.unit, item.span_start, item.generic = CENTS[whose[1]], whose.start(), False


def _fits(prefix: Prefix | None, suffix: Unit, low: str) -> bool:
    """The unit after the number goes with the currency before it: "$5 million CAD", 港币…元; not "RMB 10 USD 20"."""
    if prefix is None:
        return True
    if suffix.kind != "money":
        return False
    if suffix.unit in ("", prefix.unit):
        return True
    return prefix.generic and not low[suffix.end : suffix.end + 2].strip()[:1].isdigit()


def _take_suffix(item: Found, suffix: Unit) -> None:
    numeral = item.numeral
    numeral.times(suffix.factor)
    if suffix.extra:
        extra = suffix.extra.copy_sign(numeral.low)
        numeral.low += extra
        numeral.high = None if numeral.high is None else numeral.high + extra
        whole = suffix.extra % 1 == 0  # 四成一 is 41%
        numeral.step = Decimal(1 if whole else "0.1" if suffix.extra * 10 % 1 == 0 else "0.01")
    item.unit, item.kind, item.typed = suffix.unit or item.unit, suffix.kind, True
    item.generic = suffix.generic
    item.span_end = suffix.end


def _is_accounting(copies: Copies, numeral: Numeral) -> bool:
    """ "(417.3) million", "(4.7)%", or a bare bracketed figure in a table cell; a mention in prose is none."""
    low, end = copies.low, numeral.end
    if low[end : end + 1] != ")":
        return False
    one = Decimal(1)
    after = Numeral(end + 1, end + 1, one, one, one, one, one, "digits")
    read_scale(after, low, money=False, alone=False)
    if after.end > end + 1 or read_suffix(after, low, copies.folded) is not None:
        return True
    before = low[max(0, numeral.start - 3) : numeral.start - 1]
    if before[-1:] in ("\t", "|") and end - numeral.start > 1:
        return True
    in_cell = (len(before) == 2 and not before.strip()) or numeral.start == 1
    return in_cell and (numeral.grouped or numeral.decimals > 0)


def _sign(copies: Copies, item: Found) -> None:
    low, start = copies.low, item.span_start
    char, before = low[start - 1 : start], low[start - 2 : start - 1]
    if (
        char
        and char in "-+"
        and copies.text[start - 1] not in "—―"
        and (not before or before in _BEFORE_SIGN or (before > "\u2fff" and before not in _ENDS_A_NUMBER))
    ):
        item.span_start = start - 1
        if char == "-":
            negate(item.numeral)
    elif char == " " and before == "-" and start == 2 and copies.is_alone(item.numeral):
        item.span_start = 0
        negate(item.numeral)
    elif match := _NEGATIVE.search(low, max(0, start - 20), start):
        item.span_start = match.start()
        negate(item.numeral)
    elif item.unit in _PLUS_UNITS and (match := _PLUS.search(low, max(0, start - 40), start)):
        item.span_start = match.start("sign")
    elif len(low) < _CELL and _is_point_cell(copies, item):
        # "point 77", all that is in the cell
        digits = low[item.numeral.start : item.numeral.end]
        if digits.isdigit():
            item.span_start = low.index("point")
            item.numeral.times(Decimal(1).scaleb(-len(digits)))


def _is_point_cell(copies: Copies, item: Found) -> bool:
    """ "point 77", all that is in the cell."""
    low = copies.low
    around = low[: item.span_start].strip(), low[item.span_end :].strip()
    return around == ("point", "") and not copies.is_alone(item.numeral)


def _judge(copies: Copies, item: Found) -> None:
    """Mark a number without unit that is no amount, or one that needs a noun, a modifier or a range to be one."""
    numeral = item.numeral
    if copies.is_alone(numeral):
        return
    low, folded = copies.low, copies.folded
    item.hard = exclusions.is_no_amount(low, folded, numeral)
    item.soft = not item.hard and exclusions.says_little(low, folded, numeral)
    item.predicate = item.soft and exclusions.is_predicate(low, numeral)
    item.name = exclusions.name_before(folded, numeral)
