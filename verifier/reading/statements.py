"""The papers read: what each unit does in its paper, and the statements made in them with the moments they name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from verifier.reading.cast import cast_of, in_parts
from verifier.reading.concepts.place import Place, places
from verifier.reading.concepts.reader import FUNCTION, Reading, read_texts
from verifier.reading.paper import Kind, Paper, Statement, Unit
from verifier.reading.papers.units import left_open
from verifier.reading.time import Moment, find_moments, is_moment

_SILENT = ("heading", "preprinted", "party", "letterhead", "remedy")
_SHORT = 6
"""Characters under which a unit by itself says nothing."""
_ENOUGH = 0.75
"""Certainty from which a unit of a whole paper states something: most units are about something else, so more is asked than of a
single sentence."""
_GUARDED = 0.80
"""Certainty asked where the context takes force away: less than of a sentence by itself, since here its place is known too."""
_DEEDS: Mapping[str, Kind] = {
    "besluit_opleggen": "beschikking_huisverbod", "besluit_verlengen": "beschikking_verlenging", "besluit_intrekken": "beschikking_intrekking",
}
_SHOWS_DECISION, _ENOUGH_SHOWN = {"besluit_plaats", "besluit_einde", "besluit_contact", "besluit_rechtsmiddel"}, 3
"""What a decision does besides, and how many units do it in a letter that is one."""
_EXTENDS = 0.75
"""Certainty from which a unit extends a ban even beside one that imposes it."""
_ONE_ACCOUNT = timedelta(days=30)
"""Distance from the date of a paper within which a day belongs to what it gives an account of; birth dates and history lie further."""
_NO_ACCOUNT = frozenset({"opgemaakt", "ondertekening"})
"""What units do that tell when the paper was made, not when something happened."""
_OPENS_WITH = 25
"""Characters within which a sentence names the day on which the account goes on; a day later in a sentence is mostly one of the past."""
_OPENS_AT = 60
"""Characters within which a sentence names the clock time at which the account goes on."""
_EVENING, _SMALL_HOURS = 18, 6
"""Hours from and until which a clock time without a day belongs to one night."""


def read_papers(papers: Sequence[Paper]) -> tuple[tuple[Paper, ...], tuple[Statement, ...]]:
    """The papers with what their units do, and all statements in those that can carry an outcome (drafts cannot).

    The papers are read twice: first for what they do and who is who, then, where that matters, with the parts of the persons for names.
    """
    placed = [
        _Placed(i, unit, place)
        for i, paper in enumerate(papers)
        for unit, place in places(paper.units) if unit.function not in ("preprinted", "party") and len(unit.text) >= _SHORT
    ]
    found = _readings(placed, papers)
    marked = tuple(_marked(paper, {u.start: found.get((i, u.start), ()) for u in paper.units}) for i, paper in enumerate(papers))
    parts = in_parts(cast_of(marked))
    cast = [(p, p.with_words(parts)) for p in placed]
    again = _readings([new for old, new in cast if new != old or marked[old.paper].kind != papers[old.paper].kind], marked)
    for key, readings in again.items():
        found[key] = [*(r for r in found[key] if r.concept == FUNCTION), *(r for r in readings if r.concept != FUNCTION)]
    said = (
        s for i, paper in enumerate(marked) if not paper.draft
        for told in _told_at(paper) for s in _statements(paper, i, told, found.get((i, told.unit.start), ()))
    )
    return marked, tuple(said)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A unit of a paper with its place there."""

    paper: int
    unit: Unit
    place: Place

    def with_words(self, changed: Callable[[str], str]) -> _Placed:
        """The same with other words."""
        place = replace(self.place, earlier=tuple(map(changed, self.place.earlier)))
        return replace(self, unit=replace(self.unit, text=changed(self.unit.text)), place=place)


def _readings(placed: Sequence[_Placed], papers: Sequence[Paper]) -> dict[tuple[int, int], Sequence[Reading]]:
    """What is read in each unit, by its paper and where it begins."""
    read = read_texts([(papers[p.paper].kind, p.place, p.unit.text) for p in placed], _GUARDED)
    return {(p.paper, p.unit.start): readings for p, readings in zip(placed, read, strict=True)}


