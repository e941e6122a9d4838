"""All figures of a statement together: which are judged, what follows from others, and which are exchanged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from ...languages.late import late
from ...records import Claim
from ..times import Now, years_of
from .beside import strange_name, strange_words, told_adjusted, turned_level
from .candidates import Candidate
from .cells import Cells
from .dated import Conflict
from .derived import adds_up, derived_from
from .figures import Figure
from .itself import turned
from .judge import Judge, Judgement
from .match import how_equal
from .names import is_called_short
from .own_times import own_times
from .ranges import one_range
from .revisions import is_superseded
from .stands import stands_for
from .subjects import Subjects
from .texts import Text
from .units import factor
from .words import overlap

CROSSED = 0.5  # by so much two exchanged numbers must fit better than as said
_HELD = ("supported", "rounding")
_INSTEAD = late(r"\brather than\b|\binstead of\b|而不是|而非")
_PAID = late(r"10\s?[派转送]")
_ONE_OF = late(r"[兑兌对]\s?1(?![0-9.,])")  # 31.2兑1美元
_HAN_NUMERAL = late(r"[一二三四五六七八九十两]{1,2}")


def figures_to_judge(statement: Text) -> list[Figure]:
    """The figures of a statement: two amounts that are the ends of one range count as one, 两大 and 三家 as none."""
    made = {figure.ends[0].start: figure for figure in statement.figures if figure.ends}
    single = sorted((figure for figure in statement.figures if not figure.ends), key=lambda row: row.amount.start)
    moved = [row for row in single if row.is_range and any(_is_within(other, row) for other in single)]
    single = [row for row in single if row not in moved]  # "shrank by 11 million to 14 million" are two
    out: list[Figure] = []
    reach = -1
    for at, figure in enumerate(single):
        if figure.amount.start < reach:
            continue
        joined = made.get(figure.amount.start)
        is_one = joined is not None and at + 1 < len(single) and one_range(figure, single[at + 1])
        out.append(joined if joined is not None and is_one else figure)
        reach = out[-1].amount.end
    out = [f for f in out if not _is_of_shares(f)] or out
    out = [f for f in out if not _ONE_OF.search(f.text.folded, max(0, f.amount.start - 2), f.amount.end)] or out
    telling = [f for f in out if not (f.amount.kind == "count" and _HAN_NUMERAL.fullmatch(f.quote))]
    return telling or out


def _is_of_shares(figure: Figure) -> bool:
    """Whether a number says for how many shares something is paid: 每10股, 10派1.5元."""
    folded, amount = figure.text.folded, figure.amount
    each = folded[max(0, amount.start - 1) : amount.start] == "每"
    return each or (amount.kind == "count" and _PAID.match(folded, amount.start) is not None)


def _is_within(figure: Figure, other: Figure) -> bool:
    mine, theirs = figure.amount, other.amount
    return (
        theirs.start <= mine.start and mine.end <= theirs.end and (mine.start, mine.end) != (theirs.start, theirs.end)
    )


def judge_all(statement: Text, judge: Judge, cells: Cells) -> list[Judgement]:
    """The verdicts on all figures of a statement, each against the others: exchanged ones are not supported."""
    figures = figures_to_judge(statement)
    found = [judge.judge(figure, figures) for figure in figures]
    found = _in_cells(found, cells)
    found = [_in_company(row, found, judge) if _is_loosely_told(row) else row for row in found]
    found = _side_by_side(found, judge)
    found = [_recomputed(row, found, judge) if _is_open(row) else row for row in found]
    found = _beside(found, judge)
    for level, other, way in turned([row.said for row in found]):
        conflict = Conflict("itself", f"{level.quote} is not {way} from {other.quote}")
        found = [
            replace(row, verdict="contradicted", conflict=conflict) if row.said in (level, other) else row
            for row in found
        ]
    for one, two in combinations(range(len(found)), 2):
        if _exchanged(found[one], found[two], judge):
            conflict = Conflict("exchanged", "the document has these numbers the other way round")
            found[one] = replace(found[one], verdict="contradicted", conflict=conflict)
            found[two] = replace(found[two], verdict="contradicted", conflict=conflict)
    return found


def _beside(found: Sequence[Judgement], judge: Judge) -> list[Judgement]:
    """The judgements; what stands beside the number in the document may tell it of something else."""
    against: dict[Figure, Judgement] = {}
    held = [row for row in found if row.verdict in _HELD and row.evidence and how_equal(row.said, row.evidence)]
    for row in held:
        if row.evidence is not None and turned_level(row.said, row.evidence, judge):
            conflict = Conflict("direction", "it went the other way there")
            against[row.said] = replace(row, verdict="contradicted", conflict=conflict)
    for row in held:
        rival = None if row.evidence is None else told_adjusted(row.said, row.evidence, judge)
        if rival is not None:
            against[row.said] = replace(row, verdict="contradicted", evidence=rival)
    name = _strange(found, held, judge)
    if name is not None:
        conflict = Conflict("name", f"{name!r} stands elsewhere in the document")
        against[found[0].said] = replace(found[0], verdict="contradicted", conflict=conflict)
    return [against.get(row.said, row) for row in found]


def _strange(found: Sequence[Judgement], held: Sequence[Judgement], judge: Judge) -> str | None:
    """A word of a statement whose numbers all hold, that stands around none of them in the document."""
    if not found or len(held) < len(found):
        return None
    zh = found[0].said.row.lang == "zh"
    figures = [row.evidence for row in held if row.evidence is not None]
    told = [row.said for row in held]
    return strange_words(told, figures, judge) if zh else strange_name(told[0], figures, judge)


def _in_cells(found: Sequence[Judgement], cells: Cells) -> list[Judgement]:
    """The judgements; a figure that no prose holds may stand in a table, and so may what it is compared with."""
    rows: list[Judgement] = []
    mates: list[Claim] = []
    for row in found:
        place = cells.at(row.evidence.amount.start) if row.verdict in _HELD and row.evidence else None
        untimely = place is not None and cells.is_of_another_time(row.said, place.start)
        if place is not None and not untimely and cells.is_of_another_size(row.said, place.start):
            rows.append(
                replace(row, verdict="contradicted", conflict=Conflict("unit", "the table gives another scale"))
            )
            continue
        known = (row.verdict in _HELD and not untimely) or (row.conflict is not None and row.conflict.kind == "metric")
        held = None if known else cells.find(row.said, mates)
        if held is not None:
            mates.append(held.claim)
            rows.append(Judgement(row.said, held.verdict, start=held.claim.start, end=held.claim.end))
        elif untimely:
            conflict = Conflict("period", "the table has it in the column of another time")
            rows.append(replace(row, verdict="not_comparable", conflict=conflict))
        else:
            mates += [place] if place is not None else []
            rows.append(row)
    return rows


def _is_loosely_told(row: Judgement) -> bool:
    """Whether nothing tells a number, or the best of several that a loose one (近两成) may be goes the other way."""
    told = row.conflict is not None and row.evidence is not None and row.conflict.kind == "direction"
    return row.verdict == "unchecked" or (
        told and row.evidence is not None and how_equal(row.said, row.evidence) == "rounding"
    )


def _in_company(row: Judgement, found: Sequence[Judgement], judge: Judge) -> Judgement:
    """A number that stands beside another of the statement's in the document, though no word tells it."""
    lines = {other.evidence.line for other in found if other.verdict in _HELD and other.evidence is not None}
    for c in judge.candidates(row.said):
        near = c.figure.line in lines or (row.verdict == "unchecked" and is_called_short(row.said, c.figure))
        if c.equal and near and not c.conflicts:
            return Judgement(row.said, c.equal, c.figure)
    return row


