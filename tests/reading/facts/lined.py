"""Papers of single lines for the tests of the facts, each line a unit with what it does."""

from __future__ import annotations

import re
from datetime import date

from verifier.intake.document import Word
from verifier.reading.paper import Function, Kind, Paper, Unit
from verifier.reading.text import Printed, Text


def lined(kind: Kind, *lines: tuple[str, str], dated: date | None = None, function: Function = "form") -> Paper:
    """A paper of one page; a line is its words and what it does (codes with a space between)."""
    starts = [sum(len(text) + 1 for text, _ in lines[:i]) for i in range(len(lines))]
    units = tuple(Unit(at, at + len(text), text, function, does=frozenset(does.split())) for at, (text, does) in zip(starts, lines, strict=True))
    words = " ".join(text for text, _ in lines)
    found = tuple(Printed(m.start(), m.end(), 1, 1, Word(m.group(), order=i)) for i, m in enumerate(re.finditer(r"\S+", words)))
    return Paper(f"{kind}.pdf", kind, 1, 1, "digital", Text(words, (), found), units, dated=dated)
