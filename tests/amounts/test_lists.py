"""Amounts whose unit is said once, behind the last of a row, and coins below the yuan. `want` as in `test_read`."""

from __future__ import annotations

import pytest

from .test_read import shown


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param(
            "由11.8/14.2亿元上调至12.5/15.4亿元",
            [
                "11.8=1180000000 CNY",
                "14.2亿元=1420000000 CNY",
                "12.5=1250000000 CNY",
                "15.4亿元=1540000000 CNY",
            ],
            id="slashes",
        ),
        pytest.param("EPS为0.73/1.14元", ["0.73=0.73 CNY per_share", "1.14元=1.14 CNY per_share"], id="per-share"),
        pytest.param(
            "升1.2/1.5个百分点", ["1.2=1.2 percentage_point", "1.5个百分点=1.5 percentage_point"], id="points"
        ),
        pytest.param(
            "分别增长3、5和7个百分点",
            ["3=3 percentage_point", "5=5 percentage_point", "7个百分点=7 percentage_point"],
            id="told-apart",
        ),
        pytest.param("12.5亿、15.4亿元", ["12.5亿=1250000000 CNY", "15.4亿元=1540000000 CNY"], id="scaled-each"),
        pytest.param("营收12.5亿、净利15.4亿元", ["12.5亿=1250000000 count", "15.4亿元=1540000000 CNY"], id="no-row"),
        pytest.param("约5、6亿元", ["5=5 count about", "6亿元=600000000 CNY"], id="whole-numbers-may-be-anything"),
        pytest.param("2031/12/31日5亿元", ["5亿元=500000000 CNY"], id="a-date"),
        pytest.param("9月/10月营收2.1亿元", ["2.1亿元=210000000 CNY"], id="months"),
    ],
)
def test_rows(text: str, want: list[str]) -> None:
    assert shown(text, "zh") == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("每股收益1角9分", ["1角9分=0.19 CNY per_share"], id="jiao-and-fen"),
        pytest.param("3毛5一斤", ["3毛5=0.35 CNY"], id="mao-and-a-digit"),
        pytest.param("Q3毛利率61.2%", ["61.2%=61.2 percent"], id="gross-margin"),
        pytest.param("第三季毛利2.4亿元", ["2.4亿元=240000000 CNY"], id="gross-profit"),
        pytest.param("5角钱", ["5角=0.5 CNY"], id="jiao"),
        pytest.param("长三角和珠三角的三角债2.4亿元", ["2.4亿元=240000000 CNY"], id="regions-and-no-jiao"),
        pytest.param(
            "每股三角，三角二分", ["三角=0.3 CNY per_share", "三角二分=0.32 CNY per_share"], id="jiao-in-words"
        ),
        pytest.param("二手房成交652套，二次上市，十二次", ["652=652 count 套", "十二=12 count 次"], id="two-in-words"),
        pytest.param("外三元生猪均价15.2元，三元一斤", ["15.2元=15.2 CNY", "三元=3 CNY"], id="a-breed"),
        pytest.param("341.8億人幣", ["341.8億人幣=34180000000 CNY"], id="renminbi-for-short"),
        pytest.param("管理这一块一季度收入2.4亿元", ["2.4亿元=240000000 CNY"], id="a-piece-and-no-kuai"),
        pytest.param("最大的一块，占收入43%", ["43%=43 percent"], id="the-largest-piece"),
        pytest.param("成本从八块降到三块六", ["八块=8 CNY", "三块六=3.6 CNY"], id="kuai-that-are-prices"),
        pytest.param("高出一块多，卖五块", ["一块=1..None CNY over", "五块=5 CNY"], id="kuai-with-their-cues"),
    ],
)
def test_small_coins(text: str, want: list[str]) -> None:
    assert shown(text, "zh") == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param(
            "between minus $140,000,000 and minus $180 million",
            ["minus $140,000,000 and minus $180 million=-180000000..-140000000 USD"],
            id="the-nearer-end-first",
        ),
        pytest.param("negative 2% to negative 3%", ["negative 2% to negative 3%=-3..-2 percent"], id="rates"),
        pytest.param("went from minus 5% to minus 7%", ["minus 5%=-5 percent", "minus 7%=-7 percent"], id="a-change"),
    ],
)
def test_ranges_below_zero(text: str, want: list[str]) -> None:
    assert shown(text, "en") == want
