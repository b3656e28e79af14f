"""Whether the mayor was told at once of a huisverbod that a hulpofficier imposed for him (Wth 3 lid 2)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from checks.deciding import MAYORS, decided_on, decision_words, no_order, not_by_hovj, told_moment
from checks.finding import Outcome, passages
from checks.ordering import recorded_at
from checks.weighing import Weighed, said_in, weigh
from checks.wording import day_of, is_before, moment_nl, papers_nl
from checks.zelf_besloten import decided_himself, signing_only, talked_over
from verifier.dossier.model import Dossier
from verifier.reading.facts.mentions import Mention, mentions, names
from verifier.reading.paper import Kind, Passage, Statement
from verifier.reading.time import Moment, find_moments

_TELLING: tuple[Kind, ...] = ("beschikking_huisverbod", "pv_bevindingen", "pv_horen", "pv_overig", "brief")
_ON_THE_DAY: tuple[Kind, ...] = ("beschikking_huisverbod", "akte_van_uitreiking", "rihg", "pv_horen")
"""Papers made up when the ban is imposed, in which a clock time without a day is of that day or the night after it."""
_SURE = 0.95
"""Certainty from which a message to the mayor is one without a moment and without the usual words for it."""
_WEEK = 7
_REPAIR = "De gemeente kan op de zitting laten weten of en wanneer de burgemeester is ingelicht."


def melding_burgemeester(dossier: Dossier) -> Outcome:
    """The mayor was told of the ban on the same or the next day (Wth 3 lid 2)."""
    order = dossier.order
    if order is None:
        return no_order()
    if (outside := not_by_hovj(dossier, order)) is not None:
        return outside
    if signing_only(dossier, order) and decided_himself(dossier, order).verdict == "voldaan":
        return Outcome("nvt", "De burgemeester besliste zelf; een melding aan hem is dan niet aan de orde.")
    when = decided_on(dossier, order)
    said = weigh(dossier, "burgemeester_ingelicht")
    yes = tuple(s for s in said.yes if _names_mayor(s))
    told = Weighed(yes, tuple(s for s in said.no if _names_mayor(s) and not (yes and _overtaken(s, yes))))
    day = day_of(when) if when else None
    acted = _mayor_acted(dossier, day)
    if acted:
        return Outcome("voldaan", "De burgemeester nam zelf op de dag van het besluit of de dag erna een besluit over dit huisverbod.", acted)
    if told.silent:
        return _nothing_told(dossier, day)
    return _told(dossier, told, day)


def _mayor_acted(dossier: Dossier, day: date | None) -> tuple[Passage, ...]:
    """An act of the mayor himself on this ban on the day of the decision or the next."""
    later = [*dossier.extensions, *([dossier.withdrawal] if dossier.withdrawal else [])]
    told = [(d, told_moment(dossier, d) or (d.decided.value if d is dossier.withdrawal and d.decided else None)) for d in later if d.decider in MAYORS]
    return passages(
        p for d, when in told if when and day and 0 <= (day_of(when) - day).days <= 1 for p in (*decision_words(dossier, d), d.decider_passage)
    )


def _told(dossier: Dossier, told: Weighed, day: date | None) -> Outcome:
    """The verdict where papers say that the mayor was told, or that he was not."""
    timely = [s for s in told.yes if _lag(s, day) in (0, 1)]
    undated = [s for s in told.yes if _lag(s, day) is None and (s.moments or _clearly_told(s))]
    late = [s for s in (*told.yes, *told.no) if (_lag(s, day) or 0) > 1]
    if timely or (undated and not told.no and not late):
        first = (timely or undated)[0]
        return Outcome("voldaan", f"Volgens {papers_nl([first.kind])} is de burgemeester van het huisverbod op de hoogte gesteld"
                       f"{'' if timely else ' (zonder genoemde dag)'}.", passages(said_in([*timely, *undated])), passages(said_in(told.no)))
    if late and not undated:
        return Outcome("niet_voldaan", f"Volgens {papers_nl([late[0].kind])} is de burgemeester pas ingelicht na de dag die op het besluit"
                       f" van {moment_nl(day) if day else 'onbekende datum'} volgde.", passages(said_in(late)))
    if told.no and not told.yes and not _only_same_day(dossier, told.no, day):
        return Outcome("niet_voldaan", f"Volgens {papers_nl([told.no[0].kind])} is de burgemeester niet op de hoogte gesteld.",
                       passages(said_in(told.no)))
    if told.no and not told.yes:
        words = "Op de dag van het besluit was nog niet gemeld, en geen later stuk zegt of het alsnog is gebeurd."
    elif told.no:
        words = "De stukken spreken elkaar tegen over de vraag of de burgemeester is ingelicht."
    else:
        words = "Wat over contact met de burgemeester is vastgelegd, is van voor het besluit of zonder datum."
    return Outcome("onduidelijk", words, passages(said_in([*told.yes[:2], *told.no])), passages(said_in(told.no)), _REPAIR,
                   "tegenstrijdig" if told.yes and told.no else "te vaag")


def _clearly_told(statement: Statement) -> bool:
    """Whether a message without any moment is sure to be one, and more than a copy that was to go to the mayor."""
    text = statement.unit.text
    return names("afschrift", text) is None and (statement.certainty >= _SURE or names("melding_burgemeester", text) is True)


def _nothing_told(dossier: Dossier, day: date | None) -> Outcome:
    """No paper tells whether the mayor was told: perhaps it tells of talk before, or of a message to the municipality."""
    named = list(mentions(dossier.papers, "melding_burgemeester", _TELLING))
    message = [m for m in named if m.stated]
    if message:
        return Outcome("voldaan", f"Volgens {papers_nl(m.kind for m in message[:1])} is het huisverbod aan de burgemeester gemeld.",
                       passages(m.passage for m in message))
    if late := _announced_late(named, day):
        return Outcome("niet_voldaan", f"Volgens {papers_nl(m.kind for m in late[:1])} zou de burgemeester pas na de dag na het besluit van"
                       " het huisverbod horen.", passages(m.passage for m in late), remedy=_REPAIR)
    if named:
        return Outcome("onduidelijk", "Een stuk spreekt van een melding aan de burgemeester, maar niet als iets dat is gebeurd.",
                       passages(m.passage for m in named), remedy=_REPAIR, reason="te vaag")
    if talk := talked_over(dossier):
        return Outcome("onduidelijk", "Er is overleg met de burgemeester vastgelegd, maar niet dat hij van het opgelegde huisverbod hoorde.",
                       talk, remedy=_REPAIR, reason="te vaag")
    office = passages(m.passage for m in mentions(dossier.papers, "melding_gemeente", (*_TELLING, "akte_van_uitreiking")) if not m.denied)
    if office:
        return Outcome("onduidelijk", "Er is een bericht aan de gemeente vastgelegd, maar niet dat dit de burgemeester bereikte.",
                       office, remedy=_REPAIR, reason="te vaag")
    return Outcome("niet_te_beoordelen", "Geen stuk zegt of de burgemeester van het opgelegde huisverbod op de hoogte is gesteld.",
                   remedy=_REPAIR)


def _announced_late(named: Sequence[Mention], day: date | None) -> list[Mention]:
    """Mentions of a message that is still to come, on a day that is later than the day after the decision."""
    if day is None:
        return []
    coming = [(m, [_ahead(t, day) for t in find_moments(m.unit.text, day) if t.day or t.weekday is not None]) for m in named]
    return [m for m, days in coming if days and min(days) > 1]


def _ahead(moment: Moment, day: date) -> int:
    """Days from a day to a moment that is still to come; a weekday by itself is the next one."""
    if moment.weekday is not None and (moment.day is None or moment.relative):
        return (moment.weekday - day.weekday()) % _WEEK
    return (moment.day - day).days if moment.day else 0


def _names_mayor(statement: Statement) -> bool:
    """Whether the words, or the heading or label over them, name the mayor: without him it may be anybody who was told."""
    unit = statement.unit
    return names("burgemeester", f"{unit.heading} {unit.label} {unit.text}") is not None


def _lag(statement: Statement, day: date | None) -> int | None:
    """Days from the decision to the moment told, the nearest not before it where several are named; None where no day is known."""
    form = statement.kind in _ON_THE_DAY
    days = [lag for m in statement.moments if day is not None and (lag := _days_on(m, day, form)) is not None]
    return min((lag for lag in days if lag >= 0), default=max(days, default=None))


def _days_on(moment: Moment, day: date, form: bool) -> int | None:
    """Days from the decision to a moment; a day only borrowed from the account says nothing when it is before it or stands in a form."""
    lag = None if moment.day is None else (moment.day - day).days
    return None if lag is not None and moment.day_borrowed and (lag < 0 or (form and lag > 1)) else lag


def _only_same_day(dossier: Dossier, denials: tuple[Statement, ...], day: date | None) -> bool:
    """Whether every denial says 'not yet' in a paper of the day of the decision, which leaves a later message open."""
    return all(
        (s.kind in _ON_THE_DAY or (day is not None and dossier.papers[s.paper].dated == day)) and names("nog_niet", s.unit.text) is not None
        for s in denials
    )


def _overtaken(denial: Statement, told: Sequence[Statement]) -> bool:
    """Whether a denial says 'not yet', or is of an earlier moment than a message, so that the message came after it."""
    before = recorded_at(denial)
    later = any(is_before(b, t) for b in before for s in told for t in recorded_at(s))
    return names("nog_niet", denial.unit.text) is not None or later
