"""Clock times in figures: 14.30 uur, 14:30, 14u30, 1430 uur, 14 uur, and those that do not exist (25.80 uur)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import time
from functools import cache

from verifier.reading.time import lexicon
from verifier.reading.time.lexicon import DIGIT, figures
from verifier.reading.time.model import Daypart
from verifier.reading.time.tokens import ClockToken

_NOT_WITHIN = r"(?<!\w)(?<!\d[.,:/])(?<![€$§])(?<![€$§]\s)"
_UNIT = r"\s?(?:uur|uren(?!\s+lang)|u\.?(?![^\W_])|h\.?(?![^\W_])|hrs)"
# Words that promise a clock time behind them.
_CUE = (
    r"om|te|omstreeks|omstr\.?|rond|rondom|circa|ca\.?|plm\.?|±|vanaf|tot|t/m|tegen|sinds|tussen|uiterlijk|aanvang|begin|einde|eind"
    r"|start|tijd|tijdstip|uur|vóór|klokke|klokslag|ingaande|(?:kort|vlak|even|iets)\s(?:na|voor)"
)


def clock_on(hour: int, minute: int) -> tuple[time, bool] | None:
    """The clock time and whether it is the end of the day (24.00), or None when no clock shows it."""
    if hour == 24 and minute == 0:
        return time(0), True
    return (time(hour, minute), False) if hour < 24 and minute < 60 else None


def by_daypart(hour: int, daypart: Daypart | None) -> int:
    """Hour on the clock of twenty-four for an hour from 1 to 12 with a part of the day.

    "Twaalf uur 's nachts" is 0, "drie uur 's middags" is 15, "elf uur 's nachts" is 23.
    """
    if hour > 12:
        return hour
    if daypart == "middag":
        return hour if hour >= 11 else hour + 12
    if daypart == "avond":
        return (hour + 12) % 24 if hour >= 4 else hour
    if daypart == "nacht":
        return hour % 12 if hour < 9 or hour == 12 else hour + 12
    return hour


def find_clocks(low: str, text: str) -> list[ClockToken]:
    """Every clock time in figures, in no order; the notations may overlap.

    Args:
        low: The text in lower case, with the dates blanked out.
        text: The text as printed.
    """
    return [*_with_minutes(low, text), *_four_figures(low), *_whole_hours(low)]


@cache
def cue_before() -> re.Pattern[str]:
    """Matches at the end of the text before a clock time that a word announces."""
    return re.compile(rf"(?:^|(?<![^\W_]))(?:{_CUE})[\s:|]*(?:de\sklok\svan\s)?$")


@cache
def _minutes_pattern() -> re.Pattern[str]:
    pointed = rf"(?P<h>{DIGIT}{{1,2}})\s?(?P<s>[.:,;])\s?(?P<m>{DIGIT}{{2}})(?::\d\d)?(?!{DIGIT})"
    lettered = r"(?P<h2>\d{1,2})\s?(?P<s2>u|h)\s?(?P<m2>\d\d)(?!\d)"
    spoken = r"(?P<h3>\d{1,2})\suur\s(?:en\s)?(?P<m3>\d\d)(?=\s?min|\s*[.,;)]|\s*$)"
    return re.compile(rf"{_NOT_WITHIN}(?:{pointed}|{lettered}|{spoken})(?P<u>{_UNIT})?(?![^\W_])(?![.:]\d)(?!,\d)")


@cache
def _amount_after() -> re.Pattern[str]:
    """Behind a figure that is an amount and no clock time."""
    return re.compile(
        r"\s?(?:%|€|euro|eur\b|procent|promille|‰|meter|m\b|km|cm|mm|kg|gram|liter|ug|µg|punten|per\s|x\b|jaar"
        r"|lid\b|wth|awb|apv|sv\b|sr\b|bw\b)"
    )


@cache
def _law_before() -> re.Pattern[str]:
    """Before a number that is an article: "artikel 3:41", "de artikelen 4:8 en 4:11", "Awb 10:3"."""
    return re.compile(
        r"(?:\b(?:art|artt|artikel|artikelen|afdeling|titel|hoofdstuk|paragraaf|par|awb|bw|apv|versie|rihg|nr|nummer)\b\.?|§)"
        r"(?:\s|\d|[:.,]|\b(?:en|of|jo|juncto|lid|leden|eerste|tweede|derde|vierde|aanhef|onder|sub|tot|met|t/m|awb|wth|van|de|het|[a-z])\b)*$"
    )


def _with_minutes(low: str, text: str) -> Iterator[ClockToken]:
    for match in _minutes_pattern().finditer(low):
        kind = "" if match["h"] else "2" if match["h2"] else "3"
        raw_hour, raw_minute = match["h" + kind], match["m" + kind]
        damaged = not (raw_hour + raw_minute).isdigit()
        unit = bool(match["u"]) or kind != ""
        if damaged and not (match["u"] and _slip(text[match.start() : match.end("m" + kind)])):
            continue
        token = _judge(low, match, unit, clock_on(int(figures(raw_hour)), int(figures(raw_minute))))
        if token is not None:
            yield replace(token, damaged=damaged, twelve_hours=_on_twelve_hours(figures(raw_hour)))


def _on_twelve_hours(hour: str) -> bool:
    """Whether a part of the day may still move the hour: "9.00 uur 's avonds", never "09.00"."""
    return int(hour) <= 12 and not hour.startswith("0")


def _slip(printed: str) -> bool:
    odd = {char for char in printed if char.isalpha() or char == "|"}
    return odd <= set("lI|Oo") and any(char.isdigit() for char in printed)


def _judge(low: str, match: re.Match[str], unit: bool, shown: tuple[time, bool] | None) -> ClockToken | None:
    """Whether figures with minutes are a clock time here, surely, only beside a day, or not at all."""
    start, end = match.span()
    separator = match["s"]
    cued = cue_before().search(low, max(0, start - 24), start) is not None
    if not unit:
        if _amount_after().match(low, end) or _law_before().search(low, max(0, start - 60), start):
            return None
        if separator in {",", ";"} or re.search(r"[.:,;]\s|\s[.:,;]", match[0]):
            return None
        if shown is None:
            return None
    if unit and not cued and re.match(r"\s+(?:per|lang)\b", low[end : end + 8]):
        return None
    sure = unit or cued or separator == ":" or _opens_entry(low, match) or _range_with_unit().match(low, end) is not None
    if shown is None:
        return _token(low, start, end, None, impossible=True) if sure else None
    return _token(low, start, end, shown, needs_day=not sure)


def _opens_entry(low: str, match: re.Match[str]) -> bool:
    """Whether the figures open the entry of a log: "23.10 burgemeester gebeld"."""
    return len(match[0]) == 5 and not any(char.isalnum() for char in low[: match.start()])


@cache
def _range_with_unit() -> re.Pattern[str]:
    return re.compile(rf"\s?(?:-|–|tot|en|à|/)\s?(?:ca\.?\s)?\d{{1,2}}[.:]\d\d{_UNIT}")


def _four_figures(low: str) -> Iterator[ClockToken]:
    """ "1430 uur", "0930u", and "14 30 uur" where the scanner lost the point."""
    for match in _four_pattern().finditer(low):
        shown = clock_on(int(match["h"]), int(match["m"]))
        lasting = _lasting_before().search(low, max(0, match.start() - 16), match.start())
        if shown is not None and not lasting:
            announced = cue_before().search(low, max(0, match.start() - 24), match.start()) is not None
            # "240 uur" is a length of time unless something says that it is twenty to three.
            yield _token(low, match.start(), match.end(), shown, needs_day=len(match["h"]) == 1 and not announced)


@cache
def _four_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"{_NOT_WITHIN}(?P<h>\d{{1,2}}(?=\d\d)|\d\d(?=\s\d\d\s?u))\s?(?P<m>\d\d){_UNIT}(?![^\W_])(?!\s+(?:per|lang)\b)"
    )


@cache
def _hour_pattern() -> re.Pattern[str]:
    lasting = r"\s+(?:lang|per|later|eerder|geleden|nadat|na|daarna|voordat|extra|achtereen|bij)\b"
    return re.compile(rf"{_NOT_WITHIN}(?P<h>\d{{1,2}}){_UNIT}(?![^\W_])(?!{lasting})")


@cache
def _lasting_before() -> re.Pattern[str]:
    """Before a number of hours that is a length of time."""
    return re.compile(
        r"\b(?:binnen|gedurende|duur\svan|tijd\svan|na|ruim|bijna|elke|iedere|om\sde|minimaal|maximaal|minstens|hooguit"
        r"|laatste|afgelopen|eerste)\s+$"
    )


def _whole_hours(low: str) -> Iterator[ClockToken]:
    """ "om 14 uur": a clock time after a word that announces one or beside a day; else "24 uur" is a length of time."""
    for match in _hour_pattern().finditer(low):
        start, end = match.span()
        hour = int(match["h"])
        shown = clock_on(hour, 0)
        if shown is None or _lasting_before().search(low, max(0, start - 16), start):
            continue
        phrase = lexicon.daypart_phrase().match(low, end + 1) if low[end : end + 1] == " " else None
        cue = cue_before().search(low, max(0, start - 24), start)
        announced = cue is not None and (hour < 24 or re.match(r"(?:om|te|tot)\b", cue[0]) is not None)
        ranged = re.search(r"\bvan\s$", low[max(0, start - 5) : start]) and re.match(r"\s?(?:tot|-|–)\s?\d", low[end : end + 7])
        sure = bool(announced or phrase or ranged)
        if sure or hour < 24:
            yield replace(_token(low, start, end, shown, needs_day=not sure), twelve_hours=_on_twelve_hours(match["h"]))


def _token(
    low: str, start: int, end: int, shown: tuple[time, bool] | None, impossible: bool = False, needs_day: bool = False
) -> ClockToken:
    return ClockToken(
        start=start,
        end=end,
        clock=shown[0] if shown else None,
        end_of_day=shown[1] if shown else False,
        impossible=impossible,
        approximate=approximate_at(low, start, end),
        needs_day=needs_day,
    )


def approximate_at(low: str, start: int, end: int) -> bool:
    """Whether the words around the span say that it is not meant to the minute."""
    before = lexicon.approximate_before().search(low, max(0, start - 30), start)
    return before is not None or lexicon.approximate_after().match(low, end) is not None
