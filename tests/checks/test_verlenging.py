"""The extension: each verdict of each rule."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from cases import BEGIN, END, EXTENDED_END, Case, passage, signature, stated

from checks.verlenging import CHECKS

KIND = "beschikking_verlenging"


def verdict(name: str, case: Case) -> str:
    return CHECKS[f"verlenging.{name}"](case.dossier()).verdict


@pytest.mark.parametrize("check", CHECKS)
def test_without_an_extension_no_requirement_applies(check: str, case: Case) -> None:
    assert CHECKS[check](case.order().dossier()).verdict == "nvt"


def test_contents(case: Case) -> None:
    facts = case.order().says("overtreding", over="uhg", kind=KIND)  # type: ignore[arg-type]
    assert verdict("inhoud", facts) == "nvt"
    assert verdict("inhoud", facts.extension()) == "voldaan"
    assert verdict("inhoud", Case().order().extension()) == "niet_voldaan"
    assert verdict("inhoud", facts.having(extensions=()).extension(end=None)) == "niet_voldaan"
    assert verdict("inhoud", facts.having(extensions=()).extension(labels=(stated("uw partner"),))) == "onduidelijk"


def test_contents_by_reference_to_the_ban_of_a_named_date() -> None:
    bare: dict[str, Any] = {"address": None, "names": (), "contact_ban": None}
    refers = Case().order().paper("beschikking_verlenging", "Ik verleng het huisverbod van 1 maart 2024.").extension(**bare)
    assert verdict("inhoud", refers.says("overtreding", over="uhg", kind="beschikking_verlenging")) == "voldaan"
    silent = Case().order().paper("beschikking_verlenging", "Ik verleng uw huisverbod.").extension(**bare)
    assert verdict("inhoud", silent.says("overtreding", over="uhg", kind="beschikking_verlenging")) == "niet_voldaan"


def test_only_the_mayor_can_extend(case: Case) -> None:
    assert verdict("door_burgemeester", Case().order().extension()) == "voldaan"
    assert verdict("door_burgemeester", Case().order().extension(signature=signature("hovj"))) == "niet_voldaan"
    assert verdict("door_burgemeester", case.order().extension(signature=signature(None, None, on_behalf=False))) == "onduidelijk"
    assert verdict("door_burgemeester", Case().order().extension(signature=signature(None, "J. Bos"))) == "niet_voldaan"


def test_twenty_eight_days_from_the_begin(case: Case) -> None:
    assert BEGIN + timedelta(days=28) == EXTENDED_END
    assert verdict("maximaal_28_dagen", Case().order().extension()) == "voldaan"
    late = stated(EXTENDED_END + timedelta(minutes=1), KIND)  # type: ignore[arg-type]
    assert verdict("maximaal_28_dagen", Case().order().extension(end=late)) == "niet_voldaan"
    assert verdict("maximaal_28_dagen", case.order().extension(end=None)) == "onduidelijk"
    assert verdict("maximaal_28_dagen", Case().order().extension(end=None, days=stated(18, KIND))) == "voldaan"  # type: ignore[arg-type]
    assert verdict("maximaal_28_dagen", Case().order().extension(days=stated(14, KIND))) == "onduidelijk"  # type: ignore[arg-type]


def test_twenty_eight_days_from_an_earlier_imposing() -> None:
    before = Case().order(decided=stated(BEGIN - timedelta(days=1)))
    assert verdict("maximaal_28_dagen", before.extension()) == "niet_voldaan"


def test_once_and_in_time(case: Case) -> None:
    assert verdict("eenmalig_en_tijdig", Case().order().extension()) == "voldaan"
    after = stated(END + timedelta(hours=1), KIND)  # type: ignore[arg-type]
    assert verdict("eenmalig_en_tijdig", Case().order().extension(decided=after)) == "niet_voldaan"
    assert verdict("eenmalig_en_tijdig", Case().order().extension(decided=stated(END.date(), KIND), served=None)) == "onduidelijk"  # type: ignore[arg-type]
    assert verdict("eenmalig_en_tijdig", Case().order().extension().extension()) == "voldaan"  # two copies of one decision
    again = stated(EXTENDED_END - timedelta(days=3), KIND)  # type: ignore[arg-type]
    assert verdict("eenmalig_en_tijdig", case.order().extension().extension(end=again)) == "niet_voldaan"


def test_danger_that_goes_on(case: Case) -> None:
    refused = Case().order().extension().says("hulp_geweigerd", over="uhg", kind="verlengingsadvies")
    assert verdict("gevaar_duurt_voort", refused) == "voldaan"
    both = refused.says("hulp_begonnen", over="uhg", kind="verlengingsadvies")
    assert verdict("gevaar_duurt_voort", both) == "onduidelijk"
    assert verdict("gevaar_duurt_voort", both.says("hulp_begonnen", over="uhg", kind=KIND)) == "voldaan"  # type: ignore[arg-type]
    assert verdict("gevaar_duurt_voort", case.order().extension()) == "niet_voldaan"
    formula = Case().order().extension().says("dreiging_duurt_voort", kind=KIND)  # type: ignore[arg-type]
    assert verdict("gevaar_duurt_voort", formula) == "niet_voldaan"
    old = Case().order().extension().says("overtreding", over="uhg", kind="verlengingsadvies", at=date(2024, 2, 1))
    assert verdict("gevaar_duurt_voort", old) == "niet_voldaan"
    incident = Case().order().extension().says("geweld_uhg", kind=KIND, at=BEGIN)  # type: ignore[arg-type]
    assert verdict("gevaar_duurt_voort", incident) == "niet_voldaan"
    breach = Case().order().extension().says("overtreding", over="uhg", kind=KIND, at=date(2024, 3, 8))  # type: ignore[arg-type]
    assert verdict("gevaar_duurt_voort", breach.says("hulp_begonnen", over="uhg", kind="verlengingsadvies")) == "voldaan"


def test_both_must_be_heard(case: Case) -> None:
    one = case.order().extension().says("horen_verlenging", over="uhg", kind="verlengingsadvies")
    assert verdict("horen", one) == "onduidelijk"
    assert verdict("horen", one.says("horen_verlenging", over="achterblijver", kind="verlengingsadvies")) == "voldaan"
    assert verdict("horen", Case().order().extension().says("horen_verlenging", "tegendeel", over="uhg")) == "niet_voldaan"
    assert verdict("horen", Case().order().extension()) == "niet_te_beoordelen"
    assert verdict("horen", Case().order().extension().paper("verlengingsadvies")) == "niet_voldaan"
    late = Case().order().extension().says("horen_verlenging", over="uhg", kind="brief", at=date(2024, 3, 20))
    assert verdict("horen", late) == "niet_te_beoordelen"


def test_where_only_minors_stay_behind() -> None:
    child = stated("Bram Bol")
    only = Case().order(names=(child,), minors=(child,)).extension().says("horen_verlenging", over="uhg", kind="verlengingsadvies")
    assert verdict("horen", only) == "voldaan"


def test_advice(case: Case) -> None:
    assert verdict("advies", Case().order().extension()) == "niet_voldaan"
    assert verdict("advies", Case().order().extension().says("advies_verlengen", kind=KIND)) == "onduidelijk"  # type: ignore[arg-type]
    dated = case.order().extension().paper("verlengingsadvies", dated=date(2024, 3, 9))
    assert verdict("advies", dated.says("advies_verlengen", kind="verlengingsadvies")) == "voldaan"
    after = Case().order().extension().paper("verlengingsadvies", dated=date(2024, 3, 12))
    assert verdict("advies", after) == "niet_voldaan"
    against = Case().order().extension().paper("verlengingsadvies", dated=date(2024, 3, 9))
    assert verdict("advies", against.says("advies_verlengen", "tegendeel", kind="verlengingsadvies")) == "niet_voldaan"


def test_service_of_the_extension(case: Case) -> None:
    assert verdict("bekendmaking", Case().order().extension()) == "voldaan"
    assert verdict("bekendmaking", Case().order().extension(served=None, service_block_empty=passage("...."))) == "niet_voldaan"
    assert verdict("bekendmaking", Case().order().extension(served=None, served_undated=passage("uitgereikt"))) == "onduidelijk"
    assert verdict("bekendmaking", case.order().extension(served=None)) == "niet_te_beoordelen"
    assert verdict("bekendmaking", Case().order().extension(served=stated(BEGIN))) == "niet_te_beoordelen"  # the service of the ban
    confirmed = Case().order().extension(served=None).paper("brief", "Ik bevestig de ontvangst van de verlenging.", dated=date(2024, 3, 10))
    assert verdict("bekendmaking", confirmed) == "voldaan"
    refused = Case().order().extension(served=None).says("uitgereikt", "tegendeel", over="uhg", kind=KIND)  # type: ignore[arg-type]
    assert verdict("bekendmaking", refused) == "niet_voldaan"
