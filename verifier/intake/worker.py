"""The worker's side of the boundary: takes its limits, reads one file from standard input, and answers on standard output.

Start-up is most of the time a small paper takes, so nothing is imported before it is known which format needs it.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from importlib import import_module
from typing import Any

from verifier.intake.message import Answer, encode
from verifier.intake.problems import Unreadable
from verifier.intake.settings import IntakeSettings
from verifier.intake.sniff import kind_of

_READERS = {
    "pdf": "pdf",
    "docx": "docx",
    "odt": "odt",
    "text": "plain",
    "zip": "archive",
    "eml": "email",
    "msg": "msg",
    "image": "picture",
    "tiff": "picture",
}
_NEW_USER, _NEW_NET = 0x10000000, 0x40000000


def main() -> int:
    """Serve the one request in the first argument; 0 when an answer was written."""
    request: dict[str, Any] = json.loads(sys.argv[1])
    settings = IntakeSettings(**request["settings"])
    recognise = request["action"] == "recognise"
    leave_network()
    take_limits(settings, request["seconds"], recognise)
    answer = respond(read_input(settings.file_bytes), settings, tuple(request["pages"]) if recognise else None)
    write_answer(encode(answer))
    return 0


def respond(data: bytes | None, settings: IntakeSettings, recognise: tuple[int, ...] | None = None) -> Answer:
    """Read ``data`` as what it is; with ``recognise`` (pages, empty for all), recognise its images instead."""
    if data is None:
        return Answer(problem="te_groot")
    kind = ""
    try:
        kind = kind_of(data)
        if recognise is not None:
            answer: Answer = import_module("verifier.intake.ocr").read(data, kind, recognise, settings)
        else:
            answer = import_module(f"verifier.intake.{_READERS[kind]}").read(data, settings)
    except Unreadable as error:
        answer = Answer(problem=error.code)
    except MemoryError:
        answer = Answer(problem="te_veel_geheugen")
    except RecursionError:
        answer = Answer(problem="beschadigd")
    except Exception:
        # A reader of untrusted bytes can fail in any way; the user gets a sentence and the other files go on.
        answer = Answer(problem="beschadigd")
    return Answer(kind, answer.pages, answer.scans, answer.members, answer.problem, answer.remarks)


def leave_network() -> None:
    """Step into an empty network namespace where the system allows it; see :mod:`verifier.intake.boundary` where it does not."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(_NEW_NET) != 0:
        libc.unshare(_NEW_USER | _NEW_NET)


def take_limits(settings: IntakeSettings, seconds: float, recognise: bool) -> None:
    """Bind this process, and all it starts, to the limits."""
    memory = settings.ocr_memory_bytes if recognise else settings.memory_bytes
    _limit(resource.RLIMIT_AS, memory)
    # Past the soft limit the system sends SIGXCPU, which the parent can tell from a kill for lack of memory.
    _limit(resource.RLIMIT_CPU, int(seconds) + 1, room=5)
    _limit(resource.RLIMIT_FSIZE, max(settings.file_bytes, settings.unpacked_bytes))
    _limit(resource.RLIMIT_NOFILE, settings.open_files)
    _limit(resource.RLIMIT_CORE, 0)
    if settings.subprocesses:
        _limit(resource.RLIMIT_NPROC, settings.subprocesses)


def _limit(which: int, value: int, room: int = 0) -> None:
    hard = resource.getrlimit(which)[1]
    bound = value if hard == resource.RLIM_INFINITY else min(value, hard)
    try:
        resource.setrlimit(which, (bound, bound + room if hard == resource.RLIM_INFINITY else min(bound + room, hard)))
    except (ValueError, OSError):
        # Some systems lack one of the limits; the others and the parent's clock still hold.
        pass


def read_input(longest: int) -> bytes | None:
    """All of standard input, or None when it is longer than ``longest`` bytes."""
    with os.fdopen(0, "rb", closefd=False) as stream:
        data = stream.read(longest + 1)
    return data if len(data) <= longest else None


def write_answer(data: bytes) -> None:
    """Write all of ``data`` to standard output."""
    view = memoryview(data)
    while view:
        view = view[os.write(1, view) :]
