"""English names of fiscal periods."""

from __future__ import annotations

from ..period_rules import PeriodRules

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_MONTH = r"(?P<month>" + "|".join(_MONTHS) + r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_US_DATE = rf"{_MONTH}\s+{_DAY}(?:\s*,\s*|\s+)(?P<y>(?:19|20)\d\d)"
_UK_DATE = (
    (rf"{_DAY}\s+{_MONTH},?\s+(?P<y>(?:19|20)\d\d)")
    .replace("<day>", "<day2>")
    .replace("<month>", "<month2>")
    .replace("<y>", "<y2>")
)
_DATE = rf"(?:{_US_DATE}|{_UK_DATE})"
# A day without its year is the last one that is not after the reported period.
_BARE_DATE = rf"(?:{_MONTH}\s+{_DAY}|{_DAY.replace('<day>', '<day2>')}\s+{_MONTH.replace('<month>', '<month2>')})(?![\w%]|[.,]\d|,?\s+(?:19|20)\d\d)"
_ORDINAL = r"(?P<q>first|second|third|fourth|1st|2nd|3rd|4th)"
# Of a year told as two, "Q3 2029/30", the later one counts.
_SPLIT = r"(?:/(?:20)?\d\d(?!\d|[./%]\d|%))?"
_YEAR = rf"(?P<y>(?:19|20)\d\d{_SPLIT}|'\d\d|(?<=fiscal )\d\d(?![\d.,]*\d|%)|(?<=fiscal year )\d\d(?![\d.,]*\d|%)|last year|the (?:prior|previous) year|this year|next year|the year|(?:this|the current|the same) fiscal year)"
_OF_YEAR = rf"(?:,?\s+(?:(?:of|in|for)\s+)?(?:(?:the\s+)?(?:fiscal|calendar)\s+(?:year\s+)?)?(?:fy\s?)?{_YEAR})?"

