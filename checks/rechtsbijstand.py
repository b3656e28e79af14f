"""The requirement on the lawyer on duty (Wth 5 lid 1)."""

from __future__ import annotations

from collections.abc import Mapping

from checks.finding import Check, Outcome, passages
from verifier.dossier.model import Dossier


def piketadvocaat(dossier: Dossier) -> Outcome:
    """rechtsbijstand.piketadvocaat."""
    wanted = dossier.said("advocaat_gewenst", "uhg", "ja")
    if not wanted:
        return Outcome("nvt", "De stukken vermelden niet dat de uithuisgeplaatste voor het huisverbod een advocaat wilde.")
    told = dossier.said("piket_gemeld", "", "ja")
    if told:
        return Outcome("voldaan", "De wens en de melding aan de piketdienst of een advocaat zijn vastgelegd.", passages([told[0].passage, wanted[0].passage]))
    return Outcome("niet_voldaan", "De uithuisgeplaatste wilde een advocaat; een melding is niet vastgelegd.",
                   passages(s.passage for s in (*wanted, *dossier.said("piket_gemeld", "", "tegendeel"))),
                   remedy="Ga na of de piketdienst toch is ingelicht en laat dat vastleggen.")


CHECKS: Mapping[str, Check] = {"rechtsbijstand.piketadvocaat": piketadvocaat}
