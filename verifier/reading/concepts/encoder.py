"""The small learned scorer: a transformer with one attention head a concept.

It gives for every text the probability of *ja*, *tegendeel* and *nee* for each concept. It is trained by ``python -m corpus.training``
from the labelled sentences and papers of the project, on top of multilingual-e5-small (Wang et al. 2024, MIT), cut down to the
pieces Dutch uses. It stands beside the frames and is never by itself the ground of an answer (see ``reader.py``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from verifier.reading.concepts.vocabulary import Vocabulary

Floats = NDArray[np.float32]
LENGTH, BEFORE, HEADING = 112, 40, 12
"""Pieces read of one text, of what stands before it and of the heading above; the end of a longer text or heading and the beginning of
what stands before are left out."""
_BATCH = 16


@dataclass(frozen=True)
class Scorer:
    """The trained scorer: its session, its concepts (``concept:over``) in the order of its answers, and the pieces it knows."""

    session: onnxruntime.InferenceSession
    keys: tuple[str, ...]
    vocabulary: Vocabulary


@cache
def scorer() -> Scorer:
    """The shipped scorer (``scorer.onnx``)."""
    onnxruntime.disable_telemetry_events()
    with as_file(files(__package__) / "scorer.onnx") as path:
        session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    about = session.get_modelmeta().custom_metadata_map
    scores = [float(score) for score in about["scores"].split(" ")]
    return Scorer(session, tuple(about["keys"].split("\n")), Vocabulary.of(about["pieces"].split("\n"), scores))


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
    known = scorer()
    result = np.zeros((len(shown), len(known.keys), 3), np.float32)
    encoded = [encode(s, known.vocabulary) for s in shown]
    order = sorted(range(len(shown)), key=lambda i: len(encoded[i][0]))
    for first in range(0, len(order), _BATCH):
        batch = order[first : first + _BATCH]
        result[batch] = _answers(known, [encoded[i] for i in batch])
    return result


def _answers(known: Scorer, encoded: Sequence[tuple[Sequence[int], int]]) -> Floats:
    pieces = np.full((len(encoded), max(len(own) for own, _ in encoded)), Vocabulary.PADDING)
    for row, (own, _) in enumerate(encoded):
        pieces[row, : len(own)] = own
    return known.session.run(None, {"pieces": pieces, "starts": np.array([start for _, start in encoded])})[0]
