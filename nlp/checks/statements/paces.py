"""How fast something grows, and whether that became more or less: 增速放缓至2.8% is a growth still."""

from __future__ import annotations

from ...languages.late import late
from .figures import RATE_TO, Figure

_SLOWER, _FASTER = "放缓|回落|收窄|缩小|趋缓|减缓|下降|降低|降|低", "加快|扩大|提高|提速|上升|回升|升|高"
_BEHIND = late(
    rf"[^,，。;；0-9]{{0,4}}[,，]?(?:增速|[涨增升降跌减]幅)[^,，。;；]{{0,14}}?(?:(?P<slower>{_SLOWER})|(?P<faster>{_FASTER}))"
)
_SLOWED = late(_SLOWER)


def paced_otherwise(said: Figure, other: Figure) -> str | None:
    """How the pace of a growth changed in the document, where a statement says the opposite; else None."""
    mine, theirs = _told(said), _pace(other)
    return theirs if mine is not None and theirs is not None and mine != theirs else None


def _pace(figure: Figure) -> str | None:
    """`slower` or `faster`: told before a rate or right behind it, or by the rate that it is compared with."""
    told = _told(figure)
    if told is not None:
        return told
    behind = _BEHIND.match(figure.text.folded, figure.amount.end, figure.row.end)
    if behind is not None:
        return "slower" if behind["slower"] else "faster"
    return _against_base(figure)


def _told(figure: Figure) -> str | None:
    """By the words before a rate: 涨幅回落至."""
    if figure.amount.unit != "percent":
        return None
    found = RATE_TO.search(figure.text.folded, figure.row.start, figure.amount.start)
    return None if found is None else ("slower" if _SLOWED.search(found["pace"]) else "faster")


def _against_base(figure: Figure) -> str | None:
    following = [row for row in figure.text.by_line[figure.line] if row.amount.start >= figure.amount.end]
    base = following[0] if following and following[0].is_base else None
    if base is None or base.amount.unit != "percent" or base.direction != figure.direction:
        return None
    now, then = figure.amount.value, base.amount.value
    if now is None or then is None or now == then:
        return None
    return "slower" if abs(now) < abs(then) else "faster"


__all__ = ["paced_otherwise"]
