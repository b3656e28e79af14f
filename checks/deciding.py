"""Who acted in a decision and when: what several requirements ask before they can be judged."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from checks.finding import Outcome, passages
from checks.wording import day_of
from verifier.dossier.model import Decision, Dossier, SignerRole, When
from verifier.reading.facts.mentions import mentions
from verifier.reading.paper import Paper, Passage

ROLES: Mapping[SignerRole | None, str] = {
    "hovj": "een hulpofficier van justitie", "burgemeester": "de burgemeester", "locoburgemeester": "de locoburgemeester",
    "anders": "iemand anders dan de burgemeester of een hulpofficier van justitie", None: "een niet genoemde functionaris",
}
IN_FORCE = date(2009, 1, 1)
"""Entry into force of the Wet tijdelijk huisverbod."""
MAYORS = ("burgemeester", "locoburgemeester")


def hovj_acts(order: Decision) -> bool:
    """Whether a hulpofficier decides or signs, or somebody signs for the mayor whose own capacity was not read."""
    role = order.signature.role
    for_mayor = order.signature.on_behalf is not None and role in ("burgemeester", None) and order.decider != "anders"
    return order.decider == "hovj" or (order.decider != "anders" and role == "hovj") or for_mayor


def other_acts(order: Decision) -> bool:
    """Whether it is known who acts, and that it is no hulpofficier."""
    return not hovj_acts(order) and order.decider is not None


def on_behalf(dossier: Dossier, order: Decision) -> Passage | None:
    """The words by which the decision is taken or signed for the mayor: at the signature, else anywhere in the decision."""
    if order.signature.on_behalf is not None:
        return order.signature.on_behalf
    found = mentions([paper_of(dossier, order)], "namens", [order.kind])
    return next((m.passage for m in found if m.stated and m.passage is not None), None)


def signature_unit(dossier: Dossier, order: Decision) -> Passage | None:
    """A unit of the decision that has the function of a signature, whether or not it could be read as one."""
    paper = paper_of(dossier, order)
    return next((p for u in paper.units if u.function == "signature" and (p := paper.passage(u.start, u.end))), None)


def signer_nl(order: Decision) -> str:
    """The signer with capacity, as far as the decision gives them: "J. de Vries (een hulpofficier van justitie)"."""
    name, role = order.signature.name, order.signature.role or order.decider
    return f"{name} ({ROLES[role]})" if name else ROLES[role]


def decided_on(dossier: Dossier, order: Decision) -> When | None:
    """Moment of the decision: as stated, else service, beginning or the date of the paper."""
    values = [s.value for s in (order.decided, order.served, order.begin) if s is not None]
    dated = paper_of(dossier, order).dated
    # No huisverbod was imposed before the law was in force: an earlier day is misread, a birth date for one.
    return next((when for when in (*values, *([dated] if dated else [])) if day_of(when) >= IN_FORCE), None)


def paper_of(dossier: Dossier, decision: Decision) -> Paper:
    """The paper the decision stands in."""
    return dossier.papers[decision.paper]


def opening(dossier: Dossier, decision: Decision) -> Passage | None:
    """The first words of the decision: what there is to show where it is silent."""
    paper = paper_of(dossier, decision)
    return next((p for unit in paper.units if (p := paper.passage(unit.start, unit.end))), None)


def badly_read(dossier: Dossier, decision: Decision) -> bool:
    """Whether reading the decision met problems, so that its silence proves nothing."""
    return bool(paper_of(dossier, decision).problems)


def no_order() -> Outcome:
    """For a dossier without a beschikking huisverbod."""
    return Outcome("nvt", "Er is geen beschikking huisverbod in het dossier, zodat deze eis niet kan gelden.")


def unread(dossier: Dossier, order: Decision, missing: str) -> Outcome:
    """For something not found in a decision that could not be read well."""
    return Outcome(
        "onduidelijk", f"{missing} is niet gevonden, maar de beschikking is niet goed leesbaar; lees het stuk zelf na.",
        passages([opening(dossier, order)]), reason="slecht leesbaar",
    )
