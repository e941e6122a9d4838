"""In which unit two figures meet: currencies told and left out, points and per cent, shares paid by the ten."""

from __future__ import annotations

from collections.abc import Sequence, Set
from decimal import Decimal

from ...languages.late import late
from ...languages.measure_names import scale_between
from ...languages.twin_cues import CURRENCY_WORDS
from ...text import simplify
from .figures import Figure
from .stands import stands_for

_DOLLARS = frozenset(("USD", "AUD", "CAD", "HKD", "NZD", "SGD", "TWD", "MXN", "BRL"))
_POINTS = {
    "percentage_point": Decimal(1),
    "basis_point": Decimal("0.01"),
    "percent": Decimal(1),
    "multiple": Decimal(100),
}
_YUAN = frozenset(("CNY", "TWD", "HKD", "MOP"))  # all of them print 元 for short
_NEAR_SHARES = 24
_NEAR_RATE = 60  # characters from a bare number to the per cent that it may be of
_EACH_SHARES = late(
    r"(?:每\s?(?:10|十|100)\s?股(?!票)|(?<![0-9.])10\s?(?=[派转送]))(?:[^,，。;；元]|元(?=[转送])){0,20}$"
)
_INDEX = late(r"pmi|经理指数|景气指数|活动指数|订单指数|生产指数")
_NAMES_OF_YUAN = {"TWD": "台", "HKD": "港", "MOP": "澳"}
_RATE = late(r"margins?|rates?\b|ratio|share|yield|utili[sz]ation|penetration|率|占比|比重|份额|比例")
_RATIO = late(
    r"\bbook[ -]to[ -]bill|\b(?:debt|loans?)[ -]to[ -][a-z]|\bleverage\b|\b(?:coverage|cover|current|quick) ratio"
    r"|倍数|覆盖率|杠杆"
)
_EXCHANGED = late("[兑对](?:美元|人民币|欧元|日元|英镑|港元|港币)|汇率|中间价")
_APART = late(r"\b(?:gap|spread|difference|impact|effect|contribut\w+)\b|差|影响|贡献|拉动|拖累")
_OF_A_WHOLE = late(
    r"\s(?:annuali[sz]ed\s|[a-z]+ly\s)?(?:of|on)\s(?:(?:the|our|its|average|total|net|gross|annuali[sz]ed)\s)*"
    r"(?:loans|assets|deposits|sales|revenues?|premiums?|balances|receivables|advances|aum|equity|volume)\b"
)
_COINS = late(r"\b(?:cents?|pence|pennies)\b")  # of which country, the document says
_OF_A_COUNTRY = late(r"(?:(?<![A-Za-z])[A-Za-z]{1,3}|[\u3400-\u9fff])\s?\Z")  # "minus $17 million" is of none


def factor(said: Figure, other: Figure) -> Decimal | None:
    """What `other`'s values are multiplied with to be in `said`'s unit; None when the units do not meet.

    A bare number meets any currency, and per cent where per cent is told beside it; a plain $ meets every dollar;
    points, per cent and multiples convert.
    """
    mine, theirs = said.amount, other.amount
    if mine.unit == theirs.unit:
        return _shares_of(said) / _shares_of(other) * scale_between(mine.noun, theirs.noun)
    if mine.unit == "percentage_point" and theirs.unit == "percent" and not _RATE.search(said.text.folded):
        return None  # revenue does not grow by points
    if mine.unit == "percentage_point" and theirs.unit == "percent" and _are_levels(said, other):
        return None  # nobody's share is 38 points
    if mine.unit == "percent" and theirs.kind == "points" and not _is_of_a_whole(other):
        return None  # a margin that falls by 9 points does not fall by 9%
    if mine.unit in _POINTS and theirs.unit in _POINTS:
        # "7 basis points" for 7% is another number; "three times" may be a level, so it converts to per cent only.
        return _POINTS[theirs.unit] / _POINTS[mine.unit]
    if "count" in (mine.unit, theirs.unit) and {mine.kind, theirs.kind} & {"percent", "points", "ratio"}:
        return Decimal(1) if _is_bare(said, other) else None
    money = {mine.kind, theirs.kind} <= {"money", "per_share", "count"}
    if money and "count" in (mine.unit, theirs.unit):
        bare = mine if mine.unit == "count" else theirs
        foreign = bare is theirs and not _may_be_in(said.amount.unit, other.text.currencies)
        return Decimal(1) if bare.noun is None and not foreign else None
    coins = _COINS.search(said.quote.lower()), _COINS.search(other.quote.lower())
    if coins[0] and coins[1] and coins[0][0][0] == coins[1][0][0]:
        return Decimal(1)
    if {mine.unit, theirs.unit} <= _YUAN and (_bare_yuan(said) or _bare_yuan(other)):
        return Decimal(1) if _may_be_bare(said, other) else None
    if {mine.unit, theirs.unit} <= _DOLLARS and (is_plain_dollar(said) or is_plain_dollar(other)):
        # A document of plain dollars alone has no Canadian ones.
        return Decimal(1) if is_plain_dollar(said) or _may_be_plain(mine.unit, other.text.figures) else None
    return None


def _may_be_in(unit: str, currencies: Set[str]) -> bool:
    """Whether a bare sum of a document that prints some currencies may be in a unit."""
    return not currencies or any(unit in kin and currencies & kin for kin in ({unit}, _DOLLARS, _YUAN))


def _are_levels(*figures: Figure) -> bool:
    """Whether nothing tells a change or a distance of any of these rates."""
    return all(
        row.direction is None
        and stands_for(row) != "change"
        and not _APART.search(row.text.folded, row.clause_start, row.amount.start)
        for row in figures
    )


