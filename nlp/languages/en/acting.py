"""Where English tells what a part of a business does or comes to, and the nouns that are no part but a measure."""

from __future__ import annotations

from ..hints import Hinted

_WORD = r"(?:[A-Za-z][\w&'’/\-]*)"
_NAME = rf"(?:{_WORD}(?: (?:and |& |of the |of )?{_WORD}){{0,4}}?)"
_OPENS = r"(?:^|[.;:?!] |[,)] |—|-- |\b(?:and|while|but|whereas|with|as|where|though) )"
_CAPITAL = r"(?:[A-Z][\w&'’/\-]*)"
_OWN = rf"(?:{_CAPITAL}(?: (?:and |& |of |the |de |del |y )?{_CAPITAL}){{0,3}})"
_LEAD = r"(?:(?:and|but|so|then|now|well|yes|look|meanwhile|in contrast|by contrast|similarly|for|in|at|our|the|its|both),? ){0,3}"
_ASIDE = r"(?:, (?:which|who|that|where|our|the|its|still|now|by contrast|meanwhile|on the other hand|too)\b[^,;.]{0,70},|,? though,| meanwhile| also| again| alone| itself| together)?"
_DID = (
    r"(?:was|were|is|are|'s|came in|came out|comes in|finished|ended|stood|stands|ran|runs|runs|running|sits|reached|hit|crossed|passed"
    r"|grew|grows|rose|fell|declined|increased|decreased|dropped|climbed|jumped|slipped|gained|eased|slid|surged|expanded|shrank|improved|moved"
    r"|contributed|contributes|saw|brought in|generated|generates|delivered|posted|recorded|reported|added|made|makes up|made up|did|does|had|has|took"
    r"|accounted for|accounts for|represented|represents|totaled|totalled|averaged|amounted to|shrank|comped|printed|booked|sold|produced|lost|earned|outgrew)"
)
_HOW = r"(?:(?:[a-z]+ly|about|approximately|around|some|over|nearly|almost|just|only|still|at|by|up|down|off|in|to|even|flat at|higher|another|a|an|the|further|under|below|above|well|more than|less than|plus|minus|call it|what|back|of|with|revenues?|sales|net|growth|increase|decline|decrease|decent|strong|solid|healthy|record|between|best|quarter|again|sequentially|year over year|year on year|year-over-year|year-on-year)[ ,]+){0,5}"
_MONEY = r"(?:[A-Z]{1,3}\$|[A-Z]{3} ?|[$€£¥])[0-9]"
_RATE = r"-?[0-9][0-9.,]*(?: ?%| per ?cent| percent)"
# "Data center was $624 million", "Skin care, which is small, fell 2%", "pumps up 10%".
ACTS = Hinted(rf"{_OPENS}{_LEAD}({_NAME})(?:{_ASIDE}|,) {_DID} {_HOW}(?:{_MONEY}|{_RATE})")
# "Prepaid lost 64,000", "Las Brisas produced 41,700 tonnes"
COUNTS = Hinted(
    rf"{_OPENS}{_LEAD}({_OWN}){_ASIDE} (?:did|lost|added|sold|delivered|produced|contributed|shipped|processed|carried|handled|opened|closed|moved|generated|supplied|yielded|mined|poured) {_HOW}[0-9][0-9,.]*[0-9] ?(?:million |billion )?[a-z]*"
)
# "grew 5% and 7%": as many amounts as names.
TWO = Hinted(
    rf"[0-9.,]*(?: ?%| per ?cent| percent| basis points| points)?(?: ?million| ?billion|m|bn)? and (?:[a-z]+ )?(?:{_MONEY}|{_RATE})"
)
# "Fragrance, up 14%.", "and valves down 2%"
MOVED = Hinted(rf"{_OPENS}{_LEAD}({_NAME}),? (?:up|down|off|plus|minus|flat at) {_HOW}{_RATE}")
# "with Motor at 96.7% and Commercial Lines at 86.2%"
STANDS = Hinted(rf"{_OPENS}{_LEAD}({_NAME}) at {_HOW}(?:{_MONEY}|{_RATE})")
# "In Contract Logistics, 14 new sites were", "In wholesale, revenue fell 3%"
WITHIN = Hinted(
    rf"(?:^|[.;] )(?:[Ii]n|[Ff]or|[Aa]t|[Oo]n|[Ww]ithin|[Aa]cross|[Aa]s for|[Tt]urning to|[Ll]ooking at|[Mm]oving to) (?:our |the )?({_NAME}), [^.;0-9]{{0,80}}[0-9]"
)
# "In Austin alone we moved 410 houses", "and in the Mid-Continent $13.55"
WITHIN_NAMED = Hinted(
    rf"(?:^|[.;,] |\band )(?:[Ii]n|[Aa]t|[Oo]n) (?:our |the )?({_OWN})(?: (?:trade|market|corridor|plant|business|segment|alone))*,? (?:(?:we|it|its|it's|they|our|the|that|there|where)\b [^.;0-9]{{0,60}}|(?:[A-Z]{{0,3}}[$€£¥]))[0-9]"
)
# "a 9.3% decline in stores", "growth of 3.0% in e-commerce": what moves, behind its rate.
BEHIND = Hinted(
    rf"[0-9](?: ?%| per ?cent| percent) (?:growth|decline|increase|decrease|drop|rise|gain|improvement)?\s?(?:in|from|at) (?:our |the )?({_NAME})(?=[,;.]| and (?:[a-z]+ )?{_RATE}| compared| versus| while| but| partly| offset|$)"
)
# "Consumer Brands recorded a volume decline of 2.7%", "with the United States contributing CHF 418 million"
NAMED_ACTS = Hinted(
    rf"{_OPENS}{_LEAD}({_CAPITAL}(?: (?:and |& )?{_CAPITAL}){{1,3}}){_ASIDE},? (?:{_DID}|saw|achieved|matched|contributing|growing|reaching|turned|provided) [^.;,0-9]{{0,50}}(?:{_MONEY}|{_RATE}|[0-9]+ basis points)"
)
# "Lapse rates in Individual Protection rose", "Grades at Las Brisas dropped", "Sales of Lumexa rose"
OF_NAMED = Hinted(
    rf"[a-z\d)%] (?:in|at|on|of|from|for|across) (?:our |the )?({_OWN})(?: (?:segment|business|division|unit|line|plant|mill|mine|site|region|corridor|market|trade))?,? {_DID} [^.;,0-9]{{0,40}}[0-9]"
)
# "$1,087 per ounce sold at Tanoma,", "96 deliveries in North Harbour and"
AT_NAMED = Hinted(
    rf"[0-9%](?: [a-z][\w\-]*){{0,6}}? (?:in|at|on|from|across) (?:our |the )?({_OWN})(?=[,;.]| and\b| where| while| as| compared| versus| against| caused| driven| due|$)"
)
# "EBITDA from motorways amounted to": a part in small letters, behind what is measured of it.
FROM_PART = Hinted(
    rf"(?:[Rr]evenues?|[Ss]ales|EBITDA|EBIT|[Mm]argins?|[Pp]rofits?|[Ii]ncome|[Vv]olumes?|[Oo]rders|[Bb]ookings|[Oo]ccupancy|[Uu]tili[sz]ation|[Tt]raffic|ARPU|ASP|[Pp]rices?|[Gg]rowth) (?:in|at|on|from|for) (?:our |the )?([a-z][\w&\-]*(?: [a-z][\w&\-]*){{0,2}}?) {_DID} {_HOW}(?:{_MONEY}|{_RATE}|[0-9])"
)
# "you have temp down 4% and perm down 15%"
HAVING = Hinted(rf"\b(?:got|have|has|had|see|saw|with) (?:our |the )?({_NAME}) (?:up|down) {_HOW}{_RATE}")
# "EMEA, $98 million, was down 3%"
SET_OFF = Hinted(
    rf"{_OPENS}{_LEAD}({_NAME}), (?:at |about )?{_MONEY}[0-9.,]*(?: million| billion|m|bn)?, (?:was|were|grew|rose|fell|up|down|declined|increased|decreased)\b"
)
# "We expect data center to grow about 10%"
EXPECTED = Hinted(
    rf"\b(?:expects?|see|anticipates?|forecasts?|projects?) (?:our |the )?({_NAME}) to (?:grow|increase|rise|decline|decrease|fall|be up|be down|be flat|improve|contribute|reach|generate)\b[^.;]{{0,40}}[0-9]"
)
# "Apparel had a strong quarter", "Turning to Services."
TOLD_OF = Hinted(
    rf"(?:^|[.;] )({_OWN}) (?:had|saw|delivered|posted) (?:a|an|another|its) (?:[a-z\-]+ ){{0,3}}(?:quarter|half|year|start|performance)\b"
)
TURNED_TO = Hinted(
    rf"(?:^|[.;] )(?:[Nn]ow )?(?:[Tt]urning|[Mm]oving|[Ss]witching|[Ll]et me turn|[Ll]et's turn|[Ss]tarting|[Bb]eginning)(?: now| next| first)? (?:to|on to|with) (?:our |the )?({_OWN})(?: (?:segment|business|division))?(?=[.,:;]|$)"
)
# Nouns for what is measured of a business, never a part of it; also what acts without being one.
MEASURES = frozenset(
    """loss losses charge charges cost costs debt cash provision provisions reserve reserves dividend dividends premium premiums price prices
    pricing fee fees spend spending budget budgets impairment impairments gain gains payment payments interest tax taxes allowance allowances order
    orders booking bookings sale sales volume volumes receipt receipts demand growth guidance outlook result results performance leverage inventory
    inventories receivable receivables payable payables depreciation amortization amortisation proceeds investment investments capex headcount employee
    employees people customer customers subscriber subscribers user users client clients member members store stores shop shops restaurant
    restaurants inflation deflation currency currencies weather sheet sheets allocation slide slides outlooks profitability remarks highlights details numbers financials mix productivity efficiency share shares contribution contributions impact impacts
    effect effects benefit benefits headwind headwinds tailwind tailwinds saving savings synergy synergies backlog pipeline time times utilization
    utilisation penetration retention churn traffic check ticket basket comp comps increase increases decrease decreases amount amounts figure figures
    number numbers target targets plan plans consensus range midpoint total totals balance balances rest remainder half quarter quarters year years month
    months week weeks day days period periods season income profit profits earnings revenue revenues margin margins ebitda ebit eps noi ffo arr gmv aum turnover
    expense expenses rate rates ratio ratios yield yields return returns spread spreads multiple multiples index score scores level levels base
    capacity output production throughput occupancy deposit deposits loan loans asset assets liability liabilities equity capital funding liquidity
    bond bonds note notes facility facilities covenant deal deals contract contracts agreement agreements transaction transactions acquisition acquisitions
    disposal disposals market markets industry economy competition competitor competitors supplier suppliers partner partners distributor distributors
    consumers analyst analysts investor investors shareholder shareholders board management team teams company group it they we he she you i who what which that this these those there
    here one ones both all each some most many much more less nothing something anything everything everyone something others another other
    first second third fourth last next former latter same thing things way ways reason reasons question questions answer answers part parts piece
    pieces portion portions bit lot bulk majority minority difference differences gap delta change changes movement movements trend trends pace momentum
    improvement improvements reduction reductions adjustment adjustments item items effort efforts program programs programme initiative initiatives
    strategy action actions measure measures work job jobs project projects programmes conversion flow flows outflow outflows inflow inflows burn runway
    kilometres kilometers kilometre kilometer miles litres liters hours dollars euros yuan pounds kilowatt megawatts gigawatts
    backorders shipments shipment deliveries delivery units unit tonnes tons tonnage barrels ounces carloads trips rides parcels passengers seats rooms beds visits
    installations installs downloads homes houses closings starts permits leases lettings wage wages salary salaries labor labour freight fuel
    energy gas power oil steel feedstock materials ingredients commodity commodities tariffs tariff duty duties rent rents weighting exposure
    enrolment enrolments enrollment enrollments attendance admissions students patients procedures prescriptions vehicles aircraft ships vessels trucks
    utilities attrition absenteeism turnover lapse lapses claim claims incidence frequency severity duration delinquencies delinquency defaults default
    downtime uptime punctuality availability reliability satisfaction nps engagement awareness visibility confidence sentiment
    expectation expectations forecast forecasts estimate estimates assumption assumptions commitment commitments obligation obligations rpo tcv acv
    bid bids tender tenders proposal win wins incentive incentives lease rebates rebate penalties penalty promotion promotions discount discounts marketing travel hedging loss-making award awards grant grants subsidy subsidies credit credits
    quote point points percent percentage count counts average averages median mean sum addition additions net gross peak trough low high exit entry
    decline declines drop drops rise rises fall backdrop mix/price price/mix pos gms arm casm cask rasm trasm prasm tpv revpar adr arpu ltv cac gmv nav book
    sequentially organically together overall alone respectively versus against than""".split()
)
# Words for a quantity that are also a trade: "Power" is a division, "power costs" are not.
TRADES = frozenset(
    "power energy gas oil freight fuel steel materials consumer credit customer utilities funding investment investments capital premium market".split()
)
# A word that never stands in the name of a part.
NO_WORDS = frozenset(
    """of for in at from to by on with ex into onto through across but as like toward towards between among against via
    stands stand stood sits runs example instance fact case reality general isolation particular addition contrast comparison summary short sum basis terms context view light
    spite response process practice principle faq study backdrop dilution holding growing rising falling steady incurred annualized annualised comped
    continuing continuous finishing recurring segment business communities directors fridays segments businesses isn't
    organic inorganic same-store like-for-like operations bits expand expands repairs right wrong small big flat strong weak solid great good bad fine nice tough hard easy unchanged stable
    we i you he she it they us them me him her who whom whose which what that this these those there here if because since when while although though
    unless until after before during without within per than so such very too quite just only even also already yet still again now then today
    was were is are be been being am has have had having do does did done will would shall should may might can could must let's
    not no never nor none neither either about around approximately roughly nearly almost over under above below up down off out
    higher lower better worse more less fewer greater smaller larger bigger early late ago year years quarter quarters month months week weeks
    up-front respectively including excluding compared versus vs driven reflecting due thanks despite partly mainly largely primarily mostly
    grew grow rose rise fell fall went go came come saw see said say think thought know expect expected believe guess mean means remember
    took take made make got get gave give put left ran run held hold kept keep reached hit hits ended finished started opened closed
    added lost won sold bought paid spent earned contributed generated delivered brought posted recorded reported
    january february march april may june july august september october november december monday tuesday friday
    million billion thousand hundred percent dollars euros pounds yuan yen q1 q2 q3 q4 h1 h2 fy ytd yoy qoq my your his their
    million's remaining combined""".split()
)
