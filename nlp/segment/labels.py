"""Speaker labels: who a line names, and what the words around the name say (title, firm)."""

from __future__ import annotations

import re
from functools import lru_cache

from ..languages.calls import CALL_RULES
from ..languages.late import late
from .label import Label
from .labels_zh import parse_chinese, who
from .names import DEGREE, HAN, describes, generic_kind, is_firm, is_person, looks_like_name
from .titles import FIRM_WORD, split_description, title_kind

_EN = CALL_RULES["en"]
_TAG = late(r"</?(?:b|i|u|p|em|strong|span|font|h[1-6])\b[^<>]{0,60}>", re.IGNORECASE)  # left over from a page
_KEYS = late(  # "Role: CFO"; "[Speaker:1]" is a label
    r"\b(?:Speaker|Name|Role|Title|Position|Company|Firm|Organi[sz]ation|Affiliation) ?: ?(?=[^\W\d_])"
)
_DECKED = late(
    r"\A(?:[•●○▪■◦➢▶►▷→◆◇※★☆][ \t]*|· )+|\A[\"“「『](?=[^\"”」』]{2,60}[\"”」』]\Z)|[\"”」』]\Z"
)  # what a page decks labels with
_ASKED = r"(?:(?:Follow-?up|Further|Next|Final|Last) )?(?:[Qq]uestion)(?: (?:No\.? ?)?[0-9]{1,3})?|Follow-?up"
_MARK = late(  # "Q - Ada Lind", "[A] Ada Lind", "Question Ada Lind"
    rf"(?:(?:[QA][0-9]{{0,2}}|{_ASKED}|Answer(?: [0-9]{{1,3}})?)(?: ?- ?|: ?|\) ?|\. | (?:from|by) )|"
    rf"(?:Question|Answer) (?=[A-ZÀ-ÞĀ-ɏ{HAN}])|\[[QA]\] ?)(?=\S)"
)
_PART = late(r"[\[【<]([^\]】>]{1,48})[\]】>] ?(?=\S)")  # 【提问】, in front of a label
_WORDS_OF_FIRM = late(r"[A-Z0-9À-ÞĀ-ɏ][\w&.'-]*(?: (?:&|and|of|the|[A-Z0-9À-ÞĀ-ɏ][\w&.'-]*)){0,5}")
_DIVIDERS = (r"\s+-{2,}\s*", r"\s+-\s+", r"\s*\|\s*", r"\s+/\s+")
_BRACKET = r"\s*\((?![A-Z][a-z]+\)\s)"
_SEPARATORS = (*_DIVIDERS[:3], r",\s+", _BRACKET, r"\s*\[", _DIVIDERS[3], r"\s*;\s*")


@lru_cache(maxsize=16384)
def parse_label(text: str) -> Label | None:
    """Read a folded speaker line, its mark and colon already taken off. None when it names nobody.

    >>> parse_label("Bo Tran -- Lakeside Bank -- Analyst")
    Label(name='Bo Tran', kind='person', title='Analyst', firm='Lakeside Bank', mark=None)
    """
    text = _TAG.sub("", text).strip().strip("*_").strip() if "<" in text else text.strip().strip("*_").strip()
    text = undecked(text)
    if not text or len(text) > 260:
        return None
    mark = None
    if _MARK.match(text) and generic_kind(text):  # "Question from the floor"
        return Label(name=who(text.strip(" :-")), kind=generic_kind(text) or "analyst")
    if (led := part_first(text)) is not None:
        return led
    marked = _MARK.match(text)
    if marked:
        mark, text = ("A" if marked[0].strip("[ ")[0] == "A" else "Q"), text[marked.end() :].strip()
    kind = generic_kind(text)
    if kind:
        return Label(name=who(text.strip(" :-")), kind=kind, mark=mark)
    if re.search(rf"[{HAN}]", text):
        return parse_chinese(text, mark)
    return _parse_latin(text, mark)


def part_first(text: str) -> Label | None:
    """ "[Question] Ada Lind", "[Chief Financial Officer] Ada Lind": part in the call, title or firm come first."""
    part = _PART.match(text)
    if part is None:
        return None
    rest = text[part.end() :]
    kind = generic_kind(part[1])
    found = parse_label(rest) if kind in ("analyst", "executive") else None
    if found is not None:
        return found._replace(mark="Q" if kind == "analyst" else "A")
    if not looks_like_name(rest) or kind is not None:
        return None
    if title_kind(part[1]):
        return Label(name=rest, title=part[1])
    named = is_person(rest) and not describes(rest) and _WORDS_OF_FIRM.fullmatch(part[1])
    return Label(name=rest, firm=part[1]) if named else None


def undecked(text: str) -> str:
    """A label without the bullet, the quotation marks or the keys ("Role: CFO") that a page puts to every one."""
    bare = _DECKED.sub("", text) if text[:1] in _DECKS else text
    if bare != text and text[-1] in _CLOSES and any(mark in bare for mark in _OPENS):  # ■网友“山海行”
        bare = bare.removesuffix(text[-1]) + text[-1]
    return _KEYS.sub("", bare).strip()


_OPENS, _CLOSES = '"“「『', '"”」』'
_DECKS = frozenset('•·●○▪■◦➢▶►▷→◆◇※★☆"“「『')


