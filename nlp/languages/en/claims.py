"""English cues of role, direction, comparison and modality around an amount."""

from __future__ import annotations

from ..claim_rules import ClaimRules
from .metrics import METRICS

_UP_VERB = (
    r"(?:increas(?:e[sd]?|ing)|gr(?:ew|ow(?:s|n|ing)?)|r(?:ose|ise[sn]?|ising)|climb(?:ed|s|ing)?|jump(?:ed|s|ing)?|"
    r"surg(?:ed|es|ing)|expand(?:ed|s|ing)?|improv(?:ed|es|ing)|gain(?:ed|s|ing)?|firm(?:ed|ing)|harden(?:ed|ing)|bounced|popped|spiked|stepp?(?:ed|s)? up|tack(?:ed|s|ing) on|put on|outgrew|eked out|comp(?:ed|ing)|advanc(?:ed|ing)|(?<!merchant )(?<!customer )(?<!cash )(?<!loan )(?<!of )(?<!on )(?<!from )(?<!net )(?<!and )advances|soar(?:ed|s)?|"
    r"widen(?:ed|s|ing)?|accelerat(?:ed|es|ing)|rebound(?:ed|s)?|(?<!made )(?<!makes )(?<!make )(?<!making )(?<!set )(?<!sum )(?<!end )(?<!ended )(?<!add )(?<!adds )(?<!added )up|higher|doubl(?:ed|ing)|tripl(?:ed|ing)|(?:went|moved|came|ticked|edged|crept) up|picked up|strengthen(?:ed|ing)?|rall(?:ied|ying)|lift(?:ed|ing)?|rais(?:e[sd]?|ing)|swell(?:ed|s)?|swoll?en|deepen(?:ed|ing)?|lengthen(?:ed|s)?|inch(?:ed|es|ing) up|nudg(?:ed|ing) up|pick(?:s|ing)? up|add(?:ed|ing)(?! (?:back|value|up)))"
)
_DOWN_VERB = (
    r"(?:decreas(?:e[sd]?|ing)|declin(?:e[sd]?|ing)|f(?:ell|alls?|allen|alling)|drop(?:ped|s|ping)?|shr(?:ank|ink(?:s|ing)?|unk)|"
    r"reduc(?:ed|es|ing)|narrow(?:ed|s|ing)?|(?<!are )(?<!is )(?<!was )(?<!were )(?<!been )(?<!days )contract(?:ed|ing)(?! (?:for|with|under|out|days?|backlog|revenues?|capacity|coverage|customers?|sales))|slid|slip(?:ped)?|lower(?:ed)?|down|dip(?:ped|s)?|"
    r"soften(?:ed)?|compress(?:ed)?|tumbl(?:ed|es)|c(?:a|o)me off|(?<=\bis )off|(?<=\bwas )off|(?<=\bwere )off|(?<=\bare )off|(?<=\bbeen )off|backed off|stepp?(?:ed|s)? down|thinn(?:ed|ing)|slump(?:ed|ing)?|dwindl(?:ed|ing)|erod(?:ed|ing|es)|sagged|crater(?:ed|ing)|plummet(?:ed|ing)|slowed|plung(?:ed|es)|cut|(?:went|moved|came|ticked|edged) down|eas(?:ed|ing)|weaken(?:ed|ing)?|retreat(?:ed|ing)?|moderat(?:ed|ing)|shed|shorten(?:ed|s)?|s(?:ank|unk)|collapsed?|shav(?:ed|ing)|g(?:ave|iv(?:e[sn]?|ing)) (?:back|up)|went backwards?|trimm(?:ed|ing)|inch(?:ed|es|ing) down)"
)
_UP_NOUN = r"(?:increases?|step[- ]ups?|bumps?|hikes?|boosts?|upswing|pickup|growth|rises?|gains?|improvements?|jumps?|expansions?|uplifts?|surge|upside|acceleration|upturn)"
_DOWN_NOUN = r"(?:decreases?|step[- ]downs?|haircuts?|pull ?backs?|fall[- ]?off|erosion|slump|slippage|declines?|drops?|reductions?|falls?|contractions?|shortfall|narrowing|compression|decrements?|slide|setback|deterioration|downturn)"
_NOUN = rf"(?:{_UP_NOUN}|{_DOWN_NOUN}|change)"
_VERB = rf"(?:{_UP_VERB}|{_DOWN_VERB})"
_ADVERB = r"(?:(?:slightly|significantly|sharply|further|strongly|again|also|actually|only|still|modestly|substantially|steadily|organically|[a-z]+ly)\s+){0,3}"
_SOFT = r"(?:(?:an?|the|about|around|approximately|roughly|nearly|almost|over|more than|less than|at least|up to|some|just|only|another|as much as|a total of|an additional|additional|by)\s+){0,3}"
_YOY = r"(?:year[ -](?:over|on|to)[ -]year|y[ -]?o[ -]?y|y/y|year[ -]ago|from (?:a|one) year (?:ago|earlier)|annually)"
_QOQ = r"(?:quarter[ -](?:over|on|to)[ -]quarter|q[ -]?o[ -]?q|q/q|sequential(?:ly)?|(?:on a )?linked[ -]quarters?(?: basis)?)"
_COMPARE = rf"(?:\s*\(?(?:{_YOY}|{_QOQ})\)?)"

