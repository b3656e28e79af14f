"""How somebody was heard (Awb 4:9): in person or at a distance, with an interpreter where needed, and the papers that tell it."""

from __future__ import annotations

from collections.abc import Sequence

from checks.finding import Outcome, passages
from checks.weighing import Weighed, said_in, weigh
from checks.wording import papers_nl
from verifier.dossier.model import Dossier
from verifier.reading.facts.mentions import mentions, names
from verifier.reading.paper import Kind, Paper, Passage, Statement

RECORDS: tuple[Kind, ...] = ("pv_horen", "pv_bevindingen")
_TOLD: tuple[Kind, ...] = (*RECORDS, "beschikking_huisverbod")
_OTHERWISE: tuple[Kind, ...] = ("akte_van_uitreiking", "brief", "overig")
"""Kinds that a proces-verbaal on oath of office can be taken for by its form."""
KINDS: tuple[Kind, ...] = (*_TOLD, *_OTHERWISE, "pv_overig", "rihg")
"""Papers of the imposing, which tell how was heard on it; an advice or extension tells of other talks."""
OF_IMPOSING: tuple[Kind, ...] = (*KINDS, "verklaring_aangifte", "zorgmelding_veilig_thuis", "uitspraak")
"""All papers that can tell of a talk before the imposing."""
SURE = 0.85
"""Least certainty with which a denial alone shows that somebody was not heard."""
_NEAR = 500
"""Characters before a contact within which the place of the talk is named."""


def interpreted(dossier: Dossier) -> Outcome | None:
    """Whether an interpreter was missing where one was needed; None where nothing says so."""
    lacks, interpreter = weigh(dossier, "taal_tekort", "uhg"), weigh(dossier, "tolk", "uhg", KINDS)
    without = [s for s in interpreter.no if s.certainty >= SURE and (lacks.asserted or names("niet_nodig", s.unit.text) is None)]
    if interpreter.asserted or lacks.denied:
        return None
    if lacks.asserted and without:
        return Outcome("niet_voldaan", f"Volgens {papers_nl(s.kind for s in lacks.yes)} spreekt hij onvoldoende Nederlands, en hij is zonder tolk gehoord.",
                       passages([lacks.yes[0].passage, without[0].passage, *said_in(lacks.yes)]))
    if lacks.asserted or without:
        return Outcome("onduidelijk", "Een stuk zegt dat hij onvoldoende Nederlands spreekt; of bij het horen een tolk is gebruikt blijkt niet."
                       if lacks.asserted else "Er is zonder tolk gehoord; of een tolk nodig was blijkt niet.",
                       passages(said_in((*lacks.yes, *without))), passages(said_in(interpreter.yes)), reason="te vaag")
    return None


def manner(dossier: Dossier, remote: Weighed, consent: Weighed, contact: Sequence[Statement]) -> Outcome:
    """The manner where nothing is wrong with hearing at a distance and with the language: whether it is known."""
    interpreter = weigh(dossier, "tolk", "uhg", KINDS).yes
    known = (*consent.yes, *remote.no, *(s for s in contact if s.kind == "pv_horen"))
    if known:
        how = "op afstand met zijn toestemming" if consent.asserted and remote.yes else "in persoon"
        return Outcome("voldaan", f"Volgens {papers_nl(s.kind for s in known)} is de uithuisgeplaatste {how} gehoord.",
                       passages([*said_in(known[:1]), *said_in((*interpreter, *remote.yes)[:1]), *said_in((*known, *remote.yes))]))
    seated = _spoken_at_a_place(dossier, contact) if remote.silent else ()
    if seated:
        return Outcome("voldaan", "Het proces-verbaal noemt de plaats waar met de uithuisgeplaatste is gesproken: hij is in persoon gehoord.", seated)
    if not records_of(dossier):
        return Outcome("niet_te_beoordelen", "Er zit geen proces-verbaal in het dossier en de beschikking zegt niet hoe is gehoord.")
    return Outcome("onduidelijk", "Hoe de uithuisgeplaatste is gehoord, in persoon of op afstand, blijkt niet.", passages(said_in(contact)),
                   remedy="Laat de verbalisant de wijze van horen vastleggen.", reason="te vaag")


def _spoken_at_a_place(dossier: Dossier, contact: Sequence[Statement]) -> tuple[Passage, ...]:
    """The words just before or at the contact that name a place where one speaks face to face."""
    return passages(
        m.passage for m in mentions(dossier.papers, "gespreksplaats", RECORDS)
        if not m.denied and any(s.kind == m.kind and 0 <= s.unit.start - m.unit.start < _NEAR and m.passage and s.passage.file == m.passage.file for s in contact)
    )


def records_of(dossier: Dossier) -> dict[int, Paper]:
    """The processen-verbaal of hearing or findings by their place; a paper on oath of office is one whatever it is called, unless it is a statement
    or an interrogation that tells nothing of the hearing."""
    sworn = {s.paper for s in dossier.said("ambtseed", "", "ja")}
    hearing = {s.paper for concept in ("horen_voornemen", "zienswijze") for s in dossier.said(concept, "uhg")}
    return {
        i: p for i, p in enumerate(dossier.papers)
        if not p.draft and (p.kind in RECORDS or (i in sworn and (i in hearing or p.kind in _OTHERWISE)))
    }
