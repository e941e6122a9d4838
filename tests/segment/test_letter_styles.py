"""Letters of an exchange and answers to letters in the ways they are set; all of it invented."""

from __future__ import annotations

import pytest

from nlp.readers import read
from nlp.segment import segment

ZH_CONTINUOUS = """关于对青屿光电股份有限公司2030年年报的问询函
公司部年报问询函〔2031〕第 88 号

青屿光电股份有限公司董事会：

我部在对你公司2030年年度报告事后审查过程中，关注到以下情况：

一、关于经营业绩
1.年报显示，报告期内你公司实现营业收入12.4亿元，同比下降18%。请你公司：
（1）分产品列示营业收入及毛利率变动情况；
（2）说明第四季度亏损的原因及合理性。
2.报告期内你公司海外收入占比提升至41%。请说明前五大海外客户的名称、销售金额。

二、关于资产质量
3.报告期末你公司存货余额3.6亿元。请结合在手订单说明跌价准备计提是否充分。请年审会计师核查并发表明确意见。

请你公司就上述问题做出书面说明，在2031年5月20日前将有关说明材料报送我部并对外披露。

特此函告

公司管理部
2031年5月8日
"""
ZH_REPLY_BRACKETS = """青屿光电股份有限公司关于深圳证券交易所年报问询函的回复公告

公司于2031年5月8日收到深圳证券交易所《关于对青屿光电股份有限公司2030年年报的问询函》，现就问询函问题回复如下：

一、关于经营业绩
1.年报显示，报告期内你公司实现营业收入12.4亿元，同比下降18%。请你公司说明第四季度亏损的原因。
【公司回复】
第四季度亏损主要由于产线检修，停产三周。
1.产线检修情况如下表。
2.检修费用为1,200万元。
【年审会计师核查意见】
经核查，我们认为上述说明与我们了解的情况一致。

2.请说明前五大海外客户的销售金额。
【公司回复】
前五大海外客户销售金额合计2.1亿元。

二、关于资产质量
3.请结合在手订单说明跌价准备计提是否充分。
【公司回复】
公司已按成本与可变现净值孰低计提，计提充分。
特此公告。
青屿光电股份有限公司董事会
"""
ZH_REPLY_WENTI = """关于青屿光电股份有限公司申请向特定对象发行股票的审核问询函的回复

上海证券交易所：
根据贵所出具的审核问询函，公司会同保荐机构对问询函所列问题逐项落实，现回复如下：

问题一：关于募投项目
请发行人说明本次募投项目新增产能的消化措施。
回复：
一、发行人说明
（一）新增产能情况
本次新增产能为每年300万片。
二、中介机构核查意见
经核查，保荐机构认为产能消化措施合理。

问题二：关于应收账款
请发行人说明应收账款大幅增长的原因。
回复：
应收账款增长主要由于客户回款周期延长至120天。

问题三：关于存货
请发行人说明存货跌价准备计提是否充分。
回复：
已充分计提。
"""
HEAD = """June 3, 2031

VIA EDGAR

Division of Corporation Finance
Washington, D.C. 20549

Re: Orrin Vale Instruments Inc.
    Form 10-K for the Fiscal Year Ended December 31, 2030

Dear Ms. Quist:

We are writing in response to the comments of the staff of the Securities and Exchange Commission in the letter dated May 12, 2031. For your convenience we repeat each comment in bold italics.

"""
EN_BOLD_ITALIC = (
    HEAD
    + """Form 10-K for 2030

Results of Operations, page 31

***1. We note your disclosure that sales grew due to price and volume. Please quantify each factor.***

Response:

The Company respectfully advises the Staff that price added $4.1 million and volume $2.2 million.

***2. Please tell us why inventory rose while sales fell.***

Response:

Inventory rose because two shipments were delayed.
1. The first was delayed by a strike.
2. The second was delayed by weather.

Note 7. Leases, page F-12

***3. Disclose the options to extend.***

Response:

The Company will disclose the options in future filings.

Sincerely,

Dana Coyle
"""
)
EN_STAFF_COMMENT = (
    HEAD
    + """Staff Comment 1: Please quantify each factor behind the growth of sales.

Company Response: Price added $4.1 million and volume $2.2 million.

Staff Comment 2: Please tell us why inventory rose.

Company Response: Two shipments were delayed.

Very truly yours,
Dana Coyle
"""
)
EN_COMMENT_NO = (
    HEAD
    + """Comment No. 1

Please quantify each factor behind the growth of sales.

Response to Comment No. 1

Price added $4.1 million and volume $2.2 million.

Comment No. 2

Please tell us why inventory rose.

Response to Comment No. 2

Two shipments were delayed.

Very truly yours,
Dana Coyle
"""
)
EN_UNDERSCORES = (
    HEAD
    + """_1._ _We note that sales grew. Please quantify each factor._

RESPONSE: The Company advises that price added $4.1 million.

_2._ _Please tell us why inventory rose._

RESPONSE: Two shipments were delayed.

Very truly yours,
Dana Coyle
"""
)
EN_COMPANY_RESPONSE = (
    HEAD
    + """SEC Comment:

1. Please quantify each factor behind the growth of sales.

Registrant's Response:

Price added $4.1 million and volume $2.2 million.

SEC Comment:

2. Please tell us why inventory rose.

Registrant's Response:

Two shipments were delayed.

Very truly yours,
Dana Coyle
"""
)


