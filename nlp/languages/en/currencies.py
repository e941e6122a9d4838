"""Names of currencies in English. A name without its country means the one most often meant by it."""

from __future__ import annotations

# One line a name: the plain code, then the countries by which it is told apart.
_NAMED = """
dollar,dollars USD us=USD u.s.=USD u.s=USD american=USD hong_kong=HKD new_taiwan=TWD taiwan=TWD taiwanese=TWD singapore=SGD
dollar,dollars USD singaporean=SGD australian=AUD canadian=CAD new_zealand=NZD jamaican=JMD fijian=FJD fiji=FJD brunei=BND
dollar,dollars USD bermudian=BMD bahamian=BSD barbadian=BBD belize=BZD guyanese=GYD namibian=NAD liberian=LRD trinidad=TTD
pound,pounds GBP british=GBP uk=GBP egyptian=EGP lebanese=LBP syrian=SYP sudanese=SDG irish=IEP gibraltar=GIP
peso,pesos MXN mexican=MXN philippine=PHP filipino=PHP argentine=ARS argentinian=ARS chilean=CLP colombian=COP uruguayan=UYU
peso,pesos MXN dominican=DOP cuban=CUP
dinar,dinars KWD kuwaiti=KWD jordanian=JOD iraqi=IQD bahraini=BHD algerian=DZD tunisian=TND libyan=LYD serbian=RSD
franc,francs CHF swiss=CHF french=FRF belgian=BEF luxembourg=LUF rwandan=RWF guinean=GNF
rupee,rupees INR indian=INR pakistani=PKR pakistan=PKR sri_lankan=LKR nepalese=NPR mauritian=MUR seychellois=SCR
rial,rials IRR iranian=IRR omani=OMR yemeni=YER qatari=QAR
riyal,riyals SAR saudi=SAR qatari=QAR
shilling,shillings KES kenyan=KES ugandan=UGX tanzanian=TZS somali=SOS
krone,kroner DKK danish=DKK norwegian=NOK
krona,kronor SEK swedish=SEK icelandic=ISK
ruble,rubles,rouble,roubles RUB russian=RUB belarusian=BYN
lira,liras TRY turkish=TRY italian=ITL
dirham,dirhams AED uae=AED emirati=AED moroccan=MAD
won KRW korean=KRW south_korean=KRW north_korean=KPW
real,reals,reais BRL brazilian=BRL
mark,marks DEM deutsche=DEM german=DEM west_german=DEM
koruna,korunas CZK czech=CZK
yuan CNY chinese=CNY
yen JPY japanese=JPY
baht THB thai=THB
dong VND vietnamese=VND
ringgit,ringgits MYR malaysian=MYR
rupiah IDR indonesian=IDR
rand,rands ZAR south_african=ZAR
shekel,shekels ILS israeli=ILS
zloty,zlotys PLN polish=PLN
forint,forints HUF hungarian=HUF
"""
_SINGLE = (
    "bucks=USD quid=GBP renminbi=CNY yuan_renminbi=CNY renminbi_yuan=CNY euro=EUR euros=EUR pounds_sterling=GBP "
    "pound_sterling=GBP sterling=GBP dollars_us=USD guilder=NLG guilders=NLG lire=ITL peseta=ESP pesetas=ESP drachma=GRD "
    "drachmas=GRD schilling=ATS schillings=ATS markka=FIM escudo=PTE escudos=PTE hryvnia=UAH lei=RON lev=BGN leva=BGN "
    "kuna=HRK tenge=KZT taka=BDT kip=LAK riel=KHR kyat=MMK kyats=MMK tugrik=MNT lari=GEL dram=AMD manat=AZN cedi=GHS "
    "cedis=GHS naira=NGN birr=ETB kwacha=ZMW metical=MZN pula=BWP quetzal=GTQ quetzales=GTQ colones=CRC lempira=HNL "
    "balboa=PAB guarani=PYG bolivianos=BOB soles=PEN bolivars=VEF patacas=MOP us_dollar=USD"
)
# A unit of weight, a verb or a grade when no country stands before it.
_NOT_ALONE = frozenset({"mark", "real", "reals"})


def _names() -> dict[str, str]:
    names = {word.replace("_", " "): code for word, code in (pair.split("=") for pair in _SINGLE.split())}
    for line in _NAMED.strip().splitlines():
        surfaces, plain, *countries = line.split()
        for surface in surfaces.split(","):
            if surface not in _NOT_ALONE:
                names.setdefault(surface, plain)
            names.update(
                (f"{land.replace('_', ' ')} {surface}", code) for land, code in (c.split("=") for c in countries)
            )
    return names


CURRENCIES = _names()
SUBUNITS = {
    "cent": ("USD", -2),
    "cents": ("USD", -2),
    "us cents": ("USD", -2),
    "u.s. cents": ("USD", -2),
    "hong kong cents": ("HKD", -2),
    "¢": ("USD", -2),
    "euro cents": ("EUR", -2),
    "eurocents": ("EUR", -2),
    "pence": ("GBP", -2),
    "pennies": ("USD", -2),
}
