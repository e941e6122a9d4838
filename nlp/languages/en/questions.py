"""English questions and answers."""

from __future__ import annotations

import re

from ..hints import Hinted
from ..late import late
from ..question_rules import QuestionRules, Want

_I = re.IGNORECASE
_FIGURE = r"(?:(?:\$|RMB|USD|US\$|€|£)? ?[0-9][0-9,.]*(?: ?(?:%|percent|million|billion|thousand|basis points|bps|points|x\b))?)"


def _number(prefix: str) -> str:
    """An ordinal with its number as a named group; groups of one pattern must differ, hence the prefix."""
    words = (r"first(?:ly)?|number one|no\. 1", r"second(?:ly)?|number two|no\. 2|other|another|next", r"third(?:ly)?|number three",
             r"fourth(?:ly)?", r"fifth")  # fmt: skip
    groups = "|".join(f"(?P<{prefix}{i}>{word})" for i, word in enumerate(words, 1))
    return rf"(?:{groups}|(?P<{prefix}last>last(?:ly)?|final(?:ly)?))"


_NUMBERS = _number("n").replace("nlast", "last")
_TAKES = (
    r"(?:do|take|answer|address|handle|start with|begin with|tackle|cover|(?:give|walk|take|talk|run) you|(?:talk|speak) (?:to|about)|comment on|"
    r"pick (?:this|that|it) up|add (?:to|some))"
)
_HELLO = (
    r"(?i:yes|yeah|yep|sure|okay|ok|hi|hey|hello|good (?:morning|afternoon|evening|day|question)|morning|great|thanks?|thank you|"
    r"of course|absolutely|certainly|definitely|right|look|well|so|happy to|you're welcome|for (?:the|your|that|those) questions?|(?:a |that's a )?(?:great|"
    r"good|fair) (?:question|point)|very much|so much|all right|alright|and|no problem|got it|perfect)"
)
_IRREGULAR = (
    "grew grow grown grow sold sell spent spend bought buy rose rise risen rise fell fall fallen fall increase grow increased grow increasing grow increases grow decline fall declined fall decrease fall decreased fall dropped fall "
    "won win lost lose paid pay "
    "led lead drew draw drove drive driven drive built build went go gone go came come kept keep held hold taken take took take "
    "gave give given give began begin begun begin hired hire people headcount employees headcount staff headcount"
)
_STOP = (
    "the a an and or but of to in on for with from by at as is are was were be been being it its this that these those we you "
    "our your they their i my me us he she there here what how when where why which who whether can could would will shall "
    "should do does did have has had not no yes so just also then than more most some any all about into over under up down "
    "out if because maybe please thank thanks question questions first second third help understand little bit kind sort "
    "think see look know like said mentioned actually really very much many still going get give given got right now okay "
    "well one two three regarding terms sure good great"
)
_ON = r"^(?:(?:and|so|but|well|yes|look|again|i think|also|of course|obviously)[, ]+){0,3}"
_NOT_NAMES = "I RMB USD US U.S CEO CFO COO IR Q1 Q2 Q3 Q4 1Q 2Q 3Q 4Q YoY QoQ HK FY H1 H2 GAAP EPS EBITDA CapEx OpEx M&A R&D OK And So But"

