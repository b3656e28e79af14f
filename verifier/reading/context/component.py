"""The context component: what a sentence denies, hedges, plans, conditions or puts in another's mouth, and how far that reaches.

The shape is that of ConText (Harkema et al. 2009): a cue has a form, a dimension with a value, a reach, and pseudo-forms in which it
says nothing. The reach runs to the clause boundary as Dutch word order sets it: a comma alone does not end a clause, since Dutch
brackets its clauses and the participle closes them. The cues are data (``cues.yaml``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from verifier.reading.data import load_data

_WORD = re.compile(r"[a-zà-ÿ]+(?:[.'’-][a-zà-ÿ]+)*|\d+|[^\sa-zà-ÿ\d]", re.I)
_BOUNDARY = {";", ":", "–", "—", "(", ")", ".", "!", "?", "\n", "\t", "maar", "echter", "terwijl", "doch", "waarna", "zodat", "omdat", "nadat",
             "hoewel", "ofschoon", "want", "daarna", "vervolgens", "wel"}
GAP = 4
"""Words that a gap in a cue may span."""


@dataclass(frozen=True, slots=True)
class CueGroup:
    """One group of ``cues.yaml``; ``patterns`` and ``pseudo`` match on folded text."""

    name: str
    dimension: str
    value: str
    reach: str
    patterns: re.Pattern[str]
    pseudo: re.Pattern[str] | None
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue found in a text, with the words (index range) it stands on and the words its reach covers."""

    group: CueGroup
    at: tuple[int, int]
    covers: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Context:
    """The words of a text in lower case, their clause numbers, and the cues found."""

    words: tuple[str, ...]
    clauses: tuple[int, ...]
    cues: tuple[Cue, ...]

    def denied(self, index: int) -> bool:
        """Parity of the denials whose reach covers the word: two denials affirm."""
        inside = [c for c in self.cues if c.group.dimension == "polariteit" and c.covers[0] <= index < c.covers[1]]
        denials = sum(c.group.value == "ontkend" for c in inside)
        doubles = sum(c.group.value == "dubbel" for c in inside)
        return (denials + doubles) % 2 == 1 if not doubles else False

    def value(self, dimension: str, index: int) -> frozenset[str]:
        """Values of a dimension that reach the word."""
        return frozenset(c.group.value for c in self.cues if c.group.dimension == dimension and c.covers[0] <= index < c.covers[1])


@cache
def cue_groups() -> tuple[CueGroup, ...]:
    """The groups of ``cues.yaml``.

    Raises:
        KeyError: a group lacks a required field.
    """
    raw = load_data("verifier.reading.context", "cues.yaml")
    return tuple(
        CueGroup(
            g["groep"], g["dimensie"], g["waarde"], g.get("reikt", "zin"), _compile(g["vormen"]),
            _compile(g["geldt_niet_in"]) if g.get("geldt_niet_in") else None,
            tuple(g["voorbeelden"]), tuple(g["tegenvoorbeelden"]),
        )
        for g in raw
    )


def read_context(text: str) -> Context:
    """Find the cues of a text of one or a few sentences."""
    words = tuple(w.lower() for w in _WORD.findall(text))
    clauses = _clauses(words)
    folded, starts = _fold(words)
    cues = [cue for group in cue_groups() for cue in _find(group, folded, starts, clauses)]
    return Context(words, clauses, tuple(sorted(cues, key=lambda c: c.at)))


def _compile(forms: Sequence[str]) -> re.Pattern[str]:
    parts = []
    for form in sorted(forms, key=len, reverse=True):
        pattern = re.escape(form.lower()).replace(r"\ _\ ", rf"(?: \S+){{0,{GAP}}} ").replace(r"_\ ", "").replace(r"\*", r"\S*").replace(r"\ ", " ")
        parts.append(pattern)
    return re.compile(r"(?<= )(?:" + "|".join(parts) + r")(?= )")


def _fold(words: Sequence[str]) -> tuple[str, list[int]]:
    """Words joined by single spaces, with the offset of each."""
    starts, length = [], 1
    for word in words:
        starts.append(length)
        length += len(word) + 1
    return " " + " ".join(words) + " ", starts


def _clauses(words: Sequence[str]) -> tuple[int, ...]:
    numbers, number = [], 0
    for word in words:
        if word in _BOUNDARY:
            number += 1
        numbers.append(number)
    return tuple(numbers)


def _find(group: CueGroup, folded: str, starts: list[int], clauses: tuple[int, ...]) -> list[Cue]:
    blocked = [m.span() for m in group.pseudo.finditer(folded)] if group.pseudo else []
    index = {offset: i for i, offset in enumerate(starts)}
    found = []
    for match in group.patterns.finditer(folded):
        if any(a <= match.start() < b for a, b in blocked):
            continue
        first = index[match.start()]
        last = first + match.group().count(" ") + 1
        found.append(Cue(group, (first, last), _reach(group, first, last, clauses)))
    return found


def _reach(group: CueGroup, first: int, last: int, clauses: tuple[int, ...]) -> tuple[int, int]:
    if group.reach == "alles":
        return 0, len(clauses)
    low, high = first, last
    while low > 0 and clauses[low - 1] == clauses[first]:
        low -= 1
    while high < len(clauses) and clauses[high] == clauses[last - 1]:
        high += 1
    return (first, high) if group.reach == "vooruit" else (low, last) if group.reach == "terug" else (low, high)
