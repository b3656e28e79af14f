"""The papers of a case joined into one dossier."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Literal

from verifier.dossier.model import Decision, Dossier, Mandate, Person, Rihg, Signature, Stated, When
from verifier.reading.facts.decisions import decision_of, when
from verifier.reading.facts.names import find_names, same_person, tidy
from verifier.reading.facts.signatures import role_in, signature_of
from verifier.reading.paper import Paper, Passage, Statement, Unit
from verifier.reading.time import find_moments

_BORN = re.compile(r"\bgeb(?:oren|\.|datum|oortedatum)?\b", re.I)
_SPLIT_NAME = re.compile(r"\b(?:achter)?naam:?\s+([^\s:,]+),?\s+voorna(?:am|men):?\s+", re.I)
"""Surname and first names under labels of their own in one row of a form."""
_OTHER_GROUND = re.compile(r"151d|gebiedsverbod|artikel 172|woonoverlast", re.I)
_EARLIER = re.compile(r"(?:eerder|vorig|eerste)\w*\s+(?:tijdelijk )?huisverbod|(?:al|ook) eerder een huisverbod", re.I)
_HEARING = re.compile(r"\bzitting|\bmondelinge behandeling", re.I)
_HOVJ_ROW = re.compile(r"(?:vastgesteld|naam|paraaf|handtekening|akkoord)\b.{0,20}\b(?:hovj|hulpofficier)", re.I)
_FORM_SIGNED = re.compile(r"vastgesteld|ondertek|handtekening|naam hovj|hulpofficier", re.I)


def join(papers: Sequence[Paper], statements: Sequence[Statement]) -> Dossier:
    """One case from its papers and the statements made in them."""
    decisions = [decision_of(i, p) for i, p in enumerate(papers) if p.kind.startswith("beschikking") and not p.draft]
    orders = sorted((d for d in decisions if d.kind == "beschikking_huisverbod"), key=lambda d: papers[d.paper].dated or date.min)
    order = orders[-1] if orders else None
    if order is not None:
        order = _with_service(order, papers, statements)
    name, born = _subject(papers, order)
    return Dossier(
        tuple(papers), tuple(statements), _persons(papers, order, name), order,
        tuple(_with_service(d, papers, statements) for d in decisions if d.kind == "beschikking_verlenging"),
        next((d for d in decisions if d.kind == "beschikking_intrekking"), None),
        _earlier(papers, order), _other_ground(papers, order),
        tuple(_mandate(i, p) for i, p in enumerate(papers) if p.kind == "mandaatbesluit" and not p.draft),
        _rihg(papers), born, order.address if order else None, name, _hearing(papers),
    )


def _units(papers: Iterable[Paper]) -> Iterator[tuple[Paper, Unit]]:
    for paper in papers:
        if not paper.draft:
            yield from ((paper, u) for u in paper.units if u.function not in ("preprinted", "party"))


def _with_service(decision: Decision, papers: Sequence[Paper], statements: Sequence[Statement]) -> Decision:
    """The decision with its service from other papers where it names none itself."""
    if decision.served is not None:
        return decision
    for paper in papers:
        if paper.kind == "akte_van_uitreiking" and not paper.draft:
            for unit in paper.units:
                values = [v for m in find_moments(unit.text, paper.dated) if isinstance(v := when(m), datetime)]
                passage = paper.passage(unit.start, unit.end)
                if values and passage:
                    return replace(decision, served=Stated(values[0], (passage,)))
    said = [s for s in statements if s.concept == "uitgereikt" and s.answer == "ja" and s.moments]
    for statement in sorted(said, key=lambda s: -s.certainty):
        value = when(statement.moments[0])
        if value is not None:
            return replace(decision, served=Stated(value, (statement.passage,)))
    return decision


def _subject(papers: Sequence[Paper], order: Decision | None) -> tuple[Stated[str] | None, Stated[date] | None]:
    """Name and birth date of the uithuisgeplaatste: the person whose birth the order states first, else the RiHG or a proces-verbaal."""
    first = [papers[order.paper]] if order else []
    rest = [p for p in papers if p.kind in ("rihg", "pv_horen", "pv_bevindingen", "beschikking_verlenging", "akte_van_uitreiking", "pv_overig")]
    name: Stated[str] | None = None
    banned = [n.value for n in order.names] if order else []
    births: list[tuple[date, Passage]] = []
    for paper in [*first, *rest]:
        for unit in paper.units:
            if unit.function in ("preprinted", "party", "remedy"):
                continue
            passage = paper.passage(unit.start, unit.end)
            text = _SPLIT_NAME.sub(r"\1, ", unit.text)
            for found in find_names(text):
                day = _birth_after(text, found.end, paper.dated)
                if day is None or passage is None or any(same_person(found.name, b) for b in banned):
                    continue
                if name is None:
                    name = Stated(tidy(found.name), (passage,))
                if same_person(found.name, name.value):
                    births.append((day, passage))
    name = _fullest(_named_in_form(papers, order) or name or _addressee(papers, order), [*first, *rest])
    if not births:
        births = list(_labelled_births([*first, *rest]))
    return name, _most_stated(births)


def _named_in_form(papers: Sequence[Paper], order: Decision | None) -> Stated[str] | None:
    """The name in a row of the order's form that is followed by a row for the birth."""
    paper = papers[order.paper] if order else None
    for unit, after in pairwise(paper.units if paper else ()):
        if paper and re.match(r"\W*(?:\d{1,2}[.)]?\s*)?(?:volledige )?na?am\b", unit.label, re.I) and _BORN.match(after.label):
            passage = paper.passage(unit.start, unit.end)
            found = next(find_names(unit.text[len(unit.label) :]), None)
            if found and passage:
                return Stated(tidy(found.name), (passage,))
    return None


