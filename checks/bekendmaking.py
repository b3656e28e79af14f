"""Requirements on service, the oral announcement, who is told, and the carrying out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from checks.finding import Check, Outcome, passages
from checks.wording import day_of, moment_nl
from verifier.dossier.model import Dossier
from verifier.reading.paper import Statement

_NO_ORDER = "Er zit geen beschikking huisverbod in het dossier."


def uitreiking(dossier: Dossier) -> Outcome:
    """bekendmaking.uitreiking (Awb 3:40, 3:41)."""
    order = dossier.order
    if order is None:
        return Outcome("nvt", _NO_ORDER)
    if order.served is not None:
        return Outcome("voldaan", f"De uitreiking op {moment_nl(order.served.value)} is vastgelegd.", order.served.passages)
    said = dossier.said("uitgereikt", "uhg", "ja")
    denied = dossier.said("uitgereikt", "uhg", "tegendeel")
    if denied and not said:
        return Outcome("niet_voldaan", "Een stuk zegt dat de beschikking niet is uitgereikt.", passages(s.passage for s in denied),
                       remedy="Reik de beschikking alsnog uit en leg dag en uur vast; het huisverbod werkt pas vanaf de bekendmaking.")
    if said or order.served_undated:
        found = passages([order.served_undated, *(s.passage for s in said)])
        return Outcome("onduidelijk", "De uitreiking is vermeld, maar de datum ervan niet.", found, reason="te vaag",
                       remedy="Vraag de uitreiker om een aanvullend proces-verbaal met dag en uur.")
    if order.service_block_empty:
        return Outcome("niet_voldaan", "Het vak voor de uitreiking is leeg en geen ander stuk legt de uitreiking vast.",
                       passages([order.service_block_empty]), remedy="Vraag de uitreiker om een akte of aanvullend proces-verbaal.")
    return Outcome("niet_te_beoordelen", "Geen stuk zegt iets over de uitreiking.", remedy="Vraag de akte van uitreiking op.")


def mondeling_daarna_schriftelijk(dossier: Dossier) -> Outcome:
    """bekendmaking.mondeling_daarna_schriftelijk (Wth 2 lid 7)."""
    spoken = dossier.said("mondeling_aangezegd", "uhg", "ja")
    if not spoken or dossier.order is None:
        return Outcome("nvt", "Geen stuk vermeldt een mondelinge aanzegging.")
    told = next((m.day for s in spoken for m in s.moments if m.day), None)
    served = dossier.order.served
    evidence = passages([*(s.passage for s in spoken[:2]), *(served.passages if served else ())])
    if told is None or served is None:
        return Outcome("onduidelijk", "Het huisverbod is eerst mondeling aangezegd, maar wanneer het op schrift is uitgereikt blijkt niet.",
                       evidence, reason="te vaag", remedy="Vul aan wanneer de schriftelijke beschikking is uitgereikt.")
    if day_of(served.value) - told > timedelta(1):
        return Outcome("niet_voldaan", f"Mondeling aangezegd op {moment_nl(told)}, pas op {moment_nl(served.value)} op schrift uitgereikt.", evidence)
    return Outcome("voldaan", f"Mondeling aangezegd op {moment_nl(told)} en op {moment_nl(served.value)} op schrift uitgereikt.", evidence)


def achterblijvers_ingelicht(dossier: Dossier) -> Outcome:
    """bekendmaking.achterblijvers_ingelicht (Wth 2 lid 8)."""
    if dossier.order is None:
        return Outcome("nvt", _NO_ORDER)
    partner, help_ = dossier.said("achterblijver_ingelicht", "achterblijver"), dossier.said("hulpverlening_ingelicht")
    told, helped = _yes(partner), _yes(help_)
    denied = [s for s in (*partner, *help_) if s.answer == "tegendeel"]
    if told and helped:
        return Outcome("voldaan", "De mededeling aan de achterblijver en aan de hulpverlening is vastgelegd.",
                       passages([told[0].passage, helped[0].passage]))
    remedy = "Licht alsnog in wie nog niet is ingelicht en leg dat vast."
    if told or helped:
        missing = "de hulpverlening" if told else "de achterblijver"
        return Outcome("onduidelijk", f"Een mededeling is vastgelegd, maar niet die aan {missing}.",
                       passages(s.passage for s in (*told, *helped)), remedy=remedy, reason="deels")
    if denied:
        return Outcome("niet_voldaan", "Een stuk zegt dat er niet is ingelicht.", passages(s.passage for s in denied), remedy=remedy)
    return Outcome("niet_te_beoordelen", "Geen stuk zegt iets over het inlichten van achterblijver of hulpverlening.", remedy=remedy)


def sleutels_en_bereikbaarheid(dossier: Dossier) -> Outcome:
    """uitvoering.sleutels_en_bereikbaarheid (Wth 4 lid 2, 2 lid 6)."""
    if dossier.order is None:
        return Outcome("nvt", _NO_ORDER)
    keys, reach = dossier.said("sleutels", "uhg"), dossier.said("bereikbaarheid", "uhg")
    has_keys, has_reach = _yes(keys), _yes(reach)
    if has_keys and has_reach:
        return Outcome("voldaan", "De sleutels en de bereikbaarheid zijn vastgelegd.", passages([has_keys[0].passage, has_reach[0].passage]))
    if has_keys or has_reach:
        what = "de sleutels zijn" if has_keys else "de bereikbaarheid is"
        return Outcome("onduidelijk", f"Alleen {what} vastgelegd.", passages(s.passage for s in (*has_keys, *has_reach)), reason="deels",
                       remedy="Vul het ontbrekende aan in een proces-verbaal.")
    denied = [s for s in (*keys, *reach) if s.answer == "tegendeel"]
    if denied:
        return Outcome("niet_voldaan", "Een stuk zegt dat sleutels noch bereikbaarheid zijn vastgelegd.", passages(s.passage for s in denied))
    return Outcome("niet_te_beoordelen", "Geen stuk zegt iets over sleutels of bereikbaarheid.")


def _yes(statements: tuple[Statement, ...]) -> list[Statement]:
    return [s for s in statements if s.answer == "ja"]


CHECKS: Mapping[str, Check] = {
    "bekendmaking.uitreiking": uitreiking,
    "bekendmaking.mondeling_daarna_schriftelijk": mondeling_daarna_schriftelijk,
    "bekendmaking.achterblijvers_ingelicht": achterblijvers_ingelicht,
    "uitvoering.sleutels_en_bereikbaarheid": sleutels_en_bereikbaarheid,
}
