"""An analysis as Markdown for a pull request or a note: the summary's parts, text escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..languages.late import late
from ..messages import translate
from ..records import Analysis, Finding
from ..words import all_words, say
from .labels import SEVERITY_LABELS, one_line
from .summary import counts_text, headline, told_origin
from .view import Place, View

_SPECIAL = late(r"([\\`*_{}\[\]<>#|~&$@]|(?<=www)\.|:(?=//))")
_OPENS_BLOCK = late(r"^(?=[-+=])|^([0-9]{1,9})(?=[.)](?: |$))")  # a list, a heading's underline
_QUOTE_MAX = 300
_COUNTS = ("amounts", "supported", "rounding", "exceptions", "not_comparable", "unchecked")


def to_markdown(analysis: Analysis, lang: str = "en") -> str:
    """The report as Markdown (GitHub's dialect); a document's words are escaped and never become markup or links.

    What tieout says is in `lang`, one of `nlp.words.LANGS`.
    """
    view = View(analysis)
    lines = [f"# {_title(view)}", "", f"**{escape(translate(headline(view), lang))}**", ""]
    lines += _coverage_lines(view, lang)
    lines += [f"## {say('page.findings', lang)}", "", counts_text(view, lang), ""]
    for finding in view.exceptions:
        lines += [*_finding_lines(view, finding, lang), ""]
    lines += _open_lines(view, lang)
    return "\n".join(lines).rstrip("\n") + "\n"


def escape(text: str) -> str:
    """`text` on one line with every character escaped that Markdown or HTML could read as more than itself.

    >>> escape("a|b <i>*c*")
    'a\\\\|b \\\\<i\\\\>\\\\*c\\\\*'
    """
    return _OPENS_BLOCK.sub(r"\1\\", _SPECIAL.sub(r"\\\1", one_line(text, 10_000)))


def code(text: str) -> str:
    """`text` as a code span, whatever backticks it holds."""
    line = one_line(text, 2_000)
    fence = "`" * (max((len(run) for run in re.findall("`+", line)), default=0) + 1)
    pad = " " if line[:1] == "`" or line[-1:] == "`" else ""
    return f"{fence}{pad}{line}{pad}{fence}" if line else ""


def _title(view: View) -> str:
    first = next(iter(view.analysis.documents), None)
    return escape(", ".join(filter(None, [first.company or first.name, first.period]))) if first else "no document"


def _coverage_lines(view: View, lang: str) -> list[str]:
    if not view.analysis.coverage:
        return []
    heads = " | ".join(say(f"page.{name}", lang) for name in ("document", "side", *_COUNTS))
    lines = [f"| {heads} |", "|---|---|---:|---:|---:|---:|---:|---:|"]
    for row in view.analysis.coverage:
        document = view.documents.get(row.document_id)
        name = escape(document.name if document else row.document_id)
        counts = (row.amounts, row.verified, row.rounding, row.exceptions, row.not_comparable, row.unchecked)
        side = row.language if lang == "en" else say("page.chinese" if row.language == "zh" else "page.english", lang)
        lines.append(f"| {name} | {side} | {' | '.join(map(str, counts))} |")
    return [*lines, ""]


def _finding_lines(view: View, finding: Finding, lang: str) -> Iterator[str]:
    label = SEVERITY_LABELS[finding.severity]
    place = view.head(finding)
    where = f" {code(view.place(place))}" if place else ""
    title = f" {say(f'code.{finding.code}', lang)}" if f"code.{finding.code}" in all_words()[lang] else ""
    yield f"### {label.icon} {say(f'page.{finding.severity}', lang)} {escape(finding.code)}{title}{where}"
    yield ""
    if place:
        yield f"> {escape(one_line(view.quote(place), _QUOTE_MAX))}"
        yield ""
    origin = told_origin(finding, lang)
    told = f" {say('page.in_brackets', lang, text=escape(origin))}" if origin else ""
    yield escape(translate(finding.message, lang)) + told
    if finding.accepted:
        yield ""
        yield f"*{escape(finding.accepted)}*"
    if finding.formula:
        yield ""
        yield code(translate(finding.formula, lang))
    if finding.repairs:
        yield ""
    for repair in finding.repairs:
        residual = escape(translate(repair.residual, lang))
        comma = ", " if lang == "en" else "，"
        left = f"{comma}{say('page.leaving', lang)} {residual}" if repair.residual not in ("", "none") else ""
        yield f"- {say('page.would_hold', lang)} {code(repair.text)}{left}"
    yield from _other_places(view, finding, lang)
    if finding.fingerprint:
        yield ""
        yield f"<sub>{code(finding.fingerprint)}</sub>"


def _other_places(view: View, finding: Finding, lang: str) -> Iterator[str]:
    rows: list[Place] = [*(view.claims[row] for row in finding.claims if row in view.claims), *finding.evidence]
    head = view.head(finding)
    seen = {(head.document_id, head.start, head.end)} if head else set()
    others: list[Place] = []
    for row in rows:
        place = (row.document_id, row.start, row.end)
        if row.document_id in view.documents and place not in seen:
            seen.add(place)
            others.append(row)
    if others:
        yield ""
        yield f"{say('page.evidence', lang)}{': ' if lang == 'en' else '：'}".rstrip()
        yield ""
    for row in others:
        yield f"- {code(view.place(row))} {escape(one_line(view.quote(row)))}"


def _open_lines(view: View, lang: str) -> list[str]:
    if not (view.reasons or view.unnamed):
        return []
    heads = " | ".join(say(f"page.{name}", lang) for name in ("findings_n", "verdict", "reason"))
    lines = [f"## {say('page.open', lang)}", "", f"| {heads} |", "|---:|---|---|"]
    lines += [
        f"| {row.count} | {say(f'page.{row.verdict}', lang)} | {escape(f'{row.code} {row.told(lang)}')} |"
        for row in view.reasons
    ]
    if view.unnamed:
        lines.append(f"| {view.unnamed} | {say('page.unchecked', lang)} | {say('page.no_check', lang)} |")
    return [*lines, ""]
