"""Where weights choose while claims are found: the units of bare numbers, and the fields of the claims."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ...records import Amount, Claim
from ..scenes import Scene
from .revise import revise
from .units import count_in
from .views import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """`units` gets a sentence as read, the same with the rules' units, and the last figure of its paragraph, and gives
    it back as it shall be; `claims` does so for each sentence with the claims that the rules propose."""

    units: Callable[[Scene, Scene, Amount | None], Scene] = count_in
    claims: Callable[[View], Sequence[Claim]] = revise


WEIGHTS = Weighing()
