"""Columns without rules: rows that share a gutter are a table (label with its value) or running text in columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from verifier.intake.piece import Rule, median
from verifier.intake.rows import Row, bands_of, row_of, rows_of, segments_of

# In points: how far starts of one column may lie apart.
_ALIGNED, _EXACT, _EXACT_SCANNED = 4.0, 1.2, 3.0
_MARKER = re.compile(r"(?:\(?\d{1,3}(?:\.\d{1,3})*[.)°ᵉe]?|\(?[a-zA-Z][.)]|\(?[ivxIVX]{1,5}[.)]|[-–—•*·●○▪■o§])$")


@dataclass(slots=True)
class Region:
    """Consecutive rows that respect the same columns; ``starts`` are the left sides of the columns.

    ``exact`` is how far, in points, a word may stand from one of them to be seen as its beginning after a narrow gap.
    """

    starts: list[float]
    exact: float
    rows: list[list[Row]] = field(default_factory=list)

    def column_of(self, segment: Row) -> int | None:
        """The column in which the segment begins, None when it runs through the start of another one."""
        column = max((k for k, x in enumerate(self.starts) if segment.box.x0 >= x - _ALIGNED), default=0)
        if column + 1 < len(self.starts) and segment.box.x1 > self.starts[column + 1] - 1:
            return None
        return column


def find_regions(rows: Sequence[Row], trust_order: bool) -> list[Row | Region]:
    """The rows in order, with those that stand in columns gathered in regions."""
    out: list[Row | Region] = []
    region: Region | None = None
    for band in bands_of(rows):
        segments = [s for row in band for part in segments_of(row, trust_order) for s in _by_starts(part, region)]
        if region is not None and _fits(region, segments, trust_order):
            _take(region, segments)
            continue
        if region is not None:
            out.extend(_closed(_with_rows_above(region, out)))
            region = None
        begun = _begun_above(out, segments) if trust_order else []
        if begun or (len(segments) > 1 and not _is_list_item(segments, trust_order) and len(_starts(segments)) > 1):
            region = Region(_starts([*begun[:1], *segments]), _EXACT if trust_order else _EXACT_SCANNED)
            region.rows.extend([row] for row in begun)
            del out[len(out) - len(begun) :]
            region.rows.append(segments)
        else:
            out.extend(band)
    if region is not None:
        out.extend(_closed(_with_rows_above(region, out)))
    return out


def _with_rows_above(region: Region, out: list[Row | Region]) -> Region:
    """The region with the rows just above it whose gap was too narrow to see before its columns were known."""
    while len(region.starts) > 1 and out and isinstance(out[-1], Row):
        segments = _cut_at(out[-1], region.starts[1:], region.exact)
        gap, height = _gap(segments, region.rows[0]), segments[0].height
        alone = len(segments) == 1 and not (region.column_of(segments[0]) and gap < 0.4 * height)
        if alone or gap > 1.2 * height or None in [region.column_of(segment) for segment in segments]:
            break
        region.rows.insert(0, segments)
        out.pop()
    return region


def _part_narrow(region: Region) -> None:
    """Find columns set apart by less than a gap: where at least three rows all have a word begin at the same place."""
    segments = [segment for row in region.rows for segment in row]
    starts = sorted(p.box.x0 for s in segments for p in s.pieces[1:])
    groups: list[list[float]] = []
    for x in starts:
        if groups and x - groups[-1][0] <= region.exact:
            groups[-1].append(x)
        else:
            groups.append([x])
    found = []
    for x in (median(group) for group in groups if len(group) >= 3):
        across = [s for s in segments if s.box.x0 < x - _ALIGNED and s.box.x1 > x + _ALIGNED]
        if len(across) >= 3 and all(len(_cut_at(s, [x], region.exact)) > 1 for s in across):
            found.append(x)
    if found:
        region.starts = sorted([*region.starts, *(x for x in found if all(abs(x - y) > _ALIGNED for y in region.starts))])
        region.rows = [[part for segment in row for part in _cut_at(segment, found, region.exact)] for row in region.rows]


def _starts(segments: list[Row]) -> list[float]:
    starts: list[float] = []
    for segment in sorted(segments, key=lambda segment: segment.box.x0):
        if not starts or segment.box.x0 - starts[-1] > _ALIGNED:
            starts.append(segment.box.x0)
    return starts


def _begun_above(out: Sequence[Row | Region], segments: list[Row]) -> list[Row]:
    """The rows at the end of ``out`` that begin a value whose label stands lower, beside or between the lines of the value."""
    label = min(segments, key=lambda segment: segment.box.x0)
    begun: list[Row] = []
    for row in reversed(out):
        if not isinstance(row, Row) or row.box.x0 <= label.box.x1 or (begun and row.pieces[-1].word.order + 1 != begun[0].pieces[0].word.order):
            return []
        begun.insert(0, row)
        if row.pieces[0].word.order == label.pieces[-1].word.order + 1:
            return begun
    return []


def _by_starts(segment: Row, region: Region | None) -> list[Row]:
    """Also part a row where a word begins exactly at a known column, though the gap before it is narrow."""
    if region is None:
        return [segment]
    return _cut_at(segment, region.starts[1:], region.exact)


def _cut_at(segment: Row, starts: Sequence[float], exact: float) -> list[Row]:
    """The segment cut before words that begin at one of ``starts`` after a gap wider than the spaces around it."""
    out: list[Row] = []
    cut = 0
    spaces = sorted(b.box.x0 - a.box.x1 for a, b in pairwise(segment.pieces))
    narrow = max(0.3 * segment.height, 1.3 * spaces[len(spaces) // 3] if len(spaces) > 2 else 0.0)
    for at in range(1, len(segment.pieces)):
        before, piece = segment.pieces[at - 1], segment.pieces[at]
        jump = exact == _EXACT and piece.word.order != before.word.order + 1 and not (piece.word.tick or before.word.tick)
        gap = piece.box.x0 - before.box.x1
        if (gap > narrow or jump and gap > 0) and any(abs(piece.box.x0 - x) <= exact for x in starts):
            out.append(row_of(segment.pieces[cut:at]))
            cut = at
    return [*out, row_of(segment.pieces[cut:])]


def _is_list_item(segments: list[Row], trust_order: bool) -> bool:
    """A number or bullet before a text is no column, unless the text shows that it belongs to a line above (a clock time centred in its row)."""
    if len(segments) != 2 or len(segments[0].pieces) != 1 or not _MARKER.match(segments[0].pieces[0].word.text):
        return False
    return not trust_order or segments[1].pieces[0].word.order == segments[0].pieces[0].word.order + 1


def _fits(region: Region, segments: list[Row], trust_order: bool) -> bool:
    gap, height = _gap(region.rows[-1], segments), segments[0].height
    columns = [region.column_of(segment) for segment in segments]
    if None in columns or _is_list_item(segments, trust_order):
        return False
    if len(segments) == 1 and _is_larger(segments[0], region):
        return False
    if len(segments) == 1 and columns[0] and trust_order and _runs_on(region, segments[0], columns[0]):
        return gap < 4 * height
    if gap > 2.2 * height:
        return False
    aligned = [any(abs(segment.box.x0 - x) <= _ALIGNED for x in region.starts) for segment in segments]
    if len(segments) == 1:
        # A single segment goes on in a later column, or is a label of the first one close below, but no heading.
        return aligned[0] and (bool(columns[0]) or gap < 0.9 * height)
    return any(here for here, column in zip(aligned, columns, strict=True) if column)


def _runs_on(region: Region, segment: Row, column: int) -> bool:
    """Whether the text of ``segment`` follows the last words of its column."""
    above = [s.pieces[-1].word.order for s in region.rows[-1] if region.column_of(s) == column]
    return bool(above) and segment.pieces[0].word.order == above[-1] + 1


def _is_larger(segment: Row, region: Region) -> bool:
    """A heading in larger print ends a table; a signature in larger print does not, for it stands in a later column."""
    size = region.rows[-1][0].pieces[0].size
    much = 1.06 if region.exact == _EXACT else 1.3
    return 0 < much * size < segment.pieces[0].size and (segment.pieces[0].bold or region.column_of(segment) == 0)


def _take(region: Region, segments: list[Row]) -> None:
    region.rows.append(segments)
    for segment in segments:
        if not any(abs(segment.box.x0 - x) <= _ALIGNED for x in region.starts):
            if all(other.box.x1 < segment.box.x0 or other.box.x0 > segment.box.x0 for row in region.rows[:-1] for other in row):
                region.starts = sorted([*region.starts, segment.box.x0])


def _closed(region: Region) -> list[Row | Region]:
    """The region, or its rows again when one row alone had a gap."""
    if is_running(region):
        return [region]
    wide = sum(len(segments) > 1 for segments in region.rows)
    goes_on = any(len(s) == 1 and region.column_of(s[0]) for s in region.rows)
    # Rows at the end that only have a first column are plain text that follows the table.
    tail: list[Row | Region] = []
    while len(region.rows) > 1 and len(region.rows[-1]) == 1 and not region.column_of(region.rows[-1][0]):
        if _wraps_first(region.rows[-2], region.rows[-1][0]):
            break
        tail.insert(0, region.rows.pop()[0])
    levels = rows_of([piece for segment in region.rows[0] for piece in segment.pieces])
    if wide >= 2 or goes_on or len(region.rows) > 1 or len(levels) > 1:
        _part_narrow(region)
        return [region, *tail]
    return [*levels, *tail]


def _wraps_first(before: list[Row], segment: Row) -> bool:
    """Whether ``segment`` follows the first cell of the row before it in the text itself."""
    return len(before) > 1 and before[0].pieces[-1].word.order + 1 == segment.pieces[0].word.order


def is_running(region: Region) -> bool:
    """Whether the columns are running text: long lines, close together, in every column."""
    count = len(region.starts)
    if count not in (2, 3):
        return False
    for column in range(count):
        lines = [segment for row in region.rows for segment in row if region.column_of(segment) == column]
        if len(lines) < 3:
            return False
        widest = max(line.box.x1 - line.box.x0 for line in lines)
        full = [line for line in lines if line.box.x1 - line.box.x0 > 0.75 * widest]
        letters = median([sum(len(p.word.text) + 1 for p in line.pieces) for line in lines])
        if len(full) < 0.6 * len(lines) or letters < 24:
            return False
    return True


def logical_rows(region: Region, rules: Sequence[Rule], trust_order: bool) -> list[list[list[Row]]]:
    """The rows of the table: each a list of visual rows, for a cell may have several lines."""
    gaps = [_gap(a, b) for a, b in pairwise(region.rows)]
    heights = [row[0].height for row in region.rows]
    height = max(4.0, median(heights))
    base = min([gap for gap in gaps if gap > -0.3 * height], default=0.0)
    limit = base + 0.18 * height
    padded = _padded(region, gaps, limit)
    out: list[list[list[Row]]] = [[region.rows[0]]]
    for (before, row), gap in zip(pairwise(region.rows), gaps, strict=True):
        top, bottom = min(s.box.top for s in row), max(s.box.bottom for s in before)
        ruled = any(rule.horizontal and bottom - 2 <= rule.at <= top + 2 for rule in rules)
        if ruled or _begins_row(region, out[-1], row, gap > limit, padded, trust_order):
            out.append([])
        out[-1].append(row)
    return out


def _gap(before: list[Row], row: list[Row]) -> float:
    return min(segment.box.top for segment in row) - max(segment.box.bottom for segment in before)


def _padded(region: Region, gaps: list[float], limit: float) -> bool:
    """Whether rows are set apart by white space, so that lines close together belong to one cell."""
    first = [gap for row, gap in zip(region.rows[1:], gaps, strict=True) if region.column_of(row[0]) == 0]
    return bool(first) and sum(gap > limit for gap in first) >= 0.5 * len(first)


def _begins_row(region: Region, open_row: list[list[Row]], row: list[Row], far: bool, padded: bool, trust_order: bool) -> bool:
    """Whether ``row`` begins a new row of the table after the visual rows of ``open_row``."""
    before, here = open_row[-1], row[0].pieces[0].word.order
    column = region.column_of(row[0])
    if column != 0:
        above = [s.pieces[-1].word.order for visual in open_row for s in visual if region.column_of(s) == column]
        return here != above[-1] + 1 if trust_order and above else far and padded
    if trust_order:
        first = open_row[0][0].pieces[0].word.order
        if any(segment.pieces[-1].word.order + 1 == first for segment in row):
            return False
        if _wraps_first(before, row[0]) and not far:
            return False
        if len(before) > 1 and here == before[-1].pieces[-1].word.order + 1:
            return True
    if before[0].pieces[-1].word.text.endswith(":"):
        return True
    return far or not padded
