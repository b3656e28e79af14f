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
_LINE, _SHORT = 24.0, 12.5
# Shares of dark pixels inside the frame: less is an empty box, more is a solid block that is no tick box but a bullet.
_INK, _FULL = 0.10, 0.92
# Pixels around a box that are looked at, and the share of them that may be ink.
_AROUND, _CROWDED = 2, 0.3


def ink_of(grey: Grey) -> Grey:
    """255 where there is ink."""
    return cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)[1].astype(np.uint8)


def find_squares(ink: Grey, scale: float) -> list[Square]:
    """Tick boxes; ``scale`` is points per pixel, and the boxes are in points."""
    found: list[Square] = []
    solid: list[Box] = []
    contours, _ = cv2.findContours(ink, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
    for contour in contours:
        x, y, width, height = cv2.boundingRect(contour)
        side = max(width, height) * scale
        if not _SMALLEST - 2 <= side <= _LARGEST or min(width, height) < 0.84 * max(width, height):
            continue
        # The outline of a box fills its rectangle, that of nearly every letter does not.
        if cv2.contourArea(contour) < 0.66 * (width - 1) * (height - 1):
            continue
        if (ink[y : y + height, x : x + width] > 0).mean() > _FULL:
            solid.append(Box(x * scale, y * scale, (x + width) * scale, (y + height) * scale))
            continue
        # The hole of a frame is a contour too, and the only one where the frame touches something: the frame is around it.
        for grow in range(0, max(2, round(2.2 / scale))):
            place = (x - grow, y - grow, width + 2 * grow, height + 2 * grow)
            ticked = _framed(ink, *place)
            if ticked is not None:
                x, y, width, height = place
                break
        if ticked is not None:
            box = Box(x * scale, y * scale, (x + width) * scale, (y + height) * scale)
            if width * scale >= _SMALLEST and not any(_same(box, square.box) for square in found):
                found.append(Square(box, ticked))
    return found + [Square(box, True) for box in solid if any(_alike(box, square.box) for square in found)]


def _alike(solid: Box, frame: Box) -> bool:
    """A solid block is a ticked box where open boxes of its size stand on its row or in its column; else it is a bullet."""
    ratio = (solid.x1 - solid.x0) / max(0.1, frame.x1 - frame.x0)
    beside = abs(solid.top - frame.top) < 6 or abs(solid.x0 - frame.x0) < 6
    return 0.7 < ratio < 1.4 and beside


def _framed(ink: Grey, x: int, y: int, width: int, height: int) -> bool | None:
    """Whether the frame at this place holds a mark; None when ink does not run straight along all four sides."""
    patch = ink[y : y + height, x : x + width] > 0
    if x < _AROUND or y < _AROUND or patch.shape != (height, width):
        return None
    # Around a box is paper; around the hole of a thick letter is more of the letter.
    around = ink[y - _AROUND : y + height + _AROUND, x - _AROUND : x + width + _AROUND] > 0
    ring = float(around.sum() - patch.sum()) / max(1, around.size - patch.size)
    if ring > _CROWDED:
        return None
    edge = max(2, round(0.15 * min(width, height)))
    sides = (patch[:edge], patch[-edge:], patch[:, :edge].T, patch[:, -edge:].T)
    if not all(_straight(side) for side in sides):
        return None
    corners = (patch[:edge, :edge], patch[:edge, -edge:], patch[-edge:, :edge], patch[-edge:, -edge:])
    if not all(corner.mean() > 0.42 for corner in corners):
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


def light_blocks(grey: Grey, scale: float) -> Grey:
    """The image with white print on dark bars turned into dark print on white."""
    quarter = cv2.resize(ink_of(grey), None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    unit = 4 * scale
    closed = cv2.morphologyEx((quarter > 128).astype(np.uint8), cv2.MORPH_CLOSE, np.ones((3, max(3, round(6 / unit))), np.uint8))
    bars = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((max(3, round(9 / unit)), max(3, round(40 / unit))), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(bars, connectivity=4)
    turned = grey.copy() if count > 1 else grey
    for x, y, width, height, _ in stats[1:count] * 4:
        part = turned[y : y + height, x : x + width]
        if height * scale < 80 and float(np.median(part)) < 128:
            turned[y : y + height, x : x + width] = 255 - part
    return turned


def without(grey: Grey, squares: Sequence[Square], scale: float) -> Grey:
    """The image with the tick boxes wiped out, so that they are not read as letters.

    Lines of tables stay: without them the recogniser takes columns apart and loses words.
    """
    if not squares:
        return grey
    wiped = grey.copy()
    for square in squares:
        box = square.box
        x0, x1 = max(0, int(box.x0 / scale) - 2), int(box.x1 / scale) + 3
        y0, y1 = max(0, int(box.top / scale) - 2), int(box.bottom / scale) + 3
        wiped[y0:y1, x0:x1] = 255
    return wiped


def without_bars(pieces: Sequence[Piece], rules: Sequence[Rule]) -> list[Piece]:
    """The words without the bars that were read where an upright line of a table stands."""
    upright = [rule for rule in rules if not rule.horizontal]
    out: list[Piece] = []
    for piece in pieces:
        text, box = piece.word.text, piece.box
        near = [rule for rule in upright if rule.start < box.bottom and rule.end > box.top and box.x0 - 4 < rule.at < box.x1 + 4]
        bare = text.strip("|[]_") if near else text
        if bare == text:
            out.append(piece)
        elif bare:
            out.append(replace(piece, word=replace(piece.word, text=bare)))
    return out


def ruled_lines(ink: Grey, scale: float) -> list[Rule]:
    """Straight level and upright lines in points."""
    half = (cv2.resize(ink, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA) > 90).astype(np.uint8)
    level = list(_lines(half, scale * 2, True))
    return level + list(_lines(half, scale * 2, False, level))


def _lines(half: Grey, scale: float, horizontal: bool, crossed: Sequence[Rule] = ()) -> Iterator[Rule]:
    """The lines of one direction; short upright ones count only where they end on ``crossed`` ones."""
    length = max(10, int((_LINE if horizontal else _SHORT) / scale))
    # A line that is not quite level climbs a pixel now and then: thickened first, it is still seen whole.
    thick = cv2.dilate(half, np.ones((2, 1) if horizontal else (1, 2), np.uint8))
    lines = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((1, length) if horizontal else (length, 1), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(lines.astype(np.uint8), connectivity=8)
    for x, y, width, height in stats[1:count, :4].tolist():
        if (height if horizontal else width) * scale > 6.0:
            continue
        if horizontal:
            yield Rule(True, (y + height / 2) * scale, x * scale, (x + width) * scale)
            continue
        rule = Rule(False, (x + width / 2) * scale, y * scale, (y + height) * scale)
        if rule.end - rule.start >= 2 * _LINE or _between(rule, crossed):
            yield rule


def _between(rule: Rule, level: Sequence[Rule]) -> bool:
    """Whether an upright line runs from one level line to another."""
    near = 4.0
    crossing = [h.at for h in level if h.start - near <= rule.at <= h.end + near]
    return any(abs(at - rule.start) < near for at in crossing) and any(abs(at - rule.end) < near for at in crossing)


def strike_scanned(pieces: Sequence[Piece], ink: Grey, scale: float) -> list[Piece]:
    """Words with a line through their middle from end to end, over the spaces between the letters too, become struck."""
    return [replace(p, word=replace(p.word, struck=True)) if _is_struck(p, ink, scale) else p for p in pieces]


def _is_struck(piece: Piece, ink: Grey, scale: float) -> bool:
    box = piece.box
    if sum(letter.isalnum() for letter in piece.word.text) < 2 or box.x1 - box.x0 < 7:
        return False
    strip = ink[max(0, int(box.top / scale)) : int((box.bottom + 3) / scale), max(0, int(box.x0 / scale)) : int(box.x1 / scale)] > 0
    if strip.shape[0] < 12 or strip.shape[1] < 8:
        return False
    strip = _trimmed(strip)
    rows = strip.mean(1)
    reach = max(4, round(2.4 / scale))
    return any(_through(rows, run, reach) for run in _runs(_thickened(strip).mean(1) > 0.97))


def _runs(full: Mask) -> list[tuple[int, int]]:
    """First and last of each run of rows that are inked from end to end."""
    at = np.flatnonzero(full)
    if not at.size:
        return []
    breaks = np.flatnonzero(np.diff(at) > 1)
    firsts, lasts = [0, *(breaks + 1).tolist()], [*breaks.tolist(), at.size - 1]
    return [(int(at[first]), int(at[last])) for first, last in zip(firsts, lasts, strict=True)]


def _through(rows: NDArray[np.floating], run: tuple[int, int], reach: int) -> bool:
    """Letters stand out on both sides of a strike; below an underline or a table's line is only paper."""
    first, last = run
    above, below = rows[max(0, first - reach) : max(0, first - 1)], rows[last + 3 : last + 3 + reach]
    return last - first <= reach and _letters(above) and below.size == reach and _letters(below)


def _trimmed(strip: Mask) -> Mask:
    """Without the columns at both ends that are empty but for a line along the whole strip."""
    whole = strip.mean(1) > 0.985
    columns = np.flatnonzero(strip[~whole].any(0))
    return strip if columns.size < 8 else strip[:, columns[0] : columns[-1] + 1]


def _letters(rows: NDArray[np.floating]) -> bool:
    """Whether rows of pixels are those of letters: neither paper nor solid."""
    return rows.size > 0 and bool(0.15 < rows.mean() < 0.8)
