"""Role shifts: a base told as a change, a change told as a level, and what is neither."""

from __future__ import annotations

import pytest

from tests.checks.translation.bilingual import told


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
            "The debt ratio improved by {37.2%|37.2|percent|change}.",
            "負債比降為{37.2%|37.2|percent}。",
            1,
            id="level-after-a-verb-in-wei",
        ),
        pytest.param(
            "Pickup made up {43%|43|percent|share} of orders compared with 37% a year ago.",
            "自提占订单的比例由37%升至{43%|43|percent|share}。",
            0,
            id="what-makes-up-a-share",
        ),
        pytest.param(
            "The price was RMB726, {less than 1%|1|percent|change} lower.",
            "价格为726元，降幅不到{1%|1|percent|change}。",
            0,
            id="a-fall-of-less-than",
        ),
        pytest.param(
            "It took 118 days, an increase of {109|109|count|change} a year ago.",
            "回款需118天，去年同期则为{109|109|count|base}天。",
            1,
            id="change-of-what-was-then",
        ),
        pytest.param(
            "Spend per guest was RMB64.2, up an increase of {RMB58.1|58.1|CNY|change}.",
            "每位游客消费64.2元，高于此前的{58.1元|58.1|CNY|base}。",
            1,
            id="change-of-what-was-before",
        ),
        pytest.param(
            "Revenue expanded from RMB24.6 million in 2033 by {RMB33.1 million|33100000|CNY|change} in 2038.",
            "收入由2033年的2,460万元增长到2038年的{3,310万元|33100000|CNY}。",
            1,
            id="by-for-to",
        ),
        pytest.param(
            "The unit is led by {RMB33.1 million|33100000|CNY} of rent.",
            "该单位主要是{3,310万元|33100000|CNY}的租金。",
            0,
            id="by-after-a-participle",
        ),
        pytest.param(
            "It was RMB118, RMB3 {RMB3|3|CNY|change} less than a year ago.",
            "为118元，比一年前少{3元|3|CNY|base}。",
            0,
            id="less-than-then",
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
        pytest.param(
            "The loss was {RMB64 million|64000000|CNY|level} after {RMB128 million|128000000|CNY|base}.",
            "亏损为{6400万元|64000000|CNY|level}，增加{1.28亿元|128000000|CNY|change}。",
            1,
            id="base-by-its-place",
        ),
        pytest.param(
            "The loss was {RMB64 million|64000000|CNY|level} after {RMB128 million|128000000|CNY|base}.",
            "亏损为{6400万元|64000000|CNY|level}，此前为{1.28亿元|128000000|CNY|base}。",
            0,
            id="base-kept",
        ),
        pytest.param(
            "We opened with {27|27|count|level} new shops.",
            "门店增加{27|27|count|change}家。",
            0,
            id="new-ones-are-an-increase",
        ),
    ],
)
def test_role_shift(english: str, chinese: str, expected: int) -> None:
    assert told(english, chinese) == [("T20", "contradicted", "warning")] * expected
