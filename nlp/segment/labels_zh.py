"""Chinese speaker labels, and those in both languages."""

from __future__ import annotations

import re

from ..languages.calls import CALL_RULES
from ..languages.late import late
from ..text import simplify
from .label import Label
from .names import HAN, ZH_FIRM, describes, generic_kind, is_any_name, is_person, looks_like_name, plain_name
from .titles import FIRM_WORD, split_description, title_kind

_ZH = CALL_RULES["zh"]
_WITHIN_NAMES = ("-", r"\s*·\s*")  # what parts a name from its description may stand in a name, too
# On a simplified copy.
_SPEAKS = late(r"\s*(?:发言|讲话|介绍|致辞|致词|补充|回应|主持)(?:道|说|如下|发言|回答)?\Z")
_QUOTE = late(r"[(\[][^()\[\]]*[0-9][^()\[\]]*[)\]]")  # a share price that a portal puts behind a firm's name
_FIRM_THEN_NAME = late(
    rf"(?P<firm>[{HAN}A-Za-z]{{1,12}}?(?:证券|證券|基金|资本|資本|资管|資管|资产|資產|投资|投資|银行|銀行|保险|保險|信托|信託|期货|投顾|投顧|投信|创投|創投|国际|國際|私募|财富|財富))的?(?P<name>[{HAN}]{{1,5}}(?:·[{HAN}]{{1,6}}){{1,2}}|[{HAN}]{{2,5}})"
)
_ASKS = late(r"\s*(?:(?<=[\s)\"”」』])(?:问|問|答)|[提发追再续]问|[提發追再續]問|回答|答复|答覆|回复|回覆)\Z")
_PLACE = late(r"\((?:线上|線上|现场|現場|线下|線下|网络|網路|电话|電話|视频|視訊)\)")
_DOES = late(r"(?:[提发發追]?[问問]|回答|答[复覆]?|回[复覆])\Z")
_ACCOUNT = late(r"(?P<part>[^\"“「『]{2,8}?)\s*[\"“「『](?P<name>[^\"”」』]{1,20})[\"”」』]")
_OF_ACCOUNT = late(r"\w{2,12}")
_USER = late(
    r"(?:用户|用戶|网友|網友|股友|游客)[ _]?(?=\S*[0-9A-Za-z*])[\w*]{2,14}|"
    r"(?:用户|用戶|网友|網友|股友|投资者|投資者)_\w{1,14}"
)
_ADDRESSED = late(r"(?P<who>[^\s:]{2,16}) ?(?P<does>[提发發]?[问問]|回[复復覆答]|答[复復覆]) (?P<to>[^\s:]{2,8})")
_LATIN_NAME = r"[A-ZÀ-ÞĀ-ɏ][A-Za-zÀ-ɏ'.-]*(?: [A-Za-zÀ-ɏ'.-]+){0,4}"
_FIRM_THEN_LATIN = late(rf"(?P<firm>[A-Za-z0-9.]{{0,12}}[{HAN}]{{2,12}})的?\s*(?P<name>{_LATIN_NAME})")
_BOTH_NAMES = late(
    rf"(?P<latin>{_LATIN_NAME})[ /,]*\(?(?P<han>[{HAN}·]{{2,12}})\)?|"
    rf"(?P<first>[{HAN}·]{{2,12}})[ /,]*\(?(?P<second>{_LATIN_NAME})\)?"
)
_ZH_TITLE = late(
    rf"(?:联席|高级|执行|副|常务|助理|代理|资深|集团|首席)*(?:首席[{HAN}]{{2,4}}官|分析师|分析员|研究员|研究主管|行政总裁|财务总裁|营运总裁|董事长|独立董事|独董|保荐代表人|董事会秘书|董秘|财务总监|财务长|执行长|"
    rf"营运长|总裁|总经理|投资者关系(?:总监|经理|负责人|主管|部)?|证券事务代表|副总裁|创始人|主席|财务负责人|总会计师|总监|高管|基金经理|投资经理|"
    rf"(?:投资[者人]关系)?(?:[处部室]|中心)?(?:处长|部长|协理|主任)|"
    rf"CEO|CFO|COO|CTO|(?:IR|投关)(?:总监|经理|负责人|主管)?)(?:[兼及、/和](?:首席[{HAN}]{{2,4}}官|董事长|总裁|总经理|执行董事|财务总监|董事会秘书|创始人))*"
)


