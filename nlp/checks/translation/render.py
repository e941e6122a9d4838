"""An English value written as the Chinese around it writes numbers: 419.6 million as 4.196億 where the text says 億."""

from __future__ import annotations

import re
from decimal import Decimal

from ...languages.late import late
from ...languages.twin_cues import CURRENCY_SUFFIX
from ...records import Amount, Claim
from ...text import fold, guess_script, simplify
from ..evidence import Evidence
from .compare import Said, ends_of, is_money

_NUMBER = late(r"([0-9][0-9,]*(?:\.[0-9]+)?)(\s?)(万亿|亿|千万|百万|十万|万|千(?!克|米|瓦)|兆|million|billion|bn)?")
_DIGITS = late(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_SCALES = ((Decimal(10) ** 12, "万亿", "萬億"), (Decimal(10) ** 8, "亿", "億"), (Decimal(10) ** 4, "万", "萬"))
_POINTS = ("个百分点", "個百分點")


def script_of(claim: Claim, evidence: Evidence) -> str:
    """`hant` or `hans`: the script of the claim's paragraph, or of its document where the paragraph cannot tell."""
    document = evidence.document_by_id.get(claim.document_id)
    if document is None:
        return "hans"
    near = guess_script(document.text[max(0, claim.start - 200) : claim.end + 200])
    return near if near in ("hans", "hant") else "hant" if document.script == "hant" else "hans"


def render_like(surface: str, amount: Amount, script: str) -> str:
    """`surface` (Chinese) with its numbers replaced by those of `amount`; a fresh rendering where that cannot be done.

    >>> from decimal import Decimal as D
    >>> said = Amount(start=0, end=0, low=D(85200000), high=D(85200000), unit="CNY", kind="money", half_step=D(50000))
    >>> render_like("8.52亿元", said, "hans"), render_like("852 萬元", said, "hant")
    ('8,520万元', '8,520 萬元')
    """
    copy = simplify(fold(surface))
    values = tuple(end * 100 if _in_basis_points(copy, amount) else end for end in ends_of(amount))
    found = list(_NUMBER.finditer(copy))
    if not values or len(found) != len(values):
        return render(amount, script)
    pieces, last = [], 0
    for hit, value in zip(found, values, strict=True):
        number = _number(value, amount, script, hit[2], keep=_is_plain(hit, amount))
        pieces += [surface[last : hit.start()], _as_precise(number, copy[hit.start() : hit.end()])]
        last = hit.end()
    return "".join([*pieces, surface[last:]])


def render(amount: Amount, script: str) -> str:
    """The amount in Chinese with its unit, in the script's words.

    >>> from decimal import Decimal as D
    >>> up = D("4.2")
    >>> said = Amount(start=0, end=0, low=up, high=up, unit="percentage_point", kind="points", half_step=D("0.05"))
    >>> render(said, "hant")
    '4.2個百分點'
    """
    suffix = _suffix(amount, script)
    return "至".join(_number(value, amount, script, "") + suffix for value in ends_of(amount))


def recurrency(surface: str, amount: Amount, script: str) -> str:
    """`surface` with the unit of `amount`: the numbers as they stand, the currency or per-cent word replaced."""
    hits = list(_NUMBER.finditer(simplify(fold(surface))))
    if not hits or not _suffix(amount, script):
        return render(amount, script)
    return surface[hits[0].start() : hits[-1].end()].strip() + _suffix(amount, script)


def said_in_chinese(said: Said, script: str) -> str:
    """How the Chinese should put an English amount, without a pattern to follow."""
    return render(said.amount, script)


def _suffix(amount: Amount, script: str) -> str:
    side = 1 if script == "hant" else 0
    if amount.unit == "percent":
        return "%"
    if amount.unit in ("percentage_point", "basis_point"):
        return _POINTS[side]
    if amount.unit == "multiple":
        return "倍"
    return CURRENCY_SUFFIX.get(amount.unit, (amount.unit, amount.unit))[side] if is_money(amount) else ""


def _in_basis_points(copy: str, amount: Amount) -> bool:
    return amount.unit == "basis_point" and "基点" in copy


def _as_precise(number: str, printed: str) -> str:
    """`number` with the zeros after the point that the place it goes to had, where the scale is the same: 40.0亿."""
    mine, theirs = _DIGITS.match(number), _DIGITS.match(printed)
    if mine is None or theirs is None or simplify(number[mine.end() :]) != printed[theirs.end() :]:
        return number
    digits, wanted = mine[0], len(theirs[0].partition(".")[2])
    have = len(digits.partition(".")[2])
    same_size = len(digits.partition(".")[0]) == len(theirs[0].partition(".")[0])
    if have >= wanted or not same_size:
        return number
    return digits + ("" if have else ".") + "0" * (wanted - have) + number[mine.end() :]


def _is_plain(hit: re.Match[str], amount: Amount) -> bool:
    """A number printed without a scale word stays so, unless it is money too large for that."""
    return hit[3] is None and not is_money(amount)


def _number(value: Decimal, amount: Amount, script: str, blank: str, *, keep: bool = False) -> str:
    scaled = is_money(amount) or amount.unit == "count"
    for size, hans, hant in _SCALES if scaled and not keep else ():
        if value >= size:
            return _grouped(value / size) + blank + (hant if script == "hant" else hans)
    return _grouped(value)


def _grouped(value: Decimal) -> str:
    text = format(value.normalize(), "f")
    whole, point, rest = text.partition(".")
    return f"{int(whole):,}{point}{rest}"
