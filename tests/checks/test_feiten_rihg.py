"""The facts, the risk assessment form, Veilig Thuis and the lawyer on duty: each verdict of each rule."""

from __future__ import annotations

from datetime import datetime, timedelta

from cases import DECIDED, Case, signature

from checks.feiten import meer_dan_een_verklaring
from checks.kinderen import veilig_thuis_vooraf
from checks.rechtsbijstand import piketadvocaat
from checks.rihg import aanwezig, uitkomst_sluit_aan, vastgesteld_door_hovj

EARLIER, LATER = DECIDED - timedelta(hours=1), DECIDED + timedelta(hours=1)


def test_support_beside_a_statement_is_met(case: Case) -> None:
    assert meer_dan_een_verklaring(case.order().says("objectieve_steun").dossier()).verdict == "voldaan"
    assert meer_dan_een_verklaring(Case().order().says("erkenning", over="uhg").dossier()).verdict == "voldaan"


def test_support_that_is_contested_is_unclear(case: Case) -> None:
    both = case.order().says("objectieve_steun").says("objectieve_steun", "tegendeel")
    assert meer_dan_een_verklaring(both.dossier()).verdict == "onduidelijk"


def test_support_weaker_than_its_denial_is_not_met(case: Case) -> None:
    both = case.order().says("objectieve_steun", certainty=0.6).says("objectieve_steun", "tegendeel")
    assert meer_dan_een_verklaring(both.dossier()).verdict == "niet_voldaan"


def test_two_things_seen_stand_although_no_injury_was(case: Case) -> None:
    seen = case.order().says("objectieve_steun", words="gat in de deur").says("objectieve_steun", words="scherven")
    assert meer_dan_een_verklaring(seen.says("objectieve_steun", "tegendeel", words="geen letsel").dossier()).verdict == "voldaan"


def test_a_decision_on_a_quarrel_alone_asks_for_its_sources(case: Case) -> None:
    quarrel = case.order().says("feiten_concreet", kind="beschikking_huisverbod").says("objectieve_steun", "tegendeel", kind="pv_overig")
    assert meer_dan_een_verklaring(quarrel.dossier()).verdict == "niet_voldaan"
    assert meer_dan_een_verklaring(quarrel.paper("pv_bevindingen", "Wij hoorden geschreeuw.").dossier()).verdict == "voldaan"
    assert meer_dan_een_verklaring(quarrel.says("geweld_uhg", kind="beschikking_huisverbod").dossier()).verdict == "niet_voldaan"


def test_statements_alone_are_not_met_and_silence_cannot_be_judged(case: Case) -> None:
    assert meer_dan_een_verklaring(case.dossier()).verdict == "nvt"
    assert meer_dan_een_verklaring(case.order().dossier()).verdict == "niet_te_beoordelen"
    found = meer_dan_een_verklaring(case.paper("verklaring_aangifte", "Hij sloeg mij.").dossier())
    assert found.verdict == "niet_voldaan" and found.supports


def test_form_present_barely_filled_denied_and_absent(case: Case) -> None:
    assert aanwezig(case.dossier()).verdict == "nvt"
    assert aanwezig(case.order().dossier()).verdict == "niet_te_beoordelen"
    assert aanwezig(case.rihg().dossier()).verdict == "voldaan"
    assert aanwezig(case.rihg(filled=0.1).dossier()).verdict == "onduidelijk"
    assert aanwezig(Case().order().says("rihg_afgenomen", "tegendeel").dossier()).verdict == "niet_voldaan"


def test_form_signed_by_a_hulpofficier_before_the_decision(case: Case) -> None:
    assert vastgesteld_door_hovj(case.order().dossier()).verdict == "niet_te_beoordelen"
    assert vastgesteld_door_hovj(case.rihg().dossier()).verdict == "voldaan"
    assert vastgesteld_door_hovj(case.rihg(signed_on=LATER).dossier()).verdict == "niet_voldaan"


def test_form_signed_by_another_is_not_met_also_without_a_date(case: Case) -> None:
    other = case.order().rihg(signature=signature("anders", on_behalf=False), signed_on=None)
    assert vastgesteld_door_hovj(other.dossier()).verdict == "niet_voldaan"


def test_an_empty_block_a_missing_date_and_an_unknown_capacity_are_unclear(case: Case) -> None:
    empty = case.order().rihg(signature=signature(None, None, signed=False))
    assert vastgesteld_door_hovj(empty.dossier()).verdict == "onduidelijk"
    assert vastgesteld_door_hovj(case.rihg(signed_on=None).dossier()).verdict == "onduidelijk"
    assert vastgesteld_door_hovj(case.rihg(signature=signature(None, "K. Bos")).dossier()).verdict == "onduidelijk"
    # The decision gives the capacity of the same person.
    assert vastgesteld_door_hovj(case.rihg(signature=signature(None)).dossier()).verdict == "voldaan"


def test_the_outcome_of_the_form(case: Case) -> None:
    assert uitkomst_sluit_aan(case.order().dossier()).verdict == "niet_te_beoordelen"
    assert uitkomst_sluit_aan(case.rihg(outcome=None).dossier()).verdict == "niet_te_beoordelen"
    assert uitkomst_sluit_aan(case.rihg().dossier()).verdict == "voldaan"
    assert uitkomst_sluit_aan(case.rihg(outcome="geen").dossier()).verdict == "niet_voldaan"
    assert uitkomst_sluit_aan(case.says("rihg_afwijking", kind="beschikking_huisverbod").dossier()).verdict == "voldaan"


