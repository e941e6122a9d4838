"""The calls of `portal_call.py` as portals, companies and meeting software print them."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .calls import Said
from .portal_call import CHINESE, COMPANY, ENGLISH, FIRMS, FIRMS_ZH, TITLES, TITLES_ZH

_TITLE = "Halvorsen Marine Group (HMG) Q2 2031 Earnings Call"


@dataclass(frozen=True)
class Style:
    """A rendering. `named`: the page says who speaks by name; `operator`: it prints the operator's turns."""

    render: Callable[[], str]
    call: Sequence[Said] = ENGLISH
    named: bool = True
    operator: bool = True


def _firm(name: str) -> str:
    return FIRMS.get(name, COMPANY)


def _wrap(text: str, width: int) -> str:
    return "\n".join(textwrap.fill(line, width, break_on_hyphens=False) for line in text.split("\n"))


def _plain(name: str) -> str:
    """Without accents, as captions and old systems print a name."""
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


def _blocks(label: Callable[[Said], str], *, under: str = "\n", gap: str = "\n", between: str = "\n\n", heading: str | None = None, call: Sequence[Said] = ENGLISH, title: str = _TITLE) -> str:  # fmt: skip
    out = [title]
    for index, said in enumerate(call):
        if heading and index and said.section != call[index - 1].section:
            out.append(heading)
        out.append(label(said) + under + gap.join(said.words))
    return between.join(out) + "\n"


def _inline(label: Callable[[Said], str], *, between: str = "\n", call: Sequence[Said] = ENGLISH, title: str = _TITLE, heading: str | None = None) -> str:  # fmt: skip
    return _blocks(label, under=" ", gap=" ", between=between, call=call, title=title, heading=heading)


def _described(name: str) -> str:
    return f"{_firm(name)} - {TITLES[name]}"


def street_wrapped() -> str:
    out = [
        "Thomson StreetEvents Event Transcript\nE D I T E D   V E R S I O N\n\nQ2 2031 Halvorsen Marine Group Earnings Call\nAUGUST 06, 2031 / 8:00AM GMT\n\n"
        + "=" * 80
        + "\nCorporate Participants\n"
        + "=" * 80
    ]
    out += [f" * {n}\n   {_described(n)}" for n in TITLES if n not in FIRMS]
    out.append("=" * 80 + "\nConference Call Participiants\n" + "=" * 80)
    out += [f" * {n}\n   {_described(n)}" for n in FIRMS]
    number, section = 0, ""
    for said in ENGLISH:
        if said.section != section:
            out.append("=" * 80 + "\n" + ("Presentation" if said.section == "prepared" else "Questions and Answers"))
            number, section = 0, said.section
        number += 1
        label = "Operator" if said.role == "operator" else f"{said.name},  {_described(said.name)}"
        out.append("-" * 80 + f"\n{label}   [{number}]\n" + "-" * 80 + "\n" + _wrap("\n\n".join(said.words), 80) + "\n")
    return "\n".join(out)


def seeking_old() -> str:
    people = "Executives\n\n" + "\n\n".join(f"{n} – {TITLES[n]}" for n in TITLES if n not in FIRMS)
    guests = "Analysts\n\n" + "\n\n".join(f"{n} – {FIRMS[n]}" for n in FIRMS)

    def label(s: Said) -> str:
        return "**Operator**" if s.role == "operator" else f"**{s.name} – {FIRMS.get(s.name, TITLES.get(s.name))}**"

    return _blocks(
        label,
        under="\n\n",
        gap="\n\n",
        heading="**Question-and-Answer Session**",
        title=f"{_TITLE}\n\n{people}\n\n{guests}",
    )


def seeking_new() -> str:
    people = "Company Participants\n\n" + "\n".join(f"{n} - {TITLES[n]}" for n in TITLES if n not in FIRMS)
    guests = "Conference Call Participants\n\n" + "\n".join(f"{n} - {FIRMS[n]}" for n in FIRMS)
    return _blocks(
        lambda s: s.name,
        under="\n\n",
        gap="\n\n",
        heading="Question-and-Answer Session",
        title=f"{_TITLE}\n\n{people}\n\n{guests}\n\nPresentation",
    )


def motley_italics() -> str:
    def label(s: Said) -> str:
        return (
            "**Operator**"
            if s.role == "operator"
            else (
                f"**{s.name}** -- *{_firm(s.name)} -- {TITLES[s.name]}*"
                if s.name in FIRMS
                else f"**{s.name}** -- *{TITLES[s.name]}*"
            )
        )

    return _blocks(label, under="\n\n", gap="\n\n", heading="## Questions & Answers:", title="## Prepared Remarks:")


