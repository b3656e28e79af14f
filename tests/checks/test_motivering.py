"""The reasons given: each verdict of each rule."""

from __future__ import annotations

from cases import Case, stated

from checks.motivering import belangenafweging, contactverbod_kinderen, juiste_persoon

MINORS = (stated("Bo Jansen"), stated("Cas Jansen"))


def test_interest_weighed_in_the_order_elsewhere_or_nowhere(case: Case) -> None:
    assert belangenafweging(case.dossier()).verdict == "nvt"
    assert belangenafweging(case.order().dossier()).verdict == "niet_voldaan"
    assert belangenafweging(case.says("belang_uhg", over="uhg").dossier()).verdict == "onduidelijk"
    assert belangenafweging(case.says("belang_uhg", over="uhg", kind="beschikking_huisverbod").dossier()).verdict == "voldaan"


def test_what_he_said_himself_is_not_weighed(case: Case) -> None:
    told = case.order().says("belang_uhg", over="uhg", words="ik moet werken").says("zienswijze", over="uhg", words="ik moet werken")
    assert belangenafweging(told.dossier()).verdict == "niet_voldaan"
    retold = told.says("belang_uhg", over="uhg", kind="beschikking_huisverbod", words="u moet werken")
    retold = retold.says("zienswijze", over="uhg", kind="beschikking_huisverbod", words="u moet werken")
    assert belangenafweging(retold.dossier()).verdict == "onduidelijk"
    weighed = retold.says("belangen_formule", kind="beschikking_huisverbod", words="De rust gaat voor.")
    assert belangenafweging(weighed.dossier()).verdict == "voldaan"


def test_a_standard_sentence_with_and_without_an_interest(case: Case) -> None:
    bare = case.order().says("belangen_formule", kind="beschikking_huisverbod", words="De betrokken belangen zijn tegen elkaar afgewogen.")
    assert belangenafweging(bare.dossier()).verdict == "niet_voldaan"
    naming = bare.says("belangen_formule", kind="beschikking_huisverbod", words="De veiligheid van de medebewoners weegt zwaarder.")
    assert belangenafweging(naming.dossier()).verdict == "onduidelijk"


def test_an_interest_weaker_than_its_denial_is_not_met(case: Case) -> None:
    weak = case.order().says("belang_uhg", over="uhg", kind="beschikking_huisverbod", certainty=0.6)
    assert belangenafweging(weak.says("belang_uhg", "tegendeel", over="uhg", kind="beschikking_huisverbod").dossier()).verdict == "niet_voldaan"


def test_children_tied_to_the_danger_or_not(case: Case) -> None:
    assert contactverbod_kinderen(case.order().dossier()).verdict == "nvt"
    ban = case.order(minors=MINORS)
    assert contactverbod_kinderen(ban.dossier()).verdict == "niet_voldaan"
    assert contactverbod_kinderen(ban.says("kinderen_geraakt", over="kind").dossier()).verdict == "voldaan"
    assert contactverbod_kinderen(Case().order(minors=MINORS).says("kinderen_geraakt", "tegendeel", over="kind").dossier()).verdict == "niet_voldaan"


def test_children_mentioned_without_the_danger_are_unclear(case: Case) -> None:
    asleep = case.order(minors=MINORS).says("kind_aanwezig", words="Bo sliep.")
    assert contactverbod_kinderen(asleep.dossier()).verdict == "onduidelijk"
    listed = Case().order(minors=MINORS).says("kind_aanwezig", words="Medebewoners: Bo Jansen", function="form")
    assert contactverbod_kinderen(listed.dossier()).verdict == "niet_voldaan"


def test_a_ban_with_children_that_is_explained_is_met(case: Case) -> None:
    assert contactverbod_kinderen(case.order(minors=MINORS).says("kind_uitgelegd").dossier()).verdict == "voldaan"


def test_children_named_in_the_judgement_of_danger_are_tied_to_it(case: Case) -> None:
    judged = case.order(minors=MINORS).says("gevaar_oordeel", kind="beschikking_huisverbod", words="gevaar voor uw partner en uw kinderen")
    assert contactverbod_kinderen(judged.dossier()).verdict == "voldaan"
    other = Case().order(minors=MINORS).says("gevaar_oordeel", kind="beschikking_huisverbod", words="gevaar voor uw partner")
    assert contactverbod_kinderen(other.dossier()).verdict == "niet_voldaan"


def test_a_grown_son_in_danger_ties_no_child(case: Case) -> None:
    family = (stated("Anna Jansen"), stated("Dirk Jansen"), MINORS[0])
    judged = case.order(names=family, minors=MINORS[:1]).says("gevaar_oordeel", kind="beschikking_huisverbod", words="gevaar voor uw vrouw en uw zoon")
    assert contactverbod_kinderen(judged.dossier()).verdict == "niet_voldaan"


def test_children_only_indicated_in_the_ban(case: Case) -> None:
    banned = case.order(labels=(stated("zijn kind"),))
    assert contactverbod_kinderen(banned.dossier()).verdict == "niet_voldaan"
    assert contactverbod_kinderen(banned.says("kinderen_geraakt", over="kind").dossier()).verdict == "voldaan"
    assert contactverbod_kinderen(Case().order(labels=(stated("uw partner"),)).dossier()).verdict == "nvt"


def test_what_he_denies_does_not_take_the_tie_away(case: Case) -> None:
    both = case.order(minors=MINORS[:1]).says("kinderen_geraakt", over="kind", kind="rihg")
    assert contactverbod_kinderen(both.says("kinderen_geraakt", "tegendeel", over="kind", kind="pv_overig").dossier()).verdict == "voldaan"


def test_reasons_for_one_child_of_two_are_unclear(case: Case) -> None:
    one = case.order(minors=MINORS).says("kinderen_geraakt", over="kind", words="Bo zag het geweld.")
    assert contactverbod_kinderen(one.dossier()).verdict == "onduidelijk"
    two = one.says("kinderen_geraakt", over="kind", words="Ook Cas zag het geweld.")
    assert contactverbod_kinderen(two.dossier()).verdict == "voldaan"


def test_violence_from_both_sides_explained_or_not(case: Case) -> None:
    assert juiste_persoon(case.order().dossier()).verdict == "nvt"
    mutual = case.says("geweld_achterblijver")
    assert juiste_persoon(mutual.dossier()).verdict == "niet_voldaan"
    assert juiste_persoon(mutual.says("waarom_deze_persoon", over="uhg").dossier()).verdict == "voldaan"
    assert juiste_persoon(mutual.says("waarom_deze_persoon", "tegendeel", over="uhg").dossier()).verdict == "onduidelijk"


def test_violence_denied_at_equal_certainty_is_unclear(case: Case) -> None:
    both = case.order().says("geweld_achterblijver").says("geweld_achterblijver", "tegendeel")
    assert juiste_persoon(both.dossier()).verdict == "onduidelijk"
