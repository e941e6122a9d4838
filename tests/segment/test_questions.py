"""Questions split into parts, and what answers give of them."""

from __future__ import annotations

import pytest

from nlp.languages.tokenize import split_sentences
from nlp.readers import read
from nlp.records import Part
from nlp.segment import segment
from nlp.segment.questions import split_question


@pytest.mark.parametrize(
    ("text", "lang", "parts"),
    [
        pytest.param(
            "Good morning. Two questions from me. First, what drove the margin? And second, when will the plant open?",
            "en",
            [(1, "First, what drove the margin?"), (2, "And second, when will the plant open?")],
            id="first-second",
        ),
        pytest.param(
            "My first question is on capex, and second, what is the tax rate? Is it closer to 20 or 25?",
            "en",
            [(1, "My first question is on capex,"), (2, "and second, what is the tax rate? Is it closer to 20 or 25?")],
            id="within-a-sentence-and-spelt-out",
        ),
        pytest.param(
            "Hi. Could you talk about Europe? And then on pricing, how should we think about it? Thank you.",
            "en",
            [(1, "Could you talk about Europe?"), (1, "And then on pricing, how should we think about it?")],
            id="no-numbers",
        ),
        pytest.param(
            "You sold a lot abroad. Clinics were strong. Can you split that by region?",
            "en",
            [(1, "You sold a lot abroad. Clinics were strong. Can you split that by region?")],
            id="lead-belongs-to-the-part",
        ),
        pytest.param("Understood. Thank you.", "en", [], id="thanks"),
        pytest.param(
            "(foreign language) I will translate. What about churn?", "en", [(1, "What about churn?")], id="own"
        ),
        pytest.param("My question is about churn.", "en", [(1, "My question is about churn.")], id="no-question-mark"),
        pytest.param(
            "我有两个问题，第一，毛利率提升的原因是什么？第二，新工厂何时投产？",
            "zh",
            [(1, "第一，毛利率提升的原因是什么？"), (2, "第二，新工厂何时投产？")],
            id="zh-numbered",
        ),
        pytest.param(
            "謝謝管理層。請問歐洲的價格如何變化？另外，明年的資本支出大概多少？",
            "zh",
            [(1, "請問歐洲的價格如何變化？"), (2, "另外，明年的資本支出大概多少？")],
            id="hant-also",
        ),
    ],
)
def test_split_question(text: str, lang: str, parts: list[tuple[int, str]]) -> None:
    found = split_question(text, split_sentences(text, lang), lang)
    assert [text[p.start : p.end] for p in found] == [words for _, words in parts]
    if not text.startswith("謝謝"):
        assert [p.group for p in found] == [group for group, _ in parts]


def _parts(question: str, *answers: str) -> tuple[Part, ...]:
    spoken = "\n\n".join(f"Otto Brandvold -- CEO\n\n{answer}" for answer in answers)
    call = (
        "Operator\n\nWelcome to the Velmora Third Quarter 2031 Earnings Call.\n\nOtto Brandvold -- CEO\n\nWe grew.\n\nOperator\n\n"
        f"The first question comes from Bo Tran with Lakeside.\n\nBo Tran -- Lakeside -- Analyst\n\n{question}\n\n{spoken}\n\n"
        "Operator\n\nThis concludes the call.\n"
    )
    return segment(read(call)).exchanges[0].pairs[0].parts


@pytest.mark.parametrize(
    ("question", "answers", "states"),
    [
        pytest.param(
            "What is the growth rate of AlphaArm, BetaArm and 3Grip?",
            ["AlphaArm grew by 13%. As for BetaArm, growth was about 7%. 3Grip contributed $4 million."],
            [("partly", ("growth rate of 3Grip: not given",))],
            id="one-of-three-lacks-growth",
        ),
        pytest.param(
            "What is the split between AlphaArm, BetaArm and 3Grip?",
            ["AlphaArm is 44% of sales, BetaArm 31% and 3Grip has 25%."],
            [("answered", ())],
            id="split-given",
        ),
        pytest.param(
            "What is the split between AlphaArm, BetaArm and 3Grip?",
            ["All three products did well and we like them."],
            [("not_answered", ("split (“What is the split between AlphaArm, BetaArm and 3Grip”): not given",))],
            id="split-not-given",
        ),
        pytest.param(
            "Could you give us sales by region, that is, for the north, the centre and the south?",
            ["In the north sales were $9 million and in the south $4 million."],
            [("partly", ("split of centre: not given",))],
            id="a-list-in-small-letters",
        ),
        pytest.param(
            "When will the new plant open? And why did the margin fall?",
            ["The plant opens in March. The margin fell because of freight."],
            [("answered", ()), ("answered", ())],
            id="when-and-why",
        ),
        pytest.param(
            "When will the new plant open?",
            ["The new plant is a fine building."],
            [("not_answered", ("time (“When will the new plant open”): not given",))],
            id="when-without-a-date",
        ),
        pytest.param(
            "How many clinics do you plan to open, and how many will you close?",
            ["We have 14 openings under construction."],
            [("partly", ("“how many will you close”: not given",))],
            id="one-of-two-asked-together",
        ),
        pytest.param(
            "What was the operating rate, and where would you like it to be by summer?",
            ["The operating rate was 71%. I would like to see an eight in front of it in June."],
            [("answered", ())],
            id="two-sentences-for-two-asked-together",
        ),
        pytest.param(
            "What is the churn of the new clinics?",
            ["We do not disclose churn."],
            [("not_answered", ("declined",))],
            id="declined",
        ),
        pytest.param(
            "What is the churn of the new clinics?",
            ["Too early to tell the churn of clinics."],
            [("not_answered", ("declined",))],
            id="declined-by-what-opens-the-sentence",
        ),
    ],
)
def test_status(question: str, answers: list[str], states: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(part.status, part.missing) for part in _parts(question, *answers)] == states


def test_answers_that_name_the_question_are_taken_at_their_word() -> None:
    parts = _parts(
        "First, what about prices in Europe? Second, will you hire?",
        "On your second question, we will hire 90 people.\n\nAs for the first question, they were flat.",
    )
    assert [len(part.answers) for part in parts] == [1, 1]
    assert parts[1].answers[0].start < parts[0].answers[0].start
    assert all(0.6 <= part.answers[0].score <= 1 for part in parts)
