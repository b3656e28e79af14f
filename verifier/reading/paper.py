"""What reading hands on: papers with their units and the typed statements made in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from verifier.intake.document import Box, TextSource
from verifier.reading.text import Text
from verifier.reading.time import Moment

Kind = Literal[
    "beschikking_huisverbod", "beschikking_verlenging", "beschikking_intrekking", "pv_bevindingen", "pv_horen", "pv_overig",
    "verklaring_aangifte", "rihg", "mandaatbesluit", "verlengingsadvies", "akte_van_uitreiking", "zorgmelding_veilig_thuis",
    "verzoekschrift_voorlopige_voorziening", "verweerschrift", "uitspraak", "brief", "overig",
]
Function = Literal["narrative", "heading", "form", "preprinted", "signature", "service", "letterhead", "remedy", "party"]
Answer = Literal["ja", "tegendeel"]
Over = Literal["uhg", "achterblijver", "hovj", "kind", ""]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words exactly as they stand on one page of one file; boxes in PDF points from the top-left corner, one a line."""

    file: str
    page: int
    quote: str
    boxes: tuple[Box, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Unit:
    """The smallest piece that is read by itself: a sentence, or a form row as ``label: value``.

    Args:
        start, end: Character range in the text of the paper.
        text: What is read: the sentence, or label and chosen value of a row (unticked options left out).
        function: What the unit does in the paper; preprinted explanation and a party's pleading carry no outcome.
        heading: The heading the unit stands under, or "".
        label: Label of a form row, or "".
        does: What the unit was read to do in its paper ("besluit_plaats": it gives the home a ban holds for).
    """

    start: int
    end: int
    text: str
    function: Function = "narrative"
    heading: str = ""
    label: str = ""
    does: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Statement:
    """A concept of ``concepts.yaml`` asserted (``ja``) or denied (``tegendeel``) by one unit of a paper.

    Args:
        certainty: Between 0 and 1.
        kind, paper: Kind of the paper and its place in ``Dossier.papers``.
        moments: Dates and clock times named in the unit.
        account: The day and clock time that the account had come to: those with which this unit or the last one before it opens.
    """

    concept: str
    over: Over
    answer: Answer
    certainty: float
    paper: int
    kind: Kind
    unit: Unit
    passage: Passage
    moments: tuple[Moment, ...] = ()
    account: datetime | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper of the dossier: a file, or the pages of a bundle that belong together."""

    file: str
    kind: Kind
    page_from: int
    page_to: int
    text_source: TextSource
    text: Text
    units: tuple[Unit, ...] = ()
    title: str | None = None
    dated: date | None = None
    draft: bool = False
    problems: tuple[str, ...] = ()

    def units_that(self, *functions: str) -> tuple[Unit, ...]:
        """The units that do one of these things."""
        return tuple(u for u in self.units if u.does.intersection(functions))

    def passage(self, start: int, end: int) -> Passage | None:
        """The character range as words on a page, or None where nothing is printed there."""
        quote = self.text.cut(start, end)
        if quote is None:
            return None
        return Passage(self.file, quote.page, quote.words, quote.boxes, quote.confidence)
