"""Which amounts are losses, by the name of what they measure or the words before them."""

from __future__ import annotations

from dataclasses import replace

from ..languages.late import late
from ..records import Amount
from ..text import simplify
from .binding import Binding
from .scenes import Scene, cue

_GAIN = late(r"\b(?:earned|(?:profit|income|earnings|gain|inflow) of)\s\Z|(?:盈利|赚|流入)[了为是达约]{0,2}\Z")
_BEFORE_SHORT = late(r"(?:\bloss|亏损|净损)\s?[(（]\Z")  # "operating loss (EBIT)"


def is_loss(scene: Scene, at: int, binding: Binding) -> bool:
    """Whether the amount is named as a loss: by its metric, or right before it ("against an outflow of").

    Not where it is earned: "our net loss was 14.6 million, and for the year we earned 163.7 million".
    """
    loss = cue(scene.rules.loss)
    if binding.place is not None and _BEFORE_SHORT.search(scene.folded, 0, binding.place[0]):
        return True
    named = any(map(loss.search, (simplify(binding.surface), scene.before(at)[-16:])))
    return named and _GAIN.search(scene.before(at)) is None


def negated(amount: Amount) -> Amount:
    """The amount below zero: a loss said as a positive number. One already negative stays as it is."""
    if (amount.low is not None and amount.low < 0) or (amount.high is not None and amount.high < 0):
        return amount
    low = None if amount.high is None else -amount.high
    high = None if amount.low is None else -amount.low
    return replace(amount, low=low, high=high)
