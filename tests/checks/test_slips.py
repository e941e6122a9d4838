"""Figures that are one slip from fitting: in lists, in ranges, in bounds, beside a figure that ties, and in doubt."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from nlp.checks.repairs import find_slips
from nlp.checks.surely import as_sure_as_read
from nlp.records import Finding
from tests.checks.running import evidence_of, findings_of


def _accused(call: str, release: str = "", **periods: str) -> list[tuple[str, str]]:
    rows = findings_of(call, release, **periods)
    return [(row.code, row.severity) for row in rows if row.verdict == "contradicted" and row.severity != "note"]


@pytest.mark.parametrize(
    ("total", "parts", "found"),
    [
        ("$63.8 million", ("$29.4 million", "$21.7 million", "$12.7 million"), False),
        ("$63.8 billion", ("$29.4 million", "$21.7 million", "$12.7 million"), True),
        ("$63.8 million", ("$29.4 billion", "$21.7 million", "$12.7 million"), True),
        ("$71.2 million", ("$29.4 million", "$21.7 million", "$12.7 million"), False),
        ("$638.54 million", ("$294.13 million", "$127.12 million", "$117.21 million"), False),
        ("$638.54 million", ("$249.11 million", "$217.22 million", "$127.21 million"), True),
    ],
    ids=["holds", "total-in-billion", "part-in-billion", "one-unlisted", "two-short", "digits-exchanged"],
)
def test_a_list_and_its_total(total: str, parts: tuple[str, ...], found: bool) -> None:
    names = ("Custody", "Staking", "Settlement")
    told = " ".join(f"{name} segment revenue was {part}." for name, part in zip(names, parts, strict=True))
    assert _accused(f"Total revenue was {total}. {told}") == [("A08", "error")] * found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("We expect revenue of $13.2 billion to $13.8 billion for the third quarter of 2024.", False, id="en"),
        pytest.param("We expect revenue of $13.2 million to $13.8 billion for the third quarter of 2024.", True, id="en-slip"),
        pytest.param("We serve customers with revenue of $5.0 million to $2.0 billion.", False, id="en-wide"),
    ],
)  # fmt: skip
def test_ends_of_a_range_a_scale_word_apart(text: str, found: bool) -> None:
    assert (("A14", "error") in _accused(text)) is found


@pytest.mark.parametrize(
    ("said", "found"), [("$3.5 billion", False), ("$3.5 million", True), ("$3.0 million", False)],
    ids=["a-bound", "a-bound-in-million", "no-slip"],
)  # fmt: skip
def test_a_bound_far_below(said: str, found: bool) -> None:
    call = f"Revenue in the second quarter of 2024 was more than {said}."
    release = "Revenue in the second quarter of 2024 was $3,512.6 million."
    assert _accused(call, release) == [("R02", "error")] * found


@pytest.mark.parametrize(("base", "found"), [("196", False), ("16", True), ("173", False)])
def test_a_figure_beside_one_that_ties(base: str, found: bool) -> None:
    call = "Revenue in the second quarter of 2024 was $214.4 million, compared with $196 million in the second quarter of 2023."
    release = (
        f"Revenue was $214.4 million in the second quarter of 2024 and ${base} million in the second quarter of 2023."
    )
    assert (("R02", "error") in _accused(call, release)) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Operating income was $21.4 million in 2023 and $12.8 million in 2022.", False, id="two-dates"),
        pytest.param("Operating income was $21.4 million in 2023 and $12.8 million in 2023.", True, id="one-date"),
        pytest.param("Operating income was $21.4 million in 2023 and, for Pumps, $12.8 million in 2023.", False, id="words-between"),
    ],
)  # fmt: skip
def test_two_figures_under_one_date(text: str, found: bool) -> None:
    assert bool([row for row in findings_of(text) if row.code == "A19"]) is found


@pytest.mark.parametrize(
    ("now", "severity"),
    [("$381.2 million", "error"), ("$318.2 billion", "error"), ("$319.2 million", "note"), ("$321.2 million", "note")],
    ids=["exchanged", "scale", "a-digit", "no-slip"],
)
def test_digits_tell_what_readers_doubt(now: str, severity: str) -> None:
    evidence = evidence_of("Revenue was $318.2 million.", f"Revenue was {now}.")
    claims = tuple(replace(row, weighed=("metric",)) if at else row for at, row in enumerate(evidence.claims))
    ids = tuple(row.id for row in claims)
    finding = Finding(code="R02", verdict="contradicted", severity="error", message="", claims=ids)
    assert [row.severity for row in as_sure_as_read([finding], replace(evidence, claims=claims))] == [severity]


@pytest.mark.parametrize(("margin", "severity"), [("4.73%", "error"), ("45.3%", "note")], ids=["point", "a-digit"])
def test_a_point_tells_of_a_margin_what_readers_doubt(margin: str, severity: str) -> None:
    text = f"Revenue was $148.2 million and gross profit was $70.1 million. Gross margin was {margin}."
    (finding,) = [row for row in findings_of(text) if row.code == "A05"]
    evidence = evidence_of(text)
    doubted = (replace(row, weighed=() if row.id == finding.claims[0] else ("metric",)) for row in evidence.claims)
    rows = as_sure_as_read([finding], replace(evidence, claims=tuple(doubted)))
    assert [row.severity for row in rows] == [severity]


@pytest.mark.parametrize(
    ("quarter", "found"), [("second", False), ("third", True)], ids=["its-own", "another"]
)  # fmt: skip
def test_a_date_that_the_company_of_a_figure_belies(quarter: str, found: bool) -> None:
    release = f"Revenue for the {quarter} quarter of 2024 was $864 million, an increase of 9.4%."
    rows = findings_of("Revenue was $864 million, 9.4% more than a year ago.", release)
    assert bool([row for row in rows if row.code == "R05" and row.severity == "warning"]) is found


@pytest.mark.parametrize(
    ("way", "found"), [("an increase", False), ("a decrease", True)], ids=["its-own", "another"]
)  # fmt: skip
def test_a_change_of_a_result_that_is_a_gain(way: str, found: bool) -> None:
    release = f"Operating cash flow was $512.6 million, {way} of $87.9 million."
    rows = findings_of("Operating cash flow was $512.6 million, an increase of $87.9 million.", release)
    assert bool([row for row in rows if row.code == "R02" and row.verdict == "contradicted"]) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Revenue was $148.2 million, up 26.0% from $117.6 million.", [], id="holds"),
        pytest.param("Revenue was $148.2 million, up 27.0% from $117.6 million.", [("A01", "error")], id="a-digit"),
        pytest.param("Revenue was $148.2 million, up 41% from $117.6 million.", [], id="no-slip-explains-it"),
        pytest.param(
            "Civil aftermarket was up 17%, shop visits numbering 486 against 440.", [], id="a-digit-of-two-far-off"
        ),
        pytest.param(
            "Sir, GOV growth is 118% but the store count has also gone from 526 to 1,004.", [], id="growth-of-another"
        ),
        pytest.param(
            "The average fee eased to $63.20 from $64.90, in line with the 9% fall in premiums.",
            [],
            id="fall-of-another",
        ),
        pytest.param(
            "Production was 1,412 GWh, 8.3% below budget (second quarter of 2023: 1,506 GWh).",
            [],
            id="against-the-plan",
        ),
        pytest.param(
            "Gold tonnage stood at 203 tonnes as against 196 tonnes a year ago, with average LTV of 61%.",
            [],
            id="a-rate",
        ),
        pytest.param("Spoilage was 6.4%, improved by 1.5 points from 7.9%.", [], id="better-by-falling"),
        pytest.param("EBITDA was $970 million (11.1%) versus $911 million (10.6%).", [], id="margins-in-brackets"),
        pytest.param(
            "Revenue was $48.3 million, compared to $39.9 million for the second quarter of 2023, an increase of 31%.",
            [("A01", "error")],
            id="a-digit-behind-a-time",
        ),
        pytest.param(
            "Price per crate fell to $3.62 from $3.88 as we were in 6% fewer shops.", [], id="fewer-of-another"
        ),
        pytest.param("Tolls at $2.86 per tonne, against $3.32, offset a 12% decline in rents.", [], id="offset"),
        pytest.param(
            "Ferry revenue, $36.3 million, fell 13% with the loss of two charterers, who had contributed $5.8 million in the "
            "prior-year quarter.",
            [],
            id="what-others-had-brought",
        ),
        pytest.param(
            "EBITDA was $17.3 million, 27% up on volume, versus $1.5 million of those in the year-ago period.",
            [],
            id="a-base-of-those",
        ),
        pytest.param(
            "Revenue from repairs fell 13% to $231 million, the prior-year quarter having had $50 million of storm work.",
            [],
            id="a-base-of-nothing-else",
        ),
        pytest.param(
            "The average basket went from €36.20 to €37.50; the number of baskets, which matters more to me, rose 2.5%.",
            [],
            id="a-subject-of-its-own",
        ),
        pytest.param("二季度新签订单36.4亿元，同比增长17.5%，其中船用由上年同期的5.2亿元回升至9.1亿元。", [], id="zh-base-of-a-part"),
        pytest.param("一份套餐从38元2降到36元，客人多了4%。", [], id="zh-more-guests"),
    ],
)  # fmt: skip
def test_a_growth_is_accused_where_a_slip_explains_it(text: str, found: list[tuple[str, str]]) -> None:
    assert _accused(f"Our results are for the second quarter of 2024. {text}") == found


_LIST = "Our results are for the second quarter of 2024. Revenue was $118.5 million."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            f"{_LIST} Retail revenue was $81.3 million and wholesale revenue was $3.2 million.", True, id="a-lost-digit"
        ),
        pytest.param(
            f"{_LIST} Retail revenue was $81.3 million and wholesale revenue was $36.2 million.", False, id="one-unlisted"
        ),
        pytest.param(
            f"{_LIST} Retail revenue was $81.3 million and wholesale revenue was $73.2 million; intersegment sales account "
            "for the difference.",
            False,
            id="parts-that-sell-to-one-another",
        ),
        pytest.param(
            "二季度收入为18.92亿元。猫粮收入为10.46亿元，其中主粮4.37亿元；犬粮收入为6.08亿元。", False, id="zh-part-of-a-part"
        ),
    ],
)  # fmt: skip
def test_a_list_is_accused_where_only_a_slip_explains_it(text: str, found: bool) -> None:
    rows = [row for row in findings_of(text) if row.code == "A08" and row.verdict == "contradicted"]
    assert bool(rows) is found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Gross margin was 47.3%, up from 41.6%, due to a 23% decrease in input cost.", id="cause-of-a-margin"),
        pytest.param("二季度收入8.1亿元，门店占31%，线上占42%，其中直播占线上的64%。", id="zh-share-of-a-share"),
        pytest.param("二季度收入16.8亿元，云服务收入12.6亿元，其中政务占它的八成。", id="zh-share-of-it"),
    ],
)  # fmt: skip
def test_a_share_or_change_of_another_is_not_accused(text: str) -> None:
    assert [row for row in findings_of(text) if row.code in ("A09", "A13") and row.severity != "note"] == []


def test_no_slip_leaves_nothing_of_a_number() -> None:
    assert all(slip.value for slip in find_slips(Decimal(60), "60"))