def parse_chinese(text: str, mark: str | None) -> Label | None:
    """The label of a folded line with Han characters, its `mark` (Q or A) taken off; None when it names nobody."""
    bare = _QUOTE.sub("", text).strip()
    bare = bare[: len(_SPEAKS.sub("", simplify(bare)))]
    if generic_kind(bare):
        return Label(name=bare, kind=generic_kind(bare) or "person", mark=mark)
    done = _does(bare, mark)
    if done is not None:
        return done
    account = _ACCOUNT.fullmatch(bare)
    if account and generic_kind(account["part"]) == "analyst":  # 投资者“山海行”
        return Label(name=account["name"], kind="analyst", mark="Q")
    both = both_names(bare, mark) or _both_described(bare, mark)
    if both is not None:
        return both
    separated = _separated_chinese(bare, mark)
    if separated is not None:
        return separated
    dashed = re.split(r"\s+-{1,2}\s+", bare, maxsplit=1)
    if len(dashed) == 2 and (is_any_name(dashed[0]) or generic_kind(dashed[0])):
        title, firm = split_description(dashed[1])
        return Label(name=dashed[0], kind=generic_kind(dashed[0]) or "person", title=title, firm=firm, mark=mark)
    return (
        _bracketed_chinese(bare, mark)
        or _titled_chinese(bare, mark)
        or _in_any_order(bare, mark)
        or _part_then_name(bare, mark)
        or _two_word_chinese(bare, mark)
    )


def _does(bare: str, mark: str | None) -> Label | None:
    """The label of a line that says what its speaker does: 海港证券 李明 问, 投资者 提问 李明, 总经理李明答."""
    bare = _PLACE.sub(lambda hit: "" if bare[hit.end() :].strip() else hit[0], bare)  # 李明(线上)问
    asks = _ASKS.search(bare)
    if asks and looks_like_name(latin := bare[: asks.start()]) and latin.isascii():  # Bo Tran再问
        return Label(name=latin, mark="A" if "答" in asks[0] else "Q")
    if asks and len(bare) - len(asks[0]) > 1:  # 海港证券 李明 问
        found = parse_chinese(bare[: asks.start()], "A" if "答" in asks[0] else "Q")
        if found is not None and (found.kind == "person" or found.mark == "Q"):
            return found
        poster = bare[: asks.start()].strip("【】[] ")
        does = asks[0].strip()
        if found is None and does[-1] in "问問" and len(does) > 1 and _OF_ACCOUNT.fullmatch(poster):
            return Label(name=poster, kind="analyst", mark="Q")  # 【游客2198】提问
        if found is None and poster != bare and is_person(poster):  # 【李明】回复
            return Label(name=poster, mark="Q" if does[-1] in "问問" else "A")
    if _USER.fullmatch(bare):
        return Label(name=bare, kind="analyst", mark="Q")
    addressed = _ADDRESSED.fullmatch(bare)
    if addressed and (is_person(addressed["to"]) or generic_kind(addressed["to"])):  # 投资者 提问 李明
        mark = mark or ("Q" if addressed["does"][-1] in "问問" else "A")
        found = parse_chinese(addressed["who"], mark)
        return found or (Label(name=addressed["who"], kind="analyst", mark=mark) if mark == "Q" else None)
    if bare and bare[-1] in "问問答":  # 总经理李明答, 海港证券方小姐问
        found = _told(bare[:-1], "A" if bare[-1] == "答" else "Q")
        if found is not None:
            return found
    return None


