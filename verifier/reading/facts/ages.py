"""Which persons are minors: by the birth date or age beside their name in any paper, else by the word for a child beside it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import cache

from verifier.reading.facts.model import Stated
from verifier.reading.facts.names import roles
from verifier.reading.paper import Paper
from verifier.reading.time import find_moments
from verifier.reading.time.arithmetic import age_on
from verifier.reading.time.numbers import CARDINAL, cardinal

_OF_AGE = 18
_REACH = 80
"""Characters after a name within which its age or birth date is looked for."""
_CAPITAL = r"[A-ZÀ-ÞĀ-Ž][\w’'-]*"
_FIGURE = rf"(?P<age>\d{{1,2}}|{CARDINAL})"
_AGE = re.compile(
    rf"\(\s*(?P<bare>\d{{1,2}})\s*\)|\b{_FIGURE}\s*-?(?:jaar|jr|jarige?)\b|\bvan\s+{_FIGURE.replace('age', 'of')}\b|(?P<months>\bma{{1,2}}nden\b)", re.I
)
_YEAR = re.compile(rf"(?:\s+{_CAPITAL})*\s*\((?:geb\.?\s*)?((?:19|20)\d\d)\)")
_JUST_BEFORE = re.compile(rf"\b{_FIGURE}\s?-?jarige\s+(?:[\w-]+\s+)?$", re.I)


def minors_among(names: Sequence[Stated[str]], papers: Iterable[Paper], on: date | None) -> tuple[Stated[str], ...]:
    """Those of the persons who are under eighteen on a day.

    A birth date anywhere in the papers goes before an age, an age before the word for a child ("uw dochter Anna").
    """
    told = [(unit.text, paper.dated) for paper in papers if not paper.draft for unit in paper.units if unit.function not in ("preprinted", "party")]
    return tuple(name for name in names if _is_minor(name.value, [n.value for n in names if n is not name], told, on))


def children_named(papers: Iterable[Paper]) -> tuple[str, ...]:
    """The first names beside which a unit on who the persons are gives an age under eighteen."""
    found = [
        match.group("first")
        for paper in papers if not paper.draft for unit in paper.units_that("persoon_ander") for match in _first_with_age().finditer(unit.text)
        if int(match.group("bare") or 0) < _OF_AGE and (match.group("bare") or _value(match.group("of")) < _OF_AGE)
    ]
    return tuple(dict.fromkeys(found))


def meant(text: str, children: Sequence[str], alone: bool) -> frozenset[str]:
    """The children a text is about: those it names by first name, or all of them where it speaks of the children.

    Args:
        children: First names of the children.
        alone: No adult child is about, so that "uw zoon" or "uw dochter" is a child too.
    """
    named = frozenset(c for c in children if re.search(rf"\b{re.escape(c)}\b", text, re.I))
    words = set(re.findall(r"\w+", text.lower()))
    several, one, grown = (words.intersection(roles()[key]) for key in ("kinderen", "kind", "nakomeling"))
    if several or len(children) <= 1 and (one or grown and alone):
        return frozenset(children)
    return named


def _is_minor(name: str, others: Sequence[str], told: Sequence[tuple[str, date | None]], on: date | None) -> bool:
    births: set[date] = set()
    ages: set[int] = set()
    words = False
    for text, dated in told:
        for at, end in _places(name, text):
            beside = _beside(text, end, others)
            births.update(_births(beside, dated or on))
            before = _JUST_BEFORE.search(text[:at])
            ages.update([_value(before.group("age"))] if before else _ages(beside))
            ages.update(_by_year(beside, dated or on))
            words = words or _child_word(text[:at], beside)
    if births and on is not None:
        return age_on(min(births), on) < _OF_AGE
    return min(ages) < _OF_AGE if ages else words


def _places(name: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a text names a person: by first name, with the surname after it where it follows."""
    first, _, last = name.partition(" ")
    who = re.escape(name) if "." in first or len(first) < 3 else rf"{re.escape(first)}(?:\s+{re.escape(last)})?"
    for match in re.finditer(rf"(?<![\w-]){who}(?![\w-])", text, re.I):
        if match.group()[0].isupper():
            yield match.span()


def _beside(text: str, end: int, others: Collection[str]) -> str:
    """What stands behind a name, up to the next person (with the words that belong to that one) or the end of the sentence."""
    rest = text[end : end + _REACH]
    ends = [m.start() for m in re.finditer(r"(?<=[a-z)])[.;]\s+[A-Z–-]|;", rest)]
    next_one = [m.start() for o in others if (m := re.search(rf"\b{re.escape(o.split()[0])}\b", rest, re.I))]
    cut = rest[: min([*ends, *next_one], default=len(rest))]
    return re.sub(rf"[\s,]*(?:\b\w+\s+)?\b(?:{_kin('kinderen', 'kind', 'nakomeling')})\s*$", "", cut) if len(cut) in next_one else cut


def _births(beside: str, anchor: date | None) -> Iterator[date]:
    for moment in find_moments(beside, anchor):
        if moment.day and moment.year_given and _plain().fullmatch(beside[: moment.start]):
            yield moment.day


def _ages(beside: str) -> Iterator[int]:
    for match in _AGE.finditer(beside):
        if _plain().fullmatch(re.sub(r"\d+\s*$", "", beside[: match.start()])):
            yield 0 if match.group("months") else _value(match.group("bare") or match.group("age") or match.group("of"))


def _by_year(beside: str, on: date | None) -> Iterator[int]:
    """The age that a bare year of birth in brackets gives, as in a form: "Anna (2010)"."""
    found = _YEAR.match(beside)
    if found and on is not None:
        yield on.year - int(found.group(1))


def _value(figure: str) -> int:
    number = int(figure) if figure.isdigit() else cardinal(figure.lower())
    return _OF_AGE if number is None else number


def _child_word(before: str, beside: str) -> bool:
    """Whether a word for a child stands against a name, before it ("uw kinderen Anna en Bram") or behind it ("Anna, dochter")."""
    kin = _kin("kinderen", "kind", "nakomeling")
    ahead = re.search(rf"\b(?:{kin})\b,?\s+(?:(?:{_CAPITAL}|van|de|der|den|en|,)\s*)*$", before)
    return bool(ahead or re.match(rf"[\s,(–-]*(?:(?:van|de|der|{_CAPITAL})\s*)*[\s,(–-]*(?:(?:uw|zijn|haar|hun)\s+)?(?:{kin})\b", beside))


def _kin(*lists: str) -> str:
    """The words of lists of ``rollen.yaml`` as alternatives, the longest first."""
    return "|".join(sorted({w for key in lists for w in roles()[key]}, key=len, reverse=True))


@cache
def _plain() -> re.Pattern[str]:
    """What can stand between a name and its age or birth date: more names, a relation, "geboren te", marks."""
    kin = _kin("kinderen", "kind", "nakomeling", "verwant")
    return re.compile(rf"(?:[\s,;:(–-]|{_CAPITAL}\.?|\b(?:van|de|der|den|ter|uw|zijn|haar|hun|op|te|in|aan|oud|d\.d\.|[vmj]|geb\w*\.?|{kin})(?!\w))*")


@cache
def _first_with_age() -> re.Pattern[str]:
    age = rf"(?:\(\s*(?P<bare>\d{{1,2}})\s*(?:jaar|jr\.?)?\s*\)|,?\s*(?:van\s+)?(?P<of>\d{{1,2}}(?=\s+ja?a?r)|(?<=van ){CARDINAL})\b)"
    return re.compile(rf"\b(?P<first>[A-ZÀ-Ž][a-zà-ž]+)\s*{age}")
