"""The frames of ``frames.yaml``: what a text must be about before it can carry a concept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from verifier.reading.data import load_data


@cache
def frames() -> dict[str, tuple[re.Pattern[str], ...]]:
    """For each concept the groups of forms of which a text must hold one each.

    Raises:
        yaml.YAMLError: the file is not well-formed.
    """
    raw = load_data("verifier.reading.concepts", "frames.yaml")
    return {frame["begrip"]: tuple(_compile(group) for group in frame["kern"]) for frame in raw}


def concerns(concept: str, text: str) -> bool:
    """Whether a text is about what the concept is about; a concept without a frame can stand in any text."""
    folded = text.lower()
    return all(group.search(folded) for group in frames().get(concept, ()))


def _compile(forms: Sequence[str]) -> re.Pattern[str]:
    """One linear pattern for a group: whole words, ``*`` for any ending or beginning."""
    words = (re.escape(form).replace(r"\*", r"[\w’'-]*") for form in forms)
    return re.compile(r"(?<!\w)(?:" + "|".join(words) + r")(?!\w)")
