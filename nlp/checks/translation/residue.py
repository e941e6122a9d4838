"""English left standing inside Chinese: where it is, and whether a clause is such."""

from __future__ import annotations

from dataclasses import dataclass

from ...languages.late import late
from ...text import count_han
from .context import Context

# Words with the marks that may stand between them; a Han character, a full-width stop or a newline ends the run.
_RUN = late(r"[A-Za-z][^\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff01\uff0c\uff1a\uff1b\uff1f\n]{0,4000}")
_MARK = late(r"[(\[\u3010\uff08][^()\[\]\u3010\u3011\uff08\uff09\n]{0,80}[)\]\u3011\uff09]")
_WORD = late(r"[A-Za-z][A-Za-z'&-]*")
_LATIN = late(r"[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of English words in a text, `start:end`; `words` in lower case, `lower` how many were printed so."""

    start: int
    end: int
    words: tuple[str, ...]
    lower: int


def runs_of(text: str) -> list[Run]:
    """Every stretch of Latin words in `text` (offsets of `text`), the contents of brackets blanked out first."""
    bare = _MARK.sub(lambda mark: " " * len(mark[0]), text)
    found = []
    for hit in _RUN.finditer(bare):
        words = _WORD.findall(hit[0])
        end = hit.start() + len(hit[0].rstrip(" \t,.;:-"))
        found.append(Run(hit.start(), end, tuple(w.lower() for w in words), sum(w.islower() for w in words)))
    return found


def is_residue(context: Context) -> bool:
    """Whether a Chinese claim stands in words that were left in English: its cues are then not to be judged."""
    around = context.before[-60:] + context.after[:40]
    return len(_LATIN.findall(around)) > 2 * count_han(around) + 12
