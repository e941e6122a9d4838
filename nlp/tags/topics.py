"""Topics of a text by term lists: zero or more of the taxonomy in `nlp.languages.tag_rules`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ..errors import BadInput
from ..languages.en.tags import TOPICS_EN
from ..languages.tag_rules import TOPICS
from ..languages.tokenize import TermMatcher
from ..languages.zh.tags import TOPICS_ZH
from ..records import Tag
from .match import find_in_all

_RULES = {"en": TOPICS_EN, "zh": TOPICS_ZH}
_ORDER = {topic: at for at, topic in enumerate(TOPICS)}


def tag_topics(texts: Sequence[str], lang: str, *, target_ids: Sequence[str] | None = None) -> tuple[Tag, ...]:
    """The topics of each text, in the order of the texts, then of the taxonomy; a text may have none.

    `score` is hits / (hits + 1), 0.5 for one term; `words` are the terms found. `target_ids` names the texts, else
    their numbers do. Raises BadInput for a language without a list.
    """
    ids = names_of(texts, target_ids)
    tags: list[Tag] = []
    for target, text, hits in zip(ids, texts, find_in_all(_matcher(lang), texts), strict=True):
        found: dict[str, list[str]] = {}
        for start, end, label in hits:
            found.setdefault(label, []).append(text[start:end])
        for label in sorted(found, key=_ORDER.__getitem__):
            score = len(found[label]) / (len(found[label]) + 1)
            terms = tuple(dict.fromkeys(found[label]))
            tags.append(Tag(target_id=target, kind="topic", label=label, score=score, by="lexicon", words=terms))
    return tuple(tags)


def names_of(texts: Sequence[str], target_ids: Sequence[str] | None) -> Sequence[str]:
    """The ids of the texts. Raises BadInput when there are more or fewer ids than texts, or texts is one `str`."""
    if isinstance(texts, str):
        raise BadInput("texts is one str; give a list of texts.")
    if target_ids is None:
        return [str(number) for number in range(len(texts))]
    if len(target_ids) != len(texts):
        raise BadInput(f"{len(texts)} texts and {len(target_ids)} target_ids; give one id for each text.")
    return target_ids


@cache
def _matcher(lang: str) -> TermMatcher:
    if lang not in _RULES:
        raise BadInput(f"no topic terms for language {lang!r}; known: {', '.join(_RULES)}.")
    return TermMatcher(_RULES[lang].topics, lang)
