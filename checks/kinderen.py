"""The requirement on contact with Veilig Thuis beforehand (Wth 2 lid 3)."""

from __future__ import annotations

from collections.abc import Mapping

from checks.finding import Check, Outcome, passages
from checks.ordering import after_decision
from checks.weighing import said_in, weigh
from verifier.dossier.model import Dossier

_GROUND = 0.9
"""Least certainty with which child abuse must be named as a ground."""


def veilig_thuis_vooraf(dossier: Dossier) -> Outcome:
    """Contact with Veilig Thuis or its predecessor before a decision on the ground of child abuse (Wth 2 lid 3)."""
    ground = weigh(dossier, "kindermishandeling", "kind")
    abuse = [s for s in ground.yes if s.certainty >= _GROUND]
    if dossier.order is None or not abuse or ground.denied:
        return Outcome("nvt", "De stukken noemen geen kindermishandeling als grond.")
    contact = weigh(dossier, "veilig_thuis_vooraf")
    late = [s for s in contact.yes if after_decision(dossier, s)]
    in_time = [s for s in contact.yes if s not in late]
    remedy = "Ga na of er toch vooraf contact was en laat dat vastleggen."
    if contact.denied or not contact.yes:
        return Outcome("niet_voldaan", "Er is geen contact voor het besluit vastgelegd.", passages(said_in((*contact.no, *abuse))), remedy=remedy)
    if not in_time:
        return Outcome("niet_voldaan", "Het contact met Veilig Thuis was pas na het besluit.", passages(said_in(late)), remedy=remedy)
    if contact.conflict or late:
        return Outcome("onduidelijk", "De stukken spreken elkaar tegen over contact vooraf.", passages(said_in(in_time)),
                       passages(said_in((*contact.no, *late))), remedy=remedy, reason="tegenstrijdig")
    return Outcome("voldaan", "Voor het besluit is contact geweest over het voornemen.", passages(said_in(in_time)))


CHECKS: Mapping[str, Check] = {"kindermishandeling.veilig_thuis_vooraf": veilig_thuis_vooraf}
