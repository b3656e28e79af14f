"""Dates as printed, in figures and in words, found and given a value.

The grammar here is the only reader of dates at run time. It takes day, month and year apart itself, so a value needs no guess:
day first, always, and a month above twelve is an impossible date and never the day. (dateparser reads nothing in such papers that
this grammar does not, costs a third of a second to load, and turns 2-13-2024 into 13 February; the tests use it as a second
opinion.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from verifier.reading.time import lexicon
from verifier.reading.time.lexicon import DIGIT, figures
from verifier.reading.time.numbers import CARDINAL, ORDINAL, YEAR_WORDS, cardinal, ordinal
from verifier.reading.time.tokens import DayToken, YearHint

_APOSTROPHE = "['’‘`´]"
_YEAR = rf"(?:(?:19|20)\d\d|[12li]\s?[09o]\s?{DIGIT}{DIGIT})(?!\d)(?!\s*(?:uur|u\b|h\b))(?!\s?[.:]\d\d)"
# Two figures are a year when nothing that could be a clock or a count follows.
_SHORT_YEAR = rf"(?:{_APOSTROPHE}\s?\d\d(?!\d)|\d\d(?=$|\s*[,;)\]|\n]|\s*\.(?!\d)|\s+(?:om|te|is|heeft)\s|[\s,/]+\d\d?[.:]\d\d))"
_NOT_WITHIN = r"(?<!\w)(?<!\w[-/+])(?<!\d[.,:])"
_ENDS = r"(?![^\W_])(?!-\d)(?!\.\d)(?!/(?!\s?\d\d?[.:]\d\d)\s?\d)"


def calendar_day(day: int, month: int, year: int) -> date | None:
    """The date, or None when the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def full_year(two_figures: int, born_before: int | None = None) -> int:
    """Year of two figures: up to 39 in this century, for a date of birth only when that is not after the reference year."""
    latest = 2039 if born_before is None else born_before
    return 2000 + two_figures if 2000 + two_figures <= latest else 1900 + two_figures


def find_days(low: str, text: str, reference_year: int | None) -> list[DayToken]:
    """Every date with a day and a month, in figures or words, in order of place.

    Args:
        low: The text in lower case, as :func:`lexicon.lowered` gives it.
        text: The text as printed: case tells a scanner's I from an i.
        reference_year: Year of the anchor, for dates of birth with a year of two figures.
    """
    found = [*_numeric(low, text, reference_year), *_numeric_without_year(low), *_worded(low, text, reference_year)]
    taken: list[DayToken] = []
    for token in sorted(found, key=lambda t: (t.start, -t.end)):
        if not taken or token.start >= taken[-1].end:
            taken.append(token)
    return taken


@cache
def _number_label() -> re.Pattern[str]:
    """What stands before figures that only look like a date."""
    return re.compile(
        r"(?:\b(?:nr|nummer|nummers|zaak|zaaknr|kenmerk|art|artikel|artikelen|par|paragraaf|hoofdstuk|versie|v|blad|pagina|blz"
        r"|bijlage|tel|telefoon|mobiel|fax|lid|iban)\b\.?|§)[\s:.]*$"
    )


@cache
def _numeric_pattern() -> re.Pattern[str]:
    separator = r"\s?(?P<s>[-–./])\s?"
    day_first = rf"(?P<d>{DIGIT}{{1,2}}){separator}(?P<m>{DIGIT}{{1,2}})\s?(?P=s)\s?(?P<y>{_YEAR}|{_APOSTROPHE}?\d\d(?!\d))"
    year_first = r"(?P<y2>(?:19|20)\d\d)(?P<s2>[-/.])(?P<m2>\d{1,2})(?P=s2)(?P<d2>\d{1,2})(?:t(?=\d\d)|(?![^\W_]))"
    boxes = r"(?P<d3>[0-3]\d)\s(?P<m3>[01]\d)\s(?P<y3>(?:19|20)\d\d)(?!\s*(?:uur|u\b))"
    return re.compile(rf"{_NOT_WITHIN}(?:{day_first}{_ENDS}|{year_first}(?!-\d)(?!\.\d)|{boxes}{_ENDS})")


