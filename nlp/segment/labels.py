"""Speaker labels: is this a name, and what do the words around it say (title, firm)?"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

from ..languages.calls import CALL_RULES
from ..languages.zh.names import COMPOUND_SURNAMES, SURNAMES
from ..text import simplify
from .titles import FIRM_WORD, split_description, title_kind

# Words that are also names of people: one of them in a label does not speak against it.
_ALSO_NAMES = frozenset("page cash gross april may june august price case good next end here sharp long board".split())
_EN, _ZH = CALL_RULES["en"], CALL_RULES["zh"]
_HAN = "\u3400-\u9fff"
_HONORIFIC = re.compile(r"(?:Mr|Ms|Mrs|Miss|Dr|Prof|Sir|Hon|Rev)\.? ", re.IGNORECASE)
_DEGREE = re.compile(r",? (?:Jr\.?|Sr\.?|II|III|IV|CFA|CPA|Ph\.?D\.?|M\.?D\.?|MBA|Esq\.?|J\.?D\.?)(?=[\s,]|\Z)")
_WORD = re.compile(
    r"[A-ZÀ-ÞĀ-ɏ][\w'.-]*|(?:de|da|di|do|dos|du|van|von|der|den|del|della|la|le|bin|al|el|y|e|ter|ten|af|"
    r"mc|mac|st\.?|d'[A-Z]\w*|[a-z]'[A-Z]\w*)"
)
_NICK = re.compile(r" ?[(\"'](?:[A-ZÀ-ÞĀ-ɏ][\w.-]{1,14})[)\"']")
_INITIAL = re.compile(r"(?:[A-Z]\.?){1,3}")
_HAN_NAME = re.compile(
    rf"[{_HAN}]{{2,4}}|[{_HAN}]{{1,6}}(?:·[{_HAN}]{{1,8}}){{1,3}}|[{_HAN}]{{1,3}}(?:总|先生|女士|小姐|博士)"
)
_TAG = re.compile(r"</?(?:b|i|u|p|em|strong|span|font|h[1-6])\b[^<>]{0,60}>", re.IGNORECASE)  # left over from a page
_SPEAKS = re.compile(r"\s*(?:发言|發言|讲话|講話)\Z")
_KEYS = re.compile(  # "Role: CFO"; "[Speaker:1]" is a label
    r"\b(?:Speaker|Name|Role|Title|Position|Company|Firm|Organi[sz]ation|Affiliation) ?: ?(?=[^\W\d_])"
)  # "Role: CFO"
_DECKED = re.compile(
    r"\A(?:[•●○▪■◦➢▶►▷→◆◇※★☆][ \t]*)+|\A[\"“「『](?=[^\"”」』]{2,60}[\"”」』]\Z)|[\"”」』]\Z"
)  # what a page decks labels with
_PART = re.compile(r"[\[【<]([^\]】>]{1,48})[\]】>] ?(?=\S)")  # 【提问】, in front of a label
# Letters that are not a letter with an accent: captions print "OSTBY" for Østby.
_PLAIN_LETTERS = str.maketrans("ıłøđðħŁØĐ", "ilodDhLOD".lower())
_ACCENT = re.compile(r"[\u0300-\u036f]")
_POLITE = re.compile(r"(?:先生|女士|小姐|博士)\Z")
_QUOTE = re.compile(r"[(\[][^()\[\]]*[0-9][^()\[\]]*[)\]]")  # a share price that a portal puts behind a firm's name
_DIVIDERS = (r"\s+-{2,}\s*", r"\s+-\s+", r"\s*\|\s*", r"\s+/\s+")
_SEPARATORS = (*_DIVIDERS[:3], r",\s+", r"\s*\((?![A-Z][a-z]+\)\s)", r"\s*\[", _DIVIDERS[3], r"\s*;\s*")
_ZH_FIRM = re.compile(r"(?:证券|基金|资本|资管|资产|投资|银行|保险|信托|期货|国际|研究所|投顾|投信|控股|集团|公司)\Z")
_FIRM_THEN_NAME = re.compile(
    rf"(?P<firm>[{_HAN}A-Za-z]{{1,12}}?(?:证券|證券|基金|资本|資本|资管|資管|资产|資產|投资|投資|银行|銀行|保险|保險|信托|信託|期货|国际|國際))的?(?P<name>[{_HAN}]{{2,5}})"
)
_ASKS = re.compile(r"\s*(?:(?<=[\s)])(?:问|問|答)|提问|提問|发问|發問|回答|答复|答覆)\Z")
_LATIN_NAME = r"[A-ZÀ-ÞĀ-ɏ][A-Za-zÀ-ɏ'.-]*(?: [A-Za-zÀ-ɏ'.-]+){0,4}"
_BOTH_NAMES = re.compile(
    rf"(?P<latin>{_LATIN_NAME})[ /,]*\(?(?P<han>[{_HAN}·]{{2,12}})\)?|"
    rf"(?P<first>[{_HAN}·]{{2,12}})[ /,]*\(?(?P<second>{_LATIN_NAME})\)?"
)
_FIRM_END = re.compile(
    r"\b(?:Inc|Corp|Corporation|LLC|LLP|Ltd|Limited|PLC|Company|Holdings?|Securities|Bancorp|Group|SE|AG|NV|N\.V|SA|S\.A|ASA|AB|Oyj|SpA|plc|GmbH|Co|KK)\b\.?\Z"
)
_ZH_TITLE = re.compile(
    rf"(?:联席|高级|执行|副|常务|助理|代理|资深|集团|首席)*(?:首席[{_HAN}]{{2,4}}官|分析师|分析员|研究员|研究主管|行政总裁|财务总裁|营运总裁|董事长|董事会秘书|董秘|财务总监|财务长|执行长|"
    rf"营运长|总裁|总经理|投资者关系(?:总监|经理|负责人|主管|部)?|证券事务代表|副总裁|创始人|主席|财务负责人|总会计师|总监|基金经理|投资经理|"
    rf"CEO|CFO|COO|CTO|IR)(?:[兼及、/和](?:首席[{_HAN}]{{2,4}}官|董事长|总裁|总经理|执行董事|财务总监|董事会秘书|创始人))*"
)


@dataclass(frozen=True, slots=True)
class Label:
    """Who a speaker line names. `kind`: person, operator, interpreter, analyst, executive, unknown (a label that names
    nobody); `name` as printed; `title` and `firm` where the line gives them; `mark` is Q or A where the line has one.
    """

    name: str
    kind: str = "person"
    title: str | None = None
    firm: str | None = None
    mark: str | None = None

    @property
    def key(self) -> str:
        """The name for comparing."""
        return name_key(self.name)


@lru_cache(maxsize=8192)
def name_key(name: str) -> str:
    """A name for comparing: lower case, no marks, accents or honorifics, no nickname in brackets.

    >>> name_key("Mr. Robert (Bob) A. Dorn, Jr.") == name_key("robert a dorn")
    True
    """
    bare = _DEGREE.sub("", _NICK.sub("", _HONORIFIC.sub("", name.strip() + " ")))
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
        if rules.interpreter_words.search(word) and len(word) <= 24:
            return "interpreter"
        for kind, pattern in (
            ("analyst", rules.analyst_labels),
            ("unknown", rules.unknown_labels),
            ("executive", rules.executive_labels),
        ):
            if pattern.fullmatch(word):
                return kind
    return None


@lru_cache(maxsize=16384)
def looks_like_name(text: str) -> bool:
    """Whether `text` can be a person's name: two to six capitalised words, one behind "Ms.", or two to four Han
    characters.

    >>> looks_like_name("Ada M. Lind"), looks_like_name("Net Sales"), looks_like_name("安·林")
    (True, False, True)
    """
    bare = _DEGREE.sub("", _NICK.sub("", _HONORIFIC.sub("", text.strip() + " "))).strip()
    if not 2 <= len(bare) <= 60:
        return False
    plain = simplify(bare)
    if _HAN_NAME.fullmatch(plain):
        return not any(word in plain for word in _ZH.never_in_name)
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
    never = [word for word in words if {word.lower(), word.lower().strip(".")} & _EN.never_in_name]
    if len(never) > 1 or any(word.lower() not in _ALSO_NAMES for word in never) or title_kind(words[0]):
        return False
    return any(len(word.strip(".")) > 1 for word in words)


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
    if (led := _part_first(text)) is not None:
        return led
    marked = re.match(
        r"(?:([QA][0-9]{0,2}|Question|Answer)(?: ?- ?|: ?|\) ?|\. | (?:from|by) )|\[(Q|A)\] ?)(?=\S)", text
    )
    if marked:
        mark, text = (marked[1] or marked[2])[0], text[marked.end() :].strip()
    kind = generic_kind(text)
    if kind:
        return Label(name=text.strip(" :-"), kind=kind, mark=mark)
    if re.search(rf"[{_HAN}]", text):
        return _parse_chinese(text, mark)
    return _parse_latin(text, mark)


def _part_first(text: str) -> Label | None:
    """ "[Question] Ada Lind", "[Chief Financial Officer] Ada Lind": the part in the call or the title comes first."""
    part = _PART.match(text)
    if part is None:
        return None
    rest = text[part.end() :]
    kind = generic_kind(part[1])
    found = parse_label(rest) if kind in ("analyst", "executive") else None
    if found is not None:
        return replace(found, mark="Q" if kind == "analyst" else "A")
    return Label(name=rest, title=part[1]) if title_kind(part[1]) and looks_like_name(rest) else None


def undecked(text: str) -> str:
    """A label without the bullet, the quotation marks or the keys ("Role: CFO") that a page puts to every one."""
    bare = _DECKED.sub("", text) if text[:1] in _DECKS else text
    return _KEYS.sub("", bare).strip()


_DECKS = frozenset('•●○▪■◦➢▶►▷→◆◇※★☆"“「『')


def _parse_latin(text: str, mark: str | None) -> Label | None:
    for separator in _SEPARATORS:
        parts = re.split(separator, text, maxsplit=1)
        if len(parts) < 2:
            continue
        name, rest = parts[0].strip(), parts[1].strip(" )]")
        kind = generic_kind(name)
        if FIRM_WORD.search(name) and is_person(rest) and not _describes(rest) and separator in _DIVIDERS:
            return Label(name=rest, firm=name, mark=mark)
        if kind in ("analyst", "executive", "unknown") and is_person(rest) and not _describes(rest):
            return Label(name=rest, title=name if kind == "analyst" else None, mark={"analyst": "Q"}.get(kind, "A"))
        if separator in _DIVIDERS and title_kind(name) and is_person(rest) and not _describes(rest):
            return Label(name=rest, title=name, mark=mark)
        if kind or looks_like_name(name):
            title, firm = split_description(rest)
            return Label(name=name, kind=kind or _office(rest) or "person", title=title, firm=firm, mark=mark)
        turned = _turned(name)
        if turned and separator in (*_DIVIDERS[:3], _SEPARATORS[4]):
            title, firm = split_description(rest)
            return Label(name=turned, title=title, firm=firm, mark=mark)
        if re.fullmatch(r"[A-ZÀ-ÞĀ-ɏ][a-z'-]+(?: [A-ZÀ-ÞĀ-ɏ]\.?)?", name) and generic_kind(rest):
            return Label(name=name, kind=generic_kind(rest) or "person", title=rest, mark=mark)
    if looks_like_name(text):
        return Label(name=text, mark=mark)
    return _separated_latin(text, mark) or _of_firm(text, mark) or _title_first(text, mark)


def _title_first(text: str, mark: str | None) -> Label | None:
    """ "CFO Ada Lind"."""
    words = text.split(" ")
    for cut in reversed(range(1, min(6, len(words) - 1))):
        if "," in text or " -" in text:
            break
        head, name = " ".join(words[:cut]), " ".join(words[cut:])
        if looks_like_name(name) and len(words) - cut <= 4 and title_kind(head):
            return Label(name=name, title=head, mark=mark)
    return None


def _separated_latin(text: str, mark: str | None) -> Label | None:
    """ "Orbel Marine / Ada Lind / CFO", in any order: the one part that is a person, the others by what they say."""
    for separator in _DIVIDERS:
        parts = [part.strip() for part in re.split(separator, text)]
        named = [part for part in parts if is_person(part) and not _describes(part)]
        if len(parts) != 3 or len(named) != 1 or not all(parts):
            continue
        titles = [part for part in parts if part is not named[0] and title_kind(part)]
        firm = next((part for part in parts if part is not named[0] and part not in titles), None)
        if titles or (firm and FIRM_WORD.search(firm)):
            return Label(name=named[0], title=", ".join(titles) or None, firm=firm, mark=mark)
    return None


_FROM = re.compile(
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
    return whole if len(first.split(" ")) <= 2 and _DEGREE.fullmatch(first) is None else None


def _office(text: str) -> str | None:
    """operator or interpreter where a description says it of a named person: "Dora (Operator)"."""
    kind = generic_kind(text)
    return kind if kind in ("operator", "interpreter") else None


def _parse_chinese(text: str, mark: str | None) -> Label | None:
    bare = _SPEAKS.sub("", _QUOTE.sub("", text).strip())
    if generic_kind(bare):
        return Label(name=bare, kind=generic_kind(bare) or "person", mark=mark)
    asks = _ASKS.search(bare)
    if asks and len(bare) - len(asks[0]) > 1:  # 海港证券 李明 问
        found = _parse_chinese(bare[: asks.start()], "A" if "答" in asks[0] else "Q")
        if found is not None and found.kind == "person":
            return found
    both = both_names(bare, mark)
    if both is not None:
        return both
    separated = _separated_chinese(bare, mark)
    if separated is not None:
        return separated
    dashed = re.split(r"\s+-{1,2}\s+", bare, maxsplit=1)
    if len(dashed) == 2 and (_is_any_name(dashed[0]) or generic_kind(dashed[0])):
        title, firm = split_description(dashed[1])
        return Label(name=dashed[0], kind=generic_kind(dashed[0]) or "person", title=title, firm=firm, mark=mark)
    return (
        _bracketed_chinese(bare, mark)
        or _titled_chinese(bare, mark)
        or _in_any_order(bare, mark)
        or _two_word_chinese(bare, mark)
    )


def _separated_chinese(bare: str, mark: str | None) -> Label | None:
    """樊亦舟 / 分析师 / 云汀证券, in any order: the one part that is a person's name, the others by what they say."""
    for separator in (r"\s*[/|]\s*|\s+-+\s+|-{2,}", r"\s*,\s*", r"\s*·\s*"):
        parts = [part for part in re.split(separator, bare) if part]
        named = [part for part in parts if is_person(part) and not _describes(part)]
        if "·" in separator and not all(part in named or _describes(part) for part in parts):
            continue  # 安·林 is a name
        if not 2 <= len(parts) <= 5 or len(named) != 1 or any(len(part) > 40 for part in parts):
            continue
        rest = [piece for part in parts if part is not named[0] for piece in re.split(r"\s*,\s*", part)]
        titles = [part for part in rest if title_kind(part) and not _ZH_FIRM.search(simplify(part))]
        firm = ", ".join(part for part in rest if part not in titles)
        return Label(name=_plain_name(named[0]), title=", ".join(titles) or None, firm=firm or None, mark=mark)
    return None


