"""L: what letters ask for and what later documents give, as tables in both languages. All companies are invented."""

from __future__ import annotations

import pytest

from nlp import analyze
from nlp.readers import read
from nlp.records import Finding
from nlp.segment import segment

CALL = """Operator

Welcome to the Velmora Second Quarter 2031 Earnings Call.

Otto Brandvold -- CEO

We had a good quarter.

Operator

This concludes the call.
"""
RELEASE = """Velmora Inc. Reports Second Quarter 2031 Results

HARBOUR CITY, August 4, 2031 -- Velmora Inc. today reported its results for the second quarter of 2031.

{0}
"""
LETTER = """May 2, 2031

Ada Quist
Velmora Inc.

Re: Velmora Inc. Form 10-K

Dear Ms. Quist:

We have reviewed your filing and have the following comments.

Results of Operations, page 9

1. {0}

2. Please send us copies of your leaflets.

Sincerely,
The Office
"""
CALL_ZH = """主持人：
各位好，欢迎参加岚桥机器人二〇三一年第二季度业绩电话会议。

林总：
谢谢大家。本季度经营情况良好。

主持人：
会议到此结束，谢谢。
"""
RELEASE_ZH = """岚桥机器人股份有限公司公布2031年第二季度业绩

2031年8月4日，岚桥机器人股份有限公司今日公布截至2031年6月30日止第二季度未经审计的财务业绩。

{0}
"""
LETTER_ZH = """关于对岚桥机器人股份有限公司2030年年报的问询函

岚桥机器人股份有限公司：

我部在对你公司2030年年度报告进行事后审核的过程中，关注到以下情况：

1、{0}

2、请年审会计师对上述事项发表明确意见。

请你公司就上述问题做出书面说明，并于2031年5月20日前回复我部。

特此函告

证券交易所
公司管理部
2031年5月6日
"""


def of_first_comment(letter: str, release: str, call: str) -> list[Finding]:
    found = analyze(call, releases=[release], letters=[letter]).findings
    return [row for row in found if row.code.startswith("L") and row.message.startswith("comment 1 ")]


ENGLISH = [
    pytest.param(
        "Please disclose the actual number of surgical arms installed at the end of each period.",
        "As of June 30, 2031 there were 412 surgical arms installed, compared with 355 a year earlier.",
        ["L01"],
        id="figure-and-comparison",
    ),
    pytest.param(
        "Please disclose the actual number of surgical arms installed at the end of each period.",
        "As of June 30, 2031 there were 412 surgical arms installed.",
        ["L02"],
        id="one-period-of-each",
    ),
    pytest.param(
        "Please disclose the number of surgical arms installed.",
        "Surgeons praised the surgical arms installed in the north.",
        ["L03"],
        id="spoken-of-without-a-figure",
    ),
    pytest.param(
        "Please disclose the number of surgical arms installed.",
        "The weather was fine, and 412 guests came to the fair.",
        ["L04"],
        id="another-topic-with-a-figure",
    ),
    pytest.param(
        "You attribute the increase in selling expenses to several factors. Please quantify the contribution of each factor.",
        "Selling and marketing expenses increased to $28.4 million from $21.9 million, primarily due to an increase in "
        "staff costs of $4.1 million and an increase in travel costs of $2.0 million.",
        ["L01"],
        id="every-reason-in-figures",
    ),
    pytest.param(
        "You attribute the increase in selling expenses to several factors. Please quantify the contribution of each factor.",
        "Selling and marketing expenses increased to $28.4 million from $21.9 million, primarily due to an increase in "
        "staff costs of $4.1 million and an increase in travel costs.",
        ["L02"],
        id="one-reason-in-figures",
    ),
    pytest.param(
        "Please define attach rate.",
        "Attach rate means the share of arms that were sold with a service contract.",
        ["L01"],
        id="definition",
    ),
    pytest.param(
        "Please discuss the underlying reasons for the decline in the attach rate.",
        "The attach rate was 61.0% in the second quarter of 2031.",
        ["L03"],
        id="no-reason",
    ),
    pytest.param(
        "Please reconcile the warrants on page F-12 to your balance sheet.",
        "Revenue was $90.0 million.",
        ["L05"],
        id="a-matter-of-the-filing",
    ),
    pytest.param(
        "Please disclose hospital occupancy and show it separately for public hospitals and for private hospitals.",
        "Hospital occupancy was 81.0% in the quarter.",
        ["L01", "L03"],
        id="not-one-by-one",
    ),
]
CHINESE = [
    pytest.param(
        "年报显示，报告期末手术机械臂装机数量增长较快。请公司补充披露各期末手术机械臂装机数量。",
        "截至2031年6月30日，手术机械臂装机数量为412台，上年同期为355台。",
        ["L01"],
        id="zh-figure-and-comparison",
    ),
    pytest.param(
        "请公司说明手术机械臂毛利率下降的原因。",
        "手术机械臂毛利率为38.2%，下降主要由于钛材涨价。",
        ["L01"],
        id="zh-reason",
    ),
    pytest.param(
        "请公司说明手术机械臂毛利率下降的原因。",
        "手术机械臂毛利率为38.2%。",
        ["L03"],
        id="zh-no-reason",
    ),
    pytest.param(
        "请公司补充披露手术机械臂装机数量。",
        "员工人数为1,204人。",
        ["L04"],
        id="zh-another-topic",
    ),
    pytest.param(
        "请公司说明商誉减值测试的具体过程。",
        "本季度收入为8.4亿元。",
        ["L05"],
        id="zh-a-matter-of-the-filing",
    ),
]


