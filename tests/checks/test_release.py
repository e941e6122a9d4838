"""R: the call against the release, in both languages."""

from __future__ import annotations

import pytest

from tests.checks.running import findings_of, verdicts

OK, ROUND, WRONG, APART = "supported", "rounding", "contradicted", "not_comparable"
RELEASE = (
    "Revenue was RMB90.4 million in the second quarter of 2024, compared with RMB80.3 million in the second quarter of "
    "2023. Gross margin was 31.4%. Gaming revenue was RMB22.7 million. Adjusted EBITDA was RMB9.6 million."
)
RELEASE_ZH = "2024年第二季度营业收入为9,040万元。毛利率为31.4%。"


@pytest.mark.parametrize(
    ("call", "code", "verdict"),
    [
        pytest.param("Revenue was RMB90.4 million.", "R01", OK, id="en-equal"),
        pytest.param("Revenue was about RMB90 million.", "R01", ROUND, id="en-rounded"),
        pytest.param("Revenue was RMB94.0 million.", "R02", WRONG, id="en-digits-exchanged"),
        pytest.param("Revenue was RMB90.4 billion.", "R02", WRONG, id="en-scale"),
        pytest.param("Revenue in the second quarter of 2024 was RMB80.3 million.", "R03", WRONG, id="en-last-years-figure"),
        pytest.param("Revenue was US$90.4 million.", "R06", WRONG, id="en-currency"),
        pytest.param("Revenue was RMB57.1 million.", "R10", APART, id="en-something-else"),
        pytest.param("Gross margin was 31.4%.", "R01", OK, id="en-margin"),
        pytest.param("Gross margin was 34.1%.", "R02", WRONG, id="en-margin-exchanged"),
        pytest.param("EBITDA was RMB9.6 million.", None, None, id="en-another-metric"),
        pytest.param("营业收入为9,040万元。", "R01", OK, id="zh-equal"),
        pytest.param("营业收入为9,400万元。", "R02", WRONG, id="zh-digits-exchanged"),
    ],
)  # fmt: skip
def test_verdicts(call: str, code: str | None, verdict: str | None) -> None:
    found = {key: value for key, value in verdicts(call, RELEASE).items() if key.startswith("R")}
    assert found == ({} if code is None else {code: verdict})


@pytest.mark.parametrize(
    ("call", "verdict"),
    [
        pytest.param("between RMB95.0 million and RMB98.0 million", OK, id="equal"),
        pytest.param("between RMB95 million and RMB98 million", OK, id="coarser"),
        pytest.param("between RMB92.0 million and RMB96.5 million", APART, id="overlapping-is-not-equal"),
    ],
)
def test_of_two_ranges_each_end_must_agree(call: str, verdict: str) -> None:
    release = "For the third quarter of 2024 we expect revenue of between RMB95.0 million and RMB98.0 million."
    found = verdicts(f"For the third quarter of 2024 we expect revenue of {call}.", release)
    assert {row for code, row in found.items() if code.startswith("R")} == {verdict}


def test_a_chinese_release_ties_as_well() -> None:
    assert verdicts("营业收入为9,040万元。", RELEASE_ZH)["R01"] == OK


def test_another_quarter_is_never_a_mismatch() -> None:
    rows = findings_of("Revenue was RMB94.0 million.", RELEASE, call_period="2024-Q3")
    assert [(row.code, row.verdict) for row in rows if row.code.startswith("R")] == [("R10", APART)]
    assert "different period" in next(row for row in rows if row.code == "R10").message


def test_a_segments_figure_is_not_the_companys() -> None:
    rows = findings_of("Membership revenue was RMB94.0 million.", RELEASE)
    assert [row for row in rows if row.severity == "error"] == []


def test_a_repair_is_printed_in_the_style_of_the_call() -> None:
    (finding,) = [row for row in findings_of("营业收入为9,400万元。", RELEASE_ZH) if row.code == "R02"]
    assert [repair.text for repair in finding.repairs] == ["9,040万元"]


@pytest.mark.parametrize(
    ("call", "release"),
    [
        pytest.param("Revenue outside China was RMB80.3 million.", "In China, revenue was RMB90.4 million. Overseas revenue was RMB80.3 million.", id="en-outside"),
        pytest.param("Revenue excluding gaming was RMB80.3 million.", "Gaming revenue was RMB90.4 million. Other revenue was RMB80.3 million.", id="en-excluding"),
        pytest.param("Earnings per share were HK10.6 cents.", "Earnings per share were HK$0.106.", id="cents-of-no-country"),
    ],
)  # fmt: skip
def test_the_rest_of_a_whole_is_not_its_part(call: str, release: str) -> None:
    assert not [row for row in findings_of(call, release) if row.severity != "note"]


