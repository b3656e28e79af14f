"""Dates, clock times, durations and periods in Dutch papers, and the arithmetic the law does with them.

Reading goes in three steps: ``days``, ``relative`` and ``clocks`` find tokens, ``resolve`` gives days their year and their place
against the anchor, ``join`` puts days and clocks together into moments. ``periods`` reads beginnings, ends and durations from
those. ``arithmetic`` and ``working_days`` know nothing of text.
"""

from verifier.reading.time.durations import find_durations
from verifier.reading.time.model import Duration, Moment, Period
from verifier.reading.time.moments import find_moments, is_moment
from verifier.reading.time.periods import find_periods

__all__ = ["Duration", "Moment", "Period", "find_durations", "find_moments", "find_periods", "is_moment"]
