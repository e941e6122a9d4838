"""Names of regions and countries that companies report by, in both languages (Chinese in Simplified)."""

from __future__ import annotations

REGIONS = frozenset(
    """americas|north america|latin america|south america|central america|united states|u.s.|us|canada|mexico|brazil|argentina|chile|
    europe|western europe|eastern europe|northern europe|southern europe|central europe|central and eastern europe|emea|eu|
    european union|united kingdom|uk|germany|france|italy|spain|iberia|nordics|benelux|dach|switzerland|austria|poland|russia|turkey|
    middle east|africa|middle east and africa|mena|asia|asia pacific|asia-pacific|apac|asia excluding china|southeast asia|
    south asia|greater china|china|mainland china|hong kong|macau|taiwan|japan|korea|south korea|india|vietnam|thailand|indonesia|
    malaysia|singapore|philippines|australia|oceania|australia and new zealand|rest of world|rest of the world|rest of europe|
    rest of asia|international|overseas|domestic|abroad|
    美洲|北美|北美洲|拉美|拉丁美洲|南美|中美|美国|加拿大|墨西哥|巴西|欧洲|西欧|东欧|北欧|南欧|中欧|英国|德国|法国|意大利|西班牙|俄罗斯|土耳其|中东|非洲|中东非|
    亚洲|亚太|亚太区|东南亚|南亚|大中华|大中华区|中国|中国大陆|中国内地|内地|大陆|国内|境内|本土|海外|国外|境外|国际|香港|澳门|港澳|台湾|日本|韩国|印度|越南|泰国|
    印尼|马来西亚|新加坡|菲律宾|澳洲|澳大利亚|大洋洲|华东|华南|华北|华中|西南|西北|东北|其他地区""".replace("\n", "")
    .replace(" |", "|")
    .replace("|    ", "|")
    .split("|")
)


# Words that name nothing but a market, wherever they stand.
MARKETS = (
    "中国内地",
    "中国大陆",
    "华东",
    "华南",
    "华北",
    "华中",
    "海外",
    "国内",
    "境外",
    "境内",
    "内地",
    "港澳",
    "国外",
    "北美",
    "欧洲",
    "亚太",
    "东南亚",
    "拉美",
    "中东",
)
EN_MARKETS = tuple(
    sorted(name for name in REGIONS if name.isascii() and name not in ("us", "international", "domestic"))
)


def is_region(name: str) -> bool:
    """Whether a name (any case; Chinese simplified) is one of a region that figures are reported for."""
    return name.strip().lower().removeprefix("the ") in REGIONS
