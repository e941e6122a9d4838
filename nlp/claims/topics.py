"""Which part of the business a paragraph goes on about, where its sentences leave it unsaid."""

from __future__ import annotations

from ..text import simplify
from .scenes import Scene, cue

_TOPIC = {
    "en": cue(r"\W*(?:on|in|for|at|within|regarding)\s+(?:our\s+|the\s+)?((?:[\w&'\-]+\s*){1,5}),"),
    "zh": cue(r"\W*(?:至于|关于|在|而)?([\u4e00-\u9fffA-Za-z&]{2,10}?)(?:业务|部门|板块)?(?:方面|来说|来看)"),
}


def topic_segment(scene: Scene) -> str | None:
    """The segment a sentence announces: it is nothing but its name, or says "turning to X" or "on X," first."""
    if opened := _TOPIC[scene.rules.code].match(scene.folded):
        name = scene.names.resolve(cue(rf"\s+{scene.rules.segment_nouns}\s*$").sub("", opened[1]))
        if scene.names.is_known(name):
            return name
    for mention in scene.segments:
        around = scene.folded[: mention.start], scene.folded[mention.end :]
        if cue(r"\W*").fullmatch(around[0]) and cue(rf"(?:\s*{scene.rules.segment_nouns})?\W*").fullmatch(around[1]):
            return mention.name
        if cue(scene.rules.turning).search(around[0]):
            return mention.name
    return None


_LABEL = cue(r"\s*[:\uff1a]\s*")


def opens_line(text: str, start: int) -> bool:
    """Whether nothing but the mark of a list stands before `start` in its line."""
    return not text[text.rfind("\n", 0, start) + 1 : start].strip(" \t-*\u2022\u00b7")


def label_segment(scene: Scene) -> str | None:
    """The segment that a line is headed with: "Gaming: revenue rose to 31 million", 冷链业务：收入3.1亿元."""
    for mention in scene.segments[:1]:
        behind = cue(rf"(?:\s*{scene.rules.segment_nouns})?").match(scene.folded, mention.end)
        if cue(r"[^\w\u4e00-\u9fff]*").fullmatch(scene.folded[: mention.start]) and behind:
            return mention.name if _LABEL.match(scene.folded, behind.end()) else None
    return None


_OPENS = {
    "en": cue(
        r"\W*(?:(?:our|the|in|on|at|for|and|but|now|then|next|finally|(?:fir|la)st(?:ly)?|second(?:ly)?|third(?:ly)?|so|to"
        r"|as for|let me (?:start|begin) with|(?:begin|start)(?:ning|ing)? with|look(?:ing)? at|meanwhile|also"
        r"|(?:net )?(?:revenues?|sales|orders) (?:of|from|in))[\s,]+)*"
    ),
    "zh": cue(
        r"\W*(?:首先|其次|最后|然后|再看|先看|先说|先谈|先问|再说|至于|关于|而|此外|另外|接着|接下来|我们的?|看看?|是|就|在|[，,\s])*"
    ),
}
# Figures that a part of a business has as a company does: what its own words leave unsaid is the part spoken of.
OF_PARTS = frozenset(
    "revenue gross_profit gross_margin operating_income operating_margin ebita ebita_margin ebitda ebitda_margin "
    "volume price orders backlog bookings yield utilization capacity stores same_store_sales customers users arpu arr "
    "retention churn order_value gmv take_rate production lead_time market_share".split()
)

# Figures that a sentence about one part of the business goes on to tell of that part.
OF_THE_SAME = frozenset("volume price yield utilization same_store_sales lead_time order_value".split())


def opening_segment(scene: Scene) -> tuple[str, bool] | None:
    """The segment a sentence begins with, and whether it stands without a metric: "Servo systems had a hard quarter."

    "Gaming revenue was 31 million.", "Revenue of Gaming was 31 million." says of gaming what it has to say: "Revenue"
    after it is the company's.
    """
    for mention in scene.segments[:1]:
        if _OPENS[scene.rules.code].fullmatch(_without_periods(scene, mention.start)):
            told = (m.end <= mention.start or mention.end <= m.start <= mention.end + 12 for m in scene.metrics)
            return mention.name, not any(told)
    return None


def last_named(scene: Scene) -> str | None:
    """The one segment that a sentence names, if it gives no figures; what "it" and "there" then stand for."""
    names = dict.fromkeys(mention.name for mention in scene.segments)
    return next(iter(names)) if len(names) == 1 and not scene.amounts else None


def points_back(scene: Scene) -> bool:
    """Whether a sentence speaks by a pronoun of what the one before names: "It brought in", "We will begin there"."""
    return not scene.segments and cue(scene.rules.points_back).search(scene.folded) is not None


def opens_with(scene: Scene, name: str) -> bool:
    """Whether a sentence opens with a name that no document defines."""
    at = scene.folded.lower().find(simplify(name))
    return at >= 0 and _OPENS[scene.rules.code].fullmatch(_without_periods(scene, at)) is not None


def _without_periods(scene: Scene, end: int) -> str:
    """The words before `end`; in Chinese, where a period opens a sentence without a comma, without the periods."""
    if scene.rules.code != "zh":
        return scene.folded[:end]
    words, at = [], 0
    for period in scene.periods:
        if at <= period.start and period.end <= end:
            words.append(scene.folded[at : period.start])
            at = period.end
    return "".join((*words, scene.folded[at:end]))


_WHOLE = cue(r"\b(?:we|our|us|group|company|total|consolidated|overall|company-wide|firm-?wide|group-wide|combined)\b")
_NEW_CLAUSE = cue(r",? (?:and|but|while|whereas|with) |[;:] |, ")


def headed_by(scene: Scene, at: int, metric: str, place: tuple[int, int] | None) -> str | None:
    """The part that is the subject of the sentence of amount `at`: "X recorded a volume decline of 3%, and its margin".

    A figure of a later clause is the part's where "its" says so, or where the clause has no subject of its own.
    """
    opened = opening_segment(scene)
    if (
        opened is None
        or metric not in OF_PARTS
        or scene.rules.code != "en"
        or len({m.name for m in scene.segments}) > 1
    ):
        return None
    name, bare = opened
    end, until = scene.segments[0].end, scene.amounts[at].start if place is None else place[0]
    if until < end or _WHOLE.search(scene.folded, end, scene.amounts[at].start):
        return None
    clauses = list(_NEW_CLAUSE.finditer(scene.folded, end, until))
    own = cue(r"\b(?:its|their)\b").search(scene.folded, clauses[-1].end() if clauses else end, until)
    return name if own or (bare and not clauses) else None


_GOES_ON = {
    "en": cue(r"\W*(?:(?:and|but|so|its|their|average|blended|the|segment|divisional)\s+)*"),
    "zh": cue(r"\W*(?:其(?!中|他|余)|该(?:业务|部门|板块|品牌|地区|市场)|的|它)*"),
}


def goes_on_about(scene: Scene, metric: str, start: int, *, bare: bool) -> bool:
    """Whether a sentence opens with `metric`, named at `start`, as one goes on about the part just spoken of.

    `bare`: the part was named without a metric; else only "its" goes on about it.
    """
    if metric not in OF_PARTS or scene.segments:
        return False
    opening = scene.folded[:start]
    own = cue(r"\b(?:its|their)\b|其(?!中|他|余)|该").search(opening) is not None
    # "Segment profit was 31 million."
    own = own or cue(r"segment\b|分部|分类|板块").match(scene.folded, start) is not None
    same = metric in OF_THE_SAME
    return (bare or own or same) and _GOES_ON[scene.rules.code].fullmatch(opening) is not None
