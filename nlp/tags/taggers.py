"""The models that tag, loaded once and used for every text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from ..encoders import Classifier, Encoder, load_encoder

if TYPE_CHECKING:
    from .heads import Head

NO_MODELS = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taggers:
    """Heads with the encoder under them, and the classifiers a user named, by language.

    Without an encoder the word lists tag.
    """

    encoder: Encoder | None = None
    sentiment: Head | None = None
    topics: Head | None = None
    classifiers: Mapping[str, Classifier] = field(default_factory=dict)

    @property
    def ids(self) -> tuple[str, ...]:
        """Names of the models, for the run record."""
        heads = [head.id for head in (self.sentiment, self.topics) if head is not None]
        return (*([self.encoder.id] if self.encoder else []), *heads, *(row.id for row in self.classifiers.values()))

    def encode(self, texts: Sequence[str]) -> None:
        """Encode texts that will be tagged later: the encoders keep their vectors."""
        if self.encoder is not None and self.topics is not None:
            self.topics.vectors_of(self.encoder, texts)


BY_WORDS = Taggers()


def load_taggers(encoder: Encoder | None, classifiers: Mapping[str, Classifier] | None = None) -> Taggers:
    """Taggers on an encoder, or by word lists where it is None.

    The heads were trained on the shipped encoder; on any other one that gives other vectors they would guess, so the
    shipped one is loaded for them then.
    """
    named = classifiers or {}
    if encoder is None:
        return Taggers(classifiers=named)
    from .heads import load_head

    sentiment, topics = load_head("sentiment"), load_head("topics")
    if not sentiment.fits(encoder):
        encoder = load_encoder("shipped")
    return Taggers(encoder=encoder, sentiment=sentiment, topics=topics, classifiers=named)


@cache
def taggers_named(models: str) -> Taggers:
    """Taggers by the name of their encoder: `none` for word lists, `shipped`, `path:DIR`, `hub:NAME@REVISION`."""
    return BY_WORDS if models == NO_MODELS else load_taggers(load_encoder(models))
