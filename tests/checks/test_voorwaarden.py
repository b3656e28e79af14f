"""The checks on the conditions of Wth 2, each with each of its verdicts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from cases import Case, stated

from checks.voorwaarden import CHECKS, bewoning, gevaar, meerderjarig
from verifier.dossier.model import Stated

JUDGEMENT = "Uw aanwezigheid levert een ernstig en onmiddellijk gevaar op."
ACT = "U heeft haar met de vuist geslagen."


@pytest.mark.parametrize("name", CHECKS)
def test_no_order(case: Case, name: str) -> None:
    assert CHECKS[name](case.paper("rihg").dossier()).verdict == "nvt"


@pytest.mark.parametrize(
    ("born", "verdict"),
    [
        (stated(date(1990, 5, 1)), "voldaan"),
        (stated(date(2006, 3, 1)), "voldaan"),
        (stated(date(2006, 3, 2)), "niet_voldaan"),
        (stated(date(1990, 5, 1), also=(date(1990, 5, 11),)), "voldaan"),
        (stated(date(1990, 5, 1), also=(date(2009, 5, 1),)), "onduidelijk"),
        (stated(date(2007, 5, 1), also=(date(2008, 5, 1),)), "niet_voldaan"),
        (Stated(date(1990, 5, 1)), "onduidelijk"),
        (None, "onduidelijk"),
    ],
)
def test_meerderjarig(case: Case, born: Stated[date] | None, verdict: str) -> None:
    assert meerderjarig(case.order().having(born=born).dossier()).verdict == verdict


def test_meerderjarig_without_a_day_of_decision(case: Case) -> None:
    undated = case.order(decided=None, served=None, begin=None).having(born=stated(date(1990, 5, 1)))
    assert meerderjarig(undated.dossier()).verdict == "onduidelijk"


def test_meerderjarig_does_not_take_a_birth_date_for_the_decision(case: Case) -> None:
    misread = case.order(decided=stated(date(1990, 5, 1))).having(born=stated(date(1990, 5, 1)))
    assert meerderjarig(misread.dossier()).verdict == "voldaan"


def test_bewoning_of_both(case: Case) -> None:
    both = case.order().says("bewoning", over="uhg").says("bewoning", over="achterblijver", kind="rihg")
    outcome = bewoning(both.dossier())
    assert outcome.verdict == "voldaan"
    assert len(outcome.supports) == 2


def test_bewoning_by_the_address_beside_the_persons(case: Case) -> None:
    told = case.order().having(address=stated("Dorpsstraat 1, Ons Dorp"))
    told.paper("rihg", "Pleger: K. Bol, Dorpsstraat 1", "Slachtoffer: Anna Jansen, Dorpsstraat 1", "Getuige, Kerkstraat 3")
    rihg = told.papers[-1]
    does = (frozenset({"persoon_uhg"}), frozenset({"persoon_ander"}), frozenset({"persoon_ander"}))
    told.papers[-1] = replace(rihg, units=tuple(replace(u, does=d) for u, d in zip(rihg.units, does, strict=True)))
    assert bewoning(told.dossier()).verdict == "voldaan"
    told.papers[-1] = replace(rihg, units=tuple(replace(u, does=d) for u, d in zip(rihg.units[:1], does, strict=False)))
    assert bewoning(told.dossier()).verdict == "onduidelijk"


@pytest.mark.parametrize("over", ["uhg", "achterblijver"])
def test_bewoning_ended(case: Case, over: str) -> None:
    gone = case.order().says("bewoning", "tegendeel", over=over)  # type: ignore[arg-type]
    assert bewoning(gone.dossier()).verdict == "niet_voldaan"


def test_bewoning_contradicted(case: Case) -> None:
    torn = case.order().says("bewoning", over="uhg").says("bewoning", "tegendeel", over="uhg", kind="rihg")
    outcome = bewoning(torn.says("bewoning", over="achterblijver").dossier())
    assert (outcome.verdict, outcome.reason) == ("onduidelijk", "tegenstrijdig")
    assert outcome.contradicts


def test_bewoning_only_of_one(case: Case) -> None:
    assert bewoning(case.order().says("bewoning", over="uhg").dossier()).reason == "deels"


def test_bewoning_not_told(case: Case) -> None:
    assert bewoning(case.order().dossier()).reason == "te vaag"


def test_bewoning_after_the_decision_does_not_count(case: Case) -> None:
    later = case.order().says("bewoning", over="uhg").says("bewoning", over="achterblijver")
    later.says("bewoning", "tegendeel", over="achterblijver", kind="verlengingsadvies")
    assert bewoning(later.dossier()).verdict == "voldaan"


def judged(case: Case, *acts: str) -> Case:
    """A decision that judges that there is danger, with the acts it tells of."""
    case.paper("beschikking_huisverbod", JUDGEMENT, *acts).order()
    for act in acts:
        case.says("geweld_uhg", kind="beschikking_huisverbod", words=act)
    return case


def test_gevaar_carried_by_what_was_seen(case: Case) -> None:
    outcome = gevaar(judged(case, ACT).says("objectieve_steun").dossier())
    assert outcome.verdict == "voldaan"
    assert outcome.supports[0].quote == JUDGEMENT


def test_gevaar_carried_by_admission(case: Case) -> None:
    assert gevaar(judged(case).says("erkenning", over="uhg").dossier()).verdict == "voldaan"


def test_gevaar_carried_by_an_undisputed_act(case: Case) -> None:
    assert gevaar(judged(case, ACT).dossier()).verdict == "voldaan"


def test_gevaar_for_children(case: Case) -> None:
    assert gevaar(judged(case).says("kinderen_geraakt", over="kind").dossier()).verdict == "voldaan"


def test_gevaar_denied_but_seen(case: Case) -> None:
    seen = judged(case, ACT).says("objectieve_steun").says("erkenning", "tegendeel", over="uhg")
    assert gevaar(seen.dossier()).verdict == "voldaan"


def test_gevaar_judgement_by_statement(case: Case) -> None:
    scored = case.order().says("gevaar_oordeel", kind="beschikking_huisverbod").says("erkenning", over="uhg")
    assert gevaar(scored.dossier()).verdict == "voldaan"


def test_gevaar_without_judgement(case: Case) -> None:
    assert gevaar(case.order().says("objectieve_steun").dossier()).verdict == "niet_voldaan"
    assert gevaar(case.says("gevaar_oordeel", kind="rihg").dossier()).verdict == "niet_voldaan"


def test_gevaar_judgement_only_in_the_law(case: Case) -> None:
    law = case.paper("beschikking_huisverbod", "Een huisverbod kan worden opgelegd indien aanwezigheid ernstig gevaar oplevert.", ACT)
    assert gevaar(law.order().dossier()).verdict == "niet_voldaan"


def test_gevaar_only_a_formula(case: Case) -> None:
    assert gevaar(judged(case).dossier()).verdict == "niet_voldaan"


def test_gevaar_only_opposed_declarations(case: Case) -> None:
    opposed = judged(case, ACT).says("erkenning", "tegendeel", over="uhg").says("objectieve_steun", "tegendeel")
    outcome = gevaar(opposed.dossier())
    assert outcome.verdict == "niet_voldaan"
    assert len(outcome.contradicts) == 2


def test_gevaar_disputed_with_some_support(case: Case) -> None:
    disputed = judged(case, ACT).says("objectieve_steun", words="roodheid").says("objectieve_steun", "tegendeel", kind="rihg")
    assert gevaar(disputed.says("erkenning", "tegendeel", over="uhg").dossier()).reason == "tegenstrijdig"


def test_gevaar_disputed_with_affected_children(case: Case) -> None:
    disputed = judged(case, ACT).says("erkenning", "tegendeel", over="uhg").says("kinderen_geraakt", over="kind")
    assert gevaar(disputed.dossier()).verdict == "onduidelijk"


def test_gevaar_of_long_ago(case: Case) -> None:
    old = judged(case).says("geweld_uhg", at=date(2024, 1, 20)).says("objectieve_steun", at=date(2024, 1, 20))
    assert gevaar(old.dossier()).reason == "open norm"
    assert gevaar(old.says("objectieve_steun", at=datetime(2024, 3, 1, 19, 0)).dossier()).verdict == "voldaan"


def test_gevaar_of_a_quarrel(case: Case) -> None:
    assert gevaar(judged(case).says("objectieve_steun").dossier()).verdict == "niet_voldaan"


def test_gevaar_judgement_contradicted(case: Case) -> None:
    torn = judged(case, ACT).says("gevaar_oordeel", "tegendeel", kind="beschikking_huisverbod")
    assert gevaar(torn.dossier()).reason == "tegenstrijdig"


def test_gevaar_in_a_decision_badly_read(case: Case) -> None:
    assert gevaar(case.paper("beschikking_huisverbod", "Ons kenmerk", problems=("onscherp",)).order().dossier()).reason == "slecht leesbaar"
