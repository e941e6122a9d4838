"""A20: one number told in two ways; what differs must be named in both places, and the odd one stand alone."""

from __future__ import annotations

import pytest

from tests.checks.running import findings_of

FOURTH = "Revenue in the fourth quarter of 2024 was RMB120.4 million."
DRIVES = "Drives revenue was RMB61.3 million. Pumps revenue was RMB38.2 million. "


def told(call: str, release: str = "") -> list[str]:
    """The words of the A20 findings."""
    rows = findings_of(call, release, call_period="2024-Q4", release_period="2024-Q4")
    return [row.message for row in rows if row.code == "A20" and row.verdict == "contradicted"]


@pytest.mark.parametrize(
    ("call", "release", "what"),
    [
        pytest.param("Revenue in the first quarter of 2024 was RMB120.4 million.", FOURTH, "2024-Q1", id="en-period"),
        pytest.param(FOURTH, FOURTH, None, id="en-same-period"),
        pytest.param("Revenue in the first quarter of 2024 was RMB12 million.", "Revenue in the fourth quarter of 2024 was RMB12 million.", None, id="en-two-digits-meet-by-chance"),
        pytest.param("Capex in the first quarter of 2024 was RMB120.4 million.", FOURTH, None, id="en-another-metric"),
        pytest.param("Revenue was RMB120.4 million.", "Revenue in the fourth quarter of 2024 was RMB120.4 million.", None, id="en-period-not-named"),
        pytest.param("Revenue in the first quarter of 2024 was RMB156 million.", "Revenue in the fourth quarter of 2024 was RMB156.2 million.", None, id="en-two-quarters-that-are-near"),
        pytest.param("We delivered 208,359 cars in the first quarter of 2025.", "We delivered 208,359 cars.", "2025-Q1", id="en-a-quarter-to-come"),
        pytest.param("We delivered 208 cars in the first quarter of 2025.", "We delivered 208 cars.", None, id="en-three-digits-of-a-quarter-to-come"),
        pytest.param("2025年第一季度交付量为208,359辆。", "交付量为208,359辆。", "2025-Q1", id="zh-a-quarter-to-come"),
        pytest.param("Revenue increased by RMB120.4 million.", "Revenue increased to RMB120.4 million.", "a level in one place", id="en-role"),
        pytest.param("Revenue increased to RMB120.4 million.", "Revenue increased to RMB120.4 million.", None, id="en-same-role"),
        pytest.param("2024年第一季度营业收入为1.204亿元。", "2024年第四季度营业收入为1.204亿元。", "2024-Q1", id="zh-period"),
        pytest.param("营业收入增加1.204亿元。", "营业收入增至1.204亿元。", "a level in one place", id="zh-role"),
        pytest.param("Free cash flow was RMB81.7 million, an increase of RMB9.6 million.", "Free cash flow was RMB81.7 million, compared with RMB9.6 million.", "a level in one place", id="en-two-digits-beside-a-level"),
        pytest.param("Free cash flow was RMB81.7 million, an increase of RMB9.6 million.", "Free cash flow was RMB80.1 million, compared with RMB9.6 million.", None, id="en-two-digits-beside-two-levels"),
    ],
)  # fmt: skip
def test_one_number_in_two_places(call: str, release: str, what: str | None) -> None:
    found = told(call, release)
    assert len(found) == (what is not None)
    assert what is None or what in found[0]


def test_where_both_have_company_nothing_is_said() -> None:
    first = "Revenue in the first quarter of 2024 was RMB120.4 million."
    assert told(f"{first} As I said: {first}", f"{FOURTH} To repeat it: {FOURTH}") == []


def test_a_warning_and_a_place_to_look_at() -> None:
    rows = findings_of("Revenue in the first quarter of 2024 was RMB120.4 million.", FOURTH, call_period="2024-Q4", release_period="2024-Q4")  # fmt: skip
    (finding,) = [row for row in rows if row.code == "A20"]
    assert (finding.severity, finding.origin, len(finding.evidence)) == ("warning", "speaker", 1)


