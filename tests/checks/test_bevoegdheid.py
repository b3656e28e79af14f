"""The checks on competence, each with each of its verdicts."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from cases import Case, signature

from checks.bevoegdheid import (
    CHECKS,
    besluitnemer,
    hovj_betrokken,
    mandaat,
    ondertekening,
    ondertekeningsmandaat,
)
from verifier.dossier.model import Signature

MAYOR: dict[str, Any] = {"decider": "burgemeester", "signature": signature("burgemeester", "A. Bakker", on_behalf=False)}
ALDERMAN: dict[str, Any] = {"decider": "anders", "signature": signature("anders", "W. Smit", on_behalf=False)}
UNKNOWN: dict[str, Any] = {"decider": None, "decider_passage": None, "signature": Signature(None, None, False)}
FOR_HOVJ = ["bevoegdheid.mandaat", "bevoegdheid.ondertekeningsmandaat", "bevoegdheid.hovj_betrokken", "bevoegdheid.melding_burgemeester"]


@pytest.mark.parametrize("name", CHECKS)
def test_no_order(case: Case, name: str) -> None:
    assert CHECKS[name](case.paper("rihg").dossier()).verdict == "nvt"


@pytest.mark.parametrize("name", FOR_HOVJ)
@pytest.mark.parametrize("acts", [MAYOR, ALDERMAN])
def test_not_by_a_hovj(case: Case, name: str, acts: dict[str, Any]) -> None:
    assert CHECKS[name](case.order(**acts).dossier()).verdict == "nvt"


@pytest.mark.parametrize("name", ["bevoegdheid.mandaat", "bevoegdheid.hovj_betrokken", "bevoegdheid.melding_burgemeester"])
def test_by_nobody_knows_whom(case: Case, name: str) -> None:
    outcome = CHECKS[name](case.paper("beschikking_huisverbod", "Aan u is een huisverbod opgelegd.").order(**UNKNOWN).dossier())
    assert outcome.verdict == "onduidelijk"
    assert outcome.supports


@pytest.mark.parametrize(
    ("fields", "verdict"),
    [
        ({}, "voldaan"),
        (MAYOR, "voldaan"),
        ({"decider": "locoburgemeester", "signature": signature("locoburgemeester", on_behalf=False)}, "voldaan"),
        (ALDERMAN, "niet_voldaan"),
        ({"signature": signature(on_behalf=False)}, "niet_voldaan"),
        (UNKNOWN, "onduidelijk"),
        ({"decider_conflict": True}, "onduidelijk"),
        ({"decider": "burgemeester", "signature": signature("anders")}, "onduidelijk"),
        ({"decider": "burgemeester", "signature": signature("hovj", on_behalf=False)}, "onduidelijk"),
        ({"decider": "burgemeester", "signature": signature("burgemeester")}, "onduidelijk"),
        ({"decider": "burgemeester", "signature": Signature(None, None, False)}, "onduidelijk"),
    ],
)
def test_besluitnemer(case: Case, fields: dict[str, Any], verdict: str) -> None:
    outcome = besluitnemer(case.order(**fields).dossier())
    assert outcome.verdict == verdict
    assert outcome.supports or verdict == "onduidelijk"


def test_besluitnemer_under_mandate_without_the_words_for_the_mayor(case: Case) -> None:
    named = case.paper("beschikking_huisverbod", "De hulpofficier is daartoe gemandateerd.")
    assert besluitnemer(named.order(signature=signature(on_behalf=False)).dossier()).reason == "te vaag"


def test_besluitnemer_for_the_mayor_in_the_heading(case: Case) -> None:
    heading = case.paper("beschikking_huisverbod", "Namens de burgemeester deel ik u mee dat ik een huisverbod opleg.")
    assert besluitnemer(heading.order(signature=signature(on_behalf=False)).dossier()).verdict == "voldaan"


@pytest.mark.parametrize(
    ("fields", "verdict"),
    [
        ({}, "voldaan"),
        ({"by_name": ("J. de Vries", "K. de Boer")}, "voldaan"),
        ({"dated": date(2024, 3, 1), "in_force": None}, "voldaan"),
        ({"until": date(2019, 1, 1)}, "voldaan"),
        ({"decide": False, "sign_only": True}, "niet_voldaan"),
        ({"decide": False, "extend_only": True}, "niet_voldaan"),
        ({"by_name": ("K. Bos",)}, "niet_voldaan"),
        ({"by_burgemeester": False}, "niet_voldaan"),
        ({"dated": date(2024, 3, 5), "in_force": date(2020, 1, 1)}, "niet_voldaan"),
        ({"in_force": date(2024, 4, 1)}, "niet_voldaan"),
        ({"until": date(2023, 12, 31)}, "niet_voldaan"),
        ({"decide": False}, "onduidelijk"),
        ({"dated": None, "in_force": None}, "onduidelijk"),
        ({"passage": None}, "onduidelijk"),
    ],
)
def test_mandaat(case: Case, fields: dict[str, Any], verdict: str) -> None:
    assert mandaat(case.order().mandate(**fields).dossier()).verdict == verdict


def test_mandaat_by_name_to_an_unread_signer(case: Case) -> None:
    unread = case.order(signature=signature(name=None)).mandate(by_name=("K. Bos",))
    assert mandaat(unread.dossier()).verdict == "onduidelijk"


@pytest.mark.parametrize("other", [{"decide": False, "sign_only": True}, {"by_name": ("K. Bos",)}])
def test_two_mandates_that_exclude_each_other(case: Case, other: dict[str, Any]) -> None:
    beside = case.order().mandate().paper("mandaatbesluit").mandate(paper=2, **other)
    outcome = mandaat(beside.dossier())
    assert (outcome.verdict, outcome.reason) == ("onduidelijk", "tegenstrijdig")


def test_a_lapsed_mandate_does_not_stand_in_the_way(case: Case) -> None:
    followed = case.order().mandate().paper("mandaatbesluit").mandate(decide=False, sign_only=True, until=date(2022, 1, 1), paper=2)
    assert mandaat(followed.dossier()).verdict == "voldaan"


def test_mandate_with_a_reservation(case: Case) -> None:
    to = "Mandaat aan de hulpofficieren van justitie, tenzij de burgemeester bereikbaar is."
    reserved = case.paper("mandaatbesluit", to).order().mandate()
    assert mandaat(reserved.dossier()).reason == "open norm"


@pytest.mark.parametrize(
    ("limit", "verdict"),
    [
        ("Op werkdagen beslist uitsluitend de burgemeester zelf.", "niet_voldaan"),
        ("De hulpofficieren zijn alleen buiten kantooruren gemandateerd.", "voldaan"),
        ("Van ieder huisverbod wordt de burgemeester achteraf op de hoogte gesteld.", "voldaan"),
        ("Het mandaat geldt niet bij kindermishandeling.", "voldaan"),
    ],
)
def test_mandate_with_a_limit_that_can_be_told(case: Case, limit: str, verdict: str) -> None:
    limited = case.paper("mandaatbesluit", "Mandaat aan de hulpofficieren van justitie.", limit).order().mandate()
    assert mandaat(limited.dossier()).verdict == verdict


def test_mandate_with_an_exception_that_applies(case: Case) -> None:
    limited = case.paper("mandaatbesluit", "Mandaat aan de hulpofficieren.", "Het mandaat geldt niet bij kindermishandeling.").order().mandate()
    assert mandaat(limited.says("kindermishandeling", over="kind").dossier()).verdict == "niet_voldaan"


def test_mandate_after_talk_with_the_mayor(case: Case) -> None:
    limited = case.paper("mandaatbesluit", "Mandaat aan de hulpofficieren.", "Het mandaat geldt alleen na overleg met de burgemeester.").order().mandate()
    assert mandaat(limited.dossier()).verdict == "onduidelijk"
    assert mandaat(limited.says("overleg_burgemeester").dossier()).verdict == "voldaan"


def test_mandate_of_another_municipality_or_to_others(case: Case) -> None:
    away = case.paper("mandaatbesluit", "De burgemeester van Weert geeft mandaat aan de hulpofficieren.")
    away = away.paper("beschikking_huisverbod", "De burgemeester van Venlo legt op.").order().mandate()
    assert mandaat(away.dossier()).verdict == "niet_voldaan"
    others = Case().paper("mandaatbesluit", "Mandaat aan de teamchefs van de politie.").order().mandate()
    assert mandaat(others.dossier()).verdict == "niet_voldaan"


def test_mandate_withdrawn_by_a_later_one(case: Case) -> None:
    first = case.paper("mandaatbesluit", "Mandaat aan de hulpofficieren.").order().mandate(dated=date(2015, 3, 2))
    later = first.paper("mandaatbesluit", "Het mandaatbesluit van 2 maart 2015 wordt ingetrokken.", "De hulpofficieren mogen tekenen.")
    only = later.mandate(paper=2, decide=False, sign_only=True, dated=date(2020, 1, 1))
    assert mandaat(only.dossier()).verdict == "niet_voldaan"


def test_mandate_by_word_of_mouth(case: Case) -> None:
    spoken = case.paper("pv_bevindingen", "De burgemeester heeft mij telefonisch gemandateerd om te beslissen.").order()
    assert mandaat(spoken.dossier()).verdict == "niet_voldaan"


def test_mandate_withdrawn_by_another_paper(case: Case) -> None:
    assert mandaat(case.order().mandate().says("mandaat_verleend", "tegendeel", over="hovj", kind="brief").dossier()).verdict == "niet_voldaan"


def test_mandate_contradicted(case: Case) -> None:
    torn = case.order().mandate().says("mandaat_verleend", over="hovj", kind="mandaatbesluit")
    assert mandaat(torn.says("mandaat_verleend", "tegendeel", over="hovj", kind="brief", certainty=0.8).dossier()).verdict == "onduidelijk"


def test_what_a_mandate_excepts_beside_its_grant_is_no_denial(case: Case) -> None:
    listed = case.order().mandate(by_name=("J. de Vries",)).says("mandaat_verleend", over="hovj", kind="mandaatbesluit")
    assert mandaat(listed.says("mandaat_verleend", "tegendeel", over="hovj", kind="mandaatbesluit").dossier()).verdict == "voldaan"


def test_late_mandate_that_ratifies(case: Case) -> None:
    late = case.order().mandate(dated=date(2024, 3, 5)).says("burgemeester_besliste_zelf", kind="mandaatbesluit")
    assert mandaat(late.dossier()).reason == "open norm"


def test_mandate_named_but_not_there(case: Case) -> None:
    named = case.paper("beschikking_huisverbod", "namens deze (mandaatbesluit 12 januari 2015)").order()
    assert mandaat(named.dossier()).verdict == "niet_te_beoordelen"


def test_mandate_nowhere(case: Case) -> None:
    assert mandaat(case.order().dossier()).verdict == "niet_voldaan"
    assert mandaat(case.says("mandaat_verleend", "tegendeel", over="hovj", kind="beschikking_huisverbod").dossier()).verdict == "niet_voldaan"


def signing(case: Case) -> Case:
    """A hulpofficier who was empowered to sign only."""
    return case.order().mandate(decide=False, sign_only=True)


def test_no_mandate_to_sign_only(case: Case) -> None:
    assert ondertekeningsmandaat(case.order().mandate().dossier()).verdict == "nvt"


@pytest.mark.parametrize("check", [mandaat, ondertekeningsmandaat])
def test_sign_only(case: Case, check: Any) -> None:
    assert check(signing(case).dossier()).verdict == "niet_voldaan"
    assert check(case.says("burgemeester_besliste_zelf", at=datetime(2024, 3, 1, 20, 30)).dossier()).verdict == "voldaan"
    assert check(case.says("burgemeester_besliste_zelf", "tegendeel", kind="pv_horen").dossier()).reason == "tegenstrijdig"


def test_sign_only_decided_after_service(case: Case) -> None:
    late = signing(case).says("burgemeester_besliste_zelf", at=datetime(2024, 3, 2, 9, 0))
    assert ondertekeningsmandaat(late.dossier()).verdict == "niet_voldaan"


def test_sign_only_after_talk(case: Case) -> None:
    talk = signing(case).says("overleg_burgemeester")
    assert ondertekeningsmandaat(talk.dossier()).verdict == "onduidelijk"


def test_signature_for_the_mayor_is_no_decision_of_his(case: Case) -> None:
    signed = signing(case).says("burgemeester_besliste_zelf", kind="beschikking_huisverbod", words="De burgemeester, namens deze, w.g. De Vries")
    assert ondertekeningsmandaat(signed.dossier()).verdict == "niet_voldaan"


def test_decision_of_the_mayor_signed_by_a_hovj(case: Case) -> None:
    assert ondertekeningsmandaat(case.order().says("burgemeester_besliste_zelf", kind="beschikking_huisverbod").dossier()).verdict == "voldaan"


def test_betrokken_by_the_rihg(case: Case) -> None:
    assert hovj_betrokken(case.order().rihg().dossier()).verdict == "voldaan"


def test_betrokken_by_statement(case: Case) -> None:
    assert hovj_betrokken(case.order().says("hovj_zelf_betrokken", over="hovj").dossier()).verdict == "voldaan"


def test_betrokken_by_a_record_of_his_own(case: Case) -> None:
    recorded = case.paper("pv_horen", "Ik, verbalisant, Jan de Vries, inspecteur van politie,", "sprak met hem.", "Hij zei niets.", "Gesloten.")
    assert hovj_betrokken(recorded.order().dossier()).verdict == "voldaan"


def test_betrokken_named_in_the_record_of_another(case: Case) -> None:
    recorded = case.paper("pv_horen", "Ik, verbalisant, Karel Bos, belde hulpofficier Jan de Vries.", "Hij tekende.", "Dat was het.", "Gesloten.")
    assert hovj_betrokken(recorded.order().dossier()).verdict == "niet_voldaan"


def test_betrokken_denied(case: Case) -> None:
    denied = case.order().says("hovj_zelf_betrokken", "tegendeel", over="hovj")
    assert hovj_betrokken(denied.dossier()).verdict == "niet_voldaan"
    # Establishing the form is enough, also for who heard nobody himself.
    assert hovj_betrokken(denied.rihg().dossier()).verdict == "voldaan"


def test_betrokken_was_another(case: Case) -> None:
    outcome = hovj_betrokken(case.order().rihg(signature=signature("anders", "K. Bos")).dossier())
    assert outcome.verdict == "niet_voldaan"
    assert "K. Bos" in outcome.explanation


def test_betrokken_of_another_hulpofficier(case: Case) -> None:
    other = case.paper("rihg").order().says("hovj_zelf_betrokken", over="hovj", words="Vastgesteld door K. Bos, hulpofficier van justitie.")
    assert hovj_betrokken(other.dossier()).verdict == "niet_voldaan"


def test_betrokken_contradicted(case: Case) -> None:
    torn = case.order().says("hovj_zelf_betrokken", over="hovj").says("hovj_zelf_betrokken", "tegendeel", over="hovj")
    assert hovj_betrokken(torn.dossier()).verdict == "onduidelijk"


def test_betrokken_by_an_unread_signer(case: Case) -> None:
    assert hovj_betrokken(case.paper("pv_horen").order(signature=signature(name=None)).dossier()).reason == "slecht leesbaar"


def test_betrokken_only_the_decision(case: Case) -> None:
    assert hovj_betrokken(case.order().mandate().dossier()).verdict == "niet_te_beoordelen"


@pytest.mark.parametrize(
    ("fields", "verdict"),
    [
        ({}, "voldaan"),
        (MAYOR, "voldaan"),
        (ALDERMAN, "voldaan"),
        ({"signature": Signature(None, None, False)}, "niet_voldaan"),
        ({"signature": signature(None, None, signed=False)}, "niet_voldaan"),
        ({"signature": signature(on_behalf=False)}, "niet_voldaan"),
        ({"signature": signature(name=None)}, "onduidelijk"),
        ({"decider": "burgemeester", "signature": signature(None, on_behalf=False)}, "onduidelijk"),
    ],
)
def test_ondertekening(case: Case, fields: dict[str, Any], verdict: str) -> None:
    assert ondertekening(case.order(**fields).dossier()).verdict == verdict


def test_ondertekening_not_read(case: Case) -> None:
    block = case.paper("beschikking_huisverbod", "w.g. De Vries", function="signature").order(signature=Signature(None, None, False))
    assert ondertekening(block.dossier()).reason == "slecht leesbaar"
