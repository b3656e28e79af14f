"""Working days and the Algemene termijnenwet (Atw): which days it counts, and how it lengthens a term.

Relied on: ``normen.yaml`` under Algemene termijnenwet 1 to 4, and the text of the Act itself (BWBR0002448, version of
10-10-2010). Article 3 lid 1 names New Year's Day, Easter Monday, Whit Monday, both days of Christmas, Ascension Day, the day on
which the King's birthday is celebrated and 5 May (every year, also where few have the day off); lid 2 puts Good Friday on a par
with them for this Act. Days that the Crown adds for single years (lid 3, published in the Staatscourant) are not in the law
data and not counted: a computed last day can therefore be earlier than the real one, never later.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

_ATW_DAYS = frozenset(
    {
        "New Year's Day",
        "Good Friday",
        "Easter Monday",
        "King's Day",
        "Queen's Day",
        "Liberation Day",
        "Ascension Day",
        "Whit Monday",
        "Pentecost Monday",
        "Christmas Day",
        "Second Day of Christmas",
    }
)


@cache
def recognised_holidays(year: int) -> frozenset[date]:
    """The "algemeen erkende feestdagen" of a year and the Good Friday put on a par with them (Atw 3 lid 1 and 2).

    The package holidays is loaded at the first call only: it takes some 60 ms.
    """
    import holidays

    calendar = holidays.country_holidays("NL", years=year, categories=("public", "optional"), language="en_US")
    named = {day for day, names in calendar.items() if set(names.split("; ")) & _ATW_DAYS}
    return frozenset(named | {date(year, 5, 5)})


def is_working_day(day: date) -> bool:
    """Whether the day is no Saturday, Sunday or recognised holiday (Atw 1 lid 1)."""
    return day.weekday() < 5 and day not in recognised_holidays(day.year)


def next_working_day(day: date) -> date:
    """The day itself when it is a working day, else the first one after it (Atw 1 lid 1)."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def term_end(first_day: date, days: int) -> date:
    """Last day of a legal term of a number of days, with the Atw applied.

    Args:
        first_day: The first day that counts.
        days: Length of the term, from one to ninety days (longer terms are outside the Act: Atw 4 under a).

    Returns:
        The last day, lengthened so that a term of three days or more holds two working days (Atw 2), and then to a working day
        (Atw 1 lid 1).

    Raises:
        ValueError: The length is outside the Act.
    """
    if not 1 <= days <= 90:
        raise ValueError(f"outside the Algemene termijnenwet: {days} days")
    last = first_day + timedelta(days=days - 1)
    if days >= 3:
        while sum(is_working_day(first_day + timedelta(days=n)) for n in range((last - first_day).days + 1)) < 2:
            last += timedelta(days=1)
    return next_working_day(last)
