"""A: relations between stated numbers, in both languages."""

from __future__ import annotations

import pytest

from tests.checks.running import evidence_of, findings_of, verdicts

OK, ROUND, WRONG, APART = "supported", "rounding", "contradicted", "not_comparable"


@pytest.mark.parametrize(
    ("text", "code", "verdict"),
    [
        # 90.4 / 80.3 - 1 = 12.47..12.69%
        pytest.param("Revenue rose by 12.6% to US$90.4 million from US$80.3 million.", "A01", OK, id="en-growth"),
        pytest.param("Revenue rose by 12.5% to US$90.4 million from US$80.3 million.", "A01", ROUND, id="en-rounding"),
        pytest.param("Revenue rose by 22.6% to US$90.4 million from US$80.3 million.", "A01", WRONG, id="en-wrong-rate"),
        pytest.param("Revenue fell by 12.6% to US$90.4 million from US$80.3 million.", "A01", WRONG, id="en-direction"),
        pytest.param("Revenue rose by 12.6% to US$90.4 billion from US$80.3 million.", "A01", WRONG, id="en-scale"),
        pytest.param("Net loss widened by 25% to US$10.0 million from US$8.0 million.", "A01", OK, id="en-loss-grew"),
        pytest.param("Net loss narrowed by 20% to US$8.0 million from US$10.0 million.", "A01", OK, id="en-loss-shrank"),
        pytest.param("Revenue rose more than 12% to US$90.4 million from US$80.3 million.", "A01", OK, id="en-bound"),
        pytest.param("营业收入由8.25亿元增长10.3%至9.1亿元。", "A01", OK, id="zh-growth"),
        pytest.param("营业收入由8.25亿元增长13.0%至9.1亿元。", "A01", WRONG, id="zh-wrong-rate"),
        pytest.param("Gross margin improved by 120 basis points to 42.2% from 41.0%.", "A03", OK, id="en-bps"),
        pytest.param("Gross margin improved by 210 basis points to 42.2% from 41.0%.", "A03", WRONG, id="en-bps-wrong"),
        pytest.param(
            "The market grew from US$20 billion in 2019 to US$32 billion in 2024 at a CAGR of 9.9%.", "A02", OK, id="en-cagr"
        ),
        pytest.param(
            "The market grew from US$20 billion in 2019 to US$32 million in 2024 at a CAGR of 9.9%.", "A02", WRONG, id="en-cagr-scale"
        ),
        pytest.param("Churn improved 0.4 points to 2.1% from 2.5%.", "A03", OK, id="en-improves-by-falling"),
        pytest.param("Churn improved 0.4 points to 2.5% from 2.1%.", "A03", WRONG, id="en-said-to-improve-and-rose"),
        pytest.param("Our net loss improved by 20% to US$8.0 million from US$10.0 million.", "A01", OK, id="en-loss-improved"),
        pytest.param("综合成本率为96.2%，去年同期为97.1%，改善0.9个百分点。", "A03", OK, id="zh-improves-by-falling"),
        pytest.param("综合成本率为96.2%，去年同期为97.1%，恶化0.9个百分点。", "A03", WRONG, id="zh-said-to-worsen-and-fell"),
        pytest.param("预计全年净利润为1,500万元至2,100万元，同比下降70%至78.6%。", "A14", OK, id="zh-falling-range-ends-crossed"),
        pytest.param("Revenue was US$80 million. Gross profit was US$24 million. Gross margin was 30.0%.", "A05", OK, id="en-margin"),
        pytest.param("营业收入为8亿元。毛利为2.4亿元。毛利率为30.0%。", "A05", OK, id="zh-margin"),
        pytest.param(
            "Revenue was US$80.0 million. Cost of revenue was US$56.0 million. Gross profit was US$24.0 million.", "A06", OK, id="en-gross-profit"
        ),
        pytest.param(
            "Revenue was US$80.2 million. Cost of revenue was US$56.4 million. Gross profit was US$32.8 million.", "A06", WRONG, id="en-digits-exchanged"
        ),
        pytest.param(
            "Revenue was US$80.2 million. Cost of revenue was US$56.4 million. Gross profit was US$61.1 million.", "A06", APART, id="en-other-measure"
        ),
        pytest.param(
            "We expect revenue to be between US$95 million and US$99 million, an increase of 10% to 15% year over year.", "A14", OK, id="en-range-one-base"
        ),
        pytest.param(
            "We expect revenue to be between US$95 million and US$99 million, an increase of 5% to 7% year over year.", "A14", WRONG, id="en-range-two-bases"
        ),
    ],
)  # fmt: skip
def test_verdicts(text: str, code: str, verdict: str) -> None:
    assert verdicts(text)[code] == verdict


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Sales of pumps went up 12.6% from US$80.3 million to US$90.4 million; against the second quarter of last year "
            "the increase is 31.0%.",
            id="the-two-figures-have-a-rate-of-their-own",
        ),
        pytest.param(
            "Revenue grew from US$80.3 million to US$90.4 million; measured against the preceding quarter, growth was 3.1%.",
            id="another-base-in-words",
        ),
        pytest.param(
            "Revenue was US$90.4 million, up 9.1% at constant exchange rates, compared with US$80.3 million a year earlier.",
            id="another-basis-in-words",
        ),
        pytest.param(
            "Free cash flow was US$11.2 million in the quarter, up 45%, and US$25.1 million for the full year, which compares "
            "with US$16.3 million in fiscal 2023.",
            id="a-quarter-is-no-pair-of-a-year",
        ),
        pytest.param(
            "For the second half, profit was US$85.2 million, up 72.0%, and for the first half it had been US$60.0 million.",
            id="the-other-half-in-a-clause-of-its-own",
        ),
        pytest.param("下半年溢利为8,520万元，增长72.0%，上半年则为6,000万元。", id="zh-the-other-half"),
        pytest.param("订阅收入为3.61亿元，同比增长22%，许可我们已经不推了，降了四成。", id="zh-growth-of-another-figure"),
        pytest.param("到店客流为512人次，比一季度少了3%左右，去年同期是498人次。", id="zh-another-quarter-named"),
        pytest.param("收入由8.03亿元增至9.04亿元；与上一季度相比，环比增长3.1%。", id="zh-another-base"),
        pytest.param("收入为9.04亿元，按固定汇率计算增长9.1%，去年同期为8.03亿元。", id="zh-another-basis"),
        pytest.param(
            "Remaining obligations went through US$2 billion for the first time. Remaining obligations due within a year "
            "were US$983 million.",
            id="a-round-number-is-no-slip",
        ),
    ],
)  # fmt: skip
def test_other_comparisons_accuse_nobody(text: str) -> None:
    assert not [row for row in findings_of(text, call_period="2024-Q2") if row.severity != "note"]


