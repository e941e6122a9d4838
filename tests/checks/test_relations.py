"""A21-A24 and G11: sums over time, earnings per share, cash that rolls forward, midpoints, guidance that moves."""

from __future__ import annotations

import pytest

from tests.checks.running import findings_of, verdicts

OK, ROUND, WRONG = "supported", "rounding", "contradicted"


@pytest.mark.parametrize(
    ("text", "code", "verdict"),
    [
        # 41.6 + 52.6 = 94.2
        pytest.param("First quarter revenue was $41.6 million, second quarter revenue was $52.6 million and first half revenue was $94.2 million.", "A21", OK, id="en-half"),
        pytest.param("First quarter revenue was $41.6 million, second quarter revenue was $52.6 million and first half revenue was $94.3 million.", "A21", ROUND, id="en-half-rounded"),
        pytest.param("First quarter revenue was $41.6 million, second quarter revenue was $52.6 million and first half revenue was $92.4 million.", "A21", WRONG, id="en-half-exchanged"),
        pytest.param("Revenue for the first half of 2023 was $94.2 million. Revenue for the third quarter of 2023 was $60.5 million. Revenue for the first nine months of 2023 was $154.7 million.", "A21", OK, id="en-nine-months"),
        pytest.param("Revenue for the first half of 2023 was $94.2 million. Revenue for the third quarter of 2023 was $60.5 million. Revenue for the first nine months of 2023 was $154.7 billion.", "A21", WRONG, id="en-nine-months-scale"),
        pytest.param("第一季度收入为4.16亿元，第二季度收入为5.26亿元，上半年收入为9.42亿元。", "A21", OK, id="zh-half"),
        pytest.param("第一季度收入为4.16亿元，第二季度收入为5.26亿元，上半年收入为9.24亿元。", "A21", WRONG, id="zh-half-exchanged"),
        pytest.param("2023年上半年净利润为1.24亿元，2023年下半年净利润为1.51亿元，2023年全年净利润为2.75亿元。", "A21", OK, id="zh-year"),
        pytest.param("In the first quarter of 2023 we had a net loss of $4.2 million. In the second quarter of 2023 net income was $9.7 million. Net income for the first half of 2023 was $5.5 million.", "A21", OK, id="en-loss-and-profit"),
        # 30.2 / 58.4 = 0.517
        pytest.param("Net income was $30.2 million, or $0.52 per diluted share, on a weighted average of 58.4 million diluted shares.", "A22", OK, id="en-per-share"),
        pytest.param("Net income was $30.2 million. Diluted earnings per share were $0.52, on 58.4 billion diluted shares.", "A22", WRONG, id="en-per-share-scale"),
        pytest.param("净利润为3.02亿元，稀释每股收益为0.52元，稀释后加权平均股数为5.84亿股。", "A22", OK, id="zh-per-share"),
        # 211.7 + 48.3 - 17.5 - 9.4 = 233.1
        pytest.param("Cash at the beginning of the quarter was $211.7 million. Operating cash flow was $48.3 million, net cash used in investing activities was $17.5 million and net cash used in financing activities was $9.4 million. Cash at the end of the quarter was $233.1 million.", "A23", OK, id="en-cash"),
        pytest.param("Cash at the beginning of the quarter was $211.7 million. Operating cash flow was $48.3 million, net cash used in investing activities was $17.5 million and net cash used in financing activities was $9.4 million. Cash at the end of the quarter was $323.1 million.", "A23", WRONG, id="en-cash-exchanged"),
        pytest.param("期初现金为2.117亿元。经营活动产生的现金流量净额为0.483亿元，投资活动使用的现金净额为0.175亿元，筹资活动使用的现金净额为0.094亿元。期末现金为2.331亿元。", "A23", OK, id="zh-cash"),
        pytest.param("For the third quarter we expect revenue between $62 million and $66 million, or $64 million at the midpoint.", "A24", OK, id="en-midpoint"),
        pytest.param("For the third quarter we expect revenue between $62 million and $66 million, or $65 million at the midpoint.", "A24", WRONG, id="en-midpoint-off"),
        pytest.param("For the third quarter we expect revenue between $62 million and $66 million, with a midpoint of $64 million.", "A24", OK, id="en-midpoint-of"),
        pytest.param("We now expect full year revenue of $240 million to $250 million, compared with our prior guidance of $226 million to $236 million, an increase of $14 million at the midpoint.", "A24", OK, id="en-midpoint-moved"),
        pytest.param("We now expect full year revenue of $240 million to $250 million, compared with our prior guidance of $226 million to $236 million, an increase of $41 million at the midpoint.", "A24", WRONG, id="en-midpoint-moved-exchanged"),
        pytest.param("我们预计第三季度收入在6.2亿元至6.6亿元之间，中值为6.4亿元。", "A24", OK, id="zh-midpoint"),
        pytest.param("我们预计第三季度收入在6.2亿元至6.6亿元之间，中值为6.7亿元。", "A24", WRONG, id="zh-midpoint-off"),
        # 64 / 50 - 1 = 28%
        pytest.param("Revenue in the third quarter of 2023 was $50.0 million. For the third quarter we expect revenue between $62 million and $66 million. At the midpoint, that represents growth of 28% year over year.", "A24", OK, id="en-growth-at-midpoint"),
        pytest.param("We are raising our full year 2024 revenue guidance to a range of $240 million to $250 million, from our previous range of $226 million to $236 million.", "G11", OK, id="en-raised"),
        pytest.param("We are lowering our full year 2024 revenue guidance to a range of $240 million to $250 million, from our previous range of $226 million to $236 million.", "G11", WRONG, id="en-lowered-upwards"),
        pytest.param("We are narrowing our full year 2024 revenue guidance to $240 million to $250 million, from $235 million to $255 million.", "G11", OK, id="en-narrowed"),
        pytest.param("我们将全年收入指引由此前的22.6亿元至23.6亿元上调至24亿元至25亿元。", "G11", OK, id="zh-raised"),
        pytest.param("我们将全年收入指引由此前的22.6亿元至23.6亿元下调至24亿元至25亿元。", "G11", WRONG, id="zh-lowered-upwards"),
    ],
)  # fmt: skip
def test_verdicts(text: str, code: str, verdict: str) -> None:
    assert verdicts(text).get(code) == verdict


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("First quarter revenue was $41.6 million. Second quarter revenue was $52.6 million. First half revenue was $95.1 million.", id="restated-a-little"),
        pytest.param("First quarter revenue was $41.6 million. Second quarter revenue was $52.6 million. First half revenue was $131.7 million.", id="another-measure"),
        pytest.param("第一季度收入为4.16亿元。第二季度收入为5.26亿元。上半年收入为9.49亿元。", id="zh-restated"),
        pytest.param("Cash was $41.6 million in the first quarter, $52.6 million in the second quarter and $52.6 million at the end of the first half.", id="balances-do-not-add-up"),
        pytest.param("Net income was $30.2 million. Basic earnings per share were $0.54, on 58.4 million diluted shares.", id="basic-over-diluted"),
        pytest.param("Net income was $30.2 million. Diluted earnings per ADS were $5.20, on 58.4 million diluted shares.", id="depositary-shares"),
        pytest.param("Net income was $30.2 million, or $0.47 per diluted share, on a weighted average of 58.4 million diluted shares.", id="part-is-of-other-holders"),
        pytest.param("净利润为3.02亿元，基本每股收益为0.55元，稀释后加权平均股数为5.84亿股。", id="zh-basic-over-diluted"),
        pytest.param("Cash at the beginning of the quarter was $211.7 million. Operating cash flow was $48.3 million, net cash used in investing activities was $17.5 million and net cash used in financing activities was $9.4 million. Cash at the end of the quarter was $231.6 million.", id="exchange-rates-moved-cash"),
        pytest.param("We guided to revenue of $62 million to $66 million; revenue was $67 million, above the midpoint of our range.", id="above-the-midpoint"),
        pytest.param("For the third quarter we expect revenue between $62 million and $66 million and earnings between $0.30 and $0.34, so $64 million and $0.32 at the midpoint.", id="two-midpoints"),
        pytest.param("We are raising the low end of our full year 2024 revenue guidance to $240 million to $250 million, from $235 million to $250 million.", id="one-end-raised"),
        pytest.param("我们维持全年收入指引在24亿元至25亿元，此前为24亿元至25亿元。", id="zh-kept"),
    ],
)  # fmt: skip
def test_what_may_rightly_differ_accuses_nobody(text: str) -> None:
    assert not [(row.code, row.message) for row in findings_of(text) if row.severity != "note"]


