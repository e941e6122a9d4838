"""Claims from sentences: each amount with what it measures, of when, in which role, and who says so."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from ..amounts import Meant, find_amounts
from ..languages.en.units import EXTRACTS
from ..languages.metric_kinds import ADJUSTABLE, MULTIPLE_METRICS, RATIO_METRICS, SIGNED_METRICS, SPAN_METRICS
from ..records import Amount, Claim, Document, Paragraph, Sentence, Turn
from ..text import IdMaker, guess_language
from .around import Around, expected_comparator
from .bare import with_units
from .bare_money import currency_of, price_bare
from .bind import bind
from .binding import Binding
from .comparators import find_comparator
from .definitions import find_definition
from .frames import join_frames
from .han_heads import part_told
from .lists import distribute
from .losses import is_loss, negated
from .mentions import end_of
from .metrics import RULES
from .modality import find_modality, to_come
from .nearby import acting_here, carried_on, segment_behind, segment_near
from .periods import PeriodContext, is_within
from .quantities import is_quantity, is_rate_of, is_turned, of_quantity, of_same_stores
from .questions import questions_of
from .roles import find_role
from .scenes import Scene, build_scene, cue
from .sections import Sections
from .segments import SegmentNames
from .settle import settle_periods
from .spots import Role
from .table_claims import find_table_claims
from .topics import OF_PARTS, goes_on_about, headed_by, opens_line, points_back
from .weigh.units import with_doubt
from .weigh.views import counter_of, look
from .weigh.weighing import WEIGHTS, Weighing
from .when import pick_period

_OF_MARKET = r"\bshare\b|份额|市占"
_LONGEST_TOPIC = 240  # characters of a sentence without numbers that may announce a segment
SILENT_KINDS = frozenset(("page", "speaker", "address", "table", "advert"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One document's rows as the claim rules need them."""

    document: Document
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    turns: tuple[Turn, ...] = ()


def find_claims(
    source: Source, *, names: SegmentNames, context: PeriodContext, weigh: Weighing = WEIGHTS
) -> tuple[Claim, ...]:
    """Every claim of a document, in the order of its text; offsets are those of the document.

    `weigh` chooses among what the rules propose.
    """
    make_id = IdMaker("c")
    turns = {turn.id: turn for turn in source.turns}
    amounts = _amounts_by_sentence(source)
    questions = questions_of(source.paragraphs, source.document.text)
    claims: list[Claim] = []
    currency = currency_of((row for rows in amounts.values() for row in rows), source.document.text)
    around = Around(
        expected=expected_comparator(source.document.text, tuple(RULES.values())),
        extracts=cue(EXTRACTS).count(source.document.text.split("\n")) > 1,
    )
    sections = Sections(context, source.paragraphs, source.document.text)
    last = {sentence.paragraph_id: sentence.id for sentence in source.sentences if sentence.id in amounts}
    told: str | None = None  # the paragraph whose last figure has been read
    count = counter_of(source.document.text)
    for sentence in source.sentences:
        found = amounts.get(sentence.id, ())
        if around.enter(sentence.paragraph_id):
            sections.enter(sentence.paragraph_id)
        text = source.document.text[sentence.start : sentence.end]
        around.listen(text, sentence.language)
        if not found and len(text) > _LONGEST_TOPIC:
            continue
        # An English run left inside a Chinese paragraph is read by English rules.
        lang = guess_language(text)
        if sentence.paragraph_id not in last or sentence.paragraph_id == told:
            around.read_on(text, lang)
            continue
        told = sentence.paragraph_id if last[sentence.paragraph_id] == sentence.id else None
        scene = build_scene(text, lang, found, names, sections.context)
        ruled = with_units(scene, around.amount)
        counted = weigh.units(scene, ruled, around.amount)
        scene = price_bare(around.read(counted, opens=opens_line(source.document.text, sentence.start)), currency)
        if found:
            here = sections.context
            said = Said(
                sentence=sentence, turn=turns.get(sentence.turn_id or ""), filed=context,
                context=replace(here, reported=around.span or here.reported), asked=sentence.paragraph_id in questions,
                ahead=sections.ahead or _is_listed(scene, around), make_id=make_id,
            )  # fmt: skip
            rows, binding = _claims_of(scene, said, around)
            view = look(scene, rows, said.context, earlier=around.rows, above=around.above, count=count)
            around.keep(rows, binding)
            rows = with_doubt(weigh.claims(view), ruled, counted)
            around.weighed(rows)
            around.note_span(rows, here)
            claims += join_frames(rows, sentence.id)
        else:
            around.note_announced(scene, sections.context)
        around.above = scene
    claims += find_table_claims(source.document, source.paragraphs, names=names, context=context, make_id=make_id)
    return tuple(sorted(claims, key=attrgetter("start"))) if source.document.tables else tuple(claims)


