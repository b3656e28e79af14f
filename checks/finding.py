"""The answer of a check: a verdict with the words that carry it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from verifier.dossier.model import Dossier
from verifier.reading.paper import Passage

Verdict = Literal["voldaan", "niet_voldaan", "onduidelijk", "niet_te_beoordelen", "nvt"]
Reason = Literal["tegenstrijdig", "te vaag", "slecht leesbaar", "deels", "open norm"]
Check = Callable[[Dossier], "Outcome"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a check found.

    Args:
        verdict: One of the five verdicts of the contract.
        explanation: Dutch, names the facts of this dossier (who, when, where, on which paper) and the rule that decided.
        supports, contradicts: Passages as evidence.
        remedy: What can still be done before or at the hearing, in Dutch, or None.
        reason: Why it is unclear, from a closed list; None for other verdicts.
    """

    verdict: Verdict
    explanation: str
    supports: tuple[Passage, ...] = ()
    contradicts: tuple[Passage, ...] = ()
    remedy: str | None = None
    reason: Reason | None = None


def passages(items: Iterable[Passage | None], at_most: int = 3) -> tuple[Passage, ...]:
    """The passages that exist, without repetition, at most so many."""
    return tuple(dict.fromkeys(p for p in items if p is not None))[:at_most]
