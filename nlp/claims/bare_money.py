"""Chinese amounts of money said without a currency: 收入32.6亿, 橙市4.2亿.

A large number that counts nothing is money where the clause, or the sentence before it, speaks of money.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from ..languages.metric_kinds import COUNT_METRICS
from ..records import Amount
from ..text import simplify
from .metrics import is_rate
from .scenes import Scene, cue

_HUNDRED_MILLION = Decimal(100_000_000)
_LARGE = cue(r"[万亿]$")
# 净申购278亿份: what is counted stands right behind the number.
_COUNTED = cue(
    r"\s*(?:[人份件股吨方张个家户只头羽枚片颗辆台套次架艘箱票单度平亩米字条篇册粒瓶盒桶]"
    r"|千瓦|立方|[A-Za-z]{2,})"
)
_THINGS = frozenset(("other:members", "other:footfall"))
_PAID = cue(r"(?:值|花了?|赚了?|亏了?|赔了?|卖了?|做了?|投了?|砸了?|签了?|贡献了?|拿到)[^，。；,0-9]{0,6}$")


def currency_of(amounts: Iterable[Amount], text: str) -> str | None:
    """The currency a document counts in: the one it names most, else that of its script."""
    named = Counter(amount.unit for amount in amounts if amount.kind == "money")
    if named:
        return named.most_common(1)[0][0]
    return "CNY" if re.search(r"[\u4e00-\u9fff]", text) and simplify(text) == text else None


def price_bare(scene: Scene, currency: str | None) -> Scene:
    """The scene with its bare amounts of money in `currency`."""
    if scene.rules.code != "zh" or currency is None or not any(_is_bare(scene, at) for at in range(len(scene.amounts))):
        return scene
    priced = list(scene.amounts)
    for at, amount in enumerate(scene.amounts):
        if _is_bare(scene, at) and _is_money(replace_amounts(scene, priced), at):
            priced[at] = replace(amount, kind="money", unit=currency)
    return replace_amounts(scene, priced)


def replace_amounts(scene: Scene, amounts: Iterable[Amount]) -> Scene:
    """The scene with other amounts at the same places."""
    return replace(scene, amounts=tuple(amounts))


def _is_bare(scene: Scene, at: int) -> bool:
    amount = scene.amounts[at]
    large = _LARGE.search(scene.folded[amount.start : amount.end])
    return amount.kind == "count" and amount.noun is None and large is not None and not _COUNTED.match(scene.after(at))


def _is_money(scene: Scene, at: int) -> bool:
    amount, named = scene.amounts[at], [m for m in scene.metrics if m.end <= scene.amounts[at].start]
    value = amount.low if amount.low is not None else amount.high
    hundred_millions = value is not None and abs(value) >= _HUNDRED_MILLION
    kinds = [_kind(m.name) for m in named]
    if "count" in kinds[-1:]:
        return False
    like = at > 0 and scene.amounts[at - 1].kind == "money"
    if "money" in kinds or like or _PAID.search(scene.before(at)):
        return "count" not in kinds[len(kinds) - kinds[::-1].index("money") :] if "money" in kinds else True
    before = [_kind(m.name) for m in scene.earlier_metrics]
    return hundred_millions and "count" not in (kinds or before)


def _kind(metric: str) -> str:
    if metric in COUNT_METRICS | _THINGS:
        return "count"
    return "rate" if is_rate(metric) else "money"