def _told(bare: str, mark: str) -> Label | None:
    """A person with title or firm, before the word that says what he does."""
    joined = _FIRM_THEN_NAME.fullmatch(bare)
    found = parse_chinese(bare, mark) if len(bare) > 3 and not joined else None
    if joined and is_person(joined["name"]):
        return Label(name=plain_name(joined["name"]), firm=joined["firm"], mark=mark)
    return found if found is not None and found.kind == "person" and (found.title or found.firm) else None


def _part_then_name(bare: str, mark: str | None) -> Label | None:
    """股东代表王先生: a part in the call, and right behind it who has it."""
    for cut in reversed(range(2, min(7, len(bare) - 1))):
        if generic_kind(bare[:cut]) == "analyst" and not bare[cut].isspace() and is_person(bare[cut:]):
            return Label(name=plain_name(bare[cut:]), mark=mark or "Q")
    return None


def _separated_chinese(bare: str, mark: str | None) -> Label | None:
    """樊亦舟 / 分析师 / 云汀证券, in any order: the one part that is a person's name, the others by what they say."""
    for separator in (r"\s*[/|]\s*|\s+-+\s+|-{2,}", r"\s*,\s*", *_WITHIN_NAMES):
        parts = [part for part in re.split(separator, bare) if part]
        named = [part for part in parts if is_person(part) and not describes(part)]
        told = all(part in named or (_is_described(part) and " " not in part) for part in parts)
        if separator in _WITHIN_NAMES and not told:
            continue  # 安·林 is a name, and so is the end of 证券分析师安·林
        if not 2 <= len(parts) <= 5 or len(named) != 1 or any(len(part) > 40 for part in parts):
            continue
        rest = [piece for part in parts if part is not named[0] for piece in _pieces(part)]
        titles = [part for part in rest if title_kind(part) and not ZH_FIRM.search(simplify(part))]
        firm = ", ".join(part for part in rest if part not in titles)
        return Label(name=plain_name(named[0]), title=", ".join(titles) or None, firm=firm or None, mark=mark)
    return None


def _is_described(part: str) -> bool:
    """Whether a part ends in a title or as a firm does."""
    plain = simplify(part)
    return ZH_FIRM.search(plain) is not None or any(hit.end() == len(plain) for hit in _ZH_TITLE.finditer(plain))


def who(part: str) -> str:
    """A part in the call without what is done in it: 公司 of 公司回答, 投资者 of 投资者提问."""
    bare = _DOES.sub("", part)
    return bare if generic_kind(bare) else part


def _pieces(part: str) -> list[str]:
    """What describes a speaker, the title parted from the firm before it: 雾山药业CFO."""
    out = []
    for piece in re.split(r"\s*,\s*", part):
        title = next((hit for hit in _ZH_TITLE.finditer(simplify(piece)) if hit.end() == len(piece)), None)
        out += [piece[: title.start()].strip(), piece[title.start() :]] if title and title.start() else [piece]
    return out


def _bracketed_chinese(bare: str, mark: str | None) -> Label | None:
    """李明（首席财务官）, and what stands before the bracket may itself be a titled name."""
    inner = re.search(r"[(\[]([^()\[\]]{1,60})[)\]]?$", bare)
    if inner:
        outer = bare[: inner.start()].strip()
        title, firm = split_description(inner[1].strip())
        kind, told = generic_kind(outer), generic_kind(inner[1])
        if kind in ("analyst", "executive") and told == kind:  # 问4(其他投资者)
            return Label(name=inner[1], kind=told, mark=mark or ("Q" if told == "analyst" else "A"))
        if kind == "operator" and is_person(inner[1]):  # 主持人(李明)
            return Label(name=plain_name(inner[1]), kind=kind, mark=mark)
        kind = kind or told
        inside = _person_in(inner[1]) if generic_kind(outer) in ("analyst", "executive", "unknown") else None
        if inside:
            asks = {"analyst": "Q", "executive": "A"}.get(generic_kind(outer) or "")
            name, told = inside
            title, firm = (told, None) if told and title_kind(told) else (outer if title_kind(outer) else None, told)
            return Label(name=name, title=title, firm=firm, mark=mark or asks)
        if title_kind(outer) and _ZH_TITLE.fullmatch(simplify(outer)) and is_person(inner[1]):  # 总经理(李明)
            return Label(name=plain_name(inner[1]), title=outer, mark=mark)
        office = _titled_chinese(inner[1], mark) if kind in ("analyst", "executive") else None
        if office is not None and office.kind == "person":  # 答(总经理李明)
            return office._replace(mark=mark or ("Q" if kind == "analyst" else "A"))
        if kind or looks_like_name(outer):
            return Label(name=outer, kind=generic_kind(outer) or "person", title=title, firm=firm, mark=mark)
        found = parse_chinese(outer, mark) if outer else None
        if found:
            return Label(
                name=found.name, kind=found.kind, title=found.title or title, firm=found.firm or firm, mark=mark
            )
    return None


