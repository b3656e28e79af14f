"""Requirements on hearing (Awb 4:8, 4:9, 4:11)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from checks.deciding import decided_on
from checks.finding import Check, Outcome, passages
from checks.horen_wijze import KINDS, OF_IMPOSING, RECORDS, SURE, interpreted, manner, records_of
from checks.ordering import after_decision, beginning
from checks.weighing import by_paper, running_on, said_in, weigh, within
from checks.wording import is_before, listed_nl, papers_nl
from verifier.dossier.model import Dossier
from verifier.reading.facts.indications import is_named
from verifier.reading.facts.mentions import mentions
from verifier.reading.paper import Kind, Paper, Passage, Statement

_TOLD: tuple[Kind, ...] = (*RECORDS, "beschikking_huisverbod")
_NO_ORDER = "Er zit geen beschikking huisverbod in het dossier."


def uithuisgeplaatste(dossier: Dossier) -> Outcome:
    """Heard on the intention before the decision, or given the occasion, or not for a reason that is carried (Awb 4:8, 4:11)."""
    if dossier.order is None:
        return Outcome("nvt", _NO_ORDER)
    heard, denied = weigh(dossier, "horen_voornemen", "uhg", OF_IMPOSING), _denials(dossier, "uhg")
    if denied and (heard.denied or _records_deny(dossier)):
        return _not_heard(dossier, denied, heard.yes)
    if heard.conflict and denied:
        return Outcome("onduidelijk", "De stukken spreken elkaar tegen over het horen van de uithuisgeplaatste.", passages(_shown(heard.yes)),
                       passages(said_in(denied)), reason="tegenstrijdig")
    if heard.asserted:
        return _in_time(dossier, heard.yes)
    views = weigh(dossier, "zienswijze", "uhg", _TOLD)
    if views.asserted and not heard.no:
        return _in_time(dossier, views.yes)
    if heard.no or views.conflict:
        return Outcome("onduidelijk", "Of de uithuisgeplaatste over het voornemen is gehoord blijkt niet met zekerheid.",
                       passages(_shown((*heard.yes, *views.yes))), passages(said_in((*heard.no, *views.no))), reason="tegenstrijdig")
    if dossier.said("reden_niet_horen", "uhg", "ja"):
        return _not_heard(dossier, (), ())
    return _silent(dossier)


def _not_heard(dossier: Dossier, denied: Sequence[Statement], claimed: Sequence[Statement]) -> Outcome:
    """Not heard: whether a reason of Awb 4:11 is given, explained and carried by the papers."""
    reasons, tried = dossier.said("reden_niet_horen", "uhg", "ja"), dossier.said("poging_horen", "uhg", "ja")
    shown, remedy = passages(said_in((*denied[:2], *reasons, *denied[2:]))), "Hoor hem alsnog en leg zijn zienswijze vast; beroep u zo mogelijk op artikel 6:22 Awb."
    if not reasons:
        return Outcome("niet_voldaan", f"Volgens {papers_nl(s.kind for s in denied)} is de uithuisgeplaatste niet over het voornemen gehoord; een"
                       " reden van artikel 4:11 Awb is daarbij niet genoemd.", shown, passages(said_in(claimed)), remedy=remedy)
    reached = _reached(dossier)
    if reached:
        return Outcome("niet_voldaan", f"De uithuisgeplaatste is niet over het voornemen gehoord. De reden daarvoor in {papers_nl(s.kind for s in reasons)}"
                       f" wordt niet gedragen: volgens {papers_nl(s.kind for s in reached)} was hij wel te bereiken.", shown,
                       passages(said_in(reached)), remedy=remedy)
    if tried or len({s.paper for s in reasons}) > 1:
        return Outcome("voldaan", f"De uithuisgeplaatste is niet gehoord; de reden daarvoor (artikel 4:11 Awb) is toegelicht in"
                       f" {papers_nl(s.kind for s in (*reasons, *tried))}.", passages(said_in((*reasons, *tried))))
    return Outcome("onduidelijk", "De uithuisgeplaatste is niet gehoord; een reden van artikel 4:11 Awb is genoemd, maar geen ander stuk licht die toe.",
                   shown, remedy="Licht toe waarom hij niet vooraf kon worden gehoord.", reason="te vaag")


def _reached(dossier: Dossier) -> Sequence[Statement]:
    """What shows that he could be spoken with, at a distance or in person, before or soon after the decision."""
    spoken = ("horen_voornemen", "ja"), ("horen_telefonisch", "ja"), ("horen_telefonisch", "tegendeel"), ("zienswijze", "ja")
    return [s for concept, answer in spoken for s in dossier.said(concept, "uhg", answer, RECORDS)]  # type: ignore[arg-type]


def _silent(dossier: Dossier) -> Outcome:
    """Where no paper says that he was or was not heard on the intention: what hearing the papers do hold."""
    questioned = [s for s in dossier.said("erkenning", "uhg") if s.kind == "pv_overig"]
    records = dossier.of_kind("pv_horen")
    if questioned and not records:
        return Outcome("niet_voldaan", "De uithuisgeplaatste is alleen in de strafzaak verhoord; geen stuk zegt dat met hem over het voornemen is"
                       " gesproken.", passages([beginning([dossier.papers[questioned[0].paper]]), *said_in(questioned)]))
    if records:
        return Outcome("onduidelijk", "Er is een proces-verbaal van horen, maar of de uithuisgeplaatste daarin over het voornemen is gehoord blijkt niet.",
                       passages([beginning(records)]), reason="te vaag")
    return Outcome("niet_te_beoordelen", "Geen stuk zegt iets over het horen van de uithuisgeplaatste.", remedy="Vraag het proces-verbaal van horen op.")


def _in_time(dossier: Dossier, heard: Sequence[Statement]) -> Outcome:
    """Whether what is recorded of the hearing came before the decision."""
    late = [s for s in heard if _is_late(dossier, s)]
    in_time = [s for s in heard if s not in late]
    if not in_time:
        return Outcome("niet_voldaan", f"Volgens {papers_nl(s.kind for s in late)} is de uithuisgeplaatste pas na het besluit gehoord.", passages(_shown(late)))
    if late:
        return Outcome("onduidelijk", "De tijdstippen spreken elkaar tegen: een stuk plaatst het horen na het besluit.", passages(_shown(in_time)),
                       passages(said_in(late)), remedy="Leg vast wanneer hij over het voornemen is gehoord.", reason="tegenstrijdig")
    return Outcome("voldaan", f"Volgens {papers_nl(s.kind for s in by_paper(in_time, _TOLD))} is de uithuisgeplaatste voor het besluit over het"
                   " voornemen gehoord of kreeg hij de gelegenheid.", passages(_shown(in_time)))


def _is_late(dossier: Dossier, statement: Statement) -> bool:
    """Whether a hearing lies after the decision, by the moments it names, else by where the account had come to. The moments in a view are
    what it is about, not when it was given."""
    late = after_decision(dossier, statement) if statement.concept == "horen_voornemen" else None
    decided, account = decided_on(dossier, dossier.order) if dossier.order else None, statement.account
    if late is None and decided is not None and account is not None:
        return bool(is_before(decided, account))
    return bool(late)


def zienswijze_vastgelegd(dossier: Dossier) -> Outcome:
    """The content of his view stands in a proces-verbaal (Awb 3:2)."""
    records = records_of(dossier)
    contact, views = _contact(dossier), within(weigh(dossier, "zienswijze", "uhg"), records)
    told = any(s.paper in records and s.kind == "pv_horen" for s in views.yes)
    # Where decision and record contradict each other on the occasion given, the record decides.
    if not contact or (_records_deny(dossier) and not told and not dossier.said("horen_voornemen", "uhg", "ja", RECORDS)):
        return Outcome("nvt", "De uithuisgeplaatste is niet over het voornemen gehoord en kreeg daartoe geen gelegenheid.")
    if views.asserted:
        return Outcome("voldaan", f"De zienswijze van de uithuisgeplaatste staat in {papers_nl(s.kind for s in by_paper(views.yes, RECORDS))}.",
                       passages(running_on(dossier, by_paper(views.yes, RECORDS))))
    if views.conflict:
        return Outcome("onduidelijk", "De processen-verbaal spreken elkaar tegen over zijn zienswijze.", passages(_shown(views.yes)),
                       passages(said_in(views.no)), reason="tegenstrijdig")
    if not records:
        return Outcome("niet_te_beoordelen", "Er zit geen proces-verbaal in het dossier.", remedy="Vraag het proces-verbaal van horen op.")
    return Outcome("niet_voldaan", f"Volgens {papers_nl(s.kind for s in contact)} is hij gehoord, maar geen proces-verbaal zegt wat zijn zienswijze inhoudt.",
                   passages(said_in((*views.no, *contact))), remedy="Laat de verbalisant de zienswijze in een aanvullend proces-verbaal opnemen.")


def wijze(dossier: Dossier) -> Outcome:
    """In person, or by telephone with consent, and with an interpreter where needed (Awb 4:9)."""
    remote, consent = weigh(dossier, "horen_telefonisch", "uhg", KINDS), weigh(dossier, "toestemming_telefonisch", "uhg", KINDS)
    contact = (*_contact(dossier), *(remote.yes if remote.asserted else ()))
    if not contact:
        return Outcome("nvt", "Er is geen contact over het voornemen vastgelegd.")
    if remote.asserted and not consent.asserted:
        if consent.conflict:
            return Outcome("onduidelijk", "De stukken spreken elkaar tegen over de toestemming voor horen op afstand.", passages(said_in(consent.yes)),
                           passages(said_in(consent.no)), reason="tegenstrijdig")
        return Outcome("niet_voldaan", f"Volgens {papers_nl(s.kind for s in remote.yes)} is op afstand gehoord zonder dat toestemming daarvoor is"
                       " vastgelegd.", passages(said_in((*consent.no, *by_paper(remote.yes, _TOLD)))))
    tongue = interpreted(dossier)
    if tongue is not None:
        return tongue
    if remote.conflict and not consent.asserted:
        return Outcome("onduidelijk", "De stukken spreken elkaar tegen over horen in persoon of op afstand.", passages(said_in(remote.no)),
                       passages(said_in(remote.yes)), reason="tegenstrijdig")
    return manner(dossier, remote, consent, contact)


def achterblijvers(dossier: Dossier) -> Outcome:
    """The adults who stay are heard on the intention (Awb 4:8)."""
    order = dossier.order
    if order is None:
        return Outcome("nvt", _NO_ORDER)
    if order.names and len(order.minors) == len(order.names):
        return Outcome("nvt", "Er zijn alleen minderjarige achterblijvers.")
    heard, views = (weigh(dossier, concept, "achterblijver", OF_IMPOSING) for concept in ("horen_voornemen", "zienswijze"))
    denied = _denials(dossier, "achterblijver")
    if denied and heard.denied:
        return _stays_unheard(dossier, denied, heard.yes)
    if heard.conflict:
        return Outcome("onduidelijk", "De stukken spreken elkaar tegen over het horen van de achterblijver.", passages(said_in(heard.yes)),
                       passages(said_in(heard.no)), reason="tegenstrijdig")
    if heard.asserted or (views.asserted and not heard.no):
        told = (*by_paper(heard.yes, _TOLD), *by_paper(views.yes, _TOLD))
        unheard = _not_told_of(dossier, told)
        if unheard:
            return Outcome("onduidelijk", f"Van {listed_nl(unheard)} is niet vastgelegd dat hij of zij over het voornemen is gehoord.",
                           passages(said_in(told)), remedy="Ga na of ook deze achterblijver is gehoord.", reason="deels")
        return Outcome("voldaan", f"Volgens {papers_nl(s.kind for s in told)} is de achterblijver over het voornemen gehoord.", passages(said_in(told)))
    if dossier.said("poging_horen", "achterblijver", "ja"):
        return _stays_unheard(dossier, (), ())
    records, other = _hearings(dossier), dossier.of_kind("verklaring_aangifte", "pv_bevindingen")
    if records:
        alone = [s for s in _contact(dossier) if s.kind in RECORDS]
        return Outcome("niet_voldaan", "De processen-verbaal van horen gaan alleen over de uithuisgeplaatste.",
                       passages(said_in(alone)) or passages([beginning(records)]))
    if other:
        return Outcome("onduidelijk", "Er is met de achterblijver gesproken, maar niet blijkt dat het voornemen is besproken.",
                       passages([beginning(other)]), reason="te vaag")
    return Outcome("niet_te_beoordelen", "Er zit geen stuk over het horen in het dossier.")


def _not_told_of(dossier: Dossier, told: Sequence[Statement]) -> list[str]:
    """The adults of the contact ban whom no paper that tells of the hearing names, where it names another of them."""
    minors = {n.value for n in dossier.order.minors} if dossier.order else set()
    adults = [n.value for n in dossier.order.names if n.value not in minors] if dossier.order else []
    others = [dossier.name.value] if dossier.name else []
    texts = " ".join(dossier.papers[i].text.chars for i in sorted({s.paper for s in told}))
    named = [a for a in adults if is_named(a, texts, [*others, *(o for o in adults if o != a)])]
    return [a for a in adults if a not in named] if named else []


def _stays_unheard(dossier: Dossier, denied: Sequence[Statement], claimed: Sequence[Statement]) -> Outcome:
    """Who stays is not heard: a vain attempt is no reason of Awb 4:11; with urgency named beside it, it is unclear."""
    tried, urgent = dossier.said("poging_horen", "achterblijver", "ja"), dossier.said("spoed_mondeling", "", "ja")
    reasons = dossier.said("reden_niet_horen", "achterblijver", "ja")
    shown = passages(said_in((*denied, *tried, *reasons)))
    if (tried and urgent and not denied) or (reasons and not tried):
        return Outcome("onduidelijk", "De achterblijver is niet over het voornemen gehoord; daarvoor is een reden genoemd, maar of artikel 4:11 Awb die"
                       " dekt blijkt niet.", shown, passages(said_in((*claimed, *urgent))), reason="te vaag")
    how = "er is vergeefs geprobeerd hem te bereiken, en dat is geen reden van artikel 4:11 Awb" if tried else "een reden van artikel 4:11 Awb ontbreekt"
    return Outcome("niet_voldaan", f"De achterblijver is niet over het voornemen gehoord; {how}.", shown, passages(said_in(claimed)))


def proces_verbaal(dossier: Dossier) -> Outcome:
    """One proces-verbaal that is on oath or promise of office and dated."""
    records = records_of(dossier)
    if not records:
        return Outcome("niet_te_beoordelen", "Er zit geen proces-verbaal in het dossier.", remedy="Vraag het proces-verbaal op.")
    oath = within(weigh(dossier, "ambtseed"), records)
    dated = [s for s in by_paper(oath.yes, RECORDS) if dossier.papers[s.paper].dated]
    remedy = "Laat de verbalisant een aanvullend proces-verbaal op ambtseed opmaken."
    # Each record stands by itself: a denial counts only against the paper it stands in.
    named = [] if oath.yes or oath.no else [m.passage for m in mentions([p for p in records.values() if p.dated], "ambtseed", KINDS) if m.stated]
    if named:
        return Outcome("voldaan", "Het proces-verbaal noemt de ambtseed of ambtsbelofte en is gedateerd.", passages(named))
    if any(s.paper not in {d.paper for d in oath.no} for s in dated) or (dated and oath.asserted):
        return Outcome("voldaan", f"Op ambtseed of ambtsbelofte opgemaakt en gedateerd: {papers_nl(s.kind for s in dated)}.", passages(said_in(dated)))
    if oath.conflict and dated:
        return Outcome("onduidelijk", "Het proces-verbaal spreekt zichzelf tegen over de ambtseed of ambtsbelofte.", passages(said_in(dated)),
                       passages(said_in(oath.no)), remedy=remedy, reason="tegenstrijdig")
    lacks = "zonder datum" if oath.yes and not oath.denied else "zonder ambtseed of ambtsbelofte"
    closing = [p.passage(u.start, u.end) for p in records.values() for u in (*p.units_that("ondertekening", "opgemaakt", "steller"), *p.units[-2:])]
    return Outcome("niet_voldaan", f"Het proces-verbaal is {lacks} opgemaakt.", passages([*said_in((*oath.no, *oath.yes)), *closing]), remedy=remedy)


def _shown(statements: Sequence[Statement]) -> tuple[Passage, ...]:
    return said_in(by_paper(statements, _TOLD))


def _contact(dossier: Dossier) -> Sequence[Statement]:
    """Statements of any contact with the uithuisgeplaatste on the intention."""
    return (*dossier.said("horen_voornemen", "uhg", "ja", OF_IMPOSING), *(s for s in dossier.said("zienswijze", "uhg", "ja") if s.paper in records_of(dossier)))


def _hearings(dossier: Dossier) -> list[Paper]:
    """The processen-verbaal of hearing, by their kind or because they record the hearing of the uithuisgeplaatste."""
    recording = {s.paper for s in _contact(dossier) if s.kind in RECORDS}
    return [p for i, p in enumerate(dossier.papers) if (p.kind == "pv_horen" and not p.draft) or i in recording]


def _denials(dossier: Dossier, over: Literal["uhg", "achterblijver"]) -> list[Statement]:
    """The sure denials that somebody was heard on the intention."""
    return [s for s in dossier.said("horen_voornemen", over, "tegendeel", OF_IMPOSING) if s.certainty >= SURE]


def _records_deny(dossier: Dossier) -> bool:
    """Whether a proces-verbaal surely denies the hearing and none records it."""
    said = weigh(dossier, "horen_voornemen", "uhg", RECORDS)
    return said.denied and said.no[0].certainty >= SURE


CHECKS: Mapping[str, Check] = {
    "horen.uithuisgeplaatste": uithuisgeplaatste,
    "horen.zienswijze_vastgelegd": zienswijze_vastgelegd,
    "horen.wijze": wijze,
    "horen.achterblijvers": achterblijvers,
    "horen.proces_verbaal": proces_verbaal,
}
