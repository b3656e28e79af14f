"""The requirement on what happened since the ban was imposed (ex nunc)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from checks.deciding import decided_on
from checks.finding import Check, Outcome, passages
from checks.ordering import recorded_at
from checks.weighing import said_in
from checks.wording import day_of, moment_nl, paper_nl
from verifier.dossier.model import Dossier
from verifier.reading.paper import Answer, Kind, Over, Statement

_SINCE: tuple[Kind, ...] = ("verlengingsadvies", "beschikking_verlenging", "beschikking_intrekking")
"""Papers that by their kind are of after the decision and tell of the time since."""
_DATED: tuple[Kind, ...] = ("zorgmelding_veilig_thuis", "brief", "overig")
"""Papers that tell of the time since when they are dated after the day of the decision; any other must name a later moment itself."""
_CONFIRMING: tuple[Kind, ...] = (*_SINCE, "zorgmelding_veilig_thuis", "brief", "overig")
"""Papers in which the hulpverlening or the burgemeester says that help has begun."""


@dataclass(frozen=True, slots=True)
class _Later:
    """What one later paper says of the time since.

    Args:
        threat: The danger lasts: help refused, no safety agreements, a new threat.
        relief: Help has begun or the danger is gone.
        waiting: Help is planned, or has not begun; or he cooperates.
    """

    paper: int
    kind: Kind
    dated: date | None
    breach: tuple[Statement, ...]
    threat: tuple[Statement, ...]
    relief: tuple[Statement, ...]
    waiting: tuple[Statement, ...]


def actueel_gevaar(dossier: Dossier) -> Outcome:
    """handhaving.actueel_gevaar (Wth 6, 2 lid 9): what the last paper of after the decision says of the danger."""
    if dossier.order is None:
        return Outcome("nvt", "Er zit geen beschikking huisverbod in het dossier.")
    if dossier.withdrawal is not None:
        return Outcome("nvt", "Het huisverbod is ingetrokken.")
    later = _later(dossier)
    if not later:
        return Outcome("nvt", "Geen stuk van na het opleggen zegt iets over hulp, contact of dreiging sindsdien.")
    breach = [s for p in later for s in p.breach]
    telling = [p for p in later if p.kind != "beschikking_verlenging" or _has_facts(dossier, p)]
    if not telling:
        shown = passages(said_in(s for p in later for s in (*p.waiting, *p.relief, *p.threat)))
        return Outcome("onduidelijk", "De verlenging herhaalt alleen wat voor het opleggen is gebeurd of noemt alleen uitgestelde hulp.", shown, reason="te vaag")
    last = telling[-1]
    if breach and not last.relief:
        return Outcome("voldaan", f"Na het opleggen is het verbod overtreden of nieuw geweld gebruikt ({paper_nl(telling[-1].kind)}"
                       f"{_of(last)}); de dreiging duurt voort.", passages([*said_in(last.threat[-1:]), *said_in(breach[-1:]), *said_in((*last.threat, *breach))]))
    return _by_last(last, breach)


def _by_last(last: _Later, breach: Sequence[Statement]) -> Outcome:
    """The verdict by what the last paper says, beside breaches in any."""
    source, threat = f"{paper_nl(last.kind)}{_of(last)}", (*last.threat, *breach)
    if threat and last.relief:
        return Outcome("onduidelijk", f"Volgens {source} wijzen de feiten van na het opleggen beide kanten op.", passages(said_in(threat)),
                       passages(said_in(last.relief)), reason="tegenstrijdig")
    willing = [s for s in last.waiting if s.concept == "hulp_gepland" or s.answer == "tegendeel" and s.concept == "hulp_geweigerd"]
    if threat and willing and not breach and all(s.concept == "dreiging_duurt_voort" for s in threat):
        return Outcome("onduidelijk", f"Volgens {source} duurt de dreiging voort, maar is hulp al gepland of werkt hij mee.", passages(said_in(threat)),
                       passages(said_in(willing)), reason="tegenstrijdig")
    if threat:
        return Outcome("voldaan", f"Volgens {source} duurt de dreiging voort.", passages([*said_in(last.threat[-1:]), *said_in(threat)]))
    confirmed = [s for s in last.relief if s.kind in _CONFIRMING]
    if confirmed and not last.waiting:
        return Outcome("niet_voldaan", f"Volgens {source} is hulp begonnen of het gevaar geweken.", passages(said_in(confirmed)), passages(said_in(last.relief)),
                       remedy="Bezie of het huisverbod moet worden ingetrokken (artikel 2 lid 9 Wth).")
    why = "is de hulp nog niet begonnen of alleen toegezegd" if last.waiting else "is hulp begonnen, maar de hulpverlening bevestigt dat niet"
    return Outcome("onduidelijk", f"Volgens {source} {why}.", passages(said_in((*last.waiting, *last.relief))), reason="te vaag")


def _of(paper: _Later) -> str:
    return f" van {moment_nl(paper.dated)}" if paper.dated else ""


def _later(dossier: Dossier) -> list[_Later]:
    """The papers that tell of the time since the decision, the oldest first."""
    found = [_telling(dossier, i) for i, paper in enumerate(dossier.papers) if not paper.draft]
    return sorted((p for p in found if p.breach or p.threat or p.relief or p.waiting), key=lambda p: (p.dated or date.min, p.kind == "beschikking_verlenging"))


def _telling(dossier: Dossier, index: int) -> _Later:
    paper = dossier.papers[index]

    def said(concept: str, answer: Answer, over: Over = "") -> tuple[Statement, ...]:
        found = (s for s in dossier.said(concept, over, answer) if s.paper == index and _is_since(dossier, s))
        return tuple(sorted(found, key=lambda s: s.unit.start))

    new = tuple(s for s in said("geweld_uhg", "ja") if _names_later(dossier, s))
    threat = (*said("hulp_geweigerd", "ja", "uhg"), *said("dreiging_duurt_voort", "ja"))
    relief = (*said("hulp_begonnen", "ja", "uhg"), *said("dreiging_duurt_voort", "tegendeel"))
    waiting = (*said("hulp_gepland", "ja", "uhg"), *said("hulp_begonnen", "tegendeel", "uhg"), *(() if relief else said("hulp_geweigerd", "tegendeel", "uhg")))
    return _Later(index, paper.kind, paper.dated, (*said("overtreding", "ja", "uhg"), *new), threat, relief, waiting)


def _is_since(dossier: Dossier, statement: Statement) -> bool:
    """Whether a statement tells of the time since the decision: by the kind or date of its paper, or by the moment it names."""
    if statement.kind in _SINCE:
        return True
    decided = decided_on(dossier, dossier.order) if dossier.order else None
    dated = dossier.papers[statement.paper].dated
    if statement.kind in _DATED and decided is not None and dated is not None and dated > day_of(decided):
        named = recorded_at(statement)
        return not named or any(day_of(w) >= day_of(decided) for w in named)
    return statement.kind != "beschikking_huisverbod" and _names_later(dossier, statement)


def _names_later(dossier: Dossier, statement: Statement) -> bool:
    """Whether a statement names a day after that of the decision, before its own paper was made."""
    decided = decided_on(dossier, dossier.order) if dossier.order else None
    dated = dossier.papers[statement.paper].dated
    days = [day_of(w) for w in recorded_at(statement)]
    return decided is not None and any(day > day_of(decided) and (dated is None or day <= dated) for day in days)


def _has_facts(dossier: Dossier, extension: _Later) -> bool:
    """Whether an extension gives facts of after the decision and not only what was known or postponed help."""
    facts = {s.passage for s in dossier.said("feiten_concreet", "", "ja", ("beschikking_verlenging",))}
    since = [s for s in extension.threat if s.concept == "hulp_geweigerd" or s.passage in facts or _names_later(dossier, s)]
    return bool(extension.breach or since or extension.relief)


CHECKS: Mapping[str, Check] = {"handhaving.actueel_gevaar": actueel_gevaar}
