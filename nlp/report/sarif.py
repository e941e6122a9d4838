"""Findings as SARIF 2.1.0, the exchange format of code scanners and editors.

Only what is wrong is a result; how much was tied stands in the run's properties, because silence is not approval.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from ..messages import translate
from ..records import Analysis, Document, Finding
from .explain import all_pages
from .labels import plural, visible
from .view import Place, View

_LEVELS = {"error": "error", "warning": "warning", "note": "note"}
_MOST_RESULTS = 5_000  # what code hosts keep; the least severe are left out first, and the run says how many
_MOST_PLACES = 50
_HOME = "tieout"
_REGIONS = {"zh-Hans": "zh-CN", "zh-Hant": "zh-TW"}  # the format knows languages by region, not by script


def to_sarif(analysis: Analysis, lang: str = "en") -> str:
    """The SARIF log as text; what tieout says in it is in `lang`, which the run names."""
    view = View(analysis)
    known = all_pages(lang)
    shown = view.exceptions[:_MOST_RESULTS]
    rules = sorted({finding.code for finding in shown})
    run: dict[str, Any] = {
        "tool": {
            "driver": {"name": _HOME, "version": analysis.run.version, "rules": [_rule(code, known) for code in rules]}
        },
        "language": _REGIONS.get(lang, lang),
        "columnKind": "unicodeCodePoints",
        "artifacts": [_artifact(document) for document in analysis.documents],
        "results": [_result(view, finding, rules.index(finding.code), lang) for finding in shown],
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": _notes(view, len(shown), lang)}],
        "properties": {"coverage": [_coverage(view, at) for at in range(len(analysis.coverage))]},
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1).encode("utf-8", "replace").decode() + "\n"


def _rule(code: str, known: Mapping[str, str]) -> dict[str, Any]:
    title, _, page = visible(known.get(code, code)).partition("\n")
    rule: dict[str, Any] = {"id": visible(code), "shortDescription": {"text": title}}
    if page:
        rule["fullDescription"] = {"text": page.split("\n")[0]}
        rule["help"] = {"text": f"{title}\n{page}"}
    return rule


def _artifact(document: Document) -> dict[str, Any]:
    artifact: dict[str, Any] = {"location": {"uri": uri(document.name)}}
    if len(document.digest) == 64:
        artifact["hashes"] = {"sha-256": document.digest}
    return artifact


def uri(name: str) -> str:
    """A file name as a relative reference that leads nowhere else.

    >>> uri("../q3 call.txt"), uri("javascript:alert(1)"), uri("..")
    ('..%2Fq3%20call.txt', 'javascript%3Aalert%281%29', '%2E%2E')
    """
    text = quote(name.encode("utf-8", "replace"), safe="")
    return text.replace(".", "%2E") if set(text) <= {"."} else text


def _result(view: View, finding: Finding, rule: int, lang: str) -> dict[str, Any]:
    head = view.head(finding)
    places: list[Place] = [*(view.claims[row] for row in finding.claims if row in view.claims), *finding.evidence]
    others = [row for row in places if row is not head and row.document_id in view.documents][:_MOST_PLACES]
    result: dict[str, Any] = {
        "ruleId": visible(finding.code),
        "ruleIndex": rule,
        "kind": "fail",
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(finding, lang)},
        "locations": [_location(view, head)] if head else [],
        "relatedLocations": [_location(view, row) | {"id": number} for number, row in enumerate(others, 1)],
        "fingerprints": {f"{_HOME}/v1": visible(finding.fingerprint)},
        "partialFingerprints": {f"{_HOME}/v1": visible(finding.fingerprint)},
        "properties": {"verdict": finding.verdict, "origin": visible(finding.origin or "unknown")},
    }
    if finding.repairs:
        result["properties"]["repairs"] = [visible(repair.text) for repair in finding.repairs]
    if finding.accepted:
        suppression = {"kind": "external", "status": "accepted", "justification": visible(finding.accepted)}
        result["suppressions"] = [suppression]
    return result


def _message(finding: Finding, lang: str) -> str:
    arithmetic = f" [{translate(finding.formula, lang)}]" if finding.formula else ""
    return _plain(translate(finding.message, lang) + arithmetic)


def _plain(text: str) -> str:
    """Text that a viewer shows as it is: `[text](target)` is a link in SARIF, and a brace a placeholder."""
    for sign in ("\\", "[", "]"):
        text = text.replace(sign, f"\\{sign}")
    return visible(text.replace("{", "{{").replace("}", "}}")) or " "


def _location(view: View, row: Place) -> dict[str, Any]:
    line, column = view.line_and_column(row)
    end_line, end_column = view.line_and_column_at(row.document_id, row.end)
    region = {
        "startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column,
        "charOffset": row.start, "charLength": row.end - row.start,
        "snippet": {"text": visible(view.quote(row))[:500]},
    }  # fmt: skip
    artifact = {"uri": uri(view.document_of(row).name), "index": view.order[row.document_id]}
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}


def _notes(view: View, shown: int, lang: str) -> list[dict[str, Any]]:
    texts = [view.analysis.run.could_not_tie]
    if len(view.exceptions) > shown:
        texts.append(f"{plural(len(view.exceptions) - shown, 'finding')} beyond {shown} left out.")
    return [{"level": "note", "message": {"text": _plain(translate(text, lang))}} for text in texts if text]


def _coverage(view: View, at: int) -> dict[str, Any]:
    row = view.analysis.coverage[at]
    document = view.documents.get(row.document_id)
    counts = ("amounts", "verified", "rounding", "exceptions", "not_comparable", "unchecked")
    name = visible(document.name if document else row.document_id)
    return {"document": name, "language": row.language, **{count: getattr(row, count) for count in counts}}
