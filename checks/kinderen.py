"""The requirement on contact with Veilig Thuis beforehand (Wth 2 lid 3)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from checks.deciding import decided_on
from checks.finding import Check, Outcome, passages
from checks.ordering import after_decision, recorded_at
from checks.weighing import by_paper, said_in, weigh
from checks.wording import is_before, papers_nl
from verifier.dossier.model import Dossier
from verifier.reading.paper import Kind, Statement

_GROUND = 0.9
"""Least certainty with which child abuse must be named as a ground where nothing else tells that a child was hit."""
_GROUNDS: tuple[Kind, ...] = ("beschikking_huisverbod", "rihg", "pv_bevindingen", "pv_horen", "verklaring_aangifte", "zorgmelding_veilig_thuis", "overig")
_TOLD: tuple[Kind, ...] = ("pv_bevindingen", "pv_horen", "rihg", "beschikking_huisverbod")
_ADDRESSED: tuple[Kind, ...] = ("beschikking_huisverbod", "akte_van_uitreiking")
"""Papers in which telling an agency means a copy of the decision, which is afterwards by itself."""
_REMEDY = "Ga na of er toch vooraf contact was en laat dat vastleggen."


def veilig_thuis_vooraf(dossier: Dossier) -> Outcome:
    """Contact with Veilig Thuis or its predecessor before a decision on the ground of child abuse (Wth 2 lid 3)."""
    ground = weigh(dossier, "kindermishandeling", "kind")
    hit = bool(dossier.said("kinderen_geraakt", "kind", "ja"))
    abuse = by_paper((s for s in ground.yes if hit or s.certainty >= _GROUND), _GROUNDS)
    if dossier.order is None or not abuse or ground.denied:
        return Outcome("nvt", "De stukken noemen geen kindermishandeling als grond.")
    contact = weigh(dossier, "veilig_thuis_vooraf")
    in_time = by_paper((s for s in contact.yes if not _late(dossier, s)), _TOLD)
    if contact.conflict and in_time:
        return Outcome("onduidelijk", "De stukken spreken elkaar tegen over contact met Veilig Thuis vooraf.", passages(said_in(in_time)),
                       passages(said_in(contact.no)), remedy=_REMEDY, reason="tegenstrijdig")
    if in_time and not contact.denied:
        return Outcome("voldaan", f"Volgens {papers_nl(s.kind for s in in_time)} is voor het besluit contact geweest over het voornemen.", passages(said_in(in_time)))
    if contact.no or contact.yes:
        return Outcome("niet_voldaan", "Het besluit steunt mede op kindermishandeling; contact vooraf met Veilig Thuis is er niet geweest of was pas na het"
                       " besluit.", passages(said_in((*contact.no, *contact.yes, *abuse))), remedy=_REMEDY)
    return _told_later(dossier, abuse)


def _told_later(dossier: Dossier, abuse: tuple[Statement, ...]) -> Outcome:
    """Where no paper speaks of contact beforehand: whether an agency was told at a moment that may lie before the decision."""
    told = [s for s in dossier.said("hulpverlening_ingelicht", "", "ja") if s.kind not in _ADDRESSED]
    open_ = [s for s in told if after_decision(dossier, s) is None]
    if open_:
        return Outcome("onduidelijk", f"Volgens {papers_nl(s.kind for s in open_)} is een instantie ingelicht, maar niet of dat voor het besluit was.",
                       passages(said_in((*open_, *abuse))), remedy=_REMEDY, reason="te vaag")
    return Outcome("niet_voldaan", "Het besluit steunt mede op kindermishandeling; geen stuk legt contact met Veilig Thuis voor het besluit vast.",
                   passages(said_in((*told, *abuse))), remedy=_REMEDY)


def _late(dossier: Dossier, statement: Statement) -> bool:
    """Whether the clock times of a statement all lie after the decision; a bare day ("morgen") tells of what is to follow."""
    decided = decided_on(dossier, dossier.order) if dossier.order else None
    exact = [when for when in recorded_at(statement) if isinstance(when, datetime)]
    return decided is not None and bool(exact) and all(is_before(decided, when) for when in exact)


CHECKS: Mapping[str, Check] = {"kindermishandeling.veilig_thuis_vooraf": veilig_thuis_vooraf}
