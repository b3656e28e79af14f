"""The terms that run in a case, with the article they rest on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from verifier.dossier.model import Dossier, When
from verifier.reading.time.arithmetic import last_day_for_appeal


@dataclass(frozen=True, slots=True)
class Deadline:
    """One term: its Dutch name, when it ends, and its legal basis."""

    name: str
    at: When
    basis: str


def deadlines_of(dossier: Dossier) -> tuple[Deadline, ...]:
    """Every term that follows from the papers."""
    found: list[Deadline] = []
    order = dossier.order
    if order is not None and order.end is not None:
        found.append(Deadline("einde huisverbod", order.end.value, "artikel 2 lid 1 Wth"))
        if not dossier.extensions:
            found.append(Deadline("uiterste moment om te verlengen", order.end.value, "artikel 9 lid 1 Wth"))
    if order is not None and order.served is not None:
        served = order.served.value
        day = served.date() if isinstance(served, datetime) else served
        found.append(Deadline("einde beroepstermijn", last_day_for_appeal(day), "artikelen 6:7 en 6:8 Awb"))
    found.extend(Deadline("einde verlenging", e.end.value, "artikel 9 lid 1 Wth") for e in dossier.extensions if e.end is not None)
    if dossier.hearing_at is not None:
        found.append(Deadline("zitting", dossier.hearing_at.value, "artikel 6 Wth"))
    return tuple(found)
