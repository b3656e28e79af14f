"""Tick boxes, ruled lines and struck words of a scanned page, found in the image: what a recogniser reads as letters or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from verifier.intake.document import Box
from verifier.intake.piece import Piece, Rule, Square, overlap

Grey = NDArray[np.uint8]
Mask = NDArray[np.bool_]
# In points: sides of a tick box, and the shortest line of a table.
_SMALLEST, _LARGEST = 5.5, 17.0
_LINE = 24.0
# Shares of dark pixels inside the frame: less is an empty box, more is a solid block that is no tick box but a bullet.
_INK, _FULL = 0.10, 0.92


def ink_of(grey: Grey) -> Grey:
    """255 where there is ink."""
    return cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)[1].astype(np.uint8)


def find_squares(ink: Grey, scale: float) -> list[Square]:
    """Tick boxes; ``scale`` is points per pixel, and the boxes are in points."""
    found: list[Square] = []
    contours, _ = cv2.findContours(ink, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
    for contour in contours:
        x, y, width, height = cv2.boundingRect(contour)
        side = max(width, height) * scale
        if not _SMALLEST <= side <= _LARGEST or min(width, height) < 0.84 * max(width, height):
            continue
        # The hole of a frame is a contour too: the frame around it is what counts.
        grow = max(1, round(0.9 / scale))
        ticked = _framed(ink, x, y, width, height)
        if ticked is None:
            x, y, width, height = x - grow, y - grow, width + 2 * grow, height + 2 * grow
            ticked = _framed(ink, x, y, width, height)
        if ticked is not None:
            box = Box(x * scale, y * scale, (x + width) * scale, (y + height) * scale)
            if not any(_same(box, square.box) for square in found):
                found.append(Square(box, ticked))
    return found


def _framed(ink: Grey, x: int, y: int, width: int, height: int) -> bool | None:
    """Whether the frame at this place holds a mark; None when ink does not run straight along all four sides."""
    if x < 0 or y < 0:
        return None
    patch = ink[y : y + height, x : x + width] > 0
    if patch.shape != (height, width):
        return None
    edge = max(2, round(0.15 * min(width, height)))
    sides = (patch[:edge], patch[-edge:], patch[:, :edge].T, patch[:, -edge:].T)
    if not all(_straight(side) for side in sides):
        return None
    inside = patch[edge + 1 : -edge - 1, edge + 1 : -edge - 1]
    share = float(inside.mean()) if inside.size else 1.0
    return share > _INK if share < _FULL else None


def _straight(side: Mask) -> bool:
    """Whether one line of the strip is inked from end to end: the side of a box, and not the bend of a letter."""
    return bool(side.any(0).mean() > 0.95) and float(_thickened(side).mean(1).max()) > 0.9


def _thickened(side: Mask) -> Mask:
    """Each row together with the next, so that a line between two rows of pixels counts as one."""
    return side[:-1] | side[1:]


def _same(a: Box, b: Box) -> bool:
    return overlap(a.x0, a.x1, b.x0, b.x1) > 0 and overlap(a.top, a.bottom, b.top, b.bottom) > 0


def without(grey: Grey, squares: Sequence[Square], scale: float) -> Grey:
    """The image with the tick boxes wiped out, so that they are not read as letters."""
    if not squares:
        return grey
    wiped = grey.copy()
    for square in squares:
        box = square.box
        x0, x1 = max(0, int(box.x0 / scale) - 2), int(box.x1 / scale) + 3
        y0, y1 = max(0, int(box.top / scale) - 2), int(box.bottom / scale) + 3
        wiped[y0:y1, x0:x1] = 255
    return wiped


def ruled_lines(ink: Grey, scale: float) -> list[Rule]:
    """Straight level and upright lines, in points."""
    half = (cv2.resize(ink, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA) > 90).astype(np.uint8)
    found: list[Rule] = []
    for horizontal in (True, False):
        found.extend(_lines(half, scale * 2, horizontal))
    return found


def _lines(ink: NDArray[np.uint8], scale: float, horizontal: bool) -> Iterator[Rule]:
    length = max(10, int(_LINE / scale))
    # A line that is not quite level climbs a pixel now and then: thickened first, it is still seen whole.
    thick = cv2.dilate(ink, np.ones((2, 1) if horizontal else (1, 2), np.uint8))
    lines = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((1, length) if horizontal else (length, 1), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(lines.astype(np.uint8), connectivity=8)
    for x, y, width, height, _ in stats[1:count]:
        if (height if horizontal else width) * scale > 6.0:
            continue
        if horizontal:
            yield Rule(True, (y + height / 2) * scale, x * scale, (x + width) * scale)
        else:
            yield Rule(False, (x + width / 2) * scale, y * scale, (y + height) * scale)


def strike_scanned(pieces: Sequence[Piece], rules: Sequence[Rule]) -> list[Piece]:
    """Words with a drawn line through their middle that runs the whole word, and hardly farther, become struck."""
    level = [rule for rule in rules if rule.horizontal and rule.end - rule.start < 250]
    return [replace(piece, word=replace(piece.word, struck=True)) if any(_strikes(r, piece.box) for r in level) else piece for piece in pieces]


def _strikes(rule: Rule, box: Box) -> bool:
    height, width = box.bottom - box.top, box.x1 - box.x0
    in_middle = box.top + 0.42 * height < rule.at < box.top + 0.70 * height
    return in_middle and width > 8 and overlap(rule.start, rule.end, box.x0, box.x1) > 0.85 * width
