"""A seventh batch, written before any of it was read."""

from __future__ import annotations

from collections.abc import Callable

from .calls import Said
from .portal_call_two import AMERICAN, BOTH, FIRMS_LISTED, LISTED, NAMES_BOTH, TITLE_BOTH, TITLES_LISTED, TITLES_TWO
from .portal_pages import Style, blocks
from .portals_fourth import american, american_inline, firm_two
from .portals_fourth_zh import listed


def from_says() -> str:
    return american_inline(lambda s: f"{s.name} from {firm_two(s.name)}:", operator="Operator:")


def surname_in_capitals() -> str:
    def label(s: Said) -> str:
        first, _, last = s.name.partition(" ")
        return f"{first} {last.upper()} – {TITLES_TWO[s.name]}"

    return american(label, operator="OPERATOR")


def clock_in_front_of_the_name() -> str:
    return "".join(f"[00:{i:02}:15] {s.name}\n{' '.join(s.words)}\n\n" for i, s in enumerate(AMERICAN))


def name_then_clock_then_title() -> str:
    number = 0

    def label(s: Said) -> str:
        nonlocal number
        number += 1
        return f"{s.name} • {TITLES_TWO[s.name]} • {number:02}:10"

    return american(label)


def transcript_of_the_wire() -> str:
    return american(lambda s: f"{s.name.upper()}, {TITLES_TWO[s.name].upper()}:", operator="OPERATOR:")


def slash_firm_first() -> str:
    return american(lambda s: f"{firm_two(s.name)} / {s.name} / {TITLES_TWO[s.name]}")


def quoted_labels() -> str:
    return american_inline(lambda s: f'"{s.name}":', operator='"Operator":')


def role_line_above() -> str:
    return american(lambda s: f"{TITLES_TWO[s.name]}\n{s.name}")


def keys_on_two_lines() -> str:
    return american(lambda s: f"Speaker: {s.name}\nTitle: {TITLES_TWO[s.name]}", operator="Speaker: Operator")


def hash_heads() -> str:
    return american(lambda s: f"### {s.name}, *{TITLES_TWO[s.name]}*", operator="### Operator")


def bracketed_role_first() -> str:
    return american_inline(lambda s: f"[{TITLES_TWO[s.name]}] {s.name}:", operator="[Operator]:")


def zh_dash_firm() -> str:
    return listed(lambda s: f"{FIRMS_LISTED.get(s.name) or TITLES_LISTED[s.name]}——{s.name}：")


def zh_dots() -> str:
    return listed(lambda s: f"●{s.name}（{FIRMS_LISTED.get(s.name) or TITLES_LISTED[s.name]}）：", host="●主持人：")


def zh_arrows() -> str:
    return listed(lambda s: f"▶ {TITLES_LISTED[s.name]} | {s.name}", host="▶ 主持人", under="\n")


def zh_square() -> str:
    return listed(
        lambda s: f"[{s.name}][{FIRMS_LISTED.get(s.name) or TITLES_LISTED[s.name]}]", host="[主持人]", under="\n"
    )


def both_on_two_lines() -> str:
    return blocks(lambda s: f"{s.name}\n{NAMES_BOTH[s.name]}", call=BOTH, title=TITLE_BOTH)


def _all(call: tuple[Said, ...], *renderings: Callable[[], str]) -> dict[str, Style]:
    return {f.__name__: Style(f, call) for f in renderings}


SEVENTH: dict[str, Style] = (
    _all(
        AMERICAN, from_says, surname_in_capitals, clock_in_front_of_the_name, name_then_clock_then_title,
        transcript_of_the_wire, slash_firm_first, quoted_labels, role_line_above, keys_on_two_lines, hash_heads,
        bracketed_role_first,
    )
    | _all(LISTED, zh_dash_firm, zh_dots, zh_arrows, zh_square)
    | _all(BOTH, both_on_two_lines)
)  # fmt: skip
