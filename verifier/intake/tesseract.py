"""The recogniser: one Tesseract run for a page, and its table of words."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verifier.intake.document import Box, Word
from verifier.intake.piece import Piece, median
from verifier.intake.problems import Unreadable
from verifier.intake.settings import IntakeSettings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Where print stands, as shares of the font size: a word without such letters is not as high as its font.
_ASCENT, _DESCENT = 0.9, 0.22
_CAPITAL, _SMALL, _TAIL = 0.72, 0.53, 0.21
_TAILED = frozenset("gjpqyQ,;()[]{}|§")
_TALL = frozenset("bdfhijklt()[]{}/|§!?\"'‘’“”&%€$")
_SMALLEST = 4.0
"""Font size in points below which a find is a speck or a piece of a line."""


@dataclass(frozen=True, slots=True)
class _Found:
    text: str
    box: Box
    confidence: float
    line: tuple[str, ...]


def missing_part(settings: IntakeSettings) -> str | None:
    """The problem code when the recogniser or its Dutch is not there."""
    if shutil.which(settings.tesseract) is None:
        return "tesseract"
    done = subprocess.run([settings.tesseract, "--list-langs"], capture_output=True, text=True, check=False)
    return None if "nld" in (done.stdout + done.stderr).split() else "tesseract_nld"


def recognise(grey: NDArray[np.uint8], scale: float, settings: IntakeSettings) -> list[Piece]:
    """The words of a level page, in points (``scale`` is points per pixel).

    Raises:
        Unreadable: Tesseract is missing or fails.
    """
    import cv2

    # Of the formats without packing this is the one that the recogniser opens fastest.
    image = cv2.imencode(".bmp", grey)[1].tobytes()
    command = [settings.tesseract, "stdin", "stdout", "-l", "nld", "--dpi", str(round(72 / scale)), "--psm", "3", "tsv"]
    try:
        done = subprocess.run(command, input=image, capture_output=True, check=False)
    except OSError:
        raise Unreadable("tesseract") from None
    if done.returncode:
        raise Unreadable("ocr_mislukt")
    return list(_pieces(list(_rows(done.stdout.decode("utf-8", "replace"), scale))))


def _rows(tsv: str, scale: float) -> Iterator[_Found]:
    for row in tsv.splitlines()[1:]:
        level, *rest = row.split("\t")
        if level != "5" or len(rest) < 11 or not rest[10].strip():
            continue
        x, y, width, height = (float(value) * scale for value in rest[5:9])
        yield _Found(rest[10].strip(), Box(x, y, x + width, y + height), max(0.0, float(rest[9])) / 100, tuple(rest[1:5]))


def _pieces(found: Sequence[_Found]) -> Iterator[Piece]:
    """Words made as high as their font, so that rows can be compared."""
    lines: dict[tuple[str, ...], list[_Found]] = {}
    for each in found:
        lines.setdefault(each.line, []).append(each)
    sizes = {key: median([_size(each) for each in line]) for key, line in lines.items()}
    levels = {key: [each.box.bottom for each in line if not _TAILED & set(each.text) and each.text[-1].isalnum()] for key, line in lines.items()}
    for order, each in enumerate(found):
        size = sizes[each.line]
        if size < _SMALLEST:
            continue
        own = _size(each)
        if not 0.7 < own / size < 1.4 and len(each.text) > 2:
            size = own
        baseline = each.box.bottom - (_TAIL * size if _TAILED & set(each.text) else 0.0)
        # An underline, a comma or a speck lowers a word's box: the words of its line know better where the line is.
        level = median(levels[each.line])
        if levels[each.line] and abs(level - baseline) < 0.5 * size:
            baseline = level
        box = Box(each.box.x0, baseline - _ASCENT * size, each.box.x1, baseline + _DESCENT * size)
        yield Piece(Word(each.text, box, each.confidence, order), box, size)


def _size(found: _Found) -> float:
    """Font size in points as the height of the word suggests."""
    letters = set(found.text)
    tall = bool(letters & _TALL) or any(letter.isdigit() or letter.isupper() for letter in letters)
    share = (_CAPITAL if tall else _SMALL) + (_TAIL if letters & _TAILED else 0.0)
    return (found.box.bottom - found.box.top) / share
