"""The checks run for one dossier: findings for the law as it stood, the risk, the deadlines and the receipt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from importlib import import_module

from checks.catalogue import Requirement, Source, catalogue, data_digests, sources_of
from checks.finding import Check, Outcome
from verifier.deadlines import Deadline, deadlines_of
from verifier.dossier.model import Dossier

_MODULES = (
    "bevoegdheid", "voorwaarden", "inhoud", "horen", "feiten", "rihg", "motivering", "kinderen", "rechtsbijstand", "bekendmaking",
    "verlenging", "handhaving", "samenhang",
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One requirement with its outcome and the law behind it."""

    requirement: Requirement
    outcome: Outcome
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Risk:
    """The risk by the rule of the contract, and the requirements that make it so."""

    level: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """All that is known of a dossier: what people and programs get is made from this."""

    name: str
    dossier: Dossier
    findings: tuple[Finding, ...]
    risk: Risk
    deadlines: tuple[Deadline, ...]
    law_on: date | None
    inputs: tuple[tuple[str, str], ...]
    problems: tuple[str, ...]

    @property
    def digests(self) -> tuple[tuple[str, str], ...]:
        """Hashes of the catalogue and the law data."""
        return data_digests()


def assess(name: str, dossier: Dossier, inputs: Sequence[tuple[str, str]], problems: Sequence[str], on: date | None) -> Report:
    """Run every requirement of the catalogue in its order; ``on`` overrides the day of the decision as the day of the law."""
    law_on = on or decision_day(dossier)
    known = all_checks()
    findings = tuple(
        Finding(r, known[r.id](dossier) if dossier.other_ground is None else _other(), sources_of(r, law_on) or (Source("wet", r.norms[0]),))
        for r in catalogue().requirements
    )
    return Report(name, dossier, findings, weigh(findings), deadlines_of(dossier), law_on, tuple(inputs), tuple(problems))


def all_checks() -> Mapping[str, Check]:
    """Every check by the id of its requirement."""
    return {key: check for module in _MODULES for key, check in import_module(f"checks.{module}").CHECKS.items()}


def decision_day(dossier: Dossier) -> date | None:
    """The day of the decision under review."""
    order = dossier.order
    if order is None:
        return None
    stated = order.decided or order.begin or order.served
    value = stated.value if stated else dossier.papers[order.paper].dated
    return value.date() if isinstance(value, datetime) else value


def weigh(findings: Sequence[Finding]) -> Risk:
    """Risk by the contract: a fatal defect is high; a serious one, or a fatal requirement that is unclear, is medium."""
    fatal = _ids(findings, "niet_voldaan", "fataal")
    if fatal:
        return Risk("hoog", fatal)
    medium = _ids(findings, "niet_voldaan", "ernstig") + _ids(findings, "onduidelijk", "fataal")
    return Risk("middel", medium) if medium else Risk("laag", ())


def _ids(findings: Sequence[Finding], verdict: str, severity: str) -> tuple[str, ...]:
    return tuple(f.requirement.id for f in findings if f.outcome.verdict == verdict and f.requirement.severity == severity)


def _other() -> Outcome:
    return Outcome("nvt", "Dit dossier gaat niet over een huisverbod op grond van de Wet tijdelijk huisverbod; deze eis geldt dan niet.")
