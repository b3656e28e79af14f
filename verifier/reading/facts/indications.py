"""Persons that a text only indicates, without their name: "uw partner", "zijn kind", "moeder + de kinderen"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from verifier.reading.facts.names import find_names, roles
from verifier.reading.time.numbers import CARDINAL

_NAMED_AFTER = re.compile(
    r",?\s*(?:\(|:|genaamd|te weten:?|namelijk:?|zijnde:?|tevens|de heer|mevrouw|dhr\.|mw\.|mevr\.|\d{1,2}[).]|[-–•])*\s*(?:van\s|de\s|der\s)*[A-ZÀ-ÞĀ-Ž]"
)
"""A name that follows an indication, so that the person is named after all."""
_LIST = re.compile(r"(?::|\b(?:te weten|namelijk|zijnde)\b:?)")
"""What a list of names follows, in the same text or the next."""
_AGAINST = re.compile(r"[\s,(–:-]*(?:(?:geb(?:oren|oortedatum|\.)?\b[^,;()]*?\d\d(?:\s+(?:te|in)\s+[\w'’-]+)?|\d{1,3} (?:jaar|jr\.?)|[\d./-]{6,10})[\s,)(–-]+)?", re.I)
"""What may stand between a name and the word for kin that goes with it: the birth or the age of the same person."""
_THROUGH = re.compile(r"\b(?:via|door|bij|namens|van)\s+$", re.I)
"""Somebody through whom no contact may be sought, not somebody with whom."""


def indicated(texts: Sequence[str]) -> tuple[tuple[int, str], ...]:
    """The indications in the texts of a contact ban of persons who are not named in it, each with the place of its text.

    A person counts as named where the name stands against the same word for kin anywhere in the ban, or where a list of names follows.
    """
    found = [(i, words, named) for i, text in enumerate(texts) for words, named in _indications(text)]
    known = {_kin_of(words) for _, words, named in found if named}
    naming = {i for i, text in enumerate(texts) if any(True for _ in find_names(text))}
    # "the residents" in a sentence without a name are those whom another part of the ban names
    known |= {_kin_of(words) for i, words, _ in found if _kin_of(words) in roles()["gezamenlijk"] and i not in naming and naming}
    return tuple((i, words) for i, words, _ in found if _kin_of(words) not in known)


def _indications(text: str) -> Iterator[tuple[str, bool]]:
    """The indications in a text as printed, each with whether a name stands against it."""
    names = tuple(find_names(text))
    for match in _indication().finditer(text):
        if _THROUGH.search(text[: match.start()]):
            continue
        apposed = any(_AGAINST.fullmatch(text, n.end, match.start()) for n in names if n.end <= match.start())
        listed = (m := _LIST.search(text, match.end())) is not None and (not text[m.end() :].strip() or any(n.start >= m.end() for n in names))
        yield match.group("words"), apposed or listed or _NAMED_AFTER.match(text, match.end()) is not None


def _kin_of(words: str) -> str:
    return words.lower().split()[-1]


def is_named(name: str, text: str, others: Iterable[str]) -> bool:
    """Whether a text names a person: by first name, or by a surname that none of the others bears."""
    first, *rest = name.split()
    borne = {word for other in others for word in other.split()}
    words = [w for w in (first, *rest[-1:]) if len(w) > 2 and w not in borne]
    return any(re.search(rf"(?<![\w-]){re.escape(w)}(?![\w])", text, re.I) for w in words)


def indicates_child(label: str) -> bool:
    """Whether an indication is one of a child."""
    kin = {*roles()["kinderen"], *roles()["kind"], *roles()["nakomeling"]}
    return bool(kin.intersection(re.findall(r"[\w-]+", label.lower())))


@cache
def _indication() -> re.Pattern[str]:
    """A possessive with a word for kin, or the word for kin by itself as one of a list."""
    found = roles()
    kin = "|".join(sorted({w for key in ("verwant", "kinderen", "kind", "nakomeling") for w in found[key]}, key=len, reverse=True))
    between = rf"(?:(?:\d{{1,2}}|{CARDINAL}|minderjarige|jonge|jongste|oudste|gezamenlijke|andere|overige|eigen|beide)\s+){{0,3}}"
    owned = rf"\b(?:{'|'.join(found['bezit'])})\s+{between}(?:{kin})"
    listed = rf"(?:(?<=^)|(?<=[+,/:]\s)|(?<=[+/:])|(?<=\bmet\s)|(?<=\ben\s))(?:{between}(?:{kin}))"
    return re.compile(rf"(?P<words>(?:{owned}|{listed}))(?![\w-])", re.I)