def _person_in(inner: str) -> tuple[str, str | None] | None:
    """(name, firm) in the bracket of "分析师(海港证券 李明)"."""
    parts = [part for part in re.split(r"\s*[,、|/;]\s*", inner.strip()) if part]
    if len(parts) != 2 or not inner.isascii():
        parts = [part for part in re.split(rf"\s*[,、|/;]\s*|\s*-+\s*|(?<=[{HAN}])\s+|\s+(?=[{HAN}])", inner) if part]
    named = [part for part in parts if looks_like_name(part) and not describes(part)]
    if len(named) > 1:  # 听松私募 沈砚
        named = [part for part in named if is_person(part)]
        named = named[:1] if "".join(named).isascii() else named  # Ada Lind, Orbel Asia
    joined = _FIRM_THEN_NAME.fullmatch(parts[0]) if len(parts) == 1 else None
    if joined and is_person(joined["name"]):  # 问(海港证券李明)
        return joined["name"], joined["firm"]
    if len(parts) > 2 or len(named) != 1:
        return None
    return named[0], next((part for part in parts if part != named[0]), None)


def both_names(text: str, mark: str | None = None) -> Label | None:
    """A name in both languages, by the Latin one: Carol Ruan 阮卡萝; Operator 主持人. A Latin one in brackets only
    spells the other: 阮卡萝(Carol Ruan).
    """
    found = _BOTH_NAMES.fullmatch(text)
    if found is None:
        return None
    latin, han = found["latin"] or found["second"], found["han"] or found["first"]
    kind = generic_kind(latin)
    if kind and generic_kind(han):
        return Label(name=latin, kind=kind, mark=mark)
    named = looks_like_name(latin) and looks_like_name(han) and not describes(han) and not FIRM_WORD.search(latin)
    spelt = found["second"] and found.string[found.start("second") - 1] == "("
    return Label(name=han if spelt else latin, mark=mark) if named else None


def _both_described(text: str, mark: str | None) -> Label | None:
    """Carol Ruan 阮卡萝 - Chief Financial Officer 财务总监."""
    name, *rest = re.split(r"\s+-{1,2}\s+|\s*[,(]\s*", text, maxsplit=1)
    both = both_names(name, mark) if rest else None
    if both is None or both.kind != "person" or not name[0].isascii():
        return None
    title, firm = split_description(rest[0].rstrip(" )"))
    return both._replace(title=title, firm=firm)


