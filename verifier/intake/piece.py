"""What readers with page geometry hand to the layout: words with their place and print, and the rules drawn on the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from verifier.intake.document import Box, Word


@dataclass(frozen=True, slots=True)
class Piece:
    """A word that certainly has a place.

    Args:
        word: The word; ``word.box`` equals ``box``.
        box: Its place in points from the top-left corner, as high as the font is (not the glyphs), so that rows can be compared.
        size: Font size in points, 0 when unknown.
        bold: Printed in bold.
    """

    word: Word
    box: Box
    size: float = 0.0
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight drawn line: ``at`` is its y (horizontal) or x (vertical), from ``start`` to ``end``, in points."""

    horizontal: bool
    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Square:
    """A small drawn box that may be a tick box; ``ticked`` when there is a mark or a filling in it."""

    box: Box
    ticked: bool


def middle(box: Box) -> float:
    """The y halfway."""
    return (box.top + box.bottom) / 2


def centre(box: Box) -> float:
    """The x halfway."""
    return (box.x0 + box.x1) / 2


def union(boxes: Sequence[Box]) -> Box:
    """The smallest box around all of ``boxes`` (at least one)."""
    return Box(min(b.x0 for b in boxes), min(b.top for b in boxes), max(b.x1 for b in boxes), max(b.bottom for b in boxes))


def overlap(a0: float, a1: float, b0: float, b1: float) -> float:
    """Length that the ranges ``a0..a1`` and ``b0..b1`` share, 0 or more."""
    return max(0.0, min(a1, b1) - max(a0, b0))


def median(values: Sequence[float]) -> float:
    """The middle value, 0 for none; ``statistics`` is not imported in workers for its start-up time."""
    return sorted(values)[len(values) // 2] if values else 0.0
