"""Tables from drawn rules: which cells there are, and which words stand in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from verifier.intake.document import Box
from verifier.intake.piece import Piece, Rule, centre, middle

# In points: rules closer than this are one rule, and ends may miss each other by this much.
_SNAP, _JOIN = 2.5, 4.0
_RULES = 3_000
_ROWS, _COLUMNS = 400, 60


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell, merged cells counted once, at its first row and column."""

    row: int
    column: int
    box: Box


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table; ``edges`` are the x of its upright rules."""

    box: Box
    cells: tuple[Cell, ...]
    edges: tuple[float, ...]

    def cell_of(self, piece: Piece) -> Cell | None:
        """The cell in which the middle of the word stands."""
        x, y = centre(piece.box), middle(piece.box)
        for cell in self.cells:
            box = cell.box
            if box.x0 - 1 <= x <= box.x1 + 1 and box.top - 1 <= y <= box.bottom + 1:
                return cell
        return None


def find_grids(rules: Sequence[Rule]) -> list[Grid]:
    """All tables of at least two cells, from top to bottom; frames around text are none."""
    if len(rules) < 4:
        return []
    rules = rules[:_RULES]
    level = _merged([rule for rule in rules if rule.horizontal])
    upright = _merged([rule for rule in rules if not rule.horizontal])
    grids = []
    for h, v in _connected(level, upright):
        if 2 <= len(h) <= _ROWS and 2 <= len(v) <= _COLUMNS:
            grid = _grid(h, v)
            if grid:
                grids.append(grid)
    return sorted(grids, key=lambda grid: (grid.box.top, grid.box.x0))


def _merged(rules: list[Rule]) -> list[Rule]:
    """Rules on one level joined where they touch; one table's outline is often drawn cell by cell."""
    out: list[Rule] = []
    level: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (rule.at, rule.start)):
        if level and rule.at - level[0].at > _SNAP:
            out.extend(_joined(level))
            level = []
        level.append(rule)
    return out + _joined(level)


def _joined(level: list[Rule]) -> list[Rule]:
    out: list[Rule] = []
    for rule in sorted(level, key=lambda rule: rule.start):
        if out and rule.start <= out[-1].end + _JOIN:
            last = out[-1]
            out[-1] = Rule(last.horizontal, last.at, last.start, max(last.end, rule.end))
        else:
            out.append(rule)
    return out


def _touch(h: Rule, v: Rule) -> bool:
    return h.start - _JOIN <= v.at <= h.end + _JOIN and v.start - _JOIN <= h.at <= v.end + _JOIN


def _connected(level: list[Rule], upright: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Groups of rules that hang together."""
    parent = list(range(len(level) + len(upright)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for i, h in enumerate(level):
        for j, v in enumerate(upright):
            if _touch(h, v):
                parent[root(i)] = root(len(level) + j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for i, rule in enumerate([*level, *upright]):
        groups.setdefault(root(i), ([], []))[0 if rule.horizontal else 1].append(rule)
    return list(groups.values())


def _levels(rules: list[Rule]) -> list[float]:
    values: list[float] = []
    for rule in sorted(rules, key=lambda rule: rule.at):
        if not values or rule.at - values[-1] > _SNAP:
            values.append(rule.at)
    return values


def _grid(h: list[Rule], v: list[Rule]) -> Grid | None:
    ys, xs = _levels(h), _levels(v)
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 1 or columns < 1 or rows * columns < 2:
        return None
    owner = _regions(h, v, ys, xs)
    spans: dict[int, list[int]] = {}
    for at, region in enumerate(owner):
        row, column = divmod(at, columns)
        span = spans.setdefault(region, [row, column, row, column])
        span[:] = [min(span[0], row), min(span[1], column), max(span[2], row), max(span[3], column)]
    cells = [Cell(r0, c0, Box(xs[c0], ys[r0], xs[c1 + 1], ys[r1 + 1])) for r0, c0, r1, c1 in spans.values()]
    if len(cells) < 2:
        return None
    ordered = tuple(sorted(cells, key=lambda cell: (cell.row, cell.column)))
    return Grid(Box(xs[0], ys[0], xs[-1], ys[-1]), ordered, tuple(xs))


def _regions(h: list[Rule], v: list[Rule], ys: list[float], xs: list[float]) -> list[int]:
    """For each elementary cell the number of the region it belongs to, where no rule divides them."""
    rows, columns = len(ys) - 1, len(xs) - 1
    owner = list(range(rows * columns))

    def root(at: int) -> int:
        while owner[at] != at:
            owner[at] = owner[owner[at]]
            at = owner[at]
        return at

    for row in range(rows):
        y = (ys[row] + ys[row + 1]) / 2
        for column in range(columns):
            x, at = (xs[column] + xs[column + 1]) / 2, row * columns + column
            if column + 1 < columns and not _covered(v, xs[column + 1], y):
                owner[root(at + 1)] = root(at)
            if row + 1 < rows and not _covered(h, ys[row + 1], x):
                owner[root(at + columns)] = root(at)
    return [root(at) for at in range(rows * columns)]


def _covered(rules: list[Rule], at: float, along: float) -> bool:
    return any(abs(rule.at - at) <= _SNAP and rule.start - _JOIN <= along <= rule.end + _JOIN for rule in rules)
