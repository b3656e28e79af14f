"""The requirement on what happened since the ban was imposed (ex nunc)."""

from __future__ import annotations

from collections.abc import Mapping

from checks.finding import Check, Outcome, passages
from verifier.dossier.model import Dossier
from verifier.reading.paper import Kind

_LATER: tuple[Kind, ...] = (
    "verlengingsadvies", "beschikking_verlenging", "zorgmelding_veilig_thuis", "brief", "pv_overig",
)


def actueel_gevaar(dossier: Dossier) -> Outcome:
    """handhaving.actueel_gevaar (Wth 6, 2 lid 9)."""
    if dossier.withdrawal is not None:
        return Outcome("nvt", "Het huisverbod is ingetrokken.")
    breach = dossier.said("overtreding", "uhg", "ja", _LATER)
    threat = [*breach, *dossier.said("hulp_geweigerd", "uhg", "ja", _LATER), *dossier.said("dreiging_duurt_voort", "", "ja", _LATER)]
    started = dossier.said("hulp_begonnen", "uhg", "ja", _LATER)
    gone = dossier.said("dreiging_duurt_voort", "", "tegendeel", _LATER)
    waiting = dossier.said("hulp_begonnen", "uhg", "tegendeel", _LATER)
    if breach:
        return Outcome("voldaan", "Na het opleggen is het verbod overtreden; de dreiging duurt voort.", passages(s.passage for s in breach))
    if threat and (started or gone):
        return Outcome("onduidelijk", "De latere stukken wijzen beide kanten op.", passages(s.passage for s in threat),
                       passages(s.passage for s in (*started, *gone)), reason="tegenstrijdig")
    if threat:
        return Outcome("voldaan", "Volgens de latere stukken duurt de dreiging voort.", passages(s.passage for s in threat))
    if started or gone:
        return Outcome("niet_voldaan", "Volgens de latere stukken is hulp begonnen of het gevaar geweken.", (), passages(s.passage for s in (*gone, *started)),
                       remedy="Bezie of het huisverbod moet worden ingetrokken (artikel 2 lid 9 Wth).")
    if waiting:
        return Outcome("onduidelijk", "De hulp is nog niet begonnen.", passages(s.passage for s in waiting), reason="te vaag")
    return Outcome("nvt", "Geen stuk van na het opleggen zegt iets over hulp, contact of dreiging.")


CHECKS: Mapping[str, Check] = {"handhaving.actueel_gevaar": actueel_gevaar}
