"""``python -m corpus.training OUT.onnx --sentences FILE.jsonl... --papers FILE.txt... --tops FILE.jsonl...``"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch.nn import functional as F

from corpus.training.base import load_base
from corpus.training.data import ANSWERS, Example, family, papers, sentences, tops
from corpus.training.model import Scorer
from corpus.training.starting import start_from
from corpus.training.writing import write
from verifier.reading.concepts.encoder import encode
from verifier.reading.concepts.vocabulary import Vocabulary

_LONGEST = 192
_ABSENT, _UNASKED = 0.15, 0.01
"""How much an answer *nee* counts that follows from the silence of a labelled paper, and one presumed of a sentence labelled for another
concept (some do carry a second)."""

_RARE = 300
"""Number of texts that carry a concept under which it is rare."""
_SILENT = 0.4
"""Part of the texts that carry nothing that is shown in an epoch."""


@dataclass(frozen=True)
class Row:
    """A text as numbers: its pieces, where its own begin, and for each concept the answer and how much it counts."""

    pieces: list[int]
    start: int
    wanted: list[int]
    weight: list[float]


Versions = tuple[Row, ...]
"""One text as it stands and, where it names persons, with their parts for their names."""


def main() -> None:
    """Train and write the weights."""
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("--sentences", nargs="+", type=Path, default=[])
    parser.add_argument("--papers", nargs="+", type=Path, default=[])
    parser.add_argument("--tops", nargs="+", type=Path, default=[])
    parser.add_argument("--start", type=Path, help="weights to go on from")
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--rate", type=float, default=1.4e-4)
    options = parser.parse_args()
    torch.manual_seed(1)
    random.seed(1)
    base, single = load_base(), list(sentences(options.sentences))
    whole = [*papers(options.papers), *tops(options.tops)]
    keys = sorted({key for e in (*single, *whole) for key in e.answers})
    asked = {key for e in single for key in e.answers}
    vocabulary = Vocabulary.of(base.pieces, base.scores.tolist())
    rows = [tuple(_rows(e, keys, asked, vocabulary)) for e in (*single, *whole)]
    print(f"{len(single)} zinnen, {len(whole)} regels en bladzijden van stukken, {len(keys)} begrippen", flush=True)
    scorer = Scorer(base, options.layers, len(keys), _LONGEST)
    if options.start:
        start_from(scorer, options.start, keys)
    _train(scorer, rows, options.epochs, options.rate)
    write(options.out, scorer, base, keys, [part for e in (*single, *whole) for part in (e.shown.text, e.shown.heading)], vocabulary)


def _rows(example: Example, keys: Sequence[str], asked: set[str], vocabulary: Vocabulary) -> Iterator[Row]:
    """The text as it stands and, where it names persons of the case, with their parts for their names."""
    wanted, weight = [ANSWERS.index(example.answers.get(key, "nee")) for key in keys], [_weight(example, key, asked) for key in keys]
    for shown in (example.shown, example.in_parts):
        if shown is not None:
            yield Row(*encode(shown, vocabulary), wanted, weight)


def _weight(example: Example, key: str, asked: set[str]) -> float:
    if key in example.answers:
        return 1.0
    if example.families:
        return _ABSENT * (family(key) in example.families)
    return _UNASKED * (key in asked)


def _copies(rows: Sequence[Versions]) -> list[int]:
    """How often each text is shown in an epoch: those that carry something rare twice, those that carry nothing now and then (0)."""
    carried = [[k for k, answer in enumerate(plain.wanted) if answer != ANSWERS.index("nee")] for plain, *_ in rows]
    seen = Counter(k for keys in carried for k in keys)
    rarest = [min((seen[k] for k in keys), default=None) for keys in carried]
    return [0 if n is None else 1 + (n < _RARE) for n in rarest]


def _shown(rows: Sequence[Versions], copies: Sequence[int]) -> list[Row]:
    """The texts of one epoch, each in one of its versions."""
    return [random.choice(versions) for versions, n in zip(rows, copies, strict=True) for _ in range(n or (random.random() < _SILENT))]


def _batches(rows: Sequence[Row], size: int = 24) -> Iterator[list[Row]]:
    """Batches of texts of about one length, in random order."""
    shuffled = random.sample(rows, len(rows))
    pools = [sorted(shuffled[i : i + 20 * size], key=lambda r: len(r.pieces)) for i in range(0, len(shuffled), 20 * size)]
    batches = [pool[i : i + size] for pool in pools for i in range(0, len(pool), size)]
    yield from random.sample(batches, len(batches))


def _train(scorer: Scorer, rows: Sequence[Versions], epochs: int, rate: float) -> None:
    """Fine-tune; the scorer ends with the running mean of its weights over the last part."""
    heads = {"query", "out", "bias", "shared", "segment"}
    named = [(n, p) for n, p in scorer.named_parameters() if p.requires_grad]
    groups = [{"params": [p for n, p in named if (n.split(".")[0] in heads) is h], "peak": peak} for h, peak in ((False, rate), (True, 3e-3))]
    optimizer = torch.optim.AdamW(groups, lr=rate, weight_decay=0.01, fused=True)
    copies = _copies(rows)
    steps, done, mean, shown = epochs * (len(_shown(rows, copies)) // 24 + 1), 0, {}, 0.0
    for _ in range(epochs):
        for batch in _batches(_shown(rows, copies)):
            share = min(1.0, done / steps)
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * min(1, share / 0.06) * max(0.02, 1 - share)
            loss = _loss(scorer, batch)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(scorer.parameters(), 1.0)
            optimizer.step()
            done, shown = done + 1, shown * 0.98 + loss.item() * 0.02
            if done % 50 == 0:
                print(f"stap {done} van {steps}: {shown:.3f}", flush=True)
            if share > 0.5 and done % 2 == 0:
                now = {k: v for k, v in scorer.state_dict().items() if k != "emb.weight"}
                mean = {k: mean[k].lerp(v, 0.02) if k in mean else v.clone() for k, v in now.items()}
    scorer.load_state_dict(mean, strict=False)


def _loss(scorer: Scorer, batch: Sequence[Row]) -> torch.Tensor:
    ids = torch.full((len(batch), max(len(r.pieces) for r in batch)), Vocabulary.PADDING)
    for i, row in enumerate(batch):
        ids[i, : len(row.pieces)] = torch.tensor(row.pieces)
    with torch.autocast("cpu", torch.bfloat16):
        logits = scorer(ids, torch.tensor([r.start for r in batch]))
    each = F.cross_entropy(
        logits.float().reshape(-1, len(ANSWERS)), torch.tensor([r.wanted for r in batch]).reshape(-1), reduction="none", label_smoothing=0.02
    )
    return (each * torch.tensor([r.weight for r in batch]).reshape(-1)).sum() / len(batch)


if __name__ == "__main__":
    main()
