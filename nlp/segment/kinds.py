"""What a document is: kind, company, period, date, language and script, each with the words that decided it."""

from __future__ import annotations

import re
import string
from collections.abc import Sequence
from dataclasses import replace

from ..languages import documents
from ..languages.fiscal import as_date, find_date, find_periods, named_by_end
from ..languages.reported import find_reported
from ..records import Document
from ..text import count_han, fold, guess_script, simplify
from .headers import Header
from .lines import Line, read_lines
from .paragraphs import find_style
from .run_on import split_run_on
from .tables import find_tables
from .turns import Layout, find_layout

_HEAD = 6000
_TITLE = 1500  # characters in which a document says what it reports on
_LONGEST_TITLE = 300
Told = tuple[int, int, str]  # start, end, period

_LETTERS = string.ascii_letters.encode()
# A Chinese answer quotes the letter whole, an English one does not say that it has reviewed a filing.
_LETTERS_BY_WORDS = (
    ("letter", documents.LETTER),
    ("response", documents.RESPONSE),
    ("response", documents.RESPONSE_ZH),
    ("letter", documents.LETTER_ZH),
)


def describe(document: Document) -> Document:
    """The document with kind, language, script, company, period and published filled as far as the text tells.

    `because` has one line for each, with the words that decided it: "period 2021-Q3: Third Quarter 2021".
    """
    lines = split_run_on(read_lines(fold(document.text)))
    return describe_lines(document, lines, find_layout(document.text, lines, find_style(lines)))


def describe_lines(document: Document, lines: Sequence[Line], layout: Layout, kind: str | None = None) -> Document:
    """`describe` for a document whose lines and speaker lines are known; `kind`: what it was given as, if known.

    What was given as a release is none the less one for lines that look like a speaker's: a table names its businesses
    again and again.
    """
    head = fold(document.text[:_HEAD])
    kind, why = _kind(document, head, layout, given=kind)
    company, company_why = _company(kind, head)
    published = find_date(head[: layout.headers[0].start if kind == "transcript" and layout.headers else 3000])
    day = document.published or (published[2] if published else None)
    period, period_why = _period(kind, document.text[:_HEAD], day if as_date(day) else None)
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
        published=day,
        because=tuple(because),
    )


def _kind(document: Document, head: str, layout: Layout, given: str | None) -> tuple[str, str]:
    plain = simplify(head)
    operator = any(header.label.kind == "operator" for header in layout.headers)
    headers = layout.headers if operator or not layout.headers else _outside_tables(document, layout.headers)
    speakers = {header.label.key for header in headers}
    flat = " ".join(plain.split())
    letter = (
        documents.LETTER.search(flat) or documents.RESPONSE.search(flat) or documents.RESPONSE_ZH.search(flat[:1500])
    )
    spoken = given != "release"
    if spoken and len(headers) >= 3 and len(speakers) >= 2 and (operator or not letter):
        return "transcript", f"{len(headers)} speaker lines of {len(speakers)} speakers"
    said = " ".join(simplify(fold(document.text[: 3 * _HEAD])).split())
    for kind, pattern in _LETTERS_BY_WORDS:
        found = pattern.search(said)
        if found:
            return kind, " ".join(found[0].split())
    found = documents.RESULTS.search(plain[:2500])
    if found:
        return "release", " ".join(found[0].split())
    if not spoken:
        return "release", "given as one"
    if headers and len(speakers) >= 2:
        return "transcript", f"{len(headers)} speaker lines"
    found = documents.CALL.search(plain)
    if found:
        return "transcript", f"{found[0]}, though no speaker lines"
    return "other", "no speaker lines, no headline of results, no comments of a regulator"


def _outside_tables(document: Document, headers: Sequence[Header]) -> list[Header]:
    """Speaker lines that are no lines of a table."""
    tables = find_tables(document.text)
    return [row for row in headers if not any(table.start <= row.start < table.end for table in tables)]


