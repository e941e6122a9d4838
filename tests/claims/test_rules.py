"""One table for each general rule of binding: lists, drivers, shares, segments, comparators, balances, guidance."""

from __future__ import annotations

import re

import pytest

from nlp.claims import metrics
from nlp.claims.metrics import find_metrics, first_characters
from tests.claims.reading import claims_of, told


@pytest.mark.parametrize(
    ("text", "segments"),
    [
        pytest.param(
            "Revenue from low-pressure pumps was RMB412.3 million, from valves RMB208.1 million and from service RMB51.7 million.",
            ["low-pressure pumps", "valves", "service"],
            id="en-from-list",
        ),
        pytest.param(
            "Low-pressure pumps contributed RMB412.3 million, valves RMB208.1 million and service RMB51.7 million.",
            ["low-pressure pumps", "valves", "service"],
            id="en-contributed",
        ),
        pytest.param(
            "By region, China accounted for 61% of revenue, Europe for 24% and the rest of the world for 15%.",
            ["china", "europe", "rest of the world"],
            id="en-shares",
        ),
        pytest.param(
            "低压水泵收入为4.123亿元，阀门为2.081亿元，服务为0.517亿元。", ["低压水泵", "阀门", "服务"], id="zh-list"
        ),
        pytest.param("水泵貢獻營收4.1億元，閥門實現營收2.1億元。", ["水泵", "閥門"], id="zh-hant-as-printed"),
        pytest.param("按地区划分，中国占收入的61%，欧洲占24%。", ["中国", "欧洲"], id="zh-shares"),
    ],
)
def test_lists_of_segments(text: str, segments: list[str]) -> None:
    assert [claim.segment for claim in claims_of(text)] == segments


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Gross margin was 31.5% in Pumps, 14.8% in Valves and 11.5% in Field Service, compared with 27.9%, 13.9% and "
            "8.6%, respectively, in the second quarter of 2023.",
            [
                ("31.5%", "pumps", "level", "2024-Q2"),
                ("14.8%", "valves", "level", "2024-Q2"),
                ("11.5%", "field service", "level", "2024-Q2"),
                ("27.9%", "pumps", "base", "2023-Q2"),
                ("13.9%", "valves", "base", "2023-Q2"),
                ("8.6%", "field service", "base", "2023-Q2"),
            ],
            id="en-compared-lists",
        ),
    ],
)
def test_a_list_follows_the_list_before_it(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text, "segment", "role", "period") == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Selling and marketing took RMB21.4 million and general and administrative RMB23.9 million; they grew 14.1% and "
            "3.3%, respectively, year over year.",
            id="en",
        ),
        pytest.param("销售及行销费用2,140万元，管理费用2,390万元，同比分别增长14.1%及3.3%。", id="zh"),
    ],
)
def test_changes_go_in_the_order_of_the_amounts(text: str) -> None:
    found = [(c.metric, c.role, c.direction, c.comparator) for c in claims_of(text)][2:]
    assert found == [("sales_marketing_expense", "change", "up", "yoy"), ("ga_expense", "change", "up", "yoy")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Cost of revenue rose. Of the increase of RMB43.3 million, RMB16.8 million came from wages and RMB9.6 million "
            "from outside freight.",
            [("change", "up"), ("driver", "up"), ("driver", "up")],
            id="en-of-the-increase",
        ),
        pytest.param(
            "Outside freight accounted for RMB9.6 million of the increase.", [("driver", "up")], id="en-of-it"
        ),
        pytest.param("其中委外运费占增加额的960万元。", [("driver", "up")], id="zh-of-it"),
    ],
)
def test_parts_of_a_change_are_drivers(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(claim.role, claim.direction) for claim in claims_of(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The ten largest clients accounted for 22.6% of revenue, compared with 24.1% a year earlier.",
            [("22.6%", "revenue", "ten largest clients", "share"), ("24.1%", "revenue", "ten largest clients", "base")],
            id="en",
        ),
        pytest.param(
            "前十大客户占营收的22.6%，低于去年同期的24.1%。",
            [("22.6%", "revenue", "前十大客户", "share"), ("24.1%", "revenue", "前十大客户", "base")],
            id="zh",
        ),
    ],
)
def test_a_share_is_somebodys(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text, "metric", "segment", "role")[1:] == expected  # the first is how many they are


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Operating expenses fell to 13.5% of revenue from 14.6%.",
            [("13.5%", "operating_expense_ratio", "level"), ("14.6%", "operating_expense_ratio", "base")],
            id="en",
        ),
        pytest.param(
            "研发费用为6,120万元，占收入的8.9%，上年同期为9.4%。",
            [
                ("6,120万元", "rnd_expense", "level"),
                ("8.9%", "rnd_expense_ratio", "level"),
                ("9.4%", "rnd_expense_ratio", "base"),
            ],
            id="zh",
        ),
    ],
)
def test_expenses_of_revenue_are_a_rate(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text, "metric", "role") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "At the end of June we had 43 warehouses, 5 more than a year ago.",
            [("43", "level", None, "asof:2024-06-30"), ("5", "change", "up", "asof:2024-06-30")],
            id="en",
        ),
        pytest.param(
            "六月底我们有43座仓库，比一年前多5座。",
            [("43", "level", None, "asof:2024-06-30"), ("5", "change", "up", "asof:2024-06-30")],
            id="zh",
        ),
    ],
)
def test_counts_that_differ(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text, "role", "direction", "period") == expected
    assert {claim.metric for claim in claims_of(text)} == {"facilities"}


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        pytest.param("As of June 30, 2024 we served 1,946 clients, compared with 1,803 a year earlier.", ["asof:2024-06-30", "asof:2023-06-30"], id="en-day"),
        pytest.param("过去十二个月的净营收留存率为107.8%，一年前为103.2%。", ["LTM@2024-06-30", "LTM@2023-06-30"], id="zh-ltm"),
        pytest.param("We ended the second quarter with RMB511 million in cash.", ["asof:2024-06-30"], id="en-balance-of-a-quarter"),
        pytest.param("Debt stood at RMB88 million, down from RMB93 million at the end of December.", ["asof:2024-06-30", "asof:2023-12-31"], id="en-month"),
    ],
)  # fmt: skip
def test_balances_are_of_a_day(text: str, periods: list[str]) -> None:
    assert [claim.period for claim in claims_of(text)] == periods


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "For the full year 2024 we expect revenue of RMB1.79 billion to RMB1.83 billion, compared with our earlier range "
            "of RMB1.71 billion to RMB1.77 billion.",
            [("guided", "FY2024", "level"), ("guided", "FY2024", "base")],
            id="en-range-against-range",
        ),
        pytest.param("收入达40.8亿元，高于我们提供的39.0亿元至41.0亿元财测区间。", [("reported", "2024-Q2", "level"), ("guided", "2024-Q2", "level")], id="zh-above-range"),
        pytest.param("We expect operating profit of $7 million.", [("guided", None, "level")], id="en-of-no-named-time"),
        pytest.param("Our 2025 guidance implies revenue of $9 million.", [("guided", "FY2025", "level")], id="en-year-of-guidance"),
        pytest.param(
            "Costs were a touch above guidance, R&D expenses being $37 million.", [("reported", "2024-Q2", "level")],
            id="en-above-guidance",
        ),
    ],
)  # fmt: skip
def test_guidance(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    assert [(c.modality, c.period, c.role) for c in claims_of(text)] == expected


def test_a_comparator_left_unsaid_is_the_usual_one_and_not_named() -> None:
    text = (
        "Revenue rose 8.1% year over year. Gross profit rose 9.3% year over year. Operating income was RMB12 million, an "
        "increase of 4.4%."
    )
    last = claims_of(text)[-1]
    assert (last.comparator, "comparator" in last.named) == ("yoy", False)


def test_a_slack_rate_takes_no_comparator() -> None:
    text = "Revenue rose 8.1% year over year. Gross profit rose 9.3% year over year. Gross profit of pumps still rose about 40%."
    assert claims_of(text)[-1].comparator is None


@pytest.mark.parametrize(
    ("text", "lang", "names"),
    [
        pytest.param("net revenue retention", "en", ["retention"], id="longest-wins"),
        pytest.param("annual turnover of drivers", "en", ["churn"], id="turnover-of-people"),
        pytest.param("平均每笔订单营收", "zh", ["order_value"], id="zh-longest-wins"),
        pytest.param("自由现金流", "zh", ["free_cash_flow"], id="zh-no-from"),
    ],
)
def test_find_metrics(text: str, lang: str, names: list[str]) -> None:
    assert [mention.name for mention in find_metrics(text, lang)] == names


def test_first_characters_know_optional_heads() -> None:
    assert first_characters("(?<!x)(?:net |gross )?profits?|[md]aus?") == {"n", "g", "p", "m", "d"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Total net revenues for audio tours and others were RMB12.6 million.",
            [("RMB12.6 million", "audio tours and others", "level")],
            id="en-total-of-a-segment",
        ),
        pytest.param("Total net revenues were RMB12.6 million.", [("RMB12.6 million", None, "level")], id="en-total"),
        pytest.param(
            "Operating income was up RMB1.1 million in the quarter, or 14%.",
            [("RMB1.1 million", None, "change"), ("14%", None, "change")],
            id="en-or-else",
        ),
        pytest.param(
            "Revenue grew 5% or 3% in constant currency.",
            [("5%", None, "change"), ("3%", None, "change")],
            id="en-or-currency",
        ),
    ],
)
def test_totals_and_alternatives(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text, "segment", "role") == expected


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        pytest.param(
            "en", "Net profit attributable to the company and its net income per basic share rose", id="en-longer"
        ),
        pytest.param(
            "en",
            "diluted non - GAAP earnings per ordinary share, cash, cash equivalents and time deposits",
            id="en-runs",
        ),
        pytest.param(
            "en", "net dollar retention rate, monthly churn rates, number of paying customers, net loss1", id="en-open"
        ),
        pytest.param(
            "zh", "经调整净利润率、归属于母公司股东的净利润、现金及现金等价物和短期投资、净收入留存率", id="zh"
        ),
    ],
)
def test_the_longest_phrase_is_found_at_every_place(lang: str, text: str) -> None:
    for start, character in enumerate(text):
        rows = metrics._phrases(lang).get(character.lower(), [])
        every = [
            (hit.end(), row.name) for row in rows if (hit := metrics._compiled(lang, row.pattern).match(text, start))
        ]
        longest = max(every, key=lambda pair: pair[0], default=(start, ""))
        assert metrics._phrase_at(text, start, lang) == (longest if longest[0] > start else None)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_phrases_capture_nothing(lang: str) -> None:
    # Which phrase of an alternation matched is told by the number of its group.
    assert [
        row.pattern for rows in metrics._phrases(lang).values() for row in rows if re.compile(row.pattern).groups
    ] == []
