"""Collects the words of a format without page geometry (Word, ODT, e-mail) into the lines of one page."""

from __future__ import annotations

from verifier.intake.document import Line, Page, Region, Tick, Word
from verifier.intake.ticks import mark_words


class Flow:
    """Lines in the order they are added; lives for the reading of one file."""

    def __init__(self) -> None:
        self._lines: list[Line] = []
        self._order = 0
        self._rows: dict[int, int] = {}
        self._tables = 0

    def table(self) -> int:
        """Number of a new table."""
        self._tables += 1
        return self._tables - 1

    def add(
        self, runs: list[tuple[str, bool, Tick | None]], region: Region = "body", cell: tuple[int, int, int] | None = None,
        heading: bool = False, bold: bool = False,
    ) -> None:
        """One paragraph of runs of text; each run is its characters, whether they are struck through, and a tick box state."""
        words: list[Word] = []
        glue = False
        for text, struck, tick in runs:
            if tick is not None:
                words.append(Word(text, order=self._next(), drawn=True, tick=tick))
                glue = False
                continue
            parts = text.split()
            if parts and glue and not text[:1].isspace() and words and words[-1].struck == struck and words[-1].tick is None:
                last = words.pop()
                words.append(Word(last.text + parts.pop(0), order=last.order, struck=struck))
            words.extend(Word(p, order=self._next(), struck=struck) for p in parts)
            glue = bool(text) and not text[-1:].isspace()
        if words:
            self._lines.append(Line(tuple(mark_words(words)), region, cell, 1.0, bold, 0.0, heading))

    def page(self) -> Page:
        """All lines as page 1."""
        return Page(1, tuple(self._lines))

    def _next(self) -> int:
        self._order += 1
        return self._order
