"""Two lists of lines: pairs, omissions, merges, and promises about any lines at all."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.align import align as align_shipped
from nlp.encoders.protocol import Vectors
from nlp.errors import BadInput
from nlp.records import Bead
from tests.strategies import texts

# Without an encoder: these are promises of the evidence and the walk, whatever model is at hand.
align = partial(align_shipped, encoder=None)

EN = (
    "Good morning, and welcome to the Harrowgate Tiles call. (Operator Instructions)",
    "Revenue rose 17.4% to $612.9 million in the second quarter.",
    "Gross margin was 33.6%, compared with 31.2% a year ago.",
    "We opened 14 stores in Japan and closed 3 in Germany.",
    "Our customers asked for better prices, and we listened.",
    "The board declared a dividend of $0.23 per share.",
    "Now we will take your questions.",
    "Thank you. How do you see inventory next year?",
    "Inventory will fall by about 900 tons, we expect.",
    "This concludes the call. You may disconnect your lines.",
)
ZH = (
    "早上好，欢迎参加 Harrowgate Tiles 的电话会议。(操作员指示)",
    "第二季度营收增长17.4%，达到6.129亿美元。",
    "毛利率为33.6%，去年同期为31.2%。",
    "我们在日本开了14家门店，在德国关了3家。",
    "客户要求更好的价格，我们听到了。",
    "董事会宣布每股派发股息0.23美元。",
    "现在我们回答大家的问题。",
    "谢谢。您怎么看明年的库存？",
    "我们预计库存将减少约900吨。",
    "电话会议到此结束，您可以断开线路。",
)

Pairs = list[tuple[tuple[int, ...], tuple[int, ...]]]


def pairs(source: Sequence[str], target: Sequence[str], langs: tuple[str, str] = ("en", "zh")) -> Pairs:
    beads = align(source, target, source_lang=langs[0], target_lang=langs[1])
    return [(bead.source, bead.target) for bead in beads]


def one_to_one(count: int) -> Pairs:
    return [((line,), (line,)) for line in range(count)]


def test_every_line_finds_its_translation() -> None:
    assert pairs(EN, ZH) == one_to_one(10)


def test_sides_may_be_exchanged() -> None:
    assert pairs(ZH, EN, ("zh", "en")) == one_to_one(10)


def test_traditional_and_full_width_are_the_same_text() -> None:
    traditional = ("第二季度營收增長１７．４％，達到６．１２９億美元。", "董事會宣佈每股派發股息０．２３美元。")
    assert pairs((EN[1], EN[5]), traditional) == one_to_one(2)


@pytest.mark.parametrize("gone", [pytest.param(n, id=f"target-{n}") for n in range(10)])
def test_an_omitted_target_line_shifts_nothing(gone: int) -> None:
    expected = [((n,), () if n == gone else (n - (n > gone),)) for n in range(10)]
    assert pairs(EN, ZH[:gone] + ZH[gone + 1 :]) == expected


@pytest.mark.parametrize("gone", [pytest.param(n, id=f"source-{n}") for n in range(10)])
def test_an_omitted_source_line_shifts_nothing(gone: int) -> None:
    found = pairs(EN[:gone] + EN[gone + 1 :], ZH)
    assert found == [(() if n == gone else (n - (n > gone),), (n,)) for n in range(10)]


def test_a_run_left_out_is_found() -> None:
    assert pairs(EN, ZH[:3] + ZH[7:]) == [
        *one_to_one(3), ((3,), ()), ((4,), ()), ((5,), ()), ((6,), ()), ((7,), (3,)), ((8,), (4,)), ((9,), (5,)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "target", "bead"),
    [
        pytest.param(EN, (*ZH[:1], ZH[1] + ZH[2], *ZH[3:]), ((1, 2), (1,)), id="two-into-one"),
        pytest.param((*EN[:1], EN[1] + " " + EN[2], *EN[3:]), ZH, ((1,), (1, 2)), id="one-into-two"),
        pytest.param(EN, (*ZH[:1], "".join(ZH[1:4]), *ZH[4:]), ((1, 2, 3), (1,)), id="three-into-one"),
        pytest.param((*EN[:1], " ".join(EN[1:4]), *EN[4:]), ZH, ((1,), (1, 2, 3)), id="one-into-three"),
    ],
)
def test_merged_lines_make_one_bead(source: Sequence[str], target: Sequence[str], bead: object) -> None:
    found = pairs(source, target)
    assert bead in found
    assert sum(len(ours) == len(theirs) == 1 for ours, theirs in found) == len(found) - 1


def test_a_wrong_scale_does_not_break_the_pair() -> None:
    """The slip must stay inside the bead, or no check could see it."""
    slipped = (ZH[0], "第二季度营收增长17.4%，达到61.29亿美元。", *ZH[2:])
    assert pairs(EN, slipped) == one_to_one(10)


def test_score_tells_a_translation_from_a_stranger() -> None:
    translated, strange = align(EN[1:2], ZH[1:2])[0], align(EN[1:2], ZH[4:5])
    assert len(translated.target) == 1
    assert translated.score > 0.7
    assert all(not (bead.source and bead.target) or bead.score < 0.45 for bead in strange)


def test_more_shared_evidence_never_scores_less() -> None:
    words = ("毛利率", "股息", "库存", "客户", "德国")
    said = "gross margin dividend inventory customers Germany"
    targets = ["".join(words[:count]) + "与与" * (5 - count) for count in (1, 3, 5)]
    scores = [align([said], [target])[0].score for target in targets]
    assert scores == sorted(scores)
    assert scores[0] < scores[-1]


def test_beads_have_stable_ids_of_their_own() -> None:
    first, again = align(EN, ZH), align(EN, ZH)
    assert first == again
    assert len({bead.id for bead in first}) == len(first)
    assert {bead.level for bead in first} == {"line"}


def promised(source: Sequence[str], target: Sequence[str], source_lang: str = "en") -> None:
    """Every index once, in order unless the result says otherwise; no bead empty on both sides, scores in 0..1."""
    for order in ("auto", "kept", "free"):
        beads = align(source, target, source_lang=source_lang, order=order)
        assert {bead.order for bead in beads} <= ({"kept", "free"} if order == "auto" else {order})
        free = any(bead.order == "free" for bead in beads)
        ours = [line for bead in beads for line in bead.source]
        theirs = [line for bead in beads for line in bead.target]
        assert ours == list(range(len(source)))
        assert (sorted(theirs) if free else theirs) == list(range(len(target)))
        promised_beads(beads)


def promised_beads(beads: Sequence[Bead]) -> None:
    assert all((bead.source or bead.target) and 0.0 <= bead.score <= 1.0 for bead in beads)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param(["One line."], [], id="one-and-nothing"),
        pytest.param([], ["一行。"], id="nothing-and-one"),
        pytest.param(["Thanks."], ["再见。"], id="one-and-one"),
        pytest.param(EN[:1], ZH * 100, id="1-and-1000"),
        pytest.param(EN * 100, ZH[:3], id="1000-and-3"),
        pytest.param(["same"] * 300, ["一样"] * 280, id="all-alike"),
        pytest.param([""] * 40, [" "] * 30, id="blank"),
        pytest.param([f"word{n}" for n in range(200)], [f"字{n * 7919}" for n in range(250)], id="nothing-in-common"),
        pytest.param(["", *EN, ""], [*ZH[:5], "", *ZH[5:], " "], id="empty-lines-between"),
        pytest.param(["x" * 50_000], ["字" * 20_000, "。"], id="very-long-lines"),
    ],
)
def test_extreme_sizes_are_aligned_all_the_same(source: Sequence[str], target: Sequence[str]) -> None:
    promised(source, target)


def test_strangers_have_low_scores() -> None:
    strange = ["公司的现金流为负数，资产减值达到八千七百万元，其中三分之一来自商誉。", "这是第4页。"]
    beads = align(["Bees dance.", "A red lamp hung over the kitchen table all night long, and nobody came."], strange)
    assert all(bead.score < 0.5 for bead in beads if bead.source and bead.target)


@given(st.lists(texts(60), max_size=12), st.lists(texts(60), max_size=12), st.sampled_from(["en", "zh", "fr"]))
def test_any_lines_come_back_once_and_in_order(source: list[str], target: list[str], lang: str) -> None:
    promised(source, target, lang)


@given(st.permutations(list(zip(EN, ZH, strict=True))), st.sets(st.integers(0, 9), max_size=2))
def test_any_order_with_omissions_keeps_the_promise(rows: list[tuple[str, str]], gone: set[int]) -> None:
    promised([en for en, _ in rows], [zh for place, (_, zh) in enumerate(rows) if place not in gone])


class Oracle:
    """An encoder that knows the pairs: line n of any text has the same direction, give or take."""

    id = "oracle"

    def __init__(self, noise: float) -> None:
        self.noise, self.calls = noise, 0

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.calls += 1
        meaning = np.random.default_rng(7).normal(size=(500, 96))[: len(texts)]
        vectors = meaning + self.noise * np.random.default_rng(100 + self.calls).normal(size=meaning.shape)
        return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)


def right(source: Sequence[str], target: Sequence[str], encoder: Oracle) -> int:
    return sum(bead.source == bead.target for bead in align(source, target, encoder=encoder))


def test_an_encoder_aligns_what_shares_no_words() -> None:
    encoder = Oracle(noise=0.5)
    assert right(["x"] * 100, ["。"] * 97, encoder) >= 94
    assert encoder.calls == 2  # each side once


def test_an_encoder_without_knowledge_gets_no_say() -> None:
    many_en = [f"{line} {n}7" for n in range(10, 15) for line in EN]
    many_zh = [f"{line} {n}7" for n in range(10, 15) for line in ZH]
    assert right(many_en, many_zh, Oracle(noise=1000.0)) == 50


def test_few_lines_may_have_an_encoder_too() -> None:
    assert right(EN[:1], ZH[:1], Oracle(noise=0.0)) == 1
    assert align([], ["好"], encoder=Oracle(noise=0.0))[0].source == ()


def test_order_is_kept_where_only_little_is_out_of_place() -> None:
    beads = align(EN, (*ZH[:4], ZH[5], ZH[4], *ZH[6:]))
    assert {bead.order for bead in beads} == {"kept"}


def test_free_order_leaves_strangers_alone_and_joins_cut_lines() -> None:
    target = ["完全无关的一行，讲的是一只猫。", ZH[5], ZH[2], "第二季度营收增长17.4%，", "达到6.129亿美元。", ZH[3]]
    found = {(bead.source, bead.target) for bead in align(EN[1:4] + EN[5:6], target, order="free")}
    assert found == {((0,), (3, 4)), ((1,), (2,)), ((2,), (5,)), ((3,), (1,)), ((), (0,))}


def test_names_of_encoders() -> None:
    assert [bead.source for bead in align_shipped(EN, ZH, encoder="hashing")] == [(n,) for n in range(10)]
    with pytest.raises(BadInput, match="no such encoder"):
        align_shipped(EN, ZH, encoder="nothing-of-the-kind")


def test_the_shipped_encoder_pairs_what_shares_no_words() -> None:
    en = ["The cat slept on the warm stove.", "Nobody answered the telephone.", "It had rained since dawn."]
    zh = ["猫在暖和的炉子上睡着了。", "没有人接电话。", "天亮起就一直下雨。"]
    assert [(bead.source, bead.target) for bead in align_shipped(en, zh)] == one_to_one(3)


def test_one_line_beside_a_hundred_is_not_out_of_order() -> None:
    many = [f"第{n}行说的是别的事情。" for n in range(100)]
    assert {bead.order for bead in align_shipped(["Hello."], many, encoder="hashing")} == {"kept"}
