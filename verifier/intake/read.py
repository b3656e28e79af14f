"""A dossier of any shape to its documents: every file in a worker of its own, several at the same time."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from verifier.intake.boundary import Task, open_regular, run
from verifier.intake.cache import Cache
from verifier.intake.document import Document
from verifier.intake.message import Answer, ReadPage
from verifier.intake.problems import tell
from verifier.intake.running_heads import mark_running_heads
from verifier.intake.settings import IntakeSettings
from verifier.intake.tables import join_tables
from verifier.intake.tesseract import missing_part


@dataclass(frozen=True, slots=True)
class Progress:
    """What is being done: ``done`` of ``total`` files, or pages while scans are recognised."""

    file: str
    done: int
    total: int
    what: str = "lezen"


@dataclass(frozen=True, slots=True)
class Intake:
    """All documents of a dossier in the order of their names, and problems that belong to no file."""

    documents: tuple[Document, ...]
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _File:
    name: str
    path: Path
    depth: int = 0


Report = Callable[[Progress], None]
_CHUNK = 8
"""Most pages of a scan that one worker recognises: starting it takes a quarter of the time of a page."""
_EMPTY = hashlib.sha256(b"").hexdigest()


def read_dossier(
    paths: Sequence[Path], settings: IntakeSettings | None = None, progress: Report | None = None
) -> Intake:
    """Read folders, zips, e-mails and files as one dossier; a file that cannot be read is a document with a problem."""
    limits = settings or IntakeSettings()
    report = progress or (lambda _: None)
    files, problems = _listed(paths)
    with tempfile.TemporaryDirectory(prefix="houdbaar-") as folder, ThreadPoolExecutor(limits.workers) as pool:
        reader = _Reader(limits, Path(folder), pool, report, problems)
        documents = sorted(reader.all(files), key=lambda document: document.file)
    return Intake(tuple(documents), tuple(problems))


def _listed(paths: Sequence[Path]) -> tuple[list[_File], list[str]]:
    files: list[_File] = []
    problems: list[str] = []
    for path in paths:
        if path.is_dir():
            found = sorted(p for p in path.rglob("*") if p.is_file() and not p.is_symlink() and not _hidden(p.relative_to(path)))
            files.extend(_File(p.relative_to(path).as_posix(), p) for p in found)
        elif path.exists():
            files.append(_File(path.name, path))
        else:
            problems.append(tell(str(path), "niet_gevonden"))
    return files, problems


def _hidden(path: Path) -> bool:
    return any(part.startswith((".", "_manifest")) for part in path.parts)


class _Reader:
    """Runs the tasks of one dossier; lives for one call of :func:`read_dossier`, and only its thread touches its state."""

    def __init__(self, settings: IntakeSettings, folder: Path, pool: ThreadPoolExecutor, report: Report, problems: list[str]) -> None:
        self.settings, self.folder, self.pool, self.report, self.problems = settings, folder, pool, report, problems
        self.cache = Cache.of(settings)
        self._jobs: dict[Future[Answer], Callable[[Answer], None]] = {}
        self._found: list[Document] = []
        self._count = self._opened = self._read = self._scans = self._recognised = 0
        self._waiting: list[tuple[_Opened, tuple[int, ...]]] = []
        self._alone = False

    def all(self, files: list[_File]) -> list[Document]:
        """The documents of all files and of what is inside them, in no order."""
        self._alone = len(files) == 1
        self._start(files)
        while self._jobs:
            for job in wait(self._jobs, return_when=FIRST_COMPLETED).done:
                self._jobs.pop(job)(job.result())
            if not self._jobs and self._waiting:
                self._share_out()
        return self._found

    def _start(self, files: list[_File]) -> None:
        room = self.settings.files - self._opened
        if len(files) > room:
            self.problems.append(f"Het dossier bevat meer dan {self.settings.files} bestanden; de overige zijn niet gelezen.")
        for file in files[:room]:
            self._opened += 1
            own = self._own_folder()
            self._submit(Task(file.path, own), partial(self._on_read, file, own))

    def _submit(self, task: Task, then: Callable[[Answer], None]) -> None:
        self._jobs[self.pool.submit(run, task, self.settings)] = then

    def _own_folder(self) -> Path:
        self._count += 1
        folder = self.folder / str(self._count)
        folder.mkdir(mode=0o700)
        return folder

    def _on_read(self, file: _File, own: Path, answer: Answer) -> None:
        self._read += 1
        self.report(Progress(file.name, self._read, self._opened))
        self._members(file, own, answer)
        if not (answer.pages or answer.problem or not answer.members):
            return
        opened = _Opened(file, _digest(file.path), answer, {page.page.number: page for page in answer.pages})
        if answer.scans:
            self._recognise(opened, answer.scans)
        else:
            self._found.append(opened.document())

    def _members(self, file: _File, own: Path, answer: Answer) -> None:
        """What was inside: a zip that is the whole dossier is like a folder, so its name is left out."""
        bare = answer.kind == "zip" and file.depth == 0 and self._alone
        inner = []
        for member in answer.members:
            name = member.name if bare else f"{file.name}/{member.name}"
            if member.stored is None:
                self._found.append(Document(name, _EMPTY, (), (tell(name, member.problem or "beschadigd"),)))
            elif file.depth + 1 > self.settings.depth:
                self._found.append(Document(name, _digest(own / member.stored), (), (tell(name, "te_diep"),)))
            else:
                inner.append(_File(name, own / member.stored, file.depth + 1))
        if inner:
            self._start(inner)

    def _recognise(self, opened: _Opened, scans: Sequence[int]) -> None:
        """Fetch pages from the cache, and put the others on the list."""
        waiting = []
        for number in scans:
            kept = self.cache.get(opened.digest, number)
            if kept is None:
                waiting.append(number)
            else:
                opened.take(kept)
        if waiting:
            self._waiting.append((opened, tuple(waiting)))
        else:
            self._found.append(opened.document())

    def _share_out(self) -> None:
        """Start recognising once all is known that must be: few workers with many pages each, but none without work."""
        missing = missing_part(self.settings)
        waiting, self._waiting = self._waiting, []
        self._scans += sum(len(pages) for _, pages in waiting)
        share = max(1, min(_CHUNK, -(-self._scans // self.settings.workers)))
        parts: list[tuple[_Opened, tuple[int, ...]]] = []
        for opened, pages in waiting:
            opened.left = len(pages)
            if missing:
                opened.trouble[missing] = pages
                self._found.append(opened.document())
            else:
                parts.extend((opened, pages[at : at + share]) for at in range(0, len(pages), share))
        for opened, pages in sorted(parts, key=lambda part: -len(part[1])):
            self._submit_scans(opened, pages)

    def _submit_scans(self, opened: _Opened, pages: tuple[int, ...]) -> None:
        task = Task(opened.file.path, self._own_folder(), "recognise", pages)
        self._submit(task, partial(self._on_recognised, opened, pages))

    def _on_recognised(self, opened: _Opened, pages: tuple[int, ...], answer: Answer) -> None:
        if answer.problem and len(pages) > 1:
            # One bad page must not take its neighbours along.
            for number in pages:
                self._submit_scans(opened, (number,))
            return
        self._recognised += len(pages)
        self.report(Progress(opened.file.name, self._recognised, self._scans, "scan herkennen"))
        opened.take(answer)
        if answer.problem:
            opened.trouble[answer.problem] = (*opened.trouble.get(answer.problem, ()), *pages)
        for page in answer.pages:
            self.cache.put(opened.digest, page.page.number, Answer(answer.kind, (page,)))
        opened.left -= len(pages)
        if opened.left == 0:
            self._found.append(opened.document())


@dataclass(slots=True)
class _Opened:
    """A file that was read, while its scanned pages are on their way."""

    file: _File
    digest: str
    answer: Answer
    pages: dict[int, ReadPage]
    trouble: dict[str, tuple[int, ...]] = field(default_factory=dict)
    left: int = 0

    def take(self, answer: Answer) -> None:
        """Put recognised pages in their place."""
        self.pages.update({page.page.number: page for page in answer.pages})

    def document(self) -> Document:
        """The file with all that is known of it."""
        name = self.file.name
        problems = [tell(name, code) for code in (self.answer.problem, *self.answer.remarks) if code]
        several = len(self.answer.scans) > 1
        problems.extend(tell(name, code, pages if several else ()) for code, pages in sorted(self.trouble.items()))
        read = [self.pages[number] for number in sorted(self.pages)]
        pages = join_tables(mark_running_heads([each.page for each in read]), [each.tables for each in read])
        if not any(page.lines for page in pages):
            return Document(name, self.digest, (), tuple(problems or [tell(name, "geen_tekst")]))
        return Document(name, self.digest, pages, tuple(problems))


def _digest(path: Path) -> str:
    """SHA-256 of a plain file, of nothing where it cannot be opened."""
    try:
        with open_regular(path) as stream:
            return hashlib.sha256(stream.read()).hexdigest()
    except OSError:
        return _EMPTY
