"""The checks on what the beschikking contains, each with each of its verdicts."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from cases import END, Case, passage, stated

from checks.inhoud import CHECKS, contactverbod_namen, duur, feiten, plaats, rechtsmiddelen
from verifier.dossier.model import Stated

HOME = "Dorpsstraat 1, Ons Dorp"
OTHER = "Dorpsstraat 11, Ons Dorp"


@pytest.mark.parametrize("name", CHECKS)
def test_no_order(case: Case, name: str) -> None:
    assert CHECKS[name](case.paper("rihg").dossier()).verdict == "nvt"


def test_plaats_stated(case: Case) -> None:
    outcome = plaats(case.order().dossier())
    assert outcome.verdict == "voldaan"
    assert HOME in outcome.explanation
    assert outcome.supports


def test_plaats_missing(case: Case) -> None:
    assert plaats(case.order(address=None).dossier()).verdict == "niet_voldaan"


def test_plaats_missing_from_what_was_badly_read(case: Case) -> None:
    outcome = plaats(case.paper("beschikking_huisverbod", "Onleesbaar.", problems=("onscherp",)).order(address=None).dossier())
    assert (outcome.verdict, outcome.reason) == ("onduidelijk", "slecht leesbaar")


def test_plaats_not_of_the_home(case: Case) -> None:
    assert plaats(case.order(address=Stated(HOME)).dossier()).verdict == "onduidelijk"


def test_plaats_twice_in_the_decision(case: Case) -> None:
    assert plaats(case.order(address=stated(HOME, also=(OTHER,))).dossier()).reason == "tegenstrijdig"


def test_plaats_contradicted_elsewhere(case: Case) -> None:
    joined = Stated(HOME, (passage(HOME),), ((OTHER, (passage(OTHER, "rihg"),)),))
    assert plaats(case.order().having(address=joined).dossier()).verdict == "onduidelijk"


def test_plaats_confirmed_by_the_other_papers(case: Case) -> None:
    confirmed = (passage(HOME), passage(HOME, "pv_horen"), passage(HOME, "pv_bevindingen"))
    joined = Stated(HOME, confirmed, ((OTHER, (passage(OTHER, "rihg"),)),))
    assert plaats(case.order().having(address=joined).dossier()).verdict == "voldaan"


@pytest.mark.parametrize(
    ("fields", "verdict"),
    [
        ({}, "voldaan"),
        ({"end": None}, "voldaan"),
        ({"days": None}, "voldaan"),
        ({"begin": stated(date(2024, 3, 1)), "end": stated(date(2024, 3, 10)), "inclusive": True, "days": None}, "voldaan"),
        ({"end": None, "days": None}, "niet_voldaan"),
        ({"begin": None, "end": None, "days": stated(14)}, "niet_voldaan"),
        ({"end": stated(datetime(2024, 3, 11, 20, 0)), "days": None}, "niet_voldaan"),
        ({"end": stated(datetime(2024, 3, 15, 21, 0)), "days": None}, "niet_voldaan"),
        ({"end": stated(datetime(2024, 3, 15, 21, 0))}, "onduidelijk"),
        ({"begin": None}, "onduidelijk"),
        ({"begin": stated(date(2024, 3, 1)), "days": None}, "onduidelijk"),
        ({"begin": stated(date(2024, 3, 1)), "end": stated(date(2024, 3, 11)), "inclusive": True}, "onduidelijk"),
        ({"end": stated(END, also=(datetime(2024, 3, 12, 21, 0),))}, "onduidelijk"),
        ({"end": stated(datetime(2023, 3, 11, 21, 0)), "days": None}, "onduidelijk"),
        ({"days": stated(28, also=(10,))}, "voldaan"),
    ],
)
def test_duur(case: Case, fields: dict[str, Any], verdict: str) -> None:
    outcome = duur(case.order(**fields).dossier())
    assert outcome.verdict == verdict
    assert outcome.supports or verdict == "niet_voldaan"


def test_duur_over_summer_time(case: Case) -> None:
    fields = {"begin": stated(datetime(2024, 3, 25, 14, 30)), "end": stated(datetime(2024, 4, 4, 14, 30))}
    assert duur(case.order(**fields).dossier()).verdict == "voldaan"


def test_feiten_in_the_decision(case: Case) -> None:
    told = case.order().says("feiten_concreet", kind="beschikking_huisverbod", words="U heeft uw vrouw met de vuist geslagen.").dossier()
    outcome = feiten(told)
    assert outcome.verdict == "voldaan"
    assert outcome.supports[0].quote == "U heeft uw vrouw met de vuist geslagen."


def test_feiten_from_one_uncertain_reading(case: Case) -> None:
    weak = case.order().says("feiten_concreet", kind="beschikking_huisverbod", certainty=0.85)
    assert feiten(weak.dossier()).verdict == "niet_voldaan"
    assert feiten(weak.says("geweld_uhg", kind="beschikking_huisverbod", certainty=0.85).dossier()).verdict == "voldaan"


def test_feiten_only_on_who_lives_there(case: Case) -> None:
    living = case.order().says("feiten_concreet", kind="beschikking_huisverbod", words="U woont er samen.")
    assert feiten(living.says("bewoning", over="uhg", kind="beschikking_huisverbod", words="U woont er samen.").dossier()).verdict == "niet_voldaan"


def test_feiten_in_a_paper_that_comes_with_it(case: Case) -> None:
    assert feiten(case.order().says("verwijzing_bijlage", kind="beschikking_huisverbod").dossier()).verdict == "voldaan"


def test_feiten_named_but_not_told(case: Case) -> None:
    assert feiten(case.paper("beschikking_huisverbod", "Uw vrouw is geslagen.").order().dossier()).verdict == "onduidelijk"


def test_feiten_from_a_statement(case: Case) -> None:
    assert feiten(case.order().says("objectieve_steun", kind="beschikking_huisverbod").dossier()).verdict == "voldaan"


def test_feiten_only_elsewhere(case: Case) -> None:
    assert feiten(case.order().says("objectieve_steun", kind="rihg").dossier()).verdict == "niet_voldaan"


def test_feiten_only_a_formula(case: Case) -> None:
    formula = case.paper("beschikking_huisverbod", "Uw aanwezigheid levert een ernstig en onmiddellijk gevaar op.").order().dossier()
    assert feiten(formula).verdict == "niet_voldaan"


def test_feiten_told_in_law_text(case: Case) -> None:
    told = case.paper("beschikking_huisverbod", "Iemand die zijn partner heeft geslagen.", function="preprinted").order().dossier()
    assert feiten(told).verdict == "niet_voldaan"


@pytest.mark.parametrize(
    ("fields", "verdict"),
    [
        ({}, "voldaan"),
        ({"labels": (stated("uw kinderen"),)}, "onduidelijk"),
        ({"names": (stated("Anna Jansen", also=("Hanna Pietersen",)),)}, "onduidelijk"),
        ({"names": (), "labels": (stated("uw partner"),)}, "niet_voldaan"),
        ({"names": (), "contact_ban": None}, "niet_voldaan"),
    ],
)
def test_contactverbod(case: Case, fields: dict[str, Any], verdict: str) -> None:
    assert contactverbod_namen(case.order(**fields).dossier()).verdict == verdict


def test_contactverbod_names_elsewhere_in_the_decision(case: Case) -> None:
    labelled = case.order(names=(), labels=(stated("uw partner"),)).person("Anna Jansen", "achterblijver", passages=(passage("Anna Jansen"),))
    assert contactverbod_namen(labelled.dossier()).reason == "te vaag"


@pytest.mark.parametrize(
    ("clause", "verdict"),
    [
        ("U kunt binnen zes weken beroep instellen bij de rechtbank. Bezwaar is niet mogelijk.", "voldaan"),
        ("Bent u het niet eens met dit besluit, dan kunt u binnen zes weken beroep instellen bij de rechtbank.", "voldaan"),
        ("U kunt beroep instellen bij de rechtbank.", "onduidelijk"),
        ("U kunt binnen zes weken in beroep gaan.", "onduidelijk"),
        ("U kunt binnen zes weken bezwaar maken, en daarna beroep instellen bij de rechtbank.", "onduidelijk"),
        ("U kunt binnen zes weken bezwaar maken bij de burgemeester.", "niet_voldaan"),
        ("U kunt binnen vier weken beroep instellen bij de rechtbank.", "niet_voldaan"),
        ("U kunt een voorlopige voorziening vragen.", "niet_voldaan"),
    ],
)
def test_rechtsmiddelen(case: Case, clause: str, verdict: str) -> None:
    assert rechtsmiddelen(case.order(remedy=(passage(clause),)).dossier()).verdict == verdict


def test_rechtsmiddelen_missing(case: Case) -> None:
    assert rechtsmiddelen(case.order(remedy=()).dossier()).verdict == "niet_voldaan"


def test_rechtsmiddelen_outside_the_clause(case: Case) -> None:
    told = "Beroep staat open bij de rechtbank Overijssel gedurende zes weken na bekendmaking."
    assert rechtsmiddelen(case.paper("beschikking_huisverbod", told).order(remedy=()).dossier()).verdict == "voldaan"


