"""The remedy clause of a decision: which remedy it names, where to lodge it and within which term (Awb 3:45, 6:7, 7:1)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from verifier.reading.facts.mentions import SILENT, names
from verifier.reading.language.sentences import sentence_spans
from verifier.reading.paper import Paper, Unit
from verifier.reading.time import Duration, find_durations

_CLAUSES = re.compile(r"[,;:(]|\b(?:en|of|alsook|tevens)\b")
"""Between what one sentence says of beroep and of a voorlopige voorziening: the court of the one is not that of the other."""
APPEAL_DAYS = 6 * 7
_IN_APPEAL = re.compile(r"\bin beroep\b", re.I)
_PARTS = re.compile(r"[,;?]|\bdan\b")
"""Between the parts of a sentence; the denial in "bent u het niet eens, dan kunt u" is none of what follows."""


@dataclass(frozen=True, slots=True)
class Remedy:
    """What a remedy clause says.

    Args:
        appeal, court: It names beroep; it names the court as the place for it.
        objection: It offers bezwaar (the words that there is none do not).
        six_weeks: A term of six weeks stands in it.
        other_term: It gives another term and not the six weeks.
    """

    appeal: bool
    court: bool
    objection: bool
    six_weeks: bool
    other_term: bool


def remedy_units(paper: Paper) -> tuple[Unit, ...]:
    """The units of a decision that belong to its remedy clause: those read so, and any other that names beroep or bezwaar."""
    return tuple(
        u for u in paper.units
        if u.function == "remedy" or "besluit_rechtsmiddel" in u.does
        or (u.function not in SILENT and (names("beroep", u.text) is not None or names("bezwaar", u.text) is not None))
    )


def remedy_of(texts: Iterable[str]) -> Remedy:
    """Reads the texts of one remedy clause together."""
    sentences = [text[start:end] for text in texts for start, end in sentence_spans(text)]
    appeals = [s for s in sentences if names("beroep", s) is not None or _IN_APPEAL.search(s)]
    objections = [s for s in sentences if any(names("bezwaar", part) for part in _PARTS.split(s))]
    six_weeks = any(d.days == APPEAL_DAYS and not d.contradictory for s in sentences for d in find_durations(s))
    bounded = any(_is_term(d) for s in (*appeals, *objections) for d in find_durations(s))
    return Remedy(
        appeal=bool(appeals), court=any(names("rechter", clause) is not None for s in sentences for clause in _CLAUSES.split(s)), objection=bool(objections),
        six_weeks=six_weeks, other_term=not six_weeks and bounded,
    )


def _is_term(duration: Duration) -> bool:
    """A bound, or a length such as terms have; "tien dagen" beside beroep is the length of the huisverbod."""
    return duration.limit or duration.unit in ("week", "maand")
