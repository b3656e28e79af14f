"""What is drawn on a PDF page besides text: rules of tables, small squares, and how much of it is images."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pypdfium2_raw as pdfium

from verifier.intake.document import Box
from verifier.intake.pdf_text import Frame
from verifier.intake.piece import Rule, Square

# All in points.
_THIN = 2.6
_SQUARE = (5.0, 18.0)
_SHORTEST = 4.0
_OBJECTS, _SEGMENTS = 30_000, 4_000
_DEPTH = 3
_DARK = 128

Matrix = tuple[float, float, float, float, float, float]
_UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class Drawing:
    """What :func:`drawing_of` gathers. ``image_area`` is in square points, ``paths`` a count."""

    rules: list[Rule] = field(default_factory=list)
    squares: list[Square] = field(default_factory=list)
    image_area: float = 0.0
    paths: int = 0


@dataclass(frozen=True, slots=True)
class _Shape:
    """One path: its box, its line segments (both ends in points), and how it is painted.

    ``dark`` is filled dark, ``visible`` differs from white, ``ground`` is a plain filled rectangle without a line around it.
    """

    box: Box
    dark: bool
    segments: tuple[tuple[float, float, float, float], ...]
    visible: bool
    ground: bool


def drawing_of(page: object, frame: Frame) -> Drawing:
    """Everything drawn on ``page``."""
    drawing, shapes = Drawing(), []
    budget = _OBJECTS
    for item, matrix in _objects(page, _UNIT, 0):
        budget -= 1
        if budget < 0:
            break
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            drawing.image_area += _area(_bounds(item, matrix, frame), frame)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            shapes.append(_shape(item, matrix, frame))
    drawing.paths = len(shapes)
    shapes = [shape for shape in shapes if shape.visible]
    drawing.squares = _squares(shapes)
    small = {(square.box.x0, square.box.top) for square in drawing.squares}
    for shape in shapes:
        if (shape.box.x0, shape.box.top) not in small:
            drawing.rules.extend(_rules(shape))
    return drawing


def _objects(holder: object, matrix: Matrix, depth: int) -> Iterator[tuple[object, Matrix]]:
    """The objects of a page or form that are paths or images, with the matrix to user space."""
    on_page = depth == 0
    count = pdfium.FPDFPage_CountObjects(holder) if on_page else pdfium.FPDFFormObj_CountObjects(holder)
    for at in range(min(count, _OBJECTS)):
        item = pdfium.FPDFPage_GetObject(holder, at) if on_page else pdfium.FPDFFormObj_GetObject(holder, at)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEPTH:
            yield from _objects(item, _times(_matrix(item), matrix), depth + 1)
        elif kind in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE):
            yield item, matrix


def _matrix(item: object) -> Matrix:
    m = pdfium.FS_MATRIX()
    return (m.a, m.b, m.c, m.d, m.e, m.f) if pdfium.FPDFPageObj_GetMatrix(item, m) else _UNIT


def _times(m: Matrix, n: Matrix) -> Matrix:
    """First ``m``, then ``n``."""
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


def _at(m: Matrix, x: float, y: float) -> tuple[float, float]:
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def _bounds(item: object, matrix: Matrix, frame: Frame) -> Box:
    values = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(item, *values)
    left, bottom, right, top = (value.value for value in values)
    (x0, y0), (x1, y1) = _at(matrix, left, bottom), _at(matrix, right, top)
    return frame.box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _area(box: Box, frame: Frame) -> float:
    width = min(box.x1, frame.width) - max(box.x0, 0.0)
    height = min(box.bottom, frame.height) - max(box.top, 0.0)
    return max(0.0, width) * max(0.0, height)


def _shape(item: object, matrix: Matrix, frame: Frame) -> _Shape:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
    filled, stroked = fill.value != 0, stroke.value != 0
    ink = _luminance(item, pdfium.FPDFPageObj_GetFillColor) if filled else 255.0
    line = _luminance(item, pdfium.FPDFPageObj_GetStrokeColor) if stroked else 255.0
    segments = _segments(item, _times(_matrix(item), matrix), frame)
    dark = filled and ink < _DARK and len(segments) <= 5
    return _Shape(_bounds(item, matrix, frame), dark, segments, min(ink, line) < 250, not stroked and len(segments) <= 5)


def _luminance(item: object, getter: Callable[..., int]) -> float:
    r, g, b, a = (ctypes.c_uint() for _ in range(4))
    if not getter(item, r, g, b, a):
        return 0.0
    return 255.0 - (255.0 - (r.value + g.value + b.value) / 3) * a.value / 255.0


def _segments(item: object, matrix: Matrix, frame: Frame) -> tuple[tuple[float, float, float, float], ...]:
    """The straight segments of a path as ``(x0, top, x1, bottom)`` in page points, in drawing order."""
    found: list[tuple[float, float, float, float]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    here = start = (0.0, 0.0)
    for at in range(min(pdfium.FPDFPath_CountSegments(item), _SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(item, at)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        px, py = _at(matrix, x.value, y.value)
        box = frame.box(px, py, px, py)
        there = (box.x0, box.top)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = there
        else:
            found.append((*here, *there))
        if pdfium.FPDFPathSegment_GetClose(segment) and there != start:
            found.append((*there, *start))
        here = there
    return tuple(found)


def _rules(shape: _Shape) -> list[Rule]:
    """A thin path is one rule; another one gives its level and upright sides."""
    box = shape.box
    width, height = box.x1 - box.x0, box.bottom - box.top
    if height <= _THIN and width >= _SHORTEST:
        return [Rule(True, (box.top + box.bottom) / 2, box.x0, box.x1)]
    if width <= _THIN and height >= _SHORTEST:
        return [Rule(False, (box.x0 + box.x1) / 2, box.top, box.bottom)]
    rules: list[Rule] = []
    if shape.ground:
        # The coloured ground of a heading row, say: its sides are not where the table's columns part.
        return rules
    for x0, y0, x1, y1 in shape.segments:
        if abs(y1 - y0) < 0.5 and abs(x1 - x0) >= _SHORTEST:
            rules.append(Rule(True, y0, min(x0, x1), max(x0, x1)))
        elif abs(x1 - x0) < 0.5 and abs(y1 - y0) >= _SHORTEST:
            rules.append(Rule(False, x0, min(y0, y1), max(y0, y1)))
    return rules


def _squares(shapes: list[_Shape]) -> list[Square]:
    """Small near-squares, each with whether something dark is drawn inside."""
    squares: dict[tuple[int, int], Square] = {}
    candidates = [shape for shape in shapes if _is_square(shape.box)]
    for shape in candidates:
        inside = [other for other in shapes if other is not shape and _within(other.box, shape.box)]
        ticked = shape.dark or any(_marks(other, shape) for other in inside)
        key = (round((shape.box.x0 + shape.box.x1) / 8), round((shape.box.top + shape.box.bottom) / 8))
        near = next((k for k in squares if abs(k[0] - key[0]) <= 1 and abs(k[1] - key[1]) <= 1), key)
        seen = squares.get(near)
        # Border and filling are two paths of one box: the larger gives the place, either gives the tick.
        if seen is None or _size(shape.box) >= _size(seen.box):
            squares[near] = Square(shape.box, ticked or (seen is not None and seen.ticked))
        elif ticked:
            squares[near] = Square(seen.box, True)
    return list(squares.values())


def _size(box: Box) -> float:
    return box.x1 - box.x0


def _is_square(box: Box) -> bool:
    width, height = box.x1 - box.x0, box.bottom - box.top
    return _SQUARE[0] <= width <= _SQUARE[1] and _SQUARE[0] <= height <= _SQUARE[1] and 0.75 <= width / height <= 1.33


def _within(inner: Box, outer: Box) -> bool:
    return (
        outer.x0 - 1.5 <= inner.x0
        and inner.x1 <= outer.x1 + 1.5
        and outer.top - 1.5 <= inner.top
        and inner.bottom <= outer.bottom + 1.5
    )


def _marks(other: _Shape, square: _Shape) -> bool:
    """Whether a path inside a square is a cross, a tick or a filling, and not just one of its sides or its own outline."""
    if _is_square(other.box) and not other.dark and len(other.segments) <= 10 and not _slanted(other):
        return False
    if other.dark and min(other.box.x1 - other.box.x0, other.box.bottom - other.box.top) > 2.0:
        return _size(other.box) >= 0.35 * _size(square.box)
    return _slanted(other)


def _slanted(shape: _Shape) -> bool:
    return any(abs(x1 - x0) > 2.0 and abs(y1 - y0) > 1.5 for x0, y0, x1, y1 in shape.segments)
