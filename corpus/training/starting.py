"""Training that goes on from shipped weights: the layers as they are, and the head of every concept that is known already."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper

from corpus.training.model import Scorer

_HEADS = ("query", "out", "bias")


def start_from(scorer: Scorer, path: Path, keys: Sequence[str]) -> None:
    """Put the weights of an onnx file that training wrote into a scorer with the same layers; heads of new concepts keep their first values."""
    model = onnx.load(path)
    arrays = {tensor.name.removeprefix("scorer."): torch.tensor(numpy_helper.to_array(tensor)) for tensor in model.graph.initializer}
    known = next(p.value for p in model.metadata_props if p.key == "keys").split("\n")
    state = scorer.state_dict()
    for name in [n for n in state if n not in (*_HEADS, "emb.weight")]:
        if f"{name}.int8" in arrays:
            state[name] = arrays[f"{name}.int8"].float() * arrays[f"{name}.scale"]
        elif name in arrays and arrays[name].shape == state[name].shape:
            state[name] = arrays[name]
    for name in _HEADS:
        for at, key in enumerate(keys):
            if key in known:
                state[name][at] = arrays[name][known.index(key)]
    scorer.load_state_dict(state)