def is_person(text: str) -> bool:
    """Whether `text` is a name and no word or firm of its length: in Chinese it begins with a family name."""
    plain = _plain_name(simplify(text))
    if not looks_like_name(plain) or FIRM_WORD.search(text) or _ZH_FIRM.search(plain):
        return False
    latin = re.match(rf"[{_HAN}]", plain) is None
    return latin or "·" in plain or plain[0] in SURNAMES or plain[:2] in COMPOUND_SURNAMES


def _plain_name(name: str) -> str:
    """A whole name without 先生 or 女士; 李先生 stays."""
    bare = _POLITE.sub("", name)
    return bare if len(bare) > 1 and looks_like_name(bare) else name


def _bracketed_chinese(bare: str, mark: str | None) -> Label | None:
    """李明（首席财务官）, and what stands before the bracket may itself be a titled name."""
    inner = re.search(r"[(\[]([^()\[\]]{1,60})[)\]]?$", bare)
    if inner:
        outer = bare[: inner.start()].strip()
        title, firm = split_description(inner[1].strip())
        kind = generic_kind(outer) or generic_kind(inner[1])
        inside = _person_in(inner[1]) if generic_kind(outer) in ("analyst", "executive", "unknown") else None
        if inside:
            asks = {"analyst": "Q", "executive": "A"}.get(generic_kind(outer) or "")
            return Label(name=inside[0], title=outer, firm=inside[1], mark=mark or asks)
        if kind or looks_like_name(outer):
            return Label(name=outer, kind=generic_kind(outer) or "person", title=title, firm=firm, mark=mark)
        found = _parse_chinese(outer, mark) if outer else None
        if found:
            return Label(
                name=found.name, kind=found.kind, title=found.title or title, firm=found.firm or firm, mark=mark
            )
    return None


