"""A mandaatbesluit read: to whom, for what, since and until when it empowers, by whom and on which conditions (Awb 10:1 to 10:11)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import Literal

from verifier.reading.facts.model import Mandate
from verifier.reading.facts.names import find_names, tidy
from verifier.reading.facts.signatures import role_in
from verifier.reading.paper import Paper, Passage, Unit
from verifier.reading.time import find_moments

_GRANTS = re.compile(r"(?=.*(?:mandaat|machtig|bevoegd|opgedragen|mandat))(?=.*(?:verle|gemachtigd|mandat|bevoegd|opgedragen))", re.I | re.S)
_DECIDES = re.compile(r"\bnemen\b|\bbeslis(?:sen|t|sing)\b|\bbesluiten (?:tot|over|of)\b|\b(?:op te leggen|opleggen|oplegging)\b|\bvaststellen\b", re.I)
_SIGNS = re.compile(r"\bonderteken\w*|\btekenen\b", re.I)
_NO_DECISION = re.compile(r"\b(?:niet|geen)\b[^.;]{0,80}(?:opleggen|op te leggen|oplegging|beslissen over een huisverbod)", re.I)
_FOREIGN_ACT = re.compile(
    r"\b(?:door (?:de burgemeester|hem|haar) (?:genomen|vastgesteld|opgelegd)\w*|"
    r"(?:besluit|beschikking)(?:en)?(?: van de burgemeester)? (?:tot|houdende|inhoudende) (?:het |de |een )?(?:opleg\w+|huisverbod))"
    r"(?:(?!\bnemen\b|\ben\b)[^,;.])*?(?=\b(?:te )?(?:onder)?teken)", re.I,
)
"""A decision of the mayor as the object of what is mandated: what is signed, not what is decided."""
_SIGN_ONLY = re.compile(r"(?:uitsluitend|alleen|slechts|enkel)\s.{0,40}onderteken|ondertekeningsmandaat|machtiging tot ondertekening", re.I)
_EXTENDS = re.compile(r"\bverleng\w*", re.I)
_EXTEND_ONLY = re.compile(r"(?:uitsluitend|alleen|slechts)\s.{0,40}verleng", re.I)
_BEGINS = re.compile(r"werking|werkt\b|ingang|van kracht|geldend van|ingaande", re.I)
_ENDS = re.compile(
    r"(?:\bdit (?:mandaat)?besluit vervalt|"
    r"\b(?:het|dit) mandaat (?:vervalt|eindigt|is ingetrokken|geldt tot)|geldt tot|geldig tot|loopt tot|"
    r"geldend van .{4,30} (?:tot|t/m)|\bvervalt (?:op|per|met ingang van)|"
    r"(?:besluit|mandaat|register)\b.{0,30}\b(?:ingetrokken|vervallen) (?:per|met ingang van|bij besluit van|op)|tot en met)",
    re.I,
)
_CLOSES = re.compile(r"^\W*(?:aldus|vastgesteld|gedaan te|besloten te)\b|^[A-ZÀ-Þ][\w’' -]{2,30},\s*(?:d\.d\.\s*|op\s+)?\d{1,2}[ -]", re.I)
_OTHER_DECISION = re.compile(r"\b(?:besluit|mandaat|mandaatbesluit|register|aanwijzing)\s+(?:\w+\s+){0,4}van\b|\bwerkt terug\b", re.I)
_WITHDRAWS = re.compile(r"\bintrekk\w*|\bin te trekken\b|\bingetrokken\b|\bvervalt\b|\bvervallen\b|\bvervangt\b", re.I)
_WITHHOLDS = re.compile(r"\bgeen mandaat\b|\bniet (?:ge)?mandate", re.I)
_PREAMBLE = re.compile(r"^\W*(?:overwegende|gelet op|gezien|gelezen)\b", re.I)
_AGAIN = re.compile(r"\bdan\b|\bin dat geval\b", re.I)
_POLICE = re.compile(
    r"\b(?P<kind>(?:politie-?)?eenheid|regiopolitie|politieregio|regionale eenheid|korps|politie|regio|district)\s+"
    r"(?P<name>[A-ZÀ-Þ][\w’-]+(?:[- ]en [A-Z][\w-]+)?)"
)
_BODY = re.compile(r"\b(?:eenheid|politie|korps|regio|regiopolitie|politieregio|district|gemeente|team|basisteam|burgemeester van|te|in|wet|afdeling)\s+$", re.I)
"""Words before a name that is not that of a person."""
_GONE = re.compile(r"\bvervallen\b|\bingetrokken\b|\bgeschrapt\b|\bniet langer\b|\bvertrokken\b", re.I)
_SUBMANDATE = re.compile(
    r"(?:hulpofficier|politiechef|teamchef|korpschef|districtschef|directeur|secretaris|college)[^.]{0,40}(?:verleent|besluit|draagt|mandateert)", re.I,
)
_PLACE = re.compile(
    r"\b(?:[Bb]urgemeester|[Gg]emeente|BURGEMEESTER|GEMEENTE)\s+(?:(?:van|der|VAN|DER)\s+)?(?:de\s+)?(?:gemeente\s+|GEMEENTE\s+)?"
    r"(?:’s-|'s-)?(?P<place>[A-ZÀ-Þ][\wÀ-ž-]+(?:\s(?:(?:en|op|aan|bij)\s(?:den\s|de\s)?)?[A-ZÀ-Þ][\wÀ-ž-]+)?)"
)
_LIMITS = re.compile(
    r"\b(?:uitsluitend|alleen|slechts|enkel|mits|tenzij|behoudens|behalve|uitgezonderd|indien|ingeval|buiten|vooraf|niet gemandateerd|geldt niet)\b", re.I,
)
_NO_LIMIT = re.compile(
    r"verleng|intrek|ondermandaat|achteraf|bijlage|piket(?:dienst|rooster)|rooster|\bdienst (?:doet|doen|heeft|hebben)|opleiding|verweer|bezwaar|"
    r"\b(?:zo|waar) mogelijk|bij voorkeur|bij twijfel|desgewenst|\b(?:mits|voor\s?zover|indien)\b[^,;.]{0,20}\bals zodanig\b|"
    r"niet zelf (?:be|op)|instelling van|ondertekend:|aangehaald", re.I,
)
_HOURS = re.compile(r"kantoor(?:uren|tijd\w*)|werkdagen|weekend|nachtelijk|avonduren", re.I)
_CLOCKS = re.compile(r"kantoor|\buur\b|\buren\b|nacht|avond|\d[.:]\d\d", re.I)
_ABSENT = re.compile(r"bereikbaar|bereikt|afwezig|verhinderd", re.I)
_TALK = re.compile(r"overleg|ruggespraak|instemming|toestemming|raadple|afgestemd", re.I)
_ORAL = re.compile(
    r"\b(?:mondeling|telefonisch)\w*\s+(?:(?!aan|krachtens|mee|uit)\w+\s+){0,2}(?:mandaat|machtiging|gemandateerd|gemachtigd)|"
    r"\b(?:mandaat|machtiging|gemandateerd|gemachtigd)\W+(?:\w+\W+){0,4}(?:mondeling|telefonisch)", re.I,
)
_SAME = 0.8
"""Likeness of two names from which they are one."""
_ELSE = r"niet gemandateerd|geldt niet|burgemeester|uitgezonderd|tenzij|mits|behoudens|behalve"
Matter = Literal["uren", "werkdagen", "afwezig", "overleg", "kindermishandeling", "kinderen", "anders"]


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition or exception of a mandate, and the matter it turns on ("uren": it holds outside office hours only, "werkdagen": on other days only)."""

    passage: Passage
    matter: Matter


