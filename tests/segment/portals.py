"""The calls of `portal_call.py` as portals, companies and meeting software print them."""

from __future__ import annotations

from .calls import Said
from .portal_call import CHINESE, COMPANY, ENGLISH, FIRMS, TITLES
from .portal_pages import TITLE, Style, blocks, described, firm_of, inline, without_accents, wrapped
from .portals_chinese import (
    zh_brackets_part,
    zh_firm_bracket,
    zh_markdown,
    zh_numbered_qa,
    zh_polite,
    zh_portal,
    zh_speaker_bracket_clock,
    zh_speaker_clock,
    zh_title_dash,
    zh_wrapped,
)


def street_wrapped() -> str:
    out = [
        "Thomson StreetEvents Event Transcript\nE D I T E D   V E R S I O N\n\nQ2 2031 Halvorsen Marine Group Earnings Call\nAUGUST 06, 2031 / 8:00AM GMT\n\n"
        + "=" * 80
        + "\nCorporate Participants\n"
        + "=" * 80
    ]
    out += [f" * {n}\n   {described(n)}" for n in TITLES if n not in FIRMS]
    out.append("=" * 80 + "\nConference Call Participiants\n" + "=" * 80)
    out += [f" * {n}\n   {described(n)}" for n in FIRMS]
    number, section = 0, ""
    for said in ENGLISH:
        if said.section != section:
            out.append("=" * 80 + "\n" + ("Presentation" if said.section == "prepared" else "Questions and Answers"))
            number, section = 0, said.section
        number += 1
        label = "Operator" if said.role == "operator" else f"{said.name},  {described(said.name)}"
        out.append(
            "-" * 80 + f"\n{label}   [{number}]\n" + "-" * 80 + "\n" + wrapped("\n\n".join(said.words), 80) + "\n"
        )
    return "\n".join(out)


def seeking_old() -> str:
    people = "Executives\n\n" + "\n\n".join(f"{n} – {TITLES[n]}" for n in TITLES if n not in FIRMS)
    guests = "Analysts\n\n" + "\n\n".join(f"{n} – {FIRMS[n]}" for n in FIRMS)

    def label(s: Said) -> str:
        return "**Operator**" if s.role == "operator" else f"**{s.name} – {FIRMS.get(s.name, TITLES.get(s.name))}**"

    return blocks(
        label,
        under="\n\n",
        gap="\n\n",
        heading="**Question-and-Answer Session**",
        title=f"{TITLE}\n\n{people}\n\n{guests}",
    )


def seeking_new() -> str:
    people = "Company Participants\n\n" + "\n".join(f"{n} - {TITLES[n]}" for n in TITLES if n not in FIRMS)
    guests = "Conference Call Participants\n\n" + "\n".join(f"{n} - {FIRMS[n]}" for n in FIRMS)
    return blocks(
        lambda s: s.name,
        under="\n\n",
        gap="\n\n",
        heading="Question-and-Answer Session",
        title=f"{TITLE}\n\n{people}\n\n{guests}\n\nPresentation",
    )


def motley_italics() -> str:
    def label(s: Said) -> str:
        return (
            "**Operator**"
            if s.role == "operator"
            else (
                f"**{s.name}** -- *{firm_of(s.name)} -- {TITLES[s.name]}*"
                if s.name in FIRMS
                else f"**{s.name}** -- *{TITLES[s.name]}*"
            )
        )

    return blocks(label, under="\n\n", gap="\n\n", heading="## Questions & Answers:", title="## Prepared Remarks:")


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
        out.append(f"{said.name}{under}\n" + wrapped("\n".join(said.words), 105))
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
        words = wrapped(" ".join(said.words), 110)
        if said.role == "operator":
            out.append(wrapped("Operator: " + " ".join(said.words), 110) + "\n" + dots)
        else:
            mark = "" if said.section == "prepared" else "  Q" if said.role == "analyst" else "  A"
            half = words.split("\n")
            head = f"Halvorsen Marine Group (HMG)\nQ2 2031 Earnings Call\nCorrected Transcript\n06-Aug-2031\n1-877-DESKALL www.callstreet.example\n{i}\nCopyright © 2001-2031 CallDesk, LLC"
            if i % 3 == 2 and len(half) > 1:
                words = half[0] + "\n" + head + "\n" + "\n".join(half[1:])
            out.append(f"{said.name}\n{TITLES[said.name]}, {firm_of(said.name)}{mark}\n{words}\n{dots}")
    return "\n".join(out) + "\n"


