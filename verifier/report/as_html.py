"""The report as one HTML page without anything from outside."""

from __future__ import annotations

from html import escape

from checks.wording import moment_nl
from verifier.assessment import Finding, Report
from verifier.report.words import KIND_NAMES, VERDICT_WORDS

_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:56rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b}"
    "h1{font-size:1.6rem}h2{font-size:1.25rem;margin-top:2rem}article{border-left:.4rem solid #888;padding:.2rem 1rem;margin:1rem 0}"
    ".niet_voldaan{border-color:#b3261e}.onduidelijk{border-color:#8a6100}.voldaan{border-color:#1f6f3f}"
    "blockquote{margin:.5rem 0;padding-left:1rem;border-left:2px solid #bbb;font-style:italic}small{color:#444}"
)


def render(report: Report) -> str:
    """A whole page in Dutch; every word of the papers is escaped."""
    order = ("niet_voldaan", "onduidelijk", "niet_te_beoordelen", "voldaan", "nvt")
    parts = [f"<h1>{escape(report.name)}: risico {report.risk.level}</h1>", *(f"<p>{escape(p)}</p>" for p in report.problems)]
    for verdict in order:
        findings = [f for f in report.findings if f.outcome.verdict == verdict]
        if findings:
            parts.append(f"<h2>{VERDICT_WORDS[verdict]} ({len(findings)})</h2>")
            parts.extend(_finding(f) for f in findings)
    parts.append("<h2>Termijnen</h2><ul>")
    parts.extend(f"<li>{moment_nl(d.at)}: {escape(d.name)} ({escape(d.basis)})</li>" for d in report.deadlines)
    parts.append("</ul><h2>Stukken</h2><ul>")
    parts.extend(f"<li>{escape(p.file)}, pagina {p.page_from}-{p.page_to}: {KIND_NAMES[p.kind]}</li>" for p in report.dossier.papers)
    body = "\n".join([*parts, "</ul>"])
    head = f'<meta charset="utf-8"><title>Houdbaar: {escape(report.name)}</title><style>{_STYLE}</style>'
    return f'<!doctype html><html lang="nl"><head>{head}</head><body>{body}</body></html>\n'


def _finding(finding: Finding) -> str:
    outcome = finding.outcome
    quotes = "".join(
        f"<blockquote>{escape(p.quote)} <small>({escape(p.file)}, pagina {p.page})</small></blockquote>"
        for p in (*outcome.supports, *outcome.contradicts)
    )
    sources = "; ".join(f'<a href="{escape(s.url)}">{escape(s.ref)}</a>' if s.url else escape(s.ref) for s in finding.sources)
    remedy = f"<p><b>Herstel:</b> {escape(outcome.remedy)}</p>" if outcome.remedy else ""
    return (
        f'<article class="{outcome.verdict}"><h3>{escape(finding.requirement.question)}</h3>'
        f"<p><b>{VERDICT_WORDS[outcome.verdict]}</b> ({finding.requirement.severity}). {escape(outcome.explanation)}</p>"
        f"{quotes}{remedy}<p><small>{finding.requirement.id}. Bronnen: {sources}</small></p></article>"
    )
