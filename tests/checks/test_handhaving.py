"""What happened since the ban was imposed: each verdict of the rule."""

from __future__ import annotations

from datetime import date

from cases import Case

from checks.handhaving import actueel_gevaar
from verifier.reading.paper import Kind

ADVICE: Kind = "verlengingsadvies"


def advised(concept: str, answer: str = "ja", over: str = "uhg", case: Case | None = None) -> Case:
    """A case with an advice that says something of the time since."""
    return (case or Case().order()).says(concept, answer, over=over, kind=ADVICE)  # type: ignore[arg-type]


def test_no_later_paper_or_a_withdrawn_ban_does_not_apply(case: Case) -> None:
    assert actueel_gevaar(case.order().dossier()).verdict == "nvt"
    assert actueel_gevaar(advised("overtreding").withdrawal().dossier()).verdict == "nvt"
    assert actueel_gevaar(Case().dossier()).verdict == "nvt"


def test_papers_of_the_imposing_tell_nothing_of_the_time_since(case: Case) -> None:
    refused = case.order().says("hulp_geweigerd", over="uhg", kind="pv_bevindingen").says("hulp_geweigerd", over="uhg", kind="rihg")
    assert actueel_gevaar(refused.dossier()).verdict == "nvt"
    same_day = Case().order().paper("brief", "Hulp.", dated=date(2024, 3, 1)).says("hulp_geweigerd", over="uhg", kind="brief")
    assert actueel_gevaar(same_day.dossier()).verdict == "nvt"


def test_a_later_day_in_any_paper_counts(case: Case) -> None:
    assert actueel_gevaar(case.order().says("overtreding", over="uhg", kind="pv_overig", at=date(2024, 3, 5)).dossier()).verdict == "voldaan"


def test_a_danger_that_lasts_is_met(case: Case) -> None:
    assert actueel_gevaar(advised("overtreding").dossier()).verdict == "voldaan"
    assert actueel_gevaar(advised("hulp_geweigerd").dossier()).verdict == "voldaan"
    assert actueel_gevaar(advised("dreiging_duurt_voort", over="").dossier()).verdict == "voldaan"


def test_a_breach_goes_before_planned_help(case: Case) -> None:
    assert actueel_gevaar(advised("hulp_gepland", case=advised("overtreding")).dossier()).verdict == "voldaan"


def test_help_begun_or_danger_gone_is_not_met(case: Case) -> None:
    assert actueel_gevaar(advised("hulp_begonnen").dossier()).verdict == "niet_voldaan"
    assert actueel_gevaar(advised("dreiging_duurt_voort", "tegendeel", "").dossier()).verdict == "niet_voldaan"


def test_help_that_only_he_tells_of_is_unclear(case: Case) -> None:
    assert actueel_gevaar(case.order().says("hulp_begonnen", over="uhg", kind="pv_overig", at=date(2024, 3, 5)).dossier()).verdict == "onduidelijk"


def test_facts_both_ways_and_help_not_begun_are_unclear(case: Case) -> None:
    assert actueel_gevaar(advised("hulp_begonnen", case=advised("hulp_geweigerd")).dossier()).verdict == "onduidelijk"
    assert actueel_gevaar(advised("hulp_gepland").dossier()).verdict == "onduidelijk"
    assert actueel_gevaar(advised("hulp_begonnen", "tegendeel").dossier()).verdict == "onduidelijk"
    assert actueel_gevaar(advised("hulp_gepland", case=advised("dreiging_duurt_voort", over="")).dossier()).verdict == "onduidelijk"


def test_the_last_paper_decides(case: Case) -> None:
    last = case.order().paper(ADVICE, "Advies.", dated=date(2024, 3, 8)).says("hulp_geweigerd", over="uhg", kind=ADVICE)
    last = last.paper("brief", "Bericht.", dated=date(2024, 3, 12)).says("hulp_begonnen", over="uhg", kind="brief")
    assert actueel_gevaar(last.dossier()).verdict == "niet_voldaan"


def test_an_extension_that_repeats_old_facts_is_not_the_last_paper(case: Case) -> None:
    repeated = advised("hulp_begonnen").says("dreiging_duurt_voort", kind="beschikking_verlenging", words="Het gevaar duurt voort.")
    assert actueel_gevaar(repeated.dossier()).verdict == "niet_voldaan"
    alone = case.order().says("dreiging_duurt_voort", kind="beschikking_verlenging", words="Het gevaar duurt voort.")
    assert actueel_gevaar(alone.dossier()).verdict == "onduidelijk"
    facts = alone.says("feiten_concreet", kind="beschikking_verlenging", words="Het gevaar duurt voort.")
    assert actueel_gevaar(facts.dossier()).verdict == "voldaan"
