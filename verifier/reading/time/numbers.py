"""Dutch number words: where they stand, and what they are worth.

The value comes from text2num (MIT); which words may form a number here is ours, so that "half drie" and "een man" stay words.
"""

from __future__ import annotations

import re
from functools import cache

from text_to_num import text2num

_UNITS = "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen"
_TEENS = "tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien"
_TENS = "twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig"

# One to ninety-nine, as cardinals.
CARDINAL = rf"(?:(?:{_UNITS})\s?(?:en|ën)\s?(?:{_TENS})|{_TENS}|{_TEENS}|{_UNITS})"
# First to thirty-first, with the old inflection ("derden").
ORDINAL = (
    rf"(?:(?:{_UNITS})(?:en|ën)(?:twintig|dertig)sten?|(?:twintig|dertig)sten?|(?:{_TEENS})den?"
    r"|eersten?|tweeden?|derden?|vierden?|vijfden?|zesden?|zevenden?|achtsten?|negenden?)"
)
# The years that such papers write in words.
YEAR_WORDS = rf"(?:tweeduizend(?:\s?(?:en\s)?{CARDINAL})?|negentienhonderd(?:\s?(?:en\s)?{CARDINAL})?)"
# Hundreds, for durations in hours.
HUNDREDS = rf"(?:(?:{_UNITS})?honderd(?:\s?(?:en\s?)?{CARDINAL})?)"

_IRREGULAR = {"eerste": "een", "derde": "drie", "achtste": "acht"}


@cache
def cardinal(word: str) -> int | None:
    """Value of a number word in lower case, or None when it is none.

    >>> cardinal("tweeduizend vierentwintig")
    2024
    """
    plain = re.sub(r"\s+en\s+|\s+", " ", word.strip().replace("één", "een"))
    for candidate in (plain, plain.replace(" ", ""), plain.replace("ën", "en")):
        try:
            return int(text2num(candidate, "nl"))
        except ValueError:
            continue
    return None


@cache
def ordinal(word: str) -> int | None:
    """Value of an ordinal in lower case ("derde", "veertienden"), or None when it is none."""
    plain = word.strip().removesuffix("n") if word.strip().endswith(("den", "ten")) else word.strip()
    if plain in _IRREGULAR:
        return cardinal(_IRREGULAR[plain])
    return cardinal(re.sub(r"(?:ste|de)$", "", plain))