def test_a_loss_called_a_profit_is_an_error() -> None:
    rows = findings_of("Operating loss was RMB16.4 million.", "Operating income was RMB16.4 million.")
    assert [(row.code, row.severity) for row in rows if row.severity != "note"] == [("R02", "error")]


@pytest.mark.parametrize(
    ("call", "code"),
    [
        pytest.param("Revenue was RMB90.4 million, up 7.3%, and organically up 4.6%.", "R01", id="en-organic"),
        pytest.param("Revenue was RMB90.4 million, up 7.3%, and organically down 4.6%.", "R02", id="en-organic-turned"),
    ],
)
def test_growth_by_the_words_it_is_measured_by(call: str, code: str) -> None:
    release = "Revenue was RMB90.4 million, an increase of 7.3%. Organic growth was 4.6%."
    rows = findings_of(call, release, call_period="2024-Q2", release_period="2024-Q2")
    assert [row.code for row in rows if row.code[0] == "R" and "4.6%" in row.formula] == [code]


def test_a_way_that_no_word_tells_accuses_nobody() -> None:
    call = (
        "Pumps revenue was RMB61.3 million. The operating margin of Pumps was 26.3%, compared with 24.6% a year ago, so "
        "170 basis points, and two thirds of it is mix."
    )
    release = "Pumps revenue was RMB61.3 million, and its operating margin rose by 170 basis points to 26.3%."
    rows = findings_of(call, release, call_period="2024-Q2", release_period="2024-Q2")
    assert [row.code for row in rows if row.severity != "note"] == []


def test_premises_and_markets_do_not_tie() -> None:
    call = "According to Fairview Research, revenue of the industry was RMB94.0 million."
    assert [row for row in findings_of(call, RELEASE) if row.code.startswith("R")] == []


def test_a_document_that_gives_one_figure_twice() -> None:
    text = "Revenue was RMB90.4 million. As we said, revenue was RMB94.0 million."
    (finding,) = [row for row in findings_of(text) if row.code == "A16"]
    assert (finding.severity, finding.repairs[0].text) == ("error", "RMB90.4 million")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Revenue was RMB90.4 million. Gaming revenue was RMB94.0 million.", id="another-segment"),
        pytest.param("Revenue was RMB90.4 million. Non-GAAP net income was RMB5.6 million, net income RMB6.5 million.", id="basis"),
        pytest.param("Revenue was RMB90.4 million in 2024 and RMB94.0 million in 2023.", id="another-year"),
        pytest.param("We carry RMB2.4 billion of debt. As to debt, it began with RMB200 million.", id="scales"),
    ],
)  # fmt: skip
def test_two_measures_are_no_slip(text: str) -> None:
    assert [row for row in findings_of(text) if row.code == "A16"] == []


@pytest.mark.parametrize(
    ("call", "codes"),
    [
        pytest.param("Cash was $91.4 million as of June 30, 2024.", ["R05"], id="en-another-year"),
        pytest.param("Cash was $91.4 million as of June 30, 2023.", [], id="en-same-day"),
        pytest.param("截至2024年6月30日现金为0.914亿美元。", ["R05"], id="zh-another-year"),
        pytest.param("Cash was $97.2 million as of June 30, 2024.", [], id="another-number"),
    ],
)
def test_one_figure_with_two_dates(call: str, codes: list[str]) -> None:
    release = "Cash was $91.4 million as of June 30, 2023."
    assert [row.code for row in findings_of(call, release) if row.code == "R05"] == codes


@pytest.mark.usefixtures("as_the_rules_read")
@pytest.mark.parametrize(
    ("call", "release", "found"),
    [
        pytest.param("We ended the quarter with 2,716 employees.", "As of June 30, 2023 the Company had 2,716 employees.", True, id="en-only-the-release-is-dated"),
        pytest.param("We ended the quarter with 2,716 employees.", "As of June 30, 2023 the Company had 2,716 employees, and as of June 30, 2024 it had 2,803 employees.", False, id="en-both-days-are-filed"),
        pytest.param("We ended the quarter with 2,700 employees.", "As of June 30, 2023 the Company had 2,700 employees.", False, id="en-round-numbers-repeat"),
        pytest.param("期末员工人数为2,716人。", "截至2023年6月30日，员工人数为2,716人。", True, id="zh-only-the-release-is-dated"),
        pytest.param("For the fourth quarter of 2024 we expect revenue of $61.2 million to $64.8 million.", "For the third quarter of 2024 we expect revenue of $61.2 million to $64.8 million.", True, id="en-guidance-of-another-quarter"),
        pytest.param("我们预计2024年第四季度收入为6.12亿元至6.48亿元。", "预计2024年第三季度收入为6.12亿元至6.48亿元。", True, id="zh-guidance-of-another-quarter"),
    ],
)  # fmt: skip
def test_one_figure_dated_in_one_place_alone(call: str, release: str, found: bool) -> None:
    assert ("R05" in [row.code for row in findings_of(call, release)]) == found
