"""On which basis a figure is told to be: GAAP or adjusted, with or without what happens once."""

from __future__ import annotations

from ...languages.late import late
from .figures import Figure

_ON_BASIS = late(
    r",?\s(?:(?:a|per) (?:diluted )?share,?\s)?(?:on an?\s)?(non[- ]?gaap|adjusted|gaap)"
    r"(?: basis\b|(?=\s?(?:[,.;)]|$)))"
    r"|,?\sunder (gaap)\b"
)
_BASIS = late(
    r"non[- ]?gaap|\badjusted\b|\badj\b|\bgaap\b|非公认会计|经调整|公认会计"
    r"|\b(?:statutory|reported)\b(?=\s(?:pretax|net|eps|earnings|profit|loss|diluted))"
)
_NET_PROFIT = late(r"净利|扣非")


def names_basis(figure: Figure) -> bool:
    """Whether a basis is named around a figure, behind it too: "$0.06 dilutive to adjusted EPS"."""
    before = basis_of(figure) is not None
    return before or _BASIS.search(figure.text.folded, figure.amount.end, figure.clause[1]) is not None


def is_adjusted(figure: Figure) -> bool | None:
    """Whether a figure is told on an adjusted basis; None where no basis is told."""
    told = basis_of(figure)
    return None if told is None else told != "GAAP"


def basis_of(figure: Figure) -> str | None:
    """On which basis a figure is told to be, by the last word for one before it in its line."""
    behind = _ON_BASIS.match(figure.text.folded, figure.amount.end)
    folded = figure.text.folded[figure.row.start : figure.amount.start]
    told = [behind[1] or behind[2]] if behind else [hit[0] for hit in _BASIS.finditer(folded)]
    if not told:
        return None
    return "GAAP" if told[-1].startswith(("gaap", "公认", "statutory", "reported")) else "an adjusted basis"


def is_recurring(figure: Figure) -> bool | None:
    """Whether a Chinese profit is told without what happens once (扣非); None where no profit is named before it."""
    words = figure.text.folded[figure.begin : figure.amount.start]
    named = figure.row.lang == "zh" and _NET_PROFIT.search(words) is not None
    return "扣" in words and "非" in words if named else None
