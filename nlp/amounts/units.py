"""Units beside a numeral: currency before and after, per cent, points, multiples; scale words and abbreviations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from ..languages.en.numbers import EN
from ..languages.zh.numbers import ZH
from ..records import AmountKind
from .numerals import Numeral, alternation

CODES = frozenset(
    "USD CNY RMB CNH HKD TWD NTD EUR GBP JPY KRW INR SGD AUD CAD NZD CHF SEK NOK DKK ISK PLN CZK HUF RON BGN RUB UAH "
    "TRY ILS AED SAR QAR KWD BHD OMR JOD EGP MAD TND NGN KES GHS ZAR BRL MXN ARS CLP COP PEN UYU THB MYR IDR PHP VND "
    "PKR BDT LKR KZT MOP DEM FRF ITL NLG CRC DOP GEL HRK XAU SDR".split()
)
_ALIASES = {"RMB": "CNY", "CNH": "CNY", "NTD": "TWD"}
_WORDLIKE = frozenset("TRY MAD ALL TOP PEN COP CUP SAR RON GEL DOP SDR XAU PLN".split())  # only in capitals
_SYMBOLS = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "¥", "￥": "¥", "₩": "KRW", "₹": "INR", "₽": "RUB", "฿": "THB", "₫": "VND",
    "₱": "PHP", "₦": "NGN", "₺": "TRY", "₴": "UAH", "₪": "ILS",
}  # fmt: skip
_DOLLARS = {
    "us": "USD", "u.s.": "USD", "u.s": "USD", "usd": "USD", "hk": "HKD", "hkd": "HKD", "nt": "TWD", "ntd": "TWD",
    "tw": "TWD", "twd": "TWD", "s": "SGD", "sg": "SGD", "sgd": "SGD", "a": "AUD", "au": "AUD", "aud": "AUD", "c": "CAD",
    "ca": "CAD", "can": "CAD", "cdn": "CAD", "cad": "CAD", "nz": "NZD", "nzd": "NZD", "r": "BRL", "mx": "MXN",
    "mex": "MXN", "mop": "MOP",
}  # fmt: skip
_LETTERS = {"rm": "MYR", "rs": "INR", "rs.": "INR", "rp": "IDR", "sfr": "CHF"}
_BEFORE_YEN = {"rmb": "CNY", "cn": "CNY", "jp": "JPY", "人民币": "CNY", "日元": "JPY"}
_THOUSANDS = {"m": Decimal(10) ** 6, "k": Decimal(1000), "t": Decimal(1000), "bn": Decimal(10) ** 9}
_HAN_CURRENCIES = [word for word, code in ZH.currencies.items() if len(word) > 1 and code and not word.startswith("元")]

_BEFORE_HAN = re.compile(rf"(?:{alternation([*_HAN_CURRENCIES, '人民币'])})[::]?\Z")
_BEFORE_DOLLAR = re.compile(rf"(?<![a-z])({alternation(_DOLLARS)})\Z")
_BEFORE_DOLLAR_SPACED = re.compile(rf"(?<![a-z])({alternation(sign for sign in _DOLLARS if len(sign) > 1)}) \Z")
_BEFORE_CODE = re.compile(r"(?<![a-z])((?:m|k|t)?)([a-z]{3})((?:m|bn|k)?)\Z")
_BEFORE_LETTERS = re.compile(rf"(?<![a-z])({alternation(_LETTERS)})\Z")
_BEFORE_WORD = re.compile(rf"(?<![a-z])({alternation(['renminbi', 'yuan', 'euro', 'euros', 'rupees', 'rupee'])})\Z")

_GAP = r"(?:[ \t]{0,4}(?:\n[ \t]{0,40})?)"
_SCALE_WORDS = EN.scales
_SCALE = re.compile(rf"(?:{_GAP}|-)({alternation(_SCALE_WORDS)})(?![a-z])")
_MARK = re.compile(r"(?: ?(mm|mn|mln|mio|bn|bln|trn|tn)|(k|m|b|t|g|cr))(?![a-z0-9&])")
_SPACED_MARK = re.compile(r" {1,2}(k|m|b|t|cr)(?![a-z0-9&'.-])")
_HAN_SCALE = re.compile(r" {0,2}(万亿|千亿|百亿|千万|百万|十亿|十万|万|亿|兆(?![瓦帕赫焦欧字比]))")
_HAN_SCALES = {
    "万亿": 12,
    "千亿": 11,
    "百亿": 10,
    "千万": 7,
    "百万": 6,
    "十亿": 9,
    "十万": 5,
    "万": 4,
    "亿": 8,
    "兆": 12,
}
_WORD_END = r"(?![a-z])"


def _words(words: tuple[str, ...]) -> str:
    # A word that ends in a letter must end there: "pp" is not the beginning of "ppl".
    return alternation(words)


_POINTS = rf"(?:{_words((*EN.points,))}){_WORD_END}|{_words(ZH.points)}"
_BASIS = rf"(?:个 {{0,2}})?(?:{_words(EN.basis_points)}){_WORD_END}|{_words(ZH.basis_points)}"
_PERCENT = r"%|﹪|(?:percent(?:age)?s?|per\s{1,2}cents?|pct)" + _WORD_END + r"|个百分比"
_MULTIPLE = (
    r"(?<=[0-9])x(?![a-z0-9])|(?<=[0-9] )x(?![a-z0-9])|folds?(?![a-z])|倍(?!数|增)"
    r"|times(?![a-z])(?!\s{1,3}(?:a(?!\s{1,3}year\s{1,3}(?:ago|earlier|before))|an|per|each|daily|weekly|in|during|over|we|i|they|before|this|last"
    r"|the(?!\s{1,3}(?:[a-z]{2,3})?[$€£¥0-9]|\s{1,3}(?:level|figure|size|number|amount|value|rate|volume|sales|revenue|one))"
    r")(?![a-z]))"
)
_MONEY_WORDS = {**EN.currencies, **ZH.currencies}
_SUBUNITS = {**EN.subunits, **ZH.subunits}
_LATIN_MONEY = alternation([w for w in [*EN.currencies, *EN.subunits] if w[0].isalpha()])
_HAN_MONEY = alternation([*ZH.currencies, *ZH.subunits])
_CODE_AFTER = r"[mkt]?(?:" + "|".join(sorted(code.lower() for code in CODES)) + ")"
_SYMBOL_AFTER = r"us\$|hk\$|nt\$|[€£₩₹₽฿₫₱¢](?![0-9])|¥|\$(?![0-9.])"
_UNIT = re.compile(
    rf"(?:{_GAP}|-)(?:(?P<points>{_POINTS})|(?P<basis>{_BASIS})|(?P<percent>{_PERCENT})|(?P<multiple>{_MULTIPLE})"
    rf"|(?P<money>(?:{_LATIN_MONEY}){_WORD_END}|{_HAN_MONEY})|(?P<code>(?:{_CODE_AFTER}){_WORD_END})"
    rf"|(?P<symbol>{_SYMBOL_AFTER}))"
)
_CHENG = re.compile(r" {0,2}成(?![长本立为功员交品熟效都果人分绩就份型])")
_CHENG_TAIL = re.compile("[一二三四五六七八九半](?![十百千万亿个家年月])")
_ZHE = re.compile(r" {0,2}折(?![旧合射叠扣])")
_YUAN_TAIL = re.compile(
    r" {0,2}(?:([0-9]{1,2}|[一二两三四五六七八九])角)?"
    r"(?:([0-9]{1,2}|[零一二两三四五六七八九]{1,2})分)?(?!之)"
)
_KUAI_TAIL = re.compile(r"([0-9]|[一二三四五六七八九])(?![0-9百千万亿十个元点.])")
_CENTS_TAIL = re.compile(r"\s{1,2}(?:and\s{1,2})?([0-9]{1,2})\s{0,2}(?:cents|¢)(?![a-z])")
_DIGIT = {**{str(d): d for d in range(10)}, **ZH.digits}


@dataclass(slots=True)
class Unit:
    """What stands after a numeral; `unit` is "" for a bare 元, whose currency the text decides."""

    unit: str
    kind: AmountKind
    end: int
    factor: Decimal = Decimal(1)
    extra: Decimal = Decimal(0)


@dataclass(slots=True)
class Prefix:
    """A currency before a numeral at `start`; `factor` from MUSD or "USD m"; `bracket`: an opening one lies between."""

    start: int
    unit: str
    factor: Decimal = Decimal(1)
    negative: bool = False
    bracket: bool = False
    generic: bool = False  # a bare dollar or yen sign, which a code after the number may narrow


def read_prefix(low: str, folded: str, at: int) -> Prefix | None:
    """The currency before the numeral at `at`, with signs and an accounting bracket between; None without one."""
    start, negative, bracket = _skip_signs(low, at)
    found = _currency_ending_at(low, folded, start)
    if found is None and negative:
        return None
    if found is None:
        return None
    found.negative, found.bracket = negative, bracket
    return found


def _skip_signs(low: str, at: int) -> tuple[int, bool, bool]:
    start, negative, bracket = at, False, False
    for _ in range(4):
        char = low[start - 1 : start]
        if char == " " or (char == "\n" and low[start - 2 : start - 1].isalpha()):
            start -= 1
        elif char == "-" and not negative:
            start, negative = start - 1, True
        elif char == "(" and not bracket:
            start, bracket = start - 1, True
        else:
            break
    return start, negative, bracket


def _currency_ending_at(low: str, folded: str, end: int) -> Prefix | None:
    char = low[end - 1 : end]
    if char in _SYMBOLS:
        return _symbol_ending_at(low, folded, end, char)
    if char.isascii() and (char.isalpha() or char == "."):
        return _letters_ending_at(low, folded, end)
    if not char.isascii() or char == ":":
        match = _BEFORE_HAN.search(low, max(0, end - 9), end)
        return Prefix(match.start(), ZH.currencies[match.group().rstrip(":")]) if match else None
    return None


def _symbol_ending_at(low: str, folded: str, end: int, char: str) -> Prefix:
    window = max(0, end - 6)
    start = end - 1
    if char == "$":
        match = _BEFORE_DOLLAR.search(low, window, start) or _BEFORE_DOLLAR_SPACED.search(low, window, start)
        # "it cost us $9 million" names no country.
        if match and (match.group() != "us " or folded[match.start()] == "U"):
            return Prefix(match.start(), _DOLLARS[match.group(1)])
    if char == "¥":
        for letters, code in _BEFORE_YEN.items():
            if low.endswith(letters, 0, start):
                return Prefix(start - len(letters), code)
    return Prefix(start, _SYMBOLS[char], generic=char in "$¥￥")


def _letters_ending_at(low: str, folded: str, end: int) -> Prefix | None:
    window = max(0, end - 10)
    match = _BEFORE_CODE.search(low, window, end)
    if match and match.group(2).upper() in CODES:
        code = match.group(2).upper()
        if code not in _WORDLIKE or folded[match.start(2) : match.end(2)].isupper():
            mark = match.group(1) or match.group(3)
            return Prefix(match.start(), _ALIASES.get(code, code), _THOUSANDS.get(mark, Decimal(1)))
    match = _BEFORE_LETTERS.search(low, window, end)
    if match:
        first = folded[match.start() : match.start() + 1]
        return Prefix(match.start(), _LETTERS[match.group(1)]) if first.isupper() or match.group(1) != "rm" else None
    match = _BEFORE_WORD.search(low, window, end)
    return Prefix(match.start(), EN.currencies[match.group(1)]) if match else None


def read_scale(numeral: Numeral, low: str, *, money: bool, alone: bool) -> None:
    """Multiply `numeral` by the scale words and marks that follow; its end moves behind them.

    `money`: a currency stands before, so that a spaced single letter is a scale ("$ 5 m"); `alone`: it is all the text.
    """
    for _ in range(3):
        match = _SCALE.match(low, numeral.end)
        if match is None:
            break
        numeral.times(Decimal(10) ** _SCALE_WORDS[re.sub(r"\s+", " ", match.group(1))])
        numeral.end = match.end()
    match = _MARK.match(low, numeral.end) or (_SPACED_MARK.match(low, numeral.end) if money or alone else None)
    if match and numeral.scale == 1 and numeral.kind == "digits":
        mark = match.group(match.lastindex or 0)
        if money or alone or mark not in ("t", "g", "cr"):
            numeral.times(Decimal(10) ** EN.marks[mark])
            numeral.end = match.end()
    match = _HAN_SCALE.match(low, numeral.end)
    if match and numeral.scale == 1:
        numeral.times(Decimal(10) ** _HAN_SCALES[match.group(1)])
        numeral.end = match.end()


def read_suffix(numeral: Numeral, low: str, folded: str) -> Unit | None:
    """The unit after the numeral, or None."""
    tenths = _CHENG.match(low, numeral.end) or (_ZHE.match(low, numeral.end) if numeral.low < 100 else None)
    if tenths:
        return _tenths(numeral, tenths, low)
    match = _UNIT.match(low, numeral.end)
    if match is None:
        return None
    end = match.end()
    if match["points"]:
        return Unit("percentage_point", "points", end)
    if match["basis"]:
        return Unit("basis_point", "points", end)
    if match["percent"]:
        return Unit("percent", "percent", end)
    if match["multiple"]:
        return Unit("multiple", "ratio", end)
    return _money(match, low, folded)


def _tenths(numeral: Numeral, match: re.Match[str], low: str) -> Unit:
    # 三成 is 30%, 七成五 75%; 八五折 and 八折 leave 85% and 80% of a price.
    factor = Decimal(10)
    tail = _CHENG_TAIL.match(low, match.end()) if match.re is _CHENG else None
    if tail:
        extra = Decimal(_DIGIT.get(tail.group(), 5))
        return Unit("percent", "percent", tail.end(), factor, extra)
    if match.re is _ZHE and numeral.low > 10 and numeral.low == numeral.low.to_integral_value():
        factor = Decimal(1)
    return Unit("percent", "percent", match.end(), factor)


def _money(match: re.Match[str], low: str, folded: str) -> Unit | None:
    if match["code"]:
        surface = match["code"].upper()
        mark, code = (surface[0].lower(), surface[1:]) if surface not in CODES else ("", surface)
        if code in _WORDLIKE and not folded[match.start("code") : match.end("code")].isupper():
            return None
        return Unit(_ALIASES.get(code, code), "money", match.end(), _THOUSANDS.get(mark, Decimal(1)))
    if match["symbol"]:
        symbol = match["symbol"]
        if symbol == "¢":
            return Unit("USD", "money", match.end(), Decimal("0.01"))
        code = _DOLLARS[symbol[:-1]] if symbol[:-1] in _DOLLARS else _SYMBOLS[symbol]
        return Unit(code, "money", match.end())
    word = re.sub(r"\s+", " ", match["money"])
    if word in _SUBUNITS:
        code, power = _SUBUNITS[word]
        return Unit(code, "money", match.end(), Decimal(10) ** power)
    return _with_small_change(Unit(_MONEY_WORDS[word], "money", match.end()), word, low)


def _with_small_change(unit: Unit, word: str, low: str) -> Unit:
    """角 and 分 after 元, the digit after 块, cents after dollars."""
    tail: re.Match[str] | None
    if word in ("元", "块", "圆"):
        tail = _YUAN_TAIL.match(low, unit.end)
        if tail and (tail[1] or tail[2]):
            unit.extra = Decimal(_small(tail[1])) / 10 + Decimal(_small(tail[2])) / 100
            unit.end = tail.end()
        elif word == "块" and (tail := _KUAI_TAIL.match(low, unit.end)):
            unit.extra, unit.end = Decimal(_small(tail[1])) / 10, tail.end()
    elif word in ("dollar", "dollars", "euros", "euro") and (tail := _CENTS_TAIL.match(low, unit.end)):
        unit.extra, unit.end = Decimal(int(tail[1])) / 100, tail.end()
    return unit


def _small(surface: str | None) -> int:
    value = 0
    for char in surface or "":
        value = value * 10 + _DIGIT[char]
    return value
