"""Whether what a statement records came before or after the decision, and what a paper shows where no statement was read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from checks.deciding import decided_on
from checks.wording import day_of, is_before, named_by
from verifier.dossier.model import Dossier, When
from verifier.reading.paper import Paper, Passage, Statement
from verifier.reading.time.working_days import is_working_day

_EARLIEST, _OPENS, _CLOSES, _LATEST = 7, 9, 17, 19
"""Hours between which an office is certainly open, and outside which it is certainly closed."""


def recorded_at(statement: Statement) -> tuple[When, ...]:
    """The moments of a statement that name a day, as printed in local time."""
    return tuple(when for m in statement.moments if (when := named_by(m)) is not None)


def after_decision(dossier: Dossier, statement: Statement) -> bool | None:
    """Whether all moments of a statement lie after the decision; None when it names none that can be compared."""
    order = dossier.order
    decided = decided_on(dossier, order) if order else None
    if order is None or decided is None:
        return None
    # The end of the huisverbod is named beside much that was done before the decision, and what was still to come when the paper was made
    # is no moment at which something was done.
    made = dossier.papers[statement.paper].dated
    found = [w for w in recorded_at(statement) if (order.end is None or day_of(w) < day_of(order.end.value)) and (made is None or day_of(w) <= made)]
    compared = [late for w in found if (late := is_before(decided, w)) is not None]
    return all(compared) if compared else None


def told_after(statement: Statement, limit: When | None) -> bool:
    """Whether a statement names moments and every one of them is later than a moment."""
    found = recorded_at(statement)
    return limit is not None and bool(found) and all(is_before(limit, when) for when in found)


def in_office_hours(when: When) -> bool | None:
    """Whether a moment lies in office hours; None where that depends on the office, or on a clock time that is not known."""
    if not is_working_day(day_of(when)):
        return False
    if not isinstance(when, datetime):
        return None
    if _OPENS <= when.hour < _CLOSES:
        return True
    return False if when.hour < _EARLIEST or when.hour >= _LATEST else None


def beginning(papers: Iterable[Paper]) -> Passage | None:
    """The first narrative words in papers, else their first words: what there is to show where they are silent."""
    shown = [(u, p) for paper in papers for u in paper.units if (p := paper.passage(u.start, u.end)) is not None]
    return next((p for u, p in shown if u.function == "narrative"), shown[0][1] if shown else None)
