"""Page headers and footers: lines in the margins that come back on other pages of the same file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from verifier.intake.document import Line, Page, Region

_MARGIN = 0.09
"""Share of the page height, at top and bottom, in which a running head can stand."""
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"^\W*(?:(?:pagina|blad|bladzijde|blz\.?|p\.?)\s*)?\d{1,3}(?:\s*(?:van|/|t/m|-)\s*\d{1,3})?\W*$", re.I)


def mark_running_heads(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages with repeated margin lines and bare page numbers put in the region ``header`` or ``footer``."""
    seen = Counter(key for page in pages for key in {_key(line) for line in page.lines if _zone(line, page)})
    return tuple(replace(page, lines=tuple(_marked(line, page, seen) for line in page.lines)) for page in pages)


def _marked(line: Line, page: Page, seen: Counter[str]) -> Line:
    zone = _zone(line, page)
    if zone is None or (seen[_key(line)] < 2 and not _PAGE_NUMBER.match(_words(line))):
        return line
    return replace(line, region=zone)


def _zone(line: Line, page: Page) -> Region | None:
    boxes = [w.box for w in line.words if w.box]
    if not boxes or not page.height or line.cell is not None:
        return None
    if max(b.bottom for b in boxes) < page.height * _MARGIN:
        return "header"
    return "footer" if min(b.top for b in boxes) > page.height * (1 - _MARGIN) else None


def _words(line: Line) -> str:
    return " ".join(w.text for w in line.words)


def _key(line: Line) -> str:
    return _NUMBER.sub("#", _words(line)).lower()
