"""A third batch, written after the second had been mended: slips, both orders of a name, labels over two lines."""

from __future__ import annotations

from .calls import Said
from .portal_call import CHINESE, ENGLISH, FIRMS, FIRMS_ZH, TITLES, TITLES_ZH
from .portal_pages import Style, blocks, firm_of, in_chinese, inline, wrapped


def firm_then_title() -> str:
    return blocks(lambda s: s.name if s.role == "operator" else f"{s.name}, {firm_of(s.name)} – {TITLES[s.name]}")


def pinyin_both_orders() -> str:
    people = "Participants\nCheng Xiulan - EVP & CFO\nLuís Carvalho Jr. - President and CEO\nMagnus van der Berg - COO\nNadia El-Amin - Orchard & Finch LLC - Analyst"
    return blocks(lambda s: s.name, title=people)


def moderator() -> str:
    return inline(lambda s: "Moderator:" if s.role == "operator" else f"{s.name} [{firm_of(s.name)}]:")


def title_colon_line() -> str:
    return blocks(lambda s: "Operator:" if s.role == "operator" else f"{s.name} – {TITLES[s.name]}, {firm_of(s.name)}:")


def long_labels_wrapped() -> str:
    return wrapped(
        blocks(
            lambda s: (
                s.name
                if s.role == "operator"
                else f"{s.name} - {firm_of(s.name)} - {TITLES[s.name]} & Member of the Group Management Board"
            )
        ),
        72,
    )


def slips() -> str:
    seen: dict[str, int] = {}

    def label(s: Said) -> str:
        seen[s.name] = seen.get(s.name, 0) + 1
        wrong = {
            "Nadia El-Amin": "Nadia El Amin",
            "Magnus van der Berg": "Magnus Van Der Berg",
            "Xiulan Cheng": "Xiulan Chang",
        }
        return wrong.get(s.name, s.name) if seen[s.name] == 2 else s.name

    return inline(lambda s: label(s) + ":")


def chat_export() -> str:
    return inline(lambda s: f"08:{ENGLISH.index(s):02}:12\t{s.name}:")


def messenger() -> str:
    return blocks(lambda s: f"{s.name}  8:{ENGLISH.index(s):02} AM")


def caps_and_title_below() -> str:
    return blocks(
        lambda s: "OPERATOR" if s.role == "operator" else f"{s.name.upper()}\n{TITLES[s.name]}\n{firm_of(s.name)}",
        under="\n\n",
        gap="\n\n",
    )


def analysts_with_firm_alone() -> str:
    return inline(lambda s: f"{s.name} ({FIRMS[s.name]}):" if s.name in FIRMS else f"{s.name}:", heading="Q&A session")


def semicolons() -> str:
    return blocks(lambda s: s.name if s.role == "operator" else f"{s.name}; {firm_of(s.name)}; {TITLES[s.name]}")


def zh_hyphen_firm() -> str:
    return in_chinese(
        lambda s: "主持人：" if s.role == "operator" else f"{s.name}-{FIRMS_ZH.get(s.name) or TITLES_ZH[s.name]}：",
        under="",
    )


def zh_corner_quotes() -> str:
    return in_chinese(
        lambda s: (
            f"■ {s.name}" if s.role == "operator" else f"■ {s.name}（{FIRMS_ZH.get(s.name) or TITLES_ZH[s.name]}）"
        )
    )


def zh_spaces() -> str:
    return in_chinese(
        lambda s: (
            f"{s.name}：\u3000\u3000"
            if s.role == "operator"
            else f"{FIRMS_ZH.get(s.name, '公司')}\u3000{s.name}：\u3000\u3000"
        ),
        under="",
    )


def zh_title_only() -> str:
    return in_chinese(
        lambda s: f"{s.name}：" if s.role == "operator" or s.name in FIRMS_ZH else f"{TITLES_ZH[s.name]}：", under=""
    )


THIRD: dict[str, Style] = {
    f.__name__: Style(f) for f in (
        firm_then_title, pinyin_both_orders, moderator, title_colon_line, long_labels_wrapped, slips, chat_export, messenger,
        caps_and_title_below, analysts_with_firm_alone, semicolons,
    )
} | {f.__name__: Style(f, CHINESE) for f in (zh_hyphen_firm, zh_corner_quotes, zh_spaces)}  # fmt: skip
THIRD["zh_title_only"] = Style(zh_title_only, CHINESE, named=False)
