"""Collects the words of a format without page geometry (Word, ODT) into the lines of one page."""

from __future__ import annotations

from typing import NamedTuple

from verifier.intake.document import Line, Page, Region, Tick, Word
from verifier.intake.ticks import mark_words

Cell = tuple[int, int, int]


class Run(NamedTuple):
    """Characters that share a format, or one tick box; ``box`` is set for a control that is no character of the text."""

    text: str
    struck: bool = False
    box: Tick | None = None


class Place(NamedTuple):
    """Where a paragraph stands and how it is marked; ``first`` is False for what follows a line break within it."""

    region: Region = "body"
    cell: Cell | None = None
    heading: bool = False
    bold: bool = False
    first: bool = True


def tick_box(ticked: bool) -> Run:
    """A control of a form as the sign that stands for it."""
    return Run("☒" if ticked else "☐", False, "ticked" if ticked else "unticked")


class Flow:
    """Lines in the order they are added; lives for the reading of one file."""

    def __init__(self) -> None:
        self._lines: list[Line] = []
        self._order = 0
        self._tables = 0

    def table(self) -> int:
        """Number of a new table."""
        self._tables += 1
        return self._tables - 1

    def add(self, runs: list[Run], place: Place) -> None:
        """One line of text; nothing is added when it has no words."""
        words: list[Word] = []
        open_end = False
        for run in runs:
            if run.box is not None:
                words.append(Word(run.text, order=self._next(), drawn=True, tick=run.box))
                open_end = False
                continue
            parts = run.text.split()
            # A word may be cut into runs by its format; struck and not struck stay two words.
            if parts and open_end and not run.text[:1].isspace() and words and words[-1].struck == run.struck:
                last = words.pop()
                words.append(Word(last.text + parts.pop(0), order=last.order, struck=run.struck))
            words.extend(Word(part, order=self._next(), struck=run.struck) for part in parts)
            open_end = (bool(run.text) or open_end) and not run.text[-1:].isspace()
        if words:
            gap = 1.0 if place.first else 0.2
            self._lines.append(Line(tuple(mark_words(words)), place.region, place.cell, gap, place.bold, 0.0, place.heading))

    def page(self) -> Page:
        """All lines as page 1: where Word breaks its pages is no fact of the file."""
        return Page(1, tuple(self._lines))

    def _next(self) -> int:
        self._order += 1
        return self._order
