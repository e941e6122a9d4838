"""Whether two figures state the same number, and what keeps them from being the same statement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from decimal import Decimal

from ...languages.late import late
from ...languages.measure_names import scale_between
from ...languages.twin_cues import CURRENCY_WORDS
from ...text import simplify
from ..times import RULES, Now
from .dated import Conflict, compared_conflicts, period_conflicts
from .figures import Figure
from .measures import called_otherwise, counts_otherwise
from .opposites import opposed
from .paces import paced_otherwise
from .ranges import is_end_of
from .revisions import is_superseded, revised_otherwise, way_of_forecast
from .sizes import equal_bound, fits, loosened, scaled, upright

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
_NET_PROFIT = late(r"净利|扣非")
_NAMES_OF_YUAN = {"TWD": "台", "HKD": "港", "MOP": "澳"}
_RATE = late(r"margins?|rates?\b|ratio|share|yield|utili[sz]ation|penetration|率|占比|比重|份额|比例")
_RATIO = late(
    r"\bbook[ -]to[ -]bill|\b(?:debt|loans?)[ -]to[ -][a-z]|\bleverage\b|\b(?:coverage|cover|current|quick) ratio"
    r"|倍数|覆盖率|杠杆"
)
_EXCHANGED = late("[兑对](?:美元|人民币|欧元|日元|英镑|港元|港币)|汇率|中间价")
_APART = late(r"\b(?:gap|spread|difference|impact|effect|contribut\w+)\b|差|影响|贡献|拉动|拖累")
_PACE_TO = late(r"(?:加快|加速|提速|放缓|减速)[至到]\s?(?:约|近)?$")
_CAME_TO = late(r"\bto\s(?:about\s|around\s)?$|[至到]\s?$")
_INFLATION = late(r"\b(?:inflation|cpi|ppi)\b|通胀|cpi|ppi|物价|价格指数")  # its level is a change
_RANKS = late("居首|居前|居次|位居|位列|领先|排名")
_EFFECT = late(
    r"\b(?:impact|effect|hit|headwind|tailwind|benefit|drag|contribution)\b|影响"
)  # one that is put at a sum
_ADDED = late(r"\b(?:net )?add(?:ition)?s\b|\badded\b|新增")  # such a number is a level and a change
_OF_A_WHOLE = late(
    r"\s(?:annuali[sz]ed\s|[a-z]+ly\s)?(?:of|on)\s(?:(?:the|our|its|average|total|net|gross|annuali[sz]ed)\s)*"
    r"(?:loans|assets|deposits|sales|revenues?|premiums?|balances|receivables|advances|aum|equity|volume)\b"
)
_COINS = late(r"\b(?:cents?|pence|pennies)\b")  # of which country, the document says
_OF_A_COUNTRY = late(r"(?:(?<![A-Za-z])[A-Za-z]{1,3}|[\u3400-\u9fff])\s?\Z")  # "minus $17 million" is of none
_ON_BASIS = late(
    r",?\s(?:(?:a|per) (?:diluted )?share,?\s)?(?:on an?\s)?(non[- ]?gaap|adjusted|gaap)"
    r"(?: basis\b|(?=\s?(?:[,.;)]|$)))"
    r"|,?\sunder (gaap)\b"
)
_REVISED = {"up": "raised", "down": "lowered", "kept": "kept"}
_NARROWS = late(r"\bnarrow|\btighten|收窄|缩窄")
_BASIS = late(
    r"non[- ]?gaap|\badjusted\b|\badj\b|\bgaap\b|非公认会计|经调整|公认会计"
    r"|\b(?:statutory|reported)\b(?=\s(?:pretax|net|eps|earnings|profit|loss|diluted))"
)


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


def how_equal(said: Figure, other: Figure) -> str | None:
    """`supported` when the same number is printed, `rounding` when the statement prints it coarser, else None."""
    by = factor(said, other)
    if by is None:
        return None
    mine, theirs = upright(said.amount), scaled(upright(other.amount), by)
    ends, others = (mine.low, mine.high), (theirs.low, theirs.high)
    if ends == others:
        return "supported"
    if is_end_of(said, ends, others):
        return "rounding"
    if None in ends or None in others:
        return equal_bound(mine, theirs)
    mine = loosened(mine)
    # Only a coarser print is a rounding: 13 is not 14, though the intervals of both touch.
    return "rounding" if mine.half_step > theirs.half_step and fits(mine, theirs) else None


def stands_for(figure: Figure) -> str | None:
    """`change` where the words beside an amount say by how much something moved, `level` where it stands."""
    rules, folded = RULES[figure.row.lang], figure.text.folded
    before = folded[max(figure.row.start, figure.amount.start - 80) : figure.amount.start]
    after = folded[figure.amount.end : min(figure.row.end, figure.amount.end + 40)]
    if figure.amount.kind == "percent":
        moved = re.search(f"{rules.up}|{rules.down}", folded[figure.clause[0] : figure.amount.start], re.IGNORECASE)
        if moved and _CAME_TO.search(before) and not re.search(rules.growth, before):
            return "change" if _PACE_TO.search(before) else "level"
        return "change" if re.search(rules.moved_by, before, re.IGNORECASE) else None
    if figure.amount.kind not in ("money", "count", "per_share") or _ADDED.search(f"{before}|{after}"):
        return None
    if re.search(rules.moved_by, before, re.IGNORECASE) or re.search(rules.moved_after, after, re.IGNORECASE):
        return "change"
    told = re.search(rules.stands_at, before, re.IGNORECASE) and not _EFFECT.search(before)
    return "level" if told else None


def _is_headline(figure: Figure) -> bool:
    """Whether a metric's name and its amount stand together: "net sales $618 million", 存货4亿元."""
    folded, start = figure.text.folded, figure.amount.start
    named = figure.text.metrics(folded[figure.row.start : figure.row.end], figure.row.lang)
    whole = figure.amount.kind in ("money", "per_share")
    return whole and any(
        not folded[figure.row.start + name.end : start].strip()
        for name in named
        if figure.row.start + name.end <= start
    )


