"""Lists that are told apart at their end: "A and B were 5% and 7%, respectively", A和B分别为5%和7%."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ..records import Claim
from .metrics import Mention
from .periods import PeriodMention
from .scenes import Scene, cue

_BETWEEN_AMOUNTS = r"\s*(?:\([^()]{0,40}\))?\s*(?:,|，|、|;)?\s*(?:and|及|和|以及|与|&)?\s*"
_BETWEEN_NAMES = r"[^.;。；]{0,40}?(?:,|，|、|and|及|和|与|&)[^.;。；]{0,40}?"


def distribute(scene: Scene, rows: Sequence[Claim]) -> list[Claim]:
    """Give each amount of a list its own metric, segment or period; `rows[i]` is the claim of amount `i`.

    A list goes in the order of the names before it where a word says so, and in the order of the amounts before it
    where it moves or compares as many as they are: "were A and B, compared with C and D". Lists of unequal length are
    left as they are.
    """
    result = list(rows)
    words = [match.start() for match in cue(scene.rules.respectively).finditer(scene.folded)]
    told = [group for word in words if len(group := _group(scene, word)) > 1]
    for group in told:
        given = (
            _by_names(scene, result, group)
            or _by_names_behind(scene, result, group)
            or _by_words(scene, result, group)
            or _by_amounts(scene, result, group)
        )
        result = given or _alike(list(_by_parts(result, group)), group)
    runs = _runs(scene, rows)
    for group in (run for run in runs if _is_told_of(scene, run) and run not in told):
        result = _by_names(scene, result, group) or result
    for group in runs:
        if group not in told and result[group[0]].role in ("base", "change"):
            result = _by_amounts(scene, result, group) or (
                _alike(list(result), group) if result[group[0]].role == "base" and _one_list(scene, group) else result
            )
    return result


def _one_list(scene: Scene, group: Sequence[int]) -> bool:
    """Whether the amounts are told in one breath, no semicolon between."""
    return not re.search("[;；]", scene.folded[scene.amounts[group[0]].end : scene.amounts[group[-1]].start])


def _by_names(scene: Scene, rows: list[Claim], group: list[int]) -> list[Claim] | None:
    kinds: tuple[Sequence[Mention] | Sequence[PeriodMention], ...] = (scene.metrics, scene.segments, scene.periods)
    for names in (*kinds, scene.earlier_metrics):
        chosen = list(names) if names is scene.earlier_metrics else _names(scene, names, group)
        if len(chosen) == len(group) and len({name_key(name) for name in chosen}) > 1:
            by_amount = dict(zip(group, chosen, strict=True))
            given = [_given(scene, row, by_amount.get(at)) for at, row in enumerate(rows)]
            return _alike(given, group)
    return None


def _by_names_behind(scene: Scene, rows: list[Claim], group: list[int]) -> list[Claim] | None:
    """ "growth of 17% and 12% for Japan and Spain, respectively"."""
    start, limit = scene.gap_after(group[-1])
    names = [m for m in scene.segments if start <= m.start < limit][: len(group)]
    if len(names) != len(group) or not cue(r"[^,;.]{0,30}\b(?:for|in|at|from)\s+(?:our |the )?").fullmatch(
        scene.folded[start : names[0].start]
    ):
        return None
    if any(not cue(_BETWEEN_NAMES).fullmatch(scene.folded[a.end : b.start]) for a, b in pairwise(names)):
        return None
    given = list(rows)
    for at, name in zip(group, names, strict=True):
        given[at] = _given(scene, rows[at], name)
    return _alike(given, group)


def _by_words(scene: Scene, rows: list[Claim], group: list[int]) -> list[Claim] | None:
    """ "Pumps and valves, seals and pipes accounted for 28%, 27% and 24%": names that no document defines."""
    found = cue(scene.rules.listed_names).search(scene.folded[: scene.amounts[group[0]].start])
    if found is None or scene.names_within(*found.span("names")):
        return None
    *parts, last = [part.strip() for part in found["names"].removesuffix(",").split(",")]
    parts += [last.removeprefix("and ")]
    if len(parts) == len(group) - 1 and parts[-1].count(" and ") == 1:
        parts[-1:] = parts[-1].split(" and ")
    if len(parts) != len(group) or any(len(part.split()) > 5 for part in parts):
        return None
    if all(len(part.split()) == 1 for part in parts[1:-1]) and len(parts) > 2 and parts[-1].endswith("s"):
        parts[-1] = " ".join(parts[-1].split()[:-1]) or parts[-1]  # "consumer and computing applications"
    result = list(rows)
    for at, part in zip(group, parts, strict=True):
        result[at] = replace(rows[at], segment=scene.names.resolve(part))
    return _alike(result, group)


def _by_parts(rows: list[Claim], group: list[int]) -> list[Claim]:
    """ "A及B收入分别为": one segment that is a list of as many parts as there are amounts."""
    named = {rows[at].segment for at in group}
    whole = named.pop() if len(named) == 1 else None
    parts = [part for part in re.split(r"\s*(?:[、,，]|及|以及|和|与|\band\b)\s*", whole or "") if part]
    if len(parts) != len(group) or len(parts) < 2:
        return rows
    result = list(rows)
    for at, part in zip(group, parts, strict=True):
        result[at] = replace(rows[at], segment=part)
    return result


def name_key(name: Mention | PeriodMention) -> str:
    """What tells two names of a list apart."""
    return name.period if isinstance(name, PeriodMention) else name.name


def _by_amounts(scene: Scene, rows: list[Claim], group: list[int]) -> list[Claim] | None:
    """The claims of a list follow those of the amounts before it, one by one."""
    own = [at for at in range(group[0]) if not scene.restates(at)][-len(group) :]
    if len(own) != len(group) or len({(rows[at].metric, rows[at].segment) for at in own}) == 1:
        return None
    kind = scene.amounts[own[0]].kind
    if any(scene.amounts[at].kind != kind for at in own) or rows[group[0]].role not in ("base", "change"):
        return None
    result = list(rows)
    for at, first in zip(group, own, strict=True):
        source = rows[first]
        result[at] = replace(
            rows[at], metric=source.metric, segment=source.segment, surface=source.surface, basis=source.basis,
            named=tuple(dict.fromkeys((*rows[at].named, *(n for n in source.named if n == "metric")))),
        )  # fmt: skip
    return _alike(result, group)


def _alike(rows: list[Claim], group: list[int]) -> list[Claim]:
    """The amounts of one list play the part of the first of them, in the period of the last."""
    first = rows[group[0]]
    periods = [rows[at].period for at in group if rows[at].period]
    shared = rows[group[-1]].role == "share" and first.role in ("level", "share")  # "31% and 28% of orders"
    for at in group:
        row = rows[at]
        if first.role in ("base", "change") and row.amount.kind == first.amount.kind:
            row = replace(row, role=first.role, direction=first.direction, comparator=first.comparator)
        if shared and row.amount.kind == first.amount.kind:
            row = replace(row, role="share", metric=rows[group[-1]].metric)
        if first.role == "base" and len(set(periods)) == 1:
            row = replace(row, period=periods[0])
        rows[at] = row
    return rows


def _is_told_of(scene: Scene, run: Sequence[int]) -> bool:
    """Whether a run of amounts stands behind its names and a verb: "X, Y and Z were 9, 5 and 7"."""
    if not scene.metrics and len(scene.earlier_metrics) == len(run) > 2:
        return cue(scene.rules.these_were).search(scene.before(run[0])) is not None
    for mentions in (scene.metrics, scene.segments):
        names = _names(scene, mentions, run)
        between = scene.folded[names[-1].end : scene.amounts[run[0]].start] if len(names) == len(run) else ""
        if between and cue(_TELLS).fullmatch(between) is not None:
            return True
    return False


_TELLS = (
    r"(?: expenses?| costs?| sales| revenues?)?(?:, which [^,;]{3,70})?,? "
    r"(?:were|came to|amounted to|totall?ed|stood at|of|at|grew|rose|fell|declined|increased|decreased|improved"
    r"|were (?:up|down)|contributed)(?: by)?(?: about| around)? |(?:各)?为"
)


def _runs(scene: Scene, rows: Sequence[Claim]) -> list[list[int]]:
    """Runs of amounts of one kind with nothing but commas and "and" between."""
    runs: list[list[int]] = []
    for at in range(1, len(rows)):
        gap = scene.folded[scene.gap_after(at - 1)[0] : scene.amounts[at].start]
        joined = scene.amounts[at].kind == scene.amounts[at - 1].kind and cue(_BETWEEN_AMOUNTS).fullmatch(gap)
        if joined and not scene.restates(at) and gap.strip(" )"):
            if runs and runs[-1][-1] == at - 1:
                runs[-1].append(at)
            else:
                runs.append([at - 1, at])
    return runs


def _group(scene: Scene, word: int) -> list[int]:
    """The amounts of the list: after the word in Chinese, before it in English."""
    own = [at for at in range(len(scene.amounts)) if not scene.restates(at)]
    if scene.rules.code == "zh":
        own = [at for at in own if scene.amounts[at].start >= word]
        group = own[:1]
        for at in own[1:]:
            if not cue(_BETWEEN_AMOUNTS).fullmatch(
                scene.folded[scene.amounts[group[-1]].end : scene.amounts[at].start]
            ):
                break
            group.append(at)
        return group
    own = [at for at in own if scene.amounts[at].end <= word and _close(scene, at, word)]
    group = own[-1:]
    for at in reversed(own[:-1]):
        gap = scene.folded[scene.gap_after(at)[0] : scene.amounts[group[0]].start]
        if not cue(_BETWEEN_AMOUNTS).fullmatch(gap):
            break
        group.insert(0, at)
    return group


def _close(scene: Scene, at: int, word: int) -> bool:
    """Whether no sentence or contrast lies between amount `at` and the word."""
    return cue(r";|\.\s").search(scene.folded, scene.amounts[at].end, word) is None


def _names(
    scene: Scene, names: Sequence[Mention] | Sequence[PeriodMention], group: Sequence[int]
) -> list[Mention | PeriodMention]:
    """The run of names before the list, as many as it has amounts, with nothing but commas and conjunctions between."""
    before = [name for name in names if name.end <= scene.amounts[group[0]].start][-len(group) :]
    for left, right in pairwise(before):
        if not cue(_BETWEEN_NAMES).fullmatch(scene.folded[left.end : right.start]):
            return []
    return list(before)


def _given(scene: Scene, row: Claim, name: Mention | PeriodMention | None) -> Claim:
    if name is None:
        return row
    if isinstance(name, PeriodMention):
        return replace(row, period=name.period)
    if name in scene.segments:
        return replace(row, segment=name.name)
    return replace(row, metric=name.name, surface=scene.text[name.start : name.end])
