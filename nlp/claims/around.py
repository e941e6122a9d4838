"""What the sentences before say for the one being read: last metric, announced segment, usual comparator."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ..languages.claim_rules import ClaimRules
from ..records import Amount, Claim
from ..text import fold, simplify
from .binding import Binding
from .mentions import end_of
from .metrics import RULES, Mention, margin_named, suits
from .periods import PeriodContext
from .scenes import Scene, cue, folded_for
from .topics import OF_PARTS, label_segment, last_named, opening_segment, topic_segment

_RECENT = 8
_ROWS = 12  # claims of the paragraph that are looked back to
_ANNOUNCES = 60  # characters of a sentence that but says of what period is told next


@dataclass(slots=True, kw_only=True)
class Around:
    """Memory of one document, kept within a paragraph but for the comparators, which a document keeps to."""

    paragraph_id: str | None = None
    binding: Binding | None = None
    topic: str | None = None
    label: str | None = None  # the segment that heads the line
    last: str | None = None  # the one segment that the sentence before names
    opened: tuple[str, bool] | None = None  # the segment the last sentence that named one opened with
    metrics: tuple[Mention, ...] = ()
    margin: str | None = None  # the margin last spoken of, kept to the end
    span: str | None = None  # the period last told of that ends with the reported one but is longer or shorter
    guided: str | None = None  # the period of the last guidance
    listing: bool = False  # whether it was announced that guidance follows in the paragraph
    adjusted: bool = False  # whether it was said that figures are non-GAAP unless said otherwise; kept to the end
    source: str | None = None  # the third party the sentence before told of
    expected: str | None = None  # the comparator the document uses most
    of_twelve_months: set[str] = field(default_factory=set)  # metrics that are told of twelve months, kept to the end
    extracts: bool = False  # whether the company brings its goods out of the ground
    kinds: list[tuple[str, Binding]] = field(
        default_factory=list
    )  # kind of each amount of the paragraph and its binding
    moved: str | None = None  # which way the last rate of change in the paragraph goes
    told: tuple[str, ...] = ()  # the parts of the business the paragraph told of, in their order
    role: tuple[str | None, str | None, str | None] = (
        None,
        None,
        None,
    )  # role, direction and kind of the last claim in the paragraph
    amount: Amount | None = None  # the last amount in the paragraph
    rows: tuple[Claim, ...] = ()  # the last claims in the paragraph, as they were weighed
    above: Scene | None = None  # the sentence before, in the paragraph
    here: str | None = None  # the comparator last named in the paragraph
    comparators: deque[str] = field(default_factory=lambda: deque(maxlen=_RECENT))

    def enter(self, paragraph_id: str) -> bool:
        """Whether the paragraph is a new one; what a former one was about is then forgotten."""
        if paragraph_id == self.paragraph_id:
            return False
        self.paragraph_id, self.binding, self.topic, self.metrics, self.guided = paragraph_id, None, None, (), None
        self.listing, self.told, self.span = False, (), None
        self.kinds = []
        self.source = self.opened = self.last = self.moved = self.here = self.label = None
        self.role, self.amount, self.rows, self.above = (None, None, None), None, (), None
        return True

    def listen(self, text: str, lang: str) -> None:
        """Note what a sentence says of all figures that follow."""
        if not self.adjusted and ("GAAP" in text or "IFRS" in text or "会计" in text or "會計" in text):
            self.adjusted = cue(RULES[lang].all_adjusted).search(simplify(fold(text))) is not None

    def read_on(self, text: str, lang: str) -> None:
        """Note what a sentence leaves to other paragraphs, where its own has no more figures: the margin it names."""
        self.margin = margin_named(folded_for(text, lang), lang) or self.margin

    def read(self, scene: Scene, *, opens: bool) -> Scene:
        """The scene with what it may look back to; its own metrics and topic are remembered; `opens` a line."""
        self.label = (label_segment(scene) if opens else self.label) or None
        role, way, kind = self.role
        known = replace(
            scene,
            earlier_metrics=self.metrics,
            margin=self.margin,
            extracts=self.extracts,
            earlier_role=role,
            earlier_way=way,
            earlier_kind=kind,
            spoken_of=self.last,
        )
        self.topic = topic_segment(scene) or self.topic
        self.metrics = scene.metrics or self.metrics
        self.margin = next((m.name for m in reversed(scene.metrics) if m.name.endswith("_margin")), self.margin)
        if not scene.amounts and cue(scene.rules.guidance_follows).search(scene.folded):
            self.listing = True
            self.guided = scene.periods[0].period if scene.periods else self.guided
        if scene.segments:
            self.opened = opening_segment(scene)
        self.last = last_named(scene)
        return known

    def labelled(self, metric: str) -> str | None:
        """The segment that heads the line, of what a segment has as a company does."""
        return self.label if metric in OF_PARTS else None

    def keep(self, rows: Sequence[Claim], binding: Binding | None) -> None:
        """Remember the last binding and the comparators the sentence itself names."""
        self.binding = binding
        self.told = tuple(dict.fromkeys((*self.told, *(row.segment for row in rows if row.segment))))
        rates = [r for r in rows if r.amount.kind == "percent"]
        self.moved = rates[-1].direction if rates and rates[-1].role == "change" else None if rates else self.moved
        self.of_twelve_months |= {r.metric for r in rows if (r.period or "").startswith("LTM@") and "period" in r.named}
        self.role = (rows[-1].role, rows[-1].direction, rows[-1].amount.kind) if rows else self.role
        self.amount = rows[-1].amount if rows else self.amount
        self.margin = next((r.metric for r in reversed(rows) if r.metric.endswith("_margin")), self.margin)
        self.source = next((r.attribution for r in reversed(rows) if r.modality == "third_party"), None)
        self.guided = next((r.period for r in reversed(rows) if r.modality == "guided"), self.guided)
        named = [row.comparator for row in rows if row.comparator in ("yoy", "qoq") and "comparator" in row.named]
        self.here = named[-1] if len(set(named)) == 1 else None if named else self.here
        self.comparators += [row.comparator for row in rows if row.comparator and "comparator" in row.named]

    def weighed(self, rows: Sequence[Claim]) -> None:
        """Remember the claims of a sentence as they were weighed."""
        self.rows = (*self.rows, *rows)[-_ROWS:]

    def note_span(self, rows: Sequence[Claim], context: PeriodContext) -> None:
        """Remember a quarter, half or year that is told of beside the reported one, which ends on the same day."""
        told = {r.period for r in rows if "period" in r.named and r.role in ("level", "change", "share") and r.period}
        if told:
            self._go_over(told, context)

    def note_announced(self, scene: Scene, context: PeriodContext) -> None:
        """Remember such a span where a short sentence without figures turns to it, as "Now the first half." does."""
        if len(scene.folded) <= _ANNOUNCES and len(scene.periods) == 1:
            self._go_over({scene.periods[0].period}, context)

    def _go_over(self, told: set[str], context: PeriodContext) -> None:
        one = told.pop()
        alike = not told and one[0] in "F2" and one != context.reported
        self.span = one if alike and end_of(one, context) == end_of(context.reported, context) else None

    def recent(self, amount: Amount) -> Binding | None:
        """The paragraph's last binding; where it is of another kind and cannot be the amount's, the last alike."""
        if not self.kinds or self.kinds[-1][0] == amount.kind or suits(self.kinds[-1][1].metric, amount, "level"):
            return self.binding
        alike = (b for kind, b in reversed(self.kinds) if kind == amount.kind and suits(b.metric, amount, "level"))
        return next(alike, self.binding)

    @property
    def usual(self) -> str | None:
        """The comparator nearly all of the last changes name; before any has, the one of most of the
        document; where they differ, the one last named in the paragraph."""
        if not self.comparators:
            return self.expected
        name, times = Counter(self.comparators).most_common(1)[0]
        if len(self.comparators) < 3 and name == self.expected:
            return name
        return name if times > 1 and times >= 3 * (len(self.comparators) - times) else self.here


def expected_comparator(text: str, rules: Sequence[ClaimRules]) -> str | None:
    """`yoy` or `qoq` where a document says it often and the other one hardly, or says it alone."""
    simplified = simplify(fold(text))
    if any(cue(r.by_default).search(simplified) for r in rules):
        return "yoy"
    paragraphs = simplified.split("\n\n" if "\n\n" in simplified else "\n")
    sentences = [sentence for paragraph in paragraphs for sentence in paragraph.split(". ")]
    counts = {name: sum(cue(getattr(r, name)).count(sentences) for r in rules) for name in ("yoy", "qoq")}
    name, other = sorted(counts, key=lambda key: -counts[key])
    often = counts[name] > 2 and counts[name] >= 3 * counts[other]
    return name if often or (counts[name] and not counts[other]) else None
