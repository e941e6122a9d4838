"""The order of the stages and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from . import __version__
from .align import align_interleaved, align_sentences, align_two
from .checks import Evidence, checks_of, count_coverage, run_checks
from .checks.twins import pair_twins
from .claims.calendar import context_of, contexts_of, find_year_end
from .claims.find import Source
from .claims.find import find_claims as find_claims_in
from .claims.metrics import find_metrics
from .claims.periods import PeriodContext
from .claims.segments import SegmentNames, learn_segments
from .claims.table_claims import find_table_claims
from .claims.table_names import names_in_tables
from .claims.unsaid import settle_unsaid
from .claims.weigh.weighing import WEIGHTS, Weighing
from .encoders import Composed, Encoder
from .errors import BadInput
from .followups import Followup
from .options import Options
from .readers import names_a_file, read
from .records import Analysis, Bead, Claim, Document, Finding, Run, Segments
from .segment import find_followups, segment, segment_bare
from .segment.stage import without_collecting
from .tags import Taggers, load_taggers, tag_rows
from .text import IdMaker
from .tools import Tools, load_tools

if TYPE_CHECKING:
    from .readers.manifests import CallSet

Input = str | Path | bytes | Document
STAGES = ("read", "align", "claims", "tags", "checks")


@without_collecting()
def analyze(
    transcript: Input,
    *,
    translation: Input | None = None,
    releases: Iterable[Input] = (),
    letters: Iterable[Input] = (),
    options: Options = Options(),
    on_stage: Callable[[str], object] = str,
) -> Analysis:
    """Read a call with the documents around it and say of every number whether it holds.

    Inputs are paths, text, bytes or Documents. A folder (or a manifest in TOML) in place of the transcript holds one
    call and the documents around it, which are told apart by what stands in them. `on_stage` is called with each name
    of `STAGES` as the stage begins. Raises BadInput (or a subclass) for what cannot be read, and for a folder of
    several calls.
    """
    on_stage("read")
    found = _only_call(transcript, options)
    if found is not None:
        transcript, translation = found.transcript, translation or found.translation
        releases, letters = (*found.releases, *releases), (*found.letters, *letters)
    tools = _tools(options.models, options.sentiment)
    call = _segmented(transcript, "transcript", options, tools.encoder)
    other = _segmented(translation, "transcript", options, tools.encoder) if translation is not None else None
    around = [_segmented(item, "release", options) for item in releases]
    around += [_segmented(item, "letter", options) for item in letters]
    everything = [call, *([other] if other else []), *around]
    on_stage("align")
    taggers = taggers_of(options)
    taggers.encode([text for part in everything for text in said_in(part)])  # what is tagged is aligned as well
    beads = _align(call, other, tools.encoder)
    on_stage("claims")
    evidence = _evidence(everything, beads, claims_of(everything, options), options)
    evidence = replace(evidence, claims=settle_unsaid(pair_twins(evidence)), followups=_followups(everything))
    on_stage("tags")
    tags = tag_rows(evidence.sentences, evidence.turns, evidence.documents, evidence.exchanges, taggers)
    evidence = replace(evidence, tags=tags)
    on_stage("checks")
    findings = run_checks(evidence, checks_of(options))
    return Analysis(
        run=replace(_run(everything, evidence.claims, findings, options), models=models_used(tools, taggers)),
        documents=evidence.documents,
        paragraphs=evidence.paragraphs,
        turns=evidence.turns,
        exchanges=evidence.exchanges,
        comments=evidence.comments,
        sentences=evidence.sentences,
        beads=beads,
        claims=evidence.claims,
        findings=findings,
        tags=tags,
        coverage=count_coverage(evidence, findings),
    )


def said_in(part: Segments) -> list[str]:
    """The spoken sentences of a document, which are tagged."""
    text = part.document.text
    return [text[row.start : row.end] for row in part.sentences if row.turn_id is not None]


def taggers_of(options: Options) -> Taggers:
    """The models of the tags that `options` ask for, loaded once in a process. Raises BadInput for an unknown name."""
    return _taggers(options.models, options.sentiment)


@cache
def _tools(models: str, sentiment: tuple[tuple[str, str], ...]) -> Tools:
    return load_tools(Options(models=models, sentiment=sentiment))


@cache
def _taggers(models: str, sentiment: tuple[tuple[str, str], ...]) -> Taggers:
    tools = _tools(models, sentiment)
    return load_taggers(tools.encoder, tools.classifiers)


def models_used(tools: Tools, taggers: Taggers) -> tuple[str, ...]:
    """Names of the models of a run: what aligns, then what tags."""
    return tuple(dict.fromkeys((*([tools.encoder.id] if tools.encoder else []), *taggers.ids)))


def _only_call(source: Input, options: Options) -> CallSet | None:
    """The call of a folder or manifest; None where the source is a document itself."""
    if not isinstance(source, str | Path) or (isinstance(source, str) and not names_a_file(source)):
        return None
    path = Path(source)
    if not path.is_dir() and path.suffix.lower() != ".toml":
        return None
    from .readers.discover import discover

    calls = discover(path, options=options)
    if len(calls) > 1:
        keys = ", ".join(call.key for call in calls[:8])
        raise BadInput(f"{path}: {len(calls)} calls ({keys}). Give one call's documents, or use tieout batch.")
    return calls[0]


def _segmented(item: Input, kind: str, options: Options, encoder: Encoder | None = None) -> Segments:
    """Read and segment one input; the role the user gave it decides over the kind its text suggests."""
    document = read(item, options=options)
    found = segment(replace(document, company=document.company or options.company), encoder=encoder, kind=kind)
    return replace(found, document=_in_role(found.document, kind))


def _in_role(document: Document, role: str) -> Document:
    if role in (document.kind, "other") or (role, document.kind) == ("letter", "response"):
        return document
    told = f"kind {role}: given as one; its text reads like {document.kind}"
    return replace(document, kind=role, because=(*document.because, told))


def _align(call: Segments, other: Segments | None, encoder: Encoder | None) -> tuple[Bead, ...]:
    if other is not None and call.document.language == "zh" and other.document.language == "en":
        return _align(other, call, encoder)  # beads go from English to Chinese, whichever file is the original
    sides = (call,) if other is None else (call, other)
    # The sentences are aligned, and tagged, as well: their vectors make those of the paragraphs.
    whole = Composed(encoder, _sentences_by_paragraph(sides)) if encoder is not None else None
    if other is not None:
        paragraphs = align_two((call.document, call.paragraphs), (other.document, other.paragraphs), encoder=whole)
    elif call.document.language == "mixed":
        paragraphs = align_interleaved(call.document, call.paragraphs, encoder=whole)
    else:
        return ()
    documents = [side.document for side in sides]
    sentences = [row for side in sides for row in side.sentences]
    return (*paragraphs, *align_sentences(documents, paragraphs, sentences, encoder=encoder))


def _sentences_by_paragraph(sides: Sequence[Segments]) -> dict[str, tuple[str, ...]]:
    """The sentences of each paragraph, by its text."""
    parts: dict[str, tuple[str, ...]] = {}
    for side in sides:
        said: dict[str, list[str]] = {row.id: [] for row in side.paragraphs}
        for sentence in side.sentences:
            said[sentence.paragraph_id].append(side.document.text[sentence.start : sentence.end])
        for row in side.paragraphs:
            parts.setdefault(side.document.text[row.start : row.end], tuple(said[row.id]))
    return parts


def claims_of(
    parts: Sequence[Segments], options: Options = Options(), *, weigh: Weighing = WEIGHTS
) -> tuple[Claim, ...]:
    """The claims of the documents of one company; `weigh` as in `nlp.claims.find`."""
    names = learn_segments(
        (
            (part.document.text[row.start : row.end], row.language)
            for part in parts
            for row in part.paragraphs
            if row.kind not in ("speaker", "page", "address")
        ),
        (name for part in parts for name in names_in_tables(part.document)),
    )
    year_end = options.fiscal_year_end or _year_end(parts)
    told = [part for part in parts if part.document.kind in ("transcript", "release")]
    contexts = contexts_of([part.document for part in told], year_end)
    return tuple(
        claim for part, context in zip(told, contexts, strict=True) for claim in _claims_of(part, names, context, weigh)
    )


def _year_end(parts: Sequence[Segments]) -> int:
    """Without any evidence the fiscal year is the calendar's."""
    return find_year_end(part.document for part in parts) or 12


