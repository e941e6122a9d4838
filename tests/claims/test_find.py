"""What people say, and the claims in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.reading import claims_of, told

UP, DOWN = "up", "down"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Revenue increased by 12.5% to RMB90.4 million in the second quarter of 2024 from RMB80.3 million in the "
            "second quarter of 2023.",
            [
                ("12.5%", "revenue", "change", UP, "2024-Q2"),
                ("RMB90.4 million", "revenue", "level", None, "2024-Q2"),
                ("RMB80.3 million", "revenue", "base", None, "2023-Q2"),
            ],
            id="en-by-to-from",
        ),
        pytest.param(
            "Operating expenses were NT$61.7 million, representing a 6.3% decrease from NT$65.9 million.",
            [
                ("NT$61.7 million", "operating_expenses", "level", None, "2024-Q2"),
                ("6.3%", "operating_expenses", "change", DOWN, "2024-Q2"),
                ("NT$65.9 million", "operating_expenses", "base", None, "2023-Q2"),
            ],
            id="en-representing",
        ),
        pytest.param(
            "Cost of revenue was RMB57.5 million, 3.1% below the RMB59.3 million of a year ago.",
            [
                ("RMB57.5 million", "cost_of_revenue", "level", None, "2024-Q2"),
                ("3.1%", "cost_of_revenue", "change", DOWN, "2024-Q2"),
                ("RMB59.3 million", "cost_of_revenue", "base", None, "2023-Q2"),
            ],
            id="en-below-the",
        ),
        pytest.param(
            "Gross margin was 31.4%, compared with 29.9% in the same quarter of last year.",
            [
                ("31.4%", "gross_margin", "level", None, "2024-Q2"),
                ("29.9%", "gross_margin", "base", None, "2023-Q2"),
            ],
            id="en-compared-with",
        ),
        pytest.param(
            "Selling expenses rose 9% to US$4.4 million, primarily due to an increase in staff costs of US$0.3 million.",
            [
                ("9%", "sales_marketing_expense", "change", UP, "2024-Q2"),
                ("US$4.4 million", "sales_marketing_expense", "level", None, "2024-Q2"),
                ("US$0.3 million", "staff_expense", "driver", UP, "2024-Q2"),
            ],
            id="en-driver",
        ),
        pytest.param(
            "Large customers numbered 812, accounting for 61% of total revenue.",
            [("812", "customers", "level", None, "asof:2024-06-30"), ("61%", "revenue", "share", None, "2024-Q2")],
            id="en-share",
        ),
        pytest.param(
            "The gross margin of non-cash items aside, net cash was 40 million euros.",
            [("40 million euros", "net_cash", "level", None, "asof:2024-06-30")],
            id="en-non-cash-is-no-cash-and-net-cash-is-less-debt",
        ),
        pytest.param(
            "2024年第二季度营业收入由去年同期的8.25亿元增长10.3%至9.1亿元。",
            [
                ("8.25亿元", "revenue", "base", None, "2023-Q2"),
                ("10.3%", "revenue", "change", UP, "2024-Q2"),
                ("9.1亿元", "revenue", "level", None, "2024-Q2"),
            ],
            id="zh-from-by-to",
        ),
        pytest.param(
            "研發費用較2023年第二季的人民幣4,410萬元增加6.8%。",
            [
                ("人民幣4,410萬元", "rnd_expense", "base", None, "2023-Q2"),
                ("6.8%", "rnd_expense", "change", UP, "2024-Q2"),
            ],
            id="zh-hant-compared-with",
        ),
        pytest.param(
            "毛利率为31.4%，去年同期为29.9%。",
            [
                ("31.4%", "gross_margin", "level", None, "2024-Q2"),
                ("29.9%", "gross_margin", "base", None, "2023-Q2"),
            ],
            id="zh-comparative",
        ),
        pytest.param("大客户占总收入的61%。", [("61%", "revenue", "share", None, "2024-Q2")], id="zh-share"),
        pytest.param(
            "銷售費用增加，主要是由於員工費用增加新台幣930萬元。",
            [("新台幣930萬元", "staff_expense", "driver", UP, "2024-Q2")],
            id="zh-hant-driver",
        ),
    ],
)
def test_roles_and_periods(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text, "metric", "role", "direction", "period") == expected


@pytest.mark.parametrize(
    ("text", "comparators"),
    [
        pytest.param("Revenue was US$64.2 million, up 8% year over year.", [None, "yoy"], id="en-yoy"),
        pytest.param("We booked EUR 18.6 million in revenue, down 4% sequentially.", [None, "qoq"], id="en-qoq"),
        pytest.param("公司營收達新台幣61.2億元，年增7.5%，季減2.1%。", [None, "yoy", "qoq"], id="zh-hant-both"),
        pytest.param("第二季增加9.1亿元。", [None], id="zh-second-quarter-increase-is-no-qoq"),
        pytest.param("收入环比增长3.2%。", ["qoq"], id="zh-qoq"),
    ],
)
def test_comparators(text: str, comparators: list[str | None]) -> None:
    assert [claim.comparator for claim in claims_of(text)] == comparators


@pytest.mark.parametrize(
    ("text", "modality", "who"),
    [
        pytest.param("For the third quarter, we expect revenue of RMB95 million.", "guided", None, id="en-guided"),
        pytest.param("预计第三季度收入为95亿元。", "guided", None, id="zh-guided"),
        pytest.param(
            "According to Fairview Research, the market was US$20 billion in 2022.",
            "third_party",
            "Fairview Research",
            id="en-third-party",
        ),
        pytest.param("根据远望研究的报告，2022年市场规模为200亿美元。", "third_party", "远望研究", id="zh-third-party"),
        pytest.param("Revenue was RMB95 million.", "reported", None, id="en-reported"),
    ],
)
def test_modality(text: str, modality: str, who: str | None) -> None:
    (claim,) = claims_of(text)
    assert (claim.modality, claim.attribution) == (modality, who)


def test_an_analyst_states_premises() -> None:
    (claim,) = claims_of("Your revenue of RMB95 million looks low.", role="analyst")
    assert claim.modality == "premise"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "According to Fairview Research, the market is expected to grow from US$20 billion in 2022 to US$32 billion "
            "in 2027 at a CAGR of 9.9%.",
            id="en",
        ),
        pytest.param(
            "根据远望研究的报告，市场规模将从2022年的200亿美元增至2027年的320亿美元，复合年增长率为9.9%。", id="zh"
        ),
    ],
)
def test_a_compound_rate_spans_its_years(text: str) -> None:
    base, level, rate = claims_of(text)
    assert (base.role, level.role, rate.role) == ("base", "level", "change")
    assert (base.period, level.period, rate.period) == ("FY2022", "FY2027", "multi:2022..2027")
    assert base.frame == level.frame == rate.frame is not None


@pytest.mark.parametrize(
    ("text", "value", "direction"),
    [
        pytest.param("Net loss narrowed by 26% to HK$7.1 million.", "-7100000", "up", id="en-narrowed"),
        pytest.param("Net loss widened by 26% to HK$7.1 million.", "-7100000", "down", id="en-widened"),
        pytest.param("净亏损扩大26%至710万元。", "-7100000", "down", id="zh-widened"),
        pytest.param("Net income rose by 26% to HK$7.1 million.", "7100000", "up", id="en-profit"),
    ],
)
def test_a_loss_is_negative_income(text: str, value: str, direction: str) -> None:
    change, level = claims_of(text)
    assert level.metric == "net_income"
    assert str(level.amount.low) == value
    assert change.direction == direction


def test_a_bracketed_amount_restates_the_one_before() -> None:
    first, second, third = claims_of("Revenue was RMB71.0 million (US$9.8 million), up from RMB66.0 million.")
    assert second.restates == first.id
    assert (third.role, third.restates) == ("base", None)


@pytest.mark.parametrize(
    ("text", "segments"),
    [
        pytest.param(
            "Gaming revenue was RMB31 million. Revenue was RMB95 million.", ["gaming", None], id="en-qualifier"
        ),
        pytest.param("Revenues from Lantern Cloud solutions grew to RMB31 million.", ["lantern cloud"], id="en-from"),
        pytest.param("直播营收为3.1亿元。", ["直播"], id="zh-qualifier"),
        pytest.param("第二季度营收为3.1亿元。", [None], id="zh-period-is-no-qualifier"),
    ],
)
def test_a_narrowed_metric_is_nobodys_total(text: str, segments: list[str | None]) -> None:
    assert [claim.segment for claim in claims_of(text)] == segments


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        pytest.param(
            "Revenue and net income were RMB512 million and RMB48 million, respectively.",
            ["revenue", "net_income"],
            id="en",
        ),
        pytest.param("营业收入和净利润分别为5.12亿元和0.48亿元。", ["revenue", "net_income"], id="zh"),
    ],
)
def test_lists_are_told_apart(text: str, metrics: list[str]) -> None:
    assert [claim.metric for claim in claims_of(text)] == metrics


def test_a_breakdown_is_part_of_its_whole() -> None:
    text = (
        "Net loss was US$30 million, compared with US$21 million, because of an increase in one-off charges of US$12 "
        "million, including an increase in restructuring costs of US$8 million and impairment losses of US$4 million."
    )
    _, _, whole, first, second = claims_of(text)
    assert (first.part_of, second.part_of) == (whole.id, whole.id)
    assert [claim.role for claim in (whole, first, second)] == ["driver", "driver", "driver"]


@given(st.text(alphabet="营收增长了年季度第一二三四5.%,，。 RMBmilonrevuwasupto20241", max_size=120))
def test_any_text_gives_claims_that_quote_it(text: str) -> None:
    for claim in claims_of(text):
        assert 0 <= claim.start < claim.end <= len(text)
        assert (claim.amount.start, claim.amount.end) == (claim.start, claim.end)
