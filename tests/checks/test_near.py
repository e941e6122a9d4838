"""R04: orphans told by their company, in both languages, against prose and tables."""

from __future__ import annotations

import pytest

from nlp import analyze
from nlp.records import Finding

CALL = "Operator\n\nWelcome to the Velmora Second Quarter 2033 Earnings Call.\n\nOtto Brandvold -- CFO\n\n{0}\n\nOperator\n\nThis concludes the call.\n"
RELEASE = (
    "Velmora Inc. Reports Second Quarter 2033 Results\n\nHARBOUR CITY, August 4, 2033 -- Velmora Inc. today reported its "
    "results for the second quarter of 2033.\n\n{0}\n"
)
TABLE = """
(in millions)

                         2Q33        2Q32
Pump sales              412.7       366.5
Valve sales             238.4       241.9
Selling costs           (88.3)      (79.6)
"""


def near(call: str, release: str) -> list[Finding]:
    found = analyze(CALL.format(call), releases=[RELEASE.format(release)]).findings
    return [row for row in found if row.code == "R04"]


@pytest.mark.usefixtures("as_the_rules_read")
@pytest.mark.parametrize(
    ("call", "release", "severity", "repair"),
    [
        pytest.param(
            "The northern pump business brought us $421.7 million, where it had been $366.5 million, so 12.6% more.",
            "Pump sales in the north were $412.7 million, up 12.6% from $366.5 million.",
            "error",
            "$412.7 million",
            id="two-figures-shared",
        ),
        pytest.param(
            "All is well.",
            "Selling costs were $83.8 million, and in the year before $79.6 million.\n" + TABLE,
            "error",
            "$88.3 million",
            id="prose-against-its-table",
        ),
        pytest.param(
            "All is well.",
            "Selling costs came to $83.8 million.\n" + TABLE,
            "warning",
            "$88.3 million",
            id="by-the-label-alone",
        ),
    ],
)
def test_near_misses(call: str, release: str, severity: str, repair: str) -> None:
    rows = near(call, release)
    assert [(row.severity, row.repairs[0].text) for row in rows] == [(severity, repair)]


@pytest.mark.parametrize(
    ("call", "release"),
    [
        pytest.param("Pump sales were $412.7 million, up 12.6%.", "Pump sales were $412.7 million, up 12.6%.", id="equal"),
        pytest.param(
            "Pumps in the north brought $421.7 million.", "Valves in the south cost us $412.7 million.", id="nothing-shared"
        ),
        pytest.param(
            "Pumps brought $421.7 million. Earlier it was $412.7 million.",
            "Pumps brought $412.7 million.",
            id="the-other-figure-has-a-partner",
        ),
        pytest.param("All is well.", "Pump sales were $412.7 million.\n" + TABLE, id="prose-as-its-table"),
        pytest.param(
            "Earnings were $1.34 a share, $0.17 or 14.5% better.",
            "Earnings per share were $1.34, against $1.17.",
            id="a-change-is-no-level",
        ),
        pytest.param("Valves made $238 million.", "Valve sales were $238.4 million.\n" + TABLE, id="rounded"),
    ],
)  # fmt: skip
def test_what_is_no_near_miss(call: str, release: str) -> None:
    assert near(call, release) == []


def test_a_table_in_thousands_says_the_same_as_prose_in_millions() -> None:
    table = TABLE.replace("in millions", "in thousands").replace("412.7", "412,688").replace("366.5", "366,512")
    assert near("All is well.", "Pump sales were $412.7 million, before that $366.5 million.\n" + table) == []


def test_chinese_prose_and_release() -> None:
    call = "主持人：\n欢迎参加岚桥二〇三三年第二季度业绩电话会议。\n\n林总：\n北方水泵带来4.217亿元，此前为3.665亿元，多出12.6%。\n\n主持人：\n会议结束。\n"
    release = "岚桥公司公布2033年第二季度业绩\n\n水泵业务收入为4.127亿元，较3.665亿元增长12.6%。\n"
    rows = [row for row in analyze(call, releases=[release]).findings if row.severity == "error"]
    assert rows and rows[0].repairs[0].text == "4.127亿元"
