"""Names and signs of currencies in English. One without its country means the one most often meant by it."""

from __future__ import annotations

from typing import NamedTuple

# One line a name: the plain code, then the countries by which it is told apart.
_NAMED = """
dollar,dollars USD us=USD u.s.=USD u.s=USD american=USD hong_kong=HKD new_taiwan=TWD taiwan=TWD taiwanese=TWD singapore=SGD
dollar,dollars USD singaporean=SGD australian=AUD canadian=CAD new_zealand=NZD jamaican=JMD fijian=FJD fiji=FJD brunei=BND
dollar,dollars USD hk=HKD nt=TWD nz=NZD aussie=AUD
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
    "pound_sterling=GBP sterling=GBP stg=GBP dollars_us=USD guilder=NLG guilders=NLG lire=ITL peseta=ESP pesetas=ESP drachma=GRD "
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
# One line a coin: its names, the plain code, the countries by which it is told apart. Each is a hundredth.
_COINS = """
cent,cents USD us=USD u.s.=USD u.s=USD american=USD hk=HKD hong_kong=HKD nt=TWD singapore=SGD singaporean=SGD australian=AUD
cent,cents USD aussie=AUD canadian=CAD nz=NZD new_zealand=NZD euro=EUR south_african=ZAR sa=ZAR rand=ZAR namibian=NAD
centavo,centavos MXN mexican=MXN philippine=PHP brazilian=BRL argentine=ARS
pence GBP british=GBP
öre,øre SEK swedish=SEK norwegian=NOK danish=DKK
centime,centimes CHF swiss=CHF
"""
_OTHER_COINS = (
    "¢=USD eurocents=EUR pennies=USD sen=MYR fen=CNY jiao=CNY paise=INR paisa=INR satang=THB fils=AED halalas=SAR agorot=ILS "
    "kurus=TRY kuruş=TRY groszy=PLN kopecks=RUB rappen=CHF"
)
_TENTHS = frozenset({"jiao"})


def _coins() -> dict[str, tuple[str, int]]:
    coins = dict(pair.split("=") for pair in _OTHER_COINS.split())
    for line in _COINS.strip().splitlines():
        surfaces, plain, *countries = line.split()
        for surface in surfaces.split(","):
            coins[surface] = plain
            coins.update(
                (f"{land.replace('_', ' ')} {surface}", code) for land, code in (c.split("=") for c in countries)
            )
    return {name: (code, -1 if name in _TENTHS else -2) for name, code in coins.items()}


SUBUNITS = _coins()

SIGNS = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "¥", "￥": "¥", "₩": "KRW", "₹": "INR", "₽": "RUB", "฿": "THB", "₫": "VND",
    "₱": "PHP", "₦": "NGN", "₺": "TRY", "₴": "UAH", "₪": "ILS", "₸": "KZT", "₡": "CRC", "₵": "GHS", "₲": "PYG",
}  # fmt: skip
# What stands before a dollar sign.
DOLLARS = {
    "us": "USD", "u.s.": "USD", "u.s": "USD", "usd": "USD", "hk": "HKD", "hkd": "HKD", "nt": "TWD", "ntd": "TWD",
    "tw": "TWD", "twd": "TWD", "s": "SGD", "sg": "SGD", "sgd": "SGD", "a": "AUD", "au": "AUD", "aud": "AUD", "c": "CAD",
    "ca": "CAD", "can": "CAD", "cdn": "CAD", "cad": "CAD", "nz": "NZD", "nzd": "NZD", "r": "BRL", "mx": "MXN",
    "mex": "MXN", "mop": "MOP",
}  # fmt: skip
# What stands before "c" or "cents": USc84.7, HK10.6 cents.
CENTS = {
    "us": "USD", "hk": "HKD", "a": "AUD", "au": "AUD", "nz": "NZD", "s": "SGD", "sg": "SGD", "c": "CAD", "ca": "CAD",
    "nt": "TWD", "sa": "ZAR",
}  # fmt: skip
# Abbreviations before the number, written so and not otherwise: Rs is money, RS and PS name models.
LETTERS = {
    "RM": "MYR", "Rs": "INR", "rs": "INR", "Rs.": "INR", "rs.": "INR", "RS.": "INR", "Rp": "IDR", "Rp.": "IDR", "rp": "IDR",
    "SFr": "CHF", "SFr.": "CHF", "Sfr": "CHF", "sfr": "CHF", "Ps": "MXN", "Ps.": "MXN", "KSh": "KES", "KShs": "KES",
    "Ksh": "KES", "Kshs": "KES", "KSh.": "KES", "KShs.": "KES", "Ksh.": "KES", "Kshs.": "KES", "KSHS": "KES", "USh": "UGX",
    "UShs": "UGX", "Ush": "UGX", "Ushs": "UGX", "TSh": "TZS", "TShs": "TZS", "Tsh": "TZS", "Tshs": "TZS", "Dh": "AED",
    "Dhs": "AED", "Dh.": "AED", "Dhs.": "AED", "DKr": "DKK", "Dkr": "DKK", "NKr": "NOK", "Nkr": "NOK", "SKr": "SEK",
    "Skr": "SEK", "kr": "SEK", "kr.": "SEK", "Kr": "SEK", "Kr.": "SEK", "zł": "PLN", "Kč": "CZK", "лв": "BGN", "лв.": "BGN",
}  # fmt: skip
# The same, but names and models begin with them too (R-22, S/4HANA, TL 9000): a large number must follow.
FAINT_LETTERS = {
    "R": "ZAR", "S/": "PEN", "S/.": "PEN", "P": "PHP", "N": "NGN", "TL": "TRY", "Ft": "HUF", "SR": "SAR", "KD": "KWD",
    "BD": "BHD", "QR": "QAR", "RO": "OMR", "LE": "EGP",
}  # fmt: skip
LETTERS_AFTER = {
    "zł": "PLN",
    "kč": "CZK",
    "лв": "BGN",
    "kr": "SEK",
    "dkr": "DKK",
    "nkr": "NOK",
    "skr": "SEK",
    "tl": "TRY",
}
# Names that several currencies share: what stands without its country is that of the document.
SHARED = frozenset("dollar dollars cent cents ¢ peso pesos centavo centavos rupee rupees kr öre".split())


class Home(NamedTuple):
    """A dollar of its own: its names, other words that speak of it (all lower-case), the letters before its sign, and its
    stock exchange."""

    code: str
    names: tuple[str, ...]
    others: tuple[str, ...]
    letters: frozenset[str]
    exchange: str

    @property
    def cues(self) -> tuple[str, ...]:
        """What a text holds that may mean it."""
        return self.names + self.others


HOMES = (
    Home(
        "CAD", ("canadian", "加元", "加拿大元"), ("tsx:", "toronto stock"), frozenset(("c", "ca", "cdn", "cad")),
        r"\btsx(?:-?v)?\s?:|toronto stock",
    ),
    Home(
        "AUD", ("australian", "澳元", "澳大利亚元", "澳洲元"), ("asx:", "asx announcement"), frozenset(("a", "au", "aud")),
        r"\basx\s?:|\basx announcement",
    ),
    Home("NZD", ("new zealand", "纽元", "新西兰元"), ("nzx:",), frozenset(("nz", "nzd")), r"\bnzx\s?:"),
    Home("SGD", ("singapore", "新加坡元"), ("sgx:",), frozenset(("s", "sg", "sgd")), r"\bsgx\s?:"),
    Home("HKD", ("hong kong", "港元", "港币", "港幣"), (), frozenset(("hk", "hkd")), ""),
)  # fmt: skip
# What in a document names the currencies that share a name with the one said first.
KIN = {
    "MXN": {
        "MXN": ("mexic", "mxn"), "PHP": ("philippin", "php"), "ARS": ("argentin",), "CLP": ("chile", "clp"),
        "COP": ("colombia",), "UYU": ("uruguay",), "DOP": ("dominican",),
    },
    "SEK": {"SEK": ("swed", "sek"), "NOK": ("norw", "nok"), "DKK": ("danish", "denmark", "dkk"), "ISK": ("iceland",)},
    "INR": {"INR": ("india", "inr"), "PKR": ("pakistan", "pkr"), "LKR": ("sri lanka", "lkr"), "NPR": ("nepal",)},
}  # fmt: skip
