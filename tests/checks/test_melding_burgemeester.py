"""The check on telling the mayor of the ban, with each of its verdicts."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from cases import Case, passage, stated

from checks.bevoegdheid import melding_burgemeester
from verifier.reading.paper import Kind

TOLD = "De burgemeester is van het opgelegde huisverbod op de hoogte gesteld."
NOT_TOLD = "De burgemeester is niet ingelicht."


@pytest.mark.parametrize(
    ("at", "verdict"),
    [
        (None, "voldaan"),
        (datetime(2024, 3, 1, 22, 0), "voldaan"),
        (date(2024, 3, 2), "voldaan"),
        (date(2024, 3, 4), "niet_voldaan"),
        (date(2024, 2, 28), "onduidelijk"),
    ],
)
def test_melding(case: Case, at: date | None, verdict: str) -> None:
    assert melding_burgemeester(case.order().says("burgemeester_ingelicht", at=at, words=TOLD).dossier()).verdict == verdict


def test_melding_without_moment_or_words_for_it(case: Case) -> None:
    vague = case.order().says("burgemeester_ingelicht", words="Namens de burgemeester sprak ik hem aan.")
    assert melding_burgemeester(vague.dossier()).verdict == "onduidelijk"


def test_melding_of_somebody_else(case: Case) -> None:
    assert melding_burgemeester(case.order().says("burgemeester_ingelicht", "tegendeel", words="U ontkent dit.").dossier()).verdict == "niet_te_beoordelen"


def test_melding_denied(case: Case) -> None:
    assert melding_burgemeester(case.order().says("burgemeester_ingelicht", "tegendeel", words=NOT_TOLD).dossier()).verdict == "niet_voldaan"


def test_melding_announced_for_later(case: Case) -> None:
    announced = case.order().says("burgemeester_ingelicht", "tegendeel", at=date(2024, 3, 8), words=NOT_TOLD)
    assert melding_burgemeester(announced.dossier()).verdict == "niet_voldaan"


def test_melding_not_yet_on_the_day(case: Case) -> None:
    yet = case.paper("pv_bevindingen", dated=date(2024, 3, 1)).order()
    yet.says("burgemeester_ingelicht", "tegendeel", words="De burgemeester is nog niet ingelicht.")
    assert melding_burgemeester(yet.dossier()).verdict == "onduidelijk"
    assert melding_burgemeester(yet.says("burgemeester_ingelicht", kind="brief", at=date(2024, 3, 2), words=TOLD).dossier()).verdict == "voldaan"


def test_melding_contradicted(case: Case) -> None:
    torn = case.order().says("burgemeester_ingelicht", words=TOLD).says("burgemeester_ingelicht", "tegendeel", kind="pv_horen", words=NOT_TOLD)
    assert melding_burgemeester(torn.dossier()).reason == "tegenstrijdig"


@pytest.mark.parametrize(
    ("sentence", "kind", "verdict"),
    [
        ("Een afschrift van het besluit is gemaild aan de burgemeester.", "pv_bevindingen", "voldaan"),
        ("De burgemeester zal het huisverbod pas op 8 maart 2024 gemeld krijgen.", "pv_bevindingen", "niet_voldaan"),
        ("Een kopie van de beschikking is naar het gemeentehuis gefaxt.", "pv_bevindingen", "onduidelijk"),
        ("De hulpofficier meldt het huisverbod aan de burgemeester en geeft kennis van het besluit.", "mandaatbesluit", "niet_te_beoordelen"),
    ],
)
def test_melding_in_words(case: Case, sentence: str, kind: Kind, verdict: str) -> None:
    assert melding_burgemeester(case.paper(kind, sentence).order().dossier()).verdict == verdict


def test_melding_only_talk_before(case: Case) -> None:
    assert melding_burgemeester(case.order().says("overleg_burgemeester").dossier()).verdict == "onduidelijk"


def test_melding_after_a_vain_call(case: Case) -> None:
    called = case.order().says("burgemeester_ingelicht", "tegendeel", kind="pv_horen", at=datetime(2024, 3, 1, 22, 0), words=NOT_TOLD)
    assert melding_burgemeester(called.says("burgemeester_ingelicht", at=datetime(2024, 3, 2, 8, 0), words=TOLD).dossier()).verdict == "voldaan"


def test_melding_not_told(case: Case) -> None:
    assert melding_burgemeester(case.order().dossier()).verdict == "niet_te_beoordelen"


def test_melding_by_an_act_of_the_mayor(case: Case) -> None:
    acted = case.order().withdrawal(decided=stated(date(2024, 3, 2)), decider_passage=passage("De burgemeester"))
    assert melding_burgemeester(acted.dossier()).verdict == "voldaan"


def test_melding_where_the_mayor_decided_himself(case: Case) -> None:
    assert melding_burgemeester(case.order().mandate(decide=False, sign_only=True).says("burgemeester_besliste_zelf").dossier()).verdict == "nvt"
