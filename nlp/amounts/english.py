"""English number words: "twenty-one trillion three hundred", "two point two million", "a dozen", "half a billion"."""

from __future__ import annotations

from decimal import Decimal

from ..languages.en.numbers import EN
from ..languages.late import late
from .numerals import Numeral, alternation
from .spoken import STARTS as SPOKEN

_SCALES = {word: exponent for word, exponent in EN.scales.items() if not word.endswith("s")}
_FIRST = alternation([*EN.digits, *EN.tens])
_ANY = alternation([*EN.digits, *EN.tens, *_SCALES, "dozen", "point"])
_SCALE = alternation([*_SCALES, "dozen"])
_JOIN = r"(?:\s{0,2}-\s{0,2}|\s{1,4}(?:and\s{1,4})?)"
_DOLLAR = alternation(["dollar", "euro", "yuan", "yen"])
# "a dollar" is one; "a dollar amount" and "dollar-based" are none.
_ONE_COIN = late(
    rf"an?\s{{1,2}}(?=(?:{_DOLLAR})(?:[.,;:!?)]|\Z|\s{{1,3}}(?:of|in|per|for|to|and|a|on|more|less|from)(?![a-z])))"
)
# Beginnings of words that may open a number; a list of plain literals, which `re` searches fast.
STARTS = late("|".join(sorted({*EN.digits, *EN.tens, "a ", "an ", "half", *SPOKEN}, key=len, reverse=True)))
_RUN = late(
    rf"(?:half\s{{1,2}}an?\s{{1,2}}(?:{_SCALE})|an?\s{{1,2}}(?:{_SCALE})|(?:{_FIRST}))(?![a-z])"
    rf"(?:{_JOIN}(?:{_ANY})(?![a-z])){{0,40}}"
)
_WORD = late(r"[a-z]+")
_ORDINAL = late(r"[-\s]{1,2}(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|half|quarter)")
_AND_A_HALF = late(r"[-\s]and[-\s]a[-\s](?:half|quarter)(?![a-z])")


def read_words(text: str, start: int) -> tuple[Numeral | None, int]:
    """The number said in words at `start` of the lower-case text, and where reading goes on.

    None with an end when the words form no amount (a year: "twenty twenty-one").
    """
    coin = _ONE_COIN.match(text, start)
    if coin:
        one = Decimal(1)
        end = start + len(coin.group().rstrip())
        return Numeral(start, end, one, one, one, one, one, "words"), end
    run = _RUN.match(text, start)
    if run is None:
        return None, start + 1
    words = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(text, start, run.end())]
    reader = _Reader()
    end = start
    for index, (word, at, stop) in enumerate(words):
        if word == "and" or not reader.take(word, [w for w, _, _ in words[index + 1 : index + 3]]):
            if (
                word == "and"
                and reader.joins
                and index + 1 < len(words)
                and reader.takes_after_and(words[index + 1][0])
            ):
                continue
            end = end or at
            break
        end = stop
    if reader.year or _ORDINAL.match(text, end):
        return None, max(end, start + 1)
    numeral = reader.numeral(start, end)
    add_half(numeral, text)
    return numeral, numeral.end


def add_half(numeral: Numeral, text: str) -> None:
    """ "one and a half", "2 and a half": the scale may still follow."""
    half = _AND_A_HALF.match(text, numeral.end)
    if half and numeral.scale == 1:
        half_of = Decimal("0.5") if half.group().endswith("half") else Decimal("0.25")
        numeral.low += half_of
        numeral.high = numeral.mantissa = numeral.low
        numeral.step, numeral.decimals, numeral.end = Decimal("0.1"), 1, half.end()


class _Reader:
    """Takes number words one by one as long as they make one number."""

    def __init__(self) -> None:
        self.total = Decimal(0)
        self.section = Decimal(0)  # below the next scale word
        self.last = ""  # what kind of word came last: one, teen, ten, hundred, scale, point
        self.scale = Decimal(1)
        self.limit = Decimal(10) ** 18
        self.mantissa = Decimal(0)
        self.decimals = 0
        self.count = 0
        self.year = False

    @property
    def joins(self) -> bool:
        """ "and" may follow: "two hundred and nineteen"."""
        return self.last in ("hundred", "scale")

    def takes_after_and(self, word: str) -> bool:
        """What follows "and" completes the number below the last scale."""
        return word in EN.digits or word in EN.tens

    def take(self, word: str, ahead: list[str]) -> bool:
        """Add `word`; False when it begins something else."""
        self.count += 1
        if word in ("a", "an"):
            return self.count == 1 or self.last == "half"
        if word == "half":
            self.section, self.last, self.decimals = Decimal("0.5"), "half", 1
            return True
        if word == "point":
            return self._point(ahead)
        if word in EN.digits:
            return self._digit(EN.digits[word])
        if word in EN.tens:
            return self._ten(EN.tens[word])
        return self._scale(word)

    def _point(self, ahead: list[str]) -> bool:
        if not ahead or ahead[0] not in {**EN.digits, **EN.tens} or self.decimals or self.last == "":
            return False
        self.last = "point"
        return True

    def _digit(self, value: int) -> bool:
        if self.last == "point":
            return self._decimal(value)
        if self.last == "ten" and value and value < 10:
            self.section += value
            self.last = "one"
            return True
        if self.last in ("ten", "teen") and value >= 10 and 18 <= self.section <= 20 and self.total == 0:
            self.year = True
            return True
        if self.last == "year" or self.year:
            return value < 10
        if self.last in ("", "hundred", "scale") and (value or self.last == ""):
            self.section += value
            self.last = "one" if value < 10 else "teen"
            return True
        return False

    def _ten(self, value: int) -> bool:
        if self.last == "point":
            return self._decimal(value)
        if self.last in ("", "hundred", "scale"):
            self.section += value
            self.last = "ten"
            return True
        if self.last == "one" and self.total == 0 and 1 <= self.section <= 9:
            # "one twenty two" is said for 122.
            self.section = self.section * 100 + value
            self.last = "ten"
            return True
        if self.last in ("teen", "ten") and self.total == 0 and 18 <= self.section <= 20:
            self.year = True
            return True
        return False

    def _decimal(self, value: int) -> bool:
        # "two hundred point seventy-one", "two point two five"
        if value >= 20:
            self.section += Decimal(value).scaleb(-self.decimals - 2)
            self.decimals += 1
        elif value >= 10:
            self.section += Decimal(value).scaleb(-self.decimals - 2)
            self.decimals += 2
        else:
            self.section += Decimal(value).scaleb(-self.decimals - 1)
            self.decimals += 1
        return self.decimals <= 12

    def _scale(self, word: str) -> bool:
        value = Decimal(12) if word == "dozen" else Decimal(10) ** _SCALES[word]
        here = self.section or Decimal(1)
        if word == "hundred":
            if self.last not in ("", "one", "teen", "ten", "half") or here >= 100:
                return False
            self.section, self.last = here * 100, "hundred"
            return True
        if value >= self.limit or self.last == "scale":
            return False
        self.total += here * value
        self.mantissa, self.scale, self.limit = here, value, value
        self.section, self.last = Decimal(0), "scale"
        return True

    def numeral(self, start: int, end: int) -> Numeral:
        value = self.total + self.section
        scale = self.scale if not self.section else Decimal(1)
        step = scale.scaleb(-self.decimals)
        return Numeral(
            start=start,
            end=end,
            low=value,
            high=value,
            step=step,
            mantissa=self.mantissa if scale != 1 else value,
            scale=scale,
            kind="words",
            decimals=self.decimals,
        )
