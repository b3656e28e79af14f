"""The catalogue of requirements and the norms behind them, as data valid on a date."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from verifier.reading.data import load_data

Severity = Literal["fataal", "ernstig", "herstelbaar", "aandacht"]
VERDICTS = ("voldaan", "niet_voldaan", "onduidelijk", "niet_te_beoordelen", "nvt")


@dataclass(frozen=True, slots=True)
class Requirement:
    """One requirement; ``rules`` gives for each verdict when it follows."""

    id: str
    question: str
    norms: tuple[str, ...]
    severity: Severity
    applies: str
    papers: tuple[str, ...]
    rules: tuple[tuple[str, str], ...]

    def described(self) -> str:
        """The requirement in full, in Dutch, for the terminal."""
        rules = "\n".join(f"  {verdict}: {rule}" for verdict, rule in self.rules)
        return f"{self.id}\n{self.question}\nErnst: {self.severity}. Geldt als {self.applies}.\nBronnen: {'; '.join(self.norms)}\n{rules}"


@dataclass(frozen=True, slots=True)
class Source:
    """One source of a finding as the contract gives it."""

    kind: Literal["wet", "besluit", "handreiking", "jurisprudentie"]
    ref: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All requirements in the order of the report."""

    version: str
    requirements: tuple[Requirement, ...]


@cache
def catalogue() -> Catalogue:
    """The catalogue of ``catalogue.yaml``."""
    raw = _load("catalogue.yaml")
    return Catalogue(str(raw["versie"]), tuple(_requirement(r) for r in raw["eisen"]))


@cache
def data_digests() -> tuple[tuple[str, str], ...]:
    """SHA-256 of the catalogue and of the law data, for the receipt."""
    names = ("catalogue.yaml", "law/normen.yaml", "law/jurisprudentie.yaml")
    return tuple((name, hashlib.sha256((files(__package__) / name).read_bytes()).hexdigest()) for name in names)


def sources_of(requirement: Requirement, on: date | None) -> tuple[Source, ...]:
    """Law articles as they stood on the day, guidance, and the case law on record for the requirement."""
    laws = tuple(s for norm in requirement.norms if (s := _norm(norm, on)))
    return laws + tuple(Source("jurisprudentie", ecli, url) for ecli, url in _case_law().get(requirement.id, ()))[:4]


def _norm(name: str, on: date | None) -> Source | None:
    if name.startswith("Handreiking"):
        return Source("handreiking", name)
    kind: Literal["wet", "besluit"] = "besluit" if name.startswith("Besluit") else "wet"
    found = _norms().get(name)
    if found is None:
        return Source(kind, name)
    since, until, url = found
    if on is not None and ((since and on < since) or (until and on >= until)):
        return None
    return Source(kind, name, f"{url}&g={on.isoformat()}" if url and on else url)


@cache
def _norms() -> dict[str, tuple[date | None, date | None, str | None]]:
    raw = _load("law/normen.yaml")["normen"]
    return {n["id"]: (_day(n.get("geldig_van")), _day(n.get("geldig_tot")), n.get("url")) for n in raw}


@cache
def _case_law() -> dict[str, tuple[tuple[str, str | None], ...]]:
    """For each requirement the rulings whose outcome was read."""
    found: dict[str, list[tuple[str, str | None]]] = {}
    for ruling in _load("law/jurisprudentie.yaml")["uitspraken"]:
        if ruling.get("uitkomst") == "niet gezien" or not ruling.get("ecli"):
            continue
        for requirement in ruling.get("eisen") or ():
            found.setdefault(requirement, []).append((ruling["ecli"], ruling.get("bron")))
    return {key: tuple(value) for key, value in found.items()}


def _requirement(raw: dict[str, Any]) -> Requirement:
    rules = tuple((v, raw[v]) for v in VERDICTS if v in raw)
    return Requirement(
        raw["id"], raw["vraag"], tuple(raw["norm"]), raw["ernst"], raw["geldt_als"], tuple(raw["stukken"]), rules
    )


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else date.fromisoformat(str(value)) if value else None


def _load(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = load_data("checks", name)
    return loaded
