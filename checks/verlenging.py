"""Requirements on the extension (Wth 9). Of several extensions the weakest outcome counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from checks.finding import Check, Outcome, passages
from checks.weighing import stated_in
from checks.wording import day_of, moment_nl
from verifier.dossier.model import Decision, Dossier, When
from verifier.reading.paper import Kind, Over, Passage
from verifier.reading.time.arithmetic import LONGEST_DAYS

_RANK = ("niet_voldaan", "onduidelijk", "niet_te_beoordelen", "voldaan", "nvt")
_LONGEST = timedelta(days=LONGEST_DAYS)
_THREATS: tuple[tuple[str, Over], ...] = (("dreiging_duurt_voort", ""), ("hulp_geweigerd", "uhg"), ("overtreding", "uhg"))
_REASONS: tuple[Kind, ...] = ("beschikking_verlenging", "verlengingsadvies")
One = Callable[[Dossier, Decision], Outcome]


def _each(one: One) -> Check:
    """A check over every extension: the weakest outcome, or *nvt* without one."""

    def check(dossier: Dossier) -> Outcome:
        if not dossier.extensions:
            return Outcome("nvt", "Het huisverbod is niet verlengd.")
        return min((one(dossier, e) for e in dossier.extensions), key=lambda o: _RANK.index(o.verdict))

    return check


def _inhoud(dossier: Dossier, extension: Decision) -> Outcome:
    refers = extension.begin or (dossier.order and dossier.order.decided)
    facts = [*dossier.said("dreiging_duurt_voort", "", "ja", ["beschikking_verlenging"]), *dossier.said("hulp_geweigerd", "uhg", None, ["beschikking_verlenging"])]
    missing = [word for word, there in (("de woning", extension.address or refers), ("het nieuwe einde", extension.end),
                                        ("de namen van het contactverbod", extension.names or refers)) if not there]
    found = passages([*stated_in(extension.address), *stated_in(extension.end), *(p for n in extension.names for p in n.passages), *(s.passage for s in facts)])
    if missing:
        return Outcome("niet_voldaan", f"De verlenging noemt niet: {', '.join(missing)}.", found,
                       remedy="Neem een verbeterd besluit zolang het huisverbod loopt.")
    if not found:
        return Outcome("onduidelijk", "De verlenging verwijst alleen naar het eerdere besluit.", _paper(dossier, extension), reason="te vaag")
    return Outcome("voldaan", "De verlenging noemt de woning, het nieuwe einde, de feiten en de namen.", found)


def _door_burgemeester(dossier: Dossier, extension: Decision) -> Outcome:
    block = passages([extension.signature.block, extension.decider_passage])
    role, name = extension.signature.role, extension.signature.name or "een onbekende"
    if role in ("burgemeester", "locoburgemeester"):
        return Outcome("voldaan", f"De verlenging is genomen en getekend door de {role} ({name}).", block) if block else \
            Outcome("onduidelijk", "De ondertekening is niet aan te wijzen.", _paper(dossier, extension), reason="te vaag")
    if role is None:
        return Outcome("onduidelijk", "Wie de verlenging tekende, of in welke hoedanigheid, blijkt niet.", block or _paper(dossier, extension), reason="te vaag")
    return Outcome("niet_voldaan", f"De verlenging is niet door de burgemeester zelf getekend maar door {name} ({role}).", block,
                   remedy="Alleen de burgemeester kan verlengen; laat hem zelf beslissen zolang het huisverbod loopt.")


def _maximaal_28_dagen(dossier: Dossier, extension: Decision) -> Outcome:
    begin = dossier.order.begin if dossier.order else extension.begin
    if extension.end is None or begin is None:
        return Outcome("onduidelijk", "Het nieuwe einde of het begin van het huisverbod blijkt niet.",
                       passages([*stated_in(extension.end), *stated_in(begin)]) or _paper(dossier, extension), reason="te vaag")
    evidence = passages([*stated_in(extension.end), *stated_in(begin)])
    said = f"van {moment_nl(begin.value)} tot {moment_nl(extension.end.value)}"
    if _over(begin.value, extension.end.value):
        return Outcome("niet_voldaan", f"Het huisverbod duurt met de verlenging langer dan 28 dagen ({said}).", evidence,
                       remedy="Verbeter het einde naar ten hoogste 28 dagen na het begin.")
    return Outcome("voldaan", f"Het totaal blijft binnen 28 dagen ({said}).", evidence)


def _over(begin: When, end: When) -> bool:
    if isinstance(begin, datetime) and isinstance(end, datetime):
        return end - begin > _LONGEST
    return day_of(end) - day_of(begin) > _LONGEST


def _eenmalig_en_tijdig(dossier: Dossier, extension: Decision) -> Outcome:
    if len(dossier.extensions) > 1:
        return Outcome("niet_voldaan", f"Er is {len(dossier.extensions)} keer verlengd.", passages(p for e in dossier.extensions for p in _paper(dossier, e)))
    ended = dossier.order.end if dossier.order else None
    decided = extension.decided
    evidence = passages([*stated_in(decided), *stated_in(ended)]) or _paper(dossier, extension)
    if decided is None or ended is None:
        return Outcome("onduidelijk", "Wanneer is besloten te verlengen, of wanneer het huisverbod afliep, blijkt niet.", evidence, reason="te vaag")
    on, end = decided.value, ended.value
    late = on > end if isinstance(on, datetime) and isinstance(end, datetime) else day_of(on) > day_of(end)
    if late:
        return Outcome("niet_voldaan", f"Pas op {moment_nl(on)} verlengd; het huisverbod liep af op {moment_nl(end)}.", evidence)
    if day_of(on) == day_of(end) and not isinstance(on, datetime):
        return Outcome("onduidelijk", "Op de dag van aflopen is verlengd; het tijdstip van het besluit blijkt niet.", evidence, reason="te vaag")
    return Outcome("voldaan", f"Een keer verlengd, op {moment_nl(on)}, voor het einde op {moment_nl(end)}.", evidence)


def _gevaar_duurt_voort(dossier: Dossier, extension: Decision) -> Outcome:
    threat = [s for concept, over in _THREATS for s in dossier.said(concept, over, "ja", _REASONS)]
    against = [*dossier.said("hulp_begonnen", "uhg", "ja", _REASONS), *dossier.said("dreiging_duurt_voort", "", "tegendeel", _REASONS)]
    if threat and against:
        return Outcome("onduidelijk", "De feiten van na het opleggen wijzen beide kanten op.", passages(s.passage for s in threat),
                       passages(s.passage for s in against), reason="tegenstrijdig")
    if threat:
        return Outcome("voldaan", "De verlenging steunt op feiten van na het opleggen.", passages(s.passage for s in threat))
    return Outcome("niet_voldaan", "Geen feit van na het opleggen dat op dreiging vanuit de uithuisgeplaatste wijst.", (), passages(s.passage for s in against)
                   or _paper(dossier, extension), remedy="Onderbouw op de zitting met feiten van na het opleggen die er toen al waren.")


def _horen(dossier: Dossier, extension: Decision) -> Outcome:
    him, her = dossier.said("horen_verlenging", "uhg"), dossier.said("horen_verlenging", "achterblijver")
    yes_him, yes_her = [s for s in him if s.answer == "ja"], [s for s in her if s.answer == "ja"]
    no = [s for s in (*him, *her) if s.answer == "tegendeel"]
    if yes_him and yes_her:
        return Outcome("voldaan", "De uithuisgeplaatste en de achterblijver zijn over de verlenging gehoord.", passages([yes_him[0].passage, yes_her[0].passage]))
    if no:
        return Outcome("niet_voldaan", "Vastgelegd is dat niet beiden over de verlenging zijn gehoord.", passages(s.passage for s in no))
    if yes_him or yes_her:
        return Outcome("onduidelijk", "Maar van een van beiden is vastgelegd dat hij over de verlenging is gehoord.",
                       passages(s.passage for s in (*yes_him, *yes_her)), reason="deels")
    if dossier.of_kind("verlengingsadvies"):
        return Outcome("niet_voldaan", "Geen stuk vermeldt dat iemand over de verlenging is gehoord.", _paper(dossier, extension))
    return Outcome("niet_te_beoordelen", "Alleen de verlengingsbeschikking zit in het dossier en die zegt er niets over.")


def _advies(dossier: Dossier, extension: Decision) -> Outcome:
    advised, against = dossier.said("advies_verlengen", "", "ja"), dossier.said("advies_verlengen", "", "tegendeel")
    papers = dossier.of_kind("verlengingsadvies")
    decided = day_of(extension.decided.value) if extension.decided else None
    if papers:
        paper = papers[0]
        evidence = passages([*(s.passage for s in (*advised, *against)), paper.passage(0, 200)])
        if decided and paper.dated and paper.dated > decided:
            return Outcome("niet_voldaan", f"Het advies is van {moment_nl(paper.dated)}, na het besluit.", evidence)
        if against and not advised:
            return Outcome("niet_voldaan", "Het advies is negatief en de verlenging legt de afwijking niet uit.", evidence)
        return Outcome("voldaan", "Er ligt een advies van de hulpverlening aan de verlenging ten grondslag.", evidence)
    quoted = [s for s in advised if s.kind == "beschikking_verlenging"]
    if any(s.moments for s in quoted):
        return Outcome("voldaan", "De verlenging haalt het advies met datum en strekking aan.", passages(s.passage for s in quoted))
    if quoted:
        return Outcome("onduidelijk", "Het advies is genoemd zonder datum.", passages(s.passage for s in quoted), reason="te vaag")
    return Outcome("niet_voldaan", "Er is geen advies van de hulpverlening.", _paper(dossier, extension))


def _bekendmaking(dossier: Dossier, extension: Decision) -> Outcome:
    if extension.served is not None and extension.served.passages:
        return Outcome("voldaan", f"De verlenging is bekendgemaakt op {moment_nl(extension.served.value)}.", extension.served.passages)
    if extension.service_block_empty:
        return Outcome("niet_voldaan", "Het vak voor de uitreiking van de verlenging is leeg.", passages([extension.service_block_empty]))
    if extension.served_undated:
        return Outcome("onduidelijk", "De uitreiking van de verlenging is zonder datum vermeld.", passages([extension.served_undated]), reason="te vaag")
    return Outcome("niet_te_beoordelen", "Geen stuk zegt iets over de bekendmaking van de verlenging.")


def _paper(dossier: Dossier, decision: Decision) -> tuple[Passage, ...]:
    """The opening words of the decision's paper, for an outcome that rests on its silence."""
    paper = dossier.papers[decision.paper]
    units = [u for u in paper.units if u.function in ("narrative", "form")]
    return passages([paper.passage(units[0].start, units[0].end)] if units else [])


CHECKS: Mapping[str, Check] = {
    "verlenging.inhoud": _each(_inhoud),
    "verlenging.door_burgemeester": _each(_door_burgemeester),
    "verlenging.maximaal_28_dagen": _each(_maximaal_28_dagen),
    "verlenging.eenmalig_en_tijdig": _each(_eenmalig_en_tijdig),
    "verlenging.gevaar_duurt_voort": _each(_gevaar_duurt_voort),
    "verlenging.horen": _each(_horen),
    "verlenging.advies": _each(_advies),
    "verlenging.bekendmaking": _each(_bekendmaking),
}
