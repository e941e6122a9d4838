"""Numbers in English."""

from __future__ import annotations

from ..number_rules import NumberRules
from .currencies import CURRENCIES, SUBUNITS

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_MONTHS = (
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
_BEFORE = {
    "about": "about",
    "around": "about",
    "approximately": "about",
    "approx": "about",
    "approx.": "about",
    "roughly": "about",
    "circa": "about",
    "some": "about",
    "in the region of": "about",
    "in the neighborhood of": "about",
    "in the order of": "about",
    "on the order of": "about",
    "~": "about",
    "≈": "about",
    "nearly": "nearly",
    "almost": "nearly",
    "close to": "nearly",
    "approaching": "nearly",
    "near": "nearly",
    "over": "over",
    "more than": "over",
    "greater than": "over",
    "higher than": "over",
    "larger than": "over",
    "bigger than": "over",
    "better than": "over",
    "above": "over",
    "exceeding": "over",
    "exceeded": "over",
    "exceeds": "over",
    "exceed": "over",
    "surpassing": "over",
    "surpassed": "over",
    "in excess of": "over",
    "upwards of": "over",
    "upward of": "over",
    "north of": "over",
    ">": "over",
    "at least": "at_least",
    "no less than": "at_least",
    "no fewer than": "at_least",
    "not less than": "at_least",
    "not fewer than": "at_least",
    "not lower than": "at_least",
    "no lower than": "at_least",
    "not under": "at_least",
    "not below": "at_least",
    "not over": "at_most",
    "not above": "at_most",
    "greater than or equal to": "at_least",
    "more than or equal to": "at_least",
    "equal or greater than": "at_least",
    "equal or more than": "at_least",
    "equal to or greater than": "at_least",
    "equal to or more than": "at_least",
    "larger than or equal to": "at_least",
    "bigger than or equal to": "at_least",
    "higher than or equal to": "at_least",
    "smaller than or equal to": "at_most",
    "lower than or equal to": "at_most",
    "a minimum of": "at_least",
    "minimum of": "at_least",
    "≥": "at_least",
    ">=": "at_least",
    "went past": "over",
    "climbed past": "over",
    "rose past": "over",
    "grew past": "over",
    "moved past": "over",
    "got past": "over",
    "pushed past": "over",
    "surged past": "over",
    "jumped past": "over",
    "soared past": "over",
    "swept past": "over",
    "edged past": "over",
    "crossed": "over",
    "crosses": "over",
    "crossing": "over",
    "crossed the": "over",
    "crossing the": "over",
    "more than crossed": "over",
    "surpass": "over",
    "surpasses": "over",
    "topped": "over",
    "topping": "over",
    "went through": "over",
    "broke through": "over",
    "rose through": "over",
    "less than": "under",
    "fewer than": "under",
    "lower than": "under",
    "smaller than": "under",
    "under": "under",
    "below": "under",
    "south of": "under",
    "sub-": "under",
    "<": "under",
    "up to": "at_most",
    "at most": "at_most",
    "at the most": "at_most",
    "as much as": "at_most",
    "as many as": "at_most",
    "no more than": "at_most",
    "no greater than": "at_most",
    "not more than": "at_most",
    "not greater than": "at_most",
    "no higher than": "at_most",
    "not exceeding": "at_most",
    "not to exceed": "at_most",
    "not exceed": "at_most",
    "less than or equal to": "at_most",
    "fewer than or equal to": "at_most",
    "equal or less than": "at_most",
    "equal to or less than": "at_most",
    "a maximum of": "at_most",
    "maximum of": "at_most",
    "≤": "at_most",
    "<=": "at_most",
}

_AFTER = {
    "+": "at_least",
    "plus": "at_least",
    "-plus": "at_least",
    "or more": "at_least",
    "or above": "at_least",
    "or higher": "at_least",
    "or greater": "at_least",
    "or larger": "at_least",
    "or bigger": "at_least",
    "or smaller": "at_most",
    "or better": "at_least",
    "or over": "at_least",
    "and more": "at_least",
    "and higher": "at_least",
    "and above": "at_least",
    "and over": "at_least",
    "and up": "at_least",
    "or less": "at_most",
    "or fewer": "at_most",
    "or below": "at_most",
    "or lower": "at_most",
    "or under": "at_most",
    "and below": "at_most",
    "or so": "about",
    "-ish": "about",
    "-odd": "about",
}

_CHANGES = (
    "increase increased increases increasing decrease decreased decreases decreasing grow grew grown growing grows rise rose "
    "risen rises rising fall fell fallen falls falling drop dropped drops dropping decline declined declines declining "
    "improve improved improves improving improvement expand expanded expanding expands expansion narrow narrowed narrowing "
    "widen widened widening raise raised raises raising lower lowered lowering cut cuts reduce reduced reducing reduction "
    "jump jumped jumps surge surged surges climb climbed climbs soar soared change changed changes changing shift shifted move "
    "moved moves moving go goes going went gone come came coming up down accelerate accelerated accelerating acceleration "
    "decelerate decelerated slow slowed slowing contract contracted contracting double doubled tripled advance advanced "
    "gain gained add added adding boost boosted revise revised revising upgrade upgraded swing swung slip slipped tick ticked "
    "compress compressed shrink shrank shrunk bring brought bringing take took taking growth"
)

_NAMES = (
    "no nos number numbers note notes item items section sections sec page pages p pp table tables figure figures fig chapter "
    "exhibit rule rules article articles part parts appendix schedule form forms version ver v release releases step phase level type class "
    "series tier slide slides paragraph paragraphs regulation file topic asc asu ifrs ias fas sfas sab room suite floor "
    "building unit tower stage round generation gen model day scope grade comment question lot box channel gate route line "
    "highway interstate flight episode volume vol issue season game quarter q h fy cy fiscal calendar week footnote footnotes "
    "proposal amendment act code id pin passcode extension ext dial press zip reg category group wave horizon pillar priority "
    "point option scenario example bullet annex division zone district area ward apartment apt studio formula web industry"
)

_STOPS = (
    "a an the of in on at to for from by with and or but as is are was were be been being has have had do does did will would "
    "can could may might shall should must not no than that which who whom whose this these those it its we our they their he "
    "she you your i us them there here so if when while where because since until during over under above below between among "
    "into onto through across per versus vs compared about around up down out off again more most less least last next prior "
    "previous year-over-year year-on-year quarter-over-quarter year quarter respectively also now then today yet still just "
    "only even both either each all any some such same other another very too going coming including excluding before after "
    "within without via plus minus equal right okay yes well really basically actually primarily mainly approximately thanks "
    "compared exactly ahead away back long high low good great lower higher larger greater better worse bigger smaller "
    "increased decreased grew rose fell came went sold reached became made got said versus against based driven toward towards "
    "overseas abroad domestically internationally nationwide worldwide globally"
)

EN = NumberRules(
    code="en",
    digits={word: value for value, word in enumerate(_ONES.split())},
    tens={word: 10 * value for value, word in enumerate(_TENS.split(), 2)},
    scales={
        "hundred": 2,
        "thousand": 3,
        "million": 6,
        "billion": 9,
        "trillion": 12,
        "quadrillion": 15,
        "lakh": 5,
        "crore": 7,
        "hundreds": 2,
        "thousands": 3,
        "millions": 6,
        "billions": 9,
        "trillions": 12,
        "lakhs": 5,
        "crores": 7,
    },
    marks={
        "k": 3,
        "m": 6,
        "mm": 6,
        "mn": 6,
        "mln": 6,
        "mio": 6,
        "b": 9,
        "bn": 9,
        "bln": 9,
        "t": 12,
        "tn": 12,
        "trn": 12,
        "g": 9,
        "cr": 7,
    },
    currencies=CURRENCIES,
    subunits=SUBUNITS,
    points=(
        "percentage point",
        "percentage points",
        "percentage-point",
        "percentage-points",
        "percent point",
        "percent points",
        "% point",
        "% points",
        "%-point",
        "%-points",
        "pct pts",
        "pct points",
        "pp",
        "pps",
        "ppt",
        "ppts",
        "p.p.",
        "pts",
    ),
    basis_points=("basis point", "basis points", "basis-point", "basis-points", "bp", "bps", "bips"),
    before=_BEFORE,
    after=_AFTER,
    range_words=("to", "through", "thru", "-to-", "up to"),
    range_openers=("between", "from", "in the range of", "a range of", "ranging from", "anywhere from", "range from"),
    changes=frozenset(_CHANGES.split()),
    months=frozenset(_MONTHS.split()),
    names=frozenset(_NAMES.split()),
    id_cues=frozenset(
        {"code", "id", "passcode", "pin", "password", "conference", "replay", "phone", "dial", "cik", "no."}
    ),
    times=frozenset({"am", "pm", "a.m", "p.m", "a.m.", "p.m.", "o'clock", "hrs", "noon"}),
    periods=frozenset(
        "year years month months quarter quarters week weeks day days decade decades half halves".split()
    ),
    spans_before=frozenset(
        "in for over within during next past last first previous prior preceding trailing coming following every final "
        "latest recent subsequent remaining another this these those through after before rolling early later my our your his her its their until any".split()
    ),
    spans_after=frozenset(
        "ago back ended ending from later earlier before after prior now hence out on period periods since and when where running "
        "time forward down straight consecutive into of or leading worth".split()
    ),
    measures=frozenset(
        "mw gw kw kwh mwh gwh twh mwp gwp kwp mwac mwdc gwac gwdc kv kva mva tb gb mb pb kg km km2 m2 m3 cm ha ml hl mhl t kt mt "
        "ktpa mtpa tpa tpd t/d g/t kg/t koz moz oz sqm sqft boe kboe mboe mmboe boe/d boepd boed kboe/d kboed kboepd mboe/d "
        "mboed bbl bbl/d bpd kbd mbd gbps mbps ghz mhz hp tons tonnes lbs ft mmbtu gj tj pj bcf mcf mmcf tcf bcm mcm dwt teu "
        "km/h".split()
    ),
    stops=frozenset(_STOPS.split()),
    plurals=frozenset(
        "people men women children staff headcount personnel aircraft feet employees offspring series".split()
    ),
    per_share_after=("share", "ads", "adr", "unit", "adss"),
)