ENGLISH_QUESTIONS = QuestionRules(
    code="en",
    ordinal=Hinted(
        rf"^(?:[(\[][^)\]]{{3,30}}[)\]] ?)?(?:(?:and|so|okay|ok|then|well|but|my|the|our|just|a|maybe|i guess|also|for)[, ]+){{0,4}}{_NUMBERS}"
        r"(?:(?: one| question| part| piece| thing| follow-up| topic)+\b|,| of all|:| is| on| -|\b(?= (?:what|how|can|could|would|do|is|are|on|about|i)))",
        _I,
    ),
    refers=Hinted(
        rf"\b(?:(?:for|on|to|regarding|answer(?:ing)?|in terms of|about|with regards? to|moving to|turning to|your)[, ]+)(?:(?:your|the|that|then|on|to) ){{0,3}}"
        rf"{_NUMBERS} (?:one(?: of yours)?|question|part|piece|point)s?\b|^(?:and |so |then |now )?(?:(?:the|your) )?{_number('m')}(?:,| question)"
        rf"|\b(?:I'll|I will|let me|I can|I'd|I would)(?: \w+){{0,2}}? {_TAKES} (?:the |your )?{_number('k')}\b(?! time)",
        _I,
    ),
    number_hints=("first", "second", "third", "fourth", "fifth", "number", "no. ", "other", "next", "last", "final"),
    asks=Hinted(
        r"\?|\A(?:(?:so|and|but|then)[, ]+)*(?:where|what|how|when|why|which|who) (?:do|does|did|is|are|was|were|will|would|can|could|should|has|have)\b[^.]*,\Z|\b(?:(?:could|can|would|will|may|might) (?:you|we|management|i)|wondering|i wonder|curious|(?:like|want|love) to (?:understand|know|"
        r"ask|hear|get|see|dig|go back|follow)|\b(?:be|it'd be) (?:\w+ )?(?:good|great|helpful|interesting|useful|nice|curious) (?:to|if)\b|\bgrateful\b|\bappreciate (?:any|your|it|some|a)\b|\b(?:be|am|'m|was) (?:also |very |really |just )?interested (?:in|to)\b|(?:\A|, )(?:(?:and|so|also|then) )*how (?:much|many|long|big) (?:is|are|was|were|do|does|did|will|would|have|has)\b|\byour (?:thoughts|views?|take|perspective|opinion)\b|\bhoping (?:that )?you|(?:trying|hoping) to (?:understand|reconcile|figure|get|square)|(?:please|to|maybe) (?:break|share|give|elaborate|explain|provide|comment|help|talk|quantify|walk|discuss|"
        r"update|remind)|help us understand|(?:is|are|was|were|do|does|did|have|has|what|how|why|when|which|where|who)\b[^.]{3,200}\?|"
        r"give us (?:some|an|any|more|a)|any (?:color|update|thoughts|sense|comments?|guidance|insight)|(?:how|what) (?:should|do|does|are|is|"
        r"about|will|would|has|have|can) (?:we|you|the|your|it|this|that|i))",
        _I,
    ),
    announces=Hinted(
        r"\b(?:wonder(?:ing|ed)? about|I(?:'d| would)? (?:just |also |really )?(?:want|wanted|like|love) to (?:talk|hear|know|learn) (?:a (?:little )?bit |a little )?(?:more )?about|ask(?:ing)? (?:you )?(?:about|on)|questions? (?:(?:is|was|would be) )?(?:about|on|around|regarding)|curious about|come back to|"
        r"go back to|follow up on|start with|interested in|(?:one|first|second|next) (?:is |would be |was )?(?:on|about|regarding))\b(?![^.?]*\b(?:(?:could|can|would) you|what|how|why|when|where|which|whether)\b)|\b(?:can|could|may|might) I (?:just |also |maybe )?(?:push|ask|press|follow up|come back|touch|turn|go back|pick up|start|check in|return)\b[^.?]*?\b(?:about|on|to|with)\b(?![^.?]*\b(?:what|how|why|when|where|(?<!, )which|whether|if)\b)",
        _I,
    ),
    adds=Hinted(
        r"^(?:\w+ ){1,4}also\b|^(?:and |so |then )?(?:just )?(?:my|the|a|one) (?:quick |small |brief )?(?:follow-?up|other|next|second|last)\b|^(?:and |so |then |but )?(?:also\b|separately|in addition|besides|additionally|another|one more|on a (?:different|separate)|on top|apart from|lastly|"
        r"(?:could|can|would|will) (?:you|we|i) (?:please )?also|you(?:'ve)? also|one (?:last|final|quick))",
        _I,
    ),
    remarks=Hinted(
        r"\bI (?:also )?(?:noticed?|see|saw|was (?:a bit |quite )?surprised|am surprised|can't help|find it)\b|\bsurpris\w+|\bit (?:seems|looks|appears|strikes|struck)\b|"
        r"\b(?:don't|do not|didn't) (?:quite |really |fully )?understand\b",
        _I,
    ),
    goes_on=Hinted(r"^(?:or|(?:is (?:it|that|this|there)|was (?:it|that))(?=[^?]*\bor\b|(?:\W+\w+){0,5}\W*\Z)|are they|are (?:those|these)(?! \w+s\b)|meaning|i mean|like|such as|"
                       r"just to clarify|in other words|so is (?:it|that))\b", _I),
    small_talk=Hinted(
        r"^(?:[(\[][^)\]]{3,30}[)\]]\W*)?(?:(?:hi|yeah|yep|right|alright|all right|fair enough|hello|hey|good (?:morning|afternoon|evening|day)|thanks?|thank you|great|congrat\w*|okay|yes|sure|understood|got it|makes sense|perfect|that's (?:very |really )?helpful|very helpful|i see(?=\W*\Z|,))\b"
        r"[^.?!]{0,120}|(?:so )?i (?:have|had|got|'ve got|just have) (?:a |an |just )?(?:couple|few|two|three|one|2|3|1|several|quick)[^.?!]{0,60}|"
        r"[^.?!]{0,60}\b(?:translat\w+|in(?:to)? (?:english|chinese|mandarin))\b[^.?!]{0,30}|that(?: is|'s| was) (?:very |quite |really )?(?:clear|fair|helpful|useful|good|great)[^.?!]{0,30}|two questions[^.?!]{0,30}|can you hear me\??|that would be (?:great|helpful)[^?]{0,40})[.!,]?\Z",
        _I,
    ),
    audible=Hinted(r"\b(?:can|could|do) (?:you|everyone|everybody|anybody|anyone)(?: guys| all)? hear me\b|\bam I (?:audible|coming through)\b", _I),
    inside=Hinted(
        r"[,;.] (?=(?:and |then |and then )?(?:second(?:ly)?|third(?:ly)?|my (?:second|third|other|last)|the (?:second|third|last|other)) ?(?:question\b|one\b|,|is\b|part\b|on\b))"
        r"|[,;] (?=and then (?:what|how|when|where|why|which|who|is|are|do|does|did|can|could|would|will|has|have)\b)|(?<=\?) (?=and\b)", _I,
    ),
    hands=Hinted(rf"\b[A-Z]\w+(?: \w+)? (?:can|will|could|may|would|should|to) (?:then )?(?i:{_TAKES}) (?:the |your )?(?i:{_NUMBERS})\b"),
    passes=Hinted(
        r"\b(?:I'll|I will|let me|I'd|I would|maybe I|can I)\b[^.?]{0,20}? (?:let|ask|hand|pass|turn|invite)\b|\b(?:do you want to|would you like to|will you|you want to) (?:take|answer|"
        rf"talk|speak|comment|add|cover)\b|\b[A-Z]\w+(?: \w+)? (?:can|will|could|may|would) {_TAKES}\b|\bover to\b|^(?:Maybe |Perhaps )?[A-Z]\w+[,?]? (?:please|maybe you)\b"
    ),
    reverse=Hinted(r"\b(?:in|the) (?:the )?(?:reverse|opposite) order\b|\bin reverse\b|\b(?:start|begin) (?:at|from|with) the (?:end|back)\b|\b(?:work|go)(?:ing)? backwards?\b|\bother way (?:a)?round\b|\blast (?:one|question) first\b", _I),
    greets=Hinted(rf"^(?:\[[^\]]{{3,30}}\] ?)?(?:{_HELLO}\b[,.!; -]*)+(?:[A-Z][\w'-]+[ ,.!]*){{0,3}}\Z"),
    arranges=Hinted(
        rf"^(?:[A-Z]\w+, )?(?:(?:so|maybe|perhaps|and|well|okay|yes|sure)[, ]+)*(?i:let me|I'll|I will|I'd|I can)(?: \w+){{0,3}} "
        rf"{_TAKES} (?:this|that|these|those|it|both|all|back|the (?:first|second|third|last|other))\b[^.]{{0,60}}\.?\Z|^[^.?]{{0,60}}(?:I'll|I will|let me|I'd like to|I'm going to|I am going to|we'll|maybe I) (?:let|ask|hand|pass|turn|invite|defer)\b[^.?]{{0,70}}[.?]\Z|"
        rf"^[^.?]{{0,40}}\b(?:do you want to|would you like to|will you|you want to) (?:take|answer|talk|speak|comment|add|cover)\b[^.?]{{0,50}}\?\Z|"
        rf"^(?:Maybe |Perhaps )?(?:the )?(?:(?:Mr|Ms|Mrs|Dr)\. )?[A-Z]\w+(?: \w+)? (?:can|will|could|may|would) {_TAKES}\b[^.?]{{0,50}}\.\Z|"
        r"^(?i:(?:so|and|well|okay)[, ]+)?(?i:I'll|I will|let me|we'll|let's) (?:\w+ ){1,4}(?i:in (?:the )?(?:reverse|opposite)|backwards?|(?:at|from|with) the (?:end|back))\b[^.]{0,20}\.\Z|"
        r"^(?i:(?:so|and|well|okay)[, ]+)?(?i:(?:there (?:are|were) )?(?:a )?(?:couple|few|number) of (?:points|things|questions|parts))\b[^.]{0,30}\.\Z|^(?:[A-Z]\w+, )?(?i:over to you)[^.?]{0,20}[.?]\Z|^[A-Z]\w+\?\Z|"
        r"^(?i:(?:yes, )?(?:we|I) (?:can )?hear you)\b[^.]{0,30}\.\Z"
    ),
    moves=Hinted(
        r"^(?:\[[^\]]{3,30}\] ?)?(?:(?:and|so|then|now|but|okay|well|finally|yes|look)[, ]+){0,3}(?:as (?:for|to|regards)|on|for|in terms|regarding|with (?:respect|regards?)|concerning|about|to your|"
        r"turning|moving|coming|your|first|second|third|last|lastly|finally|the (?:first|second|third|last|other)|when it comes|speaking of|let me|i'll|in)\b|^(?:and|then|also|now)\b",
        _I,
    ),
    leans=Hinted(
        r"^(?:(?:and|so|but|because|since|also|i think|again|obviously|of course)[, ]+){0,3}(?:it|that|this|they|these|those|which|he|she|there|i think|so|but|because|if|when|for (?:example|instance))\b",
        _I,
    ),
    points=Hinted(rf"{_ON}(?:that|this|these|those|which|there(?! (?:is|are|was|were)))\b", _I),
    connects=Hinted(
        r"^(?:because|so|but|since|if|when|for (?:example|instance)|in fact|again|therefore|otherwise|other than that|after that|then|i think|"
        r"obviously|of course|actually|basically|typically|without|once)\b",
        _I,
    ),
    joins=Hinted(r"^(?:and|but|so|also|then|now)\b", _I),
    anaphors=Hinted(
        r"^.{0,70}\b(?:them|the (?:rest|others?|remainder|ones?|latter|two)|of (?:those|these|that|it)|both|others|one is|with(?:out)? it|that one|each of|the same|another)\b",
        _I,
    ),
    praises=Hinted(
        r"\b(?:proud|happy|pleased|excit\w+|thank\w*|grateful|feel (?:very |really |pretty )?(?:good|great|confident)|we (?:really |all )?(?:like|love)|confiden\w+|wonderful|fantastic|"
        r"terrific|tremendous\w*|outstanding|congratulat\w+|(?:great|good|hard|amazing) (?:job|work|team|people)|never been (?:better|stronger)|well[- ]positioned|optimistic|hopeful|"
        r"delighted|healthy|encourag\w+|look(?:ing)? forward|replay|doing (?:very |really )?well|on (?:the )?right (?:track|path)|long way|the future|long[- ]term (?:value|story)|committed|"
        r"passion\w*|believe in)\b",
        _I,
    ),
    besides=Hinted(
        r"^(?:and |so |but )?(?:if I (?:may|can|could|might) add|(?:what )?I (?:would|can|'d|could)(?: also| just)? (?:add|mention|point out|say)|one (?:more|other) (?:thing|point)|"
        r"I'd also|what I can (?:say|tell)|we continue|look forward|more broadly|in general|overall)",
        _I,
    ),
    opens=Hinted(
        r"^(?:(?:and|so|well|look|but|on that)[, ]+){0,2}(?:there,|over there|yes|no|yeah|not (?:really|yet|at all|much|necessarily)|very little|a (?:bit|little|touch|lot|few)|roughly|about|around|perhaps|maybe|probably|nothing|none|neither|both|"
        r"correct|exactly|absolutely|we (?:do|don't|did|didn't|have|haven't|are|aren't|will|won't|would|expect|assume|use|think)\b)",
        _I,
    ),
    declines=Hinted(
        r"\b(?:(?:do|will|can|are|would|did)(?: not|n't|n't be)(?: really| able to| be| going to| usually| generally| typically)? (?:disclose|break (?:it |that |this |them )?(?:out|down)|comment|provide|"
        r"give|tell|share|quantify|guide|get into|speculate|talk about|split|publish|say(?= (?:any|more|much|how|what|when|which|where|yet)|[.,;]|\Z))|(?:won't|cannot|can't) (?:be )?(?:disclos|tell|comment|provid|giv|shar|quantify|guid|get into|speculat|talk about|say)\w*|"
        r"(?:(?:are|am|is|'re|'m) not|isn't|aren't) (?:breaking|giving|sharing|disclosing|commenting|guiding|quantifying|providing|splitting|putting)\b|(?:not going to|won't|can't|cannot|wouldn't|don't) put (?:a|any|out a) number|\b(?:never|don't ever) (?:talk|comment|speculate|discuss)\b|"
        r"not (?:in a position|able|ready|prepared|going) to (?:disclose|comment|share|give|quantify|provide|say|break)|"
        r"too (?:early|soon) to|premature|no comment|nothing (?:more |new |else )?to (?:announce|report|share|say|disclose)|(?:do|would|did)(?: not|n't) want to (?:get (?:ahead|into|drawn|too)|speculate|comment|go there|front-?run|pre-?empt)|"
        r"(?:we'll|we will|I'll|I will) (?:talk|speak|tell|say|share|give|update|come back|provide|discuss|report)\b[^.]{0,60}\b(?:when we|once we|when it|once it|after we|in due course|at the right time|at that (?:point|time)|when the time)\b|"
        r"(?:that's|that is|is|are|remains?|strictly) confidential|non-disclosure|NDAs?\b|not at liberty|leave it (?:at that|there)|keep (?:that|it|those) to ourselves|(?:won't|not) be drawn|before the courts?|sub judice|decline to|rather not|prefer not to|not convenient|(?:I|we) won't\b(?=[.,]|\Z)|when we get there|stay tuned|not something (?:that )?(?:we|I)|(?:prefer|like) to (?:hold off|wait)|hold off on)\b",
        _I,
    ),
    all_of_it=Hinted(
        r"\b(?:comment|speculate|talk|get into|disclose|discuss)\w*\b[^.]{0,30}\b(?:(?:like|as) (?:that|this|those|these)|such|rumou?rs?|speculation|any of (?:that|those|these)|either of (?:those|these)|those (?:things|matters|questions))\b|\bno comment\b|"
        r"\bneither of (?:those|these)\b",
        _I,
    ),
    back_to=Hinted(r"\b(?:these|those|each|all|the) (?:[0-9]+|two|three|four|of (?:them|these))\b|\beach of (?:them|these|those)\b|\bthese\b", _I),
    listing=Hinted(
        r"\b(?:for|of|in|between|among|across|namely|from|at|by|into|which are|that is|being)(?: the| both| each of)? (?P<items>\w[\w&'-]*(?: [\w&'-]+){0,2}(?:, (?:and )?(?:the |in |for )?\w[\w&'-]*(?: [\w&'-]+){0,2}){0,5}"
        r",? and (?:also )?(?:the |in |for )?\w[\w&'-]*(?: [\w&'-]+)?)"
    ),
    joint=late(r",? and (?:also )?(?:the |in |for )?|, (?:the |in |for )?"),
    namely=late(r"\b(?:which are|that is|namely|being),? "),
    before_item=late(r"\b(?:for|of|in|between|among|across|by|from|at|into) "),
    conjoins=(
        Hinted(
            r"(?P<cut>,? and )(?=(?:also |then )?(?:how|what|when|where|which|who|why|(?:at|in|by|for|on|from) (?:what|which|when)|is|are|do|does|did|will|would|can|could|have|has)\b)",
            _I,
        ),
        Hinted(r"\b(?:remind|give|giving|tell|number of)\b[^?,]{3,90}?(?P<cut> and )(?:of|the) [^?,]{3,60}\?", _I),
    ),
    before_question=late(
        r"\A(?:(?:and|so|but|then|also|well|okay|maybe|perhaps|first|second|third|finally|lastly|please|yes|hi)\b[, ]*|(?:could|can|would) you (?:please )?(?:tell|give|remind) us )+",
        _I,
    ),
    stop_words=frozenset(_STOP.split()),
    not_names=frozenset(_NOT_NAMES.split()),
    irregular=dict(zip(_IRREGULAR.split()[::2], _IRREGULAR.split()[1::2], strict=True)),
    wants=(
        Want(
            name="split",
            asks=Hinted(r"\b(?:split|break(?:ing)? ?(?:it |them )?(?:down|out)|breakdown|mix between|(?:number|amount|revenue|margin|contribution)s? of [^?.]{0,30}\bby (?:product|segment|region)s?|by (?:product|segment|region|business|geograph)\w*|\b(?:revenue|sales|volume|price|margin|number|headcount|income)s?\b[^?.]{0,20}\b(?:of|for|in|by|across) (?:the|each|these|all)(?: of the)? (?:two|three|four|five|[0-9]|different))\b", _I),
            gives=Hinted(
                r"(?:\$|RMB|US\$|USD|EUR|€|£) ?[0-9]|[0-9] ?(?:%|percent|million|billion|thousand|points)|"
                r"\b[0-9]{2}(?=(?:[-/:]| to )[0-9]{2}\b)|(?<=[0-9][-/:])[0-9]{2}\b|"
                rf"\b(?:is|are|was|were|has|have|about|around|roughly)\b[^.;]{{0,40}}?{_FIGURE}", _I
            ),
            each=True,
            least=2,
            unless=Hinted(r"\b(?:increas|grow|grew|up |rose|rise|declin|decreas|year-over-year|yoy|faster|slower)\w*", _I),
        ),
        Want(
            name="growth rate",
            asks=Hinted(r"\bgrowth rates?\b|\bgrowth (?:for|of|in|across|by) [^?.]{2,60}(?:,|\band) [^?.]{0,60}\band\b|\bhow (?:fast|much) (?:did|does|do|has|is|are|will|would)[^?]{0,60}\bgrow|\b(?:and|what(?:'s| is| are| was)?) (?:the )?(?:revenue |sales )?growth (?:for|of|in|across|by)\b", _I),
            gives=Hinted(r"[0-9] ?(?:%|percent)|\b(?:doubl|tripl|quadrupl)\w+", _I),
            each=True,
        ),
        Want(
            name="amount",
            asks=Hinted(
                r"\bhow (?:much|many|large|big)\b|\bquantify\b|\b(?:put|give us) a number\b|\bwhat(?:'s| is| was| are| were| would be| will be)? (?:is |was |are |were )?(?:the |your |a )?(?:[a-z-]+ ){0,2}?(?:size|amount|number|"
                r"level|value|margin|(?<!growth )rate|ratio|yield|price|count|share|budget|premium|percentage|headcount|capacity|return)s?\b|\b(?:what|which) (?:[\w-]+ ){0,2}?(?:share|percentage|proportion|portion|price|budget|return|margin|(?<!growth )rate|multiple|charge|level|number|amount|figure|fee)s?\b|\bnumber of\b|"
                r"\b(?:revenues?|sales|(?:selling )?prices?|margins?|volumes?|headcount),? (?:of|for|in|by)\b[^?.,]{1,40},[^?.]{1,80} and\b", _I),
            gives=Hinted(r"[0-9]|\b(?:low|mid|high)[ -](?:single|double|teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half|third|quarter|fifth|tenth|majority|most|hundred|thousand|million|dozen|small|tiny|immaterial|modest|doubled?|tripled?|twice|flat|zero|none|negligible|minimal|nothing)\w*\b"
                r"|\b(?:very|too|so|relatively) (?:little|few|much|many)\b|\ba (?:few|couple|handful|lot)\b|\bthe bulk\b|\b(?:un|not )changed\b|\babout the same\b|\b(?:single|double|triple)[- ]digits?\b|\bin line with\b|\bbreak-?even\b|\bnot (?:material|significant|meaningful)\b", _I),
            each=True,
        ),
        Want(
            name="per cent",
            asks=Hinted(r"\b(?:rates?|percent(?:age)?s?|margins?|shares? of|proportion|portion|penetration|utili[sz]ation|occupancy|load factor|churn|attrition|growth)\b|[0-9] ?(?:%|percent)", _I),
            gives=Hinted(r"[0-9] ?(?:%|percent|per cent|basis points|bps|points?\b)|\b(?:half|third|quarter|in ten|majority|most)\b", _I),
            soft=True, exact=True,
        ),
        Want(
            name="money",
            asks=Hinted(r"\b(?:how much (?:did|do|does|have|will|would|is|was|are)|paid|pay|cost|costs|spend|spent|worth|price|capex|budget|dollars?|money)\b", _I),
            gives=Hinted(r"(?:\$|€|£|¥|\b(?:USD|EUR|GBP|NOK|SEK|CHF|RMB|HK|US|C)\b\$?|RMB|[A-Z]{3}) ?[0-9]|[0-9] ?(?:dollars|euros|pounds|cents|pence|million|billion)|\ba (?:dollar|euro|pound)\b"),
            soft=True, exact=True,
        ),
        Want(
            name="count",
            asks=Hinted(r"\bhow many\b|\bnumber of\b|\bheadcount\b", _I),
            gives=Hinted(r"(?<![$€£0-9.,])\b[0-9][0-9,]*\b(?! ?(?:%|percent|million|billion|basis|bps))(?!\.[0-9])|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|none)\b", _I),
            soft=True, exact=True,
        ),
        Want(
            name="source",
            asks=Hinted(r"\bwhere (?:does|do|did|will|would|is|are)\b[^?]{0,40}\bcom(?:e|ing) from\b", _I),
            gives=Hinted(r"\b(?:from|driven|due|through|because|came|comes|lower|fewer|higher|more|savings?|mainly|mostly|all|entirely)\b", _I),
        ),
        Want(
            name="time",
            asks=Hinted(r"\bwhen (?:will|do|does|can|is|are|would|should|did)\b|\btim(?:ing|eline|e ?frame)\b|\bhow (?:soon|long)\b", _I),
            gives=Hinted(
                r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december|quarters?|half|years?|months?|weeks?|"
                r"20[0-9]{2}|soon|shortly|already|later|end of|by the|next|before|until|till|within|once|spring|summer|autumn|fall|winter|days?|overnight|immediately|now|today|tomorrow|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day|easter|christmas|thanksgiving|ramadan|new year|[1-4]Q[0-9]{0,2}|Q[1-4]|[1-2]H|H[12]|on (?:track|schedule|time)|as (?:soon|planned))\b", _I),
        ),
        Want(
            name="reason",
            asks=Hinted(r"\bwhy\b|\bwhat(?:'s| is| was|)? ?(?:is |are |has |have )?(?:driving|drove|drives?|caus\w+|behind|led to)\b|\breasons?\b", _I),
            gives=Hinted(r"\b(?:because|due|driven|reasons?|result\w*|thanks to|owing|mainly|mostly|primarily|as we|since|attribut\w*|caus\w*|impact\w*|from|it was|helped|came|ahead of|so)\b", _I),
            soft=True,
        ),
        Want(
            name="outlook",
            asks=Hinted(r"\bhow should we (?:think|model)|\b(?:expect|outlook|going forward|next year|rest of the year|target|plans?|goal|would you like|want to be)\b", _I),
            gives=Hinted(r"\b(?:expect|model|assume|should|will|would|plan|target|aim|anticipate|guid\w+|next|remaining|going forward)\b", _I),
            soft=True,
        ),
        Want(
            name="yes or no",
            asks=Hinted(r"(?:^|[,.] (?:and |so |but )?)(?:is|are|was|were|do|does|did|has|have|will|would|can|any)\b[^?]*\?|\bany (?:change|update|news)", _I),
            gives=Hinted(r"^(?:and |so |well |look )?[^.]{0,25}?\b(?:yes|no|not|nothing|none|don't|won't|haven't|indeed|correct|that's right|exactly|they do|it is|it does|there (?:is|are|was|were)|we do|we are|we have)\b", _I),
            soft=True,
        ),
    ),
)  # fmt: skip