def test_a_scale_slip_is_repaired_with_its_residual() -> None:
    text = "The market grows from US$20 billion in 2019 to US$32 million in 2024 at a CAGR of 10.4%."
    (finding,) = [row for row in findings_of(text) if row.code == "A02"]
    repair = finding.repairs[0]
    # 31.5..32.5 over 19.5..20.5 is 8.97..10.76% a year: the rate said lies inside, so nothing stays unexplained.
    assert (repair.text, repair.residual) == ("US$32 billion", "none")


def test_a_residual_stays_open() -> None:
    text = "The market grows from US$20.0 billion in 2019 to US$32.0 million in 2024 at a CAGR of 10.1%."
    (finding,) = [row for row in findings_of(text) if row.code == "A02"]
    assert finding.severity == "error"
    assert finding.repairs[0].text == "US$32.0 billion"
    assert finding.repairs[0].residual == "9.76..9.95% computed against 10.05..10.15% said"
    # Either end may be the slip; the message names both, as the repairs do.
    assert "only these come near, each by itself: US$32.0 billion or US$20.0 million." in finding.message


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        pytest.param("RMB71.2 million (US$10.0 million)", OK, id="holds"),
        pytest.param("RMB71.2 million (US$12.0 million)", WRONG, id="wrong"),
        pytest.param("RMB71.2 million (US$10.02 million)", WRONG, id="a-cent-too-exact"),
    ],
)
def test_conversion_at_the_stated_rate(text: str, verdict: str) -> None:
    rows = findings_of(f"Revenue was {text}. Amounts were translated at a rate of RMB7.1200 to US$1.00.")
    assert [row.verdict for row in rows if row.code == "A10"] == [verdict]


def test_a_hidden_base_ties_two_statements() -> None:
    text = (
        "Revenue was US$90.0 million, up 20% year over year. Cost of revenue was US$48.0 million, compared with US$45.0 "
        "million a year ago. Gross profit was US$42.0 million, compared with US$30.0 million a year ago."
    )
    assert verdicts(text)["A04"] == OK


