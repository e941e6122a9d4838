"""Numerals that are no amounts: dates (see `dates`), ids, names, references, list marks, idioms.

Only numerals without a unit are judged here; "RMB2020" is money whatever it looks like.
"""

from __future__ import annotations

import re

from ..languages.en.numbers import EN
from ..languages.late import late
from ..languages.zh.numbers import ZH
from .context import word_after, word_before
from .dates import is_chinese_date, is_date, is_year
from .nouns import MEASURE
from .numerals import Numeral, alternation

__all__ = ["SKIP", "in_idiom", "is_no_amount", "is_predicate", "is_year", "name_before", "says_little"]

# Chains of digits with one separator: phones, ISO dates, rule numbers, versions, times, fractions, passwords.
SKIP = (
    r"[0-9]++(?:-[0-9]++){2,}+|[0-9]++(?:\.[0-9]++){2,}+|[0-9]++(?:/[0-9]++){1,4}+|[0-9]++(?::[0-9]++){1,3}+"
    r"|\+[0-9]{1,3}(?:[ ()-]{1,3}[0-9]{2,5}){2,5}|\([0-9]{3}\)\s{0,3}[0-9]{3}-[0-9]{4}(?![0-9])"
    r"|(?<![0-9,.$])[0-9]{3}(?:-[0-9]{4}| [0-9]{3} [0-9]{4})(?![0-9])|1-[0-9]{3}-(?=[a-z])"
    r"|零(?=[部售食散工星件碳钱担配花排容距重和])"  # 零售, 零部件: no zero
)
_TIED = ("-plus", "-odd", "-ish", "-point ", "-day ")
_LINE_MARK = late(r"(?:\A|\n)[ \t]{0,40}[(\[]?\Z")
_MARK_END = late(r"[.)\]、:](?=\s|[\u3400-\u9fff]|\Z)")
_STREET = late(
    r" (?:[A-Z][A-Za-z.]{1,15} ){1,4}"
    r"(?:Street|Road|Avenue|Ave|St|Rd|Blvd|Boulevard|Drive|Lane|Plaza|Square|Place|Way|Parkway|Floor)\b"
    r"(?! [a-z]{3,}s\b)"  # "96 Harbour Lane restaurants"
)
_CUE = late(alternation([*EN.id_cues, *ZH.id_cues]))
# Marks that name things when no currency stands before: screens (4K), forms (10K), the company, "to business".
_MARK_NAMES = frozenset({"2k", "4k", "5k", "8k", "6k", "10k", "2b", "2c", "3m"})
_SPAN = late(r"[369]m(?: ?/ ?(?=[369]m)| ?(?:20[0-9]{2}|'[0-9]{2})(?![0-9.,%]))")
_SMALL_NAMES = frozenset(
    "quarter week day season game line unit point option group area industry file press dial question comment bullet "
    "code year half category wave horizon pillar priority scenario example division zone district round stage phase "
    "number no".split()
)
_FISCAL_YEAR = late(r"(?<![a-z])(?:fiscal|financial)\s{1,3}year\s{1,3}\Z")
# "the 737 MAX", "the 787 program"
_MODEL = late(
    r" (?:(?:MAX|Max|NEO|Neo|NG|ER|LR|XWB)(?![A-Za-z])|(?:program(?:me)?|platform|aircraft family|jet|freighter"
    r"|variant)\b)"
)
_CLAUSE_FOLLOWS = late("[,，、] ?(?![0-9])")
_IS = late(r"(?<![a-z])(?:is|was|are|were|equals|equal|to|at|not|but) {1,2}\Z")
_ENUMERATOR = late(r"(?:[;。:]|(?<![a-z])and|[,，]|\A|\n) {0,3}\Z")
_SAME_AGAIN = late(r"(?: for |-for-| by |-by-| on |-on-| in )([0-9]{1,4})(?![0-9,.]*[0-9])")
_SAME_BEFORE = late(r"(?<![0-9.,])([0-9]{1,4})(?: for |-for-| by |-by-)\Z")
_NO_NAMES = frozenset(word for phrase in EN.before for word in phrase.split()) | frozenset(
    {"total", "all", "only", "top"}
)
_TYPED_RANGE = late(
    r" ?(?:to|-|and|or) ?[0-9][0-9.,]{0,12} ?"
    r"(?:%|per ?cent|percentage|basis points|bps|(?:m|b|tr)illion|[mb]ln|bn)(?![a-z])",
    re.IGNORECASE,
)
# "$10 million-15 million": the hyphen of a range, and of no name.
_SCALED = late(r"[0-9] ?(?:thousand|(?:m|b|tr)illion|[mb]l?n|crore|lakh|[mbk])-\Z")
_ZH_NAME_BEFORE = late(r"(?:第|附注|周|星期|礼拜|初|农历|版本|型号|编号|代码|[a-z]轮) {0,2}\Z")
_COUNTER = late(rf" {{0,2}}(?:{alternation(ZH.counters)})")
_PREDICATE = late(r"(?:是|为|等于|得|到|至|约|有|共|达) {0,2}\Z")
_PREDICATE_END = late(r"\s{0,2}(?:[,.;!?。，；！？、)]|而|和|\Z)")
_IN_A_ROW = frozenset("红黑涨跌升降增减阳阴")  # 连3涨
_OF_TWO = frozenset("手次期轮代股胎孩维把")
_IDIOM = late(alternation(ZH.idioms))


