"""What tells documents apart and their parts: headlines, references, letters, footnotes, in both languages."""

from __future__ import annotations

import re

from .late import late

# Kinds, companies and periods.
RESULTS = late(
    r"\b(?:announces?d?|reports?(?:ed)?|releases?d?|delivers?)\b[^.]{0,120}?\b(?:results|earnings|quarter|revenue)\b|\btoday announced\b|"
    r"(?:公布|发布|宣布|公告|披露|刊发|报告)[^。\n]{0,40}(?:业绩|财报|财务业绩|季度|半年|年报|年度报告)",
    re.IGNORECASE,
)
LETTER = late(
    r"\bwe (?:have|'ve) (?:(?:limited our review|conducted a (?:limited )?review)|(?:reviewed|read|examined)[^.]{0,160}?"
    r"\b(?:registration statement|filing|prospectus|form|report|response|amendment|offering))|\b(?:have|with|are) the following comments?\b|"
    r"\bplease respond to (?:this letter|these comments|our comments?)\b",
    re.IGNORECASE,
)
RESPONSE = late(
    r"\b(?:respond(?:s|ing)?|repl(?:y|ies|ying)) to (?:the |each )?(?:of the )?(?:staff's )?comments? (?:of|from|in|contained|issued|received|set|that)\b|"
    r"\bresponses?(?: to)?[^.]{0,60}\b(?:comments?|comment letter) (?:of|from|issued|received|contained)|\bin response to the (?:staff's )?"
    r"comments?\b|\bresponses? (?:of|by|from) .{1,80}? to (?:the |each )?(?:of the )?(?:staff's )?comments?\b|\bset forth below[^.]{0,120}\bcomments?\b",
    re.IGNORECASE,
)
_INQUIRY = r"(?:问询函|关注函|监管(?:工作)?函|审核意见函|反馈意见)"
RESPONSE_ZH = late(rf"(?:关于|对)[^。]{{0,80}}{_INQUIRY}[》」]?(?:之|的)?(?:回复|答复)")
LETTER_ZH = late(
    rf"关于对?[^。]{{2,60}}{_INQUIRY}|(?:我部|我所|本所|我局)[^。]{{0,60}}(?:审查|审核|事后审核|关注到)[^。]{{0,80}}"
    r"|请(?:你|贵)公司(?:就|对|补充|说明|进一步|结合)[^。]{0,80}(?:说明|披露|核实|回复)"
)
CALL = late(
    r"\b(?:earnings|results|conference|investor)(?: conference)? call\b|业绩(?:电话)?(?:会议|说明会|发布会)|财报电话会议",
    re.IGNORECASE,
)
# What a title calls the event.
EVENT = late(
    r"\b(?:earnings|results|conference|analysts?|investors?|quarter(?:ly)?|interim|annual|half[- ]year|full[- ]year|q[1-4]|h[12]|fy ?[0-9]{2,4})"
    r"[\w ,'/-]{0,30}? (?:conference |web)?(?:calls?|webcast|presentation|meeting|briefing|day|transcript)\b|\btranscript\b|"
    r"业绩(?:电话)?(?:会议?|说明会|发布会|交流会)|电话会议?|说明会|路演|(?:会议)?(?:纪要|实录)",
    re.IGNORECASE,
)
ABOUT = late(r"\b(?:call|results|earnings|welcome|announc\w+|report\w*)\b|业绩|财报|会议|报告", re.IGNORECASE)
# Right before a period that is to come.
AHEAD = late(
    r"\b(?:by|until|expected|due|planned|scheduled|starting|beginning)(?: in| for)?(?: the)? ?$|(?:最快|最早|预[计期]|将|计划|(?<![模虚])拟|有望)[^,，。;；]{0,6}$",
    re.IGNORECASE,
)
COMPARED = late(r"\b(?:compar\w+|versus|vs|from|than|over|against|prior|since)\b|相比|同期|较", re.IGNORECASE)
_EXCHANGE = (
    r"\((?:NYSE|NASDAQ|Nasdaq|NasdaqGS|SEHK|HKEX|HKSE|SSE|SZSE|TWSE|TSX|LSE|AMEX|OTC\w*|Euronext|Frankfurt|Xetra|XETRA|FWB|TSE|TYO|JPX|SGX|ASX|BSE|KRX|KOSDAQ|SIX|BME|Borsa Italiana|Nasdaq \w+|TPEX|TAIEX|HKG|SHA|SHE|"
    r"SSE STAR|AIM|ISE|WSE|B3|JSE|TASE)[^)]{0,60}\)"
)
COMPANY: tuple[re.Pattern[str], ...] = (
    late(rf"(?m)^(?:[A-Z ,]{{0,40}}[^\n]{{0,60}} - )?(?P<company>[A-Z][\w&.,' -]{{1,70}}?) {_EXCHANGE}"),
    late(
        r"\b(?:[Qq][1-4]|[1-4]Q|FY|H[12]) ?(?:FY)?(?:20)?[0-9]{2} (?P<company>(?!Earnings|Results|Conference|Call|Financial)[A-Z][^\n]{1,70}?) (?:Earnings|Results|Conference)(?: Conference)?(?: Call)?\b"
    ),
    late(
        r"\b(?:[Ww]elcome to|[Jj]oining|[Ww]elcome everyone to|standing by for|[Ll]isten to|participat\w+ in|by for)(?: (?:the|today's|our))? "
        r"(?P<company>[A-Z][\w&.'-]*(?:,? (?:of|and|&|plc|[A-Z][\w&.'-]*)){0,6}?)(?:'s|s')?,? (?:[Ss]econd|[Ff]irst|[Tt]hird|[Ff]ourth|[Qq][1-4]|[1-4]Q|20[0-9]{2}|[Ff]iscal|"
        r"[Ff]ull|FY|[Hh]alf|[Ii]nterim|[Aa]nnual|[Yy]ear|[Ee]arnings|[Cc]onference|[Rr]esults|[Qq]uarterly)\b"
    ),
    late(
        r"欢迎(?:大家|各位)?(?:参加|来到|出席|收听)(?:今天的|本次)? ?(?P<company>[A-Za-z\u4e00-\u9fff][\w\u4e00-\u9fff& ()-]{1,28}?)(?:公司|集团)?的? ?(?=20[0-9]{2}|二[零〇○]|第[一二三四]季|[一二三四]季)"
    ),
)
NO_COMPANY = late(
    r"(?:the|our|today|this|company|management|group|we|it|second|first|third|fourth|full)", re.IGNORECASE
)
# The name as the first line of all, known by its legal form.
FIRST_LINE = late(
    r"\A\s*(?P<company>[A-Z][\w&.,'() -]{1,70}?(?: |, ?)(?:Inc|Incorporated|Corp|Corporation|Co|Company|Ltd|Limited|LLC|plc|PLC|SE|AG|SA|S\.A|NV|N\.V|AB|ASA|Oyj|SpA|GmbH|KK|"
    r"Holdings?|Group)\.?)\s*(?:\([^)\n]{2,40}\))?\s*\n|\A\s*(?P<zh>[\w\u4e00-\u9fff·()]{2,30}(?:公司|集团))\s*(?:\([^)\n]{2,40}\))?\s*\n"
)
HEADLINE = late(
    r"(?m)^(?P<company>[A-Z][^\n]{1,80}?),? (?:Announces?|Reports?|Announced|Reported|Releases?|Delivers?|to Report)\b"
)
HEADLINE_ZH = late(r"(?m)^(?P<company>[\u4e00-\u9fffA-Za-z·() ]{2,30}?)(?:今日|今天|正式)?(?:公布|发布|宣布)")
REFERENCE = late(
    r"\bRe: *(?P<company>.{2,120}?) *(?:Draft |Pre-Effective |Post-Effective |Amendment |Registration |Form |Annual |Submitted |Filed |"
    r"Offering |Preliminary |Response |Confidential |CIK |File |Schedule |\Z)"
)

