"""Names of the persons of a case replaced by their parts, for the reading."""

from __future__ import annotations

from datetime import date

import pytest
from lined import lined

from verifier.reading.cast import Cast, cast_of, in_parts

CAST: Cast = {
    "de uithuisgeplaatste": ("Koen Willem Terpstra",), "de achterblijver": ("Hanna Terpstra-de Wit", "Els de Wit"), "het kind": ("Bram Terpstra",),
}


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("Koen sloeg Hanna.", "de uithuisgeplaatste sloeg de achterblijver."),
        ("de heer K.W. TERPSTRA, Koen, is gehoord", "de uithuisgeplaatste, is gehoord"),
        ("Mevrouw E. de Wit belde om 14.00 uur.", "de achterblijver belde om 14.00 uur."),
        ("Terpstra ontkende.", "Terpstra ontkende."),
        ("Bram zat op de trap.", "het kind zat op de trap."),
        ("Zij was wit van schrik.", "Zij was wit van schrik."),
        ("De buurman, de heer Bos, zag het.", "De buurman, de heer Bos, zag het."),
    ],
)
def test_a_name_that_only_one_part_bears(words: str, read: str) -> None:
    assert in_parts(CAST)(words) == read


def test_without_names_a_text_stays_as_it_is() -> None:
    assert in_parts({"de uithuisgeplaatste": ()})("Koen sloeg Hanna.") == "Koen sloeg Hanna."


def test_the_cast_is_that_of_the_order() -> None:
    order = lined(
        "beschikking_huisverbod", ("Aan de heer Koen Willem Terpstra, geboren 3 maart 1979", "persoon_uhg"),
        ("Geen contact met: Els de Wit, geboren 4 april 1980, en Bram Smit, geboren 5 mei 2015", "besluit_contact"), dated=date(2019, 5, 4),
    )
    assert cast_of([order]) == {"de uithuisgeplaatste": ("Koen Willem Terpstra",), "de achterblijver": ("Els de Wit",), "het kind": ("Bram Smit",)}
