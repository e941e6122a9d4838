"""The shipped calls: quotes stand where the gold says, and a clean call's arithmetic holds.

These tests read the gold and the documents only; nothing of the code that is scored on them.
"""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from nlp.scoring.gold import CallFiles, GoldClaim, check_quotes, load_call, load_gold

CALLS = sorted(path.parent for path in (Path(__file__).parents[2] / "corpora" / "calls").glob("*/call.toml"))
ALL = pytest.mark.parametrize("folder", [pytest.param(path, id=path.name) for path in CALLS])
# A call with a comment letter has gold for every stage; one without has gold for claims, turns and beads.
WHOLE = pytest.mark.parametrize("folder", [pytest.param(p, id=p.name) for p in CALLS if load_call(p).letter])
FAULTY = pytest.mark.parametrize("folder", [pytest.param(p, id=p.name) for p in CALLS if not load_call(p).clean])
RELATIVE = {"percent", "percentage_point", "basis_point", "multiple"}
UNITS = {*RELATIVE, "count"}
ROLES = {"level", "base", "change", "share", "whole", "ratio", "driver"}
# The English and the Chinese of a call are in two files, or in one that holds both.
TWO = pytest.mark.parametrize("folder", [pytest.param(p, id=p.name) for p in CALLS if load_gold(p).beads])
HAN = re.compile(r"[\u4e00-\u9fff]")


def half_step(claim: GoldClaim) -> Decimal:
    """Half of the last printed digit of the coarser end, scaled."""
    scales = {"thousand": 3, "million": 6, "billion": 9, "百萬": 6, "百万": 6, "萬": 4, "万": 4, "億": 8, "亿": 8}
    power = max((exponent for word, exponent in scales.items() if word in claim.quote), default=0)
    short = re.search(r"[0-9](mn?|bn)\b", claim.quote)  # EUR 74.8m
    power = (9 if short[1] == "bn" else 6) if short else power
    numbers = re.findall(r"[0-9][0-9,]*(?:\.[0-9]+)?", claim.quote)
    digits = min((len(number.partition(".")[2]) for number in numbers), default=0)
    # 1,130萬 for 11.3 million: a last zero may be an artefact of the scale
    digits -= int("萬" in claim.quote or "万" in claim.quote) * int(numbers[-1].endswith("0")) if numbers else 0
    return Decimal(5).scaleb(power - digits - 1)


def test_there_is_a_call_of_each_kind() -> None:
    calls = [load_call(folder) for folder in CALLS]
    assert {call.clean for call in calls} == {True, False}
    assert all(call.invented and call.licence == "CC0-1.0" for call in calls)


@ALL
def test_every_quote_stands_in_place(folder: Path) -> None:
    assert check_quotes(folder) == []


@ALL
def test_call_has_its_name_and_a_release(folder: Path) -> None:
    call = load_call(folder)
    assert call.id == folder.name
    assert call.release is not None


@WHOLE
def test_call_has_both_languages(folder: Path) -> None:
    call = load_call(folder)
    assert bool(HAN.search((call.translation or call.transcript).read_text(encoding="utf-8")))


@ALL
def test_every_document_has_claims(folder: Path) -> None:
    call, gold = load_call(folder), load_gold(folder)
    by_file = Counter(claim.file for claim in gold.claims)
    assert min(by_file[path.name] for path in call.documents if path != call.letter) >= 40


@WHOLE
def test_gold_is_large_enough(folder: Path) -> None:
    gold = load_gold(folder)
    by_language = Counter(claim.language for claim in gold.claims)
    assert min(by_language["en"], by_language["zh"]) >= 120
    assert len(gold.exchanges) >= 3
    assert 10 <= len(gold.comments) <= 14
    assert {part.status for exchange in gold.exchanges for part in exchange.parts} >= {"answered", "not_answered"}


@ALL
def test_claims_use_the_words_of_the_design(folder: Path) -> None:
    for claim in load_gold(folder).claims:
        assert claim.unit in UNITS or re.fullmatch("[A-Z]{3}", claim.unit), claim
        assert claim.role in ROLES, claim
        assert claim.low is not None or claim.high is not None, claim
        assert claim.period is None or re.match(r"[0-9]{4}-[QH][1-4]|FY|asof:|LTM@|multi:", claim.period), claim


@TWO
def test_twins_point_at_each_other_across_the_languages(folder: Path) -> None:
    claims = {claim.id: claim for claim in load_gold(folder).claims}
    spoken = [claim for claim in claims.values() if claim.file != "release.txt"]
    for claim in spoken:
        assert claim.twin is not None, claim
        twin = claims[claim.twin]
        assert (twin.twin, twin.language != claim.language) == (claim.id, True)


