"""Whose: the segment of a metric, by name where the company has named it, else by the words that qualify the metric.

A figure with an unknown qualifier ("membership revenue", 会员服务营收) is nobody's total: its qualifier is its segment.
"""

from __future__ import annotations

import re

from ..text import fold, simplify
from .metrics import Mention
from .qualifiers import find_qualifier
from .scenes import Scene, cue
from .spots import Role
from .subjects import LIST_WORDS, ZH_NO_SUBJECT, bare, find_subject


def pick_segment(scene: Scene, at: int, metric: Mention, role: Role) -> str | None:
    """The segment of `metric` as the value of amount `at`; None for the whole company."""
    if role.role == "share":
        return _sharer(scene, at)
    amount = scene.amounts[at]
    goes_on = at and role.role == "level" and metric.end <= amount.start
    if goes_on and (listed := listed_segment(scene, at)) is not None:
        return listed
    linked = _LINKED.match(scene.folded[metric.end : metric.end + 40])
    if linked and (named := _linked_segment(scene, metric.end + linked.end())):
        return named
    total = cue(r"\b(?:total|overall|consolidated|group)\b|总|合并|整体").match(scene.folded[metric.start : metric.end])
    if total and amount.kind != "percent":
        # "Total revenues for streaming were ..." are not the company's.
        return find_qualifier(scene, metric) if linked and scene.rules.code == "en" else None
    glued = [m for m in scene.segments if m.end <= metric.start and _is_glue(scene.folded[m.end : metric.start])]
    if glued:
        return _whole_name(scene, glued[-1])
    told = _opened_with(scene, metric) or beside(scene, at)
    if told is not None and metric.end <= amount.start:
        return told
    qualifier = find_qualifier(scene, metric)
    if qualifier is not None:
        return qualifier
    if scene.rules.code == "zh" and (headed := _heading(scene, at, metric)):
        return headed
    if metric.start >= amount.end:
        return segment_before(scene, at)
    if (repeated := _said_before(scene, metric)) is not None:
        return repeated
    if (subject := find_subject(scene, at, since=metric.end)) is not None:
        return subject
    return segment_before(scene, at, since=_clause_start(scene, metric.start))


def _sharer(scene: Scene, at: int) -> str | None:
    """Whose share amount `at` is; of what is left of a whole (其余21%为电脑) the name behind it."""
    listed = listed_segment(scene, at) if at else None
    if scene.rules.code == "zh" and cue(scene.rules.rest).search(scene.before(at)):
        return beside(scene, at) or "其他"
    subject = share_subject(scene, at) if scene.rules.code == "zh" else None
    return listed or subject or joined_segments(scene, at) or share_subject(scene, at)


def _opened_with(scene: Scene, metric: Mention) -> str | None:
    """ "In Cold Drinks, order intake rose": what a sentence opens with."""
    for mention in scene.segments:
        between = scene.folded[mention.end : metric.start]
        if mention.end <= metric.start and _THEN.fullmatch(between) and _OPENS.search(scene.folded, 0, mention.start):
            return mention.name
    return None


_OPENS = cue(r"(?:^|[.;]\s|,? (?:and|while|but)\s)(?:In|For|At|Within)\s(?:the |our )?\Z")
_THEN = cue(r"(?: (?:segment|business|division|unit|market))?,\s(?:the |our )?(?:net |total |quarterly )?")
_LINKED = cue(r"^\s*(?:generated\s+|growth\s+|increase\s+)?(?:from|for|of|in)\s+(?:(?:our|the|its|entire)\s+)*")
_VERB = cue(r"[,，.;。；]|\b(?:was|were|is|are|increased|decreased|grew|rose|fell|declined|reached|contributed)\b")


def _linked_segment(scene: Scene, start: int) -> str | None:
    """The segment after "revenue from": the one named right there, else the last one before the verb."""
    if exact := [m.name for m in scene.segments if m.start == start]:
        return exact[0]
    reach = _VERB.search(scene.folded, start)
    limit = min(reach.start() if reach else len(scene.folded), start + 90)
    named = [m for m in scene.segments if start <= m.start and m.end <= limit]
    return named[-1].name if named else None


