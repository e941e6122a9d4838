"""A fifth batch, written after the fourth had been mended and before any of it was read."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

from .calls import Said
from .portal_call_three import (
    COMPANY_NORDIC,
    COMPANY_TAIWAN,
    FIRMS_NORDIC,
    FIRMS_TAIWAN,
    NORDIC,
    TAIWAN,
    TITLE_NORDIC,
    TITLE_TAIWAN,
    TITLES_NORDIC,
    TITLES_TAIWAN,
)
from .portal_pages import Style, blocks


def nordic(label: Callable[[Said], str], *, operator: str = "Operator", **rest: object) -> str:
    options = {"call": NORDIC, "title": TITLE_NORDIC} | rest
    return blocks(lambda s: operator if s.role == "operator" else label(s), **options)  # type: ignore[arg-type]


def nordic_inline(label: Callable[[Said], str], *, operator: str = "Operator:", **rest: object) -> str:
    return nordic(label, operator=operator, under=" ", gap=" ", **rest)


def firm(name: str) -> str:
    return FIRMS_NORDIC.get(name, COMPANY_NORDIC)


def name_at_firm() -> str:
    return nordic_inline(lambda s: f"{s.name} at {firm(s.name)}:")


def title_first_capitals() -> str:
    return nordic_inline(lambda s: f"{TITLES_NORDIC[s.name].upper()} {s.name.upper()}:", operator="OPERATOR:")


def list_bold_brackets() -> str:
    return nordic_inline(
        lambda s: f"- **{s.name} ({TITLES_NORDIC[s.name]})**:", operator="- **Operator**:", between="\n"
    )


def quoted_lines() -> str:
    return nordic(lambda s: f"**{s.name}**", operator="**Operator**").replace("\n", "\n> ")


def title_dash_firm_below() -> str:
    return nordic(lambda s: f"{s.name}\n{TITLES_NORDIC[s.name]} - {firm(s.name)}")


def table_of_three() -> str:
    rows = [f"| {s.name} | {TITLES_NORDIC.get(s.name, '')} | {' '.join(s.words)} |" for s in NORDIC]
    return f"# {TITLE_NORDIC}\n\n| Speaker | Role | Remarks |\n|---|---|---|\n" + "\n".join(rows) + "\n"


def yaml_rows() -> str:
    return "\n".join(f"- speaker: {s.name}\n  text: {' '.join(s.words)}" for s in NORDIC) + "\n"


def semicolon_rows() -> str:
    return "Speaker;Title;Text\n" + "\n".join(f"{s.name};{TITLES_NORDIC.get(s.name, '')};{' '.join(s.words)}" for s in NORDIC) + "\n"  # fmt: skip


def square_line() -> str:
    return nordic(lambda s: f"[{s.name}, {TITLES_NORDIC[s.name]}]", operator="[Operator]")


def numbered_turns() -> str:
    out = [TITLE_NORDIC]
    out += [f"Turn {i + 1} – {s.name}\n" + "\n".join(s.words) for i, s in enumerate(NORDIC)]
    return "\n\n".join(out) + "\n"


def arrows() -> str:
    return nordic_inline(lambda s: f"{s.name} →", operator="Operator →", between="\n")


def colon_line_indented() -> str:
    return nordic(lambda s: f"{s.name}:", operator="Operator:", under="\n    ", gap="\n    ")


def clock_dash_title() -> str:
    out = [TITLE_NORDIC]
    for i, s in enumerate(NORDIC):
        name = s.name if s.role == "operator" else f"{s.name} – {TITLES_NORDIC[s.name]}"
        out.append(f"09:{i:02} – {name}\n" + "\n".join(s.words))
    return "\n\n".join(out) + "\n"


def question_from() -> str:
    def label(s: Said) -> str:
        if s.section == "prepared" or s.role == "investor_relations":
            return f"{s.name}, {TITLES_NORDIC[s.name]}:"
        return f"Question from {s.name}, {firm(s.name)}:" if s.role == "analyst" else f"Answer from {s.name}:"

    return nordic_inline(label)


def pages_with_heads() -> str:
    lines: list[str] = []
    for s in NORDIC:
        lines.append(s.name)
        if s.role != "operator":
            lines.append(f"{TITLES_NORDIC[s.name]}, {firm(s.name)}")
        lines += textwrap.wrap(" ".join(s.words), 75)
    out = []
    for i, line in enumerate(lines):
        out.append(line)
        if i % 22 == 21:
            out.append(f"Skarvik Energi ASA      Q1 2034 conference call      Page {i // 22 + 1} of 4")
    return TITLE_NORDIC + "\n" + "\n".join(out) + "\n"


def wiki_heads() -> str:
    return nordic(lambda s: f"== {s.name} ==", operator="== Operator ==")


def surname_first() -> str:
    def label(s: Said) -> str:
        first, last = s.name.split(" ", 1)
        return f"{last.upper()}, {first} ({TITLES_NORDIC[s.name]}):"

    return nordic_inline(label, operator="OPERATOR:")


def taiwan(label: Callable[[Said], str], *, host: str = "主持人：", under: str = "", **rest: object) -> str:
    options = {"call": TAIWAN, "title": TITLE_TAIWAN, "under": under} | rest
    return blocks(lambda s: host if s.role == "operator" else label(s), **options)  # type: ignore[arg-type]


def tw_title_name() -> str:
    return taiwan(lambda s: f"{FIRMS_TAIWAN.get(s.name, '')}{TITLES_TAIWAN[s.name]}{s.name}：")


def tw_angles() -> str:
    return taiwan(lambda s: f"〈{s.name} {TITLES_TAIWAN[s.name]}〉", host="〈主持人〉", under="\n")


def tw_questions_answers() -> str:
    return taiwan(lambda s: f"{s.name}：" if s.section == "prepared" else "問：" if s.role == "analyst" else "答：")


def tw_sides_named() -> str:
    return taiwan(
        lambda s: f"法人（{FIRMS_TAIWAN[s.name]} {s.name}）：" if s.name in FIRMS_TAIWAN else f"公司（{s.name}）："
    )


def tw_slash() -> str:
    return taiwan(lambda s: f"{s.name}／{TITLES_TAIWAN[s.name]}：")


def tw_clock_title() -> str:
    rows = [f"00:{i:02}:15 {s.name}{TITLES_TAIWAN.get(s.name, '')}\n{''.join(s.words)}" for i, s in enumerate(TAIWAN)]
    return TITLE_TAIWAN + "\n\n" + "\n\n".join(rows) + "\n"


def tw_title_dash_firm() -> str:
    return taiwan(lambda s: f"{TITLES_TAIWAN[s.name]}－{FIRMS_TAIWAN.get(s.name, COMPANY_TAIWAN)} {s.name}：")


FIFTH: dict[str, Style] = {
    f.__name__: Style(f, NORDIC) for f in (
        name_at_firm, title_first_capitals, list_bold_brackets, quoted_lines, title_dash_firm_below, table_of_three, yaml_rows,
        semicolon_rows, square_line, numbered_turns, arrows, colon_line_indented, clock_dash_title, question_from, pages_with_heads,
        wiki_heads, surname_first,
    )
} | {
    f.__name__: Style(f, TAIWAN) for f in (tw_title_name, tw_angles, tw_sides_named, tw_slash, tw_clock_title, tw_title_dash_firm)
} | {"tw_questions_answers": Style(tw_questions_answers, TAIWAN, named=False)}  # fmt: skip
