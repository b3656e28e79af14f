"""Where a sentence ends, as far as the reading of time needs it: a clock takes its day from its own sentence only."""

from __future__ import annotations

import re
from functools import cache

_ABBREVIATIONS = frozenset(
    "dhr mw mr mevr dr ing drs prof art artt geb jl nr str st insp brig hovj resp ca plm omstr d.d dd t.a.v i.v.m m.b.t o.a"
    " jan feb febr mrt apr jun jul aug sep sept okt nov dec ma di wo do vr za zo w.g tel u h blz p.m m.i.v a.s j.l l.l".split()
)


@cache
def _boundary() -> re.Pattern[str]:
    return re.compile(r"[.!?][)'\"’”]?\s+(?=[A-Z0-9‘'\"“„(])|\n\s*\n")


def same_sentence(text: str, start: int, end: int) -> bool:
    """Whether no sentence ends between the two offsets of the text as printed."""
    for match in _boundary().finditer(text, start, end + 1):
        if match[0].startswith("\n"):
            return False
        word = re.search(r"[^\s(]*$", text[max(0, match.start() - 8) : match.start()])
        if word is None or (word[0].lower() not in _ABBREVIATIONS and len(word[0]) > 1):
            return False
    return True
