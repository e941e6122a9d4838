"""The currency before a numeral: signs, codes and abbreviations, with a minus or an accounting bracket between."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ..languages.en.currencies import CENTS, DOLLARS, FAINT_LETTERS, LETTERS, SIGNS
from ..languages.en.numbers import EN
from ..languages.late import late
from ..languages.zh.numbers import ZH
from .numerals import alternation

CODES = frozenset(
    "USD CNY RMB CNH HKD TWD NTD EUR GBP JPY KRW INR SGD AUD CAD NZD CHF SEK NOK DKK ISK PLN CZK HUF RON BGN RUB UAH "
    "TRY ILS AED SAR QAR KWD BHD OMR JOD EGP MAD TND NGN KES GHS ZAR BRL MXN ARS CLP COP PEN UYU THB MYR IDR PHP VND "
    "PKR BDT LKR KZT MOP DEM FRF ITL NLG CRC DOP GEL HRK XAU SDR".split()
)
ALIASES = {"RMB": "CNY", "CNH": "CNY", "NTD": "TWD"}
WORDLIKE = frozenset("TRY MAD ALL TOP PEN COP CUP SAR RON GEL DOP SDR XAU PLN".split())  # only in capitals
_HAN = "\u2e80"  # letters before it are of no Chinese character
_BEFORE_SIGN = {"¥": {"rmb": "CNY", "cn": "CNY", "jp": "JPY", "人民币": "CNY", "日元": "JPY"}, "₵": {"gh": "GHS"}}
THOUSANDS = {"m": Decimal(10) ** 6, "k": Decimal(1000), "t": Decimal(1000), "bn": Decimal(10) ** 9}
_HAN_CURRENCIES = [word for word, code in ZH.currencies.items() if len(word) > 1 and code and not word.startswith("元")]

_BEFORE_HAN = late(rf"(?:{alternation([*_HAN_CURRENCIES, '人民币'])})[::]?\Z")
_BEFORE_DOLLAR = late(rf"(?<![a-z])({alternation(DOLLARS)})\Z")
_BEFORE_DOLLAR_SPACED = late(rf"(?<![a-z])({alternation(sign for sign in DOLLARS if len(sign) > 1)}) \Z")
_BEFORE_CODE = late(r"(?<![a-z])((?:m|k|t)?)([a-z]{3})((?:m|bn|k)?)\Z")
_ABBREVIATION = late(r"[^\W\d_](?:[^\W\d_]|[./¢]){0,5}\Z")
_LAST = frozenset(letters[-1] for letters in [*LETTERS, *FAINT_LETTERS]) | frozenset("c¢")
_CENTS_BEFORE = late(r"(?<![A-Za-z])(US|AU|NZ|HK|SA)[c¢]\Z")
_SET_OFF = frozenset(" (\n\t[/")  # what may stand before a faint abbreviation: not the "&" of "S&P 5,000"
_AFTER_AN_END = late(r"[0-9mnk]-\Z")  # "R10m-R12m"
_BEFORE_WORD = late(rf"(?<![a-z])({alternation(['renminbi', 'yuan', 'euro', 'euros', 'rupees', 'rupee'])})\Z")


@dataclass(slots=True)
class Prefix:
    """A currency before a numeral at `start`; `factor` from MUSD or "USD m"; `bracket`: an opening one lies between."""

    start: int
    unit: str
    factor: Decimal = Decimal(1)
    negative: bool = False
    bracket: bool = False
    generic: bool = False  # a bare dollar or yen sign, which a code after the number may narrow
    faint: bool = False  # letters that begin names as well: only a large number makes them money


def read_prefix(low: str, folded: str, at: int) -> Prefix | None:
    """The currency before the numeral at `at`, with signs and an accounting bracket between; None without one."""
    start, negative, bracket = _skip_signs(low, at)
    found = _currency_ending_at(low, folded, start)
    if found is None or (found.faint and start < at and folded[found.start : start] in "PN"):
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
    if char in SIGNS:
        return _symbol_ending_at(low, folded, end, char)
    if char in "./" or (char.isalpha() and char < _HAN):
        return _letters_ending_at(low, folded, end)
    if char == "¢":
        return _abbreviation_ending_at(folded, end)
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
            return Prefix(match.start(), DOLLARS[match.group(1)])
    for letters, code in _BEFORE_SIGN.get(char, {}).items():
        if low.endswith(letters, 0, start):
            return Prefix(start - len(letters), code)
    return Prefix(start, SIGNS[char], generic=char in "$¥￥")


def _letters_ending_at(low: str, folded: str, end: int) -> Prefix | None:
    window = max(0, end - 10)
    match = _BEFORE_CODE.search(low, window, end)
    if match and match.group(2).upper() in CODES:
        code = match.group(2).upper()
        if code not in WORDLIKE or folded[match.start(2) : match.end(2)].isupper():
            mark = match.group(1) or match.group(3)
            return Prefix(match.start(), ALIASES.get(code, code), THOUSANDS.get(mark, Decimal(1)))
    short = _abbreviation_ending_at(folded, end)
    if short:
        return short
    match = _BEFORE_WORD.search(low, window, end)
    return Prefix(match.start(), EN.currencies[match.group(1)]) if match else None


def _abbreviation_ending_at(folded: str, end: int) -> Prefix | None:
    match = _ABBREVIATION.search(folded, max(0, end - 6), end) if folded[end - 1 : end] in _LAST else None
    if match is None:
        return None
    start, letters = match.start(), match.group()
    if letters in LETTERS:
        return Prefix(start, LETTERS[letters], generic=letters.lower().rstrip(".") in ("ps", "kr", "rs"))
    if letters in FAINT_LETTERS:
        set_off = start == 0 or folded[start - 1] in _SET_OFF or _AFTER_AN_END.search(folded, start - 2, start)
        return Prefix(start, FAINT_LETTERS[letters], faint=True) if set_off else None
    cents = _CENTS_BEFORE.search(folded, start, end)
    return Prefix(start, CENTS[cents[1].lower()], Decimal("0.01")) if cents else None
