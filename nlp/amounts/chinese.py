"""Chinese numerals, and digits mixed with Chinese units: 二十八点五亿, 7亿2万5千8百, 13万2, 肆拾肆, 三十几万."""

from __future__ import annotations

from decimal import Decimal

from ..languages.late import late
from ..languages.zh.numbers import ZH
from .numerals import MAX_DIGITS, Numeral

DIGITS = dict(ZH.digits)
_DIGITS = DIGITS
_SMALL = dict(ZH.tens)  # powers of ten below 10,000
_BIG = dict(ZH.scales)
CHARACTERS = "".join(_DIGITS) + "".join(_SMALL) + "万"
START = f"[{''.join(_DIGITS)}{''.join(_SMALL)}]"
_ARABIC = late(r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,9}(?![0-9])|[0-9]{1,30}(?![0-9]))(?:\.[0-9]{1,30}(?![0-9]))?")
_MOST = Decimal(10) ** 20
_TENTHS_POINT = late("[0-9](?=[折成])")
# 多 and its like inside a number: "10多亿", "三百余"; not in 多元化, 多样, 几个.
MORE = late(r"[余多几来](?!元化|样|种|个方面|年来|维)")
_AFTER_MORE = late(r"\s?[万亿元美港欧日个家名位人项款种类台套辆座间所条件份只支部本次单笔户城%倍块座岁年天]")


_SUM = late(r"(?:[美日港欧韩澳加台]|新台|人民)?[元币]|英镑|欧元|卢比|卢布")
_EACH = frozenset("个台吨辆套股张件年月晚天头斤亩克颗片米平间户人支箱瓶吋")


class _State:
    """The number read so far: big sections, the section below the next 万 or 亿, and a digit not yet weighed."""

    def __init__(self) -> None:
        self.total = Decimal(0)
        self.section = Decimal(0)
        self.digit: Decimal | None = None
        self.decimals = 0
        self.step = Decimal(1)
        self.small = 4  # the last small unit's power: the next must be smaller
        self.big = 20
        self.unit = Decimal(0)  # weight of the unit just read, 0 after a digit or 零
        self.zero = False
        self.scale = Decimal(1)
        self.mantissa = Decimal(0)
        self.spread = Decimal(0)  # how far an approximate numeral (两三) reaches above its low end
        self.arabic = False

    def put_small(self, power: int) -> bool:
        """十, 百 or 千."""
        if power >= self.small and not (self.arabic and self.digit is not None and self.section == 0):
            return False
        if self.digit is None and (self.section or self.zero) and power != 1:
            return False
        weight = Decimal(10) ** power
        self.section += (Decimal(1) if self.digit is None else self.digit) * weight
        self.spread *= weight
        self.step = weight.scaleb(-self.decimals) if self.arabic else Decimal(1)
        self.digit, self.small, self.unit, self.zero = None, power, weight, False
        return True

    def put_big(self, power: int) -> bool:
        """万, 亿 or 兆; after another big unit it multiplies (万亿)."""
        weight = Decimal(10) ** power
        here = self.section + (self.digit or 0)
        if here == 0 and self.digit is None:
            if self.unit < 10000 or power <= 4 or self.scale != self.unit or self.scale * weight > _MOST:
                return False
            self.total *= weight
            self.scale = self.unit = self.scale * weight
            self.step, self.spread, self.big = self.step * weight, self.spread * weight, 20
            return True
        if power >= self.big:
            return False
        self.total += here * weight
        self.mantissa, self.scale, self.unit, self.big = here, weight, weight, power
        self.step = (self.step if self.arabic else Decimal(1).scaleb(-self.decimals)) * weight
        self.spread *= weight
        self.section, self.digit, self.small, self.zero = Decimal(0), None, 4, False
        return True

    def finish(self) -> Decimal:
        """The value; a last digit after 百, 千, 万 counts in tenths of that unit (四百五, 13万2)."""
        if self.digit is None:
            return self.total + self.section
        digit, self.digit = self.digit, None
        if (
            self.unit >= 100
            and not self.zero
            and 0 < digit < 10
            and digit == digit.to_integral_value()
            and not self.decimals
        ):
            digit *= self.unit / 10
            self.step = self.unit / 10
        elif self.total:
            self.step = Decimal(1).scaleb(-self.decimals)
        if self.total:
            self.scale = Decimal(1)
        self.section += digit
        return self.total + self.section


