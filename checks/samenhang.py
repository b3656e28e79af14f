"""Requirements that look across cases and papers: an earlier ban, and whether the papers agree."""

from __future__ import annotations

from collections.abc import Mapping

from checks.finding import Check, Outcome, passages
from checks.wording import moment_nl
from verifier.dossier.model import Dossier


def nieuwe_feiten(dossier: Dossier) -> Outcome:
    """herhaling.nieuwe_feiten (Handreiking 8)."""
    earlier = dossier.earlier_order
    if earlier is None:
        return Outcome("nvt", "De stukken vermelden geen eerder huisverbod in de drie maanden ervoor.")
    new, old = dossier.said("nieuwe_feiten", "", "ja"), dossier.said("nieuwe_feiten", "", "tegendeel")
    day = moment_nl(earlier.value)
    if old and not new:
        return Outcome("niet_voldaan", f"Na het eerdere huisverbod ({day}) zijn er geen nieuwe feiten.", passages(s.passage for s in old))
    if new and not old:
        return Outcome("voldaan", f"Het huisverbod steunt op feiten van na het eerdere huisverbod ({day}).", passages(s.passage for s in new))
    return Outcome("onduidelijk", f"Wat er nieuw is sinds het eerdere huisverbod ({day}) blijkt niet.",
                   passages([*earlier.passages, *(s.passage for s in (*new, *old))]), reason="tegenstrijdig" if new else "te vaag")


def stukken_eensluidend(dossier: Dossier) -> Outcome:
    """samenhang.stukken_eensluidend (Awb 3:2)."""
    if len(dossier.papers) < 2:
        return Outcome("nvt", "Het dossier bevat maar een stuk.")
    order = dossier.order
    compared = [("de geboortedatum", dossier.born), ("het adres", dossier.address), ("het begin van het huisverbod", order.begin if order else None)]
    for what, stated in compared:
        if stated is not None and stated.also:
            others = [p for _, found in stated.also for p in found]
            return Outcome("niet_voldaan", f"De stukken verschillen over {what}.", passages([*stated.passages[:1], *others]),
                           remedy="Ga na welk gegeven juist is en herstel het andere stuk.")
    same = passages(p for stated in (dossier.name, dossier.born, dossier.address) if stated for p in stated.passages)
    if not same:
        return Outcome("onduidelijk", "Naam, geboortedatum en adres zijn in de stukken niet gevonden.",
                       passages(p for s in (dossier.address,) if s for p in s.passages), reason="slecht leesbaar")
    return Outcome("voldaan", "In naam, geboortedatum, adres en begin van het huisverbod is geen verschil gevonden.", same)


CHECKS: Mapping[str, Check] = {
    "herhaling.nieuwe_feiten": nieuwe_feiten,
    "samenhang.stukken_eensluidend": stukken_eensluidend,
}
