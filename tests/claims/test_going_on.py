"""What a figure takes from what was just said: its currency, its period, and the name of its part."""

from __future__ import annotations

import pytest

from nlp import analyze, find_claims

HEAD = "Wick Pumps N.V. -- Second Quarter 2031 Earnings Call, July 30, 2031. The fiscal year ends December 31.\n\n"


@pytest.mark.parametrize(
    ("text", "units"),
    [
        pytest.param("Orders were 1,816.9 million euros, up 8.9% from 1,668.4 million.", ["EUR", "percent", "EUR"], id="behind-a-rate"),
        pytest.param("Finance costs fell to 6.3 million euros from 7.9 million.", ["EUR", "EUR"], id="next"),
        pytest.param("Gross profit was 238.7 million euros, 9.8% above the 217.4 million of last year.", ["EUR", "percent", "EUR"], id="of-last-year"),
        pytest.param("Cash flow was 36.8 million euros in the quarter, and 37.3 million in the first half.", ["EUR", "EUR"], id="two-times"),
        pytest.param("We spent 43 million euros and have 2.7 million customers.", ["EUR", "count"], id="what-is-counted"),
        pytest.param("Revenue was 43 million euros, while downloads rose to 2.7 million from 1.9 million.", ["EUR", "count", "count"], id="a-measure-of-things"),
    ],
)  # fmt: skip
def test_millions_go_on_in_the_currency_before_them(text: str, units: list[str]) -> None:
    assert [row.amount.unit for row in find_claims(HEAD + text) if row.start > len(HEAD)] == units


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        pytest.param("Now the first half. Revenue was EUR 152.7 million, up 5.3% from EUR 145.0 million.", ["2031-H1", "2031-H1", "2030-H1"], id="a-half"),
        pytest.param("Now the segments. Revenue was EUR 152.7 million, up 5.3% from EUR 145.0 million.", ["2031-Q2", "2031-Q2", "2030-Q2"], id="no-time"),
    ],
)  # fmt: skip
def test_a_short_sentence_says_what_period_is_told_next(text: str, periods: list[str]) -> None:
    assert [row.period for row in find_claims(HEAD + text) if row.start > len(HEAD)] == periods


def test_a_sign_for_and_is_the_word() -> None:
    call = HEAD + "And Pumps and Parts had revenue of EUR 61.3 million, up 12.0% from EUR 54.7 million."
    release = (
        "Wick Pumps second quarter 2031 results\n\nJuly 30, 2031\n\n- Revenue of Pumps & Parts was EUR 61.3 million.\n"
    )
    rows = [row for row in analyze(call, releases=[release]).claims if row.amount.value == 61_300_000]
    assert [row.segment for row in rows] == ["pumps & parts", "pumps & parts"]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        pytest.param("Revenue of Pumps was EUR 61.3 million. Segment profit was EUR 7.4 million.", "pumps", id="en-profit"),
        pytest.param("水泵业务收入为6,130万元。分部利润为740万元。", "水泵", id="zh-profit"),
    ],
)  # fmt: skip
def test_what_only_parts_have_is_of_the_part_just_told(text: str, part: str) -> None:
    named = "The Pumps segment makes pumps. 水泵业务生产水泵。\n\n"
    rows = [row for row in find_claims(HEAD + named + text) if row.start > len(HEAD)]
    assert [row.segment for row in rows] == [part, part]
