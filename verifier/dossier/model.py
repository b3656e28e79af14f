"""One case: the papers of a dossier joined, each fact with every passage that states it.

Checks read nothing else than this. Moments are local (Europe/Amsterdam); a bare ``date`` means that no clock time is stated.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from verifier.reading.facts.model import Decision, Mandate, Rihg, Signature, SignerRole, Stated, When
from verifier.reading.paper import Answer, Kind, Over, Paper, Passage, Statement

__all__ = ["Decision", "Dossier", "Mandate", "Person", "Rihg", "Signature", "SignerRole", "Stated", "When"]


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the case under one name; ``names`` holds every spelling met."""

    name: str
    names: tuple[str, ...] = ()
    role: Literal["uhg", "achterblijver", "kind", "hovj", "verbalisant", "burgemeester", "advocaat", "hulpverlener", "ander"] = "ander"
    born: date | None = None
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """All papers of one case. ``order`` is the huisverbod under review: the last decision that replaces an earlier, faulty one."""

    papers: tuple[Paper, ...]
    statements: tuple[Statement, ...] = ()
    persons: tuple[Person, ...] = ()
    order: Decision | None = None
    extensions: tuple[Decision, ...] = ()
    withdrawal: Decision | None = None
    earlier_order: Stated[date] | None = None
    other_ground: Passage | None = None
    mandates: tuple[Mandate, ...] = ()
    rihg: Rihg | None = None
    born: Stated[date] | None = None
    address: Stated[str] | None = None
    name: Stated[str] | None = None
    hearing_at: Stated[When] | None = None
    problems: tuple[str, ...] = field(default=())

    def of_kind(self, *kinds: Kind) -> tuple[Paper, ...]:
        """Papers of these kinds that are not drafts."""
        return tuple(p for p in self.papers if p.kind in kinds and not p.draft)

    def said(self, concept: str, over: Over = "", answer: Answer | None = None, kinds: Iterable[Kind] = ()) -> tuple[Statement, ...]:
        """Statements of a concept in papers that can carry an outcome, the surest first."""
        wanted = set(kinds)
        found = [
            s for s in self.statements
            if s.concept == concept and s.over == over and answer in (None, s.answer) and (not wanted or s.kind in wanted)
        ]
        return tuple(sorted(found, key=lambda s: -s.certainty))

    def persons_as(self, role: str) -> tuple[Person, ...]:
        """Persons with a role."""
        return tuple(p for p in self.persons if p.role == role)
