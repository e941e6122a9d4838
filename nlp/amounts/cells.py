"""The number in a table cell, which has no sentence around it: brackets, dashes, signs, marks and notes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from ..languages.late import late
from ..text import fold, simplify

_SYMBOL = (
    r"us\$|u\.s\.\$|usd|hk\$|hkd|nt\$|ntd|twd|s\$|sgd|a\$|aud|c\$|cad|nz\$|nzd|r\$|brl|sek|nok|dkk|mxn|zar|myr|rm|php|thb|pln|rmb¥|rmb|cny|cnh|eur|gbp|jpy|krw|inr|chf|"
    r"人民币|美元|港元|港币|新台币|新臺幣|欧元|日元|[$€£¥￥₩₹]"
)
_UNITS = {
    "us$": "USD", "u.s.$": "USD", "usd": "USD", "美元": "USD", "hk$": "HKD", "hkd": "HKD", "港元": "HKD", "港币": "HKD",
    "nt$": "TWD", "ntd": "TWD", "twd": "TWD", "新台币": "TWD", "s$": "SGD", "sgd": "SGD", "a$": "AUD", "aud": "AUD",
    "c$": "CAD", "cad": "CAD", "rmb": "CNY", "rmb¥": "CNY", "cny": "CNY", "cnh": "CNY", "人民币": "CNY", "€": "EUR",
    "eur": "EUR", "欧元": "EUR", "£": "GBP", "gbp": "GBP", "jpy": "JPY", "日元": "JPY", "₩": "KRW", "krw": "KRW",
    "₹": "INR", "inr": "INR", "chf": "CHF", "nz$": "NZD", "nzd": "NZD", "r$": "BRL", "brl": "BRL", "sek": "SEK",
    "nok": "NOK", "dkk": "DKK", "mxn": "MXN", "zar": "ZAR", "myr": "MYR", "rm": "MYR", "php": "PHP", "thb": "THB",
    "pln": "PLN", "$": "$", "¥": "¥", "￥": "¥",
}  # fmt: skip
_NOTE = r"(?:⁽[a-z0-9]{1,2}⁾|[¹²³⁰-⁹⁽⁾*†‡§#]{1,4}| ?\([1-9a-z]\)| ?\[[1-9a-z]\])"
_KIND = r"(?P<%s>%%|percentage points?|个百分点|pts?\b\.?|ppts?|pp|bps|x|倍)"
_CELL = late(
    rf"(?P<all>(?P<word>(?:增加|上升|提高|提升|上涨|增长|减少|下降|降低|下跌|下滑|up|down)[ ]?)?"
    rf"(?P<sign1>[-+△▲▼])?[ ]?(?P<unit>{_SYMBOL})?[ ]?(?P<open>[(\[])?[ ]?(?P<sign2>[-+△▲])?[ ]?"
    rf"(?P<unit2>{_SYMBOL})?[ ]?(?P<whole>[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]{{1,30}})?(?P<point>\.[0-9]{{1,12}})?"
    rf"[ ]?{_KIND % 'kind'}?[ ]?(?P<close>[)\]])?[ ]?{_KIND % 'kind2'}?)(?P<note>{_NOTE})?"
)
_DOWN = ("减少", "下降", "降低", "下跌", "下滑", "down")
_DASH = late(rf"(?:(?P<unit>{_SYMBOL})[ ]?)?(?:[-_~]{{1,3}}|nil|零|无)(?:[ ]?(?P<kind>%))?(?:{_NOTE})?")
_NOTHING = late(r"(?:n\.?/?m\.?f?\.?|n\.?/?a\.?|n/a|不适用|不適用|\*+)\.?")
_REFERENCE = late(
    r"(?:notes? |附注|[(]?[一二三四五六七八九十]{1,3}[)、.]?[ ]?)?[(]?[0-9]{1,3}[)]?(?:[(][a-z0-9]{1,3}[)])?"
    r"(?:[,、&/][ ]?[0-9]{1,3}(?:[(][a-z0-9]{1,3}[)])?){0,3}"
)
SYMBOL = late(rf"(?:{_SYMBOL})")
"""A currency sign or code, in folded, simplified text in lower case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CellNumber:
    """The number of one cell, at `start:end` of the cell's text, note marks left out.

    `unit` is an ISO code, `$` or `¥` where the table decides which, or None; `kind` is percent, points, basis_points,
    multiple or plain. A dash is zero (`dash`). `half_step` is half of the last printed digit.
    """

    start: int
    end: int
    value: Decimal
    half_step: Decimal
    unit: str | None
    kind: str
    dash: bool = False


def read_cell(text: str) -> CellNumber | None:
    """The number when nothing else is in the cell; None for words, dates in words and "n/a".

    >>> read_cell("(1,234)").value, read_cell("$ 5.2%"), read_cell("—").dash, read_cell("Note 3")
    (Decimal('-1234'), None, True, None)
    """
    if len(text) > 80:
        return None
    plain = simplify(fold(text)).lower()
    left, kept = len(plain) - len(plain.lstrip()), plain.strip()
    dash = _DASH.fullmatch(kept)
    if dash:
        return CellNumber(
            start=left, end=left + len(kept), value=Decimal(0), half_step=Decimal("0.5"),
            unit=_UNITS.get(dash["unit"] or ""), kind="percent" if dash["kind"] else "plain", dash=True,
        )  # fmt: skip
    found = _CELL.fullmatch(kept)
    if found is None or not (found["whole"] or found["point"]) or bool(found["open"]) != bool(found["close"]):
        return None
    return _number(found, left)


def _number(found: re.Match[str], left: int) -> CellNumber | None:
    digits = (found["whole"] or "0").replace(",", "") + (found["point"] or "")
    unit = _UNITS.get(found["unit"] or found["unit2"] or "")
    kind = _kind(found["kind"] or found["kind2"] or "")
    if unit and kind != "plain":
        return None
    value = Decimal(digits)
    negative = bool(found["open"]) or (found["sign1"] or found["sign2"] or "+") != "+"
    if (found["word"] or "").strip() in _DOWN:
        negative = not negative
    places = len(found["point"]) - 1 if found["point"] else 0
    return CellNumber(
        start=left + found.start("all"),
        end=left + found.end("all") - (len(found["all"]) - len(found["all"].rstrip())),
        value=-value if negative else value,
        half_step=Decimal(1).scaleb(-places) / 2,
        unit=unit,
        kind=kind,
    )


def _kind(mark: str) -> str:
    if mark.startswith(("percentage", "pt", "pp", "个百分")):
        return "points"
    return {"%": "percent", "bps": "basis_points", "x": "multiple", "倍": "multiple"}.get(mark, "plain")


def is_note(text: str) -> bool:
    """Whether a cell between a name and its figures names a note of the accounts.

    >>> is_note("五、38"), is_note("Note 5"), is_note("(六)12"), is_note("6(a)"), is_note("Europe")
    (True, True, True, True, False)
    """
    return _REFERENCE.fullmatch(simplify(fold(text)).lower().strip()) is not None


def says_nothing(text: str) -> bool:
    """Whether a cell stands for "not meaningful" or "not applicable"."""
    return _NOTHING.fullmatch(simplify(fold(text)).lower().strip()) is not None