def _is_listed(scene: Scene, around: Around) -> bool:
    """Whether a sentence is an item of a list of guidance that was announced: "Revenue of 5 to 6 million." """
    return around.listing and not cue(scene.rules.has_verb).search(scene.folded)


def _amounts_by_sentence(source: Source) -> dict[str, tuple[Amount, ...]]:
    """Amounts are read paragraph by paragraph, so that a sentence wrongly cut does not cut a number."""
    kinds = {paragraph.id: paragraph for paragraph in source.paragraphs}
    by_paragraph: dict[str, list[Sentence]] = {}
    for sentence in source.sentences:
        by_paragraph.setdefault(sentence.paragraph_id, []).append(sentence)
    result: dict[str, list[Amount]] = {}
    meant = Meant(source.document.text)
    for paragraph_id, sentences in by_paragraph.items():
        paragraph = kinds[paragraph_id]
        if paragraph.kind in SILENT_KINDS:
            continue
        text = source.document.text[paragraph.start : paragraph.end]
        starts = [sentence.start - paragraph.start for sentence in sentences]
        for amount in find_amounts(text, paragraph.language, meant=meant):
            at = max(0, bisect_right(starts, amount.start) - 1)
            shift = starts[at]
            if amount.end > sentences[at].end - paragraph.start:
                continue
            words = text[amount.start : amount.end]
            moved = _as_share(replace(amount, start=amount.start - shift, end=amount.end - shift), words)
            result.setdefault(sentences[at].id, []).append(moved)
    return {key: tuple(rows) for key, rows in result.items()}