def _company(kind: str, head: str) -> tuple[str | None, str]:
    plain = simplify(head)
    if kind in ("letter", "response"):
        reference = re.search(r"\bRe:", head)
        flat = " ".join(head[reference.start() : reference.start() + 500].split()) if reference else ""
        found = documents.REFERENCE.search(flat)
        return (_tidy(found["company"]), "Re: line") if found else (None, "")
    patterns = (
        [documents.HEADLINE, *documents.COMPANY, documents.HEADLINE_ZH] if kind == "release" else [*documents.COMPANY]
    )
    for pattern in patterns:
        text = plain[:2500] if kind == "release" else plain
        found = pattern.search(text)
        if found and not documents.NO_COMPANY.fullmatch(found["company"]):
            return _tidy(head[found.start("company") : found.end("company")]), " ".join(found[0].split())[:120]
    first = documents.FIRST_LINE.match(plain)
    if first:
        group = "company" if first["company"] else "zh"
        return _tidy(head[first.start(group) : first.end(group)]), "first line"
    return None, ""


def _tidy(name: str) -> str:
    return re.sub(r"(?:'s?|,)\Z", "", " ".join(name.split())).strip(" ,.-")


def _period(kind: str, text: str, published: str | None) -> tuple[str | None, str]:
    """The first period named; a quarter before a year, since a fourth quarter is told together with its year."""
    if kind in ("letter", "response"):
        return None, ""
    text = named_by_end(text)
    found = list(find_periods(text if kind == "transcript" else text[:_TITLE]))
    titled = _first_line(text, found, published)
    if titled is not None:
        return titled[2], " ".join(text[titled[0] : titled[1]].split())
    told = _in_title(text[:_TITLE], published)
    if not any("-Q" in period for *_, period in found):
        found = [*told, *(hit for hit in found if hit[2].startswith("FY") or not told)]
    for start, end, period in sorted(found, key=lambda hit: _less_likely(text, *hit)):
        return period, " ".join(text[start:end].split())
    return None, ""


def _first_line(text: str, found: Sequence[Told], published: str | None) -> Told | None:
    """What the first line tells, if it is short enough for a title: a quarter, else a part of a year, else a year."""
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start) if "\n" in text[start:] else len(text)
    if end - start > _LONGEST_TITLE:
        return None
    here = [hit for hit in found if hit[0] < end]
    quarters = sorted((hit for hit in here if "-Q" in hit[2]), key=lambda hit: _less_likely(text, *hit))
    told = [hit for hit in find_reported(text[:_TITLE], published) if hit[0] < end]
    parts = [hit for hit in (*told, *here) if not hit[2].startswith("FY") and "-Q" not in hit[2]]
    return next(iter([*quarters, *parts, *told, *here]), None)


def _in_title(text: str, published: str | None) -> list[Told]:
    """What the title tells by length and last day; quarters without a year only where it tells nothing else."""
    told = sorted(find_reported(text, published))
    dated = [hit for hit in told if "-Q" not in hit[2]]
    return dated or told[:1]


def _less_likely(text: str, start: int, end: int, period: str) -> tuple[bool, bool, bool]:
    """What a period is sorted by: those said of this call first, of them quarters, those to come last."""
    ahead = documents.AHEAD.search(simplify(fold(text[max(0, start - 24) : start]))) is not None
    return not _of_this_call(text, start, end), period.startswith("FY"), ahead


def _of_this_call(text: str, start: int, end: int) -> bool:
    """Whether the words around a period speak of the call or of results, not of a period compared with."""
    around = simplify(fold(text[max(0, start - 80) : end + 60]))
    return documents.ABOUT.search(around) is not None and not documents.COMPARED.search(
        simplify(fold(text[max(0, start - 40) : start]))
    )


def _language(text: str) -> str:
    """en, zh, or mixed where each carries at least a tenth of the text (a Han character weighs two letters)."""
    han = 2 * count_han(text)
    ascii_text = text.encode("ascii", "ignore")
    latin = len(ascii_text) - len(ascii_text.translate(None, _LETTERS))
    if not han or han * 10 < latin:
        return "en"
    return "mixed" if latin * 5 > han else "zh"
