"""The uithuisgeplaatste of a case: name and date of birth, with every paper that states another one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from verifier.reading.facts.model import Decision, Stated
from verifier.reading.facts.names import FoundName, find_names, same_person, tidy
from verifier.reading.facts.signatures import role_in
from verifier.reading.paper import Kind, Paper, Passage, Unit
from verifier.reading.time import find_moments

_BORN = re.compile(r"\bgeb(?:oren|\.|datum|oortedatum)?\b", re.I)
_SPLIT_NAME = re.compile(r"\b(?:achter)?naam:?\s+([^\s:,]+),?\s+voorna(?:am|men):?\s+", re.I)
"""Surname and first names under labels of their own in one row of a form."""
_TELLING: tuple[Kind, ...] = ("rihg", "pv_horen", "pv_bevindingen", "beschikking_verlenging", "akte_van_uitreiking", "pv_overig")
_YOUNGEST = 12 * 365
"""Days before a paper within which a date is no birth date of an uithuisgeplaatste."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Who the ban is about; a value is None where no paper states it."""

    name: Stated[str] | None
    born: Stated[date] | None


def subject_of(papers: Sequence[Paper], order: Decision | None) -> Subject:
    """Name and birth date of the uithuisgeplaatste: as the order states them, else as the first other paper does."""
    first = [papers[order.paper]] if order else []
    told = [*first, *(p for p in papers if p.kind in _TELLING and not p.draft)]
    banned = [n.value for n in order.names] if order else []
    street = order.address.value.split(",")[0].split() if order and order.address else []
    name = _identified(told, banned, street) or _born_beside(told, banned) or _named_in_form(first) or _addressee(first, banned)
    if name is None:
        return Subject(None, _most_stated(list(_labelled_births(told))))
    return Subject(_fullest(name, told), _most_stated(list(_births(told, name.value)) or list(_labelled_births(told))))


def _identifying(papers: Iterable[Paper]) -> Iterator[tuple[Paper, Unit, Passage, str]]:
    """The units that give who the uithuisgeplaatste is, with their words in the order of a name."""
    for paper in papers:
        for unit in paper.units_that("persoon_uhg"):
            passage = paper.passage(unit.start, unit.end)
            if passage is not None:
                yield paper, unit, passage, _SPLIT_NAME.sub(r"\1, ", unit.text)


def _identified(papers: Sequence[Paper], banned: Sequence[str], street: Sequence[str]) -> Stated[str] | None:
    """The first name in a unit that gives nobody else, or that a birth date follows; the ``street`` can stand behind it without a mark."""
    for paper, unit, passage, text in _identifying(papers):
        for found in find_names(text):
            born = _birth_after(text, found.end, paper.dated)
            if born is not None and not _can_be_birth(born, paper.dated):
                continue
            alone = "persoon_ander" not in unit.does or born
            name = " ".join(word for word in found.name.split() if word not in street)
            if alone and name and not any(same_person(name, b) for b in banned):
                return Stated(tidy(name), (passage,))
    return None


def _born_beside(papers: Sequence[Paper], banned: Sequence[str]) -> Stated[str] | None:
    """The first name with a birth date behind it that is not a name of the contact ban."""
    for paper, passage, text, found in _named(papers):
        born = _birth_after(text, found.end, paper.dated)
        if born and _can_be_birth(born, paper.dated) and not any(same_person(found.name, b) for b in banned):
            return Stated(tidy(found.name), (passage,))
    return None


def _named(papers: Iterable[Paper]) -> Iterator[tuple[Paper, Passage, str, FoundName]]:
    for paper in papers:
        for unit in paper.units:
            passage = paper.passage(unit.start, unit.end) if unit.function not in ("preprinted", "party", "remedy") else None
            if passage is not None:
                text = _SPLIT_NAME.sub(r"\1, ", unit.text)
                yield from ((paper, passage, text, found) for found in find_names(text))