CLAIMS = ClaimRules(
    code="en",
    metrics=METRICS,
    loss=r"\bloss(?:es)?\b|\boutflows?\b|\bused in\b|\b(?:a|cash) use of\b|\bcash usage\b|\bnegative\b|\b(?:operations|operating activities|business|we)\s+(?:used|consumed|burn(?:ed|t))\s|\blos[te]\s",
    non_gaap=r"\b(?:non[ -]?gaap|adjusted|core|underlying|excluding)\b",
    up=rf"\b(?:{_UP_VERB}|{_UP_NOUN})\b",
    down=rf"\b(?:{_DOWN_VERB}|{_DOWN_NOUN})\b",
    change_before=(
        rf"(?:\b{_VERB}\s+{_ADVERB}(?:{_COMPARE}\s+)?(?:by\s+)?{_ADVERB}{_SOFT}"
        rf"|\b{_NOUN}(?:\s+rates?)?(?:\s+(?:in|for|from|at|across)\s+(?:[^,;.]|(?<=\b[a-z])\.){{2,60}}?)?\s+(?:also |again |still )?(?:of|was|is|were|at|reached|exceeded|topped|surpassed|by|(?:will|would|should|could|is expected to|are expected to|to) be(?: between| in the range of| in the)?|came (?:to|in at)|stood at|ran at|amounted to)\s+{_ADVERB}{_SOFT}"
        rf"|\bgrowth(?:\s+rates?)?\s+(?:remained(?: at)?|in the(?: range of)?|above|below|between|exceeding|exceeded|in excess of|north of)\s+{_SOFT}"
        rf"|\b{_NOUN}(?:\s+rates?)?\s+(?:over|more than|less than|at least|up to)\s+{_SOFT}"
        rf"|\bgr(?:ew|ow(?:s|n|ing)?)\s+(?:at|between)\s+(?:an?\s+)?(?:rate of\s+)?{_SOFT}"
        rf"|\b{_VERB}\b[^.;:%]{{1,60}}?,?\s+by\s+{_ADVERB}{_SOFT}"
        rf"|[^a-z]\+\s*|\b(?:plus|(?<!plus or )(?<!plus/)minus)\s+(?:about\s+)?)$"
    ),
    change_after=(
        rf"^{_COMPARE}?,?\s*(?:[a-z&\-]+\s+){{0,4}}?(?:{_UP_NOUN}|{_DOWN_NOUN}|higher|lower|larger|bigger|smaller|up|down)\b(?!\s+(?:to|rate|payments?))"
        rf"|^{_COMPARE}|^\s*(?:more|less|fewer|greater|above|below|ahead of|short of|shy of|better|worse|stronger|weaker|faster|slower)\b"
    ),
    to_level=r"\b(?:to|at|reach(?:ed|ing)?|of)\s+(?:(?:an?|the|about|around|approximately|over|nearly|almost|a record|record)\s+){0,2}$",
    base_before=(
        r"\b(?:compares (?:with|to)|from(?!\s+(?:continuing|discontinued|operations|operating))|compared (?:with|to)|in comparison (?:with|to)|versus|vs\.?|against|relative to|as opposed to|instead of|up on|down on|times|^\W*on"
        r"|on(?=\s+(?:the )?(?:last|prior|previous) (?:year|quarter|half)['\u2019]s\s))\s+"
        r"(?:(?:an?|the|our|just|only|about|around|approximately|nearly|over|its)\s+){0,2}(?:(?:last|prior|previous) (?:year|quarter|half)['\u2019]s\s+)?(?:(?:[^\W\d_][\w&'\-]*\s+){1,5}?of\s+)?$"
        r"|\b(?:twice|double|triple|as (?:much|many) as)\s+(?:the\s+)?$|(?<!guidance )(?<!outlook )(?<!target )\bhad been\s+(?:only\s+|about\s+)?$|\bfollow(?:ed|ing|s)\s+an?\s+(?:[a-z]+\s+){0,2}(?:loss|gain|profit|income|charge)\s+of\s+$|\bused to be\s+(?:only\s+|about\s+)?$"
        r"|\b(?:a year (?:ago|earlier|before)|last year|the year before|in the prior year)\s+(?:(?:it|they|that|this|the figure)\s+)?(?:was|were|stood at)\s+(?:only\s+|just\s+)?$"
    ),
    base_after=r"^\s*(?:turned into|gave way to|swung to|(?:of\s+)?(?:a|one) year (?:ago|earlier|before)|a year ago|a year earlier|(?:in|for|during) the (?:same|prior[ -]year|year[ -]ago|comparable|corresponding) )",
    share_before=r"\bshare of [^,;.]{2,50}? in (?:(?:our|the|its|total|net|group)\s+)*(?:revenues?|sales|orders|deliveries|volumes?)\s+(?:was|is|stood|came|rose|fell|grew|increased|decreased|declined|went|dropped|climbed|moved|remained)\s+(?:[a-z]+\s+){0,3}$|\b(?:account(?:ed|ing|s)? for|constitut(?:ed|ing|es)|compris(?:ed|ing|es)|ma[dk]e up|mak(?:es|ing) up|contribut(?:ed|ing|es|e)|suppl(?:y|ied|ies)|cover(?:ed|s)?)\s+(?:[a-z]+\s+){0,2}$",
    share_after=r"^\s*(?:of|from)\s+(?:(?:our|the|its|their|total|overall|net|group|company'?s?|consolidated|all|annual|quarterly|full[ -]year|q[1-4]|(?:first|second|third|fourth)[ -]quarter)\s+){0,4}(?!(?:cases|(?:the )?time|deliveries|flights|occasions|instances|orders|trips|calls|a|one|last|prior|q[1-4]|first|second|third|fourth|19|20)\b)(?P<whole>[a-z&\-]+)",
    more=r"^\s*(?:more|greater|above|ahead of|better|stronger|faster|higher)\b",
    less=r"^\s*(?:less|fewer|below|short of|shy of|worse|weaker|slower|lower)\b",
    than=r"\s*(?:(?:more|less|fewer|greater|higher|lower|better|worse)\s+than|above|below|ahead of|over|on|up on|down on)\s+(?:the\s+|a\s+)?",
    guidance_before=r"\b(?:guidance|outlook|guided|forecast|target)(?:\s+range)?(?:\s+(?:of|was|is|at|for|to be|between|range of|calls for))?\s+(?:a\s+|the\s+)?$",
    guidance_after=r"^\s*(?:(?:that |which )?(?:we|you|they|management)(?:'d|'ve| had| have)?\s+(?:first |originally |initially )?(?:guided|promised|forecast|indicated|announced|communicated|predicted|pointed|budgeted|pencil(?:l)?ed in|planned(?: for)?|gave you|told you|laid out|modell?ed|assumed|targeted)\b|(?:revenue\s+)?(?:guidance|outlook|forecast|target|guided range))\b",
    driver=(
        r"\b(?:(?:primarily|mainly|largely|partly|partially|mostly|principally|chiefly)\s+)?(?:due to|driven by|attributable to(?! (?:the |our |its )?(?:[a-z']+ ){0,3}(?:shareholders|stockholders|owners|holders|company|parent|equity))|attributed to|"
        r"as a result of|resulting from|result of|because of|thanks to|caused by|reflecting(?! an? (?:[a-z]+ ){0,2}\d)|on the back of|offset by|led by)\b"
    ),
    driver_before=rf"\b(?:{_NOUN})s?\s+(?:in|of)\s+(?P<what>[^,;.]{{2,70}}?)\s+(?:of|by|totall?ing|amounting to)\s+{_SOFT}$",
    including=r"\b(?:including|consisting of|comprised of|comprising|of which|of whom|made up of)\b",
    guided=(
        r"\b(?:expects?|expected|anticipates?|forecasts?|guidance|outlook|guid(?:e[ds]?|ing)|(?:we|company|management) (?:projects?|targets?)|targeting|estimates? (?:that )?(?:our|its|the company)|"
        r"plans? (?:to|for)|should (?:not )?(?:exceed|go|come|rise|fall|decline|increase|land|end|sit|stay|remain|amount|total|contribute|bring)|(?:we've|we have|we) assumed?|wants? to be|aiming|would be my (?:number|guess)|will (?:have|add|open|need|bring|contribute|account|cost|take|amount|total|stay|remain|end|close)|may (?:write off|reach|rise|fall|be)|will be|will (?:grow|increase|reach|come|go|rise|fall|drop|decline|decrease|move|improve|exceed|run|spend|invest)|should (?:be|reach|grow)|forecast(?:ed)?|we(?: now| still)? see|(?:i'd|i would|we'd) (?:still |probably |rather )?(?:say|guess|put|bet|lean|model|use|plan on|look for|call it)|(?:settles?|lands?|ends up|shakes out|normali[sz]es?|bottoms? out|levels? off) (?:at|in|around|near|somewhere)|(?:goes|going|gets|getting|get|is|are|be) back (?:to|at|in|above|over)|(?:is|are|'s|'re) going to|(?:margin|rate|ratio|share|capex|spend|count|yield|leverage|cost|costs) (?:now )?goes to|(?:we|it|they|that|you|this)'ll (?:be|have|see|open|spend|add|get|land|end|reach|run|do|need|grow|come|go|take|close|exit|build|hire|ship|deliver)|will (?:not )?(?:likely |probably |now |then |only |again )?(?:return|open|hit|get|do|buy|deliver|ship|produce|pay|hire|launch|receive|generate|remain|represent|double|save|require|buy back|repurchase|fall|rise)|in the coming (?:years?|quarters?|months|fiscal|season)|(?:over|for|in|during) the next (?:year|fiscal|quarter|two|three|four|five|six|ten|twelve|several|few|[0-9]+)|(?:is|are|now|was|were) (?:now )?(?:planned|budgeted|targeted|pegged) (?:at|for|to)|(?:our|the|a) (?:annual |full[ -]year )?budget (?:for|is|was|has|calls|of)|within (?:the|our|its) (?:target|guided|guidance) range|long[ -]term (?:target|goal|growth rate|algorithm|ambition|aspiration)|pencil(?:l)?(?:ed|ing)? in|would (?:like|love|want) to (?:see|reach|get|bring)|aim(?:s|ing)? (?:to|for|at)|our (?:goal|aim|target|ambition)|hop(?:e|es|ing) (?:to|for)|want(?:s)? to (?:see|reach|get)|look(?:s|ing)? (?:for|to reach)|intend(?:s|ed|ing)? to|on track (?:to|for)|(?:is|are) set to|would (?:be|mean|imply|represent) (?:growth|an increase|a decline|a rise)|(?:implies|implying|imply)\b|(?:new|full[ -]year|revenue|guidance|guided|earlier|previous|updated|revised|second[ -]quarter|third[ -]quarter|fourth[ -]quarter|first[ -]quarter) range|(?:lift|rais|lower|narrow|reaffirm|reiterat|maintain|confirm|updat|increas)(?:e|es|ed|ing)? (?:our|the|its) (?:[a-z\-]+ ){0,3}(?:range|guidance|outlook|forecast|target)|in the range of|please (?:think|model|assume|use))"
    ),
    times=r"^\s*(?:times|fold|x)\b",
    opens_drivers=r"^\W*of (?:the|this|that|our) (?:(?:[a-z]{2,3})?[$€£¥]?[0-9][0-9.,]*\s?(?:million|billion|thousand)?\s+)?(?:total )?(?:increase|growth|rise|decrease|decline|change|improvement|reduction|fall)s?\b(?P<whole>[^,]{0,60}),",
    part_of_change=r"^[)\s]*(?:of|in|to|toward) (?:the|this|that|our) (?:total |overall |year[ -]over[ -]year )?(?P<way>increase|growth|rise|decrease|decline|change|improvement|reduction|fall)\b",
    programme=r"^\s*(?:[a-z\-]+\s+){0,3}?(?:programmes?|programs?|authori[sz]ations?|facility|mandate)\b",
    plain_whole=r"^\s*of (?:the|our|its|that) (?:total|whole|fleet|group|sequential|increase|growth)\b",
    another=r"\b(?:another|additional|further|new|(?:open|clos|launch|acquir|sign|add)(?:ed|ing)?|build(?:ing)?|built)\s+(?:(?!at\b)[a-z\-]+\s+){0,3}$",
    rest=r"\b(?:remaining|rest|balance)\b[^,;]{0,20}$",
    count_change=r"(?!)",
    same_source=r"^\W*(?:and )?(?:the same|this|that) (?:house|firm|source|report|study|institute|research(?:er)?|body|consultancy|survey|agency|association)\b|^\W*(?:it|they) (?:also )?(?:expects?|sees?|forecasts?|puts?|predicts?|estimates?)\b",
    third_party=r"(?P<firm>(?:[A-Z][\w&'\-]*\s+){1,5}(?:Research|Consult(?:ing|ancy)|Insights?|Institute|Association|Advisors|Analytics|Intelligence|Council|Federation|Bureau|Partners|Data))(?=\s+(?:puts|estimates|expects|projects|forecasts|sees|predicts|values|counts|reckons|says|reports|calculates|believes|thinks))|\b(?:according to|based on (?:data|research|a report) (?:from|by)|as reported by|data from|estimated by|research by)\s+(?P<who>(?:the\s+)?[^,;.]{2,80}?)(?=[,;.]|$| reports?\b)",
    hypothetical=r"^\W*(?:and |but |so )?if (?!(?:you|we|i|one)(?:'ll| will)? (?:(?:then|now|just|also|also then) )?(?:look|turn|move|go|see|take a look|compare|recall|remember|exclude|strip|take out|go back|think|add|consider|turn|may|could|ignore|leave|cut|break|split|slice|divide|strip))|\b(?:if (?!(?:you|we|i)(?: then| now| just| also)? (?:turn|look|move|go|see|recall|remember)\b)(?:we|you|i|the|it|prices?)\b[^.]{0,80}\b(?:would|could|might|then)|if (?!(?:you|we|i|one)\b|anything|not\b|so\b|any\b|possible|necessary|needed|all goes)(?:[\w'\-]+ ){1,6}?(?:goes?|comes?|lapses?|rises?|falls?|drops?|stays?|holds?|moves?|hits?|reach(?:es)?|were to|gets?|slips?|widens?|weakens?|strengthens?|returns?)\b|^\W*(?:and |but |so |roughly |again )*(?:every|each)\s+(?:(?:additional|extra|one|full|further|single|[0-9$€£][\w.,%$\-]*)\s+)*(?:(?!quarter|year|month|of\b)[a-z\-]+\s+){0,2}?(?:cents?|points?|dollars?|percent|basis points?|move|change|rise|increase|drop|fall|swing|decline|degrees?)\b|^\W*(?:an?|every|each) (?:rise|fall|increase|decrease|drop|move|change|[0-9.]+%?[ -](?:change|move|rise))\b[^.]{0,80}\bwould|suppose|let's say|hypothetically|what if)\b",
    yoy=rf"\b{_YOY}|\bover the (?:course of the )?(?:year|(?:last |past )?(?:twelve|12) months)\b|(?:compared (?:with|to)|from|over|versus|than(?: in)?|above|below|against) (?:the )?(?:same (?:period|quarter)|(?:first|second|third|fourth) quarter|(?:prior|previous|last)[ -]year|corresponding)[^.;,]{{0,20}}(?:last|prior|previous|year|20\d\d)|year on year|prior[ -]year|(?:short of|shy of|ahead of|behind|than|above|below|over|on|from|against|versus) (?:that of |the level of )?(?:last|the (?:prior|previous)) year\b",
    qoq=rf"\b{_QOQ}|\bover the (?:course of the )?(?:quarter|(?:last |past )?(?:three|3) months)\b|(?:compared (?:with|to)|from|over|versus|than(?: in)?|above|below|against|on) (?:the )?(?:previous|prior|last|preceding) (?:quarter|half|three months|six months)",
    vs_plan=r"\b(?:than|versus|vs\.?|against|above|below|of|from|over|under|on|to|beyond) (?:(?:our|the|its|their|what) )?(?:(?:own|internal|original|initial|prior|previous|earlier|annual|operating|street|first|top[ -]end|(?:mid|top|bottom|high|low)[a-z]* (?:end |point )?of (?:our |the )?) ?){0,2}(?:plan(?:ned)?|budget(?:ed)?|targets?|guidance|guided|expectations?|forecasts?|outlook|consensus|(?:we|you|they)(?:'d| had| have)? (?:plan(?:ned)?|budget(?:ed)?|guided|expect(?:ed)?|forecast|assumed|model(?:l)?ed|promised|pencil(?:l)?ed in))\b|\b(?:beats?|miss(?:ed|es)?)\b",
    all_adjusted=r"^(?!.*\b(?:some|certain|several)\b)(?:.*\bnon[ -]?gaap\b[^.]{0,60}\bunless\b|.*\bunless\b[^.]{0,80}\bnon[ -]?gaap\b|.*\b(?:all|these|those|they|following|remaining|my)\b[^.]{0,60}\b(?:are|will be|is|be|refer to)\b[^.]{0,16}\bnon[ -]?gaap\b(?: (?:figures|numbers|measures|basis|results|metrics|terms))?[.,;]?$|.*\bon a non[ -]?gaap basis[.]?$)",
    by_default=r"(?:year[ -](?:over|on)[ -]year|prior[ -]year|last year)[^.\n]{0,80}\bunless\b|\bunless\b[^.\n]{0,80}(?:year[ -](?:over|on)[ -]year|prior[ -]year|last year)",
    cagr=r"\b(?:cagr|compound(?:ed)? annual(?:ized)? (?:growth )?rate)\b",
    respectively=r"\brespectively\b",
    segment_nouns=r"(?:business(?:es)?|segments?|solutions?|divisions?|units?|brands?|products?|services?|operations|platforms?|lines?|category|categories|market|region)",
    compares=r"\b(?:compared\s+(?:with|to)|comparable (?:to|with)|consistent with|similar to|in line with|flat (?:with|to|versus|on)|unchanged from|(?:the )?same as|equal to|versus|vs\.?|from|than|over|against|relative to|above|below|ahead of|behind|since)\s+(?:[a-z']+\s+){0,3}?(?:the\s+)?$",
    fillers=r"(?:\s|unrestricted|restricted|consolidated|outstanding|terms|range|estimated|effective|expected|remaining|left|available|authori[sz]ed|under|in|of|on|for|as|our|the|total|net|record|quarterly|annual|worth|new|more|additional)*",
    turning=r"\b(?:turning (?:now )?to|moving (?:now )?(?:on )?to|let's turn to|as (?:for|to)|with respect to|within|stay(?:ing)? with|stick(?:ing)? with|go(?:ing)? back to|com(?:e|ing) back to|(?:ask|asking|question|questions|one|word|thought) (?:is |are )?(?:on|about)|follow(?:ing)? up on)\s+(?:(?:our|the)\s+)?$",
    brought=r"\b(?:contributed|brought in|generated)\s+(?:(?:about|over|nearly|some|around)\s+)?$",
    grew=r"\bgrowth\b|(?:^|\b(?:we|company|group|business|despite|while|after|of|to|and|from|continue to|will|now)\s+|^\W*)(?:also |still |again |[a-z]+ly )?(?:grew|grow|growing)\s+(?:by\s+)?(?:[a-z]+\s+){0,2}$",
    pays=r"\b(?:invest|spen[dt]|paid|pay|return|rais|acquir|repurchas|accru|releas|built|build|donat|commit|contribut\w* to|incur|record|book)[a-z]*\b",
    totalled=r"\b(?:in total|all told|altogether|together|adds? up to|a total of)\b[^,;]{0,24}$",
    aimed=r"\b(?:our|the|its) (?:[a-z\-]+ ){0,2}(?:target|guidance|outlook|goal)\b",
    bare_subject=r"\W*(?:(?:and|but|so|then|now|well|yes|okay|also|only|if|with|against|compared with)[\s,]+)*(?:we|i|it|this|that|these|those|they|you|of (?:this|these|that|those|the)|the (?:total|figure|number|sum|rest|first|second|third|fourth)|for|in)\b",
    own_noun=r"\b(?:[a-z\-]+\s+){0,3}(?:charges?|gains?|losses|costs?|expenses?|allowances?|benefits?|payments?|proceeds|awards?|savings|provisions?|impairments?|fees?|taxes|refunds?|synergies|commitments?)\s+of\s+(?:[a-z]+\s+){0,2}$|\b(?:an?|the|our|its|their)\s+(?:[a-z\-]+\s+){0,3}[a-z]+\s+of\s+(?:[a-z]+\s+){0,2}$",
    grower=r"\b([a-z][\w&'\-]*)\s+growth\b[^;,.]*$",
    growth_in=r"\b(?:growth|increase|decrease|decline|rise|drop|reduction|improvement) in (?:our |the |its )?([^;,]{3,48}?)\s+of\s+(?:[a-z]+\s+){0,2}$",
    plain_growth=r"[a-z]+(?:ed|al|ic|ly|ive|ing)|[a-z]+-[a-z]+|strong|solid|healthy|steady|low|high|mid|teens?|currency",
    a_year=r"\s*(?:a year|per year|per annum|each year|every year|annually)\b",
    compounds=r"\b(?:grow|expand|compound|increas|ris)[a-z]*\b[^;.]*\b(?:at|by|of)\s+(?:about |around |roughly |over |some |nearly )?$|,? or (?:by )?$",
    points_back=r"^\W*(?:and |but |so )?(?:it|its|they|their)\b(?!'s (?:a|an|the|not|just|really)\b)|\bthere\b(?! (?:is|are|was|were|will|has|have|had|would|may|might|could)\b)(?<!is there)(?<!are there)",
    authorised=r"\b(?:authori[sz]ed|approved)\b[^,;.]{0,40}\b(?:buy-?backs?|repurchases?|program(?:me)?s?)\b[^,;.]{0,20}\b(?:of|for)\s+(?:an additional |another |up to )?$",
    by_dimension=r"\W*(?:seen |split |broken down |looking at (?:it|this|revenues?|sales) )?(?:by|across) (?:our |the )?(?:vertical|segment|region|geograph|country|countries|market|brand|application|product|category|categories|end[ -]market|business|line|channel|customer|division|industr)[a-z ]{0,14},",
    listed_names=r"(?:^|[;:.]\s|\b(?:while|where|whereas)\s|,\s(?=[a-z\-]+ and )|^by [a-z ]+,\s)(?P<names>[a-z][\w&'\-]*(?:(?:,? and|,)? [\w&'\-]+){1,12}?)\s+"
    r"(?:account(?:ed|s)? for|represent(?:ed|s)?|ma[dk]e up|contribut(?:ed|es?)|grew|rose|fell|declined|increased|decreased|were(?: up| down)?)\s+(?:by\s+)?$",
    these_were=r"\b(?:these|they|the (?:items|adjustments|amounts)) (?:items )?(?:were|came to|amounted to)\s*$",
    parts=r"\b(?:of (?:which|whom|them|these|those)|including)\b[^;.]*$",
    equals=r"\b(?:equal|equivalent|amount(?:s|ing)?) to\b",
    points_from=r"\s*(?:(?:of (?:this|that|it|which) )?(?:came|comes|come|stemmed|resulted|arose|is|was|were|are)\s+)?(?:from|due to|because of|thanks to|owing to|attributable to|related to)\s+(?!(?:about |around )?[0-9$€£]|(?:the |a |our )?(?:last|prior|previous|preceding|same|year|first|second|third|fourth|q[1-4]|quarter|level|20[0-9]{2})\b)[a-z]|\s*of\s+(?:[a-z\-]+\s+){0,2}(?:headwinds?|tailwinds?|dilution|drag|benefits?|pressure|leverage|inflation|savings|uplift|contribution)\b",
    so_far=r"\b(?:so far|to date|since (?:its|the) (?:start|launch|inception|announcement)|(?:remains?|remaining|left) (?:on|under|of) (?:the|our|this) (?:authori[sz]ation|programme|program))\b",
    defined=r"\b(?:target(?:ed)? range|long-term (?:target|growth rate|range|goal|ambition|objective)|(?:medium|mid)-term (?:target|range|goal)|through-the-cycle[a-z \-]{0,20}|covenant(?: of)?|policy (?:of|is|range))(?:\s+(?:of|is|at|remains|between|to be))*\s+(?:about |around )?$|\b(?:customers?|clients?|accounts?|deals?|contracts?|orders?|those|organi[sz]ations|companies)\s+(?:(?:with|of|above|over|paying|spending|worth|that|who|which|have|has|pay|spend|generate|generating|arr|revenue|a|an|annual|year|more|than|in|excess|at|least|exceeding|greater)\s+){1,6}$",
    stands_for=r"^\W*(?:each|every|one) (?:[\w]+ ){1,4}(?:represents?|equals?|stands? for|is|corresponds? to)\s+$",
    guides=r"\b(?:guid(?:e|ed|ing|ance)|outlook)\b",
    flows=r"\b(?:leased|executed|opened|closed|added|lost|acquired|bought|repurchased|bought back|retired|delivered|sold|shipped|hired|built|launched|installed|signed|placed|won|cancelled|canceled|repaid|issued|raised|drew|returned)\s+(?:(?:about|around|nearly|over|another|some|a|net|new|total|of|further|the|first)\s+){0,3}$",
    averaged=r"\baverage (?:[a-z\-]+ ){1,4}(?:was|were|of|stood|came|grew|rose|fell|increased|decreased|declined)\b[^,;.0-9]{0,40}$|\baveraged\s+(?:[a-z]+\s+){0,2}$",
    today=r"\b(?:now|today|currently|already|serves?|operates?|employs?|runs?|counts?|stands?|supports?)\b[^;.]{0,40}$|\b(?:has|have|is|are|sells?|pays?|covers?)\s+(?:(?!\w+ed\b)[a-z]+\s+){0,3}$",
    of_market=r"\s*of (?:the|that|this|our|its) (?:[a-z\-]+ ){0,2}market\b(?! (?:cap|capitali[sz]ation|value))",
    own_subject=r"\b(?:the|our|its|these|those)\s+(?P<noun>(?:[a-z][a-z\-]+\s+){0,2}[a-z]{4,})\s+(?:to be|will be|would be|was|were|is|are)\s+(?:about |around |approximately |roughly |only |nearly )?$",
    plain_subject=r"\b(?:items?|adjustments?|that|which|it|currency|terms|totals?|figures?|numbers?|rest|remain(?:der|ing)|balance|same|results?|range|midpoint|first|second|third|fourth|last|company|group|quarter|year|months?|amounts?|sum|impact|effect|difference|latter|former|other|increase|decrease|growth|decline|rise|drop|contribution|part|half|segments?|business(?:es)?|division|region|market|countr[a-z]+|base|comparable|level|peak|trough|average|answer|target|guidance|goal|share|value|split|mix)\b",
    noun_of_money=r"(?P<noun>(?P<kind>(?:(?!(?:an?|the|our|its|of|in|by|to|for|with|and|from|on|as|net|total|higher|lower|recorded|recognized|incurred|reported|received|had|was|were|is|including|additional|aggregate|related)\b)[a-z][a-z&\-]+\s+){1,3})(?:charges?|benefits?|gains?|costs?|payments?|proceeds|awards?|savings|provisions?|allowances?|refunds?|synergies|commitments?|assistance|grants?|subsid(?:y|ies)|reimbursements?|settlements?|distributions?|contributions?))\s+(?:(?:for|in|during)\s+the\s+(?:[a-z]+\s+){1,3})?of\s+(?:(?:about|around|approximately|roughly|nearly|over|only|some)\s+)?$",
    comes_from=r"\b(?:benefit(?:ed|s|ing)?|result(?:ed|s|ing)?|deriv(?:ed|es|ing)|stem(?:med|s)?|suffer(?:ed|s)?|recover(?:ed|s)?|proceeds|com(?:e|es|ing)|came|gain(?:s|ed)?|income|cash)\s+from\s+(?:[a-z\-]+\s+){1,6}of\s+(?:[a-z]+\s+){0,2}$",
    aside=r",\s+((?:that is|i\.e\.|which (?:is|we define as|we define)|defined as|meaning)\b[^;.]{3,120}?),\s+(?:was|were|is|are|came|reached|stood|totall?ed|increased|decreased|grew|rose|fell)\b",
    guidance_follows=r"\b(?:expect|guid(?:ing|ance)|outlook|forecast|anticipat|project|assum)[a-z]*\b[^.]{0,90}\b(?:the following|as follows|are below)\b",
    has_verb=r"\b(?:was|were|had|has|have|is|are|increased|decreased|grew|rose|fell|declined|reached|came|totall?ed|delivered|generated|achieved|reported)\b",
    leaves_out=r"\W*(?:(?:and|but|so|now|also)\W+)*(?:excluding|leaving out|leaving aside|stripping out|setting aside|not counting|without|before|net of|adjusted for|adjusting for|ex)\s+[^,;]{3,70},",
    lost=r"\b(?:we|company|group|business|it|they|that|[A-Z][\w\-]+)\s+(?:still |also |only )?los[te]\s+(?:about |around |some |only |just |nearly |over )?$|\b(?:an?|net|reported|posted|recorded)\s+(?:net )?loss of\s+(?:about |around |approximately )?$",
    operating=r"^[^,;]{0,24},? at (?:the )?operating level|^\s*operationally",
    of_them=r"\s*of (?:them|these|those)\b",
    of_all=r"\b(?:in total|together|all told|total|altogether|overall|of all kinds|in all|group|company|combined)\b",
    moves_of=rf"\s*(?:(?:{_YOY}|{_QOQ})\s+)?(?:[a-z\-]+\s+)?(?:{_NOUN})\s+(?:in|of)\s+(?:(?:our|the|its|total|net|overall|quarterly|annual)\s+)*",
    moved_behind=rf"\s*(?:(?:{_YOY}|{_QOQ})\s+)?(?:[a-z\-]+\s+)?(?:{_NOUN})\s+in\s+(?:(?:our|the|its|total|net|overall)\s+)*((?:[a-z][\w&'\-]*\s+){{0,3}}?[a-z][\w&'\-]*)(?=\s*(?:[,.;:)]|$)|\s+(?:was|were|is|are|and|in|for|due|from|as|during|driven|on|at|over|compared|versus|to|with|because|which|that)\b)",
    of_change=r"^\s*of (?:the|that|this|our) (?:[a-z\-]+ )?(?:increase|growth|rise|decrease|decline|change|improvement|reduction|expansion)\b",
    continues=r"^\W*(?:and |so |but |yes[,.]? )?(?:of (?:these|those|them|which)|this|that|it|which|these|they|representing|compared|on an?|of the|for the same|in the same|year[ -]over|sequentially|up|down|excluding|adjusting|versus|the (?:same|increase|decrease|growth|decline|figure|comparable|remaining|rest|other))\b|^[^,;]{0,40}?\b(?:it|they|the figure|that) (?:was|were|is|are|stood|came|now)\b",
    stop=r"[;:]|\.\s|\b(?:while|whereas|meanwhile)\b",
)  # fmt: skip
