"""What the law does with days and hours: ten days, four weeks, six weeks, three days, and ages.

Pure functions. Clock time decides: a moment ten days later shows the same hands of the clock, whatever summer or winter time did
in between. The Algemene termijnenwet never lengthens the ban or its extension (Wth 13).
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum

from verifier.reading.time.model import Moment
from verifier.reading.time.working_days import term_end

BAN_DAYS = 10
LONGEST_DAYS = 28


class Length(StrEnum):
    """How a period compares with the ten days of Wth 2 lid 1.

    ``AMBIGUOUS``: the text gives two answers (a stated length that the dates contradict, or "tot en met" the tenth day without a
    clock). ``UNDETERMINED``: the text leaves the end open.
    """

    EXACT = "exact"
    SHORTER = "shorter"
    LONGER = "longer"
    UNDETERMINED = "undetermined"
    AMBIGUOUS = "ambiguous"


class Within(StrEnum):
    """Whether an end lies within the longest duration."""

    WITHIN = "within"
    BEYOND = "beyond"
    UNDETERMINED = "undetermined"


def days_later(moment: datetime, days: int) -> datetime:
    """The moment a number of days later by the clock: 14.30 stays 14.30, also over a change to summer or winter time.

    Python adds days to a zoned moment by its wall clock, which is what the law counts.
    """
    return moment + timedelta(days=days)


def end_of_ban(begin: datetime) -> datetime:
    """End of the ten days of a huisverbod (Wth 2 lid 1), by the clock; weekends and holidays count (Wth 13)."""
    return days_later(begin, BAN_DAYS)


def latest_end_of_extension(imposed: datetime) -> datetime:
    """Latest end of an extended huisverbod: four weeks after it was imposed (Wth 9 lid 1), by the clock (Wth 13)."""
    return days_later(imposed, LONGEST_DAYS)


def last_moment_to_extend(end_of_ban: datetime) -> datetime:
    """Last moment to decide on an extension: the moment at which the ban ends (Wth 9 lid 1: what has ended cannot be extended).

    No weekend or holiday moves it (Wth 13).
    """
    return end_of_ban


def is_exactly_ten_days(begin: Moment | None, end: Moment | None, inclusive: bool, stated_days: int | None = None) -> Length:
    """Whether a huisverbod lasts exactly ten days (Wth 2 lid 1, 2 lid 4 under a, 13; catalogue inhoud.duur).

    Args:
        begin: First moment as the beschikking gives it.
        end: Last moment as the beschikking gives it.
        inclusive: The end is given as "tot en met". With a clock time that means "tot" that time.
        stated_days: The length that the text states beside them.

    Returns:
        ``EXACT`` also for a beginning with a stated ten days and no end; see :class:`Length`.
    """
    if begin is None or begin.day is None:
        return Length.UNDETERMINED
    if end is None:
        return Length.UNDETERMINED if stated_days is None else _compare(stated_days)
    if end.day is None:
        return Length.UNDETERMINED
    printed = _between(begin, end, inclusive)
    if stated_days is None or printed is Length.AMBIGUOUS:
        return printed
    stated = _compare(stated_days)
    if printed is Length.UNDETERMINED:
        # One clock and a stated length fix the other end, as long as the dates fit that length; not with "tot en met", which leaves
        # open whether that day counts whole.
        fits = not inclusive and (end.day - begin.day).days == stated_days
        return stated if fits else Length.AMBIGUOUS
    return printed if printed is stated else Length.AMBIGUOUS


def _compare(days: int) -> Length:
    return Length.EXACT if days == BAN_DAYS else Length.SHORTER if days < BAN_DAYS else Length.LONGER


def _between(begin: Moment, end: Moment, inclusive: bool) -> Length:
    first, last = _limits(begin), _limits(end)
    if first is None or last is None:
        return Length.UNDETERMINED
    if begin.clock is not None and end.clock is not None:
        target = days_later(first[0], BAN_DAYS)
        return Length.EXACT if last[0] == target else Length.SHORTER if last[0] < target else Length.LONGER
    if begin.clock is None and end.clock is None:
        days = (last[0].date() - first[0].date()).days
        if inclusive and days == BAN_DAYS:
            return Length.AMBIGUOUS
        return _compare(days + 1 if inclusive else days)
    return _with_one_clock(first, last)


def _with_one_clock(first: tuple[datetime, datetime], last: tuple[datetime, datetime]) -> Length:
    """Shorter or longer only when no hour on the day without a clock could make ten days."""
    if last[1] < days_later(first[0], BAN_DAYS):
        return Length.SHORTER
    if last[0] > days_later(first[1], BAN_DAYS):
        return Length.LONGER
    return Length.UNDETERMINED


def _limits(moment: Moment) -> tuple[datetime, datetime] | None:
    """Earliest and latest local moment that a notation can mean (without zone: both ends are wall-clock times)."""
    if moment.day is None or moment.impossible:
        return None
    if moment.at is not None:
        at = moment.at.replace(tzinfo=None)
        return at, at
    midnight = datetime.combine(moment.day, datetime.min.time())
    return midnight, midnight + timedelta(days=1)


def within_28_days(begin: Moment | None, new_end: Moment | None, imposed: Moment | None = None) -> Within:
    """Whether an extension stays within four weeks (Wth 9 lid 1, Wth 13; catalogue verlenging.maximaal_28_dagen).

    Args:
        begin: Beginning of the huisverbod.
        new_end: End of the extension. The same clock time on the twenty-eighth day is still within; where a clock is missing, the
            date decides.
        imposed: Moment of the decision; when the ban began on a later day than it was imposed, the imposing counts.
    """
    same_day = begin is not None and imposed is not None and begin.day == imposed.day and begin.at is not None
    starts = [moment for moment in (begin, None if same_day else imposed) if moment is not None and _limits(moment) is not None]
    if not starts or new_end is None or new_end.day is None or new_end.impossible:
        return Within.UNDETERMINED
    start = min(
        starts, key=lambda moment: (moment.day or date.max, moment.at.replace(tzinfo=None) if moment.at else datetime.max)
    )
    if start.at is not None and new_end.at is not None:
        return Within.WITHIN if new_end.at <= latest_end_of_extension(start.at) else Within.BEYOND
    limit = (start.day or date.max) + timedelta(days=LONGEST_DAYS)
    return Within.WITHIN if new_end.day <= limit else Within.BEYOND


def age_on(born: date, day: date) -> int:
    """Age in whole years on a day (Wth 2 lid 2: of age from eighteen, BW 1:233).

    Somebody born on 29 February is a year older from 1 March in a common year.
    """
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def last_day_for_appeal(served: date) -> date:
    """Last day of the six weeks for beroep (Awb 6:7), which begin on the day after service (Awb 6:8).

    The Atw applies: the term is shorter than twelve weeks (Atw 4 under a), and Wth 13 does not except it.
    """
    return term_end(served + timedelta(days=1), 6 * 7)


def last_day_for_hearing(requested: date) -> date:
    """Last day for the court to hear the uithuisgeplaatste: within three days of the request.

    Wth 6 lid 1 (lid 2 until 2013). The Atw applies, with the two working days of its article 2, because Wth 13 excepts only the
    ten days and the four weeks.
    """
    return term_end(requested + timedelta(days=1), 3)