def _side_by_side(found: Sequence[Judgement], judge: Judge) -> list[Judgement]:
    """Numbers that no word tells, where the document has all of the statement's in one sentence."""
    if len(found) < 2 or any(row.verdict != "unchecked" for row in found):
        return list(found)
    lines: list[dict[int, Candidate]] = []
    for row in found:
        fitting = [c for c in judge.candidates(row.said) if c.equal and not c.conflicts]
        lines.append({c.figure.line: c for c in fitting})
    shared = set(lines[0]).intersection(*lines[1:])
    if not shared:
        return list(found)
    at = min(shared)
    return [Judgement(row.said, c[at].equal or "", c[at].figure) for row, c in zip(found, lines, strict=True)]


def _is_open(row: Judgement) -> bool:
    """Whether no figure of the document has the number, or one that may be of something else."""
    loose = row.conflict is None or row.conflict.kind in ("role", "direction", "period", "compared", "metric")
    return row.verdict == "unchecked" or (row.verdict in ("contradicted", "not_comparable") and loose)


def _recomputed(row: Judgement, found: Sequence[Judgement], judge: Judge) -> Judgement:
    """A number that the document leaves unsaid and its figures give: a change, a base, a share."""
    held = [other for other in found if other.verdict in _HELD and other.evidence is not None]
    levels = [other.evidence for other in held if not other.said.is_base and other.evidence is not None]
    bases = [other.evidence for other in held if other.said.is_base and other.evidence is not None]
    levels += [again for level in levels for again in judge.again(level)]
    place = None if row.said.is_range else derived_from(row.said, levels, judge.about, bases)
    place = place or next(judge.middles(row.said), None)
    parts = judge.parts(row.said) if place is None else ()
    if parts and adds_up(row.said, parts):
        place = parts[0]
    return row if place is None else Judgement(row.said, "rounding", place)


