"""When two amounts of different languages are the same number, and how they differ when they are not.

Values are compared without sign: a loss of 5 is -5 to one reader and 5 to another; the sign is a question of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ...languages.twin_cues import CURRENCY_WORDS, DOLLARS
from ...records import Amount
from ...text import fold, simplify

_LARGEST = 30  # a decimal exponent beyond any amount; arithmetic on such values is refused
_PER_CENT = frozenset({"percent", "percentage_point", "basis_point", "multiple"})


@dataclass(frozen=True, slots=True)
class Said:
    """An amount with the words it was printed in."""

    amount: Amount
    words: str

    @property
    def ends(self) -> tuple[Decimal, ...]:
        """Its finite ends without sign, basis points as points; one end for a single value, a bound or a point."""
        return ends_of(self.amount)

    @property
    def folded(self) -> str:
        """The words, width folded and simplified."""
        return simplify(fold(self.words))


def ends_of(amount: Amount) -> tuple[Decimal, ...]:
    """See `Said.ends`. Empty when no end is usable."""
    found = [abs(end) for end in (amount.low, amount.high) if end is not None and _usable(end)]
    factor = Decimal("0.01") if amount.unit == "basis_point" else Decimal(1)
    scaled = sorted({(end * factor).normalize() for end in found})
    return tuple(scaled)


def step_of(amount: Amount) -> Decimal:
    """The half-step in the unit of `ends_of`; zero when it is not usable."""
    if not _usable(amount.half_step):
        return Decimal(0)
    return abs(amount.half_step) * (Decimal("0.01") if amount.unit == "basis_point" else Decimal(1))


def same_value(one: Said, other: Said) -> bool:
    """Whether both print the same number (120.0 million and 1.2 亿), units aside."""
    if one.ends and one.ends == other.ends:
        return True
    return _times_as_percent(one, other) or _times_as_percent(other, one)


def same_rounded(one: Said, other: Said) -> bool:
    """Whether one is the other printed with fewer digits (316.4 million as 3.2 亿, or as about 3.2 亿)."""
    if not one.ends or len(one.ends) != len(other.ends):
        return False
    loose = "about" in (one.amount.modifier, other.amount.modifier)
    steps = sorted((_room(one, loose=loose), _room(other, loose=loose)))
    if steps[0] == steps[1]:
        return False
    return all(abs(a - b) <= steps[1] for a, b in zip(one.ends, other.ends, strict=True))


def only_rounded(one: Said, other: Said) -> bool:
    """Whether the two agree once the zeros at the end of either are taken for rounding: 85.2 million as 8,500 万."""
    if not one.ends or len(one.ends) != len(other.ends):
        return False
    room = max(_room(one, loose=True), _room(other, loose=True))
    return all(abs(a - b) <= room for a, b in zip(one.ends, other.ends, strict=True)) and room > 0


def _room(said: Said, *, loose: bool) -> Decimal:
    """Half the last digit printed; `loose`: half the last digit but zeros, where there are two and more."""
    step = step_of(said.amount)
    coarse = [Decimal(5).scaleb(_exponent(end) - 1) for end in said.ends if loose and len(_digits(end)[0]) > 1]
    return max([step, *coarse])


def _exponent(value: Decimal) -> int:
    return int(value.normalize().as_tuple().exponent)


def power_of_ten(one: Said, other: Said) -> int:
    """k when `other` is `one` x 10^k digit for digit, with k not 0; else 0."""
    if not one.ends or len(one.ends) != len(other.ends):
        return 0
    powers = {_power(a, b) for a, b in zip(one.ends, other.ends, strict=True)}
    return powers.pop() if len(powers) == 1 else 0


def one_slip(one: Said, other: Said) -> bool:
    """Whether one digit was changed, dropped, added or swapped with its neighbour, at any end, the size kept."""
    if not one.ends or len(one.ends) != len(other.ends):
        return False
    pairs = [(a, b) for a, b in zip(one.ends, other.ends, strict=True) if a != b]
    return bool(pairs) and all(_slip(a, b) for a, b in pairs)


def is_slip(one: Decimal, other: Decimal) -> bool:
    """Whether one digit, or the place of the point, makes one value the other, signs aside."""
    return _power(abs(one), abs(other)) != 0 or _slip(abs(one), abs(other))


def units_agree(one: Said, other: Said) -> bool:
    """Whether the units can be the same, a currency left unsaid taken from the document."""
    a, b = one.amount.unit, other.amount.unit
    if a == b or _times_as_percent(one, other) or _times_as_percent(other, one):
        return True
    if is_money(one.amount) and is_money(other.amount):
        return _currency_open(one, b) or _currency_open(other, a)
    if is_money(one.amount) or is_money(other.amount):
        return "count" in (a, b)
    points = {"percentage_point", "basis_point"}
    return (a in points and b in points) or {a, b} == {"multiple", "count"}


def is_money(amount: Amount) -> bool:
    """Whether the unit is a currency."""
    return amount.unit not in _PER_CENT and amount.unit != "count"


def is_small_count(amount: Amount) -> bool:
    """A bare count up to ten: words for it differ freely between languages (two areas, 这两个领域, both)."""
    ends = ends_of(amount)
    return amount.unit == "count" and (not ends or max(ends) <= 10)


def has_digits(words: str) -> bool:
    """Whether a number is printed in figures."""
    return any("0" <= c <= "9" for c in fold(words))


def _usable(value: Decimal) -> bool:
    return value.is_finite() and (value == 0 or abs(value.adjusted()) <= _LARGEST)


def _times_as_percent(one: Said, other: Said) -> bool:
    """300% as 3 倍, and growth by 200% as 增长 2 倍 or to 3 times."""
    if (one.amount.unit, other.amount.unit) != ("percent", "multiple") or len(one.ends) != 1 or len(other.ends) != 1:
        return False
    return one.ends[0] in (other.ends[0] * 100, (other.ends[0] - 1) * 100)


def _currency_open(said: Said, wanted: str) -> bool:
    words = CURRENCY_WORDS.findall(said.folded)
    if "$" in said.folded and not words:
        return wanted in DOLLARS
    return not words


def _digits(value: Decimal) -> tuple[str, int]:
    parts = value.normalize().as_tuple()
    return "".join(map(str, parts.digits)), value.adjusted() if value else 0


def _power(one: Decimal, other: Decimal) -> int:
    if not one or not other:
        return 0
    (a, size), (b, other_size) = _digits(one), _digits(other)
    shorter = min(len(a), len(b))
    same = a == b or (shorter >= 3 and a[:shorter] == b[:shorter])
    return other_size - size if same else 0


def _slip(one: Decimal, other: Decimal) -> bool:
    (a, size), (b, other_size) = _digits(one), _digits(other)
    width = max(len(a), len(b), size + 1, other_size + 1)
    if size == other_size:
        a, b = a.ljust(width, "0"), b.ljust(width, "0")
        wrong = [i for i in range(width) if a[i] != b[i]]
        swapped = (
            len(wrong) == 2 and wrong[1] == wrong[0] + 1 and (a[wrong[0]], a[wrong[1]]) == (b[wrong[1]], b[wrong[0]])
        )
        return len(wrong) == 1 or swapped or _dropped(a.rstrip("0"), b.rstrip("0"))
    return abs(size - other_size) == 1 and _dropped(a, b)


def _dropped(one: str, other: str) -> bool:
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    if len(longer) != len(shorter) + 1 or len(shorter) < 2:
        return False
    return any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))
