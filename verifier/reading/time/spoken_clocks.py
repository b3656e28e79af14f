"""Clock times in words: half drie, kwart over elf, tien voor twaalf, vijf over half negen, drie uur 's middags, middernacht."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import time
from functools import cache

from verifier.reading.time import lexicon
from verifier.reading.time.clocks import approximate_at, cue_before
from verifier.reading.time.numbers import cardinal
from verifier.reading.time.tokens import ClockToken

_HOUR = r"(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|1[0-2]|[1-9])(?![^\W_])(?![.,:]\d)"
_MINUTES = r"(?:vijf|tien|twintig|kwart|een\skwart|5|10|20)"
# "Kort na vieren": the hour as a plural, never to the minute.
_PLURAL = {
    "enen": "een", "tweeën": "twee", "drieën": "drie", "vieren": "vier", "vijven": "vijf", "zessen": "zes", "zevenen": "zeven",
    "achten": "acht", "negenen": "negen", "tienen": "tien", "elven": "elf", "twaalven": "twaalf",
}  # fmt: skip


def find_spoken_clocks(low: str) -> Iterator[ClockToken]:
    """Every clock time in words, in order of place, with the part of the day that stands right behind it."""
    for match in _pattern().finditer(low):
        if match.start() and (low[match.start() - 1].isalnum() or low[match.start() - 1] in ".,:-/"):
            continue
        if match["plural"]:
            hour = cardinal(_PLURAL[match["plural"]]) or 0
            yield replace(_token(low, match.start("plural"), match.end(), time(hour), unknown=True), approximate=True)
            continue
        if match["midnight"]:
            yield _token(low, match.start(), match.end(), _about_midnight(match["mm"], match["ms"]), unknown=False)
            continue
        hour, minute = _value(match)
        announced = cue_before().search(low, max(0, match.start() - 24), match.start()) is not None
        phrase = lexicon.daypart_phrase().match(low, match.end() + 1)
        if not _is_clock(low, match, announced or phrase is not None):
            continue
        yield _token(low, match.start(), match.end(), time(hour % 24, minute), unknown=True)


@cache
def _counted() -> re.Pattern[str]:
    """Behind words that count something and are no clock."""
    return re.compile(
        r"\s?(?:%|euro|jaar|dagen|weken|maanden|personen|kinderen|keer|glazen|flessen|liter|man\b|vrouwen|stuks|vakken|procent)"
    )


@cache
def _pattern() -> re.Pattern[str]:
    half = rf"(?:(?P<hm>{_MINUTES})\s(?:minuten\s)?(?P<hs>voor|over)\s)?(?P<half>half)\s(?P<hh>{_HOUR})"
    past = rf"(?P<m>{_MINUTES})\s(?:minuten\s)?(?P<s>voor|over)\s(?P<h>{_HOUR})"
    whole = rf"(?P<w>{_HOUR})\suur(?!\s+(?:lang|per|later|eerder|geleden|nadat|na|daarna|rijden|lopen|slaap|werk))(?![^\W_])"
    plural = rf"(?:na|voor|tegen|rond|omstreeks)\s(?P<plural>{'|'.join(_PLURAL)})(?![^\W_])"
    midnight = rf"(?:(?P<mm>{_MINUTES}|een\skwartier)\s(?:minuten\s)?(?P<ms>voor|over|na)\s)?(?P<midnight>middernacht)"
    return re.compile(rf"(?:{half}|{past}|{whole}|{midnight}|{plural})(?:\s?uur(?![^\W_]))?")


def _number(word: str) -> int:
    return int(word) if word.isdigit() else cardinal(word) or 0


def _about_midnight(minutes: str | None, side: str | None) -> time:
    """Midnight, or so many minutes before or after it."""
    if not minutes:
        return time(0)
    number = 15 if "kwart" in minutes else _number(minutes)
    return time(23, 60 - number) if side == "voor" else time(0, number)


def _value(match: re.Match[str]) -> tuple[int, int]:
    """Hour and minute on the clock of twelve."""
    if match["w"]:
        return _number(match["w"]), 0
    if match["half"]:
        total = 60 * _number(match["hh"]) - 30
        words, side = match["hm"], match["hs"]
    else:
        total = 60 * _number(match["h"])
        words, side = match["m"], match["s"]
    if words:
        minutes = 15 if "kwart" in words else _number(words)
        total += minutes if side == "over" else -minutes
    hour, minute = divmod(total % 720, 60)
    return hour or 12, minute


def _is_clock(low: str, match: re.Match[str], announced: bool) -> bool:
    """Refuses "half 3%", "tien voor twee vakken" and whole hours that nothing announces ("drie uur gewacht")."""
    if _counted().match(low, match.end()):
        return False
    if match["w"]:
        lasting = re.search(r"\b(?:binnen|gedurende|ruim|bijna|na)\s$", low[max(0, match.start() - 11) : match.start()])
        return announced and not lasting
    if match["half"] or "kwart" in (match["m"] or ""):
        return True
    closed = re.match(r"\s*(?:$|[.,;:)\n]|uur|op\s|heeft|is\s|was\s|had\s|zijn\s)", low[match.end() : match.end() + 8])
    return announced or match[0].endswith("uur") or closed is not None


def _token(low: str, start: int, end: int, clock: time, unknown: bool) -> ClockToken:
    return ClockToken(
        start=start,
        end=end,
        clock=clock,
        half_day_unknown=unknown,
        twelve_hours=unknown,
        approximate=approximate_at(low, start, end),
    )
