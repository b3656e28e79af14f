"""What an extension rests on: danger that goes on, hearing, and advice (Wth 9 lid 1, Awb 4:8, Handreiking 8)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from checks.deciding import decided_on, opening
from checks.finding import Outcome, passages
from checks.ordering import told_after
from checks.weighing import said_in
from checks.wording import day_of, moment_nl
from verifier.dossier.model import Decision, Dossier
from verifier.reading.facts.mentions import names
from verifier.reading.paper import Kind, Over, Paper, Statement
from verifier.reading.time import find_moments

_ITSELF: Kind = "beschikking_verlenging"
_REASONS: tuple[Kind, ...] = (_ITSELF, "verlengingsadvies", "brief")
_ADVICE: tuple[Kind, ...] = ("verlengingsadvies", "brief", "zorgmelding_veilig_thuis", "overig")
_HEARING: tuple[Kind, ...] = (_ITSELF, "verlengingsadvies", "pv_horen", "pv_overig", "pv_bevindingen", "brief", "overig")
_THREATS: tuple[tuple[str, Over], ...] = (("overtreding", "uhg"), ("hulp_geweigerd", "uhg"), ("geweld_uhg", ""), ("dreiging_duurt_voort", ""))
_WHOM: tuple[tuple[Over, str], ...] = (("uhg", "de uithuisgeplaatste"), ("achterblijver", "de achterblijver"))


def gevaar_duurt_voort(dossier: Dossier, extension: Decision) -> Outcome:
    """The extension rests on facts of after the imposing that point to danger from the uithuisgeplaatste (Wth 9 lid 1)."""
    since = _imposed_on(dossier)
    said = [s for concept, over in _THREATS for s in dossier.said(concept, over, "ja", _REASONS) if _since(s, since) and _of_this(s, extension)]
    threats = sorted((s for s in said if _concrete(dossier, s)), key=lambda s: s.kind != _ITSELF)
    against = [
        *dossier.said("hulp_begonnen", "uhg", "ja", _REASONS), *dossier.said("dreiging_duurt_voort", "", "tegendeel", _REASONS),
        *dossier.said("hulp_geweigerd", "uhg", "tegendeel", _REASONS),
    ]
    answered = any(s.kind == _ITSELF for s in against) or any(s.kind == _ITSELF and s.concept == "overtreding" for s in threats)
    if threats and against and not answered:
        return Outcome("onduidelijk", "De feiten van na het opleggen wijzen beide kanten op, en de verlenging gaat daar niet op in.",
                       passages([threats[0].passage, *said_in(against)]), passages(said_in(against)), reason="tegenstrijdig")
    if threats:
        return Outcome("voldaan", "De verlenging steunt op feiten van na het opleggen.", passages(said_in(threats)), passages(said_in(against)))
    words = "alleen een standaardzin over de dreiging" if said else "geen feit van na het opleggen dat op dreiging vanuit de uithuisgeplaatste wijst"
    waiting = dossier.said("hulp_gepland", "uhg", "ja", _REASONS)
    return Outcome("niet_voldaan", f"De verlenging noemt {words}.", passages([*said_in(said), *said_in(against), *said_in(waiting), opening(dossier, extension)]),
                   passages(said_in(against)), remedy="Onderbouw op de zitting met feiten van na het opleggen die er toen al waren.")


def _imposed_on(dossier: Dossier) -> date | None:
    order = dossier.order
    when = (order.begin.value if order.begin else decided_on(dossier, order)) if order else None
    return day_of(when) if when else None


def _since(statement: Statement, imposed: date | None) -> bool:
    """Whether a statement is of after the imposing: no day it names lies before; violence must name a later day, since mostly it is
    that for which the ban was imposed."""
    days = [m.day for m in statement.moments if m.day and not m.day_borrowed]
    if statement.concept == "geweld_uhg":
        return imposed is not None and any(day > imposed for day in days)
    return imposed is None or not days or any(day >= imposed for day in days)


def _concrete(dossier: Dossier, statement: Statement) -> bool:
    """Whether a statement of danger is more than the formula that it goes on: an act, or told as a fact."""
    if statement.concept != "dreiging_duurt_voort" or statement.kind != _ITSELF or "besluit_feiten" in statement.unit.does:
        return True
    return any(s.paper == statement.paper and s.unit == statement.unit for s in dossier.said("feiten_concreet", "", "ja"))


def horen(dossier: Dossier, extension: Decision) -> Outcome:
    """Both were heard on the intended extension, or could be, before it was decided (Awb 4:8, 4:11)."""
    on, whom = decided_on(dossier, extension), _to_hear(dossier)
    said = {
        who: [s for s in dossier.said("horen_verlenging", who, None, _HEARING) if not told_after(s, on) and _of_this(s, extension)] for who, _ in whom
    }
    excused = {
        who: [s for s in dossier.said("reden_niet_horen", who, "ja", (_ITSELF, "verlengingsadvies")) if names("reden_411", s.unit.text) and _of_this(s, extension)]
        for who, _ in whom
    }
    yes = {who: _heard(found, extension) or excused[who] for who, found in said.items()}
    no = [s for who, found in said.items() if not yes[who] for s in found if s.answer == "tegendeel"]
    if all(yes.values()):
        heard = " en ".join(name for _, name in whom)
        return Outcome("voldaan", f"Vastgelegd is dat {heard} over de verlenging is gehoord of de gelegenheid kreeg.",
                       passages([*said_in(v[0] for v in yes.values()), *said_in(s for v in yes.values() for s in v)]))
    unheard = " en ".join(name for who, name in whom if not yes[who])
    if no:
        return Outcome("niet_voldaan", f"Vastgelegd is dat {unheard} niet over de verlenging is gehoord, zonder reden van artikel 4:11 Awb.",
                       passages(said_in(no)))
    if any(yes.values()):
        return Outcome("onduidelijk", f"Van {unheard} is niet vastgelegd dat die over de verlenging is gehoord.",
                       passages(said_in(s for v in yes.values() for s in v)), reason="deels")
    tried = [s for who, _ in whom for s in dossier.said("poging_horen", who, "ja", (_ITSELF, "verlengingsadvies"))]
    if dossier.of_kind("verlengingsadvies"):
        return Outcome("niet_voldaan", "Geen stuk vermeldt dat iemand over de verlenging is gehoord.", passages([*said_in(tried), opening(dossier, extension)]))
    return Outcome("niet_te_beoordelen", "Er zit geen stuk over het horen over de verlenging in het dossier en de verlenging zegt er niets over.")


def _of_this(statement: Statement, extension: Decision) -> bool:
    """Whether a statement of an extension is one of this extension, where there are more."""
    return statement.kind != _ITSELF or statement.paper == extension.paper


def _heard(found: Sequence[Statement], extension: Decision) -> list[Statement]:
    """The statements that somebody was heard; none where the extension itself only says that he was not."""
    own = {s.answer for s in found if s.paper == extension.paper}
    return [] if own == {"tegendeel"} else [s for s in found if s.answer == "ja"]


def _to_hear(dossier: Dossier) -> tuple[tuple[Over, str], ...]:
    """Who must be heard: the uithuisgeplaatste alone where all who stay behind are minors."""
    order = dossier.order
    minors = {m.value for m in order.minors} if order else set()
    only_minors = order is not None and bool(order.names) and not order.labels and all(n.value in minors for n in order.names)
    return _WHOM[:1] if only_minors else _WHOM


def advies(dossier: Dossier, extension: Decision) -> Outcome:
    """Reasoned advice of the casemanager of before the extension, in the dossier or quoted with date and purport (Handreiking 8)."""
    decided = decided_on(dossier, extension)
    day = day_of(decided) if decided else None
    advised, against = dossier.said("advies_verlengen", "", "ja"), dossier.said("advies_verlengen", "", "tegendeel")
    papers = list(dossier.of_kind("verlengingsadvies")) or [dossier.papers[s.paper] for s in (*advised, *against) if s.kind in _ADVICE]
    timely = [p for p in papers if not _late(p, day)]
    shown = passages([*said_in((*advised, *against)), *(p.passage(0, 200) for p in papers)])
    if papers and not timely:
        return Outcome("niet_voldaan", f"Het advies is van {_date_nl(papers[0])}, na het besluit.", passages([papers[0].passage(0, 200), *shown]))
    quoted = [s for s in (*advised, *against) if s.kind == _ITSELF]
    if timely or any(s.moments for s in quoted):
        if against and not advised:
            return Outcome("niet_voldaan", "Het advies is negatief en de verlenging legt de afwijking niet uit.", shown)
        # Advice that the extension itself speaks of was there before it.
        if all(_dated(p) is None for p in timely) and not quoted:
            return Outcome("onduidelijk", "Het advies is niet gedateerd.", shown, reason="te vaag")
        return Outcome("voldaan", "Er ligt een advies van de hulpverlening aan de verlenging ten grondslag.", shown)
    if quoted:
        return Outcome("onduidelijk", "Het advies is genoemd zonder datum.", passages(said_in(quoted)), reason="te vaag")
    return Outcome("niet_voldaan", "Er is geen advies van de hulpverlening.", passages([opening(dossier, extension)]))


def _late(paper: Paper, day: date | None) -> bool:
    dated = _dated(paper)
    return day is not None and dated is not None and dated > day


def _dated(paper: Paper) -> date | None:
    """The date of closing that a paper gives, else its date."""
    closed = (m.day for u in paper.units_that("opgemaakt") for m in find_moments(u.text, paper.dated) if m.day and m.year_given)
    return next(closed, paper.dated)


def _date_nl(paper: Paper) -> str:
    dated = _dated(paper)
    return moment_nl(dated) if dated else "onbekende datum"
