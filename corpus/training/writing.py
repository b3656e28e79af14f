"""The trained scorer as the file the reader ships with: an ONNX graph whose matrices are whole numbers with a scale a row, which knows only
the pieces Dutch uses."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper
from torch import Tensor, nn
from wordfreq import top_n_list

from corpus.training.base import Base
from corpus.training.model import WIDTH, Scorer
from verifier.reading.concepts.reader import KIND_WORDS
from verifier.reading.concepts.vocabulary import Vocabulary

_WORDS, _CAPITALISED = 150_000, 40_000
_SIGNS = "☒ ☐ “ ” ‘ ’ – — … • |"


class _Answers(nn.Module):
    """The scorer with probabilities for logits."""

    def __init__(self, scorer: Scorer) -> None:
        super().__init__()
        self.scorer = scorer

    def forward(self, pieces: Tensor, starts: Tensor) -> Tensor:
        return self.scorer(pieces, starts).softmax(-1)


def write(out: Path, scorer: Scorer, base: Base, keys: Sequence[str], texts: Iterable[str], vocabulary: Vocabulary) -> None:
    """Write the scorer with the keys of its concepts and the pieces of these texts and of common words to ``out`` (onnx)."""
    numbers = sorted(_kept(texts, vocabulary))
    scorer.emb = nn.Embedding.from_pretrained(scorer.emb.weight[numbers])
    about = {
        "keys": "\n".join(keys),
        "pieces": "\n".join(base.pieces[i] for i in numbers),
        "scores": " ".join(f"{base.scores[i]:.6g}" for i in numbers),
    }
    onnx.save(_narrowed(_graph_of(scorer), about), out)


def _graph_of(scorer: Scorer) -> onnx.ModelProto:
    asked = (torch.full((2, 9), Vocabulary.END), torch.tensor([3, 4]))
    written = io.BytesIO()
    torch.onnx.export(
        _Answers(scorer).eval(), asked, written, input_names=["pieces", "starts"], output_names=["answers"], opset_version=17, dynamo=False,
        dynamic_axes={"pieces": {0: "texts", 1: "length"}, "starts": {0: "texts"}, "answers": {0: "texts"}},
        do_constant_folding=False,  # keeps the names of the weights, by which training goes on from them
    )
    return onnx.load_from_string(written.getvalue())


def _narrowed(model: onnx.ModelProto, about: Mapping[str, str]) -> onnx.ModelProto:
    """The model with every matrix in whole numbers of one byte; the runtime widens them once, when it loads."""
    graph, kept, widening = model.graph, [], []
    for tensor in graph.initializer:
        name, values = tensor.name.removeprefix("scorer."), numpy_helper.to_array(tensor)
        if values.ndim < 2 or min(values.shape) < WIDTH:
            kept.append(tensor)
            continue
        scale = np.maximum(np.abs(values).max(1, keepdims=True) / 127, 1e-12).astype(np.float32)
        whole = np.rint(values / scale).astype(np.int8)
        kept += [numpy_helper.from_array(whole, f"{tensor.name}.int8"), numpy_helper.from_array(scale, f"{tensor.name}.scale")]
        widening += _widened(tensor.name) if name != "emb.weight" else []
    nodes = [n for node in graph.node for n in (_looked_up(node) if node.op_type == "Gather" and "scorer.emb.weight" in node.input else [node])]
    del graph.initializer[:], graph.node[:]
    graph.initializer.extend(kept)
    graph.node.extend([*widening, *nodes])
    helper.set_model_props(model, dict(about))
    onnx.checker.check_model(model)
    return model


def _widened(name: str) -> list[onnx.NodeProto]:
    wide = f"{name}.wide"
    return [
        helper.make_node("Cast", [f"{name}.int8"], [wide], to=onnx.TensorProto.FLOAT),
        helper.make_node("Mul", [wide, f"{name}.scale"], [name]),
    ]


def _looked_up(node: onnx.NodeProto) -> list[onnx.NodeProto]:
    """The look-up of the pieces, widened behind it: the whole table would be four times as large in memory."""
    table, pieces = node.input
    whole, scale, wide = (f"{node.output[0]}.{part}" for part in ("whole", "scale", "wide"))
    return [
        helper.make_node("Gather", [f"{table}.int8", pieces], [whole]),
        helper.make_node("Gather", [f"{table}.scale", pieces], [scale]),
        helper.make_node("Cast", [whole], [wide], to=onnx.TensorProto.FLOAT),
        helper.make_node("Mul", [wide, scale], [node.output[0]]),
    ]


def _kept(texts: Iterable[str], vocabulary: Vocabulary) -> set[int]:
    words = top_n_list("nl", _WORDS, wordlist="large")
    kept = {Vocabulary.BEGIN, Vocabulary.PADDING, Vocabulary.END, Vocabulary.UNKNOWN}
    for text in (*texts, *words, *(w.capitalize() for w in words[:_CAPITALISED]), *KIND_WORDS.values(), *map(chr, range(32, 0x250)), _SIGNS):
        kept.update(vocabulary.pieces_of(text))
    return kept
