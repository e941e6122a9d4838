"""Mutants: documents with one error of a named class put in, which a careful reader of the set would catch.

Every class is a function from a claim and its text to the places it can be wrong at.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..records import Analysis, Claim, Sentence
from ..text import fold, simplify

_NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_EN_SCALES = {"thousand": "million", "million": "billion", "billion": "million"}
_ZH_SCALES = {"亿": "万", "億": "萬", "万": "亿", "萬": "億"}
_FEWEST = 3
Edit = tuple[int, int, str]  # start, end, what stands there now


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """A changed document: which claim, what stood there and what stands there now, as `text` of the document named.

    `at` is the offset of the change, which may be a word beside the claim.
    """

    error_class: str
    document_id: str
    claim: Claim
    text: str
    was: str
    now: str
    at: int


@dataclass(frozen=True, slots=True)
class Page:
    """A document side to be damaged: its text, the claims of one language worth a reader's while, and sentences."""

    text: str
    claims: Sequence[Claim]
    sentences: dict[str, Sentence]
    segments: Sequence[str]

    def sentence(self, claim: Claim) -> tuple[int, int]:
        """Where the claim's sentence stands; the claim alone when it has none."""
        row = self.sentences.get(claim.sentence_id or "")
        return (row.start, row.end) if row is not None else (claim.start, claim.end)


def page_of(analysis: Analysis, document_id: str, language: str) -> Page:
    """One side of an analysis, small counts left out: nobody ties "two regions"."""
    document = next(row for row in analysis.documents if row.id == document_id)
    claims = [row for row in analysis.claims if row.document_id == document_id and row.language == language]
    return Page(
        text=document.text,
        claims=[row for row in claims if _is_worth(row)],
        sentences={row.id: row for row in analysis.sentences if row.document_id == document_id},
        segments=_names(claims),
    )


def _names(claims: Sequence[Claim]) -> list[str]:
    """Names of segments that three claims and more are about: a name found once may be none."""
    counts = Counter(row.segment for row in claims if row.segment and "segment" in row.named and "+" not in row.segment)
    return sorted(name for name, count in counts.items() if count >= _FEWEST)


def _is_worth(claim: Claim) -> bool:
    value = claim.amount.value
    return not (claim.amount.kind == "count" and (value is None or abs(value) < 20))


def _digits(words: str, change: Callable[[str], str | None]) -> str | None:
    """`words` with its first number changed; None when the change does not apply."""
    found = _NUMBER.search(fold(words))
    changed = change(found[0]) if found else None
    if found is None or changed is None or changed == found[0]:
        return None
    if "," in found[0]:  # who drops a digit does not print "1,23.4"
        whole, dot, rest = changed.replace(",", "").partition(".")
        changed = f"{int(whole or 0):,}{dot}{rest}"
    return words[: found.start()] + changed + words[found.end() :]


def _transposed(number: str) -> str | None:
    places = [at for at, digit in enumerate(number) if digit.isdigit()]
    for left, right in pairwise(places):
        if number[left] != number[right] and not (left == 0 and number[right] == "0"):
            swapped = list(number)
            swapped[left], swapped[right] = number[right], number[left]
            return "".join(swapped)
    return None


def _dropped(number: str) -> str | None:
    digits = [at for at, digit in enumerate(number) if digit.isdigit()]
    if len(digits) < 3:
        return None
    at = digits[1]
    return (number[:at] + number[at + 1 :]).replace(",,", ",").rstrip(".").replace(",.", ".")


def _digit(number: str) -> str | None:
    at = next((at for at, digit in enumerate(number) if digit in "12345678"), None)
    return None if at is None else number[:at] + str(int(number[at]) + 1) + number[at + 1 :]


def _point(number: str) -> str | None:
    return number.replace(".", "") if "." in number and not number.startswith("0") else None


