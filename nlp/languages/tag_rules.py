"""What a language says about tone and topics: lists of words written for this project, and how they are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


def words(text: str) -> tuple[str, ...]:
    """The entries of a list written with commas or line breaks between them.

    >>> words("net loss, net losses,")
    ('net loss', 'net losses')
    """
    return tuple(entry for line in text.splitlines() for entry in map(str.strip, line.split(",")) if entry)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToneRules:
    """Words of tone. A direction word takes the polarity of the quantity it moves: costs that rise are bad news.

    `good`/`bad` are quantities one wants more or less of, silent by themselves; `gain`/`trouble` are such quantities
    that already say something alone ("headwinds"). `up`/`down` move a quantity and are silent without one; `rise`/`fall`
    speak for the business where none is named ("a slowdown"). `praise`/`blame` judge by themselves. `negators` turn the
    next word round; `hedges` weaken the sentence; `fillers` look like tone words and are not ("not only", "no doubt");
    `boilerplate` marks a sentence as read out by duty, without tone. `links` stand between a direction word and the
    quantity behind it ("increase in costs"); `turns` end a train of thought ("but"). `reach` and `near` are distances in
    characters: how far a negator acts, and how close two direction words form one ("growth slowed").
    """

    code: str
    good: tuple[str, ...]
    bad: tuple[str, ...]
    gain: tuple[str, ...]
    trouble: tuple[str, ...]
    up: tuple[str, ...]
    down: tuple[str, ...]
    rise: tuple[str, ...]
    fall: tuple[str, ...]
    praise: tuple[str, ...]
    blame: tuple[str, ...]
    negators: tuple[str, ...]
    hedges: tuple[str, ...]
    fillers: tuple[str, ...]
    boilerplate: tuple[str, ...]
    links: tuple[str, ...]
    turns: tuple[str, ...]
    reach: int
    near: int
    joiner: str

    def terms(self) -> dict[str, tuple[str, ...]]:
        """Label -> wordings, as a `TermMatcher` takes them. A filler or duty phrase swallows the words inside it."""
        names = ("good", "bad", "gain", "trouble", "up", "down", "rise", "fall", "praise", "blame")
        marks = ("negators", "hedges", "fillers", "boilerplate", "turns")
        return {name: getattr(self, name) for name in (*names, *marks)}


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRules:
    """Topic -> the terms that speak of it. A term may stand under several topics."""

    code: str
    topics: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


# Two levels: a tag's label is the second, `GROUPS` tells of which first it is.
TAXONOMY: Mapping[str, tuple[str, ...]] = {
    "performance": ("results", "guidance", "margin", "costs", "segments"),
    "market": ("customers_retention", "pricing", "sales", "competition", "macro", "expansion_abroad"),
    "product": ("product_technology", "ai", "rnd", "supply"),
    "corporate": ("partnerships", "mergers", "people", "esg", "share_based_compensation"),
    "finance_and_law": ("capital_liquidity", "accounting_controls", "regulation", "litigation"),
    "procedure": ("housekeeping",),
}
GROUPS: Mapping[str, str] = {topic: group for group, topics in TAXONOMY.items() for topic in topics}
TOPICS = (
    "results", "guidance", "margin", "costs", "segments", "customers_retention", "pricing", "product_technology", "ai",
    "rnd", "sales", "partnerships", "competition", "mergers", "expansion_abroad", "regulation", "litigation",
    "capital_liquidity", "share_based_compensation", "accounting_controls", "macro", "supply", "people", "esg",
    "housekeeping",
)  # fmt: skip