PERIODS = PeriodRules(
    code="en",
    numbers={
        "first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
        "three": 3, "six": 6, "nine": 9, "twelve": 12, "half": 6, "front": 1, "back": 2, "latter": 2, "two": 2, "four": 4, "five": 5, "seven": 7, "eight": 8, "ten": 10,
    },
    months={name: at for at, name in enumerate(_MONTHS, 1)} | {name[:3]: at for at, name in enumerate(_MONTHS, 1)} | {"sept": 9},
    years={"last year": -1, "the prior year": -1, "the previous year": -1, "next year": 1, "this year": 0, "the year": 0},
    patterns=(
        ("ltm", rf"(?:trailing|last|past|preceding|rolling)[\s-]+(?:12|twelve)[ -]months?(?:\s+period)?(?:\s+end(?:ed|ing)\s+{_DATE})?"),
        ("ltm", rf"(?:12|twelve)[ -]months?(?:\s+period)?\s+end(?:ed|ing)\s+{_DATE}"),
        ("ended", rf"(?P<months>three|six|nine|3|6|9)[ -]months?(?:\s+period)?\s+(?:end(?:ed|ing)|to)\s+{_DATE}"),
        ("ended_bare", rf"(?P<months>three|six|nine|3|6|9)[ -]months?(?:\s+period)?\s+(?:end(?:ed|ing)|to)\s+(?:the\s+end\s+of\s+)?(?:{_BARE_DATE}|{_MONTH.replace('<month>', '<month3>')}\b)"),
        ("ended_bare", rf"(?P<months>half)[ -]year(?:\s+period)?\s+(?:end(?:ed|ing)|to)\s+(?:{_BARE_DATE}|{_MONTH.replace('<month>', '<month3>')}\b)"),
        ("ended", rf"(?P<months>half)[ -]year(?:\s+period)?\s+(?:end(?:ed|ing)|to)\s+{_DATE}"),
        ("ended", rf"(?:{_ORDINAL}\s+)?(?:fiscal\s+)?quarter\s+end(?:ed|ing)\s+{_DATE}"),
        ("year_ended", rf"(?:fiscal\s+)?year\s+end(?:ed|ing)\s+{_DATE}"),
        ("asof", rf"(?:as\s+(?:of|at)|at|on|by|until)\s+{_DATE}"),
        ("asof_day", rf"(?:as\s+(?:of|at)|at|on|by|until|since)\s+{_BARE_DATE}"),
        ("asof_quarter", rf"(?:as\s+of|at|by|until)\s+(?:the\s+)?end\s+of\s+(?:the\s+)?{_ORDINAL}\s+quarter{_OF_YEAR}"),
        ("asof_month", rf"(?:(?:as\s+of|at|by|until)\s+)?(?:the\s+)?end\s+of\s+(?:{_MONTH})(?:,?\s+(?:of\s+)?(?P<y>(?:19|20)\d\d|last year))?"),
        ("asof_year", r"(?:as\s+of|at|by|until|since|from|to)\s+(?:the\s+)?(?:end|close)\s+of\s+(?:fiscal\s+)?(?P<y>(?:19|20)\d\d|last year)|(?:as\s+of|at|by|since|from|to)\s+(?:the\s+)?(?:fiscal\s+)?year[ -]?end(?:\s+(?P<y2>(?:19|20)\d\d))?|(?:as\s+of|at|by|until)\s+(?:the\s+)?end\s+of\s+(?:the|this)\s+(?:fiscal\s+)?year(?P<y3>)"),
        ("asof_now", r"(?:as\s+of|at|by)\s+(?:the\s+)?(?:end\s+of\s+(?:the|this)\s+(?:quarter|period)|quarter[ -]end)"),
        ("ago", r"(?:the\s+)?(?:same|comparable|corresponding)\s+(?:period|quarter)(?:\s+(?:of|in|from|a))?\s+(?:the\s+)?(?:last|prior|previous|preceding|year[ -]ago|a year (?:ago|earlier))(?:\s+(?:fiscal\s+)?year)?"),
        ("ago", r"(?:the\s+)?(?:prior|previous|last)[ -]year(?:'s)?\s+(?:period|quarter|comparable\s+period)"),
        ("quarter", rf"(?P<y>last year|this year|(?:19|20)\d\d)'s\s+(?:fiscal\s+)?{_ORDINAL}[ -](?:fiscal[ -])?quarter"),
        ("quarter", rf"\b(?P<y>(?:19|20)\d\d),?\s+(?:the\s+)?{_ORDINAL}[ -](?:fiscal[ -])?quarter"),
        ("ago", r"(?:(?:the\s+)?same\s+(?:period|quarter)\s+)?(?:a|one)[ -](?:full[ -])?year[ -](?:ago|earlier|before|prior|previously)(?:\s+(?:period|quarter))?|(?:the\s+)?year[ -](?:ago|earlier)\s+(?:period|quarter)|(?:twelve|12)\s+months\s+(?:ago|earlier|before)"),
        ("years_ago", r"(?:(?<=[0-9%)] )|(?<=illion )|(?<=^)|(?<=[.,;] ))(?P<n>two|three|four|five|ten|[2-9]|10)\s+years?\s+(?:ago|back|earlier|before|previously)\b"),
        ("ago", r"\b(?:twelve\s+months|12\s+months|a\s+year|one\s+year)\s+back\b"),
        ("previous", r"(?:a|one)[ -]quarter[ -](?:ago|earlier|before)|three\s+months\s+(?:ago|earlier|before)"),
        ("same_of", r"(?:the\s+)?(?:same|comparable|corresponding)\s+(?:period|quarter|half|months)\s+(?:of|in|for)\s+(?:the\s+)?(?:(?:fiscal|financial)\s+(?:year\s+)?|fy\s?)?(?P<y>20\d\d)"),
        ("ago", r"(?:at\s+)?(?:this|the\s+same)\s+(?:time|point|stage)\s+(?:last\s+year|a\s+year\s+ago)|(?:twelve|12)\s+months\s+(?:ago|earlier|before|previously)"),
        ("year", r"(?<=\bfor )the\s+(?:full\s+)?(?:fiscal\s+)?year(?P<y>)\b(?!\s+(?:ended|ending|ago|earlier|before|to))"),
        ("through_month", rf"(?<=\bthrough )(?:the\s+end\s+of\s+)?{_MONTH}(?:\s+(?P<y>(?:19|20)\d\d))?\b(?!\s+\d)"),
        ("years_through", r"\b(?P<n>two|three|four|five|six|seven|eight|ten|[2-9]|10)[ -]years?(?:\s+period)?\s+(?:through|to|until|ending(?:\s+in)?|ended(?:\s+in)?)\s+(?P<y>20\d\d)"),
        ("ahead_year", r"\b(?:by\s+)?(?:this\s+time|the\s+same\s+time)\s+next\s+year\b"),
        ("month_quarter", rf"{_MONTH}(?:\s+(?P<y>(?:19|20)\d\d))?\s+quarter(?:\s+(?:of\s+)?(?P<y2>(?:19|20)\d\d))?"),
        ("quarter", rf"(?:fy|fiscal)(?:\s+year)?\s?(?P<y>(?:19|20)\d\d|'\d\d),?\s+{_ORDINAL}[ -]quarter"),
        ("quarter", rf"{_ORDINAL}[ -](?:fiscal[ -])?quarter{_OF_YEAR}"),
        ("quarter", r"\b(?:q(?P<q>[1-4])|(?P<q2>[1-4])q)\s+(?:of\s+|in\s+)?(?P<y>last year|the (?:prior|previous) year|this year|next year)\b"),
        ("quarter", r"\bq(?P<q>[1-4])(?:\s*(?:of\s+)?(?:fy|fiscal|cy)?\s?(?P<y>(?:19|20)\d\d" + _SPLIT + r"|'?\d\d(?![\d.,]*\d|%|\s*(?:%|million|billion|percent))))?\b"),
        ("quarter", r"\b(?P<q>[1-4])q(?:\s*(?:of\s+)?(?:fy)?\s?(?P<y>(?:19|20)\d\d" + _SPLIT + r"|'?\d\d(?![\d.,]*\d|%)))?\b"),
        ("elliptic_quarter", rf"(?<=\bthe ){_ORDINAL}(?=,?\s+(?:[a-z]{{2,10}}\s+){{0,2}}[A-Z]{{0,3}}[$€£¥]?[0-9])"),
        ("half", rf"(?P<h>first|second)[ -]half{_OF_YEAR}"),
        ("half", rf"(?P<h>front|back|latter)[ -]half\s+of\s+(?:the\s+)?(?:(?:fiscal|calendar)\s+)?(?:year\s+)?{_YEAR}"),
        ("half", r"\bh(?P<h>[12])\s*(?:of\s+)?(?:fy)?\s?(?P<y>(?:19|20)\d\d" + _SPLIT + r"|'?\d\d)\b|\b(?P<h2>[12])h\s?(?:fy\s?)?(?P<y2>(?:19|20)\d\d|'?\d\d)\b"),
        ("months", rf"(?P<months>first\s+(?:nine|six)\s+months){_OF_YEAR}"),
        ("months", rf"(?P<months>(?:nine|six|three|9|6|3)-months?|(?<!second )half-year)(?:\s+period)?{_OF_YEAR}"),
        ("months", rf"(?:(?<=for )|(?<=in )|(?<=during )|(?<=over ))the\s+(?P<months>(?:nine|six|three)\s+months)(?!\s+(?:ended|ending|to|through|before|after|earlier|ago|prior)){_OF_YEAR}"),
        ("months", r"\b(?P<months>[963]m)\s?(?:fy\s?)?(?P<y>(?:19|20)\d\d" + _SPLIT + r"|'?\d\d(?![\d.,%]))\b"),
        ("ago", r"(?<=\()(?:prior|previous|last)[ -]year(?=\s*[:)])"),
        ("split_year", r"(?:(?:fy|fiscal(?:\s+year)?|financial\s+year)\s?)?(?P<y>20\d\d)\s?[/\u2013-]\s?(?:20)?(?P<q>\d\d)(?![\d.%/]|[\s-]?(?:million|billion|per))"),
        ("year", r"(?:the\s+)?(?P<y>(?:19|20)\d\d)\s+full[ -]year"),
        ("ytd", r"(?:fiscal\s+)?year[ -]to[ -]date|(?:so far|thus far)\s+this\s+(?:fiscal\s+)?year|\bytd\b"),
        ("ltm", r"\bltm\b|\bttm\b|\b(?:last|trailing|past|preceding|rolling)[\s-]+(?:four|4)[\s-]+quarters?\b|\btrailing basis\b"),
        ("current_year", r"\b(?:this|the\s+current)\s+(?:fiscal|financial)\s+year\b"),
        ("year", r"(?:the\s+)?(?:full|whole|fiscal|financial)[ -](?:fiscal[ -])?years?(?:\s+of)?\s+(?P<y>(?:19|20)\d\d|'?\d\d(?![\d.,]*\d|%|\s*(?:%|million|billion|percent|per cent)))|(?:fy|fiscal(?:\s+year)?)\s?'?(?P<y2>(?:19|20)\d\d|\d\d)\b(?!\s*(?:%|million|billion|percent|per cent))"),
        ("year", r"(?:the\s+)?(?:full|whole)[ -]year(?P<y>)"),
        ("next", r"(?:the\s+)?(?:next|coming|following|upcoming)\s+quarter"),
        ("previous", r"(?:the\s+)?(?:last|previous|prior|preceding)\s+quarter"),
        ("current", r"(?:this|the\s+(?:current|reported|reporting))\s+quarter|(?<=during )the\s+quarter|(?<=for )the\s+quarter|(?<=in )the\s+quarter"),
        ("last_year", r"\b(?:last|the\s+(?:prior|previous))\s+year\b(?!')"),
        ("next_year", r"\bnext\s+(?:fiscal\s+|financial\s+)?year\b|\bthe\s+(?:coming|upcoming)\s+(?:fiscal\s+|financial\s+)?year\b|\bthe\s+year\s+ahead\b"),
        ("current_year", r"\bthe\s+year\s+as\s+a\s+whole\b"),
        ("asof_start", r"\bwhen\s+the\s+(?:fiscal\s+|financial\s+)?year\s+(?:began|started|opened)\b|\bat\s+the\s+(?:start|beginning)\s+of\s+(?:the|this|our)\s+(?:fiscal\s+|financial\s+)?year\b"),
        ("plain_year", r"(?<=\bin )(?P<y>(?:19|20)\d\d)\b|(?<=\bfor )(?P<y2>(?:19|20)\d\d)\b|(?<=\bof )(?P<y3>(?:19|20)\d\d)\b|(?<=\bby )(?P<y4>(?:19|20)\d\d)\b|(?<=\bfrom )(?P<y5>(?:19|20)\d\d)\b|(?<=\bto )(?P<y6>(?:19|20)\d\d)\b|(?<=\bwith )(?P<y7>(?:19|20)\d\d)\b|(?:(?<=\bin )|(?<=\bfor )|(?<=\bof ))(?P<y9>'\d\d)\b|(?:(?<=\bour )|(?<=\bits )|(?<=\bthe )|(?<=\btheir )|(?<=^))(?P<y8>(?:19|20)\d\d)(?= (?:[a-z\-]+ ){0,3}(?:guidance|outlook|targets?|forecast|plan|budget|expectations?|revenues?|sales|tax rate|earnings|eps|results|margins?|ebitda|capex|capital expenditures?|cash flow|growth|profit|income)\b)"),
    ),
)  # fmt: skip
