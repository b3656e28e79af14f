"""Reading texts for the concepts of ``concepts.yaml``: one reader for single sentences and for whole papers.

An answer needs three things that agree: the frame (the text is about the concept), the context (nothing in the sentence or the
kind of paper takes its force away: a party's pleading, quoted law) and the scorer. Where they do not agree the answer is ``nee``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from verifier.reading.concepts.encoder import Shown, probabilities, scorer
from verifier.reading.concepts.frames import concerns
from verifier.reading.concepts.place import Place
from verifier.reading.context.component import read_context

Verdict = Literal["ja", "tegendeel", "nee"]

PLAIN_YES, GUARDED_YES, LIKELY_NO = 0.60, 0.90, 0.35
"""Probabilities from which an answer counts, set on a hand the scorer was not trained on for at most 2% false affirmations. *Ja* must be
surer where the context finds a denial or another's word in the text: nearly all false affirmations stand beside one."""

FUNCTION = "regel"
"""The concept under which it is read what a unit does in its paper; the function itself is the ``over``."""
_TOP = "soort"
"""The concept under which it is read what kind of paper begins with a page."""
NO_OPENING = "vervolg"
"""What the top of a page is read as when no paper begins there."""
_DOES = 0.5
"""Probability from which a unit does something in its paper."""
_GUARDING = frozenset({"ontkend", "dubbel", "partij"})

KIND_WORDS = {
    "beschikking_huisverbod": "beschikking huisverbod", "beschikking_verlenging": "beschikking verlenging",
    "beschikking_intrekking": "beschikking intrekking", "pv_bevindingen": "proces-verbaal bevindingen",
    "pv_horen": "proces-verbaal horen", "pv_overig": "proces-verbaal overig", "verklaring_aangifte": "verklaring aangifte",
    "rihg": "risicotaxatie formulier", "mandaatbesluit": "mandaatbesluit", "verlengingsadvies": "advies verlenging",
    "akte_van_uitreiking": "akte van uitreiking", "zorgmelding_veilig_thuis": "zorgmelding Veilig Thuis",
    "verzoekschrift_voorlopige_voorziening": "verzoekschrift advocaat", "verweerschrift": "verweerschrift gemeente",
    "uitspraak": "uitspraak rechter", "brief": "brief", "overig": "overig stuk",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says on a concept: ``certainty`` is the probability of the answer, between 0 and 1."""

    concept: str
    over: str
    answer: Verdict
    certainty: float


def shown_as(kind: str, place: Place, text: str) -> Shown:
    """A text of a paper of this kind as the scorer sees it."""
    return Shown(KIND_WORDS.get(kind, KIND_WORDS["overig"]), place.heading, place.before, text)


def shown_top(words: str) -> Shown:
    """The top of a page as the scorer sees it."""
    return Shown("bladzijde", "", "", words)


def read_tops(words: Sequence[str]) -> list[dict[str, float]]:
    """For the top of each page the probability of every kind of paper beginning there (and of ``NO_OPENING``)."""
    if not words:
        return []
    keys = [(i, key.partition(":")[2]) for i, key in enumerate(scorer().keys) if key.startswith(f"{_TOP}:")]
    return [{kind: float(row[i, 0]) for i, kind in keys} for row in probabilities([shown_top(w) for w in words])]


def read_texts(asked: Sequence[tuple[str, Place, str]], guarded: float = GUARDED_YES) -> list[list[Reading]]:
    """For every ``(kind of paper, place in it, text)`` the concepts it asserts or denies (those answered *nee* left out)."""
    if not asked:
        return []
    scores = probabilities([shown_as(*a) for a in asked])
    return [
        [r for r in (_decide(key, row, text, guarded) for key, row in zip(scorer().keys, rows, strict=True)) if r.answer != "nee"]
        for (_, _, text), rows in zip(asked, scores.tolist(), strict=True)
    ]


def answers(questions: Sequence[tuple[str, str, str, str]]) -> list[Verdict]:
    """For each ``(concept, over, kind of paper, text)`` the answer; a concept that is not known is answered *nee*."""
    found = read_texts([(kind, Place(), text) for _, _, kind, text in questions])
    return [
        next((r.answer for r in readings if (r.concept, r.over) == (concept, over)), "nee")
        for (concept, over, _, _), readings in zip(questions, found, strict=True)
    ]


def _decide(key: str, row: Sequence[float], text: str, guarded: float) -> Reading:
    concept, _, over = key.partition(":")
    yes, no, _ = row
    if concept in (FUNCTION, _TOP):
        return Reading(concept, over, "ja" if concept == FUNCTION and yes >= _DOES else "nee", yes)
    if yes >= PLAIN_YES and concerns(concept, text) and (yes >= guarded or not _is_guarded(text)):
        return Reading(concept, over, "ja", yes)
    if no >= LIKELY_NO and no > yes and concerns(concept, text):
        return Reading(concept, over, "tegendeel", no)
    return Reading(concept, over, "nee", 1 - yes - no)


def _is_guarded(text: str) -> bool:
    """Whether the context denies something in the text or puts it in a party's mouth."""
    return any(cue.group.value in _GUARDING for cue in read_context(text).cues)
