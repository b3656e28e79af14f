"""Periods: a beginning, an end and a length that the text puts together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from itertools import pairwise
from typing import Any, Literal, cast

from verifier.reading.data import load_data
from verifier.reading.time.durations import find_durations
from verifier.reading.time.lexicon import alternation, lowered
from verifier.reading.time.model import Duration, Moment, Period
from verifier.reading.time.moments import find_moments
from verifier.reading.time.sentences import same_sentence

Role = Literal["begin", "einde", "duur"]


@dataclass(frozen=True, slots=True)
class _Part:
    """A moment or a duration in its role; the span includes the words that announce it."""

    start: int
    end: int
    role: Role
    strong: bool
    inclusive: bool = False
    moment: Moment | None = None
    duration: Duration | None = None


def find_periods(text: str, anchor: date | datetime | None = None) -> tuple[Period, ...]:
    """Every period of a Dutch text, in order of place.

    Args:
        text: The text as printed; offsets of the result count in it.
        anchor: The paper's own day, for "heden" and dates without a year.

    Returns:
        Periods with at least a beginning, an end or a stated length. A date after a mere "van" is a beginning only when an end
        or a length follows it at once.

    >>> [p] = find_periods("voor de duur van tien dagen, derhalve tot 13 februari 2024 te 14.30 uur")
    >>> p.days, p.finish.day
    (10, datetime.date(2024, 2, 13))
    """
    low = lowered(text)
    moments = find_moments(text, anchor)
    parts = [part for moment in moments if (part := _part_of(low, moment))]
    parts = _with_dashes(low, moments, parts) + [
        _length(low, duration) for duration in find_durations(text) if not duration.limit
    ]
    groups: list[list[_Part]] = []
    for part in sorted(parts, key=lambda p: (p.start, p.end)):
        if groups and _belongs(text, low, groups[-1], part):
            groups[-1].append(part)
        else:
            groups.append([part])
    return tuple(period for group in groups if (period := _period(low, group)))


@cache
def _phrasings() -> dict[str, Any]:
    return cast("dict[str, Any]", load_data("verifier.reading.time", "perioden.yaml"))


@dataclass(frozen=True, slots=True)
class _Cue:
    role: Role
    strong: bool
    inclusive: bool
    pattern: re.Pattern[str]


@cache
def _cues(place: Literal["voor", "achter"]) -> tuple[_Cue, ...]:
    filler = rf"(?:[\s,:|()]+(?:{alternation(list(_phrasings()['vulling']))})(?![^\W_]))*"
    # A label of a form begins its line or cell and may say more: "Einde (datum, tijd; 10 dagen later)".
    label_start, label = r"(?:(?<=[|\t])|(?m:^))[^\S\n]*", r"[^\n.|:\t]{0,45}[:|\n\t]\s*\Z"
    cues = []
    for entry in _phrasings()["aankondigingen"]:
        if entry["plaats"] != place:
            continue
        found = alternation(list(entry["woorden"]))
        word = rf"(?:{found})(?![^\W_])"
        before = rf"(?:(?<![^\W_]){word}{filler}[\s,:|]*\Z|{label_start}{word}{label})"
        pattern = re.compile(before if place == "voor" else rf"[\s,]*{word}")
        cues.append(_Cue(entry["rol"], bool(entry.get("sterk")), bool(entry.get("inclusief")), pattern))
    return tuple(cues)


def _part_of(low: str, moment: Moment) -> _Part | None:
    """The moment in the role that the words right before or behind it give it, or None. The nearest announcement wins."""
    window = max(0, moment.start - 60)
    ahead = [
        (match.start(), cue)
        for cue in _cues("voor")
        if cue.role != "duur" and (match := cue.pattern.search(low, window, moment.start))
    ]
    behind = [(match.end(), cue) for cue in _cues("achter") if (match := cue.pattern.match(low[moment.end : moment.end + 30]))]
    if behind and not any(cue.role == "einde" for _, cue in ahead):
        end, cue = behind[0]
        return _Part(moment.start, moment.end + end, cue.role, cue.strong, cue.inclusive, moment)
    if not ahead:
        return None
    # All announcements end right before the moment, so several match only where one holds another ("met ingang van" and "van").
    place, cue = max(ahead, key=lambda found: (found[1].inclusive, found[1].strong, -found[0]))
    return _Part(place, moment.end, cue.role, cue.strong, cue.inclusive, moment)


def _with_dashes(low: str, moments: tuple[Moment, ...], parts: list[_Part]) -> list[_Part]:
    """Adds the ranges that only a dash makes: "10:20 – 10:50 uur"."""
    placed = {part.moment.start for part in parts if part.moment}
    added: list[_Part] = []
    for first, second in pairwise(moments):
        if second.start in placed or not re.fullmatch(r"\s?(?:-|–|—)\s?", low[first.end : second.start]):
            continue
        if first.start not in placed:
            added.append(_Part(first.start, first.end, "begin", strong=False, moment=first))
        added.append(_Part(first.end, second.end, "einde", strong=True, moment=second))
    return parts + added


def _length(low: str, duration: Duration) -> _Part:
    window = max(0, duration.start - 40)
    for cue in _cues("voor"):
        if cue.role == "duur" and (match := cue.pattern.search(low, window, duration.start)):
            return _Part(match.start(), duration.end, "duur", strong=True, duration=duration)
    return _Part(duration.start, duration.end, "duur", strong=False, duration=duration)


def _belongs(text: str, low: str, group: list[_Part], part: _Part) -> bool:
    """Whether a part completes the period that the group began."""
    last = group[-1]
    roles = {member.role for member in group}
    gap = part.start - last.end
    if part.role in roles or gap > 120 or (part.role == "begin" and "einde" in roles):
        return False
    if any(member.role == "begin" and not member.strong for member in group):
        between = low[last.end : part.start]
        return gap <= 40 and not re.search(r"[.;]\s", between) and not _extends(between)
    if not (part.strong and last.strong):
        return gap <= 25 and same_sentence(text, last.end, part.start)
    return gap <= 40 or same_sentence(text, last.end, part.start)


def _extends(low: str) -> bool:
    return re.search(rf"(?<![^\W_])(?:{alternation(list(_phrasings()['verlenging']))})(?![^\W_])", low) is not None


def _period(low: str, group: list[_Part]) -> Period | None:
    if not any(part.strong for part in group):
        return None
    begin = next((part for part in group if part.role == "begin"), None)
    finish = next((part for part in group if part.role == "einde"), None)
    length = next((part for part in group if part.role == "duur"), None)
    start, end = min(part.start for part in group), max(part.end for part in group)
    line_start = max(low.rfind("\n", 0, start), low.rfind(". ", 0, start), start - 50)
    line_end = min(end + 30, next((i for i in (low.find("\n", end), low.find(". ", end)) if i >= 0), end + 30))
    return Period(
        start=start,
        end=end,
        begin=begin.moment if begin else None,
        finish=finish.moment if finish else None,
        inclusive=finish.inclusive if finish else False,
        duration=length.duration if length else None,
        extension=_extends(low[max(0, line_start) : line_end]),
    )
