"""One self-contained HTML page of an analysis: no request, everything escaped, readable without script."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from ...languages.late import late
from ...messages import translate
from ...records import Analysis
from ...words import LANGS, NAMES, all_words, check_lang, say
from ..labels import SEVERITIES, SEVERITY_LABELS, VERDICT_LABELS, VERDICTS, control_name, split_controls, visible
from .compose import build_page
from .overview import COLUMNS
from .shapes import Page

_BETWEEN = late("(?:; |；)")
_TEMPLATES = Path(__file__).parent / "templates"
# The script in the order it runs; the parts share one scope.
_SCRIPTS = ("base.js", "words.js", "about.js", "choose.js", "filter.js", "search.js", "decide.js", "keys.js")
# Escaped inside the data block: with `<!--` or `</script` in it a parser could leave the block.
_UNSAFE_IN_SCRIPT = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def to_html(analysis: Analysis, lang: str = "en") -> str:
    """The page as text, its interface in `lang` first. Its content policy lets nothing in but its own style and script.

    Raises BadInput for a language that is none of `nlp.words.LANGS`.
    """
    style, script = _style(), _script()
    lang = check_lang(lang)
    page = build_page(analysis)
    reasons = {code: {row.message: row.told(code) for row in page.reasons} for code in LANGS}
    return (
        _environment()
        .get_template("page.html")
        .render(
            page=page,
            lang=lang,
            t=_teller(lang),
            tell=cache(lambda key: say(key, lang)),
            style=Markup(style),  # noqa: S704 - our own file, the same bytes the policy's digest is made of
            script=Markup(script),  # noqa: S704
            said=lambda text: reasons[lang].get(text) or translate(text, lang),
            data=_data_block(page.data | {"words": all_words(), "said": _said(analysis, page, reasons)}),
            policy=_policy(style, script),
            verdicts=VERDICT_LABELS,
            severities=SEVERITY_LABELS,
            verdict_order=VERDICTS,
            severity_order=SEVERITIES,
            count_columns=COLUMNS,
            languages=NAMES,
        )
    )


def _teller(lang: str) -> Any:
    @cache
    def t(key: str) -> Markup:
        """The words under a key, in an element that knows the key, so that the page can change its language."""
        return Markup('<span data-w="{}">{}</span>').format(key, say(key, lang))

    return t


def _said(analysis: Analysis, page: Page, reasons: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    """What findings say in the other languages, by the English; what nobody has translated is left out."""
    texts = dict.fromkeys((page.headline, *_texts(analysis)))
    told = {lang: {text: translate(text, lang) for text in texts} | dict(reasons[lang]) for lang in LANGS[1:]}
    return {lang: {visible(a): visible(b) for a, b in rows.items() if a != b} for lang, rows in told.items()}


def _texts(analysis: Analysis) -> Iterator[str]:
    for finding in analysis.findings:
        yield finding.message
        yield finding.formula
        yield from (repair.residual for repair in finding.repairs)
    for exchange in analysis.exchanges:
        yield from (text for pair in exchange.pairs for part in pair.parts for text in part.missing)


def _data_block(data: dict[str, Any]) -> Markup:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE_IN_SCRIPT)
    return Markup(text.encode("utf-8", "replace").decode())  # noqa: S704 - JSON with all that ends a block escaped


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
    environment.filters["in_lines"] = in_lines
    environment.filters["plain"] = visible  # for attributes and the title, which cannot hold elements
    return environment


@cache
def _style() -> str:
    words = [
        f':root[lang="{lang}"] [data-v="{verdict}"] {{ --w: "{say(f"page.{verdict}", lang)}"; }}'
        for lang in LANGS
        for verdict in VERDICTS
    ]
    return "\n".join([(_TEMPLATES / "page.css").read_text(encoding="utf-8"), *words, ""])


@cache
def _script() -> str:
    parts = [(_TEMPLATES / name).read_text(encoding="utf-8") for name in _SCRIPTS]
    return '"use strict";\n(() => {\n' + "\n".join(parts) + "})();\n"


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src {_source(style)}; script-src {_source(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _source(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def in_lines(text: str) -> str:
    """A message that lists four things or more has them on lines of their own; `words.js` does the same.

    >>> in_lines("a stays; b is likely"), in_lines("given: a; b; c; d")
    ('a stays; b is likely', 'given: a;\\nb;\\nc;\\nd')
    """
    lists = len(_BETWEEN.findall(text)) > 2
    return _BETWEEN.sub(lambda hit: f"{hit[0].rstrip()}\n", text) if lists else text


def shown(value: Any) -> Markup:
    """Text escaped for the page, each control character as a visible mark that tells its name.

    >>> str(shown("<b>\\u202e"))
    '&lt;b&gt;<span class="control" title="U+202E RIGHT-TO-LEFT OVERRIDE">U+202E</span>'
    """
    text = str(value)
    if text.isascii() and text.isprintable():
        return escape(text)
    pieces = []
    for piece, is_control in split_controls(text):
        if is_control:
            mark = Markup('<span class="control" title="{}">U+{:04X}</span>')
            pieces.append(mark.format(control_name(piece), ord(piece)))
        else:
            pieces.append(escape(piece))
    return Markup("").join(pieces)
