"""Hearing: each verdict of each rule."""

from __future__ import annotations

from datetime import date, timedelta

from cases import DECIDED, Case, stated

from checks.horen import achterblijvers, proces_verbaal, uithuisgeplaatste, wijze, zienswijze_vastgelegd

EARLIER, LATER = DECIDED - timedelta(hours=1), DECIDED + timedelta(hours=1)


def test_heard_before_the_decision_is_met(case: Case) -> None:
    found = uithuisgeplaatste(case.order().says("horen_voornemen", over="uhg", kind="pv_horen", at=EARLIER).dossier())
    assert found.verdict == "voldaan" and found.supports


def test_heard_after_the_decision_is_not_met(case: Case) -> None:
    found = uithuisgeplaatste(case.order().says("horen_voornemen", over="uhg", kind="pv_horen", at=LATER).dossier())
    assert found.verdict == "niet_voldaan" and found.supports


def test_heard_both_before_and_after_is_unclear(case: Case) -> None:
    both = case.order().says("horen_voornemen", over="uhg", at=EARLIER).says("horen_voornemen", over="uhg", at=LATER, words="later")
    assert uithuisgeplaatste(both.dossier()).verdict == "onduidelijk"


def test_a_denied_hearing_is_not_met(case: Case) -> None:
    assert uithuisgeplaatste(case.order().says("horen_voornemen", "tegendeel", over="uhg").dossier()).verdict == "niet_voldaan"


def test_a_reason_that_is_explained_carried_or_belied(case: Case) -> None:
    bare = case.order().says("horen_voornemen", "tegendeel", over="uhg", kind="beschikking_huisverbod")
    bare.says("reden_niet_horen", over="uhg", kind="beschikking_huisverbod")
    assert uithuisgeplaatste(bare.dossier()).verdict == "onduidelijk"
    assert uithuisgeplaatste(bare.says("poging_horen", over="uhg").dossier()).verdict == "voldaan"
    assert uithuisgeplaatste(bare.says("horen_telefonisch", over="uhg").dossier()).verdict == "niet_voldaan"


def test_a_reason_in_two_papers_is_explained(case: Case) -> None:
    two = case.order().says("reden_niet_horen", over="uhg", kind="beschikking_huisverbod").says("reden_niet_horen", over="uhg")
    assert uithuisgeplaatste(two.dossier()).verdict == "voldaan"


def test_only_questioned_as_a_suspect_is_not_met(case: Case) -> None:
    questioned = case.order().paper("pv_overig", "Verhoor verdachte.").says("erkenning", over="uhg", kind="pv_overig")
    found = uithuisgeplaatste(questioned.dossier())
    assert found.verdict == "niet_voldaan" and found.supports
    assert uithuisgeplaatste(questioned.paper("pv_horen", "Gehoord.").dossier()).verdict == "onduidelijk"


def test_a_clock_time_in_a_view_is_not_that_of_the_hearing(case: Case) -> None:
    assert uithuisgeplaatste(case.order().says("zienswijze", over="uhg", kind="pv_horen", at=LATER).dossier()).verdict == "voldaan"


def test_papers_that_contradict_each_other_on_hearing_are_unclear(case: Case) -> None:
    both = case.order().says("horen_voornemen", over="uhg", kind="pv_horen").says("horen_voornemen", "tegendeel", over="uhg")
    found = uithuisgeplaatste(both.dossier())
    assert found.verdict == "onduidelijk" and found.contradicts


def test_a_weak_hearing_does_not_stand_against_a_strong_denial(case: Case) -> None:
    both = case.order().says("horen_voornemen", over="uhg", kind="pv_horen", certainty=0.6)
    assert uithuisgeplaatste(both.says("horen_voornemen", "tegendeel", over="uhg", certainty=0.95).dossier()).verdict == "niet_voldaan"


def test_what_was_said_on_the_extension_is_no_hearing_on_the_imposing(case: Case) -> None:
    extended = case.order().paper("pv_horen", "Gehoord.").says("zienswijze", over="achterblijver", kind="verlengingsadvies")
    assert achterblijvers(extended.dossier()).verdict == "niet_voldaan"


def test_a_moment_still_to_come_when_the_paper_was_made_is_not_that_of_the_hearing(case: Case) -> None:
    case.order().paper("pv_horen", "Gehoord; morgen volgt de strafzaak.", dated=DECIDED.date())
    told = case.says("horen_voornemen", over="uhg", kind="pv_horen", at=DECIDED + timedelta(days=1))
    assert uithuisgeplaatste(told.dossier()).verdict == "voldaan"


def test_a_recorded_view_shows_the_hearing(case: Case) -> None:
    assert uithuisgeplaatste(case.order().says("zienswijze", over="uhg").dossier()).verdict == "voldaan"


def test_silence_on_hearing_cannot_be_judged_and_no_order_does_not_apply(case: Case) -> None:
    assert uithuisgeplaatste(case.dossier()).verdict == "nvt"
    assert uithuisgeplaatste(case.order().dossier()).verdict == "niet_te_beoordelen"


