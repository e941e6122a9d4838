"""The named subject of the clause that an amount stands in: the part of the business that grew."""

from __future__ import annotations

import re

from ..languages.regions import is_region
from ..text import fold
from .metrics import Mention
from .scenes import Scene, cue

# "Southeast Asia brought in 318 million": who does it, where the sentence goes on about the last one's metric.
_SUBJECT = cue(
    r"(?:^|[,;]\s*|\.\s+|\b(?:and|while|but|where)\s+)(?:\[[^\]]{1,30}\]\s*)?(?:in |on |at )?((?:(?:the"
    r"|our)\s+)?[a-z][\w&'\-]*\s+(?:[\w&'\-]+\s+){0,4}?)"
    r"(?:,? (?:it|they|that) |, (?:our|the|its|still|now|which is)[^,;]{3,60}, )?"
    r"(?:was|were|is|are|brought|contributed|generated|delivered|grew|rose|fell"
    r"|declined|increased|decreased|reached|posted|made|took|came|accounted|added|had"
    r"|did)\b[^,;0-9]{0,40},?[^,;0-9]{0,16}$"
)


_PRONOUNS = cue(
    r"(?:yoy|qoq|y/y|q/q|we|it|this|that|these|they|i|our|the|which|he|she|there|in|on|at|for|of|by|as|if|so|and|but|to|year"
    r"|quarter|q[1-4]|revenues?|growth|total|you|what|who|all|both|each|the (?:figure|rate|number|rest"
    r"|remaining|same|company|group|total|increase|decrease|growth)|today|now|when)\b(?: \w+)?\s*$"
    r"|(?:we|it|this|that|they|i|which|if|when|while|as|because|since|although|there|you|of|for|by|with|during"
    r"|compared|today|now|excluding|including|based|on a|at the|in the (?:first|second|third|fourth|same"
    r"|quarter|year|prior|last))\b"
)


_ZH_SUBJECT = cue(
    r"(?:^|[，,；;：:。]\s*)(?:其中|而|至于)?\s*[「『“\"]?([\u4e00-\u9fffA-Za-z&]{2,10}?)[」』”\"]?(?:的)?(?:业务|部门|地区|市场"
    r"|板块)?(?:则|仍|约|也|还"
    r"|已)?(?:为|是|贡献|达到?|占|增长|成长|下降|减少|增加|实现|增至|降至)[^，,；;。0-9]{0,12}(?:[，,][^，,；;。0-9]{0,6})?$"
)


ZH_NO_SUBJECT = cue(
    r".*(?:我们|公司|目前|同期|去年|今年|本季|季度|年|月|这|那|它|其余|比重|率|额|数|同比|环比|合计|总计|增幅|降幅|均|分别|两者|第|之|相比|最|令|其(?!他)|区间|意味|中点|后者|前者).*|若.*|如.*"
)


# "with pumps up 10%, valves up 4%": a name that moves, without a verb.
_MOVING = cue(
    r"(?:[,;]\s*|\b(?:by|with|and|while|including)\s+)(?:our |the )?((?:(?!by\b|with\b"
    r"|and\b)[\w&'\-]+\s+){0,2}?[\w&'\-]+)\s+(?:up|down)\s+"
    r"(?:(?:about|approximately|nearly|over|roughly|some|around|another|by)\s+)?$"
)


# What is no part of a business but a measure of its own: "freight costs up 7%".
_MEASURED = cue(
    r"\b(?:costs?|expenses?|spend(?:ing)?|fees?|assets?|balances?|attendance|reservations?|rates?|volumes?|days"
    r"|prices?|pacing|yields?|traffic"
    r"|admissions|units?|visits?|transactions?|was|were|is|are|be|been|also|again|now|levels?|shipments?"
    r"|inflows?|outflows?|bits?|sales|[a-z]+ing|ma[dk]es?|came|went|ended|closed|finished|picked|moved|ticked"
    r"|edged|crept|added)$|\b(?:was|were|is|are)\b"
)


# "On to Field Service, which grew 5%"
_WHICH = cue(
    r"([\w&'\-]+(?:\s+[\w&'\-]+){0,3}),? which (?:also )?(?:grew|rose|fell|declined|increased|decreased|was up"
    r"|was down|contributed|represented|accounted)\b[^,;]{0,24}$"
)


def _moving_name(scene: Scene, at: int) -> str | None:
    """The name right before "up" or "which grew", where it is no metric, period or pronoun."""
    if scene.rules.code != "en" or scene.amounts[at].kind != "percent":
        return None
    start = scene.gap_before(at)[0]
    words = scene.folded[start : scene.amounts[at].start]
    if found := _WHICH.search(words):
        known = [m for m in scene.segments if start + found.start(1) <= m.start and m.end <= start + found.end(1)]
        return (
            known[-1].name if known and known[-1].end == start + found.end(1) else _capitals(scene, start, found.end(1))
        )
    found = _MOVING.search(words)
    if (
        found is None
        or _PRONOUNS.match(found[1] + " ")
        or _MEASURED.search(found[1])
        or scene.names_within(start + found.start(1), start + found.end(1))
    ):
        return None
    return scene.names.resolve(bare(found[1]))


