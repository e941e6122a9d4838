"""What a language knows of claims: metric names, and the cues of role, direction, comparison and modality.

All patterns are matched, case ignored, on text folded by `text.fold` (and simplified for Chinese); equal length is kept.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class ClaimRules:
    """`*_before` patterns end directly before an amount, `*_after` begin directly after it."""

    code: str
    metrics: Mapping[str, tuple[str, ...]]  # canonical name -> phrases
    loss: str  # a phrase that names a metric as a loss
    non_gaap: str
    up: str
    down: str
    change_before: str
    change_after: str
    to_level: str  # "increased ... to", 增加至
    base_before: str
    base_after: str
    share_before: str
    share_after: str
    more: str  # after a change: "more than", "above"
    less: str
    than: str  # all there is between a change and its base: "above the"
    driver: str  # opens the part of a sentence that explains
    driver_before: str  # "an increase in X of": group `what`
    including: str  # opens a breakdown of the amount before it
    guided: str
    guidance_before: str  # a noun for guidance that the amount itself is: "guidance of", "the 4 to 5 billion guidance"
    guidance_after: str
    third_party: str  # group `who`
    same_source: str  # how a sentence begins that goes on telling what a third party says
    hypothetical: str
    yoy: str
    qoq: str
    vs_plan: str
    all_adjusted: str  # says that the figures that follow are non-GAAP unless said otherwise
    by_default: str  # says that changes are measured from the year before unless said otherwise
    cagr: str
    respectively: str
    segment_nouns: str
    compares: str  # ends before a period that something is compared with
    fillers: str  # words allowed between an amount and the metric that follows it
    times: str = r"(?!)"  # after a count that is a multiple: "ten times the"
    opens_drivers: str = r"(?!)"  # "Of the increase of A, ..." opens a list of what made the change
    part_of_change: str = r"(?!)"  # after a part of a change: "of the increase"
    programme: str = r"(?!)"  # after the whole that is drawn upon: "programme"
    count_change: str = r"(?!)"  # before a difference of counts: 比一年前多
    plain_whole: str = r"(?!)"  # a whole that no metric names: "11% of the total", 占总数
    another: str = r"(?!)"  # before a count that adds to the one there is: "opened another"
    rest: str = r"(?!)"  # before what is left of a whole: "the remaining"
    part_before: str = r"(?!)"  # before a part of a change: 占增加额的; groups `what`, `way`
    arrives: str = r"(?!)"  # before the level a change ends at, whatever it starts from: 降至
    turning: str = r"(?!)"  # ends before the segment that what follows is about
    continues: str = r"(?!)"  # how a sentence begins that goes on about the last one's metric
    brought: str = r"(?!)"  # before what a part of the business contributes: "brought in"
    grew: str = r"(?!)"  # before a rate of growth that names nothing that grew
    pays: str = r"(?!)"  # a verb of paying, raising or building: its money is no revenue
    totalled: str = r"(?!)"  # before the sum of what was listed: 合计
    aimed: str = r"(?!)"  # beside money that is aimed at: "our target"
    bare_subject: str = (
        r"(?!)"  # how a sentence (in Chinese a clause) begins whose figure has no noun of its own: "That leaves"
    )
    own_noun: str = r"(?!)"  # ends before an amount that has a noun of its own: "a gain of"
    grower: str = r"(?!)"  # before a rate of growth, the noun that grew as group 1: "provision growth of"
    growth_in: str = r"(?!)"  # the same behind the word: "growth in travel spend of"
    plain_growth: str = r"(?!)"  # words before "growth" that name nothing that grows
    a_year: str = r"(?!)"  # behind a rate: it is that of every year of several
    compounds: str = r"(?!)"  # before such a rate: something grows by it
    points_back: str = r"(?!)"  # a pronoun for the part of the business that the sentence before names
    authorised: str = r"(?!)"  # before money: it may be spent in all
    by_dimension: str = r"(?!)"  # opens a sentence that goes through the parts of the business
    listed_names: str = r"(?!)(?P<names>)"  # a list of names before a verb and as many amounts
    these_were: str = r"(?!)"  # right before a list of amounts: they are of the metrics of the sentence before
    parts: str = r"(?!)"  # right before a rate: it is that of a part of what was just given
    equals: str = r"(?!)"  # before a rate: it is measured by something else
    points_from: str = r"(?!)"  # behind points: what they come from
    so_far: str = r"(?!)"  # a sum is told from its beginning, not for the period
    defined: str = r"(?!)"  # right before an amount: it tells which things are meant, not how many there were
    stands_for: str = r"(?!)"  # right before a number: it holds at all times
    today: str = r"(?!)"  # before a number: it is told in the present
    guides: str = r"(?!)"  # a sentence speaks of the company's guidance
    flows: str = r"(?!)"  # right before a number of things: they were opened, sold, lost, not there on a day
    averaged: str = r"(?!)"  # before an amount: a balance is an average of the period
    of_market: str = r"(?!)"  # behind a share: it is one of a market
    own_subject: str = r"(?!)(?P<noun>)"  # right before money: the noun that it is said of
    plain_subject: str = r"(?!)"  # such a noun, where it stands for what was spoken of
    noun_of_money: str = r"(?!)(?P<noun>)(?P<kind>)"  # right before money: a noun for money, and what kind it is
    comes_from: str = r"(?!)"  # right before an amount: it is where something comes from, no figure to compare with
    aside: str = r"(?!)()"  # what a sentence explains between its subject and its verb
    guidance_follows: str = r"(?!)"  # announces a list of guidance: "we expect the following"
    has_verb: str = r"(?!)"  # a sentence with it is no item of such a list
    leaves_out: str = r"(?!)"  # what a sentence begins by taking out of its figures, up to the comma
    lost: str = r"(?!)"  # right before money: it is a loss without a noun
    operating: str = r"(?!)"  # behind a result: it is the operating one
    of_them: str = r"(?!)"  # behind a number: it counts some of what was just spoken of
    of_all: str = r"(?!)"  # says of a figure that it is the whole company's: "in total", 合计
    moves_of: str = r"(?!)"  # between a change and the metric behind it: "5% increase in our dividend"
    moved_behind: str = r"(?!)"  # behind a change, what moved as group 1: "decrease in travel costs"
    of_change: str = r"(?!)"  # after a share of a movement: "60% of that growth"
    classifiers: frozenset[str] = frozenset()  # measure words that name nothing by themselves
    stop: str = r"(?!)"  # ends the reach of a subject: sentence-internal contrast


def compiled(pattern: str) -> re.Pattern[str]:
    """A cue as a case-blind pattern."""
    return re.compile(pattern, re.IGNORECASE)
