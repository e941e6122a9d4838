"""Writes the network as two ONNX graphs without weights: `nlp/encoders/onnx.py` gives them when it loads the graphs.

The lower one takes the sum of word, position and type vectors, the upper one what the lower one gives; so layers tuned
to a task stand on the same lower ones. `given` and `states` are `[texts, tokens, hidden]`; every text of a batch has as
many tokens as the others, so there is no mask.

A matrix product is one of small integers. Each token's vector is divided by a step of its own, its largest value over
127, so that no token's numbers depend on its neighbours' (with one step for the whole batch, as in onnxruntime's own
dynamic quantization, a vector moves with its batch). Sums of integers are exact in every order, so the shape of a batch
cannot matter either.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from image import Shape
from numpy.typing import NDArray
from onnx import ModelProto, NodeProto, TensorProto, external_data_helper, helper, numpy_helper

LOWER = 8  # layers of the lower graph: those below the ones that are tuned
ELSEWHERE = "given-at-load"  # the "file" of every weight: never opened, each weight is given in memory
_OPSET, _IR = 20, 9
_EPSILON = 1e-12
_MIDDLE = 128  # an activation of 0 as an unsigned byte


class GraphWriter:
    """Collects nodes and the names, types and shapes of weights."""

    def __init__(self, shape: Shape) -> None:
        self.shape = shape
        self.nodes: list[NodeProto] = []
        self.weights: list[TensorProto] = []

    def node(self, kind: str, inputs: Iterable[str], output: str, *, domain: str = "", **attributes: object) -> str:
        """Add a node; gives the name of its output."""
        self.nodes.append(helper.make_node(kind, list(inputs), [output], name=output, domain=domain, **attributes))
        return output

    def constant(self, name: str, value: NDArray[np.generic]) -> str:
        """Add a small value that is part of the graph."""
        self.weights.append(numpy_helper.from_array(value, name))
        return name

    def weight(self, name: str, kind: int, *sizes: int) -> str:
        """Add a weight that is given at load."""
        tensor = TensorProto(name=name, data_type=kind, dims=sizes, data_location=TensorProto.EXTERNAL)
        tensor.raw_data = b""
        width = {TensorProto.FLOAT: 4, TensorProto.INT8: 1}[kind]
        external_data_helper.set_external_data(tensor, ELSEWHERE, offset=0, length=width * int(np.prod(sizes)))
        tensor.ClearField("raw_data")
        self.weights.append(tensor)
        return name


def write_graphs(shape: Shape) -> dict[str, bytes]:
    """The files of the lower and the upper layers, by name."""
    return {
        "lower.onnx": write_graph(shape, range(LOWER)),
        "upper.onnx": write_graph(shape, range(LOWER, shape.layers)),
    }


def write_graph(shape: Shape, layers: range) -> bytes:
    """The file of some layers; what is given to the first one of all is normalized before."""
    writer = GraphWriter(shape)
    _add_constants(writer)
    writer.node("Shape", ["given"], "batch")
    state = writer.node("Reshape", ["given", "flat"], "given.flat")
    if layers.start == 0:
        state = _normalized(writer, state, "emb.ln")
    for number in layers:
        state = _layer(writer, state, f"l{number}")
    writer.node("Reshape", [state, "batch"], "states")
    sizes = ["texts", "tokens", shape.hidden]
    given = helper.make_tensor_value_info("given", TensorProto.FLOAT, sizes)
    made = helper.make_tensor_value_info("states", TensorProto.FLOAT, sizes)
    graph = helper.make_graph(writer.nodes, "encoder", [given], [made], writer.weights)
    opsets = [helper.make_opsetid("", _OPSET), helper.make_opsetid("com.microsoft", 1)]
    model: ModelProto = helper.make_model(graph, opset_imports=opsets, ir_version=_IR, producer_name="tieout")
    return bytes(model.SerializeToString(deterministic=True))


def _add_constants(writer: GraphWriter) -> None:
    writer.constant("flat", np.array([-1, writer.shape.hidden], np.int64))
    writer.constant("row", np.array([-1], np.int64))
    writer.constant("column", np.array([-1, 1], np.int64))
    writer.constant("last", np.array([1], np.int64))
    writer.constant("thirds", np.array([writer.shape.hidden] * 3, np.int64))
    writer.constant("middle", np.array(_MIDDLE, np.uint8))
    writer.constant("one", np.array(1, np.float32))
    writer.constant("least", np.array(1e-12, np.float32))
    writer.constant("per step", np.array(1 / 127, np.float32))


def _layer(writer: GraphWriter, state: str, name: str) -> str:
    hidden, inner = writer.shape.hidden, writer.shape.inner
    joined = _product(writer, state, f"{name}.qkv", hidden, 3 * hidden)
    thirds = [f"{name}.{part}.flat" for part in "qkv"]
    writer.nodes.append(helper.make_node("Split", [joined, "thirds"], thirds, name=f"{name}.split", axis=1))
    parts = [writer.node("Reshape", [part, "batch"], part.removesuffix(".flat")) for part in thirds]
    heads = {"domain": "com.microsoft", "num_heads": writer.shape.heads}
    seen = writer.node("MultiHeadAttention", parts, f"{name}.seen", **heads)  # type: ignore[arg-type]
    seen = writer.node("Reshape", [seen, "flat"], f"{name}.seen.flat")
    seen = _product(writer, seen, f"{name}.ao", hidden, hidden)
    state = _normalized(writer, writer.node("Add", [seen, state], f"{name}.after"), f"{name}.aln")
    wide = _product(writer, state, f"{name}.fi", hidden, inner)
    wide = writer.node("Gelu", [wide], f"{name}.gelu")
    made = _product(writer, wide, f"{name}.fo", inner, hidden)
    return _normalized(writer, writer.node("Add", [made, state], f"{name}.sum"), f"{name}.oln")


def _product(writer: GraphWriter, given: str, name: str, size: int, out: int) -> str:
    """`given @ weights + bias`, with a step for each row of `given` and for each column of the weights."""
    largest = writer.node("ReduceMax", [writer.node("Abs", [given], f"{name}.abs"), "last"], f"{name}.max", keepdims=0)
    safe = writer.node("Add", [largest, "least"], f"{name}.safe")
    steps = writer.node("Mul", [safe, "per step"], f"{name}.steps")
    zeros = _zeros(writer, steps)
    small = writer.node("QuantizeLinear", [given, steps, zeros], f"{name}.small", axis=0)
    matrix = writer.weight(f"{name}.w", TensorProto.INT8, size, out)
    columns = writer.weight(f"{name}.s", TensorProto.FLOAT, out)
    inputs = [small, matrix, "one", columns, "middle"]
    sums = writer.node("MatMulIntegerToFloat", inputs, f"{name}.sums", domain="com.microsoft")
    steps = writer.node("Reshape", [steps, "column"], f"{name}.column")
    scaled = writer.node("Mul", [sums, steps], f"{name}.scaled")
    return writer.node("Add", [scaled, writer.weight(f"{name}.b", TensorProto.FLOAT, out)], name)


def _zeros(writer: GraphWriter, steps: str) -> str:
    """One zero point a row; all products of a run have the same rows."""
    if not any(node.output[0] == "zeros" for node in writer.nodes):
        writer.node("Expand", ["middle", writer.node("Shape", [steps], "rows")], "zeros")
    return "zeros"


def _normalized(writer: GraphWriter, given: str, name: str) -> str:
    weights = [writer.weight(f"{name}.{part}", TensorProto.FLOAT, writer.shape.hidden) for part in "wb"]
    return writer.node("LayerNormalization", [given, *weights], name, axis=-1, epsilon=_EPSILON)
