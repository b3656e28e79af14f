"""How explanations name moments, papers and places."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from cases import Case, passage

from checks import wording
from verifier.reading.time import Moment

DAY = date(2021, 11, 14)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (DAY, "14 november 2021"),
        (datetime(2021, 11, 14, 9, 5), "14 november 2021 om 09.05 uur"),
        (Moment(0, 0, day=DAY, clock=time(13, 50)), "14 november 2021 om 13.50 uur"),
        (Moment(0, 0, day=DAY, clock=time(0), end_of_day=True), "14 november 2021 om 24.00 uur"),
        (Moment(0, 0, clock=time(8, 0)), "08.00 uur"),
        (Moment(0, 0), "een onbekend moment"),
    ],
)
def test_moment(when: date | datetime | Moment, words: str) -> None:
    assert wording.moment_nl(when) == words


@pytest.mark.parametrize(("items", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")])
def test_list(items: list[str], words: str) -> None:
    assert wording.listed_nl(items) == words


def test_papers_are_named_once() -> None:
    assert wording.papers_nl(["rihg", "pv_horen", "rihg"]) == "het RiHG en het proces-verbaal van horen"


def test_place(case: Case) -> None:
    dossier = case.paper("rihg").dossier()
    assert wording.place_nl(dossier, passage("vraag 1", "rihg")) == "het RiHG (blz. 1 van rihg.pdf)"
    assert wording.place_nl(dossier, passage("iets", "brief")) == "blz. 1 van brief.pdf"


@pytest.mark.parametrize(
    ("first", "second", "before"),
    [
        (date(2024, 1, 1), datetime(2024, 1, 2, 3, 0), True),
        (datetime(2024, 1, 2, 3, 0), date(2024, 1, 1), False),
        (date(2024, 1, 1), datetime(2024, 1, 1, 3, 0), None),
        (datetime(2024, 1, 1, 2, 0), datetime(2024, 1, 1, 3, 0), True),
        (datetime(2024, 1, 1, 3, 0), datetime(2024, 1, 1, 3, 0), None),
    ],
)
def test_order_of_moments(first: date | datetime, second: date | datetime, before: bool | None) -> None:
    assert wording.is_before(first, second) is before


def test_days() -> None:
    assert (wording.days_nl(1), wording.days_nl(10)) == ("1 dag", "10 dagen")
    assert wording.sentence_nl("het RiHG") == "Het RiHG"
