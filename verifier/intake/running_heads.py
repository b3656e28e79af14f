"""Page headers and footers: lines in the margins that come back on other pages of the same file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from verifier.intake.document import Line, Page, Region

_MARGIN, _OUTERMOST = 0.09, 0.13
"""Share of the page height, at top and bottom, in which a running head can stand, and in which the very first or last line can be one."""
_LEVEL = 14.0
"""Points that a running head may stand higher or lower on another page."""
_ALIKE = 0.86
"""Likeness from which two recognised lines are one text with another misreading."""
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"^\W*(?:(?:pagina|pag\.?|blad|bladzijde|blz\.?|p\.?)\s*)?\d{1,3}(?:\s*(?:van|/|t/m|-)\s*\d{1,3})?\W*$", re.I)


@dataclass(frozen=True, slots=True)
class _Head:
    """A line in a margin: ``key`` is its text with every number alike, ``top`` in points."""

    page: int
    key: str
    top: float
    exact: bool


def mark_running_heads(pages: Sequence[Page]) -> list[Page]:
    """The pages with repeated margin lines and bare page numbers put in the region ``header`` or ``footer``."""
    heads = [_head(at, page, line) for at, page in enumerate(pages) for line in page.lines if _zone(line, page)]
    return [replace(page, lines=tuple(_marked(line, at, page, heads) for line in page.lines)) for at, page in enumerate(pages)]


def _marked(line: Line, at: int, page: Page, heads: Sequence[_Head]) -> Line:
    zone = _zone(line, page)
    if zone is None:
        return line
    own = _head(at, page, line)
    if _PAGE_NUMBER.match(_words(line)) or any(_repeats(own, other) for other in heads):
        return replace(line, region=zone)
    return line


def _repeats(own: _Head, other: _Head) -> bool:
    if other.page == own.page or abs(other.top - own.top) > _LEVEL:
        return False
    if own.key == other.key:
        return True
    if own.exact and other.exact or min(len(own.key), len(other.key)) < 8:
        return False
    return SequenceMatcher(None, own.key, other.key, autojunk=False).ratio() >= _ALIKE


def _head(at: int, page: Page, line: Line) -> _Head:
    top = min(word.box.top for word in line.words if word.box)
    return _Head(at, _NUMBER.sub("#", _words(line)).lower(), top, page.text_source == "digital")


def _zone(line: Line, page: Page) -> Region | None:
    boxes = [word.box for word in line.words if word.box]
    if not boxes or not page.height:
        return None
    if max(box.bottom for box in boxes) < page.height * (_OUTERMOST if line is page.lines[0] else _MARGIN):
        return "header"
    return "footer" if min(box.top for box in boxes) > page.height * (1 - (_OUTERMOST if line is page.lines[-1] else _MARGIN)) else None


def _words(line: Line) -> str:
    return " ".join(word.text for word in line.words)
