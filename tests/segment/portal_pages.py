"""How a page is put together: blocks under labels or speech behind them, in either language."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .calls import Said
from .portal_call import CHINESE, COMPANY, ENGLISH, FIRMS, TITLES

TITLE = "Halvorsen Marine Group (HMG) Q2 2031 Earnings Call"


@dataclass(frozen=True)
class Style:
    """A rendering. `named`: the page says who speaks by name; `operator`: it prints the operator's turns."""

    render: Callable[[], str]
    call: Sequence[Said] = ENGLISH
    named: bool = True
    operator: bool = True


def firm_of(name: str) -> str:
    return FIRMS.get(name, COMPANY)


def wrapped(text: str, width: int) -> str:
    return "\n".join(textwrap.fill(line, width, break_on_hyphens=False) for line in text.split("\n"))


def without_accents(name: str) -> str:
    """Without accents, as captions and old systems print a name."""
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


def blocks(label: Callable[[Said], str], *, under: str = "\n", gap: str = "\n", between: str = "\n\n", heading: str | None = None, call: Sequence[Said] = ENGLISH, title: str = TITLE) -> str:  # fmt: skip
    out = [title]
    for index, said in enumerate(call):
        if heading and index and said.section != call[index - 1].section:
            out.append(heading)
        out.append(label(said) + under + gap.join(said.words))
    return between.join(out) + "\n"


def inline(label: Callable[[Said], str], *, between: str = "\n", call: Sequence[Said] = ENGLISH, title: str = TITLE, heading: str | None = None) -> str:  # fmt: skip
    return blocks(label, under=" ", gap=" ", between=between, call=call, title=title, heading=heading)


def described(name: str) -> str:
    return f"{firm_of(name)} - {TITLES[name]}"


def in_chinese(label: Callable[[Said], str], **rest: object) -> str:
    return blocks(label, call=CHINESE, title="沐川环境2031年半年度业绩说明会实录", **rest)  # type: ignore[arg-type]
