"""What a document says for its sentences: its fiscal calendar, headings, the part it goes on about, its convention."""

from __future__ import annotations

import pytest

from nlp import find_claims, read
from nlp.claims.calendar import find_year_end
from nlp.records import Claim, Document
from nlp.segment import segment


def document(*lines: str) -> Document:
    text = "\n\n".join(lines)
    return segment(read(text.encode("utf-8"), name="release.txt")).document


def claims(*lines: str) -> list[Claim]:
    return list(find_claims(read("\n\n".join(lines).encode("utf-8"), name="release.txt")))


HEAD = "Marrow Tools Announces Fourth Quarter and Fiscal Year 2025 Financial Results"


@pytest.mark.parametrize(
    ("lines", "month"),
    [
        pytest.param((HEAD, "Our fiscal year ends on January 31."), 1, id="en-said"),
        pytest.param((HEAD, "The fourth quarter of fiscal 2025, ended June 28, 2025, was our best."), 6, id="en-quarter-ended"),
        pytest.param((HEAD, "Results for the fiscal year ended February 1, 2025 follow."), 1, id="en-53-weeks"),
        pytest.param(("甲公司公布2026财年中期业绩", "截至2025年9月30日止六个月，收入上升。"), 3, id="zh-half"),
        pytest.param(("甲公司公布2025财年业绩", "集团财政年度于3月31日结束。"), 3, id="zh-said"),
        pytest.param((HEAD, "Nothing is said of any day."), None, id="silent"),
    ],
)  # fmt: skip
def test_the_fiscal_calendar_is_found(lines: tuple[str, ...], month: int | None) -> None:
    assert find_year_end([document(*lines)]) == month


def test_headings_and_leads_date_what_stands_under_them() -> None:
    found = claims(
        HEAD,
        "Fourth Quarter Fiscal 2025 Financial Highlights",
        "- Revenue was $293.3 million.",
        "Fiscal Year 2025 Financial Highlights",
        "- Revenue was $1,101.9 million, up 20.0% from $918.5 million.",
        "Financial Outlook",
        "For the first quarter of fiscal 2026, the company expects:",
        "- Revenue of $294 million to $296 million",
    )
    assert [(c.period, c.role, c.modality) for c in found] == [
        ("2025-Q4", "level", "reported"),
        ("FY2025", "level", "reported"),
        ("FY2025", "change", "reported"),
        ("FY2024", "base", "reported"),
        ("2026-Q1", "level", "guided"),
    ]


@pytest.mark.parametrize(
    ("text", "segments"),
    [
        pytest.param(
            "Revenue from servo systems was $9 million. Servo systems had a hard quarter. Revenue fell 8.6%.",
            ["servo systems", "servo systems"],
            id="en-bare",
        ),
        pytest.param(
            "Revenue from servo systems was $9 million. Revenue was $40 million.", ["servo systems", None], id="en-total"
        ),
        pytest.param(
            "Revenue from servo systems was $9 million. Servo systems revenue rose. Its gross margin was 30%.",
            ["servo systems", "servo systems"],
            id="en-its",
        ),
        pytest.param("海外增长29.1%，国内增长3.8%。", ["海外", "国内"], id="zh-subjects"),
        pytest.param("Net debt fell by $1.3 billion over less than two years.", [None], id="en-a-time-is-no-segment"),
        pytest.param("North America net sales revenue fell by 6.1%.", ["north america"], id="en-net-sales-revenue"),
        pytest.param("The guidance implies revenue growth of 3%.", [None], id="en-a-verb-is-no-segment"),
        pytest.param("Unit volumes grew 5%. In Japan unit volumes grew 9%.", [None, "japan"], id="en-a-measure-is-no-segment"),
        pytest.param("公司煤炭销售量为5,200万吨。", ["煤炭"], id="zh-of-the-company"),
        pytest.param(
            "Flash revenue was $9 million. Flash bit shipments rose 14%, and prices by 6%.", ["flash", "flash", "flash"],
            id="en-goes-on-about-the-part",
        ),
        pytest.param(
            "Flash revenue was $9 million. Flash revenue grew 9%, and we shipped 214 drives in total.", ["flash", "flash", None],
            id="en-in-total",
        ),
        pytest.param("We're pricing Foreman at $4.90 a month.", [None], id="en-a-pronoun-is-no-segment"),
        pytest.param("Dry Dock Services revenue was $9 million.", ["dry dock services"], id="en-capitals-go-together"),
        pytest.param(
            "Revenue from Japan was $9 million. We will open 32 shops, 24 of them in Japan.", ["japan", None, "japan"],
            id="en-behind",
        ),
        pytest.param(
            "Revenue from Harbour Lane was $9 million. We ended with 96 Harbour Lane restaurants.",
            ["harbour lane", "harbour lane"], id="en-what-is-counted",
        ),
        pytest.param("国内收入9亿元。下半年将开32家门店，其中24家位于国内。", ["国内", None, "国内"], id="zh-behind"),
        pytest.param(
            "Vehicle revenue was $9 million. Vehicle revenue rose. A vehicle sold for $900.",
            ["vehicle", None],
            id="en-a-thing-is-no-segment",
        ),
    ],
)  # fmt: skip
def test_the_part_of_the_business(text: str, segments: list[str | None]) -> None:
    assert [claim.segment for claim in find_claims(text)] == segments


