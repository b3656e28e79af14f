"""The requirement that the facts rest on more than one statement (Awb 3:2)."""

from __future__ import annotations

from collections.abc import Mapping

from checks.finding import Check, Outcome, passages
from verifier.dossier.model import Dossier


def meer_dan_een_verklaring(dossier: Dossier) -> Outcome:
    """feiten.meer_dan_een_verklaring."""
    if dossier.order is None:
        return Outcome("nvt", "Er zit geen beschikking huisverbod in het dossier.")
    support = [*dossier.said("objectieve_steun", "", "ja"), *dossier.said("erkenning", "uhg", "ja")]
    against = [s for s in dossier.said("objectieve_steun", "", "tegendeel") if s.certainty >= 0.85]
    if support:
        return Outcome("voldaan", "Naast een verklaring is er steun van buiten die verklaring.", passages(s.passage for s in support))
    if against:
        return Outcome("niet_voldaan", "De stukken zeggen dat er geen letsel, schade of andere steun is gezien.", passages(s.passage for s in against))
    if dossier.of_kind("verklaring_aangifte", "pv_bevindingen", "pv_horen"):
        return Outcome("niet_voldaan", "Het huisverbod steunt alleen op verklaringen.", (), remedy="Breng foto's, medische gegevens of mutaties in.")
    return Outcome("niet_te_beoordelen", "Geen stuk beschrijft de bronnen van de feiten.")


CHECKS: Mapping[str, Check] = {"feiten.meer_dan_een_verklaring": meer_dan_een_verklaring}