def _as_share(amount: Amount, words: str) -> Amount:
    """A fraction in words ("two-thirds", 一半) is so many per cent of something."""
    value = amount.low if amount.low is not None else amount.high
    if amount.unit != "multiple" or value is None or not 0 < value < 1 or any(c.isdigit() for c in words):
        return amount
    low, high = (None if end is None else round(end * 100, 2) for end in (amount.low, amount.high))
    return replace(amount, low=low, high=high, half_step=amount.half_step * 100, unit="percent", kind="percent")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Where a scene was said: its sentence and turn, and the document's ids.

    `context` is what relative words refer to there, `filed` what the document reports on; `ahead` says that the section
    is about what is expected, `asked` that its paragraph puts a question to those who report.
    """

    sentence: Sentence
    turn: Turn | None
    context: PeriodContext
    filed: PeriodContext
    ahead: bool
    asked: bool
    make_id: IdMaker


def _claims_of(scene: Scene, said: Said, around: Around) -> tuple[list[Claim], Binding | None]:
    rows: list[Claim] = []
    role: Role | None = None
    binding = around.binding
    bound: list[Binding] = []
    for at, amount in enumerate(scene.amounts):
        if scene.restates(at) and rows:
            rows.append(_restating(scene, at, rows[-1], said))
            continue
        role = find_role(scene, at, role)
        if role.why == "bracketed" and is_within(pick_period(scene, at, role)[0], said.context.reported):
            role = Role(
                role="level", why="part of the period"
            )  # "8.4 million in the half (second quarter: 4.0 million)"
        inherits = binding if rows or _continues(scene) else None
        recent = binding if rows or scene.rules.code != "en" else around.recent(amount)
        binding = _about(_told(scene, at, role, bind(scene, at, role, inherits, recent), rows, around), around.topic)
        binding = _of_part(scene, binding, around.opened)
        told_twice = [r.amount.kind for r in rows[-2:]] == ["money", "per_share"] and amount.kind == "money"
        of_profit = role.role == "base" and told_twice and binding.metric in ("eps", "net_income")
        if len(bound) > 1 and (role.why == "mirrored" or of_profit):
            binding = replace(bound[-2], place=None)
        binding = replace(binding, segment=_part_around(scene, at, binding, rows) or around.labelled(binding.metric))
        if around.adjusted and binding.basis is None and binding.metric in ADJUSTABLE:
            binding = replace(binding, basis="non_gaap")
        role = _of_measure(scene, at, role, binding)
        if amount.kind == "percent" and role.role == "level" and is_quantity(binding.metric):
            role = of_quantity(scene, at, [row for row in rows if row.amount.kind == "percent"], around.moved) or role
        if binding.metric == "fx_rate" and amount.low == 1:
            role = replace(role, role="base", why="unit")
        bound.append(binding)
        around.kinds.append((amount.kind, binding))
        rows.append(_claim(scene, at, role, binding, said, around.source))
    usual = _usual(scene, said, around)
    rows = settle_periods(scene, _distributed(scene, rows), said.context, usual, around.guided, said.filed.reported)
    rows = [_of_twelve_months(row, around.of_twelve_months, said) for row in rows]
    return rows, binding if rows else None


def _usual(scene: Scene, said: Said, around: Around) -> str | None:
    """The comparator of growth that names none: in Chinese the year before, unless quarters are told by quarters."""
    if scene.rules.code == "zh" and (around.usual is None or "-Q" not in (said.context.reported or "")):
        return "yoy"
    return around.usual


def _part_around(scene: Scene, at: int, binding: Binding, rows: Sequence[Claim]) -> str | None:
    """The segment of a binding, or of what stands around it where the binding has none."""
    behind = segment_behind(scene, at, binding.segment) if binding.segment is not None else None
    english = scene.rules.code == "en"
    acting = acting_here(scene, at) if english and (at or binding.segment is None) else None
    carried = carried_on(scene, at, binding, rows[-1]) if english and rows else None
    segment = acting or behind or carried or binding.segment or headed_by(scene, at, binding.metric, binding.place)
    if segment is None and scene.spoken_of and binding.metric in OF_PARTS and points_back(scene):
        segment = scene.spoken_of
    return segment or segment_near(scene, at, binding.metric, [row.segment for row in rows if row.segment])


def _told(scene: Scene, at: int, role: Role, binding: Binding, rows: Sequence[Claim], around: Around) -> Binding:
    """In Chinese, the part of the business by how the clause opens."""
    if scene.rules.code != "zh" or role.role in ("driver", "whole"):
        return binding
    told = list(dict.fromkeys((*around.told, *(row.segment for row in rows if row.segment))))
    before = rows[-1].segment if rows else None
    return replace(binding, segment=part_told(scene, at, role.role, binding.metric, binding.segment, told, before))


def _of_measure(scene: Scene, at: int, role: Role, binding: Binding) -> Role:
    """The role that a measure gives its rate: costs are a rate of sales, growth in the same stores a change."""
    if role.role == "share" and (binding.as_level or is_rate_of(scene, at, binding.metric)):
        return replace(role, role="level", why="rate of sales")
    if binding.metric == "same_store_sales" and scene.amounts[at].kind == "percent" and role.role == "level":
        return replace(role, role="change", direction=of_same_stores(scene, at), why="same stores")
    return role


def _of_twelve_months(row: Claim, metrics: set[str], said: Said) -> Claim:
    """A rate that was told of twelve months is so wherever no period is named."""
    rate = (
        row.metric in metrics & RATIO_METRICS and "period" not in row.named and row.modality in ("reported", "premise")
    )
    end = end_of(row.period, said.context) if rate and row.role in ("level", "base", "driver", "change") else None
    return replace(row, period=end.replace("asof:", "LTM@")) if end is not None else row


def _about(binding: Binding, topic: str | None) -> Binding:
    """A figure of the segment its paragraph is about; a total stays a total."""
    if topic is None or binding.segment is not None or "total" in binding.surface.lower():
        return binding
    return replace(binding, segment=topic)


def _of_part(scene: Scene, binding: Binding, opened: tuple[str, bool] | None) -> Binding:
    """A figure that opens its sentence is that of the part of the business the sentence before opened with."""
    if opened is None or binding.segment is not None or binding.place is None:
        return binding
    segment, bare = opened
    on = goes_on_about(scene, binding.metric, binding.place[0], bare=bare)
    return replace(binding, segment=segment) if on else binding


def _distributed(scene: Scene, rows: list[Claim]) -> list[Claim]:
    """`distribute`, with restatements following the amount they repeat."""
    given = {row.id: row for row in distribute(scene, rows)}
    return [row if row.restates is None else _follow(row, given[row.restates]) for row in given.values()]


def _follow(row: Claim, first: Claim) -> Claim:
    """A restatement says what its first amount says."""
    return replace(row, metric=first.metric, segment=first.segment, role=first.role, period=first.period)


def _continues(scene: Scene) -> bool:
    """Whether the sentence speaks on of what the one before it named: "This represents 5%", 与上季相比"""
    return cue(scene.rules.continues).match(scene.folded) is not None


def _claim(scene: Scene, at: int, role: Role, binding: Binding, said: Said, source: str | None) -> Claim:
    sentence, turn = said.sentence, said.turn
    amount = scene.amounts[at]
    period, named = pick_period(scene, at, role)
    period = to_come(scene, at, _of_span(scene, period, binding.metric), filed=said.filed, ahead=said.ahead)
    asked = said.asked if turn is None or turn.role == "unknown" else turn.role == "analyst"
    modality, who = find_modality(
        scene, at, period=period, context=said.filed, asked=asked, ahead=said.ahead, source=source
    )
    unnamed = binding.metric.startswith("other:") or (binding.place is None and binding.metric != "market_size")
    if modality == "third_party" and unnamed and amount.kind in ("money", "percent"):
        # What others estimate in money over years is the size of a market, unless it is named otherwise.
        reach = scene.before(at)[-40:] if role.role == "level" else scene.folded[: amount.start]
        shared = amount.kind == "percent" and cue(_OF_MARKET).search(reach)
        binding = replace(binding, metric="market_share" if shared else "market_size", segment=None)
    if binding.metric in MULTIPLE_METRICS and amount.kind == "count" and amount.noun is None:
        amount = replace(amount, kind="ratio", unit="multiple")
    if binding.metric in MULTIPLE_METRICS and role.role == "ratio":
        role = replace(role, role="level")  # a multiple that is the measure itself
    loss = binding.metric in SIGNED_METRICS and is_loss(scene, at, binding)
    placed = _placed(amount, sentence.start)
    comparator = find_comparator(scene, at, role)
    return Claim(
        id=said.make_id(sentence.document_id, scene.text[amount.start : amount.end], binding.metric, role.role),
        document_id=sentence.document_id,
        start=placed.start,
        end=placed.end,
        language=sentence.language,
        amount=negated(placed) if loss and role.role in ("level", "base") else placed,
        metric=binding.metric,
        surface=binding.surface,
        definition=find_definition(scene, at, binding, role.role),
        segment=binding.segment,
        period=period if named else None,
        comparator=comparator,
        role=role.role,  # type: ignore[arg-type]  # one of ClaimRole by construction
        direction=_flipped(role.direction) if is_turned(scene, at, binding.metric, loss) else role.direction,
        basis=binding.basis,
        modality=modality,  # type: ignore[arg-type]  # one of Modality by construction
        attribution=who,
        speaker=turn.speaker if turn else None,
        turn_id=sentence.turn_id,
        paragraph_id=sentence.paragraph_id,
        sentence_id=sentence.id,
        named=_named(binding, named, comparator),
        by=f"rule:{scene.rules.code}.{role.why}",
    )


def _of_span(scene: Scene, period: str | None, metric: str) -> str | None:
    """Revenue is of a span of time: beside a day ("which ends on March 31") the span's name counts."""
    if period is None or not period.startswith("asof:") or metric not in SPAN_METRICS:
        return period
    return next((m.period for m in scene.periods if re.match(r"FY|[0-9]{4}-", m.period)), None)


def _named(binding: Binding, period: bool, comparator: str | None) -> tuple[str, ...]:
    """What the sentence itself names, of metric, segment, period and comparator."""
    found = (
        ("metric", binding.place is not None), ("segment", binding.own_segment), ("period", period),
        ("comparator", comparator is not None),
    )  # fmt: skip
    return tuple(name for name, is_named in found if is_named)


def _restating(scene: Scene, at: int, first: Claim, said: Said) -> Claim:
    amount = _placed(scene.amounts[at], said.sentence.start)
    words = scene.text[scene.amounts[at].start : scene.amounts[at].end]
    negative = first.amount.low is not None and first.amount.low < 0 and (amount.low or 0) > 0
    return replace(
        first,
        id=said.make_id(said.sentence.document_id, words, first.metric, "fx"),
        start=amount.start,
        end=amount.end,
        amount=negated(amount) if negative else amount,
        restates=first.restates or first.id,
        by=f"rule:{scene.rules.code}.restates",
    )


def _placed(amount: Amount, shift: int) -> Amount:
    return replace(amount, start=amount.start + shift, end=amount.end + shift)


def _flipped(direction: str | None) -> str | None:
    return {"up": "down", "down": "up"}.get(direction or "", direction)