def _said_before(scene: Scene, metric: Mention) -> str | None:
    """ "X revenue, as I said, the revenue increased": a metric named again is that of the segment it was named with."""
    if not scene.folded[: metric.start].endswith("the ") or any(a.end <= metric.start for a in scene.amounts):
        return None
    for earlier in scene.metrics:
        if earlier.end <= metric.start and earlier.name == metric.name:
            glued = [
                m for m in scene.segments if m.end <= earlier.start and _is_glue(scene.folded[m.end : earlier.start])
            ]
            if glued:
                return glued[-1].name
    return None


def _whole_name(scene: Scene, mention: Mention) -> str:
    """A capitalised word before a known name goes with it: "Acme Activewear sales" are not all activewear sales."""
    found = re.search(r"(?<=[a-z,;] )([A-Z][a-z][\w&'\-]*) $", scene.folded[: mention.start])
    if found is None or scene.rules.code != "en" or mention.name.isupper():
        return mention.name
    return f"{found[1].lower()} {mention.name}"


def _heading(scene: Scene, at: int, metric: Mention) -> str | None:
    """The segment that heads a clause before the amount; in Chinese it stays the topic of the clauses after it."""
    limit = scene.amounts[at].start
    for mention in reversed(scene.segments):
        if mention.end <= limit and cue(r"(?:^|[，,；;：:。、]|其中|而|至于|关于)\W*$").search(
            scene.folded[: mention.start]
        ):
            between = scene.folded[mention.end : limit]
            return (
                None if cue(r"公司整体|集团整体|全公司|总(?:营收|收入)(?!的?[0-9约])").search(between) else mention.name
            )
    return None


def beside(scene: Scene, at: int) -> str | None:
    """`30% in Cold Drinks, 14% in Snacks`: the segment named right after the amount."""
    start, limit = scene.gap_after(at)
    if scene.rules.code == "zh":
        source = cue(r"(?:来自于?|(?:则|均)?为)\s*([\u4e00-\u9fff]{2,8}?)(?:业务|市场|地区)?(?=[，,。；;、]|$)").match(
            scene.folded, start, limit
        )
        return scene.names.resolve(fold(scene.text)[slice(*source.span(1))]) if source else None
    away = cue(r"(overseas|abroad|domestically|at home)\b").match(scene.folded, start, limit)
    if away is not None:
        return away[1].lower()
    linked = cue(r"(?:(?:are|were|is|was) )?(?:in|for|at|from)\s+(?:(?:our|the)\s+)?").match(scene.folded, start)
    if linked is None:
        return None
    named = [m for m in scene.segments if m.start == linked.end() and m.end <= limit]
    return named[0].name if named else _unknown_place(scene, linked.end(), limit)


def _unknown_place(scene: Scene, start: int, limit: int) -> str | None:
    """`30% in medium-voltage drives`: words no document defines, but no period and no metric either."""
    found = cue(
        r"((?:[a-z][\w&'\-]*\s+){0,4}?[a-z][\w&'\-]*)(?=\s*(?:[,;:)]|\.(?!\w)|$)|\s+(?:and|from|compared|versus|against"
        r"|while|but)\b|\s*$)"
    ).match(scene.folded, start, limit)
    if found is None or scene.names_within(start, found.end(), amounts=False):
        return None
    words = found[1].lower()
    return (
        None
        if cue(
            r"(?:the )?(?:end|beginning|start|close|middle|turn|time|moment)(?: .*)?"
            r"|(?:(?:the )?(?:first|second|third|fourth|same|prior|previous)(?: .*)?|total|cash|all|fact"
            r"|.*\b(?:than|years?|months?|weeks?|days?)\b.*"
            r"|(?:addition|line|part|spite|view|light|terms|response|connection|accordance|case|favou?r|excess|return"
            r"|relation) (?:of|with|to|for)\b.*|addition|line|part|general|aggregate|constant currency.*"
            r"|local currency.*|real terms|[a-z]+ terms)"
        ).fullmatch(words)
        else words
    )


