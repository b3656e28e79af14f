"""What the finders hand to the joiner: days and clocks, not yet resolved and not yet put together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from verifier.reading.time.model import Daypart

YearHint = Literal["none", "before", "after", "this", "last", "next"]


@dataclass(frozen=True, slots=True)
class DayToken:
    """A day as written.

    ``day`` is set when the notation fixes it; ``month_day`` when the year is still open; ``offset`` with ``counted_from``
    for relative words; ``weekday`` alone for a bare weekday, with ``year_hint`` "before" or "after" for its direction.
    ``year`` of an open date is taken from a neighbour later on. ``birth`` marks a date of birth: no clock belongs to it.
    ``night_from`` is set on the second day of "de nacht van 24 op 25 juni": hours before midnight belong to that first day.
    """

    start: int
    end: int
    day: date | None = None
    month_day: tuple[int, int] | None = None
    year_given: bool = False
    weekday: int | None = None
    daypart: Daypart | None = None
    counted_from: Literal["stuk", "genoemd"] | None = None
    offset: int = 0
    year_hint: YearHint = "none"
    relative: bool = False
    impossible: bool = False
    damaged: bool = False
    approximate: bool = False
    birth: bool = False
    night_from: date | None = None


@dataclass(frozen=True, slots=True)
class ClockToken:
    """A clock time as written; ``needs_day`` when the notation is a clock only if it stands beside a day."""

    start: int
    end: int
    clock: time | None = None
    end_of_day: bool = False
    daypart: Daypart | None = None
    half_day_unknown: bool = False
    twelve_hours: bool = False
    impossible: bool = False
    damaged: bool = False
    approximate: bool = False
    needs_day: bool = False
