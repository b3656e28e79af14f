"""Requirements on the risk assessment form (Besluit tijdelijk huisverbod 2)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from checks.finding import Check, Outcome, passages
from checks.wording import moment_nl
from verifier.dossier.model import Dossier, When

_LEAST_FILLED = 0.4
"""Share of rows that must be filled for the form to count as filled in."""


def aanwezig(dossier: Dossier) -> Outcome:
    """rihg.aanwezig."""
    if dossier.order is None:
        return Outcome("nvt", "Er zit geen beschikking huisverbod in het dossier.")
    form = dossier.rihg
    if form is not None and form.title is not None:
        if form.filled < _LEAST_FILLED:
            return Outcome("onduidelijk", "Het RiHG is nauwelijks ingevuld.", passages([form.title]), reason="deels")
        return Outcome("voldaan", "Het ingevulde RiHG zit in het dossier.", passages([form.title, form.outcome_passage]))
    denied = dossier.said("rihg_afgenomen", "", "tegendeel")
    if denied:
        return Outcome("niet_voldaan", "Een stuk zegt dat voor dit huisverbod geen RiHG is afgenomen.", passages(s.passage for s in denied))
    return Outcome("niet_te_beoordelen", "Het RiHG zit niet in het dossier.", remedy="Vraag het RiHG op.")


def vastgesteld_door_hovj(dossier: Dossier) -> Outcome:
    """rihg.vastgesteld_door_hovj."""
    form = dossier.rihg
    if form is None:
        return Outcome("niet_te_beoordelen", "Er zit geen RiHG voor dit huisverbod in het dossier.")
    evidence = passages([form.signature.block, form.title])
    signed = form.signed_on
    decided = dossier.order.decided.value if dossier.order and dossier.order.decided else None
    if not form.signature.name or signed is None:
        return Outcome("onduidelijk", "Ondertekening of datum van het RiHG ontbreekt.", evidence, reason="te vaag")
    if form.signature.role not in ("hovj", None):
        return Outcome("niet_voldaan", f"Het RiHG is getekend door {form.signature.name}, niet door een hulpofficier van justitie.", evidence)
    if form.signature.role is None:
        return Outcome("onduidelijk", "De hoedanigheid van wie het RiHG tekende blijkt niet.", evidence, reason="te vaag")
    if decided is not None and _after(signed, decided):
        return Outcome("niet_voldaan", f"Het RiHG is getekend op {moment_nl(signed)}, na het besluit van {moment_nl(decided)}.", evidence)
    return Outcome("voldaan", f"Het RiHG is vastgesteld door {form.signature.name}, hulpofficier van justitie, op {moment_nl(signed)}.", evidence)


def uitkomst_sluit_aan(dossier: Dossier) -> Outcome:
    """rihg.uitkomst_sluit_aan."""
    form = dossier.rihg
    if form is None or form.outcome is None:
        return Outcome("niet_te_beoordelen", "Er zit geen RiHG met een eindoordeel in het dossier.")
    evidence = passages([form.outcome_passage])
    if form.outcome == "huisverbod":
        return Outcome("voldaan", "Het eindoordeel van het RiHG wijst op een huisverbod.", evidence)
    return Outcome("niet_voldaan", "Het RiHG wijst niet op een huisverbod en de afwijking is niet gemotiveerd.", evidence,
                   remedy="Motiveer alsnog waarom van het oordeel van het RiHG is afgeweken.")


def _after(signed: When, decided: When) -> bool:
    if isinstance(signed, datetime) and isinstance(decided, datetime):
        return signed > decided
    days = [w.date() if isinstance(w, datetime) else w for w in (signed, decided)]
    return days[0] > days[1]


CHECKS: Mapping[str, Check] = {
    "rihg.aanwezig": aanwezig,
    "rihg.vastgesteld_door_hovj": vastgesteld_door_hovj,
    "rihg.uitkomst_sluit_aan": uitkomst_sluit_aan,
}
