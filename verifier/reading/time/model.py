"""What the reading of time hands on: moments, durations and periods, each with its place in the text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

Daypart = Literal["ochtend", "middag", "avond", "nacht"]
Precision = Literal["clock", "daypart", "day", "none"]
Unit = Literal["uur", "dag", "week", "maand", "jaar"]

ZONE_NAME = "Europe/Amsterdam"


@dataclass(frozen=True, slots=True)
class Moment:
    """One date, one clock time, or the two together, as the text gives them.

    Args:
        start, end: Character range in the text that was read; ``text[start:end]`` is the notation as printed.
        day: The calendar day, or None when the text names none, leaves the year open without an anchor, or names one that
            does not exist.
        clock: Wall-clock time. Twenty-four o'clock is ``time(0)`` with ``end_of_day``.
        end_of_day: The clock says 24.00, the end of ``day``.
        month_day: Month and day as printed, also where the year is unknown.
        year_given: The text itself gives the year.
        weekday: The weekday that the text names beside the day (Monday is 0).
        daypart: Morning, afternoon, evening or night, where the text says so.
        approximate: "omstreeks", "rond", "kort na".
        relative: The day follows from another day ("heden", "gisteravond", "de volgende dag", "zaterdag").
        impossible: The notation is a date or a clock that does not exist (31-02-2024, 25.80 uur). Never repaired.
        damaged: Read through a slip of the scanner (l for 1, O for 0, rn for m).
        day_borrowed: The clock stood alone and took the day that its sentence had named last.
        half_day_unknown: "half drie" without a part of the day: ``clock`` is the morning reading.
    """

    start: int
    end: int
    day: date | None = None
    clock: time | None = None
    end_of_day: bool = False
    month_day: tuple[int, int] | None = None
    year_given: bool = False
    weekday: int | None = None
    daypart: Daypart | None = None
    approximate: bool = False
    relative: bool = False
    impossible: bool = False
    damaged: bool = False
    day_borrowed: bool = False
    half_day_unknown: bool = False

    @property
    def precision(self) -> Precision:
        """How exactly the moment is known: by the clock, by part of the day, by the day, or not at all."""
        if self.clock is not None:
            return "clock"
        if self.daypart is not None:
            return "daypart"
        return "day" if self.day is not None or self.month_day is not None else "none"

    @property
    def weekday_matches(self) -> bool | None:
        """Whether the weekday named is that of the day; None when either is missing."""
        if self.weekday is None or self.day is None:
            return None
        return self.day.weekday() == self.weekday

    @property
    def at(self) -> datetime | None:
        """The local moment in Europe/Amsterdam when both day and clock are known, else None."""
        if self.day is None or self.clock is None:
            return None
        day = self.day + timedelta(days=1) if self.end_of_day else self.day
        return datetime.combine(day, self.clock, tzinfo=ZoneInfo(ZONE_NAME))


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time as the text gives it.

    Args:
        start, end: Character range in the text.
        amount, unit: As printed: "vier weken" is 4, "week".
        limit: The text gives a bound, not a length ("binnen 24 uur", "ten hoogste vier weken").
        contradictory: Figure and word beside each other differ ("10 (twaalf) dagen"); ``amount`` is the first of the two.
    """

    start: int
    end: int
    amount: int
    unit: Unit
    limit: bool = False
    contradictory: bool = False

    @property
    def days(self) -> int | None:
        """Whole days, or None where the unit has no fixed number of days or the hours do not make whole days."""
        if self.unit == "uur":
            return self.amount // 24 if self.amount and self.amount % 24 == 0 else None
        return {"dag": self.amount, "week": 7 * self.amount}.get(self.unit)

    @property
    def hours(self) -> int | None:
        """Hours, or None where the unit has no fixed number of hours."""
        if self.unit == "uur":
            return self.amount
        return None if self.days is None else 24 * self.days


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time as the text gives it; what the text leaves out is None.

    Args:
        start, end: Character range in the text, from the first to the last part, cue words included.
        begin, finish: First and last moment.
        inclusive: The end is given as "tot en met" or "t/m".
        duration: The length as stated, not as computed.
        extension: The text speaks of lengthening ("verlengd tot", "met achttien dagen verlengd").
    """

    start: int
    end: int
    begin: Moment | None = None
    finish: Moment | None = None
    inclusive: bool = False
    duration: Duration | None = None
    extension: bool = False

    @property
    def days(self) -> int | None:
        """The stated length in days, or None when the text states none."""
        return None if self.duration is None else self.duration.days
