"""The reading text of a paper, with a map from every character back to the page it was printed on.

Printed words become running text once, here: lines of one paragraph are joined, words broken over lines are made whole, struck
words are left out, the cells of a table row are put side by side. Every later stage speaks in character ranges of this text, and
:meth:`Text.cut` turns such a range into the words as they stand on the page.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from verifier.intake.document import Box, Line, Page, Word

PARAGRAPH_GAP = 0.22
"""White space above a line, in line heights beyond what is usual on the page, from which it starts a new paragraph."""
_BROKEN = ("-", "\u00ad", "\ufffe", "\x02")


@dataclass(frozen=True, slots=True)
class Printed:
    """One word of the text with the place it came from."""

    start: int
    end: int
    page: int
    line: int
    word: Word


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or one row of a table with the range of each cell.

    Args:
        start, end: Character range in the text.
        cells: Ranges of the cells of a table row; empty for a paragraph.
        table: Number of the table the row belongs to, or None.
        heading: Marked by the format as a heading, or one short bold or larger line.
        page: Page number within the file, from 1.
    """

    start: int
    end: int
    page: int
    cells: tuple[tuple[int, int], ...] = ()
    table: int | None = None
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """Words exactly as printed on one page, with one box (PDF points, from the top-left corner) for every line of them."""

    page: int
    words: str
    boxes: tuple[Box, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Text:
    """Running text of consecutive pages of one file."""

    chars: str
    blocks: tuple[Block, ...]
    printed: tuple[Printed, ...]

    def printed_in(self, start: int, end: int) -> tuple[Printed, ...]:
        """The printed words that the range [start, end) touches."""
        low = bisect_right(self.printed, start, key=lambda p: p.end)
        high = bisect_left(self.printed, end, key=lambda p: p.start)
        return self.printed[low:high]

    def cut(self, start: int, end: int) -> Quote | None:
        """The range as a quote of one page, or None when it holds no printed word.

        A range that runs over a page break or over columns is cut to its longest stretch that stands together in the source, so
        that the quote can be found on the page word for word.
        """
        words = [p for p in self.printed_in(start, end) if not p.word.drawn]
        if not words:
            return None
        run = max(_runs(words), key=lambda r: sum(len(p.word.text) for p in r))
        boxes = tuple(
            _union(p.word.box for p in line if p.word.box)
            for _, line in groupby(run, key=lambda p: p.line)
            if any(p.word.box for p in run)
        )
        return Quote(
            page=run[0].page,
            words=" ".join(p.word.text for p in run),
            boxes=tuple(b for b in boxes if b is not None),
            confidence=min(p.word.confidence for p in run),
        )


def text_of(pages: Iterable[Page]) -> Text:
    """The reading text of consecutive pages: body lines in reading order, repeated headers and footers left out."""
    return _Builder().build(pages)


def _runs(words: list[Printed]) -> Iterator[list[Printed]]:
    run = [words[0]]
    for earlier, word in zip(words, words[1:], strict=False):
        if word.page != earlier.page or not 0 < word.word.order - earlier.word.order <= 2:
            yield run
            run = []
        run.append(word)
    yield run


def _union(boxes: Iterable[Box | None]) -> Box | None:
    known = [b for b in boxes if b]
    if not known:
        return None
    return Box(min(b.x0 for b in known), min(b.top for b in known), max(b.x1 for b in known), max(b.bottom for b in known))


class _Builder:
    """Lays lines into text; lives for one call of :func:`text_of`."""

    def __init__(self) -> None:
        self.chars: list[str] = []
        self.length = 0
        self.printed: list[Printed] = []
        self.blocks: list[Block] = []
        self.line_number = 0
        self.gap = 0.0

    def build(self, pages: Iterable[Page]) -> Text:
        for page in pages:
            body = [line for line in page.lines if line.region == "body" and any(not w.struck for w in line.words)]
            usual = _usual_size(body)
            self.gap = _usual_gap(body) + PARAGRAPH_GAP if page.height else 0.0
            for row, lines in groupby(body, key=lambda x: x.cell[:2] if x.cell else None):
                if row is None:
                    self._running(list(lines), page.number, usual)
                else:
                    self._row(list(lines), page.number, row[0])
        return Text("".join(self.chars), tuple(self.blocks), tuple(self.printed))

    def _running(self, lines: list[Line], page: int, usual: float) -> None:
        start: int | None = None
        head = False
        for line in lines:
            is_head = line.heading or _looks_like_heading(line, usual)
            if start is None or line.gap_before > self.gap or is_head != head:
                if start is not None:
                    self._close(start, page, head)
                start, head = self.length, is_head
            else:
                self._join_line(line)
            self._words(line, page)
        if start is not None:
            self._close(start, page, head)

    def _row(self, lines: list[Line], page: int, table: int) -> None:
        start = self.length
        cells: list[tuple[int, int]] = []
        for _, cell in groupby(lines, key=lambda x: x.cell):
            if cells:
                self._put("\t")
            begin = self.length
            for i, line in enumerate(cell):
                if i:
                    self._join_line(line)
                self._words(line, page)
            cells.append((begin, self.length))
        end = self.length
        self._put("\n")
        self.blocks.append(Block(start, end, page, tuple(cells), table))

    def _close(self, start: int, page: int, heading: bool) -> None:
        end = self.length
        self._put("\n")
        self.blocks.append(Block(start, end, page, heading=heading))

    def _join_line(self, line: Line) -> None:
        """A space, or nothing where the previous line ends in a broken word that goes on in lower case."""
        first = next((w.text for w in line.words if not w.struck), "")
        last = self.chars[-1] if self.chars else ""
        if len(last) > 1 and last.endswith(_BROKEN) and first[:1].islower() and first not in ("en", "of"):
            self.chars[-1] = last[:-1]
            self.length -= 1
            old = self.printed[-1]
            self.printed[-1] = Printed(old.start, old.end - 1, old.page, old.line, old.word)
        else:
            self._put(" ")

    def _words(self, line: Line, page: int) -> None:
        self.line_number += 1
        for i, word in enumerate(w for w in line.words if not w.struck):
            if i:
                self._put(" ")
            start = self.length
            shown = {"ticked": "☒", "unticked": "☐"}.get(word.tick or "", word.text)
            self._put(shown)
            self.printed.append(Printed(start, self.length, page, self.line_number, word))

    def _put(self, chars: str) -> None:
        self.chars.append(chars)
        self.length += len(chars)


def _usual_gap(lines: list[Line]) -> float:
    """The white space between two lines of one paragraph: the lower quartile of what the page shows."""
    gaps = sorted(line.gap_before for line in lines if line.cell is None)
    return gaps[len(gaps) // 4] if gaps else 0.0


def _usual_size(lines: list[Line]) -> float:
    sizes = sorted(line.size for line in lines if line.size for _ in line.words)
    return sizes[len(sizes) // 2] if sizes else 0.0


def _looks_like_heading(line: Line, usual: float) -> bool:
    """A short line, bold or clearly larger than the running text, that does not end as a sentence does."""
    text = " ".join(w.text for w in line.words)
    if len(text) > 90 or text.endswith((".", ",", ";")):
        return False
    return line.bold or (usual > 0 and line.size > usual * 1.12)
