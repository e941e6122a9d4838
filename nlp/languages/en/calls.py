"""How English calls are laid out and spoken."""

from __future__ import annotations

import re

from ..call_rules import CallRules
from ..hints import Hinted
from ..late import late

_I = re.IGNORECASE
_NAME = r"(?P<name>[A-ZÀ-ÞĀ-ɏ][\w.'-]*+(?:[ -](?:[A-ZÀ-ÞĀ-ɏ][\w.'-]*+|de|da|di|van|von|der|den|la|le|bin|al)){0,4})"
_UNHEARD = r"(?P<unheard>[(\[](?:inaudible|indiscernible|unidentified|ph|phonetic|technical)[^)\]]{0,40}[)\]])"
_FIRM = r"(?P<firm>[A-ZÀ-ÞĀ-ɏ0-9][\w&.,'-]*+(?: (?:&|of|and|the|[A-ZÀ-ÞĀ-ɏ0-9][\w&.,'-]*+)){0,6})"
# Of who says his own name: whole, and the firm without a stop in it.
_OWN_NAME = r"(?P<name>[A-ZÀ-ÞĀ-ɏ][\w'-]++(?: (?:[A-ZÀ-ÞĀ-ɏ]\.|[A-ZÀ-ÞĀ-ɏ][\w'-]++|de|da|di|van|von|der|den|la|le|bin|al)){1,4})"
_OWN_FIRM = r"(?P<firm>[A-ZÀ-ÞĀ-ɏ0-9][\w&'-]*+(?: (?:&|of|and|the|[A-ZÀ-ÞĀ-ɏ0-9][\w&'-]*+)){0,5})"

