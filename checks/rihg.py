"""Requirements on the risk assessment form (Besluit tijdelijk huisverbod 2)."""

from __future__ import annotations

from collections.abc import Mapping

from checks.deciding import decided_on
from checks.finding import Check, Outcome, passages
from checks.ordering import beginning
from checks.weighing import said_in, weigh
from checks.wording import is_before, moment_nl
from verifier.dossier.model import Dossier

_LEAST_FILLED = 0.4
"""Share of rows that must be filled for the form to count as filled in."""


def aanwezig(dossier: Dossier) -> Outcome:
    """rihg.aanwezig."""
    if dossier.order is None:
        return Outcome("nvt", "Er zit geen beschikking huisverbod in het dossier.")
    form = dossier.rihg
    if form is not None:
        shown = passages([form.title, form.outcome_passage, form.signature.block]) or passages([beginning([dossier.papers[form.paper]])])
        if form.filled < _LEAST_FILLED or not shown:
            return Outcome("onduidelijk", "Het RiHG is nauwelijks ingevuld of niet goed te lezen.", shown, reason="deels")
        return Outcome("voldaan", "Het ingevulde RiHG zit in het dossier.", shown)
    made = weigh(dossier, "rihg_afgenomen")
    if made.conflict:
        return Outcome("onduidelijk", "De stukken spreken elkaar tegen over het afnemen van een RiHG.", passages(said_in(made.yes)),
                       passages(said_in(made.no)), remedy="Vraag het RiHG op.", reason="tegenstrijdig")
    if made.denied:
        return Outcome("niet_voldaan", "Een stuk zegt dat voor dit huisverbod geen RiHG is afgenomen.", passages(said_in(made.no)))
    return Outcome("niet_te_beoordelen", "Het RiHG zit niet in het dossier.", remedy="Vraag het RiHG op.")


def vastgesteld_door_hovj(dossier: Dossier) -> Outcome:
    """rihg.vastgesteld_door_hovj."""
    form = dossier.rihg
    if form is None:
        return Outcome("niet_te_beoordelen", "Er zit geen RiHG voor dit huisverbod in het dossier.")
    evidence = passages([form.signature.block, form.title]) or passages([beginning([dossier.papers[form.paper]])])
    signer, signed = form.signature, form.signed_on
    decided = decided_on(dossier, dossier.order) if dossier.order else None
    # An empty block of the hulpofficier does not help where another signed, with or without a date.
    if signer.name and signer.role not in ("hovj", None):
        return Outcome("niet_voldaan", f"Het RiHG is getekend door {signer.name}, niet door een hulpofficier van justitie.", evidence)
    if signed is not None and decided is not None and is_before(decided, signed):
        return Outcome("niet_voldaan", f"Het RiHG is getekend op {moment_nl(signed)}, na het besluit van {moment_nl(decided)}.", evidence)
    if not signer.name or not signer.signed or signed is None:
        return Outcome("onduidelijk", "Ondertekening of datum van het RiHG ontbreekt.", evidence, reason="te vaag")
    if signer.role is None or not evidence:
        return Outcome("onduidelijk", "De hoedanigheid van wie het RiHG tekende blijkt niet.", evidence, reason="te vaag")
    return Outcome("voldaan", f"Het RiHG is vastgesteld door {signer.name}, hulpofficier van justitie, op {moment_nl(signed)}.", evidence)


def uitkomst_sluit_aan(dossier: Dossier) -> Outcome:
    """rihg.uitkomst_sluit_aan."""
    form = dossier.rihg
    if form is None or form.outcome is None:
        return Outcome("niet_te_beoordelen", "Er zit geen RiHG met een eindoordeel in het dossier.")
    evidence = passages([form.outcome_passage, form.title]) or passages([beginning([dossier.papers[form.paper]])])
    if not evidence:
        return Outcome("onduidelijk", "Het eindoordeel van het RiHG is niet aan te wijzen; lees het stuk zelf na.", reason="slecht leesbaar")
    if form.outcome == "huisverbod":
        return Outcome("voldaan", "Het eindoordeel van het RiHG wijst op een huisverbod.", evidence)
    return Outcome("niet_voldaan", "Het RiHG wijst niet op een huisverbod en de afwijking is niet gemotiveerd.", evidence,
                   remedy="Motiveer alsnog waarom van het oordeel van het RiHG is afgeweken.")


CHECKS: Mapping[str, Check] = {
    "rihg.aanwezig": aanwezig,
    "rihg.vastgesteld_door_hovj": vastgesteld_door_hovj,
    "rihg.uitkomst_sluit_aan": uitkomst_sluit_aan,
}