def capital_iq() -> str:
    out = ["Call Participants\nEXECUTIVES"]
    out += [f"{n}\n{TITLES[n]}" for n in TITLES if n not in FIRMS]
    out += ["ANALYSTS"] + [f"{n}\n{FIRMS[n]}, Research Division" for n in FIRMS] + ["Presentation"]
    page = 3
    for i, said in enumerate(ENGLISH):
        if i and said.section != ENGLISH[i - 1].section:
            out.append("Question and Answer")
        under = (
            ""
            if said.role == "operator"
            else f"\n{FIRMS[said.name]}, Research Division"
            if said.name in FIRMS
            else f"\n{TITLES[said.name]}"
        )
        out.append(f"{said.name}{under}\n" + _wrap("\n".join(said.words), 105))
        if i % 4 == 2:
            page += 1
            out.append(
                f"Copyright © 2031 Market Desk Intelligence, a division of Desk Global Inc. All Rights reserved.\ndeskglobal.example/marketintelligence {page}\nHALVORSEN MARINE GROUP FQ2 2031 EARNINGS CALL | AUG 06, 2031"
            )
    return "\n".join(out) + "\n"


def factset_heads() -> str:
    dots = "." * 150
    out = (
        ["CORPORATE PARTICIPANTS"]
        + [f"{n}\n{TITLES[n]}, {COMPANY}" for n in TITLES if n not in FIRMS]
        + [dots, "OTHER PARTICIPANTS"]
    )
    out += [f"{n}\n{TITLES[n]}, {FIRMS[n]}" for n in FIRMS] + [dots, "MANAGEMENT DISCUSSION SECTION"]
    for i, said in enumerate(ENGLISH):
        if i and said.section != ENGLISH[i - 1].section:
            out.append("QUESTION AND ANSWER SECTION")
        words = _wrap(" ".join(said.words), 110)
        if said.role == "operator":
            out.append(_wrap("Operator: " + " ".join(said.words), 110) + "\n" + dots)
        else:
            mark = "" if said.section == "prepared" else "  Q" if said.role == "analyst" else "  A"
            half = words.split("\n")
            head = f"Halvorsen Marine Group (HMG)\nQ2 2031 Earnings Call\nCorrected Transcript\n06-Aug-2031\n1-877-DESKALL www.callstreet.example\n{i}\nCopyright © 2001-2031 CallDesk, LLC"
            if i % 3 == 2 and len(half) > 1:
                words = half[0] + "\n" + head + "\n" + "\n".join(half[1:])
            out.append(f"{said.name}\n{TITLES[said.name]}, {_firm(said.name)}{mark}\n{words}\n{dots}")
    return "\n".join(out) + "\n"


def bloomberg_angles() -> str:
    def label(s: Said) -> str:
        if s.role == "operator":
            return "Operator\n"
        if s.section == "prepared":
            return f"{s.name}, {TITLES[s.name]}\n"
        return f"<{'Q' if s.role == 'analyst' else 'A'} - {s.name}>:"

    return _inline(label, heading="Q&A", title=f"{_TITLE}\n\nMANAGEMENT DISCUSSION SECTION")


def alpha_clock() -> str:
    out = [_TITLE]
    for i, s in enumerate(ENGLISH):
        role = (
            "Operator"
            if s.role == "operator"
            else f"Analysts, {FIRMS[s.name]}"
            if s.name in FIRMS
            else f"Executives, {TITLES[s.name]}"
        )
        name = "" if s.role == "operator" else f"{s.name}\n"
        out.append(f"{name}{role}\n00:{2 * i:02}:14\n" + "\n".join(s.words))
    return "\n\n".join(out) + "\n"


def rev_speakers() -> str:
    return _blocks(lambda s: f"{s.name} ({3 * ENGLISH.index(s):02}:{17}):", title="")


def otter_numbers() -> str:
    order = list(dict.fromkeys(s.name for s in ENGLISH))
    return _blocks(
        lambda s: f"Speaker {order.index(s.name) + 1}  {ENGLISH.index(s)}:05  ", title="HMG Q2 2031 results call"
    )


def captions_capitals() -> str:
    return _inline(lambda s: f">> {_plain(s.name).upper()}:", title="")


def zoom_bracket_clock() -> str:
    return _blocks(lambda s: f"[{s.name}] 08:{ENGLISH.index(s):02}:12", title="")


