"""The Chinese pages of the fourth batch: another call, with a foreign name, two-character names and a family name of two."""

from __future__ import annotations

from collections.abc import Callable

from .calls import Said
from .portal_call_two import COMPANY_LISTED, FIRMS_LISTED, LISTED, TITLE_LISTED, TITLES_LISTED
from .portal_pages import Style, blocks


def listed(label: Callable[[Said], str], *, host: str = "主持人：", **rest: object) -> str:
    options = {"call": LISTED, "title": TITLE_LISTED, "under": ""} | rest
    return blocks(lambda s: host if s.role == "operator" else label(s), **options)  # type: ignore[arg-type]


def _firm(name: str) -> str:
    return FIRMS_LISTED.get(name, COMPANY_LISTED)


def zh_bare_line() -> str:
    return listed(
        lambda s: f"{FIRMS_LISTED[s.name]} {s.name}" if s.name in FIRMS_LISTED else f"{TITLES_LISTED[s.name]} {s.name}",
        host="主持人",
        under="\n",
    )


def zh_bars() -> str:
    return listed(lambda s: f"{s.name}｜{_firm(s.name)}｜{TITLES_LISTED[s.name]}", host="主持人", under="\n")


def zh_round_brackets() -> str:
    return listed(lambda s: f"（{s.name}）", host="（主持人）")


def zh_shell_brackets() -> str:
    return listed(lambda s: f"〔{FIRMS_LISTED.get(s.name) or TITLES_LISTED[s.name]} {s.name}〕", host="〔主持人〕")


def zh_inline_lenticular() -> str:
    return listed(lambda s: f"【{_firm(s.name)}-{s.name}】", host="【主持人】")


def zh_clock_first() -> str:
    return "\n".join(f"[10:{i:02}:08] {s.name}：{''.join(s.words)}" for i, s in enumerate(LISTED)) + "\n"


def zh_asker_lines() -> str:
    def label(s: Said) -> str:
        if s.section == "prepared":
            return f"{s.name}：{TITLES_LISTED[s.name]}\n"
        return (
            f"提问人：{s.name} {FIRMS_LISTED[s.name]}\n问题：" if s.role == "analyst" else f"回答人：{s.name}\n回答："
        )

    return listed(label)


def zh_sides() -> str:
    return listed(lambda s: "管理层：" if s.role == "executive" else "投资者：", host="会议主持：")


def zh_asked_answered() -> str:
    def label(s: Said) -> str:
        if s.section == "prepared":
            return f"{s.name}（{TITLES_LISTED[s.name]}）："
        return f"{_firm(s.name)} {s.name}提问：" if s.role == "analyst" else f"{s.name}回答："

    return listed(label)


def zh_both_names() -> str:
    latin = {"尉迟明": "Ming Yuchi", "江海涛": "Haitao Jiang", "贺敏": "Min He", "司马羽": "Yu Sima", "余快": "Kuai Yu"}
    return listed(
        lambda s: (
            (f"{s.name} {latin[s.name]}" if s.name in latin else s.name)
            + f" - {_firm(s.name)} - {TITLES_LISTED[s.name]}"
        ),
        host="Operator",
        under="\n",
    )


def zh_numbers() -> str:
    return listed(lambda s: f"{LISTED.index(s) + 1}、{s.name}：", host="主持人：")


def zh_markdown_heads() -> str:
    return listed(lambda s: f"### {s.name}（{_firm(s.name)}）\n", host="### 主持人\n", title=f"# {TITLE_LISTED}")


def zh_bold_colon() -> str:
    return listed(lambda s: f"**{TITLES_LISTED[s.name]}{s.name}：**", host="**主持人：**")


def zh_two_blanks() -> str:
    return listed(lambda s: f"　　{s.name}：", host="　　主持人：", between="\n")


def zh_wrapped_thirty() -> str:
    text = listed(lambda s: f"{_firm(s.name)}{TITLES_LISTED[s.name]}{s.name}：", between="\n")
    return "\n".join(line[i : i + 30] for line in text.split("\n") for i in range(0, max(1, len(line)), 30)) + "\n"


def zh_caller() -> str:
    return listed(lambda s: f"{s.name} - {TITLES_LISTED[s.name]}", host="接线员", under="\n", heading="问答环节")


def zh_dear_names() -> str:
    short = {"尉迟明": "尉迟总", "江海涛": "江总", "贺敏": "贺总"}
    return listed(lambda s: f"{short.get(s.name, s.name)}：", host="会议助理：")


FOURTH_ZH: dict[str, Style] = {
    f.__name__: Style(f, LISTED) for f in (
        zh_bare_line, zh_bars, zh_round_brackets, zh_shell_brackets, zh_inline_lenticular, zh_clock_first, zh_asker_lines, zh_asked_answered,
        zh_both_names, zh_numbers, zh_markdown_heads, zh_bold_colon, zh_two_blanks, zh_wrapped_thirty, zh_caller,
    )
} | {f.__name__: Style(f, LISTED, named=False) for f in (zh_sides, zh_dear_names)}  # fmt: skip
