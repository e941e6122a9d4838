"""What a statement says of a figure besides its number, held against what stands beside it in the document.

A change told right behind a level is of that level; what goes one way in the statement goes no other way in the
document; a name that the document knows must stand where the number does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...languages.late import late
from ...languages.zh.wire import PLAIN_WORDS, SAME_WORDS, SHORT_FORMS
from ..times import RULES
from .around import lines_around, lines_asked
from .basis import is_adjusted, names_basis
from .dated import is_listed
from .derived import changes_of
from .figures import Figure
from .itself import way_told
from .judge import Judge
from .match import conflicts, how_equal
from .measures import alike, measure_of
from .stands import arrives, went
from .subjects import Subjects
from .words import Words

_VERB = late(r"(?:ed|ing|ly)\Z|\Asays?\Z|\Aplans?\Z")
_LATIN = late(r"[a-z][a-z&'-]*[a-z]")
# Who a wire lets speak: "spirit aerosystems holdings - ", "acme corp says".
_SPEAKER = late(
    r"[^0-9,]{1,60}?(?:\s-{1,2}\s|:\s|\b(?:inc|corp|ltd|plc|co|holdings|group|limited)\b\.?|"
    r"\s(?=(?:says?|reports?|posts?|sees|expects|announces|declares|raises|cuts|to)\s))"
)
# Printed with a capital now and then, and no name.
_ADJUSTED = late(r"\badj(?:\.|usted)?\b|gaap|经调整|公认会计")
_REASON = late(r",?\s(?:because of|due to|owing to|thanks to|on account of|on the back of)\s")
_UNTELLING = frozenset("new ceo cfo coo cto chair chairman chairwoman president director".split())
_INSIDE = late(r"[a-z,'’] \Z")  # within a sentence
_LATIN_BEFORE = late(r"([a-z][a-z&'-]*[a-z])\s$")
_HAN = late(r"[\u3400-\u9fff]{2,}")
_COMMA = late(r"[,，:：]")
_THAT = late("该|其(?![中他余次实])")  # what the paragraph began with
_SPOKEN_OF = late(r"([\u3400-\u9fff]{2,8})方面")
_COUNTED = late("[一二两三四五六七八九十几][周手月年日天季次步轮]|单[周日月季年]")  # how many, and no name
_FROM_STATE = late("由[^,。;由]{1,6}(?=转)")  # 由逆差转为顺差
_SHORTENED = frozenset(PLAIN_WORDS) | frozenset(
    "归母 归属 占比 开设 两市 决议 保费 占营 均价 总额 收入 营收 净利 业务 板块 目标 方面 情况 业绩 分析 机构".split()
)  # said of many things
_LIMITED = late("上限|下限")  # 首募规模上限 is no 首募规模
_ONE_PART = late("(?:首|第?[一二三四五六])(?:期|阶段|批|标段)")
_JOINS = frozenset(
    "的了和与及或在为是于以之其该由从至到等均总并且按将已对被把每各个约近逾超不达有共创较昨年月日末底初时后前中内上下"
)
_FROM, _TO = late(r"(?:[由从自]|\bfrom)\s?$"), late(r"(?:[至到]|\bto)\s?$")
_EACH_ONE = late(r"每[\u3400-\u9fff]{1,2}(?=报|约|为|价|\s|$)|[前上]一?个?交易日")
_UNNAMED = late(r"\A[\s0-9年月日,，;；、。:：其中而则]+")
_NAME = 4  # characters
_TITLE = 60
_LISTED = 6  # lines above a line of a list
_OFTEN = 5  # lines that name it
_CLOSE = 40  # characters between a level and its change
_NEAR = 2  # lines of a paragraph before and behind


def _changes_beside(level: Figure, subjects: Subjects) -> list[Figure]:
    """The changes before or behind a level with nothing but the way it went, and from when, between the two."""
    found = []
    noun = len(level.amount.noun or "")  # "887,000 subscribers, down 2.5 percent"
    reach = level.amount.end + (noun + 1 if noun else 0)
    for row in sorted(changes_of(level), key=lambda row: row.amount.start):
        start, end = min(row.amount.end, reach), max(row.amount.start, level.amount.start)
        if end - start < _CLOSE and not subjects.words(start, end, level):
            found.append(row)
            reach = max(reach, row.amount.end)  # 月减2.8%,年增18.9%
    return found


def turned_level(said: Figure, other: Figure, judge: Judge) -> bool:
    """Whether a statement lets a level come up to what the document says it came down to, or the other way round."""
    if said.is_base or other.is_base or not arrives(said):
        return False
    way = None if went(said) else way_told(said)  # some measures better by falling
    ways = {row.direction for row in _changes_beside(other, judge.subjects)} - {None}
    ways |= {_way_behind(other)} - {None}
    return way is not None and len(ways) == 1 and way not in ways


def _way_behind(figure: Figure) -> str | None:
    """The way from the base that stands right behind a level: "1.38, below the 1.52 of August" in any words."""
    following = [row for row in figure.text.by_line[figure.line] if row.amount.start >= figure.amount.end]
    base = following[0] if following and not following[0].ends else None
    if base is None or not base.is_base or base.amount.unit != figure.amount.unit:
        return None
    if re.search(RULES[figure.row.lang].each, figure.text.folded[figure.row.start : figure.row.end]):
        return None  # the first of several bases
    told = figure.text.folded[figure.amount.end : base.amount.start]
    if (
        len(following) > 1
        and _FROM.search(told)
        and _TO.search(figure.text.folded[base.amount.end : following[1].amount.start])
    ):
        return None  # "6月由5.1万人上修至5.9万人" goes on about the next
    now, then = figure.amount.value, base.amount.value
    if now is None or then is None or now == then:
        return None
    return "up" if abs(now) > abs(then) else "down"


def told_adjusted(said: Figure, other: Figure, judge: Judge) -> Figure | None:
    """Another figure of the document on the adjusted basis that a statement names, where the equal one has no basis."""
    if said.is_base or is_adjusted(said) is not True or names_basis(other) or said.is_range:
        return None
    measure = measure_of(said)
    if _is_of_another_measure(said):
        return None
    for row in judge.document.figures:
        alike = (row.amount.unit, row.amount.kind) == (said.amount.unit, said.amount.kind) and not row.ends
        if not alike or row.is_base != said.is_base or row.is_guided != other.is_guided or how_equal(said, row):
            continue
        of_it = measure is not None and measure_of(row) == measure
        if is_adjusted(row) and (of_it or said.amount.kind == "per_share") and not any(conflicts(said, row, judge.now)):
            return row
    return None


def _is_of_another_measure(said: Figure) -> bool:
    """Whether the basis is told of the figure before: "adjusted EBITDA of 312 million on revenue of 1.9 billion"."""
    before = [row for row in said.text.by_line[said.line] if row.amount.end <= said.amount.start and not row.ends]
    if not before or _ADJUSTED.search(said.text.folded, before[-1].amount.end, said.amount.start):
        return False
    return None not in (measure_of(said), measure_of(before[-1])) and measure_of(said) != measure_of(before[-1])


def strange_name(said: Figure, places: Sequence[Figure], judge: Judge) -> str | None:
    """A name of the statement that the document has elsewhere, and not around any place that supports the statement."""
    near = set(judge.title)
    for place in places:
        near |= _words_near(place, judge)
        around = (*lines_around(place.amount.start, judge.document), *lines_asked(place.amount.start, judge.document))
        near |= {word for at in around for word in judge.document.words(at)}
    rules = RULES[said.row.lang]
    words = said.text.words(said.line) - said.text.metric_words(said.line) - near
    qualifying = said.text.qualifiers(said.line) & judge.document.all_qualifiers
    spoken = _SPEAKER.match(said.text.folded, said.row.start)
    times = said.text.times(said.line)
    until = _reason_at(said)
    for hit in _LATIN.finditer(said.text.folded, spoken.end() if spoken else said.row.start, until):
        if any(time.start <= hit.start() < time.end for time in times):
            continue
        word = hit[0]
        if word in _UNTELLING or "'" in word.removesuffix("'s"):
            continue
        stems = said.text.words_in(hit.start(), hit.end(), said.row.lang)
        cued = re.search(f"(?:{rules.up}|{rules.down}|{rules.gain}|{rules.loss})", f" {word} ", re.IGNORECASE)
        if _VERB.search(word) or cued or not stems & words or _is_named_with(hit, said, near, judge):
            continue
        if stems & qualifying or _is_name(word, judge):
            return word
    return _name_exchanged(said, places, judge)


def _reason_at(said: Figure) -> int:
    """Where a line begins to tell nothing but a reason, which the document may give elsewhere; else its end."""
    last = max(row.amount.end for row in said.text.by_line[said.line])
    found = _REASON.search(said.text.folded, last, said.row.end)
    return found.start() if found else said.row.end


def _is_named_with(hit: re.Match[str], said: Figure, near: set[str], judge: Judge) -> bool:
    """Whether the document has a word together with a name that stands here alone: "storm Ada", "Alder Creek"."""
    before = _LATIN_BEFORE.search(said.text.folded, said.row.start, hit.start())
    after = _LATIN.match(said.text.folded, min(hit.end() + 1, said.row.end), said.row.end)
    for name, pair in (
        (before, f"{before[1]} {hit[0]}" if before else ""),
        (after, f"{hit[0]} {after[0]}" if after else ""),
    ):
        stems = said.text.words_in(name.start(), name.end(), said.row.lang) if name else Words()
        if stems & near and pair in judge.document.folded:
            return True
    return False


def _name_exchanged(said: Figure, places: Sequence[Figure], judge: Judge) -> str | None:
    """A name that stands in no place's own line, where a place is said of a name that the statement does not have."""
    own = set(judge.title).union(*(judge.subjects.of(place) for place in places))
    theirs = own - said.text.all_words - judge.title
    own |= set().union(*(judge.document.words_in(place.begin, place.until, place.row.lang) for place in places))
    if not any(_is_name(word, judge) for word in _printed(theirs, places, judge)):
        return None
    spoken = _SPEAKER.match(said.text.folded, said.row.start)
    for hit in _LATIN.finditer(said.text.folded, spoken.end() if spoken else said.row.start, said.row.end):
        timed = any(time.start <= hit.start() < time.end for time in said.text.times(said.line))
        stems = said.text.words_in(hit.start(), hit.end(), said.row.lang)
        if stems and not timed and not stems & own and _is_name(hit[0], judge):
            return hit[0]
    return None


