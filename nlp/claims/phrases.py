"""Names for what no vocabulary knows: the noun phrase beside an amount, as `other:<noun phrase>`."""

from __future__ import annotations

import re

from ..languages.late import late
from .scenes import Scene

NOTHING = "amount"  # the name of what nothing names
_WORD = late(r"[A-Za-z][A-Za-z0-9&'\-]*")
_EN_CLOSING = frozenset(
    """was were is are be been being stood stands came comes totaled totalled amounted reached rose fell grew increased
    decreased declined improved dropped lost hit passed topped exceeded
    crossed ran shed gained earned made meanwhile reaffirms reaffirmed
    shrank slipped missed beat narrowed widened
    numbered equalled equaled remained averaged climbed went moved took had has have
    will would to at of by from in on for with about around approximately nearly over almost roughly some only just up
    down than the a an and or now also still between more less cost we you they it which that as us our ended""".split()
)
# Verbs of saying, thinking and dealing, which are never what is measured, and how surely it is said.
_EN_SAYING = frozenset(
    """said say says forecast forecasts estimate estimates believe believes saying told tell tells think thinks
    thought expect expects expected see sees saw call calls called guess mean means meant know knows knew take
    takes get gets got give gives gave want wants put puts arrive arrives arrived lose loses lost do does did
    done make makes made let hear heard talk talked mention mentioned assume assumed model models let's maybe
    perhaps probably well much least most like something anything sort kind way look looking looks come came go
    goes went end ended keep keeps kept start starts started find found bring brings brought cut open opened
    close closed show shows showed use used leave leaves left set reach adjusted lowered raised approved
    signed return returns returned remember little bit exact figure reduced small smaller large larger year years
    ago last
    q1 q2 q3 q4 month months week weeks honestly basically roughly guidance""".split()
)
_CONTRACTED = late(r"(?:i|we|you|it|he|she|they|that|there|what|who)'[a-z]+|[a-z]+n't", re.IGNORECASE)
_EN_OPENING = frozenset(
    """the a an our its their this that these those we you they it i in on at of for from by with to and or but so as
    during while when where if because since although though also now today second first third quarter year""".split()
)
_ZH_CLOSING = late(
    r"(?:\s|则|仍|已|也|还|约|近|超过|逾|达到?|为|是|有|共|共有|现有|只有|的|由|自|从|至|到|较|比|同比|环比|大幅|小幅|略|将|会|增长|成长|增加|上升|提升|提高|上涨|下降"
    r"|减少|下滑|降低|改善|分别|合计|大约|目前|以)+$"
)
_ZH_OPENING = late(
    r"^.*(?:我们|本公司|公司|其中|目前|季末|期末|截至|方面|本季度?|我们的|的时候|因此|所以|此外|另外|不过|同时|并且|而且|第[一二三四]|至于)"
)


def noun_of(scene: Scene, at: int) -> str | None:
    """The counted noun of amount `at`; None for a bare measure word (个, 家)."""
    noun = scene.amounts[at].noun
    return None if noun in scene.rules.classifiers or noun in ("times", "fold", "倍") else noun


# "attendance at our northern parks was": the noun before the place, not the place.
_HEADED = late(
    r"^\W*(?:(?:and|but|while|as|that|the|our|its)\s+)*((?!(?:we|i|it|they|you|he|she|this|that|these|those|there)\b)"
    r"(?:[a-z][\w&'\-]*\s+){0,4}?[a-z][\w&'\-]*)\s+(?:at|in|on|for|across)\s+(?:our|the|its|all)\s+(?:[\w&'\-]+\s+){1,4}?"
    r"(?:was|were|is|are|rose|fell|grew|increased|decreased|declined|came|stood)\b[^,;]*$",
    re.IGNORECASE,
)
_BEING = late(r"\b(?:is|are|was|were)\s+[a-z]+ing\b(?=[^,;]*$)", re.IGNORECASE)


def name_what(words: str) -> str:
    """The noun phrase that ends a run of words, lower-cased: its verb and prepositions are left out."""
    if re.search(r"[\u4e00-\u9fff]", words):
        return _han_phrase(words)
    clause = re.split(r"[,;:.]\s", words.rstrip(" ,;:."))[-1]
    headed = _HEADED.search(clause)
    tokens = [match[0] for match in _WORD.finditer(headed[1] if headed else _BEING.sub("", clause))]
    while tokens and tokens[-1].lower() in _EN_CLOSING:
        tokens.pop()
    phrase: list[str] = []
    for token in reversed(tokens):
        stops = token.lower() in _EN_CLOSING and token.lower() not in ("of", "per", "and")
        if len(phrase) == 5 or (stops and phrase):
            break
        phrase.insert(0, token)
    while phrase and (
        phrase[0].lower() in (_EN_OPENING | _EN_SAYING | {"of", "and"}) or _CONTRACTED.fullmatch(phrase[0])
    ):
        phrase.pop(0)
    if all(word.lower() in _EN_SAYING | _EN_OPENING or _CONTRACTED.fullmatch(word) for word in phrase):
        phrase = []
    return " ".join(phrase).lower() or NOTHING