def _scaled(words: str) -> str | None:
    for old, new in _EN_SCALES.items():
        if re.search(rf"\b{old}\b", words):
            return re.sub(rf"\b{old}\b", new, words, count=1)
    for old, new in _ZH_SCALES.items():
        if old in words:
            return words.replace(old, new, 1)
    return None


_CURRENCIES = (
    ("US$", "HK$"),
    ("NT$", "US$"),
    ("RMB", "US$"),
    ("新台幣", "港幣"),
    ("新台币", "港币"),
    ("人民币", "港币"),
    ("人民幣", "港幣"),
    ("美元", "欧元"),
)


def _other_currency(words: str) -> str | None:
    for old, new in _CURRENCIES:
        if old in words:
            return words.replace(old, new, 1)
    return None


def _to_points(words: str) -> str | None:
    if not words.rstrip().endswith(("%", "％")):
        return None
    return re.sub(r"\s*[%％]", "个百分点" if _is_han(words) else " percentage points", words)


def _is_han(words: str) -> bool:
    return any("\u4e00" <= char <= "\u9fff" for char in words)


_WORDS: dict[str, Callable[[str], str | None]] = {
    "transposed": lambda words: _digits(words, _transposed),
    "dropped": lambda words: _digits(words, _dropped),
    "digit": lambda words: _digits(words, _digit),
    "point": lambda words: _digits(words, _point),
    "scale": _scaled,
    "currency": _other_currency,
    "points": _to_points,
}
_UP_DOWN = (
    ("increased", "decreased"), ("rose", "fell"), ("grew", "fell"), ("up ", "down "), ("increase", "decrease"),
    ("growth", "decline"), ("higher", "lower"), ("decreased", "increased"), ("fell", "rose"), ("declined", "rose"),
    ("down ", "up "), ("增长", "下降"), ("增長", "下降"), ("成長", "下降"), ("增加", "减少"), ("上升", "下降"),
    ("下降", "上升"), ("减少", "增加"), ("減少", "增加"), ("年增", "年減"), ("升", "降"),
)  # fmt: skip


def _in_words(name: str, wanted: Callable[[Claim], bool] = lambda claim: True) -> Callable[[Page, Claim], Edit | None]:
    """A class that changes the claim's own words."""

    def place(page: Page, claim: Claim) -> Edit | None:
        was = page.text[claim.start : claim.end]
        now = _WORDS[name](was) if wanted(claim) else None
        return (claim.start, claim.end, now) if now is not None and _really_changes(was, now) else None

    return place


def _turned(page: Page, claim: Claim) -> Edit | None:
    """The direction word nearest before a change, turned round."""
    if claim.role != "change" or claim.amount.kind == "count":
        return None
    start = max(page.sentence(claim)[0], claim.start - 30)
    before = page.text[start : claim.start]
    places = [(before.rfind(old), old, new) for old, new in _UP_DOWN if old in before]
    if not places:
        return None
    at, old, new = max(places)
    return start + at, start + at + len(old), new


_MAY_BE_LOST = frozenset(("net_income", "operating_income", "pretax_income", "eps"))
_LOSSES = (
    ("net loss", "net income"), ("operating loss", "operating income"), ("net income", "net loss"),
    ("operating income", "operating loss"), ("operating profit", "operating loss"), ("net profit", "net loss"),
    ("净亏损", "净利润"), ("净利润", "净亏损"), ("淨損", "淨利"), ("淨利", "淨損"), ("净利", "净损"),
)  # fmt: skip


_RATE_BEHIND = re.compile(r"(?:\s+margin|率|潤率|润率)")


def _sign(page: Page, claim: Claim) -> Edit | None:
    """A profit called a loss, or the other way round, in the clause of a level that is one.

    The word must be the level's own: "net profit margin", or the net profit before capital spending, is not.
    """
    if claim.role not in ("level", "base") or claim.amount.kind not in ("money", "per_share"):
        return None
    start = max(page.sentence(claim)[0], claim.start - 60)
    before = page.text[start : claim.start].lower()
    places = [(before.rfind(old), -len(old), old, new) for old, new in _LOSSES if old in before]
    if not places or claim.metric not in _MAY_BE_LOST:
        return None
    at, _, old, new = max(places)
    if _RATE_BEHIND.match(page.text, start + at + len(old)):
        return None
    return start + at, start + at + len(old), new


