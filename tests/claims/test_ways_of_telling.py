"""Ways in which a call tells its figures, each with the claims that a careful reader takes from it."""

from __future__ import annotations

import pytest

from tests.claims.reading import claims_of, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Orders were 41,300 units, of which 30,200 in China and 11,100 overseas.",
            [("30,200", "orders", "china"), ("11,100", "orders", "overseas")],
            id="en-overseas",
        ),
        pytest.param(
            "Selling and marketing, R&D and G&A were $9.1 million, $7.4 million and $3.2 million.",
            [
                ("$9.1 million", "sales_marketing_expense", None),
                ("$7.4 million", "rnd_expense", None),
                ("$3.2 million", "ga_expense", None),
            ],
            id="en-list-of-metrics",
        ),
        pytest.param(
            "Gross margin was 30.4%. Let me take the 2.6 points of margin apart. The new kiln gave us 1.5 points.",
            [("2.6 points", "gross_margin", None), ("1.5 points", "gross_margin", None)],
            id="en-which-margin",
        ),
        pytest.param(
            "Kites segment revenue was $4.1 million. Volume grew 6.0%.",
            [("6.0%", "volume", "kites")],
            id="en-volume-of-the-part",
        ),
        pytest.param(
            "Equity was $71.2 million on total assets of $118.9 million.",
            [("$71.2 million", "equity", None), ("$118.9 million", "total_assets", None)],
            id="en-on-total-assets-of",
        ),
        pytest.param(
            "Net new ARR was $5.5 million.", [("$5.5 million", "other:net new arr", None)], id="en-net-new-is-no-stock"
        ),
        pytest.param(
            "Hats and gloves, scarves, socks and belts accounted for 28%, 27%, 24% and 21% of revenue, respectively.",
            [
                ("28%", "revenue", "hats and gloves"),
                ("27%", "revenue", "scarves"),
                ("24%", "revenue", "socks"),
                ("21%", "revenue", "belts"),
            ],
            id="en-names-of-no-document",
        ),
        pytest.param(
            "By channel, wholesale is the biggest piece at 36.5% of revenue, while artists and webshops grew 9% and 4%, "
            "respectively.",
            [("36.5%", "revenue", "wholesale"), ("9%", "revenue", "artists"), ("4%", "revenue", "webshops")],
            id="en-by-a-dimension",
        ),
        pytest.param(
            "Services and other revenue was $3.1 million. Services went the other way: down 11% to $2.4 million.",
            [("11%", "revenue", "services and other"), ("$2.4 million", "revenue", "services and other")],
            id="en-and-other",
        ),
        pytest.param(
            "Selling expenses fell to 29.1% of revenue, R&D to 16.6% from 18.3%.",
            [("16.6%", "rnd_expense_ratio", None), ("18.3%", "rnd_expense_ratio", None)],
            id="en-ratios-in-a-row",
        ),
        pytest.param(
            "Revenue was $4.2 million. If I take the $4 million to $5 million, it fits.",
            [("$4 million to $5 million", "revenue", None)],
            id="en-no-noun-at-all",
        ),
        pytest.param(
            "We shipped 2,080 scooters, 30% more than a year ago.",
            [("2,080", "volume", None), ("30%", "volume", None)],
            id="en-counted-noun-is-no-metric",
        ),
        pytest.param(
            "Income tax was $4.3 million in spite of the loss.", [("$4.3 million", "tax_expense", None)], id="en-spite"
        ),
    ],
)
def test_what_is_told_of(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text, "metric", "segment")[-len(expected) :] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Operating income was $6.4 million, or 21.9% of revenue, compared to $3.7 million, or 15.1%.",
            ("15.1%", "operating_margin", "base", "2023-Q2"),
            id="en-told-two-ways",
        ),
        pytest.param(
            "Sales were within the $40 million to $45 million that we promised in March.",
            ("$40 million to $45 million", "revenue", "level", "2024-Q2"),
            id="en-promised",
        ),
        pytest.param(
            "Deposits went from 1,561 to 1,873 stores, and stores stood at 61, against 58 a year ago.",
            ("58", "stores", "base", "asof:2023-06-30"),
            id="en-day-of-a-year-ago",
        ),
        pytest.param(
            "Foundries are 12% of our ARR.", ("12%", "arr", "share", "asof:2024-06-30"), id="en-share-of-a-stock"
        ),
        pytest.param(
            "For the third quarter we expect revenue of $9 million, growth of 8% year over year from $8.3 million.",
            ("$8.3 million", "revenue", "base", "2023-Q3"),
            id="en-guided-growth-has-a-real-base",
        ),
        pytest.param(
            "Revenue rose 3.4%, and the trend improved: 4.9% in the second quarter.",
            ("4.9%", "revenue", "change", "2024-Q2"),
            id="en-rate-of-a-quantity",
        ),
        pytest.param(
            "Capital expenditure was $9 million, of which some 70% went to Leeds.",
            ("70%", "capex", "share", "2024-Q2"),
            id="en-part-of-a-quantity",
        ),
    ],
)
def test_role_and_period(text: str, expected: tuple[object, ...]) -> None:
    assert told(text, "metric", "role", "period")[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Our barge count increased by three barges.",
            ("other:barge count", None, "change", "2024-Q2"),
            id="en-by-three",
        ),
        pytest.param(
            "We reported a loss of $4.7 million.", ("net_income", None, "level", "2024-Q2"), id="en-a-loss-of"
        ),
        pytest.param(
            "The quarter contained $5 million of hedging gains.",
            ("other:hedging gains", None, "level", "2024-Q2"),
            id="en-money-of",
        ),
        pytest.param(
            "We hold 44% of the market in Peru.", ("market_share", None, "share", "2024-Q2"), id="en-of-the-market"
        ),
        pytest.param("Quarterly earnings were $2.19.", ("eps", None, "level", "2024-Q2"), id="en-earnings-of-a-share"),
        pytest.param(
            "Organic growth in either half also exceeded 7%.",
            ("revenue", None, "change", "2024-Q2"),
            id="en-growth-exceeded",
        ),
        pytest.param(
            "In our Ceramics segment, overall sales rose 8.5% from last year.",
            ("revenue", "ceramics", "change", "2024-Q2"),
            id="en-segment-that-opens",
        ),
        pytest.param(
            "Free cash flow, that is, what is left after capital expenditure, was $6.2 million.",
            ("free_cash_flow", None, "level", "2024-Q2"),
            id="en-an-aside-names-nothing",
        ),
        pytest.param(
            "Capital expenditures were $2 million below our earlier guidance.",
            ("capex", None, "change", "2024-Q2"),
            id="en-below-guidance",
        ),
        pytest.param(
            "Gross margins were between $11 million and $12 million.",
            ("gross_profit", None, "level", "2024-Q2"),
            id="en-margin-in-money",
        ),
        pytest.param(
            "First quarter sales sank to $19.9 million in fiscal 2024.",
            ("revenue", None, "level", "2024-Q1"),
            id="en-quarter-of-the-year-behind",
        ),
        pytest.param(
            "Selling and administrative expenses, as a share of revenue, crept up to 12.7%.",
            ("sga_expense_ratio", None, "level", "2024-Q2"),
            id="en-percentage-of-sales",
        ),
        pytest.param(
            "A lucky tax benefit of $3.3 million helped.",
            ("other:lucky tax benefit", None, "level", "2024-Q2"),
            id="en-benefit-of",
        ),
        pytest.param(
            "Net income came down to $8.1 million or $0.32 a share from $9.6 million.",
            ("net_income", None, "base", "2023-Q2"),
            id="en-base-of-what-was-told-twice",
        ),
        pytest.param(
            "We put the synergies to be had aside; the synergies are $9 million.",
            ("other:synergies", None, "level", "2024-Q2"),
            id="en-own-noun",
        ),
        pytest.param(
            "If prices fell, we would lose 2%.",
            ("other:amount", None, "level", None),
            id="en-a-supposition-has-no-time",
        ),
        pytest.param(
            "Each ADS represents five ordinary shares.", ("shares", None, "level", None), id="en-holds-at-all-times"
        ),
        pytest.param(
            "We now sell in 41 countries.",
            ("other:countries", None, "level", "asof:2024-06-30"),
            id="en-told-in-the-present",
        ),
        pytest.param("正极材料中，三元材料出货4.86万吨。", ("volume", "三元材料", "level", "2024-Q2"), id="zh-no-yuan"),
        pytest.param(
            "Our guidance for the full year is as follows. Revenue of $5 million to $6 million.",
            ("revenue", None, "level", "FY2024"),
            id="en-announced-list",
        ),
        pytest.param("Our renewal rate was 71%.", ("retention", None, "level", "2024-Q2"), id="en-renewal"),
        pytest.param(
            "Costs were $4 million, which includes an impairment of the Otter trade name of $1.2 million.",
            ("impairment", None, "level", "2024-Q2"),
            id="en-impairment-of",
        ),
        pytest.param("Core FFO per unit was $1.12.", ("ffo", None, "level", "2024-Q2"), id="en-funds-from-operations"),
        pytest.param("Same-centre NOI rose 2.2%.", ("net_operating_income", None, "change", "2024-Q2"), id="en-noi"),
        pytest.param("物业收入净额为2.2亿元。", ("net_operating_income", None, "level", "2024-Q2"), id="zh-noi"),
        pytest.param(
            "可供分派收入为1.2億元。", ("distributable_income", None, "level", "2024-Q2"), id="zh-distributable"
        ),
    ],
)
def test_the_last_figure(text: str, expected: tuple[object, ...]) -> None:
    claim = claims_of(text)[-1]
    assert (claim.metric, claim.segment, claim.role, claim.period) == expected


