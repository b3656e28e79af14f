"""Requirements on hearing (Awb 4:8, 4:9, 4:11)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from checks.finding import Check, Outcome, passages
from checks.ordering import after_decision, beginning
from checks.weighing import Weighed, said_in, weigh
from verifier.dossier.model import Dossier
from verifier.reading.paper import Kind, Statement

_RECORDS: tuple[Kind, ...] = ("pv_horen", "pv_bevindingen")
_NO_ORDER = "Er zit geen beschikking huisverbod in het dossier."
_SURE = 0.85
"""Least certainty with which a denial alone shows that somebody was not heard."""


def uithuisgeplaatste(dossier: Dossier) -> Outcome:
    """Heard on the intention before the decision, or given the occasion (Awb 4:8, 4:11)."""
    if dossier.order is None:
        return Outcome("nvt", _NO_ORDER)
    heard, denied = weigh(dossier, "horen_voornemen", "uhg"), _denials(dossier, "uhg")
    if denied and (heard.denied or _records_deny(dossier)):
        return Outcome("niet_voldaan", "Vastgelegd is dat de uithuisgeplaatste niet over het voornemen is gehoord.", passages(said_in(denied)),
                       passages(said_in(heard.yes)), remedy="Hoor hem alsnog en leg zijn zienswijze vast; voer zo mogelijk artikel 4:11 of 6:22 Awb aan.")
    if heard.conflict and denied:
        return Outcome("onduidelijk", "De stukken spreken elkaar tegen over het horen van de uithuisgeplaatste.", passages(said_in(heard.yes)),
                       passages(said_in(denied)), reason="tegenstrijdig")
    if heard.asserted:
        return _in_time(dossier, heard.yes)
    views = weigh(dossier, "zienswijze", "uhg", (*_RECORDS, "beschikking_huisverbod"))
    if views.asserted and not heard.no:
        return _in_time(dossier, views.yes)
    if heard.no or views.conflict:
        return Outcome("onduidelijk", "Of de uithuisgeplaatste over het voornemen is gehoord blijkt niet met zekerheid.",
                       passages(said_in((*heard.yes, *views.yes))), passages(said_in((*heard.no, *views.no))), reason="tegenstrijdig")
    return Outcome("niet_te_beoordelen", "Geen stuk zegt iets over het horen van de uithuisgeplaatste.", remedy="Vraag het proces-verbaal van horen op.")


def _in_time(dossier: Dossier, heard: Sequence[Statement]) -> Outcome:
    """Whether what is recorded of the hearing came before the decision."""
    late = [s for s in heard if after_decision(dossier, s)]
    in_time = [s for s in heard if s not in late]
    if not in_time:
        return Outcome("niet_voldaan", "De uithuisgeplaatste is pas na het besluit gehoord.", passages(said_in(late)))
    if late:
        return Outcome("onduidelijk", "De tijdstippen spreken elkaar tegen: een stuk plaatst het horen na het besluit.", passages(said_in(in_time)),
                       passages(said_in(late)), remedy="Leg vast wanneer hij over het voornemen is gehoord.", reason="tegenstrijdig")
    return Outcome("voldaan", "Vastgelegd is dat de uithuisgeplaatste voor het besluit over het voornemen is gehoord of de gelegenheid kreeg.",
                   passages(said_in(in_time)))


def zienswijze_vastgelegd(dossier: Dossier) -> Outcome:
    """The content of his view stands in a proces-verbaal (Awb 3:2)."""
    contact, views = _contact(dossier), weigh(dossier, "zienswijze", "uhg", _RECORDS)
    # Where decision and record contradict each other on the occasion given, the record decides.
    if not contact or (_records_deny(dossier) and not views.yes):
        return Outcome("nvt", "De uithuisgeplaatste is niet over het voornemen gehoord en kreeg daartoe geen gelegenheid.")
    if views.asserted:
        return Outcome("voldaan", "De zienswijze van de uithuisgeplaatste staat in het proces-verbaal.", passages(said_in(views.yes)))
    if views.conflict:
        return Outcome("onduidelijk", "De processen-verbaal spreken elkaar tegen over zijn zienswijze.", passages(said_in(views.yes)),
                       passages(said_in(views.no)), reason="tegenstrijdig")
    if not dossier.of_kind(*_RECORDS):
        return Outcome("niet_te_beoordelen", "Er zit geen proces-verbaal in het dossier.", remedy="Vraag het proces-verbaal van horen op.")
    return Outcome("niet_voldaan", "Het horen is vermeld, maar geen proces-verbaal zegt wat de zienswijze inhoudt.",
                   passages(said_in((*views.no, *contact))), remedy="Laat de verbalisant de zienswijze in een aanvullend proces-verbaal opnemen.")


def wijze(dossier: Dossier) -> Outcome:
    """In person, or by telephone with consent, and with an interpreter where needed (Awb 4:9)."""
    contact = _contact(dossier)
    if not contact:
        return Outcome("nvt", "Er is geen contact over het voornemen vastgelegd.")
    remote, consent = weigh(dossier, "horen_telefonisch", "uhg"), weigh(dossier, "toestemming_telefonisch", "uhg")
    if remote.asserted and not consent.asserted:
        if consent.conflict:
            return Outcome("onduidelijk", "De stukken spreken elkaar tegen over de toestemming voor horen op afstand.", passages(said_in(consent.yes)),
                           passages(said_in(consent.no)), reason="tegenstrijdig")
        return Outcome("niet_voldaan", "Er is op afstand gehoord zonder dat toestemming daarvoor is vastgelegd.", passages(said_in((*consent.no, *remote.yes))))
    if remote.conflict and not consent.asserted:
        return Outcome("onduidelijk", "De stukken spreken elkaar tegen over horen in persoon of op afstand.", passages(said_in(remote.no)),
                       passages(said_in(remote.yes)), reason="tegenstrijdig")
    return _understood(dossier, remote, consent, contact)


def _understood(dossier: Dossier, remote: Weighed, consent: Weighed, contact: Sequence[Statement]) -> Outcome:
    """The manner where nothing is wrong with hearing at a distance: known, and with an interpreter where needed."""
    interpreter = weigh(dossier, "tolk", "uhg")
    without = [s for s in interpreter.no if s.certainty >= _SURE and s.kind in _RECORDS]
    known = (*consent.yes, *remote.no, *(s for s in contact if s.kind == "pv_horen"))
    if without and not interpreter.asserted and remote.silent:
        return Outcome("onduidelijk", "Of een tolk nodig was blijkt niet.", passages(said_in(without)), reason="te vaag")
    if known:
        return Outcome("voldaan", "De wijze van horen was toereikend.", passages(said_in((*known, *interpreter.yes))))
    if not dossier.of_kind(*_RECORDS):
        return Outcome("niet_te_beoordelen", "Er zit geen proces-verbaal in het dossier en de beschikking zegt niet hoe is gehoord.")
    return Outcome("onduidelijk", "Hoe de uithuisgeplaatste is gehoord, in persoon of op afstand, blijkt niet.", passages(said_in(contact)),
                   remedy="Laat de verbalisant de wijze van horen vastleggen.", reason="te vaag")


def achterblijvers(dossier: Dossier) -> Outcome:
    """The adults who stay are heard on the intention (Awb 4:8)."""
    order = dossier.order
    if order is None:
        return Outcome("nvt", _NO_ORDER)
    if order.names and len(order.minors) == len(order.names):
        return Outcome("nvt", "Er zijn alleen minderjarige achterblijvers.")
    heard, views, denied = weigh(dossier, "horen_voornemen", "achterblijver"), weigh(dossier, "zienswijze", "achterblijver"), _denials(dossier, "achterblijver")
    if denied and heard.denied:
        return Outcome("niet_voldaan", "Een stuk zegt dat de achterblijver niet over het voornemen is gehoord.", passages(said_in(denied)),
                       passages(said_in(heard.yes)))
    if heard.conflict:
        return Outcome("onduidelijk", "De stukken spreken elkaar tegen over het horen van de achterblijver.", passages(said_in(heard.yes)),
                       passages(said_in(heard.no)), reason="tegenstrijdig")
    if heard.asserted or (views.asserted and not heard.no):
        return Outcome("voldaan", "Vastgelegd is dat de achterblijver over het voornemen is gehoord.", passages(said_in((*heard.yes, *views.yes))))
    records, other = dossier.of_kind("pv_horen"), dossier.of_kind("verklaring_aangifte", "pv_bevindingen")
    if records:
        alone = [s for s in _contact(dossier) if s.kind == "pv_horen"]
        return Outcome("niet_voldaan", "De processen-verbaal van horen gaan alleen over de uithuisgeplaatste.",
                       passages(said_in(alone)) or passages([beginning(records)]))
    if other:
        return Outcome("onduidelijk", "Er is met de achterblijver gesproken, maar niet blijkt dat het voornemen is besproken.",
                       passages([beginning(other)]), reason="te vaag")
    return Outcome("niet_te_beoordelen", "Er zit geen stuk over het horen in het dossier.")


def proces_verbaal(dossier: Dossier) -> Outcome:
    """One proces-verbaal that is on oath or promise of office and dated."""
    records = dossier.of_kind(*_RECORDS)
    if not records:
        return Outcome("niet_te_beoordelen", "Er zit geen proces-verbaal in het dossier.", remedy="Vraag het proces-verbaal op.")
    oath = weigh(dossier, "ambtseed", kinds=_RECORDS)
    dated = [s for s in oath.yes if dossier.papers[s.paper].dated]
    remedy = "Laat de verbalisant een aanvullend proces-verbaal op ambtseed opmaken."
    # Each record stands by itself: a denial counts only against the paper it stands in.
    if any(s.paper not in {d.paper for d in oath.no} for s in dated) or (dated and oath.asserted):
        return Outcome("voldaan", "Het proces-verbaal is op ambtseed of ambtsbelofte opgemaakt en gedateerd.", passages(said_in(dated)))
    if oath.conflict and dated:
        return Outcome("onduidelijk", "Het proces-verbaal spreekt zichzelf tegen over de ambtseed of ambtsbelofte.", passages(said_in(dated)),
                       passages(said_in(oath.no)), remedy=remedy, reason="tegenstrijdig")
    lacks = "zonder datum" if oath.yes and not oath.denied else "zonder ambtseed of ambtsbelofte"
    closing = [p.passage(u.start, u.end) for p in records for u in p.units[-2:]]
    return Outcome("niet_voldaan", f"Het proces-verbaal is {lacks} opgemaakt.", passages([*said_in((*oath.no, *oath.yes)), *closing]), remedy=remedy)


def _contact(dossier: Dossier) -> Sequence[Statement]:
    """Statements of any contact with the uithuisgeplaatste on the intention."""
    return (*dossier.said("horen_voornemen", "uhg", "ja"), *dossier.said("zienswijze", "uhg", "ja", _RECORDS))


def _denials(dossier: Dossier, over: Literal["uhg", "achterblijver"]) -> list[Statement]:
    """The sure denials that somebody was heard on the intention."""
    return [s for s in dossier.said("horen_voornemen", over, "tegendeel") if s.certainty >= _SURE]


def _records_deny(dossier: Dossier) -> bool:
    """Whether a proces-verbaal surely denies the hearing and none records it."""
    said = weigh(dossier, "horen_voornemen", "uhg", _RECORDS)
    return said.denied and said.no[0].certainty >= _SURE


CHECKS: Mapping[str, Check] = {
    "horen.uithuisgeplaatste": uithuisgeplaatste,
    "horen.zienswijze_vastgelegd": zienswijze_vastgelegd,
    "horen.wijze": wijze,
    "horen.achterblijvers": achterblijvers,
    "horen.proces_verbaal": proces_verbaal,
}
