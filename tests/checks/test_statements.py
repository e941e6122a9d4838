"""`verify`: any statement against any document. Companies, people and figures are invented."""

from __future__ import annotations

import time
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.checks.times import Now, agree, find_times
from nlp.pipeline import verify
from nlp.records import Finding
from nlp.report.explain import explain
from nlp.scoring.statements import is_accepted, score_statements

CALL = """Operator

Good day, and welcome to the Harrowgate Mills Third Quarter 2031 Earnings Conference Call.

Ines Okafor

Thank you. The quarter brought net sales of $618.4 million, 9.2% higher than last year. Gross margin went up 140 basis
points to 33.6%. We earned $0.87 a share, or $0.87 per diluted share, against $0.64 per share a year ago. In carpets, net
sales fell $5.8 million to $72.1 million from $77.9 million.

Looking to the fourth quarter of 2031, adjusted earnings should come to $0.91 to $0.96 per share. Our outlook for the
full year is $3.30 to $3.35 per share on the same adjusted basis. We plan to spend about $84 million on capital
expenditures in 2032.

The towel business earned $21.5 million on sales of $143.7 million. Our Dutch subsidiary recorded a net loss of $4.3
million, or $0.07 per share. We repaid over 2.6 times what we borrowed and repurchased 1.25 million shares.
"""

RELEASE = """青禾面粉公布2031年第二季度业绩

青禾面粉公告,2031年第二季度实现营业收入18.6亿元,同比增长7.4%;归母净利润2.13亿元,同比下降15.8%,上年同期为2.53亿元。
截至2031年6月30日,公司在营门店共计3485家,会员数达916万。毛利率为27.9%。
海外业务亏损4600万元,占营业收入的2.5%。公司拟以不超过6.2亿美元收购威林顿食品100%股权,其中现金支付3.9亿美元。
预计2031年全年营业收入74亿元至76亿元。
"""


def verdicts(findings: Iterable[Finding]) -> list[str]:
    """The verdicts, in order."""
    return [finding.verdict for finding in findings]


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("q3 net sales $618.4 million.", id="metric-and-quarter"),
        pytest.param("Harrowgate Mills reports q3 sales of $0.6184 billion, up 9.2%.", id="another-scale"),
        pytest.param("qtrly revenue $618,400,000", id="digits-and-another-name-of-the-metric"),
        pytest.param("q3 earnings per share $0.87 versus $0.64 a year ago.", id="current-and-base"),
        pytest.param("sees q4 adjusted earnings per share $0.91 to $0.96.", id="guided-range"),
        pytest.param("sees fy adjusted earnings per share $3.30 - $3.35.", id="guided-year"),
        pytest.param("sees 2032 capital expenditures of about $84 million", id="bound-to-another-year"),
        pytest.param("carpet sales fell to $72.1 million", id="moved-by-and-to"),
        pytest.param("gross margin rose 1.4 percentage points to 33.6%", id="points-for-basis-points"),
        pytest.param("Dutch unit lost $0.07 per share", id="loss-by-another-word"),
        pytest.param("q3 net sales rose about 9%", id="rounded"),
        pytest.param("towel sales were $143.7 million", id="rare-word"),
    ],
)
def test_english_statements_hold(statement: str) -> None:
    findings = verify(statement, CALL)
    assert findings and set(verdicts(findings)) <= {"supported", "rounding"}, findings


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("青禾面粉:第二季度营收18.6亿元 同比增7.4%", id="headline"),
        pytest.param("青禾面粉二季度净利2.13亿元 同比降15.8%", id="short-metric"),
        pytest.param("青禾面粉净利213000000元", id="digits"),
        pytest.param("营收达186000万元", id="another-scale"),
        pytest.param("截至6月底门店3485家 会员916万", id="counts"),
        pytest.param("海外业务亏损0.46亿元", id="loss"),
        pytest.param("拟不超6.2亿美元收购威林顿食品100%股权", id="bound"),
        pytest.param("预计全年营收74亿-76亿元", id="range-with-a-dash"),
        pytest.param("青禾麵粉第二季營收18.6億元", id="traditional"),
        pytest.param("净利降约16%", id="rounded"),
    ],
)
def test_chinese_statements_hold(statement: str) -> None:
    findings = verify(statement, RELEASE, lang="zh")
    assert findings and set(verdicts(findings)) <= {"supported", "rounding"}, findings