@pytest.mark.parametrize(
    ("text", "low", "basis"),
    [
        pytest.param("Excluding the write-off, we lost $5.1 million.", "-5.1", "non_gaap", id="en-lost"),
        pytest.param("Operations used $2.3 million in the quarter.", "-2.3", None, id="en-used"),
        pytest.param("Leaving out the charge, operating income was $2.5 million.", "2.5", "non_gaap", id="en-left-out"),
        pytest.param("剔除股权激励，净利润为250万元。", "2.5", "non_gaap", id="zh-left-out"),
    ],
)
def test_sign_and_basis(text: str, low: str, basis: str | None) -> None:
    claim = claims_of(text)[-1]
    assert claim.amount.low is not None
    assert (str((claim.amount.low / 1_000_000).normalize()), claim.basis) == (low, basis)


NAMES = (
    "Otterly, our loyalty app, turned two in May. Its users doubled to 61,000. Otterly has 40 partners. We like Otterly. "
    "Nothing else is like Otterly. Mr. Vance has 3 dogs. Harbor Research expects 5% growth."
)


def test_a_product_is_known_by_its_name() -> None:
    assert ("doubled to 61,000", "otterly") in told(NAMES, "segment")


def test_an_unsaid_comparator_is_the_one_last_named() -> None:
    text = "Revenue grew 5% quarter over quarter and profit 9% year over year. Cost rose 4% from last quarter. Debt fell 2%."
    assert told(text, "comparator")[-1] == ("2%", "qoq")


