"""Finds an encoder by the name a user gives."""

from __future__ import annotations

from pathlib import Path

from ..errors import BadInput
from .protocol import Encoder

CHOICES = "shipped, hashing, path:DIR or hub:NAME@REVISION"


def load_encoder(name: str) -> Encoder:
    """The encoder of that name, loaded.

    `shipped` comes with the package; `hashing` has no weights; `path:DIR` is a model folder on disk and
    `hub:NAME@REVISION` one of the Hugging Face Hub (the revision may be left out), both run by transformers and torch.
    Raises BadInput naming the choices, or saying what the model lacks.
    """
    kind, _, rest = name.partition(":")
    if name == "shipped":
        from .onnx import OnnxEncoder

        return OnnxEncoder()
    if name == "hashing":
        from .hashing import HashingEncoder

        return HashingEncoder()
    if kind in {"path", "hub"} and rest.strip():
        from .transformer import TransformerEncoder, fetch_model

        if kind == "path":
            return TransformerEncoder(Path(rest))
        model, _, revision = rest.partition("@")
        folder, commit = fetch_model(model, revision or None)
        return TransformerEncoder(folder, name=f"hub:{model}@{commit}")
    raise BadInput(f"encoder {name[:80]!r}: no such encoder. Give {CHOICES}.")
