"""What the law does with days and hours, with the catalogue's rules of inhoud.duur and verlenging.*."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from verifier.reading.time import Moment, find_moments
from verifier.reading.time.arithmetic import (
    Length,
    Within,
    age_on,
    days_later,
    end_of_ban,
    is_exactly_ten_days,
    last_day_for_appeal,
    last_day_for_hearing,
    last_moment_to_extend,
    latest_end_of_extension,
    within_28_days,
)
from verifier.reading.time.working_days import is_working_day, next_working_day, recognised_holidays, term_end

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def moment(text: str | None) -> Moment | None:
    return None if text is None else find_moments(text)[0]


@pytest.mark.parametrize(
    ("begin", "end"),
    [
        (datetime(2018, 3, 24, 23, 40), datetime(2018, 4, 3, 23, 40)),  # summer time begins in between
        (datetime(2020, 10, 20, 21, 30), datetime(2020, 10, 30, 21, 30)),  # summer time ends in between
        (datetime(2024, 2, 20, 14, 30), datetime(2024, 3, 1, 14, 30)),  # leap year
        (datetime(2018, 12, 24, 14, 40), datetime(2019, 1, 3, 14, 40)),
    ],
)
def test_ten_days_by_the_clock(begin: datetime, end: datetime) -> None:
    assert end_of_ban(begin.replace(tzinfo=AMSTERDAM)) == end.replace(tzinfo=AMSTERDAM)


def test_four_weeks_and_the_last_moment() -> None:
    imposed = datetime(2024, 3, 20, 14, 30, tzinfo=AMSTERDAM)
    assert latest_end_of_extension(imposed).isoformat() == "2024-04-17T14:30:00+02:00"
    assert last_moment_to_extend(end_of_ban(imposed)) == days_later(imposed, 10)


LENGTHS: list[tuple[str | None, str | None, bool, int | None, Length]] = [
    ("3-2-2024 om 14.30 uur", "13-2-2024 om 14.30 uur", False, None, Length.EXACT),
    ("3-2-2024 om 14.30 uur", "13-2-2024 om 14.30 uur", True, None, Length.EXACT),
    ("3-2-2024 om 14.30 uur", "13-2-2024 om 14.30 uur", False, 10, Length.EXACT),
    ("3-2-2024 om 14.30 uur", "13-2-2024 om 14.00 uur", False, None, Length.SHORTER),
    ("3-2-2024 om 14.30 uur", "13-2-2024 om 15.00 uur", False, None, Length.LONGER),
    ("3-2-2024 om 14.30 uur", "12-2-2024 om 14.30 uur", True, None, Length.SHORTER),
    ("24-3-2018 om 23.40 uur", "3-4-2018 om 23.40 uur", False, None, Length.EXACT),
    ("24-3-2018 om 23.40 uur", "4-4-2018 om 00.40 uur", False, None, Length.LONGER),
    ("20-10-2020 om 21.30 uur", "30-10-2020 om 20.30 uur", False, None, Length.SHORTER),
    ("3-2-2024 om 24.00 uur", "14-2-2024 om 0.00 uur", False, None, Length.EXACT),
    ("3-2-2024", "13-2-2024", False, None, Length.EXACT),
    ("3-2-2024", "12-2-2024", True, None, Length.EXACT),
    ("3-2-2024", "13-2-2024", True, None, Length.AMBIGUOUS),
    ("3-2-2024", "13-2-2024", True, 10, Length.AMBIGUOUS),
    ("3-2-2024", "12-2-2024", False, None, Length.SHORTER),
    ("3-2-2024", "14-2-2024", False, None, Length.LONGER),
    ("3-2-2024", "11-2-2024", True, None, Length.SHORTER),
    ("3-2-2024", "14-2-2024", True, None, Length.LONGER),
    ("3-2-2024 om 14.30 uur", "13-2-2024", False, None, Length.UNDETERMINED),
    ("3-2-2024", "13-2-2024 om 14.30 uur", False, None, Length.UNDETERMINED),
    ("3-2-2024 om 14.30 uur", "13-2-2024", False, 10, Length.EXACT),
    ("3-2-2024 om 14.30 uur", "13-2-2024", True, 10, Length.AMBIGUOUS),
    ("3-2-2024 om 14.30 uur", "12-2-2024", False, None, Length.SHORTER),
    ("3-2-2024 om 14.30 uur", "14-2-2024", False, None, Length.LONGER),
    ("3-2-2024 om 14.30 uur", "14-2-2024 om 14.30 uur", False, 10, Length.AMBIGUOUS),
    ("3-2-2024 om 14.30 uur", "13-2-2024 om 14.30 uur", False, 14, Length.AMBIGUOUS),
    ("3-2-2024 om 14.30 uur", "17-2-2024 om 14.30 uur", False, 14, Length.LONGER),
    ("3-2-2024 om 14.30 uur", None, False, 10, Length.EXACT),
    ("3-2-2024", None, False, 10, Length.EXACT),
    ("3-2-2024", None, False, 9, Length.SHORTER),
    ("3-2-2024", None, False, 14, Length.LONGER),
    ("3-2-2024", None, False, None, Length.UNDETERMINED),
    (None, "13-2-2024 om 14.30 uur", False, 10, Length.UNDETERMINED),
    (None, None, False, 10, Length.UNDETERMINED),
    ("31-2-2024 om 14.30 uur", "13-3-2024 om 14.30 uur", False, None, Length.UNDETERMINED),
]


@pytest.mark.parametrize(("begin", "end", "inclusive", "stated", "expected"), LENGTHS)
def test_exactly_ten_days(begin: str | None, end: str | None, inclusive: bool, stated: int | None, expected: Length) -> None:
    assert is_exactly_ten_days(moment(begin), moment(end), inclusive, stated) is expected


@pytest.mark.parametrize(
    ("begin", "end", "imposed", "expected"),
    [
        ("3-2-2024 om 14.30 uur", "2-3-2024 om 14.30 uur", None, Within.WITHIN),
        ("3-2-2024 om 14.30 uur", "2-3-2024 om 14.31 uur", None, Within.BEYOND),
        ("3-2-2024 om 14.30 uur", "2-3-2024", None, Within.WITHIN),
        ("3-2-2024", "2-3-2024 om 23.00 uur", None, Within.WITHIN),
        ("3-2-2024", "3-3-2024", None, Within.BEYOND),
        ("4-2-2024 om 10.00 uur", "3-3-2024 om 10.00 uur", "3-2-2024 om 14.30 uur", Within.BEYOND),
        ("4-2-2024 om 10.00 uur", "2-3-2024 om 14.30 uur", "3-2-2024 om 14.30 uur", Within.WITHIN),
        ("20-3-2024 om 14.30 uur", "17-4-2024 om 14.30 uur", None, Within.WITHIN),
        ("3-2-2024 om 14.30 uur", "2-3-2024 om 14.30 uur", "3-2-2024 om 14.10 uur", Within.WITHIN),
        (None, "2-3-2024", None, Within.UNDETERMINED),
        (None, "2-3-2024", "3-2-2024", Within.WITHIN),
        ("3-2-2024", None, None, Within.UNDETERMINED),
        ("3-2-2024", "31-2-2024", None, Within.UNDETERMINED),
    ],
)
def test_within_28_days(begin: str | None, end: str | None, imposed: str | None, expected: Within) -> None:
    assert within_28_days(moment(begin), moment(end), moment(imposed)) is expected


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        ("2006-02-03", "2024-02-03", 18),
        ("2006-02-04", "2024-02-03", 17),
        ("2004-02-29", "2022-02-28", 17),
        ("2004-02-29", "2022-03-01", 18),
    ],
)
def test_age(born: str, day: str, age: int) -> None:
    assert age_on(date.fromisoformat(born), date.fromisoformat(day)) == age


@pytest.mark.parametrize(
    ("served", "last"),
    [
        ("2024-02-01", "2024-03-14"),  # an ordinary Thursday
        ("2024-02-03", "2024-03-18"),  # ends on Saturday 16 March
        ("2024-02-16", "2024-04-02"),  # ends on Good Friday, then Easter up to and including Monday
        ("2024-03-23", "2024-05-06"),  # ends on Saturday 4 May, Sunday 5 May follows
        ("2023-03-24", "2023-05-08"),  # ends on Friday 5 May, a holiday of the Act every year
        ("2024-03-28", "2024-05-10"),  # ends on Ascension Day
        ("2024-11-13", "2024-12-27"),  # ends on Christmas Day
        ("2011-03-19", "2011-05-02"),  # ends on Queen's Day, a Saturday
    ],
)
def test_six_weeks_for_appeal(served: str, last: str) -> None:
    assert last_day_for_appeal(date.fromisoformat(served)) == date.fromisoformat(last)


@pytest.mark.parametrize(
    ("requested", "last"),
    [
        ("2024-02-05", "2024-02-08"),  # Monday to Thursday
        ("2024-02-01", "2024-02-05"),  # Thursday: Friday and Monday are the two working days
        ("2024-02-02", "2024-02-06"),  # Friday: only Monday is a working day, so Tuesday too (Atw 2)
        ("2024-02-03", "2024-02-06"),
        ("2024-03-28", "2024-04-03"),  # Maundy Thursday
        ("2024-12-24", "2024-12-30"),
    ],
)
def test_hearing_within_three_days(requested: str, last: str) -> None:
    assert last_day_for_hearing(date.fromisoformat(requested)) == date.fromisoformat(last)


@pytest.mark.parametrize("year", range(2009, 2031))
def test_the_act_knows_nine_days_a_year(year: int) -> None:
    """Eight of Atw 3 lid 1 (the two Christmas days counted apart) and Good Friday; guards against renamed days in the package.

    Ascension Day can fall on Queen's Day or 5 May, which makes eight.
    """
    days = recognised_holidays(year)
    assert len(days) == (8 if year in {2016} else 9)
    assert {date(year, 1, 1), date(year, 5, 5), date(year, 12, 25), date(year, 12, 26)} <= days


def test_kings_day_moves_off_a_sunday() -> None:
    assert date(2025, 4, 26) in recognised_holidays(2025)
    assert date(2025, 4, 27) not in recognised_holidays(2025)


def test_working_days() -> None:
    assert not is_working_day(date(2024, 3, 29))
    assert next_working_day(date(2024, 3, 29)) == date(2024, 4, 2)
    assert next_working_day(date(2024, 4, 2)) == date(2024, 4, 2)


@pytest.mark.parametrize("days", [0, 91])
def test_terms_outside_the_act(days: int) -> None:
    with pytest.raises(ValueError, match="Algemene termijnenwet"):
        term_end(date(2024, 2, 3), days)
