"""The words of time from ``woorden.yaml``, read once and handed on as frozen values and compiled patterns.

All patterns expect text in lower case as :func:`lowered` gives it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

from verifier.reading.data import load_data
from verifier.reading.time.model import Daypart

# What a scanner makes of a digit, in lower-cased text: l and I for 1, O for 0.
DIGIT = r"[\dlio|]"


@dataclass(frozen=True, slots=True)
class RelativeWord:
    """A word that means a day counted from the paper's own day ("stuk") or from the day named last ("genoemd")."""

    counted_from: Literal["stuk", "genoemd"]
    days: int
    daypart: Daypart | None


def lowered(text: str) -> str:
    """Lower-case text of exactly the same length, so that every offset keeps its place."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


@cache
def words() -> dict[str, Any]:
    """The word lists as data."""
    return cast("dict[str, Any]", load_data("verifier.reading.time", "woorden.yaml"))


def alternation(items: list[str]) -> str:
    """A pattern for any of the items, longest first; a space in an item matches any white space."""
    return "|".join(re.escape(item).replace(r"\ ", r"\s+") for item in sorted(items, key=len, reverse=True))


def figures(printed: str) -> str:
    """The printed figures, in lower case, with what a scanner made of them put right: l, i and | for 1, o for 0."""
    return printed.translate(str.maketrans("li|o", "1110"))


def skeleton(word: str) -> str:
    """The word with all that a scanner mixes up made equal: rn and m, l and 1 and i, 0 and o."""
    return word.replace("rn", "m").translate(str.maketrans("l1|0", "iiio"))


@cache
def months() -> dict[str, int]:
    """Month by word as printed, and by the skeleton of its full names."""
    table = {word: int(number) for number, forms in words()["maanden"].items() for word in forms}
    for word, number in list(table.items()):
        table.setdefault(skeleton(word), number)
    return table


@cache
def month_pattern() -> re.Pattern[str]:
    """Finds a month word; full names also with the slips of a scanner."""
    damage = {"m": "(?:m|rn)", "i": "[il1|]", "l": "[il1|]", "o": "[o0]"}
    names = [word for forms in words()["maanden"].values() for word in forms]
    ordered = sorted(names, key=len, reverse=True)
    spelled = ["".join(damage.get(char, char) for char in word) if len(word) > 4 or word == "mei" else word for word in ordered]
    return re.compile(f"(?:{'|'.join(spelled)})(?![^\\W\\d_])")


@cache
def weekdays() -> dict[str, int]:
    """Weekday (Monday 0) by long or short word."""
    return {word: int(number) for number, forms in words()["weekdagen"].items() for word in [forms["lang"], *forms["kort"]]}


@cache
def dayparts() -> dict[str, Daypart]:
    """Part of the day by word."""
    return {word: cast("Daypart", part) for part, forms in words()["dagdelen"].items() for word in forms}


@cache
def daypart_source() -> str:
    """Pattern source for a phrase that gives the part of the day of a clock ("'s avonds"); group-free."""
    part = r"(?:ochtend|morgen|(?:na|voor)?middag|avond|nacht)"
    return rf"(?:(?:['’‘`´]?\s?s|des)[\s-]?{part}s|in\s(?:de|den)\s(?:vroege\s|late\s)?{part})(?![^\W\d_])"


@cache
def daypart_phrase() -> re.Pattern[str]:
    """Matches a phrase of :func:`daypart_source` anywhere."""
    return re.compile(rf"(?<![^\W_]){daypart_source()}")


def daypart_in(text: str) -> Daypart | None:
    """The part of the day that a text in lower case names in its last such word, or None.

    >>> daypart_in("zaterdagavond")
    'avond'
    """
    found = [(text.rfind(word), len(word), part) for word, part in dayparts().items() if word in text]
    return max(found)[2] if found else None


@cache
def approximate_source() -> str:
    """Pattern source for the words before a time that is not meant to the minute; group-free."""
    return f"(?:{alternation(list(words()['omstreeks']))})\\.?"


@cache
def approximate_before() -> re.Pattern[str]:
    """Matches at the end of the text before a time that is not meant to the minute."""
    return re.compile(rf"(?:^|(?<![\w])){approximate_source()}\s*(?:de\s+klok\s+van\s+|om\s+|het\s+tijdstip\s+)?$")


@cache
def approximate_after() -> re.Pattern[str]:
    """Matches just behind a time that is not meant to the minute."""
    return re.compile(rf"[\s,(]{{1,2}}(?:{alternation(list(words()['omstreeks_erna']))})(?![a-z])")


@cache
def relative_words() -> dict[str, RelativeWord]:
    """Meaning of every relative word, by the word with single spaces."""
    return {
        word: RelativeWord(entry["vanaf"], int(entry["dagen"]), cast("Daypart | None", entry.get("dagdeel")))
        for entry in words()["betrekkelijk"]
        for word in entry["woorden"]
    }


@cache
def relative_pattern() -> re.Pattern[str]:
    """Finds a relative word."""
    return re.compile(f"(?:{alternation(list(relative_words()))})(?![^\\W_])")