def moves_itself(scene: Scene, at: int) -> bool:
    """Whether a name is told to have moved by so much: "On to Cloud, which grew 5%"."""
    return _moving_name(scene, at) is not None


def _capitals(scene: Scene, start: int, end: int) -> str | None:
    """The capitalised run of words that ends there ("Field Service")."""
    run = re.search(r"(?:[A-Z][\w&'\-]*\s+(?:and |& )?)*[A-Z][\w&'\-]*$", fold(scene.text)[start : start + end])
    if run is None or scene.names_within(start + run.start(), start + run.end()) or _PRONOUNS.match(run[0] + " "):
        return None
    return scene.names.resolve(bare(run[0]))


def find_subject(scene: Scene, at: int, since: int = 0) -> str | None:
    """The named subject of the clause that holds amount `at`; None for pronouns, periods and metrics."""
    han = scene.rules.code == "zh"
    if since == 0 and (moving := _moving_name(scene, at)) is not None:
        return moving
    start = max(0, scene.amounts[at].start - 160)
    head = scene.folded[start : scene.amounts[at].start]
    found = (_ZH_SUBJECT if han else _SUBJECT).search(head)
    if (
        found is None
        or not found[1].strip()
        or (ZH_NO_SUBJECT.fullmatch(found[1]) if han else _PRONOUNS.match(found[1]))
    ):
        return None
    place = start + found.start(1), start + found.end(1)
    if place[0] < since:
        return None
    known = [m for m in scene.segments if m.start < place[1] and place[0] < m.end]
    if known:
        return known[-1].name if han or _is_all(scene.folded[slice(*place)], known[-1], place[0]) else None
    if scene.names_within(*place):
        return None
    words = fold(scene.text)[place[0] : place[1]]
    if cue(scene.rules.by_dimension).match(scene.folded):
        return scene.names.resolve(bare(words))
    if (
        not han
        and not is_region(words)
        and not (
            (re.match(r"(?:the |our )?[A-Z]", words) and place[0])
            or scene.names.is_known(scene.names.resolve(bare(words)))
            or re.match(r"[A-Z][\w\-]* [A-Z]|(?:the |In the )", words)
        )
    ):
        return None
    return scene.names.resolve(bare(words))


_AROUND_A_NAME = cue(
    r"(?:the|our|its|in|on|at|for|and|but|whole|entire|total|combined|core|larger|smaller|new|overall|own|with"
    r"|respect|regard|to|\W)*"
)


_AFTER_A_NAME = cue(
    r"(?:\W|'s|business(?:es)?|segments?|divisions?|units?|operations|markets?|regions?|categor(?:y|ies)"
    r"|products?|services?|solutions?"
    r"|side|line|lines|portfolio|brands?|itself|alone|as a whole|also|again|still|then|and other(?: services)?"
    r"|part|group|team|franchise)*"
)


def _is_all(words: str, mention: Mention, start: int) -> bool:
    """Whether a subject is the part of the business itself: "footfall in our northern shops" is not "domestic"."""
    before, after = words[: max(0, mention.start - start)], words[mention.end - start :]
    return _AROUND_A_NAME.fullmatch(before) is not None and _AFTER_A_NAME.fullmatch(after) is not None


def is_of_other(scene: Scene, at: int, segment: str) -> bool:
    """Whether a noun of its own stands before the part's name: "footfall in our northern shops"."""
    named = [m for m in scene.segments if m.name == segment and m.end <= scene.amounts[at].start]
    if not named or scene.rules.code != "en":
        return False
    clause = re.split(r"[,;.:]\s|\b(?:and|while|but|that|as|because|with)\s", scene.folded[: named[-1].start])[-1]
    return cue(r"[a-z]{3,}\s+(?:at|in|of|for|from|within|across)\s+(?:our |the |its )?$").search(
        clause
    ) is not None and (
        cue(
            r"\b(?:growth|increase|decrease|decline|rise|drop|reduction|saw|see|business)\s+(?:at|in|of|for"
            r"|from|within|across)\s+(?:our |the |its )?$"
        ).search(clause)
        is None
    )


LIST_WORDS = cue(
    r"^(?:in|of|for|at|with|on)\b|\b(?:the|and|in|of|for|at|on)$|\b(?:or|above|below|ahead|compared|versus|vs"
    r"|from|to|than|after|against|over|about|around|nearly|approximately|it|this|that|which|representing|accounting|"
    r"represent(?:ed|s)|account(?:ed|s)|contributed|comprised|made|ending|ended|bringing|leaving|was|were|is|are|by|we|include[sd]?|exclude[sd]?|up|down|respectively|year|quarter|only|just|including|some|more|less|growth|total|a"
    r"|an|also|now|then|still|stands?|your|my|his|her|yoy|qoq|sequentially)\b"
)


def bare(words: str) -> str:
    """A name without the article before it and the general noun behind it."""
    return cue(r"^(?:the|our|its)\s+|\s+(?:it|they|that|we)$").sub("", words.strip())
