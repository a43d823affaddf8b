"""Dates in tables: an unambiguous date is read; any other is refused, with what to write."""

import pytest

from dashboard.curation.intake.dates import DateError, dates


@pytest.mark.parametrize(
    ("typed", "order", "read"),
    [
        ("2018-05-03", "", ("2018-05-03", "")),
        ("2018-05~", "", ("2018-05~", "")),
        ("2018", "", ("2018", "")),
        ("3 May 2018", "", ("2018-05-03", "")),
        ("May 3-4, 2018", "", ("2018-05-03", "2018-05-04")),
        ("30 June – 2 July 2021", "", ("2021-06-30", "2021-07-02")),
        ("3 мая 2018 г.", "", ("2018-05-03", "")),
        ("2018-05-03T23:30:00Z", "", ("2018-05-03", "")),
        ("13/04/2022", "", ("2022-04-13", "")),
        ("05/05/2022", "", ("2022-05-05", "")),
        ("03.04.2022", "month-first", ("2022-04-03", "")),
        ("03/04/2022", "day-first", ("2022-04-03", "")),
        ("03/04/2022", "month-first", ("2022-03-04", "")),
        ("3-4-2022", "month-first", ("2022-03-04", "")),
        ("03/04/2022-05/04/2022", "day-first", ("2022-04-03", "2022-04-05")),
    ],
)
def test_a_date_that_means_one_thing_is_read(typed, order, read):
    assert dates(typed, order) == read


@pytest.mark.parametrize(
    ("typed", "order", "said"),
    [
        (
            "03/04/2022",
            "",
            '"03/04/2022" can mean 3 April 2022 or 4 March 2022; write 2022-04-03 or 2022-03-04, or add',
        ),
        ("13/04/2022", "month-first", '"13/04/2022" is not in the calendar; write 2022-10-18'),
        ("31/02/2022", "", '"31/02/2022" is not a date; there is no such day; write'),
        ("18.10.22", "", '"18.10.22" has a year of two digits; if 22 means 2022, write that'),
        ("3 May", "", '"3 May" has no year; write the year too'),
        ("spring 2018", "", '"spring 2018" is not an exact date; write 2022-10-18'),
        ("between 3 and 9 May 2018", "", "is not an exact date"),
        ("since 2018", "", "is not a"),
        (
            "43223",
            "",
            "if it is the number by which spreadsheets count days, it may be 2018-05-03; write the date as a",
        ),
        ("TBD", "", '"TBD" is not a date; leave the cell empty if the date is not known'),
        ("2018-?-03", "", '"2018-?-03" is not a date; write 2022-10-18'),
        ("-44-03-15", "", "is not a date"),
        ("3 May 1018", "", "is not a date"),
        ("9" * 10_000, "", "is not a date"),
    ],
)
def test_any_other_date_is_refused_with_what_to_write(typed, order, said):
    with pytest.raises(DateError) as caught:
        dates(typed, order)
    assert said in str(caught.value)
    assert len(str(caught.value)) < 300
