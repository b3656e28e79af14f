"""Who acted in a decision and when: what several requirements ask before they can be judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from checks.finding import Outcome, passages
from checks.wording import day_of, named_by
from verifier.dossier.model import Decision, Dossier, SignerRole, When
from verifier.reading.facts.mentions import mentions
from verifier.reading.facts.signatures import deciders
from verifier.reading.paper import Paper, Passage
from verifier.reading.time import find_moments

ROLES: Mapping[SignerRole | None, str] = {
    "hovj": "een hulpofficier van justitie", "burgemeester": "de burgemeester", "locoburgemeester": "de locoburgemeester",
    "anders": "iemand anders dan de burgemeester of een hulpofficier van justitie", None: "een niet genoemde functionaris",
}
IN_FORCE = date(2009, 1, 1)
"""Entry into force of the Wet tijdelijk huisverbod."""
_NEAR = 20
"""Days between two moments of one decision at most."""
_SPOKEN_NEAR = timedelta(hours=12)
"""Time between an oral announcement and the beginning or the writing down at most: a later one is another announcement, or misread."""
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


def deciding_words(dossier: Dossier, order: Decision) -> tuple[Passage, ...]:
    """The words of the decision by which the one who decides it presents himself."""
    return passages(p for role, p in deciders(paper_of(dossier, order)) if role == order.decider)


def presents_as_hovj(dossier: Dossier, order: Decision) -> bool:
    """Whether heading or operative part say that a hulpofficier decides."""
    return any(role == "hovj" for role, _ in deciders(paper_of(dossier, order)))


def other_deciders(dossier: Dossier, order: Decision) -> tuple[Passage, ...]:
    """Words of the decision by which somebody presents himself who may not decide, beside a mayor or hulpofficier who signs."""
    if order.decider not in (*MAYORS, "hovj"):
        return ()
    return passages(p for role, p in deciders(paper_of(dossier, order)) if role == "anders")


def decided_on(dossier: Dossier, order: Decision) -> When | None:
    """Moment of the decision: what the decision itself names by the clock, else the oral announcement, else service, beginning or date."""
    told = told_moment(dossier, order)
    if isinstance(told, datetime):
        return told
    values = _dated_by(dossier, order)
    spoken = _spoken(dossier, values) if order.kind == "beschikking_huisverbod" else None
    if spoken is not None and (told is None or day_of(spoken) <= told):
        return spoken
    if told is not None and not any(day_of(v) == told for v in values[:1]):
        return told
    dated = paper_of(dossier, order).dated
    dated = None if dated is None or _is_end(order, dated) else dated
    # No huisverbod was imposed before the law was in force: an earlier day is misread, a birth date for one.
    return next((when for when in (*values, *([dated] if dated else [])) if day_of(when) >= IN_FORCE), None)


def decision_words(dossier: Dossier, decision: Decision) -> tuple[Passage, ...]:
    """Where a decision gives its own moment."""
    paper = paper_of(dossier, decision)
    return passages(paper.passage(u.start, u.end) for u in paper.units_that("besluit_moment"))


def told_moment(dossier: Dossier, decision: Decision) -> When | None:
    """The moment that a decision itself names as that of deciding, by the clock where it does so; None where it names none."""
    paper = paper_of(dossier, decision)
    near = [d for d in (paper.dated, *(day_of(s.value) for s in (decision.decided, decision.begin) if s)) if d is not None]
    found = [w for u in paper.units_that("besluit_moment") for m in find_moments(u.text, paper.dated) if (w := named_by(m)) is not None]
    # A birth date or the date of an earlier paper can stand in the same row.
    close = [w for w in found if day_of(w) >= IN_FORCE and any(abs((day_of(w) - d).days) <= _NEAR for d in near)]
    return next((w for w in close if isinstance(w, datetime)), close[0] if close else None)


def _dated_by(dossier: Dossier, decision: Decision) -> list[When]:
    """What dates a decision that does not name its own moment; what happened up to the beginning of the ban dates no extension of it."""
    ban = dossier.order
    if decision.kind != "beschikking_verlenging":
        return [s.value for s in (decision.decided, decision.served, decision.begin) if s is not None]
    found = [s.value for s in (decision.decided, decision.served) if s is not None]
    since = day_of(ban.begin.value) if ban and ban.begin else None
    return [w for w in found if (since is None or day_of(w) > since) and not _is_end(decision, w)]


def _is_end(decision: Decision, when: When) -> bool:
    """Whether a day is that on which an extension ends, which then stands in it as its only date."""
    return decision.kind == "beschikking_verlenging" and decision.end is not None and day_of(when) == day_of(decision.end.value)


def _spoken(dossier: Dossier, near: Sequence[When]) -> datetime | None:
    """The first moment by the clock of an oral announcement, near one of the moments that the decision gives."""
    near = [n for n in near if isinstance(n, datetime)] or near
    said = (named_by(m) for s in dossier.said("mondeling_aangezegd", "uhg", "ja") for m in s.moments)
    return min((w for w in said if isinstance(w, datetime) and any(_close(w, n) for n in near)), default=None)


def _close(spoken: datetime, when: When) -> bool:
    if isinstance(when, datetime):
        return abs(spoken - when.replace(tzinfo=None)) <= _SPOKEN_NEAR
    return abs((day_of(spoken) - when).days) <= 1


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


def not_by_hovj(dossier: Dossier, order: Decision) -> Outcome | None:
    """The answer where no hulpofficier acted, or where it is unknown who did; None where one did."""
    if hovj_acts(order):
        return None
    if other_acts(order):
        role = ROLES[order.decider]
        rest = "; dat gebrek staat bij de besluitnemer" if order.decider == "anders" else " zelf"
        return Outcome("nvt", f"Er besliste {role}{rest}. De eis geldt alleen als een hulpofficier namens de burgemeester beslist.")
    return Outcome("onduidelijk", "Niet blijkt wie besliste, en daarom ook niet of een hulpofficier namens de burgemeester optrad.",
                   passages([order.signature.block, order.decider_passage, opening(dossier, order)]), reason="te vaag")


def unread(dossier: Dossier, order: Decision, missing: str) -> Outcome:
    """For something not found in a decision that could not be read well."""
    return Outcome(
        "onduidelijk", f"{missing} is niet gevonden, maar de beschikking is niet goed leesbaar; lees het stuk zelf na.",
        passages([opening(dossier, order)]), reason="slecht leesbaar",
    )
