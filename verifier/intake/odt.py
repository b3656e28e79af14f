"""ODT files (ISO 26300): paragraphs, headings, lists and tables by row, with headers, footers, notes and text boxes."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from verifier.intake.document import Region
from verifier.intake.flow import Cell, Flow, Place
from verifier.intake.message import Answer, ReadPage
from verifier.intake.odt_runs import TEXT, Inline, controls_of
from verifier.intake.odt_styles import OFFICE, STYLE, Styles, is_encrypted
from verifier.intake.package import Package
from verifier.intake.problems import Unreadable
from verifier.intake.settings import IntakeSettings

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_ROW_GROUPS = frozenset(f"{_TABLE}table-{name}" for name in ("header-rows", "rows", "row-group"))


def read(data: bytes, settings: IntakeSettings) -> Answer:
    """The text of an ODT file as one page: headers first, then the body with its notes, then footers.

    Raises:
        Unreadable: Damaged, encrypted, too large, hostile or without text.
    """
    package = Package(data, settings)
    if is_encrypted(package.part("META-INF/manifest.xml")):
        raise Unreadable("versleuteld")
    root, named = package.part("content.xml"), package.part("styles.xml")
    body = root.find(f"{OFFICE}body/{OFFICE}text") if root is not None else None
    if root is None or body is None:
        raise Unreadable("beschadigd")
    reader = _Reader(Styles([part for part in (named, root) if part is not None]), controls_of(root))
    for part in _heads(named, "header"):
        reader.blocks(part, "header", None)
    reader.blocks(body, "body", None)
    for part in _heads(named, "footer"):
        reader.blocks(part, "footer", None)
    page = reader.flow.page()
    if not page.lines:
        raise Unreadable("geen_tekst")
    return Answer(pages=(ReadPage(page),))


def _heads(styles: Element | None, kind: str) -> Iterator[Element]:
    if styles is not None:
        for name in (f"{STYLE}{kind}", f"{STYLE}{kind}-first", f"{STYLE}{kind}-left"):
            yield from styles.iter(name)


class _Reader:
    """Walks the blocks of the parts into one flow."""

    def __init__(self, styles: Styles, controls: dict[str, Element]) -> None:
        self.flow = Flow()
        self._styles, self._controls = styles, controls

    def blocks(self, parent: Element, region: Region, cell: Cell | None, marks: tuple[str, ...] = ()) -> None:
        """All paragraphs, lists and tables in ``parent``; ``marks`` are numbers of a list that the next paragraph prints."""
        for child in parent:
            if child.tag in (f"{TEXT}p", f"{TEXT}h"):
                self._paragraph(child, region, cell, marks)
                marks = ()
            elif child.tag == f"{TEXT}list":
                self._list(child, region, cell, child.get(f"{TEXT}style-name") or "", 1)
            elif child.tag == f"{_TABLE}table":
                self._table(child, region, cell)
            elif child.tag not in (f"{TEXT}tracked-changes", f"{OFFICE}forms"):
                self.blocks(child, region, cell, marks)

    def _list(self, element: Element, region: Region, cell: Cell | None, style: str, depth: int) -> None:
        style = element.get(f"{TEXT}style-name") or style
        number = self._styles.list_start(style, depth) - 1
        for item in element:
            number += item.tag == f"{TEXT}list-item"
            label = self._styles.list_label(style, depth, number) if item.tag == f"{TEXT}list-item" else ""
            for child in item:
                if child.tag == f"{TEXT}list":
                    self._list(child, region, cell, style, depth + 1)
                elif child.tag in (f"{TEXT}p", f"{TEXT}h"):
                    self._paragraph(child, region, cell, (label,) if label else ())
                    label = ""

    def _table(self, table: Element, region: Region, outer: Cell | None) -> None:
        """Cells by row; a table within a cell is part of that cell."""
        number = self.flow.table() if outer is None else -1
        for at, row in enumerate(_rows(table)):
            column = 0
            for cell in row:
                if cell.tag == f"{_TABLE}table-cell":
                    self.blocks(cell, region, outer or (number, at, column))
                repeated = cell.get(f"{_TABLE}number-columns-repeated") or "1"
                column += min(int(repeated), 1_000) if repeated.isdecimal() else 1

    def _paragraph(self, paragraph: Element, region: Region, cell: Cell | None, marks: tuple[str, ...]) -> None:
        inline = Inline(self._styles, self._controls)
        inline.read(paragraph)
        if marks:
            inline.label(marks[0])
        for at, runs in enumerate(inline.lines):
            self.flow.add(runs, Place(region, cell, paragraph.tag == f"{TEXT}h", inline.bold, at == 0))
        for box in inline.apart:
            self.blocks(box, region, cell)


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == f"{_TABLE}table-row":
            yield child
        elif child.tag in _ROW_GROUPS:
            yield from _rows(child)


