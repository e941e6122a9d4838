"""A fourth batch, written before any of it was read: other calls, columns, captions, court reports, marks of desks."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable

from .calls import Said
from .portal_call import ENGLISH
from .portal_call_two import (
    AMERICAN,
    BOTH,
    COMPANY_BOTH,
    COMPANY_TWO,
    FIRMS_BOTH,
    FIRMS_TWO,
    NAMES_BOTH,
    TITLE_BOTH,
    TITLE_TWO,
    TITLES_BOTH,
    TITLES_TWO,
)
from .portal_pages import Style, blocks, firm_of, inline, wrapped


def firm_two(name: str) -> str:
    return FIRMS_TWO.get(name, COMPANY_TWO)


def american(label: Callable[[Said], str], *, operator: str = "Operator", **rest: object) -> str:
    """Speech under its label; `operator` is what the page calls them."""
    options = {"call": AMERICAN, "title": TITLE_TWO} | rest
    return blocks(lambda s: operator if s.role == "operator" else label(s), **options)  # type: ignore[arg-type]


def american_inline(label: Callable[[Said], str], *, operator: str = "Operator:", **rest: object) -> str:
    """Speech behind its label."""
    return american(label, operator=operator, under=" ", gap=" ", between=str(rest.pop("between", "\n")), **rest)


def motley_recent() -> str:
    def label(s: Said) -> str:
        return (
            f"{s.name} -- {FIRMS_TWO[s.name]} -- {TITLES_TWO[s.name]}"
            if s.name in FIRMS_TWO
            else f"{s.name} -- {TITLES_TWO[s.name]}"
        )

    text = american(label, under="\n\n", gap="\n\n", heading="Questions & Answers:", title="Contents:\n\nPrepared Remarks\n\nQuestions and Answers\n\nCall Participants\n\nPrepared Remarks:")  # fmt: skip
    advert = "\n\n10 shares we would sooner hold than Tillerman Grain Holdings\n\nWhen our team has a tip, it can pay to listen. See the 10 shares\n\n*Returns as of November 4, 2032\n\n"
    text = text.replace("\n\nA.J. Prescott -- Stonecrop Partners -- Senior Equity Analyst\n\nAnd does", advert + "A.J. Prescott -- Stonecrop Partners -- Senior Equity Analyst\n\nAnd does")  # fmt: skip
    people = "\n\n".join(label(Said(n, "", "", ())) for n in TITLES_TWO)
    return (
        text
        + f"\nDuration: 41 minutes\n\nCall participants:\n\n{people}\n\nMore TGH analysis\n\nAll earnings call transcripts\n"
    )


def bloomberg_bio() -> str:
    def label(s: Said) -> str:
        if s.role == "operator":
            return "Operator"
        bio = f"{{BIO {15000000 + 371 * len(s.name)} <GO>}}"
        if s.section == "prepared":
            return f"{s.name} {bio}"
        return f"{'Q' if s.role == 'analyst' else 'A'} - {s.name} {bio}"

    head = "Company Name: Tillerman Grain Holdings\nCompany Ticker: TGH US Equity\nDate: 2032-11-04\n\nQ4 2032 Earnings Call\n\nMANAGEMENT DISCUSSION SECTION"
    return american(label, heading="Q&A", title=head)


def factset_web() -> str:
    def label(s: Said) -> str:
        mark = "" if s.section == "prepared" else "\nQ" if s.role == "analyst" else "\nA"
        return f"{s.name}\n{TITLES_TWO[s.name]} at {firm_two(s.name)}{mark}"

    return american(label, between="\n")


def refinitiv_pages() -> str:
    out, page = [], 2
    for i, s in enumerate(AMERICAN):
        label = "Operator" if s.role == "operator" else f"{s.name} {COMPANY_TWO} - {TITLES_TWO[s.name]}" if s.name not in FIRMS_TWO else f"{s.name} {FIRMS_TWO[s.name]} - {TITLES_TWO[s.name]}"  # fmt: skip
        words = wrapped("\n".join(s.words), 118).split("\n")
        if i % 4 == 2:
            page += 1
            words[1:1] = [
                str(page),
                "DESKTOP STREETEVENTS | www.desk.example | Contact Us",
                "©2032 Desktop. All rights reserved. Nobody may print or hand on Desktop content, framed or otherwise, who has not been given prior written consent by Desktop beforehand.",
                "NOVEMBER 04, 2032 / 1:30PM, TGH.N - Q4 2032 Tillerman Grain Holdings Inc Earnings Call",
            ]
        if i and s.section != AMERICAN[i - 1].section:
            out.append("QUESTIONS AND ANSWERS")
        out.append("\n".join([label, *words]))
    return "PRESENTATION\n" + "\n".join(out) + "\n"


def two_columns_colon() -> str:
    def turn(s: Said) -> str:
        lines = textwrap.wrap(" ".join(s.words), 62)
        return "\n".join(f"{(s.name + ':') if i == 0 else '':<28}{line}" for i, line in enumerate(lines))

    return TITLE_TWO + "\n\n" + "\n\n".join(turn(s) for s in AMERICAN) + "\n"


def two_columns_bare() -> str:
    def turn(s: Said) -> str:
        lines = textwrap.wrap(" ".join(s.words), 62)
        return "\n".join(f"{s.name if i == 0 else '':<28}{line}" for i, line in enumerate(lines))

    return TITLE_TWO + "\n\n" + "\n".join(turn(s) for s in AMERICAN) + "\n"


def surname_capitals() -> str:
    def label(s: Said) -> str:
        if s.role == "operator":
            return "Operator"
        first, last = s.name.removesuffix(" Jr.").split(" ", 1)
        return f"{first} {last.upper()} – {firm_of(s.name)}"

    return blocks(label, title="Halvorsen Marine Group – H1 2031 results – conference call transcript")


def questions_unnamed() -> str:
    def label(s: Said) -> str:
        return f"{s.name}:" if s.section == "prepared" else "Q." if s.role == "analyst" else "A."

    return inline(label, call=[s for s in AMERICAN if s.role != "operator"], title=TITLE_TWO, heading="Q&A Session")


SHORT = {"Mary Kate Dunleavy": "MKD", "R. Scott Abernathy III": "RSA", "Anjali Raghunathan": "AR", "Wei-Lin Hsu": "WLH", "A.J. Prescott": "AJP", "Guillermo de la Cruz": "GDC", "Bo Yun": "BY"}  # fmt: skip


def initials() -> str:
    people = "\n".join(f"{SHORT[n]} – {n}, {TITLES_TWO[n]}, {firm_two(n)}" for n in TITLES_TWO)
    return american_inline(lambda s: f"{SHORT[s.name]}:", title=f"{TITLE_TWO}\n\nParticipants\n{people}\n\nTranscript")


def json_speech() -> str:
    rows = [{"speaker": s.name, "speech": list(s.words)} for s in AMERICAN]
    return json.dumps(rows, indent=2, ensure_ascii=False) + "\n"


def captions_voice() -> str:
    cues = [f"00:{i:02}:03.120 --> 00:{i:02}:51.000\n<v {s.name}>{' '.join(s.words)}</v>" for i, s in enumerate(AMERICAN)]  # fmt: skip
    return "WEBVTT\n\n" + "\n\n".join(cues) + "\n"


def subtitles() -> str:
    out, number = [], 0
    for i, s in enumerate(AMERICAN):
        for j, line in enumerate(textwrap.wrap(" ".join(s.words), 70)):
            number += 1
            name = f"{s.name.upper()}: " if j == 0 else ""
            out.append(f"{number}\n00:{i:02}:{2 * j % 60:02},000 --> 00:{i:02}:{(2 * j + 2) % 60:02},000\n{name}{line}")
    return "\n\n".join(out) + "\n"


def diarized_clock() -> str:
    order = list(dict.fromkeys(s.name for s in AMERICAN))
    return "".join(
        f"[00:{i:02}:01.000 --> 00:{i:02}:48.120] SPEAKER_{order.index(s.name):02}: {' '.join(s.words)}\n"
        for i, s in enumerate(AMERICAN)
    )


def diarized_brackets() -> str:
    order = list(dict.fromkeys(s.name for s in AMERICAN))
    return "".join(f"[Speaker:{order.index(s.name)}] {' '.join(s.words)}\n" for s in AMERICAN)


def clock_first() -> str:
    return "".join(f"[00:{i:02}:09] {s.name}: {' '.join(s.words)}\n" for i, s in enumerate(AMERICAN))


def underlined() -> str:
    def label(s: Said) -> str:
        line = f"{s.name}, {TITLES_TWO[s.name]}" if s.section == "prepared" else s.name
        return f"{line}\n{'-' * len(line)}"

    return american(label, operator="Operator\n--------")


def headings() -> str:
    return american(
        lambda s: f"### {s.name}, {TITLES_TWO[s.name]}",
        operator="### Operator",
        title=f"# {TITLE_TWO}\n\n## Presentation",
        heading="## Questions and answers",
        under="\n\n",
        gap="\n\n",
    )


def bold_colon() -> str:
    return american_inline(lambda s: f"**{s.name}:**", operator="**Operator:**", between="\n\n")


def bold_italics_brackets() -> str:
    return american_inline(lambda s: f"**{s.name}** (*{TITLES_TWO[s.name]}, {firm_two(s.name)}*):", operator="**Operator**:", between="\n\n")  # fmt: skip


def long_labels_colon_wrapped() -> str:
    def label(s: Said) -> str:
        return f"{s.name}, {TITLES_TWO[s.name]}, Global Agribusiness and Food Ingredients, {firm_two(s.name)} International Limited:"

    return wrapped(american_inline(label, between="\n\n"), 66)


def full_stop() -> str:
    return american_inline(lambda s: f"{s.name}.", operator="Operator.")


def congress() -> str:
    def label(s: Said) -> str:
        return f"  Mr. {s.name.split(' ')[-1].upper()}." if s.name != "R. Scott Abernathy III" else "  Mr. ABERNATHY."

    return wrapped(american_inline(label, operator="  The OPERATOR."), 76)


def dash_title_capitals() -> str:
    return american(lambda s: f"{s.name.upper()}—{TITLES_TWO[s.name].upper()}", operator="OPERATOR")


def slashes() -> str:
    return american(lambda s: f"{s.name} / {TITLES_TWO[s.name]} / {firm_two(s.name)}")


def bars_and_clock() -> str:
    out = [TITLE_TWO]
    for i, s in enumerate(AMERICAN):
        out.append(f"{s.name} | 00:{i:02}:30\n" + "\n".join(s.words))
    return "\n\n".join(out) + "\n"


def numbered_lines() -> str:
    lines = wrapped(inline(lambda s: f"{s.name.upper()}:", call=AMERICAN, title=TITLE_TWO), 60).split("\n")
    return "\n".join(f"{i % 25 + 1:>2}   {line}" for i, line in enumerate(lines)) + "\n"


def tab_hanging() -> str:
    return american_inline(lambda s: f"{s.name}:\t", operator="Operator:\t")


def coordinator() -> str:
    return american_inline(lambda s: f"{s.name}:", operator="Conference Coordinator:")


def facilitator_line() -> str:
    return american(lambda s: f"{s.name} ({firm_two(s.name)})", operator="Facilitator")


def broken_lines() -> str:
    out = [TITLE_TWO]
    for s in AMERICAN:
        out.append(s.name)
        out += [line for words in s.words for line in words.replace(". ", ".\n").split("\n")]
    return "\n\n".join(out) + "\n"


def feet_in_speech() -> str:
    lines = wrapped(american(lambda s: f"{s.name}, {TITLES_TWO[s.name]}"), 90).split("\n")
    out = []
    for i, line in enumerate(lines):
        out.append(line)
        if i % 24 == 23:
            out += [f"{i // 24 + 1} | P a g e", "© 2032 Tillerman Grain Holdings, Inc. All rights reserved.", "Q4 2032 Earnings Conference Call"]  # fmt: skip
    return "\n".join(out) + "\n"


def full_stop_then_title() -> str:
    return american(lambda s: f"{s.name}. {TITLES_TWO[s.name]}, {firm_two(s.name)}.", operator="Operator.")


def spaced_columns() -> str:
    return american(lambda s: f"{s.name}{' ' * (30 - len(s.name))}{TITLES_TWO[s.name]}")


def asks_and_answers_firm() -> str:
    def label(s: Said) -> str:
        if s.section == "prepared":
            return f"{s.name} – {TITLES_TWO[s.name]}"
        return f"Q – {firm_two(s.name)} – {s.name}" if s.role == "analyst" else f"A – {TITLES_TWO[s.name]} – {s.name}"

    return american(label, heading="Q&A SESSION")


def company_first() -> str:
    return american(lambda s: f"{firm_two(s.name)} | {s.name}")


def guillemets() -> str:
    return american_inline(lambda s: f"» {s.name}, {firm_two(s.name)}:", operator="» Operator:")


def memo_both() -> str:
    out = [TITLE_BOTH]
    for i, s in enumerate(BOTH):
        label = "**Operator**" if s.role == "operator" else f"**{s.name} - {FIRMS_BOTH.get(s.name, COMPANY_BOTH)}, {TITLES_BOTH[s.name]}**"  # fmt: skip
        out.append(f"{label}\n\n(00:{i:02}:02) {s.words[0]}\n(00:{i:02}:02) {s.words[1]}")
    return "\n\n".join(out) + "\n"


def names_of_both() -> str:
    return blocks(lambda s: f"{s.name} {NAMES_BOTH[s.name]}", call=BOTH, title=TITLE_BOTH)


def names_of_both_slash_colon() -> str:
    return blocks(lambda s: f"{s.name}/{NAMES_BOTH[s.name]}:", call=BOTH, title=TITLE_BOTH, under=" ")


def names_of_both_brackets() -> str:
    return blocks(
        lambda s: f"{s.name}（{NAMES_BOTH[s.name]}）" + ("" if s.role == "operator" else f" - {TITLES_BOTH[s.name]}"),
        call=BOTH,
        title=TITLE_BOTH,
    )


def english_names_colon() -> str:
    return blocks(lambda s: f"{s.name}:", call=BOTH, title=TITLE_BOTH, under=" ")


def languages_marked() -> str:
    out = [TITLE_BOTH]
    out += [f"{s.name}\n[EN] {s.words[0]}\n[中文] {s.words[1]}" for s in BOTH]
    return "\n\n".join(out) + "\n"


def _all(call: tuple[Said, ...], *renderings: Callable[[], str], named: bool = True) -> dict[str, Style]:
    return {f.__name__: Style(f, call, named) for f in renderings}


FOURTH: dict[str, Style] = (
    _all(
        AMERICAN, motley_recent, bloomberg_bio, factset_web, refinitiv_pages, two_columns_colon, two_columns_bare, initials, json_speech,
        captions_voice, subtitles, clock_first, underlined, headings, bold_colon, bold_italics_brackets, long_labels_colon_wrapped,
        full_stop, dash_title_capitals, slashes, bars_and_clock, numbered_lines, tab_hanging, coordinator, facilitator_line, broken_lines,
        feet_in_speech, full_stop_then_title, spaced_columns, asks_and_answers_firm, company_first, guillemets,
    )
    | _all(AMERICAN, diarized_clock, diarized_brackets, congress, named=False)
    | _all(ENGLISH, surname_capitals)
    | _all(BOTH, memo_both, names_of_both, names_of_both_slash_colon, names_of_both_brackets, english_names_colon, languages_marked)
    | {"questions_unnamed": Style(questions_unnamed, AMERICAN, named=False, operator=False)}
)  # fmt: skip
