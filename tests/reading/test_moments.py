"""Every notation of a date and a clock time that such papers use, what only looks like one, and what does not exist."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from verifier.reading.time import Moment, find_moments, is_moment
from verifier.reading.time.lexicon import lowered, words

ANCHOR = date(2024, 2, 3)  # a Saturday


def shown(moment: Moment) -> str:
    """Day and clock in one word, "-" for what is missing; "!" for what does not exist."""
    if moment.impossible:
        return "!"
    day = moment.day.isoformat() if moment.day else "-"
    return day if moment.clock is None else f"{day} {'24:00' if moment.end_of_day else moment.clock.strftime('%H:%M')}"


def read(text: str, anchor: date | None = ANCHOR) -> list[str]:
    return [shown(moment) for moment in find_moments(text, anchor)]


DATES = """
3-2-2024 = 2024-02-03
03-02-2024 = 2024-02-03
3/2/2024 = 2024-02-03
03/02/'24 = 2024-02-03
03/02/’24 = 2024-02-03
03.02.2024 = 2024-02-03
3.2.24 = 2024-02-03
03 - 02 - 2024 = 2024-02-03
16 / 09 / 2022 = 2022-09-16
3–2–2024 = 2024-02-03
03 02 2024 = 2024-02-03
2024-02-03 = 2024-02-03
2024/02/03 = 2024-02-03
3-feb-2024 = 2024-02-03
3/feb/2024 = 2024-02-03
3 februari 2024 = 2024-02-03
03 februari 2024 = 2024-02-03
3 februari, 2024 = 2024-02-03
3 feb. 2024 = 2024-02-03
3 feb 2024 = 2024-02-03
3 febr. 2024 = 2024-02-03
3 feb. '24 = 2024-02-03
3 feb 24 = 2024-02-03
op 3 maart 24 om 14.30 uur = 2024-03-03 14:30
1 mrt 2024 = 2024-03-01
1 mrt. 2024 = 2024-03-01
12 sept. 2023 = 2023-09-12
12 sep 2023 = 2023-09-12
14 NOV 2014 = 2014-11-14
14 November 2014 = 2014-11-14
3FEBRUARI2024 = 2024-02-03
3e februari 2024 = 2024-02-03
de 3de februari 2024 = 2024-02-03
1ste februari 2024 = 2024-02-01
den 3den februari 2024 = 2024-02-03
de derde februari = 2024-02-03
de veertiende november tweeduizend veertien = 2014-11-14
op de eenendertigste januari 2024 = 2024-01-31
drie februari tweeduizend vierentwintig = 2024-02-03
drie februari tweeduizendvierentwintig = 2024-02-03
drie februari tweeduizend en vierentwintig = 2024-02-03
één maart tweeduizend negen = 2009-03-01
dertig januari negentienhonderd drieëntachtig = 1983-01-30
tweeëntwintig mei negentienhonderdzevenenzeventig = 1977-05-22
3 februari jl. = 2024-02-03
3 februari j.l. = 2024-02-03
1 oktober jl. = 2023-10-01
13 februari jl. = 2023-02-13
13 februari a.s. = 2024-02-13
13 januari aanstaande = 2025-01-13
2 juli van dit jaar = 2024-07-02
2 juli van vorig jaar = 2023-07-02
2 juli dit jaar = 2024-07-02
3 februari = 2024-02-03
31 december = 2023-12-31
op 29 februari = 2024-02-29
op 14-1 om 14.30 uur = 2024-01-14 14:30
op 21-9 afgemeld = 2023-09-21
d.d. 14-11 = 2023-11-14
datum: 25/5 = 2024-05-25
Datum / tijd: 25/5 = 2024-05-25
per 1-1 = 2024-01-01
ma 31-12 = 2023-12-31
zaterdag 3 februari 2024 = 2024-02-03
za. 3 feb. 2024 = 2024-02-03
za 3-2-2024 = 2024-02-03
zaterdag, 3 februari 2024 = 2024-02-03
zaterdag de 3e februari 2024 = 2024-02-03
geb. 2-11-83 = 1983-11-02
geboren op 4-7-'31 = 1931-07-04
geboren 2 november 1983 = 1983-11-02
*17-05-1969 = 1969-05-17
9 en 10 maart 2024 = 2024-03-09 | 2024-03-10
9, 10 en 11 maart 2024 = 2024-03-09 | 2024-03-10 | 2024-03-11
13 t/m 24 juli 2024 = 2024-07-13 | 2024-07-24
van 3 tot 13 februari 2024 = 2024-02-03 | 2024-02-13
28 of 31 december 2018 = 2018-12-28 | 2018-12-31
in de nacht van zaterdag 24 op zondag 25 juni 2023 = 2023-06-24 | 2023-06-25
in de nacht van zaterdag op zondag 25 juni 2023 = 2023-06-24 | 2023-06-25
van 24 december tot 3 januari 2019 = 2018-12-24 | 2019-01-03
van 24 december 2018 tot 3 januari = 2018-12-24 | 2019-01-03
van 24 december 14.40 uur tot 3 januari 2019 14.40 uur = 2018-12-24 14:40 | 2019-01-03 14:40
29-02-2024 = 2024-02-29
"""

CLOCKS = """
om 14.30 uur = - 14:30
14:30 = - 14:30
14:30:15 = - 14:30
14.30 uur = - 14:30
14.30u = - 14:30
14.30 u. = - 14:30
14:30 u = - 14:30
14.30 h = - 14:30
14u30 = - 14:30
14 u 30 = - 14:30
14h30 = - 14:30
1430 uur = - 14:30
0930 uur = - 09:30
0930u = - 09:30
om 930 uur = - 09:30
9.30 uur = - 09:30
09.05 uur = - 09:05
om 14 uur = - 14:00
te 14 uur = - 14:00
omstreeks 9 uur = - 09:00
om 9 uur 's avonds = - 21:00
's avonds om 9 uur = - 21:00
9 uur 's ochtends = - 09:00
te 14.30 = - 14:30
tijdstip: 14.30 = - 14:30
Tijd: 14.30 = - 14:30
13.05 - 13.50 uur = - 13:05 | - 13:50
10:20 – 10:50 uur = - 10:20 | - 10:50
van 13.05 tot 13.50 uur = - 13:05 | - 13:50
tussen 13.05 en 13.50 uur = - 13:05 | - 13:50
van 14 tot 16 uur = - 16:00
om half drie = - 02:30
half drie in de middag = - 14:30
half drie 's middags = - 14:30
half drie ’s nachts = - 02:30
om half 3 's middags = - 14:30
's middags om half drie = - 14:30
's avonds rond half negen = - 20:30
kwart over elf 's avonds = - 23:15
kwart voor tien = - 09:45
kwart over 9 's avonds = - 21:15
tien voor twaalf = - 11:50
om tien voor twaalf 's avonds = - 23:50
vijf over half negen = - 08:35
om vijf voor half vier 's middags = - 15:25
tien minuten voor vier = - 03:50
om twintig over zes = - 06:20
om drie uur 's nachts = - 03:00
om elf uur 's nachts = - 23:00
twaalf uur 's middags = - 12:00
twaalf uur 's nachts = - 00:00
half een 's nachts = - 00:30
half een 's middags = - 12:30
om zeven uur in de ochtend = - 07:00
om negen uur = - 09:00
kort na vieren in de namiddag = - 16:00
tegen achten = - 08:00
middernacht = - 00:00
om 00.00 uur = - 00:00
0.00 uur = - 00:00
24.00 uur = - 24:00
te 14 uur 30. = - 14:30
"""

TOGETHER = """
3 februari 2024 om 14.30 uur = 2024-02-03 14:30
op 3-2-24 te 14.30 u = 2024-02-03 14:30
14.30 uur op 3 februari = 2024-02-03 14:30
om 14.30 uur op zaterdag 3 februari 2024 = 2024-02-03 14:30
14.30 uur, 3 februari 2024 = 2024-02-03 14:30
zaterdag 3 feb. 2024, 14:30 uur = 2024-02-03 14:30
d.d. 03-02-2024 / 14.30 = 2024-02-03 14:30
03-02-2024/14.30 = 2024-02-03 14:30
03-02-2024 | 14.30 = 2024-02-03 14:30
03-02-2024 14.30 = 2024-02-03 14:30
03-02-2024 1430 uur = 2024-02-03 14:30
19-10-20 22:54 = 2020-10-19 22:54
2024-02-03T14:30 = 2024-02-03 14:30
20/07/24, 19:10 u = 2024-07-20 19:10
3 februari 2024 's middags om half drie = 2024-02-03 14:30
3 februari 2024, omstreeks 14.30 uur = 2024-02-03 14:30
3 februari 2024 (14.30 uur) = 2024-02-03 14:30
3 februari 2024, kwart over negen 's avonds = 2024-02-03 21:15
zaterdagavond 3 februari 2024 om half negen = 2024-02-03 20:30
3 februari 2024 14 uur = 2024-02-03 14:00
3 februari 1430 uur = 2024-02-03 14:30
3 februari 20.15 uur = 2024-02-03 20:15
3 februari 2015 uur = 2024-02-03 20:15
27-9, 13:50 = 2023-09-27 13:50
3 februari 2024 te 24.00 uur = 2024-02-03 24:00
9 november 2017, aanvang 13.05 uur, einde 13.50 uur = 2017-11-09 13:05 | 2017-11-09 13:50
25 september 2012, 09.30 – 10.45 uur = 2012-09-25 09:30 | 2012-09-25 10:45
op 9 november 2017 van 13.05 tot 13.50 uur = 2017-11-09 13:05 | 2017-11-09 13:50
Op 3 februari 2024 sprak ik hem; om 15.10 uur belde ik haar. = 2024-02-03 | 2024-02-03 15:10
Op 3 februari 2024 sprak ik hem. Om 15.10 uur belde ik haar. = 2024-02-03 | - 15:10
Op 3 februari 2024 is dhr. A. Bos, geb. 2-11-1983, om 15.10 uur gehoord = 2024-02-03 | 1983-11-02 | 2024-02-03 15:10
Datum: 3-2-2024
Tijd: 14.30 = 2024-02-03 14:30
ma 31-12 08.00 – ma 07-01 08.00 = 2023-12-31 08:00 | 2024-01-07 08:00
in de nacht van 24 op 25 juni 2023, omstreeks half drie = 2023-06-24 | 2023-06-25 02:30
in de nacht van 24 op 25 juni 2023 omstreeks 23.30 uur = 2023-06-24 | 2023-06-24 23:30
"""

RELATIVE = """
heden = 2024-02-03
heden om 15.00 uur = 2024-02-03 15:00
heden, zaterdag 3 februari 2024, 15.00 uur = 2024-02-03 15:00
vandaag 17:20 uur = 2024-02-03 17:20
vanmorgen om half elf = 2024-02-03 10:30
vanmiddag om half drie = 2024-02-03 14:30
hedenavond te 20.00 uur = 2024-02-03 20:00
gisteren = 2024-02-02
gisteravond rond half negen = 2024-02-02 20:30
eergisteren = 2024-02-01
morgen = 2024-02-04
morgenochtend om 9 uur = 2024-02-04 09:00
overmorgen = 2024-02-05
de avond ervoor = 2024-02-02
op 14 november 2021 en de volgende dag = 2021-11-14 | 2021-11-15
op 14 november 2021 en de avond ervoor = 2021-11-14 | 2021-11-13
op 14 november 2021 en diezelfde dag om 16.00 uur = 2021-11-14 | 2021-11-14 16:00
Op 14 november 2021 viel zij. De volgende ochtend om 9.00 uur belde zij. = 2021-11-14 | 2021-11-15 09:00
zij is geboren op 2 november 1983 en diezelfde avond gehoord = 1983-11-02 | 2024-02-03
zaterdag = 2024-02-03
vrijdag = 2024-02-02
afgelopen maandag = 2024-01-29
aanstaande maandag = 2024-02-05
tot maandag = 2024-02-05
maandag a.s. = 2024-02-05
vrijdag jl. = 2024-02-02
donderdagavond om half negen = 2024-02-01 20:30
"""

DAMAGED = """
l4-O2-2024 = 2024-02-14
I4-02-2024 = 2024-02-14
14-02-2O24 = 2024-02-14
l4 februari 2024 = 2024-02-14
3 februarl 2024 = 2024-02-03
12 rnaart 2024 = 2024-03-12
12 rnei 2024 = 2024-05-12
3 septernber 2024 = 2024-09-03
3 okt0ber 2024 = 2024-10-03
3 februari 2 024 = 2024-02-03
3 februari 20 24 = 2024-02-03
14,30 uur = - 14:30
14. 30 uur = - 14:30
l4.30 uur = - 14:30
14.3O uur = - 14:30
14 30 uur = - 14:30
"""

IMPOSSIBLE = """
31-02-2024 = !
30 februari 2024 = !
31 april 2024 = !
31 april = !
29-2-2023 = !
29 februari 2023 = !
2-13-2024 = !
2024-13-02 = !
00-00-1950 = !
25.80 uur = !
om 24.30 uur = !
14.75 uur = !
31-02-2024 om 14.30 uur = !
3 februari 2024 om 25.10 uur = !
"""

TRAPS = """
artikel 2.4
artikel 2.4, eerste lid
2 lid 4
artikel 3:41 van de Awb
artikelen 4:8 en 4:11 Awb
gelet op artikel 10:11 der Algemene wet bestuursrecht
afdeling 10.12
art. 10:10 Awb
artikel 4 tot en met 6
06-12345678
06-12 34 56 78
0515-421830
tel. 06-24 87 61 00
€ 14.30
€ 14,30
12,50 euro
12.50%
1,5 meter
te 2.45 meter
PL0600-2017541270-3
PL2300-2024113377-6
mutatienr. 2016063771
zaak 2023-044512
THV-2022-0147
nr. 18/031
ECLI:NL:RBNHO:2014:10086
AWB 14/7022
Lorentzhof 17, 1221 GL Hilversum
Kerkstraat 214-2
5912 KV Venlo
17 jaar oud
een jongen van 12 jaar
75 procent
24 uur
binnen 24 uur
na 24 uur
werkt 24 uur per week
24 uur per dag
24/7 bereikbaar
gedurende 48 uur
240 uur taakstraf
drie uur gewacht
ruim een uur
een half uur lang
anderhalf uur
tien dagen
10 dagen
vier weken
half oktober
half september 2023 verhuisde hij
elke zaterdag
iedere maandag
's morgens vroeg
goede morgen
de volgende keer
pagina 1/2
blad 1 van 2
op 3-4 plekken
2-3 keer
HG 41.02
versie 2.2
RiHG 2.2.1
kind 3 Jan
3 mannen 2024
een tien voor twee vakken
Mandaatregister 2017
I.O. 2024
hij is 14.30 lang
de maand mei
maart 2024
mei 2019
begin december
"""


def table(rows: str) -> list[tuple[str, list[str]]]:
    """Rows "text = moments"; a row without " = " runs on in the next line."""
    result: list[tuple[str, list[str]]] = []
    held = ""
    for row in rows.strip().split("\n"):
        text, equals, expected = row.rpartition(" = ")
        if not equals:
            held += row + "\n"
            continue
        result.append((held + text, expected.split(" | ")))
        held = ""
    return result


@pytest.mark.parametrize(
    ("text", "expected"), [row for rows in (DATES, CLOCKS, TOGETHER, RELATIVE, DAMAGED, IMPOSSIBLE) for row in table(rows)]
)
def test_notation(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize("text", TRAPS.strip().split("\n"))
def test_no_moment(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(("text", "expected"), table(DATES)[:40] + table(TOGETHER)[:20])
def test_a_notation_reads_the_same_inside_a_sentence(text: str, expected: list[str]) -> None:
    assert read(f"Hij is ({text}) gehoord in zaak 2023-044512.") == expected


@pytest.mark.parametrize(("text", "expected"), table(DAMAGED)[:11])
def test_slips_of_the_scanner_are_marked(text: str, expected: list[str]) -> None:
    assert [moment.damaged for moment in find_moments(text, ANCHOR)] == [True] * len(expected)


@pytest.mark.parametrize(("text", "expected"), [
    ("23.10 burgemeester gebeld, akkoord", ["- 23:10"]), ("- 09.45 mevrouw teruggebeld", ["- 09:45"]), ("14.20", ["- 14:20"]),
    ("3.2 Horen", []), ("12.50 euro", []), ("Op bladzijde 11.10 staat meer", []),
])
def test_a_clock_time_that_opens_an_entry(text: str, expected: list[str]) -> None:
    assert read(text) == expected


def test_a_first_column_of_a_log_is_nothing_but_a_moment() -> None:
    assert is_moment("14.20") and is_moment("3 februari 2024, 14.20 uur")
    assert not is_moment("Gehoord op 3 februari 2024") and not is_moment("Aanvang")


def test_an_impossible_date_keeps_no_value_and_its_place() -> None:
    text = "De aangifte is van 31-02-2024."
    [moment] = find_moments(text)
    assert (moment.day, moment.impossible, text[moment.start : moment.end]) == (None, True, "31-02-2024")


def test_the_span_covers_day_and_clock() -> None:
    text = "Op zaterdag 3 februari 2024 te 14.30 uur is hij gehoord."
    [moment] = find_moments(text)
    assert text[moment.start : moment.end] == "zaterdag 3 februari 2024 te 14.30 uur"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("zaterdag 3 februari 2024", True), ("vrijdag 3 februari 2024", False), ("vr 3-2-2024", False), ("3 februari 2024", None)],
)
def test_weekday_against_date(text: str, expected: bool | None) -> None:
    [moment] = find_moments(text)
    assert moment.weekday_matches is expected


@pytest.mark.parametrize(
    "text",
    ["omstreeks 14.30 uur", "rond 14.30 uur", "kort na 14.30 uur", "ca. 14.30 uur", "circa 14.30 uur", "± 14.30 uur",
     "plm. 14.30 uur", "14.30 uur of daaromtrent", "op 3 februari 2024, omstreeks 14.30 uur", "tegen 14.30 uur", "rond 3 februari 2024"],
)  # fmt: skip
def test_approximate(text: str) -> None:
    [moment] = find_moments(text, ANCHOR)
    assert moment.approximate


@pytest.mark.parametrize("text", ["om 14.30 uur", "op 3 februari 2024", "te 14.30 uur precies"])
def test_not_approximate(text: str) -> None:
    [moment] = find_moments(text, ANCHOR)
    assert not moment.approximate


@pytest.mark.parametrize("text", ["3 februari", "heden", "de volgende dag", "zaterdag", "op 14-1 om 14.30 uur"])
def test_without_anchor_the_day_stays_open(text: str) -> None:
    [moment] = find_moments(text)
    assert moment.day is None


def test_an_open_year_keeps_month_and_day() -> None:
    [moment] = find_moments("op 3 februari")
    assert (moment.month_day, moment.year_given) == ((2, 3), False)


def test_flags_of_relative_and_borrowed_days() -> None:
    first, second = find_moments("gisteren belde zij en om 15.10 uur nogmaals", ANCHOR)
    assert (first.relative, first.day_borrowed, second.day_borrowed, second.day) == (True, False, True, date(2024, 2, 2))


def test_the_half_of_the_day_stays_open_without_a_word_for_it() -> None:
    open_half, known = find_moments("om half drie en om half drie 's middags")
    assert (open_half.half_day_unknown, known.half_day_unknown) == (True, False)


def test_twenty_four_oclock_is_the_next_midnight() -> None:
    [moment] = find_moments("3 februari 2024 te 24.00 uur")
    assert moment.at is not None
    assert moment.at.replace(tzinfo=None) == datetime(2024, 2, 4, 0, 0)


def test_local_moments_are_in_dutch_time() -> None:
    [winter] = find_moments("3 februari 2024 om 14.30 uur")
    [summer] = find_moments("3 juli 2024 om 14.30 uur")
    assert winter.at is not None and summer.at is not None
    assert (winter.at.isoformat()[-6:], summer.at.isoformat()[-6:]) == ("+01:00", "+02:00")


def test_a_moment_may_be_the_anchor() -> None:
    [moment] = find_moments("heden te 15.00 uur", datetime(2024, 2, 3, 12, 0))
    assert (moment.day, moment.clock) == (date(2024, 2, 3), time(15, 0))


@pytest.mark.parametrize("text", ["", " ", "\n\n", "İ 3 februari 2024", "3 februari 2024\x00"])
def test_odd_text(text: str) -> None:
    for moment in find_moments(text):
        assert lowered(text[moment.start : moment.end]) == "3 februari 2024"


@pytest.mark.parametrize("entry", words()["betrekkelijk"], ids=lambda entry: entry["woorden"][0])
def test_relative_words_have_working_examples(entry: dict[str, list[str]]) -> None:
    """Each example of the list reads as a relative day; no counter-example does."""
    for example in entry["voorbeelden"]:
        assert any(moment.relative for moment in find_moments(example, ANCHOR)), example
    for counter in entry["tegenvoorbeelden"]:
        assert not any(moment.relative for moment in find_moments(counter, ANCHOR)), counter


# What the grammar does not read as a person would: text, what a person reads, and why it is left.
KNOWN_GAPS = {
    "meldingen van 03-06, 22-08 en 17-10": ("2023-06-03 | 2023-08-22 | 2023-10-17", "a bare 22-08 is as often a number"),
    "ik werk maandag in Aken": ("2024-02-05", "no tense is read; a bare weekday is the last one"),
    "op 2 januari 2024 gebeld; die vrijdag kwam hij": ("2024-01-02 | 2024-01-05", "a weekday is counted from the paper's day"),
    "met kerst": ("2023-12-25", "holidays by name are no dates here"),
    "maart 2024": ("2024-03", "a month without a day is no moment"),
}
STILL_OPEN = set(KNOWN_GAPS) - {"Tijd\n\n14 uur"}


def test_known_gaps_are_exactly_these() -> None:
    failing = {text for text, (expected, _) in KNOWN_GAPS.items() if read(text) != expected.split(" | ")}
    assert failing == set(KNOWN_GAPS)
