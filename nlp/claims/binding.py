"""What an amount was found to measure."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    """What was found for one amount. `place` is where the metric is named, None when it was inherited.

    `as_level` says that a share of revenue is a rate in its own right: expenses "fell to 14% of revenue".
    """

    metric: str
    surface: str = ""
    segment: str | None = None
    basis: str | None = None
    place: tuple[int, int] | None = None
    as_level: bool = False

    @property
    def own_segment(self) -> bool:
        """Whether the sentence names the segment along with the metric."""
        return self.segment is not None and self.place is not None