def test_the_content_of_the_view_met_and_not_met(case: Case) -> None:
    heard = case.order().says("horen_voornemen", over="uhg", kind="pv_horen")
    assert zienswijze_vastgelegd(heard.dossier()).verdict == "niet_voldaan"
    assert zienswijze_vastgelegd(heard.says("zienswijze", over="uhg", kind="pv_horen").dossier()).verdict == "voldaan"


def test_the_content_of_the_view_without_record_or_hearing(case: Case) -> None:
    assert zienswijze_vastgelegd(case.order().dossier()).verdict == "nvt"
    heard = case.says("horen_voornemen", over="uhg", kind="beschikking_huisverbod")
    assert zienswijze_vastgelegd(heard.dossier()).verdict == "niet_te_beoordelen"


def test_the_record_decides_whether_he_had_the_occasion(case: Case) -> None:
    told = case.order().says("horen_voornemen", over="uhg", kind="beschikking_huisverbod").says("horen_voornemen", "tegendeel", over="uhg")
    assert zienswijze_vastgelegd(told.dossier()).verdict == "nvt"


def test_a_view_at_the_service_does_not_show_an_occasion(case: Case) -> None:
    denied = case.order().says("horen_voornemen", over="uhg", kind="beschikking_huisverbod").says("horen_voornemen", "tegendeel", over="uhg")
    assert zienswijze_vastgelegd(denied.says("zienswijze", over="uhg", at=LATER).dossier()).verdict == "nvt"
    assert zienswijze_vastgelegd(denied.says("zienswijze", over="uhg", kind="pv_horen", at=LATER).dossier()).verdict == "voldaan"


def test_an_interpreter_where_one_was_needed(case: Case) -> None:
    foreign = case.order().says("horen_voornemen", over="uhg", kind="pv_horen").says("taal_tekort", over="uhg", kind="pv_horen")
    assert wijze(foreign.dossier()).verdict == "onduidelijk"
    assert wijze(foreign.says("tolk", "tegendeel", over="uhg", kind="pv_horen").dossier()).verdict == "niet_voldaan"
    with_one = Case().order().says("horen_voornemen", over="uhg", kind="pv_horen").says("taal_tekort", over="uhg").says("tolk", over="uhg")
    assert wijze(with_one.dossier()).verdict == "voldaan"
    fluent = Case().order().says("horen_voornemen", over="uhg", kind="pv_horen").says("taal_tekort", "tegendeel", over="uhg")
    assert wijze(fluent.says("tolk", "tegendeel", over="uhg").dossier()).verdict == "voldaan"


def test_by_telephone_with_and_without_consent(case: Case) -> None:
    remote = case.order().says("horen_voornemen", over="uhg").says("horen_telefonisch", over="uhg")
    assert wijze(remote.dossier()).verdict == "niet_voldaan"
    assert wijze(remote.says("toestemming_telefonisch", over="uhg").dossier()).verdict == "voldaan"


def test_a_weak_consent_does_not_stand_against_a_strong_denial(case: Case) -> None:
    remote = case.order().says("horen_voornemen", over="uhg").says("horen_telefonisch", over="uhg")
    both = remote.says("toestemming_telefonisch", over="uhg", certainty=0.6).says("toestemming_telefonisch", "tegendeel", over="uhg")
    assert wijze(both.dossier()).verdict == "niet_voldaan"


def test_in_person_is_met_and_an_unknown_manner_is_unclear(case: Case) -> None:
    heard = case.order().says("horen_voornemen", over="uhg")
    assert wijze(heard.dossier()).verdict == "onduidelijk"
    assert wijze(heard.says("horen_telefonisch", "tegendeel", over="uhg").dossier()).verdict == "voldaan"


def test_the_place_of_the_talk_shows_that_he_was_heard_in_person(case: Case) -> None:
    case.order().paper("pv_bevindingen", "Ik sprak de man in de ophoudkamer.").says("horen_voornemen", over="uhg", kind="pv_bevindingen")
    outcome = wijze(case.dossier())
    assert outcome.verdict == "voldaan" and "ophoudkamer" in outcome.supports[0].quote


def test_manner_without_contact_or_record(case: Case) -> None:
    assert wijze(case.order().dossier()).verdict == "nvt"
    heard = case.says("horen_voornemen", over="uhg", kind="beschikking_huisverbod")
    assert wijze(heard.dossier()).verdict == "niet_te_beoordelen"


def test_the_one_who_stays_heard_denied_and_both(case: Case) -> None:
    heard = case.order().says("horen_voornemen", over="achterblijver")
    assert achterblijvers(heard.dossier()).verdict == "voldaan"
    assert achterblijvers(heard.says("horen_voornemen", "tegendeel", over="achterblijver").dossier()).verdict == "onduidelijk"
    denied = Case().order().says("horen_voornemen", "tegendeel", over="achterblijver")
    assert achterblijvers(denied.dossier()).verdict == "niet_voldaan"


