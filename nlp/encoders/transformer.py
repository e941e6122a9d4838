"""Any encoder that transformers can load, from a folder or from the Hugging Face Hub.

Weights are read from safetensors only and a model's own code is never run. Pooling and the text put before each input
are those the model says: in the files of sentence-transformers where it has them, else mean pooling, and of its card
(README.md) whether inputs begin with "query: ".
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ..errors import BadInput, NotFound
from .batches import Cache, Ids, encode_with
from .protocol import Vectors

_FILES = ["*.json", "*.safetensors", "*.model", "*.txt", "README.md"]
_OTHER_FORMS = ["onnx/*", "openvino/*"]
_LONGEST = 512  # tokens of a window, even where a model takes more: attention grows with the square
_POOLING = ("mean", "cls")
_CARD_SAYS_QUERY = re.compile("[\"'`]query: ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """What a model says of itself: `pooling` (mean or cls), and the `prefix` of each input."""

    pooling: str = "mean"
    prefix: str = ""


def fetch_model(name: str, revision: str | None = None) -> tuple[Path, str]:
    """A model of the Hub as a folder in the local cache, and its commit. A `revision` keeps results the same.

    Raises BadInput when it is neither there nor reachable.
    """
    hub = need("huggingface_hub")
    try:
        folder = Path(
            hub.snapshot_download(name, revision=revision, allow_patterns=_FILES, ignore_patterns=_OTHER_FORMS)
        )
    except Exception as error:  # name, revision, network, disk: the hub's client raises many things
        reason = (str(error).splitlines() or [type(error).__name__])[0][:200]
        raise BadInput(
            f"hub:{name}: cannot be fetched ({reason}). Check name, revision and network, or give path:DIR."
        ) from None
    return folder, folder.name[:12]


def read_recipe(folder: Path) -> Recipe:
    """Pooling and prefix of a model folder. Raises BadInput for a pooling or a step that is not supported."""
    modules = _table(folder / "modules.json") or []
    kinds = {str(module.get("type", "")).rsplit(".", 1)[-1]: str(module.get("path", "")) for module in modules}
    strange = set(kinds) - {"Transformer", "Pooling", "Normalize"}
    if strange:
        raise BadInput(f"{folder}: step {min(strange)!r} of its modules.json is not supported. Give another model.")
    pooling = _pooling(folder, _table(folder / kinds.get("Pooling", "1_Pooling") / "config.json") or {})
    return Recipe(pooling=pooling, prefix=_prefix(folder))


def _pooling(folder: Path, table: dict[str, Any]) -> str:
    named = {"pooling_mode_mean_tokens": "mean", "pooling_mode_cls_token": "cls"}
    chosen = [named.get(key, key) for key, on in table.items() if key.startswith("pooling_mode_") and on is True]
    mode = table.get("pooling_mode") or "+".join(chosen) or "mean"
    if mode not in _POOLING:
        raise BadInput(
            f"{folder}: pooling {mode!r} is not supported, only {' and '.join(_POOLING)}. Give another model."
        )
    return str(mode)


def _prefix(folder: Path) -> str:
    table = _table(folder / "config_sentence_transformers.json") or {}
    prompts = table.get("prompts") or {}
    chosen = prompts.get(table.get("default_prompt_name") or "query")
    if chosen:  # sentence-transformers writes an empty one into models whose card knows better
        return str(chosen)
    card = folder / "README.md"
    said = card.read_text(encoding="utf-8", errors="replace") if card.is_file() else ""
    return "query: " if _CARD_SAYS_QUERY.search(said) else ""


def _table(path: Path) -> Any:
    if not path.is_file():
        return None
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise BadInput(f"{path}: not valid JSON ({error}). Fetch the model again.") from None


class TransformerEncoder:
    """A model folder as an encoder; on a GPU where torch finds one, unless `device` names another place.

    On a processor each text is run alone, so that its vector is the same, bit for bit, whatever it is encoded with. On
    a GPU texts of one length run together and vectors may differ in the sixth digit with the batch.
    """

    parts = 1

    def __init__(self, folder: Path, *, name: str | None = None, device: str | None = None) -> None:
        """Load. Raises NotFound for a missing folder, BadInput for a model that cannot be used."""
        check_folder(folder)
        self._recipe = read_recipe(folder)
        self._name = name or f"path:{folder.name}@{digest_of(folder)}"
        self._torch, transformers = need("torch"), need("transformers")
        self._device = device or ("cuda" if self._torch.cuda.is_available() else "cpu")
        self._model, self._tokenizer = quietly_load(folder, transformers, self._torch, self._device)
        self.size = int(self._model.config.hidden_size)
        self.window = min(_LONGEST, most_tokens(self._model, self._tokenizer))
        self.batch_tokens = 1 if self._device == "cpu" else 16_384
        self.head = len(self.to_ids("", prefix=self._recipe.prefix.rstrip())) - 1
        self._cache = Cache()

    @property
    def id(self) -> str:
        """The encoder's name in run records: of a folder with a digest of its weights, of the Hub with its commit."""
        return self._name

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row for each text, of length 1, or 0 when it is blank. At most 16,384 characters of a text are read."""
        return encode_with(self, texts, self._cache)

    def to_ids(self, text: str, *, prefix: str | None = None) -> list[int]:
        """The tokens of prefix and text, between start and end token."""
        before = self._recipe.prefix if prefix is None else prefix
        return [int(number) for number in self._tokenizer(before + text, verbose=False)["input_ids"]]

    def pool(self, ids: Ids) -> Vectors:
        """Each row's mean, or first token, of the last layer."""
        torch = self._torch
        with torch.inference_mode():
            given = torch.from_numpy(ids).to(self._device)
            states = self._model(input_ids=given, attention_mask=torch.ones_like(given)).last_hidden_state
            pooled = states.mean(dim=1) if self._recipe.pooling == "mean" else states[:, 0]
        return np.asarray(pooled.float().cpu().numpy(), np.float32)


