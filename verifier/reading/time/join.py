"""Puts days and clocks together where the language joins them, and makes moments of what is left alone."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time
from functools import cache

from verifier.reading.time import lexicon
from verifier.reading.time.clocks import by_daypart
from verifier.reading.time.model import Daypart, Moment
from verifier.reading.time.sentences import same_sentence
from verifier.reading.time.tokens import ClockToken, DayToken


@cache
def _day_then_clock() -> re.Pattern[str]:
    word = (
        rf"(?:om|te|tijdstip|tijd|uur|vanaf|van|tussen|aanvang|begin|start|klokke|klokslag|precies|exact|in|de|het|bij|op|ingaande"
        rf"|{lexicon.daypart_source()}|{lexicon.approximate_source()})"
    )
    return re.compile(rf"[\s,;:/|()–-]*(?:(?<![^\W_]){word}(?![^\W_])[\s,:.|/]*)*$")


@cache
def _clock_then_day() -> re.Pattern[str]:
    word = rf"(?:op|van|d\.d\.|dd\.?|de|den|datum|{lexicon.daypart_source()})"
    return re.compile(rf"[\s,/|(]*(?:(?<![^\W_]){word}[\s,:]*)*$")


@cache
def _apposition() -> re.Pattern[str]:
    return re.compile(r"[\s,(:]*(?:(?:zijnde|te\s+weten|d\.d\.|dd\.?|de)[\s,]*)?$")


def merge_appositions(low: str, days: list[DayToken]) -> list[DayToken]:
    """ "heden, zaterdag 3 februari 2024": the word and the date are one day; the printed date decides."""
    merged: list[DayToken] = []
    for token in days:
        last = merged[-1] if merged else None
        named = last is not None and last.relative and last.counted_from != "genoemd" and token.month_day is not None
        if last is not None and named and token.start - last.end < 16 and _apposition().match(low[last.end : token.start]):
            daypart = token.daypart or last.daypart
            merged[-1] = replace(
                token, start=last.start, relative=True, daypart=daypart, weekday=_first(token.weekday, last.weekday)
            )
        else:
            merged.append(token)
    return merged


def _first(one: int | None, other: int | None) -> int | None:
    return other if one is None else one


def join(low: str, text: str, days: list[DayToken], clocks: list[ClockToken]) -> list[Moment]:
    """Moments in order of place.

    A clock belongs to the day before it when only words such as "om" stand between, else to the day after it ("14.30 uur op 3
    februari"), else it borrows the last day of its sentence. A date of birth takes no clock.
    """
    pairs = _pairs(low, days, clocks)
    joined_days = set(pairs.values())
    moments = [_of_day(low, day) for index, day in enumerate(days) if index not in joined_days]
    for index, clock in enumerate(clocks):
        if index in pairs:
            moments.append(_of_both(low, days[pairs[index]], clock))
        elif not clock.needs_day:
            moments.append(_of_clock(low, text, clock, days))
    return sorted(moments, key=lambda moment: (moment.start, moment.end))


def _pairs(low: str, days: list[DayToken], clocks: list[ClockToken]) -> dict[int, int]:
    """Index of the day by index of the clock."""
    pairs: dict[int, int] = {}
    for number, day in enumerate(days):
        following = next((i for i, clock in enumerate(clocks) if clock.start >= day.end), None)
        next_day = days[number + 1].start if number + 1 < len(days) else len(low)
        if following is None or day.birth or clocks[following].start > next_day:
            continue
        if clocks[following].start - day.end <= 48 and _day_then_clock().match(low[day.end : clocks[following].start]):
            pairs[following] = number
    used = set(pairs.values())
    for index, clock in enumerate(clocks):
        following = next((n for n, day in enumerate(days) if day.start >= clock.end), None)
        if index in pairs or following is None or following in used or days[following].birth:
            continue
        if days[following].start - clock.end <= 32 and _clock_then_day().match(low[clock.end : days[following].start]):
            pairs[index] = following
            used.add(following)
    return pairs


def _of_day(low: str, token: DayToken) -> Moment:
    daypart, end = _daypart_behind(low, token.end)
    return Moment(
        start=token.start,
        end=end,
        day=token.day,
        month_day=token.month_day or (None if token.day is None else (token.day.month, token.day.day)),
        year_given=token.year_given,
        weekday=token.weekday,
        daypart=daypart or token.daypart,
        approximate=token.approximate,
        relative=token.relative,
        impossible=token.impossible,
        damaged=token.damaged,
    )


def _daypart_behind(low: str, end: int) -> tuple[Daypart | None, int]:
    """The part of the day named right behind a span, and where that ends."""
    space = re.match(r"[\s,]{0,2}(?:uur\s)?", low[end : end + 6])
    phrase = lexicon.daypart_phrase().match(low, end + (space.end() if space else 0))
    return (lexicon.daypart_in(phrase[0]), phrase.end()) if phrase else (None, end)


def _daypart_ahead(low: str, start: int) -> Daypart | None:
    """The part of the day named right before a clock: "'s avonds om half negen"."""
    cue = r"[\s,]*(?:(?:om|te|rond|omstreeks|tegen|ca\.?|circa)\s+)*"
    ahead = re.search(rf"(?<![^\W_])({lexicon.daypart_source()}){cue}$", low[max(0, start - 40) : start])
    return lexicon.daypart_in(ahead[1]) if ahead else None


def _hour_of(clock: ClockToken, daypart: Daypart | None) -> tuple[time | None, bool, bool]:
    """Clock, end of day, and whether the half of the day stays open."""
    if clock.clock is None or not clock.twelve_hours or daypart is None:
        return clock.clock, clock.end_of_day, clock.half_day_unknown
    hour = by_daypart(clock.clock.hour or 12, daypart) if clock.half_day_unknown or clock.clock.hour else 0
    return clock.clock.replace(hour=hour), clock.end_of_day, False


def _of_both(low: str, day: DayToken, clock: ClockToken) -> Moment:
    base = _of_day(low, day)
    behind, end = _daypart_behind(low, clock.end)
    between = low[min(day.end, clock.end) : max(day.start, clock.start)]
    phrase = lexicon.daypart_phrase().search(between)
    part = behind or (lexicon.daypart_in(phrase[0]) if phrase else None) or base.daypart or _daypart_ahead(low, clock.start)
    shown, end_of_day, unknown = _hour_of(clock, part)
    before_midnight = day.night_from is not None and shown is not None and shown.hour >= 18
    return replace(
        base,
        day=day.night_from if before_midnight else day.day,
        start=min(day.start, clock.start),
        end=max(day.end, clock.end, end),
        clock=shown,
        end_of_day=end_of_day,
        daypart=part,
        approximate=day.approximate or clock.approximate,
        impossible=day.impossible or clock.impossible,
        damaged=day.damaged or clock.damaged,
        half_day_unknown=unknown,
    )


def _of_clock(low: str, text: str, clock: ClockToken, days: list[DayToken]) -> Moment:
    behind, end = _daypart_behind(low, clock.end)
    lender = _lender(text, clock, days)
    part = behind or _daypart_ahead(low, clock.start) or (lender.daypart if lender else None)
    shown, end_of_day, unknown = _hour_of(clock, part)
    day: date | None = lender.day if lender else None
    return Moment(
        start=clock.start,
        end=end,
        day=day,
        clock=shown,
        end_of_day=end_of_day,
        month_day=lender.month_day if lender else None,
        year_given=lender.year_given if lender else False,
        daypart=part,
        approximate=clock.approximate,
        relative=lender.relative if lender else False,
        impossible=clock.impossible,
        damaged=clock.damaged,
        day_borrowed=lender is not None,
        half_day_unknown=unknown,
    )


def _lender(text: str, clock: ClockToken, days: list[DayToken]) -> DayToken | None:
    """The day named last before the clock in its own sentence, if any; never a date of birth."""
    before = [day for day in days if day.end <= clock.start and not day.birth]
    if not before or before[-1].impossible or clock.start - before[-1].end > 400:
        return None
    return before[-1] if same_sentence(text, before[-1].end, clock.start) else None