def _is_of_a_whole(figure: Figure) -> bool:
    """Whether basis points are the level of a rate: "losses of 18 basis points of average loans"."""
    if figure.amount.unit != "basis_point":
        return False
    rows = figure.text.by_line[figure.line] if figure.is_base else [figure]
    ends = (row.amount.end for row in rows if row.amount.unit == "basis_point")
    return any(_OF_A_WHOLE.match(figure.text.folded, end) for end in ends)


def _is_bare_rate(figure: Figure) -> bool:
    """Whether a bare number may be one of the per cent told beside it: "63.4 per cent, up from 60.1"."""
    amount = figure.amount
    near = (row.amount for row in figure.text.figures if row.line == figure.line and row.amount.unit == "percent")
    return amount.noun is None and any(
        max(row.start - amount.end, amount.start - row.end) <= _NEAR_RATE for row in near
    )


def _are_of_an_index(*figures: Figure) -> bool:
    """Whether one number is of an index that official texts print in per cent: PMI为49.6%."""
    bare = next((row for row in figures if row.amount.unit == "count"), None)
    return (
        bare is not None
        and bare.amount.noun in (None, "点")
        and all(_INDEX.search(row.text.folded, row.row.start, row.amount.start) for row in figures)
    )


def _are_pips(*figures: Figure) -> bool:
    """Whether points are those of an exchange rate, which some call basis points: 人民币对美元涨146点."""
    bare = next(row for row in figures if row.amount.unit == "count")
    points = bare.text.folded.startswith("点", bare.amount.end) or bare.quote.endswith("点")
    return points and any(_EXCHANGED.search(row.text.folded, row.row.start, row.amount.start) for row in figures)


def _is_bare(said: Figure, other: Figure) -> bool:
    """Whether a number without a unit is the rate, the ratio or the points that the other side calls it."""
    units = {said.amount.unit, other.amount.unit}
    if "percent" in units and _are_of_an_index(said, other):
        return True
    if said.amount.unit == "percent":
        return _is_bare_rate(other)
    if said.amount.unit == "percentage_point":
        return "tenth" in other.quote.lower()  # "load factor slipped by four tenths"
    if "multiple" in units:
        bare = said if said.amount.unit == "count" else other
        return bare.amount.noun is None and (_is_of_a_ratio(said) or _is_of_a_ratio(other))
    return "basis_point" in units and _are_pips(said, other)


def _is_of_a_ratio(figure: Figure) -> bool:
    """Whether a number is a ratio by the name before it: "a book-to-bill of 1.27"."""
    return _RATIO.search(figure.text.folded, figure.row.start, figure.amount.start) is not None


def _shares_of(figure: Figure) -> Decimal:
    """For how many shares a dividend is told: 每10股派4.5元."""
    before = figure.text.folded[max(figure.row.start, figure.amount.start - _NEAR_SHARES) : figure.amount.start]
    told = _EACH_SHARES.search(before)
    return Decimal(1) if told is None else Decimal(100 if "100" in told[0] else 10)


def _may_be_bare(said: Figure, other: Figure) -> bool:
    """Whether 元 for short may be the currency that the other side names.

    Beside figures in 港元 those in 元 are of another currency, and one in 港元 is not told as one in 元.
    """
    if _bare_yuan(said) and _bare_yuan(other):
        return True
    named = other.amount.unit if _bare_yuan(said) else said.amount.unit
    figures = [row for row in other.text.figures if row.amount.unit in _YUAN]
    first = next((row for row in figures if not row.ends), other)
    if named == "HKD" == first.amount.unit and simplify(other.text.text) != other.text.text:
        return all(row.amount.unit == "HKD" or _bare_yuan(row) for row in figures)  # 港元 once, and 元 from then on
    bare = sum(_bare_yuan(row) for row in figures)
    told = sum(not _bare_yuan(row) and row.amount.unit == named for row in figures)
    if _bare_yuan(said):
        return told >= bare or named in ("CNY", "TWD")
    told_too = named == "TWD" or not told
    return named == "CNY" or (told_too and _NAMES_OF_YUAN[named] in other.text.folded)


def _bare_yuan(figure: Figure) -> bool:
    quote = figure.text.folded[figure.amount.start : figure.amount.end]
    return quote.endswith("元") and CURRENCY_WORDS.search(quote) is None


def _may_be_plain(unit: str, figures: Sequence[Figure]) -> bool:
    """Whether plain dollars may be of a country, where a document prints some with theirs.

    Beside C$ a plain $ is no Canadian one, unless others are printed US$.
    """
    dollars = [row for row in figures if "$" in row.quote or row.amount.unit != "USD"]  # "5 cents" name no country
    named = {row.amount.unit for row in dollars if row.amount.unit in _DOLLARS and not is_plain_dollar(row)}
    plain = {row.amount.unit for row in figures if row.amount.unit in _DOLLARS and is_plain_dollar(row)}
    return unit in plain if unit not in named else not plain or bool(named - {unit})


def is_plain_dollar(figure: Figure) -> bool:
    """Whether an amount is printed with a dollar sign alone, of no country."""
    at = figure.quote.find("$")
    return at >= 0 and not _OF_A_COUNTRY.search(figure.quote[:at])


def are_paid_alike(said: Figure, other: Figure) -> bool:
    """Whether both are told for so many shares: 10派2.8元, 每10股派发现金红利2.80元."""
    return all(
        _EACH_SHARES.search(row.text.folded[max(row.row.start, row.amount.start - _NEAR_SHARES) : row.amount.start])
        for row in (said, other)
    )
