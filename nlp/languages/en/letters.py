"""English: comment letters of a regulator."""

from __future__ import annotations

import re

from .. import documents
from ..hints import Hinted
from ..late import late
from ..letter_rules import LetterRules, Wanted

_I = re.IGNORECASE
_VERBS = (
    r"(?:quantify|disclose|state|define|explain|describe|discuss|show|give|provide|include|present|reconcile|identify|"
    r"clarify|confirm|address|separately\s+(?:quantify|disclose|show|address|present|discuss)|break\s+down|tell\s+us|advise|"
    r"remove|revise|amend|expand|file|substantiate|support|update|consider|ensure)"
)
_REASONS = (
    r"\b(?:due (?:primarily |mainly |largely )?to|because|driven by|attribut\w+ to|as a result of|resulted from|"
    r"resulting from|reflect(?:s|ed|ing)?|owing to|thanks to|came from|stem\w* from|on (?:higher|lower|the|strong|weak)|"
    r"helped by|caused by|offset by|result of)\b"
)
_DEFINES = (
    r"\b(?:is|are) defined\b|\bdefines?\b|\b(?:is|are) calculated\b|\bcalculated (?:as|by)\b|\bmeans\b|\brefers? to\b|"
    r"\b(?:is|are) the (?:number|total|sum|share|amount|average|revenue|places?|proportion|percentage|ratio|value|costs?|time|count|part|portion|customers|orders|contracts|users)\b|\bdivided by\b|"
    r"\brepresents?\b|\bwe (?:count|include|measure|consider|treat)\b|\bexcluding\b|\bcounts? (?:as|once)\b"
)
_COMPARES = (
    r"\b(?:compared (?:with|to)|versus|vs\.?|up from|down from|from|against|a year (?:ago|earlier)|in the same period|"
    r"year[- ]over[- ]year|year on year|prior[- ]year|last year|respectively)\b"
)

