"""An amount with the words around it, and the role that they give it."""

from __future__ import annotations

from dataclasses import dataclass

from ..records import Amount
from .scenes import Scene, cue


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """`direction` is that of the words ("increase" is up), before the sign of a loss is considered."""

    role: str
    direction: str | None = None
    what: str | None = None  # what a driver moves, as printed
    why: str = ""  # the name of the cue that decided


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """One amount with the words around it."""

    scene: Scene
    at: int
    previous: Role | None
    before: str
    after: str

    @property
    def amount(self) -> Amount:
        """The amount itself."""
        return self.scene.amounts[self.at]

    @property
    def movable(self) -> bool:
        """Whether it is a rate that can tell a change."""
        return self.amount.kind in ("percent", "points")

    @property
    def countable(self) -> bool:
        """Whether it is money or a number of things."""
        return self.amount.kind in ("money", "count")

    def follows(self, role: str) -> bool:
        """Whether the amount before it in the sentence plays `role`."""
        return self.previous is not None and self.previous.role == role


def within(scene: Scene, at: int, start: int) -> str:
    """The words before amount `at` back to the amount before it, but not beyond the start of its zone."""
    return scene.folded[max(start, scene.amounts[at - 1].end if at else 0) : scene.amounts[at].start]


# 比去年低2.7个百分点, 会少0.9个百分点
_HIGHER = cue(r"(?:(?P<up>高|多|快)|低|少|慢)[出了约近逾]{0,2}\s*$")


def direction(scene: Scene, words: str) -> str | None:
    """Up or down by the last direction word."""
    up = [match.end() for match in cue(scene.rules.up).finditer(words)]
    down = [match.end() for match in cue(scene.rules.down).finditer(words)]
    if not up and not down:
        if (beside := _HIGHER.search(words)) is not None:
            return "up" if beside["up"] else "down"
        return "up" if words.rstrip().endswith("+") else None
    return "up" if max(up, default=-1) > max(down, default=-1) else "down"


def compared(scene: Scene, words: str) -> str | None:
    """The direction of a comparison after the amount: "5% more than", "5% below"."""
    if cue(scene.rules.more).search(words):
        return "up"
    return "down" if cue(scene.rules.less).search(words) else None