def _numeric(low: str, text: str, reference_year: int | None) -> Iterator[DayToken]:
    for match in _numeric_pattern().finditer(low):
        kind = "" if match["d"] else "2" if match["d2"] else "3"
        raw = [match["d" + kind], match["m" + kind], match["y" + kind]]
        damaged = any(not part.strip("'’‘`´ ").isdigit() for part in raw)
        if damaged and not _scanner_slip(text[match.start() : match.end()]):
            continue
        day, month, year = (int(re.sub(r"\D", "", figures(part))) for part in raw)
        short = year < 100
        born = reference_year if _birth_before().search(low, max(0, match.start() - 60), match.start()) else None
        value = calendar_day(day, month, full_year(year, born) if short else year)
        if value is None and (damaged or kind == "3" or (short and match["s"] == ".")):
            continue
        if (short or (value is None and not damaged)) and _number_label().search(low, max(0, match.start() - 20), match.start()):
            continue
        yield _with_surroundings(
            low, match.start(), match.end(), value, (month, day) if value else None, year_given=True, damaged=damaged
        )


def _scanner_slip(printed: str) -> bool:
    """Only l, I, |, O and o stand among the figures, at least half of which are real."""
    odd = [char for char in printed if char.isalpha() or char == "|"]
    return set(odd) <= set("lI|Oo") and sum(char.isdigit() for char in printed) >= max(3, len(odd))


@cache
def _without_year_pattern() -> re.Pattern[str]:
    after = r"(?![^\W_])(?![-/.,:%]\d)(?!\s?(?:%|uur|jaar|dagen))"
    return re.compile(rf"{_NOT_WITHIN}(?P<d>\d{{1,2}})(?P<s>[-/])(?P<m>\d{{1,2}}){after}")


@cache
def _labels_day() -> re.Pattern[str]:
    return re.compile(r"(?:\b(?:datum|dag|dagtekening|d\.d\.?|dd\.?|pleegdatum)(?:\s?/\s?(?:tijd|uur|tijdstip))?[\s:|.]*)$")


@cache
def _clock_follows() -> re.Pattern[str]:
    return re.compile(r"[\s,/|]{1,3}(?:(?:om|te|omstreeks|rond|ca\.?)\s)?\d{1,2}(?:[.:]\d\d|\s?u(?:ur)?\b)")


@cache
def _preposition_before() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:op|per|van|sinds|vanaf|tot|t/m|voor|vóór)\s$")


def _numeric_without_year(low: str) -> Iterator[DayToken]:
    """ "27-9, 13:50", "ma 31-12", "datum: 25/5", "op 14-11": figures that only their surroundings make a date.

    After a preposition they are a date when they cannot be a count from one number to a higher one ("op 3-4 plekken").
    """
    for match in _without_year_pattern().finditer(low):
        day, month = int(match["d"]), int(match["m"])
        if calendar_day(day, month, 2024) is None:
            continue
        token = _with_surroundings(low, match.start(), match.end(), None, (month, day))
        counting = day < month and not match[0].startswith("0") and "0" not in match["m"][:1]
        placed = (
            not counting and match[0] != "24/7" and _preposition_before().search(low, max(0, match.start() - 8), match.start())
        )
        labelled = _labels_day().search(low, max(0, match.start() - 25), match.start())
        if token.weekday is not None or placed or labelled or _clock_follows().match(low, match.end()):
            yield token


@cache
def _day_before_month() -> re.Pattern[str]:
    figures = rf"(?<!\w)(?<!\d[.,:/-])(?P<d>{DIGIT}{{1,2}})(?P<o>ste|de|en|den|e)?[\s.\-/]{{0,3}}"
    spelled = rf"(?<!\w)(?:(?P<w>{CARDINAL})|(?P<r>{ORDINAL}))\s+"
    return re.compile(rf"(?:{figures}|{spelled})$")


@cache
def _year_after_month() -> re.Pattern[str]:
    written = rf"(?P<w>{YEAR_WORDS})(?![^\W\d_])"
    return re.compile(rf"\.?(?:[\s.,\-/]{{0,3}}(?P<y>{_YEAR}|{_SHORT_YEAR})|\s+(?:van\s+het\s+jaar\s+)?{written})")


@cache
def _hint_after_month() -> re.Pattern[str]:
    return re.compile(
        r"\.?[\s,]*(?:(?P<before>jl\b\.?|j\.l\.|l\.l\.|ll\b\.?|laatstleden|jongstleden)|(?P<after>a\.s\.|as\.|aanstaande)"
        r"|(?P<this>(?:van\s)?(?:dit|datzelfde|hetzelfde)\sjaar|dezes\sjaars)"
        r"|(?P<last>(?:van\s)?(?:het\s)?(?:vorig|vorige|verleden|afgelopen)\sjaar)"
        r"|(?P<next>(?:van\s)?(?:het\s)?volgende?\sjaar))(?!\w)"
    )