_LISTED = {
    "en": cue(
        r"(?:\s*(?:of|from) (?:\w+ ){0,4}\w+)?\s*(?:[,;)]\s*(?:and |while |with |but )?|and |while )(?:(?:that"
        r"|those) of |(?:from|in|for|at) )?(?:our |the )?((?:[\w&'\-]+ ){0,4}?[\w&'\-]+)(?: (?:was|were|at|of"
        r"|reached|contributed|for|with|took away|took|gave|gave back|added|lost|brought in|brought|cost(?: us)?))?\s*"
    ),
    "zh": cue(
        r"[\u4e00-\u9fff]?[，,、；;)\s]*[，,、；;)\s和及][其中而和及以]{0,2}[「『“\"]?([\u4e00-\u9fffA-Za-z&]{2,10}?)[」』”\"]?(?:业务|部门|板块)?(?:则|也|还|仍|只|仅)?(?:有|为|是|达|约|占|贡献)*\s*"
    ),
}


def listed_segment(scene: Scene, at: int) -> str | None:
    """The next name of a list of segments: "A was 3 million, B 2 million and C 1 million", A为3亿元，B2亿元."""
    found = _LISTED[scene.rules.code].fullmatch(scene.before(at))
    kinds = {scene.amounts[at].kind, scene.amounts[at - 1].kind}
    goes_on = scene.rules.code == "en" and any(a.kind == scene.amounts[at].kind for a in scene.amounts[: at - 1])
    if found is None or (len(kinds) > 1 and kinds != {"percent", "points"} and not goes_on):
        return None
    start = scene.gap_before(at)[0]
    place = start + found.start(1), start + found.end(1)
    if scene.names_within(*place) or place[1] - place[0] < 2:
        return None
    words = re.sub(r"(?:,? the (?:remaining|rest|other|balance))$", "", fold(scene.text)[place[0] : place[1]])
    moves = cue(rf"{scene.rules.up}|{scene.rules.down}|{scene.rules.cagr}|{scene.rules.base_before}").search(
        simplify(words)
    )
    plain = LIST_WORDS.search(words) if scene.rules.code == "en" else ZH_NO_SUBJECT.fullmatch(simplify(words))
    return None if moves or plain else scene.names.resolve(bare(words))


_SHARED = {
    "en": cue(
        r"(?:^|[,;:]\s*|\.\s+|\b(?:and|while"
        r"|where)\s+)(?:\[[^\]]{1,30}\]\s*)?((?:[\w&'\-]+\s+){1,6}?)(?:right now |now |also |already |still "
        r"|together |currently )?"
        r"(?:account(?:ed|s)? for|t(?:ook|akes)|ma[dk]e up|makes up|represent(?:ed|s)?|brought in|contribut(?:ed|es)"
        r"|constitut(?:ed|es)|compris(?:ed|es)|generated|suppl(?:ied|ies)|deliver(?:ed|s))\s+(?:[a-z]+\s+){0,3}$"
    ),
    "zh": cue(
        r"(?:^|[，,；;：:。]\s*)(?:其中|而|且)?\s*((?:[0-9]{1,3})?[\u4e00-\u9fffA-Za-z&]{2,16}?)(?:约|则|目前|合计|共|分别|已|仍)*(?:占|贡献)[^，,；;。]{0,14}$"
    ),
}  # fmt: skip


# "62% of which was light oil", "a third of them are leased"
_OF_WHICH = cue(
    r"\s*of (?:which|that|those|them|it|these|the total) (?:was|were|is|are) (?:in |from |for |the |our )*"
    r"((?:[\w&'\-]+ ?){1,4}?)"
    r"(?=[,.;]|\s+(?:and|where|which|while)\b|$)"
)
_COMES_FROM = cue(
    r"\s*of (?:our |the |its |total |net )*(?:revenues?|sales) (?:(?:is|was|are|were) (?:generated|derived|earned)"
    r"|comes?|came|derives?|originate[sd]?|stems?)\s+(?:from|in)\s+(?:our |the )?"
    r"((?:[\w&'\-]+ ?){1,4}?)(?=[,.;]|\s+(?:and|where|which|while)\b|$)"
)