def mandate_of(index: int, paper: Paper) -> Mandate:
    """Everything a mandaatbesluit states about itself; ``index`` is its place among the papers."""
    carrying = _carrying(paper)
    whole = " ".join(u.text for u in carrying)
    aims = [u for u in paper.units_that("mandaat_waartoe") if _about_ban(u.text)]
    told = _FOREIGN_ACT.sub("", " ".join(u.text for u in aims) or whole)
    limits = " ".join(u.text for u in paper.units_that("mandaat_grens")) or whole
    sign_only = _signs_only(told, bool(aims)) or bool(aims and _SIGNS.search(told) and _NO_DECISION.search(_besides(limits)))
    extend_only = bool(_EXTEND_ONLY.search(whole)) or (bool(aims) and bool(_EXTENDS.search(told)) and not _DECIDES.search(told))
    in_force, until = _term(carrying, paper.dated)
    grant = next((p for u in _granting(paper, carrying) if (p := paper.passage(u.start, u.end))), None)
    return Mandate(
        index, bool(_DECIDES.search(told)) and not sign_only and not withholds(paper), sign_only, extend_only, _listed(paper, carrying),
        _by_mayor(paper, whole), next(iter(municipalities(paper)), None), _dated(paper, until), in_force, until, grant,
    )


def provisions(paper: Paper) -> tuple[Passage, ...]:
    """The provisions that say to whom and for what a mandaatbesluit empowers."""
    return tuple(p for u in _granting(paper, _carrying(paper)) if (p := paper.passage(u.start, u.end)))