def is_no_amount(low: str, folded: str, numeral: Numeral) -> bool:
    """The number is a date, a name, a reference or part of a word, whatever follows."""
    if _is_glued(low, folded, numeral) or _is_chinese_word(low, numeral) or is_chinese_date(low, numeral):
        return True
    if numeral.scale != 1 and numeral.kind != "words":
        return low[numeral.start : numeral.end] in _MARK_NAMES or _is_span(low, numeral)
    if is_date(low, folded, numeral) or _is_reference(low, folded, numeral) or _is_lone_line(low, numeral):
        return True
    return _is_named(folded, numeral) or _is_same_for_same(low, numeral)


def _is_span(low: str, numeral: Numeral) -> bool:
    """ "9M 2026": the first nine months of a year."""
    return _SPAN.match(low, numeral.start) is not None


def says_little(low: str, folded: str, numeral: Numeral) -> bool:
    """No amount unless a noun, a modifier or a range speaks for it: "the two", "and 2,", 一百."""
    if numeral.kind == "words" and numeral.low <= 10:
        return True
    if numeral.kind == "han":
        surface = low[numeral.start : numeral.end]
        if len(surface) == 1 or (surface[0] == "一" and len(surface) == 2 and surface[1] in "千百"):
            return not _counts(low, numeral.start, numeral.end) or surface == "一"
        return numeral.high != numeral.low and numeral.scale == 1 and not _counts(low, numeral.start, numeral.end)
    if numeral.bare_integer and numeral.low <= 12 and _CLAUSE_FOLLOWS.match(low, numeral.end):
        return _ENUMERATOR.search(low, max(0, numeral.start - 6), numeral.start) is not None
    return False


def is_predicate(low: str, numeral: Numeral) -> bool:
    """ "The answer is four.": a number word that is said of something and closes the clause."""
    is_said = _IS.search(low, max(0, numeral.start - 10), numeral.start)
    return numeral.kind == "words" and bool(
        is_said and re.match(r"\s?(?:[.,;!?)]|\Z)", low[numeral.end : numeral.end + 2])
    )


def name_before(folded: str, numeral: Numeral) -> str:
    """The capitalised word directly before a bare number, or ""."""
    if not numeral.bare_integer or folded[numeral.start - 1 : numeral.start] != " ":
        return ""
    before = word_before(folded, numeral.start)
    return before if before[:1].isupper() and before.lower() not in EN.stops | _NO_NAMES else ""