def _flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("letter", "kind", "comments"),
    [
        pytest.param(ZH_CONTINUOUS, "letter", [(1, "一、关于经营业绩", "1.年报显示"), (2, "一、关于经营业绩", "2.报告期内"), (3, "二、关于资产质量", "3.报告期末")], id="zh-sections"),
        pytest.param(ZH_REPLY_BRACKETS, "response", [(1, "一、关于经营业绩", "1.年报显示"), (2, "一、关于经营业绩", "2.请说明前"), (3, "二、关于资产质量", "3.请结合在")], id="zh-answer-with-lists-of-its-own"),
        pytest.param(ZH_REPLY_WENTI, "response", [(1, "", "问题一："), (2, "", "问题二："), (3, "", "问题三：")], id="zh-questions-by-word"),
        pytest.param(EN_BOLD_ITALIC, "response", [(1, "Results of Operations, page 31", "1. We note"), (2, "Results of Operations, page 31", "2. Please tell"), (3, "Note 7. Leases, page F-12", "3. Disclose")], id="en-bold-italic"),
        pytest.param(EN_STAFF_COMMENT, "response", [(1, "", "Staff Comment 1:"), (2, "", "Staff Comment 2:")], id="en-staff-comment"),
        pytest.param(EN_COMMENT_NO, "response", [(1, "", "Comment No. 1"), (2, "", "Comment No. 2")], id="en-comment-no"),
        pytest.param(EN_UNDERSCORES, "response", [(1, "", "1._ _We note"), (2, "", "2._ _Please")], id="en-underscores"),
        pytest.param(EN_COMPANY_RESPONSE, "response", [(1, "", "1. Please"), (2, "", "2. Please")], id="en-registrants-response"),
    ],
)  # fmt: skip
def test_comments_of_letters_and_answers(letter: str, kind: str, comments: list[tuple[int, str, str]]) -> None:
    found = segment(read(letter))
    text = found.document.text
    assert found.document.kind == kind
    assert [(c.number, c.heading) for c in found.comments] == [row[:2] for row in comments]
    for comment, (_, _, begins) in zip(found.comments, comments, strict=True):
        assert text[comment.start :].startswith(begins)
        assert comment.requests and bool(comment.responses) == (kind == "response")


def test_a_list_within_a_response_is_no_comment() -> None:
    found = segment(read(ZH_REPLY_BRACKETS))
    said = [_flat(" ".join(found.document.text[r.start : r.end] for r in c.responses)) for c in found.comments]
    assert said[0].startswith("【公司回复】") and "2.检修费用为1,200万元。" in said[0]
    assert said[1] == "【公司回复】 前五大海外客户销售金额合计2.1亿元。"
    assert said[2].endswith("计提充分。")


def test_a_head_above_a_comment_belongs_to_no_response() -> None:
    found = segment(read(EN_COMPANY_RESPONSE))
    last = found.comments[0].responses[-1]
    assert _flat(found.document.text[: last.end]).endswith("volume $2.2 million.")


ASKED = ("Please tell us how the reserve was set.", "Explain why fees fell.", "Disclose firm orders.")


def _letter(comments: str) -> str:
    return (
        "March 3, 2031\n\nAda Lind\nVelm Robotics Inc.\n\nDear Ms. Lind:\n\nWe have reviewed your filing and have the "
        f"following comments.\n\n{comments}\n\nSincerely,\n\nDivision of Corporation Finance\n"
    )


@pytest.mark.parametrize(
    "number",
    [
        "{n}) ",
        "Comment No. {n}\n\n",
        "COMMENT {n}\n",
        "Comment {n}: ",
        "({n}) ",
        "[{n}] ",
        "{n} - ",
        "| {n} | ",
        "#{n} ",
    ],
)
def test_comments_numbered_in_other_ways(number: str) -> None:
    letter = _letter("\n\n".join(f"{number.format(n=n)}{words}" for n, words in enumerate(ASKED, 1)))
    assert [comment.number for comment in segment(read(letter)).comments] == [1, 2, 3]


@pytest.mark.parametrize(
    ("signs", "numbers"),
    [
        pytest.param(("I. ", "II. ", "III. "), [1, 2, 3], id="roman"),
        pytest.param(("• ", "• ", "• "), [1, 2, 3], id="bullets-that-all-ask"),
        pytest.param(("1. ", "2. ", "Form 8-K filed May 2, 2031\n\n1. "), [1, 2, 1], id="anew-under-another-filing"),
        pytest.param(("1. ", "2. ", "1. "), [1, 2], id="a-list-of-a-comment"),
    ],
)
def test_comments_without_digits_or_counted_anew(signs: tuple[str, ...], numbers: list[int]) -> None:
    letter = _letter("\n\n".join(sign + words for sign, words in zip(signs, ASKED, strict=True)))
    assert [comment.number for comment in segment(read(letter)).comments] == numbers


def test_chinese_comments_by_ordinals() -> None:
    asked = ("请说明定价依据。", "请说明是否存在关联关系。", "请说明款项的用途。")
    comments = "\n\n".join(f"第{n}，{words}" for n, words in zip("一二三", asked, strict=True))
    letter = f"关于对青屿光电股份有限公司的关注函\n\n青屿光电股份有限公司董事会：\n\n请你公司说明以下事项：\n\n{comments}\n\n特此函告\n\n公司管理部\n"
    assert [comment.number for comment in segment(read(letter)).comments] == [1, 2, 3]
