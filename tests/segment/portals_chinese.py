"""The Chinese call of `portal_call.py` as Chinese portals print it."""

from __future__ import annotations

from .calls import Said
from .portal_call import CHINESE, FIRMS_ZH, TITLES_ZH
from .portal_pages import in_chinese


def zh_numbered_qa() -> str:
    def label(s: Said) -> str:
        if s.section == "prepared" or s.role == "operator":
            return f"{s.name}："
        return (
            f"Q{CHINESE.index(s)}（{FIRMS_ZH[s.name]} {s.name}）："
            if s.role == "analyst"
            else f"A{CHINESE.index(s)}（{s.name}）："
        )

    return in_chinese(label, under="")


def zh_brackets_part() -> str:
    def label(s: Said) -> str:
        if s.role == "operator":
            return "【主持人】"
        if s.section == "prepared":
            return f"【{TITLES_ZH[s.name]}】{s.name}："
        return f"【提问】{FIRMS_ZH[s.name]} {s.name}：" if s.role == "analyst" else f"【回答】{s.name}："

    return in_chinese(label, under="")


def zh_speaker_clock() -> str:
    order = list(dict.fromkeys(s.name for s in CHINESE))
    return in_chinese(lambda s: f"发言人{order.index(s.name) + 1}  00:{CHINESE.index(s):02}:12")


def zh_speaker_bracket_clock() -> str:
    return in_chinese(lambda s: f"{s.name}：(00:{CHINESE.index(s):02}:33)")


def zh_wrapped() -> str:
    text = in_chinese(
        lambda s: f"{s.name}：" if s.role == "operator" else f"{FIRMS_ZH.get(s.name, '')}{TITLES_ZH[s.name]}{s.name}：",
        under="",
    )
    return "\n".join(line[i : i + 38] for line in text.split("\n") for i in range(0, max(1, len(line)), 38)) + "\n"


def zh_title_dash() -> str:
    return in_chinese(
        lambda s: (
            s.name if s.role == "operator" else f"{s.name}--{FIRMS_ZH.get(s.name, '沐川环境')}--{TITLES_ZH[s.name]}"
        )
    )


def zh_polite() -> str:
    men = {"程立夏", "宋知远", "白乐天"}

    def label(s: Said) -> str:
        return "主持人：" if s.role == "operator" else f"{s.name}{'先生' if s.name in men else '女士'}："

    return in_chinese(label, under="")


def zh_firm_bracket() -> str:
    return in_chinese(
        lambda s: f"<{s.name}>" if s.role == "operator" else f"<{s.name}·{FIRMS_ZH.get(s.name) or TITLES_ZH[s.name]}>",
        under="",
    )


def zh_markdown() -> str:
    return in_chinese(
        lambda s: (
            f"**{s.name}**" if s.role == "operator" else f"**{s.name}**（{FIRMS_ZH.get(s.name) or TITLES_ZH[s.name]}）"
        )
    )


def zh_portal() -> str:
    return in_chinese(
        lambda s: (
            f"{s.name}:"
            if s.role == "operator"
            else f"{FIRMS_ZH[s.name]}(12.30, 0.10, 0.8%){TITLES_ZH[s.name]}{s.name}:"
            if s.name in FIRMS_ZH
            else f"{TITLES_ZH[s.name]}{s.name}:"
        ),
        under="",
    )