def _printed(stems: set[str], places: Sequence[Figure], judge: Judge) -> Iterator[str]:
    """The words of the places' lines that have one of the stems."""
    for place in places:
        for hit in _LATIN.finditer(judge.document.folded, place.row.start, place.row.end):
            if judge.document.words_in(hit.start(), hit.end(), place.row.lang) & stems:
                yield hit[0]


def strange_words(said: Sequence[Figure], places: Sequence[Figure], judge: Judge) -> str | None:
    """Two characters that a Chinese statement says before an amount, and with which the document begins another alone.

    Around a number stand its line down to the end of its clause, what it is said of, how its paragraph begins, and what
    the paragraph came to speak of (绿证方面).
    """
    near = "|".join(_said_around(place, judge) for place in places)
    measured = Words().union(*(judge.subjects.of(place) for place in places))
    elsewhere = _opening_others(places, judge)
    for figure in said:
        last, first, held = "", "", False
        for word in _pairs_before(figure, near, measured):
            same = word in near or any(other in near for other in SAME_WORDS.get(word, ()))
            across = held and last[1:] == word[0]  # 能业 in 储能业务, where 储能 stands there
            known = word in elsewhere and not same and not set(word) <= set(near)
            # 金鹭 around the number is 金鹭娱乐 elsewhere.
            called = first != "" and first in near and f"{first}{word}" in judge.document.folded
            if known and not (across or called) and word not in _SHORTENED and not _COUNTED.fullmatch(word):
                return word
            last, first, held = word, last, same
    return None


