"""What a document is: kind, company, period, date, language and script, each with the words that decided it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..records import Document
from ..text import count_han, fold, guess_script, simplify
from .fiscal import find_date, find_periods
from .lines import Line, read_lines
from .paragraphs import find_style
from .run_on import split_run_on
from .turns import Layout, find_layout

_HEAD = 6000
_RESULTS = re.compile(
    r"\b(?:announces?d?|reports?(?:ed)?|releases?d?|delivers?)\b[^.]{0,120}?\b(?:results|earnings|quarter|revenue)\b|\btoday announced\b|"
    r"(?:公布|发布|宣布|公告)[^。\n]{0,40}(?:业绩|财报|财务业绩|季度|年报)",
    re.IGNORECASE,
)
_LETTER = re.compile(
    r"\bwe have (?:reviewed your|the following comments?|limited our review)\b|\bplease respond to (?:this letter|these comments|our comments?)\b",
    re.IGNORECASE,
)
_RESPONSE = re.compile(
    r"\bresponses?(?: to)?[^.]{0,60}\b(?:comments?|comment letter) (?:of|from|issued|received|contained)|\bin response to the (?:staff's )?"
    r"comments?\b|\bset forth below[^.]{0,120}\bcomments?\b",
    re.IGNORECASE,
)
_CALL = re.compile(
    r"\b(?:earnings|results|conference|investor)(?: conference)? call\b|业绩(?:电话)?(?:会议|说明会|发布会)|财报电话会议",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\b(?:call|results|earnings|welcome|announc\w+|report\w*)\b|业绩|财报|会议|报告", re.IGNORECASE)
_COMPARED = re.compile(r"\b(?:compar\w+|versus|vs|from|than|over|against|prior|since)\b|相比|同期|较", re.IGNORECASE)
_EXCHANGE = r"\((?:NYSE|NASDAQ|Nasdaq|NasdaqGS|SEHK|HKEX|HKSE|SSE|SZSE|TWSE|TSX|LSE|AMEX|OTC\w*|Euronext)[^)]{0,60}\)"
_COMPANY: tuple[re.Pattern[str], ...] = (
    re.compile(rf"(?m)^(?:[A-Z ,]{{0,40}}[^\n]{{0,60}} - )?(?P<company>[A-Z][\w&.,' -]{{1,70}}?) {_EXCHANGE}"),
    re.compile(
        r"\b(?:[Qq][1-4]|[1-4]Q|FY|H[12]) ?(?:FY)?(?:20)?[0-9]{2} (?P<company>(?!Earnings|Results|Conference|Call|Financial)[A-Z][^\n]{1,70}?) (?:Earnings|Results|Conference)(?: Conference)?(?: Call)?\b"
    ),
    re.compile(
        r"\b(?:[Ww]elcome to|[Jj]oining|[Ww]elcome everyone to|standing by for|[Ll]isten to|participat\w+ in|by for)(?: (?:the|today's|our))? "
        r"(?P<company>[A-Z][\w&.'-]*(?:,? (?:of|and|&|[A-Z][\w&.'-]*)){0,6}?)(?:'s|s')?,? (?:[Ss]econd|[Ff]irst|[Tt]hird|[Ff]ourth|[Qq][1-4]|[1-4]Q|20[0-9]{2}|[Ff]iscal|"
        r"[Ff]ull|FY|[Hh]alf|[Ii]nterim|[Aa]nnual|[Yy]ear|[Ee]arnings|[Cc]onference|[Rr]esults|[Qq]uarterly)\b"
    ),
    re.compile(
        r"欢迎(?:大家|各位)?(?:参加|来到|出席|收听)(?:今天的|本次)? ?(?P<company>[A-Za-z\u4e00-\u9fff][\w\u4e00-\u9fff& ()-]{1,28}?)(?:公司|集团)?的? ?(?=20[0-9]{2}|二[零〇○]|第[一二三四]季|[一二三四]季)"
    ),
)
_HEADLINE = re.compile(
    r"(?m)^(?P<company>[A-Z][^\n]{1,80}?),? (?:Announces?|Reports?|Announced|Reported|Releases?|Delivers?|to Report)\b"
)
_HEADLINE_ZH = re.compile(r"(?m)^(?P<company>[\u4e00-\u9fffA-Za-z·() ]{2,30}?)(?:今日|今天|正式)?(?:公布|发布|宣布)")
_REFERENCE = re.compile(
    r"\bRe: *(?P<company>.{2,120}?) *(?:Draft |Pre-Effective |Post-Effective |Amendment |Registration |Form |Annual |Submitted |Filed |"
    r"Offering |Preliminary |Response |Confidential |CIK |File |Schedule |\Z)"
)


def describe(document: Document) -> Document:
    """The document with kind, language, script, company, period and published filled as far as the text tells.

    `because` has one line for each, with the words that decided it: "period 2021-Q3: Third Quarter 2021".
    """
    lines = split_run_on(read_lines(document.text))
    return describe_lines(document, lines, find_layout(document.text, lines, find_style(lines)))


def describe_lines(document: Document, lines: Sequence[Line], layout: Layout) -> Document:
    """`describe` for a document whose lines and speaker lines are known."""
    head = fold(document.text[:_HEAD])
    kind, why = _kind(document, head, layout)
    company, company_why = _company(kind, head)
    period, period_why = _period(kind, document.text[:_HEAD], layout)
    published = find_date(head[: layout.headers[0].start if kind == "transcript" and layout.headers else 3000])
    because = [f"kind {kind}: {why}"]
    because += [f"company {company}: {company_why}"] if company else []
    because += [f"period {period}: {period_why}"] if period else []
    because += [f"published {published[2]}: {head[published[0] : published[1]]}"] if published else []
    return replace(
        document,
        kind=kind,
        language=_language(document.text),
        script=guess_script(document.text),
        company=document.company or company,
        period=document.period or period,
        published=document.published or (published[2] if published else None),
        because=tuple(because),
    )


def _kind(document: Document, head: str, layout: Layout) -> tuple[str, str]:
    plain = simplify(head)
    speakers = {header.label.key for header in layout.headers}
    operator = any(header.label.kind == "operator" for header in layout.headers)
    if len(layout.headers) >= 3 and len(speakers) >= 2 and (operator or not _LETTER.search(plain)):
        return "transcript", f"{len(layout.headers)} speaker lines of {len(speakers)} speakers"
    for kind, pattern in (("letter", _LETTER), ("response", _RESPONSE)):
        found = pattern.search(fold(document.text[: 3 * _HEAD]))
        if found:
            return kind, " ".join(found[0].split())
    found = _RESULTS.search(plain[:2500])
    if found:
        return "release", " ".join(found[0].split())
    if layout.headers and len(speakers) >= 2:
        return "transcript", f"{len(layout.headers)} speaker lines"
    found = _CALL.search(plain)
    if found:
        return "transcript", f"{found[0]}, though no speaker lines"
    return "other", "no speaker lines, no headline of results, no comments of a regulator"


def _company(kind: str, head: str) -> tuple[str | None, str]:
    plain = simplify(head)
    if kind in ("letter", "response"):
        reference = re.search(r"\bRe:", head)
        flat = " ".join(head[reference.start() : reference.start() + 500].split()) if reference else ""
        found = _REFERENCE.search(flat)
        return (_tidy(found["company"]), "Re: line") if found else (None, "")
    patterns = [_HEADLINE, *_COMPANY, _HEADLINE_ZH] if kind == "release" else [*_COMPANY]
    for pattern in patterns:
        text = plain[:2500] if kind == "release" else plain
        found = pattern.search(text)
        if found and not re.fullmatch(r"(?i)the|our|today|this|company", found["company"]):
            return _tidy(head[found.start("company") : found.end("company")]), " ".join(found[0].split())[:120]
    return None, ""


def _tidy(name: str) -> str:
    return re.sub(r"(?:'s?|,)\Z", "", " ".join(name.split())).strip(" ,.-")


def _period(kind: str, text: str, layout: Layout) -> tuple[str | None, str]:
    """The first period named; a quarter before a year, since a fourth quarter is told together with its year."""
    if kind in ("letter", "response"):
        return None, ""
    found = list(find_periods(text if kind == "transcript" else text[:1500]))
    quarters = [hit for hit in found if not hit[2].startswith("FY")]
    for start, end, period in sorted(quarters or found, key=lambda hit: not _of_this_call(text, hit[0], hit[1])):
        return period, " ".join(text[start:end].split())
    return None, ""


def _of_this_call(text: str, start: int, end: int) -> bool:
    """Whether the words around a period speak of the call or of results, not of a period compared with."""
    around = simplify(fold(text[max(0, start - 80) : end + 60]))
    return _ABOUT.search(around) is not None and not _COMPARED.search(simplify(fold(text[max(0, start - 40) : start])))


def _language(text: str) -> str:
    """en, zh, or mixed where each carries at least a tenth of the text (a Han character weighs two letters)."""
    han = 2 * count_han(text)
    latin = sum(1 for char in text if char.isascii() and char.isalpha())
    if not han or han * 10 < latin:
        return "en"
    return "mixed" if latin * 5 > han else "zh"