def _fullest(name: Stated[str] | None, papers: Iterable[Paper]) -> Stated[str] | None:
    """The name with its first names written out where a paper gives these; the passages stay those that name the person first."""
    if name is None or not (re.match(r"(?:[A-Z]\.)+", name.value) or len(name.value.split()) < 3):
        return name
    for paper in papers:
        for unit in paper.units:
            for found in find_names(unit.text):
                value = tidy(found.name)
                if "." not in value and name.value.split()[-1] == value.split()[-1] and len(value.split()) > len(name.value.split()) and _BORN.search(
                    unit.text[found.end : found.end + 40]
                ) and value[0] == name.value[0]:
                    return replace(name, value=value)
    return name


def _birth_after(text: str, end: int, anchor: date | None) -> date | None:
    """The date within some words after a name, when it is a birth date."""
    window = text[end : end + 90]
    for moment in find_moments(window, anchor):
        before = window[: moment.start]
        if moment.day and moment.year_given and (_BORN.search(before) or re.fullmatch(r"[\s,(]*", before)) and moment.day.year > 1900:
            return moment.day
    return None


def _labelled_births(papers: Iterable[Paper]) -> Iterator[tuple[date, Passage]]:
    for paper, unit in _units(papers):
        if _BORN.search(unit.text):
            for moment in find_moments(unit.text, paper.dated):
                passage = paper.passage(unit.start, unit.end)
                if moment.day and moment.year_given and passage and paper.dated and (paper.dated - moment.day).days > 15 * 365:
                    yield moment.day, passage
                    return


def _addressee(papers: Sequence[Paper], order: Decision | None) -> Stated[str] | None:
    if order is None:
        return None
    paper = papers[order.paper]
    for unit in paper.units:
        if re.search(r"\b(?:aan|heer|mevrouw|opgelegd|naam|betrokkene)\b", unit.text, re.I):
            for found in find_names(unit.text):
                passage = paper.passage(unit.start, unit.end)
                if passage and not any(same_person(found.name, n.value) for n in order.names) and role_in(unit.text) in (None, "anders"):
                    return Stated(tidy(found.name), (passage,))
    return None


def _most_stated(found: Sequence[tuple[date, Passage]]) -> Stated[date] | None:
    if not found:
        return None
    value = found[0][0]
    others = {d for d, _ in found if d != value}
    also = tuple((d, tuple(p for e, p in found if e == d)) for d in sorted(others))
    return Stated(value, tuple(dict.fromkeys(p for d, p in found if d == value))[:3], also)


def _persons(papers: Sequence[Paper], order: Decision | None, name: Stated[str] | None) -> tuple[Person, ...]:
    people: list[Person] = []
    if name is not None:
        people.append(Person(name.value, (name.value,), "uhg", None, name.passages))
    if order is not None:
        minors = {m.value for m in order.minors}
        people.extend(Person(n.value, (n.value,), "kind" if n.value in minors else "achterblijver", None, n.passages) for n in order.names)
        if order.signature.name and order.signature.role == "hovj":
            block = (order.signature.block,) if order.signature.block else ()
            people.append(Person(order.signature.name, (order.signature.name,), "hovj", None, block))
    return tuple(people)


def _earlier(papers: Sequence[Paper], order: Decision | None) -> Stated[date] | None:
    """An earlier ban that ended in the three months before this one (the limit is a choice of the catalogue)."""
    begin = order.begin.value if order and order.begin else None
    day = begin.date() if isinstance(begin, datetime) else begin or (papers[order.paper].dated if order else None)
    for paper, unit in _units(papers):
        if not _EARLIER.search(unit.text) or day is None:
            continue
        for moment in find_moments(unit.text, paper.dated):
            passage = paper.passage(unit.start, unit.end)
            if moment.day and passage and timedelta(1) < day - moment.day < timedelta(110):
                return Stated(moment.day, (passage,))
    return None


def _other_ground(papers: Sequence[Paper], order: Decision | None) -> Passage | None:
    if order is not None:
        return None
    for paper, unit in _units(papers):
        if _OTHER_GROUND.search(unit.text):
            return paper.passage(unit.start, unit.end)
    return None