def _claims_of(
    part: Segments, names: SegmentNames, context: PeriodContext, weigh: Weighing = WEIGHTS
) -> tuple[Claim, ...]:
    source = Source(document=part.document, paragraphs=part.paragraphs, sentences=part.sentences, turns=part.turns)
    return find_claims_in(source, names=names, context=context, weigh=weigh)


def _evidence(
    parts: Sequence[Segments], beads: tuple[Bead, ...], claims: tuple[Claim, ...], options: Options
) -> Evidence:
    return Evidence(
        documents=tuple(part.document for part in parts),
        paragraphs=tuple(row for part in parts for row in part.paragraphs),
        turns=tuple(row for part in parts for row in part.turns),
        exchanges=tuple(row for part in parts for row in part.exchanges),
        sentences=tuple(row for part in parts for row in part.sentences),
        beads=beads,
        claims=claims,
        comments=tuple(row for part in parts for row in part.comments),
        options=options,
    )


def _followups(parts: Sequence[Segments]) -> tuple[Followup, ...]:
    """What the calls and releases after each letter say to its requests; one without a date counts as later."""
    out: list[Followup] = []
    for letter in (part for part in parts if part.document.kind == "letter" and part.comments):
        day = letter.document.published or ""
        later = [
            part
            for part in parts
            if part.document.kind in ("transcript", "release") and (part.document.published or day) >= day
        ]
        out += find_followups(letter, later, metrics=_metric_names)
    return tuple(out)