@pytest.mark.usefixtures("as_the_rules_read")
@pytest.mark.parametrize(
    ("said", "severity"),
    [
        pytest.param("narrowed by 10 percent", "warning", id="points-said-as-per-cent"),
        pytest.param("narrowed by 20 percent", "note", id="per-cent-of-the-base"),
        pytest.param("narrowed by 35 percent", "warning", id="neither"),
    ],
)
def test_per_cent_or_points(said: str, severity: str) -> None:
    text = (
        "Revenue was US$100.0 million, compared with US$100.0 million a year ago. "
        f"Net loss was US$40.0 million, compared with US$50.0 million a year ago. Net loss margin {said} year over year."
    )
    assert [row.severity for row in findings_of(text) if row.code == "A13"] == [severity]


def test_drivers_beyond_the_change_are_a_note() -> None:
    text = "Net loss was US$30 million, compared with US$21 million, driven by increases in impairment losses of US$12 million."
    (finding,) = [row for row in findings_of(text) if row.code == "A12"]
    assert (finding.severity, finding.verdict) == ("note", "unchecked")


def test_a_rate_without_a_base_says_so() -> None:
    (finding,) = [row for row in findings_of("Revenue grew by 31% year over year.") if row.verdict == "unchecked"]
    assert finding.code == "U01"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Our revenue rose 12%. Membership revenue was US$90 million, up 40% year over year.", id="narrower-metric"
        ),
        pytest.param("Revenue was US$90 million. In Widgets, revenue was US$20 million, up 4%.", id="another-segment"),
        pytest.param(
            "Revenue was US$90 million, up 8% year over year and up 12% in constant currency.", id="constant-currency"
        ),
        pytest.param("Revenue was US$27 million and US$9 million, up 12% and 5% respectively.", id="two-of-one-name"),
        pytest.param("Net income was US$20.7 million or $0.55 per share, down from $0.75 per share.", id="per-share"),
    ],
)
def test_no_false_alarm(text: str) -> None:
    assert [row for row in findings_of(text) if row.severity == "error"] == []


@pytest.mark.parametrize(
    ("pair", "odd"),
    [
        pytest.param("RMB71.2 million (HK$10.0 million)", "HK$10.0 million", id="second"),
        pytest.param("US$71.2 million (US$10.0 million)", "US$71.2 million", id="first"),
    ],
)
def test_a_conversion_with_the_wrong_sign(pair: str, odd: str) -> None:
    text = (
        f"Revenue was {pair}. Gross profit was RMB35.6 million (US$5.0 million). Operating income was RMB14.2 million "
        "(US$2.0 million). Net income was RMB7.1 million (US$1.0 million). The rate is RMB7.1200 to US$1.00."
    )
    evidence = evidence_of(text)
    (finding,) = [row for row in findings_of(text) if row.code == "A10" and row.verdict == WRONG]
    assert evidence.quote(evidence.claim_by_id[finding.claims[0]]) == odd


def test_a_description_of_two_figures_borrows_no_base() -> None:
    text = (
        "Shipments were 4.99 million tonnes, compared with 3.97 million tonnes a year ago; "
        "shipments were 8.36 million tonnes, up 22.4% year over year."
    )
    assert not [row for row in findings_of(text) if row.severity == "error"]


def test_a_part_of_a_part_is_not_added_again() -> None:
    """Dolls are among the toys: the parts add up without them, and nothing is wrong."""
    text = (
        "Revenue was US$100.0 million. Revenue from Toys was US$60.0 million. Revenue from Dolls was US$20.0 million. "
        "Revenue from Games was US$40.0 million."
    )
    found = [row for row in findings_of(text) if row.code == "A08"]
    assert [row.verdict for row in found] == ["supported"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Revenue was US$80.7 million, up 28.1% from US$63.0 million in the second quarter of 2023 and down 22.4% from US$104.0 million in the first quarter of 2024.", [OK, OK], id="en-both-hold"),
        pytest.param("Revenue was US$80.7 million, up 28.1% from US$63.0 million in the second quarter of 2023 and down 32.4% from US$104.0 million in the first quarter of 2024.", [WRONG, OK], id="en-second-wrong"),
    ],
)  # fmt: skip
def test_two_changes_with_a_base_each(text: str, found: list[str]) -> None:
    assert [row.verdict for row in findings_of(text) if row.code == "A01"] == found