def arrives(figure: Figure) -> bool:
    """Whether a number is what something came to: "from 23% to 25%"."""
    rules, start = RULES[figure.row.lang], figure.amount.start
    before = figure.text.folded[max(figure.row.start, start - 80) : start]
    return re.search(rules.stands_at, before, re.IGNORECASE) is not None


def is_share(figure: Figure) -> bool:
    """Whether a rate is said to be of a whole: "9.5% of sales"."""
    rules, folded = RULES[figure.row.lang], figure.text.folded
    after = folded[figure.amount.end : min(figure.row.end, figure.amount.end + 60)]
    before = folded[max(figure.row.start, figure.amount.start - 60) : figure.amount.start]
    told = re.search(rules.share_after, after, re.IGNORECASE) or re.search(rules.share_before, before, re.IGNORECASE)
    return figure.amount.unit in ("percent", "multiple") and told is not None


def went(figure: Figure) -> str | None:
    """`better` or `worse`, by the words of the amount's clause before it."""
    rules = RULES[figure.row.lang]
    words = figure.text.folded[figure.clause[0] : figure.amount.start]
    found = [bool(re.search(cue, words, re.IGNORECASE)) for cue in (rules.better, rules.worse)]
    return None if found[0] == found[1] else ("better" if found[0] else "worse")


