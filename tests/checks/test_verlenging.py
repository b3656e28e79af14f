"""The extension, enforcement since, repetition and agreement of the papers: each verdict of each rule."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from cases import BEGIN, END, EXTENDED_END, Case, passage, signature, stated

from checks.handhaving import actueel_gevaar
from checks.samenhang import nieuwe_feiten, stukken_eensluidend
from checks.verlenging import CHECKS

KIND = "beschikking_verlenging"


def verdict(name: str, case: Case) -> str:
    return CHECKS[f"verlenging.{name}"](case.dossier()).verdict


@pytest.mark.parametrize("check", CHECKS)
def test_without_an_extension_no_requirement_applies(check: str, case: Case) -> None:
    assert CHECKS[check](case.order().dossier()).verdict == "nvt"


def test_contents(case: Case) -> None:
    assert verdict("inhoud", Case().order().extension()) == "voldaan"
    assert verdict("inhoud", case.order().extension(end=None)) == "niet_voldaan"


def test_only_the_mayor_can_extend(case: Case) -> None:
    assert verdict("door_burgemeester", Case().order().extension()) == "voldaan"
    assert verdict("door_burgemeester", Case().order().extension(signature=signature("hovj"))) == "niet_voldaan"
    assert verdict("door_burgemeester", case.order().extension(signature=signature(None, None))) == "onduidelijk"


def test_twenty_eight_days_from_the_begin(case: Case) -> None:
    assert BEGIN + timedelta(days=28) == EXTENDED_END
    assert verdict("maximaal_28_dagen", Case().order().extension()) == "voldaan"
    late = stated(EXTENDED_END + timedelta(minutes=1), KIND)  # type: ignore[arg-type]
    assert verdict("maximaal_28_dagen", Case().order().extension(end=late)) == "niet_voldaan"
    assert verdict("maximaal_28_dagen", case.order().extension(end=None)) == "onduidelijk"


def test_once_and_in_time(case: Case) -> None:
    assert verdict("eenmalig_en_tijdig", Case().order().extension()) == "voldaan"
    after = stated(END + timedelta(hours=1), KIND)  # type: ignore[arg-type]
    assert verdict("eenmalig_en_tijdig", Case().order().extension(decided=after)) == "niet_voldaan"
    assert verdict("eenmalig_en_tijdig", Case().order().extension(decided=stated(END.date(), KIND))) == "onduidelijk"  # type: ignore[arg-type]
    assert verdict("eenmalig_en_tijdig", case.order().extension().extension()) == "niet_voldaan"


def test_danger_that_goes_on(case: Case) -> None:
    refused = Case().order().extension().says("hulp_geweigerd", over="uhg", kind="verlengingsadvies")
    assert verdict("gevaar_duurt_voort", refused) == "voldaan"
    both = refused.says("hulp_begonnen", over="uhg", kind="verlengingsadvies")
    assert verdict("gevaar_duurt_voort", both) == "onduidelijk"
    assert verdict("gevaar_duurt_voort", case.order().extension()) == "niet_voldaan"


def test_both_must_be_heard(case: Case) -> None:
    one = case.order().extension().says("horen_verlenging", over="uhg", kind="verlengingsadvies")
    assert verdict("horen", one) == "onduidelijk"
    assert verdict("horen", one.says("horen_verlenging", over="achterblijver", kind="verlengingsadvies")) == "voldaan"
    assert verdict("horen", Case().order().extension().says("horen_verlenging", "tegendeel", over="uhg")) == "niet_voldaan"
    assert verdict("horen", Case().order().extension()) == "niet_te_beoordelen"


def test_advice(case: Case) -> None:
    assert verdict("advies", Case().order().extension()) == "niet_voldaan"
    assert verdict("advies", Case().order().extension().says("advies_verlengen", kind=KIND)) == "onduidelijk"  # type: ignore[arg-type]
    assert verdict("advies", case.order().extension().says("advies_verlengen", kind="verlengingsadvies")) == "voldaan"


def test_service_of_the_extension(case: Case) -> None:
    assert verdict("bekendmaking", Case().order().extension()) == "voldaan"
    assert verdict("bekendmaking", Case().order().extension(served=None, service_block_empty=passage("...."))) == "niet_voldaan"
    assert verdict("bekendmaking", Case().order().extension(served=None, served_undated=passage("uitgereikt"))) == "onduidelijk"
    assert verdict("bekendmaking", case.order().extension(served=None)) == "niet_te_beoordelen"


def test_what_happened_since(case: Case) -> None:
    assert actueel_gevaar(case.order().dossier()).verdict == "nvt"
    assert actueel_gevaar(Case().order().says("overtreding", over="uhg", kind="pv_overig").dossier()).verdict == "voldaan"
    started = Case().order().says("hulp_begonnen", over="uhg", kind="brief")
    assert actueel_gevaar(started.dossier()).verdict == "niet_voldaan"
    assert actueel_gevaar(started.says("hulp_geweigerd", over="uhg", kind="brief").dossier()).verdict == "onduidelijk"
    assert actueel_gevaar(Case().order().withdrawal().dossier()).verdict == "nvt"


def test_repetition(case: Case) -> None:
    assert nieuwe_feiten(Case().order().dossier()).verdict == "nvt"
    again = case.order().having(earlier_order=stated(date(2024, 2, 10)))
    assert nieuwe_feiten(again.dossier()).verdict == "onduidelijk"
    assert nieuwe_feiten(again.says("nieuwe_feiten").dossier()).verdict == "voldaan"
    same = Case().order().having(earlier_order=stated(date(2024, 2, 10))).says("nieuwe_feiten", "tegendeel")
    assert nieuwe_feiten(same.dossier()).verdict == "niet_voldaan"


def test_agreement_of_the_papers(case: Case) -> None:
    assert stukken_eensluidend(Case().order().dossier()).verdict == "nvt"
    two = case.order().paper("pv_horen").having(born=stated(date(1990, 1, 1)))
    assert stukken_eensluidend(two.dossier()).verdict == "voldaan"
    differ = Case().order().paper("pv_horen").having(born=stated(date(1990, 1, 1), also=(date(1991, 1, 1),)))
    assert stukken_eensluidend(differ.dossier()).verdict == "niet_voldaan"