def test_twins_agree_unless_planted() -> None:
    for folder in CALLS:
        gold = load_gold(folder)
        claims = {claim.id: claim for claim in gold.claims}
        odd = [c for c in gold.claims if c.language == "zh" and c.twin and not same(c, claims[c.twin])]
        planted = {(row.file, place) for row in gold.planted for place in range(row.start, row.end)}
        assert [claim for claim in odd if (claim.file, claim.start) not in planted] == []


def same(one: GoldClaim, other: GoldClaim) -> bool:
    fields = ("metric", "role", "comparator", "direction", "period", "unit", "modality")
    alike = all(getattr(one, field) == getattr(other, field) for field in fields)
    bounds = {"over": "at_least", "under": "at_most"}  # "more than" is written 以上, which takes the end in
    alike = alike and bounds.get(one.modifier or "", one.modifier) == bounds.get(other.modifier or "", other.modifier)
    return alike and all(
        near(a, b, half_step(one) + half_step(other)) for a, b in zip(ends(one), ends(other), strict=True)
    )


def ends(claim: GoldClaim) -> tuple[Decimal | None, Decimal | None]:
    return claim.low, claim.high


def near(one: Decimal | None, other: Decimal | None, slack: Decimal) -> bool:
    return one == other if one is None or other is None else abs(one - other) < slack


@WHOLE
def test_exchanges_hold_their_parts_and_answers(folder: Path) -> None:
    for exchange in load_gold(folder).exchanges:
        assert exchange.parts, exchange.analyst
        assert all(exchange.start <= span.start < span.end <= exchange.end for span in exchange.spans), exchange.analyst
        assert all(bool(part.answers) == (part.status != "not_answered") for part in exchange.parts)
        assert all(bool(part.missing) == (part.status != "answered") for part in exchange.parts)


@ALL
def test_turns_follow_one_another_and_beads_cover_both_sides(folder: Path) -> None:
    gold = load_gold(folder)
    for file in {turn.file for turn in gold.turns}:
        turns = [turn for turn in gold.turns if turn.file == file]
        assert all(a.end < b.start for a, b in pairwise(turns))
        assert [t.section for t in turns] == sorted((t.section for t in turns), key=("prepared", "qa").index)
    sources = [start for bead in gold.beads for start in bead.source]
    targets = [start for bead in gold.beads for start in bead.target]
    assert sources == sorted(set(sources))
    assert targets == sorted(set(targets))


@WHOLE
def test_comments_are_numbered_without_a_gap(folder: Path) -> None:
    comments = load_gold(folder).comments
    assert [comment.number for comment in comments] == list(range(1, len(comments) + 1))
    assert [comment.page for comment in comments] == sorted(comment.page or 0 for comment in comments)


@FAULTY
def test_each_family_has_its_planted_error(folder: Path) -> None:
    planted = load_gold(folder).planted
    errors = {row.id: row.family for row in planted if row.severity == "error"}
    assert Counter(errors.values()) == {"T": 1, "R": 1, "A": 1, "G": 1}
    assert {row.severity for row in planted if row.family == "L"} == {"note"}
    assert all(row.right != row.quote and row.note for row in planted)


@ALL
def test_a_clean_call_has_nothing_planted(folder: Path) -> None:
    call = load_call(folder)
    assert bool(load_gold(folder).planted) != call.clean


@ALL
def test_growth_follows_from_level_and_base(folder: Path) -> None:
    """Every percentage change whose level and base are stated in the same file, planted and organic ones apart."""
    gold, call = load_gold(folder), load_call(folder)
    texts = {path.name: path.read_text(encoding="utf-8") for path in call.documents}
    planted = {(row.file, place) for row in gold.planted for place in range(row.start, row.end)}
    sound = [claim for claim in gold.claims if (claim.file, claim.start) not in planted]
    seen = 0
    for change in (
        c for c in sound if c.role == "change" and c.unit == "percent" and c.modality == "reported" and not c.modifier
    ):
        units = {claim.unit for claim in sound} - RELATIVE
        sides = [
            [partner(sound, change, period, u) for period in (change.period, change.compared_period)] for u in units
        ]
        found = [(level, base) for level, base in sides if level is not None and base is not None]
        # in one currency at least: a rate is of one, and the other is a conversion
        right = any(holds(change, level, base) for level, base in found)
        assert right or not found or underlying(change, texts[change.file]), (change.quote, found)
        seen += right
    assert seen >= 10