@pytest.mark.parametrize(
    ("call", "verdict"),
    [
        pytest.param("Our earlier guidance for the second quarter was revenue of $62.0 million to $66.0 million.", OK, id="en-as-given"),
        pytest.param("Our earlier guidance for the second quarter was revenue of $26.0 million to $66.0 million.", WRONG, id="en-one-end-exchanged"),
        pytest.param("Our earlier guidance for the third quarter was revenue of $62.0 million to $66.0 million.", None, id="en-of-another-quarter"),
        pytest.param("先前我们给出的第二季度收入指引为6,200万美元至6,600万美元。", OK, id="zh-as-given"),
    ],
)  # fmt: skip
def test_guidance_told_again_is_held_against_the_release_that_gave_it(call: str, verdict: str | None) -> None:
    release = "For the second quarter of 2024 we expect revenue between $62.0 million and $66.0 million."
    assert verdicts(call, release, release_period="2024-Q1").get("G12") == verdict


@pytest.mark.usefixtures("as_the_rules_read")
@pytest.mark.parametrize(
    ("call", "release", "found"),
    [
        pytest.param("Operating margin was 17.6%.", "Operating margin was 17.6 percentage points.", True, id="en-margin-in-points"),
        pytest.param("Revenue grew 17% year over year.", "Revenue grew 17 percentage points year over year.", True, id="en-revenue-grows-by-points"),
        pytest.param("营业利润率为17.6%。", "营业利润率为17.6个百分点。", True, id="zh-margin-in-points"),
        pytest.param("营业收入同比增长17%。", "营业收入同比增长17个百分点。", True, id="zh-revenue-grows-by-points"),
        pytest.param("Operating margin was 17.6%.", "Operating margin rose 1.2 percentage points to 17.6%.", False, id="en-points-that-moved"),
        pytest.param("Gross margin rose 12%.", "Gross margin rose 12 percentage points.", False, id="en-a-margin-may-move-by-either"),
        pytest.param("营业利润率为17.6%。", "营业利润率上升1.2个百分点至17.6%。", False, id="zh-points-that-moved"),
    ],
)  # fmt: skip
def test_points_that_elsewhere_are_per_cent(call: str, release: str, found: bool) -> None:
    alarms = [row.code for row in findings_of(call, release) if row.severity == "warning" and row.code == "A13"]
    assert bool(alarms) == found


def test_a_share_in_points_is_told_by_part_and_whole() -> None:
    text = "Revenue was $80.0 million. Revenue of the Lumen segment was $24.0 million and made up 30.0 percentage points of revenue."
    assert verdicts(text).get("A13") == WRONG
