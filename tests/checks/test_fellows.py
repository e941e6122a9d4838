"""A figure told elsewhere beside one that is the same: what the two places must then agree on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nlp.checks.majority import check_majority
from nlp.checks.surely import as_sure_as_read
from nlp.checks.triangle import settle_triangles
from nlp.records import Finding
from tests.checks.running import evidence_of, findings_of

PERIODS = {"call_period": "2031-Q3", "release_period": "2031-Q3"}


def accused(call: str, release: str = "") -> set[tuple[str, str]]:
    """Codes and severities of the alarms."""
    rows = findings_of(call, release, **PERIODS)
    return {(row.code, row.severity) for row in rows if row.verdict == "contradicted" and row.severity != "note"}


@pytest.mark.parametrize(
    ("call", "release", "found"),
    [
        pytest.param("Net profit was NT$3.57 billion, compared with NT$3.19 billion in the second quarter of 2031.", "Net profit was NT$3.57 billion, up 21.9% sequentially.", True, id="en"),
        pytest.param("Net profit was NT$3.57 billion, compared with NT$3.19 billion in the second quarter of 2031.", "Net profit was NT$3.57 billion, up 11.9% sequentially.", False, id="en-holds"),
        pytest.param("Net profit was NT$3.57 billion, compared with NT$3.19 billion in the second quarter of 2031.", "Net profit was NT$3.57 billion, up 16.4% sequentially.", False, id="en-no-slip"),
        pytest.param("净利润为35.7亿元，第二季度为31.9亿元。", "净利润为35.7亿元，环比增长21.9%。", True, id="zh"),
        pytest.param("净利润为35.7亿元，第二季度为31.9亿元。", "净利润为35.7亿元，环比增长11.9%。", False, id="zh-holds"),
    ],
)  # fmt: skip
def test_a_base_that_another_statement_puts_beside_the_level(call: str, release: str, found: bool) -> None:
    assert (("A01", "error") in accused(call, release)) is found


@pytest.mark.parametrize(
    ("release", "found"),
    [
        pytest.param("Services revenue was $240.5 million, up 2.8% from $197.4 million in the third quarter of 2030.", True, id="a-digit-lost"),
        pytest.param("Services revenue was $240.5 million, up 21.8% from $197.4 million in the third quarter of 2030.", False, id="holds"),
        pytest.param("Services revenue was $240.5 million, up 2.8% organically from $197.4 million in the third quarter of 2030.", False, id="measured-otherwise"),
    ],
)  # fmt: skip
def test_a_sentence_is_held_to_its_own_figures(release: str, found: bool) -> None:
    assert (("A01", "error") in accused("Services grew 21.8%.", release)) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("School revenue decreased $64.5 million, or 25%, to $322.5 million.", True, id="en-turned"),
        pytest.param("School revenue increased $64.5 million, or 25%, to $322.5 million.", False, id="en"),
    ],
)
def test_one_word_tells_the_way_of_a_rate_and_an_amount(text: str, found: bool) -> None:
    assert (("A01", "error") in accused(text)) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Operating expenses decreased from $4.11 million to $4.96 million.", True, id="en"),
        pytest.param("Operating expenses rose from $4.11 million in 2030 to $4.96 million.", False, id="en-right"),
        pytest.param("The net loss decreased from $4.96 million to $4.11 million.", False, id="en-a-loss"),
        pytest.param("Our price per word dropped from 8.1 pence to 5.6 million.", False, id="en-two-units"),
        pytest.param("研发费用由上年同期的4.11亿元减少至4.96亿元。", True, id="zh"),
        pytest.param("研发费用由上年同期的4.11亿元增加至4.96亿元。", False, id="zh-right"),
    ],
)
def test_a_way_that_two_figures_did_not_go(text: str, found: bool) -> None:
    assert (("A01", "error") in accused(text)) is found


@pytest.mark.parametrize("doubt", ["segment", "metric", "period", "comparator"])
@pytest.mark.parametrize(
    ("call", "release"),
    [
        pytest.param("Grid revenue was $431.7 million, up 3.5% year over year.", "Grid revenue was $431.7 million, down 3.5% year over year.", id="en"),
        pytest.param("电网业务收入为4.317亿元，同比增长3.5%。", "电网业务收入为4.317亿元，同比下降3.5%。", id="zh"),
    ],
)  # fmt: skip
def test_one_level_vouches_for_what_two_changes_are_of(call: str, release: str, doubt: str) -> None:
    evidence = evidence_of(call, release, **PERIODS)
    claims = tuple(replace(row, weighed=(doubt,)) for row in evidence.claims)
    ids = tuple(row.id for row in claims if row.role == "change")
    finding = Finding(code="R02", verdict="contradicted", severity="error", message="", claims=ids)
    kept = as_sure_as_read([finding], replace(evidence, claims=claims))
    assert [row.severity for row in kept] == ["note" if doubt == "comparator" else "error"]


@pytest.mark.parametrize(
    ("last", "found"),
    [
        pytest.param("Grid revenue fell 29.6%.", True, id="en-the-other-way"),
        pytest.param("Grid revenue grew 29.6%.", False, id="en"),
        pytest.param("Grid revenue grew 59.6%.", True, id="en-a-digit"),
        pytest.param("Grid revenue grew 14.2% sequentially.", False, id="en-another-comparison"),
    ],
)
def test_a_change_told_again(last: str, found: bool) -> None:
    release = "Grid revenue was $387.2 million, up 29.6% from $298.7 million in the third quarter of 2030."
    assert bool(accused(last, release)) is found


def test_a_doubted_reading_leaves_a_translation_as_wrong_as_it_is() -> None:
    evidence = evidence_of("Revenue was $160 billion.", "Revenue was $160 million. 收入为1.6亿美元。")
    english, filed, chinese = evidence.claims
    chinese = replace(chinese, language="zh")
    evidence = replace(evidence, claims=(english, filed, chinese))
    rows = [
        Finding(code="T03", verdict="contradicted", severity="error", message="", origin="translation", claims=(english.id, chinese.id)),
        Finding(code="R02", verdict="contradicted", severity="note", message="", origin="speaker", claims=(english.id, filed.id)),
    ]  # fmt: skip
    kept = settle_triangles(rows, evidence)
    assert [(row.code, row.severity) for row in kept] == [("R02", "error"), ("T01", "note")]


@pytest.mark.parametrize(
    ("call", "release", "found"),
    [
        pytest.param("Capex was NT$2,376.5 million, compared to US$1,688.2 million a quarter before. Revenue was NT$9,120 million. Cash was NT$3,180 million.", "", True, id="en"),
        pytest.param("Capex was NT$2,376.5 million, compared to NT$1,688.2 million a quarter before. Revenue was NT$9,120 million.", "", False, id="en-one-currency"),
        pytest.param("A dividend of HK$0.25 per share was paid, compared to RMB0.22 a year ago. Revenue was RMB9,120 million.", "", False, id="en-a-dividend"),
    ],
)  # fmt: skip
def test_a_figure_compared_in_another_currency(call: str, release: str, found: bool) -> None:
    assert (("A10", "warning") in accused(call, release)) is found


@pytest.mark.parametrize(
    ("call", "release", "found"),
    [
        pytest.param("Operating expenses increased from NT$3.51 billion to NT$3.62 billion.", "Operating expenses increased from NT$3.51 billion in the second quarter of 2031 to NT$3.62 billion in the third quarter.", False, id="en-may-be-the-quarter-before"),
        pytest.param("Operating expenses increased from NT$3.51 billion to NT$3.62 billion.", "Operating expenses increased from NT$3.51 billion in the second quarter of 2029 to NT$3.62 billion in the third quarter.", True, id="en-of-no-comparison"),
        pytest.param("We expect revenue of $38 million to $40 million in the third quarter of 2031.", "For the fourth quarter of 2031, we expect revenue of $38 million to $40 million.", True, id="en-a-range-of-short-ends"),
    ],
)  # fmt: skip
def test_dates_of_a_release(call: str, release: str, found: bool) -> None:
    assert (("R05", "warning") in accused(call, release)) is found


@pytest.mark.parametrize(
    ("release", "found"),
    [
        pytest.param("As of September 30, 2030, cash totaled $438.2 million, up from $401.7 million as of June 30, 2031.", True, id="en-last-years-date"),
        pytest.param("As of September 30, 2031, cash totaled $438.2 million, up from $401.7 million as of June 30, 2031.", False, id="en-its-own"),
        pytest.param("As of September 30, 2031, cash totaled $438.2 million, up from $401.7 million as of September 30, 2030.", False, id="en-that-of-its-base"),
    ],
)  # fmt: skip
def test_a_balance_beside_another_years_day(release: str, found: bool) -> None:
    assert (("A20", "warning") in accused("Cash was $438.2 million.", release)) is found


@pytest.mark.parametrize(
    ("call", "found"),
    [
        pytest.param("工控业务收入41.27亿元，同比下降21.6%。", True, id="zh-the-other-way"),
        pytest.param("工控业务收入41.27亿元，同比增长21.6%。", False, id="zh"),
        pytest.param("仪表业务收入41.27亿元，同比下降21.6%。", False, id="zh-another-name"),
    ],
)
def test_a_short_name_of_a_part(call: str, found: bool) -> None:
    assert (("R02", "error") in accused(call, "工业控制业务收入41.27亿元，同比增长21.6%。")) is found


@pytest.mark.parametrize(
    ("call", "found"),
    [
        pytest.param("扣非净利润8.72亿元，同比增长33.5%。", True, id="zh-a-digit"),
        pytest.param("扣非净利润8.72亿元，同比增长23.5%。", False, id="zh"),
        pytest.param("净利润8.72亿元，同比增长33.5%。", False, id="zh-another-profit"),
    ],
)
def test_a_recurring_profit_under_its_two_names(call: str, found: bool) -> None:
    release = "2031年三季度扣除非经常性损益的净利润为8.72亿元，同比增长23.5%，好于去年。"
    assert (("R02", "error") in accused(call, release)) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("EPS was NT$0.92, against NT$0.25 in the third quarter of 2031.", True, id="en"),
        pytest.param("EPS rose to NT$0.92 from NT$0.25 in the third quarter of 2031.", False, id="en-date-of-the-rise"),
        pytest.param("EPS was NT$0.92, against NT$0.25 in the second quarter of 2031.", False, id="en-two-dates"),
        pytest.param("EPS was NT$0.92, against adjusted EPS of NT$1.25 in the third quarter of 2031.", False, id="en-two-measures"),
        pytest.param("每股收益为0.92元，2031年第三季度为0.25元。", False, id="zh-no-comparison"),
    ],
)  # fmt: skip
def test_compared_with_the_period_reported_on(text: str, found: bool) -> None:
    assert (("A19", "warning") in accused(text)) is found


@pytest.mark.parametrize(
    ("question", "found"),
    [
        pytest.param("gross margin of 3.1% was very good", True, id="a-digit-lost"),
        pytest.param("gross margin of 37.1% was very good", False, id="right"),
        pytest.param("gross margin of 36.1% was very good", False, id="a-digit"),
    ],
)
def test_a_figure_cited_in_a_question(question: str, found: bool) -> None:
    release = "Gross margin was 37.1%. The gross margin of 37.1% was a record."
    evidence = evidence_of(f"Gross margin was 37.1%. Your {question}.", release, **PERIODS)
    claims = tuple(
        replace(row, modality="premise") if row.document_id == "call" and row.start > 30 else row
        for row in evidence.claims
    )
    assert bool(list(check_majority(claims, replace(evidence, claims=claims)))) is found
