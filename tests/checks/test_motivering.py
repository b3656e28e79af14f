"""The reasons given: each verdict of each rule."""

from __future__ import annotations

from cases import Case, passage, stated

from checks.motivering import belangenafweging, contactverbod_kinderen, juiste_persoon

MINORS = (stated("Bo Jansen"), stated("Cas Jansen"))


def test_interest_weighed_in_the_order_elsewhere_or_nowhere(case: Case) -> None:
    assert belangenafweging(case.dossier()).verdict == "nvt"
    assert belangenafweging(case.order().dossier()).verdict == "niet_voldaan"
    assert belangenafweging(case.says("belang_uhg", over="uhg").dossier()).verdict == "onduidelijk"
    assert belangenafweging(case.says("belang_uhg", over="uhg", kind="beschikking_huisverbod").dossier()).verdict == "voldaan"


def test_an_interest_weaker_than_its_denial_is_not_met(case: Case) -> None:
    weak = case.order().says("belang_uhg", over="uhg", kind="beschikking_huisverbod", certainty=0.6)
    assert belangenafweging(weak.says("belang_uhg", "tegendeel", over="uhg", kind="beschikking_huisverbod").dossier()).verdict == "niet_voldaan"


def test_children_tied_to_the_danger_or_not(case: Case) -> None:
    assert contactverbod_kinderen(case.order().dossier()).verdict == "nvt"
    ban = case.order(minors=MINORS)
    assert contactverbod_kinderen(ban.dossier()).verdict == "niet_voldaan"
    assert contactverbod_kinderen(ban.says("kinderen_geraakt", over="kind").dossier()).verdict == "voldaan"
    assert contactverbod_kinderen(ban.says("kinderen_geraakt", "tegendeel", over="kind").dossier()).verdict == "onduidelijk"
    assert contactverbod_kinderen(Case().order(minors=MINORS).says("kinderen_geraakt", "tegendeel", over="kind").dossier()).verdict == "niet_voldaan"


def test_children_mentioned_without_the_danger_are_unclear(case: Case) -> None:
    elsewhere = case.order(minors=MINORS).person("Bo Jansen", "kind", passages=(passage("Bo sliep", "pv_bevindingen"),))
    assert contactverbod_kinderen(elsewhere.dossier()).verdict == "onduidelijk"


def test_reasons_for_one_child_of_two_are_unclear(case: Case) -> None:
    one = case.order(minors=MINORS).says("kinderen_geraakt", over="kind", words="Bo zag het geweld.")
    assert contactverbod_kinderen(one.dossier()).verdict == "onduidelijk"
    two = one.says("kinderen_geraakt", over="kind", words="Ook Cas zag het geweld.")
    assert contactverbod_kinderen(two.dossier()).verdict == "voldaan"


def test_violence_from_both_sides_explained_or_not(case: Case) -> None:
    assert juiste_persoon(case.order().dossier()).verdict == "nvt"
    mutual = case.says("geweld_achterblijver", over="achterblijver")
    assert juiste_persoon(mutual.dossier()).verdict == "niet_voldaan"
    assert juiste_persoon(mutual.says("waarom_deze_persoon", over="uhg").dossier()).verdict == "voldaan"
    assert juiste_persoon(mutual.says("waarom_deze_persoon", "tegendeel", over="uhg").dossier()).verdict == "onduidelijk"


def test_violence_denied_at_equal_certainty_is_unclear(case: Case) -> None:
    both = case.order().says("geweld_achterblijver", over="achterblijver").says("geweld_achterblijver", "tegendeel", over="achterblijver")
    assert juiste_persoon(both.dossier()).verdict == "onduidelijk"
