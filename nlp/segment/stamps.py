"""Days and clocks as chats, captions and minutes print them beside a speaker."""

from __future__ import annotations

_YEAR = "(?:19|20)[0-9]{2}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
# 2023-04-28, 28/04/2023, 4/28/23, 2023年4月28日, April 28, 2023, 28 April 2023
DATE = (
    rf"(?:{_YEAR}[-/.][0-9]{{1,2}}[-/.][0-9]{{1,2}}|[0-9]{{1,2}}[-/.][0-9]{{1,2}}[-/.](?:{_YEAR}|[0-9]{{2}})|"
    rf"{_YEAR}年[0-9]{{1,2}}月[0-9]{{1,2}}日|{_MONTH} [0-9]{{1,2}}(?:, {_YEAR})?|[0-9]{{1,2}} {_MONTH}(?: {_YEAR})?)"
)
DAY = rf"(?:{DATE}|(?i:today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|今天|昨天|星期[一二三四五六日天])"
HOURS = r"(?:[0-9]{1,2}:)?[0-9]{1,3}:[0-9]{2}(?:[.,][0-9]{1,3})?(?: ?[AaPp]\.?[Mm]\b\.?)?"
# A day, a clock, or a clock with its day before it.
STAMP = rf"(?:{DAY}(?:,?[ T]+(?:at )?|[上下]午)?)?(?:上午|下午|晚上|凌晨)?[ ]?{HOURS}"
