"""Names in entries of lists that glue a firm to them: "Ada Lind Orbel Corp - CFO"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ..languages.late import late
from .labels_zh import both_names
from .lines import Line
from .mentions import Mentions, squeezed
from .names import looks_like_name
from .participants import Participant

_PARTICLE = late(r"de|da|di|do|dos|du|van|von|der|den|del|della|la|le|bin|al|el|ter|ten|af")
_SUFFIX = late(r"(?:Jr|Sr)\.?|I{2,3}|IV")
_DASH = late(r" -+ ")
_LONG = 170  # characters of an entry


def names_mended(people: Sequence[Participant], lines: Sequence[Line], mentions: Mentions) -> list[Participant]:
    """Split "Ada Lind Orbel Corp" where no hyphen stands between name and firm.

    The name is what a speaker line parts from the rest, or what the call says of it; else the words that colleagues
    share are the firm; else a name has two words, three with an initial in the middle.
    """
    parted = _parted(people, lines)
    endings = Counter(
        " ".join(words[cut:]) for words in (person.name.split(" ") for person in people) for cut in range(2, len(words))
    )
    return [_mended(person, mentions, endings, parted.get(squeezed(person.printed), "")) for person in people]


def _parted(people: Sequence[Participant], lines: Sequence[Line]) -> dict[str, str]:
    """The names that speaker lines part from the rest of an entry: "Ada Lind - Orbel Corp - CFO" those of "Ada Lind
    Orbel Corp - CFO".
    """
    printed = {squeezed(person.printed) for person in people if " - " in person.printed}
    apart = (line.text for line in lines if printed and line.text.count(" - ") > 1 and len(line.text) < _LONG)
    return {squeezed(text): text.split(" - ")[0] for text in apart if squeezed(text) in printed}


def _mended(person: Participant, mentions: Mentions, endings: Counter[str], parted: str) -> Participant:
    both = None if person.name.isascii() else both_names(person.name)
    if both is not None:
        return replace(person, name=both.name)
    words = person.name.split(" ")
    if parted and person.name.startswith(parted + " "):
        return _cut(person, words, len(parted.split(" ")))
    divided = _DASH.search(person.printed.split(person.title or "\0")[0].rstrip(" -"))
    if len(words) < 3 or _whole(words) or _alone(person) or divided:
        return person
    inside = [_SUFFIX.fullmatch(word) is not None for word in [*words[1:], ""]]
    cuts = [cut for cut in range(2, len(words) + 1) if not (_PARTICLE.fullmatch(words[cut - 1]) or inside[cut - 1])]
    said = [cut for cut in cuts if cut < 6 and _is_said(words[:cut], mentions)]
    whole = [cut for cut in said if mentions.whole(" ".join(words[:cut]))]  # "Mary" is said, and so is "Mary Kate Dunn"
    shared = [cut for cut in cuts if person.side == "company" and endings[" ".join(words[cut:])] > 1]
    house = [cut for cut in cuts if person.side != "company" and cut < len(words) and mentions.house(words[cut])]
    if house and (not said or house[0] > max(said)):
        cut = house[0]
    elif said or shared:
        cut = whole[-1] if whole else said[0] if said else shared[0]
    elif looks_like_name(person.name) and len(words) <= 4:
        return person
    else:
        cut = 3 if re.fullmatch(r"[A-Z]\.?", words[1]) and len(words) > 3 else 2
    return _cut(person, words, cut)


def _is_said(words: Sequence[str], mentions: Mentions) -> bool:
    """Whether the call says a name of these words, in full or with a short first name."""
    return " ".join(words) in mentions or mentions.shortened(words[0], words[-1])


def _cut(person: Participant, words: Sequence[str], cut: int) -> Participant:
    """The entry with its first words for a name and the others for a firm."""
    rest = " ".join(words[cut:])
    firm = ", ".join(part for part in (rest, person.firm) if part)
    return replace(person, name=" ".join(words[:cut]).rstrip(","), firm=firm or None)


def _alone(person: Participant) -> bool:
    """Whether the name has a line of its own, with title and firm below."""
    name, _, below = person.printed.partition("\n")
    return name == person.name and bool(below and person.firm) and looks_like_name(name)


def _whole(words: Sequence[str]) -> bool:
    """Whether all words are of the name: two of them, "Jr." behind, "van der" between."""
    own = [word for word in words if not _PARTICLE.fullmatch(word) and not _SUFFIX.fullmatch(word)]
    return len(own) <= 2
