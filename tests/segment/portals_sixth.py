"""A sixth batch, written after the fifth had been mended and before any of it was read."""

from __future__ import annotations

from collections.abc import Callable

from .calls import Said
from .portal_call_two import (
    AMERICAN,
    BOTH,
    FIRMS_LISTED,
    LISTED,
    NAMES_BOTH,
    TITLE_BOTH,
    TITLES_BOTH,
    TITLES_LISTED,
    TITLES_TWO,
)
from .portal_pages import Style, blocks, wrapped
from .portals_fourth import american, american_inline, firm_two
from .portals_fourth_zh import listed


def speech_in_quotes() -> str:
    return american(lambda s: f"{s.name} ({TITLES_TWO[s.name]}):", operator="Operator:").replace("\n\n", "\n \n")


def capitals_wrapped() -> str:
    return wrapped(
        american(lambda s: f"{s.name}, {TITLES_TWO[s.name]}, {firm_two(s.name)}".upper(), operator="OPERATOR"), 70
    )


def braces() -> str:
    return american_inline(lambda s: f"{{{s.name}}}", operator="{Operator}")


def clock_of_the_day_first() -> str:
    return "".join(f"{8 + i // 60}:{i % 60:02} AM {s.name}: {' '.join(s.words)}\n" for i, s in enumerate(AMERICAN))


def numbered_marks() -> str:
    number = 0

    def label(s: Said) -> str:
        nonlocal number
        if s.section == "prepared":
            return f"{s.name}, {TITLES_TWO[s.name]}"
        number += s.role == "analyst"
        return f"Q{number} – {s.name} ({firm_two(s.name)})" if s.role == "analyst" else f"A{number} – {s.name}"

    return american(label)


def square_slashes() -> str:
    return american_inline(lambda s: f"[{s.name}/{TITLES_TWO[s.name]}/{firm_two(s.name)}]:", operator="[Operator]:")


def two_colons() -> str:
    return american_inline(lambda s: f"{s.name} ::", operator="Operator ::")


def stop_and_dash() -> str:
    return american_inline(lambda s: f"{s.name}. —", operator="Operator. —")


def tags() -> str:
    return american_inline(lambda s: f"<strong>{s.name}</strong>:", operator="<strong>Operator</strong>:")


def keys_in_a_line() -> str:
    return american(lambda s: f"Speaker: {s.name} | Role: {TITLES_TWO[s.name]}", operator="Speaker: Operator")


def starred() -> str:
    return american(lambda s: f"*** {s.name.upper()} ***", operator="*** OPERATOR ***")


def dots_to_title() -> str:
    return american(lambda s: f"{s.name} ..... {TITLES_TWO[s.name]}")


def zh_firm_and_clock() -> str:
    return "\n\n".join(
        f"{s.name}{'（' + FIRMS_LISTED[s.name] + '）' if s.name in FIRMS_LISTED else ''}  10:{i:02}:01\n"
        + "\n".join(s.words)
        for i, s in enumerate(LISTED)
    )


def zh_marks_line() -> str:
    def label(s: Said) -> str:
        if s.section == "prepared":
            return f"{s.name}（{TITLES_LISTED[s.name]}）"
        return f"{'Q' if s.role == 'analyst' else 'A'}：{s.name}（{FIRMS_LISTED.get(s.name) or TITLES_LISTED[s.name]}）"

    return listed(label, host="主持人", under="\n")


def zh_numbered_questions() -> str:
    number = 0

    def label(s: Said) -> str:
        nonlocal number
        if s.section == "prepared":
            return f"{TITLES_LISTED[s.name]}{s.name}："
        number += s.role == "analyst"
        return f"问题{number}（{FIRMS_LISTED[s.name]} {s.name}）：" if s.role == "analyst" else f"回复（{s.name}）："

    return listed(label)


def zh_speaks() -> str:
    return listed(lambda s: f"{TITLES_LISTED[s.name]} {s.name} 发言：", host="主持人 发言：")


def both_titles() -> str:
    def label(s: Said) -> str:
        name = f"{s.name} {NAMES_BOTH[s.name]}"
        return f"{name}：" if s.role == "operator" else f"{name}（{TITLES_BOTH[s.name]}）："

    return blocks(label, call=BOTH, title=TITLE_BOTH)


def _all(call: tuple[Said, ...], *renderings: Callable[[], str]) -> dict[str, Style]:
    return {f.__name__: Style(f, call) for f in renderings}


SIXTH: dict[str, Style] = (
    _all(
        AMERICAN, speech_in_quotes, capitals_wrapped, braces, clock_of_the_day_first, numbered_marks, square_slashes, two_colons,
        stop_and_dash, tags, keys_in_a_line, starred, dots_to_title,
    )
    | _all(LISTED, zh_firm_and_clock, zh_marks_line, zh_numbered_questions, zh_speaks)
    | _all(BOTH, both_titles)
)  # fmt: skip
