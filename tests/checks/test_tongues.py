"""Names of parts between a Chinese call and an English release."""

from __future__ import annotations

import pytest

from nlp.checks.tongues import _mutual
from tests.checks.running import findings_of

RELEASE = (
    "Drives revenue in the fourth quarter of 2024 was RMB61.3 million. Drives revenue in the fourth quarter of 2023 was "
    "RMB54.8 million. Pumps revenue in the fourth quarter of 2024 was RMB38.2 million. Pumps revenue in the fourth quarter "
    "of 2023 was RMB31.7 million. Drives backlog was RMB204.6 million. Pumps backlog was RMB112.9 million."
)
CALL = (
    "2024年第四季度驱动器收入6,130万元。2023年第四季度驱动器收入5,480万元。2024年第四季度水泵收入3,820万元。"
    "2023年第四季度水泵收入3,170万元。"
)


@pytest.mark.parametrize(
    ("last", "found"),
    [
        pytest.param("驱动器在手订单2.046亿元。", 0, id="zh-its-own"),
        pytest.param("水泵在手订单2.046亿元。", 1, id="zh-the-other-part"),
    ],
)
def test_a_number_under_the_other_name(last: str, found: int) -> None:
    rows = findings_of(CALL + last, RELEASE, call_period="2024-Q4", release_period="2024-Q4")
    assert len([row for row in rows if row.verdict == "contradicted" and row.severity != "note"]) == found


def test_names_that_go_together() -> None:
    from collections import Counter

    counts = Counter({("水泵", "pumps"): 3, ("水泵", "drives"): 1, ("驱动器", "drives"): 2, ("阀门", "valves"): 1})
    assert _mutual(counts) == {"水泵": "pumps", "驱动器": "drives"}


def test_a_number_told_of_a_business_that_has_another_one() -> None:
    call = "Drives segment revenue was RMB613.1 million. Pumps segment revenue was RMB382.4 million."
    rows = findings_of(call, "Pumps segment revenue was RMB613.1 million.")
    assert [row.code for row in rows if row.verdict == "contradicted" and row.severity != "note"] == ["A20"]
