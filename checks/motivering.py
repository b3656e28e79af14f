"""Requirements on the reasons given (Awb 3:2, 3:4, 3:46)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checks.deciding import opening
from checks.finding import Check, Outcome, passages
from checks.weighing import by_paper, said_in, weigh
from checks.wording import listed_nl, papers_nl
from verifier.dossier.model import Decision, Dossier
from verifier.reading.facts.ages import children_named, meant
from verifier.reading.facts.indications import indicates_child
from verifier.reading.facts.mentions import mentions, names
from verifier.reading.paper import Kind, Passage, Statement

_ORDER: tuple[Kind, ...] = ("beschikking_huisverbod",)
_WEIGHING: tuple[Kind, ...] = ("beschikking_huisverbod", "rihg", "pv_bevindingen")
_EXPLAINING: tuple[Kind, ...] = ("beschikking_huisverbod", "pv_bevindingen", "pv_horen", "rihg")
_SURE = 0.9
"""Least certainty with which a missing explanation by itself shows violence from both sides."""
_NEAR = 600
"""Characters after an interest within which the decision sets something against it."""
_REMEDY = "Licht de afweging van zijn belangen toe in het verweerschrift of op de zitting."


def belangenafweging(dossier: Dossier) -> Outcome:
    """An interest of the uithuisgeplaatste is weighed against safety or rest (Awb 3:4, 3:46).

    That he named an interest himself is not yet a weighing; that interests were weighed, without one of his, is a standard sentence.
    """
    order = dossier.order
    if order is None:
        return Outcome("nvt", "Er zit geen beschikking huisverbod in het dossier.")
    here, formula = weigh(dossier, "belang_uhg", "uhg", _ORDER), dossier.said("belangen_formule", "", "ja", _WEIGHING)
    own = [s for s in here.yes if s.unit.function != "preprinted"]
    retold = _retold(dossier)
    weighed = [s for s in own if s.passage not in retold]
    if here.asserted and (weighed or own and (formula or _answered(dossier, own))):
        return Outcome("voldaan", "De beschikking noemt en weegt een belang van de uithuisgeplaatste.",
                       passages([*said_in(weighed[:2]), *said_in(formula[-1:]), *said_in((*weighed, *own))]))
    if here.conflict:
        return Outcome("onduidelijk", "De beschikking spreekt zichzelf tegen over de belangen van de uithuisgeplaatste.", passages(said_in(here.yes)),
                       passages(said_in(here.no)), remedy=_REMEDY, reason="tegenstrijdig")
    if own and not here.denied:
        return Outcome("onduidelijk", "De beschikking geeft weer welk belang de uithuisgeplaatste noemde, maar weegt het niet kenbaar.",
                       passages(said_in(own)), remedy=_REMEDY, reason="deels")
    elsewhere = [s for s in dossier.said("belang_uhg", "uhg", "ja", _WEIGHING[1:]) if s.passage not in retold]
    elsewhere += dossier.said("waarom_deze_persoon", "uhg", "ja", _ORDER)
    if elsewhere and not here.denied:
        return Outcome("onduidelijk", f"Een belang of keuze staat in {papers_nl(s.kind for s in elsewhere)}, maar de beschikking weegt geen belang van"
                       " de uithuisgeplaatste kenbaar.", passages(said_in((*elsewhere, *formula))), remedy=_REMEDY, reason="deels")
    return _formula_or_nothing(dossier, order, formula, here.no)


def _answered(dossier: Dossier, own: Sequence[Statement]) -> bool:
    """Whether the decision says, at or soon after an interest he named, what it sets against it."""
    weighing = [m.unit.start for m in mentions(dossier.papers, "weging", _ORDER)]
    return any(0 <= at - s.unit.start < _NEAR for s in own for at in weighing)


def _formula_or_nothing(dossier: Dossier, order: Decision, formula: Sequence[Statement], denied: Sequence[Statement]) -> Outcome:
    """Without an interest of his own weighed: a standard sentence that names an interest, one that names none, or nothing."""
    naming = [s for s in formula if names("belang", s.unit.text)]
    if naming:
        return Outcome("onduidelijk", f"{papers_nl(s.kind for s in naming).capitalize()} bevat een standaardzin die wel een belang noemt, maar geen belang van"
                       " deze uithuisgeplaatste.", passages(said_in(naming)), remedy=_REMEDY, reason="te vaag")
    told = dossier.said("belang_uhg", "uhg", "ja")
    how = "zegt alleen dat de belangen zijn afgewogen, zonder er een te noemen" if formula else "weegt geen belang van de uithuisgeplaatste"
    own = f"; wat hij zelf noemde ({papers_nl(s.kind for s in told)}) is niet gewogen" if told else ""
    return Outcome("niet_voldaan", f"De beschikking {how}{own}.", passages(said_in((*formula, *denied, *told))) or passages([opening(dossier, order)]),
                   remedy=_REMEDY)


def _retold(dossier: Dossier) -> set[Passage]:
    """The passages that give what the uithuisgeplaatste or the one who stays said of the huisverbod."""
    return {s.passage for over in ("uhg", "achterblijver") for s in dossier.said("zienswijze", over, "ja")}  # type: ignore[arg-type]


def contactverbod_kinderen(dossier: Dossier) -> Outcome:
    """A contact ban with minor children is tied to the danger or explained (Awb 3:4, 3:46)."""
    order = dossier.order
    indicated = [label for label in order.labels if indicates_child(label.value)] if order else []
    if order is None or not (order.minors or indicated):
        return Outcome("nvt", "Het contactverbod omvat geen minderjarige kinderen.")
    children = [n.value.split()[0] for n in order.minors] or _children_of(dossier, [label.value for label in indicated])
    hit, explained = weigh(dossier, "kinderen_geraakt", "kind"), weigh(dossier, "kind_uitgelegd")
    ties = by_paper([*(() if explained.denied else explained.yes), *_endangered(dossier, order, children), *(() if hit.denied else hit.yes)], _EXPLAINING)
    if not ties:
        return _unexplained(dossier, order, (*hit.no, *explained.no))
    left_out = _left_out(children, ties, _alone(order))
    if left_out:
        return Outcome("onduidelijk", f"Een verband met het gevaar is gelegd of het verbod is uitgelegd, maar niet voor {listed_nl(left_out)}.",
                       passages(said_in(ties)), reason="deels")
    return Outcome("voldaan", f"{papers_nl(s.kind for s in ties).capitalize()} legt verband tussen de kinderen en het gevaar of legt het contactverbod met"
                   " hen uit.", passages(said_in(ties)), passages(said_in(hit.no)))


def _children_of(dossier: Dossier, labels: Sequence[str]) -> list[str]:
    """The first names that other papers give for the children who are only indicated in the ban."""
    known = children_named(dossier.papers)
    return [child for child in known if any(child in meant(label, known, alone=True) for label in labels)]


def _alone(order: Decision) -> bool:
    """Whether the ban names at most one adult, so that a son or daughter who is spoken of is a child."""
    return len(order.names) - len(order.minors) <= 1


def _endangered(dossier: Dossier, order: Decision, children: Sequence[str]) -> list[Statement]:
    """The judgements of danger in the decision that name the children among those in danger."""
    judged = dossier.said("gevaar_oordeel", "", "ja", _ORDER)
    return [s for s in judged if meant(s.unit.text, children, _alone(order)) or (not children and indicates_child(s.unit.text))]


def _left_out(children: Sequence[str], ties: Sequence[Statement], alone: bool) -> list[str]:
    """The children whom nothing that ties them to the danger is about, where it is told whom it is about."""
    about = [meant(s.unit.text, children, alone) for s in ties]
    covered = {child for some in about for child in some}
    return [child for child in children if child not in covered] if covered else []


def _unexplained(dossier: Dossier, order: Decision, denied: Sequence[Statement]) -> Outcome:
    """Where nothing ties the children to the danger: whether a paper tells of them beside the ban and the list of residents."""
    told = [s for s in dossier.said("kind_aanwezig", "", "ja") if s.unit.function != "form" and "besluit_contact" not in s.unit.does]
    excluded = {s.passage for s in denied}
    beside = [s for s in told if s.passage not in excluded and s.passage not in _residence(dossier)]
    if denied and not beside:
        return Outcome("niet_voldaan", f"{papers_nl(s.kind for s in denied).capitalize()} sluit een verband tussen de kinderen en het gevaar uit.",
                       passages(said_in(denied)))
    banned = [p for n in (*order.minors, *order.labels) for p in n.passages]
    if told:
        return Outcome("onduidelijk", f"De kinderen zijn genoemd in {papers_nl(s.kind for s in told)}, maar zonder verband met het gevaar.",
                       passages([*said_in((*beside, *told)[:1]), *banned[:1], *said_in((*denied, *told))]), passages(said_in(denied)),
                       reason="te vaag")
    return Outcome("niet_voldaan", "Geen stuk zegt waarom het contactverbod ook de kinderen treft.", passages(banned),
                   remedy="Licht toe waarom het contactverbod ook voor de kinderen nodig was.")


def _residence(dossier: Dossier) -> set[Passage]:
    """The passages that say who lives in the home."""
    return {s.passage for over in ("uhg", "achterblijver") for s in dossier.said("bewoning", over, "ja")}  # type: ignore[arg-type]


def juiste_persoon(dossier: Dossier) -> Outcome:
    """With violence from both sides: why this resident had to leave (Awb 3:2, 3:4)."""
    mutual, why = weigh(dossier, "geweld_achterblijver"), weigh(dossier, "waarom_deze_persoon", "uhg")
    unexplained = [s for s in why.no if s.certainty >= _SURE]
    # who struck whom is easily misread: one reading alone must be sure
    alone = len(mutual.yes) == 1 and mutual.yes[0].certainty < _SURE
    if (not mutual.yes or mutual.denied or alone) and not unexplained:
        return Outcome("nvt", "Geen stuk vermeldt geweld of bedreiging door de achterblijver.")
    violent = papers_nl(s.kind for s in by_paper((*mutual.yes, *unexplained), _EXPLAINING))
    if why.asserted:
        return Outcome("voldaan", f"Geweld van de achterblijver staat in {violent}; {papers_nl(s.kind for s in by_paper(why.yes, _EXPLAINING))} legt uit waarom"
                       " juist deze bewoner moest vertrekken.", passages(said_in((*by_paper(why.yes, _EXPLAINING)[:2], *mutual.yes))))
    if why.conflict or mutual.conflict:
        return Outcome("onduidelijk", "De stukken spreken elkaar tegen over het geweld van de achterblijver of de uitleg van de keuze.",
                       passages(said_in((*why.yes, *mutual.yes))), passages(said_in((*why.no, *mutual.no))), reason="tegenstrijdig")
    return Outcome("niet_voldaan", f"Geweld van de achterblijver staat in {violent}; geen stuk legt uit waarom juist deze bewoner moest vertrekken.",
                   passages(said_in((*unexplained, *by_paper(mutual.yes, _EXPLAINING)))),
                   remedy="Leg uit waarom juist deze bewoner moest vertrekken (zwaarste geweld, letsel, eerdere incidenten, zorg voor kinderen).")


CHECKS: Mapping[str, Check] = {
    "motivering.belangenafweging": belangenafweging,
    "motivering.contactverbod_kinderen": contactverbod_kinderen,
    "motivering.juiste_persoon": juiste_persoon,
}
