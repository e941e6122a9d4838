"""One fact in its three places: which corner is the odd one, and how the third edge follows from the other two."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from nlp import analyze
from nlp.report.page.triangles import Triangle, facts_told, triangles_of
from nlp.report.view import View
from tests.report.conftest import Opened

ALL = {"en-zh": "supported", "en-release": "supported", "zh-release": "supported"}
RELEASE = "Revenue was RMB90.4 million in the third quarter of 2031."


@pytest.mark.parametrize(
    ("edges", "odd", "verdict"),
    [
        pytest.param(ALL, "", "supported", id="all-agree"),
        pytest.param(ALL | {"en-zh": "contradicted", "zh-release": "contradicted"}, "zh", "contradicted", id="chinese"),
        pytest.param(ALL | {"en-release": "contradicted", "zh-release": "contradicted"}, "release", "contradicted", id="release"),
        pytest.param(ALL | {"en-zh": "contradicted", "en-release": "contradicted"}, "en", "contradicted", id="english"),
        pytest.param(dict.fromkeys(ALL, "contradicted"), "", "contradicted", id="no-two-agree"),
        pytest.param({"en-zh": "contradicted"}, "", "contradicted", id="of-two-neither-is-odd"),
        pytest.param(ALL | {"en-release": "rounding", "zh-release": "rounding"}, "", "rounding", id="rounding"),
        pytest.param({}, "", "unchecked", id="nobody-judged"),
    ],
)  # fmt: skip
def test_the_odd_corner_differs_from_two_that_agree(edges: dict[str, str], odd: str, verdict: str) -> None:
    triangle = Triangle(claims={}, edges=edges)
    assert (triangle.odd, triangle.verdict) == (odd, verdict)


@pytest.mark.parametrize(
    ("call", "odd", "edges"),
    [
        pytest.param("Revenue was RMB90.4 million in the third quarter of 2031.\n\n2031年第三季度收入为9,040万元。", "", ALL, id="agree"),
        pytest.param("Revenue was RMB90.4 million in the third quarter of 2031.\n\n2031年第三季度收入为9.04亿元。", "zh", ALL | {"en-zh": "contradicted", "zh-release": "contradicted"}, id="scale-in-chinese"),
        pytest.param("Revenue was RMB94.0 million in the third quarter of 2031.\n\n2031年第三季度收入为9,400万元。", "release", ALL | {"en-release": "contradicted", "zh-release": "contradicted"}, id="release-alone"),
        # 6,130万 carries "61.3 million" over with one digit more than was said, and ties as the English does.
        pytest.param("Revenue was RMB90 million in the third quarter of 2031.\n\n2031年第三季度收入为9,000万元。", "", ALL | {"en-release": "rounding", "zh-release": "rounding"}, id="rounded-and-rescaled"),
    ],
)  # fmt: skip
def test_of_a_call_and_its_release(call: str, odd: str, edges: dict[str, str]) -> None:
    view = View(analyze(call, releases=(RELEASE,)))
    (row,) = facts_told(triangles_of(view))
    assert (row.odd, dict(row.edges)) == (odd, edges)


def test_the_page_shows_the_three_beside_each_other(opened: Opened) -> None:
    call = "Revenue was RMB90.4 million in the third quarter of 2031.\n\n2031年第三季度收入为9.04亿元。"
    page = opened(analyze(call, releases=(RELEASE,)))
    three = page.locator(".card[data-wrong] table.three")
    assert [cell.split("\n")[0] for cell in three.locator("td").all_inner_texts()] == [
        "RMB90.4 million",
        "9.04亿元",
        "RMB90.4 million",
    ]
    expect(three.locator("td.odd-one")).to_have_text("9.04亿元 ◆ odd one out")
    page.locator("#facts summary").click()
    facts = page.locator("#facts tbody tr")
    expect(facts).to_have_count(1)
    facts.locator("td.odd-one a").click()
    assert page.evaluate("document.activeElement.textContent") == "9.04亿元"
