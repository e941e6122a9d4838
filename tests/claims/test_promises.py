"""Promises about claims of all text: whatever words meet, each claim quotes its amount and nothing breaks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.claims.reading import claims_of

PIECES = st.sampled_from(
    [
        "Revenue", "net income", "gross margin", "The margin", "Otters segment revenue", "EPS", "R&D", "G&A", "stores", "ARR",
        "was", "were", "of", "or", "and", ",", ";", ".", "(", ")", "compared with", "from", "to", "up", "down", "by", "over",
        "$5 million", "(US$0.7 per share)", "$1.20 per share", "RMB4.1 million", "(US$0.6 million)", "9%", "12.5%", "60 basis points",
        "2.5 points", "1,200", "3 times", "between $4 million and $5 million", "of which", "of them", "respectively", "a year ago",
        "in the second quarter of 2024", "in fiscal 2025", "at the end of June", "we expect the following.", "Excluding the charge,",
        "we lost", "it", "there", "By region,", "overseas", "in Spain", "of revenue", "of the market", "plus", "year over year",
        "收入", "净利润", "同比增长", "为", "5,000万元", "，", "。", "分别为", "和", "其中", "占", "上年同期", "个百分点", "12%", "三元材料",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=24))
def test_every_claim_quotes_its_amount(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for claim in claims_of(text):
        assert 0 <= claim.start < claim.end <= len(text)
        assert (claim.amount.start, claim.amount.end) == (claim.start, claim.end)
        assert claim.restates is None or claim.restates != claim.id
