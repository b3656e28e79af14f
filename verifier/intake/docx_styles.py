"""Styles and list numbers of a Word file: what is a heading, what is bold, and the number that Word prints before a paragraph."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from verifier.intake.docx_runs import W, is_on, val

_DEEP = 12


@dataclass(slots=True)
class _Level:
    """One level of a list: how it counts, what is printed, and where it starts."""

    form: str
    text: str
    start: int


class Styles:
    """The paragraph styles of a file, with what they take over from the style they are based on."""

    def __init__(self, root: Element | None) -> None:
        found = root.findall(f"{W}style") if root is not None else []
        self._styles = {style.get(f"{W}styleId") or "": style for style in found}

    def of(self, paragraph: Element) -> list[Element]:
        """The style of a paragraph and those it is based on, nearest first."""
        named = paragraph.find(f"{W}pPr/{W}pStyle")
        chain: list[Element] = []
        name = val(named) if named is not None else ""
        while name in self._styles and len(chain) < _DEEP:
            chain.append(self._styles[name])
            base = chain[-1].find(f"{W}basedOn")
            name = val(base) if base is not None else ""
        return chain

    def is_heading(self, paragraph: Element, chain: list[Element]) -> bool:
        """By an outline level, or by the name Word gives its headings in every language."""
        levels = [each.find(f"{W}pPr/{W}outlineLvl") for each in (paragraph, *chain)]
        if any(level is not None and val(level) != "9" for level in levels):
            return True
        names = [style.find(f"{W}name") for style in chain]
        return any(name is not None and val(name).lower().startswith(("heading", "title", "kop ")) for name in names)

    def is_bold(self, chain: list[Element]) -> bool:
        """The nearest style that says anything about bold says yes."""
        for style in chain:
            bold = style.find(f"{W}rPr/{W}b")
            if bold is not None:
                return is_on(bold)
        return False


@dataclass(slots=True)
class _Counts:
    numbers: dict[int, int] = field(default_factory=dict)


class Lists:
    """The lists of a file; counts along as paragraphs are asked for in order."""

    def __init__(self, root: Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._list_of: dict[str, str] = {}
        self._counts: dict[str, _Counts] = {}
        if root is None:
            return
        for each in root.findall(f"{W}abstractNum"):
            self._levels[each.get(f"{W}abstractNumId") or ""] = dict(_level(level) for level in each.findall(f"{W}lvl"))
        for each in root.findall(f"{W}num"):
            link = each.find(f"{W}abstractNumId")
            self._list_of[each.get(f"{W}numId") or ""] = val(link) if link is not None else ""

    def label(self, paragraph: Element, chain: list[Element]) -> str:
        """The printed number of a paragraph such as ``3.`` or ``b)``; empty for none and for bullets."""
        marks = [each.find(f"{W}pPr/{W}numPr") for each in (paragraph, *chain)]
        mark = next((each for each in marks if each is not None), None)
        if mark is None:
            return ""
        number, level = mark.find(f"{W}numId"), mark.find(f"{W}ilvl")
        name = self._list_of.get(val(number) if number is not None else "", "")
        depth = int(val(level)) if level is not None and val(level).isdecimal() else 0
        levels = self._levels.get(name, {})
        if depth not in levels:
            return ""
        return self._counted(name, depth, levels)

    def _counted(self, name: str, depth: int, levels: dict[int, _Level]) -> str:
        counts = self._counts.setdefault(name, _Counts()).numbers
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [key for key in counts if key > depth]:
            del counts[deeper]
        if levels[depth].form in ("bullet", "none"):
            return ""
        text = levels[depth].text
        for at in range(depth + 1):
            if at in levels:
                text = text.replace(f"%{at + 1}", written(counts.get(at, levels[at].start), levels[at].form))
        return text.strip()


def _level(level: Element) -> tuple[int, _Level]:
    form, text, start = (level.find(f"{W}{name}") for name in ("numFmt", "lvlText", "start"))
    at = level.get(f"{W}ilvl") or "0"
    first = val(start) if start is not None else "1"
    return int(at) if at.isdecimal() else 0, _Level(
        val(form) if form is not None else "decimal", val(text) if text is not None else "", int(first) if first.isdecimal() else 1
    )


def written(number: int, form: str) -> str:
    """A number as a list prints it: ``decimal``, ``lowerLetter``, ``upperRoman`` and so on."""
    if form in ("lowerLetter", "upperLetter") and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter[:5] if form == "lowerLetter" else letter[:5].upper()
    if form in ("lowerRoman", "upperRoman") and 0 < number < 4000:
        return _roman(number) if form == "lowerRoman" else _roman(number).upper()
    return f"{number:02d}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    out = ""
    for value, sign in zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "m cm d cd c xc l xl x ix v iv i".split(), strict=True):
        out += sign * (number // value)
        number %= value
    return out