def underlying(claim: GoldClaim, text: str) -> bool:
    """A change that leaves out currencies or acquisitions ("+5.1% organically") does not follow from the figures printed."""
    around = text[max(0, claim.start - 60) : claim.end + 30]
    return claim.role == "change" and bool(
        re.search("organic|currenc|like-for-like|可比口径|固定汇率|汇率因素", around, re.IGNORECASE)
    )


def partner(claims: list[GoldClaim], change: GoldClaim, period: str | None, unit: str) -> GoldClaim | None:
    """The finest print of the quantity in that period, in that unit."""
    found = [
        claim
        for claim in claims
        if (claim.file, claim.language, claim.metric, claim.segment, claim.basis, claim.period, claim.unit)
        == (change.file, change.language, change.metric, change.segment, change.basis, period, unit)
        and claim.role in ("level", "base")
    ]
    return min(found, key=half_step, default=None)


def holds(change: GoldClaim, level: GoldClaim, base: GoldClaim) -> bool:
    assert level.low is not None
    assert base.low is not None
    assert change.low is not None
    loss = level.low < 0 and base.low < 0  # a loss that falls by a fifth is a rise of net income
    sign = -1 if (change.direction == "down") != loss else 1
    now, then = abs(level.low), abs(base.low)
    low = ((now - half_step(level)) / (then + half_step(base)) - 1) * 100 * sign
    high = ((now + half_step(level)) / (then - half_step(base)) - 1) * 100 * sign
    slack = half_step(change)
    return min(low, high) <= change.low + slack and max(low, high) >= change.low - slack


@FAULTY
def test_the_planted_growth_does_not_follow(folder: Path) -> None:
    gold = load_gold(folder)
    places = {(row.file, row.start) for row in gold.planted if row.error_class == "growth"}
    wrong = [claim for claim in gold.claims if (claim.file, claim.start) in places]
    assert len(wrong) == 2  # one a language
    for change in wrong:
        level = partner(list(gold.claims), change, change.period, "TWD")
        base = partner(list(gold.claims), change, change.compared_period, "TWD")
        assert level is not None
        assert base is not None
        assert not holds(change, level, base)


@WHOLE
def test_dollars_follow_from_the_stated_rate(folder: Path) -> None:
    """In the release every "X (US$ Y)" is X at the stated rate, within what both prints promise."""
    claims = [claim for claim in load_gold(folder).claims if claim.file == "release.txt"]
    rate = next(claim.low for claim in claims if claim.metric == "fx_rate")
    pairs = [(a, b) for a, b in pairwise(claims) if b.unit == "USD" and b.metric == a.metric != "fx_rate"]
    assert len(pairs) >= 15
    for local, dollars in pairs:
        assert local.low is not None
        assert dollars.low is not None
        assert rate is not None
        assert local.segment == dollars.segment
        slack = half_step(dollars) + half_step(local) / rate
        assert abs(local.low / rate - dollars.low) <= slack, (local.quote, dollars.quote)


def lines_of_table(call: CallFiles) -> dict[str, list[Decimal]]:
    """The rows of the release's closing table: label -> values, brackets as minus."""
    assert call.release is not None
    rows = {}
    for line in call.release.read_text(encoding="utf-8").splitlines():
        match = re.fullmatch(r"\s*(\S.*?\S)((?:\s{2,}\(?[0-9][0-9,.]*\)?){2,})\s*", line)
        if match:
            rows[match[1]] = [number(cell) for cell in match[2].split()]
    return rows


def number(cell: str) -> Decimal:
    value = Decimal(cell.strip("()").replace(",", ""))
    return -value if cell.startswith("(") else value


@WHOLE
def test_the_statement_adds_up(folder: Path) -> None:
    """Revenue less cost is gross profit, plus operating expenses is operating income, in every column."""
    rows = lines_of_table(load_call(folder))
    pick = {
        name: next(v for k, v in rows.items() if re.search(name, k, re.IGNORECASE))
        for name in ("gross profit", "cost of")
    }
    pick |= {name: rows[name] for name in ("Total revenue", "Total operating expenses")}
    operating = rows.get("Operating income") or rows["Operating loss"]
    for column in range(len(pick["gross profit"])):
        total, cost = pick["Total revenue"][column], pick["cost of"][column]
        gross, expenses = pick["gross profit"][column], pick["Total operating expenses"][column]
        assert abs(total + cost - gross) <= 1
        assert abs(gross + expenses - operating[column]) <= 1
