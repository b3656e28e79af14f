"""Whether a mandaatbesluit covers the hulpofficier who decided (Awb 10:3, 10:5, 10:9), and what a mandate to sign only asks (Awb 10:11)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from checks.deciding import decided_on
from checks.finding import Outcome, passages
from checks.weighing import Weighed, said_in, weigh
from checks.wording import day_of, is_before, moment_nl
from verifier.dossier.model import Decision, Dossier, Mandate, When
from verifier.reading.facts.mentions import mentions, names
from verifier.reading.facts.names import same_person
from verifier.reading.paper import Kind, Passage, Statement

_LATE = "het is van na het besluit"
_SIGNS = "het geeft alleen de bevoegdheid om te ondertekenen"
_DECIDING_KINDS: tuple[Kind, ...] = ("beschikking_huisverbod", "pv_bevindingen", "pv_horen", "pv_overig", "brief")
_TALK_KINDS: tuple[Kind, ...] = ("beschikking_huisverbod", "pv_bevindingen", "pv_horen", "pv_overig", "rihg")


def covered(dossier: Dossier, order: Decision) -> Outcome:
    """The verdict on the mandate of the hulpofficier who acted in this decision."""
    if not dossier.mandates:
        return _without_mandate(dossier)
    day = _day(decided_on(dossier, order))
    faults = {mandate.paper: _faults(dossier, order, mandate, day) for mandate in dossier.mandates}
    sound = [m for m in dossier.mandates if not faults[m.paper]]
    signing = [m for m in dossier.mandates if m.sign_only]
    if sound:
        return _with_mandate(dossier, order, sound, faults, day)
    if signing and all(_only_signs(faults[m.paper]) for m in signing) and len(signing) == len(dossier.mandates):
        return decided_himself(dossier, order)
    shown = passages(m.passage for m in dossier.mandates)
    if _ratified(dossier) and all(_only_late(faults[m.paper]) for m in dossier.mandates):
        return Outcome("onduidelijk", "Het mandaat is van na het besluit, maar de burgemeester lijkt dit huisverbod te hebben bekrachtigd.",
                       passages([*shown, *_ratified(dossier)]), reason="open norm")
    named = "; ".join(dict.fromkeys(fault for found in faults.values() for fault in found))
    return Outcome("niet_voldaan", f"Het mandaatbesluit dekt dit besluit van {_when_nl(dossier, order)} niet: {named}.", shown)


def _only_late(faults: Sequence[str]) -> bool:
    return bool(faults) and all(fault.startswith(_LATE) for fault in faults)


def _only_signs(faults: Sequence[str]) -> bool:
    return list(faults) == [_SIGNS]


def _faults(dossier: Dossier, order: Decision, mandate: Mandate, day: date | None) -> list[str]:
    """Why a mandaatbesluit does not cover the decision, in Dutch; empty when it does."""
    given = mandate.dated or dossier.papers[mandate.paper].dated
    found = []
    if not mandate.by_burgemeester:
        found.append("het is verleend door een ander dan de burgemeester")
    if mandate.sign_only:
        found.append(_SIGNS)
    elif mandate.extend_only:
        found.append("het geldt alleen voor verlengingen")
    if mandate.by_name and not _listed(order, mandate):
        found.append(f"{order.signature.name or 'de hulpofficier'} staat niet onder de aangewezen hulpofficieren")
    if day is not None and given is not None and given > day:
        found.append(f"{_LATE} ({moment_nl(given)}), en terugwerkende kracht helpt dan niet")
    elif day is not None and mandate.in_force is not None and mandate.in_force > day:
        found.append(f"het werkt pas vanaf {moment_nl(mandate.in_force)}")
    if _lapsed(mandate, given, day):
        found.append(f"het is verlopen op {moment_nl(mandate.until)}" if mandate.until else "het is verlopen")
    return found


def _lapsed(mandate: Mandate, given: date | None, day: date | None) -> bool:
    """Whether the mandate ended before the decision; an end not after its own beginning is a misread date, not an end."""
    began = max([d for d in (given, mandate.in_force) if d is not None], default=date.min)
    return day is not None and mandate.until is not None and began < mandate.until < day


def _listed(order: Decision, mandate: Mandate) -> bool:
    """Whether the signer is on the list; a signer without a readable name is not held against the mandate here."""
    name = order.signature.name
    return name is None or any(same_person(name, listed) for listed in mandate.by_name)


def _with_mandate(
    dossier: Dossier, order: Decision, sound: Sequence[Mandate], faults: dict[int, list[str]], day: date | None,
) -> Outcome:
    """A mandate that covers the decision as far as its own terms go: is it undated, contradicted, or beside another that excludes it?"""
    shown = passages(m.passage for m in sound)
    rivals = [m for m in dossier.mandates if m not in sound and _in_the_way(dossier, m, faults[m.paper], day)]
    if rivals:
        return Outcome("onduidelijk", "Naast een mandaat dat dit besluit dekt, bevat het dossier een regeling die het uitsluit:"
                       f" {'; '.join(dict.fromkeys(fault for m in rivals for fault in faults[m.paper]))}.",
                       passages([*shown[:1], *(m.passage for m in rivals)]), passages(m.passage for m in rivals), reason="tegenstrijdig")
    told = weigh(dossier, "mandaat_verleend", "hovj")
    outside = [s for s in told.no if s.kind != "mandaatbesluit"]
    if told.no and (told.denied or told.conflict):
        clear = bool(outside) and told.denied
        words = "volgens een ander stuk geldt het mandaat niet" if clear else "de stukken laten open of de hulpofficier in dit geval bevoegd was"
        return Outcome("niet_voldaan" if clear else "onduidelijk", f"Er is een mandaatbesluit, maar {words}.",
                       passages([*said_in(told.no[:2]), *shown]), passages(said_in(told.no)), reason=None if clear else "tegenstrijdig")
    if (open_ended := _left_open(dossier, sound, told)) is not None:
        return open_ended
    given = [m.dated or dossier.papers[m.paper].dated or m.in_force for m in sound]
    if day is None or not any(given):
        return Outcome("onduidelijk", "Het mandaatbesluit of het besluit is niet gedateerd, zodat niet blijkt dat het mandaat er eerder was.",
                       shown, reason="te vaag")
    if not shown:
        return Outcome("onduidelijk", "Er is een mandaatbesluit, maar de bepaling die het mandaat verleent is niet aan te wijzen.",
                       passages(said_in(told.yes)), reason="slecht leesbaar")
    if order.signature.name is None and any(m.by_name for m in sound):
        return Outcome("onduidelijk", "Het mandaat wijst hulpofficieren met naam aan, maar wie de beschikking tekende blijkt niet.", shown,
                       reason="te vaag")
    since = next(g for g in given if g)
    how = "op naam" if sound[0].by_name else "als functionaris"
    return Outcome("voldaan", f"Het mandaatbesluit van {moment_nl(since)} dekt {order.signature.name or 'de hulpofficier'} {how} en gold op"
                   f" {_when_nl(dossier, order)}.", passages([*shown, *said_in(told.yes)]))


def _left_open(dossier: Dossier, sound: Sequence[Mandate], told: Weighed) -> Outcome | None:
    """A mandate of which it does not appear that it empowers to decide, or in this case."""
    if not any(m.decide or any(s.paper == m.paper for s in told.yes) for m in sound):
        return Outcome("onduidelijk", "Uit het mandaatbesluit blijkt niet dat het bevoegd maakt om over een huisverbod te beslissen.",
                       passages(m.passage for m in sound), reason="te vaag")
    limits = [m.passage for m in mentions(dossier.papers, "mandaat_voorbehoud", ("mandaatbesluit",)) if m.passage is not None]
    if not limits:
        return None
    return Outcome("onduidelijk", "Het mandaat geldt niet in ieder geval; of in dit geval aan de voorwaarde of verdeling is voldaan, blijkt niet.",
                   passages([*limits, *(m.passage for m in sound)]), passages(limits), reason="open norm")


def _in_the_way(dossier: Dossier, mandate: Mandate, faults: Sequence[str], day: date | None) -> bool:
    """Whether a regulation in force on the day excludes what another allows: to sign only, or for others by name."""
    given = mandate.dated or dossier.papers[mandate.paper].dated
    began = day is None or given is None or given <= day
    return began and not _lapsed(mandate, given, day) and mandate.by_burgemeester and not mandate.extend_only and bool(faults)


def _ratified(dossier: Dossier) -> tuple[Passage, ...]:
    return said_in(dossier.said("burgemeester_besliste_zelf", "", "ja", ("mandaatbesluit",)))


def _without_mandate(dossier: Dossier) -> Outcome:
    """No mandaatbesluit in the dossier: does the beschikking speak of one?"""
    own = weigh(dossier, "mandaat_verleend", "hovj", ("beschikking_huisverbod",))
    named = [m for m in mentions(dossier.papers, "mandaat", ("beschikking_huisverbod",)) if not m.denied]
    if own.denied and not named:
        return Outcome("niet_voldaan", "De beschikking zegt zelf dat het mandaat er niet (of alleen voor iets anders) was.",
                       passages(said_in(own.no)))
    shown = passages([*(m.passage for m in named), *said_in(own.yes)])
    if named or own.yes:
        return Outcome("niet_te_beoordelen", "De beschikking verwijst naar een mandaat, maar het mandaatbesluit zit niet in het dossier.",
                       shown, remedy="Vraag het mandaatbesluit op bij de gemeente; het kan nog voor de zitting worden overgelegd.")
    return Outcome("niet_voldaan", "De beschikking vermeldt nergens een mandaat en er zit geen mandaatbesluit in het dossier.",
                   passages(said_in(dossier.said("mandaat_verleend", "hovj", "tegendeel"))),
                   remedy="Als er een mandaatbesluit van voor het besluit bestaat, kan de burgemeester het alsnog overleggen.")


def signing_only(dossier: Dossier, order: Decision) -> bool:
    """Whether the hulpofficier was empowered to sign, not to decide."""
    if any(m.decide for m in dossier.mandates):
        return False
    if any(m.sign_only for m in dossier.mandates):
        return True
    himself = _himself(dossier, order, ("beschikking_huisverbod",))
    return himself.asserted and not dossier.mandates and order.signature.role == "hovj"


def decided_himself(dossier: Dossier, order: Decision) -> Outcome:
    """Whether the mayor decided himself, before the hulpofficier signed for him."""
    himself = _himself(dossier, order, _DECIDING_KINDS)
    mandate = passages(m.passage for m in dossier.mandates if m.sign_only)
    limit = order.served.value if order.served else decided_on(dossier, order)
    late = [s for s in himself.yes if _after(s, limit)]
    if himself.conflict:
        return Outcome("onduidelijk", "De stukken spreken elkaar tegen over de vraag of de burgemeester zelf heeft besloten.",
                       passages(said_in((himself.yes[0], himself.no[0]))), passages(said_in(himself.no)), reason="tegenstrijdig")
    if himself.asserted and len(late) < len(himself.yes):
        return Outcome("voldaan", "De hulpofficier mocht alleen tekenen, en uit de stukken blijkt dat de burgemeester zelf heeft besloten.",
                       passages([*said_in(s for s in himself.yes if s not in late), *mandate]))
    if late:
        return Outcome("niet_voldaan", "De burgemeester besloot pas na de uitreiking, terwijl de hulpofficier alleen mocht tekenen.",
                       passages([*said_in(late), *mandate]))
    talk = _talk(dossier)
    if talk and not himself.denied:
        return Outcome("onduidelijk", "Er is overleg met de burgemeester vastgelegd, maar niet dat hij zelf heeft besloten.",
                       passages([*talk, *mandate]), reason="te vaag",
                       remedy="De burgemeester kan op de zitting verklaren wanneer en hoe hij heeft besloten.")
    return Outcome("niet_voldaan", "De hulpofficier mocht alleen tekenen en nergens blijkt dat de burgemeester zelf heeft besloten.",
                   passages([*said_in(himself.no[:2]), *mandate]))


def _himself(dossier: Dossier, order: Decision, kinds: tuple[Kind, ...]) -> Weighed:
    """What papers tell of a decision by the mayor himself; a signature, for him or not, tells nothing of it."""
    told = weigh(dossier, "burgemeester_besliste_zelf", kinds=kinds)
    return Weighed(tuple(s for s in told.yes if not _signs(order, s)), tuple(s for s in told.no if not _signs(order, s)))


def _signs(order: Decision, statement: Statement) -> bool:
    block = (order.signature.block, order.signature.on_behalf)
    return statement.unit.function == "signature" or statement.passage in block or names("namens", statement.unit.text) is not None


def _talk(dossier: Dossier) -> tuple[Passage, ...]:
    return passages(m.passage for m in mentions(dossier.papers, "overleg_burgemeester", _TALK_KINDS) if not m.denied)


def _after(statement: Statement, limit: When | None) -> bool:
    """Whether every moment that a statement names is later than a moment."""
    moments = [m.at or m.day for m in statement.moments]
    known = [m for m in moments if m is not None]
    return limit is not None and bool(known) and all(is_before(limit, moment) for moment in known)


def _day(when: When | None) -> date | None:
    return None if when is None else day_of(when)


def _when_nl(dossier: Dossier, order: Decision) -> str:
    when = decided_on(dossier, order)
    return moment_nl(when) if when else "onbekende datum"
