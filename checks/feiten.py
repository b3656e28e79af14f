"""The requirement that the facts rest on more than one statement (Awb 3:2)."""

from __future__ import annotations

from collections.abc import Mapping

from checks.finding import Check, Outcome, passages
from checks.ordering import beginning
from checks.weighing import said_in, weigh
from verifier.dossier.model import Dossier


def meer_dan_een_verklaring(dossier: Dossier) -> Outcome:
    """Support from outside the statement of the victim, or an admission by the uithuisgeplaatste (Awb 3:2)."""
    if dossier.order is None:
        return Outcome("nvt", "Er zit geen beschikking huisverbod in het dossier.")
    seen, admitted = weigh(dossier, "objectieve_steun"), weigh(dossier, "erkenning", "uhg")
    support = [s for w in (seen, admitted) if w.asserted for s in w.yes]
    if support:
        return Outcome("voldaan", "Naast een verklaring is er steun van buiten die verklaring.", passages(said_in(support)))
    if seen.conflict:
        return Outcome("onduidelijk", "De steun naast de verklaringen is zelf betwist: een stuk noemt steun, een ander stuk spreekt die tegen.",
                       passages(said_in(seen.yes)), passages(said_in(seen.no)), reason="tegenstrijdig")
    remedy = "Breng foto's, medische gegevens of mutaties in."
    if seen.denied:
        return Outcome("niet_voldaan", "De stukken zeggen dat er geen letsel, schade of andere steun is gezien.", passages(said_in(seen.no)), remedy=remedy)
    told = dossier.of_kind("verklaring_aangifte", "pv_bevindingen", "pv_horen")
    if told:
        return Outcome("niet_voldaan", "Naast de verklaringen is geen andere steun in de stukken gevonden.", passages([beginning(told)]), remedy=remedy)
    return Outcome("niet_te_beoordelen", "Geen stuk beschrijft de bronnen van de feiten.")


CHECKS: Mapping[str, Check] = {"feiten.meer_dan_een_verklaring": meer_dan_een_verklaring}
