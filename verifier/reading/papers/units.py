"""The units of a paper: sentences, and form rows as ``label: value`` with the chosen option only, each with its function."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import zip_longest

from verifier.reading.data import load_data
from verifier.reading.language import sentence_spans
from verifier.reading.paper import Function, Kind, Unit
from verifier.reading.text import Block, Text

PARTY_KINDS: frozenset[Kind] = frozenset({"verzoekschrift_voorlopige_voorziening", "verweerschrift"})
UNTICKED = "niet ingevuld"
"""What is read where boxes stand and none is ticked."""
TICKED = "aangekruist"
"""What is read where a box is ticked and what it stands for is not known."""
_TICKED = re.compile(r"(?:☒|☑|\[[xX]\]|\([xX]\))\s*")
_UNTICKED = re.compile(r"(?:☐|\[\s?\]|\(\s\))\s*")
_BLANK = re.compile(r"\.{5,}|_{4,}|…{2,}")
_THIS_CASE = re.compile(r"\b\d{4}\s?[A-Z]{2}\b|\b(?:de heer|dhr\.|mevrouw|mw\.)\s+(?:[A-Z]\.|[A-Z][a-z])")
"""Words that no printed explanation holds: a postcode, or a person by title and name."""
_MARKS = re.compile(rf"\s*((?:(?:{_TICKED.pattern}|{_UNTICKED.pattern})){{2,6}})(.*)", re.S)
_ANSWERS = frozenset({"ja", "nee", "j", "n", "onbekend", "onb.", "onb", "o", "?", "nvt", "n.v.t."})
"""Answers that stand above the columns in which a form is ticked."""
_ANSWER = re.compile(r"weet niet|niet bekend|geen informatie|\S+", re.I)
_OPTION = re.compile(rf"({_TICKED.pattern}|{_UNTICKED.pattern})([^☒☑☐\[\]()\t\n;|]*)")
_LABEL = re.compile(r"^([^:.!?\t]{2,48}):\s+(?=\S)")
_ITEM = re.compile(r"\s*(?:[-–—•*]|\d{1,2}[.)]|[a-zIVX]{1,4}[.)])\s")
_HEADING_END = re.compile(r"^(?:[A-Z][A-Z &/-]{4,48}|[IVX]{1,4}|\d{1,2}(?:\.\d)?|[A-Z])[.:]?\s")


@cache
def function_cues() -> dict[str, re.Pattern[str]]:
    """The cues of ``functies.yaml`` by name, each as one pattern over lower-case text."""
    raw = load_data("verifier.reading.papers", "functies.yaml")
    return {name: re.compile("|".join(re.escape(f).replace(r"\*", r"\w*") for f in forms)) for name, forms in raw.items()}


def units_of(text: Text, kind: Kind) -> tuple[Unit, ...]:
    """All units of a paper in reading order."""
    columns: tuple[str, ...] = ()
    heading, preprinted, found = "", False, []
    blocks = list(_rows_joined(text))
    for block, following in zip_longest(blocks, blocks[1:]):
        words = text.chars[block.start : block.end].strip()
        if not words:
            continue
        if (block.heading or _reads_as_heading(words)) and not _LABEL.match(words):
            heading, preprinted = words, bool(function_cues()["voorgedrukt_opschrift"].match(words.lower()))
            found.append(Unit(block.start, block.end, words, "heading", heading))
            continue
        columns = _answers_above(text, block, following) or columns
        found.extend(_units(text, block, kind, heading, preprinted, columns))
    return tuple(found)


def _answers_above(text: Text, block: Block, following: Block | None) -> tuple[str, ...]:
    """The answers above the columns of a form ("ja nee onbekend"), where a row gives them: known ones, or as many as the next row has boxes."""
    cells = _values(text, block)
    words = [w for cell in cells for w in _ANSWER.findall(cell)]
    if len(words) <= 6 and sum(w.lower() in _ANSWERS for w in words) >= 2:
        return tuple(words)
    marks = _MARKS.fullmatch(" ".join(_values(text, following))) if following else None
    boxes = len(_boxes(marks)) if marks else 0
    return next((tuple(answers) for answers in (cells, words) if boxes and len(answers) == boxes and not _OPTION.search(" ".join(answers))), ())


def _values(text: Text, block: Block) -> list[str]:
    """The words of the cells of a row behind its label."""
    return [text.chars[a:b].strip() for a, b in block.cells[1:]]


def _boxes(marks: re.Match[str]) -> list[str]:
    return re.findall(rf"{_TICKED.pattern}|{_UNTICKED.pattern}", marks.group(1))


def _by_column(words: str, columns: tuple[str, ...]) -> str:
    """The marks of a row that have no words of their own as the answer above the ticked one."""
    marks = _MARKS.fullmatch(words)
    if marks is None:
        return words
    boxes = _boxes(marks)
    answers = columns if len(columns) >= len(boxes) else (TICKED,) * len(boxes) if not marks.group(2) else ()
    ticked = [word for box, word in zip(boxes, answers, strict=False) if _TICKED.match(box)]
    return f"{', '.join(ticked)} {marks.group(2)}".strip() if ticked else words


def _rows_joined(text: Text) -> Iterator[Block]:
    """The blocks, with running text that a page break parts or that was laid out as table rows (as in scans) made one paragraph again."""
    held: Block | None = None
    for block in text.blocks:
        if held is not None and _goes_on(text, held, block):
            held = Block(held.start, block.end, held.page)
            continue
        if held is not None:
            yield held
        held = block
    if held is not None:
        yield held


def _goes_on(text: Text, earlier: Block, block: Block) -> bool:
    """Whether a block is the next line of the running text above it: that one stops in mid-sentence, this one goes on in lower case, or
    anyhow on the next page."""
    above, below = text.chars[earlier.start : earlier.end], text.chars[block.start : block.end]
    rows, turned = bool(earlier.cells or block.cells), earlier.page != block.page
    if earlier.heading or block.heading or not (rows or turned) or "☐" in below or "☒" in below:
        return False
    words = above.split()
    running = len(words) > 6 and sum(w[0].islower() for w in words) > 0.55 * len(words)
    goes_on = below.lstrip()[:1].islower() or (turned and not rows and not _ITEM.match(below))
    return running and not above.rstrip().endswith((".", ":", ";", "!", "?")) and goes_on


def chosen(words: str) -> str:
    """The text with ticked options kept and unticked ones left out; ``niet ingevuld`` where boxes stand and none is ticked."""
    if not _OPTION.search(words):
        return words
    if not _TICKED.search(words):
        rest = _OPTION.sub("", words).strip(" \t:")
        return f"{rest}: {UNTICKED}" if rest else UNTICKED
    kept = _OPTION.sub(lambda m: m.group(2) if _TICKED.match(m.group(1)) else "", words)
    return re.sub(r"\s{2,}", " ", kept).strip()


def left_open(words: str) -> bool:
    """Whether a row tells nothing: no box of it is ticked, or blanks stand where day, time or number should be written."""
    return words.endswith(UNTICKED) or bool(_BLANK.search(words)) and not any(c.isdigit() for c in words)


def _reads_as_heading(words: str) -> bool:
    return len(words) <= 60 and "\n" not in words and not words.endswith((".", ",", ";", ":", "?", "!")) and words.isupper() and len(words) > 5


def _units(text: Text, block: Block, kind: Kind, heading: str, preprinted: bool, columns: tuple[str, ...]) -> Iterator[Unit]:
    if len(block.cells) > 1:
        yield from _row(text, block, kind, heading, preprinted, columns)
        return
    raw = re.sub(r"[\t\n]", " ", text.chars[block.start : block.end])
    for start, end in sentence_spans(raw):
        words = raw[start:end]
        label = _LABEL.match(words)
        shown = chosen(words)
        function = _function(shown, kind, preprinted, bool(label) and len(words) < 120)
        yield Unit(block.start + start, block.start + end, shown, function, heading, label.group(1) if label else "")


def _row(text: Text, block: Block, kind: Kind, heading: str, preprinted: bool, columns: tuple[str, ...]) -> Iterator[Unit]:
    """A table row: its first cell is the label of the others; a long cell is read sentence by sentence."""
    cells = [(a, b) for a, b in block.cells if text.chars[a:b].strip()]
    if not cells:
        return
    label = text.chars[slice(*cells[0])].strip()
    values = cells[1:]
    if re.fullmatch(r"\d{1,2}[a-z]?\.?|[a-z]\)", label) and len(values) > 1:
        label, values = text.chars[slice(*values[0])].strip(), values[1:]
    if not values or len(label) > 120:
        values = cells
    joined = _by_column(" ".join(text.chars[a:b].strip() for a, b in values), columns)
    if len(joined) <= 160:
        shown = f"{label}: {chosen(joined)}"
        yield Unit(block.start, block.end, shown, _function(shown, kind, preprinted, True), heading, label)
        return
    for a, b in values:
        for start, end in sentence_spans(text.chars[a:b]):
            shown = chosen(text.chars[a + start : a + end])
            yield Unit(a + start, a + end, shown, _function(shown, kind, preprinted, False), heading, label)


def _function(words: str, kind: Kind, preprinted: bool, form: bool) -> Function:
    folded, cues = words.lower(), function_cues()
    if kind in PARTY_KINDS:
        return "party"
    if preprinted or (cues["voorgedrukt_zin"].search(folded) and not _THIS_CASE.search(words)):
        return "preprinted"
    if kind.startswith("beschikking") and cues["rechtsmiddel"].search(folded):
        return "remedy"
    if cues["uitreiking"].search(folded) and len(folded) < 260 and kind.startswith(("beschikking", "akte")):
        return "service"
    if len(folded) < 90 and cues["ondertekening"].search(folded) and not folded.endswith("."):
        return "signature"
    return "form" if form else "narrative"
