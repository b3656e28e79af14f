"""A beschikking read as a decision: who decides and signs, from when until when, for which home and with whom no contact."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeVar

from verifier.reading.facts.addresses import Address, find_addresses
from verifier.reading.facts.ages import minors_among
from verifier.reading.facts.indications import indicated
from verifier.reading.facts.model import Decision, Signature, SignerRole, Stated, When, when
from verifier.reading.facts.names import find_names, tidy
from verifier.reading.facts.signatures import SERVED, role_in, signature_of
from verifier.reading.paper import Paper, Passage, Unit
from verifier.reading.papers.units import UNTICKED
from verifier.reading.time import find_durations, find_moments, find_periods

_HOME = re.compile(r"\b(?:woning|verlaten|betreden|adres|pand|huis|woonboot|ligplaats|woonark|geldt voor)\b", re.I)
_BAN = re.compile(r"\bcontact|\bbenaderen\b", re.I)
_FORBIDS = re.compile(r"\b(?:geen|niet|verbod|verboden|verbied\w*|verbieden|contactverbod|onthouden)\b", re.I)
_PERIOD = re.compile(r"huisverbod|verbod|periode|duur|hoe lang|\bingang|ingaand|aflopend|eind|begin|gaat in|vanaf|tot\b|verleng|dagen", re.I)
_BEGINS = re.compile(r"^\W*(?:\d{1,2}[.)]?\s*)?(?:vanaf|van|begin|ingang|aanvang|ingaande|start)", re.I)
_ENDS = re.compile(r"^\W*(?:\d{1,2}[.)]?\s*)?(?:tot|einde|eind|afloop|loopt af)", re.I)
_AFLOAT = re.compile(r"\b(?:woon)?(?:ark|boot|schip|wagen)\b|\b(?:lig|stand)plaats", re.I)
_PAST = re.compile(r"\b(?:afgelopen|laatste|vorige|voorbije)\s+(?:\w+\s+)?$", re.I)
"""Before days that have gone by, which are not the length of anything."""
_ITEM = re.compile(r"^\s*(?:[-–—•*]|[a-z]\)|\d{1,2}[.)])\s*")
_EMPTY = re.compile(r"^[\s._…–-]*$|_{3,}|\.{5,}|…{2,}")
_SERVICE_LABEL = re.compile(r"\b(?:datum|tijd\w*|plaats|naam|handtekening|paraaf|wijze)\b", re.I)
_ROWS, _LABEL_LENGTH = 2, 40
"""Rows behind the head of a service block that show whether it is filled in, and the length of a label."""
_HEARD = re.compile(r"\b(?:gehoord|verhoord|gehoor)\b", re.I)
T = TypeVar("T")


def decisions_of(papers: Sequence[Paper]) -> list[Decision]:
    """Every decision among the papers of a case, drafts left out."""
    return [decision_of(i, p) for i, p in enumerate(papers) if p.kind.startswith("beschikking") and not p.draft]


def orders_among(decisions: Iterable[Decision], papers: Sequence[Paper]) -> list[Decision]:
    """The decisions that impose a huisverbod, the last of date last: that one is under review."""
    return sorted((d for d in decisions if d.kind == "beschikking_huisverbod"), key=lambda d: papers[d.paper].dated or date.min)


def decision_of(index: int, paper: Paper) -> Decision:
    """Everything a decision states about itself; ``index`` is its place among the papers."""
    anchor = paper.dated
    signature = signature_of(paper)
    begin, end, inclusive, days = _period(paper, anchor)
    names, labels, minors, ban = _contact_ban(paper)
    role, passage, conflict = _decider(paper, signature)
    served, undated, empty = _service(paper, anchor)
    return Decision(
        index, paper.kind, signature, role, passage, conflict,
        decided=_decided(paper, anchor, served), address=_address(paper), begin=begin, end=end, inclusive=inclusive, days=days,
        names=names, labels=labels, minors=minors, contact_ban=ban, served=served, served_undated=undated, service_block_empty=empty,
        remedy=tuple(p for u in paper.units if u.function == "remedy" or "besluit_rechtsmiddel" in u.does if (p := paper.passage(u.start, u.end))),
    )


def _decider(paper: Paper, signature: Signature) -> tuple[SignerRole | None, Passage | None, bool]:
    """Role of who decides: signature first, then who the heading or operative part names."""
    heads = [u for u in paper.units if re.search(r"de (?:loco-?|waarnemend )?burgemeester", u.text, re.I) and u.function != "preprinted"]
    head = heads[0] if heads else None
    passage = paper.passage(head.start, head.end) if head else signature.block
    if signature.role is not None:
        return signature.role, signature.block or passage, False
    return (role_in(head.text) if head else None), passage, False


@dataclass(slots=True)
class _Told:
    """What units say of a period."""

    begins: list[tuple[When, Passage]] = field(default_factory=list)
    ends: list[tuple[When, Passage]] = field(default_factory=list)
    lengths: list[tuple[int, Passage]] = field(default_factory=list)
    inclusive: bool = False


def _period(paper: Paper, anchor: date | None) -> tuple[Stated[When] | None, Stated[When] | None, bool, Stated[int] | None]:
    """Begin, end, whether the end is inclusive, and length: from the units that give them, each missing one from words for a period."""
    given = _told(paper.units_that("besluit_begin", "besluit_einde", "besluit_duur"), paper, anchor)
    worded = _told(_with_words(paper), paper, anchor)
    ends = given if given.ends else worded
    # beside a begin and an end that are given, a length elsewhere is the law's
    lengths = [x for x in given.lengths or (worded.lengths if not (given.begins and given.ends) else []) if 2 <= x[0] <= 28]
    return _stated(given.begins or worded.begins), _stated(ends.ends), ends.inclusive, _stated(lengths)


def _told(units: Iterable[Unit], paper: Paper, anchor: date | None) -> _Told:
    told = _Told()
    for unit in units:
        text, passage = unit.text, paper.passage(unit.start, unit.end)
        if passage is None:
            continue
        periods = list(find_periods(text, anchor))
        for place, says in (
            (told.begins, _says_only(unit, "besluit_begin", "besluit_einde", _BEGINS)),
            (told.ends, _says_only(unit, "besluit_einde", "besluit_begin", _ENDS)),
        ):
            # where the words themselves announce an end of the period, they decide which
            named = [v for m in find_moments(text, anchor) if (v := when(m))] if says and not any(p.begin or p.finish for p in periods) else []
            if len(named) == 1:
                place.append((named[0], passage))
        for period in periods:
            told.begins += [(v, passage) for v in [period.begin and when(period.begin)] if v]
            told.ends += [(v, passage) for v in [period.finish and when(period.finish)] if v]
            told.inclusive = told.inclusive or bool(period.finish and period.inclusive)
        found = (d for d in find_durations(text) if d.days and d.unit in ("dag", "week") and not d.limit and not _PAST.search(text[: d.start]))
        told.lengths += [(d.days, passage) for d in found if d.days]
    return told


def _says_only(unit: Unit, function: str, other: str, label: re.Pattern[str]) -> bool:
    """Whether a unit gives the one end of the period and not the other: by what it does, or by its label."""
    return (function in unit.does and other not in unit.does) or bool(label.match(unit.text) and ":" in unit.text)


def _with_words(paper: Paper) -> Iterator[Unit]:
    """The units that use the words for a period."""
    for unit in paper.units:
        if unit.function not in ("preprinted", "remedy", "party", "heading", "service") and not _HEARD.search(unit.text) and _PERIOD.search(unit.text):
            yield unit


def _stated(found: Sequence[tuple[T, Passage]]) -> Stated[T] | None:
    """The most exact value, first stated, with its passages; other values beside it."""
    if not found:
        return None
    values = sorted(dict.fromkeys(v for v, _ in found), key=lambda v: not isinstance(v, datetime))
    value = values[0]
    passages = tuple(dict.fromkeys(p for v, p in found if v == value))
    also = tuple((v, tuple(p for w, p in found if w == v)) for v in values[1:] if not _same_day(v, value))
    return Stated(value, passages[:3], also)


def _same_day(a: object, b: object) -> bool:
    days = [v.date() if isinstance(v, datetime) else v for v in (a, b)]
    return days[0] == days[1] and not (isinstance(a, datetime) and isinstance(b, datetime))


def _decided(paper: Paper, anchor: date | None, served: Stated[When] | None) -> Stated[When] | None:
    for unit in paper.units:
        if re.search(r"\bbeslo(?:ten|ot)|datum (?:en tijd )?besluit|\bbesluit(?:datum)?:", unit.text, re.I) and unit.function != "preprinted":
            for moment in find_moments(unit.text, anchor):
                value = when(moment)
                passage = paper.passage(unit.start, unit.end)
                if isinstance(value, datetime) and passage:
                    return Stated(value, (passage,))
    if served is not None:
        return served
    return Stated(paper.dated, ()) if paper.dated else None


def _address(paper: Paper) -> Stated[str] | None:
    found: list[tuple[int, Address, Passage]] = []
    for unit in paper.units:
        gives = "besluit_plaats" in unit.does
        if unit.function in ("preprinted", "remedy", "letterhead", "service") and not gives:
            continue
        for address in find_addresses(unit.text):
            passage = paper.passage(unit.start, unit.end)
            if passage is None or not gives and re.search(r"postbus|rechtbank|bureau|verblij|bezoekadres|te bereiken", unit.text, re.I):
                continue
            near = unit.text[max(0, address.start - 60) : address.end + 40] + unit.label
            found.append((4 * gives + 2 * bool(_HOME.search(near)) + bool(address.postcode), address, passage))
    if not found:
        return _berth(paper)
    best = max(found, key=lambda f: f[0])[1]
    # an addressee's name can stand before the street without a mark between them
    best = min((a for _, a, _ in found if a.key[1] == best.key[1] and best.key[0].endswith(a.key[0])), key=lambda a: len(a.street))
    fuller = next((a for _, a, _ in found if a.key == best.key and a.postcode), None)
    if fuller is None:
        longer = next((a for _, a, _ in found if a.postcode and a.key[1] == best.key[1] and a.key[0].endswith(best.key[0])), best)
        fuller = Address(best.start, best.end, best.street, best.number, longer.postcode, longer.town or best.town)
    same = tuple(p for s, a, p in found if a.key == best.key and s >= 1)
    return Stated(fuller.shown(), same[:3])


def _berth(paper: Paper) -> Stated[str] | None:
    """A home without street and number that is as definite: a houseboat at its berth, a caravan on its pitch."""
    for unit in paper.units_that("besluit_plaats"):
        passage = paper.passage(unit.start, unit.end)
        if passage and _AFLOAT.search(unit.text) and re.search(r"\d", unit.text):
            return Stated(unit.text, (passage,))
    return None


def _contact_ban(paper: Paper) -> tuple[tuple[Stated[str], ...], tuple[Stated[str], ...], tuple[Stated[str], ...], Passage | None]:
    names: list[Stated[str]] = []
    shown = [(u, p) for u in _ban_units(paper) if (p := paper.passage(u.start, u.end)) is not None]
    texts = [u.text[m.end() :] if (m := _BAN.search(u.text)) and "contact" in u.text.lower() else u.text for u, _ in shown]
    for text, (_, passage) in zip(texts, shown, strict=True):
        for name in find_names(text):
            stated = Stated(tidy(name.name), (passage,))
            if stated.value not in [n.value for n in names]:
                names.append(stated)
    # a sentence that only names somebody of the ban in passing indicates nobody
    banning = [t if u.function == "form" or _FORBIDS.search(u.text) or _lists(u.text) else "" for t, (u, _) in zip(texts, shown, strict=True)]
    labels = tuple(Stated(words, (shown[i][1],)) for i, words in indicated(banning))
    return tuple(names), labels, minors_among(names, [paper], paper.dated), shown[0][1] if shown else None


def _ban_units(paper: Paper) -> Iterator[Unit]:
    """The units of the ban: those that do it, else the one that forbids contact and the list under it."""
    doing = [u for u in paper.units_that("besluit_contact") if any(True for _ in find_names(u.text)) or _FORBIDS.search(u.text) or u.function == "form"]
    if any(True for u in doing for _ in find_names(u.text)):
        yield from doing
        return
    listing = False
    for unit in paper.units:
        if unit.function in ("preprinted", "remedy", "party", "service"):
            listing = False
            continue
        forbids = _BAN.search(unit.text) and _FORBIDS.search(unit.text)
        if forbids and unit.function != "heading" or _BAN.search(unit.label):
            listing = True
            yield unit
        elif listing and unit.function != "heading" and (_ITEM.match(unit.text) or _lists(unit.text)):
            yield unit
        elif unit.function == "heading":
            listing = bool(_BAN.search(unit.text))
        elif listing and _BAN.search(unit.heading) and unit.function != "heading":
            yield unit
        else:
            listing = False


def _lists(text: str) -> bool:
    """Whether a line does nothing but name persons, as under the words of a ban."""
    return len(text) < 90 and any(n.start == 0 for n in find_names(text)) or (len(text) < 60 and bool(re.search(r"\b\d{1,2} (?:jr|jaar)\b", text)))


def _bare(behind: Sequence[Unit]) -> bool:
    """Whether the rows behind the head of a service block are labels without anything filled in."""
    rows = [u.text for u in behind[:_ROWS] if len(u.text) < _LABEL_LENGTH and not any(c.isdigit() for c in u.text) and not any(True for _ in find_names(u.text))]
    return len(rows) == min(_ROWS, len(behind)) and sum(bool(_SERVICE_LABEL.search(row)) for row in rows) >= 2


def _service(paper: Paper, anchor: date | None) -> tuple[Stated[When] | None, Passage | None, Passage | None]:
    """Moment of service, a service without moment, and a service block left empty."""
    undated = empty = None
    found: list[tuple[When, Passage]] = []
    for at, unit in enumerate(paper.units):
        if not SERVED.search(unit.text) or unit.function in ("preprinted", "party", "remedy", "heading"):
            continue
        passage = paper.passage(unit.start, unit.end)
        if passage is None:
            continue
        values = [v for m in find_moments(unit.text, anchor) if (v := when(m))]
        if values:
            found.append((values[0], passage))
        elif "_" in unit.text or "...." in unit.text or UNTICKED in unit.text or _EMPTY.match(unit.text.split(":")[-1]) or _bare(paper.units[at + 1 :]):
            empty = empty or passage
        elif re.search(r"uitgereikt|overhandigd|ter hand gesteld", unit.text, re.I):
            undated = undated or passage
    return _stated(found), undated, empty
