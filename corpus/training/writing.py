"""The trained weights as the file the reader ships with: whole numbers with a scale a row, and only the pieces Dutch uses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from wordfreq import top_n_list

from corpus.training.base import Base
from corpus.training.model import WIDTH
from verifier.reading.concepts.reader import KIND_WORDS
from verifier.reading.concepts.vocabulary import Vocabulary

_WORDS, _CAPITALISED = 150_000, 40_000
_SIGNS = "☒ ☐ “ ” ‘ ’ – — … • |"


def write(out: Path, state: Mapping[str, torch.Tensor], base: Base, keys: Sequence[str], texts: Iterable[str], vocabulary: Vocabulary) -> None:
    """Write the weights of the scorer with the keys of its concepts and its pieces to ``out`` (npz)."""
    numbers = sorted(_kept(texts, vocabulary))
    emb = base.matrix("emb.word", base.tensors["emb.word"][0] // WIDTH, WIDTH)[numbers]
    arrays: dict[str, np.ndarray] = {}
    for name, values in {"emb.weight": emb, **{k: v.numpy() for k, v in state.items()}}.items():
        if values.ndim == 2 and min(values.shape) >= WIDTH:
            scale = np.maximum(np.abs(values).max(1) / 127, 1e-12)
            arrays[f"{name}.int8"], arrays[f"{name}.scale"] = np.rint(values / scale[:, None]).astype(np.int8), scale.astype(np.float32)
        else:
            arrays[name] = values.astype(np.float32 if values.ndim == 1 else np.float16)
    arrays["pieces"] = np.frombuffer("\n".join(base.pieces[i] for i in numbers).encode(), np.uint8)
    arrays["scores"], arrays["keys"] = base.scores[numbers], np.frombuffer("\n".join(keys).encode(), np.uint8)
    np.savez(out, **arrays)


def _kept(texts: Iterable[str], vocabulary: Vocabulary) -> set[int]:
    words = top_n_list("nl", _WORDS, wordlist="large")
    kept = {Vocabulary.BEGIN, Vocabulary.PADDING, Vocabulary.END, Vocabulary.UNKNOWN}
    for text in (*texts, *words, *(w.capitalize() for w in words[:_CAPITALISED]), *KIND_WORDS.values(), *map(chr, range(32, 0x250)), _SIGNS):
        kept.update(vocabulary.pieces_of(text))
    return kept
