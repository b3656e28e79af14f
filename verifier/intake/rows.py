"""Words gathered into visual rows, and rows cut into segments where white space or the text order breaks them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from verifier.intake.document import Box
from verifier.intake.piece import Piece, median, middle, union

# Multiples of the height of the row: a gap wider than the first always parts; than the second when the text order jumps too.
WIDE, JUMP = 1.1, 0.25
_LEVEL, _SPREAD = 0.36, 0.44


@dataclass(frozen=True, slots=True)
class Row:
    """Words on one level, from left to right."""

    pieces: tuple[Piece, ...]
    box: Box

    @property
    def height(self) -> float:
        return median([piece.box.bottom - piece.box.top for piece in self.pieces])


def row_of(pieces: Sequence[Piece]) -> Row:
    """A row of ``pieces`` (at least one), put in order."""
    ordered = tuple(sorted(pieces, key=lambda piece: piece.box.x0))
    return Row(ordered, union([piece.box for piece in ordered]))


def rows_of(pieces: Sequence[Piece]) -> list[Row]:
    """All rows from top to bottom: words whose middles differ less than a third of a height stand on one row.

    Half a height would join the lines of a cell with its label, where that is centred between two of them.
    """
    open_rows: list[list[Piece]] = []
    levels: list[tuple[float, float]] = []
    for piece in sorted(pieces, key=lambda piece: (middle(piece.box), piece.box.x0)):
        at = _best(piece, open_rows, levels)
        if at is None:
            open_rows.append([piece])
            levels.append((middle(piece.box), middle(piece.box)))
        else:
            open_rows[at].append(piece)
            first, mean = levels[at]
            levels[at] = (first, mean + (middle(piece.box) - mean) / len(open_rows[at]))
    return sorted((row_of(row) for row in open_rows), key=lambda row: (median([middle(p.box) for p in row.pieces]), row.box.x0))


def _best(piece: Piece, open_rows: list[list[Piece]], levels: list[tuple[float, float]]) -> int | None:
    level, height = middle(piece.box), piece.box.bottom - piece.box.top
    best, distance = None, 1e9
    for at in range(max(0, len(open_rows) - 6), len(open_rows)):
        other = open_rows[at][-1].box
        unit = max(2.0, min(height, other.bottom - other.top))
        first, mean = levels[at]
        apart = abs(level - mean)
        if apart < _LEVEL * unit and level - first < _SPREAD * unit and apart < distance:
            best, distance = at, apart
    return best


def bands_of(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows that stand half a line apart beside each other taken together: cells of one table row centred in its height."""
    bands: list[list[Row]] = []
    bottom = 0.0
    for row in rows:
        # Of most words, not of all: one word with a line under it would make rows overlap that do not.
        top, foot = median([p.box.top for p in row.pieces]), median([p.box.bottom for p in row.pieces])
        if bands and bottom - top > 0.3 * row.height and row.height < 3 * bands[-1][-1].height:
            bands[-1].append(row)
            bottom = max(bottom, foot)
        else:
            bands.append([row])
            bottom = foot
    return bands


def segments_of(row: Row, trust_order: bool) -> list[Row]:
    """The row in parts that belong to different columns, if any.

    Args:
        row: The row.
        trust_order: The order of the words tells where one text ends and another begins (PDF), or it does not (recognised text).
    """
    parts: list[list[Piece]] = [[row.pieces[0]]]
    height = max(4.0, row.height)
    for before, piece in pairwise(row.pieces):
        gap = piece.box.x0 - before.box.x1
        jump = trust_order and not before.word.tick and not piece.word.tick and piece.word.order not in (before.word.order, before.word.order + 1)
        if gap > WIDE * height or (jump and gap > JUMP * height):
            parts.append([])
        parts[-1].append(piece)
    return [row_of(part) for part in parts]
