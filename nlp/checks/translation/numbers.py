"""T01-T03, T06, T08, T09: what became of a number whose twin was found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from ...records import Claim, Finding, Repair
from ..evidence import Evidence
from .compare import Said, is_small_count, one_slip, only_rounded, power_of_ten, same_rounded, same_value, units_agree
from .context import context_of, cues_of, finding, said_of, shorten, span_of, twin_pairs
from .currencies import bare_currencies, is_otherwise
from .render import recurrency, render_like, script_of
from .residue import is_residue

_POINTS = frozenset({"percentage_point", "basis_point"})
_BOUNDS = {"over": "above", "at_least": "above", "under": "below", "at_most": "below", "nearly": "below"}


def check_numbers(claims: Sequence[Claim], evidence: Evidence) -> Iterator[Finding]:
    """One finding for every pair of twins: carried, rounded, or changed in value, scale, unit or extent."""
    known = bare_currencies(claims, evidence)
    for english, chinese in twin_pairs(claims, evidence):
        pair = _Pair(english, chinese, evidence)
        yield from _judge(pair, known)


class _Pair:
    """Two twins with their words."""

    def __init__(self, english: Claim, chinese: Claim, evidence: Evidence) -> None:
        self.english, self.chinese, self.evidence = english, chinese, evidence
        self.one: Said = said_of(english, evidence)
        self.other: Said = said_of(chinese, evidence)
        self.split = len(english.twins) > 1 or len(chinese.twins) > 1

    def finding(
        self, code: str, verdict: str, severity: str, message: str, formula: str = "", repair: str = ""
    ) -> Finding:
        amount = self.english.amount
        value = next((end for end in (amount.low, amount.high) if end is not None), Decimal(0))
        return finding(
            code,
            verdict,
            severity,
            message,
            formula=formula,
            claims=(self.english.id, self.chinese.id),
            evidence=(span_of(self.english), span_of(self.chinese)),
            repairs=(Repair(value=value, text=repair, residual="none"),) if repair else (),
        )

    def mended(self) -> str:
        """The Chinese words with the English value."""
        return render_like(self.other.words, self.english.amount, script_of(self.chinese, self.evidence))

    def told(self) -> str:
        return f"the English says {shorten(self.one.words)}, the Chinese {shorten(self.other.words)}"


def _judge(pair: _Pair, known: Mapping[str, str]) -> Iterator[Finding]:
    if not pair.one.ends or not pair.other.ends:
        return
    other_currency = is_otherwise(pair.english, pair.one, pair.chinese, pair.other, known)
    if other_currency or not units_agree(pair.one, pair.other):
        yield _unit_changed(pair)
    elif same_value(pair.one, pair.other):
        yield _carried(pair)
        yield from _bound_lost(pair)
    elif pair.split and len(pair.one.ends) != len(pair.other.ends):
        # One end of a range, the other being another twin.
        shared = set(pair.one.ends) & set(pair.other.ends)
        yield _carried(pair) if shared else _digits_changed(pair, slipped=True)
    elif same_rounded(pair.one, pair.other):
        yield _rounded(pair)
        yield from _bound_lost(pair)
    else:
        yield from _value_changed(pair)


def _carried(pair: _Pair) -> Finding:
    return pair.finding("T01", "supported", "note", "the number is carried over", _equation(pair))


def _rounded(pair: _Pair) -> Finding:
    return pair.finding("T01", "rounding", "note", f"{pair.told()}: equal as rounded", _equation(pair, "~"))


def _unit_changed(pair: _Pair) -> Finding:
    units = {pair.one.amount.unit, pair.other.amount.unit}
    points = bool(units & _POINTS) and "percent" in units
    text = recurrency(pair.other.words, pair.english.amount, script_of(pair.chinese, pair.evidence))
    what = "percentage points and per cent are not the same" if points else "the unit is another"
    return pair.finding("T06", "contradicted", "warning" if points else "error", f"{pair.told()}: {what}", repair=text)


def _value_changed(pair: _Pair) -> Iterator[Finding]:
    if is_small_count(pair.english.amount) or is_small_count(pair.chinese.amount) or _is_mega(pair):
        return
    power = power_of_ten(pair.one, pair.other)
    if power:
        yield _scale_changed(pair, power)
    elif {len(pair.one.ends), len(pair.other.ends)} == {1, 2}:
        yield _end_lost(pair)
    else:
        yield _digits_changed(pair)


def _is_mega(pair: _Pair) -> bool:
    """兆瓦, 兆字节: the character is the prefix of a unit there, not 10^12."""
    after = context_of(pair.chinese, pair.evidence).after
    return pair.other.folded.rstrip().endswith("兆") and after[:1] in tuple("瓦字比位赫帕欧伏焦")


def _scale_changed(pair: _Pair, power: int) -> Finding:
    times = f"{Decimal(10) ** abs(power):,f} times {'as much' if power > 0 else 'less'}"
    formula = f"{_plain(pair.one.ends[0])} x 10^{power} = {_plain(pair.other.ends[0])}"
    return pair.finding("T03", "contradicted", "error", f"{pair.told()}: {times}", formula, pair.mended())


def _digits_changed(pair: _Pair, *, slipped: bool = False) -> Finding:
    """An error where one slip explains it or the claim is surely the same; a warning else, or when rounded."""
    rounded = only_rounded(pair.one, pair.other)
    sure = not rounded and (slipped or one_slip(pair.one, pair.other) or _same_fact(pair.english, pair.chinese))
    formula = _equation(pair, "!=")
    told = f"{pair.told()}: rounded without saying so" if rounded else pair.told()
    return pair.finding("T02", "contradicted", "error" if sure else "warning", told, formula, pair.mended())


def _end_lost(pair: _Pair) -> Finding:
    lost = "one end of the range is lost" if len(pair.one.ends) == 2 else "a single value became a range"
    return pair.finding("T08", "contradicted", "error", f"{pair.told()}: {lost}", repair=pair.mended())


def _bound_lost(pair: _Pair) -> Iterator[Finding]:
    """`over` and `about` say how far the number may be trusted; the Chinese says them before or after it."""
    mine, theirs = pair.one.amount.modifier, pair.other.amount.modifier
    context = context_of(pair.chinese, pair.evidence)
    if mine == theirs or is_small_count(pair.english.amount) or is_residue(context):
        return
    opposed = _BOUNDS.get(mine or ""), _BOUNDS.get(theirs or "")
    negated = cues_of(pair.chinese).negation.search(context.clause) or cues_of(pair.english).negation.search(
        context_of(pair.english, pair.evidence).clause
    )
    if opposed in (("above", "below"), ("below", "above")) and not negated:
        yield pair.finding("T09", "contradicted", "warning", f"{pair.told()}: {mine} became {theirs}")
    elif mine is not None and theirs is None and not cues_of(pair.chinese).bound.search(context.clause):
        yield pair.finding("T09", "contradicted", "note", f"{pair.told()}: {mine!r} is lost")


def _same_fact(english: Claim, chinese: Claim) -> bool:
    named = not english.metric.startswith("other:") and english.metric == chinese.metric
    return named and english.role == chinese.role and english.period == chinese.period


def _equation(pair: _Pair, sign: str = "=") -> str:
    return f"{_ends(pair.one)} {sign} {_ends(pair.other)}"


def _ends(said: Said) -> str:
    return "..".join(_plain(end) for end in said.ends)


def _plain(value: Decimal) -> str:
    return f"{value.normalize():,f}"