@pytest.mark.parametrize(
    ("lang", "statement", "verdict"),
    [
        pytest.param("en", "q3 net sales $681.4 million.", "contradicted", id="en-digits"),
        pytest.param("en", "q3 net sales $618.4 billion.", "contradicted", id="en-scale"),
        pytest.param("en", "q3 net sales rmb618.4 million.", "contradicted", id="en-currency"),
        pytest.param("en", "q3 net sales rose 9.2 basis points.", "contradicted", id="en-unit"),
        pytest.param("en", "q3 net sales fell 9.2%.", "contradicted", id="en-direction"),
        pytest.param("en", "Dutch unit net gain of $0.07 per share.", "contradicted", id="en-gain-for-loss"),
        pytest.param("en", "q2 net sales $618.4 million.", "not_comparable", id="en-quarter"),
        pytest.param(
            "en", "sees q3 adjusted earnings per share $0.91 to $0.96.", "not_comparable", id="en-guided-quarter"
        ),
        pytest.param("en", "sees 2029 capital expenditures of about $84 million", "not_comparable", id="en-year"),
        pytest.param("en", "q3 earnings per share $0.64", "not_comparable", id="en-base-for-current"),
        pytest.param("en", "Harrowgate opened 47 outlets in Riga", "unchecked", id="en-nothing"),
        pytest.param("zh", "第二季度营收16.8亿元", "contradicted", id="zh-digits"),
        pytest.param("zh", "第二季度营收18.6万元", "contradicted", id="zh-scale"),
        pytest.param("zh", "拟6.2亿元收购威林顿食品", "contradicted", id="zh-currency"),
        pytest.param("zh", "营收同比增7.4个基点", "contradicted", id="zh-unit"),
        pytest.param("zh", "营收同比降7.4%", "contradicted", id="zh-direction"),
        pytest.param("zh", "二季度净亏2.13亿元", "contradicted", id="zh-loss-for-gain"),
        pytest.param("zh", "第三季度营收18.6亿元", "not_comparable", id="zh-quarter"),
        pytest.param("zh", "2029年全年营收74亿元至76亿元", "not_comparable", id="zh-year"),
        pytest.param("zh", "截至3月底门店3485家", "not_comparable", id="zh-month"),
    ],
)
def test_what_the_document_does_not_say(lang: str, statement: str, verdict: str) -> None:
    found = verdicts(verify(statement, CALL if lang == "en" else RELEASE, lang=lang))
    assert verdict in found and not is_accepted(verify(statement, CALL if lang == "en" else RELEASE, lang=lang)), found


@pytest.mark.parametrize(
    ("lang", "statement"),
    [
        pytest.param("en", "q3 earnings per share $0.64 versus $0.87 a year ago.", id="en-current-and-base"),
        pytest.param("en", "towel business earned $143.7 million on sales of $21.5 million", id="en-profit-and-sales"),
        pytest.param("zh", "第二季度净利2.53亿元,上年同期2.13亿元", id="zh-current-and-base"),
        pytest.param("zh", "营业收入2.13亿元,归母净利润18.6亿元", id="zh-sales-and-profit"),
    ],
)
def test_exchanged_numbers_are_not_supported(lang: str, statement: str) -> None:
    assert not is_accepted(verify(statement, CALL if lang == "en" else RELEASE, lang=lang))


def test_a_contradiction_shows_the_documents_number() -> None:
    (finding,) = verify("q3 net sales $681.4 million.", CALL)
    (span,) = finding.evidence
    assert (finding.code, finding.severity) == ("V02", "error")
    assert CALL[span.start : span.end] == "$618.4 million"
    assert finding.formula == "statement $681.4 million; document $618.4 million"
    assert [(repair.value, repair.text) for repair in finding.repairs] == [(Decimal(618_400_000), "$618.4 million")]
    assert len(finding.claims) == 1 and finding.fingerprint


