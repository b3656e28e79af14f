"""Requirements on the risk assessment form (Besluit tijdelijk huisverbod 2)."""

from __future__ import annotations

from collections.abc import Mapping

from checks.deciding import decided_on, opening
from checks.finding import Check, Outcome, passages
from checks.ordering import beginning
from checks.weighing import said_in, weigh
from checks.wording import day_of, is_before, moment_nl
from verifier.dossier.model import Dossier, Rihg, SignerRole
from verifier.reading.facts.rihg import contradicting
from verifier.reading.facts.signatures import same_signer
from verifier.reading.paper import Kind, Passage

_LEAST_FILLED = 0.4
"""Share of rows that must be filled for the form to count as filled in."""
_EARLIER_DAYS = 14
"""Days before the decision from which a form belongs to an earlier ban."""
_SAME_DAYS = 1
"""Days before the decision up to which a form can be that of this ban even where a paper leans on an earlier one."""
_EXPLAINING: tuple[Kind, ...] = ("beschikking_huisverbod", "rihg")


def aanwezig(dossier: Dossier) -> Outcome:
    """The form for this huisverbod is in the dossier and filled in (Besluit tijdelijk huisverbod 2)."""
    if dossier.order is None:
        return Outcome("nvt", "Er zit geen beschikking huisverbod in het dossier.")
    form = _own(dossier)
    if form is not None:
        shown = passages([form.title, form.outcome_passage, form.signature.block]) or _beginning(dossier, form)
        if form.filled < _LEAST_FILLED or not shown:
            return Outcome("onduidelijk", "Het RiHG is nauwelijks ingevuld of niet goed te lezen.", shown, reason="deels")
        return Outcome("voldaan", "Het ingevulde RiHG zit in het dossier.", shown)
    made = weigh(dossier, "rihg_afgenomen")
    lacking = dossier.said("rihg_ontbreekt", "", "ja")
    if lacking or made.denied:
        return Outcome("niet_voldaan", "Volgens de stukken is voor dit huisverbod geen RiHG afgenomen, of steunt het op een eerder RiHG.",
                       passages([*said_in(lacking), *said_in(made.no)]), passages(said_in(made.yes)))
    if made.conflict:
        return Outcome("onduidelijk", "De stukken spreken elkaar tegen over het afnemen van een RiHG.", passages(said_in(made.yes)),
                       passages(said_in(made.no)), remedy="Vraag het RiHG op.", reason="tegenstrijdig")
    return Outcome("niet_te_beoordelen", "Het RiHG zit niet in het dossier.", remedy="Vraag het RiHG op.")


def vastgesteld_door_hovj(dossier: Dossier) -> Outcome:
    """A hulpofficier established and signed the form, on or before the moment of the decision."""
    form = _own(dossier)
    if form is None:
        return Outcome("niet_te_beoordelen", "Er zit geen RiHG voor dit huisverbod in het dossier.")
    shown = passages([form.signature.block, form.title]) or _beginning(dossier, form)
    signer, signed, role = form.signature, form.signed_on, _role(dossier, form)
    decided = decided_on(dossier, dossier.order) if dossier.order else None
    # An empty block of the hulpofficier does not help where another signed, with or without a date.
    if signer.name and role not in ("hovj", None):
        return Outcome("niet_voldaan", f"Het RiHG is getekend door {signer.name}, niet door een hulpofficier van justitie.", shown)
    if signed is not None and decided is not None and is_before(decided, signed):
        return Outcome("niet_voldaan", f"Het RiHG is getekend op {moment_nl(signed)}, na het besluit van {moment_nl(decided)}.", shown)
    if not signer.name or not signer.signed:
        return Outcome("onduidelijk", "Naam of ondertekening van de hulpofficier ontbreekt op het RiHG.", shown, reason="te vaag")
    if signed is None:
        return Outcome("onduidelijk", f"Het RiHG is getekend door {signer.name}, maar zonder datum.", shown, reason="te vaag")
    if role is None or not shown:
        return Outcome("onduidelijk", f"Of {signer.name}, die het RiHG tekende, hulpofficier van justitie is, blijkt niet.", shown, reason="te vaag")
    return Outcome("voldaan", f"Het RiHG is vastgesteld door {signer.name}, hulpofficier van justitie, op {moment_nl(signed)}.", shown)