def _parse_latin(text: str, mark: str | None) -> Label | None:
    for separator in _SEPARATORS:
        parts = re.split(separator, text, maxsplit=1)
        if len(parts) < 2:
            continue
        name, rest = parts[0].strip(), parts[1].strip(" )]")
        kind = generic_kind(name)
        behind = separator in _DIVIDERS or separator == _BRACKET
        if (FIRM_WORD.search(name) or "&" in name) and is_person(rest) and not describes(rest) and behind:
            return Label(name=rest, firm=name, mark=mark)
        if kind in ("analyst", "executive", "unknown") and is_person(rest) and not describes(rest):
            return Label(name=rest, title=name if kind == "analyst" else None, mark={"analyst": "Q"}.get(kind, "A"))
        inside = _person_in(rest) if kind in ("analyst", "executive") else None
        if inside is not None:
            return inside._replace(mark="Q" if kind == "analyst" else "A")
        if separator in _DIVIDERS and title_kind(name) and is_person(rest) and not describes(rest):
            return Label(name=rest, title=name, mark=mark)
        if kind or looks_like_name(name):
            title, firm = split_description(rest)
            if firm and firm.islower() and firm.replace(" ", "").isalpha():  # "Ada Lind, overseas"
                title, firm = title or firm, None
            return Label(name=name, kind=kind or _office(rest) or "person", title=title, firm=firm, mark=mark)
        turned = _turned(name)
        if turned and separator in (*_DIVIDERS[:3], _SEPARATORS[4]):
            title, firm = split_description(rest)
            return Label(name=turned, title=title, firm=firm, mark=mark)
        if re.fullmatch(r"[A-ZÀ-ÞĀ-ɏ][a-z'-]+(?: [A-ZÀ-ÞĀ-ɏ]\.?)?", name) and generic_kind(rest):
            return Label(name=name, kind=generic_kind(rest) or "person", title=rest, mark=mark)
    if looks_like_name(text):
        return Label(name=text, mark=mark)
    return _separated_latin(text, mark) or _of_firm(text, mark) or _title_first(text, mark) or _office_alone(text, mark)


def _office_alone(text: str, mark: str | None) -> Label | None:
    """ "Chairman": who holds the office."""
    held = _EN.office_labels is not None and _EN.office_labels.fullmatch(text)
    return Label(name=text, kind="executive", title=text, mark=mark) if held else None


def _person_in(text: str) -> Label | None:
    """The person and the firm behind a part in the call: "Q1 (Lakeside Bank, Mr. Tran)"."""
    parts = [part for part in re.split(r"\s*[,;:/|]\s*", text) if part]
    named = [part for part in parts if is_person(part) and not describes(part)]
    if len(parts) != 2 or len(named) != 1:
        return None
    return Label(name=named[0], firm=next(part for part in parts if part is not named[0]))


def _title_first(text: str, mark: str | None) -> Label | None:
    """ "CFO Ada Lind", "Chairman, President & CEO Ada Lind"."""
    words = text.split(" ") if " -" not in text else []
    for cut in reversed(range(1, min(8, len(words) - 1))):
        head, name = " ".join(words[:cut]), " ".join(words[cut:])
        if not looks_like_name(name) or len(words) - cut > 4 or "," in words[cut - 1]:
            continue
        ends = words[cut - 1].lower() in _EN.title_words or title_kind(words[cut - 1])
        if ends and all(map(title_kind, head.split(", "))):
            return Label(name=name, title=head, mark=mark)
    return None


def _separated_latin(text: str, mark: str | None) -> Label | None:
    """ "Orbel Marine / Ada Lind / CFO", in any order: the one part that is a person, the others by what they say."""
    for separator in _DIVIDERS:
        parts = [part.strip() for part in re.split(separator, text)]
        named = [part for part in parts if is_person(part) and not describes(part)]
        if len(parts) != 3 or len(named) != 1 or not all(parts):
            continue
        titles = [part for part in parts if part is not named[0] and title_kind(part)]
        firm = next((part for part in parts if part is not named[0] and part not in titles), None)
        if titles or (firm and FIRM_WORD.search(firm)):
            return Label(name=named[0], title=", ".join(titles) or None, firm=firm, mark=mark)
    return None


_FROM = late(
    r"(?P<name>.{3,40}?) (?:from|of|with|at) "
    r"(?P<firm>(?:[A-Z][\w.&'-]*|and|&|of|the)(?: (?:[A-Z][\w.&'-]*|and|&|of|the)){0,5})"
)


def _of_firm(text: str, mark: str | None) -> Label | None:
    """ "Ada Lind from Orbel Marine": a person and a firm."""
    found = _FROM.fullmatch(text)
    if found is None or not looks_like_name(found["name"]) or title_kind(found["name"]):
        return None
    firm = FIRM_WORD.search(found["firm"]) or is_firm(found["firm"]) or " " in found["firm"]
    return Label(name=found["name"], firm=found["firm"], mark=mark) if firm else None


def _turned(name: str) -> str | None:
    """ "Lind, Ada M." as "Ada M. Lind"."""
    last, comma, first = name.partition(", ")
    whole = f"{first} {last}"
    if not comma or looks_like_name(last) or title_kind(first) or FIRM_WORD.search(name) or not looks_like_name(whole):
        return None
    return whole if len(first.split(" ")) <= 2 and DEGREE.fullmatch(first) is None else None


def _office(text: str) -> str | None:
    """operator or interpreter where a description says it of a named person: "Dora (Operator)"."""
    kind = generic_kind(text)
    return kind if kind in ("operator", "interpreter") else None
