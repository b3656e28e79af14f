"""The papers of a case joined into one dossier."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from verifier.dossier.home import home_of
from verifier.dossier.model import Decision, Dossier, Person, Stated, When
from verifier.reading.facts.ages import minors_among
from verifier.reading.facts.decisions import decisions_of, orders_among
from verifier.reading.facts.mandates import mandate_of
from verifier.reading.facts.model import when
from verifier.reading.facts.rihg import rihg_of
from verifier.reading.facts.subject import subject_of
from verifier.reading.paper import Paper, Passage, Statement, Unit
from verifier.reading.time import find_moments
from verifier.reading.time.arithmetic import BAN_DAYS

_OTHER_GROUND = re.compile(r"151d|gebiedsverbod|artikel 172|woonoverlast", re.I)
_EARLIER = re.compile(r"(?:eerder|vorig|eerste)\w*\s+(?:tijdelijk )?huisverbod|(?:al|ook) eerder een huisverbod", re.I)
_LATEST_SERVICE = timedelta(days=9)
"""Days after a decision within which it can still be served while it holds."""
_RECENT = timedelta(days=110)
"""Days back to which an earlier ban still counts: three months after its ten days and an extension began."""
_HEARING = re.compile(r"\bzitting|\bmondelinge behandeling", re.I)


def join(papers: Sequence[Paper], statements: Sequence[Statement]) -> Dossier:
    """One case from its papers and the statements made in them."""
    decisions = decisions_of(papers)
    orders = orders_among(decisions, papers)
    order = orders[-1] if orders else None
    if order is not None:
        order = _with_service(order, papers, statements)
        order = replace(order, minors=minors_among(order.names, papers, papers[order.paper].dated))
    subject = subject_of(papers, order)
    return Dossier(
        tuple(papers), tuple(statements), _persons(papers, order, subject.name), order,
        tuple(_with_service(d, papers, statements) for d in decisions if d.kind == "beschikking_verlenging" and not _of_earlier(d, order, papers)),
        next((d for d in decisions if d.kind == "beschikking_intrekking"), None),
        _earlier_decided(orders, papers) or _earlier(papers, order), _other_ground(papers, order),
        tuple(mandate_of(i, p) for i, p in enumerate(papers) if p.kind == "mandaatbesluit" and not p.draft),
        rihg_of(papers), subject.born, home_of(papers, order), subject.name, _hearing(papers),
    )


def _units(papers: Iterable[Paper]) -> Iterator[tuple[Paper, Unit]]:
    for paper in papers:
        if not paper.draft:
            yield from ((paper, u) for u in paper.units if u.function not in ("preprinted", "party"))


def _with_service(decision: Decision, papers: Sequence[Paper], statements: Sequence[Statement]) -> Decision:
    """The decision with its service from other papers where it names none itself."""
    if decision.served is not None:
        return decision
    for paper in papers:
        if paper.kind == "akte_van_uitreiking" and not paper.draft:
            for unit in paper.units:
                moments: list[When] = [v for m in find_moments(unit.text, paper.dated) if isinstance(v := when(m), datetime) and _can_be_service(v, decision)]
                passage = paper.passage(unit.start, unit.end)
                if moments and passage:
                    return replace(decision, served=Stated(moments[0], (passage,)))
    said = [s for s in statements if s.concept == "uitgereikt" and s.answer == "ja" and s.moments]
    for statement in sorted(said, key=lambda s: -s.certainty):
        values = [v for m in statement.moments if (v := when(m)) and _can_be_service(v, decision)]
        if values:
            return replace(decision, served=Stated(values[0], (statement.passage,)))
    return decision


def _can_be_service(moment: When, decision: Decision) -> bool:
    """Whether a moment lies about the decision, as a birth date or the end of the ban beside it does not."""
    decided = decision.decided.value if decision.decided else None
    if decided is None:
        return True
    first, day = (v.date() if isinstance(v, datetime) else v for v in (decided, moment))
    return timedelta(-1) <= day - first <= _LATEST_SERVICE


def _persons(papers: Sequence[Paper], order: Decision | None, name: Stated[str] | None) -> tuple[Person, ...]:
    people: list[Person] = []
    if name is not None:
        people.append(Person(name.value, (name.value,), "uhg", None, name.passages))
    if order is not None:
        minors = {m.value for m in order.minors}
        people.extend(Person(n.value, (n.value,), "kind" if n.value in minors else "achterblijver", None, n.passages) for n in order.names)
        if order.signature.name and order.signature.role == "hovj":
            block = (order.signature.block,) if order.signature.block else ()
            people.append(Person(order.signature.name, (order.signature.name,), "hovj", None, block))
    return tuple(people)


def _of_earlier(extension: Decision, order: Decision | None, papers: Sequence[Paper]) -> bool:
    """Whether an extension is of an earlier ban: taken before the one under review was."""
    taken = papers[extension.paper].dated
    imposed = papers[order.paper].dated if order else None
    return taken is not None and imposed is not None and taken < imposed


def _earlier_decided(orders: Sequence[Decision], papers: Sequence[Paper]) -> Stated[date] | None:
    """The beginning of an earlier ban of which the decision is among the papers; one of the days before is the same ban, repaired."""
    if len(orders) < 2:
        return None
    days = [(papers[d.paper].dated, d.begin.passages if d.begin else ()) for d in orders[-2:]]
    (first, shown), (last, _) = days
    return Stated(first, shown) if first and last and timedelta(BAN_DAYS) <= last - first < _RECENT else None


def _earlier(papers: Sequence[Paper], order: Decision | None) -> Stated[date] | None:
    """An earlier ban that ended in the three months before this one (the limit is a choice of the catalogue)."""
    begin = order.begin.value if order and order.begin else None
    day = begin.date() if isinstance(begin, datetime) else begin or (papers[order.paper].dated if order else None)
    for paper, unit in _units(papers):
        if not _EARLIER.search(unit.text) or day is None:
            continue
        for moment in find_moments(unit.text, paper.dated):
            passage = paper.passage(unit.start, unit.end)
            if moment.day and passage and timedelta(1) < day - moment.day < _RECENT:
                return Stated(moment.day, (passage,))
    return None


def _other_ground(papers: Sequence[Paper], order: Decision | None) -> Passage | None:
    if order is not None:
        return None
    for paper, unit in _units(papers):
        if _OTHER_GROUND.search(unit.text):
            return paper.passage(unit.start, unit.end)
    return None


def _hearing(papers: Sequence[Paper]) -> Stated[When] | None:
    for paper in papers:
        for unit in paper.units:
            if _HEARING.search(unit.text) and unit.function != "preprinted":
                values = [v for m in find_moments(unit.text, paper.dated) if isinstance(v := when(m), datetime)]
                passage = paper.passage(unit.start, unit.end)
                if values and passage:
                    return Stated(values[0], (passage,))
    return None