def need(name: str) -> Any:
    """A library of the extra `transformers`. Raises BadInput saying how to get it."""
    from importlib import import_module

    try:
        return import_module(name)
    except ImportError:
        raise BadInput(f"a model by name needs {name}. Run: pip install 'tieout[transformers]'.") from None


def check_folder(folder: Path) -> None:
    """Raises NotFound for a folder without a model, BadInput for one without safetensors."""
    if not (folder / "config.json").is_file():
        raise NotFound(f"{folder}: no model there (config.json is missing). Give the folder of a model.")
    if not any(folder.glob("*.safetensors")):
        raise BadInput(f"{folder}: no safetensors weights. Other formats can run code and are not read; convert them.")


def quietly_load(
    folder: Path, transformers: Any, torch: Any, device: str, *, kind: str = "AutoModel"
) -> tuple[Any, Any]:
    """Model (of an `Auto` class of transformers) and tokenizer of a folder. Raises BadInput when it is none."""
    safe = {"local_files_only": True, "trust_remote_code": False}
    try:
        with _quiet(transformers.utils.logging):
            model = getattr(transformers, kind).from_pretrained(
                folder, use_safetensors=True, dtype=torch.float32, **safe
            )
            tokenizer = transformers.AutoTokenizer.from_pretrained(folder, **safe)
    except Exception as error:  # whatever a stranger's folder leads to, in libraries that raise many things
        reason = (str(error).splitlines() or [type(error).__name__])[0][:200]
        raise BadInput(f"{folder}: transformers cannot load it ({reason}). Give a model that {kind} takes.") from None
    return model.to(device).eval(), tokenizer


@contextmanager
def _quiet(logging: Any) -> Iterator[None]:
    """No progress bars, and no report of a pooler that is missing and not used."""
    level = logging.get_verbosity()
    bars = logging.is_progress_bar_enabled()
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    try:
        yield
    finally:
        logging.set_verbosity(level)
        if bars:
            logging.enable_progress_bar()


def most_tokens(model: Any, tokenizer: Any) -> int:
    """The longest input a model takes."""
    # RoBERTa counts its positions from 2: the tokenizer knows, where it says anything (else it says 1e30).
    positions = int(getattr(model.config, "max_position_embeddings", _LONGEST))
    return int(min(positions, tokenizer.model_max_length))


def digest_of(folder: Path) -> str:
    """The first 8 digits of a sha256 over the weights."""
    total = hashlib.sha256()
    for path in sorted(folder.glob("*.safetensors")):
        with path.open("rb") as file:
            total.update(hashlib.file_digest(file, "sha256").digest())
    return total.hexdigest()[:8]
