"""Is this a name, and of whom: a person, a part in the call, a firm?"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ..languages.calls import CALL_RULES
from ..languages.late import late
from ..languages.zh.names import COMPOUND_SURNAMES, SURNAMES
from ..text import simplify
from .titles import FIRM_WORD, title_kind

# Words that are also names of people: one of them in a label does not speak against it.
_ALSO_NAMES = frozenset("page cash gross april may june august price case good next end here sharp long board".split())
_MONTHS = frozenset("april may june august".split())
_ALSO_LAST = frozenset("so to how sales well early no yes good".split())
_EN, _ZH = CALL_RULES["en"], CALL_RULES["zh"]
HAN = "\u3400-\u9fff"
_HONORIFIC = late(
    r"\b(?:Mr|Ms|Mrs|Miss|Dr|Prof|Sir|Hon|Rev)\.? |\bDipl\.-\w+\.? |\b(?:Ing|Mag|Dott|Eng|Lic|Mme)\. ", re.IGNORECASE
)
DEGREE = late(
    r",? (?:Jr\.?|Sr\.?|II|III|IV|CFA|CA\(SA\)|FCA|ACA|CPA|Ph\.?D\.?|M\.?D\.?|MBA|Esq\.?|J\.?D\.?)(?=[\s,]|\Z)"
)
_WORD = late(
    r"[A-ZÀ-ÞĀ-ɏ][\w'.-]*|(?:de|da|di|do|dos|du|van|von|der|den|del|della|la|le|bin|al|el|y|e|ter|ten|af|"
    r"mc|mac|st\.?|d'[A-Z]\w*|[a-z]'[A-Z]\w*)"
)
_NICK = late(r" ?[(\"'](?:[A-ZÀ-ÞĀ-ɏ][\w.-]{1,14})[)\"']")
_INITIAL = late(r"(?:[A-Z]\.?){1,3}")
_HAN_NAME = late(rf"[{HAN}]{{2,4}}|[{HAN}]{{1,6}}(?:·[{HAN}]{{1,8}}){{1,3}}|[{HAN}]{{1,3}}(?:总|先生|女士|小姐|博士)")
_MIXED = late(rf"[A-Z][a-z]+ (?P<last>[{HAN}])")  # Michelle 邱
# Letters that are not a letter with an accent: captions print "OSTBY" for Østby.
_PLAIN_LETTERS = str.maketrans("ıłøđðħŁØĐ", "ilodDhLOD".lower())
_ACCENT = late(r"[\u0300-\u036f]")
_POLITE = late(r"(?:先生|女士|小姐|博士)\Z")
ZH_FIRM = late(r"(?:证券|基金|资本|资管|资产|投资|银行|保险|信托|期货|国际|研究所|投顾|投信|控股|集团|公司)\Z")
_NUMBERED = late(
    r"(?:(?:unknown |unidentified )?speaker|spk|participant|voice|person|talker|发言人|说话人|讲者)"
    r"[ _#:-]*[0-9a-z]{1,3}",
    re.IGNORECASE,
)
_FIRM_END = late(
    r"\b(?:Inc|Corp|Corporation|LLC|LLP|Ltd|Limited|PLC|Company|Holdings?|Securities|Bancorp|Group|SE|AG|NV|N\.V|SA|S\.A|ASA|AB|Oyj|SpA|plc|GmbH|Co|KK)\b\.?\Z"
)


def without_accents(text: str) -> str:
    """Letters without their accents, in lower case: "Østby" as "ostby".

    >>> without_accents("Søren Öberg")
    'soren oberg'
    """
    return _ACCENT.sub("", unicodedata.normalize("NFD", text)).translate(_PLAIN_LETTERS).lower()


@lru_cache(maxsize=8192)
def name_key(name: str) -> str:
    """A name for comparing: lower case, no marks, accents or honorifics, no nickname in brackets.

    >>> name_key("Mr. Robert (Bob) A. Dorn, Jr.") == name_key("robert a dorn")
    True
    """
    bare = DEGREE.sub("", _NICK.sub("", _HONORIFIC.sub("", name.strip() + " ")))
    if not bare.isascii():  # captions and old systems print names without accents
        bare = _ACCENT.sub("", unicodedata.normalize("NFD", bare)).translate(_PLAIN_LETTERS)
    return " ".join(re.sub(r"[^\w' -]", " ", simplify(bare).replace("-", " ")).lower().split())


@lru_cache(maxsize=16384)
def generic_kind(text: str) -> str | None:
    """operator, unknown, analyst, executive or interpreter for a label that names a part in the call, else None."""
    bare = re.sub(r"\s+", " ", text.strip(" :.-*")).strip()
    if not bare or len(bare) > 60:
        return None
    plain = simplify(bare)
    for rules, word in ((_EN, bare.lower()), (_ZH, plain)):
        if rules.operator_labels.fullmatch(word):
            return "operator"
        if rules.interpreter_words.search(word) and len(word) <= 24 and not _names_first(bare):
            return "interpreter"
        for kind, pattern in (
            ("analyst", rules.analyst_labels),
            ("unknown", rules.unknown_labels),
            ("executive", rules.executive_labels),
        ):
            if pattern.fullmatch(word):
                return kind
    return None


def _names_first(bare: str) -> bool:
    """Whether a name stands before a part in the call: "Ada Lind, interpreter"."""
    name, comma, _ = bare.partition(", ")
    return bool(comma) and looks_like_name(name)


@lru_cache(maxsize=4096)
def is_numbered(name: str) -> bool:
    """Whether a label tells one speaker from another and names nobody: "Speaker 3", 发言人2."""
    return _NUMBERED.fullmatch(simplify(name)) is not None


@lru_cache(maxsize=16384)
def looks_like_name(text: str) -> bool:
    """Whether `text` can be a person's name: two to six capitalised words, one behind "Ms.", or two to four Han
    characters.

    >>> looks_like_name("Ada M. Lind"), looks_like_name("Net Sales"), looks_like_name("安·林")
    (True, False, True)
    """
    bare = DEGREE.sub("", _NICK.sub("", _HONORIFIC.sub("", text.strip() + " "))).strip()
    if not 2 <= len(bare) <= 60:
        return False
    plain = simplify(bare)
    if _HAN_NAME.fullmatch(plain):
        return not any(word in plain for word in _ZH.never_in_name)
    if (mixed := _MIXED.fullmatch(plain)) is not None:
        return mixed["last"] in SURNAMES
    words = bare.split(" ")
    polite = len(bare) > 1 and _HONORIFIC.match(text.strip()) is not None  # "Ms. Cheng", "Mr. van der Berg"
    if not (2 <= len(words) <= 6 or polite) or bare[-1] in ",;:?!" or any(char.isdigit() for char in bare):
        return False
    if bare.endswith(".") and len(words[-1]) > 3:
        return False
    small = words[0][:1].islower() and "'" not in words[0] and not polite
    if not all(_WORD.fullmatch(word) for word in words) or small:
        return False
    if _FIRM_END.search(bare):
        return False
    others = words[:-1] if words[-1].lower() in _ALSO_LAST else words
    never = [word for word in others if {word.lower(), word.lower().strip(".")} & _EN.never_in_name]
    months = words[0].lower() in _MONTHS and all(word.lower() in _ALSO_NAMES for word in never)  # "April Gross"
    if (len(never) > 1 and not months) or all(word in _EN.title_words for word in map(str.lower, words)):
        return False
    if any(word.lower() not in _ALSO_NAMES for word in never) or title_kind(words[0]):
        return False
    return any(len(word.strip(".")) > 1 for word in words)


def is_person(text: str) -> bool:
    """Whether `text` is a name and no word or firm of its length: in Chinese it begins with a family name."""
    plain = plain_name(simplify(text))
    if not looks_like_name(plain) or FIRM_WORD.search(text) or ZH_FIRM.search(plain):
        return False
    latin = re.match(rf"[{HAN}]", plain) is None
    short = plain[0] in SURNAMES and len(plain) < 4
    return latin or "·" in plain or short or plain[:2] in COMPOUND_SURNAMES or _POLITE.search(plain) is not None


def plain_name(name: str) -> str:
    """A whole name without 先生 or 女士; 李先生 stays."""
    bare = _POLITE.sub("", name)
    return bare if len(bare) > 1 and looks_like_name(bare) else name


def is_firm(text: str) -> bool:
    """Whether a name ends as firms do: "Orbel Marine Ltd."."""
    return _FIRM_END.search(text) is not None


def describes(text: str) -> bool:
    """Whether a word names a firm or an office and not a person, though it has the length of a name."""
    return title_kind(text) is not None or ZH_FIRM.search(simplify(text)) is not None


def is_any_name(text: str) -> bool:
    """Whether `text` has the form of a name, a lone first name or surname included."""
    return looks_like_name(text) or bool(
        re.fullmatch(r"[A-ZÀ-ÞĀ-ɏ][a-z]+(?: [A-ZÀ-ÞĀ-ɏ][a-z]+){0,2}", text) and text.lower() not in _EN.never_in_name
    )