# A regulator's letter.
COMMENT_NUMBER = late(r"(?:Comment )?(?:No\. ?)?(?P<number>[0-9]{1,3})[.)](?:\s+(?=\S)|\Z)")
# "Comment No. 1", "COMMENT 2:"; "(1)", "[2]".
COMMENT_HEADED = late(
    r"(?:staff )?comment(?: no\.?| number| #)? ?(?P<number>[0-9]{1,3})(?:[.):]\s|[.:]?\s*\Z)", re.IGNORECASE
)
COMMENT_BRACKETED = late(r"(?:\((?=[0-9]+\))|\[(?=[0-9]+\]))(?P<number>[0-9]{1,3})[)\]](?:\s+(?=\S)|\Z)")
LETTER_CLOSING = late(
    r"(?:You may contact|Please contact|We remind you|In closing|Sincerely|Closing Comments?|We urge all persons|Please direct|"
    r"If you have (?:any )?(?:questions|further questions)|cc:|Very truly yours|Respectfully)\b"
)
# In an answer the comments are numbered as in the letter, or only the responses are.
ANSWERED_NUMBER = late(
    r"\s*(?:(?:the )?(?:staff'?s? )?comments?(?: no\.?| number| #)? ?)?(?P<number>[0-9]{1,3})(?:[.):]|(?=\s*\Z))(?:\s|\Z)|"
    r"\s*(?:the )?(?:company'?s?'? |registrant'?s? |our )?responses? to (?:the )?(?:staff'?s? )?comments?(?: no\.?| number| #)? ?(?P<answered>[0-9]{1,3})\b",
    re.IGNORECASE,
)
RESPONSE_HEAD = late(
    r"\s*(?:(?:the )?(?:company|registrant|management)(?:'s|s')? |our )?responses?(?: to (?:the )?(?:staff'?s? )?comments?(?: no\.?| number| #)? ?[0-9]{0,3})?"
    r"(?:\s*[:.-]|\s*\Z)|\s*(?:in response to the (?:staff'?s? )?comment|the company (?:respectfully )?(?:advises|acknowledges|notes|confirms|submits|informs|has revised|"
    r"will|undertakes)|we (?:respectfully )?(?:advise|acknowledge|note the staff|confirm|submit|inform|have revised|thank))\b",
    re.IGNORECASE,
)
LETTER_ASKS = late(
    r"\b(?:please|revise|disclose|tell us|provide|explain|clarify|quantify|describe|discuss|reconcile|identify|advise|"
    r"consider|expand|amend|confirm|supplementally|address|include|remove|state (?:whether|how|why)|ensure|show us|file|"
    r"balance|substantiate|support|update|separately)\b",
    re.IGNORECASE,
)
LETTER_TELLS = late(
    r"^(?:we note|you (?:also )?(?!should|must|may|could|can|might|are encouraged)[a-z]+|your (?:disclosure|discussion)|this comment|for example|"
    r"refer(?: to)?\b|see\b|in (?:this|the) |it appears|further, we note|we also note)",
    re.IGNORECASE,
)
FILING_PAGE = late(
    r"\bpages? (?P<page>(?:[A-Z]{1,2}-)?[0-9]{1,4}(?:(?:-| and |, | through )(?:[A-Z]{1,2}-)?[0-9]{1,4})*)"
)
SENTENCE_STOP = late(r"[.?!:;。！？；：]['\")\]”’」）]{0,2}\Z")
DEAR = late(r"Dear (?:Mr|Ms|Mrs|Dr|Sir|Madam|Messrs|[A-Z])")

