"""Text to amounts: one scan for numerals, then their units, ranges, modifiers and nouns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext

from ..errors import BadInput
from ..records import Amount, AmountKind
from ..text import fold, simplify
from . import chinese, english, exclusions
from .found import Found
from .modifiers import compared_with_than, modifier_after, modifier_before, or_equal
from .nouns import is_per_share, noun_after
from .numerals import Numeral, read_digits
from .ranges import join_ranges
from .units import read_prefix, read_scale, read_suffix

_LOWER = {code: code + 32 for code in range(65, 91)}
_WIDE_COMMA = re.compile("，(?![０-９])|(?<![０-９])，")
_DIGITS = (
    r"[0-9]{1,3}(?:,[0-9]{3}){1,12}(?![0-9])(?:\.[0-9]++)?|[0-9]{1,2}(?:,[0-9]{2}){1,12},[0-9]{3}(?![0-9])(?:\.[0-9]++)?"
    r"|[0-9]{1,9} [0-9]{1,2}/(?:2|4|8|16|32|64)(?![0-9/])|[0-9]++(?:\.[0-9]++)?|(?<![0-9])\.[0-9]++"
)
_MASTER = re.compile(
    rf"(?P<skip>{exclusions.SKIP})|(?P<digits>{_DIGITS})|(?P<han>{chinese.START})|(?P<words>{english.START})"
)
_HAN_FOLLOWS = re.compile(r" {0,2}[十百千万亿兆拾佰仟]|[余多几来]")
_NEGATIVE = re.compile(r"(?:(?<![a-z])(?:negative|minus)\s{1,3}|负\s?)\Z")
_DIGIT_CONTEXT = Context(prec=90)


@dataclass(frozen=True, slots=True)
class Phrase:
    """An amount with the offsets of its whole phrase: modifier and range words included."""

    amount: Amount
    start: int
    end: int


def find_amounts(text: str, lang: str) -> tuple[Amount, ...]:
    """Every amount in `text` (`lang`: en or zh), in order, with half-open offsets into `text` as given.

    Money, per cent, points, multiples, counts; years, dates, periods, ids, references and names are left out.
    Both scripts and both languages are read whatever `lang` says; it decides what a bare ¥ means.
    Raises BadInput for another language.
    """
    return tuple(phrase.amount for phrase in find_phrases(text, lang))


def find_phrases(text: str, lang: str) -> tuple[Phrase, ...]:
    """As `find_amounts`, with the place of modifier and range words ("at least $5": the amount is "$5")."""
    if lang not in ("en", "zh"):
        raise BadInput(f"language {lang!r} is not known to amounts; give 'en' or 'zh'.")
    with localcontext(_DIGIT_CONTEXT):
        reader = _Reader(text, lang)
        return tuple(reader.phrases())


class _Reader:
    """The copies of one text and the steps over them."""

    def __init__(self, text: str, lang: str) -> None:
        self.text = text
        # A full-width comma separates clauses; only between full-width digits it groups them.
        self.folded = simplify(fold(_WIDE_COMMA.sub(";", text) if "，" in text else text))
        self.low = self.folded.translate(_LOWER)
        self.lang = lang
        self.alone = len(text) < 200

    def phrases(self) -> Iterator[Phrase]:
        found = join_ranges(list(self.scan()), self.low)
        kept = [item for item in found if self.qualifies(item)]
        merged = self.merge_bounds(kept)
        for item in merged:
            yield Phrase(self.amount(item), item.phrase_start, item.phrase_end)

    def scan(self) -> Iterator[Found]:
        place = 0
        while match := _MASTER.search(self.low, place):
            place = match.end()
            numeral = None
            if match.lastgroup == "digits":
                numeral, place = self.digits(match)
            elif match.lastgroup == "han":
                numeral, place = chinese.read_han(self.low, match.start())
            elif match.lastgroup == "words":
                numeral, place = english.read_words(self.low, match.start())
            if numeral is not None:
                item = self.typed(numeral)
                place = max(place, item.span_end)
                yield item

    def digits(self, match: re.Match[str]) -> tuple[Numeral | None, int]:
        if _HAN_FOLLOWS.match(self.low, match.end()) and "/" not in match.group():
            numeral, end = chinese.read_han(self.low, match.start())
            if numeral is not None and numeral.end > match.end():
                return numeral, end
        return read_digits(match.start(), match.group()), match.end()

    def typed(self, numeral: Numeral) -> Found:
        """The numeral with sign, currency, scale and unit."""
        low = self.low
        begin = numeral.start
        prefix = read_prefix(low, self.folded, begin)
        item = Found(numeral, begin, numeral.end, has_prefix=prefix is not None)
        bracket = prefix.bracket if prefix else low[begin - 1 : begin] == "(" and self.is_accounting(numeral)
        closed = False
        if bracket and low[numeral.end : numeral.end + 1] == ")":
            numeral.end, closed = numeral.end + 1, True
        read_scale(numeral, low, money=prefix is not None, alone=self.is_alone(numeral))
        if bracket and not closed and low[numeral.end : numeral.end + 1] == ")" and prefix:
            numeral.end, closed = numeral.end + 1, True
        suffix = read_suffix(numeral, low, self.folded)
        if prefix:
            item.span_start, item.unit, item.kind, item.typed = prefix.start, prefix.unit, "money", True
            numeral.times(prefix.factor)
        elif closed:
            item.span_start = begin - 1
        if suffix and not (prefix and suffix.kind != "money"):
            self.take_suffix(item, suffix, prefix is not None)
        item.span_end = max(
            item.span_end,
            numeral.end,
            suffix.end
            if suffix and item.typed and item.span_end < suffix.end and (not prefix or suffix.kind == "money")
            else 0,
        )
        self.sign(item, bool(prefix and prefix.negative), closed)
        if not item.typed:
            item.hard = self.is_no_amount(numeral) and not self.is_alone(numeral)
            item.soft = not item.hard and self.needs_noun(numeral)
        item.phrase_start, item.phrase_end = item.span_start, item.span_end
        return item

    def take_suffix(self, item: Found, suffix: object, prefixed: bool) -> None:
        from .units import Unit

        assert isinstance(suffix, Unit)
        numeral = item.numeral
        numeral.times(suffix.factor)
        if suffix.extra:
            numeral.low += suffix.extra
            numeral.high = None if numeral.high is None else numeral.high + suffix.extra
            numeral.step = Decimal("0.1") if suffix.extra * 10 % 1 == 0 else Decimal("0.01")
        item.unit = suffix.unit or item.unit
        item.kind, item.typed = suffix.kind, True

    def is_accounting(self, numeral: Numeral) -> bool:
        """ "(105.6) million", "(3.2)%", or a bare bracketed figure in a table cell; a mention in prose is none."""
        end = numeral.end
        if self.low[end : end + 1] != ")":
            return False
        after = Numeral(end + 1, end + 1, numeral.low, numeral.low, numeral.step, numeral.low, Decimal(1), "digits")
        read_scale(after, self.low, money=False, alone=False)
        if after.end > end + 1 or read_suffix(after, self.low, self.folded) is not None:
            return True
        before = self.low[max(0, numeral.start - 3) : numeral.start - 1]
        in_table = not before.strip() and (len(before) == 2 or numeral.start == 1) or "\t" in before or "|" in before
        return in_table and (numeral.grouped or numeral.decimals > 0)

    def sign(self, item: Found, negative: bool, closed: bool) -> None:
        low = self.low
        start = item.span_start
        char, before = low[start - 1 : start], low[start - 2 : start - 1]
        if closed or negative:
            self.negate(item.numeral)
        if negative or closed and char != "-":
            return
        if (
            char in ("-", "+")
            and char
            and self.text[start - 1] not in "—―"
            and (not before or before in " (\n\t[:：，,。/" or before > "\u2fff")
        ):
            item.span_start = start - 1
            if char == "-":
                self.negate(item.numeral)
        elif char == " " and before == "-" and start == 2 and self.is_alone(item.numeral):
            item.span_start = 0
            self.negate(item.numeral)
        elif match := _NEGATIVE.search(low, max(0, start - 12), start):
            item.span_start = match.start()
            self.negate(item.numeral)

    @staticmethod
    def negate(numeral: Numeral) -> None:
        numeral.low = -numeral.low
        numeral.high = None if numeral.high is None else -numeral.high
        if numeral.high is not None and numeral.high < numeral.low:
            numeral.low, numeral.high = numeral.high, numeral.low

    def is_alone(self, numeral: Numeral) -> bool:
        """Nothing but the number (and a sign) is in the text: a table cell."""
        if not self.alone:
            return False
        rest = self.text[: numeral.start] + self.text[numeral.end :]
        return not rest.strip(" -+\n\tkmbgKMBG") and not exclusions.is_year(numeral)

    def is_no_amount(self, numeral: Numeral) -> bool:
        low, folded = self.low, self.folded
        if exclusions.is_glued(low, numeral) or exclusions.is_chinese_name(low, numeral):
            return True
        if numeral.scale != 1 and numeral.kind != "words":
            return False
        return (
            exclusions.is_date(low, folded, numeral)
            or exclusions.is_reference(low, folded, numeral)
            or exclusions.is_duration(low, folded, numeral)
            or exclusions.is_name(folded, numeral)
            or exclusions.is_lone_line(low, numeral)
        )

    def needs_noun(self, numeral: Numeral) -> bool:
        """A small number word says too little without what it counts: "the two"."""
        return numeral.kind == "words" and numeral.low <= 10 and not self.is_alone(numeral)

    def qualifies(self, item: Found) -> bool:
        if item.hard:
            return False
        self.modify(item)
        if not item.typed or item.kind == "count":
            after = item.phrase_end if item.modifier else item.span_end
            item.noun, _ = noun_after(self.low, self.folded, after)
        if item.soft:
            single = item.numeral.kind == "words" and item.low == 1 and not item.is_range
            return (item.noun is not None and not single) or (item.modifier is not None and not single)
        return True

    def modify(self, item: Found) -> None:
        item.modifier = item.numeral.modifier
        before = modifier_before(self.low, item.phrase_start)
        if before:
            item.modifier, item.phrase_start = before
            if item.modifier == "over" and (end := or_equal(self.low, item.phrase_end)):
                item.modifier, item.phrase_end = "at_least", end
            elif item.modifier == "under" and (end := or_equal(self.low, item.phrase_end)):
                item.modifier, item.phrase_end = "at_most", end
            return
        around = compared_with_than(self.low, item.span_start, item.span_end)
        if around:
            item.modifier, item.phrase_start, item.phrase_end = around
            return
        after = modifier_after(self.low, item.phrase_end, item.phrase_end)
        if after and item.modifier is None:
            item.modifier, item.phrase_end = after

    def merge_bounds(self, items: list[Found]) -> list[Found]:
        """ "greater than 30 and less than 40" is one range."""
        merged: list[Found] = []
        for item in items:
            last = merged[-1] if merged else None
            if (
                last
                and last.modifier in ("over", "at_least")
                and item.modifier in ("under", "at_most")
                and self.adjoin(last, item)
            ):
                last.numeral.high = item.high
                last.span_end, last.phrase_end, last.is_range = item.span_end, item.phrase_end, True
                last.noun, last.modifier = item.noun, None
                if item.typed:
                    last.take_unit(item)
            else:
                merged.append(item)
        return merged

    def adjoin(self, left: Found, right: Found) -> bool:
        gap = self.low[left.phrase_end : right.phrase_start]
        fits = left.unit == right.unit or not left.typed or not right.typed
        ordered = left.low is not None and right.high is not None and left.low < right.high
        return fits and ordered and gap.strip() in ("", "and", "but", ",", "且", "并且", "和", ";", "、")

    def amount(self, item: Found) -> Amount:
        low, high = item.low, item.high
        if not item.is_range and low is not None and low == high:
            if item.modifier in ("over", "at_least"):
                high = None
            elif item.modifier in ("under", "at_most"):
                low = None
        unit = item.unit or ("count" if item.kind == "count" else "CNY")
        if unit == "¥":
            unit = self.yen()
        kind: AmountKind = item.kind  # type: ignore[assignment]
        if kind == "money" and item.numeral.scale == 1 and is_per_share(self.low, item.span_start, item.span_end):
            kind = "per_share"
        return Amount(
            start=item.span_start,
            end=item.span_end,
            low=_plain(low),
            high=_plain(high),
            unit=unit,
            kind=kind,
            half_step=item.numeral.step / 2,
            modifier=item.modifier,
            noun=item.noun,
        )

    def yen(self) -> str:
        """¥ is the yuan in Chinese text and wherever China's money is named, the yen elsewhere."""
        if self.lang == "zh":
            return "CNY"
        return "CNY" if re.search(r"rmb|renminbi|yuan|cny|china", self.low) else "JPY"


def _plain(value: Decimal | None) -> Decimal | None:
    """Without the zeros a scale leaves behind: 1.2 * 10**9 as 1200000000."""
    if value is None:
        return None
    whole = value.to_integral_value()
    if whole != value:
        return value
    return abs(whole) if whole == 0 else whole
