"""Where English tells of something by its own name: a brand, a product, a plant."""

from __future__ import annotations

from ..hints import Hinted

_WORD = r"[A-Z][a-z][A-Za-z0-9\-]*"
NAME = rf"{_WORD}(?: {_WORD}){{0,2}}"
_DOES = (
    r"(?:is|was|are|were|has|had|lost|loses|made|makes|ran|runs|added|adds|needs|went|goes|turned|stands|stood|took|takes|sold|sells|opened"
    r"|closed|reached|crossed|passed|doubled|tripled|grew|grows|rose|fell|declined|improved|delivered|generated|generates"
    r"|contributed|contributes|brought|brings|posted|recorded|accounted|accounts|represented|represents|remains|remained|continues|continued|now|also|still)"
)
# "Foreman has gone from", "and Bean Works was": who does something, at the head of a clause.
DOES = Hinted(rf"(?:^|[.;:!?,] |\b(?:and|while|but|that|where|because|whereas) )(?:[Oo]ur |[Tt]he )?({NAME}) {_DOES}\b")
# "83 Bean Works shops", "Foreman ARR", "Bean Works' revenue": what is counted or measured of it.
COUNTED = Hinted(rf"\b[0-9][0-9,.]* ({NAME}) (?:[a-z]+ )?[a-z]+s\b")
MEASURED = Hinted(
    rf"\b({NAME})(?:'s|')? (?:revenues?|sales|ARR|customers|users|shops|stores|restaurants|sites|plants?|orders|deliveries|volumes?|margins?"
    r"|subscribers|members|units|bookings|occupancy|utili[sz]ation|production|output|capacity)\b"
)
# "Foreman, our AI planner": told what it is.
EXPLAINED = Hinted(rf"\b({NAME}), our (?:[\w\-]+ ){{1,5}}?[a-z]+,")
ANYWHERE = Hinted(rf"\b{NAME}\b")
# "Doe Research expects": a house that is quoted, not a part of the business.
QUOTED = Hinted(
    rf"\b({NAME}) (?:expects?|estimates?|puts|forecasts?|sees|predicts?|values|counts|reckons|says|said|reports?|believes?|thinks|asked|asks|wrote|will ask)\b"
)
NO_NAMES = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday "
    "sunday chinese american european japanese korean german french british italian spanish indian asian african russian canadian australian "
    "brazilian mexican dutch swiss swedish danish norwegian finnish taiwanese western eastern northern southern christmas easter thanksgiving "
    "ramadan lunar new year spring festival golden week covid board company group chairman president chief executive officer financial "
    "director vice mr ms mrs dr professor management committee government congress senate parliament ministry department court quarter "
    "revenue revenues sales net gross operating adjusted cash total full ladies gentlemen good thanks thank hello hi yes no okay and but so "
    "now then first second third fourth last next this that these those our we our the it they he she you i in on at for from to of as if when "
    "while with there here what why how which who where let please again also however finally overall moreover today tomorrow yesterday "
    "internet wall street silicon valley nasdaq nyse euronext exchange securities act private form regulation".split()
)
