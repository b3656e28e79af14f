"""A dossier of any shape to its documents: every file in a worker of its own, several at the same time."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from verifier.intake.boundary import Task, run
from verifier.intake.cache import Cache
from verifier.intake.document import Document, Page
from verifier.intake.message import Answer, ReadPage
from verifier.intake.problems import tell
from verifier.intake.running_heads import mark_running_heads
from verifier.intake.settings import IntakeSettings
from verifier.intake.tables import join_tables


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


def read_dossier(
    paths: Sequence[Path], settings: IntakeSettings | None = None, progress: Report | None = None
) -> Intake:
    """Read folders, zips, e-mails and files as one dossier; a file that cannot be read is a document with a problem."""
    limits = settings or IntakeSettings()
    report = progress or (lambda _: None)
    files, problems = _listed(paths, limits)
    with tempfile.TemporaryDirectory(prefix="houdbaar-") as folder, ThreadPoolExecutor(limits.workers) as pool:
        reader = _Reader(limits, Path(folder), pool, report, problems)
        documents = sorted(reader.all(files), key=lambda d: d.file)
    return Intake(tuple(documents), tuple(problems))


def _listed(paths: Sequence[Path], settings: IntakeSettings) -> tuple[list[_File], list[str]]:
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
    """Runs the tasks of one dossier; lives for one call of :func:`read_dossier`."""

    def __init__(self, settings: IntakeSettings, folder: Path, pool: ThreadPoolExecutor, report: Report, problems: list[str]) -> None:
        self.settings, self.folder, self.pool, self.report, self.problems = settings, folder, pool, report, problems
        self.cache = Cache.of(settings)
        self._count = 0

    def all(self, files: list[_File]) -> Iterator[Document]:
        waiting = self._within(files, 0)
        done, total = 0, len(waiting)
        while waiting:
            inner: list[_File] = []
            folders = [self._own_folder() for _ in waiting]
            answers = self.pool.map(lambda pair: run(Task(pair[0].path, pair[1]), self.settings), zip(waiting, folders, strict=True))
            for file, own, answer in zip(waiting, folders, answers, strict=True):
                done += 1
                self.report(Progress(file.name, done, total))
                members = list(self._members(file, own, answer))
                inner.extend(m for m in members if isinstance(m, _File))
                yield from (m for m in members if isinstance(m, Document))
                if answer.pages or answer.problem or not answer.members:
                    yield self._document(file, answer)
            waiting = self._within(inner, total)
            total += len(waiting)

    def _within(self, files: list[_File], opened: int) -> list[_File]:
        """As many of ``files`` as may still be opened; that others are left out is told."""
        room = self.settings.files - opened
        if len(files) > room:
            self.problems.append(f"Het dossier bevat meer dan {self.settings.files} bestanden; de overige zijn niet gelezen.")
        return files[:room]

    def _own_folder(self) -> Path:
        self._count += 1
        folder = self.folder / str(self._count)
        folder.mkdir(mode=0o700)
        return folder

    def _members(self, file: _File, own: Path, answer: Answer) -> Iterator[_File | Document]:
        for member in answer.members:
            name = member.name if answer.kind == "zip" and file.depth == 0 else f"{file.name}/{member.name}"
            if member.stored is None:
                yield Document(name, _digest(b""), (), (tell(name, member.problem or "beschadigd"),))
            elif file.depth + 1 > self.settings.depth:
                yield Document(name, _digest((own / member.stored).read_bytes()), (), (tell(name, "te_diep"),))
            else:
                yield _File(name, own / member.stored, file.depth + 1)

    def _document(self, file: _File, answer: Answer) -> Document:
        digest = _digest(file.path.read_bytes()) if file.path.is_file() and not file.path.is_symlink() else _digest(b"")
        problems = [tell(file.name, code) for code in (answer.problem, *answer.remarks) if code]
        read = {p.page.number: p for p in answer.pages}
        if answer.scans:
            recognised, trouble = self._recognised(file, digest, answer.scans)
            read |= {p.page.number: p for p in recognised}
            problems.extend(tell(file.name, code, pages if len(answer.scans) > 1 else ()) for code, pages in trouble.items())
        pages = _whole([read[n] for n in sorted(read)])
        if not any(p.lines for p in pages):
            pages = ()
            problems = problems or [tell(file.name, "geen_tekst")]
        return Document(file.name, digest, pages, tuple(problems))

    def _recognised(self, file: _File, digest: str, scans: Iterable[int]) -> tuple[list[ReadPage], dict[str, tuple[int, ...]]]:
        """Recognised pages, and for each trouble the pages it struck."""
        found, trouble = [], {}
        jobs = {n: self.pool.submit(self._recognise, file, digest, n) for n in scans}
        for number, job in jobs.items():
            answer = job.result()
            self.report(Progress(file.name, number, len(jobs), "scan herkennen"))
            found.extend(answer.pages)
            if answer.problem:
                trouble[answer.problem] = (*trouble.get(answer.problem, ()), number)
        return found, trouble

    def _recognise(self, file: _File, digest: str, page: int) -> Answer:
        kept = self.cache.get(digest, page)
        if kept is not None:
            return kept
        answer = run(Task(file.path, self._own_folder(), "recognise", (page,)), self.settings)
        if not answer.problem:
            self.cache.put(digest, page, answer)
        return answer


def _whole(pages: Sequence[ReadPage]) -> tuple[Page, ...]:
    return mark_running_heads(join_tables(pages))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
