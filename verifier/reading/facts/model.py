"""What is read from a paper as a fact: a stated value, a signature, a decision, a mandate, a risk assessment.

Moments are local (Europe/Amsterdam); a bare ``date`` means that no clock time is stated.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, Literal, TypeVar

from verifier.reading.paper import Kind, Passage
from verifier.reading.time import Moment

T = TypeVar("T")
When = date | datetime
SignerRole = Literal["hovj", "burgemeester", "locoburgemeester", "anders"]


def when(moment: Moment) -> When | None:
    """A moment as a local date and time, or a date where no clock is stated; None where it names no day."""
    if moment.day is None:
        return None
    return datetime.combine(moment.day, moment.clock) if moment.clock is not None else moment.day


@dataclass(frozen=True, slots=True)
class Stated(Generic[T]):
    """A value with the passages that state it, and every other value that a paper states instead."""

    value: T
    passages: tuple[Passage, ...] = ()
    also: tuple[tuple[T, tuple[Passage, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed a decision: name and role are None where the block is empty or absent.

    Args:
        block: Passage of the signature block; None when there is no block at all.
        on_behalf: The words by which it is signed for the mayor ("namens de burgemeester"), or None.
        signed: A signature, 'w.g.', paraph or name under the closing formula.
    """

    name: str | None
    role: SignerRole | None
    signed: bool
    block: Passage | None = None
    on_behalf: Passage | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """A beschikking: the order itself, its extension or its withdrawal.

    Args:
        paper: Place of the paper in ``Dossier.papers``.
        decider: Role of who decides by heading, operative part and signature together; None where that does not appear.
        decider_conflict: Heading, operative part and signature name different deciders.
        decided: Moment of the decision: what the decision itself names, else its service.
        begin, end: Stated begin and end; ``inclusive`` when the end is 'tot en met'. ``days``: stated duration in days.
        names: Persons named in the contact ban; ``labels``: persons only indicated there ("uw kinderen").
        served: Moment of service; ``service_block_empty``: a service block that is there and is empty.
        oral: Moment and passage of an oral announcement.
    """

    paper: int
    kind: Kind
    signature: Signature
    decider: SignerRole | None
    decider_passage: Passage | None = None
    decider_conflict: bool = False
    decided: Stated[When] | None = None
    address: Stated[str] | None = None
    begin: Stated[When] | None = None
    end: Stated[When] | None = None
    inclusive: bool = False
    days: Stated[int] | None = None
    names: tuple[Stated[str], ...] = ()
    labels: tuple[Stated[str], ...] = ()
    minors: tuple[Stated[str], ...] = ()
    contact_ban: Passage | None = None
    served: Stated[When] | None = None
    served_undated: Passage | None = None
    service_block_empty: Passage | None = None
    remedy: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Mandate:
    """A mandaatbesluit: to whom, for what, since and until when.

    Args:
        decide, sign_only, extend_only: What it empowers to.
        by_name: Names listed; empty when it mandates by function.
        by: 'burgemeester', or who else gave it (a sub-mandate).
    """

    paper: int
    decide: bool
    sign_only: bool
    extend_only: bool
    by_name: tuple[str, ...]
    by_burgemeester: bool
    municipality: str | None
    dated: date | None
    in_force: date | None
    until: date | None
    passage: Passage | None


@dataclass(frozen=True, slots=True)
class Rihg:
    """The risk assessment form: ``filled`` is the share of its questions answered; outcome 'huisverbod', 'geen' or None."""

    paper: int
    filled: float
    outcome: Literal["huisverbod", "geen"] | None
    outcome_passage: Passage | None
    signature: Signature
    signed_on: When | None
    title: Passage | None
