"""Where a unit stands in its paper: the words just before it that a reader has in mind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from verifier.reading.paper import Unit

_KEPT = 3
"""Units before this one that are kept in mind."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a paper: the heading above it and the units just before it."""

    heading: str = ""
    earlier: tuple[str, ...] = ()

    @property
    def before(self) -> str:
        """The units before, the nearest words last."""
        return " | ".join(self.earlier)

    def under(self, heading: str) -> Place:
        """The place under a new heading."""
        return Place(heading)

    def after(self, text: str) -> Place:
        """The place behind a unit."""
        return replace(self, earlier=(*self.earlier, text)[-_KEPT:])


def places(units: Iterable[Unit]) -> Iterator[tuple[Unit, Place]]:
    """Each unit of a paper that is no heading, with its place."""
    place = Place()
    for unit in units:
        if unit.function == "heading":
            place = place.under(unit.text)
        else:
            yield unit, place
            place = place.after(unit.text)
