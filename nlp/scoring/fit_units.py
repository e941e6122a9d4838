"""What bare numbers count in, as questions to fit weights on (`nlp/claims/weigh/units.py`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from ..amounts import find_amounts
from ..claims.scenes import Scene
from ..claims.weigh.units import is_bare, unit_readings, with_amount
from ..records import Amount
from .fit_readings import Case
from .gold import GoldClaim
from .log_linear import Fitted, Question, Recipe, fit

_RECIPE = Recipe(rate=0.1, ridge=3e-3, companies=2)


def fit_units(cases: Sequence[Case]) -> Fitted:
    """The weights that tell what bare numbers count in."""
    return fit(list(unit_questions(cases)), _RECIPE)


def unit_questions(cases: Sequence[Case]) -> Iterator[Question]:
    """For every bare number which unit is that of the gold; one that has no gold is a count."""
    for _, group in groupby(cases, key=lambda case: id(case.view)):
        told = list(group)
        view = told[0].view
        golds = {case.at: case.gold for case in told}
        scene, last = as_printed(view.scene), view.earlier[-1].amount if view.earlier else None
        for at, amount in enumerate(scene.amounts):
            if at not in golds or not is_bare(amount):
                continue
            found = unit_readings(scene, at, last)
            right = _right([reading for _, reading in found], golds[at])
            if right >= 0:
                scene = with_amount(scene, at, found[right][1])
                if len(found) > 1:
                    readings = [reading for reading, _ in found]
                    yield Question(company=told[0].company, traits=(), readings=readings, right=right)


def as_printed(scene: Scene) -> Scene:
    """The scene with the units that its words have, without those that rules gave to bare numbers."""
    return replace(scene, amounts=tuple(_as_printed(scene, amount) for amount in scene.amounts))


def _as_printed(scene: Scene, amount: Amount) -> Amount:
    words = scene.folded[amount.start : amount.end]
    read = find_amounts(words, scene.rules.code) if amount.kind in ("percent", "points") else ()
    bare = len(read) == 1 and is_bare(read[0])
    return replace(amount, kind=read[0].kind, unit=read[0].unit) if bare else amount


def _right(amounts: Sequence[Amount], gold: GoldClaim | None) -> int:
    """Which amount is in the unit of the gold, at its scale where one is; -1 where none is."""
    if gold is None:
        return 0
    alike = [i for i, amount in enumerate(amounts) if amount.unit == gold.unit]
    exact = [i for i in alike if gold.low == amounts[i].low or gold.high == amounts[i].high]
    return next(iter([*exact, *alike]), -1)