def _exchanged(one: Judgement, two: Judgement, judge: Judge) -> bool:
    """Whether what sets two supported figures apart in the statement stands at each other's number in the document."""
    first, second = one.evidence, two.evidence
    if first is None or second is None or {one.verdict, two.verdict} - {"supported", "rounding"}:
        return False
    nouns = {row.said.amount.noun for row in (one, two)} - {None}
    rates = [row.said.amount.kind in ("percent", "points") for row in (one, two)]
    if factor(one.said, two.said) is None or len(nouns) > 1 or rates[0] != rates[1]:
        return False
    roles = [stands_for(row) == "change" for row in (one.said, two.said, first, second)]
    if _INSTEAD.search(one.said.text.folded, one.said.amount.end, two.said.amount.start):
        return False  # "would have grown 25% rather than 20%" orders nothing
    if first.amount == second.amount or (roles[0] != roles[1] and roles[:2] == roles[2:]):
        return False
    bases = (one.said.is_base, two.said.is_base)
    if bases[0] != bases[1] and bases in ((first.is_base, second.is_base), tuple(map(is_superseded, (first, second)))):
        return False
    said = Subjects(one.said.text)
    own, other = (said.in_order(row.said) or row.said.bound_words for row in (one, two))
    told = [judge.subjects.in_order(row) or row.bound_words for row in (first, second)]
    mine = {word: judge.weights(word) for word in own - other if judge.weights(word)}
    theirs = {word: judge.weights(word) for word in other - own if judge.weights(word)}
    alone = not any(judge.weights(word) for word in other)
    if one.said.line == two.said.line and (alone or (one.said.is_base and not theirs)):
        mine = {}  # "from A to B", "fell 5 million to 9 million": one subject of both
    straight = overlap(mine, [(told[0], 1.0)]) + overlap(theirs, [(told[1], 1.0)])
    crossed = overlap(mine, [(told[1], 1.0)]) + overlap(theirs, [(told[0], 1.0)])
    straight += _alike_by(one.said, first, judge.now) + _alike_by(two.said, second, judge.now)
    crossed += _alike_by(one.said, second, judge.now) + _alike_by(two.said, first, judge.now)
    return crossed > straight + CROSSED


def _alike_by(said: Figure, other: Figure, now: Now) -> float:
    """How far two figures play the same part: moved the same way, compared with or not, of one year named by both."""
    dated = years_of(own_times(said)) & years_of(other.times[0])
    return (
        0.5 * bool(dated) + 0.5 * (said.direction == other.direction) + 0.5 * (said.is_base == _is_earlier(other, now))
    )


def _is_earlier(figure: Figure, now: Now) -> bool:
    """Whether a figure is what others are compared with, or is dated before the year reported on."""
    years = years_of(figure.times[0])
    return figure.is_base or (now.year is not None and bool(years) and max(years) < now.year)