@pytest.mark.parametrize(("comment", "release", "codes"), ENGLISH)
def test_english(comment: str, release: str, codes: list[str]) -> None:
    found = of_first_comment(LETTER.format(comment), RELEASE.format(release), CALL)
    assert [row.code for row in found] == codes
    assert {row.severity for row in found} == {"note"}


@pytest.mark.parametrize(("comment", "release", "codes"), CHINESE)
def test_chinese(comment: str, release: str, codes: list[str]) -> None:
    found = of_first_comment(LETTER_ZH.format(comment), RELEASE_ZH.format(release), CALL_ZH)
    assert [row.code for row in found] == codes
    assert {row.severity for row in found} == {"note"}


def test_how_much_of_the_change_is_explained() -> None:
    release = (
        "Selling and marketing expenses increased to $28.4 million from $21.9 million, primarily due to an increase in "
        "staff costs of $4.1 million and an increase in travel costs."
    )
    letter = LETTER.format("Please quantify the contribution of each factor behind the increase in selling expenses.")
    (found,) = of_first_comment(letter, RELEASE.format(release), CALL)
    told = "given: Selling and marketing expenses, 2031-Q2: 1 of 2 reasons in figures ($4.1 million); "
    assert found.message.endswith(
        told + "not given: Selling and marketing expenses, 2031-Q2: 1 of 2 reasons without a figure"
    )
    assert found.formula == (
        "Selling and marketing expenses, 2031-Q2: 4.05..4.15 million USD explained of a change of 6.4..6.6 million USD"
    )


def test_a_document_before_the_letter_answers_nothing() -> None:
    letter = LETTER.format("Please disclose the number of surgical arms installed.").replace("2031", "2032")
    release = RELEASE.format("There were 412 surgical arms installed.")
    (found,) = of_first_comment(letter, release, CALL)
    assert found.code == "L04"


def test_requests_count_for_no_claim() -> None:
    analysis = analyze(
        CALL,
        releases=[RELEASE.format("There were 412 surgical arms installed.")],
        letters=[LETTER.format("Please disclose the number of surgical arms installed.")],
    )
    assert all(not row.claims for row in analysis.findings if row.code.startswith("L"))
    assert sum(row.verified for row in analysis.coverage) == 0


def test_a_comment_without_an_answer_is_a_warning() -> None:
    letter = LETTER.format("Please disclose the number of surgical arms installed.")
    answer = (
        "Velmora Inc.\nMay 20, 2031\n\nRe: Velmora Inc. Form 10-K\n\nDear Sir or Madam:\n\n"
        "Set forth below are the responses of Velmora Inc. to the comments of the Staff.\n\n"
        "Response to Comment 1\nThere were 412 of them.\n\nSincerely,\nAda Quist\n"
    )
    found = [row for row in analyze(CALL, letters=[letter, answer]).findings if row.code in ("L10", "L11")]
    assert [(row.code, row.verdict, row.severity) for row in found] == [
        ("L11", "contradicted", "warning"),
        ("L10", "supported", "note"),
    ]


def test_an_inquiry_letter_is_read() -> None:
    found = segment(read(LETTER_ZH.format("请公司说明毛利率下降的原因。"), name="letter.txt"))
    text = found.document.text
    assert found.document.kind == "letter"
    assert [row.number for row in found.comments] == [1, 2]
    assert [text[r.start : r.end] for r in found.comments[0].requests] == ["1、请公司说明毛利率下降的原因。"]
    assert text[found.comments[1].start : found.comments[1].end].endswith("发表明确意见。")


@pytest.mark.parametrize(
    ("body", "numbers", "headings"),
    [
        pytest.param("一、关于主营业务\n年报显示，收入增长。请公司说明原因。\n二、关于存货\n请公司说明存货构成。\n", [1, 2], ["一、关于主营业务", "二、关于存货"], id="han-numbers"),
        pytest.param("问题1：关于收入\n请公司说明收入增长的原因。\n问题2：关于存货\n请公司说明存货构成。\n", [1, 2], ["", ""], id="questions"),
        pytest.param("一、关于业务\n1．请公司说明原因。\n2．请公司说明构成。\n二、关于财务\n3．请公司说明存货。\n", [1, 2, 3], None, id="counted-through"),
        pytest.param("一、关于业务\n1．请公司说明原因。\n2．请公司说明构成。\n二、关于财务\n1．请公司说明存货。\n", [1, 2], None, id="counted-anew"),
    ],
)  # fmt: skip
def test_ways_to_number(body: str, numbers: list[int], headings: list[str] | None) -> None:
    text = LETTER_ZH.replace("1、{0}\n\n2、请年审会计师对上述事项发表明确意见。\n", body)
    found = segment(read(text, name="letter.txt")).comments
    assert [row.number for row in found] == numbers
    if headings is not None and headings[0]:
        assert [row.heading for row in found] == headings


def test_numbered_items_are_requests_of_their_own() -> None:
    comment = "请公司：（1）补充披露前五大客户的名称及销售金额；（2）量化分析毛利率下降的原因。"
    found = segment(read(LETTER_ZH.format(comment), name="letter.txt"))
    text = found.document.text
    assert [text[r.start : r.end] for r in found.comments[0].requests] == [
        "1、请公司：",
        "（1）补充披露前五大客户的名称及销售金额；",
        "（2）量化分析毛利率下降的原因。",
    ]
