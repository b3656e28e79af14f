"""Names of persons as Dutch papers write them, and whether two of them are one person."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from verifier.reading.data import load_data

_PARTICLE = r"(?:van|de|der|den|ter|ten|te|het|'t|’t|in|op|el|al|ben|bin|la|le|di|da|von|du|d'|d’|Van|De|Der|Den|Ter|Ten|El|Al|Ben|La|Le|Di)"
_INITIALS = r"(?:(?:[A-Z]|Chr|Ch|Th|Ph|IJ|Tj)[.‚]\s?){1,6}"  # a low quotation mark is a full stop as a scan shows it
_CAPITAL = r"[A-ZÀ-ÞĀ-Ž][\w’'À-ž]*(?:-(?:[a-z]{2,4}\s)*[A-ZÀ-Ž][\w’'À-ž]*)*(?:-[\w’'À-ž]+)*"
_NAME = re.compile(
    rf"(?P<title>(?:de heer|[Mm]evrouw|[Dd]hr\.?|[Mm]w\.?|[Mm]evr\.?|[Mm]r\.|[Dd]rs\.|[Dd]r\.|[Ii]ng\.|[Mm]eneer)\s+)*"
    rf"(?P<name>(?:{_INITIALS}(?:\((?:{_CAPITAL}\s?)+\)\s+|{_CAPITAL}\s+)?(?:{_PARTICLE}\s+){{0,3}}(?![A-Z][.‚]){_CAPITAL}"
    rf"|{_CAPITAL}(?:\s+(?:{_PARTICLE}\s+){{0,3}}(?![A-Z]\.){_CAPITAL}){{1,5}}"
    rf"|(?:{_PARTICLE}\s+){{0,2}}{_CAPITAL},\s+(?:{_INITIALS}|{_CAPITAL})(?:\s*(?:{_INITIALS}|{_CAPITAL}|{_PARTICLE}))*))"
)
_FIRST = r"[A-ZÀ-ÞĀ-Ž][a-zà-ž]+"
_TOGETHER = re.compile(
    rf"(?<![\w.])(?<![A-Z]\. )(?P<firsts>{_FIRST}(?:,\s{_FIRST})+),?\sen\s(?P<last>{_FIRST})\s(?P<surname>(?:{_PARTICLE}\s+){{0,3}}{_CAPITAL})"
)


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name with its character range."""

    start: int
    end: int
    name: str


@cache
def roles() -> dict[str, tuple[str, ...]]:
    """The word lists of ``rollen.yaml``."""
    raw = load_data("verifier.reading.facts", "rollen.yaml")
    return {key: tuple(str(v) for v in values) for key, values in raw.items()}


def find_names(text: str) -> Iterator[FoundName]:
    """Names of at least a surname with initials, a title or a first name, in reading order; first names that share one surname apart."""
    done = 0
    for group in _TOGETHER.finditer(text):
        yield from _single_names(text, done, group.start())
        yield from _with_surname(group)
        done = group.end()
    yield from _single_names(text, done, len(text))


def _with_surname(group: re.Match[str]) -> Iterator[FoundName]:
    """"Anna, Bram en Cas Dekker": each first name with the surname that closes the list."""
    for first in re.finditer(r"[^\s,]+", group.group("firsts")):
        at = group.start("firsts") + first.start()
        yield FoundName(at, at + len(first.group()), f"{first.group()} {group.group('surname')}")
    yield FoundName(group.start("last"), group.end(), f"{group.group('last')} {group.group('surname')}")


def _single_names(text: str, low: int, high: int) -> Iterator[FoundName]:
    labels = set(roles()["geen_naam"]) - {"de", "het", "van", "te", "in", "op"}
    for match in _NAME.finditer(text, low, high):
        start, name = _trimmed(match.start("name"), match.group("name"), labels)
        words = re.findall(r"[^\W\d_]{2,}", name.lower())
        capitals = sum(w[0].isupper() for w in name.split())
        if words and (capitals > 1 or "." in name or "‚" in name) and not labels.intersection(words):
            yield FoundName(start, start + len(name), name)


def _trimmed(start: int, name: str, labels: set[str]) -> tuple[int, str]:
    """A match without the words of a form before and after the name, and without a loose letter after it."""
    words = list(re.finditer(r"\S+", name))
    while words and words[0].group().lower().strip(",.") in labels:
        words = words[1:]
    while words and (words[-1].group().lower().strip(",.") in labels or (len(words) > 1 and re.fullmatch(rf"[A-Z]|{_PARTICLE}", words[-1].group()))):
        words = words[:-1]
    if not words:
        return start, ""
    return start + words[0].start(), name[words[0].start() : words[-1].end()].rstrip(",")


def same_person(a: str, b: str) -> bool:
    """Whether two spellings can be one person: a shared surname, and first names or initials that do not contradict it."""
    left, right = _parts(a), _parts(b)
    shared = left[1] & right[1]
    if not shared:
        return False
    return not left[0] or not right[0] or left[0][0] == right[0][0] or any(len(w) > 2 for w in shared if len(shared) > 1)


def surname(name: str) -> str:
    """The last word of a name (or the words before a comma), folded, for comparison."""
    head = name.split(",")[0] if "," in name else name
    words = _words(head)
    return words[-1] if words else ""


def tidy(name: str) -> str:
    """A name in its usual order and case: ``VAESSEN, Ruben`` becomes ``Ruben Vaessen``."""
    name = re.sub(r"^(?:[A-Z]\.\s?)+\((?P<given>[^)]+)\)", r"\g<given>", name)
    if "," in name:
        last, first = (part.strip() for part in name.split(",", 1))
        name = f"{first} {last}"
    return " ".join(w.title() if w.isupper() and len(w) > 3 and "." not in w else w for w in name.split())


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name.lower())
    return re.findall(r"[a-z]{2,}", "".join(c for c in plain if not unicodedata.combining(c)))


def _parts(name: str) -> tuple[list[str], frozenset[str]]:
    """Initials of the given names, and the words of the surname without particles."""
    ordered = tidy(name)
    given = [w[0].lower() for w in ordered.split()[:-1] if w[:1].isupper()]
    small = {"van", "de", "der", "den", "ter", "ten", "te", "het", "el", "al"}
    last = _words(ordered)[-1:]
    return given, frozenset(w for w in _words(ordered) if w not in small and (len(w) > 2 or w in last))
