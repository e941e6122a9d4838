"""What stands around a figure, as words: the traits that weights are learned for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from ...records import Claim
from .views import View, Word, is_figure

_LONGEST_GAP = 24  # words before a figure that are looked at
_LONGEST_AFTER = 16
_SHORT = 6  # words of a gap that is taken as a whole


def surroundings(view: View, at: int) -> list[str]:
    """The words around figure `at`, which no reading changes."""
    kind = view.rows[at].amount.kind
    words, classed = _around(view.words, view, at), _around(view.classed, view, at)
    found = _edges(words, classed, kind, 5 if view.han else 4)
    return list(dict.fromkeys(found + _gaps(view, *words, kind)))


def proposed(view: View, at: int) -> list[str]:
    """What is made of figure `at` and of its neighbours so far."""
    left = _around(view.words, view, at)[0]
    return list(dict.fromkeys(_facts(view, view.rows[at], at) + _neighbours(view, at, left)))


def metric_of(name: str) -> str:
    """A metric; `other` for every name that is no canonical one."""
    return "other" if name.startswith("other:") else name


@cache
def family_of(metric: str) -> str:
    """What kind of measure a metric is: a margin, an expense, a profit; else the metric."""
    return next((kind for kind in _FAMILIES if kind in metric), metric)


_FAMILIES = ("margin", "ratio", "rate", "days", "income", "profit", "expense", "cost")


def label_of(view: View, period: str | None) -> str:
    """How a period stands to the one reported on."""
    return view.labels.get(period, ["else"])[0]


def _around(words: Sequence[Word], view: View, at: int) -> tuple[list[str], list[str]]:
    start = view.scene.amounts[at].start
    place = next(i for i, word in enumerate(words) if word.start >= start)
    return [word.text for word in words[:place]], [word.text for word in words[place + 1 :]]


def _edges(words: tuple[list[str], list[str]], classed: tuple[list[str], list[str]], kind: str, most: int) -> list[str]:
    """The words right before and right behind, one to `most` of them."""
    found: list[str] = []
    for name, (left, right), longest in (("c", classed, most), ("w", words, most - 1)):
        for size in range(1, longest + 1):
            found.append(f"{kind}|{name}<{'_'.join(['^', *left][-size:])}")
            found.append(f"{kind}|{name}>{'_'.join([*right, '$'][:size])}")
    return found


def _gaps(view: View, left: Sequence[str], right: Sequence[str], kind: str) -> list[str]:
    """The words since the figure before and up to the one behind, in any order; pairs of them in theirs."""
    before = _until_figure(list(reversed(left)))[:_LONGEST_GAP][::-1]
    after = _until_figure(right)[:_LONGEST_AFTER]
    found = [f"{side}:{one}_{two}" for side, gap in (("b", before), ("a", after)) for one, two in pairwise(gap)]
    if not view.han:
        found += [f"{side}:{word}" for side, gap in (("b", before), ("a", after)) for word in gap]
        found += [f"{kind}|b:{word}" for word in before]
    return found


def _until_figure(words: Sequence[str]) -> list[str]:
    """The words up to a figure, that one included."""
    end = next((i + 1 for i, word in enumerate(words) if is_figure(word)), len(words))
    return list(words[:end])


def sentence(view: View) -> list[str]:
    """The words of the whole sentence, which are the same for all of its figures."""
    words = [word.text for word in view.words]
    said = {one + two for one, two in pairwise(words)} if view.han else set(words)
    asks = "?" in view.scene.text or "？" in view.scene.text
    opening = [f"opens:{words[0]}", f"opens:{'_'.join(words[:2])}", f"opens:{'_'.join(words[:3])}"]
    return [*sorted(f"s:{word}" for word in said), *opening, f"asks:{asks}"]


def _facts(view: View, row: Claim, at: int) -> list[str]:
    amount, kind, metric = row.amount, row.amount.kind, metric_of(row.metric)
    period = label_of(view, row.period)
    return [
        f"kind:{kind}", f"unit:{amount.unit if kind != 'money' else kind}", f"noun:{amount.noun}",
        f"modifier:{amount.modifier}", f"range:{amount.low != amount.high}", f"at:{min(at, 4)}",
        f"role:{row.role}", f"role:{row.role}|{kind}", f"by:{row.by}", f"metric:{metric}", f"metric:{metric}|{kind}",
        f"family:{family_of(metric)}|{kind}|{row.role}", f"comparator:{row.comparator}", f"way:{row.direction}",
        f"modality:{row.modality}", f"period:{period}", f"period:{period}|{row.role}", f"basis:{row.basis}",
        f"named:{'+'.join(row.named)}", f"part:{row.segment is not None}",
        f"reported:{_length(view.context.reported)}", f"periods:{len(view.scene.periods) > 0}",
        f"metrics:{len(view.scene.metrics) > 0}", f"sign:{_sign(view, at)}|{kind}",
    ]  # fmt: skip


def _sign(view: View, at: int) -> str:
    """Whether a figure is printed with a sign or with a word for it."""
    start = view.scene.amounts[at].start
    first = view.scene.folded[start : start + 4].lower()
    return "plus" if first.startswith(("plus", "+")) else "minus" if first.startswith(("minu", "nega", *"-−负")) else ""


def _length(period: str | None) -> str:
    """Whether a quarter, a half, nine months or a year is reported on."""
    return "none" if period is None else "year" if period[0] == "F" else period[5]


def _neighbours(view: View, at: int, left: Sequence[str]) -> list[str]:
    row, kind = view.rows[at], view.rows[at].amount.kind
    found: list[str] = []
    last = view.rows[at - 1] if at else None
    if last is not None:
        gap = _until_figure(list(reversed(left)))[::-1]
        found += [
            f"last:{last.role}|{last.amount.kind}|{kind}", f"last period:{label_of(view, last.period)}",
            f"last same:{metric_of(last.metric) == metric_of(row.metric)}|{last.role}|{kind}",
            f"last modality:{last.modality}", f"last part:{last.segment == row.segment}",
        ]  # fmt: skip
        found += [f"{last.role}|{kind}|gap:{'_'.join(gap)}"] if len(gap) <= _SHORT else ["gap:long"]
    elif view.before is not None:
        one = view.before
        found += [
            "first", f"before:{one.role}|{one.amount.kind}|{kind}", f"before period:{label_of(view, one.period)}",
            f"before modality:{one.modality}",
        ]  # fmt: skip
    else:
        found += ["first", "before:none"]
    following = view.rows[at + 1] if at + 1 < len(view.rows) else None
    return [*found, f"next:{following.role}|{following.amount.kind}|{kind}" if following is not None else "next:none"]
