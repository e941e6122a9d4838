"""Whose a Chinese figure is, by how its clause opens: the part it names, points back to, or goes on about.

A Chinese sentence sets a topic and comments on it clause by clause: 骨科没被集采，收入6.55亿元，毛利率71.4%.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..languages.late import late
from ..languages.metric_kinds import NEVER_OF_PARTS
from ..languages.zh.heads import COMMENT, LEAD, MEASURE, NO_NAME, PARTLIKE, SAYS, TAIL
from ..text import fold, simplify
from .scenes import Scene, cue
from .topics import OF_PARTS

_CLAUSES = late(r"[^，,；;：:。！？!?（()）…—]+")
_SHARE = cue(r"占(?!比为?最)|贡献|配发")
_NAME = cue(rf"{LEAD}(?P<name>[\u4e00-\u9fffA-Za-z0-9&·\-、“”「」『』《》\"]{{2,18}}?){TAIL}(?:{SAYS})?")
_TOPIC = cue(
    rf"{LEAD}(?P<name>[\u4e00-\u9fffA-Za-z0-9&·\-“”「」『』《》\"]{{1,9}}?{PARTLIKE}[”」』》\"]?){TAIL}{COMMENT}"
)
_PART = cue(rf"{PARTLIKE}\Z")
_LEAD, _TAIL = cue(LEAD), cue(rf"{TAIL}\Z")
_BARE = cue(rf"(?:{TAIL}|{LEAD})(?:{SAYS})?")
_NO_NAME = cue(NO_NAME)
_SAYS_ONLY = cue(SAYS)
_QUOTED = cue(r"(?P<marked>《[^》]{1,12}》)|[“「『\"](?P<name>[^”」』\"]{1,12})[”」』\"]")
_LAST = cue(
    r"\W*(?:而|其中)?(?:后者|这一?块|那一?块|这条线|那边|它们?的?|这个品牌|该(?:业务|板块|部门|品牌|地区|产品|项目|工厂|矿山|公司)|他们的?)"
)
_FIRST = cue(r"\W*(?:而|其中)?(?:前者)")
_WITH_PART = cue(rf"([\u4e00-\u9fffA-Za-z0-9]{{1,8}}?{PARTLIKE}).*{MEASURE}")
_MEASURED = cue(rf"{MEASURE}{TAIL}(?:{SAYS})?\Z")
_MEASURE = cue(rf"{MEASURE}\Z")
_WHOLE = cue(r"(?:公司|集团|全行|全)整体|全公司|全集团|合计|总计|共计|累计(?=\s*\Z)|总量|一共|整体")
_FEES = ("费", "租金", "利息")
_THINGS = frozenset(
    "stores customers users subscribers facilities vehicles distributors patients students passengers headcount".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """How the words before an amount open.

    `name` is a part they name, `metric` whether they name a measure, `unknown` one that no vocabulary has, `whole` that
    they speak of the whole company, `back` whether they point to the "first" or the "last" part told before.
    """

    name: str | None = None
    metric: bool = False
    unknown: str | None = None
    whole: bool = False
    back: str | None = None


def part_told(
    scene: Scene, at: int, role: str, metric: str, found: str | None, told: Sequence[str], before: str | None
) -> str | None:
    """The part of the business amount `at` is of.

    `found` is what other rules hold, `told` the parts named so far in the paragraph, `before` that of the amount
    before it in the sentence.
    """
    if metric in NEVER_OF_PARTS:
        return None
    head, held = read_head(scene, at, role), _held(scene, found, metric)
    if head.back is not None and told:
        told = [part for name in told for part in re.split("[、和及与跟與]", name) if part]
        return told[-2] if head.back == "first" and len(told) > 1 else told[-1]
    if head.whole and head.name is None:
        return None
    if metric == "market_size" or held is not None:
        return held
    if head.name is not None:
        return scene.names.resolve(head.name)
    of_part = metric in OF_PARTS or metric.startswith("other:")
    own = head.metric and (not of_part or re.search("[;；]", scene.before(at)) is not None)
    return None if own or not at else before


def _allowed(metric: str) -> tuple[str, ...]:
    """Endings that a part may have beside this measure, though else a measure has them."""
    counted = metric in _THINGS or metric == "other:members"
    return (*(_FEES if metric == "revenue" else ()), *(() if counted else ("会员", "客户", "用户")))


def _held(scene: Scene, found: str | None, metric: str) -> str | None:
    """What other rules hold for the part, as a name; None where it is none."""
    if found in (None, "其他", "other"):
        return found
    name = _clean(found, simplify(found), _allowed(metric))
    if name is not None:
        return scene.names.resolve(name)
    return found if scene.names.is_known(found) and not _NO_NAME.fullmatch(simplify(found)) else None


def read_head(scene: Scene, at: int, role: str) -> Head:
    """What the clauses between the amount before and amount `at` name, the nearest first."""
    metric, unknown = False, None
    for place in reversed(list(_clauses(scene, at))):
        words = _masked(scene, *place)
        if _FIRST.match(words) or _LAST.match(words):
            return Head(back="first" if _FIRST.match(words) else "last", metric=metric)
        name, named = _read(scene, words, place[0], role)
        if name is None and place[1] < scene.amounts[at].start:
            name = _topic(scene, words, place[0])
        if named and not metric:
            unknown = _unknown(scene, words, *place)
            name = name or (_part_of(scene, unknown, place[0], words) if unknown else None)
        if name is not None:
            return Head(name=name, metric=metric or named, unknown=unknown)
        if _WHOLE.search(words):
            return Head(whole=True, metric=metric or named, unknown=unknown)
        metric = metric or named
    return Head(metric=metric, unknown=unknown)


def _part_of(scene: Scene, unknown: str, start: int, words: str) -> str | None:
    """The part that opens the name of a measure no vocabulary knows: 甲项目可售货值."""
    found = _WITH_PART.fullmatch(unknown)
    if found is None:
        return None
    start += words.index(unknown)
    return _clean(fold(scene.text)[start : start + found.end(1)], found[1])


def _topic(scene: Scene, words: str, start: int) -> str | None:
    """The part that a clause without a figure comments on."""
    found = _TOPIC.match(words)
    if found is None or scene.names_within(start + found.start("name"), start + found.end("name"), amounts=False):
        return None
    return _clean(fold(scene.text)[start : start + found.end("name")], words[: found.end("name")])


def _unknown(scene: Scene, words: str, start: int, end: int) -> str | None:
    """The measure a clause ends with, where no vocabulary knows it."""
    if any(start <= m.start and m.end <= end for m in scene.metrics):
        return None
    found = _NAME.fullmatch(words)
    measure = found is not None and _MEASURE.search(found["name"])
    return found["name"] if found and measure and len(found["name"]) > 2 else None


def _clauses(scene: Scene, at: int) -> Iterator[tuple[int, int]]:
    start, end = scene.gap_before(at)
    for match in _CLAUSES.finditer(scene.folded, start, end):
        first = match.start()
        if (
            first == start
            and at
            and (joined := cue(r"[^、和及与]{0,6}[、和及与]").match(scene.folded, first, match.end()))
        ):
            first = joined.end()
        elif first == start and at and scene.folded[start - 1] not in "，,；;：:。（(":
            continue  # 41座溫控倉庫，比一年前多3座: the rest of what was counted before
        if first < match.end():
            yield first, match.end()


def _masked(scene: Scene, start: int, end: int) -> str:
    """The words with blanks for the periods among them."""
    words = list(scene.folded[start:end])
    for period in scene.periods:
        for place in range(max(start, period.start), min(end, period.end)):
            words[place - start] = " "
    return "".join(words)


def _read(scene: Scene, words: str, start: int, role: str) -> tuple[str | None, bool]:
    """The part that a clause names, and whether it names a metric."""
    shared = _SHARE.search(words) if role in ("share", "base", "level") else None
    if shared is not None and role == "share":
        words = words[: shared.start()]
    end = start + len(words.rstrip())
    named = [m for m in scene.metrics if start <= m.start and m.end <= end and m.name not in _THINGS]
    if named and (shared is None or named[-1].end <= end):
        metric = named[-1]
        return (
            _clean(
                fold(scene.text)[start : metric.start],
                words[: metric.start - start],
                _FEES if metric.name == "revenue" else (),
            )
            or _bare(scene, words[metric.end - start :], metric.end, role)
        ), True
    measured = any(start <= m.start and m.end <= end for m in scene.metrics) or _MEASURED.search(words) is not None
    return _bare(scene, words, start, role), measured


def _bare(scene: Scene, words: str, start: int, role: str) -> str | None:
    """A name that says nothing but itself before its amount."""
    if _BARE.fullmatch(words) or (words.endswith("的") and role != "share"):
        return None
    lead = _LEAD.match(words)
    first = start + (lead.end() if lead else 0)
    for mention in scene.segments:
        if mention.start == first and mention.end <= start + len(words):
            longer = _NAME.fullmatch(words)
            if longer is not None and longer.end("name") > mention.end - start and _PART.search(longer["name"]):
                break  # 手机镜头 is no 手机
            return _clean(mention.name, simplify(mention.name)) or mention.name
    found = _NAME.fullmatch(words)
    if found is None:
        return None
    end = found.end("name")
    end += words[end : end + 1] in tuple('》」』”"')
    counted = [m for m in scene.metrics if m.name in _THINGS and m.end == start + end]
    if counted and role != "share":
        end = max(0, counted[-1].start - start)
    return _clean(
        fold(scene.text)[start : start + end], words[:end], ("会员", "客户", "用户") if role == "share" else ()
    )


def _clean(printed: str, words: str, allowed: tuple[str, ...] = ()) -> str | None:
    """The name that simplified words are, without what leads up to it or follows it, as `printed`.

    `allowed` ends names that would else be those of measures: 租金收入, 管理费收入.
    """
    if quoted := _QUOTED.search(words):
        return printed[slice(*quoted.span("marked" if quoted["marked"] else "name"))]
    lead = _LEAD.match(words)
    first = lead.end() if lead else 0
    tail = _TAIL.search(words, first)
    last = tail.start() if tail else len(words)
    if "的" in words[first:last]:
        first += words[first:last].rindex("的") + 1
    if words.startswith("来自", first):
        first += 2
    if last - first == 1 and words.startswith(("业务", "板块", "部门"), last):
        last += 2  # 云业务: too short a name without its noun
    if told := cue(r"(.{2,}?)是").match(words, first, last):
        last = told.end(1)  # 刻蚀是大头
    name = words[first:last]
    plain = _NO_NAME.fullmatch(name) and not (name.endswith(allowed) and name not in ("客户", "用户"))
    return None if not 2 <= len(name) <= 16 or plain else printed[first:last]