def test_one_adult_of_two_heard_is_unclear(case: Case) -> None:
    two = case.paper("pv_horen", "Anna Jansen vindt het goed.").order(names=(stated("Anna Jansen"), stated("Bea Smit")))
    two.says("horen_voornemen", over="achterblijver", kind="pv_horen")
    assert achterblijvers(two.dossier()).verdict == "onduidelijk"
    assert achterblijvers(two.order(names=(stated("Anna Jansen"), stated("Bo Smit")), minors=(stated("Bo Smit"),)).dossier()).verdict == "voldaan"
    both = Case().paper("pv_horen", "Anna Jansen en Bea vinden het goed.").order(names=(stated("Anna Jansen"), stated("Bea Smit")))
    assert achterblijvers(both.says("horen_voornemen", over="achterblijver", kind="pv_horen").dossier()).verdict == "voldaan"


def test_a_vain_attempt_is_no_reason(case: Case) -> None:
    tried = case.order().says("poging_horen", over="achterblijver")
    assert achterblijvers(tried.dossier()).verdict == "niet_voldaan"
    assert achterblijvers(tried.says("spoed_mondeling").dossier()).verdict == "onduidelijk"
    denied = Case().order().says("horen_voornemen", "tegendeel", over="achterblijver").says("reden_niet_horen", over="achterblijver")
    assert achterblijvers(denied.dossier()).verdict == "onduidelijk"
    assert achterblijvers(denied.says("poging_horen", over="achterblijver").dossier()).verdict == "niet_voldaan"


def test_only_the_other_one_heard_is_not_met(case: Case) -> None:
    assert achterblijvers(case.order().says("horen_voornemen", over="uhg", kind="pv_horen").dossier()).verdict == "niet_voldaan"


def test_only_a_complaint_is_unclear(case: Case) -> None:
    found = achterblijvers(case.order().paper("verklaring_aangifte", "Hij sloeg mij.").dossier())
    assert found.verdict == "onduidelijk" and found.supports


def test_only_minors_stay_or_nothing_on_hearing(case: Case) -> None:
    assert achterblijvers(case.order().dossier()).verdict == "niet_te_beoordelen"
    assert achterblijvers(case.order(minors=(stated("Anna Jansen"),)).dossier()).verdict == "nvt"


def test_record_on_oath_and_dated_is_met(case: Case) -> None:
    sworn = case.paper("pv_horen", "Opgemaakt.", dated=date(2024, 3, 1)).says("ambtseed", kind="pv_horen")
    assert proces_verbaal(sworn.dossier()).verdict == "voldaan"


def test_record_without_oath_or_date_is_not_met(case: Case) -> None:
    assert proces_verbaal(case.dossier()).verdict == "niet_te_beoordelen"
    undated = case.says("ambtseed", kind="pv_horen").paper("pv_bevindingen", "Wij zagen.", dated=date(2024, 3, 1))
    assert proces_verbaal(undated.dossier()).verdict == "niet_voldaan"
    assert proces_verbaal(Case().paper("pv_horen", "Gehoord.", dated=date(2024, 3, 1)).dossier()).verdict == "niet_voldaan"


def test_a_sworn_paper_is_a_record_whatever_it_is_called(case: Case) -> None:
    sworn = case.paper("akte_van_uitreiking", "Opgemaakt.", dated=date(2024, 3, 1)).says("ambtseed", kind="akte_van_uitreiking")
    assert proces_verbaal(sworn.dossier()).verdict == "voldaan"
    statement = Case().paper("verklaring_aangifte", "Opgemaakt.", dated=date(2024, 3, 1)).says("ambtseed", kind="verklaring_aangifte")
    assert proces_verbaal(statement.dossier()).verdict == "niet_te_beoordelen"


def test_the_word_for_the_oath_stands_where_no_statement_was_read(case: Case) -> None:
    named = case.paper("pv_horen", "Dit proces-verbaal is op ambtseed opgemaakt.", dated=date(2024, 3, 1))
    assert proces_verbaal(named.dossier()).verdict == "voldaan"


def test_an_oath_said_and_denied_is_unclear(case: Case) -> None:
    both = case.paper("pv_horen", "Opgemaakt.", dated=date(2024, 3, 1)).says("ambtseed", kind="pv_horen").says("ambtseed", "tegendeel", kind="pv_horen")
    assert proces_verbaal(both.dossier()).verdict == "onduidelijk"


def test_a_hearing_stands_where_the_account_had_come(case: Case) -> None:
    late = case.order().says("horen_voornemen", over="uhg", kind="pv_horen", account=LATER)
    assert uithuisgeplaatste(late.dossier()).verdict == "niet_voldaan"


def test_a_record_made_up_later_does_not_make_the_hearing_late(case: Case) -> None:
    view = case.order().paper("pv_horen", "Gehoord.", dated=date(2024, 3, 4)).says("zienswijze", over="uhg", kind="pv_horen", account=EARLIER)
    assert uithuisgeplaatste(view.dossier()).verdict == "voldaan"


def test_no_interpreter_because_none_was_needed_is_met(case: Case) -> None:
    heard = case.order().says("horen_voornemen", over="uhg", kind="pv_horen")
    assert wijze(heard.says("tolk", "tegendeel", over="uhg", kind="pv_horen", words="Een tolk was niet nodig.").dossier()).verdict == "voldaan"
