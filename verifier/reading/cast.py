"""Who is who in a case: a text with the part that each person has in it in place of the name.

Who struck whom, whose view it is and who lives where follows from a name only for who knows the case. The words are read with the
parts for the names; what is shown stays as printed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from verifier.reading.facts.ages import minors_among
from verifier.reading.facts.decisions import decisions_of, orders_among
from verifier.reading.facts.subject import subject_of
from verifier.reading.paper import Paper

_PARTICLE = r"(?:van|de|der|den|ter|ten|te|el|al|von|la)"
_TITLE = r"(?:de heer|dhr\.?|mevrouw|mw\.?|mevr\.?|meneer)"
_WORD = re.compile(r"[^\W\d_]{3,}")
_NO_NAME = frozenset({"van", "der", "den", "ter", "ten", "het", "von"})


Cast = Mapping[str, tuple[str, ...]]
"""The names of the persons of a case by their part, in the words that stand for the name in a text."""


def cast_of(papers: Sequence[Paper]) -> Cast:
    """The uithuisgeplaatste, and the persons of the contact ban as the last order that imposes names them."""
    orders = orders_among(decisions_of(papers), papers)
    order = orders[-1] if orders else None
    subject = subject_of(papers, order)
    named = tuple(n.value for n in order.names) if order else ()
    minors = tuple(m.value for m in minors_among(order.names, papers, papers[order.paper].dated)) if order else ()
    return {
        "de uithuisgeplaatste": (subject.name.value,) if subject.name else (),
        "de achterblijver": tuple(n for n in named if n not in minors),
        "het kind": minors,
    }


def in_parts(cast: Cast) -> Callable[[str], str]:
    """Puts the part for every name in a text that only one part bears; a surname that several share stays as it is."""
    bearers: dict[str, set[str]] = {}
    for part, names in cast.items():
        for word in (w.lower() for name in names for w in _WORD.findall(name)):
            if word not in _NO_NAME:
                bearers.setdefault(word, set()).add(part)
    if not bearers:
        return lambda text: text
    word = "(?:" + "|".join(sorted(map(re.escape, bearers), key=len, reverse=True)) + ")"
    name = re.compile(
        rf"(?:\b{_TITLE}\s+)?(?:\b[A-Z]\.\s?)*(?:\b{_PARTICLE}\s+)*\b{word}\b(?:(?:[\s,]+|-)(?:{_PARTICLE}\s+)*{word}\b)*"
        rf"(?:,?\s+(?:[A-Z]\.\s?)+(?![a-z]))?", re.I,
    )

    def part_for(match: re.Match[str]) -> str:
        words = match.group()
        borne = [bearers[w.lower()] for w in _WORD.findall(words) if w.lower() in bearers]
        alone = {next(iter(parts)) for parts in borne if len(parts) == 1}
        return alone.pop() if len(alone) == 1 and any(c.isupper() for c in words) else words

    return lambda text: name.sub(part_for, text)
