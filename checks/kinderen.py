"""The requirement on contact with Veilig Thuis beforehand (Wth 2 lid 3)."""

from __future__ import annotations

from collections.abc import Mapping

from checks.finding import Check, Outcome, passages
from verifier.dossier.model import Dossier


def veilig_thuis_vooraf(dossier: Dossier) -> Outcome:
    """kindermishandeling.veilig_thuis_vooraf."""
    abuse = [s for s in dossier.said("kindermishandeling", "kind", "ja") if s.certainty >= 0.9]
    if dossier.order is None or not abuse:
        return Outcome("nvt", "De stukken noemen geen kindermishandeling als grond.")
    before, denied = dossier.said("veilig_thuis_vooraf", "", "ja"), dossier.said("veilig_thuis_vooraf", "", "tegendeel")
    if before and denied:
        return Outcome("onduidelijk", "De stukken spreken elkaar tegen over contact vooraf.", passages(s.passage for s in before),
                       passages(s.passage for s in denied), reason="tegenstrijdig")
    if before:
        return Outcome("voldaan", "Voor het besluit is contact geweest over het voornemen.", passages(s.passage for s in before))
    return Outcome("niet_voldaan", "Er is geen contact voor het besluit vastgelegd.", passages(s.passage for s in (*denied, *abuse)),
                   remedy="Ga na of er toch vooraf contact was en laat dat vastleggen.")


CHECKS: Mapping[str, Check] = {"kindermishandeling.veilig_thuis_vooraf": veilig_thuis_vooraf}
