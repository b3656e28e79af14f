"""Words with boxes from a PDFium text page, in PDFium's own order."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable
from dataclasses import dataclass

import pypdfium2_raw as pdfium

from verifier.intake.document import Box, Word
from verifier.intake.piece import Piece, union

# PDFium gives a hyphen at a line's end as one of these and glues the two lines together.
_HYPHENS = "\ufffe\x02"
_WORD = re.compile(rf"[^\s{_HYPHENS}\x00]+[{_HYPHENS}]?|[{_HYPHENS}]")
_NAME = 128
# Height of a font above and below its baseline, as shares of its size: those of the common office fonts.
_ASCENT, _DESCENT = 0.9, 0.22


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible part of a page in PDF user space (y upwards) and its rotation in quarter turns."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int = 0

    @property
    def width(self) -> float:
        return abs(self.top - self.bottom if self.turns % 2 else self.right - self.left)

    @property
    def height(self) -> float:
        return abs(self.right - self.left if self.turns % 2 else self.top - self.bottom)

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A rectangle of user space as a box from the top-left corner of the page as shown."""
        if self.turns == 1:
            return Box(bottom - self.bottom, left - self.left, top - self.bottom, right - self.left)
        if self.turns == 2:
            return Box(self.right - right, bottom - self.bottom, self.right - left, top - self.bottom)
        if self.turns == 3:
            return Box(self.top - top, self.right - right, self.top - bottom, self.right - left)
        return Box(left - self.left, self.top - top, right - self.left, self.top - bottom)


def text_of(textpage: object, frame: Frame) -> tuple[int, list[Piece]]:
    """The number of visible characters, and the words of the page."""
    units, index = _page_text(textpage)
    measure = _Measure(textpage, frame)
    pieces: list[Piece] = []
    visible = 0
    for match in _WORD.finditer(units):
        visible += match.end() - match.start()
        first, last = index(match.start()), index(match.end() - 1)
        for text, place, at in _parts(match.group(), first, last, measure):
            size, bold, box = measure.print_of(at, place)
            pieces.append(Piece(Word(text, box, order=len(pieces)), box, size, bold))
    return visible, pieces


def _page_text(textpage: object) -> tuple[str, Callable[[int], int]]:
    """The text as UTF-16 units (one character each), and the function from its positions to PDFium's character numbers."""
    count = pdfium.FPDFText_CountChars(textpage)
    buffer = (ctypes.c_ushort * (count * 2 + 2))()
    written = pdfium.FPDFText_GetText(textpage, 0, count, buffer) if count > 0 else 1
    units = "".join(map(chr, buffer[: max(0, written - 1)]))
    if len(units) == count:
        return units, int
    # PDFium leaves characters without a code out of the text, and writes some as two: only then the slow way is needed.
    return units, lambda position: pdfium.FPDFText_GetCharIndexFromTextIndex(textpage, position)


class _Measure:
    """Boxes and fonts of single characters of one text page."""

    def __init__(self, textpage: object, frame: Frame) -> None:
        self._page, self._frame = textpage, frame
        self._rect, self._matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._name, self._flags = ctypes.create_string_buffer(_NAME), ctypes.c_int()

    def loose(self, at: int) -> Box | None:
        """Box of character ``at`` as high as its font, or None when PDFium made the character up."""
        rect = self._rect
        if not pdfium.FPDFText_GetLooseCharBox(self._page, at, rect) or rect.right <= rect.left and rect.top <= rect.bottom:
            return None
        return self._frame.box(rect.left, rect.bottom, rect.right, rect.top)

    def print_of(self, at: int, place: Box) -> tuple[float, bool, Box]:
        """Font size in points as shown, whether the font is bold, and ``place`` made as high as the font.

        Some fonts do not tell how high they are, and PDFium then gives the box of the glyph alone.
        """
        size, matrix, level = pdfium.FPDFText_GetFontSize(self._page, at), self._matrix, False
        if pdfium.FPDFText_GetMatrix(self._page, at, matrix):
            size *= (matrix.c**2 + matrix.d**2) ** 0.5
            level = abs(matrix.b) < 0.01 * abs(matrix.a) and matrix.d > 0
        if level and size > 1 and pdfium.FPDFText_GetCharOrigin(self._page, at, self._x, self._y):
            y = self._y.value
            rows = self._frame.box(self._x.value, y - _DESCENT * size, self._x.value, y + _ASCENT * size)
            place = Box(place.x0, rows.top, place.x1, rows.bottom) if self._frame.turns % 2 == 0 else place
        pdfium.FPDFText_GetFontInfo(self._page, at, self._name, _NAME, self._flags)
        return size, b"bold" in self._name.value.lower() or self._flags.value & 0x40000 != 0, place


def _parts(text: str, first: int, last: int, measure: _Measure) -> list[tuple[str, Box, int]]:
    """The word, in the pieces that stand on one row; nearly always one."""
    text = _decode(text)
    start, end = measure.loose(first), measure.loose(last)
    if start is None:
        return [] if end is None else [(text, end, last)]
    if end is None or _same_row(start, end):
        return [(text, union((start, end or start)), first)]
    rows: list[tuple[list[str], list[Box], int]] = []
    for at, letter in zip(range(first, last + 1), text, strict=False):
        box = measure.loose(at)
        if box is None:
            continue
        if rows and _same_row(rows[-1][1][-1], box):
            rows[-1][0].append(letter)
            rows[-1][1].append(box)
        else:
            rows.append(([letter], [box], at))
    return [("".join(letters), union(boxes), at) for letters, boxes, at in rows]


def _decode(units: str) -> str:
    """UTF-16 units as text, with PDFium's marks for a hyphen as the hyphen that is printed."""
    for mark in _HYPHENS:
        units = units.replace(mark, "-")
    if any("\ud800" <= unit <= "\udfff" for unit in units):
        return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return units


def _same_row(a: Box, b: Box) -> bool:
    shared = min(a.bottom, b.bottom) - max(a.top, b.top)
    return shared > 0.4 * min(a.bottom - a.top, b.bottom - b.top) and b.x0 > a.x0 - 2 * (a.bottom - a.top)