_QUARTERS_EN = ("first", "second", "third", "fourth")
_QUARTER_EN = re.compile(
    r"\b(first|second|third|fourth)(?=(?: fiscal)? (?:quarter|half))|(?<=Q)[1-4](?!\d)|(?<![\d.])[1-4](?=Q)"
    r"|\b20[0-9]{2}\b",
    re.IGNORECASE,
)
_QUARTER_ZH = re.compile(r"(?<=第)[一二三四1-4](?=季)|(?<=Q)[1-4](?!\d)|[上下](?=半年)|20[0-9]{2}(?=年)")


def _period(page: Page, claim: Claim) -> Edit | None:
    """The period word nearest to a claim whose sentence names its period, made another one."""
    if "period" not in claim.named or claim.role not in ("level", "base"):
        return None
    left, right = page.sentence(claim)
    pattern = _QUARTER_ZH if claim.language == "zh" else _QUARTER_EN
    others = [row.start for row in page.claims if left <= row.start < right]
    hits = [
        hit
        for hit in pattern.finditer(page.text, left, right)
        if not claim.start <= hit.start() < claim.end
        and not _is_anothers(hit.start(), claim, others)
        and _is_own_date(hit[0], claim)
    ]
    if not hits:
        return None
    hit = min(hits, key=lambda h: min(abs(h.end() - claim.start), abs(h.start() - claim.end)))
    half = page.text[hit.end() : hit.end() + 12].lower().lstrip().startswith(("half", "半年"))
    return hit.start(), hit.end(), _other_period(hit[0], half)


def _is_anothers(place: int, claim: Claim, others: Sequence[int]) -> bool:
    """Whether another amount stands between a word and the claim: then the word is hardly the claim's."""
    low, high = sorted((place, claim.start))
    return any(low < start < high for start in others)


def _is_own_date(word: str, claim: Claim) -> bool:
    """Whether a year is that of the claim: that of the figure behind it, "(2024: 6,118)", is not."""
    return len(word) != 4 or not word.isdigit() or word in (claim.period or "")


def _other_period(word: str, half: bool) -> str:
    if word.isdigit():
        return str(int(word) - 1) if len(word) == 4 else str(int(word) % 4 + 1)
    if word in "上下":
        return "下" if word == "上" else "上"
    names = "一二三四" if word in "一二三四" else _QUARTERS_EN
    now = names[(names.index(word.lower()) + 1) % (2 if half else 4)]
    return now.capitalize() if word[0].isupper() else now


def _segment(page: Page, claim: Claim) -> Edit | None:
    """A segment's name in the claim's sentence, made another segment's; only where it stands once."""
    if (
        claim.segment not in page.segments
        or claim.segment is None
        or "segment" not in claim.named
        or claim.restates
        or claim.role == "driver"
    ):
        return None
    left, right = page.sentence(claim)
    words = simplify(fold(page.text[left:right])).lower()
    others = [
        name for name in page.segments if name != claim.segment and name not in words and claim.segment not in name
    ]
    if words.count(claim.segment.lower()) != 1 or not others:
        return None
    at = left + words.index(claim.segment.lower())
    return at, at + len(claim.segment), others[len(page.text[:at]) % len(others)]


_TO, _BY = re.compile(r"\bto\s+\Z"), re.compile(r"\bby\s+\Z")
_BASE = re.compile(r"\b(?:compared with|compared to|from|versus|against)\s+\Z")
_ZH_ROLES = (
    (re.compile(r"(?<=[增减減升降少加长長])(?:至|到)\Z"), "了"),
    (re.compile(r"(?<=增加|减少|減少|下降|上升)了?\Z"), "至"),
    (re.compile(r"(?:去年同期|上年同期)[為为是]\Z"), "增加"),
    (re.compile(r"(?:相比|较|較)[^，,。0-9]{0,12}的?\Z"), "增加"),
)  # fmt: skip


