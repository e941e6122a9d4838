"""English cues of role, direction, comparison and modality around an amount."""

from __future__ import annotations

from ..claim_rules import ClaimRules
from .metrics import METRICS

_UP_VERB = (
    r"(?:increas(?:e[sd]?|ing)|gr(?:ew|ow(?:s|n|ing)?)|r(?:ose|ise[sn]?|ising)|climb(?:ed|s|ing)?|jump(?:ed|s|ing)?|"
    r"surg(?:ed|es|ing)|expand(?:ed|s|ing)?|improv(?:ed|es|ing)|gain(?:ed|s|ing)?|advanc(?:ed|es|ing)|soar(?:ed|s)?|"
    r"widen(?:ed|s|ing)?|accelerat(?:ed|es|ing)|rebound(?:ed|s)?|(?<!made )(?<!makes )(?<!make )(?<!making )(?<!set )(?<!sum )(?<!end )(?<!ended )up|higher|doubl(?:ed|ing)|tripl(?:ed|ing)|went up)"
)
_DOWN_VERB = (
    r"(?:decreas(?:e[sd]?|ing)|declin(?:e[sd]?|ing)|f(?:ell|alls?|allen|alling)|drop(?:ped|s|ping)?|shr(?:ank|ink(?:s|ing)?|unk)|"
    r"reduc(?:ed|es|ing)|narrow(?:ed|s|ing)?|contract(?:ed|s|ing)?|slid|slip(?:ped)?|lower(?:ed)?|down|dip(?:ped|s)?|"
    r"soften(?:ed)?|compress(?:ed)?|tumbl(?:ed|es)|plung(?:ed|es)|cut|went down)"
)
_UP_NOUN = r"(?:increases?|growth|rise|gains?|improvement|jump|expansion|uplift|surge|upside|acceleration)"
_DOWN_NOUN = r"(?:decreases?|declines?|drop|reduction|fall|contraction|shortfall|narrowing|compression|decrement)"
_NOUN = rf"(?:{_UP_NOUN}|{_DOWN_NOUN}|change)"
_VERB = rf"(?:{_UP_VERB}|{_DOWN_VERB})"
_ADVERB = r"(?:(?:slightly|significantly|sharply|further|strongly|again|also|actually|only|still|modestly|substantially|steadily|organically|[a-z]+ly)\s+){0,3}"
_SOFT = r"(?:(?:an?|the|about|around|approximately|roughly|nearly|almost|over|more than|less than|at least|up to|some|just|only|another|as much as|a total of|an additional|additional|by)\s+){0,3}"
_YOY = r"(?:year[ -](?:over|on|to)[ -]year|y[ -]?o[ -]?y|y/y|year[ -]ago|from (?:a|one) year (?:ago|earlier)|annually)"
_QOQ = r"(?:quarter[ -](?:over|on|to)[ -]quarter|q[ -]?o[ -]?q|q/q|sequential(?:ly)?|quarterly basis)"
_COMPARE = rf"(?:\s*\(?(?:{_YOY}|{_QOQ})\)?)"