def terms(paper: Paper) -> tuple[Passage, ...]:
    """Where a mandaatbesluit gives its date, its entry into force and its end."""
    return tuple(p for u in (*paper.units_that("opgemaakt"), *paper.units_that("mandaat_geldt")) if (p := paper.passage(u.start, u.end)))


def conditions(paper: Paper) -> tuple[Condition, ...]:
    """Conditions and exceptions that say in which cases the mandate to impose a ban does not hold.

    An instruction for afterwards, the service or roster of the hulpofficier, and the exception of extension and withdrawal are none.
    """
    found: list[Condition] = []
    for unit in (u for u in _carrying(paper) if u.function != "heading" and not _PREAMBLE.search(u.text)):
        passage = paper.passage(unit.start, unit.end)
        if found and _AGAIN.search(unit.text):
            continue  # it draws the conclusion from the condition before it
        if passage and _LIMITS.search(unit.text) and not _NO_LIMIT.search(unit.text) and (matter := _matter(unit)):
            found.append(Condition(passage, matter))
    return tuple(found)


def withholds(paper: Paper) -> bool:
    """Whether a mandaatbesluit gives hulpofficieren no mandate to impose: it says so, or does nothing but withdraw an earlier one."""
    aims = [u.text for u in paper.units_that("mandaat_waartoe") if role_in(u.text) == "hovj" or _DECIDES.search(u.text)]
    return bool(aims) and all(_WITHHOLDS.search(text) or (_WITHDRAWS.search(text) and _OTHER_DECISION.search(text)) for text in aims)


def withdrawn_by(paper: Paper) -> tuple[date, ...]:
    """The dates of earlier mandates that a mandaatbesluit withdraws."""
    return tuple(
        m.day for u in _carrying(paper) if _WITHDRAWS.search(u.text)
        for m in find_moments(u.text, paper.dated) if m.day and m.year_given and _OTHER_DECISION.search(u.text[: m.start])
    )


def other_unit(paper: Paper, signer: str) -> str | None:
    """The police unit or district to whose hulpofficieren a mandate is limited, where the words of the signer name another."""
    given = " ".join(u.text for u in paper.units_that("mandaat_aan"))
    for district in (False, True):
        meant, own = _police(given, district), _police(signer, district)
        if meant and own and not any(_alike(a, b) for a in meant for b in own):
            return next(iter(meant))
    return None


def to_hovj(paper: Paper) -> bool:
    """Whether a mandaatbesluit names hulpofficieren at all."""
    return any(role_in(u.text) == "hovj" for u in _carrying(paper))


def same_municipality(one: Paper, other: Paper) -> bool:
    """Whether two papers can be of one municipality: they share a name, or one of them names none."""
    left, right = municipalities(one), municipalities(other)
    return not left or not right or any(_alike(a, b) for a in left for b in right)


def given_orally(papers: Iterable[Paper]) -> tuple[Passage, ...]:
    """Where papers say that the mandate was given by word of mouth."""
    return tuple(
        p for paper in papers if paper.kind != "mandaatbesluit" and not paper.draft for u in _carrying(paper)
        if u.function not in ("party", "heading") and _ORAL.search(u.text) and (p := paper.passage(u.start, u.end))
    )


def municipalities(paper: Paper) -> tuple[str, ...]:
    """The municipalities whose mayor a paper names, in the order in which it does."""
    found = (m.group("place") for u in paper.units if u.function != "party" for m in _PLACE.finditer(u.text))
    return tuple(dict.fromkeys(name.title() if name.isupper() else name for name in found))


def _police(text: str, district: bool) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m.group("name") for m in _POLICE.finditer(text) if (m.group("kind") == "district") is district))


def _alike(one: str, other: str) -> bool:
    """Whether two names are one, but for case and the slips of a scan."""
    return SequenceMatcher(None, one.lower(), other.lower()).ratio() > _SAME or one.lower() in other.lower() or other.lower() in one.lower()


def _carrying(paper: Paper) -> list[Unit]:
    """The units that count: in a mandaatbesluit all, since its own provisions are no law text."""
    return [u for u in paper.units if u.function != "preprinted" or paper.kind == "mandaatbesluit"]


def _about_ban(text: str) -> bool:
    return bool(re.search(r"huisverbod|\bwth\b|beschikking|besluit|mandaat|verbod", text, re.I))


def _besides(limits: str) -> str:
    """Limits without the sentences that give the decision back to the mayor for some cases only."""
    return " ".join(s for s in re.split(r"(?<=[.;])\s", limits) if not re.search(r"\b(?:indien|tenzij|als|wanneer|werkdagen|kantoor\w*|bij)\b", s))


