"""Word files (ISO 29500): paragraphs and tables by row, with headers, footers, notes, text boxes and list numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from verifier.intake.document import Region
from verifier.intake.docx_runs import Inline, W, val
from verifier.intake.docx_styles import Lists, Styles
from verifier.intake.flow import Cell, Flow, Place, Run
from verifier.intake.message import Answer, ReadPage
from verifier.intake.package import Package
from verifier.intake.problems import Unreadable
from verifier.intake.settings import IntakeSettings

_OFFICE = "/officeDocument"
_PASSED = frozenset(f"{W}{name}" for name in ("sdtContent", "ins", "moveTo", "smartTag", "customXml"))


def read(data: bytes, settings: IntakeSettings) -> Answer:
    """The text of a Word file as one page: headers first, then the body, the notes and the footers.

    Raises:
        Unreadable: Damaged, encrypted, too large, hostile or without text.
    """
    package = Package(data, settings)
    main = _main_part(package)
    root = package.part(main)
    body = root.find(f"{W}body") if root is not None else None
    if body is None:
        raise Unreadable("beschadigd")
    folder = main.rpartition("/")[0]
    reader = _Reader(Styles(package.part(f"{folder}/styles.xml")), Lists(package.part(f"{folder}/numbering.xml")))
    for part in _parts(package, folder, "header"):
        reader.blocks(part, "header", None)
    reader.blocks(body, "body", None)
    for name in ("footnotes", "endnotes"):
        notes = package.part(f"{folder}/{name}.xml")
        for note in notes if notes is not None else ():
            if note.get(f"{W}type") in (None, "normal"):
                reader.blocks(note, "body", None)
    for part in _parts(package, folder, "footer"):
        reader.blocks(part, "footer", None)
    page = reader.flow.page()
    if not page.lines:
        raise Unreadable("geen_tekst")
    return Answer(pages=(ReadPage(page),))


def _main_part(package: Package) -> str:
    """The document may have another name than Word itself gives it."""
    links = package.part("_rels/.rels")
    for link in links if links is not None else ():
        if (link.get("Type") or "").endswith(_OFFICE):
            return (link.get("Target") or "").lstrip("/")
    return "word/document.xml"


def _parts(package: Package, folder: str, kind: str) -> Iterator[Element]:
    pattern = re.compile(rf"{re.escape(folder)}/{kind}\d*\.xml")
    for name in sorted(package.names):
        part = package.part(name) if pattern.fullmatch(name) else None
        if part is not None:
            yield part


class _Reader:
    """Walks the blocks of the parts into one flow."""

    def __init__(self, styles: Styles, lists: Lists) -> None:
        self.flow = Flow()
        self._styles, self._lists = styles, lists

    def blocks(self, parent: Element, region: Region, cell: Cell | None) -> None:
        """All paragraphs and tables directly in ``parent``, and in the controls and changes around them."""
        for child in parent:
            if child.tag == f"{W}p":
                self._paragraph(child, region, cell)
            elif child.tag == f"{W}tbl":
                self._table(child, region, cell)
            elif child.tag == f"{W}sdt":
                content = child.find(f"{W}sdtContent")
                if content is not None:
                    self.blocks(content, region, cell)
            elif child.tag in _PASSED:
                self.blocks(child, region, cell)

    def _table(self, table: Element, region: Region, outer: Cell | None) -> None:
        """Cells by row; a table within a cell is part of that cell."""
        number = self.flow.table() if outer is None else -1
        for at, row in enumerate(_inside(table, f"{W}tr")):
            column = _number(row.find(f"{W}trPr/{W}gridBefore"), 0)
            for cell in _inside(row, f"{W}tc"):
                self.blocks(cell, region, outer or (number, at, column))
                column += _number(cell.find(f"{W}tcPr/{W}gridSpan"), 1)

    def _paragraph(self, paragraph: Element, region: Region, cell: Cell | None) -> None:
        inline = Inline()
        inline.read(paragraph)
        style = self._styles.of(paragraph)
        label = self._lists.label(paragraph, style)
        if label and any(run.text.strip() for line in inline.lines for run in line):
            inline.lines[0].insert(0, Run(f"{label} "))
        heading = self._styles.is_heading(paragraph, style)
        for at, runs in enumerate(inline.lines):
            self.flow.add(runs, Place(region, cell, heading, inline.bold or self._styles.is_bold(style), at == 0))
        for box in inline.boxes:
            self.blocks(box, region, cell)


def _inside(parent: Element, tag: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, also where a control or a change is wrapped around them."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _PASSED or child.tag == f"{W}sdt":
            yield from _inside(child, tag)


def _number(element: Element | None, default: int) -> int:
    value = val(element) if element is not None else ""
    return min(int(value), 1_000) if value.isdecimal() else default
