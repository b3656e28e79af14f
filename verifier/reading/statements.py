"""The statements of a paper: its units read for every concept, with the moments they name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verifier.reading.concepts.reader import Reading, read_texts
from verifier.reading.paper import Paper, Statement, Unit
from verifier.reading.time import find_moments

_SILENT = ("heading", "preprinted", "party", "letterhead", "remedy")
_SHORT = 12
"""Characters under which a unit by itself says nothing."""
_ENOUGH = {"ja": 0.85, "tegendeel": 0.75}
"""Certainty from which a unit of a whole paper states something: most units are about something else, so more is asked than of a
single sentence."""


def statements_of(papers: Sequence[Paper]) -> tuple[Statement, ...]:
    """All statements in the papers that can carry an outcome."""
    places = [(i, u) for i, p in enumerate(papers) if not p.draft for u in p.units if u.function not in _SILENT and len(u.text) >= _SHORT]
    read = read_texts([u.text for _, u in places], [papers[i].kind for i, _ in places])
    return tuple(s for (i, unit), readings in zip(places, read, strict=True) for s in _statements(papers, i, unit, readings))


def _statements(papers: Sequence[Paper], index: int, unit: Unit, readings: Sequence[Reading]) -> Iterator[Statement]:
    paper = papers[index]
    passage = paper.passage(unit.start, unit.end) if readings else None
    if passage is None:
        return
    moments = find_moments(unit.text, paper.dated)
    for r in readings:
        if r.certainty >= _ENOUGH.get(r.answer, 2):
            yield Statement(r.concept, r.over, r.answer, r.certainty, index, paper.kind, unit, passage, moments)  # type: ignore[arg-type]
