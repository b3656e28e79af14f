"""From words with boxes to lines in reading order: ruled tables by row, forms by row, running text in columns by column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from verifier.intake.columns import Region, find_regions, is_running, logical_rows
from verifier.intake.document import Line
from verifier.intake.grid import Grid, find_grids
from verifier.intake.message import TableShape
from verifier.intake.piece import Piece, Rule, median
from verifier.intake.rows import Row, rows_of
from verifier.intake.sidebar import part_sidebar


@dataclass(frozen=True, slots=True)
class _Placed:
    row: Row
    cell: tuple[int, int, int] | None = None


def lay_out(
    pieces: Sequence[Piece], rules: Sequence[Rule], trust_order: bool = True
) -> tuple[tuple[Line, ...], tuple[TableShape, ...]]:
    """Lines in reading order and the shapes of the tables among them, numbered from 0 within the page.

    Args:
        pieces: The words of the page.
        rules: The lines drawn on it.
        trust_order: Whether the order of the words is that of the text (digital files) or a guess (recognised text).
    """
    grids = find_grids(rules)
    cells, free = _share_out(pieces, grids)
    side, free = part_sidebar(free) if not grids else ([], free)
    shapes: list[TableShape] = []
    rows = rows_of(free)
    placed: list[_Placed] = []
    if side:
        top = min(piece.box.top for piece in side)
        placed.extend(_flow([row for row in rows if row.box.bottom < top], rules, shapes, trust_order))
        placed.extend(_Placed(row) for row in rows_of(side))
        rows = [row for row in rows if row.box.bottom >= top]
    for grid, held in zip(grids, cells, strict=True):
        above = [row for row in rows if row.box.top < grid.box.top]
        rows = [row for row in rows if row.box.top >= grid.box.top]
        placed.extend(_flow(above, rules, shapes, trust_order))
        placed.extend(_ruled(grid, held, shapes))
    placed.extend(_flow(rows, rules, shapes, trust_order))
    return tuple(_lines(placed)), tuple(shapes)


def _share_out(
    pieces: Sequence[Piece], grids: list[Grid]
) -> tuple[list[dict[tuple[int, int], list[Piece]]], list[Piece]]:
    """The words of each cell of each table, and the words outside tables."""
    held: list[dict[tuple[int, int], list[Piece]]] = [{} for _ in grids]
    free: list[Piece] = []
    smallest_first = sorted(range(len(grids)), key=lambda at: len(grids[at].cells) and _area(grids[at]))
    for piece in pieces:
        for at in smallest_first:
            cell = grids[at].cell_of(piece)
            if cell is not None:
                held[at].setdefault((cell.row, cell.column), []).append(piece)
                break
        else:
            free.append(piece)
    return held, free


def _area(grid: Grid) -> float:
    return (grid.box.x1 - grid.box.x0) * (grid.box.bottom - grid.box.top)


def _ruled(grid: Grid, held: dict[tuple[int, int], list[Piece]], shapes: list[TableShape]) -> Iterator[_Placed]:
    if not held:
        return
    number = len(shapes)
    shapes.append(TableShape(number, grid.edges))
    for (row, column), pieces in sorted(held.items()):
        for line in rows_of(pieces):
            yield _Placed(line, (number, row, column))


def _flow(rows: list[Row], rules: Sequence[Rule], shapes: list[TableShape], trust_order: bool) -> Iterator[_Placed]:
    """Rows outside ruled tables."""
    for item in find_regions(rows, trust_order):
        if isinstance(item, Row):
            yield _Placed(item)
        elif is_running(item):
            yield from _by_column(item)
        else:
            yield from _by_row(item, rules, shapes, trust_order)


def _by_column(region: Region) -> Iterator[_Placed]:
    for column in range(len(region.starts)):
        for row in region.rows:
            for segment in row:
                if region.column_of(segment) == column:
                    yield _Placed(segment)


def _by_row(region: Region, rules: Sequence[Rule], shapes: list[TableShape], trust_order: bool) -> Iterator[_Placed]:
    number = len(shapes)
    right = max(segment.box.x1 for row in region.rows for segment in row)
    shapes.append(TableShape(number, (*region.starts, right)))
    for at, visual in enumerate(logical_rows(region, rules, trust_order)):
        segments = [(region.column_of(segment) or 0, segment) for row in visual for segment in row]
        for column, segment in sorted(segments, key=lambda pair: (pair[0], _place(pair[1], trust_order))):
            yield _Placed(segment, (number, at, column))


def _place(row: Row, trust_order: bool) -> float:
    """What orders the lines of one cell."""
    return min(piece.word.order for piece in row.pieces) if trust_order else row.box.top


def _lines(placed: Sequence[_Placed]) -> Iterator[Line]:
    before: dict[tuple[int, int, int] | None, float] = {}
    for each in placed:
        row = each.row
        height = max(2.0, row.height)
        gap = (row.box.top - before[each.cell]) / height if each.cell in before else 1.0
        # A row above the last one begins a new column.
        gap = gap if gap > -0.6 else 1.0
        before = {None: row.box.bottom} if each.cell is None else {None: max(row.box.bottom, before.get(None, 0.0)), each.cell: row.box.bottom}
        sizes = [piece.size for piece in row.pieces if piece.size]
        words = tuple(piece.word if piece.word.box == piece.box else replace(piece.word, box=piece.box) for piece in row.pieces)
        bold = all(piece.bold for piece in row.pieces if not piece.word.drawn)
        yield Line(words, cell=each.cell, gap_before=max(0.0, gap), bold=bold, size=median(sizes))