def bloomberg_angles() -> str:
    def label(s: Said) -> str:
        if s.role == "operator":
            return "Operator\n"
        if s.section == "prepared":
            return f"{s.name}, {TITLES[s.name]}\n"
        return f"<{'Q' if s.role == 'analyst' else 'A'} - {s.name}>:"

    return inline(label, heading="Q&A", title=f"{TITLE}\n\nMANAGEMENT DISCUSSION SECTION")


def alpha_clock() -> str:
    out = [TITLE]
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
    return blocks(lambda s: f"{s.name} ({3 * ENGLISH.index(s):02}:{17}):", title="")


def otter_numbers() -> str:
    order = list(dict.fromkeys(s.name for s in ENGLISH))
    return blocks(
        lambda s: f"Speaker {order.index(s.name) + 1}  {ENGLISH.index(s)}:05  ", title="HMG Q2 2031 results call"
    )


def captions_capitals() -> str:
    return inline(lambda s: f">> {without_accents(s.name).upper()}:", title="")


def zoom_bracket_clock() -> str:
    return blocks(lambda s: f"[{s.name}] 08:{ENGLISH.index(s):02}:12", title="")


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

    return wrapped(blocks(label, heading="QUESTION & ANSWER SESSION"), 80)


def last_first() -> str:
    def label(s: Said) -> str:
        if s.role == "operator":
            return "Operator"
        words = s.name.removesuffix(" Jr.").split(" ")
        last = " ".join(words[1:])
        return f"{last}, {words[0]} - {described(s.name)}"

    return blocks(label)


def hard_blanks() -> str:
    def label(s: Said) -> str:
        return (
            "Operator:\xa0"
            if s.role == "operator"
            else f"{s.name.replace(' ', chr(0xA0))}\xa0–\xa0{TITLES[s.name]}:\xa0"
        )

    return inline(label, between="\n\xa0\n")


def sheet() -> str:
    rows = [
        f"{s.name}\t{TITLES.get(s.name, '')}\t{firm_of(s.name) if s.role != 'operator' else ''}\t{' '.join(s.words)}"
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

    return inline(label)


def question_answer_words() -> str:
    def label(s: Said) -> str:
        if s.role == "operator" or s.section == "prepared":
            return f"{s.name}:"
        return f"Question – {s.name}, {FIRMS[s.name]}:" if s.role == "analyst" else f"Answer – {s.name}:"

    return inline(label)


def bullets_q() -> str:
    def label(s: Said) -> str:
        if s.role == "operator" or s.section == "prepared":
            return f"• {s.name}:"
        return f"• {'Q' if s.role == 'analyst' else 'A'} – {s.name}:"

    return inline(label)


def bullets_q_own_line() -> str:
    def label(s: Said) -> str:
        if s.role == "operator" or s.section == "prepared":
            return f"• {s.name}"
        return f"• {'Q' if s.role == 'analyst' else 'A'} – {s.name}"

    return blocks(label)


def capitals_all() -> str:
    def label(s: Said) -> str:
        return "OPERATOR:" if s.role == "operator" else f"{s.name}, {TITLES[s.name]}, {firm_of(s.name)}:".upper()

    return inline(label)


def dash_first() -> str:
    def label(s: Said) -> str:
        return "- Operator" if s.role == "operator" else f"- {s.name} ({firm_of(s.name)})"

    return blocks(label).replace("\n", "\n  ").replace("\n  - ", "\n- ")


def honorifics() -> str:
    men = {"Luís Carvalho Jr.", "Magnus van der Berg", "Peter-John McAllister", "Kenichi Watari"}

    def label(s: Said) -> str:
        if s.role == "operator":
            return "Operator:"
        last = s.name.removesuffix(" Jr.").split(" ", 1)[1]
        return f"{'Mr.' if s.name in men else 'Ms.'} {last}:"

    return inline(label)


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
            else f"{s.name}{extra.get(s.name, '')} — {TITLES[s.name]}, {firm_of(s.name)}"
        )

    return blocks(label, under="\n\n", gap="\n\n")


def no_operator_lines() -> str:
    kept = [s for s in ENGLISH if s.role != "operator"]
    return blocks(lambda s: f"{s.name} - {described(s.name)}", call=kept)


def unknown_analysts() -> str:
    return blocks(
        lambda s: (
            "Unidentified Analyst"
            if s.role == "analyst"
            else s.name
            if s.role == "operator"
            else f"{s.name} -- {TITLES[s.name]}"
        ),
        under="\n\n",
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
