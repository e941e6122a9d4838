"""Each code: carried, contradicted, and the trap that must stay silent."""

from __future__ import annotations

import pytest

from tests.checks.translation.bilingual import findings_of, told

E, W, N = "error", "warning", "note"


def bad(code: str, severity: str) -> tuple[str, str, str]:
    return code, "contradicted", severity


@pytest.mark.parametrize(
    ("english", "chinese", "expected"),
    [
        pytest.param(
            "Revenue was {RMB85.2 million|85200000|CNY} in 2033.",
            "2033年營收為人民幣{8,520萬元|85200000|CNY}。",
            [],
            id="T01-rebased",
        ),
        pytest.param(
            "Revenue was {RMB85.2 million|85200000|CNY}.", "營收為{0.85億元|85000000|CNY}。", [], id="T01-rounded"
        ),
        pytest.param(
            "Revenue was {RMB85.2 million|85200000|CNY}.",
            "營收約為{8,500萬元|85000000|CNY|mod=about}。",
            [],
            id="T01-rounded-and-said-so",
        ),
        pytest.param(
            "Revenue was {RMB85.2 million|85200000|CNY}.",
            "營收為{8,500萬元|85000000|CNY}。",
            [bad("T02", W)],
            id="T02-rounded-unsaid",
        ),
        pytest.param(
            "Margin was {36.4%|36.4|percent}.",
            "毛利率為{34.6%|34.6|percent}。",
            [bad("T02", E)],
            id="T02-swapped-digits",
        ),
        pytest.param(
            "Margin was {36.4%|36.4|percent}.", "毛利率為{37.4%|37.4|percent}。", [bad("T02", E)], id="T02-one-digit"
        ),
        pytest.param(
            "We saw {36.4%|36.4|percent|metric=gross_margin} margin, and {9.7%|9.7|percent|change} growth.",
            "我们的毛利率为{52.8%|52.8|percent|metric=gross_margin}，增长{9.7%|9.7|percent|change}。",
            [bad("T02", E)],
            id="T02-other-number-same-fact",
        ),
        pytest.param(
            "We saw {36.4%|36.4|percent} here, and {9.7%|9.7|percent|change} growth.",
            "我们看到{52.8%|52.8|percent}，增长{9.7%|9.7|percent|change}。",
            [bad("T02", W)],
            id="T02-what-is-left-is-a-warning",
        ),
        pytest.param(
            "Revenue was {RMB85.2 million|85200000|CNY}.",
            "營收為{8.52億元|852000000|CNY}。",
            [bad("T03", E)],
            id="T03-wan-as-yi",
        ),
        pytest.param(
            "Sales of {US$9 billion|9000000000|USD}.", "销售额{90亿美元|9000000000|USD}。", [], id="T03-billion-right"
        ),
        pytest.param(
            "Sales of {US$90 billion|90000000000|USD}.",
            "销售额{90亿美元|9000000000|USD}。",
            [bad("T03", E)],
            id="T03-ninety-yi",
        ),
        pytest.param(
            "Rent was {RMB3.3 million|3300000|CNY} and heating {RMB1.7 million|1700000|CNY}.",
            "租金为{330万元|3300000|CNY}。",
            [bad("T04", W)],
            id="T04-dropped",
        ),
        pytest.param(
            "Rent was {RMB3.3 million|3300000|CNY} ({US$0.5 million|500000|USD|restates=c-en-0}).",
            "租金为{330万元|3300000|CNY}。",
            [],
            id="T04-convenience-currency",
        ),
        pytest.param(
            "We opened {2|2|count} stores in these areas.", "我們在這兩個領域開店。", [], id="T04-small-count-in-words"
        ),
        pytest.param(
            "We grew {14.2%|14.2|percent|change}. I repeat, {14.2%|14.2|percent|change}.",
            "我们增长了{14.2%|14.2|percent|change}，我再说一遍。",
            [],
            id="T04-repeat-merged",
        ),
        pytest.param("Users of {1.3 million|1300000|count}.", "用戶130萬。", [], id="T04-number-no-claim-was-made-of"),
        pytest.param("Rent rose.", "租金上升{18.5%|18.5|percent|change}。", [bad("T05", W)], id="T05-added"),
        pytest.param(
            "We served {4,100 clients|4100|count}.", "我們服務了{4,100家|4100|count}客戶。", [], id="T05-carried"
        ),
        pytest.param(
            "Rent rose by half in {3|3|count} cities.", "{3個|3|count}城市的租金上升。", [], id="T05-small-count"
        ),
        pytest.param(
            "Cash of {US$6.3 million|6300000|USD}.",
            "現金為{630萬元人民幣|6300000|CNY}。",
            [bad("T06", E)],
            id="T06-currency",
        ),
        pytest.param("Cash of {US$6.3 million|6300000|USD}.", "现金为{630万元|6300000|CNY}。", [], id="T06-bare-yuan"),
        pytest.param(
            "Cash of {$6.3 million|6300000|USD}.", "現金為{630萬港元|6300000|HKD}。", [], id="T06-bare-dollar"
        ),
        pytest.param(
            "Cash of {RMB630 million|630000000|CNY}.", "現金為{6.3億|630000000|count}。", [], id="T06-no-currency"
        ),
        pytest.param(
            "Margin rose {2.4 percentage points|2.4|percentage_point|change}.",
            "毛利率上升{2.4%|2.4|percent|change}。",
            [bad("T06", W)],
            id="T06-points-as-per-cent",
        ),
        pytest.param(
            "Margin rose {50 basis points|50|basis_point|change}.",
            "毛利率上升{0.5个百分点|0.5|percentage_point|change}。",
            [],
            id="T06-basis-points",
        ),
        pytest.param("We are at {300%|300|percent} of plan.", "我们是计划的{3倍|3|multiple}。", [], id="T06-times"),
        pytest.param(
            "Sales declined {7.5%|7.5|percent|change}.",
            "銷售增長{7.5%|7.5|percent|change}。",
            [bad("T07", E)],
            id="T07",
        ),
        pytest.param(
            "Sales increased by {7.5%|7.5|percent|change|direction=up}.",
            "销售额下降{7.5%|7.5|percent|change|direction=down}。",
            [bad("T07", E)],
            id="T07-claims-agree",
        ),
        pytest.param(
            "Net loss of {RMB4.6 million|4600000|CNY}.",
            "净利润为{460万元|4600000|CNY}。",
            [bad("T07", E)],
            id="T07-loss-as-profit",
        ),
        pytest.param(
            "Growth was {-5.5%|-5.5|percent|change}.",
            "增長率為{5.5%|5.5|percent|change}。",
            [bad("T07", E)],
            id="T07-minus-lost",
        ),
        pytest.param(
            "Growth was {-5.5%|-5.5|percent|change}.", "下降{5.5%|5.5|percent|change}。", [], id="T07-minus-in-words"
        ),
        pytest.param(
            "Net loss narrowed by {12.5%|12.5|percent|change}.",
            "业绩改善{12.5%|12.5|percent|change}。",
            [],
            id="T07-turned-measure",
        ),
        pytest.param(
            "Revenue between {RMB61 million and RMB64 million|61000000..64000000|CNY}.",
            "营收为{6400万元|64000000|CNY}。",
            [bad("T08", E)],
            id="T08-end-lost",
        ),
        pytest.param(
            "Revenue between {RMB61 million and RMB64 million|61000000..64000000|CNY}.",
            "营收介于{6100万元|61000000|CNY}和{6400万元|64000000|CNY}之间。",
            [],
            id="T08-two-amounts",
        ),
        pytest.param(
            "Revenue between {RMB61 million and RMB64 million|61000000..64000000|CNY}.",
            "营收{7100万元|71000000|CNY}至{6400万元|64000000|CNY}。",
            [bad("T02", E)],
            id="T02-one-end-of-a-range",
        ),
        pytest.param(
            "Growth of {21.5% to 23.5%|21.5..23.5|percent|change}.",
            "增长{21.5%至23.5%|21.5..23.5|percent|change}。",
            [],
            id="T08-kept",
        ),
        pytest.param(
            "Sales of over {RMB640 million|640000000..|CNY|mod=over}.",
            "销售额为{6.4亿元|640000000|CNY}。",
            [bad("T09", N)],
            id="T09",
        ),
        pytest.param(
            "Sales of over {RMB640 million|640000000..|CNY|mod=over}.",
            "销售额{6.4亿元|640000000..|CNY|mod=at_least}以上。",
            [],
            id="T09-same-kind",
        ),
        pytest.param(
            "Sales of over {RMB640 million|640000000..|CNY|mod=over}.",
            "销售额不到{6.4亿元|..640000000|CNY|mod=under}。",
            [bad("T09", W)],
            id="T09-turned",
        ),
        pytest.param(
            "Sales must not exceed {RMB640 million|..640000000|CNY|mod=at_most}.",
            "销售额不会超过{6.4亿元|640000000..|CNY|mod=over}。",
            [],
            id="T09-negated",
        ),
        pytest.param("The others made {2 dollars|2|USD}.", "其他人收回{2 美元|2|USD}。", [], id="T07-no-minus"),
        pytest.param(
            "We went from a loss of {RMB3.5 million|3500000|CNY} to {RMB7.9 million|7900000|CNY} of profit.",
            "业绩由亏损{350万元|3500000|CNY}转为盈利{790万元|7900000|CNY}。",
            [],
            id="T07-loss-to-profit-kept",
        ),
        pytest.param(
            "Sales grew {7.5%|7.5|percent|change|comparator=yoy} year-over-year.",
            "销售额环比增长{7.5%|7.5|percent|change|comparator=qoq}。",
            [bad("T10", W)],
            id="T10",
        ),
        pytest.param(
            "Sales were up {7.5%|7.5|percent|change|comparator=yoy}.",
            "销售额环比增长{7.5%|7.5|percent|change|comparator=qoq}。",
            [bad("T10", W)],
            id="T10-english-by-its-claim",
        ),
        pytest.param(
            "Sales were up {7.5%|7.5|percent|change}.",
            "销售额环比增长{7.5%|7.5|percent|change|comparator=qoq}。",
            [],
            id="T10-english-says-none",
        ),
        pytest.param(
            "Sales were {RMB71.2 million|71200000|CNY|period=2033-Q1}.",
            "第三季銷售額為{7,120萬元|71200000|CNY|period=2033-Q3}。",
            [],
            id="T11-english-names-none",
        ),
        pytest.param(
            "That is {7.5%|7.5|percent|change|period=2033-Q2} above last year's third quarter.",
            "較去年第三季成長{7.5%|7.5|percent|change|period=2033-Q3}。",
            [],
            id="T11-base-misread",
        ),
        pytest.param(
            "Sales grew {7.5%|7.5|percent|change|comparator=yoy} year-over-year.",
            "銷售年增{7.5%|7.5|percent|change|comparator=yoy}。",
            [],
            id="T10-taiwan",
        ),
        pytest.param(
            "Sales were {RMB71.2 million|71200000|CNY|period=2033-Q2} in the second quarter of 2033.",
            "2033年第三季銷售額為{7,120萬元|71200000|CNY|period=2033-Q3}。",
            [bad("T11", E)],
            id="T11-quarter",
        ),
        pytest.param(
            "Sales rose in the second half of 2033.", "2034年下半年销售额上升。", [bad("T11", W)], id="T11-sentence"
        ),
        pytest.param(
            "Sales rose as in 2033, unlike last year.", "销售额如2033年上升，与2032年不同。", [], id="T11-relative"
        ),
        pytest.param(
            "Sales in 3Q '33 and 4Q '32 rose.", "33 年第 3 季和 32 年第 4 季的銷售上升。", [], id="T11-short-years"
        ),
    ],
)
def test_numbers(english: str, chinese: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(english, chinese) == expected


@pytest.mark.parametrize(
    ("english", "chinese", "expected"),
    [
        pytest.param(
            "Rent rose to {RMB13.5 million|13500000|CNY}, compared with {RMB9.1 million|9100000|CNY|base} in 2033.",
            "租金上升至{1,350萬元|13500000|CNY}。2033年增加{910萬元|9100000|CNY|change}。",
            1,
            id="base-to-change",
        ),
        pytest.param(
            "Costs rose, due to an increase in rent of {RMB4.4 million|4400000|CNY|driver} and an increase in heating of "
            "{RMB2.7 million|2700000|CNY|driver}.",
            "成本上升，由於租金增加{440萬元|4400000|CNY|driver}以及隨著規模擴大，暖氣費用為{270萬元|2700000|CNY|driver}。",
            1,
            id="change-to-level",
        ),
        pytest.param(
            "Users increased to {31,500|31500|count}.", "用户增加{31,500|31500|count|change}。", 1, id="level-to-change"
        ),
        pytest.param(
            "Rent increased by {48.5%|48.5|percent|change} to {RMB13.5 million|13500000|CNY} from "
            "{RMB9.1 million|9100000|CNY|base}.",
            "租金由{910万元|9100000|CNY|base}增加{48.5%|48.5|percent|change}至{1350万元|13500000|CNY}。",
            0,
            id="legal-reorder",
        ),
        pytest.param(
            "Margin was {46.7%|46.7|percent} compared with {38.6%|38.6|percent|base} in 2033.",
            "毛利率为{46.7%|46.7|percent}，而2033年的毛利率为{38.6%|38.6|percent}。",
            0,
            id="base-as-earlier-level",
        ),
        pytest.param(
            "The revenue increase is still about {65%|65|percent|change}.",
            "收入增幅还是约{65%|65|percent|change}。",
            0,
            id="copula",
        ),
        pytest.param(
            "The incremental revenue is about {RMB34 million|34000000|CNY}.",
            "增量收入约为人民币{3,400万元|34000000|CNY}。",
            0,
            id="incremental",
        ),
        pytest.param(
            "Sales were {RMB13.5 million|13500000|CNY}, up {8.5%|8.5|percent|change}.",
            "销售额达{1350万元|13500000|CNY}，同比增长{8.5%|8.5|percent|change}。",
            0,
            id="level-and-change-kept",
        ),
        pytest.param(
            "Margin narrowed by around {8.5%|8.5|percent|change}.",
            "利润率年比大幅收窄{8.5%|8.5|percent}左右。",
            0,
            id="not-a-base",
        ),
        pytest.param(
            "That is {2.5 times|2.5|multiple|change} more economical.",
            "比汽车省{2.5倍|2.5|multiple|level}。",
            0,
            id="than-is-no-base",
        ),
        pytest.param(
            "It grew {8.5%|8.5|percent|change}, against {3.6%|3.6|percent|base} at home.",
            "海外增长{8.5%|8.5|percent|change}，国内增长{3.6%|3.6|percent|change}。",
            0,
            id="base-of-a-change",
        ),
        pytest.param(
            "Debt fell by {RMB44 million|44000000|CNY|change} since March.",
            "债务自三月以来降至{4400万元|44000000|CNY|base}。",
            1,
            id="verb-on-the-amount",
        ),
        pytest.param(
            "That is the {RMB44 million|44000000|CNY} by which revenue rose.",
            "这就是营收{4400万元|44000000|CNY}的增加额。",
            0,
            id="change-named-after",
        ),
        pytest.param(
            "Our gain in pre-tax, per-share profit is {8.5%|8.5|percent}.",
            "每股利润增长{8.5%|8.5|percent|change}。",
            0,
            id="subject-far",
        ),
        pytest.param(
            "That is {8.5%|8.5|percent|change} growth.",
            "增长率达到{8.5%|8.5|percent}。",
            0,
            id="rate-of-growth-reached",
        ),
    ],
)
def test_role_shift(english: str, chinese: str, expected: int) -> None:
    assert told(english, chinese) == [bad("T20", W)] * expected


_ENGLISH = (
    "Our ovens unit sold more than we had planned in the third quarter, and we think it will go on growing next year."
)


@pytest.mark.parametrize(
    ("english", "chinese", "expected"),
    [
        pytest.param(
            _ENGLISH,
            "我们的烤箱部门 sold more than we had planned in the third quarter, and we think 明年会继续成长，请各位参考。",
            [bad("T30", W)],
            id="run",
        ),
        pytest.param(_ENGLISH, "我们的烤箱部门销量超出计划。", [], id="translated"),
        pytest.param(
            _ENGLISH,
            "我们的 Brightfield Oven Works Limited, Harbour Kitchen Group, Northgate Retail Partners, Alder Bank 部门很好。",
            [],
            id="names",
        ),
        pytest.param(
            _ENGLISH,
            "我们卖得好 (sold more than we had planned in the third quarter, and we think)。",
            [],
            id="brackets",
        ),
        pytest.param(_ENGLISH, _ENGLISH, [bad("T31", W)], id="left-in-english"),
        pytest.param(
            f"{_ENGLISH}\n{_ENGLISH}\nThank you.",
            "我们的烤箱部门销量超出计划。\n\n谢谢。",
            [bad("T31", W)],
            id="missing-paragraph",
        ),
        pytest.param(f"{_ENGLISH}\nThank you.", "我们的烤箱部门销量超出计划。\n", [], id="missing-greeting"),
        pytest.param(
            "We won two tenders in the third quarter.",
            "我们在第三四分之一赢得两项招标。",
            [bad("T40", W)],
            id="quarter",
        ),
        pytest.param("We won a quarter of our tenders.", "我们赢得了四分之一的招标。", [], id="true-quarter"),
        pytest.param(
            "In the third quarter, a quarter of our tenders was won.",
            "第三季，我们赢得了四分之一的招标。",
            [],
            id="both-quarters",
        ),
        pytest.param("Sales rose in the first half.", "销售额在前一半上升。", [bad("T40", W)], id="half"),
        pytest.param("Half of our sales came in the first half.", "上半年占了销售额的一半。", [], id="true-half"),
        pytest.param("Free cash flow was strong.", "免費現金流強勁。", [bad("T41", N)], id="wrong-term"),
        pytest.param("Free cash flow was strong.", "自由現金流強勁。", [], id="right-term"),
        pytest.param(
            "Our dollar-based net retention rate rose.",
            "我们以美元计算的净留存率上升。",
            [bad("T41", N)],
            id="dollar-based",
        ),
        pytest.param(
            "(Operator Instructions) Go ahead.\n(Operator Instructions) Go on.",
            "(操作员指示)请讲。\n(接线员说明)请继续。",
            [bad("T41", N)],
            id="uneven-mark",
        ),
        pytest.param(
            "[Interpreted] Go ahead.\n[Interpreted] Go on.",
            "[翻译]请讲。\n【翻译】请继续。",
            [],
            id="even-mark-other-brackets",
        ),
        pytest.param(
            "Our retention rate rose.\nThe retention rate fell.",
            "留存率上升。\n續約率下降。",
            [bad("T41", N)],
            id="uneven-term",
        ),
    ],
)
def test_words(english: str, chinese: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(english, chinese) == expected


def test_number_carried_is_told_once_for_each_pair() -> None:
    english = "Revenue was {RMB85.2 million|85200000|CNY}, up {9.5%|9.5|percent|change}."
    found = findings_of(english, "營收為{8,520萬元|85200000|CNY}，年增{9.5%|9.5|percent|change}。")
    assert [(f.code, f.verdict, f.severity, f.claims) for f in found] == [
        ("T01", "supported", "note", ("c-en-0", "c-zh-1000")),
        ("T01", "supported", "note", ("c-en-1", "c-zh-1001")),
    ]


def test_rounded_is_not_called_equal() -> None:
    found = findings_of("Revenue was {RMB85.2 million|85200000|CNY}.", "營收為{0.85億元|85000000|CNY}。")
    assert [(f.code, f.verdict) for f in found] == [("T01", "rounding")]


def test_glossary_term_not_kept() -> None:
    glossary = (("Oven Cloud", ("烤箱云",)),)
    assert told("Oven Cloud grew.", "烘炉云增长。", glossary=glossary) == [bad("T41", N)]
    assert told("Oven Cloud grew.", "烤箱雲增長。", glossary=glossary) == []


def test_run_is_pointed_at_exactly() -> None:
    chinese = "烤箱 sold more than we had planned in the third quarter, and we think 会成长，请各位投资人参考我们的新闻稿全文内容。"
    (found,) = findings_of(_ENGLISH, chinese)
    assert chinese[found.evidence[0].start : found.evidence[0].end] == chinese[3 : chinese.index(" 会")]
    assert found.origin == "translation"


def test_two_period_words_are_two_findings() -> None:
    assert (
        told("We won in the third quarter and the fourth quarter.", "第三四分之一和第四四分之一。")
        == [bad("T40", W)] * 2
    )
