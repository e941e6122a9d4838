"""Names of measures that stand for one another, and things counted that do or do not, in any language."""

from __future__ import annotations

from decimal import Decimal

# A statement may call what the document calls by one of a group by any other of it.
MEASURED_ALIKE: tuple[frozenset[str], ...] = tuple(
    frozenset(group.split())
    for group in (
        "revenue recurring_revenue fee_income premium net_interest_income system_sales gmv same_store_sales unit_revenue volume",
        "arr recurring_revenue bookings",
        "net_income eps distributable_income",
        "operating_income ebita net_operating_income underwriting_income",
        "ebitda adjusted_ebitda",
        "ebitda_margin adjusted_ebitda_margin",
        "operating_margin ebita_margin",
        "cost_of_revenue operating_expenses sga_expense ga_expense sales_marketing_expense staff_expense",
        "impairment restructuring provision",
        "cash net_cash",
        "price room_rate arpu order_value unit_revenue average_unit_volume",
        "customers subscribers users distributors",
        "stores facilities",
        "vehicles facilities capacity",
        "volume production capacity passengers orders",
        "orders bookings backlog contract_value",
        "shares buyback",
        "buyback gmv",
        "dividend payout_ratio",
        "occupancy utilization load_factor",
        "market_share penetration",
        "loans receivables assets_under_management deposits",
        "debt leverage debt_ratio loans",
        "retention conversion_rate win_rate",
        "expense_ratio operating_expense_ratio cost_income_ratio cost_of_revenue_ratio sga_expense_ratio staff_expense_ratio",
        "combined_ratio loss_ratio",
        "capital_ratio solvency_ratio",
        "market_size revenue volume",
        "capex facilities",
    )
)
# Named so loosely that any other may be meant.
POINTS_OF = frozenset("margin growth yield electricity".split())
# Told in money and by number.
MONEY_FOR_COUNTS = frozenset("orders backlog bookings buyback".split())
# Words for the same things counted.
COUNTED_ALIKE: tuple[frozenset[str], ...] = tuple(
    frozenset(group.split())
    for group in (
        "employee people staff worker colleague associate person 人 名 位",
        "customer client account user member subscriber 户 家",
        "store shop outlet location restaurant branch site 家 间",
        "unit vehicle car piece set device machine 台 辆 部 套 件",
        "tonne ton 吨",
        "vessel ship 艘",
        "project contract deal order 项 个 份",
    )
)
# People of any kind, as "people" are.
ANYBODY = frozenset("people person 人 名 位".split())
PERSONS = frozenset(
    "employee staff worker colleague associate customer client user member subscriber passenger patient student guest visitor".split()
)
# Units of measure: a number of the one is never a number of the other.
KINDS_OF_COUNT: tuple[frozenset[str], ...] = (
    frozenset("tonne ton ounce pound barrel gallon litre liter kilometre mile megawatt gigawatt hectare acre".split()),
    frozenset("day week month quarter year hour 天 日 周 月 年 小时".split()),
    frozenset("吨 公斤 千克 克 盎司 桶 升 公里 千米 平方米 亩 兆瓦 千瓦 吉瓦 台 辆 架 艘 头 家 人".split()),
)
# How notes write names short; what a document spells out is found by its first letters, too.
SHORT_NAMES: dict[str, str] = {
    "r&d": "research and development expenses", "g&a": "general and administrative expenses",
    "s&m": "sales and marketing expenses", "sg&a": "selling general and administrative expenses",
    "rev": "revenue", "revs": "revenue", "gm": "gross margin", "gp": "gross profit", "om": "operating margin",
    "opm": "operating margin", "op": "operating profit", "np": "net profit", "npm": "net margin", "ni": "net income",
    "pat": "profit after tax", "pbt": "profit before tax", "ocf": "operating cash flow", "cfo": "operating cash flow",
    "dps": "dividend per share", "div": "dividend", "mgn": "margin", "mgns": "margin", "mgmt": "management", "inv": "inventory",
    "revpar": "revenue per available room", "adr": "average daily rate", "nii": "net interest income", "nim": "net interest margin",
    "npl": "non-performing loans", "npa": "nonperforming assets", "roe": "return on equity", "roa": "return on assets",
    "rotce": "return on tangible common equity", "fcf": "free cash flow", "wc": "working capital", "opex": "operating expenses",
    "capex": "capital expenditure", "cogs": "cost of goods sold", "asp": "average selling price", "arpu": "average revenue per user",
    "mau": "monthly active users", "maus": "monthly active users", "dau": "daily active users", "daus": "daily active users",
    "aum": "assets under management", "gwp": "gross written premiums", "sssg": "same-store sales growth",
    "comps": "comparable sales", "ffo": "funds from operations", "noi": "net operating income", "asm": "available seat miles",
    "asms": "available seat miles", "rpm": "revenue passenger miles", "casm": "cost per available seat mile",
    "rasm": "revenue per available seat mile", "trasm": "total revenue per available seat mile", "tce": "time charter equivalent",
    "aisc": "all-in sustaining costs", "eps": "earnings per share", "boe": "barrels of oil equivalent", "lfl": "like-for-like",
    "custs": "customers", "subs": "subscribers", "prod": "production", "vol": "volume", "vols": "volume",
}  # fmt: skip

_SCALES = {"": 1, "k": 1_000, "m": 1_000_000, "g": 1_000_000_000, "t": 1_000_000_000_000}
_PREFIXES = {"kilo": "k", "mega": "m", "giga": "g", "tera": "t", "千": "k", "兆": "m", "吉": "g"}
_MEASURED = {
    **dict.fromkeys(("w", "watt", "watts", "瓦"), "watt"),
    **dict.fromkeys(("wh", "watt-hour", "watt-hours", "watt hour", "watt hours", "瓦时"), "watt-hour"),
    **dict.fromkeys(("g", "gram", "grams", "克"), "gram"),
}
_OTHERWISE = {
    "公斤": (1_000, "gram"),
    "吨": (1_000_000, "gram"),
    "tonne": (1_000_000, "gram"),
    "tonnes": (1_000_000, "gram"),
}


def scale_between(one: str | None, other: str | None) -> Decimal:
    """What a number of `other` (a noun counted) is multiplied with to be one of `one`; 1 where they are not units
    of one measure, or nothing is counted. Raises nothing.

    >>> scale_between("gigawatts", "mw")
    Decimal('0.001')
    """
    first, second = _unit_of(one), _unit_of(other)
    if first is None or second is None or first[1] != second[1]:
        return Decimal(1)
    return Decimal(second[0]) / Decimal(first[0])


def _unit_of(noun: str | None) -> tuple[int, str] | None:
    """The size of a unit of power, energy or mass, and what it measures."""
    word = (noun or "").casefold()
    if word in _OTHERWISE:
        return _OTHERWISE[word]
    for prefix, letter in (*_PREFIXES.items(), *((letter, letter) for letter in "kmgt"), ("", "")):
        name = _MEASURED.get(word.removeprefix(prefix)) if word.startswith(prefix) else None
        if name is not None:
            return _SCALES[letter], name
    return None
