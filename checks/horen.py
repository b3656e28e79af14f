"""Requirements on hearing (Awb 4:8, 4:9, 4:11)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from checks.finding import Check, Outcome, passages
from verifier.dossier.model import Dossier, When
from verifier.reading.paper import Kind, Statement
from verifier.reading.time import Moment

_RECORDS: tuple[Kind, ...] = ("pv_horen", "pv_bevindingen")
_NO_ORDER = "Er zit geen beschikking huisverbod in het dossier."


def uithuisgeplaatste(dossier: Dossier) -> Outcome:
    """horen.uithuisgeplaatste: heard on the intention before the decision, or given the occasion."""
    if dossier.order is None:
        return Outcome("nvt", _NO_ORDER)
    heard = dossier.said("horen_voornemen", "uhg", "ja")
    denied = [s for s in dossier.said("horen_voornemen", "uhg", "tegendeel") if s.certainty >= 0.85]
    late = [s for s in heard if _after(s, dossier)]
    in_time = [s for s in heard if s not in late]
    records = [s for s in denied if s.kind in _RECORDS]
    if records and not [s for s in in_time if s.kind in _RECORDS]:
        return Outcome("niet_voldaan", "Het proces-verbaal zegt dat de uithuisgeplaatste niet over het voornemen is gehoord.",
                       passages(s.passage for s in (*records, *in_time)), remedy="Hoor hem alsnog en leg zijn zienswijze vast; voer zo mogelijk artikel 4:11 of 6:22 Awb aan.")
    if in_time and denied:
        return Outcome("onduidelijk", "De stukken spreken elkaar tegen over het horen van de uithuisgeplaatste.", passages(s.passage for s in in_time),
                       passages(s.passage for s in denied), reason="tegenstrijdig")
    if in_time:
        return Outcome("voldaan", "Vastgelegd is dat de uithuisgeplaatste voor het besluit over het voornemen is gehoord of de gelegenheid kreeg.",
                       passages(s.passage for s in in_time))
    if late:
        return Outcome("niet_voldaan", "De uithuisgeplaatste is pas na het besluit gehoord.", passages(s.passage for s in late))
    if denied:
        return Outcome("niet_voldaan", "Een stuk zegt dat de uithuisgeplaatste niet is gehoord.", passages(s.passage for s in denied))
    views = dossier.said("zienswijze", "uhg", "ja", (*_RECORDS, "beschikking_huisverbod"))
    if views:
        return Outcome("voldaan", "De zienswijze van de uithuisgeplaatste over het huisverbod is weergegeven.", passages(s.passage for s in views))
    return Outcome("niet_te_beoordelen", "Geen stuk zegt iets over het horen van de uithuisgeplaatste.", remedy="Vraag het proces-verbaal van horen op.")


def zienswijze_vastgelegd(dossier: Dossier) -> Outcome:
    """horen.zienswijze_vastgelegd: its content stands in a proces-verbaal."""
    if not _contact(dossier):
        return Outcome("nvt", "De uithuisgeplaatste is niet over het voornemen gehoord en kreeg daartoe geen gelegenheid.")
    views = dossier.said("zienswijze", "uhg", "ja", _RECORDS)
    if views:
        return Outcome("voldaan", "De zienswijze van de uithuisgeplaatste staat in het proces-verbaal.", passages(s.passage for s in views))
    if not dossier.of_kind(*_RECORDS):
        return Outcome("niet_te_beoordelen", "Er zit geen proces-verbaal in het dossier.", remedy="Vraag het proces-verbaal van horen op.")
    return Outcome("niet_voldaan", "Het proces-verbaal vermeldt het horen, maar niet wat de zienswijze inhoudt.",
                   passages(s.passage for s in (*dossier.said("horen_voornemen", "uhg", "ja"), *dossier.said("zienswijze", "uhg", "tegendeel"))),
                   remedy="Laat de verbalisant de zienswijze in een aanvullend proces-verbaal opnemen.")


def wijze(dossier: Dossier) -> Outcome:
    """horen.wijze: in person, or by telephone with consent, and with an interpreter where needed."""
    contact = _contact(dossier)
    if not contact:
        return Outcome("nvt", "Er is geen contact over het voornemen vastgelegd.")
    remote = dossier.said("horen_telefonisch", "uhg", "ja")
    consent = dossier.said("toestemming_telefonisch", "uhg", "ja")
    without = [s for s in dossier.said("tolk", "uhg", "tegendeel") if s.certainty >= 0.9 and s.kind in _RECORDS]
    if remote and not consent:
        return Outcome("niet_voldaan", "Er is op afstand gehoord zonder dat toestemming daarvoor is vastgelegd.", passages(s.passage for s in remote))
    near = dossier.said("horen_telefonisch", "uhg", "tegendeel")
    evidence = passages(s.passage for s in (*consent, *near, *dossier.said("tolk", "uhg", "ja"), *contact))
    if without and not dossier.said("tolk", "uhg", "ja") and not near and not remote:
        return Outcome("onduidelijk", "Of een tolk nodig was blijkt niet.", passages(s.passage for s in without), reason="te vaag")
    if not dossier.of_kind(*_RECORDS) and not (near or remote):
        return Outcome("niet_te_beoordelen", "Er zit geen proces-verbaal in het dossier en de beschikking zegt niet hoe is gehoord.")
    return Outcome("voldaan", "De wijze van horen was toereikend.", evidence)


def achterblijvers(dossier: Dossier) -> Outcome:
    """horen.achterblijvers: the adults who stay are heard on the intention."""
    if dossier.order is None:
        return Outcome("nvt", _NO_ORDER)
    named = dossier.order.names
    if named and len(dossier.order.minors) == len(named):
        return Outcome("nvt", "Er zijn alleen minderjarige achterblijvers.")
    heard = dossier.said("horen_voornemen", "achterblijver", "ja")
    views = dossier.said("zienswijze", "achterblijver", "ja")
    denied = [s for s in dossier.said("horen_voornemen", "achterblijver", "tegendeel") if s.certainty >= 0.85]
    if heard or views:
        return Outcome("voldaan", "Vastgelegd is dat de achterblijver over het voornemen is gehoord.", passages(s.passage for s in (*heard, *views)))
    if denied:
        return Outcome("niet_voldaan", "Een stuk zegt dat de achterblijver niet over het voornemen is gehoord.", passages(s.passage for s in denied))
    only = dossier.of_kind("pv_horen")
    if only:
        return Outcome("niet_voldaan", "De processen-verbaal van horen gaan alleen over de uithuisgeplaatste.",
                       passages(s.passage for s in dossier.said("horen_voornemen", "uhg", "ja")))
    other = dossier.of_kind("verklaring_aangifte", "pv_bevindingen")
    if other:
        return Outcome("onduidelijk", "Er is met de achterblijver gesproken, maar niet blijkt dat het voornemen is besproken.", passages([_first(dossier)]), reason="te vaag")
    return Outcome("niet_te_beoordelen", "Er zit geen stuk over het horen in het dossier.")


def proces_verbaal(dossier: Dossier) -> Outcome:
    """horen.proces_verbaal: on oath or promise of office, dated and signed."""
    records = dossier.of_kind(*_RECORDS)
    if not records:
        return Outcome("niet_te_beoordelen", "Er zit geen proces-verbaal in het dossier.", remedy="Vraag het proces-verbaal op.")
    sworn = dossier.said("ambtseed", "", "ja", _RECORDS)
    if sworn and any(p.dated for p in records):
        return Outcome("voldaan", "Het proces-verbaal is op ambtseed of ambtsbelofte opgemaakt en gedateerd.", passages(s.passage for s in sworn))
    lacks = "zonder ambtseed of ambtsbelofte" if not sworn else "zonder datum"
    evidence = passages([*(s.passage for s in dossier.said("ambtseed", "", "tegendeel", _RECORDS)), *(s.passage for s in sworn), *_closing(dossier)])
    return Outcome("niet_voldaan", f"Het proces-verbaal is {lacks} opgemaakt.", evidence,
                   remedy="Laat de verbalisant een aanvullend proces-verbaal op ambtseed opmaken.")


def _contact(dossier: Dossier) -> Sequence[Statement]:
    """Statements of any contact with the uithuisgeplaatste on the intention."""
    return (*dossier.said("horen_voornemen", "uhg", "ja"), *dossier.said("zienswijze", "uhg", "ja", _RECORDS))


def _after(statement: Statement, dossier: Dossier) -> bool:
    decided = dossier.order.decided if dossier.order else None
    return decided is not None and any(_later(m, decided.value) for m in statement.moments[:1])


def _later(moment: Moment, decided: When) -> bool:
    if moment.day is None:
        return False
    day = decided.date() if isinstance(decided, datetime) else decided
    if moment.day != day or moment.clock is None or not isinstance(decided, datetime):
        return moment.day > day
    return moment.clock > decided.time()


def _first(dossier: Dossier):  # type: ignore[no-untyped-def]
    paper = dossier.of_kind("verklaring_aangifte", "pv_bevindingen")[0]
    units = [u for u in paper.units if u.function == "narrative"]
    return paper.passage(units[0].start, units[0].end) if units else None


def _closing(dossier: Dossier):  # type: ignore[no-untyped-def]
    paper = dossier.of_kind(*_RECORDS)[0]
    return [paper.passage(u.start, u.end) for u in paper.units[-2:]]


CHECKS: Mapping[str, Check] = {
    "horen.uithuisgeplaatste": uithuisgeplaatste,
    "horen.zienswijze_vastgelegd": zienswijze_vastgelegd,
    "horen.wijze": wijze,
    "horen.achterblijvers": achterblijvers,
    "horen.proces_verbaal": proces_verbaal,
}
