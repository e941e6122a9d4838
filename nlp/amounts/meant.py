"""What names that several currencies share mean in a document: whose dollars, yuan, cents and pesos they are."""

from __future__ import annotations

import re
from functools import cached_property

from ..languages.en.currencies import HOMES, KIN, Home
from ..languages.late import late
from ..languages.zh.currencies import MAINLAND, TAIWAN, TAIWAN_AT_ONCE, TAIWAN_USAGE

_CURRENCY = (
    r"(?<![a-z])(?:(?:canadian|australian|new zealand|singapore|hong kong|u\.?s\.?|united states)"
    r"\s{1,3}(?:dollars?|currency|funds)"
    r"|(?:c|ca|cdn|a|au|nz|s|hk|us)\$|(?:cad|aud|nzd|sgd|hkd|usd)(?![a-z]))"
)
# "All figures are in Canadian dollars", "Figures in A$", "(millions of Canadian dollars)", "Canadian dollars; the
# fiscal year ends ...", "... unless otherwise stated".
_STATED = late(
    r"(?:(?<![a-z])(?:all|dollar|monetary)\s[^.;]{0,40}?"
    r"(?:amounts?|figures|numbers|references|results|values|dollars?|currency)(?![a-z])[^.;]{0,40}?"
    r"\s(?:in|to|is|are|as)\s(?:the\s|(?:thousands|millions|billions)\sof\s)?"
    r"|(?:presentation|reporting)\scurrency[^.;]{0,40}?|(?<![a-z])(?:figures|amounts|results)\s(?:are\s)?in\s"
    r"|(?:\(|(?:expressed|stated|presented)\s)(?:in\s)?(?:thousands|millions|billions)\s(?:of\s)?)"
    rf"(?P<after>{_CURRENCY})"
    rf"|(?:[.;)\n]\s{{0,3}})(?P<alone>{_CURRENCY})\s{{0,2}}(?=[.;\n])"
    rf"|(?P<before>{_CURRENCY})[^.;]{{0,20}}?\s(?:unless|except\swhere)\s(?:otherwise|noted|stated|indicated)"
    r"|以(?:百万|百萬|千)?(?P<han>加元|加拿大元|澳元|澳大利亚元|澳洲元|纽元|新西兰元|新加坡元|港元|港币|港幣|美元)"
    r"(?:列示|列报|列報|呈列|计|計|为单位|為單位)"
)
_AMERICAN = ("us$", "u.s.$", "u.s. $", "usd", "nyse", "nasdaq", "u.s. dollar", "us dollar")
_SIGN = late(r"\$ ?[0-9]")
_LETTERS = late(r"(?<![a-z])[a-z]{0,3}\Z")
_BEFORE, _BEHIND, _LOOKS = 140, 90, 200  # a statement is looked for around so many mentions of a currency
_USUAL = 2  # turns of phrase that tell a house style
_EURO = late(r"€ ?[0-9]|[0-9] ?€|(?<![a-z])(?:eur|meur|euros?)(?![a-z])")
_RAND = late(r"(?<![a-z])(?:rands?|zar|jse)(?![a-z])")


class Meant:
    """What a document means by a name that several currencies share; each is looked for when it is first asked for."""

    def __init__(self, text: str, low: str | None = None) -> None:
        """`low`: the text in lower case, where it is known already."""
        self._text, self._known = text, low
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
        named = [home for home in HOMES if self._speaks_of(home)]
        stated = next(filter(None, (self._stated(home) for home in named)), None)
        if stated or not named or any(cue in self._low for cue in _AMERICAN):
            return stated or "USD"
        for home in named:
            told = sum(letters in home.letters for letters in self._signs)
            if told > max(1, self._signs.count("")) or (home.exchange and re.search(home.exchange, self._low)):
                return home.code
        return "USD"

    def _speaks_of(self, home: Home) -> bool:
        low, han = self._low, "以" in self._low
        said = any(cue in low for cue in home.cues if han or cue.isascii())
        return said or not home.letters.isdisjoint(self._signs)

    def _stated(self, home: Home) -> str | None:
        """The currency in which a sentence says the document's figures are, where it names the one of `home`."""
        for cue in (*home.cues, *(f"{letters}$" for letters in home.letters)):
            at = self._low.find(cue)
            for _ in range(_LOOKS):
                if at < 0:
                    break
                found = _STATED.search(self._low, max(0, at - _BEFORE), at + _BEHIND)
                if found:
                    return _named(found["after"] or found["alone"] or found["before"] or found["han"])
                at = self._low.find(cue, at + _BEHIND)
        return None

    @cached_property
    def cents(self) -> str:
        """Whose a bare cent is: the dollar's; where no dollar sign stands, the rand's or the euro's."""
        if self.dollar != "USD" or "" in self._signs:
            return self.dollar
        if not self._signs and _EURO.search(self._low) and "dollar" not in self._low:
            return "EUR"
        return "ZAR" if any(cue in self._low for cue in (" rand", "zar", "jse")) and _RAND.search(self._low) else "USD"

    @cached_property
    def yuan(self) -> str:
        """Whose a bare 元 is: the one that is named most, else the one in whose house style the document speaks."""
        taiwan, mainland = (_count(self._low, names) for names in (TAIWAN, MAINLAND))
        if taiwan or mainland:
            return "TWD" if taiwan >= mainland else "CNY"
        usage = sum(word in self._low for word in TAIWAN_USAGE)
        if usage >= _USUAL or any(word in self._low for word in TAIWAN_AT_ONCE):
            return "TWD"
        return "CNY"

    @cached_property
    def _low(self) -> str:
        return self._text.lower() if self._known is None else self._known

    @cached_property
    def _signs(self) -> list[str]:
        """The letters before each dollar sign."""
        places = (match.start() for match in _SIGN.finditer(self._low))
        before = (_LETTERS.search(self._low, max(0, at - 4), at) for at in places)
        return [letters[0] if letters else "" for letters in before]

    def _most_named(self, usual: str) -> str:
        counts = {code: sum(self._low.count(cue) for cue in cues) for code, cues in KIN.get(usual, {}).items()}
        most = max(counts, key=lambda code: (counts[code], code == usual), default=usual)
        return most if counts.get(most) else usual


def _count(text: str, names: tuple[str, ...]) -> int:
    return sum(text.count(name) for name in names)


def _named(surface: str) -> str:
    return next(
        (home.code for home in HOMES if surface.startswith(home.names) or surface.rstrip("$") in home.letters), "USD"
    )
