"""One file to its papers: a bundle is split where a page opens another paper."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from verifier.intake.document import Document, Page
from verifier.reading.concepts.reader import NO_OPENING, read_tops
from verifier.reading.paper import Kind, Paper
from verifier.reading.papers.kinds import kind_of, opening
from verifier.reading.papers.units import units_of
from verifier.reading.text import Text, text_of
from verifier.reading.time import find_moments

_OPENING = 5
"""Points of a kind in the title lines from which a page opens a paper of that kind."""
_TITLED, _UNTITLED, _SURE = 0.45, 0.75, 0.95
"""Probability that a page begins a paper from which it does: beside a title or the number one, and without; and where a title is
that of the paper before it, too."""
_TOP_CHARS = 800
"""Characters of a page that show what begins there."""
_TITLE_BLOCKS, _TITLE_LENGTH, _TITLE_WORDS = 7, 130, 8
_FIRST_PAGE = re.compile(r"\b(?:pagina|blad|bladzijde|blz\.?)\s*1\s*(?:van|/)", re.I)
_LATER_PAGE = re.compile(r"\b(?:pagina|blad|bladzijde|blz\.?)\s*(?:[2-9]|\d\d)\b(?!\s*(?:t/m|tot))", re.I)
_GOES_ON = re.compile(r"\W*(?:vervolg\b|(?:[2-9]|1\d)[.)]\s)", re.I)
"""How a page begins that goes on with the paper before it: the word for it, or a later number of its list."""
_ANNEX = re.compile(r"^\W*(?:bijlage|toelichting|informatie|vervolg|achterzijde|ommezijde|wettekst|uitleg|rechtsmiddel|beroep)", re.I)
_FORMULA = ("namens", "voor deze", "hoogachtend", "met vriendelijke groet", "de burgemeester")
_BIRTH = re.compile(r"\bgeb(?:\.|oren\b|oorte\w*)[^.;\d]{0,30}$", re.I)
_YEARS = 5
"""Dates of a paper that lie this many years before its latest one do not date it."""
_DRAFT = re.compile(r"\b(?:concept|CONCEPT|Concept|ONTWERP|kladversie)\b")
_CLOSING = re.compile(r"gesloten|opgemaakt|ondertekend|getekend|aldus|vastgesteld|gedaan te|datum|d\.d\.", re.I)


def papers_of(document: Document) -> tuple[Paper, ...]:
    """The papers of a file with kind, date and units; one paper of kind ``overig`` without pages when it could not be read."""
    if not document.pages:
        nothing = Text("", (), ())
        return (Paper(document.file, "overig", 0, 0, "digital", nothing, problems=document.problems),)
    texts = [text_of([page]) for page in document.pages]
    tops = read_tops([text.chars[:_TOP_CHARS] for text in texts])
    leaves = [_Leaf(*of) for of in zip(document.pages, texts, tops, strict=True)]
    starts = [0] + [i for i, (earlier, leaf) in enumerate(pairwise(leaves), 1) if _opens(earlier, leaf)]
    return tuple(_paper(document, document.pages[first:last], tops[first]) for first, last in pairwise([*starts, len(leaves)]))


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A page with its text, and the probability of every kind of paper beginning on it."""

    page: Page
    text: Text
    top: Mapping[str, float]


def _opens(earlier: _Leaf, leaf: _Leaf) -> bool:
    """Whether a page starts another paper than the one before it belongs to: by what its top was read to be, and by its number."""
    text, top, words = leaf.text.chars, leaf.top, _all_words(leaf.page)
    first, later = _FIRST_PAGE.search(words), _LATER_PAGE.search(words)
    if text[:1].islower() or _GOES_ON.match(text) or (later and not first):
        return False
    begins = sum(p for kind, p in top.items() if kind != NO_OPENING)
    share = begins / (begins + top.get(NO_OPENING, 0.0) + 1e-9)
    kind, points = opening(_title_lines(leaf.text))
    titled = points >= _OPENING and not _ANNEX.match(text) and (bool(first) or kind != kind_of(earlier.text.chars))
    if titled or first:
        return share >= _TITLED
    if points >= _OPENING and share >= _SURE:
        return True
    # without a title a page of the same kind goes on: two papers of one kind seldom follow each other
    read = max((k for k in top if k != NO_OPENING), key=lambda k: top[k], default=NO_OPENING)
    return share >= _UNTITLED and read != kind_of(earlier.text.chars, earlier.top)


def _title_lines(text: Text) -> str:
    """The lines at the top of a page that can be a title: short, and no running text, which names other papers all the time."""
    lines = [re.sub(r"[_\s]+", " ", text.chars[b.start : b.end]).strip() for b in text.blocks[:_TITLE_BLOCKS]]
    titles = "\n".join(line for line in lines if not _runs_on(line))
    return re.sub(r"\bwet tijdelijk huisverbod", "", re.sub(r"\s-\s(?=verbaal)", "-", titles, flags=re.I), flags=re.I)


def _runs_on(line: str) -> bool:
    words = line.split()
    small = sum(w[0].islower() for w in words)
    return len(line) > _TITLE_LENGTH or line.endswith(".") or line.lower().startswith(_FORMULA) or (len(words) > _TITLE_WORDS and small > 0.6 * len(words))


def _all_words(page: Page) -> str:
    return " ".join(w.text for line in page.lines for w in line.words)


def _paper(document: Document, pages: tuple[Page, ...], top: Mapping[str, float]) -> Paper:
    text = text_of(pages)
    kind = kind_of(text.chars, top)
    source = replace(document, pages=pages).text_source
    units = units_of(text, kind)
    title = next((u.text for u in units if u.function == "heading"), None)
    return Paper(
        document.file, kind, pages[0].number, pages[-1].number, source, text, units, title,
        _dated(text.chars, kind), _is_draft(text.chars, pages), document.problems,
    )


def _dated(chars: str, kind: Kind) -> date | None:
    """The date of signing or closing: for a proces-verbaal the last one at its close, else the one of the head."""
    moments = [m for m in find_moments(chars) if m.day and m.year_given and not _BIRTH.search(chars[max(0, m.start - 45) : m.start])]
    latest = max((m.day for m in moments if m.day), default=None)
    if kind != "mandaatbesluit" and latest:
        # a birth date can stand without the word: beside a name, or in another column than its label
        moments = [m for m in moments if m.day and latest.year - m.day.year <= _YEARS]
    if not moments:
        return None
    if kind.startswith("pv_") or kind in ("verklaring_aangifte", "akte_van_uitreiking"):
        for moment in reversed(moments):
            if _CLOSING.search(chars[max(0, moment.start - 160) : moment.start]):
                return moment.day
    head = [m for m in moments if m.start < 900]
    return (head or moments)[0].day


def _is_draft(chars: str, pages: tuple[Page, ...]) -> bool:
    marks = " ".join(_all_words(p) for p in pages)[:400] + " " + chars[:300]
    return bool(_DRAFT.search(marks))
