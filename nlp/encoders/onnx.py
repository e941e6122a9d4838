"""The shipped encoder, run by onnxruntime: a small multilingual network cut down to English and Chinese.

What it is and where it comes from: `models/encoder/card.md`; the graph: `models/encoder/graph.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from .batches import Cache, Ids, encode_with
from .protocol import Vectors
from .tuning import TunedWeights
from .weights import Config, Weights, expand, open_folder

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

# Weights get 7 bits: two products of an 8-bit activation and a 7-bit weight fit in 16 bits. Processors without VNNI add
# such pairs in 16 bits and would cut off larger ones, so that vectors would depend on the machine.
_LARGEST = 63


class OnnxEncoder:
    """The encoder of `models/encoder`, or of another folder that its `build.py` wrote.

    `threads` are those of the matrix products of one batch. A text's vector is the same, bit for bit, whatever it is
    encoded with.
    """

    def __init__(self, folder: Path | None = None, *, threads: int = 1, tuning: Path | None = None) -> None:
        """Load, with the changes of the file `tuning`. Raises FileNotFoundError, or BadInput for a damaged file."""
        from tokenizers import Tokenizer

        folder, self._config = open_folder(folder)
        path = folder / "weights.safetensors"
        weights = Weights(path) if tuning is None else TunedWeights(path, tuning)
        self._tuned = f"+{weights.digest}" if isinstance(weights, TunedWeights) else ""
        self.size, self.window, self.batch_tokens = self._config.hidden, self._config.positions, 512
        self._words = weights.stored("emb.word.steps"), weights.stored("emb.word.nibbles")
        self._places = weights.read("emb.pos") + weights.read("emb.type")[0]
        self._session = _start_session(folder / "graph.onnx", weights, self._config, threads)
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._cache = Cache()
        self.head = len(self._tokenizer.encode(self._config.prefix.rstrip()).ids) - 1  # all but the end token

    @property
    def id(self) -> str:
        """The encoder's name in run records: name and the first 8 digits of its weights' sha256."""
        return f"{self._config.name}@{self._config.sha256['weights.safetensors'][:8]}{self._tuned}"

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row for each text, of length 1, or 0 when it is blank. At most 16,384 characters of a text are read."""
        return encode_with(self, texts, self._cache)

    def to_ids(self, text: str) -> list[int]:
        """The tokens of prefix and text, between start and end token."""
        # One by one: a batch would be spread over all cores.
        ids: list[int] = self._tokenizer.encode(self._config.prefix + text).ids
        return ids

    def pool(self, ids: Ids) -> Vectors:
        """The mean of the last layer over the tokens of each row."""
        steps, nibbles = (table[ids.ravel()] for table in self._words)
        embedded = expand(steps, nibbles).reshape(*ids.shape, -1) + self._places[: ids.shape[1]]
        states: NDArray[np.float32] = self._session.run(["states"], {"embedded": embedded})[0]
        return np.asarray(states.sum(axis=1) / np.float32(ids.shape[1]), np.float32)


def _start_session(graph: Path, weights: Weights, config: Config, threads: int) -> InferenceSession:
    import onnxruntime

    onnxruntime.disable_telemetry_events()  # acts on Windows only; a build for other systems sends nothing
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    options.enable_mem_pattern = False  # plans for one shape each; here every length is another
    options.log_severity_level = 3
    given = dict(_given(weights, config))
    values = [onnxruntime.OrtValue.ortvalue_from_numpy(value) for value in given.values()]
    options.add_external_initializers(list(given), values)
    return onnxruntime.InferenceSession(graph.read_bytes(), options, providers=["CPUExecutionProvider"])


def _given(weights: Weights, config: Config) -> Iterator[tuple[str, NDArray[np.generic]]]:
    """All weights of the graph, by the names it calls them."""
    yield from ((f"emb.ln.{part}", weights.read(f"emb.ln.{part}")) for part in "wb")
    for layer in range(config.layers):
        for norm in (f"l{layer}.aln", f"l{layer}.oln"):
            yield from ((f"{norm}.{part}", weights.read(f"{norm}.{part}")) for part in "wb")
        for name, parts in (("qkv", ("q", "k", "v")), ("ao", ("ao",)), ("fi", ("fi",)), ("fo", ("fo",))):
            matrix = np.concatenate([weights.read(f"l{layer}.{part}.w") for part in parts])
            steps = np.abs(matrix).max(axis=1, keepdims=True) / np.float32(_LARGEST)
            small = np.rint(matrix / steps).astype(np.int8)
            yield f"l{layer}.{name}.w", np.ascontiguousarray(small.T)
            yield f"l{layer}.{name}.s", steps[:, 0]
            yield f"l{layer}.{name}.b", np.concatenate([weights.read(f"l{layer}.{part}.b") for part in parts])
