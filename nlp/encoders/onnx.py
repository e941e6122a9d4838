"""The shipped encoder, run by onnxruntime: a small multilingual network cut down to English and Chinese.

What it is and where it comes from: `models/encoder/card.md`; the graph: `models/encoder/graph.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from .batches import Cache, Ids, encode_with
from .protocol import Vectors
from .weights import Floats, Weights, expand, open_folder

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

# Weights get 7 bits: two products of an 8-bit activation and a 7-bit weight fit in 16 bits. Processors without VNNI add
# such pairs in 16 bits and would cut off larger ones, so that vectors would depend on the machine.
_LARGEST = 63
WEIGHTS = "weights.safetensors"


class OnnxEncoder:
    """The encoder of `models/encoder`, or of another folder that its `build.py` wrote.

    `threads` are those of the matrix products of one batch. A text's vector is the same, bit for bit, whatever it is
    encoded with.
    """

    parts, batch_tokens = 1, 512

    def __init__(self, folder: Path | None = None, *, threads: int = 1) -> None:
        """Load. Raises FileNotFoundError for a folder without the files, or BadInput for a damaged one."""
        from tokenizers import Tokenizer

        self.folder, self.config = open_folder(folder)
        weights = Weights(self.folder / WEIGHTS)
        self.size, self.window = self.config.hidden, self.config.positions
        self._words = weights.stored("emb.word.steps"), weights.stored("emb.word.nibbles")
        self._places = weights.read("emb.pos") + weights.read("emb.type")[0]
        self._lower = Layers(self.folder / "lower.onnx", weights, range(self.config.lower), threads)
        self.upper = Layers(self.folder / "upper.onnx", weights, self.config.tunable, threads)
        self._tokenizer = Tokenizer.from_file(str(self.folder / "tokenizer.json"))
        self._cache = Cache()
        self.head = len(self._tokenizer.encode(self.config.prefix.rstrip()).ids) - 1  # all but the end token

    @property
    def id(self) -> str:
        """The encoder's name in run records: name and the first 8 digits of its weights' sha256."""
        return f"{self.config.name}@{self.config.sha256[WEIGHTS][:8]}"

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row for each text, of length 1, or 0 when it is blank. At most 16,384 characters of a text are read."""
        return encode_with(self, texts, self._cache)

    def keep(self, texts: Iterable[str], vectors: Vectors) -> None:
        """Take vectors that its own layers gave elsewhere, one row for each text."""
        for text, vector in zip(texts, vectors, strict=True):
            if self._cache.take(text) is None:
                self._cache.keep(text, vector)

    def to_ids(self, text: str) -> list[int]:
        """The tokens of prefix and text, between start and end token."""
        # One by one: a batch would be spread over all cores.
        ids: list[int] = self._tokenizer.encode(self.config.prefix + text).ids
        return ids

    def below(self, ids: Ids) -> Floats:
        """What the lower layers give for each token, `[texts, tokens, hidden]`."""
        steps, nibbles = (table[ids.ravel()] for table in self._words)
        embedded = expand(steps, nibbles).reshape(*ids.shape, -1) + self._places[: ids.shape[1]]
        return self._lower.states(embedded)

    def pool(self, ids: Ids) -> Vectors:
        """The mean of the last layer over the tokens of each row."""
        return self.upper.pool(self.below(ids))


class Layers:
    """Some layers of the network."""

    def __init__(self, graph: Path, weights: Weights, layers: range, threads: int = 1) -> None:
        self._session = _start_session(graph, dict(_given(weights, layers)), threads)

    def states(self, given: Floats) -> Floats:
        """What they make of `[texts, tokens, hidden]`, of the same shape."""
        states: Floats = self._session.run(["states"], {"given": given})[0]
        return states

    def pool(self, given: Floats) -> Vectors:
        """The same, the mean over the tokens of each text."""
        return np.asarray(self.states(given).sum(axis=1) / np.float32(given.shape[1]), np.float32)


def _start_session(graph: Path, given: dict[str, NDArray[np.generic]], threads: int) -> InferenceSession:
    import onnxruntime

    onnxruntime.disable_telemetry_events()  # acts on Windows only; a build for other systems sends nothing
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    options.enable_mem_pattern = False  # plans for one shape each; here every length is another
    options.log_severity_level = 3
    values = [onnxruntime.OrtValue.ortvalue_from_numpy(value) for value in given.values()]
    options.add_external_initializers(list(given), values)
    return onnxruntime.InferenceSession(graph.read_bytes(), options, providers=["CPUExecutionProvider"])


def _given(weights: Weights, layers: range) -> Iterator[tuple[str, NDArray[np.generic]]]:
    """All weights of the layers' graph, by the names it calls them."""
    if layers.start == 0:
        yield from ((f"emb.ln.{part}", weights.read(f"emb.ln.{part}")) for part in "wb")
    for layer in layers:
        for norm in (f"l{layer}.aln", f"l{layer}.oln"):
            yield from ((f"{norm}.{part}", weights.read(f"{norm}.{part}")) for part in "wb")
        for name, parts in (("qkv", ("q", "k", "v")), ("ao", ("ao",)), ("fi", ("fi",)), ("fo", ("fo",))):
            matrix = np.concatenate([weights.read(f"l{layer}.{part}.w") for part in parts])
            steps = np.abs(matrix).max(axis=1, keepdims=True) / np.float32(_LARGEST)
            small = np.rint(matrix / steps).astype(np.int8)
            yield f"l{layer}.{name}.w", np.ascontiguousarray(small.T)
            yield f"l{layer}.{name}.s", steps[:, 0]
            yield f"l{layer}.{name}.b", np.concatenate([weights.read(f"l{layer}.{part}.b") for part in parts])
