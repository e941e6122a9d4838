"""An invented call, printed in many styles. Company, people, firms and figures are made up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """One turn of the invented call: who, in which role, and the paragraphs said."""

    name: str
    role: str
    section: str
    words: tuple[str, ...]


TITLES = {
    "Mara Quill": "Vice President of Investor Relations",
    "Otto Brandvold": "Chief Executive Officer & Director",
    "Ines Falcato": "Chief Financial Officer",
    "Tomas J. Reyner": "Analyst",
    "Priya Sandell": "Senior Analyst",
}
FIRMS = {"Tomas J. Reyner": "Lakeside Lane Securities LLC", "Priya Sandell": "Quaystone Research"}
COMPANY = "Velmora Robotics Inc."

CALL: tuple[Said, ...] = (
    Said(
        "Operator",
        "operator",
        "prepared",
        (
            "Good morning, and welcome to the Velmora Robotics Third Quarter 2031 Earnings Conference Call. All lines are muted.",
            "I would now like to turn the call over to Mara Quill, Vice President of Investor Relations. Please go ahead.",
        ),
    ),
    Said(
        "Mara Quill",
        "investor_relations",
        "prepared",
        (
            "Thank you, operator, and good morning, everyone. With me today are Otto Brandvold, our Chief Executive Officer; and Ines Falcato, our Chief Financial Officer.",
            "Statements about the future carry risks. With that, I will hand over to Otto.",
        ),
    ),
    Said(
        "Otto Brandvold",
        "executive",
        "prepared",
        (
            "Thanks, Mara. We shipped more arms than in any quarter before -- and we did so with fewer people on the floor.",
            "Orders from clinics grew by a third. Ines will take you through the numbers.",
        ),
    ),
    Said(
        "Ines Falcato",
        "executive",
        "prepared",
        (
            "Thank you, Otto. Revenue reached $71.5 million, up 13% on the year before. Gross margin: 44%, one point better.",
            "Operator, we are ready for questions.",
        ),
    ),
    Said(
        "Operator",
        "operator",
        "qa",
        ("Thank you. Our first question comes from the line of Tomas Reyner with Lakeside Lane. Please go ahead.",),
    ),
    Said(
        "Tomas J. Reyner",
        "analyst",
        "qa",
        (
            "Good morning. Two questions from me. First, what drove the margin? And second, when will the new plant open?",
        ),
    ),
    Said("Ines Falcato", "executive", "qa", ("On the margin, it was mostly freight, which fell after the spring.",)),
    Said("Otto Brandvold", "executive", "qa", ("The plant opens in March, if the permits come as planned.",)),
    Said("Tomas J. Reyner", "analyst", "qa", ("Understood. And how large is the first line there?",)),
    Said("Otto Brandvold", "executive", "qa", ("About 900 arms a month to begin with.",)),
    Said(
        "Operator",
        "operator",
        "qa",
        ("Our next question comes from Priya Sandell of Quaystone Research. Your line is open.",),
    ),
    Said("Priya Sandell", "analyst", "qa", ("Could you say how prices moved in Europe during the quarter?",)),
    Said("Ines Falcato", "executive", "qa", ("They were flat. We expect them to stay flat for the rest of the year.",)),
    Said(
        "Operator",
        "operator",
        "qa",
        (
            "There are no further questions at this time. I would like to turn the call back to Mara Quill for closing remarks.",
        ),
    ),
    Said("Mara Quill", "investor_relations", "qa", ("Thank you all for joining. We look forward to next quarter.",)),
    Said("Operator", "operator", "qa", ("This concludes today's call. You may now disconnect.",)),
)
ANALYSTS = ("Tomas J. Reyner", "Priya Sandell")
PAIRS = (((5,), (6, 7)), ((8,), (9,)), ((11,), (12,)))
HEADING = "Questions and Answers"


def _described(name: str) -> str:
    return f"{FIRMS[name]} -- {TITLES[name]}" if name in FIRMS else TITLES[name]


def _blocks(
    label: Callable[[str], str], *, gap: str = "\n\n", under: str = "\n\n", heading: str | None = HEADING
) -> str:
    out = []
    for index, said in enumerate(CALL):
        if index and said.section != CALL[index - 1].section and heading:
            out.append(heading)
        out.append(label(said.name) + under + gap.join(said.words))
    return gap.join(out) + "\n"


def motley() -> str:
    return _blocks(lambda n: n if n == "Operator" else f"{n} -- {_described(n)}", heading="Questions and Answers:")


def motley_em_dash_no_heading() -> str:
    return _blocks(lambda n: n if n == "Operator" else f"{n} — {_described(n)}".replace(" -- ", " — "), heading=None)


def motley_with_lists() -> str:
    listed = "\n\n".join(f"{n} -- {_described(n)}" for n in TITLES)
    advert = "10 stocks we like better than Velmora Robotics\nWhen our experts have a tip, it pays to listen."
    return motley() + f"\nDuration: 47 minutes\n\nCall participants:\n\n{listed}\n\n{advert}\n"


def _two_lists(entry: Callable[[str], str]) -> str:
    company = "\n".join(entry(n) for n in TITLES if n not in FIRMS)
    guests = "\n".join(entry(n) for n in FIRMS)
    return f"Company Participants\n{company}\nConference Call Participants\n{guests}\n"


def seeking() -> str:
    entries = _two_lists(lambda n: f"{n} - {FIRMS.get(n, TITLES[n])}")
    title = "Velmora Robotics Inc. (NYSE:VELM) Q3 2031 Earnings Conference Call November 4, 2031 8:30 AM ET\n"
    return title + entries + _blocks(lambda n: n, gap="\n", under="\n", heading="Question-and-Answer Session")


def seeking_with_firms() -> str:
    entries = _two_lists(lambda n: f"{n} - {FIRMS.get(n, COMPANY)}").replace("Company Participants", "Executives", 1)
    entries = entries.replace("Conference Call Participants", "Analysts")
    label = lambda n: n if n == "Operator" else f"{n} - {FIRMS.get(n, COMPANY)}"  # noqa: E731
    return entries + _blocks(label, gap="\n", under="\n", heading="Question-and-Answer Session")


def street_numbered() -> str:
    rule, out, number, section = "-" * 80, ["=" * 80 + "\nPresentation"], 0, "prepared"
    for said in CALL:
        if said.section != section:
            out.append("=" * 80 + "\nQuestions and Answers")
            number, section = 0, said.section
        number += 1
        label = (
            said.name
            if said.name == "Operator"
            else f"{said.name},  {FIRMS.get(said.name, COMPANY)} - {TITLES[said.name]}"
        )
        out.append(f"{rule}\n{label}    [{number}]\n{rule}\n" + "\n".join(said.words) + "\n")
    return "\n".join(out)


def printed_twice() -> str:
    def label(name: str) -> str:
        return name if name == "Operator" else f"{name} - {TITLES[name]}"

    return _blocks(lambda n: f"{label(n)}\n{label(n)}", gap="\n", under="\n", heading=None)


def _wrapped(text: str, width: int = 100) -> str:
    import textwrap

    return "\n".join(textwrap.fill(line, width) for line in text.split("\n"))


def _pdf(label: Callable[[str], str], lists: str) -> str:
    out, page = [lists], 1
    for index, said in enumerate(CALL):
        if index and said.section != CALL[index - 1].section:
            out.append("QUESTIONS AND ANSWERS")
        out.append(label(said.name) + "\n" + "\n".join(_wrapped(w) for w in said.words))
        if index % 4 == 3:
            page += 1
            out.append(
                f"{page}\nEVENTS DESK | www.events.example | Contact Us\n©2031 Events Desk. All rights reserved.\n"
                "NOVEMBER 04, 2031 / 1:30PM, VELM.N - Q3 2031 Velmora Robotics Inc Earnings Call"
            )
    return "\n".join(out) + "\n"


def refinitiv_pdf() -> str:
    label = lambda n: n if n == "Operator" else f"{n} - {FIRMS.get(n, COMPANY)} - {TITLES[n]}"  # noqa: E731
    entries = _two_lists(lambda n: f"{n} {FIRMS.get(n, COMPANY)} - {TITLES[n]}").upper()
    entries = _two_lists(lambda n: f"{n} {FIRMS.get(n, COMPANY)} - {TITLES[n]}").replace("Company", "CORPORATE", 1)
    return _pdf(label, entries.replace("Participants", "PARTICIPANTS") + "PRESENTATION")


def refinitiv_pdf_glued() -> str:
    label = lambda n: n if n == "Operator" else f"{n} {FIRMS.get(n, COMPANY)} - {TITLES[n]}"  # noqa: E731
    entries = _two_lists(lambda n: f"{n} {FIRMS.get(n, COMPANY)} - {TITLES[n]}")
    return _pdf(label, entries + "PRESENTATION")


def factset() -> str:
    dots = "." * 120

    def entry(name: str) -> str:
        return f"{name}\n{TITLES[name]}, {FIRMS.get(name, COMPANY)}"

    company = "\n".join(entry(n) for n in TITLES if n not in FIRMS)
    guests = "\n".join(entry(n) for n in FIRMS)
    out = [
        f"CORPORATE PARTICIPANTS\n{company}\n{dots}\nOTHER PARTICIPANTS\n{guests}\n{dots}\nMANAGEMENT DISCUSSION SECTION"
    ]
    for index, said in enumerate(CALL):
        if index and said.section != CALL[index - 1].section:
            out.append("QUESTION AND ANSWER SECTION")
        words = "\n".join(_wrapped(w) for w in said.words)
        if said.name == "Operator":
            out.append(_wrapped("Operator: " + " ".join(said.words)) + "\n" + dots)
            continue
        mark = "" if said.section == "prepared" else (" Q" if said.role == "analyst" else " A")
        out.append(f"{entry(said.name)}{mark}\n{words}\n{dots}")
    return "\n".join(out) + "\n"


def colon() -> str:
    return "\n".join(f"{s.name}: " + " ".join(s.words) for s in CALL) + "\n"


def colon_described() -> str:
    def label(name: str) -> str:
        if name == "Operator":
            return "Dora (Operator)"
        return f"{name} ({FIRMS[name]})" if name in FIRMS else f"{name}, {TITLES[name]}"

    return _wrapped("\n".join(f"{label(s.name)}: " + " ".join(s.words) for s in CALL)) + "\n"


def colon_hyphen() -> str:
    def label(name: str) -> str:
        return name if name == "Operator" else f"{name} \u2010 {FIRMS.get(name, COMPANY)}"

    return "\n\n".join(f"{label(s.name)}: " + " ".join(s.words) for s in CALL) + "\n"


def capitals() -> str:
    return "\n\n".join(f"{s.name.upper()}: " + "\n\n".join(s.words) for s in CALL) + "\n"


def question_answer_marks() -> str:
    def label(said: Said) -> str:
        mark = (
            ""
            if said.section == "prepared" or said.role == "operator"
            else ("Q - " if said.role == "analyst" else "A - ")
        )
        return mark + said.name

    return "\n\n".join(f"{label(s)}: " + " ".join(s.words) for s in CALL) + "\n"


def colon_alone() -> str:
    return _blocks(lambda n: f"{n}:", gap="\n", under="\n", heading="Q&A Session:")


def markdown() -> str:
    label = lambda n: f"### {n}" if n == "Operator" else f"### {n}, {TITLES[n]}"  # noqa: E731
    return "# Velmora Robotics Q3 2031 call\n\n" + _blocks(label, heading="## Questions & Answers")


def bold_inline() -> str:
    return "\n\n".join(f"**{s.name}:** " + "\n\n".join(s.words) for s in CALL) + "\n"


def bracketed() -> str:
    return "\n".join(f"[{s.name}] " + " ".join(s.words) for s in CALL) + "\n"


def timed() -> str:
    out = [f"[00:{i:02}:07] {s.name}: " + " ".join(s.words) for i, s in enumerate(CALL)]
    return "\n".join(out) + "\n"


def piped() -> str:
    return _blocks(
        lambda n: n if n == "Operator" else f"{n} | {TITLES[n]} | {FIRMS.get(n, COMPANY)}",
        gap="\n",
        under="\n",
        heading=None,
    )


def title_first() -> str:
    short = {"Otto Brandvold": "CEO", "Ines Falcato": "CFO", "Mara Quill": "Head of Investor Relations"}
    return "\n".join(f"{short.get(s.name, '')} {s.name}: ".lstrip() + " ".join(s.words) for s in CALL) + "\n"


def one_line() -> str:
    return " ".join(f"{s.name} " + " ".join(s.words) for s in CALL)


STYLES: dict[str, Callable[[], str]] = {
    f.__name__: f
    for f in (
        motley, motley_em_dash_no_heading, motley_with_lists, seeking, seeking_with_firms, street_numbered, printed_twice,
        refinitiv_pdf, refinitiv_pdf_glued, factset, colon, colon_described, colon_hyphen, capitals, question_answer_marks,
        colon_alone, markdown, bold_inline, bracketed, timed, piped, title_first, one_line,
    )
}  # fmt: skip
