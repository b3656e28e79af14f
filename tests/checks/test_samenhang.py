"""An earlier ban, and whether the papers agree: each verdict of each rule."""

from __future__ import annotations

from datetime import date, datetime

from cases import Case, stated

from checks.samenhang import nieuwe_feiten, stukken_eensluidend


def again(day: date = date(2024, 2, 10)) -> Case:
    """A case with an earlier ban."""
    return Case().order().says("eerder_huisverbod", kind="beschikking_huisverbod", at=day)


def test_no_earlier_ban_or_one_of_long_ago_does_not_apply(case: Case) -> None:
    assert nieuwe_feiten(case.order().dossier()).verdict == "nvt"
    assert nieuwe_feiten(again(date(2023, 6, 1)).dossier()).verdict == "nvt"
    assert nieuwe_feiten(Case().order().says("eerder_huisverbod", "tegendeel").dossier()).verdict == "nvt"


def test_a_denied_earlier_ban_goes_before_a_date_beside_the_words(case: Case) -> None:
    denied = case.order().having(earlier_order=stated(date(2024, 2, 10))).says("eerder_huisverbod", "tegendeel", kind="rihg")
    assert nieuwe_feiten(denied.dossier()).verdict == "nvt"


def test_facts_of_after_the_earlier_ban(case: Case) -> None:
    assert nieuwe_feiten(again().dossier()).verdict == "onduidelijk"
    assert nieuwe_feiten(again().says("nieuwe_feiten").dossier()).verdict == "voldaan"
    assert nieuwe_feiten(again().says("nieuwe_feiten", "tegendeel").dossier()).verdict == "niet_voldaan"
    assert nieuwe_feiten(again().says("geweld_uhg", at=date(2024, 2, 29)).dossier()).verdict == "voldaan"
    assert nieuwe_feiten(again().says("geweld_uhg", at=date(2024, 1, 29)).dossier()).verdict == "onduidelijk"


def test_an_earlier_ban_without_its_day(case: Case) -> None:
    assert nieuwe_feiten(case.order().says("eerder_huisverbod").dossier()).verdict == "onduidelijk"


def test_papers_that_agree_and_that_differ(case: Case) -> None:
    assert stukken_eensluidend(Case().order().dossier()).verdict == "nvt"
    two = case.order().paper("pv_horen").having(born=stated(date(1990, 1, 1)))
    assert stukken_eensluidend(two.dossier()).verdict == "voldaan"
    for field, value in (("born", stated(date(1990, 1, 1), also=(date(1991, 1, 1),))), ("name", stated("K. Bol", also=("P. Tak",)))):
        differ = Case().order().paper("pv_horen").having(**{field: value})
        assert stukken_eensluidend(differ.dossier()).verdict == "niet_voldaan"


def test_an_announcement_after_the_begin_differs(case: Case) -> None:
    announced = case.order().having(born=stated(date(1990, 1, 1)))
    assert stukken_eensluidend(announced.says("mondeling_aangezegd", over="uhg", at=datetime(2024, 3, 1, 21, 0)).dossier()).verdict == "voldaan"
    later = announced.says("mondeling_aangezegd", over="uhg", at=datetime(2024, 3, 1, 21, 30))
    assert stukken_eensluidend(later.dossier()).verdict == "niet_voldaan"


def test_papers_without_any_of_the_facts_are_unclear(case: Case) -> None:
    assert stukken_eensluidend(case.order(address=None).paper("pv_horen").dossier()).verdict == "onduidelijk"
