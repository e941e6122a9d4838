"""English questions and answers."""

from __future__ import annotations

import re

from ..question_rules import QuestionRules, Want

_I = re.IGNORECASE
_FIGURE = r"(?:(?:\$|RMB|USD|US\$|€|£)? ?[0-9][0-9,.]*(?: ?(?:%|percent|million|billion|thousand|basis points|bps|points|x\b))?)"
_NUMBERS = (
    r"(?:(?P<n1>first(?:ly)?|number one|no\. 1)|(?P<n2>second(?:ly)?|number two|no\. 2|other|another)|(?P<n3>third(?:ly)?|number three)|"
    r"(?P<n4>fourth(?:ly)?)|(?P<n5>fifth)|(?P<last>last(?:ly)?|final(?:ly)?))"
)
_AGAIN = re.sub(r"\?P<(?:n(\d)|(last))>", lambda m: f"?P<m{m[1] or m[2]}>", _NUMBERS)
_STOP = (
    "the a an and or but of to in on for with from by at as is are was were be been being it its this that these those we you "
    "our your they their i my me us he she there here what how when where why which who whether can could would will shall "
    "should do does did have has had not no yes so just also then than more most some any all about into over under up down "
    "out if because maybe please thank thanks question questions first second third help understand little bit kind sort "
    "think see look know like said mentioned actually really very much many still going get give given got right now okay "
    "well one two three regarding terms sure good great"
)
_NOT_NAMES = "I RMB USD US U.S CEO CFO COO IR Q1 Q2 Q3 Q4 1Q 2Q 3Q 4Q YoY QoQ HK FY H1 H2 GAAP EPS EBITDA CapEx OpEx M&A R&D OK And So But"

