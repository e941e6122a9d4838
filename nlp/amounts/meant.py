"""What names that several currencies share mean in a document: whose dollars, cents, pesos and kroner they are."""

from __future__ import annotations

import re
from functools import cached_property

from ..languages.en.currencies import HOMES, KIN

_CURRENCY = (
    r"(?<![a-z])(?:(?:canadian|australian|new zealand|singapore|hong kong|u\.?s\.?|united states)"
    r"\s{1,3}(?:dollars?|currency|funds)"
    r"|(?:c|ca|cdn|a|au|nz|s|hk|us)\$|(?:cad|aud|nzd|sgd|hkd|usd)(?![a-z]))"
)
# "All figures are in Canadian dollars", "(millions of Canadian dollars)", "... unless otherwise stated".
_STATED = re.compile(
    r"(?:(?<![a-z])(?:all|dollar|monetary)\s[^.;]{0,40}?"
    r"(?:amounts?|figures|numbers|references|results|values|dollars?|currency)(?![a-z])[^.;]{0,40}?"
    r"\s(?:in|to|is|are|as)\s(?:the\s|(?:thousands|millions|billions)\sof\s)?"
    r"|(?:presentation|reporting)\scurrency[^.;]{0,40}?"
    r"|(?:\(|(?:expressed|stated|presented)\s)(?:in\s)?(?:thousands|millions|billions)\s(?:of\s)?)"
    rf"(?P<after>{_CURRENCY})"
    rf"|(?P<before>{_CURRENCY})[^.;]{{0,20}}?\s(?:unless|except\swhere)\s(?:otherwise|noted|stated|indicated)"
    r"|以(?:百万|百萬|千)?(?P<han>加元|加拿大元|澳元|澳大利亚元|澳洲元|纽元|新西兰元|新加坡元|港元|港币|港幣|美元)"
    r"(?:列示|列报|列報|呈列|计|計|为单位|為單位)"
)
_AMERICAN = re.compile(r"us\$|u\.s\.\s?\$|(?<![a-z])(?:usd|nyse|nasdaq)(?![a-z])|(?<![a-z])u\.?s\.? dollar")
_SIGNS = re.compile(r"(?<![a-z])([a-z]{0,3})\$ ?[0-9]")
_RAND = re.compile(r"(?<![a-z])(?:rands?|zar|jse)(?![a-z])")


class Meant:
    """What a document means by a name that several currencies share; each is looked for when it is first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._kin: dict[str, str] = {}

    def code(self, usual: str, surface: str) -> str:
        """The currency of an amount said as `surface` (lower-case), where its name alone usually means `usual`."""
        if usual == "USD":
            return self.cents if surface.endswith(("c", "¢", "cent", "cents")) else self.dollar
        if usual not in self._kin:
            self._kin[usual] = self._most_named(usual)
        return self._kin[usual]

    @cached_property
    def dollar(self) -> str:
        """Whose a bare dollar is: as stated, else that of the home exchange or of most signs where no US$ is near."""
        if not any(cue in self._low for home in HOMES for cue in home.cues):
            return "USD"
        stated = _STATED.search(self._low)
        if stated:
            return _named(stated["after"] or stated["before"] or stated["han"])
        if _AMERICAN.search(self._low):
            return "USD"
        before = _SIGNS.findall(self._low)
        for home in HOMES:
            told = sum(letters in home.letters for letters in before)
            if told > max(1, before.count("")) or (home.exchange and re.search(home.exchange, self._low)):
                return home.code
        return "USD"

    @cached_property
    def cents(self) -> str:
        """Whose a bare cent is: the dollar's, or the rand's where no bare dollar sign stands."""
        if self.dollar != "USD" or "" in self._signs:
            return self.dollar
        return "ZAR" if _RAND.search(self._low) else "USD"

    @cached_property
    def _low(self) -> str:
        return self._text.lower()

    @cached_property
    def _signs(self) -> frozenset[str]:
        return frozenset(_SIGNS.findall(self._low))

    def _most_named(self, usual: str) -> str:
        counts = {code: sum(self._low.count(cue) for cue in cues) for code, cues in KIN.get(usual, {}).items()}
        most = max(counts, key=lambda code: (counts[code], code == usual), default=usual)
        return most if counts.get(most) else usual


def _named(surface: str) -> str:
    return next(
        (home.code for home in HOMES if surface.startswith(home.cues) or surface.rstrip("$") in home.letters), "USD"
    )
