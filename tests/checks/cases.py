"""Small dossiers for the tests of the checks: a faultless huisverbod, changed where a test wants it changed.

    case.order(decider="burgemeester").says("horen_voornemen", over="uhg", kind="pv_horen", at=datetime(2024, 3, 1, 20, 0)).dossier()
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from typing import Any, TypeVar

from verifier.dossier.model import Decision, Dossier, Mandate, Person, Rihg, Signature, SignerRole, Stated, When
from verifier.intake.document import Word
from verifier.reading.paper import Answer, Function, Kind, Over, Paper, Passage, Statement, Unit
from verifier.reading.text import Printed, Text
from verifier.reading.time import Moment

T = TypeVar("T")

DECIDED = datetime(2024, 3, 1, 21, 0)
BEGIN = datetime(2024, 3, 1, 21, 0)
END = datetime(2024, 3, 11, 21, 0)
EXTENDED_ON = datetime(2024, 3, 10, 15, 0)
EXTENDED_END = datetime(2024, 3, 29, 21, 0)


def passage(quote: str, kind: Kind = "beschikking_huisverbod") -> Passage:
    """A passage on page 1 of the file that papers of a kind stand in."""
    return Passage(f"{kind}.pdf", 1, quote)


def stated(value: T, kind: Kind = "beschikking_huisverbod", also: tuple[T, ...] = ()) -> Stated[T]:
    """A value stated in a paper, and other values stated instead."""
    return Stated(value, (passage(str(value), kind),), tuple((other, (passage(str(other), kind),)) for other in also))


def signature(
    role: SignerRole | None = "hovj", name: str | None = "J. de Vries", signed: bool = True, on_behalf: bool = True
) -> Signature:
    """A signature block that is there, filled or not."""
    words = passage("namens de burgemeester") if on_behalf else None
    return Signature(name, role, signed, passage(f"Ondertekening {name or '......'}"), words)


def moment(when: When) -> Moment:
    """A moment as a text would have given it."""
    if isinstance(when, datetime):
        return Moment(0, 0, day=when.date(), clock=when.time())
    return Moment(0, 0, day=when)


def printed(words: str) -> Text:
    """A text printed on page 1, word by word."""
    found = [Printed(m.start(), m.end(), 1, 1, Word(m.group(), order=i)) for i, m in enumerate(re.finditer(r"\S+", words))]
    return Text(words, (), tuple(found))


class Case:
    """Builds one dossier, step by step; every step gives the case itself."""

    def __init__(self) -> None:
        self.papers: list[Paper] = []
        self.fields: dict[str, Any] = {"statements": (), "persons": (), "extensions": (), "mandates": ()}

    def paper(self, kind: Kind, *sentences: str, function: Function = "narrative", **fields: Any) -> Case:
        """Adds a paper, with one printed unit for every sentence."""
        starts = [sum(len(s) + 1 for s in sentences[:i]) for i in range(len(sentences))]
        units = tuple(Unit(start, start + len(s), s, function) for start, s in zip(starts, sentences, strict=True))
        self.papers.append(Paper(f"{kind}.pdf", kind, 1, 9, "digital", printed(" ".join(sentences)), units, **fields))
        return self

    def place(self, kind: Kind) -> int:
        """The place of the first paper of a kind, which is added when there is none."""
        if all(p.kind != kind for p in self.papers):
            self.paper(kind)
        return next(i for i, p in enumerate(self.papers) if p.kind == kind)

    def order(self, **fields: Any) -> Case:
        """The huisverbod under review: complete, signed by a hulpofficier for the mayor, ten days."""
        faultless = Decision(
            self.place("beschikking_huisverbod"), "beschikking_huisverbod", signature(), "hovj", passage("namens de burgemeester"),
            decided=stated(DECIDED), address=stated("Dorpsstraat 1, Ons Dorp"), begin=stated(BEGIN), end=stated(END),
            days=stated(10), names=(stated("Anna Jansen"),), contact_ban=passage("geen contact met Anna Jansen"),
            served=stated(DECIDED), remedy=(passage("beroep bij de rechtbank binnen zes weken"),),
        )
        self.fields["order"] = replace(faultless, **fields)
        return self

    def extension(self, **fields: Any) -> Case:
        """An extension: complete, by the mayor, to four weeks."""
        kind: Kind = "beschikking_verlenging"
        faultless = Decision(
            self.place(kind), kind, signature("burgemeester", on_behalf=False), "burgemeester", passage("De burgemeester", kind),
            decided=stated(EXTENDED_ON, kind), address=stated("Dorpsstraat 1, Ons Dorp", kind), begin=stated(END, kind),
            end=stated(EXTENDED_END, kind), names=(stated("Anna Jansen", kind),), contact_ban=passage("geen contact", kind),
            served=stated(EXTENDED_ON, kind),
        )
        self.fields["extensions"] += (replace(faultless, **fields),)
        return self

    def withdrawal(self, **fields: Any) -> Case:
        """A withdrawal of the huisverbod by the mayor."""
        kind: Kind = "beschikking_intrekking"
        plain = Decision(self.place(kind), kind, signature("burgemeester"), "burgemeester", decided=stated(EXTENDED_ON, kind))
        self.fields["withdrawal"] = replace(plain, **fields)
        return self

    def mandate(self, **fields: Any) -> Case:
        """A mandaatbesluit: by the mayor, to every hulpofficier, to decide, in force for years."""
        broad = Mandate(
            self.place("mandaatbesluit"), decide=True, sign_only=False, extend_only=False, by_name=(), by_burgemeester=True,
            municipality=None, dated=date(2020, 1, 1), in_force=date(2020, 2, 1), until=None,
            passage=passage("mandaat aan de hulpofficieren van justitie", "mandaatbesluit"),
        )
        self.fields["mandates"] += (replace(broad, **fields),)
        return self

    def rihg(self, **fields: Any) -> Case:
        """A risk assessment form: filled, signed by the same hulpofficier, with a huisverbod as its outcome."""
        full = Rihg(
            self.place("rihg"), 1.0, "huisverbod", passage("huisverbod", "rihg"), signature(), datetime(2024, 3, 1, 20, 30),
            passage("Risicotaxatie-instrument Huiselijk Geweld", "rihg"),
        )
        self.fields["rihg"] = replace(full, **fields)
        return self

    def says(
        self, concept: str, answer: Answer = "ja", *, over: Over = "", kind: Kind = "pv_bevindingen", at: When | None = None,
        certainty: float = 0.9, words: str = "", function: Function = "narrative", heading: str = "", moments: tuple[Moment, ...] = (),
        account: datetime | None = None,
    ) -> Case:
        """A statement of a concept in the first paper of a kind, with a moment where one is given, or at which the account had come."""
        words = words or f"{concept} {over} {answer}"
        unit = Unit(0, len(words), words, function, heading)
        moments = moments if at is None else (moment(at),)
        said = Statement(concept, over, answer, certainty, self.place(kind), kind, unit, passage(words, kind), moments, account)
        self.fields["statements"] += (said,)
        return self

    def person(self, name: str, role: str, **fields: Any) -> Case:
        """A person of the case with a role."""
        self.fields["persons"] += (Person(name, (name,), role, **fields),)  # type: ignore[arg-type]
        return self

    def having(self, **fields: Any) -> Case:
        """Any field of the dossier itself."""
        self.fields |= fields
        return self

    def dossier(self) -> Dossier:
        """The dossier as built so far."""
        return Dossier(papers=tuple(self.papers), **self.fields)
