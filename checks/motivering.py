"""Requirements on the reasons given (Awb 3:2, 3:4, 3:46)."""

from __future__ import annotations

from collections.abc import Mapping

from checks.finding import Check, Outcome, passages
from verifier.dossier.model import Dossier
from verifier.reading.paper import Kind

_WEIGHED: tuple[Kind, ...] = ("beschikking_huisverbod", "pv_bevindingen", "rihg")


def belangenafweging(dossier: Dossier) -> Outcome:
    """motivering.belangenafweging."""
    if dossier.order is None:
        return Outcome("nvt", "Er zit geen beschikking huisverbod in het dossier.")
    named = dossier.said("belang_uhg", "uhg", "ja", _WEIGHED)
    denied = dossier.said("belang_uhg", "uhg", "tegendeel", ("beschikking_huisverbod",))
    in_order = [s for s in named if s.kind == "beschikking_huisverbod"]
    if in_order:
        return Outcome("voldaan", "De beschikking noemt en weegt een belang van de uithuisgeplaatste.", passages(s.passage for s in in_order))
    if named:
        return Outcome("onduidelijk", "Een belang van de uithuisgeplaatste staat wel in een ander stuk, maar de beschikking weegt het niet.",
                       passages(s.passage for s in named), reason="deels")
    return Outcome("niet_voldaan", "Geen stuk weegt een belang van de uithuisgeplaatste.", passages(s.passage for s in denied),
                   remedy="Licht de afweging van zijn belangen toe in het verweerschrift of op de zitting.")


def contactverbod_kinderen(dossier: Dossier) -> Outcome:
    """motivering.contactverbod_kinderen."""
    order = dossier.order
    if order is None or not (order.minors or any("kind" in n.value or "zoon" in n.value or "dochter" in n.value for n in order.labels)):
        return Outcome("nvt", "Het contactverbod omvat geen minderjarige kinderen.")
    hit = dossier.said("kinderen_geraakt", "kind", "ja")
    not_hit = dossier.said("kinderen_geraakt", "kind", "tegendeel")
    if hit:
        return Outcome("voldaan", "Een stuk legt verband tussen de kinderen en het gevaar.", passages(s.passage for s in hit))
    if not_hit:
        return Outcome("niet_voldaan", "De stukken sluiten een verband tussen de kinderen en het gevaar uit.", passages(s.passage for s in not_hit))
    return Outcome("onduidelijk", "De kinderen zijn genoemd, maar zonder verband met het gevaar.",
                   passages(p for n in (*order.minors, *order.labels) for p in n.passages), reason="te vaag")


def juiste_persoon(dossier: Dossier) -> Outcome:
    """motivering.juiste_persoon."""
    mutual = dossier.said("geweld_achterblijver", "achterblijver", "ja")
    why = dossier.said("waarom_deze_persoon", "uhg", "ja")
    none = [s for s in dossier.said("waarom_deze_persoon", "uhg", "tegendeel") if s.certainty >= 0.9]
    if not mutual and not none:
        return Outcome("nvt", "Geen stuk vermeldt geweld of bedreiging door de achterblijver.")
    if why:
        return Outcome("voldaan", "Een stuk legt uit waarom juist deze bewoner moest vertrekken.", passages(s.passage for s in why))
    return Outcome("niet_voldaan", "Geen stuk legt uit waarom juist deze bewoner moest vertrekken.", passages(s.passage for s in (*none, *mutual)))


CHECKS: Mapping[str, Check] = {
    "motivering.belangenafweging": belangenafweging,
    "motivering.contactverbod_kinderen": contactverbod_kinderen,
    "motivering.juiste_persoon": juiste_persoon,
}