ENGLISH_QUESTIONS = QuestionRules(
    code="en",
    ordinal=re.compile(
        rf"^(?:[(\[][^)\]]{{3,30}}[)\]] ?)?(?:(?:and|so|okay|ok|then|well|but|my|the|our|just|a|maybe|i guess|also|for)[, ]+){{0,4}}{_NUMBERS}"
        r"(?:(?: one| question| part| piece| thing| follow-up| topic)+\b|,| of all|:| is| on| -|\b(?= (?:what|how|can|could|would|do|is|are|on|about|i)))",
        _I,
    ),
    refers=re.compile(
        rf"\b(?:(?:for|as for|on|to|regarding|answer|in terms of|about|with regards? to|your|the|moving to|turning to)[, ]+){{1,3}}"
        rf"(?:your |the |that )?{_NUMBERS}(?: (?:one of yours|question|part|piece|point)s?\b)|^(?:and |so |then )?{_AGAIN}(?:,| question)",
        _I,
    ),
    asks=re.compile(
        r"\?|\b(?:(?:could|can|would|will|may|might) (?:you|we|management|i)|wondering|i wonder|curious|(?:like|want|love) to (?:understand|know|"
        r"ask|hear|get|see)|(?:please|to|maybe) (?:break|share|give|elaborate|explain|provide|comment|help|talk|quantify|walk|discuss|"
        r"update|remind)|help us understand|(?:is|are|was|were|do|does|did|have|has|what|how|why|when|which|where|who)\b[^.]{3,200}\?|"
        r"give us (?:some|an|any|more|a)|any (?:color|update|thoughts|sense|comments?|guidance|insight)|(?:how|what) (?:should|do|does|are|is|"
        r"about|will|would|has|have|can) (?:we|you|the|your|it|this|that|i))",
        _I,
    ),
    goes_on=re.compile(r"^(?:or|is (?:it|that|this|there)|was (?:it|that)|are (?:those|they|these)|and is (?:it|that)|meaning|i mean|like|such as|"
                       r"just to clarify|in other words|so is (?:it|that))\b", _I),
    small_talk=re.compile(
        r"^(?:[(\[][^)\]]{3,30}[)\]]\W*)?(?:(?:hi|hello|hey|good (?:morning|afternoon|evening|day)|thanks?|thank you|great|congrat\w*|okay|yes|sure|understood|got it|makes sense|perfect|that's (?:very |really )?helpful|very helpful|i see)\b"
        r"[^.?!]{0,120}|(?:so )?i (?:have|had|got|'ve got|just have) (?:a |an |just )?(?:couple|few|two|three|one|2|3|1|several|quick)[^.?!]{0,60}|"
        r"[^.?!]{0,60}\b(?:translat\w+|in(?:to)? (?:english|chinese|mandarin))\b[^.?!]{0,30}|that(?: is|'s| was) (?:very |quite |really )?(?:clear|fair|helpful|useful|good|great)[^.?!]{0,30}|two questions[^.?!]{0,30}|that would be (?:great|helpful)[^?]{0,40})[.!,]?\Z",
        _I,
    ),
    inside=re.compile(
        r"[,;.] (?=(?:and |then |and then )?(?:second(?:ly)?|third(?:ly)?|my (?:second|third|other|last)|the (?:second|third|last|other)) ?(?:question\b|one\b|,|is\b|part\b|on\b))"
        r"|(?<=\?) (?=and\b)", _I,
    ),
    declines=re.compile(
        r"\b(?:(?:do|will|can|are|would|did)(?: not|n't|n't be)(?: really| able to| be| going to)? (?:disclose|break (?:it |that |this )?(?:out|down)|comment|provide|"
        r"give|share|quantify|guide|get into|speculate|talk about)|not (?:in a position|able|ready|prepared|going) to (?:disclose|comment|share|give|quantify|provide)|"
        r"too early to|no comment|decline to|rather not)\b",
        _I,
    ),
    back_to=re.compile(r"\b(?:these|those|each|all|the) (?:[0-9]+|two|three|four|of (?:them|these))\b|\beach of (?:them|these|those)\b|\bthese\b", _I),
    listing=re.compile(
        r"\b(?:for|of|in|between|among|across|namely|from|at)(?: the| both| each of)? (?P<items>\w[\w&-]*(?: [\w&-]+){0,2}(?:, (?:and )?(?:the |in |for )?\w[\w&-]*(?: [\w&-]+){0,2}){0,5}"
        r",? and (?:also )?(?:the |in |for )?\w[\w&-]*(?: [\w&-]+)?)"
    ),
    joint=re.compile(r",? and (?:also )?(?:the |in |for )?|, (?:the |in |for )?"),
    stop_words=frozenset(_STOP.split()),
    not_names=frozenset(_NOT_NAMES.split()),
    wants=(
        Want(
            name="split",
            asks=re.compile(r"\b(?:split|break(?:ing)? ?(?:it |them )?(?:down|out)|breakdown|mix between|(?:number|amount|revenue|margin|contribution)s? of [^?.]{0,30}\bby (?:product|segment|region)s?|by (?:product|segment|region|business|geograph)\w*)\b", _I),
            gives=re.compile(
                r"(?:\$|RMB|US\$|USD|EUR|€|£) ?[0-9]|[0-9] ?(?:%|percent|million|billion|thousand|points)|"
                rf"\b(?:is|are|was|were|has|have|about|around|roughly)\b[^.;]{{0,40}}?{_FIGURE}", _I
            ),
            each=True,
            least=2,
            unless=re.compile(r"\b(?:increas|grow|grew|up |rose|rise|declin|decreas|year-over-year|yoy|faster|slower)\w*", _I),
        ),
        Want(
            name="growth rate",
            asks=re.compile(r"\bgrowth rates?\b|\bhow (?:fast|much) (?:did|does|do|has|is|are|will|would)[^?]{0,60}\bgrow|\b(?:and|what(?:'s| is| are| was)?) (?:the )?(?:revenue |sales )?growth (?:for|of|in|across|by)\b", _I),
            gives=re.compile(r"[0-9] ?(?:%|percent)|\b(?:doubl|tripl|quadrupl)\w+", _I),
            each=True,
        ),
        Want(
            name="amount",
            asks=re.compile(r"\bhow (?:much|many|large|big)\b|\bwhat (?:is|was|are|were) the (?:size|amount|number|level|value)\b|\bquantify\b", _I),
            gives=re.compile(r"[0-9]|\b(?:half|third|quarter|majority|most|hundred|thousand|million|dozen|small|tiny|immaterial|modest)\w*\b", _I),
        ),
        Want(
            name="time",
            asks=re.compile(r"\bwhen (?:will|do|does|can|is|are|would|should|did)\b|\btim(?:ing|eline|e ?frame)\b|\bhow (?:soon|long)\b", _I),
            gives=re.compile(
                r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december|quarters?|half|years?|months?|weeks?|"
                r"20[0-9]{2}|soon|already|later|end of|by the|next|spring|summer|autumn|fall|winter)\b", _I),
        ),
        Want(
            name="reason",
            asks=re.compile(r"\bwhy\b|\bwhat(?:'s| is| was|)? ?(?:is |are |has |have )?(?:driving|drove|drives?|caus\w+|behind|led to)\b|\breasons?\b", _I),
            gives=re.compile(r"\b(?:because|due|driven|reasons?|result\w*|thanks to|owing|mainly|mostly|primarily|as we|since|attribut\w*|caus\w*|impact\w*|from|it was|helped|came)\b", _I),
        ),
    ),
)  # fmt: skip