def test_evidence_in_the_other_language() -> None:
    findings = verify("Revenue was RMB1.86 billion, up 7.4%.", RELEASE, lang="en")
    assert verdicts(findings) == ["supported", "supported"]


@pytest.mark.parametrize(
    "statement", ["Harrowgate Mills names Ines Okafor to its board.", "The mill opened in May 2031."]
)
def test_without_an_amount_there_is_no_finding(statement: str) -> None:
    assert verify(statement, CALL) == ()


def test_a_time_beside_the_number_is_judged_too() -> None:
    text = "The Lowmoor plant costs $37 million and will open in the second quarter of 2033. Work began in 2031."
    assert is_accepted(verify("Builds $37 million Lowmoor plant; to open in the second quarter of 2033", text))
    late = verify("Builds $37 million Lowmoor plant; to open in the second quarter of 2036", text)
    assert verdicts(late)[0] == "supported" and "not_comparable" in verdicts(late)


@pytest.mark.parametrize("code", ["V00", "V01", "V02", "V10"])
def test_every_code_has_a_page(code: str) -> None:
    assert explain(code).startswith(code)


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        pytest.param("en", "in q3 2031", ({2031}, "Q3", None, None), id="en-short-quarter"),
        pytest.param("en", "as of march 31st", (None, None, 3, 31), id="en-day"),
        pytest.param("en", "sees fy 2031e", ({2031}, "FY", None, None), id="en-estimate"),
        pytest.param("en", "the prior year quarter", ({2030}, "Q2", None, None), id="en-ago"),
        pytest.param("en", "in the previous quarter", ({2031}, "Q1", None, None), id="en-previous"),
        pytest.param("zh", "2031年第三季度", ({2031}, "Q3", None, None), id="zh-quarter"),
        pytest.param("zh", "2031年1-6月", ({2031}, "H1", None, None), id="zh-months"),
        pytest.param("zh", "前三季度", (None, "9M", None, None), id="zh-nine-months"),
        pytest.param("zh", "截至12月底", (None, None, 12, None), id="zh-month"),
        pytest.param("zh", "2031-2033年", ({2031, 2033}, None, None, None), id="zh-years"),
    ],
)
def test_times(lang: str, text: str, expected: tuple[object, ...]) -> None:
    (found,) = find_times(text, lang, Now(year=2031, part="Q2"))
    assert (found.years, found.part, found.month, found.day) == expected


@given(st.text(alphabet="2031年q季度第三月 marchyeflst-'.,", max_size=60), st.sampled_from(["en", "zh"]))
def test_times_are_places_in_order_and_agree_with_themselves(text: str, lang: str) -> None:
    found = find_times(text, lang)
    reach = 0
    for one in found:
        assert reach <= one.start < one.end <= len(text)
        assert agree(one, one)
        reach = one.end


def test_a_statement_costs_no_more_than_the_length_of_the_document() -> None:
    """Six times the text may not take more than twice as long for each of its lines."""

    def seconds(stores: int) -> float:
        lines = (f"Store {n} sold {n}.{n % 7} million rugs worth ${n}.4 million in 2031." for n in range(2, stores))
        text = CALL + "\n\n".join(lines)
        begun = time.process_time()
        verify("q3 net sales $618.4 million versus $566.3 million; carpet sales fell", text)
        return time.process_time() - begun

    seconds(10)  # the first call loads the tables of both languages
    assert seconds(702) < 12 * min(seconds(117), seconds(117))


@pytest.mark.real
@pytest.mark.parametrize(
    ("name", "least"),
    [
        pytest.param("claims_en.jsonl", {"true": 1.0, "same_scale": 1.0, "same_digits": 0.8}, id="en"),
        pytest.param("claims_zh.jsonl", {"true": 1.0, "same_scale": 1.0}, id="zh"),
    ],
)
def test_real_statements(shared: Path, name: str, least: dict[str, float]) -> None:
    """Every kind of error is found; of the true ones those are lost whose number is not read."""
    scores = score_statements(shared / "dev" / name)
    missed = {kind: score for kind, score in scores.items() if score[0] < least.get(kind, 1.0) * score[1]}
    assert scores and not missed


