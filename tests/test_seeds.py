"""The seed documents as a careful analyst reads them: offsets, labels and counts, never their words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from nlp.amounts import find_amounts
from nlp.jsonl import analysis_from_json
from nlp.pipeline import analyze
from nlp.records import Analysis, Claim, Finding
from nlp.text import guess_language, lines_with_offsets

pytestmark = pytest.mark.real


@pytest.fixture(scope="module")
def analysis(seeds: dict[str, Path]) -> Analysis:
    return analyze(seeds["transcript"], releases=[seeds["release"]], letters=[seeds["letter"]])


def claims_by_id(analysis: Analysis) -> dict[str, Claim]:
    return {claim.id: claim for claim in analysis.claims}


def of_code(analysis: Analysis, code: str) -> list[Finding]:
    return [finding for finding in analysis.findings if finding.code == code]


def test_one_error_and_five_warnings(analysis: Analysis) -> None:
    """The scale slip; two role shifts, the mistranslated quarter, the untranslated run, per cent for points."""
    found = Counter((row.code, row.severity) for row in analysis.findings if row.severity != "note")
    assert found == {
        ("A02", "error"): 1,
        ("T20", "warning"): 2,
        ("T30", "warning"): 1,
        ("T40", "warning"): 1,
        ("A13", "warning"): 1,
    }


def test_the_scale_slip_has_its_repair_and_residual(analysis: Analysis) -> None:
    (finding,) = of_code(analysis, "A02")
    accused = claims_by_id(analysis)[finding.claims[0]]
    assert (accused.start, accused.end, accused.language) == (13978, 13994, "en")
    assert finding.origin == "speaker"
    assert finding.repairs[0].value == accused.amount.value * 1000  # type: ignore[operator]  # a plain value
    assert finding.repairs[0].residual.startswith("24.05..24.12% computed against")
    assert len(accused.twins) == 1, "the Chinese repeats it, so no comparison of languages can find it"


def test_term_findings_are_notes(analysis: Analysis) -> None:
    assert {row.severity for row in of_code(analysis, "T41")} == {"note"}


def test_guidance_of_the_release_holds(analysis: Analysis) -> None:
    supported = [row for row in of_code(analysis, "G01") if row.verdict == "supported"]
    units = {claims_by_id(analysis)[row.claims[0]].amount.unit for row in supported}
    assert units == {"CNY", "percent"}, "the figure within the range, and its growth within the growth range"


def test_no_figure_of_the_release_is_contradicted(analysis: Analysis) -> None:
    release = next(row for row in analysis.documents if row.kind == "release")
    accused = {key for row in analysis.findings if row.verdict == "contradicted" for key in row.claims[:1]}
    assert not [row for row in analysis.claims if row.document_id == release.id and row.id in accused]


def test_every_rate_with_a_stated_base_recomputes(analysis: Analysis) -> None:
    claims = claims_by_id(analysis)
    rates = {
        (claims[row.claims[0]].document_id, claims[row.claims[0]].start)
        for row in of_code(analysis, "A01")
        if row.verdict in ("supported", "rounding") and claims[row.claims[0]].language == "en"
    }
    assert len(rates) >= 17
    assert not [row for row in of_code(analysis, "A01") if row.verdict not in ("supported", "rounding")]


def test_every_conversion_holds(analysis: Analysis) -> None:
    rows = of_code(analysis, "A10")
    assert len(rows) == 23
    assert {row.verdict for row in rows} <= {"supported", "rounding"}


@pytest.mark.parametrize("code", ["A03", "A05", "A06", "A07", "A09", "A11", "A14"])
def test_sums_margins_and_ranges_hold(analysis: Analysis, code: str) -> None:
    assert {row.verdict for row in of_code(analysis, code)} <= {"supported", "rounding"}


def test_rates_without_a_base_say_so(analysis: Analysis) -> None:
    claims = claims_by_id(analysis)
    rows = of_code(analysis, "U01")
    said = {claims[row.claims[0]].amount.low for row in rows}
    assert {Decimal("125.4"), Decimal(400)} <= said
    assert all("base" in row.message for row in rows)


def test_drivers_beyond_the_change_are_a_note(analysis: Analysis) -> None:
    (finding,) = of_code(analysis, "A12")
    assert finding.severity == "note"


def test_the_analysts_difference_holds(analysis: Analysis) -> None:
    assert [row.verdict for row in of_code(analysis, "A15")] == ["rounding"]


def test_every_paragraph_has_its_counterpart(analysis: Analysis) -> None:
    beads = [bead for bead in analysis.beads if bead.level == "paragraph"]
    pairs = [bead for bead in beads if bead.source and bead.target]
    alone = [bead for bead in beads if not (bead.source and bead.target)]
    first = min((row for row in analysis.paragraphs if row.language == "zh"), key=lambda row: row.start)
    assert len(pairs) == 53
    assert [bead.target for bead in alone] == [(first.id,)]


def test_three_exchanges_and_no_more(analysis: Analysis) -> None:
    assert len(analysis.exchanges) == 3
    assert all(exchange.firm for exchange in analysis.exchanges)
    assert analysis.turns[-1].id not in {turn for row in analysis.exchanges for turn in row.turns}
    assert analysis.turns[-2].id not in {turn for row in analysis.exchanges for turn in row.turns}


def test_thirty_six_comments(analysis: Analysis) -> None:
    assert [comment.number for comment in analysis.comments] == list(range(1, 37))


def test_every_comment_has_its_findings_and_the_drivers_are_counted(analysis: Analysis) -> None:
    """Notes all: the letter is of a filing. Of the four expense statements after it, each reason has its figure but one."""
    rows = [row for row in analysis.findings if row.code.startswith("L")]
    assert {int(row.message.split()[1]) for row in rows} == set(range(1, 37))
    assert {row.severity for row in rows} == {"note"}
    told = [row for row in rows if row.code not in ("L04", "L05")]
    # The request, then every statement that is told of: four with figures, one with none.
    assert [(row.code, row.message.split()[1], len(row.evidence)) for row in told] == [("L02", "19", 6)]
    assert told[0].formula.count("explained of") == 4


def test_coverage_counts_every_amount(analysis: Analysis) -> None:
    for row in analysis.coverage:
        assert row.amounts == row.verified + row.rounding + row.exceptions + row.not_comparable + row.unchecked
    assert sum(row.amounts for row in analysis.coverage) == len(analysis.claims)
    assert analysis.run.could_not_tie.startswith("No release of the same quarter given")


def test_the_json_gives_the_analysis_back(analysis: Analysis) -> None:
    assert analysis_from_json(analysis.to_json()) == analysis


def test_a_second_run_is_equal(analysis: Analysis, seeds: dict[str, Path]) -> None:
    again = analyze(seeds["transcript"], releases=[seeds["release"]], letters=[seeds["letter"]])
    assert again.to_json() == analysis.to_json()


# ------------------------------------------------------------------------------------------------- another company


_EARLIER = {"second": "first", "third": "second", "fourth": "third", "二": "一", "三": "二", "四": "三"}
_EARLIER |= {"2": "1", "3": "2", "4": "3"}


def earlier(text: str) -> str:
    """All years two years back, all quarters one quarter back."""
    text = re.sub(r"(?<![0-9.])(?<![0-9],)20[12][0-9](?![0-9]|,[0-9]{3}|\.[0-9])", lambda m: str(int(m[0]) - 2), text)
    text = re.sub(r"(?<=[34]Q ')(\d\d)", lambda m: str(int(m[0]) - 2), text)
    text = re.sub(r"(?<!\d)(\d\d)(?= 年第)", lambda m: str(int(m[0]) - 2), text)
    text = re.sub(
        r"\b(second|third|fourth)(?=\s+(?:[0-9]\s+)?quarter|四分之一)",
        lambda m: _EARLIER[m[0].lower()],
        text,
        flags=re.IGNORECASE,
    )
    text = re.sub(r"(?<=第|至)\s?([二三四234])(?=\s?季)", lambda m: _EARLIER[m[1]], text)
    text = re.sub(r"(?<![A-Za-z0-9])([234])(?=Q(?![A-Za-z0-9]))", lambda m: _EARLIER[m[0]], text)
    text = re.sub(r"September 30", "@", text)
    text = re.sub(r"June 30", "March 31", text).replace("@", "June 30")
    return re.sub(r"9 月 30 日", "6 月 30 日", text)


def larger(text: str) -> str:
    """Every amount of money with a scale word a thousand times as large, printed as exactly as before."""
    pieces, at = [], 0
    for start, _, line in lines_with_offsets(text):
        for amount in find_amounts(line, guess_language(line)):
            words = line[amount.start : amount.end]
            if amount.kind == "money" and re.search(r"illion|[万萬亿億]", words):
                pieces += [text[at : start + amount.start], _thousandfold(words)]
                at = start + amount.end
    return "".join((*pieces, text[at:]))


def _thousandfold(words: str) -> str:
    words = re.sub(r"million|billion", lambda m: {"million": "billion", "billion": "trillion"}[m[0]], words)
    return re.sub(r"([0-9][0-9,.]*)(\s*)([萬億])", _han, words)


def _han(found: re.Match[str]) -> str:
    """2.5億 -> 2500億, 7,200萬 -> 720.0億: the last printed digit keeps its weight, a thousandfold."""
    number = Decimal(found[1].replace(",", ""))
    unit = Decimal(10) ** (4 if found[3] == "萬" else 8)
    step = unit * 1000 * (Decimal(1).scaleb(int(number.as_tuple().exponent)))
    value = number * unit * 1000
    name, scale = ("億", Decimal(10) ** 8) if step <= 10**8 else ("萬億", Decimal(10) ** 12)
    return f"{(value / scale).quantize(step / scale):f}{found[2]}{name}"


def renamed(text: str, company: str) -> str:
    return text.replace(company, "Brightmoor")


def shape(analysis: Analysis) -> Counter[tuple[str, str, str, int]]:
    """What is judged, and how: how many claims nothing speaks for hangs on years and names in their sentences."""
    judged = [row for row in analysis.findings if row.verdict != "unchecked"]
    return Counter((row.code, row.verdict, row.severity, len(row.repairs)) for row in judged)


@pytest.mark.parametrize("change", ["renamed", "earlier", "larger"])
def test_another_company_quarter_and_size_give_the_same_findings(
    analysis: Analysis, seeds: dict[str, Path], change: str
) -> None:
    company = (analysis.documents[0].company or "").split()[0]
    changes: dict[str, Callable[[str], str]] = {
        "renamed": lambda text: renamed(text, company),
        "earlier": earlier,
        "larger": larger,
    }
    texts = {kind: path.read_text(encoding="utf-8-sig") for kind, path in seeds.items()}
    made = {kind: changes[change](text) for kind, text in texts.items()}
    assert made != texts
    other = analyze(made["transcript"], releases=[made["release"]], letters=[made["letter"]])
    assert shape(other) == shape(analysis)
