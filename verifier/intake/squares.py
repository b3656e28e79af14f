"""Tick boxes and ruled lines on a scanned page, found in the image: what the recogniser reads as letters or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from verifier.intake.document import Box
from verifier.intake.piece import Piece, Rule, Square
from verifier.intake.ticks import mark_ticks

Grey = NDArray[np.uint8]
_SMALLEST, _LARGEST = 5.0, 16.0
"""Side of a tick box in points."""
_INK = 0.13
"""Share of dark pixels inside the frame from which a box is ticked."""


def mark_squares(pieces: Sequence[Piece], grey: Grey, scale: float) -> list[Piece]:
    """The words with tick boxes found in the image in the place of what was misread there."""
    squares = list(_squares(grey, scale))
    kept = [p for p in pieces if not any(_inside(p.box, s.box) and len(p.word.text) <= 3 for s in squares)]
    return mark_ticks([replace(p, word=replace(p.word, tick=p.word.tick)) for p in kept], squares)


def ruled_lines(grey: Grey, scale: float) -> tuple[Rule, ...]:
    """Straight lines of at least 40 points."""
    ink = _ink(grey)
    length = max(10, int(40 / scale))
    found: list[Rule] = []
    for horizontal in (True, False):
        kernel = np.ones((1, length) if horizontal else (length, 1), np.uint8)
        opened = cv2.morphologyEx(ink, cv2.MORPH_OPEN, kernel)
        opened = cv2.dilate(opened, np.ones((3, 9) if horizontal else (9, 3), np.uint8))
        contours, _ = cv2.findContours(opened, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
        for contour in contours:
            x, y, w, h = (v * scale for v in cv2.boundingRect(contour))
            if horizontal and h < 8:
                found.append(Rule(True, y + h / 2, x, x + w))
            elif not horizontal and w < 8:
                found.append(Rule(False, x + w / 2, y, y + h))
    return tuple(found)


def _ink(grey: Grey) -> Grey:
    return cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)[1]  # type: ignore[return-value]


def _squares(grey: Grey, scale: float) -> Iterator[Square]:
    ink = _ink(grey)
    contours, _ = cv2.findContours(ink, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    for contour in contours:
        x, y, w, h = cv2.boundingRect(contour)
        side = max(w, h) * scale
        if not _SMALLEST <= side <= _LARGEST or min(w, h) < 0.8 * max(w, h):
            continue
        patch = ink[y : y + h, x : x + w] > 0
        edge = max(2, round(0.14 * w))
        if not _framed(patch, edge):
            continue
        inside = patch[edge + 1 : -edge - 1, edge + 1 : -edge - 1]
        if inside.size:
            yield Square(Box(x * scale, y * scale, (x + w) * scale, (y + h) * scale), bool(inside.mean() > _INK))


def _framed(patch: NDArray[np.bool_], edge: int) -> bool:
    """Whether ink runs along all four sides, straight: the frame of a box, not a round letter."""
    sides = (patch[:edge].any(0), patch[-edge:].any(0), patch[:, :edge].any(1), patch[:, -edge:].any(1))
    return all(side.mean() > 0.93 for side in sides)


def _inside(word: Box, square: Box) -> bool:
    middle_x, middle_y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return square.x0 - 3 <= middle_x <= square.x1 + 3 and square.top - 3 <= middle_y <= square.bottom + 3
