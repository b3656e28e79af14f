"""Requirements on the reasons given (Awb 3:2, 3:4, 3:46)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from checks.deciding import opening, paper_of
from checks.finding import Check, Outcome, passages
from checks.weighing import said_in, weigh
from checks.wording import listed_nl
from verifier.dossier.model import Decision, Dossier
from verifier.reading.paper import Kind, Statement

_WEIGHED: tuple[Kind, ...] = ("beschikking_huisverbod", "pv_bevindingen", "rihg")
_SURE = 0.9
"""Least certainty with which a missing explanation by itself shows violence from both sides."""


def belangenafweging(dossier: Dossier) -> Outcome:
    """An interest of the uithuisgeplaatste is named and weighed (Awb 3:4, 3:46)."""
    order = dossier.order
    if order is None:
        return Outcome("nvt", "Er zit geen beschikking huisverbod in het dossier.")
    here, anywhere = (weigh(dossier, "belang_uhg", "uhg", kinds) for kinds in (_WEIGHED[:1], _WEIGHED))
    own = [s for s in here.yes if s.unit.function != "preprinted"]
    remedy = "Licht de afweging van zijn belangen toe in het verweerschrift of op de zitting."
    if own and here.asserted:
        return Outcome("voldaan", "De beschikking noemt en weegt een belang van de uithuisgeplaatste.", passages(said_in(own)))
    if here.conflict:
        return Outcome("onduidelijk", "De beschikking spreekt zichzelf tegen over de belangen van de uithuisgeplaatste.", passages(said_in(here.yes)),
                       passages(said_in(here.no)), remedy=remedy, reason="tegenstrijdig")
    if anywhere.yes and not here.denied:
        return Outcome("onduidelijk", "Een belang van de uithuisgeplaatste is genoemd, maar de beschikking weegt het niet in eigen woorden.",
                       passages(said_in(anywhere.yes)), remedy=remedy, reason="deels")
    return Outcome("niet_voldaan", "Geen stuk weegt een belang van de uithuisgeplaatste.",
                   passages(said_in(here.no)) or passages([opening(dossier, order)]), remedy=remedy)


def contactverbod_kinderen(dossier: Dossier) -> Outcome:
    """A contact ban with minor children is tied to the danger (Awb 3:4, 3:46)."""
    order = dossier.order
    if order is None or not (order.minors or any("kind" in n.value or "zoon" in n.value or "dochter" in n.value for n in order.labels)):
        return Outcome("nvt", "Het contactverbod omvat geen minderjarige kinderen.")
    hit = weigh(dossier, "kinderen_geraakt", "kind")
    if hit.conflict:
        return Outcome("onduidelijk", "De stukken spreken elkaar tegen over het verband tussen de kinderen en het gevaar.", passages(said_in(hit.yes)),
                       passages(said_in(hit.no)), reason="tegenstrijdig")
    if hit.denied:
        return Outcome("niet_voldaan", "De stukken sluiten een verband tussen de kinderen en het gevaar uit.", passages(said_in(hit.no)))
    left_out = _left_out(order, hit.yes)
    if hit.yes and left_out:
        return Outcome("onduidelijk", f"Het verband met het gevaar is gelegd, maar niet voor {listed_nl(left_out)}.", passages(said_in(hit.yes)), reason="deels")
    if hit.yes:
        return Outcome("voldaan", "Een stuk legt verband tussen de kinderen en het gevaar.", passages(said_in(hit.yes)))
    banned = [p for n in (*order.minors, *order.labels) for p in n.passages]
    elsewhere = [p for child in dossier.persons_as("kind") for p in child.passages if p.file != paper_of(dossier, order).file]
    if elsewhere:
        return Outcome("onduidelijk", "De kinderen zijn genoemd, maar zonder verband met het gevaar.", passages(elsewhere), reason="te vaag")
    return Outcome("niet_voldaan", "Geen stuk zegt waarom het contactverbod ook de kinderen treft.", passages(banned),
                   remedy="Licht toe waarom het contactverbod ook voor de kinderen nodig was.")


def _left_out(order: Decision, hits: Sequence[Statement]) -> list[str]:
    """The banned children whom no statement names, where every statement names some child."""
    words = [set(re.findall(r"\w+", s.unit.text)) for s in hits]
    first = {n.value: n.value.split()[0] for n in order.minors if n.value.split()}
    if not all(any(given in found for given in first.values()) for found in words):
        return []
    return [name for name, given in first.items() if not any(given in found for found in words)]


def juiste_persoon(dossier: Dossier) -> Outcome:
    """With violence from both sides: why this resident had to leave (Awb 3:2, 3:4)."""
    mutual, why = weigh(dossier, "geweld_achterblijver", "achterblijver"), weigh(dossier, "waarom_deze_persoon", "uhg")
    unexplained = [s for s in why.no if s.certainty >= _SURE]
    if (not mutual.yes or mutual.denied) and not unexplained:
        return Outcome("nvt", "Geen stuk vermeldt geweld of bedreiging door de achterblijver.")
    if why.asserted:
        return Outcome("voldaan", "Een stuk legt uit waarom juist deze bewoner moest vertrekken.", passages(said_in(why.yes)))
    if why.conflict or mutual.conflict:
        return Outcome("onduidelijk", "De stukken spreken elkaar tegen over het geweld van de achterblijver of de uitleg van de keuze.",
                       passages(said_in((*why.yes, *mutual.yes))), passages(said_in((*why.no, *mutual.no))), reason="tegenstrijdig")
    return Outcome("niet_voldaan", "Geen stuk legt uit waarom juist deze bewoner moest vertrekken.", passages(said_in((*unexplained, *mutual.yes))))


CHECKS: Mapping[str, Check] = {
    "motivering.belangenafweging": belangenafweging,
    "motivering.contactverbod_kinderen": contactverbod_kinderen,
    "motivering.juiste_persoon": juiste_persoon,
}
