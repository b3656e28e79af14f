"""Whether the papers assert or deny a concept, or do both."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from verifier.dossier.model import Dossier, Stated
from verifier.reading.paper import Kind, Over, Passage, Statement

T = TypeVar("T")
COMPARABLE = 0.1
"""Difference in certainty up to which an assertion and a denial count as a conflict."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """The assertions and denials of one concept, the surest first."""

    yes: tuple[Statement, ...]
    no: tuple[Statement, ...]

    @property
    def asserted(self) -> bool:
        """Asserted, and not denied with comparable certainty."""
        return bool(self.yes) and (not self.no or self.yes[0].certainty - self.no[0].certainty > COMPARABLE)

    @property
    def denied(self) -> bool:
        """Denied, and not asserted with comparable certainty."""
        return bool(self.no) and (not self.yes or self.no[0].certainty - self.yes[0].certainty > COMPARABLE)

    @property
    def conflict(self) -> bool:
        """Asserted and denied with comparable certainty."""
        return bool(self.yes and self.no) and not self.asserted and not self.denied

    @property
    def silent(self) -> bool:
        """Neither asserted nor denied."""
        return not self.yes and not self.no


def weigh(dossier: Dossier, concept: str, over: Over = "", kinds: Iterable[Kind] = ()) -> Weighed:
    """The statements of a concept about a person, in papers of these kinds (of any kind when none is named)."""
    wanted = tuple(kinds)
    return Weighed(dossier.said(concept, over, "ja", wanted), dossier.said(concept, over, "tegendeel", wanted))


def said_in(statements: Iterable[Statement]) -> tuple[Passage, ...]:
    """The passages of statements, in their order."""
    return tuple(s.passage for s in statements)


def by_paper(statements: Iterable[Statement], kinds: Sequence[Kind]) -> tuple[Statement, ...]:
    """Statements with those in the papers that come first in ``kinds`` first, and otherwise in their order."""
    place = {kind: i for i, kind in enumerate(kinds)}
    return tuple(sorted(statements, key=lambda s: place.get(s.kind, len(place))))


def running_on(dossier: Dossier, statements: Sequence[Statement]) -> Iterator[Passage]:
    """The passages of statements, with those of sentences that follow each other in a paper as one passage."""
    rest = list(statements)
    while rest:
        run = [rest.pop(0)]
        units = dossier.papers[run[0].paper].units
        after = {a.start: b.start for a, b in pairwise(units)}
        while following := [s for s in rest if s.paper == run[0].paper and s.unit.start == after.get(run[-1].unit.start)]:
            run.append(following[0])
            rest.remove(following[0])
        whole = dossier.papers[run[0].paper].passage(run[0].unit.start, run[-1].unit.end) if len(run) > 1 else None
        yield whole or run[0].passage


def within(weighed: Weighed, papers: Collection[int]) -> Weighed:
    """What is said in these papers only."""
    yes, no = (tuple(s for s in said if s.paper in papers) for said in (weighed.yes, weighed.no))
    return Weighed(yes, no)


def stated_in(stated: Stated[T] | None) -> tuple[Passage, ...]:
    """The passages that state a value, none where it is not stated."""
    return stated.passages if stated else ()
