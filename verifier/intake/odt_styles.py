"""Styles of an ODT file: what is struck, what is bold, and the numbers its lists print."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from verifier.intake.docx_styles import written

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_DEEP = 12


def is_encrypted(manifest: Element | None) -> bool:
    """Whether the package says that its parts are encrypted."""
    return manifest is not None and next(manifest.iter(f"{_MANIFEST}encryption-data"), None) is not None


class Styles:
    """The styles of both parts of a file; a style takes over from its parent what it does not say itself."""

    def __init__(self, roots: Sequence[Element]) -> None:
        found = [style for root in roots for style in root.iter(f"{STYLE}style")]
        self._styles = {style.get(f"{STYLE}name") or "": style for style in found}
        self._lists = {each.get(f"{STYLE}name") or "": each for root in roots for each in root.iter(f"{_TEXT}list-style")}

    def struck(self, name: str) -> bool | None:
        """Whether text of the style is struck through; None when the style does not say."""
        for attribute in ("style", "type"):
            value = self._value(name, f"{STYLE}text-line-through-{attribute}")
            if value:
                return value != "none"
        return None

    def bold(self, name: str) -> bool | None:
        """Whether text of the style is bold; None when the style does not say."""
        value = self._value(name, f"{_FO}font-weight")
        return None if not value else value == "bold" or value.isdecimal() and int(value) >= 600

    def _value(self, name: str, attribute: str) -> str:
        for _ in range(_DEEP):
            style = self._styles.get(name)
            if style is None:
                break
            for properties in style.findall(f"{STYLE}text-properties"):
                if properties.get(attribute):
                    return properties.get(attribute) or ""
            name = style.get(f"{STYLE}parent-style-name") or ""
        return ""

    def list_start(self, name: str, depth: int) -> int:
        """The first number of a level (from 1) of a list."""
        level = self._level(name, depth)
        start = level.get(f"{_TEXT}start-value") or "1" if level is not None else "1"
        return int(start) if start.isdecimal() else 1

    def list_label(self, name: str, depth: int, number: int) -> str:
        """What is printed before an item, such as ``3.``; empty for bullets."""
        level = self._level(name, depth)
        form = level.get(f"{STYLE}num-format") or "" if level is not None else ""
        if level is None or form not in _FORMS:
            return ""
        return f"{level.get(f'{STYLE}num-prefix') or ''}{written(number, _FORMS[form])}{level.get(f'{STYLE}num-suffix') or ''}".strip()

    def _level(self, name: str, depth: int) -> Element | None:
        found = self._lists.get(name)
        levels = found.findall(f"{_TEXT}list-level-style-number") if found is not None else []
        return next((level for level in levels if level.get(f"{_TEXT}level") == str(depth)), None)
