"""Words that narrow a metric without being a known segment: "gaming revenue", "revenue from leasing", 会员服务营收."""

from __future__ import annotations

import re

from ..text import fold
from .metrics import Mention
from .scenes import Scene, cue

# What may stand before a metric without narrowing it. Everything else that looks like a noun or adjective narrows.
_PLAIN = frozenset(
    """a an the our its their his her this that these those your my and or but of in for to from with by on at as than
    while where when which whose if since total overall net gross consolidated company company's companys group group's
    quarterly annual annually monthly daily full year half first second third fourth quarter quarter's fiscal q1 q2 q3 q4
    1q 2q 3q 4q reported record strong higher lower better solid robust healthy good great current previous prior last
    next same expected estimated adjusted non-gaap gaap core underlying organic reported-currency aggregate combined
    approximately about around nearly over more less up down is are was were be been has have had will would should can
    could may might do did does not also only still now then year-over-year yoy sequential sequentially average basic
    diluted incremental additional actual unaudited audited preliminary resulting such any so although though because if once after before until since even
    expects expect expected sees see saw shows show posts brings brought makes made keeps kept takes took gives gave gets
    got puts put leaves left holds held comes came goes went says said believes believe means reaches hits delivers
    generates records achieves totals includes remains represents contributes drives drove here there it we they you i all both each every no some
    other's meanwhile however further again therefore thereby particularly excluding including versus vs against between
    per our's top-line unit units double-digit end every close single-digit recognized generated delivered achieved recorded posted""".split()
)
# Nouns in -ing and -ed that do narrow; other words so ended are verbs ("delivering revenue", "increased revenue").
_BEFORE_VERBS = frozenset("to we i you they will would can could should may might must not also cannot who".split())
_NOUNS_LIKE_VERBS = frozenset(
    """advertising marketing gaming licensing trading lending banking shipping processing packaging mining printing
    streaming hosting consulting outsourcing manufacturing engineering training learning networking computing building
    clothing housing financing leasing catering ticketing broadcasting publishing drilling farming fishing managed branded
    embedded integrated unlimited related""".split()
)
_WORD = re.compile(r"([A-Za-z][\w&'\-]*)\s+$")
_AFTER = re.compile(
    r"\s+(?:from|for|of|in|at|within|outside|excluding|ex)\s+(?:(?:our|the|its"
    r"|their)\s+)?((?:[A-Za-z][\w&'\-]*\s+){0,4}?[A-Za-z][\w&'\-]*)"
    r"(?=\s+(?:was|were|is|are|has|have|had|increased|decreased|grew|rose|fell|declined|reached|came|totaled|totalled|"
    r"improved|remained|amounted|represented|accounted|will|would|also|again|generated)\b|\s*[,;:(]|\s*$)"
)
_HAN_RUN = re.compile(r"([\u4e00-\u9fffA-Za-z0-9&\-]{1,10})$")
_HAN_PLAIN = re.compile(
    r"^(?:.*(?:的|了|是|为|及|与|和|或|而|在|对|使|但|其|其中|至于|关于|随着|若|以|将|并|因|有|后|前|总|净|公司|集团|我们|本公司|整体|合并|录得|实现|达成|贡献|带来|创造|产生|"
    r"取得|获得|创下|季|季度|年|年度|半年|月|期|同期|单季|当季|本季|全年|平均|约|增加|减少|提升|推动|带动|致|令|营业|主营|来自|预计|预期|由于|随着|"
    r"成长|增长|下降|确认|累计|美元|人民币|实际|调整|非|各部门|各业务|各地区|各分部|部门别|底|末|以及|每|按|计|其|单位)|[0-9.,%]*|每.*|第[一二三四五六]|(?:主要|各|本|该"
    r"|此|上述)[\u4e00-\u9fff]{0,3})$"
)

# 强劲的营收, 较高的毛利率: what 的 joins to a metric may praise it instead of narrowing it.
_HAN_ADJECTIVE = re.compile(
    r"^.*(?:强劲|稳健|稳定|良好|健康|可观|亮眼|优异|不错|理想|创纪录|新高|整体|所有|全部|这样|同样|相同|相应|持续|主要|更|较|最|很|[高低大小多少好快慢新旧强弱]|[我你他它这那此该]"
    r"|其|点|中|上|下|里|内|外|间)$"
)


def find_qualifier(scene: Scene, metric: Mention) -> str | None:
    """The words that narrow `metric`, lower-cased; None where it stands plainly. Periods never narrow."""
    if scene.rules.code == "zh":
        return _han_qualifier(scene, metric)
    words = _word_before(scene, metric) or _phrase_after(scene, metric)
    return scene.names.resolve(words) if words else None


def _word_before(scene: Scene, metric: Mention) -> str | None:
    words: list[str] = []
    at = metric.start
    while len(words) < 3 and (found := _WORD.search(scene.folded[:at])):
        word = found[1].lower()
        if _is_plain(word) or _is_taken(scene, found.start(1)):
            break
        words.insert(0, word)
        at = found.start(1)
    if words and (stop := _WORD.search(scene.folded[:at])) and stop[1].lower() in _BEFORE_VERBS:
        # "we also mention net retention": the word after "we" or "to" is a verb.
        words.pop(0)
    return " ".join(words) or None


def _is_taken(scene: Scene, at: int) -> bool:
    """Whether the word at `at` belongs to a period or an amount."""
    return scene.names_within(at, at + 1, metrics=False)


def _is_plain(word: str) -> bool:
    if word in _PLAIN or word.endswith(("-adjusted", "-neutral", "-currency", "-over-year", "-on-year")):
        return True
    if word in _NOUNS_LIKE_VERBS:
        return False
    return word.endswith(("ing", "ed", "ly", "'s")) and "-" not in word


def _phrase_after(scene: Scene, metric: Mention) -> str | None:
    found = _AFTER.match(scene.folded, metric.end)
    if found is None or scene.names_within(found.start(1), found.end(1), metrics=False):
        return None
    phrase = found[1].lower()
    plain = cue(
        r"(?:the )?(?:first|second|third|fourth|full|fiscal|same|prior|previous|last|current|this"
        r"|reported)?\s*(?:quarter|year|period|half|company|group|month)s?"
        r"|(?:the )?(?:end|beginning|start|course|rest|balance)(?: of.*)?|.*\b(?:tonnes?|tons?|kilomet(?:er"
        r"|re)s?|units|dollars|yuan|euros|hours|percentage points?|volume|value)|(?:constant|local|reported"
        r"|real|us|absolute|nominal|general|fact|total|aggregate|particular|cash|value|line|part)\b.*"
        r"|(?:january|february|march|april|may|june|july|august|september|october|november|december).*"
    )
    return None if plain.fullmatch(phrase) else phrase


def _han_qualifier(scene: Scene, metric: Mention) -> str | None:
    found = _HAN_RUN.search(scene.folded[: metric.start])
    if found is None or scene.names_within(found.start(1), metric.start, metrics=False):
        return None
    end = found.end(1) - found[1].endswith("的")
    start = found.start(1) + 2 * found[1].startswith(("其中", "包括"))
    run = scene.folded[start:end]
    if len(run) < 2 or _HAN_PLAIN.match(run) or (end < found.end(1) and _HAN_ADJECTIVE.match(run)):
        return None
    return scene.names.resolve(fold(scene.text)[start:end])
