"""English nouns of what is sold, moved or made, and the verbs that say which of these a count of them is."""

from __future__ import annotations

import re

from ..late import late

# What is counted by weight, measure or package: a count of it is one of goods, whatever the verb.
BULK = (
    "tonnes? tons? ounces? pounds lbs kilograms kilos kg barrels bbls boe mboe gallons litres liters hectolitres hectoliters "
    "bushels carats hundredweights? mwh gwh twh therms mcf bcf mmbtu wafers sheets sticks cigarettes cases bottles cans packs "
    "doses vials teus? boxes containers carloads truckloads loads parcels packages letters copies prescriptions scripts rides"
)
# What is sold by the piece: told by the verb, for a company also owns, rents and repairs such things.
PIECES = (
    "vehicles cars trucks vans buses bikes bicycles motorcycles scooters trailers tractors boats yachts aircraft jets planes "
    "helicopters shipsets engines turbines units systems devices instruments machines robots analyzers analysers printers "
    "handsets phones smartphones tablets computers notebooks servers consoles chips modules panels batteries chargers meters "
    "homes houses apartments condos condominiums flats plots lots tests reports scans transactions procedures implants trips tickets games "
    "pieces pairs garments shoes bags watches vessels ships carriers locomotives railcars wagons elevators lifts escalators"
)
POWER = "mw gw kw megawatts gigawatts kilowatts mwp gwp mwac mwdc"
SHOPS = (
    "clubs cafes bakeries pharmacies drugstores supermarkets hypermarkets gyms salons cinemas theaters theatres doors"
)
SITES = "sites properties hotels resorts buildings mines terminals refineries quarries farms"
# "14 of our markets", "two of the eleven plants": some of a group are counted, whatever unit stands near.
OF_A_GROUP = late(
    r"\s+of\s+(?:(?:our|its|their|the|these|those)\s+)?(?:[a-z0-9-]+\s+){0,2}(?:"
    + "|".join(f"{SHOPS} {SITES}".split())
    + r"|markets|countries|states|regions|cities|categories|brands|stores|restaurants|branches|plants|factories|customers"
    r"|clients|suppliers|employees|businesses|segments)\b",
    re.IGNORECASE,
)

MADE = (
    r"\b(?:produc(?:ed|es|ing)|manufactured|mined|min(?:es|ing)|buil[dt]s?|assembl(?:ed|es)|mad[e]|poured|smelt(?:ed)?|refined"
    r"|extracted|pumped|brewed|bottled|yield(?:ed|s)|output|production|roll(?:ed|ing) off)\b[^,;]{0,40}$"
)
SOLD = (
    r"\b(?:ship(?:ped|ping|s)?|deliver(?:ed|ing|s|ies)?|s(?:old|ell(?:s|ing)?)|sales|mov(?:ed|es|ing)|handl(?:ed|es|ing)"
    r"|carr(?:ied|ies|ying)|haul(?:ed|s|ing)?|transport(?:ed|s)?|plac(?:ed|es|ing)|distribut(?:ed|es)|process(?:ed|es)"
    r"|dispens(?:ed|es)|clos(?:ed|es)|settl(?:ed|es)|complet(?:ed|es)|handed over|install(?:ed|s|ing)|deploy(?:ed|s)"
    r"|did|does|perform(?:ed|s)|shipments|volumes?|deliveries|closings|completions|installations)\b[^,;]{0,40}$"
)
SOLD_AFTER = r"\s*(?:[a-z\-]+\s+){0,2}(?:sold|shipped|delivered|carried|handled|moved|closed|completed|performed)\b"
ORDERED = r"\b(?:order(?:s|ed)|book(?:ed|s|ings)|reserv(?:ed|ations))\b[^,;]{0,40}$"
ORDERED_AFTER = r"\s*(?:[a-z\-]+\s+){0,1}(?:ordered|booked|reserved)\b"
READY = r"\s*(?:[a-z\-]+\s+){0,2}(?:contracted|installed|active|operational|operating|online|energi[sz]ed|under construction|of capacity|of power)\b"
# A mine, a field or a mill: what it brings up or makes is production until it is sold.
EXTRACTS = (
    r"\b(?:mines?|mining|ore|head grade|grades|concentrates?|smelters?|oil ?fields?|drilling|boe|wells|refinery)\b"
)

PAYERS = (
    r"\b(?:users?|players?|subscribers?|members?|customers?|households?|accounts?|folks|people|clients?|students?|famil(?:y|ies)"
    r"|viewers?|listeners?|guests?)\b[^.;]{0,48}\b"
)
A_UNIT = (
    r"\s*(?:per|an?|each|/)\s*(?P<unit>(?!share|ads|unit\b|cent|annum|year|quarter|month|week|day|night|common|diluted|basic"
    r"|ordinary|half|third|few|lot|little|little|bit|result|decrease|increase|decline|rise|drop|gain|loss|margin|beat|miss|change"
    r"|record|new|total|net|gain|year-)[a-z]{2,}(?:[ -](?:box|foot|mile|hour|equivalent))?)\b"
)
GOODS_UNIT = (
    r"(?:tonnes?|tons?|ounces?|pound|lb|kilograms?|kilo|kg|barrel|bbl|boe|gallon|lit(?:er|re)|hectolit(?:er|re)|bushel|carat"
    r"|hundredweight|cwt|mwh|megawatt[ -]hour|kilowatt[ -]hour|kwh|therm|mcf|mmbtu|wafer|sheet|case|bottle|dose|vial|teu|box"
    r"|container|feu|carload|car|truck|vehicle|load|parcel|package|copy|test|ticket|home|house|unit|pair|watt|mile|shipment)"
)
