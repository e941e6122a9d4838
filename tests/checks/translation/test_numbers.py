"""Numbers: each code: carried, contradicted, and the trap that must stay silent."""

from __future__ import annotations

import pytest

from nlp import analyze
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
        pytest.param(
            "Of the {22.5 cents|0.225|USD|change} operations are {18 cents|0.18|USD}, and share count is the last 4.5.",
            "上调的{22.5美分|0.225|USD|change}中，经营占{18美分|0.18|USD}，最后{4.5美分|0.045|USD}来自股数。",
            [],
            id="T05-cents-unsaid",
        ),
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
            "Operating profit reached RMB46 million, {28.1%|28.1|percent|change|direction=up} better.",
            "经营利润达4,600万元，降{28.1%|28.1|percent|change|direction=down}。",
            [bad("T07", E)],
            id="T07-words-of-one-side",
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


@pytest.mark.parametrize(
    ("cash", "words", "expected"),
    [
        pytest.param("RMB6.3 million|6300000|CNY", "630万元|6300000|CNY", [], id="same"),
        pytest.param("US$6.3 million|6300000|USD", "630万元|6300000|CNY", [bad("T06", E)], id="bare-is-rmb-here"),
        pytest.param("US$6.3 million|6300000|USD", "630万美元|6300000|USD", [], id="named"),
    ],
)
def test_a_bare_yuan_is_what_it_is_elsewhere_in_the_document(
    cash: str, words: str, expected: list[tuple[str, str, str]]
) -> None:
    english = "Rent was {RMB1.7 million|1700000|CNY}, heating {RMB2.8 million|2800000|CNY}.\n" * 2
    chinese = "租金为{170万元|1700000|CNY}，暖气{280万元|2800000|CNY}。\n" * 2
    assert told(f"{english}Cash was {{{cash}}}.", f"{chinese}现金为{{{words}}}。") == expected


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "第三季營收新台幣168.2億元，季增22.4%，年減3.1%。毛利率49.3%，比上一季的51.7%低了2.4個百分點。\n\n"
            "費用面，營業費用35.6億元，佔營收21.2%。稅後淨利32.8億元，每股盈餘4.15元。\n",
            id="many-amounts",
        ),
        pytest.param(
            "鏡頭這塊，談不上復甦，但跌勢止住了，客戶的庫存也回到正常水位，這一點和我們年初的判斷大致一樣，沒有太多意外。\n\n"
            "所以第三季營收168.2億，+22.4%。前三季合計452.6億，+9.2%。\n\n"
            "庫存方面，兩年以上的舊貨所剩不多，雙十一預售只供參考，全年的看法我們先維持不變，下一季再更新，謝謝各位長期的支持與關心。\n",
            id="few-amounts",
        ),
    ],
)
def test_a_chinese_call_under_an_english_title_is_no_translation(body: str) -> None:
    title = "Mingta Optics -- Third Quarter 2031 Results Conference Call, October 16, 2031. Fiscal year ends December 31.\n\n"
    text = title + body
    assert [row.code for row in analyze(text).findings if row.code in ("T04", "T05")] == []
