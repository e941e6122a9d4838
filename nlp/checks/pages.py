"""The page behind `tieout explain CODE`: what a finding means, an example, how it is decided, what it does not say."""

from __future__ import annotations

from .statements.pages import PAGES as STATEMENT_PAGES
from .translation.pages import PAGES as TRANSLATION_PAGES

_ARITHMETIC = {
    "A01": """A01 growth
Means: a growth rate does not follow from the base and the current figure of the same statement.
Example: "rose 57.0% to RMB120.4 million from RMB81.9 million": 120.4 / 81.9 - 1 = 46.9..47.2%.
Decided: on intervals; a printed 120.4 is 120.35..120.45, and only disjoint intervals contradict. Losses count by size.
Does not say: which of the three numbers is wrong. Repairs are ranked by how many other relations hold after them.""",
    "A02": """A02 compound growth (CAGR)
Means: a compound rate does not follow from start, end and the number of years.
Example: "from US$40 billion in 2019 to US$90 million in 2024 at a CAGR of 17.6%": only a factor of 1,000 comes near.
Decided: ((end / start)^(1/years) - 1) on intervals. A scale repair is offered even when a residual stays, and says so.
Does not say: that the repair is what was meant. A residual can come from another base year or rounding upstream.""",
    "A03": """A03 difference
Means: an absolute change (money, percentage points, basis points) is not the difference of the two figures stated.
Example: "margin rose 250 basis points to 41.2% from 40.1%": 105..115 basis points.
Decided: current less base on intervals.
Does not say: anything where level and base are of different units or signs.""",
    "A04": """A04 growth against a base that follows from other figures
Means: a growth rate without a stated base was compared with a base that other stated figures imply.
Example: revenue 90.0, up 20%, while last year's cost 45.0 and gross profit 30.0 make 75.0: holds.
Decided: as A01, with the derived base's interval (gross profit + cost of revenue, or the base behind earlier guidance).
Does not say: that the base was ever published.""",
    "A05": """A05 margin
Means: a margin is not profit over revenue of the same period, segment and basis.
Example: gross profit 48.2 of revenue 120.4 said as 45.0%: 39.9..40.1%.
Decided: on intervals; revenue may be derived.
Does not say: anything where GAAP and non-GAAP figures mix.""",
    "A06": """A06 gross profit
Means: revenue less cost of revenue is not the gross profit said.
Decided: on intervals, for one period and segment.
Does not say: which of the three is wrong.""",
    "A07": """A07 operating expenses
Means: research, selling and administrative expenses do not add up to the total.
Decided: an error only when the parts exceed the total and one slip in one number mends it; an unlisted item may
make the sum smaller.
Does not say: that a list is complete.""",
    "A08": """A08 segments and total
Means: the segments stated for a total do not add up to it.
Decided: as A07. Lower bounds ("over 100") and "about" widen the intervals.
Does not say: that every segment is listed.""",
    "A09": """A09 share
Means: a share of a total is not part over whole.
Decided: the named segments of the same metric and period over the total, on intervals.""",
    "A10": """A10 conversion
Means: an amount repeated in another currency does not follow from the rate.
Example: "RMB71.2 million (US$12.0 million)" at RMB7.1200 to US$1.00: US$10.0 million.
Decided: with the rate the document states; without one, with the rate that at least two thirds of its pairs share.
Does not say: anything of pairs the document converts at another stated rate.""",
    "A11": """A11 breakdown
Means: listed parts ("including B and C") do not add up to the amount they break down.
Decided: the sum of the parts on intervals.""",
    "A12": """A12 drivers beyond the change
Means: the named reasons of a change add up to more than the change; something that offsets them is not named.
Decided: increases named as drivers against current less base. Always a note.""",
    "A13": """A13 per cent or percentage points
Means: a change of a margin said in per cent was read both ways.
Example: a margin from 50% to 40% "narrowed by 10%": 10 points, or 20% of the base.
Decided: a warning when only points fit, or neither reading does; the margin may be derived from profit and revenue.""",
    "A14": """A14 both ends of a guided range
Means: a range and its growth range must imply one base.
Decided: the base behind the low end and the one behind the high end must overlap.""",
    "A16": """A16 one figure, two values
Means: one document states the same figure twice, and a slip (scale word, decimal point, digits exchanged, one digit of
four, or the currency) turns one into the other; or it is a loss in one place and a profit in the other.
Decided: for money whose metric both places name, of the same segment, period, basis and definition. The value stated
less often is accused.
Does not say: anything of two values that differ in another way; they may be two measures.""",
    "A17": """A17 footing
Means: a total of a table is not the sum of the lines above it.
Example: 4,120 + 3,880 under "Total 8,100", while the column beside it adds up.
Decided: on intervals, each print rounded by itself. Which lines a total holds is learned from the columns in which they
make it; a column in which they do not is wrong. A table of which no column adds up says nothing.
Does not say: whether the total or one of its lines is wrong.""",
    "A18": """A18 cross-footing
Means: a column headed "Total" is not the sum of the columns before it, while it is in at least two thirds of the lines.
Decided: as A17.""",
    "A19": """A19 compared with itself
Means: a figure and the one it is compared with both name the same date or period, and differ.
Example: "recurring revenue of 120.4 million as of June 30, up from 98.3 million as of June 30".
Decided: a warning where one statement names the period of both, outside guidance, other bases and restated figures.
Does not say: which of the two dates is wrong.""",
    "A15": """A15 an analyst's difference
Means: "guidance less revenue is about X" was recomputed from the figures stated.
Decided: guided range less the reported quarter before it, on intervals.""",
}
_RELEASE = {
    "R01": """R01 equal to the release
Means: the same metric, segment, period, basis and definition has the same value in a release.""",
    "R02": """R02 differs from the release
Means: the same fact has another value in a release, beyond what rounding allows.
Decided: only when metric, segment, period, basis and definition agree and both sides name the metric.
Does not say: which side is right; the call is the likelier slip because it is spoken and recognised.""",
    "R03": """R03 figure of another period, segment or basis
Means: as R02, and the number said is the release's figure for another period, segment or basis.""",
    "R04": """R04 near miss
Means: a figure stands nowhere else in the documents, and neither does the figure that the release, or a table of it,
has in the same statement; one slip makes the one of the other.
Example: "rose 12.6% to 94.0 million" in the call, "increased by 12.6% to 90.4 million" in the release.
Decided: the statements share two figures of three digits, or one and what is measured, or nearly all words, and the
slip is one of a scale word, the decimal point, two digits exchanged, one missing or too many, or one of four digits.
Does not say: which of the two is right; a warning where only the words are shared, or one digit differs.""",
    "R05": """R05 another date
Means: call and release state one figure, to the digit, and each names another quarter, year or day for it.
Example: "3,847 employees as of December 31, 2023" in the release, "at the end of 2024" in the call.
Decided: a warning where both name metric and period, the periods are of one kind, and the release has no figure for the
call's period.
Does not say: which of the two dates is wrong.""",
    "R06": """R06 another unit
Means: the release has this number in another currency or unit.""",
    "R10": """R10 not comparable
Means: the release has a figure of this metric, but of another period, segment, basis or definition.
Never a mismatch.""",
}
_GUIDANCE = {
    "G01": "G01 within guidance\nMeans: a reported figure lies within the range given for that period earlier.",
    "G02": "G02 above guidance\nMeans: a reported figure lies above the range given for that period earlier.",
    "G03": "G03 below guidance\nMeans: a reported figure lies below the range given for that period earlier.",
    "G10": """G10 wording against guidance
Means: the words ("beat", "in line", "missed") do not fit figure and range.
Example: "in line with our guidance" for 118 after a guided 120 to 125.
Decided: the wording stands in the figure's own sentence, and the range is known from the documents.""",
}
_LETTERS = {
    "L01": """L01 given
Means: a later release or call gives what a regulator's letter asked for; the passage is shown.
Example: "disclose the number of customers at the end of each period" and, in the release, "1,200 customers, compared
with 1,050 a year earlier". 请公司补充披露各期末客户数量 and 客户数量为1,200家，上年同期为1,050家.
Decided: a company's sentence holds most of the topic's words and what was asked: a figure, two periods, a definition,
reasons, each named thing with an amount, or every named reason of a change with its amount.
Does not say: that the regulator is content, or that the filing was amended.""",
    "L02": """L02 given in part
Means: as L01, and something asked for is missing: a period, a thing to be shown by itself, a reason without a figure.
Example: an expense rose by 6.5 million, "due to staff costs of 4.1 million and an increase in travel costs": 4.1 of 6.5
is explained, one reason has no figure.
Does not say: that a release or call had to give it. Always a note.""",
    "L03": """L03 spoken of, not given
Means: later documents speak of the very topic, and what was asked of it (a figure, a definition, the reasons) was not
recognised there.
Decided: three quarters of the topic's words stand in one sentence of the company.
Does not say: that it is given nowhere else. Always a note.""",
    "L04": """L04 not spoken of
Means: no passage of the documents after the letter was recognised as speaking of what was asked.""",
    "L05": """L05 a matter of the filing
Means: only a filing, an exhibit or an answer to the regulator can give it (a reconciliation to a page, a consent, a
legal point); a release or a call does not show it.""",
    "L06": """L06 for a reader
Means: later documents speak of the topic, and whether they say what was asked cannot be told from the words alone.""",
    "L10": """L10 comment answered
Means: the company's answer to the letter has a response of the comment's number.""",
    "L11": """L11 comment without an answer
Means: the company's answer has responses, and none of the comment's number. A warning.
Does not say: that the matter is open; it may be answered under another number.""",
}
_UNCHECKED = {
    "U00": "U00 unchecked\nMeans: nothing in the documents given restates the figure. It may be right.",
    "U01": "U01 rate without a base\nMeans: a growth rate whose base is neither stated nor follows from other figures.",
    "U02": "U02 share without its part or whole\nMeans: a share that cannot be recomputed from the documents given.",
    "U03": "U03 driver\nMeans: an amount named as a reason of a change; nothing restates it.",
    "U04": "U04 premise\nMeans: a figure in an analyst's question that nothing restates.",
    "U05": "U05 no twin\nMeans: the other language of the call has no such number beside it.",
    "U07": "U07 in doubt\nMeans: the figure takes part in a relation that does not hold; another one is accused.",
    "U06": "U06 open guidance\nMeans: a figure guided for a period that the documents do not report yet.",
}
PAGES: dict[str, str] = {
    **TRANSLATION_PAGES,
    **_RELEASE,
    **_ARITHMETIC,
    **_GUIDANCE,
    **_LETTERS,
    **STATEMENT_PAGES,
    **_UNCHECKED,
}
