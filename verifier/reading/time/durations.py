"""Lengths of time: "tien dagen", "10 (tien) dagen", "240 uur", "vier weken"."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from verifier.reading.time.lexicon import lowered
from verifier.reading.time.model import Duration, Unit
from verifier.reading.time.numbers import CARDINAL, HUNDREDS, cardinal

_UNITS: dict[str, str] = {
    "uren": "uur", "uur": "uur", "etmalen": "dag", "etmaal": "dag", "dagen": "dag", "dag": "dag", "kalenderdagen": "dag",
    "dgn": "dag",
    "weken": "week", "week": "week", "maanden": "maand", "maand": "maand", "jaren": "jaar", "jaar": "jaar",
}  # fmt: skip


def find_durations(text: str) -> tuple[Duration, ...]:
    """Every length of time in a Dutch text, in order of place.

    A bare "N uur" after "om", "te" and the like, and "14.30 uur", are clock times and left out; so are ages ("17 jaar oud").
    """
    low = lowered(text)
    return tuple(duration for match in _pattern().finditer(low) if (duration := _duration(low, match)))


@cache
def _pattern() -> re.Pattern[str]:
    number = rf"(?:\d{{1,3}}|{HUNDREDS}|{CARDINAL})"
    second = rf"(?:\s?\(\s?(?P<second>{number})\s?\))?"
    units = "|".join(sorted(_UNITS, key=len, reverse=True))
    # The first letters of all number words, so that the engine can skip most positions at once.
    between = r"\s?(?:achtereenvolgende\s|volle\s|hele\s|aaneengesloten\s)?"
    return re.compile(
        rf"(?=[\deédvzantho])(?<![^\W_])(?<!\d[.,:/-])(?P<first>{number}){second}{between}(?P<unit>{units})(?![^\W_])"
    )


@cache
def _clock_before() -> re.Pattern[str]:
    cue = r"(?:om|te|omstreeks|rond|vanaf|tot|t/m|tussen|tegen|tijdstip|tijd|uiterlijk|ca\.?|circa)"
    return re.compile(rf"(?:^|(?<![^\W_])){cue}[\s:]+$")


@cache
def _limit_before() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:ten\s+hoogste|hoogstens|maximaal|hooguit|binnen|uiterlijk|niet\s+langer\s+dan|minder\s+dan|niet\s+meer\s+dan"
        r"|max\.?)\s+(?:de\s+duur\s+van\s+)?$"
    )


def _duration(low: str, match: re.Match[str]) -> Duration | None:
    unit = cast("Unit", _UNITS[match["unit"]])
    amount = _amount(match["first"])
    if amount is None or re.match(r"\s+oud\b|-jarig", low[match.end() : match.end() + 7]):
        return None
    before = low[max(0, match.start() - 30) : match.start()]
    if unit == "uur" and amount <= 24 and _clock_before().search(before):
        return None
    second = _amount(match["second"]) if match["second"] else amount
    return Duration(match.start(), match.end(), amount, unit, _limit_before().search(before) is not None, second != amount)


def _amount(word: str) -> int | None:
    return int(word) if word.isdigit() else cardinal(word)
