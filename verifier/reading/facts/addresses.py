"""Addresses: street, number, postcode and town, with the words around them that say whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_STREET = (
    r"(?:(?:Laan|Weg|Plein|Straat|Kade|Dijk|Hof|Park|Singel|Burcht|Dreef|Boulevard|Plantsoen|Steeg)\s(?:van|der|den|de|ter|ten|aan|op)\s(?:(?:de|het|den|der)\s)?[A-ZÀ-Ž][\w’'À-ž-]*(?:\s[A-ZÀ-Ž][\w’'À-ž-]*)?|(?:(?:[A-ZÀ-Ž][\w’'.À-ž-]*|[A-Z]\.|van|de|der|den|het|ter|ten|aan|’t|'t|op|in|la|1e|2e)\s+){0,5}"
    r"[A-ZÀ-Ž]?[\w’'À-ž-]*(?:straat|laan|weg|plein|kade|gracht|hof|dijk|pad|singel|steeg|dreef|park|plantsoen|ring|markt|meent|beek|berg|"
    r"veld|donk|horst|kamp|akker|oord|zoom|wal|poort|brink|kwartier|erf|heide|bos|waard|polder|haven|sluis|eiland|tuin|baan|oever|veste|"
    r"burg|rijt|hoek|schans|es|str\.|ln\.|lane|boulevard|allee|esplanade|werf|steiger|vaart|wijk|water|diep|tocht|hage|hoeve|duin|maat|"
    r"weide|weerd|kolk|bocht|vliet|hout|gaard|gaarde|land|stede|wei|boom|kolk|rak|ham|loo|heem|borg))"
)
_NUMBER = r"\d{1,4}(?:\s?-?\s?(?!te\b|in\b|op\b|en\b|is\b)[a-zA-Z]{1,2}(?![a-zA-Z]))?(?:\s?-\s?\d{1,3})?"
_POSTCODE = r"\d{4}\s?[A-Z]{2}"
_TOWN = r"(?:['’][a-z]-?\s?)?[A-ZÀ-Ž][\w’'À-ž-]+(?:\s(?:aan|den|de|op|bij|van|der|en|IJssel|[A-Z][\w’'-]+)){0,3}"
_ADDRESS = re.compile(
    rf"(?P<street>{_STREET}|(?:[A-ZÀ-Ž][\w’'À-ž-]+\s+){{1,4}}?)\s*(?P<number>{_NUMBER})"
    rf"(?:(?:,|\s|\()*(?P<postcode>{_POSTCODE})\)?)?(?:(?:,|\s)*(?:te|in)?\s*(?P<town>{_TOWN}))?(?:\s*\((?P<late>{_POSTCODE})\))?"
)
_NOT = re.compile(r"postbus|artikel|lid\b|telefoon|pagina|blad\b|cel\b|kamer\b|nummer\b", re.I)


@dataclass(frozen=True, slots=True)
class Address:
    """One address with its character range; ``street`` and ``number`` as printed, the rest where given."""

    start: int
    end: int
    street: str
    number: str
    postcode: str = ""
    town: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """Street and number folded, for comparison."""
        return re.sub(r"\W", "", self.street.lower()), re.sub(r"[\W_]", "", self.number.lower())

    def shown(self) -> str:
        """The address on one line."""
        place = " ".join(p for p in (self.postcode, self.town) if p)
        return f"{self.street} {self.number}" + (f", {place}" if place else "")


def numbers_in_street(text: str, street: str) -> Iterator[tuple[int, str]]:
    """Place and folded house number of every mention of a street by its name."""
    for match in re.finditer(rf"\b{re.escape(street)}\s*,?\s*(?:nr\.?|nummer)?\s*({_NUMBER})", text, re.I):
        yield match.start(), re.sub(r"[\W_]", "", match.group(1).lower())


def find_addresses(text: str) -> Iterator[Address]:
    """Addresses with a street that ends as Dutch streets do, or any capitalised words with number and postcode."""
    for match in _ADDRESS.finditer(text):
        street = re.sub(r"^(?:(?:aan|de|het|op|in|te|woning|adres|pand)\s+)+", "", match.group("street").strip())
        postcode = match.group("postcode") or match.group("late") or ""
        known = re.fullmatch(_STREET, street)
        if not street or (not known and not postcode) or _NOT.search(street) or not street[0].isupper() and not known:
            continue
        number = re.sub(r"\s+", "", match.group("number"))
        yield Address(match.start(), match.end(), street, number, postcode, (match.group("town") or "").strip())