def teams_cues() -> str:
    out = [f"0:{i}:3.120 --> 0:{i}:59.450\n{s.name}\n" + " ".join(s.words) for i, s in enumerate(ENGLISH)]
    return "\n\n".join(out) + "\n"


def company_pdf_capitals() -> str:
    def label(s: Said) -> str:
        short = {
            "Luís Carvalho Jr.": "CEO",
            "Xiulan Cheng": "CFO",
            "Magnus van der Berg": "COO",
            "Siobhán O'Dwyer-Katz": "VP INVESTOR RELATIONS",
        }
        return "OPERATOR" if s.role == "operator" else f"{s.name.upper()}, {short.get(s.name) or FIRMS[s.name].upper()}"

    return _wrap(_blocks(label, heading="QUESTION & ANSWER SESSION"), 80)


def last_first() -> str:
    def label(s: Said) -> str:
        if s.role == "operator":
            return "Operator"
        words = s.name.removesuffix(" Jr.").split(" ")
        last = " ".join(words[1:])
        return f"{last}, {words[0]} - {_described(s.name)}"

    return _blocks(label)


def hard_blanks() -> str:
    def label(s: Said) -> str:
        return (
            "Operator:\xa0"
            if s.role == "operator"
            else f"{s.name.replace(' ', chr(0xA0))}\xa0–\xa0{TITLES[s.name]}:\xa0"
        )

    return _inline(label, between="\n\xa0\n")


def sheet() -> str:
    rows = [
        f"{s.name}\t{TITLES.get(s.name, '')}\t{_firm(s.name) if s.role != 'operator' else ''}\t{' '.join(s.words)}"
        for s in ENGLISH
    ]
    return "Speaker\tTitle\tFirm\tText\n" + "\n".join(rows) + "\n"


def q_dot_brackets() -> str:
    def label(s: Said) -> str:
        if s.role == "operator":
            return "Operator."
        if s.section == "prepared":
            return f"{s.name}."
        return f"Q. ({s.name}, {FIRMS[s.name]})" if s.role == "analyst" else f"A. ({s.name})"

    return _inline(label)


def question_answer_words() -> str:
    def label(s: Said) -> str:
        if s.role == "operator" or s.section == "prepared":
            return f"{s.name}:"
        return f"Question – {s.name}, {FIRMS[s.name]}:" if s.role == "analyst" else f"Answer – {s.name}:"

    return _inline(label)


def bullets_q() -> str:
    def label(s: Said) -> str:
        if s.role == "operator" or s.section == "prepared":
            return f"• {s.name}:"
        return f"• {'Q' if s.role == 'analyst' else 'A'} – {s.name}:"

    return _inline(label)


def bullets_q_own_line() -> str:
    def label(s: Said) -> str:
        if s.role == "operator" or s.section == "prepared":
            return f"• {s.name}"
        return f"• {'Q' if s.role == 'analyst' else 'A'} – {s.name}"

    return _blocks(label)


def capitals_all() -> str:
    def label(s: Said) -> str:
        return "OPERATOR:" if s.role == "operator" else f"{s.name}, {TITLES[s.name]}, {_firm(s.name)}:".upper()

    return _inline(label)


def dash_first() -> str:
    def label(s: Said) -> str:
        return "- Operator" if s.role == "operator" else f"- {s.name} ({_firm(s.name)})"

    return _blocks(label).replace("\n", "\n  ").replace("\n  - ", "\n- ")


def honorifics() -> str:
    men = {"Luís Carvalho Jr.", "Magnus van der Berg", "Peter-John McAllister", "Kenichi Watari"}

    def label(s: Said) -> str:
        if s.role == "operator":
            return "Operator:"
        last = s.name.removesuffix(" Jr.").split(" ", 1)[1]
        return f"{'Mr.' if s.name in men else 'Ms.'} {last}:"

    return _inline(label)


def degrees() -> str:
    extra = {
        "Xiulan Cheng": ", CPA",
        "Nadia El-Amin": ", CFA",
        "Kenichi Watari": ", Ph.D.",
        "Luís Carvalho Jr.": ", MBA",
    }

    def label(s: Said) -> str:
        return (
            "Operator"
            if s.role == "operator"
            else f"{s.name}{extra.get(s.name, '')} — {TITLES[s.name]}, {_firm(s.name)}"
        )

    return _blocks(label, under="\n\n", gap="\n\n")


def no_operator_lines() -> str:
    kept = [s for s in ENGLISH if s.role != "operator"]
    return _blocks(lambda s: f"{s.name} - {_described(s.name)}", call=kept)