def test_all_figures_that_follow_are_adjusted() -> None:
    before = "Gross margin was 70.1%."
    said = "Moving down the income statement, and these are all non-GAAP figures."
    after = "Gross margin was 76.7%. Revenue was $90 million."
    assert [c.basis for c in find_claims(f"{before} {said} {after}")] == [None, "non_gaap", None]
    assert [c.basis for c in find_claims(f"Some of our measures are non-GAAP. {before}")] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "In the third quarter of 2025 gross margin was 34.6% (2Q25: 29.8%; 3Q24: 27.9%).",
            [("level", None), ("base", "2025-Q2"), ("base", "2024-Q3")],
            id="bracketed",
        ),
        pytest.param(
            "Revenue was $80.3 million, an increase of 28.2% from $62.6 million in the fourth quarter of 2023 and a "
            "decrease of 22.6% from $103.7 million in the third quarter of 2024.",
            [("level", None), ("change", None), ("base", "2023-Q4"), ("change", None), ("base", "2024-Q3")],
            id="two-bases",
        ),
        pytest.param(
            "Adjusted EBITA came in at EUR 98m (EUR 91m), a margin of 12.3% (11.6%).",
            [("level", None), ("base", None), ("level", None), ("base", None)],
            id="alone-in-a-bracket",
        ),
        pytest.param(
            "Europe grew 3%, North America 11% and Asia 1%.", [("change", None), ("change", None), ("change", None)],
            id="names-without-verbs",
        ),
        pytest.param(
            "Growth was 4.1%, of which 2.3 points were volume and 1.8 points price.",
            [("change", None), ("driver", None), ("driver", None)],
            id="points-of-a-rate",
        ),
        pytest.param("Net loss was $64.8 million after $128.1 million.", [("level", None), ("base", None)], id="after"),
        pytest.param("Revenue: $412.3 million, +9%", [("level", None), ("change", None)], id="signed"),
        pytest.param(
            "Gross profit grew by 16.9% and operating expenses by 4.2%.", [("change", None), ("change", None)], id="ellipsis"
        ),
    ],
)  # fmt: skip
def test_what_figures_are_compared_with(text: str, expected: list[tuple[str, str | None]]) -> None:
    found = find_claims(text)
    assert [c.role for c in found] == [role for role, _ in expected]
    assert [c.period for c, (_, period) in zip(found, expected, strict=True) if period] == [p for _, p in expected if p]


def test_each_change_is_tied_to_its_own_base() -> None:
    text = (
        "In the fourth quarter of 2024 revenue was $80.3 million, an increase of 28.2% from $62.6 million in the fourth "
        "quarter of 2023 and a decrease of 22.6% from $103.7 million in the third quarter of 2024."
    )
    assert [c.comparator for c in find_claims(text) if c.role == "change"] == ["yoy", "qoq"]


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        pytest.param("Net debt was EUR 412m, or 1.4 times EBITDA, against 1.9 times a year earlier.", ["debt", "leverage", "leverage"], id="leverage"),
        pytest.param("Operating income was $64.1 million, or 21.9% of revenue.", ["operating_income", "operating_margin"], id="margin"),
        pytest.param("Revenue per vehicle came out at RMB3,875.", ["other:revenue per vehicle"], id="per-unit"),
        pytest.param("We confirm our guidance of organic growth of 3% to 5%.", ["revenue"], id="growth"),
        pytest.param("In the fourth quarter we delivered 208,359 vehicles.", ["volume"], id="delivered"),
        pytest.param(
            "Revenue was $2.1 billion in the first half. That leaves $2.4 billion for the second.", ["revenue", "revenue"],
            id="goes-on",
        ),
        pytest.param(
            "Revenue was $2.1 billion. We booked a gain of $7 million.", ["revenue", "other:gain"], id="has-its-own-noun"
        ),
        pytest.param("EBITDA is what is left before depreciation. It was $48 million.", ["ebitda"], id="spoken-of"),
    ],
)  # fmt: skip
def test_what_is_measured(text: str, metrics: list[str]) -> None:
    assert [claim.metric for claim in find_claims(text)] == metrics
