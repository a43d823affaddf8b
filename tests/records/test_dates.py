"""Dates as precisely as they are known."""

from datetime import date

import pytest

from dashboard.records.dates import PartialDate, span_words
from dashboard.words.catalogue import MessageError
from tests.told import values


@pytest.mark.parametrize(
    ("text", "precision", "first", "last", "words"),
    [
        ("2018", "year", date(2018, 1, 1), date(2018, 12, 31), "2018"),
        ("2018-05", "month", date(2018, 5, 1), date(2018, 5, 31), "May 2018"),
        ("2018-05-03", "day", date(2018, 5, 3), date(2018, 5, 3), "3 May 2018"),
        ("2020-02~", "month", date(2020, 2, 1), date(2020, 2, 29), "about February 2020"),
        ("2018~", "year", date(2018, 1, 1), date(2018, 12, 31), "about 2018"),
        ("1800-12-31", "day", date(1800, 12, 31), date(1800, 12, 31), "31 December 1800"),
        ("2100-01-01", "day", date(2100, 1, 1), date(2100, 1, 1), "1 January 2100"),
    ],
)
def test_a_date_keeps_its_precision(text, precision, first, last, words):
    when = PartialDate.parse(text)
    assert (when.precision, when.first(), when.last(), when.words()) == (precision, first, last, words)
    assert str(when) == text


@pytest.mark.parametrize(
    ("text", "code", "named"),
    [
        *(
            (text, "date-not-understood-but-required", f'"{text}"; 2022-10-18 2022-10 2022; "about"')
            for text in ("2018-5-3", "soon", "٢٠١٨", "", "+2018-05-03")
        ),
        ("2018-13", "date-not-in-calendar", '"2018-13"; 01 12'),
        ("2018-02-30", "date-not-in-calendar", '"2018-02-30"; 01 28'),
        ("2020-02-30", "date-not-in-calendar", '"2020-02-30"; 01 29'),
        ("2018-00", "date-not-in-calendar", '"2018-00"; 01 12'),
        ("2018-05-00", "date-not-in-calendar", '"2018-05-00"; 01 31'),
        ("0000", "date-before-year-one", '"0000" 1; 1800 2100 2018'),
        ("-0044-03-15", "date-before-year-one", '"-0044-03-15" 1; 1800 2100 2018'),
        ("1799", "date-of-another-time", '"1799" 1799; 1800 2100 2018'),
        ("0988-07-28", "date-of-another-time", '"0988-07-28" 988; 1800 2100 2018'),
        ("2101-01-01", "date-of-another-time", '"2101-01-01" 2101; 1800 2100 2018'),
        ("9999-12-31", "date-of-another-time", '"9999-12-31" 9999; 1800 2100 2018'),
    ],
)
def test_what_is_not_a_date_is_refused_with_advice(text, code, named):
    with pytest.raises(MessageError) as caught:
        PartialDate.parse(text)
    assert (caught.value.message.code, values(caught.value.message)) == (code, named)


@pytest.mark.parametrize(
    ("start", "end", "dating", "words"),
    [
        (None, None, "held", "date not known"),
        ("2018-05-03", None, "held", "3 May 2018"),
        ("2018-05-03", "2018-05-03", "held", "3 May 2018"),
        ("2018-05-03", "2018-05-04", "held", "3–4 May 2018"),
        ("2021-06-30", "2021-07-02", "held", "30 June – 2 July 2021"),
        ("2021-12-30", "2022-01-02", "held", "30 December 2021 – 2 January 2022"),
        ("2018-04", "2018-05", "held", "April – May 2018"),
        ("2018", "2019", "held", "2018 – 2019"),
        ("2018-05~", None, "held", "about May 2018"),
        ("2019-05-03~", "2019-05-04~", "held", "about 3–4 May 2019"),
        ("2019-05~", "2020-06~", "held", "about May 2019 – June 2020"),
        ("2019-05-03~", "2019-05-04", "held", "about 3–4 May 2019"),
        ("2019-05-03", "2019-05-04~", "held", "3 – about 4 May 2019"),
        ("2018-05-03", "2018-05-04", "within", "within 3–4 May 2018"),
        ("2018-05-07", "2018-05-07", "reported", "reported 7 May 2018"),
    ],
)
def test_spans_are_worded_as_a_reader_says_them(start, end, dating, words):
    dates = [text and PartialDate.parse(text) for text in (start, end)]
    assert span_words(*dates, dating) == words
