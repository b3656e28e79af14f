"""The small learned scorer: a few transformer layers with one attention head a concept, in plain numpy.

It gives for every text the probability of *ja*, *tegendeel* and *nee* for each concept. It is trained by ``python -m corpus.training``
from the labelled sentences of the project, on top of the lower layers of multilingual-e5-small (Wang et al. 2024, MIT), cut down
to the pieces Dutch uses. It stands beside the frames and is never by itself the ground of an answer (see ``reader.py``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray

from verifier.reading.concepts.vocabulary import Vocabulary

Floats = NDArray[np.float32]
LENGTH, BEFORE, HEADING = 112, 40, 12
"""Pieces read of one text, of what stands before it and of the heading above; the end of a longer text or heading and the beginning of
what stands before are left out."""
_BATCH = 32


@dataclass(frozen=True)
class Weights:
    """All weights as float32, by the names the training gives them; ``keys`` are ``concept:over``."""

    keys: tuple[str, ...]
    layers: int
    heads: int
    arrays: dict[str, Floats]
    vocabulary: Vocabulary


@cache
def weights() -> Weights:
    """The shipped weights (``scorer.npz``): rows of whole numbers with a scale each, widened here."""
    with as_file(files(__package__) / "scorer.npz") as path, np.load(path) as stored:
        arrays = {name: stored[name] for name in stored.files}
    pieces = arrays.pop("pieces").tobytes().decode("utf-8").split("\n")
    scores = arrays.pop("scores").astype(np.float32).tolist()
    keys = tuple(arrays.pop("keys").tobytes().decode("utf-8").split("\n"))
    wide = {n: a for n, a in arrays.items() if not n.endswith((".scale", ".int8"))}
    wide = {n: a.astype(np.float32) for n, a in wide.items()}
    for name in [n for n in arrays if n.endswith(".int8")]:
        base = name.removesuffix(".int8")
        if base == "emb.weight":
            wide[base], wide[base + ".scale"] = arrays[name], arrays[base + ".scale"].astype(np.float32)
        else:
            wide[base] = arrays[name].astype(np.float32) * arrays[base + ".scale"].astype(np.float32)[:, None]
    layers = 1 + max(int(n.split(".")[1]) for n in wide if n.startswith("layers."))
    return Weights(keys, layers, 12, wide, Vocabulary.of(pieces, scores))


@dataclass(frozen=True, slots=True)
class Shown:
    """A text as the scorer sees it: the kind of paper in words, the heading above it, what stands just before it, and the text itself."""

    kind: str
    heading: str
    before: str
    text: str


def encode(shown: Shown, vocabulary: Vocabulary) -> tuple[list[int], int]:
    """The pieces of a text behind those of its place, and the number of the first piece of the text itself."""
    before = vocabulary.pieces_of(shown.before)[-BEFORE:]
    heading = vocabulary.pieces_of(shown.heading)[:HEADING]
    place = [Vocabulary.BEGIN, *vocabulary.pieces_of(shown.kind), Vocabulary.END, *heading, Vocabulary.END, *before, Vocabulary.END]
    return [*place, *vocabulary.pieces_of(shown.text)[:LENGTH], Vocabulary.END], len(place)


def probabilities(shown: Sequence[Shown]) -> Floats:
    """Probabilities of shape (texts, concepts, 3), in the order ja, tegendeel, nee."""
    known = weights()
    result = np.zeros((len(shown), len(known.keys), 3), np.float32)
    encoded = [encode(s, known.vocabulary) for s in shown]
    order = sorted(range(len(shown)), key=lambda i: len(encoded[i][0]))
    for first in range(0, len(order), _BATCH):
        batch = order[first : first + _BATCH]
        result[batch] = _forward(known, [encoded[i] for i in batch])
    return result


def _forward(known: Weights, encoded: Sequence[tuple[Sequence[int], int]]) -> Floats:
    length = max(len(pieces) for pieces, _ in encoded)
    ids = np.full((len(encoded), length), Vocabulary.PADDING)
    for row, (pieces, _) in enumerate(encoded):
        ids[row, : len(pieces)] = pieces
    own = np.arange(length) >= np.array([start for _, start in encoded])[:, None]
    a, mask = known.arrays, ids != Vocabulary.PADDING
    x = a["emb.weight"][ids] * a["emb.weight.scale"][ids][..., None] + a["pos"][:length] + a["ttype"] + own[..., None] * a["segment"]
    x = _norm(x.astype(np.float32), a, "ln")
    away = np.where(mask, 0, -1e4).astype(np.float32)
    for number in range(known.layers):
        x = _layer(x, away, a, f"layers.{number}", known.heads)
    focus = _softmax(np.einsum("kh,blh->bkl", a["query"], x, optimize=True) + np.where(own, away, -1e4)[:, None, :])
    pooled = np.matmul(focus, x)
    logits = np.einsum("bkh,kyh->bky", pooled, a["out"], optimize=True) + a["bias"] + pooled @ a["shared.weight"].T + a["shared.bias"]
    return _softmax(logits)


def _layer(x: Floats, away: Floats, a: dict[str, Floats], name: str, heads: int) -> Floats:
    batch, length, width = x.shape

    def linear(values: Floats, part: str) -> Floats:
        return values @ a[f"{name}.{part}.weight"].T + a[f"{name}.{part}.bias"]

    def split(values: Floats) -> Floats:
        return values.reshape(batch, length, heads, width // heads).transpose(0, 2, 1, 3)

    q, k, v = (split(linear(x, part)) for part in "qkv")
    focus = _softmax(q @ k.transpose(0, 1, 3, 2) * np.float32((width // heads) ** -0.5) + away[:, None, None, :])
    attended = (focus @ v).transpose(0, 2, 1, 3).reshape(batch, length, width)
    x = _norm(x + linear(attended, "ao"), a, f"{name}.aln")
    return _norm(x + linear(_gelu(linear(x, "fi")), "fo"), a, f"{name}.oln")


def _norm(x: Floats, a: dict[str, Floats], name: str) -> Floats:
    centred = x - x.mean(-1, keepdims=True)
    scaled = centred / np.sqrt((centred * centred).mean(-1, keepdims=True) + np.float32(1e-12))
    return scaled * a[f"{name}.weight"] + a[f"{name}.bias"]


def _softmax(x: Floats) -> Floats:
    e = np.exp(x - x.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def _gelu(x: Floats) -> Floats:
    """The usual tanh form; within 0.001 of the exact one."""
    return 0.5 * x * (1 + np.tanh(np.float32(0.7978845608) * (x + np.float32(0.044715) * x * x * x)))
