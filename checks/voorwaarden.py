"""The conditions of Wth 2: of age, living in the home, and a danger carried by facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from checks.deciding import badly_read, decided_on, no_order, opening, paper_of, unread
from checks.finding import Check, Outcome, passages
from checks.weighing import Weighed, by_paper, said_in, weigh
from checks.wording import day_of, listed_nl, moment_nl, papers_nl
from verifier.dossier.model import Decision, Dossier
from verifier.reading.facts.mentions import mentions
from verifier.reading.facts.residence import living_at
from verifier.reading.paper import Kind, Passage, Statement
from verifier.reading.time.arithmetic import age_on

_OF_AGE = 18
_STALE = timedelta(days=14)
_HOME_PAPERS: tuple[Kind, ...] = (
    "beschikking_huisverbod", "pv_bevindingen", "rihg", "pv_horen", "pv_overig", "verklaring_aangifte", "zorgmelding_veilig_thuis", "brief",
)
_FACT_PAPERS: tuple[Kind, ...] = ("beschikking_huisverbod", "pv_bevindingen", "rihg", "pv_horen", "pv_overig", "verklaring_aangifte")


def meerderjarig(dossier: Dossier) -> Outcome:
    """Eighteen or older on the day of the decision (Wth 2 lid 2); every birth date stated is counted."""
    order = dossier.order
    if order is None:
        return no_order()
    if dossier.born is None:
        shown = passages([*(dossier.name.passages if dossier.name else ()), opening(dossier, order)])
        return Outcome("onduidelijk", "Geen stuk vermeldt de geboortedatum van de uithuisgeplaatste, zodat de leeftijd niet vaststaat.",
                       shown, remedy="De geboortedatum kan op de zitting uit de basisregistratie personen worden aangetoond.", reason="te vaag")
    decided = decided_on(dossier, order)
    if decided is None:
        return Outcome("onduidelijk", "De dag van het besluit blijkt niet, zodat de leeftijd op die dag niet is te berekenen.",
                       passages(dossier.born.passages), reason="te vaag")
    stated = ((dossier.born.value, dossier.born.passages), *dossier.born.also)
    return _of_age([(born, age_on(born, day_of(decided)), found) for born, found in stated], day_of(decided))


def _of_age(stated: Sequence[tuple[date, int, tuple[Passage, ...]]], day: date) -> Outcome:
    """The verdict over every stated birth date with the age it gives on the day."""
    ages = listed_nl(f"{moment_nl(born)} ({age} jaar)" for born, age, _ in stated)
    adult = [p for _, age, found in stated if age >= _OF_AGE for p in found]
    minor = [p for _, age, found in stated if age < _OF_AGE for p in found]
    if all(age < _OF_AGE for _, age, _ in stated):
        return Outcome("niet_voldaan", f"De uithuisgeplaatste is geboren op {ages} en was op {moment_nl(day)} nog geen achttien.",
                       passages(minor))
    if any(age < _OF_AGE for _, age, _ in stated):
        return Outcome("onduidelijk", f"De stukken noemen als geboortedatum {ages}; met een daarvan was hij op {moment_nl(day)} minderjarig.",
                       passages([*minor, *adult]), passages(minor), reason="tegenstrijdig")
    if not adult:
        return Outcome("onduidelijk", f"De geboortedatum {ages} is niet in een stuk aan te wijzen.", reason="slecht leesbaar")
    return Outcome("voldaan", f"De uithuisgeplaatste is geboren op {ages} en was op {moment_nl(day)} meerderjarig.", passages(adult))


def bewoning(dossier: Dossier) -> Outcome:
    """The uithuisgeplaatste and somebody who stays behind live there, more than incidentally (Wth 2 lid 1)."""
    order = dossier.order
    if order is None:
        return no_order()
    uhg, stays = weigh(dossier, "bewoning", "uhg", _HOME_PAPERS), weigh(dossier, "bewoning", "achterblijver", _HOME_PAPERS)
    if uhg.denied or stays.denied:
        gone = uhg if uhg.denied else stays
        who = "de uithuisgeplaatste er niet meer of slechts incidenteel komt" if uhg.denied else "de achterblijver de woning heeft verlaten"
        return Outcome("niet_voldaan", f"Uit {_sources(gone.no)} blijkt dat {who}.", passages(said_in(by_paper(gone.no, _HOME_PAPERS))),
                       passages(said_in(gone.yes)))
    if uhg.conflict or stays.conflict:
        torn = uhg if uhg.conflict else stays
        who = "de uithuisgeplaatste" if uhg.conflict else "de achterblijver"
        return Outcome("onduidelijk",
                       f"De stukken spreken elkaar tegen over de vraag of {who} in de woning woont: {_sources(torn.yes[:1])} zegt van wel,"
                       f" {_sources(torn.no[:1])} zegt van niet.",
                       passages(said_in((torn.yes[0], torn.no[0]))), passages(said_in(torn.no)), reason="tegenstrijdig")
    given = [_given_address(dossier, "persoon_uhg"), _given_address(dossier, "persoon_ander")]
    if (uhg.yes or given[0]) and (stays.yes or given[1]):
        told = [*_both(uhg.yes, stays.yes), *said_in(by_paper(uhg.yes, _HOME_PAPERS)[:1]), *given[0][:1], *said_in(by_paper(stays.yes, _HOME_PAPERS)[:1]), *given[1][:1]]
        return Outcome("voldaan", f"Uit {_sources((*uhg.yes, *stays.yes)) or 'de personalia'} blijkt dat de uithuisgeplaatste en de achterblijver in de"
                       " woning wonen of er geregeld verblijven.", passages(told))
    seen = (*uhg.yes, *stays.yes)
    here = [who for who, known in (("de uithuisgeplaatste", uhg.yes or given[0]), ("de achterblijver", stays.yes or given[1])) if not known]
    shown = passages([*said_in(seen), *given[0], *given[1], *(order.address.passages if order.address else ()), opening(dossier, order)])
    return Outcome("onduidelijk", f"Geen stuk zegt over {listed_nl(here)} dat die in de woning woont of er geregeld verblijft.", shown,
                   remedy="Een uittreksel uit de basisregistratie personen of een verklaring van bewoners kan dit op de zitting aantonen.",
                   reason="deels" if seen else "te vaag")


def _both(lives: Sequence[Statement], stays: Sequence[Statement]) -> tuple[Passage, ...]:
    """The passages that say of both that they live there, those of the paper that comes first at the front."""
    others = {s.passage for s in stays}
    both = by_paper([s for s in lives if s.passage in others], _HOME_PAPERS)
    return said_in(sorted(both, key=lambda s: "besluit_contact" in s.unit.does))[:2]


def _given_address(dossier: Dossier, function: str) -> tuple[Passage, ...]:
    """The passages that give the address of the home as the address of a person."""
    return tuple(living_at(dossier.papers, dossier.address.value, function)) if dossier.address else ()


def _sources(statements: Sequence[Statement]) -> str:
    return papers_nl(s.kind for s in statements)


def gevaar(dossier: Dossier) -> Outcome:
    """The judgement that there is serious and immediate danger, carried by facts (Wth 2 lid 1)."""
    order = dossier.order
    if order is None:
        return no_order()
    judged = weigh(dossier, "gevaar_oordeel", kinds=("beschikking_huisverbod",))
    named = [m for m in mentions(dossier.papers, "oordeel_gevaar", ("beschikking_huisverbod",)) if not m.denied]
    words = [m.passage for m in named if not m.unsettled]
    judgement = passages([*words, *said_in(judged.yes)], at_most=1)
    if judgement and judged.denied:
        return Outcome("onduidelijk", "De beschikking spreekt zichzelf tegen over het oordeel dat er ernstig en onmiddellijk gevaar is.",
                       passages([*judgement, *said_in(judged.no)]), passages(said_in(judged.no)), reason="tegenstrijdig")
    if not judgement and named:
        return Outcome("onduidelijk", "De beschikking spreekt van ernstig en onmiddellijk gevaar, maar niet met zekerheid als eigen oordeel.",
                       passages(m.passage for m in named), reason="te vaag")
    if not judgement:
        if judged.silent and badly_read(dossier, order):
            return unread(dossier, order, "Het oordeel over ernstig en onmiddellijk gevaar")
        return Outcome("niet_voldaan",
                       "De beschikking bevat niet het oordeel dat de aanwezigheid ernstig en onmiddellijk gevaar oplevert of dat daarvan een"
                       " ernstig vermoeden bestaat.", passages([*said_in(judged.no), *_told(dossier, order), opening(dossier, order)]))
    return _carried(dossier, judgement)


def _told(dossier: Dossier, order: Decision) -> list[Passage | None]:
    """What the decision gives as its facts instead."""
    paper = paper_of(dossier, order)
    return [paper.passage(u.start, u.end) for u in paper.units_that("besluit_feiten")][-2:]


def _carried(dossier: Dossier, judgement: tuple[Passage, ...]) -> Outcome:
    """Whether facts carry a judgement that is there."""
    support, admits = weigh(dossier, "objectieve_steun"), weigh(dossier, "erkenning", "uhg")
    acts = by_paper((*dossier.said("geweld_uhg", "", "ja", _FACT_PAPERS), *dossier.said("kinderen_geraakt", "kind", "ja", _FACT_PAPERS)), _FACT_PAPERS)
    against = said_in((*support.no, *admits.no))
    if not acts and not admits.asserted:
        return _only_quarrel(judgement, support)
    if not support.yes and not admits.asserted:
        return _without_support(judgement, against, acts)
    if not admits.asserted and admits.no and support.conflict and len(support.no) >= len(support.yes):
        return Outcome("onduidelijk", "Het oordeel staat in de beschikking, maar de feiten zijn betwist en de objectieve gegevens wijzen"
                       f" niet een kant op ({papers_nl(s.kind for s in (*support.yes, *support.no))}).",
                       passages([*judgement[:1], *said_in((support.yes[0], support.no[0]))]), passages(against), reason="tegenstrijdig")
    if _stale(dossier, support, acts):
        last = moment_nl(max(_days((*support.yes, *acts))))
        return Outcome("onduidelijk", f"Het oordeel staat er, maar het jongste gedateerde feit is van {last} en een signaal uit het heden"
                       " is niet gevonden.", passages([*judgement[:1], *said_in((*support.yes, *acts))]), reason="open norm")
    admitted = admits.yes[:1] if admits.asserted else ()
    return Outcome("voldaan", "De beschikking oordeelt dat er ernstig en onmiddellijk gevaar is (of een ernstig vermoeden daarvan);"
                   f" feiten in {papers_nl(s.kind for s in (*acts, *support.yes, *admitted))} dragen dat oordeel.",
                   passages([*judgement[:1], *said_in((*acts[:1], *_seen_acts(support, acts)[:1], *admitted))]), passages(against))


def _seen_acts(support: Weighed, acts: Sequence[Statement]) -> Sequence[Statement]:
    """The observations that tell of an act themselves, else all observations."""
    told = {s.passage for s in acts[:1]}
    return [s for s in by_paper(support.yes, _FACT_PAPERS) if s.passage not in told]


def _only_quarrel(judgement: tuple[Passage, ...], support: Weighed) -> Outcome:
    """The verdict where no paper tells of violence, threat, injury or damage."""
    return Outcome("niet_voldaan", "Het oordeel staat in de beschikking, maar geen stuk noemt letsel, een bedreiging of een ander concreet gevaar dat het"
                   " draagt; ruzie, spanning of overlast is daarvoor niet genoeg.", passages([*judgement[:1], *said_in((*support.no, *support.yes))]))


def _without_support(judgement: tuple[Passage, ...], against: tuple[Passage, ...], acts: Sequence[Statement]) -> Outcome:
    """The verdict where nothing but declarations stands behind the judgement."""
    children = [s for s in acts if s.concept == "kinderen_geraakt"]
    if against and children:
        return Outcome("onduidelijk", "Het oordeel staat er; de feiten zijn betwist en van objectieve steun blijkt alleen uit wat over de kinderen is"
                       " vastgelegd.", passages([*judgement[:1], *said_in(children)]), passages(against), reason="tegenstrijdig")
    if against:
        return Outcome("niet_voldaan", "Het oordeel staat in de beschikking, maar het berust alleen op elkaar tegensprekende verklaringen"
                       " zonder objectieve steun.", passages([*judgement[:1], *against]), passages(against))
    return Outcome("voldaan", "De beschikking oordeelt dat er ernstig en onmiddellijk gevaar is (of een ernstig vermoeden daarvan);"
                   f" concrete feiten in {papers_nl(s.kind for s in acts[:2])} dragen dat oordeel.", passages([*judgement[:1], *said_in(acts)]))


def _days(statements: Sequence[Statement]) -> list[date]:
    return [m.day for s in statements for m in s.moments if m.day is not None]


def _stale(dossier: Dossier, support: Weighed, acts: Sequence[Statement]) -> bool:
    """Whether all that carries the judgement is dated, and more than two weeks before the decision."""
    decided = decided_on(dossier, dossier.order) if dossier.order else None
    carrying = (*support.yes, *acts)
    dated = bool(carrying) and all(any(m.day for m in s.moments) for s in carrying)
    return decided is not None and dated and day_of(decided) - max(_days(carrying)) > _STALE


CHECKS: Mapping[str, Check] = {
    "voorwaarden.meerderjarig": meerderjarig,
    "voorwaarden.bewoning": bewoning,
    "voorwaarden.gevaar": gevaar,
}