def uitkomst_sluit_aan(dossier: Dossier) -> Outcome:
    """The form points to a huisverbod, or the beschikking explains why it is imposed nonetheless (Besluit tijdelijk huisverbod 2)."""
    form = _own(dossier)
    if form is None or form.outcome is None:
        return Outcome("niet_te_beoordelen", "Er zit geen RiHG voor dit huisverbod met een eindoordeel in het dossier.")
    shown = passages([form.outcome_passage, form.title]) or _beginning(dossier, form)
    explained = weigh(dossier, "rihg_afwijking", kinds=_EXPLAINING)
    if not shown:
        return Outcome("onduidelijk", "Het eindoordeel van het RiHG is niet aan te wijzen; lees het stuk zelf na.", reason="slecht leesbaar")
    against = contradicting(dossier.papers[form.paper])
    if (form.outcome == "geen" or against) and explained.asserted:
        return Outcome("voldaan", "Het RiHG wijst niet zonder meer op een huisverbod, maar uitgelegd is waarom het toch is opgelegd.",
                       passages([*said_in(explained.yes[:2]), *shown]))
    if against:
        return Outcome("onduidelijk", "De signalen en het eindoordeel van het RiHG spreken elkaar tegen.", passages([*shown[:1], *against]),
                       passages(against), reason="tegenstrijdig")
    if form.outcome == "huisverbod":
        return Outcome("voldaan", "Het eindoordeel van het RiHG wijst op een huisverbod.", shown)
    order = dossier.order
    silent = opening(dossier, order) if order and not explained.no else None
    return Outcome("niet_voldaan", "Het RiHG wijst niet op een huisverbod en de afwijking is niet gemotiveerd.",
                   passages([*shown[:1], *said_in(explained.no), silent]), passages(said_in(explained.yes)),
                   remedy="Motiveer alsnog waarom van het oordeel van het RiHG is afgeweken.")


def _own(dossier: Dossier) -> Rihg | None:
    """The form for this huisverbod: not one that says that none was taken, or of long before where papers say that this ban had none."""
    form, order = dossier.rihg, dossier.order
    decided = decided_on(dossier, order) if order else None
    if form is not None and any(s.paper == form.paper for s in dossier.said("rihg_ontbreekt", "", "ja")):
        return None
    age = (day_of(decided) - day_of(form.signed_on)).days if form and decided and form.signed_on else 0
    relied_on = dossier.said("rihg_ontbreekt", "", "ja")
    if age <= (_EARLIER_DAYS if not relied_on else _SAME_DAYS):
        return form
    return None if relied_on or dossier.said("rihg_afgenomen", "", "tegendeel") or dossier.earlier_order else form


def _role(dossier: Dossier, form: Rihg) -> SignerRole | None:
    """The capacity of who signed the form: as it says, else as the decision gives it for the same person."""
    order, name = dossier.order, form.signature.name
    if form.signature.role is not None or order is None or name is None or order.signature.name is None:
        return form.signature.role
    return order.signature.role if same_signer(name, order.signature.name) else None


def _beginning(dossier: Dossier, form: Rihg) -> tuple[Passage, ...]:
    return passages([beginning([dossier.papers[form.paper]])])


CHECKS: Mapping[str, Check] = {
    "rihg.aanwezig": aanwezig,
    "rihg.vastgesteld_door_hovj": vastgesteld_door_hovj,
    "rihg.uitkomst_sluit_aan": uitkomst_sluit_aan,
}
