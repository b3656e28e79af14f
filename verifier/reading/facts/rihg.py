"""The risk assessment form (RiHG) read: how far it is filled in, its outcome, and who established it when (Besluit tijdelijk huisverbod 2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

from verifier.reading.facts.model import Rihg, Signature, SignerRole, When, when
from verifier.reading.facts.names import find_names, tidy
from verifier.reading.facts.signatures import role_in, same_signer, signature_of, surname_beside_role
from verifier.reading.paper import Paper, Passage, Unit
from verifier.reading.papers.units import UNTICKED
from verifier.reading.time import find_moments

Points = Literal["huisverbod", "geen"]
_BOX = re.compile(r"[☐☒☑]")
_FORM_ROWS = 4
"""Rows with boxes from which the form is one to tick."""
_TITLE = re.compile(r"rihg|risicotaxatie", re.I)
_FINAL = re.compile(r"oordeel|uitkomst|uitslag|conclusie|wijst op|advies|totaal|weging|eind|voorstel|score|taxatie|besluit", re.I)
_AGAINST = re.compile(
    r"\b(?:geen|zonder)\s+(?:\w+\s+){0,2}(?:huisverbod|hv\b|risico)|\bniet\s+(?:\w+\s+){0,2}(?:geïndiceerd|aangewezen|nodig|noodzakelijk|opleggen|huisverbodwaardig)|"
    r"niet huisverbod\w*|(?:huisverbod|hv|geïndiceerd|gevaar)\W+(?:nee|niet)\b|\bgeen (?:\w+ ){0,3}gevaar\b|"
    r"\bgeen (?:indicatie|aanleiding|grond|reden|noodzaak) (?:voor|tot) (?:\w+ ){0,3}(?:huisverbod|hv|oplegg\w+)|\bafzien van|volstaat", re.I,
)
_FOR = re.compile(
    r"huisverbod|\bhv\b|\bopleggen\b|\boplegging\b|\b(?:ernstig|onmiddellijk|acuut)\b.{0,30}\bgevaar\b|\bgevaar\b.{0,30}\b(?:ernstig|onmiddellijk|acuut)\b",
    re.I,
)
_HIGH = re.compile(r"\bhoog\b|\bhoge\b|\bsterk\b|\brood\b|\bacuut\b", re.I)
_LOW = re.compile(r"\blaag\b|\bzwak\b|\blage\b|\bgroen\b|\bgeen risico\b", re.I)
_MIDDLE = re.compile(r"\bmatig\b|\bmidden\b|\bgemiddeld\b|\boranje\b|\bgeel\b", re.I)
_UNTICKED = re.compile(r"\(\s*\)\s*[\w-]+|☐\s*[\w-]+|\[\s*\]\s*[\w-]+")
_ROOM = re.compile(r"afwijk|\btoch\b|\bondanks\b|\bwaarom\b|geen keuze|niet ingevuld", re.I)
"""Rows that explain a deviation from the outcome, or leave it open, do not give it."""
_OWN_ROLE = re.compile(r"\W*(?:[\w /]{3,30},\s*)?(?:hulpofficier|hovj)", re.I)
"""The capacity just behind a name, with a rank before it or not."""
_ANSWER = re.compile(r"\b(?:ja|nee),\s*", re.I)
_SIGN_ROW = re.compile(r"vastgesteld|ondertek|handtekening|paraaf|naam (?:hovj|hulpofficier)|akkoord|definitief (?:gemaakt|verklaard|vastgelegd)", re.I)
_DATE_FIELD = re.compile(r"\bdatum\b|\bd\.d\.|\bdd\b\.?|tijd\b", re.I)
_BLANK_SIGN = re.compile(r"(?<![(\[])(?:handtekening|paraaf|ondertekening)\W*(?:niet ingevuld\W*)?$|(?:handtekening|paraaf)\W*(?:_{3,}|\.{4,}|…+)", re.I)
_BLANK_FIELD = re.compile(r"\b(?:handtekening|paraaf|ondertekening|gezien|akkoord)\b[^:.;]{0,40}:\s*$", re.I)
"""A field to sign at the end of a row that holds nothing: whose it is says nothing of who stands before it."""


def rihg_of(papers: Sequence[Paper]) -> Rihg | None:
    """The risk assessment form of the dossier, the latest where there are several; None where there is none."""
    found = [(i, p) for i, p in enumerate(papers) if p.kind == "rihg" and not p.draft]
    if not found:
        return None
    index, paper = max(found, key=lambda pair: (pair[1].dated or date.min, pair[0]))
    forms = [u for u in paper.units if u.function == "form"]
    # a scan shows the boxes of only some rows
    boxed = [u for u in paper.units if paper.text_source == "digital" and _BOX.search(paper.text.chars[u.start : u.end])]
    rows = boxed if len(boxed) >= _FORM_ROWS else forms
    boxes = {u: len(_BOX.findall(paper.text.chars[u.start : u.end])) for u in rows}
    # on a scan a row may be ticked in the box that was not recognised
    whole = max(boxes.values(), default=0) if paper.text_source == "ocr" else 0
    empty = [u for u in rows if u.text.rstrip().endswith((UNTICKED, ":")) and (not boxes[u] or boxes[u] >= whole)]
    outcome, passage = _outcome(paper)
    title = next((paper.passage(u.start, u.end) for u in paper.units if _TITLE.search(u.text)), None)
    signature, signed_on = _established(paper)
    return Rihg(index, 1 - len(empty) / len(rows) if rows else 1.0, outcome, passage, signature, signed_on, title)


def contradicting(paper: Paper) -> tuple[Passage, ...]:
    """Where the form contradicts its own outcome: its parts are all low while it points to a ban, or one is high while it does not."""
    outcome, passage = _outcome(paper)
    parts = [(u, level) for u in _outcome_units(paper) for level in _levels(_chosen(u)) if not _points(_chosen(u))]
    levels, points = {level for _, level in parts}, {_points(_chosen(u)) for u in _outcome_units(paper)} - {None}
    against = levels == {"laag"} if outcome == "huisverbod" else "hoog" in levels if outcome == "geen" else False
    against = against or len(points) > 1
    shown = (paper.passage(u.start, u.end) for u, _ in parts)
    return tuple(p for p in dict.fromkeys((*shown, passage)) if p) if against else ()


def _outcome_units(paper: Paper) -> list[Unit]:
    read = paper.units_that("rihg_uitkomst")
    if read:
        return [u for u in read if not _ROOM.search(u.text)]
    return [u for u in paper.units if u.function != "preprinted" and _FINAL.search(f"{u.label} {u.heading} {u.text}") and not _ROOM.search(u.text)]


def _outcome(paper: Paper) -> tuple[Points | None, Passage | None]:
    """What the form points to: its last words on the ban itself, else its total score."""
    units = _outcome_units(paper)
    for unit in reversed(units):
        if points := _points(_chosen(unit)):
            return points, paper.passage(unit.start, unit.end)
    totals = [u for u in units if _FINAL.search(u.text)] or units
    for unit in reversed(totals):
        levels = set(_levels(_chosen(unit)))
        if "hoog" in levels:
            return "huisverbod", paper.passage(unit.start, unit.end)
        if levels == {"laag"}:
            return "geen", paper.passage(unit.start, unit.end)
    return None, None


def _chosen(unit: Unit) -> str:
    """The words of a row without the options that are left unticked."""
    return _UNTICKED.sub("", unit.text)


def _points(text: str) -> Points | None:
    if _AGAINST.search(text):
        return "geen"
    return "huisverbod" if _FOR.search(text) else None


def _levels(text: str) -> Iterator[str]:
    for level, pattern in (("hoog", _HIGH), ("matig", _MIDDLE), ("laag", _LOW)):
        yield from (level for _ in pattern.finditer(text))


def _established(paper: Paper) -> tuple[Signature, When | None]:
    """Who established the form, and when: the hulpofficier before another, the date of his own row before that of the rows beside it."""
    rows = _establishing(paper)
    if not rows:
        return signature_of(paper), paper.dated
    signers = [(i, name, role) for i in range(len(rows)) for name, role in _signers_in(paper, rows, i)]
    blank = next((u for i, u in enumerate(rows) if role_in(u.text) == "hovj" and all(at != i for at, _, _ in signers)), None)
    if not signers:
        shown = blank or rows[-1]
        return Signature(None, role_in(shown.text), False, paper.passage(shown.start, shown.end)), _signed_on(paper, rows, 0)
    # The hulpofficier's row with his name stands before that of who filled in the form for him.
    at, name, role = next((s for s in signers if s[2] == "hovj"), signers[0])
    if role is None and blank is not None and not any(same_signer(name, n.name) for n in find_names(blank.text)):
        role = "anders" if _next_name(rows, rows.index(blank)) is None else role
    signed = not all(_BLANK_SIGN.search(u.text) for u in rows if re.search(r"handtekening|paraaf", u.text, re.I)) or not any(
        re.search(r"handtekening|paraaf", u.text, re.I) for u in rows
    )
    shown = rows[at] if role_in(rows[at].text) else _presenting(paper, name) or rows[at]
    return Signature(name, role, signed or role == "anders", paper.passage(shown.start, shown.end)), _signed_on(paper, rows, at)


def _signers_in(paper: Paper, rows: Sequence[Unit], at: int) -> list[tuple[str, SignerRole | None]]:
    """Who a row names, each with the capacity; a surname next to that of hulpofficier takes it from another name in the row."""
    text = _ANSWER.sub("", rows[at].text)
    found, alone = list(find_names(text))[:1], surname_beside_role(text)
    if alone is None or any(alone in n.name or _OWN_ROLE.match(text[n.end :]) for n in found):
        return [(tidy(n.name), _role(paper, rows, at, n.name)) for n in found]
    return [(alone, role_in(text))]


def _establishing(paper: Paper) -> list[Unit]:
    read = paper.units_that("rihg_vastgesteld")
    return list(read) or [u for u in paper.units if u.function != "preprinted" and _SIGN_ROW.search(u.text) and len(u.text) < 250]


def _next_name(rows: Sequence[Unit], at: int) -> str | None:
    """The name that stands in the row behind this one."""
    return next((n.name for u in rows[at + 1 : at + 2] for n in find_names(u.text)), None)


def _role(paper: Paper, rows: Sequence[Unit], at: int, name: str) -> SignerRole | None:
    """The capacity of who signs: in his own row, in the label just before it, or where the form presents the same person."""
    own = role_in(_BLANK_FIELD.sub("", rows[at].text))
    if own is not None:
        return own
    before = rows[at - 1] if at else None
    if before is not None and role_in(before.text) == "hovj" and not any(True for _ in find_names(before.text)):
        return "hovj"
    elsewhere = _presenting(paper, name)
    return role_in(elsewhere.text) if elsewhere else None


def _presenting(paper: Paper, name: str) -> Unit | None:
    """Where the form presents a person with a capacity: as the hulpofficier, or with another rank or office."""
    named = (u for u in paper.units if any(same_signer(n.name, name) for n in find_names(u.text)))
    return next((u for u in named if role_in(u.text) in ("hovj", "anders")), None)


def _signed_on(paper: Paper, rows: Sequence[Unit], at: int) -> When | None:
    """The date of signing; the date in the head stands in for it where the rows of signing have no field of their own for it."""
    for unit in sorted(rows, key=lambda u: abs(rows.index(u) - at)):
        days = [v for m in find_moments(unit.text, paper.dated) if (v := when(m))]
        if days:
            return days[0]
    if any(_DATE_FIELD.search(u.text) for u in rows):
        return None
    heads = (m for u in paper.units_that("opgemaakt") for m in find_moments(u.text, paper.dated))
    return next((v for m in heads if (v := when(m))), paper.dated)