@pytest.mark.usefixtures("as_the_rules_read")
@pytest.mark.parametrize(
    ("call", "release", "found"),
    [
        pytest.param("We ended the quarter with 2,716 employees.", "Our 2,716 employees did well. As of December 31, 2023 the Company had 2,716 employees.", True, id="en-two-places-go-without-a-date"),
        pytest.param("We ended the quarter with 2,716 employees.", "As of December 31, 2024 the Company had 2,716 employees.", False, id="en-the-same-day"),
        pytest.param("期末员工人数为2,716人。", "员工人数为2,716人。截至2023年12月31日，员工人数为2,716人。", True, id="zh-two-places-go-without-a-date"),
    ],
)  # fmt: skip
def test_a_date_that_stands_alone(call: str, release: str, found: bool) -> None:
    assert (len(told(call, release)) == 1) == found


@pytest.mark.parametrize(
    ("call", "release", "found"),
    [
        pytest.param("Gross margin was 31.4%, against 29.6% a year ago and 29.6% in the third quarter of 2024.", "Gross margin in the fourth quarter of 2023 was 29.6%.", 0, id="en-one-number-of-two-times"),
        pytest.param("毛利率为31.4%，去年同期为29.6%，2024年第三季度为29.6%。", "2023年第四季度毛利率为29.6%。", 0, id="zh-one-number-of-two-times"),
        pytest.param("Revenue was RMB640 million, down 14.7%.", "Revenue was RMB640 million, up 14.7%. Fourth quarter revenue rose 14.7%.", 1, id="en-two-places-the-other-way"),
        pytest.param("营业收入下降14.7%。", "营业收入为6.4亿元，增长14.7%。第四季度营业收入增长14.7%。", 1, id="zh-two-places-the-other-way"),
        pytest.param("Operating income was down 14.7%.", "Operating income was RMB64.2 million, up 14.7%.", 1, id="en-of-a-profit-stated-elsewhere"),
        pytest.param("Operating income was down 14.7%.", "Operating loss was RMB64.2 million. It was up 14.7%.", 0, id="en-of-a-loss-stated-elsewhere"),
        pytest.param("Revenue rose. Pumps grew by RMB61.3 million.", "Pumps revenue was RMB61.3 million. Fourth quarter pumps revenue was RMB61.3 million.", 1, id="en-a-change-that-is-the-level-of-two-places"),
        pytest.param("收入上升。水泵增长了6,130万元。", "水泵收入为6,130万元。第四季度水泵收入为6,130万元。", 1, id="zh-a-change-that-is-the-level-of-two-places"),
        pytest.param("营业利润下降14.7%。", "营业利润为6,420万元，增长14.7%。", 1, id="zh-of-a-profit-stated-elsewhere"),
    ],
)  # fmt: skip
def test_ways_and_times_that_several_places_tell(call: str, release: str, found: int) -> None:
    assert len(told(call, release)) == found


PARTS = "Valves revenue was RMB61.3 million. Pumps revenue was RMB38.2 million. "
HAN_PARTS = "阀门收入为6,130万元，水泵收入为3,820万元。"


@pytest.mark.parametrize(
    ("call", "found"),
    [
        pytest.param(
            "Pumps gross margin was 31.7%, compared with 29.4% a year ago.", 2, id="en-two-numbers-of-another"
        ),
        pytest.param("Valves gross margin was 31.7%, compared with 29.4% a year ago.", 0, id="en-its-own"),
        pytest.param("Pumps gross margin was 31.7%, compared with 28.8% a year ago.", 0, id="en-one-may-be-chance"),
    ],
)
def test_parts_that_other_figures_tell_apart(call: str, found: int) -> None:
    release = PARTS + "Valves gross margin was 31.7%, compared with 29.4% a year ago."
    assert len([row for row in told(f"{call} {PARTS}", release) if "told of pumps" in row]) == found


def test_chinese_parts_that_other_figures_tell_apart() -> None:
    call, release = "水泵毛利率为31.7%，去年同期为29.4%。", "阀门毛利率为31.7%，去年同期为29.4%。"
    assert len(told(HAN_PARTS + call, HAN_PARTS + release)) == 2


@pytest.mark.parametrize(("rate", "accused"), [("23.2%", True), ("18.4%", False)], ids=["with-its-rate", "alone"])
def test_a_part_whose_own_figure_stands_in_both(rate: str, accused: bool) -> None:
    """Three digits are one figure where a rate goes with them; the other part has another one in both documents."""
    call = "Valves revenue was RMB785 million, up 23.2%. Pumps revenue was RMB648 million."
    release = f"Pumps revenue increased by {rate} to RMB785 million. Pumps revenue was RMB648 million."
    assert any("valves" in row and "pumps" in row for row in told(call, release)) is accused