def _metric_names(folded: str, lang: str) -> tuple[str, ...]:
    # A letter says "each operating expense line item" of what a release calls operating expenses.
    return tuple(row.name for row in find_metrics(re.sub(r"\bexpense\b", "expenses", folded), lang))


def _run(parts: Sequence[Segments], claims: Sequence[Claim], findings: Sequence[Finding], options: Options) -> Run:
    return Run(
        version=__version__,
        options=options.digest(),
        inputs=tuple((part.document.name, part.document.digest) for part in parts),
        could_not_tie=_could_not_tie([part.document for part in parts], claims),
    )


def _could_not_tie(documents: Sequence[Document], claims: Sequence[Claim]) -> str:
    """The first line of every summary: what had nothing to tie to."""
    call, releases = documents[0], [row for row in documents if row.kind == "release"]
    count = sum(1 for claim in claims if claim.document_id == call.id and claim.language != "zh")
    count = count or sum(1 for claim in claims if claim.document_id == call.id)
    if any(row.period == call.period and call.period for row in releases):
        return f"A release of the same quarter ({call.period}) is given: {count} claims of the call can tie to it."
    have = ", ".join(sorted({row.period or "an unknown period" for row in releases})) or "none"
    return (
        f"No release of the same quarter given (call: {call.period or 'period unknown'}; releases: {have}): "
        f"{count} claims have nothing to tie to directly."
    )


def find_claims(text_or_document: str | Document, lang: str | None = None) -> tuple[Claim, ...]:
    """Every numeric claim of a text or Document; `lang` is guessed from the script when not given."""
    part = (
        _segmented(text_or_document, "other", Options())
        if isinstance(text_or_document, Document)
        else _plain(text_or_document)
    )
    if lang is not None:
        part = _in_language(part, lang)
    names = learn_segments(
        ((part.document.text[row.start : row.end], row.language) for row in part.paragraphs),
        names_in_tables(part.document),
    )
    context = context_of(part.document, _year_end([part]))
    return settle_unsaid(_claims_of(part, names, context))


def _plain(text: str) -> Segments:
    return segment_bare(read(text.encode("utf-8"), name="text"))


def _in_language(part: Segments, lang: str) -> Segments:
    return replace(
        part,
        paragraphs=tuple(replace(row, language=lang) for row in part.paragraphs),
        sentences=tuple(replace(row, language=lang) for row in part.sentences),
    )


def verify(statement: str, document: Input, *, lang: str = "en") -> tuple[Finding, ...]:
    """One or more findings for each amount of the statement, judged against the document.

    The evidence of a verdict is a figure about the same thing in the same period, not merely the same number; its span
    points into the document. A statement without an amount gives one where a sentence of the document says all of it,
    else none. Raises BadInput for what cannot be read.
    """
    from .checks.statements import check_statement

    said = _in_language(_plain(statement), lang)
    filed = _segmented(document, "release", Options())
    year_end = _year_end([filed])
    context = context_of(filed.document, year_end)
    claims = _claims_of(said, learn_segments([(statement, lang)]), context)
    names = learn_segments((), names_in_tables(filed.document))
    cells = find_table_claims(filed.document, filed.paragraphs, names=names, context=context, make_id=IdMaker("c"))
    return check_statement(
        statement, claims, filed, lang=lang, metrics=find_metrics, cells=tuple(cells), year_end=year_end
    )
