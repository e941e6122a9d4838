"""Labels of a first or a last name alone, where only the talk names the persons whole: "Falcato: Thank you, Otto",
"our CFO Ines Falcato".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from ..languages.late import late
from .label import Label
from .lines import Line
from .mentions import Mentions, Vocabulary
from .names import generic_kind, is_person, looks_like_name, name_key
from .titles import FIRM_WORD, title_kind

_ALONE = late(
    r"(?P<open>[^\w\s]{0,2}) ?(?:[QA][0-9]{0,2}[.:)]? )?"
    r"(?P<name>(?:(?:van|von|de|der|den|du|da|di|del|la|le|ter|ten|af|bin|al) ){0,2}[A-ZÀ-ÞĀ-ɏ][\w'-]{1,20})"
    r"(?P<close>:|\Z|[\])】>}]| [^\w\s.,;!?'\"()\[\]&/%$]{1,2} | ?[(\[<][0-9]{1,2}(?=:[0-9]{2}))"
)
_HEAD = 40  # characters in which such a label stands
_LINES, _PEOPLE = 4, 2  # so many lines of so many people are no accident
_TOLD = late(  # what stands before or behind a name where somebody is presented
    r"(?:\b(?:Mr|Ms|Mrs|Dr)\.|\b(?:name is|this is|line of|lines? from|from|over to|go to|with me|I'm|I am)) "
    r"(?:Mr\.|Ms\.)? ?\Z"
)
_TOLD_BEHIND = late(r",? (?:from|of|with|at) (?:the )?[A-ZÀ-ÞĀ-ɏ0-9]|, (?:our|the|who|your)\b|[.,] Please\b")
_NEAR = 45


def called_alone(rows: Iterable[tuple[int, str]], lines: Sequence[Line], mentions: Mentions) -> dict[str, Label]:
    """The labels of names that stand alone before speech or over it, by the name in lower case; none where lines begin
    with such words by accident: half of those printed alike must be of persons whom the talk presents by whole names.
    """
    alike: dict[tuple[str, str], Counter[str]] = {}
    for _, text in rows:
        found = _ALONE.match(text[:_HEAD])
        if found is None or (found["close"] == "" and len(text) > found.end()):
            continue
        if generic_kind(found["name"]) is None and title_kind(found["name"]) is None:
            alike.setdefault((found["open"], found["close"][:2]), Counter())[found["name"]] += 1
    out: dict[str, Label] = {}
    for counts in alike.values():
        out |= _presented(counts, lines, mentions)
    return out


def _presented(counts: Counter[str], lines: Sequence[Line], mentions: Mentions) -> dict[str, Label]:
    """The labels of names printed alike, where most of them are persons."""
    if sum(counts.values()) < _LINES or len(counts) < _PEOPLE:
        return {}
    whole = {word: name for word in counts if (name := whole_name(word, mentions)) is not None}
    known = sum(counts[word] for word in whole)
    if len(set(whole.values())) < _PEOPLE or known < _LINES or 2 * known < sum(counts.values()):
        return {}
    words = Vocabulary(lines)
    keys = {name_key(word): name for word, name in whole.items()}
    strange = [word for word in counts if words.is_strange(word)]
    said = {name_key(word): name for word in strange if (name := mentions.as_said(word)) is not None}
    spelt = {**said, **keys}
    return {word.lower(): Label(name=spelt[name_key(word)]) for word in counts if name_key(word) in spelt}


def whole_name(word: str, mentions: Mentions) -> str | None:
    """The one whole name with which the talk presents somebody of this first or last name."""
    counted: Counter[str] = Counter()
    presented: set[str] = set()
    for before, said, behind in mentions.around(word):
        for name, left, right in _readings(said, before, behind):
            if looks_like_name(name) and is_person(name) and title_kind(name) is None:
                counted[name] += 1
                if _is_presented(left, right):
                    presented.add(name)
    names = [name for name, _ in counted.most_common() if name in presented]
    longest = [name for name in names if not any(name != other and name in other for other in names)]
    return longest[0] if len({name_key(name) for name in longest}) == 1 else None


_FIRSTS = late(r"(?:(?:[A-ZÀ-ÞĀ-ɏ][\w'-]+|[A-ZÀ-ÞĀ-ɏ]\.|de|da|di|van|von|der|den|la|le) ){1,3}\Z")
_LASTS = late(r"(?: (?:[A-ZÀ-ÞĀ-ɏ][\w'-]+|[A-ZÀ-ÞĀ-ɏ]\.|de|da|di|van|von|der|den|la|le)){1,3}")
_POLITE = late(r"\A(?:(?:Mr|Ms|Mrs|Dr|CEO|CFO|COO|President|Chairman|Chief|Officer|Director)\.? )+")


def _readings(word: str, before: str, behind: str) -> Iterable[tuple[str, str, str]]:
    """The names that end or begin with the word here, with what stands before and behind each."""
    first = _FIRSTS.search(before)
    if first is not None:
        names = first[0].split(" ")[:-1]
        for cut in range(len(names)):
            name = " ".join([*names[cut:], word])
            yield name, before[: len(before) - len(" ".join(names[cut:])) - 1], behind
    last = _LASTS.match(behind)
    if last is not None:
        names = last[0].split(" ")[1:]
        for cut in range(1, len(names) + 1):
            name = " ".join([word, *names[:cut]])
            yield name, before, behind[len(name) - len(word) :]


def _is_presented(before: str, behind: str) -> bool:
    """Whether somebody is introduced, announced or addressed politely here."""
    office = re.split(r"[.;?!]", before)[-1][-_NEAR:]
    told = _TOLD.search(before) or _TOLD_BEHIND.match(behind) or title_kind(office.rsplit(", ", 1)[-1])
    described = behind[:_NEAR].split(".", maxsplit=1)[0] if behind.startswith(",") else ""
    return bool(told) or title_kind(described) is not None or FIRM_WORD.search(described) is not None
