"""Reading texts for the concepts of ``concepts.yaml``: one reader for single sentences and for whole papers.

An answer needs three things that agree: the frame (the text is about the concept), the context (nothing in the sentence or the
kind of paper takes its force away: a party's pleading, quoted law) and the scorer. Where they do not agree the answer is ``nee``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from verifier.reading.concepts.encoder import probabilities, weights
from verifier.reading.concepts.frames import concerns
from verifier.reading.context.component import read_context

Verdict = Literal["ja", "tegendeel", "nee"]

PLAIN_YES, GUARDED_YES, LIKELY_NO = 0.40, 0.80, 0.35
"""Probabilities from which an answer counts, set on a hand the scorer was not trained on for at most 2% false affirmations. *Ja* must be
surer where the context finds a denial or another's word in the text: nearly all false affirmations stand beside one."""

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


def read_texts(texts: Sequence[str], kinds: Sequence[str]) -> list[list[Reading]]:
    """For every text, standing in a paper of that kind, the concepts it asserts or denies (those answered *nee* left out)."""
    if not texts:
        return []
    shown = [f"{KIND_WORDS.get(kind, 'overig stuk')} : {text}" for text, kind in zip(texts, kinds, strict=True)]
    scores = probabilities(shown)
    return [
        [r for r in (_decide(key, row, text) for key, row in zip(weights().keys, rows, strict=True)) if r.answer != "nee"]
        for text, rows in zip(texts, scores.tolist(), strict=True)
    ]


def answers(questions: Sequence[tuple[str, str, str, str]]) -> list[Verdict]:
    """For each ``(concept, over, kind of paper, text)`` the answer; a concept that is not known is answered *nee*."""
    found = read_texts([q[3] for q in questions], [q[2] for q in questions])
    return [
        next((r.answer for r in readings if (r.concept, r.over) == (concept, over)), "nee")
        for (concept, over, _, _), readings in zip(questions, found, strict=True)
    ]


def _decide(key: str, row: Sequence[float], text: str) -> Reading:
    concept, _, over = key.partition(":")
    yes, no, _ = row
    if yes >= PLAIN_YES and concerns(concept, text) and (yes >= GUARDED_YES or not _is_guarded(text)):
        return Reading(concept, over, "ja", yes)
    if no >= LIKELY_NO and no > yes and concerns(concept, text):
        return Reading(concept, over, "tegendeel", no)
    return Reading(concept, over, "nee", 1 - yes - no)


def _is_guarded(text: str) -> bool:
    """Whether the context denies something in the text or puts it in a party's mouth."""
    return any(cue.group.value in _GUARDING for cue in read_context(text).cues)
