"""The text within a paragraph of an ODT file: spans, strike-through, form controls, notes and text boxes."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from verifier.intake.flow import Run, tick_box
from verifier.intake.odt_styles import Styles

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_FORM = "{urn:oasis:names:tc:opendocument:xmlns:form:1.0}"
_SILENT = frozenset(("{urn:oasis:names:tc:opendocument:xmlns:office:1.0}annotation", f"{TEXT}note-citation", f"{TEXT}tracked-changes"))
_VALUED = frozenset(f"{_FORM}{name}" for name in ("text", "textarea", "combobox", "date", "formatted-text", "number"))


def controls_of(root: Element) -> dict[str, Element]:
    """The form controls of a document by their id."""
    xml_id = "{http://www.w3.org/XML/1998/namespace}id"
    found = [element for element in root.iter() if element.tag.startswith(_FORM)]
    return {name: element for element in found for name in (element.get(f"{_FORM}id"), element.get(xml_id)) if name}


class Inline:
    """What one paragraph holds: ``lines`` of runs, and what stands ``apart`` (notes and text boxes anchored in it)."""

    def __init__(self, styles: Styles, controls: dict[str, Element]) -> None:
        self.lines: list[list[Run]] = [[]]
        self.apart: list[Element] = []
        self._styles, self._controls = styles, controls
        self._bold, self._plain = False, False

    @property
    def bold(self) -> bool:
        """All words are bold."""
        return self._bold and not self._plain

    def label(self, number: str) -> None:
        """Put the number of a list before a paragraph that has words."""
        if any(run.text.strip() for line in self.lines for run in line):
            self.lines[0].insert(0, Run(f"{number} "))

    def read(self, paragraph: Element) -> None:
        """Add the runs of a paragraph in reading order."""
        style = paragraph.get(f"{TEXT}style-name") or ""
        self._read(paragraph, bool(self._styles.struck(style)), bool(self._styles.bold(style)))

    def _read(self, parent: Element, struck: bool, bold: bool) -> None:
        self._text(parent.text, struck, bold)
        for child in parent:
            self._child(child, struck, bold)
            self._text(child.tail, struck, bold)

    def _child(self, child: Element, struck: bool, bold: bool) -> None:
        if child.tag == f"{TEXT}line-break":
            self.lines.append([])
        elif child.tag in (f"{TEXT}s", f"{TEXT}tab"):
            self.lines[-1].append(Run(" ", struck))
        elif child.tag == f"{_DRAW}control":
            self._control(self._controls.get(child.get(f"{_DRAW}control") or ""))
        elif child.tag in (f"{TEXT}note-body", f"{_DRAW}text-box"):
            self.apart.append(child)
        elif child.tag not in _SILENT:
            style = child.get(f"{TEXT}style-name") or ""
            own_strike, own_bold = self._styles.struck(style), self._styles.bold(style)
            self._read(child, struck if own_strike is None else own_strike, bold if own_bold is None else own_bold)

    def _text(self, text: str | None, struck: bool, bold: bool) -> None:
        if text:
            self.lines[-1].append(Run(text, struck))
            if text.strip():
                self._bold, self._plain = self._bold or bold, self._plain or not bold

    def _control(self, control: Element | None) -> None:
        if control is None:
            return
        if control.tag in (f"{_FORM}checkbox", f"{_FORM}radio"):
            state = control.get(f"{_FORM}current-state") or control.get(f"{_FORM}state") or control.get(f"{_FORM}current-selected")
            self.lines[-1].append(tick_box(state in ("checked", "true")))
            self.lines[-1].append(Run(" " + (control.get(f"{_FORM}label") or "")))
        elif control.tag in _VALUED:
            value = control.get(f"{_FORM}current-value") or control.get(f"{_FORM}value") or ""
            self.lines[-1].append(Run(f" {value} "))
        elif control.tag == f"{_FORM}listbox":
            chosen = [each for each in control if (each.get(f"{_FORM}current-selected") or each.get(f"{_FORM}selected")) == "true"]
            self.lines[-1].extend(Run(f" {each.get(f'{_FORM}label') or ''} ") for each in chosen)
