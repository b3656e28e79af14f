"""The way of a dossier from files to report."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from verifier.assessment import Report, assess
from verifier.dossier.join import join
from verifier.intake import Progress, from_environment, read_dossier
from verifier.reading.papers import papers_of
from verifier.reading.statements import read_papers


def check_dossier(paths: Sequence[Path], on: date | None = None, tell: Callable[[str], None] = lambda _: None) -> Report:
    """Read the files as one dossier and run every check; ``tell`` hears in Dutch what is being done."""

    def progress(step: Progress) -> None:
        tell(f"{step.what}: {step.file} ({step.done} van {step.total})")

    intake = read_dossier(paths, from_environment(os.environ), progress)
    tell("lezen")
    papers, statements = read_papers([paper for document in intake.documents for paper in papers_of(document)])
    tell("toetsen")
    dossier = join(papers, statements)
    problems = [*intake.problems, *(p for d in intake.documents for p in d.problems)]
    tell("")
    return assess(paths[0].name, dossier, [(d.file, d.sha256) for d in intake.documents], problems, on)
