"""Whether the mayor decided himself where the hulpofficier might only sign for him (Awb 10:11)."""

from __future__ import annotations

from checks.deciding import decided_on
from checks.finding import Outcome, passages
from checks.ordering import told_after
from checks.weighing import Weighed, said_in, weigh
from verifier.dossier.model import Decision, Dossier
from verifier.reading.facts.mentions import mentions, names
from verifier.reading.paper import Kind, Passage, Statement

_DECIDING_KINDS: tuple[Kind, ...] = ("beschikking_huisverbod", "pv_bevindingen", "pv_horen", "pv_overig", "brief")
_TALK_KINDS: tuple[Kind, ...] = ("beschikking_huisverbod", "pv_bevindingen", "pv_horen", "pv_overig", "rihg", "brief")
"""Papers in which consultation with the mayor is recorded."""


def signing_only(dossier: Dossier, order: Decision) -> bool:
    """Whether the hulpofficier was empowered to sign, not to decide."""
    if any(m.decide for m in dossier.mandates):
        return False
    if any(m.sign_only for m in dossier.mandates):
        return True
    if dossier.mandates or order.signature.role != "hovj":
        return False
    own = weigh(dossier, "mandaat_verleend", "hovj", ("beschikking_huisverbod",))
    return own.denied or _himself(dossier, order, ("beschikking_huisverbod",)).asserted


def decided_himself(dossier: Dossier, order: Decision) -> Outcome:
    """Whether the mayor decided himself, before the hulpofficier signed for him."""
    himself = _himself(dossier, order, _DECIDING_KINDS)
    mandate = passages(m.passage for m in dossier.mandates if m.sign_only)
    limit = order.served.value if order.served else decided_on(dossier, order)
    late = [s for s in himself.yes if told_after(s, limit)]
    if himself.conflict:
        return Outcome("onduidelijk", "De stukken spreken elkaar tegen over de vraag of de burgemeester zelf heeft besloten.",
                       passages(said_in((himself.yes[0], himself.no[0]))), passages(said_in(himself.no)), reason="tegenstrijdig")
    if himself.asserted and len(late) < len(himself.yes):
        return Outcome("voldaan", "De hulpofficier mocht alleen tekenen, en uit de stukken blijkt dat de burgemeester zelf heeft besloten.",
                       passages([*said_in(s for s in himself.yes if s not in late), *mandate]))
    if late:
        return Outcome("niet_voldaan", "De burgemeester besloot pas na de uitreiking, terwijl de hulpofficier alleen mocht tekenen.",
                       passages([*said_in(late), *mandate]))
    talk = talked_over(dossier)
    if talk and not himself.denied:
        return Outcome("onduidelijk", "Er is overleg met de burgemeester vastgelegd, maar niet dat hij zelf heeft besloten.",
                       passages([*talk, *mandate]), reason="te vaag",
                       remedy="De burgemeester kan op de zitting verklaren wanneer en hoe hij heeft besloten.")
    return Outcome("niet_voldaan", "De hulpofficier mocht alleen tekenen en nergens blijkt dat de burgemeester zelf heeft besloten.",
                   passages([*mandate, *said_in(himself.no[:2])]))


def talked_over(dossier: Dossier) -> tuple[Passage, ...]:
    """Where consultation with the mayor is recorded: as it was read, else where the words name it."""
    said = passages(said_in(dossier.said("overleg_burgemeester", "", "ja", _TALK_KINDS)))
    return said or passages(m.passage for m in mentions(dossier.papers, "overleg_burgemeester", _TALK_KINDS) if m.stated)


def _himself(dossier: Dossier, order: Decision, kinds: tuple[Kind, ...]) -> Weighed:
    """What papers tell of a decision by the mayor himself; a signature, for him or not, tells nothing of it."""
    told = weigh(dossier, "burgemeester_besliste_zelf", kinds=kinds)
    return Weighed(tuple(s for s in told.yes if not _signs(order, s)), tuple(s for s in told.no if not _signs(order, s)))


def _signs(order: Decision, statement: Statement) -> bool:
    block = (order.signature.block, order.signature.on_behalf)
    unit = statement.unit
    return unit.function == "signature" or "ondertekening" in unit.does or statement.passage in block or names("namens", unit.text) is not None
