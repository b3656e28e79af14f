"""The conditions of Wth 2: of age, living in the home, and a danger carried by facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from checks.deciding import badly_read, decided_on, no_order, opening, unread
from checks.finding import Check, Outcome, passages
from checks.weighing import Weighed, said_in, weigh
from checks.wording import day_of, listed_nl, moment_nl, papers_nl
from verifier.dossier.model import Dossier
from verifier.reading.facts.mentions import Mention, mentions
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
        return Outcome("niet_voldaan", f"Uit {_sources(gone.no)} blijkt dat {who}.", passages(said_in(gone.no)), passages(said_in(gone.yes)))
    if uhg.conflict or stays.conflict:
        torn = uhg if uhg.conflict else stays
        who = "de uithuisgeplaatste" if uhg.conflict else "de achterblijver"
        return Outcome("onduidelijk",
                       f"De stukken spreken elkaar tegen over de vraag of {who} in de woning woont: {_sources(torn.yes[:1])} zegt van wel,"
                       f" {_sources(torn.no[:1])} zegt van niet.",
                       passages(said_in((torn.yes[0], torn.no[0]))), passages(said_in(torn.no)), reason="tegenstrijdig")
    together = _named_together(dossier, uhg.yes) or _told_together(dossier)
    left = [m for m in mentions(dossier.papers, "vertrokken", _HOME_PAPERS) if not m.denied]
    if uhg.yes and stays.yes or together and (uhg.yes or stays.yes or not left):
        told = _sources((*uhg.yes[:1], *stays.yes[:1])) or "de stukken"
        return Outcome("voldaan", f"Uit {told} blijkt dat de uithuisgeplaatste en de achterblijver in de"
                       " woning wonen of er geregeld verblijven.",
                       passages([*together[:1], *said_in(uhg.yes[:1]), *said_in(stays.yes[:1]), *said_in(uhg.yes)]))
    seen = (*uhg.yes, *stays.yes)
    missing = "de achterblijver" if uhg.yes else "de uithuisgeplaatste" if stays.yes else "de uithuisgeplaatste en de achterblijver"
    shown = passages([*said_in(seen), *(order.address.passages if order.address else ()), opening(dossier, order)])
    return Outcome("onduidelijk", f"Geen stuk zegt over {missing} dat die in de woning woont of er geregeld verblijft.", shown,
                   remedy="Een uittreksel uit de basisregistratie personen of een verklaring van bewoners kan dit op de zitting aantonen.",
                   reason="deels" if seen else "te vaag")


def _named_together(dossier: Dossier, lives: Sequence[Statement]) -> tuple[Passage, ...]:
    """The sentences on the dwelling of the uithuisgeplaatste that name somebody who stays behind as well."""
    people = (*dossier.persons_as("achterblijver"), *dossier.persons_as("kind"))
    named = {p for person in people for p in person.passages}
    return tuple(s.passage for s in lives if s.passage in named)


def _told_together(dossier: Dossier) -> tuple[Passage, ...]:
    """The sentences that tell of living together with somebody."""
    return passages(m.passage for m in mentions(dossier.papers, "samenwonen", ("beschikking_huisverbod", "pv_bevindingen", "rihg")) if m.stated)


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
                       " ernstig vermoeden bestaat.", passages([*said_in(judged.no), opening(dossier, order)]))
    return _carried(dossier, judgement)


def _carried(dossier: Dossier, judgement: tuple[Passage, ...]) -> Outcome:
    """Whether facts carry a judgement that is there."""
    support, admits = weigh(dossier, "objectieve_steun"), weigh(dossier, "erkenning", "uhg")
    children = dossier.said("kinderen_geraakt", "kind", "ja")
    acts = [m for m in mentions(dossier.papers, "geweld", _FACT_PAPERS) if not m.denied]
    shown = passages([*judgement, *_told(acts), *said_in((*support.yes, *children))])
    against = said_in((*support.no, *admits.no))
    if not support.yes and not admits.asserted:
        return _without_support(judgement, shown, against, acts, children)
    if not admits.asserted and admits.no and support.conflict and len(support.no) >= len(support.yes):
        return Outcome("onduidelijk", "Het oordeel staat in de beschikking, maar de feiten zijn betwist en de objectieve gegevens wijzen"
                       f" niet een kant op ({papers_nl(s.kind for s in (*support.yes, *support.no))}).",
                       passages([*judgement, *said_in((support.yes[0], support.no[0]))]), passages(against), reason="tegenstrijdig")
    if _stale(dossier, support):
        last = moment_nl(max(_days(support.yes)))
        return Outcome("onduidelijk", f"Het oordeel staat er, maar het jongste gedateerde feit is van {last} en een signaal uit het heden"
                       " is niet gevonden.", passages([*judgement, *said_in(support.yes)]), reason="open norm")
    if not acts and not children and not admits.asserted:
        return Outcome("onduidelijk", "Het oordeel staat in de beschikking en er zijn waarnemingen, maar letsel, bedreiging of een ander"
                       " concreet gevaar is daarin niet gelezen.", passages([*judgement, *said_in(support.yes)]), reason="open norm")
    admitted = said_in(admits.yes[:1]) if admits.asserted else ()
    sources = (*support.yes, *(admits.yes if admits.asserted else ()))
    return Outcome("voldaan", "De beschikking oordeelt dat er ernstig en onmiddellijk gevaar is (of een ernstig vermoeden daarvan);"
                   f" feiten in {papers_nl(s.kind for s in sources)} dragen dat oordeel.",
                   passages([*shown[:1], *said_in(support.yes[:1]), *admitted, *shown[1:]]), passages(against))


def _without_support(
    judgement: tuple[Passage, ...], shown: tuple[Passage, ...], against: tuple[Passage, ...],
    acts: Sequence[Mention], children: Sequence[Statement],
) -> Outcome:
    """The verdict where nothing but declarations, or nothing at all, stands behind the judgement."""
    if against and children:
        return Outcome("onduidelijk", "Het oordeel staat er; de feiten zijn betwist en van objectieve steun blijkt alleen uit wat over de"
                       " kinderen is vastgelegd.", shown, passages(against), reason="tegenstrijdig")
    if against:
        return Outcome("niet_voldaan", "Het oordeel staat in de beschikking, maar het berust alleen op elkaar tegensprekende verklaringen"
                       " zonder objectieve steun.", passages([*judgement, *against]), passages(against))
    if acts or children:
        kinds = [*(m.kind for m in acts), *(s.kind for s in children)]
        return Outcome("voldaan", "De beschikking oordeelt dat er ernstig en onmiddellijk gevaar is (of een ernstig vermoeden daarvan);"
                       f" concrete feiten in {papers_nl(kinds[:2])} dragen dat oordeel.", shown)
    return Outcome("niet_voldaan", "Het oordeel staat in de beschikking, maar geen stuk noemt letsel, een bedreiging of een ander concreet"
                   " gevaar dat het draagt.", shown)


def _told(acts: Sequence[Mention]) -> list[Passage]:
    return [m.passage for m in acts if m.passage is not None]


def _days(statements: Sequence[Statement]) -> list[date]:
    return [m.day for s in statements for m in s.moments if m.day is not None]


def _stale(dossier: Dossier, support: Weighed) -> bool:
    """Whether all that supports the judgement is dated, and more than two weeks before the decision."""
    decided = decided_on(dossier, dossier.order) if dossier.order else None
    dated = bool(support.yes) and all(any(m.day for m in s.moments) for s in support.yes)
    return decided is not None and dated and day_of(decided) - max(_days(support.yes)) > _STALE


CHECKS: Mapping[str, Check] = {
    "voorwaarden.meerderjarig": meerderjarig,
    "voorwaarden.bewoning": bewoning,
    "voorwaarden.gevaar": gevaar,
}
