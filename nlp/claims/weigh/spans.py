"""The stretches of a sentence that may name a part of the business, and which of them a figure is of."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from ...languages.en.segments import GENERIC, NOT_FIRST, NOT_LAST
from ...languages.late import late
from ...languages.zh.segments import ZH_GENERIC
from ...records import Claim
from ..periods import PeriodContext
from ..scenes import Scene
from .readings import Reading, place_of
from .traits import family_of, metric_of
from .views import View, Word, look

SIDES = ("start", "end")
_LONGEST = {False: 5, True: 9}  # words of an English name, characters of a Chinese one
_ABOVE = 3  # stretches of the sentence before that are
_ABBREVIATED = late(r"[A-Z]{2,}\b")  # "IT", "US"
_KEPT = 14  # stretches of a sentence that are looked at closely
_CLAMP = 6
_SHORT_GAP = 5
_BREAKS = ("per", "punct")  # tags of words that no name holds, as are figures, whose tags are the words themselves
_NOTHING = Word(start=0, end=0, text="^", tag="^")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spans:
    """The likeliest names of a sentence, and those of the sentence before it."""

    here: Sequence[Span] = ()
    above: Sequence[Span] = ()


class Span(NamedTuple):
    """Words `first` to `last` of a sentence as `printed`, how sure their edges are, and the name they stand for.

    `traits` are those it has for every figure, `placed` and `known` those told with where it stands to the figure.
    """

    first: int
    last: int
    start: int
    end: int
    score: float
    name: str
    printed: str
    traits: tuple[str, ...]
    placed: tuple[str, ...]
    known: str


Edge = tuple[tuple[str, ...], tuple[str, ...]]
Scorer = Callable[[View], Mapping[str, Sequence[float]]]


def edge_traits(view: View, side: str, asked: Sequence[bool]) -> list[Edge]:
    """What speaks for a name that starts (ends) with each word `asked` for: words in and around it, and their tags."""
    text, step = view.scene.text, 1 if side == "start" else -1
    words = [*[_NOTHING] * 3, *view.words, *[_NOTHING] * 3][::step]  # from outside into a name
    texts, tags = [word.text for word in words], [word.tag for word in words]
    capital = [text[word.start : word.start + 1].isupper() for word in words]
    told = zip(texts, texts[1:], texts[2:], texts[3:], texts[4:], texts[5:], strict=False)
    tagged = zip(tags[1:], tags[2:], tags[3:], capital[2:], capital[3:], strict=False)
    places = range(len(asked))[::step]
    found: list[Edge] = [
        (
            (f"o:{one}", f"o:{one}_{two}", f"o:{one}_{two}_{three}", f"i:{own}", f"i:{own}_{then}",
             f"i:{own}_{then}_{last}", f"oi:{one}|{own}"),
            _tagged(*around, min(at, 2)),
        ) if asked[at] else ((), ())
        for at, (three, two, one, own, then, last), around in zip(places, told, tagged, strict=False)
    ]  # fmt: skip
    return found[::step]


@lru_cache(maxsize=4096)
def _tagged(beyond: str, out: str, inside: str, outside: bool, capital: bool, at: int) -> tuple[str, ...]:
    return (
        "any", f"ot:{out}", f"ot:{out}_{beyond}", f"it:{inside}", f"oti:{out}|{inside}",
        f"case:{capital}{outside}|{out}", f"head:{at}|{out}",
    )  # fmt: skip


def stretches(view: View) -> list[tuple[int, int]]:
    """First and last word of every stretch that could be a name: no figure, period or comma within."""
    words, longest, found = view.words, _LONGEST[view.han], list[tuple[int, int]]()
    firsts, lasts = (may_be(view, side) for side in SIDES)
    stops = [at for at, word in enumerate(words) if _is_break(word)] + [len(words)]
    for first, word in enumerate(words):
        if not firsts[first]:
            continue
        shortest = 1 if view.han and not word.text.isascii() else 0
        limit = min(first + longest, stops[bisect_left(stops, first)])
        found += [(first, last) for last in range(first + shortest, limit) if lasts[last]]
    return found


@lru_cache(maxsize=2)  # asked for its edges, and for the stretches between them
def may_be(view: View, side: str) -> list[bool]:
    """Whether a name may start (end) with each word: no mark, and no word of grammar unless it is in capitals."""
    never, text = NOT_FIRST if side == "start" else NOT_LAST, view.scene.text
    return [
        not (_is_break(word) or word.text in "-/&" or (word.text in never and not _ABBREVIATED.match(text, word.start)))
        for word in view.words
    ]


def _is_break(word: Word) -> bool:
    return word.tag in _BREAKS or word.tag[0] == "<"


def best_spans(view: View, edges: Mapping[str, Sequence[float]], most: int = _KEPT) -> list[Span]:
    """The stretches whose edges look most like those of a name; `edges` scores each word for each side."""
    starts, ends = edges["start"], edges["end"]
    scored = sorted([(-starts[first] - ends[last], first, last) for first, last in stretches(view)])
    return [_span(view, first, last, -score) for score, first, last in scored[:most]]


def find_spans(view: View, score: Scorer) -> Spans:
    """The likeliest names of a sentence and, of the one before, those that are rather names than not; `score` scores
    each word of a sentence for each side."""
    here = _spans_in(view.scene, view.count, score)
    if view.above is None:
        return Spans(here=here)
    above = _spans_in(view.above, view.count, score)[:_ABOVE]
    return Spans(here=here, above=[span for span in above if span.score > 0])


@lru_cache(maxsize=4)  # a sentence is asked for again as the one before the next
def _spans_in(scene: Scene, count: Callable[[str], int], score: Scorer) -> list[Span]:
    view = look(scene, (), PeriodContext(), count=count)
    return best_spans(view, score(view), _KEPT if scene.amounts else _ABOVE)


def _span(view: View, first: int, last: int, score: float) -> Span:
    words, name = view.words, _name(view, first, last)
    start, end = words[first].start, words[last].end
    left, right = words[first - 1] if first else _NOTHING, words[last + 1] if last + 1 < len(words) else _NOTHING
    beyond = words[first - 2].text if first > 1 else _NOTHING.text
    farther = words[last + 2].text if last + 2 < len(words) else _NOTHING.text
    sure = f"sure:{int(max(-_CLAMP, min(_CLAMP, score)))}"
    capital = view.scene.text[start : start + 1].isupper()
    exact = any(m.start == start and m.end == end for m in view.scene.segments)
    inside = any(m.start < end and start < m.end for m in view.scene.segments)
    return Span(
        first=first, last=last, start=start, end=end, score=score, name=name, printed=view.scene.text[start:end],
        traits=(
            sure, f"size:{min(last - first, 4)}", f"met:{words[last].tag == 'met'}",
            f"said:{min(view.count(name), 4)}", f"name:{name}", f"ends:{words[last].text}",
            f"begins:{words[first].text}", f"ends:{words[max(first, last - 1)].text}_{words[last].text}",
            f"begins:{words[first].text}_{words[min(last, first + 1)].text}", f"case:{capital}|{first == 0}",
        ),
        placed=(
            f"{sure}|", f"after:{right.text}|", f"led:{left.text}|", f"led:{left.text}|{right.tag}|",
            f"tags:{left.tag}|{right.tag}|", f"after:{right.text}_{farther}|", f"led:{beyond}_{left.text}|",
        ), known=f"known:{exact}{inside}",
    )  # fmt: skip


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
    return view.names.resolve(view.scene.text[start:end])


def segment_readings(view: View, at: int, spans: Spans) -> list[Reading]:
    """None, the names that the spans may be, and the segments of the claims around and before."""
    row, resolve = view.rows[at], view.names.resolve
    own: dict[str | None, list[str]] = defaultdict(list)
    own[None] += [f"family:{family_of(metric_of(row.metric))}", f"role:{row.role}", f"names:{len(view.scene.segments)}"]
    shared: dict[str | None, tuple[str, ...]] = defaultdict(tuple)
    for span, better in zip(spans.here, _better(spans.here, view.scene.amounts[at].start), strict=True):
        place, gap = place_of(view, at, span.start, span.end)
        shared[span.name] += _at_place(span.traits, span.placed, place)
        own[span.name] += _of_span(view, at, span, better, place, gap)
    for rank, span in enumerate(spans.above):
        own[span.name] += _of_above(view, row, span, rank)
    for part, traits in _earlier(view, row):
        own[part] += traits
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
            is_named=name in shared,
            shared=shared.get(name, ()),
        )
        for name, traits in own.items()
    ]


def _name_of(view: View, row: Claim) -> str | None:
    return None if row.segment is None else view.names.resolve(row.segment)


def _earlier(view: View, row: Claim) -> Iterator[tuple[str, list[str]]]:
    """The parts that the paragraph told of so far, the last one first, and what tells for each."""
    last: dict[str, Claim] = {}
    for claim in reversed(view.earlier):
        name = _name_of(view, claim)
        if name is not None:
            last.setdefault(name, claim)
    for rank, (name, claim) in enumerate(last.items()):
        same = metric_of(claim.metric) == metric_of(row.metric)
        place = f"told:{min(rank, 2)}"
        yield name, [f"{place}|{row.role}|{same}", f"{place}|{bool(view.scene.segments)}|{len(last) > 1}"]


def _of_above(view: View, row: Claim, span: Span, rank: int) -> list[str]:
    sure = int(max(-_CLAMP, min(_CLAMP, span.score)))
    opens = f"above:{span.first < 2}"  # among the first words
    return [f"above sure:{sure}|{rank}", f"{opens}|{rank}|{row.role}", f"{opens}|{bool(view.scene.segments)}"]


def _of_other(step: int, other: Claim, row: Claim) -> list[str]:
    place = {-1: "last", 1: "next"}.get(step, "far" if step < 0 else "later")
    same = metric_of(other.metric) == metric_of(row.metric)
    alike = other.amount.kind == row.amount.kind
    return [f"{place}|{other.role}|{row.role}|{alike}", f"{place}|{row.role}|{same}", f"{place}|{same}|{alike}"]


def _better(spans: Sequence[Span], start: int) -> list[int]:
    """For each span, the best first, how many on its side of a place look more like a name."""
    found: list[int] = []
    sides: dict[bool, list[float]] = {True: [], False: []}
    for span in spans:
        side = sides[span.end <= start]
        found.append(len(side) - side.count(span.score))
        side.append(span.score)
    return found


@lru_cache(maxsize=512)
def _at_place(traits: tuple[str, ...], placed: tuple[str, ...], place: str) -> tuple[str, ...]:
    """What a span has for every figure to which it stands at a place."""
    return (*traits, *[trait + place for trait in placed])


def _of_span(view: View, at: int, span: Span, better: int, place: str, gap: str) -> list[str]:
    """What a span has for figure `at` alone: where it stands, what is `between`."""
    row, amount, scene, start, end = view.rows[at], view.scene.amounts[at], view.scene, span.start, span.end
    han = view.han
    crossed = min(sum([end <= a.start < amount.start or amount.end <= a.start < start for a in scene.amounts]), 4)
    return [
        f"{place}|{amount.kind}|{row.role}",
        f"{place}{min(len(gap) // (4 if han else 10), 7)}", f"crossed:{crossed}|{place}|{row.role}",
        f"better:{min(better, 4)}|{place}", f"comma:{min(gap.count(',') + gap.count('，'), 3)}|{place}|{crossed}",
        f"{span.known}|{place}|{crossed}", f"{family_of(metric_of(row.metric))}|{row.role}|{place}",
        f"{place}|gap:{_told(gap, han)}",
    ]  # fmt: skip


def _told(gap: str, han: bool) -> str:
    """The words (in Chinese the characters) between two places; of many the first two and the last."""
    words = gap[: _SHORT_GAP + 1] if han else gap.split(None, _SHORT_GAP)
    if len(words) > _SHORT_GAP:
        return f"{'_'.join(words[:2])}..{gap[-1] if han else gap.rsplit(None, 1)[-1]}".lower()
    return "_".join(words).lower()
