"""The requirement on the lawyer on duty (Wth 5 lid 1)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from checks.finding import Check, Outcome, passages
from checks.ordering import recorded_at
from checks.weighing import Weighed, said_in, weigh
from checks.wording import day_of
from verifier.dossier.model import Dossier

_WITHIN = timedelta(hours=24)


def piketadvocaat(dossier: Dossier) -> Outcome:
    """The lawyer on duty told within 24 hours of the wish for one (Wth 5 lid 1)."""
    wish, told = weigh(dossier, "advocaat_gewenst", "uhg"), weigh(dossier, "piket_gemeld")
    if wish.silent or wish.denied:
        return Outcome("nvt", "De stukken vermelden niet dat de uithuisgeplaatste voor het huisverbod een advocaat wilde.")
    remedy = "Ga na of de piketdienst toch is ingelicht en laat dat vastleggen."
    if not told.yes or told.denied:
        return Outcome("niet_voldaan", "De uithuisgeplaatste wilde een advocaat; een melding is niet vastgelegd.",
                       passages(said_in((*wish.yes, *told.no))), remedy=remedy)
    shown = passages([told.yes[0].passage, wish.yes[0].passage])
    if told.conflict or wish.conflict:
        return Outcome("onduidelijk", "De stukken spreken elkaar tegen over de wens of de melding.", shown,
                       passages(said_in((*told.no, *wish.no))), remedy=remedy, reason="tegenstrijdig")
    if _late(wish, told):
        return Outcome("niet_voldaan", "De melding aan de piketdienst of een advocaat was later dan 24 uur na de wens.", shown)
    return Outcome("voldaan", "De wens en de melding aan de piketdienst of een advocaat zijn vastgelegd.", shown)


def _late(wish: Weighed, told: Weighed) -> bool:
    """Whether even the first telling lies more than 24 hours after the first wish; days alone only when that is sure."""
    wishes, tellings = ([w for s in x.yes for w in recorded_at(s)] for x in (wish, told))
    if not wishes or not tellings:
        return False
    first, answer = min(wishes, key=str), min(tellings, key=str)
    if isinstance(first, datetime) and isinstance(answer, datetime):
        return answer - first > _WITHIN
    return day_of(answer) - day_of(first) > timedelta(1)


CHECKS: Mapping[str, Check] = {"rechtsbijstand.piketadvocaat": piketadvocaat}
