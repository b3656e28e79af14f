"""Requirements on service, the oral announcement, who is told, and the carrying out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from checks.deciding import decided_on, opening, paper_of
from checks.finding import Check, Outcome, passages
from checks.ordering import recorded_at
from checks.weighing import by_paper, said_in, stated_in, weigh
from checks.wording import day_of, is_before, moment_nl, papers_nl
from verifier.dossier.model import Decision, Dossier, When
from verifier.reading.facts.mentions import names
from verifier.reading.paper import Kind, Passage, Statement

_NEXT_DAY = timedelta(days=1)
_NO_ORDER = "Er zit geen beschikking huisverbod in het dossier."
_SERVING: tuple[Kind, ...] = ("akte_van_uitreiking", "beschikking_huisverbod", "pv_bevindingen", "pv_horen", "pv_overig", "overig", "brief")
_ITSELF_SERVED: tuple[Kind, ...] = _SERVING[:2]
"""Papers in which what is served needs no name."""
_LONGEST = timedelta(days=60)
"""Time after the decision within which a day named beside the service is that of the service, and not a birth date or an earlier case."""
_SLIP = timedelta(minutes=15)
"""Difference between clock times up to which two papers still tell of one service."""


def uitreiking(dossier: Dossier) -> Outcome:
    """bekendmaking.uitreiking (Awb 3:40, 3:41)."""
    order = dossier.order
    if order is None:
        return Outcome("nvt", _NO_ORDER)
    served, said = _served(dossier), weigh(dossier, "uitgereikt", "uhg", _SERVING)
    if served:
        return _at(served, said.yes, said.no if not said.yes else ())
    if said.denied:
        return Outcome("niet_voldaan", f"Volgens {papers_nl(s.kind for s in said.no)} is de beschikking niet uitgereikt.", passages(said_in(said.no)),
                       remedy="Reik de beschikking alsnog uit en leg dag en uur vast; het huisverbod werkt pas vanaf de bekendmaking.")
    if said.yes or order.served_undated:
        found = passages([order.served_undated, *said_in(said.yes)])
        return Outcome("onduidelijk", "De uitreiking is vermeld, maar de datum ervan niet.", found, reason="te vaag",
                       remedy="Vraag de uitreiker om een aanvullend proces-verbaal met dag en uur.")
    if order.service_block_empty:
        return Outcome("niet_voldaan", "Het vak voor de uitreiking is leeg en geen ander stuk legt de uitreiking vast.",
                       passages([order.service_block_empty]), remedy="Vraag de uitreiker om een akte of aanvullend proces-verbaal.")
    return Outcome("niet_te_beoordelen", "Geen stuk zegt iets over de uitreiking.", remedy="Vraag de akte van uitreiking op.")


def _at(served: Sequence[tuple[When, Passage]], said: Sequence[Statement], denied: Sequence[Statement]) -> Outcome:
    """Service with its moments: one, or several that contradict each other, or against a paper that denies it."""
    first, shown = served[0][0], passages([*(p for _, p in served), *said_in(said)])
    other = next((when for when, _ in served if _differs(first, when)), None)
    if other is not None:
        return Outcome("onduidelijk", f"De stukken spreken elkaar tegen over de uitreiking: {moment_nl(first)} en {moment_nl(other)}.",
                       passages([served[0][1], next(p for w, p in served if w == other), *shown]), shown[1:], reason="tegenstrijdig",
                       remedy="Vraag de uitreiker om een aanvullend proces-verbaal met dag en uur.")
    if denied:
        return Outcome("onduidelijk", f"De uitreiking op {moment_nl(first)} is vermeld, maar een stuk zegt dat niet is uitgereikt.", shown,
                       passages(said_in(denied)), reason="tegenstrijdig")
    return Outcome("voldaan", f"De uitreiking op {moment_nl(first)} is vastgelegd.", shown)


def _served(dossier: Dossier) -> list[tuple[When, Passage]]:
    """Every moment at which a paper says the order was served, the one with its own day first.

    A clock time without a day stands on the day that is known, or on that of its account; in the order itself it leaves the day open.
    """
    order, told = dossier.order, [s for s in dossier.said("uitgereikt", "uhg", "ja", _SERVING) if s.kind in _ITSELF_SERVED or names("het_stuk", s.unit.text)]
    # a unit that by what it does gives the service is surer than one that speaks of it, or closes the paper
    told = [s for s in told if "uitreiking_moment" in s.unit.does] or [s for s in told if "opgemaakt" not in s.unit.does]
    said = by_paper(told, _SERVING)
    known = [(when, s.passage) for s in said for when in _days_of_service(dossier, s)]
    loose = [(m, s) for s in said if len(s.moments) == 1 for m in s.moments if m.clock and (m.day_borrowed or m.day is None)]
    open_day = {s.passage for _, s in loose if s.kind == "beschikking_huisverbod"}
    if order is not None and order.served is not None and open_day.isdisjoint(order.served.passages):
        known = [*((order.served.value, p) for p in order.served.passages[:1]), *known]
    day = day_of(known[0][0]) if known else None
    on = [(day or (m.day if s.passage not in open_day else None), m, s) for m, s in loose]
    if not known and not on:
        # served at the point to which the account had come
        return [(s.account, s.passage) for s in said if s.account is not None and not s.moments]
    return [*known, *((datetime.combine(d, m.clock), s.passage) for d, m, s in on if d is not None and m.clock is not None)]


def _days_of_service(dossier: Dossier, statement: Statement) -> list[When]:
    """The moment a statement of service names with its day, where it names one from the decision on and before an extension."""
    decided = decided_on(dossier, dossier.order) if dossier.order else None
    last = min((day_of(e.decided.value) for e in dossier.extensions if e.decided), default=date.max)
    own = replace(statement, moments=tuple(m for m in statement.moments if not m.day_borrowed))
    found = [w for w in recorded_at(own) if decided is None or timedelta(-1) <= day_of(w) - day_of(decided) <= _LONGEST and day_of(w) < last]
    return found if len(found) == 1 else []


def _differs(one: When, other: When) -> bool:
    """Whether two moments cannot be one service: other days, or clock times that lie apart."""
    if isinstance(one, datetime) and isinstance(other, datetime):
        return abs(one.replace(tzinfo=None) - other.replace(tzinfo=None)) > _SLIP
    return day_of(one) != day_of(other)


def mondeling_daarna_schriftelijk(dossier: Dossier) -> Outcome:
    """bekendmaking.mondeling_daarna_schriftelijk (Wth 2 lid 7)."""
    spoken = weigh(dossier, "mondeling_aangezegd", "uhg")
    if not spoken.yes or spoken.denied or dossier.order is None:
        return Outcome("nvt", "Geen stuk vermeldt een mondelinge aanzegging.")
    told = _told_on(dossier, dossier.order, spoken.yes)
    urgent = dossier.said("spoed_mondeling", "", "ja")
    served = dossier.order.served
    evidence = passages([*said_in(urgent[:1]), *said_in(spoken.yes[:1]), *stated_in(served)[:1], *said_in((*urgent, *spoken.yes))])
    written = paper_of(dossier, dossier.order).dated
    on_paper = day_of(served.value) if served else written if told and written and written - told > _NEXT_DAY else None
    if told is not None and on_paper is not None and on_paper - told > _NEXT_DAY:
        return Outcome("niet_voldaan", f"Mondeling aangezegd op {moment_nl(told)}, pas op {moment_nl(on_paper)} op schrift.",
                       passages([*said_in(spoken.yes[:1]), *stated_in(served)[:1], opening(dossier, dossier.order)]))
    denied = dossier.said("uitgereikt", "uhg", "tegendeel")
    if served is None and denied:
        return Outcome("niet_voldaan", "Het huisverbod is mondeling aangezegd en volgens de stukken niet op schrift uitgereikt.",
                       passages(said_in((*spoken.yes[:1], *denied))))
    if told is None or served is None:
        return Outcome("onduidelijk", "Het huisverbod is eerst mondeling aangezegd, maar wanneer het op schrift is uitgereikt blijkt niet.",
                       evidence, reason="te vaag", remedy="Vul aan wanneer de schriftelijke beschikking is uitgereikt.")
    if not urgent:
        return Outcome("onduidelijk", f"Mondeling aangezegd op {moment_nl(told)} en op {moment_nl(served.value)} op schrift uitgereikt, maar geen stuk noemt"
                       " spoed als reden.", evidence, reason="deels", remedy="Licht de spoed toe.")
    return Outcome("voldaan", f"Wegens spoed mondeling aangezegd op {moment_nl(told)} en op {moment_nl(served.value)} op schrift uitgereikt.", evidence)


def _told_on(dossier: Dossier, order: Decision, spoken: Sequence[Statement]) -> date | None:
    """The day of an oral announcement: as named beside it, else that on which the ban begins, else that of the paper that tells of it."""
    begin = day_of(order.begin.value) if order.begin else None
    named = [m.day for s in spoken for m in s.moments if m.day and not m.day_borrowed and (begin is None or abs(m.day - begin) <= _NEXT_DAY)]
    return min(named, default=begin or dossier.papers[spoken[0].paper].dated)


def achterblijvers_ingelicht(dossier: Dossier) -> Outcome:
    """bekendmaking.achterblijvers_ingelicht (Wth 2 lid 8)."""
    if dossier.order is None:
        return Outcome("nvt", _NO_ORDER)
    partner, help_ = weigh(dossier, "achterblijver_ingelicht", "achterblijver"), weigh(dossier, "hulpverlening_ingelicht")
    told, helped = (() if partner.denied else partner.yes), (() if help_.denied else help_.yes)
    before = [s for s in told if _before(dossier, s)]
    told = tuple(s for s in told if s not in before)
    adults = len(dossier.order.names) - len(dossier.order.minors)
    remedy = "Licht alsnog in wie nog niet is ingelicht en leg dat vast."
    if told and helped and partner.no and adults > 1:
        return Outcome("onduidelijk", "Niet van alle meerderjarige achterblijvers is vastgelegd dat zij zijn ingelicht.", passages(said_in(told)),
                       passages(said_in(partner.no)), remedy=remedy, reason="deels")
    if told and helped:
        return Outcome("voldaan", f"De mededeling aan de achterblijver ({papers_nl(s.kind for s in told[:1])}) en aan de hulpverlening"
                       f" ({papers_nl(s.kind for s in helped[:1])}) is vastgelegd.", passages([told[0].passage, helped[0].passage, *said_in((*told, *helped))]))
    if told or helped or before:
        missing = "de hulpverlening" if told else "de achterblijver na het besluit" if helped else "de achterblijver en de hulpverlening na het besluit"
        return Outcome("onduidelijk", f"Een mededeling is vastgelegd, maar niet die aan {missing}.",
                       passages(said_in((*told, *helped, *before))), passages(said_in((*partner.no, *help_.no))), remedy=remedy, reason="deels")
    denied = (*partner.no, *help_.no)
    if denied:
        return Outcome("niet_voldaan", f"Volgens {papers_nl(s.kind for s in denied)} is er niet ingelicht.", passages(said_in(denied)), remedy=remedy)
    return Outcome("niet_te_beoordelen", "Geen stuk zegt iets over het inlichten van achterblijver of hulpverlening.", remedy=remedy)


def _before(dossier: Dossier, statement: Statement) -> bool:
    """Whether somebody was told before the decision was taken, announced or served."""
    order = dossier.order
    moments = [s.value for s in (order.decided, order.begin, order.served) if s is not None] if order else []
    told = [when for when in recorded_at(statement) if isinstance(when, datetime)]
    return bool(moments and told) and all(is_before(when, moment) for when in told for moment in moments)


def sleutels_en_bereikbaarheid(dossier: Dossier) -> Outcome:
    """uitvoering.sleutels_en_bereikbaarheid (Wth 4 lid 2, 2 lid 6)."""
    if dossier.order is None:
        return Outcome("nvt", _NO_ORDER)
    keys, reach = weigh(dossier, "sleutels", "uhg"), weigh(dossier, "bereikbaarheid", "uhg")
    has_keys, has_reach = (() if keys.denied else keys.yes), (() if reach.denied else reach.yes)
    if has_keys and has_reach:
        return Outcome("voldaan", f"De sleutels ({papers_nl(s.kind for s in has_keys[:1])}) en de bereikbaarheid ({papers_nl(s.kind for s in has_reach[:1])})"
                       " zijn vastgelegd.", passages([has_keys[0].passage, has_reach[0].passage, *said_in((*has_keys, *has_reach))]))
    if has_keys or has_reach:
        what = "de sleutels zijn" if has_keys else "de bereikbaarheid is"
        return Outcome("onduidelijk", f"Alleen {what} vastgelegd.", passages(said_in((*has_keys, *has_reach))), passages(said_in((*keys.no, *reach.no))),
                       reason="deels", remedy="Vul het ontbrekende aan in een proces-verbaal.")
    denied = (*keys.no, *reach.no)
    if denied:
        return Outcome("niet_voldaan", f"Volgens {papers_nl(s.kind for s in denied)} zijn sleutels noch bereikbaarheid vastgelegd.", passages(said_in(denied)))
    return Outcome("niet_te_beoordelen", "Geen stuk zegt iets over sleutels of bereikbaarheid.")


CHECKS: Mapping[str, Check] = {
    "bekendmaking.uitreiking": uitreiking,
    "bekendmaking.mondeling_daarna_schriftelijk": mondeling_daarna_schriftelijk,
    "bekendmaking.achterblijvers_ingelicht": achterblijvers_ingelicht,
    "uitvoering.sleutels_en_bereikbaarheid": sleutels_en_bereikbaarheid,
}
