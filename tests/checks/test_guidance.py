"""G: guidance given before, what came, and the words about it."""

from __future__ import annotations

import pytest

from tests.checks.running import findings_of

GUIDED = "For the second quarter of 2024, we expect revenue to be between US$90 million and US$94 million."
GUIDED_ZH = "预计2024年第二季度营业收入介于9,000万美元至9,400万美元之间。"


@pytest.mark.parametrize(
    ("call", "guided", "codes"),
    [
        pytest.param("Revenue was US$92.1 million.", GUIDED, ["G01"], id="en-within"),
        pytest.param("Revenue was US$97.5 million.", GUIDED, ["G02"], id="en-above"),
        pytest.param("Revenue was US$85.2 million.", GUIDED, ["G03"], id="en-below"),
        pytest.param("Revenue was US$92.1 million, in line with our guidance.", GUIDED, ["G01"], id="en-words-fit"),
        pytest.param("Revenue was US$92.1 million, exceeding our guidance.", GUIDED, ["G01", "G10"], id="en-no-beat"),
        pytest.param("Revenue was US$97.5 million, within our guidance.", GUIDED, ["G02", "G10"], id="en-not-within"),
        pytest.param("Revenue was US$92.1 million, above the midpoint of guidance.", GUIDED, ["G01"], id="en-midpoint"),
        pytest.param(
            "Revenue was US$92.1 million, better than a year ago and inside our guidance.",
            GUIDED,
            ["G01"],
            id="en-the-nearest-word",
        ),
        pytest.param("营业收入为9,210万美元，符合我们的指引。", GUIDED_ZH, ["G01"], id="zh-words-fit"),
        pytest.param(
            "Revenue was US$92.1 million, above the bottom of our guidance.", GUIDED, ["G01"], id="en-above-the-bottom"
        ),
        pytest.param("营业收入为9,210万美元，高于指引的下限。", GUIDED_ZH, ["G01"], id="zh-above-the-lower-end"),
        pytest.param("营业收入为9,210万美元，超出我们的指引。", GUIDED_ZH, ["G01", "G10"], id="zh-no-beat"),
        pytest.param("Gross profit was US$92.1 million.", GUIDED, [], id="en-another-metric"),
    ],
)
def test_codes(call: str, guided: str, codes: list[str]) -> None:
    rows = findings_of(call, guided, release_period="2024-Q1")
    assert sorted({row.code for row in rows if row.code.startswith("G")}) == codes


def test_words_against_the_range_are_an_error_with_both_on_screen() -> None:
    rows = findings_of("Revenue was US$92.1 million, exceeding our guidance.", GUIDED, release_period="2024-Q1")
    (finding,) = [row for row in rows if row.code == "G10"]
    assert finding.severity == "error"
    assert finding.formula == "guided US$90 million and US$94 million; came US$92.1 million"


@pytest.mark.parametrize(
    ("call", "codes"),
    [
        pytest.param(
            "Revenue was US$92.1 million. We expect revenue of US$95 million to US$99 million.", [], id="en-for-what-comes"
        ),
        pytest.param(
            "Revenue was US$92.1 million, near the top of our guidance of US$90 million to US$94 million.", ["G01"], id="en-same-sentence"
        ),
        pytest.param("营业收入为9,210万美元。我们预计营业收入介于9,500万美元至9,900万美元之间。", [], id="zh-for-what-comes"),
    ],
)  # fmt: skip
def test_guidance_of_the_same_call(call: str, codes: list[str]) -> None:
    assert sorted({row.code for row in findings_of(call) if row.code.startswith("G")}) == codes
