"""The text within a paragraph of a Word file: runs, form fields, tick boxes, strike-through and tracked changes."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from verifier.intake.flow import Run, tick_box
from verifier.intake.ticks import tick_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_OFF = ("0", "false", "none", "off")
# Deleted or moved away is no longer stated; properties hold no text.
_SKIPPED = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr"))
_PRIVATE = 0xF000


def val(element: Element) -> str:
    """The attribute ``w:val``."""
    return element.get(f"{W}val") or ""


def is_on(element: Element | None) -> bool:
    """Whether a switch such as ``w:b`` is there and not switched off."""
    return element is not None and (element.get(f"{W}val") or "1") not in _OFF


class Inline:
    """What one paragraph holds: ``lines`` of runs, ``boxes`` (text boxes anchored in it), and whether all print is ``bold``."""

    def __init__(self) -> None:
        self.lines: list[list[Run]] = [[]]
        self.boxes: list[Element] = []
        self._bold, self._plain = False, False

    @property
    def bold(self) -> bool:
        """All words are bold by their own format."""
        return self._bold and not self._plain

    def read(self, parent: Element) -> None:
        """Add the runs of ``parent`` in reading order."""
        for child in parent:
            if child.tag == f"{W}r":
                self._run(child)
            elif child.tag == f"{W}sdt":
                self._control(child)
            elif child.tag not in _SKIPPED:
                self.read(child)

    def _control(self, control: Element) -> None:
        properties = control.find(f"{W}sdtPr")
        box = properties.find(f"{_W14}checkbox") if properties is not None else None
        if box is not None:
            checked = box.find(f"{_W14}checked")
            self._add(tick_box(checked is not None and (checked.get(f"{_W14}val") or "1") not in _OFF))
        elif properties is None or properties.find(f"{W}showingPlcHdr") is None:
            # An unfilled control shows an instruction: nobody wrote that.
            self.read(child if (child := control.find(f"{W}sdtContent")) is not None else Element("none"))

    def _run(self, run: Element) -> None:
        style = run.find(f"{W}rPr")
        if style is not None and is_on(style.find(f"{W}vanish")):
            return
        struck = style is not None and (is_on(style.find(f"{W}strike")) or is_on(style.find(f"{W}dstrike")))
        for child in run:
            self._piece(child, struck)
            if child.tag == f"{W}t" and (child.text or "").strip():
                bold = style is not None and is_on(style.find(f"{W}b"))
                self._bold, self._plain = self._bold or bold, self._plain or not bold

    def _piece(self, child: Element, struck: bool) -> None:
        name = child.tag
        if name == f"{W}t":
            self._add(Run(child.text or "", struck))
        elif name in (f"{W}tab", f"{W}ptab"):
            self._add(Run(" ", struck))
        elif name == f"{W}noBreakHyphen":
            self._add(Run("-", struck))
        elif name in (f"{W}br", f"{W}cr"):
            self.lines.append([])
        elif name == f"{W}fldChar":
            self._field(child)
        elif name == f"{W}sym":
            self._symbol(child, struck)
        else:
            self._drawing(child)

    def _add(self, run: Run) -> None:
        self.lines[-1].append(run)

    def _symbol(self, symbol: Element, struck: bool) -> None:
        try:
            code = int(symbol.get(f"{W}char") or "", 16)
        except ValueError:
            return
        # Fonts of signs use the private range, or its last byte alone.
        tick = tick_of(chr(code if code >= _PRIVATE else code + _PRIVATE)) if code <= 0xF0FF else None
        if tick is not None:
            self._add(tick_box(tick == "ticked"))
        elif code < _PRIVATE and code >= 0x20:
            self._add(Run(chr(code), struck))

    def _field(self, field: Element) -> None:
        """Old form fields: tick boxes and drop-down lists keep their value in the field itself, text fields in the runs after it."""
        box = field.find(f"{W}ffData/{W}checkBox")
        choice = field.find(f"{W}ffData/{W}ddList")
        if box is not None:
            state = box.find(f"{W}checked")
            self._add(tick_box(is_on(state if state is not None else box.find(f"{W}default"))))
        elif choice is not None:
            entries = [val(entry) for entry in choice.findall(f"{W}listEntry")]
            result = choice.find(f"{W}result")
            chosen = val(result) if result is not None else "0"
            if chosen.isdecimal() and int(chosen) < len(entries):
                self._add(Run(entries[int(chosen)]))

    def _drawing(self, element: Element) -> None:
        """Text boxes; where a newer and an older form stand side by side, only the newer is read."""
        if element.tag == f"{_MC}AlternateContent":
            chosen = element.find(f"{_MC}Choice")
            element = chosen if chosen is not None else element
        for child in element:
            if child.tag == f"{W}txbxContent":
                self.boxes.append(child)
            else:
                self._drawing(child)
