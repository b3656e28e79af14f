"""What a worker answers: its shape, and how it travels as JSON between the processes.

Everything that comes in is called ``untrusted_*`` until this module has checked it: a document that takes over its worker can then
say nothing but wrong text.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass

from verifier.intake.document import Box, Line, Page, Region, Tick, Word
from verifier.intake.settings import IntakeSettings

_REGIONS: dict[object, Region] = {"body": "body", "header": "header", "footer": "footer"}
_TICKS: dict[object, Tick | None] = {None: None, "ticked": "ticked", "unticked": "unticked"}
_STRUCK, _DRAWN, _ADDED = 1, 2, 4
_LONGEST_WORD = 2_000
"""Characters of one word that travel; what is longer is data pasted into a paper and no language."""


class Malformed(Exception):
    """An answer does not have the agreed shape."""


@dataclass(frozen=True, slots=True)
class TableShape:
    """The columns of one table of a page: ``number`` as in ``Line.cell``, ``edges`` are their left sides and the last right side."""

    number: int
    edges: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page as one worker saw it, without knowledge of its neighbours: tables are numbered within the page."""

    page: Page
    tables: tuple[TableShape, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """A file found inside a container and written to the worker's folder under ``stored``; ``problem`` when it was not."""

    name: str
    stored: str | None
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """All that a worker may say.

    Args:
        kind: What the file turned out to be.
        pages: Pages with text.
        scans: Numbers of pages that are images and must be recognised.
        members: Files found inside.
        problem: Code of :data:`verifier.intake.problems.MESSAGES` when the file could not be read.
        remarks: Codes of things the user should know although the file was read.
    """

    kind: str = ""
    pages: tuple[ReadPage, ...] = ()
    scans: tuple[int, ...] = ()
    members: tuple[Member, ...] = ()
    problem: str | None = None
    remarks: tuple[str, ...] = ()


def encode(answer: Answer) -> bytes:
    """The answer as compact JSON."""
    body = {
        "kind": answer.kind,
        "pages": [_page_out(each) for each in answer.pages],
        "scans": list(answer.scans),
        "members": [[each.name, each.stored, each.problem] for each in answer.members],
        "problem": answer.problem,
        "remarks": list(answer.remarks),
    }
    # Lone surrogates occur in broken fonts and file names; ASCII escapes carry them where UTF-8 cannot.
    return json.dumps(body, separators=(",", ":"), ensure_ascii=True).encode("ascii")


def _page_out(read: ReadPage) -> dict[str, object]:
    page = read.page
    return {
        "number": page.number,
        "size": [round(page.width, 2), round(page.height, 2)],
        "source": page.text_source,
        "lines": [_line_out(line) for line in page.lines],
        "tables": [[each.number, [round(edge, 1) for edge in each.edges]] for each in read.tables],
    }


def _line_out(line: Line) -> list[object]:
    return [
        [_word_out(word) for word in line.words],
        line.region,
        list(line.cell) if line.cell else None,
        round(line.gap_before, 2),
        line.bold,
        round(line.size, 1),
        line.heading,
    ]


def _word_out(word: Word) -> list[object]:
    box = word.box
    flags = _STRUCK * word.struck | _DRAWN * word.drawn | _ADDED * word.added
    place = None if box is None else [round(box.x0, 2), round(box.top, 2), round(box.x1, 2), round(box.bottom, 2)]
    return [word.text[:_LONGEST_WORD], place, round(word.confidence, 3), word.order, flags, word.tick]


def decode(untrusted_bytes: bytes, settings: IntakeSettings) -> Answer:
    """The answer in ``untrusted_bytes``, checked against the agreed shape and the limits.

    Raises:
        Malformed: Anything else than what :func:`encode` makes.
    """
    try:
        untrusted = json.loads(untrusted_bytes)
        return _answer_in(untrusted, settings)
    except Malformed:
        raise
    except (ValueError, TypeError, KeyError, IndexError, RecursionError, OverflowError) as error:
        raise Malformed(type(error).__name__) from None


def _answer_in(untrusted: object, settings: IntakeSettings) -> Answer:
    body = _dict(untrusted)
    pages = _list(body["pages"], settings.pages)
    return Answer(
        kind=_text(body["kind"], 10),
        pages=tuple(_page_in(page, settings) for page in pages),
        scans=tuple(_count(number, settings.pages) for number in _list(body["scans"], settings.pages)),
        members=tuple(_member_in(member) for member in _list(body["members"], settings.members)),
        problem=None if body["problem"] is None else _text(body["problem"], 40),
        remarks=tuple(_text(code, 40) for code in _list(body["remarks"], 20)),
    )


def _member_in(untrusted: object) -> Member:
    name, stored, problem = _list(untrusted, 3)
    if stored is not None and not _text(stored, 10).isdigit():
        raise Malformed("stored")
    return Member(_text(name, 1_000), None if stored is None else str(stored), None if problem is None else _text(problem, 40))


def _page_in(untrusted: object, settings: IntakeSettings) -> ReadPage:
    body = _dict(untrusted)
    width, height = (_number(value) for value in _list(body["size"], 2))
    source = body["source"]
    if source not in ("digital", "ocr"):
        raise Malformed("source")
    lines = tuple(_line_in(line, settings) for line in _list(body["lines"], settings.words_per_page))
    page = Page(_count(body["number"], settings.pages), lines, width, height, source)
    return ReadPage(page, tuple(_table_in(table) for table in _list(body["tables"], 10_000)))


def _table_in(untrusted: object) -> TableShape:
    number, edges = _list(untrusted, 2)
    return TableShape(_count(number, 1_000_000, 0), tuple(_number(edge) for edge in _list(edges, 1_000)))


def _line_in(untrusted: object, settings: IntakeSettings) -> Line:
    words, region, cell, gap, bold, size, heading = _list(untrusted, 7)
    place = None
    if cell is not None:
        table, row, column = (_count(value, 10_000_000, 0) for value in _list(cell, 3))
        place = (table, row, column)
    read = tuple(_word_in(word) for word in _list(words, settings.words_per_page))
    if not read:
        raise Malformed("empty line")
    return Line(read, _REGIONS[region], place, _number(gap), _flag(bold), _number(size), _flag(heading))


def _word_in(untrusted: object) -> Word:
    text, box, confidence, order, flags, tick = _list(untrusted, 6)
    place = None if box is None else Box(*(_number(value) for value in _four(box)))
    flags = _count(flags, 7, 0)
    return Word(
        _text(text, _LONGEST_WORD),
        place,
        min(1.0, max(0.0, _number(confidence))),
        _count(order, 1_000_000_000, 0),
        bool(flags & _STRUCK),
        bool(flags & _DRAWN),
        _TICKS[tick],
        bool(flags & _ADDED),
    )


def _four(untrusted: object) -> list[object]:
    values = _list(untrusted, 4)
    if len(values) != 4:
        raise Malformed("box")
    return values


def _dict(untrusted: object) -> dict[str, object]:
    if not isinstance(untrusted, dict):
        raise Malformed("object")
    return untrusted


def _list(untrusted: object, longest: int) -> list[object]:
    if not isinstance(untrusted, list) or len(untrusted) > longest:
        raise Malformed("list")
    return untrusted


def _text(untrusted: object, longest: int) -> str:
    if not isinstance(untrusted, str) or len(untrusted) > longest:
        raise Malformed("text")
    return untrusted


def _flag(untrusted: object) -> bool:
    if not isinstance(untrusted, bool):
        raise Malformed("flag")
    return untrusted


def _number(untrusted: object) -> float:
    if isinstance(untrusted, bool) or not isinstance(untrusted, (int, float)) or not math.isfinite(untrusted):
        raise Malformed("number")
    return float(untrusted)


def _count(untrusted: object, highest: int, lowest: int = 0) -> int:
    if isinstance(untrusted, bool) or not isinstance(untrusted, int) or not lowest <= untrusted <= highest:
        raise Malformed("count")
    return untrusted
