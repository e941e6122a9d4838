"""English words before and after a metric that do, or do not, narrow it."""

from __future__ import annotations

from ..late import late

# What may stand before a metric without narrowing it. Everything else that looks like a noun or adjective narrows.
PLAIN = frozenset(
    """a an the our its their his her this that these those your my and or but of in for to from with by on at as than
    while where when which whose if since total overall net gross consolidated company company's companys group group's
    quarterly annual annually monthly daily full year half first second third fourth quarter quarter's fiscal q1 q2 q3 q4
    1q 2q 3q 4q reported record strong higher lower better solid robust healthy good great current previous prior last
    next same expected estimated adjusted non-gaap gaap core underlying organic reported-currency aggregate combined
    approximately about around nearly over more less up down is are was were be been has have had will would should can
    could may might do did does not also only still now then year-over-year yoy sequential sequentially average basic
    diluted incremental additional actual unaudited audited preliminary resulting such any so although though because if once after before until since even
    expects expect expected sees see saw shows show posts brings brought makes made keeps kept takes took gives gave gets
    got puts put leaves left holds held comes came goes went says said believes believe means reaches hits delivers
    generates records achieves totals includes remains represents contributes drives drove here there it we they you i all both each every no some
    other's meanwhile however further again therefore thereby particularly excluding including versus vs against between
    per positive negative without despite besides excludes excluded excluding includes reflects our's top-line unit units double-digit end every close single-digit implies imply implied assumes assume assumed suggests reflect anticipates anticipate foresee forecast forecasts
    projects targets contemplates incorporates embeds just minor cumulative enough almost only included recognized generated delivered achieved recorded posted
    field long-term short-term enterprise corporate temperature-controlled climate-controlled segment segments segment's divisional attributable global worldwide system-wide systemwide headline like-for-like same-store statutory realized realised case case-volume op noncash non-cash onetime one-time one-off special effective estimated blended""".split()
)
# Nouns in -ing and -ed that do narrow; other words so ended are verbs ("delivering revenue", "increased revenue").
BEFORE_VERBS = frozenset("to we i you they will would can could should may might must not also cannot who".split())
NOUNS_LIKE_VERBS = frozenset(
    """advertising marketing gaming licensing trading lending banking shipping processing packaging mining printing
    streaming hosting consulting outsourcing manufacturing engineering training learning networking computing building
    clothing housing financing leasing catering ticketing broadcasting publishing drilling farming fishing managed branded
    embedded integrated unlimited related""".split()
)
AFTER = late(
    r"\s+(?:from|for|of|in|at|within|outside)\s+(?:(?:our|the|its"
    r"|their)\s+)?((?:[A-Za-z][\w&'\-]*\s+){0,4}?[A-Za-z][\w&'\-]*)"
    r"(?=\s+(?:was|were|is|are|has|have|had|increased|decreased|grew|rose|fell|declined|reached|came|totaled|totalled|"
    r"improved|remained|amounted|represented|accounted|will|would|also|again|generated)\b|\s*[,;:(]|\s*$)"
)
