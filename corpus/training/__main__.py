"""``python -m corpus.training OUT.npz --sentences FILE.jsonl...``"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F
from wordfreq import top_n_list

from corpus.training.base import Base, load_base
from corpus.training.model import Scorer
from verifier.reading.concepts.encoder import LENGTH
from verifier.reading.concepts.reader import KIND_WORDS
from verifier.reading.concepts.vocabulary import Vocabulary

ANSWERS = ("ja", "tegendeel", "nee")
_OTHERS, _OTHER_WEIGHT = 2, 0.12
"""Other concepts asked of each sentence as *nee*, and how little that counts: some sentences do carry a second concept."""
Row = tuple[list[int], int, int]


def main() -> None:
    """Train and write the weights."""
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("--sentences", nargs="+", type=Path, required=True)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--rate", type=float, default=1.3e-4)
    options = parser.parse_args()
    torch.manual_seed(1)
    base, lines = load_base(), [json.loads(x) for f in options.sentences for x in f.read_text(encoding="utf-8").splitlines() if x.strip()]
    keys = sorted({f"{d['concept']}:{d['over']}" for d in lines})
    vocabulary = Vocabulary.of(base.pieces, base.scores.tolist())
    rows = [_row(d, keys, vocabulary) for d in lines]
    scorer = Scorer(base, options.layers, len(keys), LENGTH)
    state = _train(scorer, rows, options.epochs, options.rate)
    _write(options.out, state, base, keys, [d["tekst"] for d in lines], vocabulary)


def _row(line: dict[str, str], keys: list[str], vocabulary: Vocabulary) -> Row:
    text = f"{KIND_WORDS.get(line['stuk'], 'overig stuk')} : {line['tekst']}"
    return vocabulary.encode(text, LENGTH), keys.index(f"{line['concept']}:{line['over']}"), ANSWERS.index(line["telt"])


def _batches(rows: list[Row], size: int = 24) -> Iterator[list[Row]]:
    """Batches of sentences of about one length, in random order."""
    shuffled = random.sample(rows, len(rows))
    pools = [sorted(shuffled[i : i + 20 * size], key=lambda r: len(r[0])) for i in range(0, len(shuffled), 20 * size)]
    batches = [pool[i : i + size] for pool in pools for i in range(0, len(pool), size)]
    yield from random.sample(batches, len(batches))


def _train(scorer: Scorer, rows: list[Row], epochs: int, rate: float) -> dict[str, torch.Tensor]:
    """Fine-tune; returns the running mean of the weights over the last part."""
    heads = {"query", "out", "bias", "shared"}
    named = [(n, p) for n, p in scorer.named_parameters() if p.requires_grad]
    groups = [{"params": [p for n, p in named if (n.split(".")[0] in heads) is h], "peak": peak} for h, peak in ((False, rate), (True, 3e-3))]
    optimizer = torch.optim.AdamW(groups, lr=rate, weight_decay=0.01)
    steps, done, mean = epochs * (len(rows) // 24 + 1), 0, {}
    for _ in range(epochs):
        for batch in _batches(rows):
            share = done / steps
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * min(1, share / 0.08) * max(0.02, 1 - share)
            loss = _loss(scorer, batch)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(scorer.parameters(), 1.0)
            optimizer.step()
            done += 1
            if share > 0.4:
                now = {k: v for k, v in scorer.state_dict().items() if k != "emb.weight"}
                mean = {k: mean[k] * 0.98 + v * 0.02 if k in mean else v.clone() for k, v in now.items()}
    return mean


def _loss(scorer: Scorer, batch: list[Row]) -> torch.Tensor:
    ids = torch.full((len(batch), max(len(r[0]) for r in batch)), Vocabulary.PADDING)
    for i, (pieces, _, _) in enumerate(batch):
        ids[i, : len(pieces)] = torch.tensor(pieces)
    concepts = scorer.bias.shape[0]
    asked = torch.tensor([[key, *random.choices([k for k in range(concepts) if k != key], k=_OTHERS)] for _, key, _ in batch])
    wanted = torch.tensor([[answer] + [ANSWERS.index("nee")] * _OTHERS for _, _, answer in batch])
    weight = torch.tensor([[1.0] + [_OTHER_WEIGHT] * _OTHERS] * len(batch))
    each = F.cross_entropy(scorer(ids, asked).reshape(-1, 3), wanted.reshape(-1), reduction="none", label_smoothing=0.03)
    return (each * weight.reshape(-1)).sum() / len(batch)


def _write(out: Path, state: dict[str, torch.Tensor], base: Base, keys: list[str], texts: list[str], vocabulary: Vocabulary) -> None:
    """Whole numbers with a scale a row, and only the pieces Dutch uses."""
    words = top_n_list("nl", 150_000, wordlist="large")
    kept = {0, 1, 2, 3}
    for text in (*texts, *words, *(w.capitalize() for w in words[:40_000]), *KIND_WORDS.values(), *map(chr, range(32, 0x250)), "☒ ☐ “ ” ‘ ’ – — … •"):
        kept.update(vocabulary.encode(text, 10_000))
    numbers = sorted(kept)
    emb = base.matrix("emb.word", base.tensors["emb.word"][0] // 384, 384)[numbers]
    arrays: dict[str, np.ndarray] = {}
    for name, values in {"emb.weight": emb, **{k: v.numpy() for k, v in state.items()}}.items():
        if values.ndim == 2 and min(values.shape) >= 384:
            scale = np.maximum(np.abs(values).max(1) / 127, 1e-12)
            arrays[f"{name}.int8"], arrays[f"{name}.scale"] = np.rint(values / scale[:, None]).astype(np.int8), scale.astype(np.float32)
        else:
            arrays[name] = values.astype(np.float32 if values.ndim == 1 else np.float16)
    arrays["pieces"] = np.frombuffer("\n".join(base.pieces[i] for i in numbers).encode(), np.uint8)
    arrays["scores"], arrays["keys"] = base.scores[numbers], np.frombuffer("\n".join(keys).encode(), np.uint8)
    np.savez(out, **arrays)


if __name__ == "__main__":
    main()