ENGLISH_LETTERS = LetterRules(
    code="en",
    numbers=(
        documents.COMMENT_HEADED,
        documents.COMMENT_NUMBER,
        documents.COMMENT_BRACKETED,
        late(r"\s*\|?\s*(?P<number>[0-9]{1,2})\s*(?:\||-{1,2})\s+(?=\S)"),
        late(r"\s*(?P<number>[IVX]{1,6})[.)]\s+(?=\S)"),
        late(
            r"\s*(?:comment|question|issue) (?P<number>one|two|three|four|five|six|seven|eight|nine|ten)\b[.:]?(?:\s|\Z)",
            _I,
        ),
        late(r"\s*#?\s?(?P<number>[0-9]{1,2})\s{1,4}(?=[A-Z][a-z]+ )"),
    ),
    restarts=late(
        r"\s*(?:Amendment|Exhibit|Annual Report|Quarterly Report|Current Report|Proxy|Registration|Earnings|(?:Draft )?Form [0-9A-Z])\b"
    ),
    answered=documents.ANSWERED_NUMBER,
    dear=documents.DEAR,
    closing=documents.LETTER_CLOSING,
    filing_page=documents.FILING_PAGE,
    response=documents.RESPONSE_HEAD,
    requests=documents.LETTER_ASKS,
    tells=documents.LETTER_TELLS,
    ask=Hinted(
        rf"(?:\A\W*(?:[0-9]{{1,3}}[.)]\s+)?|[,;:]\s*|\b(?:please|also|and|or|then|further|supplementally|to|should|"
        rf"in addition|alternatively)\s+,?\s*)(?P<verb>{_VERBS})\b",
        _I,
    ),
    begins=Hinted(r"\bplease\b", _I),
    further=Hinted(
        r"(?:,\s*(?:and\s+)?|\s+and\s+|\s+as well as\s+)(?=the\s+(?:actual\s+|total\s+)?(?:number|share|amount|size|percentage|"
        r"portion|proportion|rate|costs?)\b)|\s+and\s+(?=(?:where|how(?!\s+much\s+from)|when|whether|why|who|what)\b)",
        _I,
    ),
    to=Hinted(r"to\b", _I),
    revises=Hinted(r"\b(?:revis|amend|expand|updat|modif)\w*\b[^.;]{0,60}\Z", _I),
    dangling=Hinted(r"[,;]?\s+(?:and|or|also|please|also, please|as well as|and separately|if so)\s*\Z", _I),
    accordingly=Hinted(r"\b(?:accordingly|in this regard|do so|as appropriate)\b", _I),
    tail=Hinted(
        r",\s*including\b|,?\s*\b(?:so that|so as to|in order (?:to|that)|because|since the|as (?:this|these|that|the)\b|if (?:material|so|true|any)|"
        r"to the extent|refer(?:ring)? to (?:Item|Section|Question|ASC|Rule|SAB|our)|See (?:Item|Question|Section))",
        _I,
    ),
    wants=(
        Wanted(
            name="factors",
            words="each factor in figures",
            asks=Hinted(
                r"\b(?:each|every|individual|these|those|such|underlying|the various|various)\s+(?:of (?:the|these) )?(?:\w+\s+){0,2}"
                r"(?:factors?|drivers?|components?|causes?|effects?|impacts?)\b|\bboth (?:effects|factors|drivers|impacts)\b|\bhow much .{0,60}\b(?:stems?|comes?|came|resulted?|is due|was due)\b|"
                r"\bcontributions? of\b|\bextent (?:to which )?.{0,40}\bcontribut",
                _I,
            ),
        ),
        Wanted(
            name="split",
            words="shown one by one",
            asks=Hinted(
                r"\bseparately\b|\bbreak ?down\b|\bbroken down\b|\bdisaggregat\w+|\bby (?:geograph\w+|segment|region|product|customer|"
                r"country|type|category|line)\b|\b(?:new|existing)\b.{0,12}\b(?:versus|vs\.?|and|or)\b.{0,12}\b(?:new|existing)\b|"
                r"\bcompared to the\b.{0,40}\bother\b|\bfor each of\b",
                _I,
            ),
        ),
        Wanted(
            name="definition",
            words="a definition",
            asks=Hinted(
                r"\bdefin(?:e|ition)\b|\bhow (?:you|it is|they are|this is) (?:define|calculate|compute|count|determine|measure|derive)\w*|"
                r"\bwhat (?:you )?(?:count|consider|mean)s?\b|\bmethod(?:ology)?\b.{0,30}\b(?:calculat|comput|measur)\w+|"
                r"\bmeasure by which\b|\bhow .{0,40}\b(?:is|are) (?:calculated|computed|defined|measured)\b",
                _I,
            ),
            gives=Hinted(_DEFINES, _I),
        ),
        Wanted(
            name="reason",
            words="the reasons",
            asks=Hinted(
                r"\b(?:underlying )?reasons?\b|\bwhy\b|\bfactors (?:that|which|behind|affecting)\b|\bwhat (?:caused|drove)\b|"
                r"\b(?:explain|discuss) (?:the |any )?(?:changes?|increases?|decreases?|fluctuations?|decline)\b|\bcauses? of\b",
                _I,
            ),
            gives=Hinted(_REASONS, _I),
        ),
        Wanted(
            name="each period",
            words="for each period",
            asks=Hinted(
                r"\b(?:comparative|comparable|prior|corresponding) (?:period|year)s?\b|\b(?:for|in|at the end of|as of the end of) "
                r"each (?:of the )?(?:period|year|quarter)s?\b|\beach period\b|\bperiods? presented\b",
                _I,
            ),
            gives=Hinted(_COMPARES, _I),
        ),
        Wanted(
            name="figure",
            words="a figure",
            asks=Hinted(
                r"\bquantif\w+|\b(?:actual |total |average |weighted[- ]average )?(?:numbers?|amounts?|size|shares?|percentages?|portions?|"
                r"proportions?|rates?|length|volume|value|level|costs?|balance|revenues?|expenditures?|margin|occupancy|duration|"
                r"headcount|backlog|prices?|ratio)\b|\bhow (?:much|many|long|large|often)\b|\bin (?:dollars|figures)\b",
                _I,
            ),
        ),
    ),
    formal=Hinted(
        r"\breconcil\w+|\bexhibits?\b|\bconsents?\b|\bRule [0-9]|\bASC [0-9]|\bSAB\b|\bfootnotes?\b|\bpages? (?:[FS]-)?[0-9]|\b[FS]-[0-9]+\b|"
        r"\borgani[sz]ation chart|\bcopies\b|\bsupplementally\b|\bprospectus\b|\bbalance sheets?\b|\brisk factors?\b|\bprincipal\b.{0,12}\bagent\b|"
        r"\bpro forma\b|\block-up\b|\baudit\w*|\bthis adjustment\b|\bItem [0-9]|\bnon-GAAP (?:measure|adjustment)|\bvot(?:e|ing)\b|\blitigation\b|"
        r"\bshareholders'? agreement|\bfiling\b|\bhow you account(?:ed)? for\b|\byour accounting\b|\bproceeds\b|\brelated part(?:y|ies)\b|\bchops\b|\bSecurities Act\b|"
        r"\binternal control|\bremediation\b|\bbeneficial\w*|\bunderwrit\w+|\bvaluation specialist|\bvesting\b|\bthe company's? directors\b",
        _I,
    ),
    back=Hinted(r"\b(?:it|them|both|this|these|such|those|that rate|the rate|the number|the amount|the measure)\b", _I),
    parts=Hinted(
        r"\b(?:separately (?:for|the)|for each of|attributable to|stems? from|comes? from|by)\s+(?P<items>[^.;]{4,200})",
        _I,
    ),
    joint=late(r",\s*(?:and\s+)?(?:for\s+)?|\s+(?:and|versus|vs\.?|or)\s+(?:how much\s+)?(?:for\s+|from\s+)?", _I),
    stop_words=frozenset(
        "please disclose disclosure disclosures quantify quantified state stated explain describe discuss provide include included present presented "
        "presentation revise revised clarify tell us address identify advise consider period periods each actual number numbers amount amounts "
        "comparative well end both separately show give define definition contribution contributions factor factors driver drivers change changes "
        "material reader readers investors context response filing form item section refer page whether extent separate including much stems stem "
        "how what why which you your note comment following discussion underlying reason reasons additional further basis related respect example "
        "level rate size share portion percentage account accounts average total ensure appropriate applicable attributed attribute attributable year years quarter "
        "increase increases decrease decreases decline declines growth rise fluctuation fluctuations count counts expect expected coming number well quarters fiscal ended prior same respective addition company".split()
    ),
    reasons=Hinted(_REASONS, _I),
    factor=Hinted(
        r"(?:^|,|;|\band\b|\bas well as\b|\bpartially\b|\bto\b|\bby\b|\bfrom\b|\bwas\b)\s*(?:an? |the )?(?:\w+ )?"
        r"(?P<head>increases?|decreases?|growth|rises?|higher|lower|decline|reduction|expansion|addition)\b",
        _I,
    ),
)
