"""A mandaatbesluit read: to whom, for what, from when until when, and on which conditions."""

from __future__ import annotations

from datetime import date

import pytest
from lined import lined

from verifier.reading.facts.mandates import Matter, conditions, given_orally, mandate_of, municipalities, other_unit, to_hovj, withdrawn_by, withholds
from verifier.reading.facts.model import Mandate
from verifier.reading.paper import Kind, Paper


def paper(*lines: tuple[str, str], kind: Kind = "mandaatbesluit", dated: date | None = None) -> Paper:
    """A paper of these lines."""
    return lined(kind, *lines, dated=dated, function="narrative")


def read(*lines: tuple[str, str], dated: date | None = None) -> Mandate:
    return mandate_of(0, paper(*lines, dated=dated))


GRANT = ("Aan de hulpofficieren van justitie wordt mandaat verleend tot het nemen van besluiten tot oplegging van een huisverbod.", "mandaat_aan mandaat_waartoe")


@pytest.mark.parametrize(
    ("words", "decide", "sign_only"),
    [
        (GRANT[0], True, False),
        ("De hulpofficieren zijn gemachtigd tot het ondertekenen van besluiten tot oplegging van een huisverbod.", False, True),
        ("De hulpofficieren mogen een door de burgemeester genomen besluit tot oplegging van een huisverbod namens hem ondertekenen.", False, True),
        ("De hulpofficieren zijn bevoegd een huisverbod op te leggen en de beschikking te ondertekenen.", True, False),
        ("Zij zijn gemachtigd beschikkingen tot oplegging van een huisverbod namens de burgemeester te ondertekenen.", False, True),
        ("Zij zijn gemachtigd besluiten tot oplegging van een huisverbod te nemen en te ondertekenen.", True, False),
        ("Aan de hulpofficieren wordt geen mandaat verleend voor het opleggen van een huisverbod.", False, False),
    ],
)
def test_what_it_empowers_to(words: str, decide: bool, sign_only: bool) -> None:
    mandate = read((words, "mandaat_aan mandaat_waartoe"))
    assert (mandate.decide, mandate.sign_only) == (decide, sign_only)


def test_a_decision_that_gives_no_mandate() -> None:
    assert withholds(paper(("Aan de hulpofficieren wordt geen mandaat verleend tot oplegging.", "mandaat_waartoe")))
    assert withholds(paper(("Het mandaat van 9 maart 2009 aan de hulpofficieren wordt ingetrokken.", "mandaat_waartoe")))
    assert not withholds(paper(GRANT))


def test_its_term() -> None:
    mandate = read(GRANT, ("Dit besluit treedt in werking op 1 maart 2009 en vervalt op 1 maart 2012.", "mandaat_geldt"))
    assert (mandate.in_force, mandate.until) == (date(2009, 3, 1), date(2012, 3, 1))


def test_the_end_of_another_mandate_is_not_its_own() -> None:
    after = paper(GRANT, ("Het besluit van 22 december 2008 vervalt op 10 maart 2015.", "mandaat_geldt"), ("Venlo, 3 maart 2015", "opgemaakt"))
    assert mandate_of(0, after).until is None
    assert date(2008, 12, 22) in withdrawn_by(after)


def test_a_date_that_works_back_is_no_date_of_signing() -> None:
    back = read(GRANT, ("Dit besluit werkt terug tot en met 1 januari 2009.", "mandaat_geldt"), ("Aldus vastgesteld op 22 september 2009.", ""))
    assert (back.dated, back.until) == (date(2009, 9, 22), None)


def test_names_listed_without_who_left_and_who_signed() -> None:
    rows = [("B. Hofstede", "mandaat_aan"), ("Vervallen: R. van Echten", "mandaat_aan"), ("W.A. Brandsema, burgemeester", "ondertekening")]
    assert read(GRANT, *rows).by_name == ("B. Hofstede",)


def test_a_police_unit_is_no_person() -> None:
    assert read(("Aan de hulpofficieren van politie Noord-Holland Noord.", "mandaat_aan")).by_name == ()


def test_given_by_another_than_the_mayor() -> None:
    assert read(GRANT, ("De burgemeester van Weert,", "steller")).by_burgemeester
    assert not read(GRANT, ("De teamchef verleent ondermandaat als volgt.", "steller")).by_burgemeester


@pytest.mark.parametrize(
    ("words", "matter"),
    [
        ("Op werkdagen tussen 8.00 en 18.00 uur beslist uitsluitend de burgemeester zelf.", "uren"),
        ("Op werkdagen beslist uitsluitend de burgemeester zelf.", "werkdagen"),
        ("Het mandaat geldt alleen na overleg met de burgemeester.", "overleg"),
        ("Alleen indien de burgemeester niet bereikbaar is, beslist de hulpofficier.", "afwezig"),
        ("Het mandaat geldt niet bij kindermishandeling.", "kindermishandeling"),
    ],
)
def test_conditions(words: str, matter: Matter) -> None:
    assert [c.matter for c in conditions(paper(GRANT, (words, "mandaat_grens")))] == [matter]


@pytest.mark.parametrize(
    "words",
    [
        "De burgemeester wordt achteraf geïnformeerd.",
        "Te allen tijde, ook tijdens kantooruren.",
        "De verlenging is uitgezonderd.",
        "Op ieder tijdstip, indien de burgemeester niet zelf besluit.",
        "De gemandateerde pleegt zo mogelijk vooraf overleg met de burgemeester.",
        "Uitsluitend de hulpofficier die volgens het piketrooster dienst heeft.",
    ],
)
def test_what_is_no_condition(words: str) -> None:
    assert conditions(paper(GRANT, (words, "mandaat_grens"))) == ()


def test_police_units_and_places() -> None:
    limited = paper(("Aan de hulpofficieren van de eenheid Limburg.", "mandaat_aan"))
    assert other_unit(limited, "J. de Vries, hulpofficier van justitie, eenheid Oost-Brabant") == "Limburg"
    assert other_unit(limited, "J. de Vries, hulpofficier van justitie, eenheid Limburg") is None
    assert other_unit(limited, "J. de Vries, hulpofficier van justitie") is None
    assert municipalities(paper(("De burgemeester van Kaag en Braassem,", ""))) == ("Kaag en Braassem",)
    assert to_hovj(limited)
    assert not to_hovj(paper(("Aan de teamchefs.", "mandaat_aan")))


def test_given_by_word_of_mouth() -> None:
    assert given_orally([paper(("De burgemeester heeft mij telefonisch gemandateerd.", ""), kind="pv_bevindingen")])
    assert not given_orally([paper(("Het verbod is mondeling aangezegd krachtens mandaat.", ""), kind="pv_bevindingen")])
