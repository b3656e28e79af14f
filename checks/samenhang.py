"""Requirements that look across cases and papers: an earlier ban, and whether the papers agree."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from checks.deciding import decided_on
from checks.finding import Check, Outcome, passages
from checks.ordering import recorded_at
from checks.weighing import said_in, weigh
from checks.wording import day_of, moment_nl, papers_nl
from verifier.dossier.model import Dossier
from verifier.reading.paper import Kind, Passage, Statement

_THREE_MONTHS = timedelta(days=92)
_TEN_DAYS = timedelta(days=10)
"""An earlier ban is named by the day it was imposed as often as by the day it ended."""
_SURE = 0.9
"""Least certainty with which an earlier ban counts whose day is not named."""
_OWN: tuple[Kind, ...] = ("beschikking_huisverbod", "rihg", "pv_bevindingen")


def nieuwe_feiten(dossier: Dossier) -> Outcome:
    """herhaling.nieuwe_feiten (Handreiking 8): an earlier ban of the last three months (that limit is a choice of the catalogue)."""
    decided = decided_on(dossier, dossier.order) if dossier.order else None
    said = weigh(dossier, "eerder_huisverbod")
    if decided is None or (said.denied and not said.yes):
        return Outcome("nvt", "De stukken vermelden geen eerder huisverbod.")
    days = {d: s.passage for s in said.yes for w in recorded_at(s) if (d := day_of(w)) < day_of(decided)}
    earlier = dossier.earlier_order
    if not said.yes and earlier is not None:
        days = dict(zip((earlier.value,), earlier.passages, strict=False))
    near = [d for d in days if day_of(decided) - d <= _THREE_MONTHS + _TEN_DAYS]
    undated = not days and any(s.certainty >= _SURE for s in said.yes)
    if not near and not undated:
        return Outcome("nvt", "De stukken vermelden geen eerder huisverbod in de drie maanden ervoor.")
    return _new_since(dossier, max(near, default=None), (*(days[d] for d in near), *said_in(said.yes)))


def _new_since(dossier: Dossier, ended: date | None, shown: tuple[Passage, ...]) -> Outcome:
    """Whether this ban rests on facts of after the earlier one."""
    told, fresh = weigh(dossier, "nieuwe_feiten"), _dated_after(dossier, ended)
    when = f" ({moment_nl(ended)})" if ended else ""
    if told.denied:
        return Outcome("niet_voldaan", f"Na het eerdere huisverbod{when} zijn er volgens {papers_nl(s.kind for s in told.no)} geen nieuwe feiten.",
                       passages(said_in(told.no)))
    if told.asserted or (fresh and not told.no):
        return Outcome("voldaan", f"Het huisverbod steunt op feiten van na het eerdere huisverbod{when}, volgens"
                       f" {papers_nl(s.kind for s in (*told.yes, *fresh))}.", passages([*said_in(told.yes[:1]), *shown[:1], *said_in((*told.yes, *fresh))]))
    return Outcome("onduidelijk", f"Wat er nieuw is sinds het eerdere huisverbod{when} blijkt niet.",
                   passages([*shown[:1], *said_in((*told.yes, *told.no))]), reason="tegenstrijdig" if told.conflict else "te vaag")


def _dated_after(dossier: Dossier, ended: date | None) -> list[Statement]:
    """The acts that a paper of this ban dates by itself after the earlier one."""
    acts = dossier.said("geweld_uhg", "", "ja", _OWN)
    return [s for s in acts if ended is not None and any(m.day and m.day > ended and not m.day_borrowed for m in s.moments)]


def stukken_eensluidend(dossier: Dossier) -> Outcome:
    """samenhang.stukken_eensluidend (Awb 3:2)."""
    if len(dossier.papers) < 2:
        return Outcome("nvt", "Het dossier bevat maar een stuk.")
    order = dossier.order
    compared = [
        ("de naam", dossier.name), ("de geboortedatum", dossier.born), ("het adres", dossier.address),
        ("het begin van het huisverbod", order.begin if order else None),
    ]
    for what, stated in compared:
        if stated is not None and stated.also:
            others = [p for _, found in stated.also for p in found]
            return Outcome("niet_voldaan", f"De stukken verschillen over {what}.", passages([*stated.passages[:1], *others]),
                           remedy="Ga na welk gegeven juist is en herstel het andere stuk.")
    late = _announced_later(dossier)
    if late is not None and order is not None and order.begin is not None:
        return Outcome("niet_voldaan", f"Volgens de beschikking begint het huisverbod op {moment_nl(order.begin.value)}; volgens"
                       f" {papers_nl([late.kind])} is het pas later aangezegd.", passages([*order.begin.passages[:1], late.passage]),
                       remedy="Ga na welk tijdstip juist is en herstel het andere stuk.")
    same = passages(p for stated in (dossier.name, dossier.born, dossier.address) if stated for p in stated.passages)
    if not same:
        return Outcome("onduidelijk", "Naam, geboortedatum en adres zijn in de stukken niet gevonden.",
                       passages(p for s in (dossier.address,) if s for p in s.passages), reason="slecht leesbaar")
    return Outcome("voldaan", "In naam, geboortedatum, adres en begin van het huisverbod is geen verschil gevonden.", same)


def _announced_later(dossier: Dossier) -> Statement | None:
    """The oral announcement of another paper on the day the ban begins, at a later clock time than the order gives."""
    begin = dossier.order.begin.value if dossier.order and dossier.order.begin else None
    for s in dossier.said("mondeling_aangezegd", "uhg", "ja") if isinstance(begin, datetime) else ():
        named = [m for m in s.moments if m.clock]
        if s.kind != "beschikking_huisverbod" and len(named) == 1 and isinstance(begin, datetime) and named[0].clock:
            same_day = named[0].day_borrowed or named[0].day in (None, begin.date())
            if same_day and named[0].clock > begin.time():
                return s
    return None


CHECKS: Mapping[str, Check] = {
    "herhaling.nieuwe_feiten": nieuwe_feiten,
    "samenhang.stukken_eensluidend": stukken_eensluidend,
}