def _titled_chinese(bare: str, mark: str | None) -> Label | None:
    """首席财务官李明, 李明首席财务官, 海港证券分析师李明; a title alone is a label of nobody."""
    plain = simplify(bare)
    titled = max(_ZH_TITLE.finditer(plain), key=lambda m: m.end() - m.start(), default=None)
    if titled:
        before, after = (part.strip(" ,、-:·/|") for part in (bare[: titled.start()], bare[titled.end() :]))
        title = bare[titled.start() : titled.end()]
        if is_any_name(after):
            return Label(name=plain_name(after), title=title, firm=before or None, mark=mark)
        if not after and is_any_name(before) and (is_person(before) or not describes(before)):
            return Label(name=plain_name(before), title=title, mark=mark)
        pieces = before.split()
        if not after and len(pieces) > 1 and (is_person(pieces[0]) or is_any_name(pieces[-1])):
            name = pieces[-1] if is_person(pieces[-1]) or not is_person(pieces[0]) else pieces[0]
            if _ZH.analyst_words.search(title) and is_person(pieces[0]):  # 李明 高升分析师
                name = pieces[0]
            firm = " ".join(piece for piece in pieces if piece is not name)
            return Label(name=plain_name(name), title=title, firm=firm, mark=mark)
        if not after and len(before) <= 16:
            kind = "analyst" if _ZH.analyst_words.search(title) else "executive"
            return Label(name=bare, kind=kind, title=title, firm=before or None, mark=mark)
    return None


def _in_any_order(bare: str, mark: str | None) -> Label | None:
    """分析师-云汀证券 樊亦舟: one part is a name, every other one says firm or title."""
    parts = [part for part in re.split(r"[\s\-/|、,·:;()\[\]]+", bare) if part]
    named = [part for part in parts if is_person(part) and not describes(part)]
    rest = [part for part in parts if part not in named]
    strange = [part for part in rest if not describes(part)]
    if not 2 < len(parts) <= 5 or len(named) != 1 or len(strange) > 1 or any(len(part) > 12 for part in strange):
        return None
    titles = [part for part in rest if title_kind(part)]
    if strange and not titles:
        return None
    firm = ", ".join(part for part in rest if part not in titles)
    return Label(name=plain_name(named[0]), title=", ".join(titles) or None, firm=firm or None, mark=mark)


def _two_word_chinese(bare: str, mark: str | None) -> Label | None:
    """海港证券 李明; Quay证券 Bo Tran; 李明、总裁; or a bare name."""
    foreign = _FIRM_THEN_LATIN.fullmatch(bare)
    if foreign and ZH_FIRM.search(simplify(foreign["firm"])) and looks_like_name(foreign["name"]):
        return Label(name=foreign["name"], firm=foreign["firm"], mark=mark)
    for separator in (r"\s*-+\s*", r"\s*[,、|/]\s*", r"\s+"):
        parts = [part for part in re.split(separator, bare) if part]
        if len(parts) == 2 and all(len(part) <= 20 for part in parts):
            kind = generic_kind(parts[0])
            if kind in ("analyst", "executive", "unknown") and is_person(parts[1]):  # 公司 李明
                return Label(name=plain_name(parts[1]), mark=mark or ("Q" if kind == "analyst" else None))
            if kind == "analyst" and generic_kind(parts[1]) is None and not describes(parts[1]):
                return Label(name=parts[1], kind=kind, mark=mark or "Q")  # 投资者 山海行: the name of an account
            if separator == r"\s+" and is_person(parts[0]) and not is_person(parts[1]) and not kind:
                title, firm = split_description(parts[1])
                return Label(name=plain_name(parts[0]), title=title, firm=firm, mark=mark)
            one_name = separator != r"\s+" or not is_any_name(parts[1]) or describes(parts[1])
            if kind or (is_any_name(parts[0]) and one_name):
                if not kind and not is_person(parts[0]) and is_person(parts[1]):
                    return Label(name=plain_name(parts[1]), firm=parts[0], mark=mark)
                title, firm = split_description(parts[1])
                return Label(name=plain_name(parts[0]), kind=kind or "person", title=title, firm=firm, mark=mark)
            if is_any_name(parts[1]):
                return Label(name=plain_name(parts[1]), firm=parts[0], mark=mark)
    joined = _FIRM_THEN_NAME.fullmatch(bare)
    if joined and is_person(joined["name"]):
        return Label(name=plain_name(joined["name"]), firm=joined["firm"], mark=mark)
    return Label(name=plain_name(bare), mark=mark) if is_any_name(bare) else None