def _mandate(index: int, paper: Paper) -> Mandate:
    carrying = [u for u in paper.units if u.function != "preprinted"]
    text = " ".join(u.text for u in carrying).lower()
    grants = next((u for u in carrying if re.search(r"mandaat|machtig|bevoegd", u.text, re.I) and re.search(r"verle|gemachtigd|mandat", u.text, re.I)), None)
    decide = bool(re.search(r"(?:nemen|beslis|besluiten|opleggen|oplegging)", text))
    sign_only = bool(re.search(r"(?:uitsluitend|alleen|slechts|enkel)\s.{0,40}onderteken|ondertekeningsmandaat|machtiging tot ondertekening", text))
    extend_only = bool(re.search(r"(?:uitsluitend|alleen|slechts)\s.{0,40}verleng", text))
    in_force = until = None
    for unit in carrying:
        days = [m.day for m in find_moments(unit.text, paper.dated) if m.day and m.year_given]
        if days and re.search(r"werking|ingang|van kracht", unit.text, re.I):
            in_force = in_force or days[0]
        if days and re.search(r"vervalt|geldt tot|geldig tot|tot en met|loopt tot", unit.text, re.I):
            until = until or days[-1]
    if until and in_force and until <= in_force:
        until = None
    names = tuple(tidy(n.name) for u in carrying if len(u.text) < 200 for n in find_names(u.text))
    by_mayor = not re.search(r"(?:hulpofficier|politiechef|teamchef|korpschef|directeur|secretaris)[^.]{0,40}(?:verleent|besluit|draagt)", text)
    passage = paper.passage(grants.start, grants.end) if grants else None
    town = re.search(r"gemeente ([A-Z][\w-]+)", " ".join(u.text for u in paper.units))
    return Mandate(index, decide and not sign_only, sign_only, extend_only, names if "bijlage" in text or "de volgende" in text else (),
                   by_mayor, town.group(1) if town else None, paper.dated, in_force, until, passage)


def _rihg(papers: Sequence[Paper]) -> Rihg | None:
    found = [(i, p) for i, p in enumerate(papers) if p.kind == "rihg" and not p.draft]
    if not found:
        return None
    index, paper = found[-1]
    rows = [u for u in paper.units if u.function == "form"]
    empty = [u for u in rows if u.text.rstrip().endswith(("niet ingevuld", ":")) ]
    filled = 1 - len(empty) / len(rows) if rows else 1.0
    outcome, passage = _rihg_outcome(paper)
    title = next((paper.passage(u.start, u.end) for u in paper.units if re.search(r"rihg|risicotaxatie", u.text, re.I)), None)
    signature, signed = signature_of(paper), None
    for at, unit in enumerate(paper.units):
        following = " ".join(u.text for u in paper.units[at : at + 3])
        if _HOVJ_ROW.search(unit.text) and len(unit.text) < 90 and not any(True for _ in find_names(following)):
            # the row for the hulpofficier is there and empty: who filled in the form does not sign for him
            signature = Signature(None, None, False, paper.passage(unit.start, unit.end))
        elif _FORM_SIGNED.search(unit.text) and unit.function != "preprinted":
            names = [n for n in find_names(unit.text)]
            days = [v for m in find_moments(unit.text, paper.dated) if (v := when(m))]
            if names or days:
                place = paper.passage(unit.start, unit.end)
                role = role_in(unit.text) or signature.role
                signature = replace(signature, name=tidy(names[-1].name) if names else signature.name, role=role, signed=True, block=place)
                signed = days[0] if days else signed
    return Rihg(index, filled, outcome, passage, signature, signed or paper.dated, title)


def _rihg_outcome(paper: Paper) -> tuple[Literal["huisverbod", "geen"] | None, Passage | None]:
    for unit in reversed(paper.units):
        words = f"{unit.label} {unit.text} {unit.heading}".lower()
        if unit.function == "preprinted" or not re.search(r"oordeel|uitkomst|conclusie|wijst op|advies|totaal|weging", words):
            continue
        value = unit.text.lower()
        if re.search(r"geen huisverbod|niet geïndiceerd|\blaag\b(?!.*(?:hoog|matig))|geen risico", value):
            return "geen", paper.passage(unit.start, unit.end)
        if re.search(r"huisverbod|\bhoog\b|opleggen", value):
            return "huisverbod", paper.passage(unit.start, unit.end)
    return None, None


def _hearing(papers: Sequence[Paper]) -> Stated[When] | None:
    for paper in papers:
        for unit in paper.units:
            if _HEARING.search(unit.text) and unit.function != "preprinted":
                values = [v for m in find_moments(unit.text, paper.dated) if isinstance(v := when(m), datetime)]
                passage = paper.passage(unit.start, unit.end)
                if values and passage:
                    return Stated(values[0], (passage,))
    return None
