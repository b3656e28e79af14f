"""Training that goes on from shipped weights: the layers as they are, and the head of every concept that is known already."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from corpus.training.model import Scorer

_HEADS = ("query", "out", "bias")


def start_from(scorer: Scorer, path: Path, keys: Sequence[str]) -> None:
    """Put the weights of an npz file into a scorer with the same layers; heads of new concepts keep their first values."""
    with np.load(path) as stored:
        arrays = {name: stored[name] for name in stored.files}
    known = arrays["keys"].tobytes().decode("utf-8").split("\n")
    state = scorer.state_dict()
    for name in [n for n in state if n not in (*_HEADS, "emb.weight")]:
        if f"{name}.int8" in arrays:
            state[name] = torch.tensor(arrays[f"{name}.int8"].astype(np.float32) * arrays[f"{name}.scale"][:, None])
        elif name in arrays and arrays[name].shape == tuple(state[name].shape):
            state[name] = torch.tensor(arrays[name].astype(np.float32))
    for name in _HEADS:
        for at, key in enumerate(keys):
            if key in known:
                state[name][at] = torch.tensor(arrays[name][known.index(key)].astype(np.float32))
    scorer.load_state_dict(state)
