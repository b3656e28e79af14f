"""Service, the oral announcement, who is told, keys and address: each verdict of each rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from cases import DECIDED, Case, moment, passage, stated

from checks.bekendmaking import achterblijvers_ingelicht, mondeling_daarna_schriftelijk, sleutels_en_bereikbaarheid, uitreiking


def test_service_with_its_moment_is_met(case: Case) -> None:
    assert uitreiking(case.order().dossier()).verdict == "voldaan"


def test_service_that_a_paper_denies_is_not_met(case: Case) -> None:
    assert uitreiking(case.order(served=None).says("uitgereikt", "tegendeel", over="uhg").dossier()).verdict == "niet_voldaan"


def test_an_empty_service_block_is_not_met(case: Case) -> None:
    assert uitreiking(case.order(served=None, service_block_empty=passage("Uitgereikt op: ......")).dossier()).verdict == "niet_voldaan"


def test_service_without_a_date_is_unclear(case: Case) -> None:
    assert uitreiking(case.order(served=None).says("uitgereikt", over="uhg").dossier()).verdict == "onduidelijk"


def test_silence_on_service_cannot_be_judged(case: Case) -> None:
    assert uitreiking(case.order(served=None).dossier()).verdict == "niet_te_beoordelen"


def test_no_oral_announcement_makes_the_requirement_not_apply(case: Case) -> None:
    assert mondeling_daarna_schriftelijk(case.order().dossier()).verdict == "nvt"


def test_moments_of_service_that_lie_apart_are_unclear(case: Case) -> None:
    apart = case.order().says("uitgereikt", over="uhg", at=DECIDED + timedelta(hours=2), words="Toen gaf ik hem de beschikking.")
    found = uitreiking(apart.dossier())
    assert found.verdict == "onduidelijk" and len(found.supports) == 2
    other = Case().order().says("uitgereikt", over="uhg", at=DECIDED + timedelta(hours=2), words="Toen kreeg hij zijn dagvaarding.")
    assert uitreiking(other.dossier()).verdict == "voldaan"
    near = Case().order().says("uitgereikt", over="uhg", at=DECIDED + timedelta(minutes=5))
    assert uitreiking(near.dossier()).verdict == "voldaan"


def test_a_birth_date_beside_the_service_is_no_moment_of_it(case: Case) -> None:
    assert uitreiking(case.order().says("uitgereikt", over="uhg", at=date(1990, 5, 1)).dossier()).verdict == "voldaan"


def test_service_by_the_clock_alone(case: Case) -> None:
    clock = replace(moment(DECIDED), day_borrowed=True)
    in_order = case.order(served=None).says("uitgereikt", over="uhg", kind="beschikking_huisverbod", moments=(clock,))
    assert uitreiking(in_order.dossier()).verdict == "onduidelijk"
    told = Case().order(served=None).says("uitgereikt", over="uhg", moments=(clock,), words="Ik gaf hem de beschikking.")
    assert uitreiking(told.dossier()).verdict == "voldaan"


def test_service_told_and_denied_is_unclear(case: Case) -> None:
    assert uitreiking(case.order().says("uitgereikt", "tegendeel", over="uhg").dossier()).verdict == "onduidelijk"


def spoken(days: int = 0) -> Case:
    """An oral announcement, so many days before the service."""
    return Case().order(begin=stated(DECIDED - timedelta(days=days))).says("mondeling_aangezegd", over="uhg", at=DECIDED - timedelta(days=days))


def test_in_writing_the_same_day_is_met_where_urgency_is_named() -> None:
    assert mondeling_daarna_schriftelijk(spoken().dossier()).verdict == "onduidelijk"
    assert mondeling_daarna_schriftelijk(spoken(1).says("spoed_mondeling").dossier()).verdict == "voldaan"


def test_in_writing_after_the_next_day_is_not_met() -> None:
    assert mondeling_daarna_schriftelijk(spoken(3).says("spoed_mondeling").dossier()).verdict == "niet_voldaan"


def test_never_in_writing_is_not_met() -> None:
    never = spoken().order(served=None).says("uitgereikt", "tegendeel", over="uhg")
    assert mondeling_daarna_schriftelijk(never.dossier()).verdict == "niet_voldaan"


def test_an_oral_announcement_without_a_day_is_unclear(case: Case) -> None:
    assert mondeling_daarna_schriftelijk(case.order(served=None).says("mondeling_aangezegd", over="uhg").dossier()).verdict == "onduidelijk"


def test_both_told_is_met_and_one_is_unclear(case: Case) -> None:
    one = case.order().says("achterblijver_ingelicht", over="achterblijver")
    assert achterblijvers_ingelicht(one.dossier()).verdict == "onduidelijk"
    assert achterblijvers_ingelicht(one.says("hulpverlening_ingelicht").dossier()).verdict == "voldaan"


def test_told_before_the_decision_alone_is_unclear(case: Case) -> None:
    early = case.order().says("achterblijver_ingelicht", over="achterblijver", at=DECIDED - timedelta(hours=1)).says("hulpverlening_ingelicht")
    assert achterblijvers_ingelicht(early.dossier()).verdict == "onduidelijk"


def test_one_adult_of_two_told_is_unclear(case: Case) -> None:
    two = case.order(names=(stated("Anna Jansen"), stated("Bea Jansen"))).says("hulpverlening_ingelicht")
    two = two.says("achterblijver_ingelicht", over="achterblijver").says("achterblijver_ingelicht", "tegendeel", over="achterblijver")
    assert achterblijvers_ingelicht(two.dossier()).verdict == "onduidelijk"


def test_nobody_told_is_not_met_and_silence_cannot_be_judged(case: Case) -> None:
    assert achterblijvers_ingelicht(case.order().dossier()).verdict == "niet_te_beoordelen"
    denied = case.says("achterblijver_ingelicht", "tegendeel", over="achterblijver")
    assert achterblijvers_ingelicht(denied.dossier()).verdict == "niet_voldaan"


def test_keys_and_address_both_one_and_none(case: Case) -> None:
    assert sleutels_en_bereikbaarheid(case.order().dossier()).verdict == "niet_te_beoordelen"
    assert sleutels_en_bereikbaarheid(case.says("sleutels", over="uhg").dossier()).verdict == "onduidelijk"
    assert sleutels_en_bereikbaarheid(case.says("bereikbaarheid", over="uhg").dossier()).verdict == "voldaan"


def test_neither_keys_nor_address_recorded_is_not_met(case: Case) -> None:
    assert sleutels_en_bereikbaarheid(case.order().says("sleutels", "tegendeel", over="uhg").dossier()).verdict == "niet_voldaan"


def test_the_day_of_service_is_named_in_the_explanation(case: Case) -> None:
    assert "1 maart 2024" in uitreiking(case.order().dossier()).explanation
