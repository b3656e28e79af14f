"""The requirement on the lawyer on duty (Wth 5 lid 1)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from checks.finding import Check, Outcome, passages
from checks.horen_wijze import OF_IMPOSING
from checks.ordering import recorded_at
from checks.weighing import Weighed, said_in, weigh
from checks.wording import day_of, papers_nl
from verifier.dossier.model import Dossier

_WITHIN = timedelta(hours=24)
_REMEDY = "Ga na of de piketdienst toch is ingelicht en laat dat vastleggen."


def piketadvocaat(dossier: Dossier) -> Outcome:
    """The lawyer on duty told within 24 hours of the wish for one (Wth 5 lid 1)."""
    wish, told = (weigh(dossier, *of, kinds=OF_IMPOSING) for of in (("advocaat_gewenst", "uhg"), ("piket_gemeld", "")))
    if wish.denied or (wish.silent and told.silent):
        return Outcome("nvt", "De stukken vermelden niet dat de uithuisgeplaatste voor het huisverbod een advocaat wilde.")
    if wish.silent:
        return _without_wish(told)
    wished = papers_nl(s.kind for s in wish.yes)
    if not told.yes or told.denied:
        if wish.conflict and not told.no:
            return Outcome("onduidelijk", "De stukken spreken elkaar tegen over zijn wens een advocaat te spreken; een melding is niet vastgelegd.",
                           passages(said_in(wish.yes)), passages(said_in(wish.no)), remedy=_REMEDY, reason="tegenstrijdig")
        return Outcome("niet_voldaan", f"Volgens {wished} wilde de uithuisgeplaatste een advocaat; een melding is niet vastgelegd of is geweigerd.",
                       passages([*said_in(wish.yes[:1]), *said_in(told.no[:1]), *said_in((*wish.yes, *told.no))]), remedy=_REMEDY)
    shown = passages([told.yes[0].passage, wish.yes[0].passage, *said_in(told.yes)])
    if _late(wish, told):
        return Outcome("niet_voldaan", "De melding aan de piketdienst of een advocaat was later dan 24 uur na de wens.", shown)
    if told.conflict:
        return Outcome("onduidelijk", "De stukken spreken elkaar tegen over de melding aan de piketdienst.", shown,
                       passages(said_in(told.no)), remedy=_REMEDY, reason="tegenstrijdig")
    return Outcome("voldaan", f"De wens en de melding aan de piketdienst of een advocaat zijn vastgelegd in {papers_nl(s.kind for s in told.yes)}.", shown)


def _without_wish(told: Weighed) -> Outcome:
    """Where no wish was read but a paper speaks of telling the lawyer on duty."""
    shown = passages(said_in((*told.yes, *told.no)))
    if told.asserted:
        return Outcome("voldaan", f"De piketdienst of een advocaat is ingelicht, volgens {papers_nl(s.kind for s in told.yes)}.", shown)
    return Outcome("onduidelijk", "Een stuk zegt dat de piketdienst niet is ingelicht; of de uithuisgeplaatste een advocaat wilde blijkt niet.", shown,
                   remedy=_REMEDY, reason="te vaag")


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
