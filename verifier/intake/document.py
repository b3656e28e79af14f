"""The one model of a paper that every reader produces and every later stage trusts.

A :class:`Document` is one delivered file. Its pages hold lines in reading order, its lines hold words, and every word knows
where it stands: a box in PDF points from the top-left corner of the page (``None`` where the format has no page geometry, as in
Word files), the confidence of the recognition, and its place in the text order of the source, so that a quote can be cut from
the page and never has to be rebuilt.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

TextSource = Literal["digital", "ocr", "mixed"]
Region = Literal["body", "header", "footer"]
Tick = Literal["ticked", "unticked"]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page in PDF points (1/72 inch) from the top-left corner."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Word:
    """One printed word, or one drawn tick box.

    Args:
        text: The word as printed. A drawn box that carries no character of its own is given as ``☒`` or ``☐`` with
            ``drawn=True``: it is read like any other word but left out of quotes.
        box: Place on the page, or None where the format has no geometry.
        confidence: 1.0 for digital text, else the recogniser's confidence between 0 and 1.
        order: Position of the word in the text order of the page's source; consecutive numbers stand next to each other there.
        struck: Struck through by a drawn line or by the format: printed, but not stated.
        drawn: The word is not a character on the page but a drawn mark.
        tick: Whether this word is a tick box, and its state.
        added: Written by hand or inserted beside the print, where the source shows that.
    """

    text: str
    box: Box | None = None
    confidence: float = 1.0
    order: int = 0
    struck: bool = False
    drawn: bool = False
    tick: Tick | None = None
    added: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """Words that are read one after another on one visual row, or one cell of a table row.

    Args:
        words: At least one word.
        region: Repeated page headers and footers are kept apart from the body.
        cell: ``(table, row, column)``, numbered from 0 within the document, when the line stands in a table or in the columns of a
            form; cells of one row follow each other in reading order. A table that runs on over a page break keeps its number.
        gap_before: White space above the line in multiples of the line height: larger than about 0.8 starts a new paragraph.
        bold: All words are bold.
        size: Font size in points, 0 when unknown.
        heading: The format marks it as a heading (Word, ODT, HTML).
    """

    words: tuple[Word, ...]
    region: Region = "body"
    cell: tuple[int, int, int] | None = None
    gap_before: float = 0.0
    bold: bool = False
    size: float = 0.0
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One page; ``number`` counts from 1 within the file, ``width`` and ``height`` are in PDF points (0 without geometry)."""

    number: int
    lines: tuple[Line, ...]
    width: float = 0.0
    height: float = 0.0
    text_source: Literal["digital", "ocr"] = "digital"


@dataclass(frozen=True, slots=True)
class Document:
    """One delivered file as read.

    Args:
        file: Path of the file within the dossier, with ``/``; for what was inside a zip or an e-mail ``outer.eml/inner.pdf``.
        sha256: Hex digest of the bytes.
        pages: Empty when the file could not be read.
        problems: Dutch messages for the user that name file, cause and what to do.
    """

    file: str
    sha256: str
    pages: tuple[Page, ...] = ()
    problems: tuple[str, ...] = field(default=())

    @property
    def text_source(self) -> TextSource:
        kinds = {page.text_source for page in self.pages}
        if len(kinds) == 2:
            return "mixed"
        return "ocr" if kinds == {"ocr"} else "digital"