ENGLISH_CALLS = CallRules(
    code="en",
    operator_labels=late(
        r"(?:(?:the|conference|call|event|telephone|teleconference|phone|webcast|web|audio|meeting|session|main|lead|chorus|host) ){0,3}"
        r"(?:operator|moderator|co-?ordinator|facilitator)(?: [0-9]{1,2})?|(?:(?:conference|event|webcast|meeting)(?: call)? )?host|(?:conference|event|webcast|meeting)(?: call)? (?:assistant|specialist)",
        _I,
    ),
    unknown_labels=late(
        r"(?:un(?:identified|known|named|verified)|male|female|unspecified)(?: (?:company|corporate|conference call|call|"
        r"male|female))?(?: (?:speaker|representative|participant|executive|analyst|officer|person|voice|attendee|man|"
        r"woman|voice))?(?: [0-9]{1,2})?|(?:person|voice|talker) [0-9]{1,2}|(?:company|corporate) (?:speaker|representative)|speaker[ #:_-]*[0-9a-z]{0,2}|spk[_ ]?[0-9]{1,3}|"
        r"participant(?: [0-9]{1,2})?|multiple speakers|speakers?|all|together",
        _I,
    ),
    analyst_labels=late(
        r"(?:un(?:identified|known)|conference call|call)? ?(?:audience member|audience|analysts?|investors?|shareholders?|"
        r"caller|questioner|(?:the |from the )?floor|(?:telephone |phone )?line)(?: [0-9]{1,2})?|q(?:uestion)?(?: ?[0-9]{1,2})?|"
        r"(?:further|next|follow-?up|another|final|last|first|second|third) question|question from the (?:floor|audience|web(?:cast)?)",
        _I,
    ),
    executive_labels=late(
        r"(?:company |corporate |un(?:identified|known) (?:company |corporate )?)?(?:management|executives?|"
        r"company representative|answer|company)|(?:our|the company'?s?) (?:answer|response|reply)|a(?:nswer)?[0-9]{0,2}",
        _I,
    ),
    interpreter_words=late(r"\b(?:interpreter|translator|interpretation|translated)\b", _I),
    analyst_words=late(
        r"\banalysts?\b|\bequity research\b|\bresearch division\b|\bresearch (?:associate|assistant)\b|\bportfolio manager\b|"
        r"\bprivate investor\b",
        _I,
    ),
    executive_words=late(
        r"\b(?:chief|c[bcdefgilmnoprst]o|chro|president|chair(?:man|woman|person)?|founder|co-founder|officer|"
        r"executive|treasurer|secretary|controller|counsel|evp|svp|vp|vice|head|director|board|managing|manager|"
        r"principal|partner|leader|superintendent|general|md|associate)\b",
        _I,
    ),
    relations_words=late(
        r"(?i:\binvestors?(?: and \w++| &(?: \w++)?)? relations?\b|\b(?:shareholder|stockholder) (?:relations|services)\b|"
        r"\binvestor (?:communications|affairs)\b)|\bIRO?\b",
    ),
    never_in_name=frozenset(
        (
            "thank thanks yes yeah no okay ok good great hi hello and so the we our i you it this that these but well sure "
            "right question questions answer answers session section presentation discussion remarks revenue revenues "
            "income growth results quarter fiscal year outlook guidance margin margins cash sales total net gross first "
            "second third fourth next now in on at for with to from of as if please page contact copyright disclaimer "
            "safe harbor conference call transcript transcripts participants contents duration corporate company prepared definitions "
            "what how why when where who is are was can could would highlights summary overview financial operating "
            "balance sheet business update strategy segment segments market markets product products all rights reserved "
            "corrected final version edited event date time source copyright notes note appendix exhibit table "
            "regarding sounds exactly understood perfect absolutely correct congratulations congrats morning afternoon "
            "evening everyone everybody ladies gentlemen technical difficulty instructions pause music end start "
            "earnings release press website webcast inc. corp. ltd. llc plc group holdings limited incorporated "
            "corporation q1 q2 q3 q4 got let maybe just also finally however additionally then here there my your his "
            "january february march april june july august september october november december monday tuesday wednesday "
            "thursday friday"
        ).split()
    ),
    title_words=frozenset(
        (
            "senior junior executive vice president director manager managing officer chief chairman chairwoman chair "
            "deputy assistant associate general group head lead principal partner treasurer controller secretary "
            "counsel founder member board interim acting global regional corporate and of the finance operating ceo cfo coo cto "
            "cio cmo evp svp vp avp ir md co-head co-founder co-chair investor relations communications strategy"
        ).split()
    ),
    company_list=late(
        r"(?:corporate|company|management|executive)s? ?participants?|(?:corporate |company )?executives?|company (?:representatives?|speakers?)|"
        r"(?:call |conference call )?participants?|speakers?|management(?: team)?|presenters?|respondents?|attendees?|hosts?|corporate speakers?|"
        r"(?:also |(?:board )?(?:members|directors) )?present|in attendance|board(?: of directors)?",
        _I,
    ),
    guest_list=late(
        r"(?:conference call|other|external|q&a|analyst) ?(?:participants?|analysts?)|analysts?|"
        r"(?:conference call )?analyst participants?",
        _I,
    ),
    related_heading=late(
        r"related (?:articles?|stories|news|reading|content|links|transcripts?|material)|most (?:read|popular)|(?:read|see) (?:more|next)|"
        r"more (?:from|on) [\w .&'-]{2,40}|recommended(?: for you)?|(?:[0-9]{1,4} )?comments?(?: \([0-9]{1,4}\))?|share this",
        _I,
    ),
    prepared_heading=late(
        r"(?:presentation|management discussion(?: section)?|prepared remarks?|corporate presentation|opening remarks|"
        r"transcript|full (?:conference call )?transcript|call transcript)(?: section)?",
        _I,
    ),
    questions_heading=late(
        r"(?:the |main |key |summary of (?:the )?(?:main )?)?(?:questions?(?: |-)*(?:and|&|/)(?: |-)*answers?|q ?& ?a|q and a|q/a)(?:(?: |-)*(?:session|section|portion|"
        r"period|part))?",
        _I,
    ),
    hand_over=(
        Hinted(
            r"\b(?i:questions?|next|up|lines?|caller|one|call|that|go|will (?:be|come)|turn(?: it)?(?: now)?|now|first|finally|lastly|go)[^.?!\n]{0,60}?"
            r"\b(?:from|to|is|be|with|by|of|have)(?: from)?(?: the)?(?: lines?)?(?: of)?(?: our caller)?[,:]? "
            r"(?:Mr\.|Ms\.|Mrs\.|Dr\.|analyst)? ?(?:" + _NAME + "|" + _UNHEARD + r"),?"
            r"(?: (?:with|from|of|at|for|representing)(?: the)? " + _FIRM + ")?"
        ),
        Hinted(
            r"(?:" + _NAME + "|" + _UNHEARD + r"),?(?: (?:with|from|of|at|representing)(?: the)? " + _FIRM + ")?"
            r"(?:, your line is|, please go ahead|, you may|[.,] Please (?:go ahead|proceed)|, go ahead| has (?:a|our|the) )"
        ),
    ),
    opens_questions=Hinted(
        r"\b(?:first|next|last|final|following|another) (?:question|caller|up)\b|\b(?:open|opening|begin|start|conduct|take|invite|"
        r"move|turn)[^.?!\n]{0,60}\b(?:questions?|q ?& ?a)\b|\bgo (?:over |on |straight )?to (?:the |your |our )?questions\b|\bquestion-and-answer session\b|\bquestion (?:will )?comes? from\b",
        _I,
    ),
    introduced=(
        Hinted(
            _NAME
            + r"[\])]?, (?:our |the |[A-ZÀ-ÞĀ-ɏ][\w.&-]*+(?: [A-ZÀ-ÞĀ-ɏ][\w.&-]*+){0,3}'s? )?(?P<title>(?:[A-ZÀ-ÞĀ-ɏ][\w-]*+|IR|"
            r"our|of|and|&|for|the)(?:,? (?:[A-ZÀ-ÞĀ-ɏ][\w&-]*+|of|and|&|for|the|in|representative)){0,9})"
        ),
        Hinted(
            r"(?:our|the company's|the|'s) (?P<title>[A-ZÀ-ÞĀ-ɏ][\w-]*+(?: (?:[A-ZÀ-ÞĀ-ɏ][\w&-]*+|of|and|&)){0,7})(?:,? (?:Mr\. |Ms\. |Mrs\. |"
            r"Dr\. )|, )" + _NAME
        ),
    ),
    introduces=(
        # "it's Bo Tran from Lakeside Bank"
        Hinted(
            r"\b(?:(?i:this is|i'm|i am|my name is|my name's)|(?P<short>(?i:it's|it is)))(?: (?:Mr|Ms|Mrs|Dr)\.)? "
            + _OWN_NAME
            + "(?:,? (?:here )?(?:with|from|of|at|representing|calling from)(?: the)? "
            + _OWN_FIRM
            + "|(?(short)(?!)|(?=[.,!])))"
        ),
        # "Morning. Bo Tran, Lakeside Securities. On the margin"
        Hinted(
            r"(?:\A|[.,!?] )(?i:(?:hi|hello|yes|yeah|thanks|thank you|good (?:morning|afternoon|evening)),? )?"
            + _OWN_NAME
            + r"(?:,? (?:here )?(?:with|from|at|representing)(?: the)? |, )"
            + _OWN_FIRM
            + r"(?=[.,!;?]|\Z)"
        ),
    ),
    foreign_mark=late(
        r"[(\[{](?:speaking in |spoken in |speaks |speaking )?(?:foreign|chinese|mandarin|japanese|korean|cantonese|"
        r"native|non-english|local)[ -](?:language|speech|spoken)?[^)\]}\n]{0,30}[)\]}]|[(\[](?:foreign|chinese|mandarin)[)\]]",
        _I,
    ),
    interpreted_mark=late(
        r"[(\[{](?:(?:through |via |by )?(?:an )?(?:interpreted|translated|interpreter|translator|interpretation|translation|"
        r"english (?:translation|interpretation)))(?:[^)\]}\n]{0,30})?[)\]}]:?",
        _I,
    ),
    inline_mark=late(
        r"[(\[](?:operator instructions?|technical (?:difficult(?:y|ies)|issues?)|inaudible|indiscernible|indecipherable|"
        r"phonetic|ph|pause|music|laughter|break|speech overlap|overlapping(?: \w++)?|multiple speakers|audio gap|"
        r"audio (?:break|issue)|background noise|no audio|crosstalk|video (?:playing|presentation)|abrupt start|abrupt end|"
        r"sic|foreign language|foreign speech|interpreted|call ends?|end of (?:call|q&a))[^)\]\n]{0,30}[)\]]",
        _I,
    ),
    closing_words=late(
        r"^(?:(?:and |so )?(?:that|this)(?:'s| is| was)? (?:concludes?|ends?|completes?|wraps? up|the end of|all (?:for|from))|"
        r"(?:that|this) (?:is|was) the (?:translation|interpretation)|(?:i|we) (?:just|will|shall) (?:now )?translate)",
        _I,
    ),
    thanks=late(
        r"\b(?:thank(?:s| you)|got it|understood|appreciate|great|perfect|very helpful|that's helpful|okay|ok|"
        r"makes sense|very clear|congrat\w*+|good luck|i'll (?:hop|jump|step|get|go) back|all set|helpful|super|cool|"
        r"sounds good|excellent|terrific|wonderful|fair enough|no problem|sure|yes|yeah|alright|all right|good)\b",
        _I,
    ),
    notice=late(
        r"\b(?:all rights reserved|copyright|©|republication|redistribution|disclaimer|this transcript|transcript is|"
        r"provided for (?:the )?convenience|without (?:the )?prior written|preliminary transcript|edited transcript:|"
        r"in the conference calls upon which|forward-looking statements? contained in (?:this|the) (?:transcript|event)|"
        r"portions of this transcript|were spoken by an interpreter|the information (?:contained )?(?:herein|in event)|"
        r"(?:this|these) (?:materials?|documents?|summary) (?:contains?|may contain|ha(?:s|ve) been)|"
        r"\A\W*(?:start|end) of (?:the )?(?:transcript|document|recording)\W*\Z|portions of (?:this|the) document|reserves the right|registered trademarks?|terms of (?:use|service)|not (?:be )?liable)",
        _I,
    ),
    # A word that speech has too ("our advertisement revenue", "a free trial") tells only where it is the whole line.
    advert=late(
        r"stocks? we like better|motley fool|stock advisor|returns as of|see the (?:10|ten) stocks|more [\w.]++ analysis\Z|"
        r"all earnings call transcripts|click here to|seeking alpha|duration: [0-9]++ minutes|where to invest \$|they think these|"
        r"(?:was|were|wasn't|weren't) (?:recently )?one of them|\A\W*(?:advertisements?|sponsored(?: content| by)?|(?:get|start|your) [\w ]{0,20}free (?:report|trial)|"
        r"free (?:report|trial)|subscribe (?:now|today|to [\w ]{1,40})|sign up (?:now|today|for [\w ]{1,40}))\W*\Z",
        _I,
    ),
    print_hints=(
        "rights reserved",
        "copyright",
        "©",
        "republication",
        "redistribution",
        "disclaimer",
        "transcript",
        "convenience",
        "prior written",
        "conference calls upon",
        "interpreter",
        "herein",
        "in event",
        "in the event",
        "in this event",
        "trademark",
        "terms of use",
        "terms of service",
        "liable",
        "this material",
        "these material",
        "this summary",
        "this document",
        "portions",
        "reserves",
        "stocks",
        "stock we like",
        "stock advisor",
        "fool",
        "returns as of",
        "analysis",
        "click here",
        "seeking alpha",
        "subscribe",
        "sign up",
        "duration:",
        "free report",
        "free trial",
        "advertisement",
        "sponsored",
        "one of them",
        "invest $",
        "they think",
    ),
    turn_over=Hinted(
        r"\b(?:turn|hand|pass|give|send|transfer|introduce|hear from)\b[^.?!\n]{0,70}?\b(?:to|introduce)\b[^.?!\n\[]{0,40}?"
        r"\[?(?P<name>[A-ZÀ-ÞĀ-ɏ][\w'-]+(?: [A-ZÀ-ÞĀ-ɏ][\w.'-]*){0,3})\]?(?P<rest>,[^.?!;\n]{2,90})?"
    ),
    preface=late(
        r"^\W*(?:(?:the )?following (?:is|are)|below (?:is|are)|(?:here|this) is)\b[^.]{0,60}\b(?:transcript|remarks|excerpts?)\b",
        _I,
    ),
    floor=late(r"\b(?:turn|hand|pass|give|introduce|hosts?|remarks?|welcome|joined?)\b", _I),
    question_word=late(r"\bquestions?\b|\bline of\b", _I),
    hosts=Hinted(
        r"\b(?:question (?:comes?|is|will)|next question|first question|no (?:further|more) questions|listen-only|"
        r"(?:earnings|conference|results) call)\b",
        _I,
    ),
    farewell=late(
        r"\A\W*(?:okay|ok|well|and|so)?,? ?(?:that(?:'s| is| was)|this (?:is|was)) (?:it|all|the end|everything)\b|\bbye\b|\b(?:thank(?:s| you)(?: very much| so much)?,? (?:to )?(?:you )?(?:all|everyone|everybody|ladies)|thank you for (?:joining|attending|your (?:time|attention|interest|participation)))\b",
        _I,
    ),
    office_labels=late(
        r"(?:(?:the|mr\.?|madam|group|deputy|executive|non-executive|acting|interim|global) ){0,3}(?:chair(?:man|woman|person)?|president|managing director|"
        r"c[cefoprt]o|chief (?:executive|(?:\w+ ){1,2}officer)|(?:finance|financial) director|(?:head of )?(?:investor relations|ir)|treasurer|"
        r"company secretary|general manager)(?: (?:and|&) (?:ceo|president|chief executive(?: officer)?))?",
        _I,
    ),
    inquires=late(r"\?"),
    nods=late(
        r"(?:\W*\b(?:okay|ok|yes|yeah|yep|right|sure|mm-?hmm+|uh-?huh|mhm|hmm+|i see|correct|exactly|absolutely|got it|got you|understood|"
        r"fair enough|makes sense|of course|true|oh|ah|no|agreed|all right|alright|interesting)\b)+\W*",
        _I,
    ),
    asks_who=late(
        r"\bwho(?:'s| is)(?: (?:this|that|it|speaking|asking|talking|on the line)){1,2}(?:,? please)?\?\W*\Z", _I
    ),
    wonders=late(
        r"\b(?:what|how|when|why|which|(?:can|could|do|did|are|will|would|should|have) (?:you|we)|is (?:it|there|that)|"
        r"questions?|(?:like|want(?:ed)?) to ask)\b",
        _I,
    ),
    pleads=late(
        r"\b(?:thanks?|thank you|appreciate)\b[^.?!]{0,40}\b(?:for (?:taking|squeezing|fitting)|opportunity to ask)\b|"
        r"\b(?:my|our) (?:first )?questions? (?:is|are|was|would be|has to do|on|about)\b|\bcongrat\w* on\b",
        _I,
    ),
    points_at=late(
        r"\b(?:next|gentleman|lady|hands?|row|front|back|microphone|mic|over (?:here|there)|anyone else|"
        r"(?:more|other|further) questions?|go ahead|yes,? (?:sir|madam|please))\b",
        _I,
    ),
    closes=Hinted(
        r"\b(?:conclude\w*|closing|no (?:further|more|other|additional|remaining) questions?|end of|ends (?:the|our|today's)|to a close|was (?:the|our) (?:last|final)|good-?bye|(?:so|that),? (?:we|i)(?:'ll| will)? (?:close|end|stop)(?! [a-z]+ing))\b",
        _I,
    ),
)