def _person_in(inner: str) -> tuple[str, str | None] | None:
    """(name, firm) in the bracket of "分析师(海港证券 李明)"."""
    parts = [part for part in re.split(r"\s*[,、|/;]\s*|\s+-+\s+|\s+", inner.strip()) if part]
    named = [part for part in parts if looks_like_name(part) and not _describes(part)]
    if len(parts) > 2 or len(named) != 1:
        return None
    return named[0], next((part for part in parts if part != named[0]), None)


def is_firm(text: str) -> bool:
    """Whether a name ends as firms do: "Orbel Marine Ltd."."""
    return _FIRM_END.search(text) is not None


def both_names(text: str, mark: str | None = None) -> Label | None:
    """A name in both languages, by the Latin one: Carol Ruan 阮卡萝; Operator 主持人."""
    found = _BOTH_NAMES.fullmatch(text)
    if found is None:
        return None
    latin, han = found["latin"] or found["second"], found["han"] or found["first"]
    kind = generic_kind(latin)
    if kind and generic_kind(han):
        return Label(name=latin, kind=kind, mark=mark)
    named = looks_like_name(latin) and looks_like_name(han) and not _describes(han) and not FIRM_WORD.search(latin)
    return Label(name=latin, mark=mark) if named else None


def _describes(text: str) -> bool:
    """Whether a word names a firm or an office and not a person, though it has the length of a name."""
    return title_kind(text) is not None or _ZH_FIRM.search(simplify(text)) is not None


