"""Who acted in a decision and when: what several requirements ask before they can be judged."""

from __future__ import annotations

from collections.abc import Mapping

from checks.finding import Outcome, passages
from verifier.dossier.model import Decision, Dossier, SignerRole, When
from verifier.reading.paper import Paper, Passage

ROLES: Mapping[SignerRole | None, str] = {
    "hovj": "een hulpofficier van justitie", "burgemeester": "de burgemeester", "locoburgemeester": "de locoburgemeester",
    "anders": "iemand anders dan de burgemeester of een hulpofficier van justitie", None: "een niet genoemde functionaris",
}
MAYORS = ("burgemeester", "locoburgemeester")


def hovj_acts(order: Decision) -> bool:
    """Whether a hulpofficier decides, or signs what the mayor is said to decide."""
    return order.decider == "hovj" or (order.decider in (*MAYORS, None) and order.signature.role == "hovj")


def other_acts(order: Decision) -> bool:
    """Whether it is known who acts, and that it is no hulpofficier."""
    return not hovj_acts(order) and order.decider is not None


def signer_nl(order: Decision) -> str:
    """The signer with capacity, as far as the decision gives them: "J. de Vries (een hulpofficier van justitie)"."""
    name, role = order.signature.name, order.signature.role or order.decider
    return f"{name} ({ROLES[role]})" if name else ROLES[role]


def decided_on(dossier: Dossier, order: Decision) -> When | None:
    """Moment of the decision: as stated, else service, beginning or the date of the paper."""
    for stated in (order.decided, order.served, order.begin):
        if stated is not None:
            return stated.value
    return paper_of(dossier, order).dated


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
