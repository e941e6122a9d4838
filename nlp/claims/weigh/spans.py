"""The stretches of a sentence that may name a part of the business, and which of them a figure is of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...languages.en.segments import GENERIC
from ...languages.zh.segments import ZH_GENERIC
from ...records import Claim
from .readings import Reading, place_of
from .traits import family_of, metric_of
from .views import View, Word, is_figure

SIDES = ("start", "end")
_LONGEST = {False: 5, True: 9}  # words of an English name, characters of a Chinese one
_KEPT = 14  # stretches of a sentence that are looked at closely
_CLAMP = 6
_SHORT_GAP = 5
_NOTHING = Word(start=0, end=0, text="^", tag="^")


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Words `first` to `last` of a sentence, how sure their edges are, and the name they stand for."""

    first: int
    last: int
    score: float
    name: str


def edge_readings(view: View, at: int, side: str) -> list[Reading]:
    """Whether a name starts (or ends) with word `at`, by the words inside and outside of it."""
    return [
        Reading(value=None, classes=()),
        Reading(value="edge", classes=(), own=("any", *_edge_traits(view, at, side))),
    ]


def _edge_traits(view: View, at: int, side: str) -> list[str]:
    step = 1 if side == "start" else -1
    inside = [_word(view, at + step * n) for n in range(3)]
    outside = [_word(view, at - step * n) for n in range(1, 4)]
    text = view.scene.text
    capital, beside = (text[word.start : word.start + 1].isupper() for word in (inside[0], outside[0]))
    one, two, three = (word.text for word in outside)
    own, next_one, third = (word.text for word in inside)
    return [
        f"o:{one}", f"o:{one}_{two}", f"o:{one}_{two}_{three}", f"i:{own}", f"i:{own}_{next_one}",
        f"i:{own}_{next_one}_{third}", f"oi:{one}|{own}", f"ot:{outside[0].tag}",
        f"ot:{outside[0].tag}_{outside[1].tag}", f"it:{inside[0].tag}", f"oti:{outside[0].tag}|{inside[0].tag}",
        f"case:{capital}{beside}|{outside[0].tag}", f"head:{min(at, 2)}|{outside[0].tag}",
    ]  # fmt: skip


def _word(view: View, at: int) -> Word:
    return view.words[at] if 0 <= at < len(view.words) else _NOTHING


def stretches(view: View) -> list[tuple[int, int]]:
    """First and last word of every stretch that could be a name: no figure, period or comma within."""
    found: list[tuple[int, int]] = []
    for first in range(len(view.words)):
        for last in range(first, min(len(view.words), first + _LONGEST[view.han])):
            word = view.words[last]
            if is_figure(word.text) or word.tag in ("per", "punct"):
                break
            alone = view.han and last == first and not word.text.isascii()
            if not alone and word.text not in "-/&" and view.words[first].text not in "-/&":
                found.append((first, last))
    return found


def best_spans(view: View, edges: Mapping[str, list[float]]) -> list[Span]:
    """The stretches whose edges look most like those of a name; `edges` scores each word for each side."""
    scored = [(edges["start"][first] + edges["end"][last], first, last) for first, last in stretches(view)]
    scored.sort(key=lambda row: (-row[0], row[1], row[2]))
    return [
        Span(first=first, last=last, score=score, name=_name(view, first, last))
        for score, first, last in scored[:_KEPT]
    ]


def _name(view: View, first: int, last: int) -> str:
    """The name that a stretch stands for: that of a known one within which it lies, or of which it adds the kind."""
    start, end = view.words[first].start, view.words[last].end
    for mention in view.scene.segments:
        if mention.start <= start and end <= mention.end:
            return mention.name
        if start <= mention.start and mention.end <= end:
            rest = view.scene.folded[start : mention.start] + view.scene.folded[mention.end : end]
            if rest.strip().lower() in GENERIC or rest in ZH_GENERIC:
                return mention.name
    return view.names.resolve(_text(view, first, last))


def printed(view: View, span: Span) -> str:
    """The words of a span as the document has them."""
    return _text(view, span.first, span.last)


def _text(view: View, first: int, last: int) -> str:
    return view.scene.text[view.words[first].start : view.words[last].end]


