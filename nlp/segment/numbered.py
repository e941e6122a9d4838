"""Speakers whom a page tells apart by number only: which of them runs the call."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from ..languages.calls import CALL_RULES
from .hand_overs import hand_over
from .names import is_numbered
from .speakers import Speech, changed

_RULES = tuple(CALL_RULES.values())
_LITTLE = 3  # who runs the call says less than a part in so many


def tell_numbered(speeches: Sequence[Speech]) -> list[Speech]:
    """Speakers told apart by number only: the one who announces questions is the operator, the others are persons."""
    numbered = [s for s in speeches if is_numbered(s.label.name)]
    if len(numbered) < 3 or any(s.label.kind == "operator" for s in speeches):
        return list(speeches)
    hosting: Counter[str] = Counter()
    calling: Counter[str] = Counter()
    for speech in numbered:
        short = len(speech.words) < 1500
        calls = short and hand_over(speech.words) is not None
        calling[speech.label.key] += calls
        hosting[speech.label.key] += calls or (short and any(rules.hosts.is_in(speech.words) for rules in _RULES))
    host, times = hosting.most_common(1)[0]
    if times < 2 and not calling[host] and not (times and _speaks_between(speeches, host)):
        host, times = _calls_in(speeches)
    kinds = {s.label.key: "operator" if s.label.key == host and times else "person" for s in numbered}
    return [changed(s, label=s.label._replace(kind=kinds.get(s.label.key, s.label.kind))) for s in speeches]


def _calls_in(speeches: Sequence[Speech]) -> tuple[str, int]:
    """(key of who speaks first, 1) where most others first speak right behind him and he says little, and (that, 0)
    where they do not.
    """
    host, seen, called = speeches[0].label.key, {speeches[0].label.key}, 0
    for before, speech in pairwise(speeches):
        called += before.label.key == host and speech.label.key not in seen
        seen.add(speech.label.key)
    return host, int(_says_little(speeches, host) and called > 2 and 2 * called >= len(seen) - 1)


def _speaks_between(speeches: Sequence[Speech], host: str) -> bool:
    """Whether somebody speaks again and again and says little; who welcomes for the company opens and closes."""
    return sum(speech.label.key == host for speech in speeches) > 2 and _says_little(speeches, host)


def _says_little(speeches: Sequence[Speech], host: str) -> bool:
    said = sum(len(speech.words) for speech in speeches if speech.label.key == host)
    return _LITTLE * said < sum(len(speech.words) for speech in speeches)
