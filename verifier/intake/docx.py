"""Word files (ISO 29500): paragraphs, tables by row, form fields, tick boxes, strike-through and tracked changes."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from verifier.intake.document import Region, Tick
from verifier.intake.flow import Flow
from verifier.intake.message import Answer, ReadPage
from verifier.intake.package import part
from verifier.intake.problems import Unreadable
from verifier.intake.settings import IntakeSettings

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_OFF = ("0", "false", "none")
Runs = list[tuple[str, bool, Tick | None]]


def read(data: bytes, settings: IntakeSettings) -> Answer:
    """The text of a Word file as one page.

    Raises:
        Unreadable: Damaged, encrypted, too large or hostile.
    """
    root = part(data, "word/document.xml", settings)
    body = root.find(f"{_W}body") if root is not None else None
    if body is None:
        raise Unreadable("beschadigd")
    flow = Flow()
    for name, region in (("word/header1.xml", "header"), ("word/footer1.xml", "footer")):
        extra = part(data, name, settings)
        if extra is not None:
            _blocks(extra, flow, region, None)  # type: ignore[arg-type]
    _blocks(body, flow, "body", None)
    notes = part(data, "word/footnotes.xml", settings)
    if notes is not None:
        _blocks(notes, flow, "body", None)
    page = flow.page()
    if not page.lines:
        raise Unreadable("geen_tekst")
    return Answer(pages=(ReadPage(page),))


def _blocks(parent: Element, flow: Flow, region: Region, cell: tuple[int, int, int] | None) -> None:
    for child in parent:
        if child.tag == f"{_W}p":
            _paragraph(child, flow, region, cell)
        elif child.tag == f"{_W}tbl":
            _table(child, flow, region, cell)
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}footnote"):
            _blocks(child, flow, region, cell)


def _table(table: Element, flow: Flow, region: Region, outer: tuple[int, int, int] | None) -> None:
    number = flow.table()
    rows = [r for r in table.iter(f"{_W}tr")] if outer is None else table.findall(f"{_W}tr")
    for at, row in enumerate(rows):
        for column, cell in enumerate(row.findall(f"{_W}tc")):
            _blocks(cell, flow, region, outer or (number, at, column))


def _paragraph(paragraph: Element, flow: Flow, region: Region, cell: tuple[int, int, int] | None) -> None:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = (style.get(f"{_W}val") or "").lower() if style is not None else ""
    runs: Runs = []
    lines = [runs]
    _inline(paragraph, lines)
    bold = all(r.find(f"{_W}rPr/{_W}b") is not None for r in paragraph.iter(f"{_W}r") if r.find(f"{_W}t") is not None)
    for each in lines:
        flow.add(each, region, cell, name.startswith(("heading", "kop", "title")), bold and bool(each))


def _inline(parent: Element, lines: list[Runs]) -> None:
    for child in parent:
        if child.tag == f"{_W}r":
            _run(child, lines)
        elif child.tag == f"{_W}sdt":
            box = child.find(f"{_W}sdtPr/{_W14}checkbox/{_W14}checked")
            if box is not None:
                ticked = (box.get(f"{_W14}val") or "1") not in _OFF
                lines[-1].append(("☒" if ticked else "☐", False, "ticked" if ticked else "unticked"))
            else:
                _inline(child.find(f"{_W}sdtContent") or child, lines)
        elif child.tag not in (f"{_W}del", f"{_W}moveFrom", f"{_W}pPr"):
            _inline(child, lines)


def _run(run: Element, lines: list[Runs]) -> None:
    strikes = (run.find(f"{_W}rPr/{_W}{name}") for name in ("strike", "dstrike"))
    struck = any(strike is not None and (strike.get(f"{_W}val") or "1") not in _OFF for strike in strikes)
    for child in run:
        if child.tag == f"{_W}t":
            lines[-1].append((child.text or "", struck, None))
        elif child.tag == f"{_W}tab":
            lines[-1].append((" ", struck, None))
        elif child.tag in (f"{_W}br", f"{_W}cr"):
            lines.append([])
        elif child.tag == f"{_W}fldChar":
            _field(child, lines)
        elif child.tag == f"{_W}sym":
            code = chr(int(child.get(f"{_W}char") or "20", 16))
            lines[-1].append((f" {code} ", struck, None))


def _field(field: Element, lines: list[Runs]) -> None:
    box = field.find(f"{_W}ffData/{_W}checkBox")
    if box is None:
        return
    state = box.find(f"{_W}checked")
    if state is None:
        state = box.find(f"{_W}default")
    ticked = state is not None and (state.get(f"{_W}val") or "1") not in _OFF
    lines[-1].append(("☒" if ticked else "☐", False, "ticked" if ticked else "unticked"))