def _is_measured(low: str, folded: str, numeral: Numeral) -> bool:
    """ "450MW", "1,868t"; "3T" names a magnet, "4t" says too little."""
    measure = MEASURE.match(low, numeral.end)
    if measure is None or measure[1] not in EN.measures:
        return False
    return len(measure[1]) > 1 or (folded[numeral.end].islower() and (numeral.low >= 10 or numeral.decimals > 0))


_ABBREVIATION = late(r"(?<![A-Za-z0-9])[A-Z]{2,6}\Z")  # "GMV31亿"


def _is_glued(low: str, folded: str, numeral: Numeral) -> bool:
    """Part of a name or mark: profit7, COVID-19, 8stream, Q9, 5-way, v1.2, '21."""
    before = low[numeral.start - 1 : numeral.start]
    if before and before.isascii() and (before.isalnum() or before in "'_/@#"):
        return numeral.kind != "han" or _ABBREVIATION.search(folded, 0, numeral.start) is None
    # "COVID- 19": the hyphen of a name that a line break has torn off.
    joint = low[max(0, numeral.start - 44) : numeral.start].rstrip(" \n\t")
    if len(joint) > 1 and joint[-2].isascii():
        if joint[-1] == "-" and joint[-2].isalpha():
            return numeral.scale == 1 or _SCALED.search(joint) is None
        if joint[-1] in ".:" and joint[-2].isalnum() and not before.isspace():
            return True
    after, following = low[numeral.end : numeral.end + 1], low[numeral.end + 1 : numeral.end + 2]
    if numeral.kind == "han" and not low[numeral.end - 1].isascii():
        return False
    if after and after.isascii() and (after.isalpha() or after in "_/@"):
        return not _is_measured(low, folded, numeral)
    if not (following and following.isascii() and following.isalpha()):
        return False
    return after in "-.'" and not (after == "-" and low.startswith(_TIED, numeral.end))


def _is_reference(low: str, folded: str, numeral: Numeral) -> bool:
    """The number of a note, item, page, rule, street, list entry, or a long id."""
    before = word_before(folded, numeral.start)
    if before in ("#", "№"):
        return True
    name = before.lower().rstrip(".")
    if name == "year" and _FISCAL_YEAR.search(low, max(0, numeral.start - 26), numeral.start):
        return numeral.bare_integer and numeral.end - numeral.start == 2  # "fiscal year 22"
    if name in EN.names and not numeral.grouped and _fits_name(numeral, name):
        return not (name in ("no", "line", "point", "number") and numeral.kind == "words" and not before[0].isupper())
    if numeral.bare_integer and numeral.end - numeral.start >= 2 and low[numeral.start] == "0":
        return True
    if (
        numeral.bare_integer
        and numeral.end - numeral.start >= 5
        and _CUE.search(low, max(0, numeral.start - 40), numeral.start)
    ):
        return True
    return _is_list_mark(low, numeral) or bool(numeral.bare_integer and _STREET.match(folded, numeral.end))


def _fits_name(numeral: Numeral, name: str) -> bool:
    """ "quarter 3" and "question 14.2" are names; "last quarter 500 stores opened" is none."""
    return numeral.low < 21 or (numeral.low < 10000 and (name not in _SMALL_NAMES or numeral.decimals > 0))


def _is_list_mark(low: str, numeral: Numeral) -> bool:
    if numeral.kind != "digits" or numeral.low >= 100 or numeral.decimals:
        return False
    opened = low[numeral.start - 1 : numeral.start] in ("(", "[")
    if opened and numeral.start and low[numeral.end : numeral.end + 1] in (")", "]"):
        return True
    return bool(_LINE_MARK.search(low, max(0, numeral.start - 44), numeral.start) and _MARK_END.match(low, numeral.end))


