"""Words to pieces of a unigram vocabulary (Kudo 2018): the most probable segmentation of each word, found by Viterbi."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

WORD_START = "▁"
"""Marks a piece that begins a word."""
_UNKNOWN_PENALTY = 10.0


@dataclass(frozen=True)
class Vocabulary:
    """Pieces with their log probabilities.

    Args:
        pieces: Text of each piece by number; the first four are begin, padding, end and unknown.
        scores: Log probability of each piece.
        unknown: Log probability of a character that is in no piece.
    """

    pieces: Sequence[str]
    scores: Sequence[float]
    _index: Mapping[str, int] = field(default_factory=dict)
    unknown: float = 0.0
    _seen: dict[str, tuple[int, ...]] = field(default_factory=dict)

    BEGIN, PADDING, END, UNKNOWN = 0, 1, 2, 3

    @classmethod
    def of(cls, pieces: Sequence[str], scores: Sequence[float]) -> Vocabulary:
        """A vocabulary with its index."""
        return cls(pieces, scores, {p: i for i, p in enumerate(pieces) if i > cls.UNKNOWN}, min(scores) - _UNKNOWN_PENALTY)

    def pieces_of(self, text: str) -> list[int]:
        """Numbers of the pieces of a text, in order."""
        return [piece for word in text.split() for piece in self._word(WORD_START + word)]

    def _word(self, word: str) -> tuple[int, ...]:
        if word not in self._seen:
            self._seen[word] = self._segment(word)
        return self._seen[word]

    def _segment(self, word: str) -> tuple[int, ...]:
        length = len(word)
        best: list[tuple[float, int, int]] = [(0.0, 0, 0)] + [(float("-inf"), 0, 0)] * length
        for start in range(length):
            score = best[start][0]
            for end in range(start + 1, min(length, start + 24) + 1):
                number = self._index.get(word[start:end])
                if number is not None and score + self.scores[number] > best[end][0]:
                    best[end] = (score + self.scores[number], start, number)
            if score + self.unknown > best[start + 1][0]:
                best[start + 1] = (score + self.unknown, start, self.UNKNOWN)
        found, end = [], length
        while end:
            _, end, number = best[end]
            found.append(number)
        return tuple(reversed(found))