REPORT = (
    "Second quarter 2031 results. Pump revenue increased approximately 6%. Valve revenue increased approximately 17%. "
    "We paid $4.3 million in the form of dividends and $6.8 million for repurchases. Net debt stood at $742.6 million. "
    "That is $115.7 million less than a year earlier. Free cash flow was $96.4 million after $71.2 million. "
    "Foundry tests rose 1.9% in the first quarter, 4.9% in the second."
)
ZH_REPORT = (
    "2031年第二季度业绩。周转天数为29.4天，一年前是33.1天。自2030年第二季度的3.47亿元增长17.7%至4.09亿元，营收创新高。"
)


@pytest.mark.parametrize(
    ("statement", "holds"),
    [
        pytest.param("Pump revenue increased approximately 6%.", True, id="subject"),
        pytest.param("Pump revenue increased approximately 17%.", False, id="another-subject"),
        pytest.param("Dividends were $4.3 million and repurchases $6.8 million.", True, id="names-before"),
        pytest.param("Dividends were $6.8 million and repurchases $4.3 million.", False, id="exchanged-names-before"),
        pytest.param("Net debt fell by $115.7 million to $742.6 million.", True, id="less-than"),
        pytest.param("Net debt rose by $115.7 million to $742.6 million.", False, id="less-than-turned"),
        pytest.param("Free cash flow rose 35.4% to $96.4 million.", True, id="recomputed"),
        pytest.param("Free cash flow rose 45.4% to $96.4 million.", False, id="recomputed-wrong"),
        pytest.param("Free cash flow was $71.2 million after $96.4 million.", False, id="after"),
        pytest.param("Pump revenue increased approximately 6 percentage points.", False, id="points-for-per-cent"),
        pytest.param("周转天数由33.1天降至29.4天", True, id="zh-from-to"),
        pytest.param("周转天数由29.4天升至33.1天", False, id="zh-from-to-exchanged"),
        pytest.param("2031年第二季度营收4.09亿元", True, id="zh-level-after-its-base"),
        pytest.param("2030年第二季度营收4.09亿元", False, id="zh-dated-as-its-base"),
    ],
)
def test_subjects_order_and_what_follows_from_both(statement: str, holds: bool) -> None:
    lang = "zh" if "天" in statement or "季" in statement else "en"
    assert is_accepted(verify(statement, REPORT if lang == "en" else ZH_REPORT, lang=lang)) is holds


@pytest.mark.parametrize(
    ("statement", "held"),
    [
        pytest.param("compname gross margin widened to 63.4 percent from 60.1 percent.", True, id="beside-a-rate"),
        pytest.param("compname prices up 6 percent.", True, id="behind-a-rate"),
        pytest.param("compname gross margin widened to 63.4 percent from 61.1 percent.", False, id="another-number"),
        pytest.param("compname runs 14 percent of centres.", False, id="a-count"),
    ],
)
def test_a_bare_number_beside_a_rate_is_one(statement: str, held: bool) -> None:
    document = (
        "Larkfold Tutors, first half of 2031. Gross margin was 63.4 per cent, up from 60.1, as tutors' pay for a session "
        "rose 2 per cent and our prices rose 6. We run 14 centres."
    )
    assert is_accepted(verify(statement, document)) == held


@pytest.mark.parametrize(
    ("statement", "held"),
    [
        pytest.param("储能业务上半年亏损1.35亿元", True, id="a-word-that-goes-across-two"),
        pytest.param("储能板块上半年收入8.8亿元", True, id="as-printed"),
        pytest.param("光伏业务上半年亏损1.35亿元", False, id="another-part"),
    ],
)
def test_characters_of_two_words_are_no_strange_word(statement: str, held: bool) -> None:
    document = (
        "穆恒电气2031年半年度业绩问答\n问：储能业务什么时候能盈利？业务规划如何？\n"
        "答：储能板块上半年收入8.8亿元，亏损1.35亿元，去年同期亏损2.02亿元。\n光伏业务上半年亏损2.21亿元。\n"
    )
    assert is_accepted(verify(statement, document, lang="zh")) == held