def test_a_share_in_brackets_is_told_once() -> None:
    text = "Net income was RMB5.2 million (US$0.7 per share), compared with RMB4.1 million a year ago."
    assert told(text, "metric", "role")[-1] == ("RMB4.1 million", "net_income", "base")


def test_a_second_comparison_goes_the_way_of_the_first() -> None:
    text = "We ended with 5,200 customers, down 6% sequentially and 8% year over year."
    assert told(text, "comparator", "direction")[-2:] == [("6%", "qoq", "down"), ("8%", "yoy", "down")]


def test_an_announced_list_is_guidance() -> None:
    claim = claims_of("Our guidance for the full year is as follows. Revenue of $5 million to $6 million.")[-1]
    assert claim.modality == "guided"


@pytest.mark.parametrize(
    ("text", "way"),
    [
        pytest.param("Earnings per share: €1.34, 17 cents or 14.5% better.", "up", id="better"),
        pytest.param("Revenue was $120 million, $12 million or 11% higher.", "up", id="higher"),
        pytest.param("Revenue was $120 million, $12 million, or 9% lower.", "down", id="lower"),
    ],
)
def test_a_change_told_twice_is_one_both_times(text: str, way: str) -> None:
    assert [row[1:] for row in told(text, "role", "direction")] == [("level", None), ("change", way), ("change", way)]