def _titled_chinese(bare: str, mark: str | None) -> Label | None:
    """首席财务官李明, 李明首席财务官, 海港证券分析师李明; a title alone is a label of nobody."""
    plain = simplify(bare)
    titled = max(_ZH_TITLE.finditer(plain), key=lambda m: m.end() - m.start(), default=None)
    if titled:
        before, after = (part.strip(" ,、-:·/|") for part in (bare[: titled.start()], bare[titled.end() :]))
        title = bare[titled.start() : titled.end()]
        if _is_any_name(after):
            return Label(name=_plain_name(after), title=title, firm=before or None, mark=mark)
        if not after and _is_any_name(before) and (is_person(before) or not _describes(before)):
            return Label(name=_plain_name(before), title=title, mark=mark)
        pieces = before.split()
        if not after and len(pieces) > 1 and (is_person(pieces[0]) or _is_any_name(pieces[-1])):
            name = pieces[-1] if is_person(pieces[-1]) or not is_person(pieces[0]) else pieces[0]
            firm = " ".join(piece for piece in pieces if piece is not name)
            return Label(name=_plain_name(name), title=title, firm=firm, mark=mark)
        if not after and len(before) <= 16:
            kind = "analyst" if _ZH.analyst_words.search(title) else "executive"
            return Label(name=bare, kind=kind, title=title, firm=before or None, mark=mark)
    return None