def _marked(paper: Paper, found: Mapping[int, Sequence[Reading]]) -> Paper:
    """The paper with what its units do, and with the kind of the decision it takes.

    A letter that says it prolongs a ban imposes none, whatever its head looks like.
    """
    marked = replace(paper, units=tuple(replace(u, does=_functions(found[u.start])) for u in paper.units))
    deeds = [r for readings in found.values() for r in readings if r.concept == FUNCTION and r.over in _DEEDS]
    if not deeds or not paper.kind.startswith(("beschikking", "brief", "overig")):
        return marked
    shown = sum(bool(u.does & _SHOWS_DECISION) for u in marked.units)
    decides = paper.kind.startswith("beschikking") or shown >= _ENOUGH_SHOWN
    # an extension recounts what was imposed, an imposing decision extends nothing
    extends = [r for r in deeds if r.over == "besluit_verlengen" and r.certainty >= _EXTENDS]
    return replace(marked, kind=_DEEDS[max(extends or deeds, key=lambda r: r.certainty).over]) if decides else marked


@dataclass(frozen=True, slots=True)
class _Told:
    """A unit with the moments it names and the one that the account has come to."""

    unit: Unit
    moments: tuple[Moment, ...]
    account: datetime | None


def _told_at(paper: Paper) -> Iterator[_Told]:
    """Each unit with its moments; a clock time without a day stands on the day the account before it has come to."""
    day, named, account = paper.dated, None, None
    for unit in paper.units:
        found = _following(unit.text, find_moments(unit.text, paper.dated) or _of_entry(unit, paper.dated), day)
        opens = [m for m in found if m.start < _OPENS_AT and unit.function not in _SILENT]
        days = [m for m in found if m.day and m.start < _OPENS_WITH and (not paper.dated or abs(paper.dated - m.day) <= _ONE_ACCOUNT)]
        moments = tuple(replace(m, day=day, day_borrowed=True) if m.clock and not m.day and not m.month_day and day else m for m in found)
        # what is told "today" is no ground to place it: a paper is often made later than what it tells
        named = next((m.day for m in reversed(days) if not m.relative and not unit.does & _NO_ACCOUNT), named)
        account = next((n for m in opens if (n := _goes_on(m, named, account)) is not None), account)
        yield _Told(unit, moments, account)
        day = days[-1].day if days else day


def _goes_on(moment: Moment, named: date | None, account: datetime | None) -> datetime | None:
    """The local moment to which a unit takes the account, on the day that the account names or has come to; None where it goes back.

    From the evening to the small hours it goes over midnight.
    """
    if moment.clock is None or named is None or (moment.day is not None and moment.day != named):
        return None
    reached = replace(moment, day=max(named, account.date()) if account else named).at
    if reached is None:
        return None
    at = reached.replace(tzinfo=None)
    if account is not None and moment.day is None and at.hour < _SMALL_HOURS and account.hour >= _EVENING:
        return at + timedelta(days=1)
    return at if account is None or account <= at else None


def _of_entry(unit: Unit, dated: date | None) -> tuple[Moment, ...]:
    """The moment in the first column of a log, for a sentence of the entry that names none itself."""
    return find_moments(unit.label, dated) if is_moment(unit.label) else ()


def _functions(readings: Sequence[Reading]) -> frozenset[str]:
    return frozenset(r.over for r in readings if r.concept == FUNCTION)


def _following(text: str, found: Sequence[Moment], day: date | None) -> tuple[Moment, ...]:
    """The moments of a unit; "de volgende ochtend" follows the day of the account, not the date of the paper."""
    following = {m.start for m in found if m.relative and "volgende" in text[m.start : m.end].lower()}
    told = {m.start: m for m in find_moments(text, day)} if day is not None and following else {}
    return tuple(told.get(m.start, m) if m.start in following else m for m in found)


def _statements(paper: Paper, index: int, told: _Told, readings: Sequence[Reading]) -> Iterator[Statement]:
    unit = told.unit
    sure = [r for r in readings if r.concept != FUNCTION and r.certainty >= _ENOUGH]
    # a box that is not ticked tells nothing (general rules of the catalogue), nor does a blank that is not filled in
    silent = unit.function in _SILENT or left_open(unit.text)
    passage = paper.passage(unit.start, unit.end) if sure and not silent else None
    if passage is None:
        return
    for r in sure:
        yield Statement(r.concept, r.over, r.answer, r.certainty, index, paper.kind, unit, passage, told.moments, told.account)  # type: ignore[arg-type]