def _worded(low: str, text: str, reference_year: int | None) -> Iterator[DayToken]:
    """Dates with a month in letters: around each month word the day is read backwards and the year forwards."""
    for hit in lexicon.month_pattern().finditer(low):
        window = max(0, hit.start() - 40)
        before = _day_before_month().search(low[window : hit.start()])
        if before is None:
            continue
        start = window + before.start()
        day = _day_number(before)
        month = lexicon.months().get(hit[0]) or lexicon.months().get(lexicon.skeleton(hit[0]))
        tail = _year_after_month().match(low, hit.end())
        damaged = hit[0] not in lexicon.months() or bool(before["d"] and not before["d"].isdigit())
        if day is None or month is None or (damaged and (tail is None or not _plausible_slip(text[start : hit.start()]))):
            continue
        if tail is None and text[hit.start() : hit.end()] == "Jan":
            continue
        yield from _worded_token(low, start, hit.end(), (day, month), tail, damaged, reference_year)


def _plausible_slip(printed_day: str) -> bool:
    odd = {char for char in re.sub(r"(?:ste|de|en|den|e)?[\s.\-/]*$", "", printed_day) if not char.isdigit()}
    return odd <= set("lI|Oo") or printed_day.replace(" ", "").isalpha()


def _day_number(before: re.Match[str]) -> int | None:
    if before["d"]:
        return int(figures(before["d"]))
    return cardinal(before["w"]) if before["w"] else ordinal(before["r"])


def _worded_token(
    low: str,
    start: int,
    end: int,
    day_month: tuple[int, int],
    tail: re.Match[str] | None,
    damaged: bool,
    reference_year: int | None,
) -> Iterator[DayToken]:
    day, month = day_month
    if tail is not None:
        year = _year_number(tail, reference_year if _birth_before().search(low, max(0, start - 60), start) else None)
        if year is None:
            return
        value = calendar_day(day, month, year)
        odd_year = bool(tail["y"]) and not re.sub(r"['’‘`´\s]", "", tail["y"]).isdigit()
        slip = damaged or odd_year or bool(tail["y"] and re.search(r"\d\s\d", tail["y"]))
        if value is not None or not slip:
            yield _with_surroundings(
                low, start, tail.end(), value, (month, day) if value else None, year_given=True, damaged=slip
            )
        return
    hint = _hint_after_month().match(low, end)
    end = hint.end() if hint else end + (low[end : end + 1] == "." and low[end - 1] not in "rit")
    exists = calendar_day(day, month, 2024) is not None
    token = _with_surroundings(low, start, end, None, (month, day) if exists else None)
    yield token if hint is None else _hinted(token, hint)


def _hinted(token: DayToken, hint: re.Match[str]) -> DayToken:
    names: dict[str, YearHint] = {"before": "before", "after": "after", "this": "this", "last": "last", "next": "next"}
    return replace(token, year_hint=names[hint.lastgroup or "this"])


def _year_number(tail: re.Match[str], born_before: int | None) -> int | None:
    if tail["w"]:
        return cardinal(tail["w"])
    year = int(re.sub(r"\D", "", figures(tail["y"])))
    if year < 100:
        return full_year(year, born_before)
    return year if 1900 <= year < 2100 else None


@cache
def _weekday_before() -> re.Pattern[str]:
    names = lexicon.alternation(list(lexicon.weekdays()))
    part = lexicon.alternation(list(lexicon.dayparts()))
    article = r"(?:\s+(?:de|den|d\.d\.|dd\.?))?[\s,(/]{1,3}(?:(?:de|den)\s)?"
    return re.compile(rf"(?<!\w)(?P<name>{names})(?P<part>{part})?\.?{article}$")


@cache
def _birth_before() -> re.Pattern[str]:
    return re.compile(r"(?:\bgeb\b\.?|\bgeboren\b|\bgeboorteda(?:tum|g)\b|\*|°)[^.\n]{0,40}$")


def _with_surroundings(
    low: str,
    start: int,
    end: int,
    value: date | None,
    month_day: tuple[int, int] | None,
    year_given: bool = False,
    damaged: bool = False,
) -> DayToken:
    """The token with the weekday, the approximation and the birth mark that stand before it."""
    window = max(0, start - 60)
    named = _weekday_before().search(low, window, start)
    first = named.start() if named else start
    return DayToken(
        start=first,
        end=end,
        day=value,
        month_day=month_day,
        year_given=year_given,
        weekday=lexicon.weekdays()[re.sub(r"\s+", " ", named["name"])] if named else None,
        daypart=lexicon.dayparts()[named["part"]] if named and named["part"] else None,
        impossible=month_day is None,
        damaged=damaged,
        approximate=lexicon.approximate_before().search(low, window, first) is not None,
        birth=_birth_before().search(low, window, start) is not None,
    )