def test_a_form_that_contradicts_itself_is_unclear() -> None:
    low = Case().paper("rihg", "Uitkomst: laag / laag / laag", "Advies: huisverbod").order().rihg()
    assert uitkomst_sluit_aan(low.dossier()).verdict == "onduidelijk"


def test_a_form_of_an_earlier_ban_is_none() -> None:
    said = Case().order().says("rihg_ontbreekt", kind="beschikking_huisverbod")
    assert aanwezig(said.dossier()).verdict == "niet_voldaan"
    old = said.rihg(signed_on=datetime(2023, 12, 1, 20, 0))
    assert aanwezig(old.dossier()).verdict == "niet_voldaan"
    assert vastgesteld_door_hovj(old.dossier()).verdict == "niet_te_beoordelen"


def abuse(case: Case) -> Case:
    return case.order().says("kindermishandeling", over="kind")


def test_contact_beforehand_is_met_and_afterwards_is_not(case: Case) -> None:
    assert veilig_thuis_vooraf(abuse(case).says("veilig_thuis_vooraf", at=EARLIER).dossier()).verdict == "voldaan"
    assert veilig_thuis_vooraf(abuse(Case()).says("veilig_thuis_vooraf", at=LATER).dossier()).verdict == "niet_voldaan"


def test_contact_denied_contested_or_nowhere(case: Case) -> None:
    assert veilig_thuis_vooraf(case.order().dossier()).verdict == "nvt"
    assert veilig_thuis_vooraf(abuse(case).dossier()).verdict == "niet_voldaan"
    assert veilig_thuis_vooraf(case.says("veilig_thuis_vooraf").dossier()).verdict == "voldaan"
    assert veilig_thuis_vooraf(case.says("veilig_thuis_vooraf", "tegendeel").dossier()).verdict == "onduidelijk"


def test_an_agency_told_at_an_unknown_moment_is_unclear(case: Case) -> None:
    told = abuse(case).says("hulpverlening_ingelicht")
    assert veilig_thuis_vooraf(told.dossier()).verdict == "onduidelijk"
    assert veilig_thuis_vooraf(abuse(Case()).says("hulpverlening_ingelicht", at=LATER).dossier()).verdict == "niet_voldaan"
    assert veilig_thuis_vooraf(abuse(Case()).says("hulpverlening_ingelicht", kind="beschikking_huisverbod").dossier()).verdict == "niet_voldaan"


def test_a_day_on_which_help_is_to_follow_is_no_contact_afterwards(case: Case) -> None:
    follows = abuse(case).says("veilig_thuis_vooraf", at=(LATER + timedelta(days=1)).date())
    assert veilig_thuis_vooraf(follows.dossier()).verdict == "voldaan"


def test_a_weak_contact_does_not_stand_against_a_strong_denial(case: Case) -> None:
    both = abuse(case).says("veilig_thuis_vooraf", certainty=0.6).says("veilig_thuis_vooraf", "tegendeel")
    assert veilig_thuis_vooraf(both.dossier()).verdict == "niet_voldaan"


def test_lawyer_told_within_a_day_and_later(case: Case) -> None:
    wanted = case.order().says("advocaat_gewenst", over="uhg", at=EARLIER)
    assert piketadvocaat(wanted.dossier()).verdict == "niet_voldaan"
    assert piketadvocaat(wanted.says("piket_gemeld", at=LATER).dossier()).verdict == "voldaan"
    late = Case().order().says("advocaat_gewenst", over="uhg", at=EARLIER).says("piket_gemeld", at=EARLIER + timedelta(hours=25))
    assert piketadvocaat(late.dossier()).verdict == "niet_voldaan"


def test_no_wish_and_a_denied_wish_do_not_apply(case: Case) -> None:
    assert piketadvocaat(case.order().dossier()).verdict == "nvt"
    assert piketadvocaat(case.says("advocaat_gewenst", "tegendeel", over="uhg").dossier()).verdict == "nvt"


def test_a_telling_without_a_wish(case: Case) -> None:
    assert piketadvocaat(case.order().says("piket_gemeld").dossier()).verdict == "voldaan"
    assert piketadvocaat(Case().order().says("piket_gemeld", "tegendeel").dossier()).verdict == "onduidelijk"


def test_a_wish_that_papers_contradict(case: Case) -> None:
    torn = case.order().says("advocaat_gewenst", over="uhg").says("advocaat_gewenst", "tegendeel", over="uhg")
    assert piketadvocaat(torn.dossier()).verdict == "onduidelijk"
    assert piketadvocaat(torn.says("piket_gemeld", "tegendeel").dossier()).verdict == "niet_voldaan"


def test_a_telling_that_papers_contradict_is_unclear(case: Case) -> None:
    torn = case.order().says("advocaat_gewenst", over="uhg").says("piket_gemeld").says("piket_gemeld", "tegendeel")
    assert piketadvocaat(torn.dossier()).verdict == "onduidelijk"


def test_a_weak_telling_does_not_stand_against_a_strong_denial(case: Case) -> None:
    both = case.order().says("advocaat_gewenst", over="uhg").says("piket_gemeld", certainty=0.6).says("piket_gemeld", "tegendeel")
    assert piketadvocaat(both.dossier()).verdict == "niet_voldaan"
