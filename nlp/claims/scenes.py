"""One sentence as the claim rules see it: its amounts, the mentions around them, and its zones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ..languages.claim_rules import ClaimRules
from ..languages.hints import Hinted
from ..languages.late import late
from ..records import Amount
from ..text import fold, simplify, unwrap
from .mentions import find_periods
from .metrics import RULES, Mention, find_metrics
from .periods import PeriodContext, PeriodMention
from .segments import SegmentNames


@cache
def cue(pattern: str) -> Hinted:
    """A cue, sought where a text has what it needs."""
    return Hinted(pattern, re.IGNORECASE)


_RESTATING = r"\s*[,，]?\s*[(（]?\s*(?:约合?|折合|相当于|or|approximately|about|equivalent to|which is)?\s*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """A stretch of the sentence: `main`, `driver` (what explains a change) or `including` (a breakdown)."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Scene:
    """Offsets count from the start of the sentence; `folded` is what patterns are matched on.

    A scene equals itself alone.
    """

    text: str
    folded: str
    rules: ClaimRules
    amounts: tuple[Amount, ...]
    metrics: tuple[Mention, ...]
    segments: tuple[Mention, ...]
    periods: tuple[PeriodMention, ...]
    zones: tuple[Zone, ...]
    names: SegmentNames
    earlier_metrics: tuple[Mention, ...] = ()  # those of the sentence before, in the same paragraph
    spoken_of: str | None = None  # the one segment that the sentence before names
    margin: str | None = None  # the margin last spoken of
    extracts: bool = False  # whether the document is that of a company that brings its goods out of the ground
    earlier_role: str | None = None  # what the last amount of the sentence before plays, in the same paragraph
    earlier_way: str | None = None  # the direction of that amount
    earlier_kind: str | None = None  # its kind

    @property
    def left_out(self) -> int:
        """Where what a sentence begins by leaving out ends: "Excluding the charge, margin was"; 0 where it does not."""
        found = cue(self.rules.leaves_out).match(self.folded)
        return found.end() if found else 0

    def names_within(self, start: int, end: int, *, metrics: bool = True, amounts: bool = True) -> bool:
        """Whether a period, or a metric or amount where asked, is named between two places."""
        places = [(p.start, p.end) for p in self.periods]
        places += [(m.start, m.end) for m in self.metrics] if metrics else []
        places += [(a.start, a.end) for a in self.amounts] if amounts else []
        return any(first < end and start < last for first, last in places)

    def restates(self, at: int) -> bool:
        """Whether amount `at` repeats the one before it in another currency: `RMB8.4 million (US$1.2 million)`."""
        if not 0 < at < len(self.amounts):
            return False
        amount, previous = self.amounts[at], self.amounts[at - 1]
        if not ({amount.kind, previous.kind} <= {"money", "per_share"}) or amount.unit == previous.unit:
            return False
        gap = self.folded[previous.end : amount.start]
        return cue(_RESTATING).fullmatch(gap) is not None and bool(gap.strip() or self.folded[amount.start] in "(（")

    def gap_before(self, at: int) -> tuple[int, int]:
        """Where the words before amount `at` stand, back to the amount before it, restatement included."""
        return (self.amounts[at - 1].end if at else 0), self.amounts[at].start

    def gap_after(self, at: int) -> tuple[int, int]:
        """Where the words after amount `at` stand, its restatement and bracket skipped, up to the next amount."""
        last = at
        while self.restates(last + 1):
            last += 1
        start = self.amounts[last].end
        while start < len(self.folded) and self.folded[start] in ")） ":
            start += 1
        end = self.amounts[last + 1].start if last + 1 < len(self.amounts) else len(self.folded)
        return start, max(start, end)

    def before(self, at: int) -> str:
        """The words of `gap_before`."""
        start, end = self.gap_before(at)
        return self.folded[start:end]

    def after(self, at: int) -> str:
        """The words of `gap_after`, with one blank before them."""
        start, end = self.gap_after(at)
        return " " + self.folded[start:end]

    def zone_of(self, at: int) -> Zone:
        """The innermost zone that holds amount `at`."""
        start = self.amounts[at].start
        return [zone for zone in self.zones if zone.start <= start < zone.end][-1]


def folded_for(text: str, lang: str) -> str:
    """A sentence in the form that patterns are matched on."""
    return unwrap(fold(text) if lang == "en" else simplify(fold(text)))


def build_scene(text: str, lang: str, amounts: Sequence[Amount], names: SegmentNames, context: PeriodContext) -> Scene:
    """A scene from a sentence and its amounts (offsets within the sentence)."""
    folded = folded_for(text, lang)
    inside = [(amount.start, amount.end) for amount in amounts]
    metrics = tuple(m for m in find_metrics(folded, lang) if not _overlaps(m, inside))
    return Scene(
        text=text,
        folded=folded,
        rules=RULES[lang],
        amounts=tuple(amounts),
        metrics=metrics,
        segments=tuple(m for m in names.find(folded) if not _overlaps(m, inside)),
        periods=tuple(m for m in find_periods(text, lang, context) if not _overlaps(m, inside)),
        zones=_find_zones(folded, RULES[lang], metrics),
        names=names,
    )


def _overlaps(mention: Mention | PeriodMention, places: Sequence[tuple[int, int]]) -> bool:
    return any(mention.start < end and start < mention.end for start, end in places)


# What resumes the main statement after an explanation: "driven by demand, representing ...", ", up 5%".
_RESUMES = {
    "en": r",\s+(?:and\s+)?(?:representing|compared|up\s|down\s|bringing|while\b|whereas|which represents"
    r"|an? (?:increase|decrease|decline) of)|;\s",
    "zh": r"[，,；;。](?=[^，,；;。]{0,12}(?:同比|环比|较|达到|增至|降至))|[；;。]",
}


_ASIDE = late(
    r"[^,;0-9]{1,40},(?: which [^,;0-9]{1,60},)? (?:was|were|is|are|came|reached|stood|totall?ed|increased"
    r"|decreased|grew|rose|fell)\b"
)


def _list_end(folded: str, start: int) -> int:
    """Where a breakdown ends: with the sentence, or as an aside before the verb ("including freight, was ...")."""
    aside = _ASIDE.match(folded, start)
    return folded.index(",", start) if aside else len(folded) + 1


def _find_zones(folded: str, rules: ClaimRules, metrics: Sequence[Mention]) -> tuple[Zone, ...]:
    zones = [Zone(start=0, end=len(folded) + 1, kind="main")]
    for match in cue(rules.driver).finditer(folded):
        if any(m.start < match.start() < m.end for m in metrics):
            continue  # "net income attributable to the company"
        if match.start() < 4 or not folded[: match.start()].strip(" ,"):
            comma = re.compile(r"[,，]").search(folded, match.end())
            end = comma.start() if comma else match.end()
        else:
            resumed = cue(_RESUMES[rules.code]).search(folded, match.end())
            end = resumed.start() if resumed else len(folded) + 1
        zones.append(Zone(start=match.end(), end=end, kind="driver"))
    listed = cue(rules.including).finditer(folded)
    zones += [Zone(start=match.end(), end=_list_end(folded, match.end()), kind="including") for match in listed]
    return tuple(sorted(zones, key=lambda zone: zone.start))
