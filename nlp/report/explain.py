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
    # Nearly all pages are told without loading a check, which takes a third of a second.
    page = pages(lang).get(wanted) or _page_of_installed(wanted)
    if page is None:
        raise BadInput(f"{wanted[:40]}: no such code.{nearest_code(wanted)} `tieout explain` lists them all.")
    return page


def _page_of_installed(code: str) -> str | None:
    from ..checks import installed_pages

    return installed_pages().get(code)


def nearest_code(code: str) -> str:
    """A sentence with the code nearest to an unknown one, or nothing."""
    near = difflib.get_close_matches(code, all_pages("en"), n=1)
    return f" Did you mean {near[0]}?" if near else ""


def finding_codes() -> frozenset[str]:
    """The codes that findings can have; empty where an installed check does not say its own."""
    from ..checks import installed_checks, installed_pages

    if not all(getattr(check, "pages", None) for check in installed_checks()):
        return frozenset()
    return frozenset({**page_file("en"), **installed_pages()})


def list_codes(lang: str = "en") -> str:
    """Every code with its title, a line each."""
    found = all_pages(lang)
    return "\n".join(found[code].partition("\n")[0] for code in sorted(found))


def pages(lang: str) -> Mapping[str, str]:
    """The pages of our own findings and of errors, by code, in `lang`; in English where nobody has translated one."""
    return {**page_file("en"), **dict(error_pages()), **page_file(lang)}


def all_pages(lang: str) -> Mapping[str, str]:
    """`pages`, and those that installed checks bring."""
    from ..checks import installed_pages

    return {**installed_pages(), **pages(lang)}


@cache
def page_file(lang: str) -> Mapping[str, str]:
    """The file of a language: in English findings alone, in others the pages of errors as well; none where none is."""
    try:
        return tomllib.loads(data_text(f"pages/{lang}.toml"))
    except FileNotFoundError:
        return {}


def error_pages() -> Iterator[tuple[str, str]]:
    """Code and page of every error, in English."""
    for kind in vars(errors).values():
        if isinstance(kind, type) and issubclass(kind, TieoutError):
            yield kind.code, f"{kind.code} {kind.title}\nMeans: {kind.means}\nDo: {kind.do}"
    yield "E999", _FAULT
