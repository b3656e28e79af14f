"""Who is a minor, who is only indicated, and who lives where."""

from __future__ import annotations

from datetime import date

import pytest

from verifier.intake.document import Word
from verifier.reading.facts.ages import children_named, meant, minors_among
from verifier.reading.facts.indications import indicated, indicates_child
from verifier.reading.facts.model import Stated
from verifier.reading.facts.residence import living_at
from verifier.reading.paper import Paper, Unit
from verifier.reading.text import Printed, Text

ON = date(2024, 3, 1)


def paper(*sentences: str, does: str = "persoon_ander") -> Paper:
    """A paper with one unit a sentence."""
    text = " ".join(sentences)
    starts = [text.index(s) for s in sentences]
    units = tuple(Unit(at, at + len(s), s, does=frozenset({does})) for at, s in zip(starts, sentences, strict=True))
    words = tuple(Printed(at, at + len(s), 1, 1, Word(s)) for at, s in zip(starts, sentences, strict=True))
    return Paper("stuk.pdf", "pv_bevindingen", 1, 1, "digital", Text(text, (), words), units, dated=ON)


@pytest.mark.parametrize(
    ("sentences", "minors"),
    [
        (["Anna Bol, geboren 3 mei 1990, Bram Bol (geb. 04-05-2010) en Cas Bol van zes"], ["Bram Bol", "Cas Bol"]),
        (["contact met uw partner Anna Bol, uw zoon Bram Bol (19) en uw dochter Cas Bol (17)"], ["Cas Bol"]),
        (["uw partner Anna Bol en uw zoon Bram Bol"], ["Bram Bol"]),
        (["partner: Anna Bol (1988)", "kind(eren): Bram Bol (2012)"], ["Bram Bol"]),
        (["uw zoon Bram Bol", "Bram (23) woont hier."], []),
        (["de zevenjarige Bram", "Anna heeft op 3 mei 2023 gebeld."], ["Bram Bol"]),
        (["de baby Bram, acht maanden oud"], ["Bram Bol"]),
        (["Bram Bol, geboren op 2 maart 2006 te Assen", "Bram (18)"], ["Bram Bol"]),
        (["BOL, Bram, geb. 11-06-2012"], ["Bram Bol"]),
        (["met uw kinderen Bram, Cas en Anna Bol"], ["Anna Bol", "Bram Bol", "Cas Bol"]),
    ],
)
def test_minors(sentences: list[str], minors: list[str]) -> None:
    names = [Stated(n) for n in ("Anna Bol", "Bram Bol", "Cas Bol")]
    assert [n.value for n in minors_among(names, [paper(*sentences)], ON)] == minors


def test_children_named_beside_an_age() -> None:
    assert children_named([paper("Gezin: moeder, Bram (6), Cas van drie en Dirk (43)")]) == ("Bram", "Cas")
    assert children_named([paper("Bram (6)", does="besluit_feiten")]) == ()


@pytest.mark.parametrize(
    ("text", "alone", "children"),
    [
        ("Bram werd geslagen.", True, {"Bram"}),
        ("De kinderen zagen het.", False, {"Bram", "Cas"}),
        ("Uw zoon zag het.", True, set()),
    ],
)
def test_whom_a_text_is_about(text: str, alone: bool, children: set[str]) -> None:
    assert meant(text, ["Bram", "Cas"], alone) == children


def test_a_son_is_the_child_only_where_no_grown_one_is_about() -> None:
    assert meant("gevaar voor uw zoon", ["Bram"], alone=True) == {"Bram"}
    assert meant("gevaar voor uw zoon", ["Bram"], alone=False) == frozenset()


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (["uw partner en uw kinderen"], ["uw partner", "uw kinderen"]),
        (["mevrouw Daphne van Dam en met zijn kind."], ["zijn kind"]),
        (["moeder + de kinderen"], ["moeder", "de kinderen"]),
        (["de achterblijvers"], ["de achterblijvers"]),
        (["Bol, Anna (22-10-1978) en de drie minderjarige kinderen"], ["de drie minderjarige kinderen"]),
        (["uw partner en uw kinderen:", "Anna Bol", "Bram Bol"], []),
        (["uw partner en kinderen, te weten Anna Bol en Bram Bol"], []),
        (["uw partner Anna Bol", "Uw partner mag u ook niet bellen."], []),
        (["Anna Bol (uw partner)"], []),
        (["Anna BOL, echtgenote, geb. 11-05-1990"], []),
        (["Anna Bol: geboren 11 mei 1990, echtgenote"], []),
        (["Anna Bol, geboren 11 mei 1990 te Dorp, partner"], []),
        (["Anna Bol, geboren 11 mei 1990 alsmede uw kinderen"], ["uw kinderen"]),
        (["ook niet via uw vader of vrienden"], []),
    ],
)
def test_persons_only_indicated(texts: list[str], words: list[str]) -> None:
    assert [w for _, w in indicated(texts)] == words


def test_indications_of_children() -> None:
    assert indicates_child("de drie minderjarige kinderen") and indicates_child("uw zoon")
    assert not indicates_child("uw partner")


def test_the_address_beside_a_person() -> None:
    told = paper("Pleger: K. Bol, Dorpsstraat 1", "Getuige: P. Tak, Kerkstraat 3", does="persoon_uhg")
    assert [p.quote for p in living_at([told], "Dorpsstraat 1, Ons Dorp", "persoon_uhg")] == ["Pleger: K. Bol, Dorpsstraat 1"]
    assert not list(living_at([told], "Dorpsstraat 1, Ons Dorp", "persoon_ander"))
