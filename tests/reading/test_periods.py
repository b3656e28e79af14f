"""Durations and periods: the ways in which papers give a beginning, an end and a length."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from verifier.reading.time import Moment, Period, find_durations, find_periods
from verifier.reading.time.periods import _phrasings

ANCHOR = date(2024, 2, 3)


def shown(moment: Moment | None) -> str:
    if moment is None:
        return "-"
    return f"{moment.day or '?'}" + (f" {moment.clock:%H:%M}" if moment.clock else "")


def row(period: Period) -> tuple[str, str, bool, int | None, bool]:
    return shown(period.begin), shown(period.finish), period.inclusive, period.days, period.extension


FEB3, FEB13 = "2024-02-03 14:30", "2024-02-13 14:30"

PERIODS: list[tuple[str, list[tuple[str, str, bool, int | None, bool]]]] = [
    ("van 3 februari 2024 te 14.30 uur tot 13 februari 2024 te 14.30 uur", [(FEB3, FEB13, False, None, False)]),
    (
        "Het verbod gaat in op 3 februari 2024 om 14.30 uur en eindigt op 13 februari 2024 om 14.30 uur.",
        [(FEB3, FEB13, False, None, False)],
    ),
    ("Het begint op 3-2-2024 om 14.30 uur. Het eindigt op 13-2-2024 om 14.30 uur.", [(FEB3, FEB13, False, None, False)]),
    (
        "ingaande op zaterdag 3 februari 2024 om 14.30 uur en dus aflopend op 13 februari 2024 om 14.30 uur",
        [(FEB3, FEB13, False, None, False)],
    ),
    ("met ingang van 3 februari 2024 tot en met 12 februari 2024", [("2024-02-03", "2024-02-12", True, None, False)]),
    ("geldig van 3-2-2024 t/m 12-2-2024", [("2024-02-03", "2024-02-12", True, None, False)]),
    (
        "van heden 14.30 uur voor de duur van tien dagen, derhalve tot 13 februari 2024 te 14.30 uur",
        [(FEB3, FEB13, False, 10, False)],
    ),
    ("met ingang van heden, zaterdag 3 februari 2024, 14.30 uur, voor de tijd van tien dagen", [(FEB3, "-", False, 10, False)]),
    ("Tien dagen: vanaf vandaag 14.30 uur tot en met dinsdag 13 februari 2024, 14.30 uur.", [(FEB3, FEB13, True, 10, False)]),
    ("van 3 februari 14.30 uur tot 13 februari 2024 14.30 uur (tien dagen)", [(FEB3, FEB13, False, 10, False)]),
    ("Ingang: 03-02-2024, 14.30 uur\nEinde: 13-02-2024, 14.30 uur (10 dagen)", [(FEB3, FEB13, False, 10, False)]),
    ("Begin THV | 03-02-2024 14.30\nEinde THV | 13-02-2024 14.30", [(FEB3, FEB13, False, None, False)]),
    ("Vanaf\nzaterdag 03/02/24, 14:30 uur\nTot\ndinsdag 13/02/24, 14:30 uur", [(FEB3, FEB13, False, None, False)]),
    ("Ingangsdatum huisverbod: 3 februari 2024 te 14.30 uur", [(FEB3, "-", False, None, False)]),
    ("duur: 10 dagen", [("-", "-", False, 10, False)]),
    ("voor de duur van 10 (tien) dagen", [("-", "-", False, 10, False)]),
    ("voor de duur van 240 uur", [("-", "-", False, 10, False)]),
    ("voor de duur van vier weken, ingaande heden om 14.30 uur", [(FEB3, "-", False, 28, False)]),
    ("een huisverbod van veertien dagen", [("-", "-", False, 14, False)]),
    ("eindigende op 13 februari 2024 te 14.30 uur", [("-", FEB13, False, None, False)]),
    ("het verbod loopt af op 13 februari 2024 om 14.30 uur", [("-", FEB13, False, None, False)]),
    ("dat het verbod op 13 februari 2024 om 14.30 uur afloopt", [("-", FEB13, False, None, False)]),
    ("dat het verbod op 3 februari 2024 om 14.30 uur ingaat", [(FEB3, "-", False, None, False)]),
    ("Het eindigt derhalve van rechtswege op 13 februari 2024 te 14.30 uur", [("-", FEB13, False, None, False)]),
    ("verlengd tot 2 maart 2024 te 14.30 uur", [("-", "2024-03-02 14:30", False, None, True)]),
    ("Ik heb besloten het verbod met achttien dagen te verlengen", [("-", "-", False, 18, True)]),
    ("met achttien dagen verlengd, zodat het duurt tot 2 maart 2024, 14.30 uur", [("-", "2024-03-02 14:30", False, 18, True)]),
    ("Het huisverbod van 3 februari 2024 wordt verlengd tot 2 maart 2024.", [("-", "2024-03-02", False, None, True)]),
    (
        "Begin (datum, tijd) | 03-02-2024, 14.30 u\nEinde (datum, tijd; 10 dagen later) | 13-02-2024, 14.30 u",
        [(FEB3, FEB13, False, 10, False)],
    ),
    (
        "Ingangsdatum en -tijd\nzaterdag 3 februari 2024, 14:30\nEinddatum en -tijd\n13 februari 2024, 14:30",
        [(FEB3, FEB13, False, None, False)],
    ),
    ("10:20 – 10:50 uur", [("? 10:20", "? 10:50", False, None, False)]),
    ("het proces-verbaal van 3 februari 2024", []),
    ("op 3 februari 2024 is hij gehoord", []),
    ("binnen zes weken na de dag van uitreiking", []),
    ("verlengen tot ten hoogste vier weken", []),
    ("artikel 4 tot en met 6", []),
    ("laat binnen 24 uur weten", []),
]


@pytest.mark.parametrize(("text", "expected"), PERIODS)
def test_period(text: str, expected: list[tuple[str, str, bool, int | None, bool]]) -> None:
    assert [row(period) for period in find_periods(text, ANCHOR)] == expected


def test_the_span_covers_the_words_that_announce() -> None:
    text = "Het verbod gaat in op 3 februari 2024 en eindigt op 13 februari 2024, aldus de burgemeester."
    [period] = find_periods(text)
    assert text[period.start : period.end] == "gaat in op 3 februari 2024 en eindigt op 13 februari 2024"


def test_the_span_covers_a_value_behind_a_label_with_a_length_in_it() -> None:
    text = "Einde (10 dagen later): 13-02-2024, 14.30 u"
    [period] = find_periods(text)
    assert text[period.start : period.end] == text


def _plays(entry: dict[str, Any], text: str) -> bool:
    periods = find_periods(text, ANCHOR)
    part = {"begin": "begin", "einde": "finish", "duur": "duration"}[entry["rol"]]
    return any(getattr(period, part) is not None for period in periods)


@pytest.mark.parametrize(
    "entry", _phrasings()["aankondigingen"], ids=lambda entry: f"{entry['rol']}-{entry['plaats']}-{entry['woorden'][0]}"
)
def test_announcements_have_working_examples(entry: dict[str, Any]) -> None:
    for example in entry["voorbeelden"]:
        assert _plays(entry, example), example
    for counter in entry["tegenvoorbeelden"]:
        assert not _plays(entry, counter), counter


DURATIONS: list[tuple[str, list[tuple[int, str, int | None, bool]]]] = [
    ("tien dagen", [(10, "dag", 10, False)]),
    ("10 dagen", [(10, "dag", 10, False)]),
    ("10 (tien) dagen", [(10, "dag", 10, False)]),
    ("tien (10) dagen", [(10, "dag", 10, False)]),
    ("achttien volle dagen", [(18, "dag", 18, False)]),
    ("achtentwintig dagen", [(28, "dag", 28, False)]),
    ("vier weken", [(4, "week", 28, False)]),
    ("zes weken", [(6, "week", 42, False)]),
    ("een week", [(1, "week", 7, False)]),
    ("240 uur", [(240, "uur", 10, False)]),
    ("tweehonderdveertig uur", [(240, "uur", 10, False)]),
    ("36 uur", [(36, "uur", None, False)]),
    ("tien etmalen", [(10, "dag", 10, False)]),
    ("drie maanden", [(3, "maand", None, False)]),
    ("binnen 24 uur", [(24, "uur", 1, True)]),
    ("ten hoogste vier weken", [(4, "week", 28, True)]),
    ("niet langer dan tien dagen", [(10, "dag", 10, True)]),
    ("om 14 uur", []),
    ("te 14.30 uur", []),
    ("17 jaar oud", []),
    ("3-10 dagen", []),
]


@pytest.mark.parametrize(("text", "expected"), DURATIONS)
def test_duration(text: str, expected: list[tuple[int, str, int | None, bool]]) -> None:
    assert [(d.amount, d.unit, d.days, d.limit) for d in find_durations(text)] == expected


def test_figure_and_word_that_differ() -> None:
    [duration] = find_durations("10 (twaalf) dagen")
    assert (duration.amount, duration.contradictory) == (10, True)
