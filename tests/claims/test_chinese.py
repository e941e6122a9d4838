"""Chinese sentences of many trades, each with all its claims: whose, of what, of when, in which role."""

from __future__ import annotations

import pytest

from tests.claims.reading import claims_of, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "二季度处方药业务营收为12.8亿元，同比增长27.4%，毛利率11.9%。",
            [
                ("12.8亿元", "revenue", "处方药", "2024-Q2", "level"),
                ("27.4%", "revenue", "处方药", "2024-Q2", "change"),
                ("11.9%", "gross_margin", "处方药", "2024-Q2", "level"),
            ],
            id="a-sentence-goes-on-about-the-part-it-opens-with",
        ),
        pytest.param(
            "二季度客运收入48.2亿元，同比增长21%，其中国际航线收入13.7亿元。",
            [
                ("48.2亿元", "revenue", "客运", "2024-Q2", "level"),
                ("21%", "revenue", "客运", "2024-Q2", "change"),
                ("13.7亿元", "revenue", "国际航线", "2024-Q2", "level"),
            ],
            id="what-stands-behind-a-comma-is-no-part-of-the-growth",
        ),
        pytest.param(
            "創新藥收入佔比由上年同期的33%提升到41%。",
            [("33%", "revenue", "創新藥", "2023-Q2", "base"), ("41%", "revenue", "創新藥", "2024-Q2", "share")],
            id="a-share-that-moves",
        ),
        pytest.param(
            "管理费用占收入的比例由6.1%降至5.4%。",
            [
                ("6.1%", "ga_expense_ratio", None, "2023-Q2", "base"),
                ("5.4%", "ga_expense_ratio", None, "2024-Q2", "level"),
            ],
            id="an-expense-in-revenue-is-a-rate",
        ),
        pytest.param(
            "销售费用6.9亿元，费用率由上年同期的15.7%上升至19.9%。",
            [
                ("6.9亿元", "sales_marketing_expense", None, "2024-Q2", "level"),
                ("15.7%", "sales_marketing_expense_ratio", None, "2023-Q2", "base"),
                ("19.9%", "sales_marketing_expense_ratio", None, "2024-Q2", "level"),
            ],
            id="the-rate-of-the-expense-just-told",
        ),
        pytest.param(
            "负极材料出货5.3万吨，单吨净利2,100元。",
            [
                ("5.3万", "volume", "负极材料", "2024-Q2", "level"),
                ("2,100元", "other:单吨净利", "负极材料", "2024-Q2", "level"),
            ],
            id="per-unit-is-of-the-part",
        ),
        pytest.param(
            "归属于本行股东的净利润8.3亿元，资产负债率52.3%，较年初下降1.6个百分点。",
            [
                ("8.3亿元", "net_income", None, "2024-Q2", "level"),
                ("52.3%", "debt_ratio", None, "asof:2024-06-30", "level"),
                ("1.6个百分点", "debt_ratio", None, "asof:2024-06-30", "change"),
            ],
            id="a-balance-against-the-start-of-the-year",
        ),
        pytest.param(
            "截至二零二四年六月三十日止六個月，收益為港幣18億元。",
            [("港幣18億元", "revenue", None, "2024-H1", "level")],
            id="dates-in-characters",
        ),
        pytest.param("前三季度收入12亿元。", [("12亿元", "revenue", None, "2024-9M", "level")], id="three-quarters"),
        pytest.param("1至6月收入8亿元。", [("8亿元", "revenue", None, "2024-H1", "level")], id="a-span-of-months"),
        pytest.param(
            "出售厂房的一次性收益为620万元。",
            [("620万元", "other:gain", None, "2024-Q2", "level")],
            id="a-gain-is-no-revenue",
        ),
        pytest.param(
            "先看骨科，降价之后收入4.1亿元，毛利率71%。",
            [("4.1亿元", "revenue", "骨科", "2024-Q2", "level"), ("71%", "gross_margin", "骨科", "2024-Q2", "level")],
            id="a-topic-is-commented-on",
        ),
        pytest.param(
            "车险收入3亿元，农险2亿元，后者同比增长9%，前者下降4%。",
            [
                ("3亿元", "revenue", "车险", "2024-Q2", "level"),
                ("2亿元", "revenue", "农险", "2024-Q2", "level"),
                ("9%", "revenue", "农险", "2024-Q2", "change"),
                ("4%", "revenue", "车险", "2024-Q2", "change"),
            ],
            id="the-former-and-the-latter",
        ),
        pytest.param(
            "租赁这块收入2亿元，占比8%。",
            [("2亿元", "revenue", "租赁", "2024-Q2", "level"), ("8%", "revenue", "租赁", "2024-Q2", "share")],
            id="a-share-of-the-part-just-told",
        ),
        pytest.param(
            "同店销售方面，华南下跌2%，华北则上升5%。",
            [
                ("2%", "same_store_sales", "华南", "2024-Q2", "change"),
                ("5%", "same_store_sales", "华北", "2024-Q2", "change"),
            ],
            id="a-measure-announced-for-parts",
        ),
        pytest.param(
            "次高端“金樽”上半年销量4,200吨。", [("4,200", "volume", "金樽", "2024-H1", "level")], id="a-quoted-brand"
        ),
        pytest.param(
            "云图卖了7.4亿，同比掉8%。",
            [("7.4亿", "revenue", "云图", "2024-Q2", "level"), ("8%", "revenue", "云图", "2024-Q2", "change")],
            id="what-a-part-sells-is-revenue",
        ),
        pytest.param(
            "直营180家、加盟60家，合计240家店。",
            [
                ("180", "stores", "直营", "asof:2024-06-30", "level"),
                ("60", "stores", "加盟", "asof:2024-06-30", "level"),
                ("240", "stores", None, "asof:2024-06-30", "level"),
            ],
            id="counts-named-at-the-end",
        ),
        pytest.param(
            "2024年前三季度营收4亿元，上年同期3亿元。",
            [("4亿元", "revenue", None, "2024-9M", "level"), ("3亿元", "revenue", None, "2023-9M", "base")],
            id="the-same-three-quarters",
        ),
        pytest.param(
            "会员的客单价比非会员高出38%。", [("38%", "order_value", "会员", "2024-Q2", "change")], id="compared-with"
        ),
    ],
)
def test_what_is_told(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text, "metric", "segment", "period", "role") == expected


@pytest.mark.parametrize(
    ("text", "direction", "comparator"),
    [
        pytest.param("毛利率为24.3%，比去年同期低1.9个百分点。", "down", "yoy", id="lower-by"),
        pytest.param("经营现金流净流入8.4亿元，较去年同期多流入2.1亿元。", "up", "yoy", id="more-flowed-in"),
        pytest.param("二季度末门店1,260家，环比净增38家。", "up", "qoq", id="net-new"),
        pytest.param("下半年同店销售增幅预计介乎2%至3%。", "up", "yoy", id="a-rate-of-growth"),
        pytest.param("车险收入3亿元，下降4%。", "down", "yoy", id="the-year-before-by-default"),
        pytest.param("第二季度营收季增至少12%。", "up", "qoq", id="at-least"),
    ],
)
def test_which_way_a_change_goes(text: str, direction: str, comparator: str | None) -> None:
    last = claims_of(text)[-1]
    assert (last.role, last.direction, last.comparator) == ("change", direction, comparator)
