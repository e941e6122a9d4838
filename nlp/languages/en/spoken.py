"""English cues of the short forms of speech: changes without a verb beside them, parts of a change, times ago."""

from __future__ import annotations

import re

from ..hints import Hinted


def _cue(pattern: str) -> Hinted:
    return Hinted(pattern, re.IGNORECASE)


_ABOUT = (
    r"(?:(?:about|around|approximately|roughly|nearly|almost|over|under|only|just|maybe|some|another|like|perhaps|probably"
    r"|well|an?|closer to|close to|more like|north of|at|by|in|call it|say|i think|i'd say|something)\s+,?\s*){0,4}"
)
_FACTORS = (
    r"(?:pric(?:e|es|ing)|volumes?|mix|price/mix|volume/mix|currency|currencies|fx|foreign exchange|exchange rates?"
    r"|acquisitions?|disposals?|divest(?:ment|iture)s?|scope|portfolio|perimeter|m&a|translation|structure|calendar)"
)
_TIMES = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|[0-9]{1,2})\s+(?:years?|months?|quarters?|weeks?|decades?)"
# Of a contrast, what the second figure is of: "against 0.8% for the others".
OTHER_PART = _cue(
    r"\s*(?:for|in|at|from|on) (?:the |our |its |all |other )*(?!(?:same|comparable|corresponding|prior|previous|last|year|quarter|first|second"
    r"|third|fourth|half|month|full|q[1-4]|fy|fiscal|january|february|march|april|may|june|july|august|september|october"
    r"|november|december|20[0-9]{2}|a year|period|three|six|nine|twelve|spring|summer|autumn|fall|winter)\b)[a-z]"
)
AGAINST = _cue(rf"\b(?:against|versus|vs\.?|compared (?:with|to))\s+(?:the\s+)?{_ABOUT}$")
# The figure is a rate in itself: its per cent is a level.
RATES = _cue(
    r"\b(?:margins?|rates?|ratios?|shares?|yields?|utili[sz]ation|occupancy|churn|penetration|mix|gearing|leverage|retention"
    r"|attrition|mix|weight|proportion|percentage|return)\b"
)
DID = _cue(rf"\bdid\s+{_ABOUT}$")
SET_OFF = _cue(
    r"(?P<moved>\b(?:up|down|higher|lower|grew|grow|rose|fell|declined?|dropped|shrank|increased|decreased|slipped|dipped|climbed"
    r"|jumped|off|growth|decline|gained|softened|weakened|improved|contracted|slid|expanded))"
    r"(?:\s+(?:as well|too|again|also|even|more|less|further|still|a hair|a bit|a little|a touch|a tick|a tad|slightly"
    r"|modestly|sharply|nicely|a lot|overall|in total|double[ -]digits?|mid[ -]single[ -]digits?))*"
    r"\s*(?:[,:;–—]|--?)\s*"
    r"(?:(?:and\s+)?(?:let me|i think|i believe|i want to say|hang on|hold on|sorry|bear with me|to be honest|give me|i'll|what was it"
    r"|if i|excuse me|one second|just a second|i have it|the (?:exact )?(?:number|figure)|to be (?:exact|precise|fair))"
    rf"[^,;:.%]{{0,48}}[,:–—-]+\s*)*(?:and\s+)?(?:that's\s+|it was\s+|by\s+)?{_ABOUT}$"
)
SOFTLY = _cue(
    r"\b(?:up|down|off|grew|rose|fell|growth|declined?|increased|decreased)\s+(?:[a-z]+\s+){0,2}"
    r"(?:closer to|close to|more like|north of|somewhere (?:around|near|in the)|maybe|probably|call it|what|i think|i'd say|say|something like)[\s,]+"
    rf"{_ABOUT}$|\b(?:growth|decline|decrease|increase)(?:\s+rate)?\s*:?\s+{_ABOUT}$|\ba (?:plus|minus) of\s+{_ABOUT}$"
)
WITH_PART = _cue(
    rf"\s*,?\s*(?:with|led by|including|where)\s+(?:(?!from\b)[\w&'\-]+\s+){{1,5}}(?:at|up|growing|rising)\s+{_ABOUT}"
)
PART_RATE = _cue(rf"(?:,|:|\s+(?:was|were|is|are|came in|ran))\s+(?:at\s+)?{_ABOUT}")
WITHOUT = _cue(
    r"\b(?:excluding|exclude|excludes|without|ex|ex-[a-z]+|tak(?:e|ing) (?:that|those|them|it|[^,;.]{2,40}) out|take out|taking out"
    r"|strip(?:ping)?|leav(?:e|ing) (?:out|aside)|adjust(?:ed|ing) for|back(?:ing)? out|carve|underlying|organic(?:ally)?"
    r"|like[ -]for[ -]like|constant|same[ -]day|normali[sz]ed|blended|net of|set(?:ting)? aside|if you remove)\b"
)
OTHER_BASIS = _cue(
    r"\b(?:organic|underlying|like[ -]for[ -]like|comparable|constant[ -]currency|same[ -](?:day|store)|reported|ex-currency|ex-fx"
    rf"|local[ -]currency)(?:\s+(?:growth|basis|terms))?,?\s+(?:it's|it\s+|that\s+)?(?:was|is|were|would be|would have been)?\s*{_ABOUT}$"
)
BEAT_BEFORE = _cue(rf"\b(?:an?|the)\s+(?:[a-z]+\s+)?(?:beat|miss|shortfall|outperformance)\s+of\s+{_ABOUT}$")
BEAT_AFTER = _cue(r"\s*(?:revenue |earnings |sales |eps )?(?:beat|miss|shortfall|outperformance)\b")
LESSER = _cue(
    r"\b(?:miss|shortfall|short|lost|shed|losses|below|behind|less|fewer|lower|lighter|leaner|cheaper|thinner|narrower|shorter|smaller|weaker"
    r"|slower|softer|poorer|under|takes?|costs?|headwind|drag|minus)\b"
)
EXTRA = _cue(
    r"\s*of (?:extra|incremental|additional|higher|lower) [^,;.]{2,40}?\b(?:year[ -](?:over|on)[ -]year|versus last|compared with|sequentially|on the year)\b"
)
# "$18 million more than we did", "2 million tonnes above last year", "6% heavier than in March"
MORE_THAN = _cue(
    r"\s*(?:(?P<noun>(?!was\b|were\b|is\b|are\b|or\b|and\b)[a-z]+(?: (?!was\b|were\b|is\b|are\b)[a-z]+)?) )?(?:(?:(?!oth|rath|ov|und|furth)[a-z]+er|more|less|worse) than(?! not\b| one\b| half\b)|(?:above|below|ahead of|short of|behind) "
    r"(?=(?:the |our )?(?:last|prior|previous|same|year|plan|budget|target)\b))"
)
LOST = _cue(rf"\b(?:lost|shed)\s+{_ABOUT}$")
NET_ADDS = _cue(
    rf"\bnet (?:adds?|additions?|losses|disconnects?)\b[^,;.]{{0,40}}\b(?:were|was|of|came (?:in at|to)|totall?ed|reached)\s+{_ABOUT}$"
)
NET_NEW = _cue(r"\s*(?:of|in) net[ -]new\b")
OF_THAT = _cue(
    r"\s*(?:of|from) (?:that|it|this|those)(?=\s*(?:[,.;:?]|$)|\s+(?:is|was|were|are|came|comes|being|from|due|and|will|relate[sd]?"
    r"|related|reflect(?:s|ed)?|on|to|has|had|would|going|just|simply|really|actually|alone)\b)"
)
OF_THE = _cue(r"\s*(?:out )?of the (?:(?:total|overall|about|roughly) )?$")
OF_PART = _cue(
    r"\s*of (?:that|it|this|(?:the |our |adjusted |gross |operating )*(?:ebitda|ebit|margins?|profit|growth|income|earnings|eps|revenue))\b"
)
WHICH_COST = _cue(rf"\bwhich (?:has |had |alone |itself )?(?:cost|costs|hurt|added|took out|saved)(?: us)?\s+{_ABOUT}$")
ADDS_TO = _cue(rf"\b(?:add(?:s|ed|ing)?|contribut(?:e|es|ing))\s+{_ABOUT}$")
WORTH = _cue(rf"\b(?:is|are|was|were|be|been|'s) (?:[a-z]+ )?worth\s+{_ABOUT}$")
BRIDGES = _cue(rf"\b(?:adds|takes (?:out|off|away)|take (?:out|off|away))\s+{_ABOUT}$")
NEXT_ITEM = _cue(r"\s*(?:,|;|and|while|but|,\s*and)\s[^,;.]{1,60}")
DRAG_OF = _cue(rf"\b(?:headwinds?|tailwinds?|drag|benefit|impact|effect)\s+of\s+{_ABOUT}$")
CONTRIBUTED = _cue(
    r"\b(?:of which|with)\b[^;.]{0,50}\b(?:contribut(?:ed|ing|es)|add(?:ed|ing|s)|account(?:ed|ing) for|being|came from)\s+"
    rf"{_ABOUT}$"
)
FACTOR = _cue(
    rf"(?:[:,(]|\band)\s*(?:and\s+|with\s+|of which\s+)?{_FACTORS}(?:\s+(?:effects?|impacts?|changes?))?\s*:?\s+(?:of\s+)?$"
)
WAS = _cue(rf"(?:\b(?:was|were|is|are|had been|stood at|ran at|would be|would have been)|'s|'re|'d be)\s+{_ABOUT}$")
TIME_AGO = _cue(
    rf"\s*(?:[a-z]+\s+)?(?:(?:just |only |about )?{_TIMES} (?:ago|back|earlier|before)\b"
    r"|at (?:the|its|their|our) (?:worst|peak|trough|height|low|bottom|low point|high point)\b)"
)
AGO_BEFORE = _cue(
    rf"\b(?:(?:{_TIMES}) (?:ago|back|earlier|before),?\s+(?:it|we|they|that|this|you|the (?:figure|number))"
    r"|last (?:year|quarter|spring|summer|fall|autumn|winter|time),?\s+(?:it|we|they|that|this|you|the (?:figure|number)))"
    rf"\s+(?:was|were|stood|ran)(?:\s+(?:talking(?: about)?|running|doing|looking at))?\s+{_ABOUT}$"
    rf"|\bwhen (?:it|they|that|this) (?:was|were)\s+{_ABOUT}$"
    rf"|\b(?:previously|earlier|originally|initially|before|at first),? (?:we|i|they)(?:'d| had)? (?:said|guided(?: to)?|thought|told you|called for|indicated)\s+{_ABOUT}$"
)
AGO_VERB = _cue(
    rf"\s*(?:used|spent|paid|earned|reported|recorded|generated|lost)\s+(?:(?:{_TIMES} (?:ago|earlier|before))|last year|in the prior)"
)
OF_SALES = _cue(
    r"\s*of (?:(?:our|the|total|net|gross|average|payment|transaction|earning) )*(?:volumes?|revenues?|sales|assets|loans|aum|gmv|tpv|turnover|premiums?|deposits|receivables)\b"
)
OF_MARGIN = _cue(r"\s*of (?:(?:our|the|gross|operating|net|ebitda|segment) )*margins?\b")
# A bare number that is compared or arrived at, and what may stand behind it.
BARE_BEFORE = _cue(
    rf"\b(?:at|to|from|of the|out of the|was|were|is|are|it's|that's|than|versus|vs\.?|against|talking|been|be|or|and|on|say|i don't know|over|under|above|below|north of|south of)"
    rf",?\s+(?:the\s+)?{_ABOUT}$"
)
_BEHIND = (
    r"\s*(?:[,.;:?!)–—]|$|--|and (?!a half|counting)|or\b|of that\b|of it\b|we (?:gained|lost|saw|had|gave|told|guided|said)"
    r"|last (?:year|quarter)|(?:a|one|two|three|four|five) (?:years?|quarters?|months?) (?:ago|earlier|back|before)|the (?:year|quarter) before"
    r"|in (?:the (?:first|second|third|fourth|prior|same|previous|year|quarter)|q[1-4]|20[0-9]{2})|right now|today|now\b|for the (?!next|last|past)|at (?:year|the)|before\b|when\b)"
)
BARE_AFTER = _cue(_BEHIND)
# A bare number in millions that goes on in the currency of the one before it, and what may stand behind it.
SCALED = _cue(r"\b(?:million|billion)\b")
MONEY_BEFORE = _cue(
    rf"\b(?:from|to|against|versus|vs\.?|than|with|after|by|was|were|and|or|of|at|around|above|below|over|under)\s+(?:the\s+)?{_ABOUT}$"
)
MONEY_AFTER = _cue(
    rf"(?:{_BEHIND})"
    r"|\s*(?:of (?:last|the (?:previous|prior|first|second|third|fourth|same)|a) "
    r"|in (?:the|fiscal|h[12]|june|march|september|december)\b"
    r"|at (?:the )?(?:end|start|beginning)|and (?:the|our|its|a|up|down|was|were|an?)\b|up\b|down\b|for (?:the )?(?:year|quarter|half)\b)"
)
# What is paid or lost, whose per cent of sales are a rate.
COSTS = _cue(
    r"\b(?:costs?|expenses?|labor|labour|wages|salaries|compensation|comp|incentives?|losses|charges?|charge-offs|spend(?:ing)?|capex|marketing"
    r"|advertising|opex|sg&a|g&a|r&d|taxes|interest|discounts?|provisions?|claims|rent|freight|fuel|overhead|capital expenditures?|working capital"
    r"|inventory|returns|bad debt|shrink|fulfil?lment|royalties|commissions?|warranty|depreciation|margin|profit|ebitda|cash flow|fees?)\b[^;.]*$"
)
OF_REVENUE = _cue(
    r"\s*of (?:(?:our|the|total|net|gross|average|earned|group|consolidated|company|its|premiums? |written) )*(?:sales|revenues?|turnover|prices?|premiums?|salaries|wages|income|gmv|volume|receipts|payroll|billings|(?:net )?premiums? (?:earned|written))\b"
)
