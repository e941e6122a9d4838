"""Releases in the shapes that companies print, clean, with nothing to accuse, and with one slip. All invented."""

from __future__ import annotations

import pytest

from nlp import analyze
from nlp.records import Finding

CALL = """Fjellvind Pumps Q2 2033 Results Call

Operator

Good morning and welcome to the second quarter 2033 call of Fjellvind Pumps.

Tora Lykke, Chief Financial Officer

Revenue in the second quarter was 318.4 million euros, an increase of 6.1% from 300.1 million in the second quarter of
2032. Compared with the first quarter, when we had 301.8 million, it is an increase of 5.5%. Profit for the period was
24.6 million euros, after 19.8 million.
"""
RELEASE = """Fjellvind Pumps: results for the second quarter of 2033

Bergen, 21 July 2033 - Fjellvind Pumps today publishes its results for the second quarter of 2033.

Revenue was EUR {revenue} million, an increase of 6.1% from EUR 300.1 million. Net profit was EUR 24.6 million, compared
with EUR 19.8 million. Net profit attributable to shareholders was EUR 24.1 million, compared with EUR 19.2 million.

First half of 2033

Revenue was EUR 620.2 million, an increase of 5.8% from EUR 586.0 million.

SEGMENT INFORMATION
(EUR million)
                                   Q2 2033       Q2 2032       H1 2033       H1 2032
Marine
  Revenue                            201.7         188.4         392.6         368.9
  Cost of sales                     (121.0)       (114.9)       (236.3)       (225.0)
  Gross profit                        80.7          73.5         156.3         143.9
  Gross margin                       {marine}         39.0%         39.8%         39.0%
Mining
  Revenue                            116.7         111.7         227.6         217.1
  Cost of sales                      (82.9)        (80.4)       (162.7)       (156.3)
  Gross profit                        33.8          31.3          64.9          60.8
  Gross margin                       29.0%         28.0%         28.5%         28.0%
Total
  Revenue                            318.4         300.1         620.2         586.0
  Cost of sales                     (203.9)       (195.3)       (399.0)       (381.3)
  Gross profit                       114.5         104.8         221.2         204.7
  Gross margin                       36.0%         34.9%         35.7%         34.9%

ORDER INTAKE AND REVENUE
(EUR million)
                                   Q2 2033       Q2 2032       H1 2033       H1 2032
Order intake
  Marine                             214.3         190.2         402.8         371.4
  Mining                             108.9         115.6         220.7         226.0
  Group                              323.2         305.8         623.5         597.4
Revenue
  Marine                             201.7         188.4         392.6         368.9
  Mining                             116.7         111.7         227.6         217.1
  Group                              318.4         300.1         620.2         586.0

NET DEBT
(EUR million)
                               30 Jun 2033   31 Dec 2032
Borrowings                           214.7         221.3
Less: cash and cash equivalents      (96.4)        (88.2)
Net debt                             118.3         133.1

BALANCE SHEET
(EUR million)
                               30 Jun 2033   31 Dec 2032
Plant and equipment                  402.7         398.1
Working capital                      177.3         171.6
Total assets                         580.0         569.7
Total equity                         371.2         348.9
Leases                                {leases}          87.7
Net debt                             118.3         133.1
Total equity and liabilities         {owed}         569.7

Cash and cash equivalents             96.4          88.2
Trade payables                       141.6         138.9
Inventories                          162.3         158.7
Trade payables                      (141.6)       (138.9)
"""
RIGHT = {"revenue": "318.4", "marine": "40.0%", "leases": "90.5", "owed": "580.0"}


def accusations(**changed: str) -> list[Finding]:
    found = analyze(CALL, releases=[RELEASE.format(**{**RIGHT, **changed})]).findings
    return [row for row in found if row.verdict == "contradicted" and row.severity in ("error", "warning")]


def test_a_clean_release_whose_tables_name_its_parts_again_and_again() -> None:
    """What was given as a release is one, though its lines look like a speaker's."""
    analysis = analyze(CALL, releases=[RELEASE.format(**RIGHT)])
    assert [row.kind for row in analysis.documents] == ["transcript", "release"]
    read = {(row.metric, row.segment, row.period) for row in analysis.claims if row.by == "rule:table"}
    assert {
        ("gross_margin", "marine", "2033-Q2"), ("gross_margin", "mining", "2032-H1"), ("gross_margin", None, "2033-Q2"),
        ("orders", None, "2033-H1"), ("orders", "mining", "2033-Q2"), ("revenue", None, "2032-Q2"),
    } <= read  # fmt: skip
    assert not any(segment == "group" for _, segment, _ in read)
    assert accusations() == []


@pytest.mark.parametrize(
    "changed",
    [{"revenue": "381.4"}, {"marine": "49.0%"}, {"leases": "9.5"}, {"owed": "508.0"}],
    ids=["prose", "margin-of-a-part", "line-that-lost-a-digit", "side-of-the-balance"],
)
def test_a_slip_in_such_a_release(changed: dict[str, str]) -> None:
    (wrong,) = changed.values()
    assert any(wrong in (row.formula or "") for row in accusations(**changed))


def test_a_release_by_itself_is_no_call() -> None:
    """Names of businesses over their figures are no speaker lines, whatever the document was given as."""
    from nlp.readers import read
    from nlp.segment import segment

    assert segment(read(RELEASE.format(**RIGHT))).document.kind != "transcript"


ABROAD = """Muyuan Books Third Quarter 2033 Results

HANGZHOU, November 14, 2033 - Muyuan Books Inc. today announced its results for the third quarter of 2033.

Revenues were RMB418.6 million (US$59.9 million), compared with RMB371.2 million in the third quarter of 2032.

Diluted net income per ADS was RMB1.62 (US$0.23), compared with {then} in the third quarter of 2032.

(RMB in millions, except per ADS data)
                                       Q3 2033       Q3 2032
Revenues                                 418.6         371.2
Diluted net income per ADS (RMB)          1.62          0.60
"""


@pytest.mark.parametrize(("then", "found"), [("RMB0.60", []), ("US$0.60", ["R06"])], ids=["right", "wrong-sign"])
def test_the_sign_of_one_place_against_all_others(then: str, found: list[str]) -> None:
    call = (
        "Muyuan Books Q3 2033 Earnings Call\n\nOperator\n\nWelcome.\n\nPan Lei, Chief Financial Officer\n\nRevenues were "
        "RMB418.6 million. Diluted net income per ADS was RMB1.62, compared with RMB0.60 in the third quarter of 2032.\n"
    )
    findings = analyze(call, releases=[ABROAD.format(then=then)]).findings
    accused = [row for row in findings if row.verdict == "contradicted" and row.severity in ("error", "warning")]
    assert [row.code for row in accused if row.code == "R06"] == found
    assert bool(accused) == bool(found)
