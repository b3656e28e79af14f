"""The frames of ``frames.yaml``: what a text must be about before it can carry a concept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import yaml


@cache
def frames() -> dict[str, tuple[re.Pattern[str], ...]]:
    """For each concept the groups of forms of which a text must hold one each.

    Raises:
        yaml.YAMLError: the file is not well-formed.
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    raw = yaml.load((files(__package__) / "frames.yaml").read_text(encoding="utf-8"), Loader=loader)
    return {frame["begrip"]: tuple(_compile(group) for group in frame["kern"]) for frame in raw}


def concerns(concept: str, text: str) -> bool:
    """Whether a text is about what the concept is about."""
    folded = text.lower()
    return all(group.search(folded) for group in frames()[concept])


def _compile(forms: Sequence[str]) -> re.Pattern[str]:
    """One linear pattern for a group: whole words, ``*`` for any ending or beginning."""
    words = (re.escape(form).replace(r"\*", r"[\w’'-]*") for form in forms)
    return re.compile(r"(?<!\w)(?:" + "|".join(words) + r")(?!\w)")
