"""Tunes the encoder's last layers to the topics: thin matrices added to its weights (LoRA, Hu et al., 2021), by torch.

Used by `train.py`; needs the extra `transformers`. One thread and a fixed seed: the same rows give the same numbers on
the same kind of processor.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional
from transformers import BertModel, PreTrainedTokenizerFast

from nlp.encoders.export import export
from nlp.encoders.weights import open_folder

FROZEN = open_folder()[1].lower  # layers below stay as they are; what they give is calculated once
RANK = 16
EPOCHS = 6
BATCH = 32
RATE = 2e-3
WARM = 0.1  # of the steps
DROP = 0.1
LONGEST = 128  # tokens
LENGTH = 19.0  # of a vector before the head, so that one rate suits head and layers
# How the parts of a layer are called in a BertModel and in the shipped file.
PARTS = {
    "attention.self.query": "q",
    "attention.self.key": "k",
    "attention.self.value": "v",
    "attention.output.dense": "ao",
    "intermediate.dense": "fi",
    "output.dense": "fo",
}

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tuned:
    """`changes` as `nlp.encoders.tuning` reads them; a head on vectors of length 1 and on the features of terms."""

    changes: dict[str, NDArray[np.float16]]
    vectors: Floats
    features: Floats
    constants: Floats


class Thin(torch.nn.Module):
    """A frozen linear map with the product of two thin matrices added."""

    def __init__(self, whole: torch.nn.Linear) -> None:
        super().__init__()
        self.whole = whole
        self.down = torch.nn.Parameter(torch.randn(RANK, whole.in_features) / whole.in_features**0.5)
        self.up = torch.nn.Parameter(torch.zeros(whole.out_features, RANK))

    def forward(self, given: torch.Tensor) -> torch.Tensor:
        """`[..., out]`."""
        out: torch.Tensor = self.whole(given) + (given @ self.down.T) @ self.up.T
        return out


class Net(torch.nn.Module):
    """The last layers and a head."""

    def __init__(self, model: BertModel, features: int, classes: int) -> None:
        super().__init__()
        self.layers = model.encoder.layer[FROZEN:]
        for weight in self.layers.parameters():
            weight.requires_grad = False
        for layer in self.layers:
            for name in PARTS:
                home, _, last = name.rpartition(".")
                setattr(layer.get_submodule(home), last, Thin(layer.get_submodule(name)))
        for module in self.layers.modules():
            if isinstance(module, torch.nn.Dropout):
                module.p = DROP
        self.drop = torch.nn.Dropout(DROP)
        self.head = torch.nn.Linear(model.config.hidden_size, classes)
        self.terms = torch.nn.Linear(features, classes, bias=False)
        torch.nn.init.zeros_(self.head.weight)
        torch.nn.init.constant_(self.head.bias, -3.0)
        torch.nn.init.zeros_(self.terms.weight)

    def forward(self, states: torch.Tensor, mask: torch.Tensor, features: torch.Tensor) -> torch.Tensor:
        """Logits `[texts, classes]`."""
        hidden = ((1 - mask) * -1e4)[:, None, None, :]
        for layer in self.layers:
            made = layer(states, hidden)
            states = made[0] if isinstance(made, tuple) else made
        mean = (states * mask[:, :, None]).sum(1)
        vector = functional.normalize(mean.float(), dim=1) * LENGTH
        out: torch.Tensor = self.head(self.drop(vector)) + self.terms(features)
        return out


def tune(texts: Sequence[str], features: Floats, truth: Floats, counts: Floats, *, seed: int = 0) -> Tuned:
    """Learn from texts, the features of their terms, their topics, and how much each text counts."""
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    with tempfile.TemporaryDirectory() as folder:
        export(Path(folder) / "model")
        tokenizer: Any = PreTrainedTokenizerFast.from_pretrained(Path(folder) / "model")
        model: Any = BertModel.from_pretrained(Path(folder) / "model", add_pooling_layer=False)
    states = list(_states(model.eval(), [tokenizer("query: " + text).input_ids[:LONGEST] for text in texts]))
    net = Net(model, features.shape[1], truth.shape[1]).train()
    given, wanted = torch.tensor(features).float(), torch.tensor(truth).float()
    weight = torch.tensor(counts / counts.mean()).float()
    known = [number for number in net.parameters() if number.requires_grad]
    optimizer = torch.optim.AdamW(known, lr=RATE, weight_decay=0.01)
    steps = EPOCHS * -(-len(texts) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step / steps))
    chance = np.random.default_rng(seed)
    for _ in range(EPOCHS):
        for batch in _batches([len(row) for row in states], chance):
            with torch.autocast("cpu", torch.bfloat16):
                said = net(*_padded([states[number] for number in batch]), given[batch])
            loss = functional.binary_cross_entropy_with_logits(said.float(), wanted[batch], reduction="none")
            optimizer.zero_grad()
            (loss.sum(1) * weight[batch]).mean().backward()
            torch.nn.utils.clip_grad_norm_(known, 1.0)
            optimizer.step()
            schedule.step()
    return _tuned(net)


def _states(model: BertModel, ids: Sequence[list[int]]) -> Iterator[torch.Tensor]:
    """What the frozen layers give for each text, `[tokens, hidden]`."""
    model.encoder.layer, layers = model.encoder.layer[:FROZEN], model.encoder.layer
    with torch.inference_mode():
        for row in ids:
            yield model(input_ids=torch.tensor([row])).last_hidden_state[0].half().clone()
    model.encoder.layer = layers


def _rate(done: float) -> float:
    """The share of the full rate: up, then evenly down to nothing."""
    return min(1.0, done / WARM) * min(1.0, max(0.0, (1 - done) / (1 - WARM)))


def _batches(lengths: Sequence[int], chance: np.random.Generator) -> Iterator[list[int]]:
    """Texts drawn by chance, those of like length together."""
    order = chance.permutation(len(lengths))
    found = []
    for start in range(0, len(order), 20 * BATCH):
        near = sorted(order[start : start + 20 * BATCH].tolist(), key=lambda number: lengths[number])
        found += [near[at : at + BATCH] for at in range(0, len(near), BATCH)]
    yield from (found[at] for at in chance.permutation(len(found)))


def _padded(rows: Sequence[torch.Tensor]) -> tuple[torch.Tensor, torch.Tensor]:
    states = torch.nn.utils.rnn.pad_sequence([row.float() for row in rows], batch_first=True)
    sizes = torch.tensor([len(row) for row in rows])
    return states, (torch.arange(states.shape[1])[None, :] < sizes[:, None]).float()


def _tuned(net: Net) -> Tuned:
    changes: dict[str, NDArray[np.float16]] = {}
    for number, layer in enumerate(net.layers):
        for theirs, ours in PARTS.items():
            thin = layer.get_submodule(theirs)
            for side in ("up", "down"):
                found = thin.get_parameter(side).detach().numpy()
                changes[f"l{FROZEN + number}.{ours}.w.{side}"] = found.astype(np.float16)
    return Tuned(
        changes=changes,
        vectors=net.head.weight.detach().numpy().T.astype(np.float64) * LENGTH,
        features=net.terms.weight.detach().numpy().T.astype(np.float64),
        constants=net.head.bias.detach().numpy().astype(np.float64),
    )
