"""How an explanation says things in Dutch: moments, papers, lists, and where a passage stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from verifier.dossier.model import Dossier, When
from verifier.reading.paper import Kind, Passage
from verifier.reading.time import Moment

_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december",
)
_PAPERS: Mapping[Kind, str] = {
    "beschikking_huisverbod": "de beschikking huisverbod",
    "beschikking_verlenging": "de beschikking tot verlenging",
    "beschikking_intrekking": "de beschikking tot intrekking",
    "pv_bevindingen": "het proces-verbaal van bevindingen",
    "pv_horen": "het proces-verbaal van horen",
    "pv_overig": "een ander proces-verbaal",
    "verklaring_aangifte": "de aangifte of verklaring",
    "rihg": "het RiHG",
    "mandaatbesluit": "het mandaatbesluit",
    "verlengingsadvies": "het verlengingsadvies",
    "akte_van_uitreiking": "de akte van uitreiking",
    "zorgmelding_veilig_thuis": "de zorgmelding",
    "verzoekschrift_voorlopige_voorziening": "het verzoekschrift",
    "verweerschrift": "het verweerschrift",
    "uitspraak": "de uitspraak",
    "brief": "de brief of het e-mailbericht",
    "overig": "een overig stuk",
}


def moment_nl(when: When | Moment) -> str:
    """A day, with its clock time where one is known: "14 november 2021 om 13.50 uur"."""
    if isinstance(when, Moment):
        return _notation_nl(when)
    day = f"{when.day} {_MONTHS[when.month - 1]} {when.year}"
    return f"{day} om {when:%H.%M} uur" if isinstance(when, datetime) else day


def _notation_nl(moment: Moment) -> str:
    # The day as printed, also for 24.00 uur, where ``at`` is already the next day.
    clock = "24.00 uur" if moment.end_of_day else f"{moment.clock:%H.%M} uur" if moment.clock else ""
    if moment.day is None:
        return clock or "een onbekend moment"
    return f"{moment_nl(moment.day)} om {clock}" if clock else moment_nl(moment.day)


def paper_nl(kind: Kind) -> str:
    """The name of a kind of paper, with its article, as it stands in the middle of a sentence."""
    return _PAPERS[kind]


def papers_nl(kinds: Iterable[Kind]) -> str:
    """Several kinds of paper in their order, each named once: "het RiHG en het proces-verbaal van horen"."""
    return listed_nl(dict.fromkeys(map(paper_nl, kinds)))


def listed_nl(items: Iterable[str]) -> str:
    """A list as Dutch writes it: "a", "a en b", "a, b en c"."""
    *first, last = tuple(items) or ("",)
    return f"{', '.join(first)} en {last}" if first else last


def place_nl(dossier: Dossier, passage: Passage) -> str:
    """Where a passage stands: "het RiHG (blz. 2 van rihg.pdf)"; the file alone when no paper of the dossier holds that page."""
    for paper in dossier.papers:
        if paper.file == passage.file and paper.page_from <= passage.page <= paper.page_to:
            return f"{paper_nl(paper.kind)} (blz. {passage.page} van {passage.file})"
    return f"blz. {passage.page} van {passage.file}"


def sentence_nl(text: str) -> str:
    """The same words with a capital at the beginning."""
    return text[:1].upper() + text[1:]


def days_nl(days: int) -> str:
    """A number of days: "1 dag", "10 dagen"."""
    return f"{days} dag" if days == 1 else f"{days} dagen"


def day_of(when: When) -> date:
    """The calendar day of a moment."""
    return when.date() if isinstance(when, datetime) else when


def named_by(moment: Moment) -> When | None:
    """What a moment names, as printed in local time: 24.00 uur is the next day; None where it names no day."""
    return moment.at.replace(tzinfo=None) if moment.at is not None else moment.day


def is_before(first: When, second: When) -> bool | None:
    """Whether one moment comes before another; None when they share a day and a clock time is missing, or are the same."""
    if day_of(first) != day_of(second):
        return day_of(first) < day_of(second)
    if not (isinstance(first, datetime) and isinstance(second, datetime)):
        return None
    one, other = first.replace(tzinfo=None), second.replace(tzinfo=None)
    return None if one == other else one < other
