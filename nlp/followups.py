"""The rows that lead from a regulator's letter to the checks: each ask with the passages that speak to it."""

from __future__ import annotations

from dataclasses import dataclass

from .records import Answer, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One of several things a letter wants to see shown by itself, with the passages that name it."""

    name: str
    passages: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Followup:
    """One ask of a comment with the passages of later documents that speak to it, the likeliest first.

    `words` is the ask without running heads, `wants` names what is asked for (`nlp.languages.letter_rules`), `metrics`
    what it is asked of; `formal`: only a filing can answer it.
    """

    comment_id: str
    number: int
    request: Span
    heading: str = ""
    refers_to_page: str | None = None
    language: str = "en"
    words: str = ""
    wants: tuple[str, ...] = ()
    metrics: tuple[str, ...] = ()
    formal: bool = False
    passages: tuple[Answer, ...] = ()
    items: tuple[Item, ...] = ()