CLAIMS = ClaimRules(
    code="en",
    metrics=METRICS,
    loss=r"\bloss(?:es)?\b|\boutflows?\b|\bused in\b",
    non_gaap=r"\b(?:non[ -]?gaap|adjusted|core|underlying|excluding)\b",
    up=rf"\b(?:{_UP_VERB}|{_UP_NOUN})\b",
    down=rf"\b(?:{_DOWN_VERB}|{_DOWN_NOUN})\b",
    change_before=(
        rf"(?:\b{_VERB}\s+{_ADVERB}(?:{_COMPARE}\s+)?(?:by\s+)?{_ADVERB}{_SOFT}"
        rf"|\b{_NOUN}(?:\s+rates?)?(?:\s+(?:in|for|from)\s+[^,;.]{{2,60}}?)?\s+(?:of|was|is|were|at|reached|by|to be)\s+{_ADVERB}{_SOFT}"
        rf"|[^a-z]\+\s*)$"
    ),
    change_after=(
        rf"^{_COMPARE}?,?\s*(?:[a-z&\-]+\s+){{0,4}}?(?:{_UP_NOUN}|{_DOWN_NOUN}|higher|lower|up|down)\b(?!\s+(?:to|rate))"
        rf"|^{_COMPARE}|^\s*(?:more|less|fewer|greater|above|below|ahead of|better|worse|faster|slower)\b"
    ),
    to_level=r"\b(?:to|at|reach(?:ed|ing)?|of)\s+(?:(?:an?|the|about|around|approximately|over|nearly|almost|a record|record)\s+){0,2}$",
    base_before=(
        r"\b(?:from|compared (?:with|to)|in comparison (?:with|to)|versus|vs\.?|against|relative to|as opposed to|up on|down on|times)\s+"
        r"(?:(?:an?|the|our|just|only|about|around|approximately|nearly|over|its)\s+){0,2}(?:(?:[^\W\d_][\w&'\-]*\s+){1,5}?of\s+)?$"
    ),
    base_after=r"^\s*(?:(?:of\s+)?(?:a|one) year (?:ago|earlier|before)|a year ago|a year earlier|(?:in|for|during) the (?:same|prior[ -]year|year[ -]ago|comparable|corresponding) )",
    share_before=r"\b(?:account(?:ed|ing|s)? for|constitut(?:ed|ing|es)|compris(?:ed|ing|es)|made up|mak(?:es|ing) up|contribut(?:ed|ing|es|e))\s+(?:[a-z]+\s+){0,2}$",
    share_after=r"^\s*(?:of|from)\s+(?:(?:our|the|its|their|total|overall|net|group|company'?s?|consolidated|all)\s+){0,4}(?P<whole>[a-z&\-]+)",
    more=r"^\s*(?:more|greater|above|ahead of|better|faster|higher)\b",
    less=r"^\s*(?:less|fewer|below|worse|slower|lower)\b",
    than=r"\s*(?:(?:more|less|fewer|greater|higher|lower|better|worse)\s+than|above|below|ahead of|over|on|up on|down on)\s+(?:the\s+|a\s+)?",
    guidance_before=r"\b(?:guidance|outlook|guided|forecast|target)(?:\s+range)?(?:\s+(?:of|was|is|at|for|to be|between|range of|calls for))?\s+(?:a\s+|the\s+)?$",
    guidance_after=r"^\s*(?:we\s+(?:guided|had guided)|(?:revenue\s+)?(?:guidance|outlook|forecast|target|guided range))\b",
    driver=(
        r"\b(?:(?:primarily|mainly|largely|partly|partially|mostly|principally|chiefly)\s+)?(?:due to|driven by|attributable to|attributed to|"
        r"as a result of|resulting from|result of|because of|thanks to|caused by|reflecting(?! an? (?:[a-z]+ ){0,2}\d)|on the back of|offset by|led by)\b"
    ),
    driver_before=rf"\b(?:{_NOUN})s?\s+(?:in|of)\s+(?P<what>[^,;.]{{2,70}}?)\s+(?:of|by|totall?ing|amounting to)\s+{_SOFT}$",
    including=r"\b(?:including|consisting of|comprised of|comprising|of which|made up of)\b",
    guided=(
        r"\b(?:expects?|expected|anticipates?|forecasts?|guidance|outlook|guid(?:e[ds]?|ing)|(?:we|company|management) (?:projects?|targets?)|targeting|estimates? (?:that )?(?:our|its|the company)|"
        r"plans? to|will be|will (?:grow|increase|reach|come)|should (?:be|reach|grow)|forecast(?:ed)?|we see|would like to see|aim(?:s|ing)? (?:to|for)|our goal|hope to|want to see)\b"
    ),
    third_party=r"(?P<firm>(?:[A-Z][\w&'\-]*\s+){1,4}(?:Research|Consult(?:ing|ancy)|Insights?|Institute|Association|Advisors|Analytics|Intelligence))(?=\s+(?:puts|estimates|expects|projects|forecasts|sees|predicts|values))|\b(?:according to|based on (?:data|research|a report) (?:from|by)|as reported by|data from|estimated by|research by)\s+(?P<who>(?:the\s+)?[^,;.]{2,80}?)(?=[,;.]|$| reports?\b)",
    hypothetical=r"\b(?:if (?:we|you|i)\b[^.]{0,80}\b(?:would|could|might|then)|suppose|let's say|hypothetically|what if)\b",
    yoy=rf"\b{_YOY}|(?:compared (?:with|to)|from|over|versus) (?:the )?(?:same (?:period|quarter)|(?:first|second|third|fourth) quarter|(?:prior|previous|last)[ -]year|corresponding)[^.;,]{{0,20}}(?:last|prior|previous|year|20\d\d)|year on year|prior[ -]year",
    qoq=rf"\b{_QOQ}|(?:compared (?:with|to)|from|over|versus) (?:the )?(?:previous|prior|last|preceding) quarter",
    vs_plan=r"\b(?:than|versus|against|above|below|of) (?:our |the )?(?:plan|budget|target|guidance|expectations?)\b",
    cagr=r"\b(?:cagr|compound(?:ed)? annual(?:ized)? (?:growth )?rate)\b",
    respectively=r"\brespectively\b",
    segment_nouns=r"(?:business(?:es)?|segments?|solutions?|divisions?|units?|brands?|products?|services?|operations|platforms?|lines?|category|categories|market|region)",
    compares=r"\b(?:compared\s+(?:with|to)|versus|vs\.?|from|than|over|against|relative to)\s+(?:[a-z']+\s+){0,3}?(?:the\s+)?$",
    fillers=r"(?:\s|in|of|our|the|total|net|record|quarterly|annual|worth)*",
    turning=r"\b(?:turning (?:now )?to|moving (?:now )?(?:on )?to|let's turn to|as (?:for|to)|with respect to|within)\s+(?:(?:our|the)\s+)?$",
    continues=r"^\W*(?:and |so |but |yes[,.]? )?(?:this|that|it|which|these|they|representing|compared|on an?|year[ -]over|sequentially|up|down|excluding|adjusting|versus|the (?:same|increase|decrease|growth|decline))\b",
    stop=r"[;:]|\.\s|\b(?:while|whereas|meanwhile)\b",
)  # fmt: skip
