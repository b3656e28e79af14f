"""Whether a mandaatbesluit covers the hulpofficier who decided (Wth 3 lid 1, Awb 10:3, 10:5, 10:9)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from checks.deciding import decided_on, on_behalf, paper_of
from checks.finding import Outcome, passages
from checks.ordering import in_office_hours, told_after
from checks.weighing import Weighed, said_in, weigh
from checks.wording import day_of, moment_nl
from checks.zelf_besloten import decided_himself, talked_over
from verifier.dossier.model import Decision, Dossier, Mandate, When
from verifier.reading.facts.mandates import (
    Condition,
    conditions,
    given_orally,
    other_unit,
    provisions,
    same_municipality,
    terms,
    to_hovj,
    withdrawn_by,
    withholds,
)
from verifier.reading.facts.mentions import mentions
from verifier.reading.facts.signatures import same_signer
from verifier.reading.paper import Paper, Passage
from verifier.reading.time.working_days import is_working_day

_LATE = "het is van na het besluit"
_SIGNS = "het geeft alleen de bevoegdheid om te ondertekenen"
_SURE = 0.9
"""Certainty from which a paper that denies the mandate outweighs the mandaatbesluit."""
Faults = Mapping[int, Sequence[str]]


def covered(dossier: Dossier, order: Decision) -> Outcome:
    """The verdict on the mandate of the hulpofficier who acted in this decision."""
    if not dossier.mandates:
        return _without_mandate(dossier, order)
    day = _day(decided_on(dossier, order))
    faults: Faults = {m.paper: _faults(dossier, order, m, day) for m in dossier.mandates}
    sound = [m for m in dossier.mandates if not faults[m.paper]]
    if sound:
        return _with_mandate(dossier, order, sound, faults)
    if any(m.sign_only for m in dossier.mandates) and all(list(found) == [_SIGNS] for found in faults.values()):
        return decided_himself(dossier, order)
    shown = _against(dossier, order, faults)
    ratified = said_in(dossier.said("burgemeester_besliste_zelf", "", "ja", ("mandaatbesluit",)))
    if ratified and all(found[0].startswith(_LATE) and len(found) == 1 for found in faults.values()):
        return Outcome("onduidelijk", "Het mandaat is van na het besluit, maar de burgemeester lijkt dit huisverbod te hebben bekrachtigd.",
                       passages([*shown[:2], *ratified]), reason="open norm")
    named = "; ".join(dict.fromkeys(fault for found in faults.values() for fault in found))
    return Outcome("niet_voldaan", f"Het mandaatbesluit dekt dit besluit van {_when_nl(dossier, order)} niet: {named}.", shown)


def _against(dossier: Dossier, order: Decision, faults: Faults) -> tuple[Passage, ...]:
    """Where the mandate shows its fault: its date when it is late, its condition when that applies, else its provisions."""
    shown: list[Passage | None] = []
    for mandate in dossier.mandates:
        paper = dossier.papers[mandate.paper]
        limits = [c.passage for c in conditions(paper) if _exception(dossier, order, c)]
        late = any(f.startswith(_LATE) for f in faults[mandate.paper])
        shown += [*(terms(paper)[:1] if late else ()), *limits, mandate.passage, *provisions(paper)]
    return passages([*shown[:2], order.signature.block, *shown])


def _faults(dossier: Dossier, order: Decision, mandate: Mandate, day: date | None) -> list[str]:
    """Why a mandaatbesluit does not cover the decision, in Dutch; empty when it does."""
    paper = dossier.papers[mandate.paper]
    found = _not_for_him(dossier, order, mandate, paper)
    if mandate.sign_only:
        found.append(_SIGNS)
    elif mandate.extend_only:
        found.append("het geldt alleen voor verlengingen")
    elif withholds(paper):
        found.append("het verleent geen mandaat om een huisverbod op te leggen")
    if any(_exception(dossier, order, c) for c in conditions(paper)):
        found.append("een uitzondering in het mandaat past op dit geval")
    return [*found, *_not_then(dossier, mandate, day)]


def _not_for_him(dossier: Dossier, order: Decision, mandate: Mandate, paper: Paper) -> list[str]:
    """Faults in who gave the mandate to whom."""
    found, block = [], order.signature.block
    if not mandate.by_burgemeester:
        found.append("het is verleend door een ander dan de burgemeester")
    if not same_municipality(paper, paper_of(dossier, order)):
        found.append(f"het is van een andere gemeente ({mandate.municipality})")
    if mandate.by_name and not _listed(order, mandate):
        found.append(f"{order.signature.name or 'de hulpofficier'} staat niet onder de aangewezen hulpofficieren")
    if not mandate.by_name and paper.units and not to_hovj(paper):
        found.append("het noemt geen hulpofficieren van justitie")
    if block is not None and (meant := other_unit(paper, block.quote)) is not None:
        found.append(f"het geldt voor hulpofficieren van {meant}")
    return found


def _not_then(dossier: Dossier, mandate: Mandate, day: date | None) -> list[str]:
    """Faults in when the mandate held."""
    given, found = mandate.dated, []
    if day is None:
        return []
    if given is not None and given > day:
        found.append(f"{_LATE} ({moment_nl(given)}), en terugwerkende kracht helpt dan niet")
    elif mandate.in_force is not None and mandate.in_force > day:
        found.append(f"het werkt pas vanaf {moment_nl(mandate.in_force)}")
    if _lapsed(mandate, given, day):
        found.append(f"het is verlopen op {moment_nl(mandate.until)}" if mandate.until else "het is verlopen")
    if given is not None and given <= day and _withdrawn(dossier, mandate, given, day):
        found.append(f"het is door een later mandaatbesluit ingetrokken (het was van {moment_nl(given)})")
    return found


def _withdrawn(dossier: Dossier, mandate: Mandate, given: date, day: date) -> bool:
    others = (m for m in dossier.mandates if m is not mandate and (m.dated or date.max) <= day and (m.in_force or day) <= day)
    return any(given in withdrawn_by(dossier.papers[m.paper]) for m in others)


def _lapsed(mandate: Mandate, given: date | None, day: date | None) -> bool:
    """Whether the mandate ended before the decision; an end not after its own beginning is a misread date, not an end."""
    began = max([d for d in (given, mandate.in_force) if d is not None], default=date.min)
    return day is not None and mandate.until is not None and began < mandate.until < day


def _listed(order: Decision, mandate: Mandate) -> bool:
    """Whether the signer is on the list; a signer without a readable name is not held against the mandate here."""
    name = order.signature.name
    return name is None or any(same_signer(name, listed) for listed in mandate.by_name)


def _exception(dossier: Dossier, order: Decision, condition: Condition) -> bool:
    """Whether the case is one for which the mandate does not hold, as far as that can be told from the dossier."""
    when = decided_on(dossier, order)
    if condition.matter == "werkdagen":
        return when is not None and is_working_day(day_of(when))
    if condition.matter == "uren":
        return when is not None and in_office_hours(when) is True
    if condition.matter == "kindermishandeling":
        return bool(dossier.said("kindermishandeling", "kind", "ja"))
    if condition.matter == "kinderen":
        return bool(order.minors or dossier.said("kinderen_geraakt", "kind", "ja"))
    return False


def _open(dossier: Dossier, order: Decision, condition: Condition) -> bool:
    """Whether it does not appear that a condition was met or an exception does not apply."""
    when = decided_on(dossier, order)
    if condition.matter in ("uren", "werkdagen"):
        return when is None or (condition.matter == "uren" and in_office_hours(when) is None)
    if condition.matter == "overleg":
        return not talked_over(dossier)
    return condition.matter in ("afwezig", "anders")


def _with_mandate(dossier: Dossier, order: Decision, sound: Sequence[Mandate], faults: Faults) -> Outcome:
    """A mandate that covers the decision as far as its own terms go: is it undated, contradicted, or beside another that excludes it?"""
    shown = passages(m.passage for m in sound)
    day = _day(decided_on(dossier, order))
    rivals = [m for m in dossier.mandates if m not in sound and _in_the_way(dossier, m, day)]
    if rivals:
        against = passages(p for m in rivals for p in _against(dossier, order, {**faults}) if p.file == dossier.papers[m.paper].file)
        return Outcome("onduidelijk", "Naast een mandaat dat dit besluit dekt, bevat het dossier een regeling die het uitsluit:"
                       f" {'; '.join(dict.fromkeys(fault for m in rivals for fault in faults[m.paper]))}.",
                       passages([*shown[:1], *against, *(m.passage for m in rivals)]), passages(m.passage for m in rivals), reason="tegenstrijdig")
    told = weigh(dossier, "mandaat_verleend", "hovj")
    if (denied := _denied(dossier, sound, told, day)) is not None:
        return denied
    if (left := _left_open(dossier, order, sound, told)) is not None:
        return left
    given = next((g for m in sound if (g := m.dated or m.in_force)), None)
    if day is None or given is None:
        return Outcome("onduidelijk", "Het mandaatbesluit of het besluit is niet gedateerd, zodat niet blijkt dat het mandaat er eerder was.",
                       shown, reason="te vaag")
    if not shown:
        return Outcome("onduidelijk", "Er is een mandaatbesluit, maar de bepaling die het mandaat verleent is niet aan te wijzen.",
                       passages(said_in(told.yes)), reason="slecht leesbaar")
    if order.signature.name is None and any(m.by_name for m in sound):
        return Outcome("onduidelijk", "Het mandaat wijst hulpofficieren met naam aan, maar wie de beschikking tekende blijkt niet.", shown,
                       reason="te vaag")
    how = "op naam" if sound[0].by_name else "als functionaris"
    paper = dossier.papers[sound[0].paper]
    return Outcome("voldaan", f"Het mandaatbesluit van {moment_nl(given)} dekt {order.signature.name or 'de hulpofficier'} {how} en gold op"
                   f" {_when_nl(dossier, order)}.", passages([*shown[:1], *provisions(paper)[1:2], *terms(paper)[-1:], *said_in(told.yes)]))


def _denied(dossier: Dossier, sound: Sequence[Mandate], told: Weighed, day: date | None) -> Outcome | None:
    """Papers that say that the mandate was not there; what a mandaatbesluit excepts beside what it grants is read as its condition."""
    granting = {s.paper for s in told.yes}
    outside = [s for s in told.no if s.kind != "mandaatbesluit" and not told_after(s, day)]
    own = [s for s in told.no if s.paper in {m.paper for m in sound} and s.paper not in granting]
    if outside and outside[0].certainty >= _SURE:
        return Outcome("niet_voldaan", "Er is een mandaatbesluit, maar volgens een ander stuk geldt het mandaat niet.",
                       passages([*said_in(outside[:2]), *(m.passage for m in sound)]), passages(said_in(outside)))
    if own or outside:
        return Outcome("onduidelijk", "Er is een mandaatbesluit, maar de stukken laten open of de hulpofficier in dit geval bevoegd was.",
                       passages([*said_in([*outside, *own][:2]), *(m.passage for m in sound)]), passages(said_in([*outside, *own])), reason="tegenstrijdig")
    return None


def _left_open(dossier: Dossier, order: Decision, sound: Sequence[Mandate], told: Weighed) -> Outcome | None:
    """A mandate of which it does not appear that it empowers to decide, or in this case."""
    if not any(m.decide or any(s.paper == m.paper for s in told.yes) for m in sound):
        return Outcome("onduidelijk", "Uit het mandaatbesluit blijkt niet dat het bevoegd maakt om over een huisverbod te beslissen.",
                       passages(m.passage for m in sound), reason="te vaag")
    limits = [[c.passage for c in conditions(dossier.papers[m.paper]) if _open(dossier, order, c)] for m in sound]
    if not all(limits):
        return None
    found = passages(p for some in limits for p in some)
    return Outcome("onduidelijk", "Het mandaat geldt niet in ieder geval; of in dit geval aan de voorwaarde of verdeling is voldaan, blijkt niet.",
                   passages([*found[:2], *(m.passage for m in sound)]), found, reason="open norm")


def _in_the_way(dossier: Dossier, mandate: Mandate, day: date | None) -> bool:
    """Whether a regulation of this municipality in force on the day excludes what another allows: to sign only, or for others by name."""
    order = dossier.order
    here = order is not None and same_municipality(dossier.papers[mandate.paper], paper_of(dossier, order))
    return here and not _not_then(dossier, mandate, day) and mandate.by_burgemeester and not mandate.extend_only


def _without_mandate(dossier: Dossier, order: Decision) -> Outcome:
    """No mandaatbesluit in the dossier: does the beschikking speak of one?"""
    spoken = given_orally(dossier.papers)
    if spoken:
        return Outcome("niet_voldaan", "Het mandaat is volgens de stukken alleen mondeling verleend; een mandaat vergt een besluit op schrift.", spoken[:3])
    own = weigh(dossier, "mandaat_verleend", "hovj", ("beschikking_huisverbod",))
    named = [m for m in mentions(dossier.papers, "mandaat", ("beschikking_huisverbod",)) if not m.denied]
    if own.denied and not named:
        return Outcome("niet_voldaan", "De beschikking zegt zelf dat het mandaat er niet (of alleen voor iets anders) was.",
                       passages(said_in(own.no)))
    shown = passages([*(m.passage for m in named), *said_in(own.yes)])
    if named or own.yes:
        return Outcome("niet_te_beoordelen", "De beschikking verwijst naar een mandaat, maar het mandaatbesluit zit niet in het dossier.",
                       shown, remedy="Vraag het mandaatbesluit op bij de gemeente; het kan nog voor de zitting worden overgelegd.")
    denied = said_in(dossier.said("mandaat_verleend", "hovj", "tegendeel"))
    return Outcome("niet_voldaan", "De beschikking vermeldt nergens een mandaat en er zit geen mandaatbesluit in het dossier.",
                   passages([on_behalf(dossier, order), order.signature.block, *denied]),
                   remedy="Als er een mandaatbesluit van voor het besluit bestaat, kan de burgemeester het alsnog overleggen.")


def _day(when: When | None) -> date | None:
    return None if when is None else day_of(when)


def _when_nl(dossier: Dossier, order: Decision) -> str:
    when = decided_on(dossier, order)
    return moment_nl(when) if when else "onbekende datum"