def _role(page: Page, claim: Claim) -> Edit | None:
    """A level told as a change, a change as a level, or a base as an increase, the number kept."""
    if claim.role not in ("level", "base", "change") or claim.amount.kind not in ("money", "count", "percent"):
        return None
    if claim.role == "change" and claim.amount.kind == "percent":
        return None
    before = page.text[max(page.sentence(claim)[0], claim.start - 24) : claim.start]
    rules = _ZH_ROLES if claim.language == "zh" else ((_TO, "by "), (_BY, "to "), (_BASE, "an increase of "))
    hit = next(((found, now) for pattern, now in rules if (found := pattern.search(before))), None)
    return (claim.start - len(before) + hit[0].start(), claim.start, hit[1]) if hit else None


def _is_rate(claim: Claim) -> bool:
    return claim.role == "change" and claim.amount.kind == "percent"


def _is_part(claim: Claim) -> bool:
    return (
        claim.segment is not None and claim.role == "level" and claim.amount.kind == "money" and claim.restates is None
    )


def _is_converted(claim: Claim) -> bool:
    return claim.restates is not None and claim.amount.kind == "money"


CLASSES: dict[str, Callable[[Page, Claim], Edit | None]] = {
    "transposed": _in_words("transposed"),
    "dropped": _in_words("dropped"),
    "digit": _in_words("digit"),
    "point": _in_words("point"),
    "scale": _in_words("scale"),
    "currency": _in_words("currency"),
    "growth": _in_words("digit", _is_rate),
    "sum": _in_words("transposed", _is_part),
    "fx": _in_words("transposed", _is_converted),
    "direction": _turned,
    "sign": _sign,
    "points": _in_words("points"),
    "period": _period,
    "segment": _segment,
    "role": _role,
}
# The codes that name each kind of error; a find under another code is a find with a wrong label.
_VALUE = ("T02", "T03", "T04", "T05", "R02", "R03", "A")
NAMES: dict[str, tuple[str, ...]] = {
    "transposed": _VALUE,
    "dropped": _VALUE,
    "digit": _VALUE,
    "point": _VALUE,
    "scale": ("T03", "T02", "R02", "A"),
    "currency": ("T06", "R06", "A10", "A16"),
    "growth": ("T02", "T03", "R02", "A01", "A03", "A04", "A16"),
    "sum": _VALUE,
    "fx": ("A10", "T02", "T03", "R02", "A16"),
    "direction": ("T07", "T20", "A01", "A03", "R02", "R03"),
    "sign": ("T07", "T20", "R02", "R03", "A"),
    "points": ("T06", "R06", "A13", "A03"),
    "period": ("T11", "R03", "R02", "A"),
    "segment": ("T12", "R03", "R02", "A"),
    "role": ("T20", "T07", "A", "R"),
}


def make_mutants(page: Page, error_class: str) -> Iterator[Mutant]:
    """Every mutant of a class: one for each claim it applies to."""
    for claim in page.claims:
        edit = CLASSES[error_class](page, claim)
        if edit is not None:
            start, end, now = edit
            yield Mutant(
                error_class=error_class,
                document_id=claim.document_id,
                claim=claim,
                text=page.text[:start] + now + page.text[end:],
                was=page.text[start:end],
                now=now,
                at=start,
            )


def _really_changes(was: str, now: str) -> bool:
    """Not the same digits once more: swapping equal ones is no error."""
    old, new = (_NUMBER.search(fold(simplify(words))) for words in (was, now))
    return was != now and (
        old is None
        or new is None
        or old[0] != new[0]
        or was[old.end() :] != now[new.end() :]
        or was[: old.start()] != now[: new.start()]
    )
