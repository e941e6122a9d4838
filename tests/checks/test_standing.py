"""Where a number stands, and which slip lies between two of them."""

from __future__ import annotations

import pytest

from nlp.checks.standing import Standings, lonelier, slip_between
from tests.checks.running import evidence_of, findings_of


@pytest.mark.parametrize(
    ("odd", "right", "slip"),
    [
        pytest.param("RMB94.0 million", "RMB90.4 million", "exchanged", id="exchanged"),
        pytest.param("RMB3.6 million", "RMB34.6 million", "dropped", id="dropped-before-the-point"),
        pytest.param("RMB2.85 billion", "RMB21,846 million", "dropped", id="dropped-and-rounded"),
        pytest.param("RMB204 billion", "RMB2,043.7 million", "point", id="point-and-rounded"),
        pytest.param("RMB120 billion", "RMB120 million", "scale", id="scale"),
        pytest.param("RMB800 million", "RMB8,000 million", None, id="zeros-tell-little"),
        pytest.param("RMB6.1 million", "RMB5.1 million", None, id="two-digits"),
        pytest.param("RMB57.1 million", "RMB90.4 million", None, id="something-else"),
        pytest.param("9,400万元", "9,040万元", "exchanged", id="zh-exchanged"),
        pytest.param("12.04亿元", "1.204亿元", "point", id="zh-point"),
    ],
)
def test_slip_between(odd: str, right: str, slip: str | None) -> None:
    def sentence(amount: str) -> str:
        return f"营业收入为{amount}。" if "元" in amount else f"Revenue was {amount}."

    evidence = evidence_of(sentence(odd), sentence(right))
    claims = [row for row in evidence.claims if row.metric == "revenue"]
    found = slip_between(claims[0], claims[1], evidence)
    assert (found.kind if found else None) == slip


def test_the_figure_without_company_is_the_lonelier_one() -> None:
    evidence = evidence_of(
        "Revenue was RMB90.4 million. Sales came to RMB90.4 million.", "Revenue was RMB94.0 million."
    )
    call, filed = evidence.claims[0], evidence.claims[-1]
    standings = Standings(evidence)
    assert lonelier(call, filed, standings) is filed
    assert lonelier(filed, filed, standings) is None


@pytest.mark.parametrize(
    ("call", "release", "code", "repair"),
    [
        pytest.param("Gross margin was 3.6%.", "Gross margin was 34.6%.", "R02", "34.6%", id="en-dropped-digit"),
        pytest.param("Revenue was RMB2.85 billion.", "Revenue was RMB21,846 million.", "R02", "RMB21.85 billion", id="en-rounded"),
        pytest.param("Revenue grew 12.4%.", "Revenue fell 12.4%.", "R02", None, id="en-direction"),
        pytest.param("营业收入增长12.4%。", "营业收入下降12.4%。", "R02", None, id="zh-direction"),
        pytest.param("Revenue was RMB75.2 million, against US$60.1 million, growth of 25.1%.", "", "A10", None, id="en-two-currencies"),
        pytest.param("Revenue was US$75.2 million.", "Revenue was RMB75.2 million.", "R06", None, id="en-currency"),
    ],
)  # fmt: skip
def test_call_and_release(call: str, release: str, code: str, repair: str | None) -> None:
    rows = [row for row in findings_of(call, release) if row.verdict == "contradicted"]
    assert code in {row.code for row in rows}
    texts = [row.repairs[0].text for row in rows if row.code == code and row.repairs]
    assert repair is None or texts == [repair]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        pytest.param("RMB25.0 million to RMB98.0 million", "R02", id="low-end"),
        pytest.param("RMB950 million to RMB98.0 million", "R02", id="point-of-one-end"),
        pytest.param("RMB95.0 million to RMB98.0 million", "R01", id="equal"),
        pytest.param("RMB91.0 million to RMB99.0 million", "R10", id="another-range"),
    ],
)
def test_an_end_of_a_range(said: str, code: str) -> None:
    release = "For the third quarter of 2024 we expect revenue of RMB95.0 million to RMB98.0 million."
    call = f"For the third quarter of 2024 we expect revenue of {said}."
    assert {row.code for row in findings_of(call, release) if row.code[0] == "R"} == {code}


def test_what_went_down_is_mended_as_well() -> None:
    (finding,) = [
        row
        for row in findings_of("Revenue was RMB86.0 million, down 1.0% from RMB100.0 million.")
        if row.verdict == "contradicted"
    ]
    assert finding.code == "A01" and finding.repairs[0].text == "14%"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        pytest.param("Revenue rose by RMB3.4 million, or 5.9%, from RMB57.8 million.", "supported", id="en-holds"),
        pytest.param(
            "Revenue rose by RMB3.4 million, or 9.5%, from RMB57.8 million.", "contradicted", id="en-exchanged"
        ),
    ],
)
def test_a_difference_over_its_base_is_the_rate(text: str, verdict: str) -> None:
    assert {row.verdict for row in findings_of(text) if row.code == "A01"} == {verdict}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param(
            "We expect revenue of US$12.0 billion to HK$12.6 billion next quarter.", "A10", id="two-currencies"
        ),
        pytest.param("We expect revenue of HK$12.0 billion to HK$12.6 billion next quarter.", None, id="one-currency"),
        pytest.param("Revenue was RMB86.0 million, down 4.2% from RMB82.5 million.", "A01", id="the-other-way"),
    ],
)
def test_what_a_sentence_refutes_itself(text: str, code: str | None) -> None:
    assert [row.code for row in findings_of(text) if row.verdict == "contradicted"] == ([code] if code else [])
