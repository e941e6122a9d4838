"""Words that narrow a metric without being a known segment: "gaming revenue", "revenue from leasing", 会员服务营收."""

from __future__ import annotations

from ..languages.en.qualifiers import AFTER, BEFORE_VERBS, NOUNS_LIKE_VERBS, PLAIN
from ..languages.late import late
from ..languages.zh.qualifiers import HAN_ADJECTIVE, HAN_CUT, HAN_PLAIN
from ..text import fold
from .metrics import Mention
from .scenes import Scene, cue

_WORD = late(r"([A-Za-z][\w&'\-]*)\s+$")
_PRONOUN = late(r"(?:we|i|you|they|it|he|she|that|there|who|what)'")
_SPAN = late(r"(?:[a-z]+|[0-9]+)-(?:months?|quarters?|weeks?|years?|halfs?)|half-yearly|periods?|[0-9]{1,2}m")
_HAN_RUN = late(r"([\u4e00-\u9fffA-Za-z0-9&\-]{1,10})$")


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
        named = words and _is_capital(scene, found.start(1)) and _is_capital(scene, at)
        if (_is_plain(word) and not named) or _is_taken(scene, found.start(1)):
            break
        words.insert(0, word)
        at = found.start(1)
    if words and (stop := _WORD.search(scene.folded[:at])) and stop[1].lower() in BEFORE_VERBS:
        # "we also mention net retention": the word after "we" or "to" is a verb.
        words.pop(0)
    return " ".join(words) or None


def find_qualified(word: str) -> str | None:
    """The word, lower-cased, where it can narrow what follows; None for an article, a verb or a plain adjective."""
    return None if _is_plain(word.lower()) else word.lower()


def _is_capital(scene: Scene, at: int) -> bool:
    return scene.folded[at].isupper() and at > 0


def _is_taken(scene: Scene, at: int) -> bool:
    """Whether the word at `at` belongs to a period or an amount."""
    return scene.names_within(at, at + 1, metrics=False)


def _is_plain(word: str) -> bool:
    if (
        word in PLAIN
        or _PRONOUN.match(word)
        or _SPAN.fullmatch(word)
        or word.endswith(("-level", "-adjusted", "-neutral", "-currency", "-over-year", "-on-year"))
    ):
        return True
    if word in NOUNS_LIKE_VERBS:
        return False
    return word.endswith(("ing", "ed", "ly", "'s")) and "-" not in word


def _phrase_after(scene: Scene, metric: Mention) -> str | None:
    found = AFTER.match(scene.folded, metric.end)
    if found is None or scene.names_within(found.start(1), found.end(1), metrics=False):
        return None
    phrase = found[1].lower()
    plain = cue(
        r"(?:the )?(?:first|second|third|fourth|full|fiscal|same|prior|previous|last|current|this"
        r"|reported)?\s*(?:quarter|year|period|half|company|group|month|segment|business|division|unit)s?"
        r"|(?:the )?(?:first|last) (?:three|six|nine|twelve|[0-9]+) months"
        r"|(?:the )?(?:high|low|upper|lower) end|(?:the )?(?:system|portfolio|network|half|units)"
        r"|constant currenc(?:y|ies)|dollars"
        r"|(?:the )?(?:end|beginning|start|course|rest|balance)(?: of.*)?|.*\b(?:tonnes?|tons?|kilomet(?:er"
        r"|re)s?|units|dollars|yuan|euros|hours|percentage points?|volume|value)|(?:constant|local|reported"
        r"|real|us|absolute|nominal|general|fact|total|aggregate|particular|cash|value|line|part)\b.*"
        r"|(?:spite|light|line|view|excess|terms|response|addition|respect|place|time|advance|accordance|comparison|contrast)\b.*"
        r"|(?:acquired |other )*intangible.*|property.*|(?:the )?whole\b.*"
        r"|(?:january|february|march|april|may|june|july|august|september|october|november|december).*"
    )
    return None if plain.fullmatch(phrase) else phrase


def _han_qualifier(scene: Scene, metric: Mention) -> str | None:
    since = max((p.end for p in scene.periods if p.end <= metric.start), default=0)
    found = _HAN_RUN.search(scene.folded, since, metric.start)
    if found is None or scene.names_within(found.start(1), metric.start, metrics=False):
        return None
    end = found.end(1) - found[1].endswith("的")
    start = found.start(1) + 2 * found[1].startswith(("其中", "包括"))
    if cut := HAN_CUT.match(scene.folded, start, end):
        start = cut.end()
    end -= scene.folded[start:end].endswith("之")
    run = scene.folded[start:end]
    if run.endswith(("市场", "地区", "区域")) and len(run) > 3:
        run, end = run[:-2], end - 2
    if (
        len(run) < 2
        or run.endswith("层面")
        or HAN_PLAIN.match(run)
        or (end < found.end(1) and HAN_ADJECTIVE.match(run))
    ):
        return None
    return scene.names.resolve(fold(scene.text)[start:end])
