"""Clean sets of a call, its translation and a release, in which nothing is to be accused, and one slip in each. Invented."""

from __future__ import annotations

from decimal import Decimal

import pytest

from nlp import analyze
from nlp.records import Finding

CALL = """Harrow Quay Systems Q3 2033 Earnings Call

Operator

Good morning and welcome to the third quarter 2033 call of Harrow Quay Systems.

Ines Calder, Chief Financial Officer

Revenues from leased depots, franchised depots and other sources were EUR 212.6 million, EUR 148.9 million and EUR 17.3
million, respectively, up 8.4%, 21.7% and 14.2%. The segment loss overseas narrowed to EUR 6.2 million from EUR 8.7
million. For the nine months, net profit was EUR 52.4 million, compared with EUR 44.6 million.
"""
RELEASE = """Harrow Quay Systems: results for the third quarter of 2033

Porto, 27 October 2033 - Harrow Quay Systems today publishes its results for the third quarter of 2033.

Revenues from leased depots were EUR 212.6 million, up 8.4%. Revenues from franchised depots were EUR 148.9 million, up
21.7%. Other revenues were EUR 17.3 million, up 14.2%.

Nine months

{profit} was EUR 52.4 million, compared with EUR 44.6 million.

INCOME STATEMENT
(EUR million, except per share amounts)
                                   Q3 FY33       Q3 FY32       9M FY33       9M FY32
Revenues from leased depots          212.6         196.1         618.4         571.2
Revenues from franchised depots      148.9         122.3         421.7         351.8
Other revenues                        17.3          15.1          49.6          43.2
Revenue                              378.8         333.5       1,089.7         966.2
Research and development             (41.3)        (38.4)       (121.6)       (112.8)
Sales and marketing                  (62.4)        (57.1)       (181.7)       (166.9)
General and administrative           (23.5)        (21.2)        (67.9)        (61.3)
Restructuring                         (2.9)         (1.3)         (5.5)         (4.1)
Operating expenses                  (130.1)       (118.0)       (376.7)       (345.1)
Net profit                            20.4          16.9          52.4          44.6
  attributable to shareholders        20.1          16.8          51.7          44.2
Weighted average shares, diluted     121.7         119.9         121.2         119.5
Earnings per share, diluted (EUR)     0.17          0.14          0.43          0.37

SEGMENTS
(EUR million)
                                   Q3 FY33       Q3 FY32
Operating result
  Home market                         34.9          31.0
  Overseas                            (6.2)         (8.7)
"""


def accusations(profit: str = "Net profit", call: str = CALL) -> list[Finding]:
    found = analyze(call, releases=[RELEASE.format(profit=profit)]).findings
    return [row for row in found if row.verdict == "contradicted" and row.severity in ("error", "warning")]


def test_nothing_is_accused() -> None:
    assert [(row.code, row.formula) for row in accusations()] == []


def test_figures_under_a_heading_of_nine_months() -> None:
    assert any("EUR 52.4 million" in (row.formula or "") for row in accusations("Net loss"))


@pytest.mark.parametrize(
    ("was", "now"), [("EUR 148.9", "EUR 184.9"), ("8.4%, 21.7%", "8.4%, 31.7%")], ids=["sum", "rate"]
)
def test_a_slip_in_a_list(was: str, now: str) -> None:
    assert was in CALL
    assert accusations(call=CALL.replace(was, now))


HAN_CALL = """序川電子2033年第二季法人說明會

主持人：歡迎參加序川電子2033年第二季法說會。

財務長 賀雲：第二季合併營收為新臺幣84.17億元，年增16.3%。營業利益9.52億元，年增21.7%。
"""
HAN_RELEASE = """序川電子公布2033年第二季合併財務報告

新竹，2033年8月9日，序川電子股份有限公司今日公布2033年第二季合併財務報告。

．合併營收新臺幣84.17億元，{way}16.3%，高於5月公布之財測區間78億元至82億元。
．營業利益9.52億元，年增21.7%。

合併綜合損益表
單位：新臺幣百萬元，每股盈餘為元，股數為仟股
                                 2033Q2         2033Q1         2032Q2
營業收入                          8,417          7,906          7,237
營業利益                            952            861            782
本期淨利                            748            680            611
基本每股盈餘（元）                 2.49           2.27           2.04
加權平均股數－基本（仟股）       300,412        299,559        299,518
"""


@pytest.mark.parametrize(("way", "accused"), [("年增", False), ("年減", True)])
def test_a_chinese_release(way: str, accused: bool) -> None:
    analysis = analyze(HAN_CALL, releases=[HAN_RELEASE.format(way=way)])
    found = [row for row in analysis.findings if row.verdict == "contradicted" and row.severity in ("error", "warning")]
    assert bool(found) is accused
    tabled = {(row.metric, row.period): row.amount.value for row in analysis.claims if row.by == "rule:table"}
    assert tabled["revenue", "2032-Q2"] == Decimal(7_237_000_000)
    assert tabled["shares", "2033-Q2"] == Decimal(300_412_000)
