"""The way in: every date and clock time of a text."""

from __future__ import annotations

from datetime import date, datetime

from verifier.reading.time.clocks import find_clocks
from verifier.reading.time.days import find_days
from verifier.reading.time.join import join, merge_appositions
from verifier.reading.time.lexicon import lowered
from verifier.reading.time.model import Moment
from verifier.reading.time.relative import find_bare_weekdays, find_relative, find_shared_months
from verifier.reading.time.resolve import resolve_days
from verifier.reading.time.spoken_clocks import find_spoken_clocks
from verifier.reading.time.tokens import ClockToken, DayToken


def find_moments(text: str, anchor: date | datetime | None = None) -> tuple[Moment, ...]:
    """Every date and clock time in a Dutch text, in order of place.

    Args:
        text: The text as printed; offsets of the result count in it.
        anchor: The paper's own day. Without it, dates without a year and words such as "heden" keep ``day`` None.

    Returns:
        A date and a clock that the language joins are one moment; everything else is a moment of its own.

    >>> [m] = find_moments("op zaterdag 3 feb. 2024 om half drie in de middag")
    >>> m.day, m.clock
    (datetime.date(2024, 2, 3), datetime.time(14, 30))
    """
    own_day = anchor.date() if isinstance(anchor, datetime) else anchor
    low = lowered(text)
    dated = find_days(low, text, own_day.year if own_day else None)
    days = _apart([*dated, *find_shared_months(low, dated), *find_relative(low), *find_bare_weekdays(low, dated)])
    undated = _masked(low, days)
    clocks = _without_overlap([*find_clocks(undated, text), *find_spoken_clocks(undated)])
    resolved = resolve_days(low, merge_appositions(low, days), clocks, own_day)
    return tuple(join(low, text, resolved, clocks))


def is_moment(text: str) -> bool:
    """Whether a text is nothing but a date or clock time, as in the first column of a log."""
    found = find_moments(text)
    return bool(found) and not any(char.isalnum() for char in text[: found[0].start] + text[found[-1].end :])


def _apart(days: list[DayToken]) -> list[DayToken]:
    """Days in order; of two that overlap the longer one that begins first."""
    result: list[DayToken] = []
    for day in sorted(days, key=lambda token: (token.start, -token.end)):
        if not result or day.start >= result[-1].end:
            result.append(day)
    return result


def _masked(low: str, days: list[DayToken]) -> str:
    """The text with every date blanked out at its place, so that its figures are not read again as a clock."""
    pieces, position = [], 0
    for day in days:
        pieces += [low[position : day.start], "\0" * (day.end - day.start)]
        position = day.end
    return "".join([*pieces, low[position:]])


def _without_overlap(clocks: list[ClockToken]) -> list[ClockToken]:
    result: list[ClockToken] = []
    for clock in sorted(clocks, key=lambda token: (token.start, -token.end)):
        if not result or clock.start >= result[-1].end:
            result.append(clock)
    return result