def segment_readings(view: View, at: int, spans: Sequence[Span]) -> list[Reading]:
    """None, the names that the spans may be, and the segments of the claims around."""
    row, resolve = view.rows[at], view.names.resolve
    own: dict[str | None, list[str]] = defaultdict(list)
    own[None] += [f"family:{family_of(metric_of(row.metric))}", f"role:{row.role}", f"names:{len(view.scene.segments)}"]
    for span in spans:
        own[span.name] += _of_span(view, at, span, spans)
    for mention in view.scene.segments:
        own[resolve(view.scene.text[mention.start : mention.end])].append("named")
    for mention in view.above.segments if view.above is not None else ():
        own[resolve(view.above.text[mention.start : mention.end])].append("above")  # type: ignore[union-attr]
    if view.before is not None:
        same = metric_of(view.before.metric) == metric_of(row.metric)
        name = _name_of(view, view.before)
        traits = ["before", f"before|{row.role}|{same}", f"before|{bool(view.scene.segments)}"]
        own[name] += [*traits, f"before|opens:{view.words[0].text}"]
    for i, other in enumerate(view.rows):
        if i != at and (other.segment is not None or i == at - 1):
            own[_name_of(view, other)] += _of_other(i - at, other, row)
    mine = _name_of(view, row)
    none = mine is None
    own[mine] += [f"own|{none}", f"own|{none}|{row.role}", f"own|{none}|{'segment' in row.named}"]
    own[mine] += [f"own|{none}|{family_of(metric_of(row.metric))}"]
    return [
        Reading(
            value=name,
            classes=("null",) if name is None else (),
            own=tuple(traits),
            proposed=name == mine,
            is_named=any(trait.startswith("sure:") for trait in traits),
        )
        for name, traits in own.items()
    ]


def _name_of(view: View, row: Claim) -> str | None:
    return None if row.segment is None else view.names.resolve(row.segment)


def _of_other(step: int, other: Claim, row: Claim) -> list[str]:
    place = {-1: "last", 1: "next"}.get(step, "far" if step < 0 else "later")
    same = metric_of(other.metric) == metric_of(row.metric)
    alike = other.amount.kind == row.amount.kind
    return [f"{place}|{other.role}|{row.role}|{alike}", f"{place}|{row.role}|{same}", f"{place}|{same}|{alike}"]


def _of_span(view: View, at: int, span: Span, spans: Sequence[Span]) -> list[str]:
    row, amount, scene = view.rows[at], view.scene.amounts[at], view.scene
    start, end = view.words[span.first].start, view.words[span.last].end
    place, gap = place_of(view, at, start, end)
    words = list(gap) if view.han else gap.lower().split()
    left, right = _word(view, span.first - 1), _word(view, span.last + 1)
    crossed = min(sum(1 for a in scene.amounts if end <= a.start < amount.start or amount.end <= a.start < start), 4)
    better = min(
        sum(1 for s in spans if s.score > span.score and _side(view, s, amount.start) == (end <= amount.start)), 4
    )
    exact = any(m.start == start and m.end == end for m in scene.segments)
    inside = any(m.start < end and start < m.end for m in scene.segments)
    sure = int(max(-_CLAMP, min(_CLAMP, span.score)))
    commas = min(gap.count(",") + gap.count("，"), 3)
    family = family_of(metric_of(row.metric))
    capital = printed(view, span)[:1].isupper()
    found = [
        f"sure:{sure}", f"sure:{sure}|{place}", f"{place}|{amount.kind}|{row.role}",
        f"{place}{min(len(gap) // (4 if view.han else 10), 7)}", f"crossed:{crossed}|{place}|{row.role}",
        f"better:{better}|{place}", f"comma:{commas}|{place}|{crossed}", f"after:{right.text}|{place}",
        f"led:{left.text}|{place}", f"led:{left.text}|{right.tag}|{place}", f"tags:{left.tag}|{right.tag}|{place}",
        f"known:{exact}{inside}|{place}|{crossed}", f"size:{min(span.last - span.first, 4)}",
        f"met:{view.words[span.last].tag == 'met'}", f"said:{min(view.count(span.name), 4)}",
        f"name:{span.name}", f"ends:{view.words[span.last].text}", f"begins:{view.words[span.first].text}",
        f"{family}|{row.role}|{place}", f"case:{capital}|{span.first == 0}",
    ]  # fmt: skip
    if len(words) <= _SHORT_GAP:
        return [*found, f"{place}|gap:{'_'.join(words)}"]
    return [*found, f"{place}|gap:{'_'.join(words[:2])}..{words[-1]}"]


def _side(view: View, span: Span, start: int) -> bool:
    return view.words[span.last].end <= start