def _opening_others(places: Sequence[Figure], judge: Judge) -> str:
    """How the clauses of the other figures begin: with the name of what they are said of, in its first characters."""
    folded = judge.document.folded
    others = (
        row
        for row in judge.document.figures
        if not row.ends and row not in places and not _LIMITED.search(folded, row.clause_start, row.amount.start)
    )
    heads = (_UNNAMED.sub("", folded[row.clause_start : row.amount.start]) for row in others)
    return "|".join(head[:_NAME] for head in heads)


def _pairs_before(figure: Figure, near: str, measured: Words) -> Iterator[str]:
    """The pairs of neighbouring characters in an amount's own stretch before it; no times, ways and short forms.

    None of a measure either that may be called by one of those `measured` (`m:revenue`).
    """
    rules, folded = RULES[figure.row.lang], figure.text.folded
    piece = list(folded[figure.begin : figure.amount.start])
    for time in figure.text.times(figure.line):
        for at in range(max(time.start, figure.begin), min(time.end, figure.amount.start)):
            piece[at - figure.begin] = " "
    for metric in figure.text.metrics("".join(piece), "zh"):
        if any(alike(metric.name, word.removeprefix("m:")) for word in measured):
            piece[metric.start : metric.end] = " " * (metric.end - metric.start)
    cues = f"{rules.up}|{rules.down}|{rules.gain}|{rules.loss}"
    for told in (re.compile(cues, re.IGNORECASE), _FROM_STATE, _EACH_ONE):
        piece = list(told.sub(lambda hit: " " * len(hit[0]), "".join(piece)))
    plain = "".join(piece)
    for short, full in SHORT_FORMS.items():
        if full in near:
            plain = plain.replace(short, " " * len(short))
    for run in _HAN.findall(plain):
        pairs = map("".join, pairwise(run))
        yield from (p for p in pairs if p not in rules.stop and not set(p) & _JOINS)


