"""What a statement says beside its numbers and the document contradicts: a time, or which way something went."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...amounts.chinese import read_han
from ...languages.late import late
from ..times import RULES, Time, differ, says
from .dated import DAY_BEFORE
from .figures import Figure
from .judge import Judge
from .lines import Line
from .own_times import is_day_after
from .texts import Text
from .words import Words, overlap

_DURATION = late(
    r"(?<![0-9.,一二三四五六七八九十])(?P<number>[0-9]{1,3}(?:\.[0-9]+)?|[一二三四五六七八九十两]{1,3})\s?个?"
    r"(?P<unit>月(?!份|[0-9初末底中内])|季(?!度?[收营净同环报])|周(?![一二三四五六日年])|年(?=以上|以下|期|来|以来|市场|后|内|$|[,;。])|天期|个?交易日)"
    r"|(?<![0-9.,])(?P<number2>[0-9]{1,4})-(?P<unit2>day|week|month|year)\b"
)
_RUN = late(
    r"连续第?[0-9一二三四五六七八九十两]{1,3}个?(?:交易)?[日天周月季年]度?(?:的)?(?P<way>[\u3400-\u9fff]{2,6})|连(?P<way2>[涨升增跌降减])(?=[0-9一二三四五六七八九十两])"
)
_LAST_DAYS = 28
_COVERED = 0.55  # of the clause's words, so that the document's clause is about the same
_BETTER = 0.2  # by so much more than a clause of the document that goes the same way


@dataclass(frozen=True, slots=True)
class Doubt:
    """A stretch `start:end` of the statement that the document contradicts at `at:until`."""

    start: int
    end: int
    kind: str  # period, direction, sign
    words: str
    at: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class _Turn:
    """A clause with a cue: which way it goes, and what it is about."""

    start: int
    end: int
    way: str
    words: Words


def find_doubts(statement: Text, figures: Sequence[Figure], judge: Judge) -> Iterator[Doubt]:
    """Times that belong to no figure, and clauses without a number, where the document says something else."""
    yield from _times(statement, judge)
    yield from _counted(statement, judge)
    yield from _lasting(statement, judge)
    yield from _in_a_row(statement, judge)
    for kind, names in (("direction", ("up", "down")), ("sign", ("gain", "loss"))):
        for turn in _turns(statement, kind, names, [(f.amount.start, f.amount.end) for f in figures]):
            yield from _against(turn, kind, names, judge)


def _counted(statement: Text, judge: Judge) -> Iterator[Doubt]:
    """第5届 against 第6届, "10th consecutive" against "11th consecutive": numbers that are no amounts."""
    for row in statement.lines:
        pattern = re.compile(RULES[row.lang].counted, re.IGNORECASE)
        for match in pattern.finditer(statement.folded, row.start, row.end):
            kind = _kind(match)
            alike = [other for other in pattern.finditer(judge.document.folded) if _kind(other)[: len(kind)] == kind]
            if alike and all(_number(other) != _number(match) for other in alike):
                words = f"the document has {alike[0][0]}"
                yield Doubt(match.start(), match.end(), "number", words, alike[0].start(), alike[0].end())


def _lasting(statement: Text, judge: Judge) -> Iterator[Doubt]:
    """How long something lasts, where the document has other lengths only: 24个月 for 18个月, a 260-day contract."""
    there = {_length(hit) for hit in _DURATION.finditer(judge.document.folded)}
    times = [time for line in range(len(statement.lines)) for time in statement.times(line)]
    for hit in _DURATION.finditer(statement.folded):
        timed = any(time.start < hit.end() and hit.start() < time.end for time in times)
        mine = _length(hit)
        alike = [row for row in there if row[1] == mine[1] or row[0] == mine[0]]
        unit = "(?:个?交易)?[日天]" if mine[1].endswith("交易日") else mine[1]
        printed = re.search(rf"(?<![0-9.]){re.escape(mine[0])}[\s-]?个?{unit}", judge.document.folded)
        one = mine == ("1", "周") and "周" in judge.document.folded  # 一周 of what is told by weeks
        if not timed and not one and mine not in there and alike and printed is None:
            yield Doubt(hit.start(), hit.end(), "number", "the document has another length of time")


def _in_a_row(statement: Text, judge: Judge) -> Iterator[Doubt]:
    """连涨五周 of what fell for the fifth week: every run of the document goes the other way."""
    there = [(hit, _way_of_run(hit)) for hit in _RUN.finditer(judge.document.folded)]
    there = [(hit, way) for hit, way in there if way is not None]
    for hit in _RUN.finditer(statement.folded):
        way = _way_of_run(hit)
        if way is not None and there and all(other != way for _, other in there):
            words = f"{way} in the statement, {there[0][1]} in the document"
            yield Doubt(hit.start(), hit.end(), "direction", words, *there[0][0].span())


def _way_of_run(hit: re.Match[str]) -> str | None:
    told = hit["way"] or hit["way2"]
    found = [re.search(cue, told) is not None for cue in (RULES["zh"].up, RULES["zh"].down)]
    return None if found[0] == found[1] else ("up" if found[0] else "down")


def _number(match: re.Match[str]) -> int:
    groups = match.groupdict()
    number = groups["number"] or groups.get("number2") or groups.get("number3") or "0"
    numeral, _ = (None, 0) if number[0].isdigit() else read_han(number, 0)
    return int(number) if numeral is None else int(numeral.low)


def _length(hit: re.Match[str]) -> tuple[str, str]:
    number, unit = hit["number"] or hit["number2"], hit["unit"] or hit["unit2"]
    numeral, _ = read_han(number, 0)
    return number if numeral is None or number[0].isdigit() else str(numeral.low), unit


def _kind(match: re.Match[str]) -> tuple[str, ...]:
    told = match.groupdict().items()
    return tuple(value.removesuffix("续") for key, value in told if key.startswith("kind") and value)


def _times(statement: Text, judge: Judge) -> Iterator[Doubt]:
    named = [time for line in range(len(judge.document.lines)) for time in judge.document.times(line)]
    for line in range(len(statement.lines)):
        for time in statement.times(line):
            speaking = [other for other in named if _speaks_of(time, other)]
            if statement.is_compared(time) and _says(judge, "sequential"):
                continue  # 环比 is told of what is compared with the period before
            if time.part == "H1" and _says(judge, "half_year"):
                continue  # half a year by its months
            if time.relative or not says(time) or (time.years is None and judge.now.part == time.part is not None):
                continue
            if any(is_day_after(other, time) for other in named) and DAY_BEFORE.search(judge.document.folded):
                continue  # 昨日 of a document of the next day
            if speaking and all(differ(time, other) for other in speaking):
                nearest = speaking[0]
                quote = judge.document.text[nearest.start : nearest.end]
                yield Doubt(
                    time.start, time.end, "period", f"the document names {quote}", nearest.start, nearest.end
                )  # fmt: skip


def _says(judge: Judge, cue: str) -> bool:
    """Whether a document has a cue in one of its languages."""
    folded, langs = judge.document.folded, {row.lang for row in judge.document.lines}
    return any(re.search(getattr(RULES[lang], cue), folded) is not None for lang in langs)


def _speaks_of(time: Time, other: Time) -> bool:
    """Whether `other` pins down the finest thing that `time` does."""
    if time.day is not None and time.day >= _LAST_DAYS and other.month == time.month:
        return True  # "the end of December"
    for what in ("day", "month", "part", "years"):
        if getattr(time, what) is not None:
            whole = what == "part" and time.part == "FY" and other.month is None  # "fiscal 2034" is a full year
            return getattr(other, what) is not None or (whole and other.years is not None and not other.ago)
    return False


def _turns(text: Text, kind: str, names: tuple[str, str], numbers: Sequence[tuple[int, int]]) -> Iterator[_Turn]:
    """The clauses that go one way only and hold none of `numbers`."""
    for row in text.lines:
        rules = RULES[row.lang]
        cues = (rules.up, rules.down) if kind == "direction" else (rules.gain, rules.loss)
        for start, end in _clauses(text, row):
            if any(start < right and left < end for left, right in numbers):
                continue
            said = [bool(re.search(cue, text.folded[start:end], re.IGNORECASE)) for cue in cues]
            if said[0] != said[1]:
                yield _Turn(start, end, names[0] if said[0] else names[1], text.words_in(start, end, row.lang))


def _clauses(text: Text, row: Line) -> Iterator[tuple[int, int]]:
    start = row.start
    for match in re.finditer(RULES[row.lang].clause, text.folded[row.start : row.end]):
        yield start, row.start + match.start()
        start = row.start + match.end()
    yield start, row.end


def _against(turn: _Turn, kind: str, names: tuple[str, str], judge: Judge) -> Iterator[Doubt]:
    """The document's clause about the same that goes the other way, where none goes the same way."""
    wanted = {word: judge.weights(word) for word in turn.words if judge.weights(word)}
    if len(wanted) < 2:
        return
    best: dict[str, tuple[float, _Turn | None]] = {names[0]: (0.0, None), names[1]: (0.0, None)}
    for other in _turns(judge.document, kind, names, ()):
        covered = overlap(wanted, [(other.words, 1.0)])
        if covered > best[other.way][0]:
            best[other.way] = (covered, other)
    opposite = names[1] if turn.way == names[0] else names[0]
    covered, place = best[opposite]
    if place is not None and covered >= _COVERED and covered >= best[turn.way][0] + _BETTER:
        words = f"{turn.way} in the statement, {opposite} in the document"
        yield Doubt(turn.start, turn.end, kind, words, place.start, place.end)
