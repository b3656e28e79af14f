"""Plain text files, in the encodings that Dutch offices use."""

from __future__ import annotations

from verifier.intake.document import Line, Page, Word
from verifier.intake.message import Answer, ReadPage
from verifier.intake.problems import Unreadable
from verifier.intake.settings import IntakeSettings
from verifier.intake.sniff import HEAD
from verifier.intake.ticks import mark_words


def read(data: bytes, settings: IntakeSettings) -> Answer:
    """One page with a line for each line of the file; columns set apart by tabs are cells of one row.

    Raises:
        Unreadable: More text than is read, or none.
    """
    text = decoded(data)
    if len(text) > settings.text_characters:
        raise Unreadable("te_veel_tekst")
    lines, cut = lines_of(text, settings.line_characters)
    if not lines:
        raise Unreadable("geen_tekst")
    page = ReadPage(Page(1, lines))
    return Answer(pages=(page,), remarks=("regels_geknipt",) if cut else ())


def decoded(data: bytes) -> str:
    """The text in UTF-16 by its mark or its zeros, UTF-8, or else Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if b"\0" in data[:HEAD]:
        even, odd = data[:HEAD:2].count(0), data[1:HEAD:2].count(0)
        return data.decode("utf-16-be" if even > odd else "utf-16-le", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def lines_of(text: str, longest: int) -> tuple[tuple[Line, ...], bool]:
    """The lines of a text, and whether one had to be cut."""
    lines: list[Line] = []
    order, row, gap, cut = 0, 0, 1.0, False
    for raw in text.splitlines():
        pieces = [raw[i : i + longest] for i in range(0, len(raw), longest)] or [""]
        cut = cut or len(pieces) > 1
        for piece in pieces:
            cells = [c for c in piece.split("\t") if c.strip()]
            if not cells:
                gap = 2.0
                continue
            row += 1
            for column, cell in enumerate(cells):
                words = [Word(w, order=order + i) for i, w in enumerate(cell.split(), 1)]
                order += len(words)
                place = (0, row, column) if len(cells) > 1 else None
                lines.append(Line(tuple(mark_words(words)), cell=place, gap_before=max(gap, 1.0)))
            gap = 1.0
    return tuple(lines), cut
