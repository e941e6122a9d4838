"""A second batch of renderings, written after the first had been mended and before any was read."""

from __future__ import annotations

from .calls import Said
from .portal_call import CHINESE, ENGLISH, FIRMS, FIRMS_ZH, TITLES, TITLES_ZH
from .portal_pages import Style, blocks, firm_of, in_chinese, inline, without_accents, wrapped


def capitals_dash_speech() -> str:
    return inline(
        lambda s: "OPERATOR –" if s.role == "operator" else f"{s.name.upper()} ({firm_of(s.name).upper()}) –", title=""
    )


def angles_behind() -> str:
    return inline(lambda s: f"{s.name} >>", title="")


def mark_on_its_own_line() -> str:
    out = ["Q2 2031 Earnings Call"]
    for s in ENGLISH:
        mark = "" if s.section == "prepared" else "\nQ" if s.role == "analyst" else "\nA"
        label = "Operator" if s.role == "operator" else f"{s.name}\n{TITLES[s.name]}, {firm_of(s.name)}{mark}"
        out.append(f"{label}\n" + "\n".join(s.words))
    return "\n".join(out) + "\n"


def clock_behind_colon() -> str:
    return blocks(lambda s: f"{s.name}: (00:{ENGLISH.index(s):02}:41)", title="")


def bold_and_clock() -> str:
    return blocks(lambda s: f"**{s.name}** [00:{ENGLISH.index(s):02}:41]", title="# Transcript")


def brackets_and_colon() -> str:
    return inline(lambda s: f"[{without_accents(s.name).upper()}]:", title="")


def indented_pdf() -> str:
    out = ["Halvorsen Marine Group\nQ2 2031 Results Conference Call\nAugust 6, 2031\n"]
    for i, s in enumerate(ENGLISH):
        under = "" if s.role == "operator" else f"\n  {TITLES[s.name]}, {firm_of(s.name)}"
        out.append(
            f"  {s.name}{under}\n" + "\n".join("     " + line for line in wrapped(" ".join(s.words), 84).split("\n"))
        )
        if i % 5 == 4:
            out.append(
                f"                      Page {i // 5 + 1} of 5\n  Halvorsen Marine Group – Q2 2031 Results Conference Call"
            )
    return "\n".join(out) + "\n"


def counted_own_line() -> str:
    return blocks(
        lambda s: f"{ENGLISH.index(s) + 1}. {s.name}" + ("" if s.role == "operator" else f", {TITLES[s.name]}")
    )


def number_one_blank() -> str:
    return blocks(
        lambda s: (
            ("Operator" if s.role == "operator" else f"{s.name}, {firm_of(s.name)} - {TITLES[s.name]}")
            + f" [{ENGLISH.index(s) + 1}]"
        )
    )


def side_behind_dash() -> str:
    return blocks(
        lambda s: "Operator" if s.role == "operator" else f"{s.name} - {'Analyst' if s.name in FIRMS else 'Executive'}"
    )


def quoted_cells() -> str:
    rows = [f'"{s.name}","{TITLES.get(s.name, "")}","{" ".join(s.words)}"' for s in ENGLISH]
    return '"speaker","title","text"\n' + "\n".join(rows) + "\n"


def pipes_and_colon() -> str:
    return inline(
        lambda s: "Operator:" if s.role == "operator" else f"{s.name} | {firm_of(s.name)} | {TITLES[s.name]}:"
    )


def court_reporter() -> str:
    men = {"Luís Carvalho Jr.", "Magnus van der Berg", "Peter-John McAllister", "Kenichi Watari"}

    def label(s: Said) -> str:
        if s.role == "operator":
            return "THE OPERATOR:"
        last = without_accents(s.name.removesuffix(" Jr.").split(" ", 1)[1]).upper()
        return f"{'MR.' if s.name in men else 'MS.'} {last}:"

    return wrapped(inline(label, title="").replace("\n", "\n     "), 72)


def wrapped_colon() -> str:
    return wrapped(inline(lambda s: f"{s.name}:"), 80)


def dash_speech() -> str:
    return inline(lambda s: f"{s.name} –")


