"""One self-contained HTML page of an analysis: no request, everything escaped, readable without script."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ..records import Analysis
from .compose import build_page
from .labels import SEVERITIES, SEVERITY_LABELS, VERDICT_LABELS, VERDICTS, control_name, split_controls, visible

_TEMPLATES = Path(__file__).parent / "templates"


def to_html(analysis: Analysis) -> str:
    """The page as text. It holds no link to the outside; its content policy allows its own style and script only."""
    style, script = _asset("report.css"), _asset("report.js")
    page = build_page(analysis)
    return (
        _environment()
        .get_template("report.html")
        .render(
            page=page,
            style=Markup(style),  # noqa: S704 - our own file, the same bytes the policy's digest is made of
            script=Markup(script),  # noqa: S704
            policy=_policy(style, script),
            verdicts=VERDICT_LABELS,
            severities=SEVERITY_LABELS,
            verdict_order=VERDICTS,
            severity_order=SEVERITIES,
        )
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["shown"] = shown
    environment.filters["plain"] = visible  # for attributes and the title, which cannot hold elements
    return environment


@cache
def _asset(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src {_source(style)}; script-src {_source(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _source(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def shown(value: Any) -> Markup:
    """Text escaped for the page, each control character as a visible mark that tells its name.

    >>> str(shown("<b>\\u202e"))
    '&lt;b&gt;<span class="control" title="U+202E RIGHT-TO-LEFT OVERRIDE">U+202E</span>'
    """
    pieces = []
    for piece, is_control in split_controls(str(value)):
        if is_control:
            mark = Markup('<span class="control" title="{}">U+{:04X}</span>')
            pieces.append(mark.format(control_name(piece), ord(piece)))
        else:
            pieces.append(Markup.escape(piece))
    return Markup("").join(pieces)