def _signs_only(told: str, read: bool) -> bool:
    """Whether the words speak of signing decisions and not of taking them (what is signed may be a decision to impose)."""
    if _SIGN_ONLY.search(told):
        return True
    signs, decides = _SIGNS.search(told), _DECIDES.search(told)
    if not read or signs is None or decides is None:
        return read and signs is not None
    return signs.start() < decides.start() and not re.search(r"\b(?:en|alsmede|en/of)\b", told[signs.end() : decides.start()])


def _granting(paper: Paper, carrying: Sequence[Unit]) -> list[Unit]:
    """The provisions that empower, the one that says both to whom and for what first."""
    to, aim = set(paper.units_that("mandaat_aan")), {u for u in paper.units_that("mandaat_waartoe") if _about_ban(u.text)}
    both = [u for u in paper.units if u in to and u in aim]
    said = both or [u for u in paper.units if u in aim and not _EXTENDS.search(u.text) or u in to and role_in(u.text) == "hovj"]
    return said or [u for u in carrying if u.function != "heading" and _GRANTS.search(u.text)][:1]


def _listed(paper: Paper, carrying: Sequence[Unit]) -> tuple[str, ...]:
    """Names of hulpofficieren a mandate lists, without those it strikes out and without who gave it."""
    rows: Sequence[Unit] = paper.units_that("mandaat_aan")
    whole = " ".join(u.text for u in carrying).lower()
    if not rows:
        rows = [u for u in carrying if len(u.text) < 200] if "bijlage" in whole or "de volgende" in whole else []
    givers = {tidy(n.name) for u in paper.units_that("ondertekening", "steller") for n in find_names(u.text)}
    names = (tidy(n.name) for u in rows if not _GONE.search(u.text) for n in find_names(u.text) if not _BODY.search(u.text[: n.start]))
    return tuple(n for n in dict.fromkeys(names) if n not in givers)


def _by_mayor(paper: Paper, whole: str) -> bool:
    """Whether the mayor gave the mandate himself: by who draws it up and signs it, else by its words."""
    givers = [role_in(u.text) for u in paper.units_that("steller", "ondertekening")]
    if any(role in ("burgemeester", "locoburgemeester") for role in givers):
        return not any(_SUBMANDATE.search(u.text) for u in paper.units_that("steller"))
    return not _SUBMANDATE.search(whole) and "hovj" not in givers


def _dated(paper: Paper, until: date | None) -> date | None:
    """The date of signing or closing, else the date of the paper unless that is the day on which the mandate ends."""
    units = paper.units_that("opgemaakt") or [u for u in _carrying(paper) if _CLOSES.search(u.text)]
    closed = [m.day for u in units for m in list(find_moments(u.text, paper.dated))[:1] if m.day and m.year_given]
    return closed[-1] if closed else paper.dated if paper.dated != until else None


def _term(carrying: Sequence[Unit], anchor: date | None) -> tuple[date | None, date | None]:
    """Entry into force and end; the day on which another decision is replaced is neither."""
    in_force = until = None
    for unit in carrying:
        for word, day, between in _days_after(unit.text, anchor):
            if word == "begin":
                in_force = in_force or day
            elif "mandaat_aan" not in unit.does and not _OTHER_DECISION.search(between) or "ingetrokken bij" in between.lower():
                until = until or day
    return in_force, until if until and (in_force is None or until > in_force) else None


def _days_after(text: str, anchor: date | None) -> Iterator[tuple[str, date, str]]:
    """The first full date behind each word for a beginning or an end, with the words from the beginning of the sentence up to it."""
    days = [(m.start, m.day) for m in find_moments(text, anchor) if m.day and m.year_given]
    for word, pattern in (("begin", _BEGINS), ("eind", _ENDS)):
        for match in pattern.finditer(text):
            first = next(((at, day) for at, day in days if at >= match.end() - 1), None)
            if first and first[0] - match.end() < 60:
                yield word, first[1], re.split(r"[.;]\s", text[: first[0]])[-1]


def _matter(unit: Unit) -> Matter | None:
    text = unit.text
    if _HOURS.search(text):
        return None if re.search(r"\book\b|te allen tijde|ieder uur|elk uur|elk moment", text, re.I) else "uren" if _CLOCKS.search(text) else "werkdagen"
    if re.search(r"kindermishandeling", text, re.I):
        return "kindermishandeling"
    if re.search(r"\bkind(?:eren)?\b|minderjarig", text, re.I):
        return "kinderen"
    if _TALK.search(text):
        return "overleg"
    if _ABSENT.search(text):
        return "afwezig"
    granting = bool(unit.does & {"mandaat_aan", "mandaat_waartoe"})
    return "anders" if re.search(r"uitgezonderd|tenzij|mits|behoudens|behalve" if granting else _ELSE, text, re.I) else None
