"""English cues of time, direction, gain or loss and comparison in statements about a document."""

from __future__ import annotations

from ..statement_rules import StatementRules
from .claims import CLAIMS

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_MONTH = r"\b(?P<m>" + "|".join(_MONTHS) + r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)"
_YEAR = r"(?:19|20)[0-9]{2}(?![0-9])"
_SHORT = r"'[0-9]{2}(?![0-9%])"
_WORD_YEAR = r"last year|the prior year|the previous year|this year|next year|the year"
_FISCAL = r"(?:(?:of|in|for)\s)?(?:the\s)?(?:(?:fiscal|calendar|financial|full)[ -]?(?:year\s)?|fy\s?)?"
_OF = rf"(?:,?\s{_FISCAL}(?P<y>{_YEAR}|{_SHORT}|{_WORD_YEAR}))?"
_ORDINAL = r"(?P<q>first|second|third|fourth|final|closing|1st|2nd|3rd|4th)"
_SOFT = r"(?:(?:an?|the|our|just|only|about|around|approximately|nearly|over|its|some|roughly|of|a loss of)\s){0,3}"

STATEMENTS = StatementRules(
    code="en",
    numbers={"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "closing": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
             "three": 3, "six": 6, "nine": 9, "twelve": 12},
    months={name[:3]: at for at, name in enumerate(_MONTHS, 1)},
    years={"last year": -1, "the prior year": -1, "the previous year": -1, "next year": 1, "this year": 0, "the year": 0},
    times=(
        ("ago", r"\b(?:the\s)?(?:same|comparable|corresponding)\s(?:fiscal\s)?(?:period|quarter)(?:\s(?:of|in|from|a))?\s(?:the\s)?(?:last|prior|previous|preceding|year[ -]ago|a year (?:ago|earlier))(?:\s(?:fiscal\s)?year)?"),
        ("ago", r"\b(?:prior|previous|last)[ -]year(?:'s)?\s(?:(?:first|second|third|fourth)\s)?(?:period|quarter|comparable(?:\speriod)?|figures?|numbers?|results?|base)\b"),
        ("ago", r"\b(?:a|one)[ -]year[ -](?:ago|earlier|before)|\byear[ -]ago\b|\btwelve months (?:ago|earlier)\b"),
        ("previous", r"\b(?:three|3) months (?:ago|earlier|before|prior)\b|\ba quarter (?:ago|earlier|before)\b"),
        ("full", rf"\b(?:fiscal |financial )?(?:year|twelve months|12 months)[ -](?:ended|ending|to|through)\s(?:(?P<d>[0-9]{{1,2}})\s)?{_MONTH}(?:\s(?P<d2>[0-9]{{1,2}})\b)?(?:,?\s(?P<y>{_YEAR}))?"),
        ("date", rf"(?<![0-9$€£.,])(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}(?:,?\s(?P<y>{_YEAR}))?(?![a-z])"),
        ("date", rf"{_MONTH}\s(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?\b(?:\s?,?\s(?P<y>{_YEAR}))?"),
        ("date", rf"{_MONTH},?\s(?:of\s)?(?P<y>{_YEAR})"),
        ("date", r"\b(?:in|of|for|from|since|by|end of|through|until)\s(?P<m>" + "|".join(m for m in _MONTHS if m != "may") + r")\b(?![ -]quarter)"),
        ("ended", r"\b(?P<m>" + "|".join(_MONTHS) + r")[ -]quarter\b"),
        ("date", r"\bended\s(?P<m>" + "|".join(m for m in _MONTHS if m != "may") + r")\b"),
        ("date", r"\b(?P<m>jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec|january|february|april|june|july|august|september|october|november|december)\b\.?(?=\s[a-z])"),
        ("date", r"\b(?P<m>january|february|april|june|july|august|september|october|november|december)\b(?=[,.;]|\s(?:was|were|is|which|alone|brought|saw)\b)"),
        ("quarter", rf"\b{_ORDINAL}[ -](?:fiscal[ -]|full[ -])?quarter(?:'s)?(?!\s(?:with us|as (?:a|part|an|our|one)|under (?:our|new)|of ownership|since|together))(?<!\bits first quarter)(?<!\b(?:its|our) first full quarter){_OF}"),
        ("quarter", rf"\b(?P<y>{_YEAR})(?:\sfiscal)?(?:'s)?\s(?:{_ORDINAL}[ -]quarter|q(?P<q2>[1-4])\b)"),
        ("quarter", rf"\bq(?P<q>[1-4])(?:[ -]?{_FISCAL}(?P<y>{_YEAR}|'?[0-9]{{2}}(?![0-9%.,])))?(?:e\b|\b)"),
        ("quarter", rf"\b(?P<q>[1-4])q(?:\s?(?P<y>{_YEAR}|'?[0-9]{{2}}(?![0-9%.,])))?\b"),
        ("quarter", r"\b(?:in|for|during)\sthe\s(?P<q>first|second|third|fourth)(?=\s?(?:[,.;]|$|and\b|but\b|(?:(?:about|around|between|from)\s)?[$€£]?[0-9]))"),
        ("half", rf"\b(?P<h>first|second|1st|2nd)[ -]half{_OF}|\bh(?P<h2>[12])\b(?:\s(?P<y2>{_YEAR}))?|\b(?P<h3>[12])h(?P<y3>{_YEAR}|[0-9]{{2}})?\b"),
        ("half", r"\b(?P<h>half)[ -]year(?:ly)?\b"),
        ("nine_months", rf"\b9m(?:[ -]?(?:fy)?'?(?P<y>{_YEAR}|[0-9]{{2}}(?![0-9%.,])))?\b"),
        ("to_date", r"\b(?:year[ -]to[ -]date|ytd)\b"),
        ("months", rf"(?<!\bextra )(?<!\banother )(?<!\badditional )(?<!\bfurther )\b(?:first\s)?(?P<n>three|six|nine|twelve|3|6|9|12)[ -]months?(?:\speriod)?(?:\s(?:ended|ending|to|through)\s(?:(?P<d2>[0-9]{{1,2}})\s)?{_MONTH}(?:\s(?P<d>[0-9]{{1,2}})\b)?(?:,?\s(?P<y>{_YEAR}))?|\sof\s(?:fiscal\s)?(?P<y2>{_YEAR}))?"),
        ("full", rf"\b(?:whole|all|the (?:entirety|remainder)) of (?:fiscal |calendar )?(?P<y>{_YEAR})|\bfor (?P<y2>{_YEAR}) (?:as a whole|overall)"),
        ("full", rf"\b(?:full|whole|entire)[ -](?:fiscal[ -])?year(?:\s(?:of\s)?(?:fiscal\s)?(?P<y>{_YEAR}|{_SHORT}))?(?:e\b)?"),
        ("full", rf"\bfy\s?'?(?P<y>{_YEAR}|[0-9]{{2}}(?![0-9%.,]))?(?:e\b|\b)|\b(?P<y2>{_YEAR})\s(?:full[ -]year|annual)\b"),
        ("full", r"\bfor (?:the )?(?:fiscal )?year(?P<y>)(?!\s(?:ago|earlier))|\bannual guidance|\bfull-year"),
        ("year", rf"\bfiscal\s(?:year\s)?(?P<y>{_YEAR}|'?[0-9]{{2}}(?![0-9%.,]))"),
        ("year", r"\b(?P<y>last year|(?:the )?(?:prior|previous) year|this year|next year)\b"),
        ("current", r"\b(?:this|the current|the reported|the)\squarter(?:'s)?\b|\bqtrly\b|\bquarterly\b(?!\s(?:cash\s)?(?:dividends?|distributions?|payouts?|payments?))"),
        ("previous", r"\b(?:the\s)?(?:last|previous|prior|preceding|linked)\squarter\b|\bthe quarter before\b(?! last)"),
        ("next", r"\b(?:the\s)?(?:next|coming|following|upcoming)\squarter\b"),
        ("years", rf"(?<![\w$.,])(?P<y1>{_YEAR})\s?(?:-|to|through|and)\s?(?P<y2>{_YEAR})(?![,.]?[0-9])"),
        ("year", rf"(?<![\w$.,])(?P<y>{_YEAR})(?![,.]?[0-9]|\s?(?:%|percent|million|billion))e?"),
    ),
    up=rf"{CLAIMS.up}|\b(?:rais(?:e[ds]?|ing)|above|(?:more|better) than (?:a year|one year|last|in |the (?:same|prior|previous|year))|beats?|exceed(?:ed|s|ing)?|upped|boost(?:ed|s|ing)?|lift(?:ed|s|ing)?|add(?:ed|s)(?=\s(?:about\s|around\s|some\s)?[0-9.]+\s?(?:percentage |basis )?(?:points?|bps?\b|%))|ahead of (?:a year|one year|last|the (?:same|prior|previous|year)))\b|(?<=\s)\+(?=[0-9])",
    down=rf"{CLAIMS.down}|\b(?:halved|lost(?=\s(?:about\s|some\s|around\s)?[0-9.]+\s?(?:percentage |basis )?(?:points?|bps?\b|per ?cent|%))|below|miss(?:ed|es)?|cuts?|trim(?:med|s)?|lower(?:ed|s|ing)?|(?:took|taken|takes?) (?:away|off)|subtract(?:ed|s)|shav(?:ed|es)|under(?= (?:the )?(?:prior|previous|last|year))|(?:less|fewer|worse) than (?:a year|one year|last|in|the (?:same|prior|previous|year)))\b",
    gain=r"\b(?:gains?|profits?|net income|income(?!\stax)|earnings?(?!\scall)|earned|earn)\b",
    loss=r"\b(?:loss(?:es)?|lost|los(?:es?|ing)|deficit|negative|minus)\b",
    base_before=(
        rf"\b(?:from|compare[ds]\s(?:with|to)|versus|vs\.?|against|as opposed to|than)\s{_SOFT}$"
        rf"|\b(?:from|against|than)\s(?:an?\s|the\s|its\s)?(?:planned|previous(?:ly)?|prior|earlier|former|old|revised|reported|restated|budgeted|estimated|expected|adjusted|record|loss of|burn of|profit of|gain of|deficit of|outflow of|inflow of)\s(?:[a-z]+\s)?{_SOFT}$"
        rf"|\b(?:increase|decrease|rise|decline|drop|improvement|growth|gain|up|down)(?: of)?\s(?:on|over)\s{_SOFT}$|\b(?:topp(?:ed|ing)|beat(?:s|ing)?|miss(?:ed|es|ing)?|exceed(?:ed|s|ing)?|surpass(?:ed|es|ing)?|(?:ahead|short) of|(?:above|below) the)\s(?:(?:the|an?|analysts?'?|consensus|wall street|street|market|average|mean|median|estimates?|forecasts?|expectations?|views?|of|for|at)\s){{0,5}}$|\b(?:est\.?|(?<!would )(?<!we )(?<!to )estimates?|consensus)(?: of)?\s{_SOFT}$|\b(?:previously|formerly|up from|down from|before that|an earlier)\s{_SOFT}$|\((?:previously|formerly|earlier|before|prior|was|were|from|vs\.?|py|ly)\s?:?\s?{_SOFT}$"
        rf"|\b(?:compare[ds]?\s(?:with|to)|versus|vs\.?)\s(?:[^\W\d_][\w&'\-]*\s){{1,7}}(?:of\s|was\s|were\s)?{_SOFT}$"
        rf"|{CLAIMS.base_before}|\binstead of\s(?:an?\s|the\s)?(?:planned\s)?{_SOFT}$|\b(?:had|having) (?:seen|expected|guided|forecast|planned|targeted)\s(?:for\s|to\s)?{_SOFT}$|\((?:[^()0-9]{{0,6}}[0-9]?[^()0-9]{{0,6}}(?:19|20)[0-9]{{2}}|[a-z ]{{0,24}}(?:quarter|half|year|months|period))\s?:?\s?(?:a loss of\s)?$"
        rf"|^,?\s?after\s{_SOFT}$|\b(?:a year|one year|twelve months) (?:ago|earlier) it (?:was|stood at)\s$"
    ),
    base_after=r"^\s?(?:(?:a|one|the) year (?:ago|earlier|before)|previously\b|before\s?(?:[.;]|$)|(?:in|for|during) the (?:same|prior[ -]year|year[ -]ago|comparable|corresponding))\b",
    compares=r"\b(?:compare[ds]\s(?:with|to)|versus|vs\.?|than|from|over|against|relative to|above|below|since|ahead of|behind|short of|(?:up|down) on|(?:increase|rise|drop|decline|improvement) on)\s(?:(?:in|at|on|that of|(?:the )?end of)\s)?(?:the\s|our\s|its\s)?$|\btimes\s(?:that|those|the\s[a-z]+|what it was)\s(?:of\s|in\s)?(?:the\s)?$",
    restates=r"\b(?:representing|equivalent to|equal to|or)\s",
    moved_by=rf"{CLAIMS.change_before}|\b(?:up|down|(?<!tive )by)\s{_SOFT}$",  # "negative by 12 million" is a level
    moved_after=r"^(?:\s[a-z]+)?\s(?:longer|shorter)\b|^\s(?:higher|lower|more(?!\s(?:if|when|once|in milestones?|upon|subject|depending)\b)|less|fewer|better|worse|above|below|increase|decrease|rise|decline|improvement|reduction)\b",
    growth=r"\bgrow(?:th|ing)\b",
    sequential=r"\bsequential|\bquarter[- ](?:over|on)[- ]quarter|\bqoq\b",
    half_year=r"\bsix months\b",
    stands_at=rf"(?:{CLAIMS.to_level}|\b(?:was|were|is|are|totall?ed|amounted to|numbered|equal(?:led|ed|s)|hit)\s{_SOFT}$)",
    each=r"\brespectively\b",
    share_before=r"\b(?:account(?:ed|s|ing) for|ma[dk]es? up|constitut(?:ed|es|ing)|compris(?:ed|es|ing)|represent(?:ed|s|ing))\s(?:[a-z]+\s){0,2}$",
    share_after=r"^\s?of\s(?:(?:the|its|our|total|net|group|company|overall|all)\s){0,3}[a-z]",
    better=r"\b(?:improv(?:e[ds]?|ing|ements?)|better|strengthen(?:ed|s|ing)?)\b",
    worse=r"\b(?:worsen(?:ed|s|ing)?|deteriorat(?:e[ds]?|ing|ion)|worse|weaken(?:ed|s|ing)?)\b",
    guided=CLAIMS.guided + r"|\b(?:guidance|outlook|sees?|views?|projects|projected|projecting)\b",
    counted=r"\b(?P<number>[0-9]+)(?:st|nd|rd|th)\s(?P<kind>consecutive|straight|anniversary)",
    clause=r"[;:!?\n]|\.\s|,\s(?=(?:and|but|while|compared|versus|which|with|as)\b)|\s-{1,2}\s",
    joins=r"\s?(?:,|\(|per share|per diluted share|\s){0,4}(?:to|and|or|-|through)\s(?:negative,?\s|minus\s|about\s|a loss of\s)?",
    ordinal=r"\bthe\s(?P<number>[0-9]{3,}|[0-9]{1,3}(?:,[0-9]{3})+)(?P<scale>)(?:th|st|nd|rd)\b",
    stop=frozenset(
        "a an the of in on at to for from by with and or as is are was were be been has have had will would it its our "
        "we us they their this that these those which who not no than then there here also into over about up down "
        "report reports reported reporting sees see seen expect expects expected expecting post posts posted qtrly "
        "quarter quarters quarterly year years first second third fourth fiscal full fy million billion thousand trillion "
        "having grown growing rising falling topped topping increase increases increased decrease decreases decreased growth grew rose fell decline declined ago prior last same "
        "zero two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred "
        "per percent usd approximately range between versus compared vs said says so i you can do if but more less most "
        "against previously earlier formerly before guides guided guide guiding look looks looking forecast outlook came come comes coming stood stands about roughly nearly almost some just "
        "around basis point points times put now euro euros pound pounds "
        "yoy qoq vs y q hoh mom pct bps bp pp ppt very well now all any each some such other end ended month months inc corp company ltd plc co".split()
    ),
)  # fmt: skip
