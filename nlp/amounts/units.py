"""Units behind a numeral: currency, per cent, points, multiples; scale words and abbreviations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from ..languages.en.currencies import CENTS, DOLLARS, LETTERS_AFTER, SHARED, SIGNS
from ..languages.en.numbers import EN
from ..languages.late import late
from ..languages.zh.numbers import ZH
from ..records import AmountKind
from .numerals import Numeral, alternation
from .prefixes import ALIASES, CODES, THOUSANDS, WORDLIKE

_GAP = r"(?:[ \t]{0,4}(?:\n[ \t]{0,40})?)"
_SCALE_WORDS = EN.scales
_SCALE = late(rf"(?:{_GAP}|-)({alternation(_SCALE_WORDS)})(?![a-z])")
_ADDED_SCALE = late(rf" ?\[({alternation(_SCALE_WORDS)})\]")  # "$3.4 [billion]", as editors put in what was left out
_MARK = late(r"(?: ?(mm|mn|mln|mio|bn|bln|trn|tn)|(k|m|b|t|g|cr))(?![a-z0-9&])")
_SPACED_MARK = late(r" {1,2}(k|m|b|t|cr)(?![a-z0-9&'.-])")
_HAN_SCALE = late(r" {0,2}(万亿|千亿|百亿|千万|百万|十亿|十万|万|亿|兆(?![瓦帕赫焦欧字比]))")
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
_NO_COIN = (
    "(?!毛[利绒坯重发衣线巾笔豆]|角[形度落钢色])"
    "(?!(?<=[长珠黄铁金大小][三五六八])角)"  # 长三角
    "(?!(?<=[一二两三四五六七八九])角(?![^\\u3400-\\u9fff]|\\Z|[分钱整多左以每一二两三四五六七八九到至的]))"  # 三角债
)
_HAN_MONEY = f"{_NO_COIN}(?:{alternation([*ZH.currencies, *ZH.subunits])})"
_CODE_AFTER = r"[mkt]?(?:" + "|".join(sorted(code.lower() for code in CODES)) + ")"
_CENTS_AFTER = rf"(?P<country>{alternation(CENTS)})[c¢](?![a-z0-9])"
_SYMBOL_AFTER = (
    rf"us\$|hk\$|nt\$|[€£₩₹₽฿₫₱¢](?![0-9])|¥|\$(?![0-9.])|(?:{alternation(LETTERS_AFTER)})(?!\w)"
    r"|(?<=[0-9])[pc](?![a-z0-9&'%_-]|\.[a-z])"
)
_UNIT = late(
    rf"(?:{_GAP}|-)(?:(?P<points>{_POINTS})|(?P<basis>{_BASIS})|(?P<percent>{_PERCENT})|(?P<multiple>{_MULTIPLE})"
    rf"|(?P<money>(?:{_LATIN_MONEY}){_WORD_END}|{_HAN_MONEY})|(?P<code>(?:{_CODE_AFTER}){_WORD_END})"
    rf"|(?P<cents>{_CENTS_AFTER})|(?P<symbol>{_SYMBOL_AFTER}))"
)
_CHENG = late(r" {0,2}成(?!交(?!易)|[长本立为功员品熟效都果人分绩就份型])")
_CHENG_TAIL = late("[一二三四五六七八九半](?![十百千万亿个家年月])")
_ZHE = late(r" {0,2}折(?![旧合射叠扣])")
_YUAN_TAIL = late(
    r" {0,2}(?:([0-9]{1,2}|[一二两三四五六七八九])角)?"
    r"(?:([0-9]{1,2}|[零一二两三四五六七八九]{1,2})分)?(?!之)"
)
_JIAO_TAIL = late(r"([0-9]|[一二两三四五六七八九])(?:分(?!之)|(?![0-9百千万亿十个元点.]))")
_KUAI_TAIL = late(r"([0-9]|[一二三四五六七八九])(?![0-9百千万亿十个元点.季年月日天周家条类种次期号度倍成块是])")
# What lets 三块 be a price; a piece of something else is said in the same way (这一块, 三块业务).
_PRICED_BEFORE = late(
    r"(?:[卖价赚花贵涨降跌减付省亏约近仅才从]|便宜|[高低]出?|成本|[涨降跌升提压卖加减]到|每[\u3400-\u9fff]{1,2})(?:了|是|为)?\Z"
)
_PRICED_BEHIND = late(
    r"钱|多(?![个大少])|左右|上下|以[上下内]|出头|不到|人民币|[一每](?=[斤张度吨升杯件单个瓶股])|[/／]"
)
_ENDS_PRICE = late(r"[^\u3400-\u9fff]|\Z|[到至涨降跌升提的]")
_POINTS_AT = late(r"(?:[这那哪第另几各其]|另外|剩下|其余|[这那]个)的?\Z")
_CENTS_TAIL = late(r"\s{1,2}(?:and\s{1,2})?([0-9]{1,2})\s{0,2}(?:cents|¢)(?![a-z])")
_HUNDREDTH = Decimal("0.01")
_PIECES = 10
_COIN_CUE = late(r"share|dividend|(?<![a-z])h?eps(?![a-z])|pence|(?<![a-z])cents?(?![a-z])|£|sterling")
_COIN_CUE_AFTER = late(r"\s?(?:/|per\s|a\s(?:share|litre|unit|pound|kilo)|(?:interim|final|special|total)?\s?dividend)")
_CLAUSE_END = late(r"[;\n]|\.\s")
_LINES = ("144", "240", "360", "480", "540", "720", "1080", "1440", "2160", "4320")  # of a screen
_DIGIT = {**{str(d): d for d in range(10)}, **ZH.digits}


@dataclass(slots=True)
class Unit:
    """What stands after a numeral; `unit` is "" for a bare 元, whose currency the text decides."""

    unit: str
    kind: AmountKind
    end: int
    factor: Decimal = Decimal(1)
    extra: Decimal = Decimal(0)
    generic: bool = False  # a name that several currencies share


def read_scale(numeral: Numeral, low: str, *, money: bool, alone: bool) -> None:
    """Multiply `numeral` by the scale words and marks that follow; its end moves behind them.

    `money`: a currency stands before, so that a spaced single letter is a scale ("$ 5 m"); `alone`: it is all the text.
    """
    for _ in range(3):
        match = _SCALE.match(low, numeral.end) or _ADDED_SCALE.match(low, numeral.end)
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
    return _money(numeral, match, low, folded)


def _tenths(numeral: Numeral, match: re.Match[str], low: str) -> Unit:
    # 三成 is 30%, 七成五 75%; 八五折 and 八折 leave 85% and 80% of a price.
    factor = Decimal(10)
    tail = _CHENG_TAIL.match(low, match.end()) if "成" in match[0] else None
    if tail:
        extra = Decimal(_DIGIT.get(tail.group(), 5))
        return Unit("percent", "percent", tail.end(), factor, extra)
    if "折" in match[0] and numeral.low > 10 and numeral.low == numeral.low.to_integral_value():
        factor = Decimal(1)
    return Unit("percent", "percent", match.end(), factor)


def _money(numeral: Numeral, match: re.Match[str], low: str, folded: str) -> Unit | None:
    if match["code"]:
        surface = match["code"].upper()
        mark, code = (surface[0].lower(), surface[1:]) if surface not in CODES else ("", surface)
        if code in WORDLIKE and not folded[match.start("code") : match.end("code")].isupper():
            return None
        return Unit(ALIASES.get(code, code), "money", match.end(), THOUSANDS.get(mark, Decimal(1)))
    if match["cents"]:
        # "18 USC 1001" is a law.
        written = folded[match.end("cents") - 1] != "C"
        return Unit(CENTS[match["country"]], "money", match.end(), _HUNDREDTH) if written else None
    if match["symbol"]:
        return _symbol(numeral, match, low, folded)
    word = re.sub(r"\s+", " ", match["money"])
    if word == "块" and _is_piece(numeral, match, low):
        return None
    if word in _SUBUNITS:
        code, power = _SUBUNITS[word]
        coin = Unit(code, "money", match.end(), Decimal(10) ** power, generic=word in SHARED)
        return _with_small_change(coin, word, low)
    return _with_small_change(Unit(_MONEY_WORDS[word], "money", match.end(), generic=word in SHARED), word, low)


def _is_piece(numeral: Numeral, match: re.Match[str], low: str) -> bool:
    """Whether up to ten 块 are pieces or lines of business: a price has its cue, a digit behind or 钱."""
    end = match.end()
    if numeral.kind == "digits" or numeral.low > _PIECES or _PRICED_BEHIND.match(low, end):
        return False
    before = low[max(0, numeral.start - 4) : numeral.start]
    if _POINTS_AT.search(before):
        return True
    tail = _KUAI_TAIL.match(low, end)
    return not tail and not (_PRICED_BEFORE.search(before) and _ENDS_PRICE.match(low, end))


def _symbol(numeral: Numeral, match: re.Match[str], low: str, folded: str) -> Unit | None:
    symbol, start, end = match["symbol"], match.start("symbol"), match.end()
    if symbol in "pc":
        return _coin(numeral, match, low, folded)
    if symbol == "¢":
        return Unit("USD", "money", end, _HUNDREDTH, generic=True)
    if symbol in LETTERS_AFTER:
        plain = symbol != "tl" or folded[start:end] == "TL"
        return Unit(LETTERS_AFTER[symbol], "money", end, generic=symbol in SHARED) if plain else None
    return Unit(DOLLARS[symbol[:-1]] if symbol[:-1] in DOLLARS else SIGNS[symbol], "money", end, generic=symbol == "$")


def _coin(numeral: Numeral, match: re.Match[str], low: str, folded: str) -> Unit | None:
    """ "10.7p" and "45c a share": small coins where the words around speak of such; never "1080p"."""
    start, end = match.start("symbol"), match.end()
    if folded[start] not in "pc":
        return None
    clause = _CLAUSE_END.split(low[max(0, numeral.start - 80) : numeral.start])[-1]
    if clause.rstrip().rpartition(" ")[2] in EN.names:
        return None
    spoken_of = _COIN_CUE.search(clause) or _COIN_CUE_AFTER.match(low, end)
    tenths = "." in low[max(0, start - 3) : start]
    if low[start] == "p":
        pence = tenths or (spoken_of and not low.endswith(_LINES, 0, start))
        return Unit("GBP", "money", end, _HUNDREDTH) if pence else None
    return Unit("USD", "money", end, _HUNDREDTH, generic=True) if spoken_of else None


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
    elif word in ("角", "毛") and (tail := _JIAO_TAIL.match(low, unit.end)):
        unit.extra, unit.end = Decimal(_small(tail[1])) / 100, tail.end()
    elif word in ("dollar", "dollars", "euros", "euro") and (tail := _CENTS_TAIL.match(low, unit.end)):
        unit.extra, unit.end = Decimal(int(tail[1])) / 100, tail.end()
    return unit


def _small(surface: str | None) -> int:
    value = 0
    for char in surface or "":
        value = value * 10 + _DIGIT[char]
    return value
