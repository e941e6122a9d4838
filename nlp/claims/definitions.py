"""What tells measures apart that share a metric: "for all active customers", "excluding the acquisition".

Two retention rates with different definitions are different measures; a definition is compared as text.
"""

from __future__ import annotations

import re

from ..languages.late import late
from .binding import Binding
from .scenes import Scene

_SCOPE = {
    "en": late(r"\b(?:for|of|among|from)\s+(all\s+(?:our\s+)?[a-z\- ]{3,40}?(?:customers|users|stores"
                     r"|products|employees))\b", re.IGNORECASE),
    "zh": late(r"(所有[^，。；的,]{0,8}(?:客户|用户|门店|产品))"),
}  # fmt: skip
_EXCLUDING = {
    "en": late(r"\b(?:excluding|net of|adjusted for|exclusive of|after excluding)\s+([^,;.]{3,60})", re.IGNORECASE),
    # 扣除非经常性损益 is the name of a profit, as 扣非 is, and its basis tells it apart.
    "zh": late(r"(?:剔除|扣除(?!非经)|不计|不含|排除)([^，。；,0-9]{1,20})"),
}
# Growth on another basis than the figures as reported is another measure of growth.
_CURRENCY = {
    "en": late(
        r"constant[ -]currenc|currency[ -]neutral|\borganic|excluding|exclude|like[ -]for[ -]like"
        r"|comparable basis|pro forma|underlying",
        re.IGNORECASE,
    ),
    "zh": late(r"固定汇率|恒定汇率|有机|剔除|扣除(?!非经)|不计|撇除"),
}
_QUALIFIED = frozenset(("retention", "churn", "customers", "users", "subscribers", "growth", "same_store_sales"))
_NET = late(r"net\b|净|淨", re.IGNORECASE)
_HEADS = late(
    r"\b(paying|active|enterprise|large|net|gross|dollar|new|monthly|daily|key|small|annual)\b", re.IGNORECASE
)


def find_definition(scene: Scene, at: int, binding: Binding, role: str) -> str | None:
    """The words that narrow the metric of amount `at`, lower-cased; None when it is used plainly."""
    lang = scene.rules.code
    parts: list[str] = []
    if binding.metric == "debt" and _NET.match(binding.surface):
        parts.append("net")
    if binding.metric in _QUALIFIED and binding.surface:
        parts += [word.lower() for word in _HEADS.findall(binding.surface)]
    reach = scene.folded[max(0, scene.amounts[at].start - 160) : scene.amounts[at].start]
    if binding.metric in _QUALIFIED:
        for match in _SCOPE[lang].finditer(reach[-100:]):
            parts.append(match[1].lower())
    if _CURRENCY[lang].search(scene.before(at)[-40:] + " " + scene.after(at)[:60]) and role == "change":
        parts.append("constant currency")
    for match in _EXCLUDING[lang].finditer(reach):
        parts.append("excl. " + match[1].strip().lower())
    return "; ".join(dict.fromkeys(parts)) or None