def unknown_analysts() -> str:
    return _blocks(
        lambda s: (
            "Unidentified Analyst"
            if s.role == "analyst"
            else s.name
            if s.role == "operator"
            else f"{s.name} -- {TITLES[s.name]}"
        ),
        under="\n\n",
    )


def _zh(label: Callable[[Said], str], **rest: object) -> str:
    return _blocks(label, call=CHINESE, title="沐川环境2031年半年度业绩说明会实录", **rest)  # type: ignore[arg-type]


def zh_numbered_qa() -> str:
    def label(s: Said) -> str:
        if s.section == "prepared" or s.role == "operator":
            return f"{s.name}："
        return (
            f"Q{CHINESE.index(s)}（{FIRMS_ZH[s.name]} {s.name}）："
            if s.role == "analyst"
            else f"A{CHINESE.index(s)}（{s.name}）："
        )

    return _zh(label, under="")


def zh_brackets_part() -> str:
    def label(s: Said) -> str:
        if s.role == "operator":
            return "【主持人】"
        if s.section == "prepared":
            return f"【{TITLES_ZH[s.name]}】{s.name}："
        return f"【提问】{FIRMS_ZH[s.name]} {s.name}：" if s.role == "analyst" else f"【回答】{s.name}："

    return _zh(label, under="")


def zh_speaker_clock() -> str:
    order = list(dict.fromkeys(s.name for s in CHINESE))
    return _zh(lambda s: f"发言人{order.index(s.name) + 1}  00:{CHINESE.index(s):02}:12")


def zh_speaker_bracket_clock() -> str:
    return _zh(lambda s: f"{s.name}：(00:{CHINESE.index(s):02}:33)")


def zh_wrapped() -> str:
    text = _zh(
        lambda s: f"{s.name}：" if s.role == "operator" else f"{FIRMS_ZH.get(s.name, '')}{TITLES_ZH[s.name]}{s.name}：",
        under="",
    )
    return "\n".join(line[i : i + 38] for line in text.split("\n") for i in range(0, max(1, len(line)), 38)) + "\n"


def zh_title_dash() -> str:
    return _zh(
        lambda s: (
            s.name if s.role == "operator" else f"{s.name}--{FIRMS_ZH.get(s.name, '沐川环境')}--{TITLES_ZH[s.name]}"
        )
    )


def zh_polite() -> str:
    men = {"程立夏", "宋知远", "白乐天"}

    def label(s: Said) -> str:
        return "主持人：" if s.role == "operator" else f"{s.name}{'先生' if s.name in men else '女士'}："

    return _zh(label, under="")


def zh_firm_bracket() -> str:
    return _zh(
        lambda s: f"<{s.name}>" if s.role == "operator" else f"<{s.name}·{FIRMS_ZH.get(s.name) or TITLES_ZH[s.name]}>",
        under="",
    )


def zh_markdown() -> str:
    return _zh(
        lambda s: (
            f"**{s.name}**" if s.role == "operator" else f"**{s.name}**（{FIRMS_ZH.get(s.name) or TITLES_ZH[s.name]}）"
        )
    )


def zh_portal() -> str:
    return _zh(
        lambda s: (
            f"{s.name}:"
            if s.role == "operator"
            else f"{FIRMS_ZH[s.name]}(12.30, 0.10, 0.8%){TITLES_ZH[s.name]}{s.name}:"
            if s.name in FIRMS_ZH
            else f"{TITLES_ZH[s.name]}{s.name}:"
        ),
        under="",
    )


FIRST: dict[str, Style] = {
    f.__name__: Style(f) for f in (
        street_wrapped, seeking_old, seeking_new, motley_italics, capital_iq, factset_heads, bloomberg_angles, alpha_clock, rev_speakers,
        captions_capitals, zoom_bracket_clock, teams_cues, company_pdf_capitals, last_first, hard_blanks, sheet, q_dot_brackets,
        question_answer_words, bullets_q, bullets_q_own_line, capitals_all, dash_first, honorifics, degrees,
    )
} | {
    "otter_numbers": Style(otter_numbers, named=False), "unknown_analysts": Style(unknown_analysts),
    "no_operator_lines": Style(no_operator_lines, operator=False),
} | {
    f.__name__: Style(f, CHINESE) for f in (
        zh_numbered_qa, zh_brackets_part, zh_speaker_bracket_clock, zh_wrapped, zh_title_dash, zh_polite, zh_firm_bracket, zh_markdown, zh_portal,
    )
} | {"zh_speaker_clock": Style(zh_speaker_clock, CHINESE, named=False)}  # fmt: skip
