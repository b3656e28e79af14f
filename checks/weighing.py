"""Whether the papers assert or deny a concept, or do both."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
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


def stated_in(stated: Stated[T] | None) -> tuple[Passage, ...]:
    """The passages that state a value, none where it is not stated."""
    return stated.passages if stated else ()