def conflicts(said: Figure, other: Figure, now: Now) -> Iterator[Conflict]:
    """Everything both sides say and say differently: direction, gain or loss, period."""
    revised = revised_otherwise(said, other)
    if revised is not None:
        yield Conflict("direction", f"the document has the forecast {_REVISED[revised]}")
    yield from _outdated(said, other)
    yield from _turned(said, other)
    if said.sign and other.sign and said.sign != other.sign:
        yield Conflict("sign", f"a {said.sign} in the statement, a {other.sign} in the document")
    elif said.is_negative and other.sign is None and not other.is_negative:
        yield Conflict("sign", "negative in the statement and not in the document")
    elif other.is_negative and said.sign is None and not said.is_negative:
        yield Conflict("sign", "negative in the document and not in the statement")
    named = None if is_share(said) or is_share(other) else called_otherwise(said, other)
    if named is not None:
        yield Conflict("metric", f"the document calls it {named.replace('_', ' ')}")
    counted = counts_otherwise(said, other)
    if counted is not None:
        yield Conflict("unit", f"the document counts {counted} with it")
    parts = stands_for(said) or ("level" if _is_headline(said) else None), stands_for(other)
    clause = said.text.folded[said.clause_start : said.amount.start]
    grows = re.search(RULES[said.row.lang].growth, clause)  # its level is a change
    if None not in parts and parts[0] != parts[1] and not grows and not _INFLATION.search(clause):
        yield Conflict("role", f"a {parts[0]} in the statement, a {parts[1]} in the document")
    if is_share(said) and other.direction is not None and not is_share(other) and not _RANKS.match(*_behind(other)):
        yield Conflict("role", "a share in the statement, a change in the document")
    bases = _basis(said), _basis(other)
    if None not in bases and bases[0] != bases[1]:
        yield Conflict("basis", f"{bases[0]} in the statement, {bases[1]} in the document")
    recurring = _is_recurring(said), _is_recurring(other)
    if None not in recurring and recurring[0] != recurring[1]:
        yield Conflict("basis", "the one is a recurring profit (扣非) and the other is not")
    yield from opposed(said, other)
    yield from compared_conflicts(said, other)
    yield from period_conflicts(said, other, now)


def _turned(said: Figure, other: Figure) -> Iterator[Conflict]:
    """What went another way: up or down, faster or slower, for better or worse."""
    forecast = (way_of_forecast(said) is not None and other.is_guided) or _is_narrowed(said)
    forecast = forecast or (said.is_base and said.amount.kind != "percent")  # "fewer than the 3 million of last year"
    if said.direction and other.direction and said.direction != other.direction and not forecast:
        yield Conflict("direction", f"{said.direction} in the statement, {other.direction} in the document")
    paced = paced_otherwise(said, other)
    if paced is not None:
        yield Conflict("direction", f"the growth became {paced} in the document")
    ways = went(said), went(other)
    if None not in ways and ways[0] != ways[1]:
        yield Conflict("direction", f"{ways[0]} in the statement, {ways[1]} in the document")


def _outdated(said: Figure, other: Figure) -> Iterator[Conflict]:
    forecast = not said.is_base and said.is_guided
    if forecast and is_superseded(other) and not is_superseded(said):
        yield Conflict("period", "the document gives it as the earlier forecast")


def _is_narrowed(said: Figure) -> bool:
    """Whether a range is told to be narrower, which is no way to go."""
    return said.is_range and _NARROWS.search(said.text.folded, said.row.start, said.row.end) is not None


def _is_recurring(figure: Figure) -> bool | None:
    """Whether a Chinese profit is told without what happens once (扣非); None where no profit is named before it."""
    words = figure.text.folded[figure.begin : figure.amount.start]
    named = figure.row.lang == "zh" and _NET_PROFIT.search(words) is not None
    return "扣" in words and "非" in words if named else None


def _behind(figure: Figure) -> tuple[str, int]:
    return figure.text.folded, figure.amount.end


def names_basis(figure: Figure) -> bool:
    """Whether a basis is named around a figure, behind it too: "$0.06 dilutive to adjusted EPS"."""
    before = _basis(figure) is not None
    return before or _BASIS.search(figure.text.folded, figure.amount.end, figure.clause[1]) is not None


def are_paid_alike(said: Figure, other: Figure) -> bool:
    """Whether both are told for so many shares: 10派2.8元, 每10股派发现金红利2.80元."""
    return all(
        _EACH_SHARES.search(row.text.folded[max(row.row.start, row.amount.start - _NEAR_SHARES) : row.amount.start])
        for row in (said, other)
    )


def is_adjusted(figure: Figure) -> bool | None:
    """Whether a figure is told on an adjusted basis; None where no basis is told."""
    told = _basis(figure)
    return None if told is None else told != "GAAP"


def _basis(figure: Figure) -> str | None:
    """On which basis a figure is told to be, by the last word for one before it in its line."""
    behind = _ON_BASIS.match(figure.text.folded, figure.amount.end)
    folded = figure.text.folded[figure.row.start : figure.amount.start]
    told = [behind[1] or behind[2]] if behind else [hit[0] for hit in _BASIS.finditer(folded)]
    if not told:
        return None
    return "GAAP" if told[-1].startswith(("gaap", "公认", "statutory", "reported")) else "an adjusted basis"
