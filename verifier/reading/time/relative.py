"""Days that follow from another ("heden", "de volgende dag", "zaterdagavond") or share its month ("9 en 10 maart")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from verifier.reading.time import lexicon
from verifier.reading.time.days import calendar_day
from verifier.reading.time.tokens import DayToken, YearHint


def find_relative(low: str) -> Iterator[DayToken]:
    """Relative words, as tokens whose day is still to be counted."""
    for hit in lexicon.relative_pattern().finditer(low):
        if hit.start() and low[hit.start() - 1].isalnum():
            continue
        word = re.sub(r"\s+", " ", hit[0])
        if word == "morgen" and _not_tomorrow().search(low, max(0, hit.start() - 14), hit.start()):
            continue
        meaning = lexicon.relative_words()[word]
        yield DayToken(
            hit.start(),
            hit.end(),
            daypart=meaning.daypart,
            counted_from=meaning.counted_from,
            offset=meaning.days,
            relative=True,
        )


@cache
def _not_tomorrow() -> re.Pattern[str]:
    """Before a "morgen" that means the morning."""
    return re.compile(r"(?:\b(?:de|den|die|deze|elke|iedere|goede|een|volgende|vroege|van)|['’‘`´]\s?s|\bs)[\s-]$")


@cache
def _bare_weekday() -> re.Pattern[str]:
    names = lexicon.alternation([forms["lang"] for forms in lexicon.words()["weekdagen"].values()])
    part = lexicon.alternation(list(lexicon.dayparts()))
    after = r"\s+(?P<past>jl\.?|j\.l\.|jongstleden|laatstleden|ll\.)|\s+(?P<coming>a\.s\.|aanstaande)"
    return re.compile(rf"(?P<name>{names})(?P<part>{part})?(?![^\W_])(?:{after})?(?!\w)")


@cache
def _direction_before() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?P<adjective>(?P<past>afgelopen|vorige|jongstleden|verleden)|aanstaande|komende|volgende|eerstvolgende)"
        r"|tot|t/m|tot en met|uiterlijk)\s+$"
    )


@cache
def _habit_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{lexicon.alternation(list(lexicon.words()['gewoonte']))})\s+$")


def find_bare_weekdays(low: str, taken: list[DayToken]) -> Iterator[DayToken]:
    """Weekdays that stand without a date; "elke zaterdag" is a habit and left alone."""
    spans = [(token.start, token.end) for token in taken]
    for hit in _bare_weekday().finditer(low):
        start, end = hit.start(), hit.end()
        if (start and low[start - 1].isalnum()) or any(a < end and start < b for a, b in spans):
            continue
        if _habit_before().search(low, max(0, start - 12), start):
            continue
        direction = _direction_before().search(low, max(0, start - 16), start)
        coming = bool(hit["coming"] or (direction and not direction["past"]))
        yield DayToken(
            direction.start() if direction and direction["adjective"] else start,
            end,
            weekday=lexicon.weekdays()[hit["name"]],
            daypart=lexicon.dayparts()[hit["part"]] if hit["part"] else None,
            year_hint="after" if coming else "before",
            relative=True,
        )


@cache
def _shares_month() -> re.Pattern[str]:
    """A bare day number that leans on the month of the date behind it."""
    names = lexicon.alternation(list(lexicon.weekdays()))
    link = r"(?:\s+(?P<word>en|of|op|tot|t/m|tot\s+en\s+met|à)\s+|\s?(?P<dash>[-–/&])\s?|(?P<comma>,)\s+)"
    number = rf"(?:(?P<wd>{names})\.?\s+)?(?P<d>\d{{1,2}})(?:ste|de|e)?"
    return re.compile(rf"(?<![\w.,:/-]){number}{link}(?:op\s+)?(?:uiterlijk\s+)?$")


@cache
def _no_day_number() -> re.Pattern[str]:
    return re.compile(r"\b(?:artikel(?:en)?|art|lid|leden|nr|nummer|punt|kamer|cel|blad|pagina|onder|bijlage|groep|aan)\.?\s*$")


def find_shared_months(low: str, days: list[DayToken]) -> Iterator[DayToken]:
    """ "24 op zondag 25 juni 2023", "9, 10 en 11 maart": the numbers before a worded date that share its month and year."""
    for token in days:
        if token.month_day is None or not re.search(r"[a-z]", low[token.start : token.end]):
            continue
        position, linked = token.start, False
        later = token.month_day[1]
        while match := _shares_month().search(low, max(0, position - 40), position):
            number = int(match["d"])
            certain = linked or match["word"] or match["wd"]
            if not certain or not 1 <= number < later or _no_day_number().search(low, max(0, match.start() - 12), match.start()):
                break
            if match["word"] in {"op", "tot"} and not _range_before(low, match):
                break
            yield _sharing(low, token, match, number)
            position, linked, later = match.start(), True, number


def _range_before(low: str, match: re.Match[str]) -> bool:
    """ "op" and "tot" join day numbers only after "van", "vanaf" or with a weekday: not "kamer 4 op 5 februari"."""
    return bool(match["wd"]) or bool(re.search(r"\b(?:van|vanaf|tussen)\s+$", low[max(0, match.start() - 10) : match.start()]))


def _sharing(low: str, token: DayToken, match: re.Match[str], number: int) -> DayToken:
    month = token.month_day[0] if token.month_day else 0
    value: date | None = calendar_day(number, month, token.day.year) if token.day else None
    hint: YearHint = token.year_hint
    end = match.end("d")
    return replace(
        token,
        start=match.start(),
        end=end,
        day=value,
        month_day=(month, number),
        weekday=lexicon.weekdays()[match["wd"]] if match["wd"] else None,
        daypart=None,
        year_hint=hint,
    )
