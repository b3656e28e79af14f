"""At which address a paper says that somebody lives, where it gives who the persons are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from verifier.reading.facts.addresses import find_addresses
from verifier.reading.paper import Paper, Passage


def living_at(papers: Iterable[Paper], home: str, function: str) -> Iterator[Passage]:
    """The passages that give who somebody is (``persoon_uhg``, ``persoon_ander``) with this address beside it."""
    wanted = {address.key for address in find_addresses(home)}
    for paper in papers:
        for unit in () if paper.draft else paper.units_that(function):
            passage = paper.passage(unit.start, unit.end)
            # The address of the home itself in the operative part does not say who lives there.
            if passage is not None and "besluit_plaats" not in unit.does and wanted.intersection(a.key for a in find_addresses(unit.text)):
                yield passage
