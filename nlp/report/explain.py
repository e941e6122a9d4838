"""What a code means, of a finding or an error, in three languages: the pages behind `tieout explain`."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache

from .. import errors
from ..errors import BadInput, TieoutError
from ..resources import data_text

_FAULT = """E999 a fault of tieout
Means: tieout itself failed; your input is not to blame.
Do: report it with the lines above the code. Other calls of a batch are not touched by it."""


def explain(code: str, lang: str = "en") -> str:
    """The page of a code. What installed checks bring stays in their language. Raises BadInput naming the nearest."""
    wanted = code.strip().upper()
    # Most pages are told without loading the checks, which takes a third of a second.
    page = (translated(lang) if lang != "en" else dict(error_pages())).get(wanted) or _english().get(wanted)
    if page is None:
        raise BadInput(f"{wanted[:40]}: no such code.{nearest_code(wanted)} `tieout explain` lists them all.")
    return page


def nearest_code(code: str) -> str:
    """A sentence with the code nearest to an unknown one, or nothing."""
    near = difflib.get_close_matches(code, _english(), n=1)
    return f" Did you mean {near[0]}?" if near else ""


def finding_codes() -> frozenset[str]:
    """The codes that findings can have; empty where an installed check does not say its own."""
    from ..checks import PAGES, installed_checks, installed_pages

    if not all(getattr(check, "pages", None) for check in installed_checks()):
        return frozenset()
    return frozenset({**PAGES, **installed_pages()})


def list_codes(lang: str = "en") -> str:
    """Every code with its title, a line each."""
    pages = {**_english(), **translated(lang)}
    return "\n".join(pages[code].partition("\n")[0] for code in sorted(pages))


@cache
def translated(lang: str) -> Mapping[str, str]:
    """The pages of a language other than English, by code; none where nobody has translated any."""
    try:
        return tomllib.loads(data_text(f"pages/{lang}.toml"))
    except FileNotFoundError:
        return {}


def error_pages() -> Iterator[tuple[str, str]]:
    """Code and page of every error."""
    for kind in vars(errors).values():
        if isinstance(kind, type) and issubclass(kind, TieoutError):
            yield kind.code, f"{kind.code} {kind.title}\nMeans: {kind.means}\nDo: {kind.do}"
    yield "E999", _FAULT


def _english() -> Mapping[str, str]:
    from ..checks import PAGES, installed_pages

    return {**installed_pages(), **dict(error_pages()), **PAGES}
