"""Tables get numbers within the document; one that runs on over a page break keeps its number and counts its rows on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from verifier.intake.document import Line, Page
from verifier.intake.message import TableShape

_NEAR = 3.0
"""Points that column edges may differ between pages."""
Shapes = Sequence[TableShape]


@dataclass(frozen=True, slots=True)
class _Last:
    """The table at the foot of the page before: its shape, number and last row."""

    shape: TableShape
    number: int
    row: int


def join_tables(pages: Sequence[Page], shapes: Sequence[Shapes]) -> tuple[Page, ...]:
    """The pages with tables numbered through the document; running heads must have been marked."""
    out: list[Page] = []
    used = 0
    last: _Last | None = None
    for page, known in zip(pages, shapes, strict=True):
        body = [line for line in page.lines if line.region == "body"]
        numbers: dict[int, tuple[int, int]] = {}
        for table in dict.fromkeys(line.cell[0] for line in page.lines if line.cell):
            shape = next((each for each in known if each.number == table), None)
            goes_on = bool(body) and body[0].cell is not None and body[0].cell[0] == table
            if last is not None and goes_on and shape is not None and _same(shape, last.shape):
                numbers[table] = (last.number, last.row + 1)
            else:
                numbers[table], used = (used, 0), used + 1
        last = _at_foot(body, known, numbers)
        out.append(replace(page, lines=tuple(_numbered(line, numbers) for line in page.lines)))
    return tuple(out)


def _at_foot(body: Sequence[Line], known: Shapes, numbers: dict[int, tuple[int, int]]) -> _Last | None:
    if not body or body[-1].cell is None:
        return None
    table = body[-1].cell[0]
    shape = next((each for each in known if each.number == table), None)
    if shape is None:
        return None
    number, offset = numbers[table]
    return _Last(shape, number, offset + max(line.cell[1] for line in body if line.cell and line.cell[0] == table))


def _same(a: TableShape, b: TableShape) -> bool:
    """Columns begin at the same places; the right side of a table without rules is where its longest line happens to end."""
    return len(a.edges) == len(b.edges) and all(abs(x - y) <= _NEAR for x, y in zip(a.edges[:-1], b.edges[:-1], strict=True))


def _numbered(line: Line, numbers: dict[int, tuple[int, int]]) -> Line:
    if line.cell is None:
        return line
    number, offset = numbers[line.cell[0]]
    return replace(line, cell=(number, line.cell[1] + offset, line.cell[2]))
