"""The report as plain data in the shape of ``dossier.schema.json``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from checks.catalogue import catalogue
from verifier.assessment import Finding, Report
from verifier.dossier.model import Stated
from verifier.reading.paper import Paper, Passage


def as_data(report: Report) -> dict[str, Any]:
    """The whole report, ready for JSON."""
    return {
        "dossier": report.name,
        "documents": [_document(p) for p in report.dossier.papers],
        "findings": [_finding(f) for f in report.findings],
        "facts": _facts(report),
        "risk": {"level": report.risk.level, "reasons": list(report.risk.reasons), "exposure": None},
        "deadlines": [{"name": d.name, "at": _value(d.at), "basis": d.basis} for d in report.deadlines],
        "provenance": {
            "version": program_version(),
            "catalogue_version": catalogue().version,
            "law_on": report.law_on.isoformat() if report.law_on else None,
            "inputs": [{"file": file, "sha256": digest} for file, digest in report.inputs],
            "data": dict(report.digests),
        },
    }


def program_version() -> str:
    """Version of the installed program."""
    try:
        return version("houdbaar")
    except PackageNotFoundError:
        return "0"


def _document(paper: Paper) -> dict[str, Any]:
    return {
        "file": paper.file, "kind": paper.kind, "page_from": paper.page_from, "page_to": paper.page_to,
        "text_source": paper.text_source, "problems": list(paper.problems), "title": paper.title,
        "dated": paper.dated.isoformat() if paper.dated else None, "draft": paper.draft,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    outcome = finding.outcome
    return {
        "check": finding.requirement.id, "verdict": outcome.verdict, "severity": finding.requirement.severity,
        "explanation": outcome.explanation,
        "evidence": [*_evidence(outcome.supports, "supports"), *_evidence(outcome.contradicts, "contradicts")],
        "sources": [{"kind": s.kind, "ref": s.ref, "url": s.url} for s in finding.sources],
        "remedy": outcome.remedy,
    }


def _evidence(passages: Iterable[Passage], role: str = "supports") -> list[dict[str, Any]]:
    return [
        {
            "file": p.file, "page": p.page, "quote": p.quote, "role": role,
            "boxes": [[round(v, 1) for v in (b.x0, b.top, b.x1, b.bottom)] for b in p.boxes],
        }
        for p in passages
    ]


def _facts(report: Report) -> list[dict[str, Any]]:
    dossier, order = report.dossier, report.dossier.order
    last = dossier.extensions[-1] if dossier.extensions else None
    facts = [
        _fact("uithuisgeplaatste.naam", dossier.name), _fact("uithuisgeplaatste.geboren", dossier.born),
        _fact("woning.adres", dossier.address), _fact("huisverbod.besluit", order.decided if order else None),
        _fact("huisverbod.begin", order.begin if order else None), _fact("huisverbod.einde", order.end if order else None),
        _fact("huisverbod.uitreiking", order.served if order else None), _fact("verlenging.besluit", last.decided if last else None),
        _fact("verlenging.einde", last.end if last else None), _fact("zitting.moment", dossier.hearing_at),
    ]
    names = order.names if order else ()
    facts.append({
        "name": "contactverbod.personen", "value": [n.value for n in names], "also": [],
        "evidence": _evidence(dict.fromkeys(p for n in names for p in n.passages)),
    })
    signature = order.signature if order else None
    block = (signature.block,) if signature and signature.block else ()
    for name, value in (("naam", signature and signature.name), ("rol", signature and signature.role)):
        facts.append({"name": f"ondertekenaar.{name}", "value": value, "evidence": _evidence(block), "also": []})
    return facts


def _fact(name: str, stated: Stated[Any] | None) -> dict[str, Any]:
    if stated is None:
        return {"name": name, "value": None, "evidence": [], "also": []}
    also = [{"value": _value(v), "evidence": _evidence(passages)} for v, passages in stated.also]
    return {"name": name, "value": _value(stated.value), "evidence": _evidence(stated.passages), "also": also}


def _value(value: object) -> str:
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M")
    return value.isoformat() if isinstance(value, date) else str(value)
