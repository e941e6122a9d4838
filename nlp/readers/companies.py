"""Names of companies as one document prints them and another shortens them."""

from __future__ import annotations

import re

from ..languages.company_words import LEGAL_EN, LEGAL_ZH
from ..text import fold, simplify


def company_key(name: str) -> str:
    """The words of a name that tell it apart, in lower case; legal forms at the end are left out.

    >>> company_key("Orbel Holdings, Inc."), company_key("The Orbel Group"), company_key("观棋软件股份有限公司")
    ('orbel', 'orbel', '观棋软件')
    """
    plain = simplify(fold(name)).lower()
    plain = LEGAL_ZH.sub("", plain)
    words = re.findall(r"[a-z0-9]+(?:[.'&-][a-z0-9]+)*|[\u3400-\u9fff]+", plain)
    if words[:1] == ["the"]:
        words = words[1:]
    while len(words) > 1 and words[-1] in LEGAL_EN:
        words.pop()
    return " ".join(words)


def is_same_company(left: str, right: str) -> bool:
    """Whether two keys name one company: the shorter begins the longer, word by word.

    >>> is_same_company("orbel", "orbel cold chain"), is_same_company("orbel", "orbelia")
    (True, False)
    """
    short, long = sorted((left, right), key=len)
    return bool(short) and (short == long or long.startswith(f"{short} "))


def count_mentions(key: str, text: str) -> int:
    """How often a company's first word stands in a folded text in lower case.

    >>> count_mentions("orbel tools", "welcome to orbel; orbelia is another")
    1
    """
    first = re.escape(key.split(" ", maxsplit=1)[0])
    if not first.isascii():
        return text.count(key)
    return len(re.findall(rf"(?<![a-z0-9]){first}(?![a-z0-9])", text))
