"""What a sentence names, as far as its words alone tell: an act of violence, a mandate, talk with the mayor, a legal remedy.

A mention is less than a statement: it says that a paper speaks of something, not that it is so. The word lists are data
(``vermeldingen.yaml``); whether the word is denied follows from the context component.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from verifier.reading.context.component import read_context
from verifier.reading.data import load_data
from verifier.reading.paper import Function, Kind, Paper, Passage, Unit

SILENT: frozenset[Function] = frozenset({"heading", "preprinted", "letterhead", "party", "remedy"})
"""Functions of units that carry no outcome."""
_OTHER_VOICES = frozenset({"partij", "wettekst"})


@dataclass(frozen=True, slots=True)
class Named:
    """One entry of ``vermeldingen.yaml``."""

    name: str
    core: tuple[re.Pattern[str], ...]
    excluded: re.Pattern[str] | None
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A unit of a paper that names something.

    Args:
        denied: The sentence denies the word that names it.
        unsettled: The sentence plans it, makes it conditional or offers it.
        stated: It is neither denied nor unsettled, and no law text or party's word.
    """

    kind: Kind
    unit: Unit
    passage: Passage | None
    denied: bool
    unsettled: bool
    stated: bool


@cache
def named_things() -> tuple[Named, ...]:
    """The entries of ``vermeldingen.yaml``; several may share a name.

    Raises:
        KeyError: An entry lacks a required field.
    """
    raw = load_data("verifier.reading.facts", "vermeldingen.yaml")
    return tuple(
        Named(
            entry["vermelding"], tuple(_compile(group) for group in entry["kern"]),
            _compile(entry["niet"]) if entry.get("niet") else None, tuple(entry["voorbeelden"]), tuple(entry["tegenvoorbeelden"]),
        )
        for entry in raw
    )


def names(thing: str, text: str) -> bool | None:
    """Whether a sentence names a thing: True when it does, False when it denies it, None when it does not name it."""
    found = _found(thing, text)
    return any(not word.denied for word in found) if found else None


def mentions(papers: Iterable[Paper], thing: str, kinds: Sequence[Kind], silent: Collection[Function] = SILENT) -> Iterator[Mention]:
    """The units of papers of these kinds that name a thing; units of the silent functions are left out, drafts too."""
    for paper in papers:
        if paper.draft or paper.kind not in kinds:
            continue
        for unit in paper.units:
            found = () if unit.function in silent else _found(thing, unit.text)
            if found:
                yield Mention(
                    paper.kind, unit, paper.passage(unit.start, unit.end), denied=all(word.denied for word in found),
                    unsettled=all(word.unsettled for word in found), stated=any(word.stated for word in found),
                )


@dataclass(frozen=True, slots=True)
class _Word:
    """A word that names a thing, and what the context does to it."""

    denied: bool
    unsettled: bool
    borrowed: bool

    @property
    def stated(self) -> bool:
        return not (self.denied or self.unsettled or self.borrowed)


@lru_cache(maxsize=8192)
def _found(thing: str, text: str) -> tuple[_Word, ...]:
    context = read_context(text)
    places = [
        index for named in named_things() if named.name == thing and _fits(named, context.words)
        for index, word in enumerate(context.words) if named.core[0].fullmatch(word)
    ]
    return tuple(
        _Word(context.denied(i), bool(context.value("tijd", i)), bool(context.value("bron", i) & _OTHER_VOICES)) for i in places
    )


def _fits(named: Named, words: Sequence[str]) -> bool:
    if named.excluded is not None and any(named.excluded.fullmatch(word) for word in words):
        return False
    return all(any(group.fullmatch(word) for word in words) for group in named.core)


def _compile(forms: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(str(form)).replace(r"\*", r"[\w’'.-]*") for form in forms))
