"""Gives days their year and their place in the calendar: from the text beside them, else against the anchor."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

from verifier.reading.time import lexicon
from verifier.reading.time.days import calendar_day
from verifier.reading.time.tokens import ClockToken, DayToken


def resolve_days(low: str, days: list[DayToken], clocks: list[ClockToken], anchor: date | None) -> list[DayToken]:
    """The same tokens, with ``day`` filled wherever text or anchor decides it.

    Args:
        low: The text in lower case.
        days: In order of place.
        clocks: Their spans may stand between two linked dates.
        anchor: The paper's own day.
    """
    resolved: list[DayToken] = []
    named: date | None = None
    for index, token in enumerate(days):
        if token.day is None and not token.impossible:
            token = _resolved(low, token, days, index, resolved, clocks, anchor, named)
        resolved.append(token)
        if token.day is not None and not token.birth:
            named = token.day
    return _nights(low, resolved)


def _nights(low: str, days: list[DayToken]) -> list[DayToken]:
    """ "De nacht van zaterdag op zondag 25 juni": both days are of one night, and a bare weekday is the day before."""
    result = list(days)
    for index, (first, second) in enumerate(pairwise(days)):
        if not re.fullmatch(r"\s+op\s+", low[first.end : second.start]) or second.day is None:
            continue
        if re.search(r"\bnacht\s+(?:van\s+)?$", low[max(0, first.start - 12) : first.start]):
            eve = first.day if first.month_day else second.day - timedelta(days=1)
            result[index] = replace(first, day=eve, daypart="nacht")
            result[index + 1] = replace(second, daypart="nacht", night_from=eve)
    return result


def _resolved(
    low: str,
    token: DayToken,
    days: list[DayToken],
    index: int,
    earlier: list[DayToken],
    clocks: list[ClockToken],
    anchor: date | None,
    named: date | None,
) -> DayToken:
    if token.counted_from is not None:
        base = anchor if token.counted_from == "stuk" else named or anchor
        return token if base is None else replace(token, day=base + timedelta(days=token.offset))
    if token.month_day is None:
        return token if anchor is None else replace(token, day=_weekday_near(token, anchor))
    after = days[index + 1] if index + 1 < len(days) else None
    before = earlier[-1] if earlier else None
    if token.year_hint == "none" and after and after.day and after.year_given and _linked(low, token, after, clocks):
        return replace(token, day=_year_beside(token.month_day, after.day, later=False))
    if token.year_hint == "none" and before and before.day and before.year_given and _linked(low, before, token, clocks):
        return replace(token, day=_year_beside(token.month_day, before.day, later=True))
    if anchor is None:
        return token
    day = _against_anchor(token, anchor)
    return replace(token, day=day, impossible=day is None)


def _weekday_near(token: DayToken, anchor: date) -> date:
    """The last such weekday up to the anchor (the anchor itself included), or the first one after it."""
    if token.year_hint == "after":
        return anchor + timedelta(days=((token.weekday or 0) - anchor.weekday() - 1) % 7 + 1)
    return anchor - timedelta(days=(anchor.weekday() - (token.weekday or 0)) % 7)


def _against_anchor(token: DayToken, anchor: date) -> date | None:
    month, number = token.month_day or (0, 0)
    shift = {"this": 0, "last": -1, "next": 1}.get(token.year_hint)
    if shift is not None:
        return calendar_day(number, month, anchor.year + shift)
    # 29 February may lie up to eight years away; other dates are found in the first three.
    reach = range(-8, 9) if (month, number) == (2, 29) else range(-1, 2)
    options = [day for step in reach if (day := calendar_day(number, month, anchor.year + step))]
    if token.year_hint == "before":
        options = [day for day in options if day <= anchor] or options
    elif token.year_hint == "after":
        options = [day for day in options if day >= anchor] or options
    near = [day for day in options if abs((day - anchor).days) <= 400]
    return min(near, key=lambda day: abs((day - anchor).days), default=None)


def _year_beside(month_day: tuple[int, int], beside: date, later: bool) -> date | None:
    month, number = month_day
    day = calendar_day(number, month, beside.year)
    if day is None:
        return None
    if later and day < beside:
        return calendar_day(number, month, beside.year + 1)
    if not later and day > beside:
        return calendar_day(number, month, beside.year - 1)
    return day


@cache
def _link() -> re.Pattern[str]:
    names = lexicon.alternation(list(lexicon.weekdays()))
    before, word = r"[\s,.]*(?:(?:om|te|uur)\s*)?[\s,]*", r"(?:tot\s+en\s+met|t/m|tot|en|of|op|-|–|/)"
    return re.compile(rf"{before}{word}\s*(?:(?:op|uiterlijk)\s+)?(?:{names})?[\s.,]*(?:(?:om|te)\s*)?$")


def _linked(low: str, first: DayToken, second: DayToken, clocks: list[ClockToken]) -> bool:
    """Whether only a clock and a word such as "tot" or "en" stands between two days, so that one year serves both."""
    if second.start - first.end > 45 or first.birth != second.birth:
        return False
    between = list(low[first.end : second.start])
    for clock in clocks:
        for place in range(max(clock.start, first.end), min(clock.end, second.start)):
            between[place - first.end] = " "
    return _link().match("".join(between)) is not None
