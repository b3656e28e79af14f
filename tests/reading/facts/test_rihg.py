"""The risk assessment form read: its outcome, whether it contradicts itself, and who established it when."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from lined import lined

from verifier.reading.facts.model import Rihg
from verifier.reading.facts.rihg import contradicting, rihg_of
from verifier.reading.paper import Paper


def form(*lines: tuple[str, str], dated: date | None = None) -> Paper:
    """A form of these rows."""
    return lined("rihg", *lines, dated=dated)


def read(*lines: tuple[str, str], dated: date | None = None) -> Rihg:
    found = rihg_of([form(*lines, dated=dated)])
    assert found is not None
    return found


def test_no_form() -> None:
    assert rihg_of([]) is None


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Eindoordeel: huisverbod opleggen", "huisverbod"),
        ("Eindscore: rood (huisverbod geïndiceerd)", "huisverbod"),
        ("Totaal: hoog", "huisverbod"),
        ("Oordeel: er is een ernstig en onmiddellijk gevaar", "huisverbod"),
        ("Laag risico. Geen huisverbod geïndiceerd.", "geen"),
        ("Advies: hulp zonder huisverbod", "geen"),
        ("Geen indicatie voor een huisverbod; hulp aanbieden.", "geen"),
        ("Geïndiceerd: nee, risico laag", "geen"),
        ("Niet huisverbodwaardig, zorgmelding volstaat.", "geen"),
        ("Totaal: laag", "geen"),
        ("Totaal: matig", None),
        ("Signaal: hoog/midden/laag: (geen keuze gemaakt)", None),
    ],
)
def test_outcome(words: str, outcome: str | None) -> None:
    assert read((words, "rihg_uitkomst")).outcome == outcome


def test_why_it_is_imposed_nonetheless_is_no_outcome() -> None:
    rows = [("Uitkomst: laag", "rihg_uitkomst"), ("Waarom toch een huisverbod: verwurging", "rihg_uitkomst")]
    assert read(*rows).outcome == "geen"


def test_parts_and_outcome_that_contradict_each_other() -> None:
    assert contradicting(form(("Uitslag: laag laag laag", "rihg_uitkomst"), ("Advies: huisverbod", "rihg_uitkomst")))
    assert contradicting(form(("Uitslag: hoog laag laag", "rihg_uitkomst"), ("Advies: geen huisverbod", "rihg_uitkomst")))
    assert not contradicting(form(("Uitslag: laag hoog matig", "rihg_uitkomst"), ("Advies: huisverbod", "rihg_uitkomst")))


def test_established_by_a_hulpofficier() -> None:
    signed = read(("Vastgesteld door N.R. Soerjadi, hulpofficier van justitie, op 7 maart 2021 te 09.15 uur.", "rihg_vastgesteld"))
    assert (signed.signature.name, signed.signature.role, signed.signed_on) == ("N.R. Soerjadi", "hovj", datetime(2021, 3, 7, 9, 15))


def test_the_name_before_the_capacity_outweighs_a_scribble_behind_it() -> None:
    assert read(("Vastgesteld: M. van Es, hulpofficier van justitie Mvanes", "rihg_vastgesteld")).signature.name == "M. van Es"


def test_a_surname_beside_the_capacity() -> None:
    signed = read(("Afname door verbalisante Van Rijn, fiat hovj Maat", "rihg_vastgesteld")).signature
    assert (signed.name, signed.role) == ("Maat", "hovj")


def test_another_signed_and_the_row_of_the_hulpofficier_is_empty() -> None:
    rows = [("Handtekening invuller: K. Brandsma 09-11-2017", "rihg_vastgesteld"), ("Vastgesteld door HOvJ (naam, paraaf)", "rihg_vastgesteld")]
    assert read(*rows).signature.role == "anders"
    assert read(("Ingevuld door: K. Brandsma, hoofdagent", "steller"), *rows).signature.role == "anders"


def test_nobody_signed() -> None:
    signed = read(("Naam HOvJ: Datum en handtekening:", "rihg_vastgesteld"))
    assert (signed.signature.name, signed.signature.signed, signed.signed_on) == (None, False, None)


def test_the_date_of_the_head_counts_where_there_is_no_field_for_it() -> None:
    signed = ("Vastgesteld door: S. Hamers, hulpofficier van justitie", "rihg_vastgesteld")
    assert read(("Ingevuld 20-07-2024", "opgemaakt"), signed).signed_on == date(2024, 7, 20)
    assert read(("Ingevuld 20-07-2024", "opgemaakt"), signed, ("d.d. ____", "rihg_vastgesteld")).signed_on is None


def test_a_signature_that_is_drawn_stands_between_brackets() -> None:
    assert read(("Hulpofficier: K. Bos, 4-5-2019, 13.00 uur (handtekening)", "rihg_vastgesteld")).signature.signed
    assert not read(("Hulpofficier: K. Bos, 4-5-2019, 13.00 uur", "rihg_vastgesteld"), ("Handtekening:", "rihg_vastgesteld")).signature.signed


def test_a_form_of_which_no_signal_is_ticked_is_hardly_filled_in() -> None:
    signals = [(f"{n}. Signaal: ☐ ja ☐ nee: niet ingevuld", "") for n in range(1, 9)]
    assert read(*signals, ("Naam: K. Bos", ""), ("Adres: Laan 1", ""), ("Oordeel: ☒ huisverbod", "rihg_uitkomst")).filled < 0.2
