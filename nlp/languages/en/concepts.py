"""English words that speak of one matter: a question about wages is answered with "pay", "nurses" or "the union".

One line a matter: its name, then words and pairs of words. Words are given as they are said and compared by their stem.
"""

from __future__ import annotations

_GROUPS = """
people: headcount employees staff workforce hiring hire hires hired layoffs recruiting workers crew team|size redundancies attrition|rate fte ftes drivers nurses engineers
pay: wages wage salary salaries pay compensation labor labour union bonus bonuses overtime agency contract|staff contract|nurses payroll stock-based
price: price prices pricing priced discount discounts discounting promotion promotional promotions fares fare fee rates|up list|price markdown markdowns surcharge tariff|rates asp asps
volume: volume volumes units shipments shipped tonnage tons tonnes sold passengers deliveries delivered bags quantities
demand: demand orders order bookings booking booked backlog pipeline enquiries inquiries intake ordering book-to-bill leads traffic footfall
customer: customers customer clients client accounts account subscribers subscriber users retailers wins renewal renewals
churn: churn attrition retention leave leaving lose lost losing cancellations cancel turnover|rate renew renewal renewals
margin: margin margins profitability profitable operating|leverage gross|margin ebitda|margin bottom|line
cost: costs cost expense expenses spending overhead savings saving efficiency efficiencies inflation opex sg&a
input: commodity commodities raw|materials steel energy electricity gas fuel bunker oil resin feedstock copper power|price
freight: freight logistics shipping container transport haulage trucking
inventory: inventory inventories stock destocking stockpile warehouse channel|inventory stocking overstock
receivable: receivables receivable collections collect dso payment|terms working|capital payables overdue
debt: debt leverage borrowings borrow loan loans bond bonds notes refinance refinancing refinanced maturity maturities covenant covenants deleveraging facility
interest: interest coupon financing|cost finance|cost rates|rise
cash: cash liquidity free|cash balance|sheet
return: buyback buybacks repurchase repurchases dividend dividends payout capital|return capital|returns shareholder|return own|stock own|shares special|dividend
capex: capex capital|expenditure capital|expenditures capital|spending investment investments invest investing spend|on
plant: plant plants factory factories facility facilities line lines shift shifts yard mill site sites construction commissioning ramp ramp-up
capacity: capacity utilization utilisation loaded throughput bottleneck occupancy full
store: stores store shops shop outlets outlet branches branch clinics clinic centers centres locations openings closures footprint restaurants de|novo de|novos
supply: supply supplier suppliers shortage shortages lead|time lead|times sourcing procurement components
quality: quality yield yields defects defect recall recalls scrap warranty complaints
deal: acquisition acquisitions acquire acquired m&a bolt-on bolt-ons merger takeover target targets deal deals bought purchase|price integration integrate integrating synergy synergies multiple
disposal: divest divestiture divestment disposal disposals sell|it exit spin-off spinoff strategic|review buyer
guide: guidance guide outlook forecast assume assumption assumptions model modeling modelled expect baked guiding
tax: tax taxes taxation effective|rate statutory
currency: currency currencies fx foreign|exchange dollar euro yen renminbi real peso weaker|dollar headwind hedge hedged hedging
hedge: hedge hedged hedging locked lock
regulation: regulation regulator regulators regulatory approval approvals license licence permit permits fda cms ruling rule rules government reimbursement authority authorities compliance
law: litigation lawsuit lawsuits court patent dispute settlement settle legal arbitration judge trial|date
compete: competition competitor competitors competitive rival rivals share|gains market|share entrant entrants independents
tariff: tariff tariffs duty duties customs import imports export
research: r&d research development pipeline patents innovation trial trials clinical phase
product: product products launch launches launched launching platform model|line generation prototype
season: seasonality seasonal weather snow storm drought season winter summer
mix: mix family families premium trade|down trading|down
china: china chinese asia
europe: europe european germany france
price-model: subscription subscriptions licence recurring arr saas
advert: advertising marketing brand campaign campaigns ads promotion|spend customer|acquisition
loss: write-off write-offs provision provisions reserve reserves impairment impairments charge-off charge-offs npl delinquency delinquencies credit|losses allowance
deposit: deposit deposits funding nim net|interest
insurance: premium premiums claims claim combined|ratio catastrophe reinsurance
land: rent rents leases lease tenants tenant landlord vacancy occupancy property properties building buildings
online: online e-commerce digital website app omnichannel
energy-green: emissions carbon sustainability esg renewable renewables solar wind|farm
age: duration maturity tenor term years|left length
date: timing timeline delay delayed late schedule track postponed
safety: accident accidents safety incident incidents injury
board: board director directors chairman succession chief|executive management|change successor
data: data ai artificial|intelligence software automation robots algorithm algorithms model|training cloud
chain: franchise franchisee franchisees dealer dealers distributor distributors distribution channel channels partners partner wholesale
same-store: same-store comparable comps like-for-like comp
travel: travel tourism tourists hotels flights
"""


def _concepts() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for line in _GROUPS.strip().split("\n"):
        name, words = line.split(":")
        for word in words.split():
            found.setdefault(word, []).append(name)
    return {word: tuple(names) for word, names in found.items()}


CONCEPTS = _concepts()
"""A word, or two with a bar between them, to the matters it may speak of; small letters."""
