"""What a worker loads once and uses for every call: built from options, and only when first used."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from .encoders import Classifier, Encoder
from .options import Options

NO_MODELS = "none"


@dataclass(frozen=True, kw_only=True)
class Tools:
    """The tools that `options` ask for. What travels between processes is the options; each worker loads for itself."""

    options: Options

    @cached_property
    def encoder(self) -> Encoder | None:
        """The encoder `options.models` names, or None for `none`. Raises BadInput for an unknown name."""
        if self.options.models == NO_MODELS:
            return None
        from .encoders import load_encoder

        return load_encoder(self.options.models)

    @cached_property
    def classifiers(self) -> dict[str, Classifier]:
        """The sentence-classification models a user named, by language. Raises BadInput for one that cannot be used."""
        from .encoders.classify import load_classifier

        return {lang: load_classifier(name) for lang, name in self.options.sentiment}

    @property
    def models(self) -> tuple[str, ...]:
        """Ids of the models in use, for the run record; loads them."""
        named = tuple(row.id for row in self.classifiers.values())
        return (*((self.encoder.id,) if self.encoder else ()), *named)

    def __getstate__(self) -> dict[str, Options]:
        return {"options": self.options}


def load_tools(options: Options) -> Tools:
    """Tools for one worker; nothing is loaded before it is used."""
    return Tools(options=options)