# Written documents.
BULLET = late(
    r"[•●○▪■◦·➢–]\s*\S|[-*]\s+\S|\([a-z0-9ivx]{1,4}\)\s+\S|[（(][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]{1,3}、"
)
NUMBERED = late(r"[0-9]{1,2}[.)、]\s+\S")
STOP = late(r"[.?!。？！;；:：][\"')\]”’」』）]{0,3}\Z")
TABLE_ROW = late(
    r"(?:(?:\$|US\$|RMB)?\(?-?[0-9][0-9,.]*\)?%?(?:\s{2,}|\t|\s*\|\s*)){2,}|(?:\s{3,}|\t|\|).*(?:\s{3,}|\t|\|)\S*[0-9]"
)
PHONE = late(r"(?:(?:\+|tel|phone|fax)[.: ]{0,3})?[0-9(][0-9 ()+-]{6,22}", re.IGNORECASE)
DEFINES = late(
    r"\b(?:refers? to|are non-GAAP|is a non-GAAP|see section|is defined|means|represents|excludes|is calculated|illustrates)\b|是指|指的是|定义为",
    re.IGNORECASE,
)
LEGAL = late(
    r"\b(?:solely responsible for the information|unedited and unaltered|(?:published|disseminated|distributed) this (?:content|information|announcement|release)|this is an excerpt|safe harbor statement|forward-looking statements? within)\b",
    re.IGNORECASE,
)