def _said_around(place: Figure, judge: Judge) -> str:
    text, row = judge.document, place.row
    lines = [line for line in text.lines if line.paragraph and line.paragraph == row.paragraph and line.start < row.end]
    opened = _COMMA.split(text.folded[lines[0].start : lines[0].end])[0] if lines else ""
    if lines and _THAT.search(text.folded, row.start, place.amount.start):
        opened = text.folded[lines[0].start : lines[0].end]
    topics = _SPOKEN_OF.findall(text.folded[lines[0].start : row.start]) if lines else []
    title = next((line for at, line in enumerate(text.lines) if text.words(at)), row)
    if _ONE_PART.match(text.folded, row.start) and row.start > lines[0].start:  # 一期4万吨 is of what stands before
        before = max((line for line in lines if line.end <= row.start), key=lambda line: line.end)
        opened += text.folded[before.start : before.end]
    if is_listed(place):  # what opens a list stands above it
        opened += text.folded[text.lines[max(0, place.line - _LISTED)].start : row.start]
    counted = min((figure.amount.start for figure in text.figures), default=0)  # what opens it, all of it is about
    head = text.folded[:counted] + text.folded[title.start : min(title.end, title.start + _TITLE)]
    own = text.folded[row.start : max(place.clause[1], place.amount.end)]
    return "|".join((head, opened, _sentence_head(place), *topics[-1:], own, *judge.subjects.of(place)))


def _sentence_head(place: Figure) -> str:
    """How the sentence begins that a semicolon parts: up to its first amount, it may name whose all its figures are."""
    folded, start = place.text.folded, place.row.start
    begin = max(folded.rfind("。", 0, start), folded.rfind("\n", 0, start)) + 1
    first = min((row.amount.start for row in place.text.figures if row.amount.start >= begin), default=begin)
    return folded[begin : min(first, place.amount.start)]


def _is_name(word: str, judge: Judge) -> bool:
    """Whether a document prints a word with a capital wherever it stands, and inside sentences too."""
    found = list(re.finditer(rf"(?<![a-z]){re.escape(word)}(?![a-z])", judge.document.folded))
    if len({judge.document.line_at(hit.start()) for hit in found}) > _OFTEN:
        return False  # the company, or what all of it is about
    inside = any(_INSIDE.search(judge.document.text, max(0, hit.start() - 2), hit.start()) for hit in found)
    return inside and all(judge.document.text[hit.start()].isupper() for hit in found)


def _words_near(place: Figure, judge: Judge) -> set[str]:
    text, at = judge.document, place.line
    paragraph = text.lines[at].paragraph
    found: set[str] = set()
    for line in range(max(0, at - _NEAR), min(len(text.lines), at + _NEAR + 1)):
        if line == at or (paragraph and text.lines[line].paragraph == paragraph):
            found |= text.words(line)
    return found


__all__ = ["strange_name", "strange_words", "told_adjusted", "turned_level"]
