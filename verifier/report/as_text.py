"""The report for the terminal: the risk, what needs attention with its passage, and what is in order in short."""

from __future__ import annotations

from io import StringIO
from shutil import get_terminal_size
from textwrap import shorten

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding

from checks.wording import moment_nl
from verifier.assessment import Finding, Report
from verifier.report.words import KIND_NAMES, VERDICT_WORDS

_SHORT = 160
"""Characters of an explanation that are shown of what is in order."""
_COLOURS = {"hoog": "bold red", "middel": "bold yellow", "laag": "bold green"}
_MARKS = {"niet_voldaan": "[red]✗[/]", "onduidelijk": "[yellow]?[/]", "niet_te_beoordelen": "[blue]–[/]"}


def render(report: Report) -> str:
    """The whole report as lines of text."""
    out = StringIO()
    console = Console(file=out, width=min(110, get_terminal_size((100, 40)).columns), highlight=False)
    console.print(f"\n[bold]{escape(report.name)}[/]   risico: [{_COLOURS[report.risk.level]}]{report.risk.level.upper()}[/]")
    console.print(f"Getoetst naar het recht op {report.law_on or 'een onbekende dag'}.\n")
    for problem in report.problems:
        console.print(f"[red]![/] {escape(problem)}")
    attention = [f for f in report.findings if f.outcome.verdict in _MARKS and f.outcome.verdict != "niet_te_beoordelen"]
    console.print("[bold]Aandacht nodig[/]" if attention else "[bold]Geen gebreken gevonden.[/]")
    for finding in attention:
        _attention(console, finding)
    missing = [f for f in report.findings if f.outcome.verdict == "niet_te_beoordelen"]
    _short(console, "Niet te beoordelen (stuk ontbreekt)", missing)
    _short(console, "In orde", [f for f in report.findings if f.outcome.verdict == "voldaan"])
    if report.deadlines:
        console.print("\n[bold]Termijnen[/]")
        for deadline in report.deadlines:
            console.print(f"  {moment_nl(deadline.at)}  {deadline.name} ({deadline.basis})")
    console.print("\n[bold]Stukken[/]")
    for paper in report.dossier.papers:
        console.print(f"  {escape(paper.file)}, p. {paper.page_from}-{paper.page_to}: {KIND_NAMES[paper.kind]}{' (concept)' if paper.draft else ''}")
    return out.getvalue()


def _attention(console: Console, finding: Finding) -> None:
    outcome = finding.outcome
    console.print(f"\n{_MARKS[outcome.verdict]} [bold]{escape(finding.requirement.question)}[/]")
    console.print(Padding(f"{VERDICT_WORDS[outcome.verdict]} ({finding.requirement.severity}; {finding.requirement.id})", (0, 0, 0, 2)))
    console.print(Padding(escape(outcome.explanation), (0, 0, 0, 2)))
    for passage in (*outcome.supports, *outcome.contradicts):
        console.print(Padding(f"[italic]“{escape(passage.quote[:300])}”[/] ({escape(passage.file)}, p. {passage.page})", (0, 0, 0, 4)))
    if outcome.remedy:
        console.print(Padding(f"Herstel: {escape(outcome.remedy)}", (0, 0, 0, 2)))


def _short(console: Console, title: str, findings: list[Finding]) -> None:
    if findings:
        console.print(f"\n[bold]{title}[/] ({len(findings)})")
        for finding in findings:
            console.print(f"  {finding.requirement.id}: {escape(shorten(finding.outcome.explanation, _SHORT, placeholder=' …'))}")
