"""What the beschikking must contain (Wth 2 lid 4): place, duration, facts, names, remedies."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from itertools import product

from checks.deciding import badly_read, no_order, opening, paper_of, unread
from checks.finding import Check, Outcome, passages
from checks.weighing import said_in
from checks.wording import days_nl, listed_nl, moment_nl
from verifier.dossier.model import Decision, Dossier, Stated, When
from verifier.reading.facts.mentions import mentions
from verifier.reading.facts.remedies import Remedy, remedy_of, remedy_units
from verifier.reading.paper import Over, Passage
from verifier.reading.time import Moment
from verifier.reading.time.arithmetic import BAN_DAYS, Length, is_exactly_ten_days

_REPAIR = "De burgemeester kan het besluit verbeteren zolang het huisverbod loopt."
_FACT_CONCEPTS: tuple[tuple[str, Over], ...] = (
    ("feiten_concreet", ""), ("geweld_uhg", ""), ("geweld_achterblijver", ""), ("objectieve_steun", ""), ("erkenning", "uhg"), ("kinderen_geraakt", "kind"),
)
_WHO: tuple[Over, ...] = ("uhg", "achterblijver")
_SURE = 0.9
"""Certainty from which one reading alone shows that the decision tells what happened."""
_LONGEST_PLAUSIBLE = 60
"""Days from begin to end beyond which two dates are not the begin and end of one ban."""
Rivals = tuple[tuple[str, tuple[Passage, ...]], ...]


def plaats(dossier: Dossier) -> Outcome:
    """Street, number and town of the home in the beschikking, not contradicted elsewhere (Wth 2 lid 4 onder a)."""
    order = dossier.order
    if order is None:
        return no_order()
    if order.address is None:
        if badly_read(dossier, order):
            return unread(dossier, order, "Het adres van de woning")
        return Outcome("niet_voldaan", "De beschikking noemt geen adres van de woning waarvoor het verbod geldt.",
                       passages([*_given(dossier, order, "besluit_plaats", "besluit_opleggen"), opening(dossier, order)]), remedy=_REPAIR)
    address = order.address.value
    if not order.address.passages:
        return Outcome("onduidelijk", f"De beschikking noemt {address}, maar niet blijkt dat dit de verboden woning is.",
                       passages([opening(dossier, order)]), reason="te vaag")
    rivals = _rival_addresses(dossier, order.address)
    against = [p for _, found in rivals for p in found]
    if rivals and not _beyond_doubt(dossier, order.address, rivals):
        return Outcome("onduidelijk",
                       f"De beschikking noemt {address}, maar in de stukken staat voor dezelfde woning ook {_values(rivals)}.",
                       passages([*order.address.passages[:1], *against]), passages(against), _REPAIR, "tegenstrijdig")
    besides = f" Dat elders {_values(rivals)} staat, geeft geen twijfel: de overige stukken bevestigen het adres." if rivals else ""
    return Outcome("voldaan", f"De beschikking omschrijft de woning als {address}.{besides}",
                   passages([*_given(dossier, order, "besluit_plaats"), *order.address.passages]), passages(against))


def _given(dossier: Dossier, order: Decision, *functions: str) -> tuple[Passage, ...]:
    """Where the decision does one of these things (gives the home, imposes the ban), in the order in which they are asked."""
    paper = paper_of(dossier, order)
    return passages(paper.passage(u.start, u.end) for function in functions for u in paper.units_that(function))


def _rival_addresses(dossier: Dossier, address: Stated[str]) -> Rivals:
    """Other addresses given for the home, in the beschikking or in the dossier as a whole."""
    joined = dossier.address
    groups = [*address.also]
    if joined is not None and joined is not address:
        groups += [(joined.value, joined.passages), *joined.also]
    return tuple((value, found) for value, found in groups if value != address.value and not set(found) & set(address.passages))


def _beyond_doubt(dossier: Dossier, address: Stated[str], rivals: Rivals) -> bool:
    """Whether only other papers deviate, and more papers beside the beschikking confirm its address than deviate."""
    own = {p.file for p in address.passages}
    deviating = {p.file for _, found in rivals for p in found}
    joined = dossier.address
    values = [(joined.value, joined.passages), *joined.also] if joined is not None else []
    confirming = {p.file for value, found in values if value == address.value for p in found} - own
    return not deviating & own and len(confirming) > len(deviating)


def _values(rivals: Rivals) -> str:
    return listed_nl(dict.fromkeys(value for value, _ in rivals))


def duur(dossier: Dossier) -> Outcome:
    """Begin and end exactly ten days apart by the clock (Wth 2 lid 1 and lid 4 onder a, Wth 13)."""
    order = dossier.order
    if order is None:
        return no_order()
    shown = passages([*_of(order.begin), *_of(order.end), *_of(order.days)])
    if order.end is None and order.days is None:
        if badly_read(dossier, order):
            return unread(dossier, order, "Het einde of de duur van het huisverbod")
        return Outcome("niet_voldaan", "De beschikking vermeldt niet hoe lang het huisverbod duurt.",
                       shown or passages([opening(dossier, order)]), remedy=_REPAIR)
    stated = _stated_duration(order)
    if order.begin and order.end and not _plausible(order.begin, order.end):
        return Outcome("onduidelijk", f"Het huisverbod zou lopen {stated}; dat einde past niet bij het begin.", shown, remedy=_REPAIR,
                       reason="tegenstrijdig")
    lengths = _lengths(order)
    if lengths == {Length.EXACT} and shown:
        return Outcome("voldaan", f"Het huisverbod loopt {stated}; dat is precies tien dagen.", shown)
    if lengths <= {Length.SHORTER, Length.LONGER}:
        how = "korter" if lengths == {Length.SHORTER} else "langer" if lengths == {Length.LONGER} else "korter of langer"
        return Outcome("niet_voldaan", f"Het huisverbod loopt {stated}; dat is {how} dan tien dagen.", shown, remedy=_REPAIR)
    if lengths == {Length.UNDETERMINED}:
        return Outcome("onduidelijk", f"Het huisverbod loopt {stated}; een begin- of eindtijdstip ontbreekt, zodat het einde niet vaststaat.",
                       shown, remedy=_REPAIR, reason="te vaag")
    return Outcome("onduidelijk", f"De beschikking geeft het huisverbod als: {stated}; dat laat meer dan een duur toe.", shown,
                   remedy=_REPAIR, reason="tegenstrijdig")


def _lengths(order: Decision) -> set[Length]:
    """How every plausible reading of the stated period compares with ten days."""
    days = _stated_days(order)
    if order.begin is None or order.end is None:
        # Without a beginning a stated length other than ten days is wrong whenever it begins.
        if order.begin is None and order.end is None and days != BAN_DAYS:
            return {Length.SHORTER if days is not None and days < BAN_DAYS else Length.LONGER}
        begin = _moment(order.begin.value) if order.begin else None
        return {is_exactly_ten_days(begin, _moment(order.end.value) if order.end else None, order.inclusive, days)}
    pairs = _same_sentence(order.begin, order.end) or _plausible(order.begin, order.end)
    return {is_exactly_ten_days(_moment(begin), _moment(end), order.inclusive, days) for begin, end in pairs}


def _same_sentence(begin: Stated[When], end: Stated[When]) -> set[tuple[When, When]]:
    """Begin and end that one sentence gives, as far as they make a period."""
    told = {(b, e) for (b, at), (e, to) in product(_each(begin), _each(end)) if set(at) & set(to)}
    return told & _plausible(begin, end)


def _plausible(begin: Stated[When], end: Stated[When]) -> set[tuple[When, When]]:
    """The stated period, and others that another notation in the beschikking makes of it."""
    return {(b, e) for (b, _), (e, _) in product(_each(begin), _each(end)) if 0 < _days_between(b, e) <= _LONGEST_PLAUSIBLE}


def _each(stated: Stated[When]) -> tuple[tuple[When, tuple[Passage, ...]], ...]:
    return ((stated.value, stated.passages), *stated.also)


def _days_between(begin: When, end: When) -> int:
    first, last = _moment(begin).day, _moment(end).day
    return (last - first).days if first and last else 0


def _stated_days(order: Decision) -> int | None:
    """The stated length; ten where the decision also names ten, since another length then belongs to something else."""
    if order.days is None:
        return None
    values = (order.days.value, *(value for value, _ in order.days.also))
    return BAN_DAYS if BAN_DAYS in values else order.days.value


def _moment(when: When) -> Moment:
    if isinstance(when, datetime):
        return Moment(0, 0, day=when.date(), clock=when.time())
    return Moment(0, 0, day=when)


def _stated_duration(order: Decision) -> str:
    days = _stated_days(order)
    parts = [
        f"vanaf {moment_nl(order.begin.value)}" if order.begin else "zonder genoemd begin",
        f"{'tot en met' if order.inclusive else 'tot'} {moment_nl(order.end.value)}" if order.end else "",
        f"({days_nl(days)})" if days else "",
    ]
    return " ".join(part for part in parts if part)


def _of(stated: Stated[When] | Stated[int] | None) -> tuple[Passage, ...]:
    return stated.passages[:1] if stated else ()


def feiten(dossier: Dossier) -> Outcome:
    """Concrete facts in the beschikking itself, or in a RiHG or proces-verbaal that comes with it (Wth 2 lid 4 onder b)."""
    order = dossier.order
    if order is None:
        return no_order()
    own = _facts_in(dossier, order)
    refers = said_in(dossier.said("verwijzing_bijlage", "", "ja", ("beschikking_huisverbod",)))
    if own:
        return Outcome("voldaan", "De beschikking beschrijft zelf concrete feiten die tot het huisverbod hebben geleid.", passages([*refers[:2], *own]))
    if refers:
        return Outcome("voldaan", "De beschikking verwijst voor de feiten uitdrukkelijk naar een stuk dat bij haar is gevoegd.", passages(refers))
    if badly_read(dossier, order):
        return unread(dossier, order, "Een beschrijving van de feiten")
    paper = paper_of(dossier, order)
    shown = passages([*(paper.passage(u.start, u.end) for u in paper.units_that("besluit_feiten")), opening(dossier, order)])
    named = passages(m.passage for m in mentions([paper], "geweld", [order.kind]) if m.stated)
    if named:
        return Outcome("onduidelijk", "De beschikking noemt wel geweld of letsel, maar niet wat er concreet is gebeurd.", passages([*named, *shown]),
                       reason="te vaag")
    return Outcome("niet_voldaan", "De beschikking beschrijft zelf geen concrete feiten en omstandigheden, en verwijst niet naar een bijgevoegd"
                   " stuk waarin ze staan.", shown)


def _facts_in(dossier: Dossier, order: Decision) -> tuple[Passage, ...]:
    """Passages of the decision that tell what happened, the first and then the acts; one uncertain reading alone is not enough."""
    said = [s for concept, over in _FACT_CONCEPTS for s in dossier.said(concept, over, "ja", (order.kind,)) if s.paper == order.paper]
    living = {s.unit.start for concept in ("bewoning", "belang_uhg") for over in _WHO for s in dossier.said(concept, over, None, (order.kind,))}
    said = [s for s in said if s.concept != "feiten_concreet" or s.unit.start not in living]
    if len(said) == 1 and said[0].certainty < _SURE:
        return ()
    told = sorted(said, key=lambda s: s.unit.start)
    acts = [s for s in told if s.concept in ("geweld_uhg", "overtreding")]
    return passages(said_in([*told[:1], *acts, *told]))


def contactverbod_namen(dossier: Dossier) -> Outcome:
    """Every person of the contact ban by name (Wth 2 lid 4 onder c)."""
    order = dossier.order
    if order is None:
        return no_order()
    named = listed_nl(n.value for n in order.names)
    labels = listed_nl(dict.fromkeys(f"“{label.value}”" for label in order.labels))
    shown = passages(p for n in (*order.names, *order.labels) for p in n.passages)
    if not order.names:
        return _without_names(dossier, order, labels)
    if order.labels:
        return Outcome("onduidelijk", f"Het contactverbod noemt {named} bij naam, maar duidt anderen alleen aan als {labels}.",
                       passages([*order.labels[0].passages, *shown]), remedy=_REPAIR, reason="deels")
    doubtful = [(n.value, value, found) for n in order.names for value, found in n.also]
    if doubtful:
        name, other, found = doubtful[0]
        return Outcome("onduidelijk", f"Het contactverbod noemt {name}; andere stukken noemen {other}, zodat niet vaststaat wie is bedoeld.",
                       shown, passages(found), _REPAIR, "tegenstrijdig")
    if not shown:
        return Outcome("onduidelijk", f"Het contactverbod zou {named} noemen, maar de plaats in de beschikking is niet aan te wijzen.",
                       reason="slecht leesbaar")
    return Outcome("voldaan", f"Het contactverbod noemt bij naam: {named}.", shown)


def _without_names(dossier: Dossier, order: Decision, labels: str) -> Outcome:
    """A contact ban in which no name was found."""
    shown = passages([*(p for label in order.labels for p in label.passages), order.contact_ban])
    elsewhere = [
        p for person in (*dossier.persons_as("achterblijver"), *dossier.persons_as("kind")) for p in person.passages
        if p.file == paper_of(dossier, order).file
    ]
    if order.labels and elsewhere:
        return Outcome("onduidelijk",
                       f"Het contactverbod duidt de personen alleen aan als {labels}; elders in de beschikking staan namen. Ga na of buiten"
                       " twijfel is dat het om dezelfde personen gaat.", passages([*shown, *elsewhere]), remedy=_REPAIR, reason="te vaag")
    if badly_read(dossier, order):
        return unread(dossier, order, "De naam van de personen in het contactverbod")
    how = f"duidt de personen alleen aan als {labels}" if labels else "noemt geen personen bij naam"
    return Outcome("niet_voldaan", f"Het contactverbod {how}.", shown or passages([opening(dossier, order)]), remedy=_REPAIR)


def rechtsmiddelen(dossier: Dossier) -> Outcome:
    """Beroep at the court, without bezwaar, within six weeks (Awb 3:45, 6:7, 7:1)."""
    order = dossier.order
    if order is None:
        return no_order()
    clause, shown = _remedy_clause(dossier, order)
    repair = "De rechter kan dit gebrek passeren als de uithuisgeplaatste tijdig beroep kon instellen (artikel 6:22 Awb)."
    if not shown:
        if badly_read(dossier, order):
            return unread(dossier, order, "De rechtsmiddelenclausule")
        return Outcome("niet_voldaan", "De beschikking vermeldt geen rechtsmiddel.", passages([opening(dossier, order)]), remedy=repair)
    sound = clause.appeal and clause.court and clause.six_weeks
    if clause.objection and sound:
        return Outcome("onduidelijk", "De beschikking noemt naast beroep bij de rechtbank ook bezwaar, dat bij een huisverbod niet openstaat.",
                       shown, shown, repair, "tegenstrijdig")
    if clause.objection:
        return Outcome("niet_voldaan", "De beschikking wijst op bezwaar; tegen een huisverbod staat alleen beroep bij de rechtbank open.",
                       shown, remedy=repair)
    if clause.other_term:
        return Outcome("niet_voldaan", "De beschikking noemt een andere termijn dan de zes weken van artikel 6:7 Awb.", shown, remedy=repair)
    if sound:
        return Outcome("voldaan", "De beschikking vermeldt beroep bij de rechtbank binnen zes weken.", shown)
    if not clause.appeal:
        return Outcome("niet_voldaan", "De beschikking vermeldt niet dat beroep bij de rechtbank openstaat.", shown, remedy=repair)
    lacking = listed_nl([*([] if clause.court else ["de rechtbank"]), *([] if clause.six_weeks else ["de termijn van zes weken"])])
    return Outcome("onduidelijk", f"De beschikking vermeldt beroep, maar niet {lacking}.", shown, remedy=repair, reason="deels")


def _remedy_clause(dossier: Dossier, order: Decision) -> tuple[Remedy, tuple[Passage, ...]]:
    """What the remedy clause of the decision says, and where: the words on beroep or bezwaar and on the term first."""
    paper = paper_of(dossier, order)
    units = remedy_units(paper)
    read = [(remedy_of([u.text]), p) for u in units if (p := paper.passage(u.start, u.end))] or [(remedy_of([p.quote]), p) for p in order.remedy]
    texts = [u.text for u in units] or [p.quote for p in order.remedy]
    ranked = sorted(read, key=lambda pair: -sum((pair[0].appeal or pair[0].objection, pair[0].court, pair[0].six_weeks or pair[0].other_term)))
    return remedy_of(texts), passages(p for _, p in ranked)


CHECKS: Mapping[str, Check] = {
    "inhoud.plaats": plaats,
    "inhoud.duur": duur,
    "inhoud.feiten": feiten,
    "inhoud.contactverbod_namen": contactverbod_namen,
    "inhoud.rechtsmiddelen": rechtsmiddelen,
}
