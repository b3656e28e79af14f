"""A narrow column beside the running text of a letter (date, reference, contact) that has lines of its own level."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from verifier.intake.piece import Piece, median, middle, union
from verifier.intake.rows import Row, row_of, rows_of

_ALIGNED, _GUTTER, _LEVEL = 1.5, 8.0, 1.5
"""Points: how far line starts of the text may lie apart, how wide the white strip beside it is at least, and how far two lines on
one level may differ in height."""
_TEXT_LINES, _SIDE_LINES, _TEXT_LETTERS = 8, 3, 24


def part_sidebar(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The words of the narrow column left of the running text, and all other words; nothing and all where there is none.

    A form has its labels on one level with their values; the lines of a sidebar stand on levels of their own.
    """
    rows = rows_of(pieces)
    for edge in _edges(rows):
        side = [p for p in pieces if p.box.x1 < edge - _GUTTER]
        text = [row_of(own) for row in rows if (own := [p for p in row.pieces if p.box.x0 >= edge - _ALIGNED])]
        lines = rows_of(side) if side else []
        if len(lines) < _SIDE_LINES:
            continue
        span = union([p.box for p in side])
        beside = [row for row in text if span.top - 4 <= middle(row.box) <= span.bottom + 4]
        across = [p for p in pieces if p.box.x0 < edge - _ALIGNED and p.box.x1 >= edge - _GUTTER and span.top - 2 <= middle(p.box) <= span.bottom + 2]
        if across or not _is_text(text, edge) or not _on_own_levels(lines, beside):
            continue
        return side, [p for p in pieces if p.box.x1 >= edge - _GUTTER]
    return [], list(pieces)


def _edges(rows: Sequence[Row]) -> list[float]:
    """Places where many lines begin, the most used first."""
    firsts = [row.box.x0 for row in rows]
    after_gaps = [piece.box.x0 for row in rows for before, piece in pairwise(row.pieces) if piece.box.x0 - before.box.x1 > _GUTTER]
    starts = sorted([*firsts, *after_gaps])
    groups: list[list[float]] = []
    for x in starts:
        if groups and x - groups[-1][0] <= _ALIGNED:
            groups[-1].append(x)
        else:
            groups.append([x])
    wide = [group for group in groups if len(group) >= _TEXT_LINES]
    return [group[0] for group in sorted(wide, key=len, reverse=True)]


def _is_text(rows: Sequence[Row], edge: float) -> bool:
    """Whether most lines right of the edge begin there and are long."""
    letters = [sum(len(p.word.text) + 1 for p in row.pieces) for row in rows]
    begin = sum(abs(row.box.x0 - edge) <= _ALIGNED for row in rows)
    return len(rows) >= _TEXT_LINES and begin >= 0.6 * len(rows) and median(letters) >= _TEXT_LETTERS


def _on_own_levels(lines: Sequence[Row], beside: Sequence[Row]) -> bool:
    level = sum(any(abs(middle(line.box) - middle(row.box)) <= _LEVEL for row in beside) for line in lines)
    return len(beside) >= _SIDE_LINES and level <= 0.5 * len(lines)
