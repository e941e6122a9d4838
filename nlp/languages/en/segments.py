"""How English names the parts of a business, and what only looks like such a name."""

from __future__ import annotations

import re

from ..hints import Hinted
from ..late import late
from .claims import CLAIMS as EN

BRAND = r"(?:[A-Z][\w&]*[A-Z&][\w&]*|[0-9]+[A-Za-z]{2,}[\w&]*|[A-Z]{2,}[\w&\-]*)"
NAME = r"(?:[A-Z0-9][\w&'\-]*|[a-z]+-based|smart|cloud|retail|consumer|industrial|digital|international|domestic)"
_IN_BRACKETS = rf" \(\"?({BRAND})\"?\) (?:{EN.segment_nouns})\b"
ACRONYM = Hinted(rf"((?:[\w&'\-]+ ){{1,7}}?[\w&'\-]+){_IN_BRACKETS}")
ACRONYM_END = Hinted(_IN_BRACKETS)  # found at once, where looking for the words before it takes long
NAMED = Hinted(rf"\b((?:{NAME}(?: and | & | ))*?{NAME}) (?:{EN.segment_nouns})\b")
REVENUE_FROM = Hinted(
    r"\b[Rr]evenues? (?:generated )?(?:from|of|for) (?:our |the |its )?((?:[\w&\"()'\-]+ |[a-z\-]+, (?=(?:[\w\-]+,? ){1,4}?and )){1,8}?)"
    r"(?:increased|decreased|grew|was|were|rose|declined|fell|reached|contributed|accounted|amounted)\b"
)
OF_BRAND = Hinted(
    rf"\b(?:revenues?|margin|growth|increase|rates?) (?:from|for|of|in) (?:our |the |entire )*({BRAND})\b"
)
BRAND_METRIC = Hinted(rf"\b({BRAND}) (?:revenues?|sales|gross margin|contributed|grew)\b")
# "• Cold Drinks. Revenue was ...": a list item headed by the segment's name.
HEADED = Hinted(
    r"(?m)^\s*[•\-*–]\s+((?:[A-Z][\w&'\-]*)(?:\s+[\w&'\-]+){0,4})\.\s+(?:Revenues?|Sales|Net sales|Gross|Operating)\b"
)
# "30% in Cold Drinks, 14% in Snacks": names that stand in a list of amounts.
LISTED = Hinted(
    r"(?:[0-9]%|[0-9] (?:million|billion|thousand)(?: \([^()]{1,30}\))?) (?:in|from|for) (?:our |the )?"
    r"((?:[A-Z][\w&'\-]*)(?: [\w&'\-]+){0,4}?)(?=,| and (?:[A-Z$€£¥]{0,3}\$?[0-9])|\.(?:\s|$)|;| compared\b)"
)
# "Servo drives contributed revenue of RMB12 million": who brings in money is a part of the business.
GIVES = Hinted(
    r"(?:^|[.;,]\s|\band )(?:Our |our |The |the )?((?:[A-Za-z][\w&'\-]*)(?: [\w&'\-]+){0,3}?) (?:business "
    r"|segment )?(?:contributed|brought in)"
    r" (?:(?:net )?(?:revenues?|sales) of )?(?:about |over |nearly )?(?:[A-Z]{2,3}\$?|[$€£¥])[0-9]"
)
# "• Cold Drinks: €12.4 million, up 3%": a list item that is a name and an amount of money.
ITEM = Hinted(
    r"(?m)^[^\S\n]*[•\-*–·][^\S\n]+((?:[A-Z][\w&'\-]*)(?:[^\S\n]+[\w&'\-]+){0,4}):[^\S\n]+(?:[a-z]+ ){0,3}"
    r"(?:[A-Z]{2,3}\$?|[$€£¥]) ?[0-9]"
)
# "We ran Leeds at 94%", "Leeds ran at 94%": a plant.
RUNS = Hinted(r"\b(?:ran|run|running) ([A-Z][a-z]+(?: [A-Z][a-z]+)?) at (?:[a-z]+ )?[0-9]")
RAN = Hinted(r"\b([A-Z][a-z]+(?: [A-Z][a-z]+)?) (?:ran|is running|was running) at (?:[a-z]+ )?[0-9]")
# The rows of a table between "Revenue:" and "Total revenue".
TABLE = Hinted(
    r"(?mi)^[^\S\n]*(?:(?:net|total|operating) )?(?:revenues?|(?:net )?sales)(?: by [a-z ]{3,20})?[^\S\n]*(?::|(?=\n))[^\n0-9]{0,80}\n"
    r"((?:[^\n]*\n){1,12}?)[^\S\n]*(?:total|net revenues?|group)\b"
)
ROW = Hinted(r"(?m)^[^\S\n]*([A-Z][A-Za-z&'’/,\- ]{1,48}?)(?:[^\S\n]*\([^()\n]{1,12}\))?[^\S\n]{2,}[$€£¥]?[(0-9—-]")
# "Subscription revenue was", "Services and other revenue grew": what stands before, if nothing plain.
QUALIFIED = Hinted(
    r"(?:^|[.;:•–-]\s+|[a-z,]\s)((?:[A-Z][\w&'\-]*)(?: (?:and|&) [\w\-]+| [A-Z][\w&\-]*| [a-z\-]+){0,3}?) (?:[Rr]evenues?|[Ss]ales|gross margin)"
    r" (?:was|were|grew|increased|decreased|rose|fell|declined|came|reached|contributed|amounted)\b"
)
NOT_SEGMENTS = frozenset(
    "ceo cfo coo cto ir gaap non-gaap ebitda rmb usd eur gbp chf jpy cny hkd twd sgd krw inr us hk nt eps ipo q1 q2 q3 q4 yoy qoq r&d s&m g&a sg&a covid-19 ai "
    "quarter quarters year years month months half period fiscal first second third fourth it by in as at on with from for to a an of no up down per our the its this these those new other total key core main overall entire whole general and financial company "
    "group cash net gross operating looking meanwhile however adjusted diluted basic january february march april may june july august september october november december "
    "fy fiscal deferred cash what which there here today we they he she and or every each most many some several both either neither another any such fx t&e cpi gdp".split()
)
# "RMB12" is money, "the Company's" a possessive, a lone adjective ("cloud", "digital") no name of a segment.
NOT_A_NAME = late(
    r"'s\b|^(?:RMB|CNY|US|HK|NT|USD|EUR|S|A|C)?\$?[0-9.]+$|-(?:adjusted|neutral)$|^(?:[a-z]+-based|smart|cloud"
    r"|digital)$|^(?:[A-Za-z]+|[0-9]+)-(?:months?|quarters?|weeks?|years?|half)\b"
)
LEADING = late(r"^(?:our|the|its|total|overall|other|entire|new|core|key|main)\s+", re.IGNORECASE)
TRAILING = late(rf"(?<! and)(?<! &)(?<!,)\s+(?:{EN.segment_nouns})$", re.IGNORECASE)
GENERIC = frozenset(
    "services service products product solutions business businesses other others operations segment segments systems technology "
    "technologies group software hardware equipment goods 业务 服务 产品 市场 部门 解决方案 其他 其他服务 平台 系统 设备 收入 营收".split()
)
GOES_ON = late(
    r" (?!Q[1-4]|H[12]|Segment|Business|Division|Group|Revenue|Sales|Net|Gross|Operating|Adjusted|EBITDA)[A-Z][a-z]+"
)
# Words of grammar, which no name of a part of the business ends with; a few begin one ("all other", "under 25s").
NOT_LAST = frozenset(
    "'s ’s the a an our its their his her my your this that these those both all each every any some no and or but so as of on at by "
    "for from to with without within into over under between among per than then there here we they he she i you who which what where "
    "when while if although though because since until about around nearly almost just only also even still again already yet however "
    "meanwhile overall finally further furthermore moreover therefore thus well now today was were is are be been being has have had do "
    "does did will would could should may might can must not look minus up down more less most least such very much many few".split()
)
NOT_FIRST = (NOT_LAST - set("all without over under only less".split())) | {"in", "it"}
# Adjectives and nouns that begin a name and cannot stand for it.
PLAIN_HEADS = frozenset(
    "digital cloud smart global online offline mobile consumer retail enterprise domestic overseas international commercial "
    "industrial professional premium advanced value-added managed customer public private social local direct other all "
    "data network security software hardware platform product products service services paid free content media health home".split()
)