def read_han(text: str, start: int) -> tuple[Numeral | None, int]:
    """The Chinese numeral at `start` of the folded, simplified text, and where reading goes on.

    None with an end when the characters are no number (a bare 千, more than 30 digits).
    """
    digits_end = _digit_run(text, start)
    if digits_end - start >= 2 and not _near_pair(text, start, digits_end):
        return _digit_string(text, start, digits_end)
    state = _State()
    at = end = start
    while True:
        step = _take(state, text, at, first=at == start)
        if step == at:
            break
        at = end = step
        blank = at
        while blank < at + 2 and text[blank : blank + 1] == " ":
            blank += 1
        # Blanks stand inside spaced numerals ("八千 三百"), before more of the same number only.
        if blank > at and _continues(state, text, blank):
            at = blank
    if end == start:
        return None, start + 1
    return _finish(state, text, start, end)


def _finish(state: _State, text: str, start: int, end: int) -> tuple[Numeral | None, int]:
    bare = text[start] in _SMALL and (text[start] not in "十拾" or text[start - 1 : start] in ("几", "数", "好"))
    if bare and not _is_bounded_sum(text, start, end):
        return None, end
    value = state.finish()
    numeral = Numeral(
        start=start,
        end=end,
        low=value,
        high=value + state.spread,
        step=state.step,
        mantissa=state.mantissa if state.scale != 1 else value,
        scale=state.scale,
        kind="digits" if text[start].isascii() and state.scale == 1 and end == start else "han",
        decimals=state.decimals,
    )
    if state.spread == 0:
        end = _more(numeral, state, text, end)
    numeral.end = end
    return numeral, end


def _is_bounded_sum(text: str, start: int, end: int) -> bool:
    """Whether a scale without a number is a sum: 逾千亿元."""
    bounded = text[start - 1 : start] in tuple("逾超近破") and text[start - 2 : start] not in ("买超", "卖超")
    return bounded and _SUM.match(text, end) is not None and end - start > 1


_MEASURED = "瓦克米卡赫帕伏焦欧牛升"  # what a kilo- or mega- stands before


def _take(state: _State, text: str, at: int, *, first: bool) -> int:
    """Read one token into `state`; the new place, or `at` when the number ends here."""
    char = text[at : at + 1]
    if not char:
        return at
    if char in _DIGITS:
        return _take_digit(state, text, at)
    if char in "千兆" and text[at + 1 : at + 2] in _MEASURED and text[at + 1 : at + 2]:
        return at  # 30万千瓦 are 300,000 kilowatts
    if char.isascii():
        return _take_arabic(state, text, at, first=first)
    if char in _SMALL:
        return at + 1 if state.put_small(_SMALL[char]) else at
    if char in _BIG:
        return at + 1 if state.put_big(_BIG[char]) else at
    if char == "个" and not first and text.startswith("亿", at + 1):
        return at + 1  # 3个亿
    if char == "点" and not first and state.decimals == 0:
        return _take_point(state, text, at)
    return at


def _take_digit(state: _State, text: str, at: int) -> int:
    value = _DIGITS[text[at]]
    if text[at] == "一" and state.arabic and text[at - 1] in _BIG and text[at + 1 : at + 2] in _EACH:
        return at  # 36万一台: so much each
    if state.digit is not None or (state.arabic and state.unit == 0):
        return at
    if value == 0:
        following = text[at + 1 : at + 2]
        if state.total or state.section:
            if following in _DIGITS or following in _SMALL or following.isdigit():
                state.zero, state.unit = True, Decimal(0)
                return at + 1
            return at
        if following in ("十", "拾"):
            return at + 1
    state.digit = Decimal(value)
    following = text[at + 1 : at + 2]
    if following in _DIGITS and _near_pair(text, at, at + 2):
        state.spread = Decimal(_DIGITS[following] - value)
        return at + 2
    return at + 1