def _han_phrase(words: str) -> str:
    clause = re.split(r"[，,。；;：:、！？!?]", words.rstrip("，,。；;：: "))[-1]
    clause = _ZH_CLOSING.sub("", clause)
    clause = _ZH_OPENING.sub("", clause)
    runs = re.findall(r"[\u4e00-\u9fffA-Za-z&]+", clause)
    return runs[-1][-12:].lower() if runs else NOTHING


_RATE_NOUN = (
    r"(?:rates?|ratios?|margins?|shares?|index|scores?|costs?|prices?|fees?|balances?|spend(?:ing)?|yields?"
    r"|times?|income|"
    r"profits?|charges?|expenses?|tariffs?|returns?|losses|spreads?|multiples?|premiums?"
    r"|traffic|footfall|visits|check|spend|spent|hold|shrink(?:age)?|turns|mix|wages|inflation|impressions|clicks|sessions"
    r"|engagement|views|hours|minutes|reserves|recover(?:y|ies)|intensity|emissions|attendance|openings|incentives|discounts?"
    r"|leads|satisfaction|tenure|density|leakage|absence|productivity|throughput|mileage|duration|length|age|lapses|claims)"
)
_EN_RATE = late(
    rf"(?:^|[,;:]\s*|\.\s+|\b(?:that|while|and|where|but|with|as)\s+)(?:the |our |its "
    rf"|average )*((?:[\w&'\-]+ ){{0,5}}?{_RATE_NOUN}(?: (?:per|of|on) [\w\-]+(?: [\w\-]+)?)?)"
    r"(?:,[^,;]{1,40},)? (?:was|were|is|are|up|down|ran|running|stood|came|rose|fell|eased|grew|increased"
    r"|decreased|declined"
    r"|improved|dropped|climbed|averaged|remained|went|moved)\b[^,;]{0,40}$",
    re.IGNORECASE,
)
_ZH_RATE = late(
    r"(?:^|[，,；;：:。]\s*)((?:每|平均)?[\u4e00-\u9fffA-Za-z]{1,10}?(?:率|额|量|费用|费|租金|开支|投资|成本|价格?|比例|指数|时间|天数|利润|损失|收益|支出|分数"
    r"|评分))(?:则|也|仍|约|亦|又|同比|环比)*"
    r"(?:为|是|达|增长|成长|增加|上升|提升|提高|上涨|下降|减少|下滑|降低|降|升|由|从)[^，,；;。]{0,12}$"
)
_BARE = {
    "en": late(
        r"(?:^|[,;]|\b(?:and|is|was|be|means?|implies|imply|implying|representing|represents?|mean"
        r"|range))\s*(?:an?|the)?\s*(?:[a-z\-]+\s+)?(?:growth|increases?|decreases?|declines?|rise|drop"
        r"|improvement|reduction)\s+(?:of|by)\s+(?:[a-z]+\s+){0,3}$|^\W*on the\s+$",
        re.IGNORECASE,
    ),
    "zh": late(
        r"(?:意味着|相当于|即|就是|区间[^，。,]{0,6}|，)\s*(?:同比|环比|年|季)?(?:增长|成长|增|减|增加|减少|下降)(?:了|约|近|超过|大约|幅度为)*\s*$"
        r"|^\W*以[^，。,]{0,12}的?\s*$|(?:增幅|降幅|升幅|跌幅|涨幅|减幅)(?:为|达|约|有)*\s*$"
    ),
}


def unknown_rate(scene: Scene, at: int) -> str | None:
    """A rate, cost or the like that no vocabulary knows, as the subject of the clause of amount `at`."""
    start = scene.amounts[at - 1].end if at else 0
    found = (_EN_RATE if scene.rules.code == "en" else _ZH_RATE).search(scene.folded[start : scene.amounts[at].start])
    if found is None or any(m.start < start + found.end(1) and start + found.start(1) < m.end for m in scene.periods):
        return None
    return name_what(found[1])


def bare_change(scene: Scene, at: int) -> bool:
    """Whether a change (or a base) stands without a word of what moved: "which is growth of 8%"."""
    return _BARE[scene.rules.code].search(scene.before(at)) is not None