def _in_any_order(bare: str, mark: str | None) -> Label | None:
    """分析师-云汀证券 樊亦舟: one part is a name, every other one says firm or title."""
    parts = [part for part in re.split(r"[\s\-/|、,·:;()\[\]]+", bare) if part]
    named = [part for part in parts if is_person(part) and not _describes(part)]
    rest = [part for part in parts if part not in named]
    strange = [part for part in rest if not _describes(part)]
    if not 2 < len(parts) <= 5 or len(named) != 1 or len(strange) > 1 or any(len(part) > 12 for part in strange):
        return None
    titles = [part for part in rest if title_kind(part)]
    if strange and not titles:
        return None
    firm = ", ".join(part for part in rest if part not in titles)
    return Label(name=_plain_name(named[0]), title=", ".join(titles) or None, firm=firm or None, mark=mark)


def _two_word_chinese(bare: str, mark: str | None) -> Label | None:
    """海港证券 李明; 李明、总裁; or a bare name."""
    for separator in (r"\s*-+\s*", r"\s*[,、|/]\s*", r"\s+"):
        parts = [part for part in re.split(separator, bare) if part]
        if len(parts) == 2 and all(len(part) <= 20 for part in parts):
            kind = generic_kind(parts[0])
            if kind in ("analyst", "executive", "unknown") and is_person(parts[1]):  # 公司 李明
                return Label(name=_plain_name(parts[1]), mark=mark or ("Q" if kind == "analyst" else None))
            one_name = separator != r"\s+" or not _is_any_name(parts[1]) or _describes(parts[1])
            if kind or (_is_any_name(parts[0]) and one_name):
                if not kind and not is_person(parts[0]) and is_person(parts[1]):
                    return Label(name=_plain_name(parts[1]), firm=parts[0], mark=mark)
                title, firm = split_description(parts[1])
                return Label(name=_plain_name(parts[0]), kind=kind or "person", title=title, firm=firm, mark=mark)
            if _is_any_name(parts[1]):
                return Label(name=_plain_name(parts[1]), firm=parts[0], mark=mark)
    joined = _FIRM_THEN_NAME.fullmatch(bare)
    if joined and is_person(joined["name"]):
        return Label(name=_plain_name(joined["name"]), firm=joined["firm"], mark=mark)
    return Label(name=_plain_name(bare), mark=mark) if _is_any_name(bare) else None


def _is_any_name(text: str) -> bool:
    return looks_like_name(text) or bool(
        re.fullmatch(r"[A-ZÀ-ÞĀ-ɏ][a-z]+(?: [A-ZÀ-ÞĀ-ɏ][a-z]+){0,2}", text) and text.lower() not in _EN.never_in_name
    )