def _take_arabic(state: _State, text: str, at: int, *, first: bool) -> int:
    match = _ARABIC.match(text, at)
    if match is None or state.digit is not None or state.decimals or len(match.group()) > MAX_DIGITS:
        return at
    if not first and (not state.arabic or ("." in match.group() and text[match.end() : match.end() + 1] not in _BIG)):
        return at
    state.digit = Decimal(match.group().replace(",", ""))
    if not first and state.unit and state.digit >= state.unit:
        state.digit = None
        return at
    _, _, fraction = match.group().partition(".")
    state.decimals, state.arabic, state.step = len(fraction), True, Decimal(1).scaleb(-len(fraction))
    return match.end()


def _take_point(state: _State, text: str, at: int) -> int:
    if arabic := _TENTHS_POINT.match(text, at + 1):
        # "6点5折"
        state.digit = (state.digit or 0) + Decimal(arabic.group()) / 10
        state.decimals, state.step = 1, Decimal("0.1")
        return arabic.end()
    end = _digit_run(text, at + 1)
    following = text[end : end + 1]
    if end == at + 1 or end - at > MAX_DIGITS or state.decimals or following in ("十", "拾", "分"):
        return at
    if state.digit is None and not state.section and not state.total:
        return at
    if state.digit is not None and (state.section or state.total):
        state.section = state.finish() - state.total
    fraction = "".join(str(_DIGITS[char]) for char in text[at + 1 : end])
    state.decimals = len(fraction)
    state.digit = (state.digit or 0) + Decimal(fraction).scaleb(-len(fraction))
    state.step = Decimal(1).scaleb(-len(fraction))
    state.unit = Decimal(0)
    return end


def _continues(state: _State, text: str, at: int) -> bool:
    char = text[at : at + 1]
    if char in _BIG or char in _SMALL:
        return state.digit is not None or state.section != 0 or char in _BIG
    if char in _DIGITS:
        return state.digit is None and not state.arabic
    return char == "点" and text[at + 1 : at + 2] in _DIGITS


def _digit_run(text: str, at: int) -> int:
    while at < len(text) and text[at] in _DIGITS:
        at += 1
    return at


def _near_pair(text: str, start: int, end: int) -> bool:
    """两三, 七八: neighbours said for "two or three", with something to count after them; also 十五六."""
    if end - start != 2:
        return False
    low, high = _DIGITS[text[start]], _DIGITS[text[start + 1]]
    return 0 < low < high < 10 and (high == low + 1 or (low, high) == (3, 5))


def _digit_string(text: str, start: int, end: int) -> tuple[Numeral | None, int]:
    """Digits read one by one: 二〇二一, 一二三."""
    if end - start > MAX_DIGITS or text[start] == "○":
        return None, end
    value = Decimal("".join(str(_DIGITS[char]) for char in text[start:end]))
    one = Decimal(1)
    numeral = Numeral(start=start, end=end, low=value, high=value, step=one, mantissa=value, scale=one, kind="han")
    return numeral, end


def _more(numeral: Numeral, state: _State, text: str, end: int) -> int:
    """多, 余, 几 inside a number, with the unit after it: 10多亿, 三十几万, 二百余."""
    match = MORE.match(text, end)
    if match is None or state.decimals or not _AFTER_MORE.match(text, match.end()):
        return end
    weight = state.unit or (Decimal(10) if numeral.low % 10 == 0 and numeral.low else Decimal(0))
    if weight == 0:
        return end
    end = match.end()
    factor = Decimal(1)
    while text[end : end + 1] in _BIG:
        factor *= Decimal(10) ** _BIG[text[end]]
        end += 1
    few = match.group() == "几"
    numeral.high = numeral.low + weight if few else None
    numeral.modifier = "over"
    numeral.step = weight
    numeral.times(factor)
    return end
