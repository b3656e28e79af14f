"""ODT files (ISO 26300): paragraphs, headings, tables by row and strike-through."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from verifier.intake.document import Region, Tick
from verifier.intake.flow import Flow
from verifier.intake.message import Answer, ReadPage
from verifier.intake.package import part
from verifier.intake.problems import Unreadable
from verifier.intake.settings import IntakeSettings

_URN = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_TEXT, _TABLE, _OFFICE, _STYLE = (_URN % n for n in ("text", "table", "office", "style"))
Runs = list[tuple[str, bool, Tick | None]]


def read(data: bytes, settings: IntakeSettings) -> Answer:
    """The text of an ODT file as one page.

    Raises:
        Unreadable: Damaged, encrypted, too large or hostile.
    """
    root = part(data, "content.xml", settings)
    body = root.find(f"{_OFFICE}body/{_OFFICE}text") if root is not None else None
    if root is None or body is None:
        raise Unreadable("beschadigd")
    flow = Flow()
    _blocks(body, flow, "body", None, _struck_styles(root), _bold_styles(root))
    page = flow.page()
    if not page.lines:
        raise Unreadable("geen_tekst")
    return Answer(pages=(ReadPage(page),))


def _struck_styles(root: Element) -> frozenset[str]:
    return _styles(root, "text-line-through-style", lambda value: value not in ("", "none"))


def _bold_styles(root: Element) -> frozenset[str]:
    fo = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}font-weight"
    return frozenset(
        s.get(f"{_STYLE}name", "") for s in root.iter(f"{_STYLE}style") for p in s.iter(f"{_STYLE}text-properties") if p.get(fo) == "bold"
    )


def _styles(root: Element, attribute: str, holds: object) -> frozenset[str]:
    return frozenset(
        s.get(f"{_STYLE}name", "")
        for s in root.iter(f"{_STYLE}style")
        for p in s.iter(f"{_STYLE}text-properties")
        if holds(p.get(f"{_STYLE}{attribute}", ""))  # type: ignore[operator]
    )


def _blocks(
    parent: Element, flow: Flow, region: Region, cell: tuple[int, int, int] | None, struck: frozenset[str], bold: frozenset[str]
) -> None:
    for child in parent:
        if child.tag in (f"{_TEXT}p", f"{_TEXT}h"):
            lines: list[Runs] = [[]]
            _inline(child, lines, False, struck)
            spans = [s.get(f"{_TEXT}style-name", "") for s in child.iter(f"{_TEXT}span")]
            plain = (child.text or "").strip()
            is_bold = child.get(f"{_TEXT}style-name", "") in bold or (bool(spans) and not plain and all(s in bold for s in spans))
            for runs in lines:
                flow.add(runs, region, cell, child.tag == f"{_TEXT}h", is_bold)
        elif child.tag == f"{_TABLE}table":
            number = flow.table()
            for at, row in enumerate(child.iter(f"{_TABLE}table-row")):
                for column, each in enumerate(row.findall(f"{_TABLE}table-cell")):
                    _blocks(each, flow, region, cell or (number, at, column), struck, bold)
        elif child.tag != f"{_TEXT}tracked-changes":
            _blocks(child, flow, region, cell, struck, bold)


def _inline(parent: Element, lines: list[Runs], is_struck: bool, struck: frozenset[str]) -> None:
    if parent.text:
        lines[-1].append((parent.text, is_struck, None))
    for child in parent:
        if child.tag == f"{_TEXT}line-break":
            lines.append([])
        elif child.tag in (f"{_TEXT}s", f"{_TEXT}tab"):
            lines[-1].append((" ", is_struck, None))
        else:
            _inline(child, lines, is_struck or child.get(f"{_TEXT}style-name", "") in struck, struck)
        if child.tail:
            lines[-1].append((child.tail, is_struck, None))