def _named_in_form(papers: Sequence[Paper]) -> Stated[str] | None:
    """The name in a row of the order's form that is followed by a row for the birth."""
    for paper in papers:
        for unit, after in pairwise(paper.units):
            if re.match(r"\W*(?:\d{1,2}[.)]?\s*)?(?:volledige )?na?am\b", unit.label, re.I) and _BORN.match(after.label):
                passage = paper.passage(unit.start, unit.end)
                found = next(find_names(unit.text[len(unit.label) :]), None)
                if found and passage:
                    return Stated(tidy(found.name), (passage,))
    return None


def _addressee(papers: Sequence[Paper], banned: Sequence[str]) -> Stated[str] | None:
    for paper in papers:
        for unit in paper.units:
            if re.search(r"\b(?:aan|heer|mevrouw|opgelegd|naam|betrokkene)\b", unit.text, re.I):
                for found in find_names(unit.text):
                    passage = paper.passage(unit.start, unit.end)
                    if passage and not any(same_person(found.name, b) for b in banned) and role_in(unit.text) in (None, "anders"):
                        return Stated(tidy(found.name), (passage,))
    return None


def _fullest(name: Stated[str], papers: Iterable[Paper]) -> Stated[str]:
    """The name with its first names written out where a paper gives these; the passages stay those that name the person first."""
    if not (re.match(r"(?:[A-Z]\.)+", name.value) or len(name.value.split()) < 3):
        return name
    for _, _, text, found in _named(papers):
        value = tidy(found.name)
        longer = "." not in value and len(value.split()) > len(name.value.split())
        if longer and _same_surname(value, name.value) and value[0] == name.value[0] and _BORN.search(text[found.end : found.end + 40]):
            return replace(name, value=value)
    return name


def _same_surname(a: str, b: str) -> bool:
    return a.split()[-1] == b.split()[-1]


def _births(papers: Sequence[Paper], name: str) -> Iterator[tuple[date, Passage]]:
    """Every birth date given for the person: in a unit that is about nobody else, or behind the name."""
    seen: set[Passage] = set()
    for paper, unit, passage, text in _identifying(papers):
        days = [m.day for m in find_moments(text, paper.dated) if m.day and m.year_given and _can_be_birth(m.day, paper.dated)]
        named = [n.name for n in find_names(text)]
        own = not named or any(same_person(n, name) for n in named)
        if "persoon_ander" not in unit.does and days and own:
            seen.add(passage)
            yield days[0], passage
    for paper, passage, text, found in _named(papers):
        day = _birth_after(text, found.end, paper.dated) if passage not in seen and same_person(found.name, name) else None
        if day is not None:
            yield day, passage


def _can_be_birth(day: date, dated: date | None) -> bool:
    return day.year > 1900 and (dated is None or (dated - day).days > _YOUNGEST)


def _birth_after(text: str, end: int, anchor: date | None) -> date | None:
    """The date within some words after a name, when it is a birth date."""
    window = text[end : end + 90]
    for moment in find_moments(window, anchor):
        before = window[: moment.start]
        if moment.day and moment.year_given and (_BORN.search(before) or re.fullmatch(r"[\s,(]*", before)) and moment.day.year > 1900:
            return moment.day
    return None


def _labelled_births(papers: Iterable[Paper]) -> Iterator[tuple[date, Passage]]:
    """The first date behind the word for birth that makes an adult."""
    for paper in papers:
        for unit in paper.units:
            if unit.function in ("preprinted", "party") or not _BORN.search(unit.text):
                continue
            for moment in find_moments(unit.text, paper.dated):
                passage = paper.passage(unit.start, unit.end)
                if moment.day and moment.year_given and passage and paper.dated and (paper.dated - moment.day).days > 15 * 365:
                    yield moment.day, passage
                    return


def _most_stated(found: Sequence[tuple[date, Passage]]) -> Stated[date] | None:
    """The date stated first (by the order where it states one), with every other date beside it."""
    if not found:
        return None
    value = found[0][0]
    others = {d for d, _ in found if d != value}
    also = tuple((d, tuple(p for e, p in found if e == d)) for d in sorted(others))
    return Stated(value, tuple(dict.fromkeys(p for d, p in found if d == value))[:3], also)