def described_and_clock() -> str:
    return blocks(
        lambda s: (
            ("Operator" if s.role == "operator" else f"{s.name} ({TITLES[s.name]}, {firm_of(s.name)})")
            + f" [00:{ENGLISH.index(s):02}:15]:"
        )
    )


def windows_lines() -> str:
    return blocks(lambda s: "Operator:" if s.role == "operator" else f"{s.name} – {TITLES[s.name]}:").replace(
        "\n", "\r\n"
    )


def part_then_name() -> str:
    return inline(
        lambda s: (
            "Operator:"
            if s.role == "operator"
            else f"{'Analyst' if s.name in FIRMS else 'Company Representative'} ({s.name}):"
        )
    )


def mark_then_name() -> str:
    def label(s: Said) -> str:
        if s.role == "operator" or s.section == "prepared":
            return f"{s.name}"
        return f"Q: {s.name}, {FIRMS[s.name]}" if s.role == "analyst" else f"A: {s.name}"

    return blocks(label)


def no_lists_no_titles() -> str:
    return blocks(lambda s: s.name, title="")


def heads_in_speech() -> str:
    body = inline(lambda s: f"{s.name}:", between="\n\n", title="").split("\n\n")
    head = "\nHalvorsen Marine Group – Second Quarter 2031 Results Call – August 6, 2031\n"
    return "\n\n".join(
        line[:80] + line[80:].replace(". ", f".{head}", 1) if i % 3 == 2 else line for i, line in enumerate(body)
    )


def zh_lenticular_line() -> str:
    return in_chinese(
        lambda s: "【主持人】" if s.role == "operator" else f"【{FIRMS_ZH.get(s.name) or TITLES_ZH[s.name]}{s.name}】"
    )


def zh_bracket_clock() -> str:
    return in_chinese(
        lambda s: (
            (s.name if s.role == "operator" else f"{s.name}（{FIRMS_ZH.get(s.name, '沐川环境')} {TITLES_ZH[s.name]}）")
            + f"  14:{CHINESE.index(s):02}:22"
        )
    )


def zh_asker() -> str:
    def label(s: Said) -> str:
        if s.role == "operator":
            return "主持人"
        if s.section == "prepared":
            return f"发言人：{s.name}（{TITLES_ZH[s.name]}）"
        return f"提问者：{s.name}（{FIRMS_ZH[s.name]}）" if s.role == "analyst" else f"回答者：{s.name}"

    return in_chinese(label)


def zh_mark_bracket() -> str:
    def label(s: Said) -> str:
        if s.role == "operator" or s.section == "prepared":
            return f"{s.name}："
        return f"Q：（{FIRMS_ZH[s.name]}-{s.name}）" if s.role == "analyst" else f"A：（{s.name}）"

    return in_chinese(label, under="")


def zh_asks_answers() -> str:
    def label(s: Said) -> str:
        if s.role == "operator":
            return "主持人："
        if s.section == "prepared":
            return f"{TITLES_ZH[s.name]} {s.name}："
        return (
            f"{FIRMS_ZH[s.name]}{TITLES_ZH[s.name]} {s.name} 问："
            if s.role == "analyst"
            else f"{TITLES_ZH[s.name]} {s.name} 答："
        )

    return in_chinese(label, under="")


def zh_name_title() -> str:
    return in_chinese(
        lambda s: "主持人：" if s.role == "operator" else f"{s.name} {FIRMS_ZH.get(s.name, '')}{TITLES_ZH[s.name]}：",
        under="",
    )


SECOND: dict[str, Style] = {
    f.__name__: Style(f) for f in (
        capitals_dash_speech, angles_behind, mark_on_its_own_line, clock_behind_colon, bold_and_clock, brackets_and_colon, indented_pdf,
        counted_own_line, number_one_blank, side_behind_dash, quoted_cells, pipes_and_colon, court_reporter, wrapped_colon, dash_speech,
        described_and_clock, windows_lines, part_then_name, mark_then_name, no_lists_no_titles, heads_in_speech,
    )
} | {
    f.__name__: Style(f, CHINESE) for f in (
        zh_lenticular_line, zh_bracket_clock, zh_asker, zh_mark_bracket, zh_asks_answers, zh_name_title,
    )
}  # fmt: skip
