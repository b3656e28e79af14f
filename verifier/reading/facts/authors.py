"""Who drew up a paper: the name under it, or the first name after the words with which an author presents himself."""

from __future__ import annotations

from verifier.reading.facts.mentions import names
from verifier.reading.facts.names import find_names, same_person
from verifier.reading.paper import Paper, Passage

OPENING = 8
"""Units from the beginning in which an author presents himself."""
CLOSING = 3
"""Units from the end in which the author's name stands."""


def drawn_up_by(paper: Paper, name: str) -> Passage | None:
    """The words by which a person appears as the author of a paper, or None."""
    for unit in paper.units[-CLOSING:]:
        if any(same_person(found.name, name) for found in find_names(unit.text)):
            return paper.passage(unit.start, unit.end)
    for unit in paper.units[:OPENING]:
        first = next(find_names(unit.text), None)
        if first is not None and same_person(first.name, name) and names("opsteller", unit.text):
            return paper.passage(unit.start, unit.end)
    return None
