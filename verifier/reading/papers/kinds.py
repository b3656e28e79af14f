"""The kind of a paper from what stands in it, never from the name of its file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import log

from verifier.reading.data import load_data
from verifier.reading.paper import Kind

_TITLE_CHARS = 420
_OPENING_CHARS = 260
_LEAST = 4
"""Points from which words make a kind."""
_TOP_WEIGHT, _SURE_WEIGHT, _FLOOR = 3.0, 0.5, 0.01
"""What a probability read from the top weighs against the words: a sure one some fourteen points more than an absent one."""
_BODY_CAP = 10
"""Points that words of the body can add at most: a title outweighs what a paper merely mentions."""


@dataclass(frozen=True, slots=True)
class Profile:
    """Weighted forms of one kind, by place."""

    kind: Kind
    title: tuple[tuple[re.Pattern[str], int], ...]
    body: tuple[tuple[re.Pattern[str], int], ...]


@cache
def profiles() -> tuple[Profile, ...]:
    """The kinds of ``soorten.yaml``."""
    raw = load_data("verifier.reading.papers", "soorten.yaml")
    return tuple(Profile(p["soort"], _forms(p.get("titel", {})), _forms(p.get("tekst", {}))) for p in raw)


def scores(text: str) -> dict[Kind, int]:
    """Points of each kind for the text of a paper or page."""
    folded = re.sub(r"\s+", " ", text.lower())
    top = folded[:_TITLE_CHARS]
    return {
        p.kind: sum(w for form, w in p.title if form.search(top)) + min(_BODY_CAP, sum(w for form, w in p.body if form.search(folded)))
        for p in profiles()
    }


def opening(text: str) -> tuple[Kind, int]:
    """The kind that the first lines of a page announce, and its points."""
    top = re.sub(r"\s+", " ", text.lower())[:_OPENING_CHARS]
    points = {p.kind: sum(w for form, w in p.title if form.search(top)) for p in profiles()}
    best = max(points, key=lambda kind: points[kind])
    return best, points[best]


def kind_of(text: str, top: Mapping[str, float] | None = None) -> Kind:
    """The kind for which most speaks: the words of the whole text, and the probabilities read from its top where these are given.

    Without either ``overig``.
    """
    points = scores(text)
    if top is None:
        best = max(points, key=lambda kind: points[kind])
        return best if points[best] >= _LEAST else "overig"
    return max(points, key=lambda kind: max(points[kind], _LEAST if kind == "overig" else 0) + _likeliness(top.get(kind, 0.0)))


def _likeliness(probability: float) -> float:
    """How much a probability speaks for a kind: its logarithm, and something for being near certainty."""
    kept = min(max(probability, _FLOOR), 1 - _FLOOR)
    return _TOP_WEIGHT * log(kept) - _SURE_WEIGHT * log(1 - kept)


def _forms(weighted: Mapping[str, int]) -> tuple[tuple[re.Pattern[str], int], ...]:
    return tuple((re.compile(r"(?<!\w)" + re.escape(f).replace(r"\*", r".{0,40}?") + r"(?!\w)"), w) for f, w in weighted.items())