def _is_lone_line(low: str, numeral: Numeral) -> bool:
    """A bare number alone on its line: a page number."""
    if not numeral.bare_integer or numeral.end - numeral.start > 4:
        return False
    left = low.rfind("\n", max(0, numeral.start - 80), numeral.start)
    right = low.find("\n", numeral.end, numeral.end + 80)
    if (left < 0 and numeral.start > 80) or (right < 0 and len(low) - numeral.end > 80):
        return False
    return not (low[max(left, 0) : numeral.start] + low[numeral.end : len(low) if right < 0 else right]).strip()


def _is_named(folded: str, numeral: Numeral) -> bool:
    """The number of a product, index or model after its capitalised name: Fortune 500, Windows 11, Industry 4.0."""
    if numeral.kind != "digits" or numeral.grouped or numeral.scale != 1 or numeral.decimals > 1:
        return False
    if numeral.bare_integer and _MODEL.match(folded, numeral.end) and numeral.end - numeral.start >= 3:
        return True
    before = word_before(folded, numeral.start)
    if not before[:1].isupper() or len(before) < 2 or folded[numeral.start - 1] not in " \t":
        return False
    if _TYPED_RANGE.match(folded, numeral.end):
        return False  # "EBITA 8 to 11 percent"
    if before == "Lower" and folded[numeral.start : numeral.end] == "48":
        return True  # the states of America that touch one another
    if before.lower() in EN.stops or before.lower() in _NO_NAMES or (numeral.decimals and before.isupper()):
        return False
    if not _begins_sentence(folded, numeral.start - 1 - len(before)):
        return True
    after = word_after(folded, numeral.end)
    return numeral.bare_integer and (not after or after in EN.stops or after[:1].isupper())


def _begins_sentence(folded: str, at: int) -> bool:
    before = folded[max(0, at - 6) : at].rstrip(" \t")
    return not before or before[-1] in ".!?:;\n\"'•)(-" or before[-1] > "\u2fff"


def _is_same_for_same(low: str, numeral: Numeral) -> bool:
    """ "20 for 20", "one-for-one": a name or a manner."""
    if not numeral.bare_integer:
        return False
    surface = low[numeral.start : numeral.end]
    after = _SAME_AGAIN.match(low, numeral.end)
    before = _SAME_BEFORE.search(low, max(0, numeral.start - 12), numeral.start)
    return bool((after and after.group(1) == surface) or (before and before.group(1) == surface))


def _is_chinese_word(low: str, numeral: Numeral) -> bool:
    """第N, and words in which a Chinese numeral counts nothing: 统一, 十分, 双十一, 二手房 (two are 两)."""
    if _ZH_NAME_BEFORE.search(low, max(0, numeral.start - 6), numeral.start):
        return True
    if low[numeral.start - 1 : numeral.start] == "连" and low[numeral.end : numeral.end + 1] in _IN_A_ROW:
        return True
    if low[numeral.start : numeral.end] == "二" and low[numeral.end : numeral.end + 1] in _OF_TWO:
        return True
    return in_idiom(low, numeral)


def in_idiom(low: str, numeral: Numeral, *, whole: bool = False) -> bool:
    """Whether a numeral is part of a word that counts nothing: 统一, 三元材料; `whole`: it stands inside that word."""
    for match in _IDIOM.finditer(low, max(0, numeral.start - 4), numeral.end + 4):
        if low[numeral.start].isdigit() and match.start() > numeral.start:
            continue  # 36万一台
        inside = match.start() <= numeral.start and match.end() >= numeral.end
        if numeral.kind == "han" and not whole and match.start() < numeral.end and match.end() > numeral.start:
            return True
        if inside and (whole or not _COUNTER.match(low, numeral.end)):
            return True
    return False


def _counts(low: str, at: int, end: int) -> bool:
    if _COUNTER.match(low, end):
        return True
    return bool(_PREDICATE.search(low, max(0, at - 3), at) and _PREDICATE_END.match(low, end))
