"""What an extension holds, who took it, until when, how often and how it was made known (Wth 9). Of several the weakest outcome counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta

from checks.deciding import MAYORS, ROLES, decided_on, deciding_words, decision_words
from checks.finding import Check, Outcome, passages
from checks.verlenging_gronden import advies, gevaar_duurt_voort, horen
from checks.weighing import said_in, stated_in
from checks.wording import day_of, is_before, moment_nl
from verifier.dossier.model import Decision, Dossier, Stated, When
from verifier.reading.facts.mentions import mentions, names
from verifier.reading.paper import Kind, Over, Paper, Passage, Statement
from verifier.reading.time import Moment, find_moments
from verifier.reading.time.arithmetic import LONGEST_DAYS, Within, within_28_days

_RANK = ("niet_voldaan", "onduidelijk", "niet_te_beoordelen", "voldaan", "nvt")
_KIND: Kind = "beschikking_verlenging"
_LETTERS: tuple[Kind, ...] = ("brief", "overig")
_FACTS: tuple[tuple[str, Over], ...] = (
    ("feiten_concreet", ""), ("overtreding", "uhg"), ("hulp_geweigerd", "uhg"), ("geweld_uhg", ""), ("dreiging_duurt_voort", ""), ("hulp_begonnen", "uhg"),
)
_PLAUSIBLE = 60
"""Days from begin to end beyond which two dates are not the begin and end of one ban."""
_BAN_AT_MOST = 18
"""Days that an extension itself can last at most: four weeks less the ten days of the ban."""
One = Callable[[Dossier, Decision], Outcome]


def _each(one: One) -> Check:
    """A check over every extension: the weakest outcome, or *nvt* without one."""

    def check(dossier: Dossier) -> Outcome:
        if not dossier.extensions:
            return Outcome("nvt", "Het huisverbod is niet verlengd.")
        return min((one(dossier, e) for e in dossier.extensions), key=lambda o: _RANK.index(o.verdict))

    return check


def inhoud(dossier: Dossier, extension: Decision) -> Outcome:
    """Home, new end, facts and names stand in it; for home and names a reference to the ban of a named date is enough (Wth 9, 2 lid 4)."""
    paper = dossier.papers[extension.paper]
    refers = _reference(dossier, extension)
    facts = [s for concept, over in _FACTS for s in dossier.said(concept, over, None, [_KIND]) if s.paper == extension.paper]
    told = passages([*said_in(facts), *(paper.passage(u.start, u.end) for u in paper.units_that("besluit_feiten"))])
    home = passages([*stated_in(extension.address), *(paper.passage(u.start, u.end) for u in paper.units_that("besluit_plaats"))])
    end = passages([*stated_in(extension.end), *stated_in(extension.days)])
    banned = passages([*(p for n in extension.names for p in n.passages), extension.contact_ban])
    missing = [word for word, there in (
        ("de woning", home or refers), ("het nieuwe einde", extension.end or extension.days), ("de feiten", told),
        ("de namen van het contactverbod", extension.names or extension.labels or refers),
    ) if not there]
    shown = passages([*refers[:1], *home[:1], *end[:1], *banned[:1], *told])
    if missing:
        return Outcome("niet_voldaan", f"De verlenging noemt niet: {', '.join(missing)}.", shown or opening_of(dossier, extension),
                       remedy="Neem een verbeterd besluit zolang het huisverbod loopt.")
    if not refers and (extension.labels or not extension.address):
        what = "de personen van het contactverbod" if extension.labels else "de woning"
        return Outcome("onduidelijk", f"De verlenging duidt {what} alleen aan, zonder naar het eerdere besluit te verwijzen.",
                       passages([*(p for n in extension.labels for p in n.passages), *shown]), reason="deels")
    return Outcome("voldaan", "De verlenging noemt de woning, het nieuwe einde, de feiten en de namen, of verwijst daarvoor naar het huisverbod.", shown)


def _reference(dossier: Dossier, extension: Decision) -> tuple[Passage, ...]:
    """Where an extension refers to the ban of a named date: that of the order, or any where the order is not in the dossier."""
    paper, order = dossier.papers[extension.paper], dossier.order
    days = {day_of(w) for w in _moments_of(dossier, order)} if order else None
    return passages(
        paper.passage(u.start, u.end) for u in paper.units
        if u.function not in ("preprinted", "party", "remedy") and names("huisverbod", u.text)
        and any(m.day and (days is None or m.day in days) for m in find_moments(u.text, paper.dated))
    )


def _moments_of(dossier: Dossier, order: Decision) -> list[When]:
    stated = [s.value for s in (order.decided, order.begin, order.served) if s is not None]
    dated = dossier.papers[order.paper].dated
    return [*stated, *([dated] if dated else [])]


def door_burgemeester(dossier: Dossier, extension: Decision) -> Outcome:
    """The mayor or his deputy decided and signed himself: extending cannot be mandated (Wth 9 lid 1, Wth 3 lid 1)."""
    signature = extension.signature
    shown = passages([*deciding_words(dossier, extension), signature.block, extension.decider_passage]) or opening_of(dossier, extension)
    behalf = signature.on_behalf if signature.role not in MAYORS else None
    if signature.role in MAYORS and signature.signed and signature.block is not None:
        return Outcome("voldaan", f"De verlenging is genomen en getekend door {ROLES[signature.role]} ({signature.name or 'naam niet leesbaar'}).", shown)
    if signature.role in ("hovj", "anders") or (signature.signed and behalf is not None):
        who = signature.name or "een onbekende"
        return Outcome("niet_voldaan", f"De verlenging is niet door de burgemeester zelf getekend, maar door {who} ({ROLES[signature.role]}).",
                       passages([behalf, *shown]), remedy="Alleen de burgemeester kan verlengen; laat hem zelf beslissen zolang het huisverbod loopt.")
    return Outcome("onduidelijk", "Wie de verlenging tekende, of in welke hoedanigheid, blijkt niet.", shown, reason="te vaag")


def maximaal_28_dagen(dossier: Dossier, extension: Decision) -> Outcome:
    """The new end is at most four weeks after the beginning, or the imposing when that came first (Wth 9 lid 1, Wth 13)."""
    order = dossier.order
    begin = order.begin if order else extension.begin
    end = extension.end.value if extension.end else _computed_end(dossier, extension)
    shown = passages([*stated_in(extension.end), *stated_in(extension.days), *stated_in(begin)]) or opening_of(dossier, extension)
    imposed = decided_on(dossier, order) if order else None
    start = begin.value if begin else imposed
    found = within_28_days(_moment(start), _moment(end), _moment(imposed))
    if start is None or end is None or found is Within.UNDETERMINED or (order is None and not _from_beginning(start, end)):
        return Outcome("onduidelijk", "Het nieuwe einde of het begin van het huisverbod blijkt niet.", shown, reason="te vaag")
    said = f"van {moment_nl(start)} tot {moment_nl(end)}"
    if (day_of(end) - day_of(start)).days > _PLAUSIBLE:
        return Outcome("onduidelijk", f"Het einde past niet bij het begin van het huisverbod ({said}); lees de stukken zelf na.", shown,
                       reason="slecht leesbaar")
    if found is Within.BEYOND:
        return Outcome("niet_voldaan", f"Het huisverbod duurt met de verlenging langer dan 28 dagen ({said}).", shown,
                       remedy="Verbeter het einde naar ten hoogste 28 dagen na het begin.")
    if _contradicts(dossier, extension):
        return Outcome("onduidelijk", f"De genoemde duur van de verlenging past niet bij het genoemde einde ({moment_nl(end)}).",
                       passages([*stated_in(extension.days), *shown]), reason="tegenstrijdig")
    return Outcome("voldaan", f"Het totaal blijft binnen 28 dagen ({said}).", shown)


def _from_beginning(start: When, end: When) -> bool:
    """Without the order: whether a beginning must be that of the ban, since an extension by itself cannot last so long."""
    return (day_of(end) - day_of(start)).days > _BAN_AT_MOST


def _computed_end(dossier: Dossier, extension: Decision) -> When | None:
    """The new end by the stated length, counted from the end of the ban."""
    ended = dossier.order.end if dossier.order else None
    return ended.value + timedelta(days=extension.days.value) if ended and extension.days else None


def _contradicts(dossier: Dossier, extension: Decision) -> bool:
    """Whether the stated length fits the stated end from none of the moments it can be counted from."""
    order, end, days = dossier.order, extension.end, extension.days
    if order is None or end is None or days is None or order.end is None:
        return False
    starts = [s.value for s in (order.end, order.begin, extension.begin) if s is not None]
    fitting = {(day_of(end.value) - day_of(start)).days + extra for start in starts for extra in (0, 1)} | {LONGEST_DAYS}
    own = order.days.value if order.days else None
    told = {value for value in (days.value, *(v for v, _ in days.also)) if value != own}
    return bool(told) and not told & fitting


def _moment(when: When | None) -> Moment | None:
    if when is None:
        return None
    return Moment(0, 0, day=when.date(), clock=when.time()) if isinstance(when, datetime) else Moment(0, 0, day=when)


def eenmalig_en_tijdig(dossier: Dossier, extension: Decision) -> Outcome:
    """Extended once, and decided before the ban ended (Wth 9 lid 1)."""
    distinct = {(e.end.value if e.end else None, _day(decided_on(dossier, e))): e for e in dossier.extensions}
    if len(distinct) > 1:
        return Outcome("niet_voldaan", f"Er is {len(distinct)} keer verlengd.", passages(p for e in distinct.values() for p in _dated(dossier, e)[:1]))
    ended, on = dossier.order.end if dossier.order else None, decided_on(dossier, extension)
    shown = passages([*_dated(dossier, extension), *stated_in(ended)])
    if on is None or ended is None:
        return Outcome("onduidelijk", "Wanneer is besloten te verlengen, of wanneer het huisverbod afliep, blijkt niet.", shown, reason="te vaag")
    end = ended.value
    served = extension.served.value if extension.served else None
    exact = isinstance(on, datetime) and isinstance(end, datetime) and on != served
    if day_of(on) > day_of(end) or (exact and is_before(end, on)):
        return Outcome("niet_voldaan", f"Pas op {moment_nl(on)} verlengd; het huisverbod liep af op {moment_nl(end)}.", shown)
    known = exact or (isinstance(served, datetime) and is_before(end, served) is False)
    if day_of(on) == day_of(end) and not known:
        return Outcome("onduidelijk", "Op de dag van aflopen is verlengd; het tijdstip van het besluit blijkt niet.", shown, reason="te vaag")
    return Outcome("voldaan", f"Een keer verlengd, op {moment_nl(on)}, voor het einde op {moment_nl(end)}.", shown)


def _dated(dossier: Dossier, extension: Decision) -> tuple[Passage, ...]:
    return passages([*decision_words(dossier, extension), *stated_in(extension.decided)]) or opening_of(dossier, extension)


def _day(when: When | None) -> date | None:
    return day_of(when) if when else None


def bekendmaking(dossier: Dossier, extension: Decision) -> Outcome:
    """The extension was served or otherwise made known, with date and way (Awb 3:41)."""
    on = decided_on(dossier, extension)
    first = dossier.order.served if dossier.order else None
    own = extension.served if extension.served and extension.served.passages != (first.passages if first else ()) else None
    served = own if own and not _earlier(own, on) else None
    if served is not None and served.passages:
        return Outcome("voldaan", f"De verlenging is bekendgemaakt op {moment_nl(served.value)}.", served.passages)
    told = [s for s in dossier.said("uitgereikt", "uhg") if _of_extension(s, extension, on)]
    yes, no = [s for s in told if s.answer == "ja"], [s for s in told if s.answer == "tegendeel"]
    if any(s.moments for s in yes):
        return Outcome("voldaan", "De bekendmaking van de verlenging is met datum vastgelegd.", passages(said_in(s for s in yes if s.moments)))
    if no and not yes:
        return Outcome("niet_voldaan", "Een stuk zegt dat de verlenging niet is uitgereikt.", passages(said_in(no)))
    received = [m for m in mentions(_letters_since(dossier, on), "ontvangst_verlenging", _LETTERS) if m.stated]
    if received:
        return Outcome("voldaan", "De ontvangst van de verlenging is in een gedateerd bericht bevestigd.", passages(m.passage for m in received))
    undated = passages([*said_in(yes), extension.served_undated])
    if extension.service_block_empty and not yes:
        return Outcome("niet_voldaan", "Het vak voor de uitreiking van de verlenging is leeg.", passages([extension.service_block_empty]))
    if undated:
        return Outcome("onduidelijk", "De uitreiking van de verlenging is zonder datum vermeld.", undated, reason="te vaag")
    return Outcome("niet_te_beoordelen", "Geen stuk zegt iets over de bekendmaking van de verlenging.")


def _letters_since(dossier: Dossier, on: When | None) -> list[Paper]:
    """The dated letters and messages of the day of the extension or after it."""
    return [p for p in dossier.of_kind(*_LETTERS) if p.dated and on is not None and p.dated >= day_of(on)]


def _earlier(stated: Stated[When], on: When | None) -> bool:
    """Whether a service is of before the extension, so that it is that of the ban itself."""
    return on is not None and day_of(stated.value) < day_of(on)


def _of_extension(statement: Statement, extension: Decision, on: When | None) -> bool:
    """Whether a statement on service is about the extension: it stands in it, or tells of a day not before it."""
    days = [m.day for m in statement.moments if m.day]
    return statement.paper == extension.paper or (on is not None and bool(days) and min(days) >= day_of(on))


def opening_of(dossier: Dossier, decision: Decision) -> tuple[Passage, ...]:
    """The opening words of a decision, for an outcome that rests on its silence."""
    paper = dossier.papers[decision.paper]
    return passages([next((p for u in paper.units if u.function in ("narrative", "form") and (p := paper.passage(u.start, u.end))), None)])


CHECKS: Mapping[str, Check] = {
    "verlenging.inhoud": _each(inhoud),
    "verlenging.door_burgemeester": _each(door_burgemeester),
    "verlenging.maximaal_28_dagen": _each(maximaal_28_dagen),
    "verlenging.eenmalig_en_tijdig": _each(eenmalig_en_tijdig),
    "verlenging.gevaar_duurt_voort": _each(gevaar_duurt_voort),
    "verlenging.horen": _each(horen),
    "verlenging.advies": _each(advies),
    "verlenging.bekendmaking": _each(bekendmaking),
}
