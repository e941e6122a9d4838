"""What speakers say of a figure and the guidance given for it before: above, within or below, in both languages.

Matched on text as printed, case ignored; each pattern looks ahead for the word that names the guidance.
"""

from __future__ import annotations

import re

from .late import late

_NAME = r"(?:guidance|outlook|forecast|guided range"
_NAME_ZH = r"(?=[^，。；]{0,16}(?:指引|預期|预期|財測|财测|預測|预测|展望))"


# "Better than a year ago, and inside our guidance": the word nearest to the name is said of it.
_NEARER = r"\b(?:inside|within|in line with|above|below|ahead of|short of|under|beat|exceed(?:ed|s)?|miss(?:ed)?)\b"


def _pattern(english: str, ends: str, chinese: str) -> re.Pattern[str]:
    body = rf"\b(?:{english})\b(?=(?:(?!{_NEARER})[^.;]){{0,50}}\b{_NAME}{ends})\b)|(?:{chinese}){_NAME_ZH}"
    return re.compile(body, re.IGNORECASE)


ABOVE = _pattern(
    r"beat(?:ing|s)?|exceed(?:ed|ing|s)?|surpass(?:ed|ing)?|outperform(?:ed|ing)?|above|ahead of|better than",
    "|high end",
    "超过|超過|超出|超越|高于|高於|优于|優於|好于|好於",
)
WITHIN = _pattern(
    r"in line with|within|inside|consistent with|met|meeting|at the (?:middle|high end|upper end|low end|lower end) of",
    "",
    "符合|处于|處於|落在|位于|位於|达到|達到|达成|達成",
)
BELOW = _pattern(r"miss(?:ed|ing)?|below|short of|under", "|low end", "低于|低於|未达|未達|逊于|遜於")
MIDDLE = late(r"mid-?point|中点|中點|中值", re.IGNORECASE)
# Inside a range: compared with its middle, above its lower end, below its upper one.
INSIDE = late(
    rf"{MIDDLE.pattern}|\babove the (?:very )?(?:bottom|low(?:er)? end|floor)\b|\bbelow the (?:very )?(?:top|(?:high|upp)(?:er)? end)\b"
    r"|[高超][于於过過][^，。；]{0,10}(?:下限|低端|下端)|低[于於][^，。；]{0,10}(?:上限|高端|上端)",
    re.IGNORECASE,
)
# A sentence that tells what was guided before.
EARLIER = late(
    r"\bguided\b|\b(?:had|we) (?:said|expected|forecast|projected|anticipated|targeted)\b|\bguidance (?:we )?(?:gave|given|provided|issued|set)\b|"
    r"\b(?:our|the) (?:prior|previous|earlier|original|initial|last) (?:guidance|outlook|forecast|range|expectations?)\b|"
    r"此前|先前|原先|原来|上季(?:度)?(?:给出|提供|预计)|(?:曾|已)(?:预计|预期|给出)",
    re.IGNORECASE,
)
