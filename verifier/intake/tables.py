"""Tables get numbers within the document; one that runs on over a page break keeps its number and counts its rows on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verifier.intake.document import Line, Page
from verifier.intake.message import ReadPage, TableShape

_NEAR = 3.0
"""Points that column edges may differ between pages."""


def join_tables(pages: Sequence[ReadPage]) -> list[Page]:
    """The pages with tables numbered through the document."""
    out: list[Page] = []
    used, last_shape, last_number, last_row = 0, None, -1, -1
    for read in pages:
        numbers: dict[int, tuple[int, int]] = {}
        cells = [line.cell for line in read.page.lines if line.cell]
        for position, table in enumerate(dict.fromkeys(c[0] for c in cells)):
            shape = next((s for s in read.tables if s.number == table), None)
            first = position == 0 and read.page.lines[0].cell is not None
            if first and last_shape is not None and shape is not None and _same(shape, last_shape):
                numbers[table] = (last_number, last_row + 1)
            else:
                numbers[table], used = (used, 0), used + 1
            last_shape, last_number = shape, numbers[table][0]
            last_row = numbers[table][1] + max(c[1] for c in cells if c[0] == table)
        if not read.page.lines or read.page.lines[-1].cell is None:
            last_shape = None
        out.append(replace(read.page, lines=tuple(_numbered(line, numbers) for line in read.page.lines)))
    return out


def _same(a: TableShape, b: TableShape) -> bool:
    return len(a.edges) == len(b.edges) and all(abs(x - y) <= _NEAR for x, y in zip(a.edges, b.edges, strict=True))


def _numbered(line: Line, numbers: dict[int, tuple[int, int]]) -> Line:
    if line.cell is None:
        return line
    number, offset = numbers[line.cell[0]]
    return replace(line, cell=(number, line.cell[1] + offset, line.cell[2]))
