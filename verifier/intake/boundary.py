"""The parent's side of the boundary: one fresh process for each untrusted file, limited in everything, and killed when it dawdles.

The worker gets the file as its standard input (already opened here, so that it needs no path), a folder of its own as its current
folder, and a pipe for one JSON answer. Its complaints go nowhere: they may quote the paper. It is started by spawning, never by
forking a process with threads, and in its own session, so that everything it starts dies with it.

Network: the worker leaves the network by a namespace of its own where the system allows that (root, or unprivileged user
namespaces). Where it does not, the limits below still hold and no reader ever opens a connection, but that is then by good
behaviour: run the program in a container without network to have it enforced.
"""

from __future__ import annotations

import json
import os
import selectors
import signal
import stat
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from verifier.intake.message import Answer, Malformed, decode
from verifier.intake.problems import MESSAGES
from verifier.intake.settings import IntakeSettings

# -I -S: neither the user's nor the site's start-up code runs, which is both safer and faster.
_START = "import sys; sys.path[:0] = {paths!r}; from verifier.intake.worker import main; sys.exit(main())"
_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do with one file.

    Args:
        path: The file.
        folder: Folder of its own for this task; created by the caller, thrown away by the caller.
        action: ``read`` or ``recognise`` (text recognition).
        pages: Pages to recognise, from 1; empty for all.
    """

    path: Path
    folder: Path
    action: str = "read"
    pages: tuple[int, ...] = ()


def run(task: Task, settings: IntakeSettings) -> Answer:
    """What a fresh worker answers for ``task``; anything that goes wrong is an answer with a problem code, never an exception."""
    try:
        source = open_regular(task.path)
    except OSError:
        return Answer(problem="geweigerd")
    with source:
        if os.fstat(source.fileno()).st_size > settings.file_bytes:
            return Answer(problem="te_groot")
        untrusted, failure = _converse(task, settings, source)
    if failure is not None:
        return Answer(problem=failure)
    try:
        answer = decode(untrusted, settings)
    except Malformed:
        return Answer(problem="storing")
    codes = (answer.problem, *answer.remarks, *(member.problem for member in answer.members))
    return answer if all(code is None or code in MESSAGES for code in codes) else Answer(problem="storing")


def open_regular(path: Path) -> IO[bytes]:
    """``path`` opened for reading, when it is a plain file and not a link.

    Raises:
        OSError: It is not, or may not be read.
    """
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError("not a regular file")
    return os.fdopen(descriptor, "rb")


def seconds_for(task: Task, settings: IntakeSettings) -> float:
    """Wall-clock limit of a task in seconds."""
    if task.action == "recognise":
        return settings.seconds + settings.ocr_seconds * max(1, len(task.pages))
    return settings.seconds


def _converse(task: Task, settings: IntakeSettings, source: IO[bytes]) -> tuple[bytes, str | None]:
    limits = {key: value for key, value in asdict(settings).items() if key != "cache_dir"}
    request = {"action": task.action, "pages": list(task.pages), "seconds": seconds_for(task, settings), "settings": limits}
    paths = [str(Path(__file__).parents[2]), *(path for path in sys.path if path and os.path.isdir(path))]
    command = [sys.executable, "-I", "-S", "-c", _START.format(paths=list(dict.fromkeys(paths))), json.dumps(request)]
    process = subprocess.Popen(
        command,
        stdin=source,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=task.folder,
        env=_environment(task.folder),
        close_fds=True,
        start_new_session=True,
    )
    try:
        return _listen(process, time.monotonic() + seconds_for(task, settings), settings.answer_bytes)
    finally:
        _end(process)


def _environment(folder: Path) -> dict[str, str]:
    """Only what a worker needs; one thread for every library that would take more."""
    single = {name: "1" for name in ("OMP_THREAD_LIMIT", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")}
    keep = {name: os.environ[name] for name in ("PATH", "TESSDATA_PREFIX", "LD_LIBRARY_PATH") if name in os.environ}
    return {**keep, **single, "TMPDIR": str(folder), "HOME": str(folder), "LC_ALL": "C.UTF-8"}


def _listen(process: subprocess.Popen[bytes], deadline: float, longest: int) -> tuple[bytes, str | None]:
    assert process.stdout is not None
    descriptor, parts, size = process.stdout.fileno(), [], 0
    with selectors.DefaultSelector() as selector:
        selector.register(descriptor, selectors.EVENT_READ)
        while True:
            left = deadline - time.monotonic()
            if left <= 0 or not selector.select(left):
                return b"", "te_lang_bezig"
            part = os.read(descriptor, _CHUNK)
            if not part:
                break
            size += len(part)
            if size > longest:
                return b"", "te_veel_tekst"
            parts.append(part)
    try:
        status = process.wait(max(0.5, deadline - time.monotonic()))
    except subprocess.TimeoutExpired:
        return b"", "te_lang_bezig"
    return b"".join(parts), _failure(status)


def _failure(status: int) -> str | None:
    if status == 0:
        return None
    if status == -signal.SIGXCPU:
        return "te_lang_bezig"
    if status == -signal.SIGKILL:
        return "te_veel_geheugen"
    return "beschadigd" if status < 0 else "storing"


def _end(process: subprocess.Popen[bytes]) -> None:
    """Nothing of the worker's session outlives its task."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        pass
    process.wait()
    if process.stdout is not None:
        process.stdout.close()
