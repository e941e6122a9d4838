"""The call from beginning to end as lines of boxes: who speaks, tone in each language, topics, exceptions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from ...records import Document, Sentence, Tag, Turn
from ..labels import is_exception
from ..marks import NO_STATE
from ..view import View
from .places import Places
from .shapes import Box, Strip

_WIDTH = 1000.0
_BINS = 120  # a strip shows a call of any length in this many steps
_TONE_HEIGHT = 24
_TOPICS_SHOWN = 6
_QUIET = 0.02  # a mean tone nearer to nothing than this is drawn as nothing


def build_strips(view: View, places: Places, turn_ids: Mapping[str, str]) -> tuple[Strip, ...]:
    """The strips of the first document; none where it has no text or no turns."""
    document = next(iter(view.analysis.documents), None)
    turns = [row for row in view.analysis.turns if document and row.document_id == document.id]
    if document is None or not document.text or not turns:
        return ()
    drawing = _Drawing(view, places, document)
    strips = (
        drawing.speakers(turns, turn_ids),
        *drawing.tones(),
        *drawing.topics(),
        drawing.exceptions(),
        drawing.unchecked(),
    )
    return tuple(strip for strip in strips if strip.boxes)


class _Drawing:
    def __init__(self, view: View, places: Places, document: Document) -> None:
        self.view, self.places, self.document = view, places, document
        self.scale = _WIDTH / len(document.text)
        sentences = sorted(
            (row for row in view.analysis.sentences if row.document_id == document.id), key=lambda row: row.start
        )
        self.bins = _binned(sentences, len(document.text))
        self.tags: dict[str, list[Tag]] = defaultdict(list)
        for tag in view.analysis.tags:
            self.tags[tag.target_id].append(tag)

    def speakers(self, turns: Sequence[Turn], turn_ids: Mapping[str, str]) -> Strip:
        boxes = [
            Box(
                x=row.start * self.scale, y=0, width=max((row.end - row.start) * self.scale, 1), height=14,
                kind=f"role-{row.role}", to=turn_ids.get(row.id, "").removeprefix("#"), title=row.speaker,
            )
            for row in turns
        ]  # fmt: skip
        return Strip(label="page.s_who", height=14, boxes=tuple(boxes))

    def tones(self) -> list[Strip]:
        languages = [lang for lang in ("en", "zh") if any(s.language == lang for rows in self.bins for s in rows)]
        labels = {"en": "page.s_tone_en", "zh": "page.s_tone_zh"} if len(languages) > 1 else {}
        return [self._tone(lang, labels.get(lang, "page.s_tone")) for lang in languages]

    def _tone(self, lang: str, label: str) -> Strip:
        boxes, middle = [], _TONE_HEIGHT / 2
        for at, rows in enumerate(self.bins):
            tone = self._mean_tone(row for row in rows if row.language == lang)
            if abs(tone) < _QUIET:
                continue
            height = max(2.0, min(abs(tone) * 2, 1.0) * middle)
            y = middle - height if tone > 0 else middle
            kind = "tone-positive" if tone > 0 else "tone-negative"
            boxes.append(self._step(at, rows, kind, f"{tone:+.2f}", y=y, height=height))
        return Strip(label=label, height=_TONE_HEIGHT, boxes=tuple(boxes))

    def _mean_tone(self, sentences: Iterable[Sentence]) -> float:
        total = weight = 0.0
        for row in sentences:
            for tag in self.tags.get(row.id, ()):
                if tag.kind == "sentiment":
                    total += tag.score * (row.end - row.start)
                    weight += row.end - row.start
        return total / weight if weight else 0.0

    def topics(self) -> list[Strip]:
        found: Counter[str] = Counter()
        at: dict[str, list[int]] = defaultdict(list)
        for number, rows in enumerate(self.bins):
            labels = {tag.label for row in rows for tag in self.tags.get(row.id, ()) if tag.kind == "topic"}
            found.update(labels)
            for label in labels:
                at[label].append(number)
        shown = sorted((label for label in found if label != "housekeeping"), key=lambda name: (-found[name], name))
        return [
            Strip(
                label=f"topic.{label}", height=10,
                boxes=tuple(self._step(number, self.bins[number], "topic", "", y=0, height=10) for number in at[label]),
            )
            for label in shown[:_TOPICS_SHOWN]
        ]  # fmt: skip

    def _step(self, at: int, rows: Sequence[Sentence], kind: str, title: str, *, y: float, height: float) -> Box:
        to = self.places.href(rows[0]).removeprefix("#") if rows else ""
        width = _WIDTH / len(self.bins)
        return Box(x=at * width, y=y, width=width * 0.9, height=height, kind=kind, to=to, title=title)

    def exceptions(self) -> Strip:
        boxes = []
        for finding in filter(is_exception, self.view.analysis.findings):
            place = self.view.head(finding)
            if place is not None and place.document_id == self.document.id:
                to = self.places.href(place).removeprefix("#")
                title = f"{finding.code} {self.view.quote(place)[:80]}"
                boxes.append(self._tick(place.start, f"tick-{finding.severity}", to, title))
        return Strip(label="page.s_found", height=14, boxes=tuple(boxes))

    def unchecked(self) -> Strip:
        boxes = [
            self._tick(claim.start, "tick-unchecked", f"m-{claim.id}", self.view.quote(claim)[:80])
            for claim in self.view.analysis.claims
            if claim.document_id == self.document.id and self.view.states.get(claim.id, NO_STATE).verdict == "unchecked"
        ]
        return Strip(label="page.s_open", height=14, boxes=tuple(boxes[:: max(1, len(boxes) // 300)]))

    def _tick(self, start: int, kind: str, to: str, title: str) -> Box:
        return Box(x=min(start * self.scale, _WIDTH - 3), y=0, width=3, height=14, kind=kind, to=to, title=title)


def _binned(sentences: Sequence[Sentence], length: int) -> list[list[Sentence]]:
    """Sentences by step of the call."""
    edges = [length * at // _BINS for at in range(_BINS + 1)]
    bins: list[list[Sentence]] = []
    at = 0
    for _, high in pairwise(edges):
        rows = []
        while at < len(sentences) and sentences[at].start < high:
            rows.append(sentences[at])
            at += 1
        bins.append(rows)
    return bins