def share_subject(scene: Scene, at: int) -> str | None:
    """Whose share is said: "The ten largest customers accounted for 23%", 前十大客户占营收的23%."""
    if source := _COMES_FROM.match(scene.after(at)) or _OF_WHICH.match(scene.after(at)):
        return scene.names.resolve(source[1])
    if cue(scene.rules.by_dimension).match(scene.folded) and (subject := find_subject(scene, at)):
        return subject
    found = _SHARED[scene.rules.code].search(scene.folded[: scene.amounts[at].start][-160:])
    if found is None:
        return None
    shift = max(0, scene.amounts[at].start - 160)
    words = fold(scene.text)[shift + found.start(1) : shift + found.end(1)].strip()
    words = _without_metric(scene, words, shift + found.start(1)) if scene.rules.code == "zh" else words
    if not words or cue(
        r"(?:and|or|but|so|also|then|it|this|that|these|they|which|we|and it|year|.*\b(?:revenues?|increase|decrease)"
        r"|.*\b(?:they|we|it|you|i|that|which|this)\b.*|(?:now|also|still|already|currently)(?: .*)?)"
    ).fullmatch(words):
        return None
    if any(
        p.start < shift + found.end(1) and shift + found.start(1) < p.end for p in scene.periods
    ) or _ZH_PLAIN_SHARE.fullmatch(simplify(words)):
        return None
    return scene.names.resolve(bare(words))


def _without_metric(scene: Scene, words: str, start: int) -> str:
    """中高档产品销量占比: the part is 中高档产品."""
    end = start + len(words)
    named = [m for m in scene.metrics if start < m.start and m.end == end]
    again = named and any(m.name == named[-1].name and m.start >= end for m in scene.metrics)
    named = named if again or scene.folded.startswith("占比", end) else []
    return words[: named[-1].start - start].removesuffix("的") if named else words


_ZH_PLAIN_SHARE = cue(
    r"(?:当中.*|超过|目前|[后前]者.*|其|它|这|那|同期|费用|收入|营收|公司|我们|此|该|两者|合计|毛利|利润|.*(?:年|季度?|月)|.*(?:我们|它|预期|预计|公司).*)"
)


def joined_segments(scene: Scene, at: int) -> str | None:
    """The segments whose share is said: "A solutions and B solutions made up 60% of revenue" is A+B."""
    before = [m for m in scene.segments if m.end <= scene.amounts[at].start and m.start >= scene.zone_of(at).start]
    since = scene.gap_before(at)[0]
    before = [m for m in before if m.start >= since] or before
    joined = before[-1:]
    for mention in reversed(before[:-1]):
        gap = scene.folded[mention.end : joined[0].start]
        if not cue(r"[^,.;，。；]{0,60}(?:\band\b|,|&|和|及|与|、)[^,.;，。；]{0,60}").fullmatch(gap):
            break
        joined.insert(0, mention)
    return "+".join(dict.fromkeys(m.name for m in joined)) or None


def _is_glue(gap: str) -> bool:
    return cue(
        r"\s*(?:solutions?|business(?:es)?|segments?|products?|services?|platforms?"
        r"|(?:solutions? )?business)?(?:'s?)?(?:\s*,?\s*the)?"
        r"(?:\s+(?:(?:first|second|third|fourth)[ -]quarter|q[1-4]|full[ -]year|quarterly|half[ -]year)(?:'s)?)?\s*"
        r"|\s*(?:业务|事业部?|部门|解决方案|产品|服务|板块|方面)?的?\s*|\s*[:：]\s*(?:our |the )?"
    ).fullmatch(gap) is not None  # fmt: skip


def _clause_start(scene: Scene, before: int) -> int:
    stops = [m.end() for m in re.finditer(r"[,，；;。]|\bwhile\b", scene.folded[:before])]
    return stops[-1] if stops else 0


def segment_before(scene: Scene, at: int, since: int | None = None) -> str | None:
    """The last segment named between `since` (or the zone's start) and the amount."""
    zone = scene.zone_of(at)
    start = max(zone.start, since if since is not None else 0)
    found = [m for m in scene.segments if start <= m.start and m.end <= scene.amounts[at].start]
    # 台湾与东南亚的服务: one of several that are spoken of together.
    return (
        found[-1].name
        if found and scene.folded[found[-1].start - 1 : found[-1].start] not in tuple("与和及、")
        else None
    )
