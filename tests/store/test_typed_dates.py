"""What people type for a date, in the five languages of the data, and what the check tells them to write instead."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.records.dates import MONTHS, NOTATION, PartialDate
from dashboard.store.faults.days import Slot, message
from dashboard.store.faults.typed_dates import readings
from dashboard.words.catalogue import say
from tests.told import values

START = Slot("start")
OCTOBER = ("2022-10-18", "2022-10-19")


def said(text: str, slot: Slot = START) -> str:
    """Give the code of the message about a text, and the values that it names besides the text."""
    said_of = message(text, slot)
    named = values(said_of.removeprefix(f'"{" ".join(text.split())}" '))
    return ": ".join(filter(None, (said_of.code, named)))


@pytest.mark.parametrize(
    "text",
    [
        "18–19 October 2022", "18-19 October 2022", "18 - 19 October 2022", "18—19 Oct. 2022", "18 to 19 October 2022",
        "18th to 19th October 2022", "from 18 to 19 October 2022", "18 and 19 October 2022", "18 & 19 October, 2022",
        "18/19 October 2022", "October 18-19, 2022", "Oct. 18/19, 2022", "October 18 and 19, 2022",
        "October 18 – October 19, 2022", "Oct 18 through 19, 2022", "18 October 2022 – 19 October 2022",
        "18, 19 October 2022", "18 October 2022, 19 October 2022", "2022 October 18-19", "18.–19. October 2022",
        "2022-10-18/2022-10-19", "2022-10-18/19", "2022-10-18 - 2022-10-19", "2022-10-18–2022-10-19",
        "2022-10-18 to 2022-10-19", "2022-10-18..2022-10-19", "2022-10-18, 2022-10-19", "2022-10-18; 2022-10-19",
        "20221018-20221019", "2022-10-18T09:00/2022-10-19T18:00", "2022/10/18 - 2022/10/19",
        "18-19.10.2022", "18.–19.10.2022", "18.10.2022–19.10.2022", "18.10.-19.10.2022", "18.10 - 19.10.2022 г.",
        "18/10/2022 - 19/10/2022", "10/18/2022 – 10/19/2022", "10/18-19/2022", "18-19/10/2022", "18/10-19/10/2022",
        "18-19 октября 2022 г.", "18–19 октября 2022 года", "с 18 по 19 октября 2022 года", "18 и 19 октября 2022",
        "18 октября – 19 октября 2022 г", "18-19 окт. 2022", "18-19 окт.2022", "c 18 по 19 октября 2022 г.",
        "18-19 октябри соли 2022", "аз 18 то 19 октябри соли 2022", "18 ва 19 октябри соли 2022",
        "18-уми ва 19-уми октябри соли 2022", "18–19-уми октябри с. 2022",
        "du 18 au 19 octobre 2022", "18-19 octobre 2022", "les 18 et 19 octobre 2022", "18 au 19 oct. 2022",
        "18-19 أكتوبر 2022", "من 18 إلى 19 أكتوبر 2022", "18 و19 أكتوبر 2022", "١٨-١٩ أكتوبر ٢٠٢٢",
        "من ١٨ حتى ١٩ تشرين الأول ٢٠٢٢", "18-19 تشرين الأول/أكتوبر 2022", "يومي 18 و19 أكتوبر 2022م",
        "Tuesday, 18 October – Wednesday, 19 October 2022", "вторник 18 – среда 19 октября 2022",
    ],
)  # fmt: skip
def test_two_days_in_any_wording_give_both_lines(text):
    assert said(text) == "span-on-one-line: start: 2022-10-18 end: 2022-10-19"


@pytest.mark.parametrize(
    ("text", "start", "end", "what"),
    [
        ("February 25 - March 4, 2025", "2025-02-25", "2025-03-04", "8 days"),
        ("25 февраля – 4 марта 2025 г.", "2025-02-25", "2025-03-04", "8 days"),
        ("с 25 февраля по 4 марта 2025 года", "2025-02-25", "2025-03-04", "8 days"),
        ("du 25 février au 4 mars 2025", "2025-02-25", "2025-03-04", "8 days"),
        ("30 December 2021 – 2 January 2022", "2021-12-30", "2022-01-02", "4 days"),
        ("December 30 – January 2, 2022", "2021-12-30", "2022-01-02", "4 days"),
        ("December 30, 2021 – January 2", "2021-12-30", "2022-01-02", "4 days"),
        ("1–3 June 2021", "2021-06-01", "2021-06-03", "three days"),
        ("1, 2 and 3 June 2021", "2021-06-01", "2021-06-03", "three days"),
        ("May–June 2018", "2018-05", "2018-06", "two months"),
        ("juin/juillet 2021", "2021-06", "2021-07", "two months"),
        ("2018–2019", "2018", "2019", "two years"),
        ("2018-19", "2018", "2019", "two years"),
        ("about 18–19 October 2022", "2022-10-18~", "2022-10-19~", "two days"),
    ],
)
def test_spans_of_any_length_give_both_lines(text, start, end, what):
    days = "8; " if what == "8 days" else "4; " if what == "4 days" else ""
    assert said(text) == f"span-on-one-line: {days}start: {start} end: {end}"


@pytest.mark.parametrize(
    "text", ["May 16 and 20, 2023", "16 и 20 мая 2023", "16.05.2023, 20.05.2023", "16/20 May 2023"]
)
def test_separate_days_are_no_span(text):
    assert said(text) == ("span-within: start: 2023-05-16 end: 2023-05-20 dating: within")


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("18 October 2022", "2022-10-18"), ("October 18, 2022", "2022-10-18"), ("18 Oct 2022", "2022-10-18"),
        ("Oct 18th, 2022", "2022-10-18"), ("1st October 2022", "2022-10-01"), ("18-Oct-2022", "2022-10-18"),
        ("2022-Oct-18", "2022-10-18"), ("2022/October/18", "2022-10-18"), ("2022-окт-18", "2022-10-18"),
        ("18/Oct/2022", "2022-10-18"),
        ("Tuesday, 18 October 2022", "2022-10-18"), ("Tue 18 Oct 2022", "2022-10-18"), ("2022 Oct 18", "2022-10-18"),
        ("the 18th of October, 2022", "2022-10-18"), ("18 Ocotber 2022", "2022-10-18"),
        ("18 OCTOBER 2022", "2022-10-18"),
        ("18 октября 2022", "2022-10-18"), ("4 ноября 2024 г.", "2024-11-04"), ("18 окт. 2022", "2022-10-18"),
        ("18-го октября 2022 года", "2022-10-18"), ("вторник, 18 октября 2022 г.", "2022-10-18"),
        ("октябрь 2022", "2022-10"), ("в октябре 2022 г.", "2022-10"), ("Май 2018", "2018-05"),
        ("3 мая 2018", "2018-05-03"),
        ("18 октябри соли 2022", "2022-10-18"), ("18-уми октябри соли 2022", "2022-10-18"), ("октябри 2022", "2022-10"),
        ("4 феврали соли 2024", "2024-02-04"), ("сешанбе, 18 октябри соли 2022", "2022-10-18"),
        ("4 نوفمبر 2024", "2024-11-04"), ("٤ نوفمبر ٢٠٢٤", "2024-11-04"), ("٢٠٢٤-١١-٠٤", "2024-11-04"),
        ("4 تشرين الثاني 2024", "2024-11-04"), ("4 تشرين الثاني/نوفمبر 2024", "2024-11-04"),
        ("18 تشرين الأول 2022", "2022-10-18"), ("أكتوبر 2022", "2022-10"), ("18 اكتوبر 2022م", "2022-10-18"),
        ("3 أيار 2018", "2018-05-03"), ("الثلاثاء 18 أكتوبر 2022", "2022-10-18"), ("كانون الثاني 2022", "2022-01"),
        ("4 février 2024", "2024-02-04"), ("1er février 2024", "2024-02-01"), ("4 fevr. 2024", "2024-02-04"),
        ("mardi 18 octobre 2022", "2022-10-18"), ("août 2022", "2022-08"), ("le 18 octobre 2022", "2022-10-18"),
        ("2018-5-3", "2018-05-03"), ("2018/05", "2018-05"), ("5/2018", "2018-05"), ("2018.05.03", "2018-05-03"),
        ("20170613", "2017-06-13"), ("2018 05 03", "2018-05-03"), ("2017–06–13", "2017-06-13"), ("2017−06", "2017-06"),
        ("“2017-06-13”", "2017-06-13"), ("2018.", "2018"), ("［2018］", "2018"), ("２０１７-06-13", "2017-06-13"),
        ("2017-06-13T10:00:00+05:00", "2017-06-13"), ("2017-06-13 10:00", "2017-06-13"),
        ("13 June 2017, 10h30", "2017-06-13"),
        ("Tue, 18 Oct 2022 14:30:00 +0500", "2022-10-18"), ("18 октября 2022 г., 14:30", "2022-10-18"),
        ("18 October 2022, 10:00-12:00", "2022-10-18"),
        ("about June 2017", "2017-06~"), ("c. 2017-06-13", "2017-06-13~"), ("~2017-06", "2017-06~"),
        ("2017-6~", "2017-06~"),
        ("около 2017 г.", "2017~"), ("vers juin 2017", "2017-06~"), ("حوالي 2017", "2017~"),
        ("2022-XX", "2022"), ("2022-10-XX", "2022-10"), ("2022-10-??", "2022-10"), ("2022-xx-xx", "2022"),
        ("2022-uu", "2022"),
        ("2022-W42-2", "2022-10-18"), ("2022-291", "2022-10-18"), ("2018-05~", None), ("2018", None),
    ],
)  # fmt: skip
def test_one_date_gives_its_form(text, form):
    assert readings(text).dates[0].first == form or form is None
    if form:
        assert message(text, START) == say("date-in-other-words", typed=f'"{" ".join(text.split())}"', cured=form)


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("03.05.2018", "date-in-other-words: 2018-05-03"),
        ("18.10.2022 г.", "date-in-other-words: 2022-10-18"),
        ("06/13/2017", "date-in-other-words: 2017-06-13"),
        ("13/06/2017", "date-in-other-words: 2017-06-13"),
        ("05/05/2018", "date-in-other-words: 2018-05-05"),
        ("18102022", "date-in-other-words: 2022-10-18"),
        ("20171306", "date-in-other-words: 2017-06-13"),
        ("2022-18-10", "date-not-in-calendar: 2022-10-18"),
        ("10/18/22", "date-in-other-words: 2022-10-18 22 2022"),
        ("18.10.22", "date-in-other-words: 2022-10-18 22 2022"),
        ("18 October '22", "date-in-other-words: 2022-10-18 22 2022"),
        ("18 окт. 22", "date-in-other-words: 2022-10-18 22 2022"),
        ("18.10.99", "date-in-other-words: 1999-10-18 99 1999"),
        (
            "05/03/2018",
            "date-of-several-meanings: 5 March 2018 3 May 2018; 2018-03-05 2018-05-03",
        ),
        (
            "5-3-2018",
            "date-of-several-meanings: 5 March 2018 3 May 2018; 2018-03-05 2018-05-03",
        ),
        (
            "05/03/18",
            "date-of-several-meanings: 5 March 2018 3 May 2018; 2018-03-05 2018-05-03",
        ),
        (
            "22-10-18",
            "date-of-several-meanings: 22 October 2018 18 October 2022; 2018-10-22 2022-10-18",
        ),
        (
            "05/03-06/03/2018",
            (
                "date-of-several-meanings: 5 6 March 2018 3 May 3 June 2018; "
                "start: 2018-03-05 end: 2018-03-06 start: 2018-05-03 end: 2018-06-03"
            ),
        ),
        ("18 October", "date-without-year: YYYY-10-18 YYYY"),
        (
            "18 to 19 October",
            "date-without-year: start: YYYY-10-18 end: YYYY-10-19 YYYY",
        ),
    ],
)
def test_numbers_in_another_order_give_every_date_that_they_can_mean(text, advice):
    assert said(text) == advice


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("2022-10-18?", "date-in-other-words: 2022-10-18"),
        ("2022?", "date-in-other-words: 2022"),
        ("2022-10%", "date-in-other-words: 2022-10"),
        ("2022-?10-18", "date-in-other-words: 2022-10-18"),
        ("2022-XX-18", "date-in-other-words: 2022"),
        ("2022-21", 'date-not-in-calendar: 2022 "spring"'),
        ("весна 2022", 'date-in-other-words: 2022 "spring"'),
        ("early May 2018", "date-in-other-words: 2018-05"),
        ("mid-May 2018", "date-in-other-words: 2018-05"),
        ("end of October 2022", "date-in-other-words: 2022-10"),
        ("first week of October 2022", "date-in-other-words: 2022-10"),
        ("18 October 2022 (opening)", "date-with-other-words: if 2022-10-18"),
        ("not 18 October 2022", "date-with-other-words: if 2022-10-18"),
        ("announced on 16 September 2022", "date-with-other-words: if 2022-09-16"),
        ("postponed from 18–19 October 2022", "date-with-other-words: if start: 2022-10-18 end: 2022-10-19"),
        (
            "202X",
            "span-within: 2020 2029; start: 2020 end: 2029 dating: within",
        ),
        (
            "2022-10-1X",
            ("span-within: 10 19 October 2022; start: 2022-10-10 end: 2022-10-19 dating: within"),
        ),
        (
            "Q3 2022",
            ("span-within: July September 2022; start: 2022-07 end: 2022-09 dating: within"),
        ),
        (
            "2022-W42",
            ("span-within: 17 23 October 2022; start: 2022-10-17 end: 2022-10-23 dating: within"),
        ),
        (
            "between 18 and 20 October 2022",
            ("span-within: 18 20 October 2022; start: 2022-10-18 end: 2022-10-20 dating: within"),
        ),
        (
            "18 or 20 October 2022",
            ("span-within: 18 20 October 2022; start: 2022-10-18 end: 2022-10-20 dating: within"),
        ),
        (
            "2022-10-18/..",
            ('date-without-end: start: 2022-10-18 "end"'),
        ),
        (
            "18 October 2022 – present",
            ('date-without-end: start: 2022-10-18 "end"'),
        ),
        (
            "../2022-10-19",
            ('date-only-before-or-after: "end" "undated-"'),
        ),
        (
            "before May 2018",
            ('date-only-before-or-after: "end" "undated-"'),
        ),
    ],
)
def test_what_the_notation_cannot_say_gets_the_nearest_form_and_a_word_on_what_is_lost(text, advice):
    assert said(text) == advice


@pytest.mark.parametrize(
    "text",
    [
        "TBD", "TBA", "tbc", "None", "none", "unknown", "Not known", "not yet known", "?", "??", "-", "—", "...",
        "n.d.",
        "N/D", "n/a", "s.d.", "s. d.", "sans date", "inconnue", "à confirmer", "б.д.", "б/д", "без даты", "неизвестно",
        "пока не известно", "уточняется", "номаълум", "غير معروف", "بدون تاريخ", "ongoing", "to be announced",
        "to follow",
    ],
)  # fmt: skip
def test_a_word_for_a_date_that_nobody_knows_is_left_out(text):
    assert said(text) == 'date-not-known: if "end" "undated-"'
    assert said(text, Slot("start", name="undated-talks")) == 'date-not-known: if "end"'
    assert said(text, Slot("end")) == "date-not-known"
    assert said(text, Slot("published")) == "date-not-known"
    assert said(text, Slot("updated", required=True)) == "date-not-known: 2022-10-18"


@pytest.mark.parametrize("text", ["-0044-03-15", "15 March 44 BC", "44 BCE", "44 г. до н.э.", "44 av. J.-C.", "-0001"])
def test_years_before_1_cannot_be_written(text):
    assert said(text) == ('date-before-all-years: 1 1800 2100; "end" "undated-"')


@pytest.mark.parametrize("text", ["14 October 1066", "14.10.1066", "14 октября 1066 г.", "14–15 October 1066"])
def test_years_of_another_time_are_named(text):
    assert said(text) == "date-of-another-time: 1066; 1800 2100 2018"


@pytest.mark.parametrize(
    ("text", "days"),
    [("29 February 2023", "2023-02-01 to 2023-02-28"), ("31.11.2021", "2021-11-01 to 2021-11-30")],
)
def test_a_day_that_its_month_does_not_have_is_not_guessed(text, days):
    assert said(text) == f"date-not-in-calendar: {days.replace(' to', '')}"


@pytest.mark.parametrize(
    "text",
    [
        "week of 17 October 2022", "w/c 17 October 2022", "weekend of 15 October 2022", "неделя с 17 октября 2022",
        "semaine du 17 octobre 2022", "posted 03/04/2022",
        "soon", "13/13/2017", "12:30", "18 October 2022 bis 19 October 2022", "19–18 October 2022", "44852",
        "3rd Dushanbe conference, October 2022", "spring/summer 2022", "18 - 19 - 10 - 2022", "x" * 1_000,
    ],
)  # fmt: skip
def test_what_cannot_be_read_gets_the_notation_and_no_guess(text):
    said_of = message(text, START)
    assert said_of.code == "date-not-understood"
    assert values(said_of).endswith('; 2022-10-18 2022-10 2022; "about"')


@pytest.mark.parametrize("text", ["2018-13", "2018-02-30", "0000", "2022-99-99"])
def test_of_a_date_in_the_notation_its_own_fault_is_told(text):
    assert message(text, START) is None


@pytest.mark.parametrize(
    ("text", "slot", "advice"),
    [
        (
            "18–19 October 2022",
            Slot("published"),
            'span-for-one-date: "published"; 2022-10-18 2022-10-19 2022-10',
        ),
        (
            "18–19 October 2022",
            Slot("updated", required=True),
            'span-for-one-date: "updated"; 2022-10-18 2022-10-19',
        ),
        (
            "202X",
            Slot("published"),
            'span-for-one-date: 2020 2029 "published"',
        ),
        (
            "2022-10-1X",
            Slot("date"),
            'span-for-one-date: 10 19 October 2022 "date"; 2022-10',
        ),
        ("spring 2022", Slot("published"), 'date-in-other-words: 2022 "spring"'),
        ("18 October", Slot("start", name="2022-a"), "date-without-year: 2022-10-18 2022"),
        ("18 October", Slot("published", name="a-2022"), "date-without-year: YYYY-10-18 YYYY"),
        ("soon", Slot("on", required=True), f"date-not-understood-but-required: {values(NOTATION)}"),
    ],
)
def test_a_key_that_takes_one_date_gets_one(text, slot, advice):
    assert said(text, slot) == advice


LANGUAGES = {
    "en": MONTHS[1:],
    "ru": (
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
        "декабря",
    ),
    "tg": (
        "январи", "феврали", "марти", "апрели", "майи", "июни", "июли", "августи", "сентябри", "октябри", "ноябри",
        "декабри",
    ),
    "fr": (
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
    ),
    "ar": (
        "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
    ),
    "ar-sy": (
        "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني",
        "كانون الأول",
    ),
}  # fmt: skip
DAYS = st.dates(date(1990, 1, 1), date(2049, 12, 31))
SPANS = {
    "en": "from {0} {1} {2} to {3} {4} {5}", "ru": "с {0} {1} {2} г. по {3} {4} {5} года",
    "tg": "аз {0} {1} соли {2} то {3} {4} соли {5}", "fr": "du {0} {1} {2} au {3} {4} {5}",
    "ar": "من {0} {1} {2} إلى {3} {4} {5}", "ar-sy": "{0} {1} {2} – {3} {4} {5}",
}  # fmt: skip


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(day=DAYS, language=st.sampled_from(sorted(LANGUAGES)), arabic=st.booleans())
def test_every_day_is_read_in_every_language(day, language, arabic):
    text = f"{day.day} {LANGUAGES[language][day.month - 1]} {day.year}"
    if arabic:
        text = text.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    assert [one.first for one in readings(text).dates] == [day.isoformat()]


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(day=DAYS, days=st.integers(1, 400), language=st.sampled_from(sorted(LANGUAGES)))
def test_every_span_is_read_in_every_language(day, days, language):
    last = day + timedelta(days=days)
    names = LANGUAGES[language]
    text = SPANS[language].format(day.day, names[day.month - 1], day.year, last.day, names[last.month - 1], last.year)
    (reading,) = readings(text).dates
    assert (reading.first, reading.last, reading.within) == (day.isoformat(), last.isoformat(), False)


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(
    text=st.lists(
        st.sampled_from(
            [
                "18",
                "19",
                "5",
                "3",
                "2022",
                "22",
                "October",
                "мая",
                "-",
                "/",
                ".",
                ",",
                " ",
                " to ",
                "XX",
                "?",
                "~",
                "10:00",
            ]
        ),
        max_size=8,
    ).map("".join)
)
def test_whatever_is_advised_is_a_date(text):
    for reading in readings(text).dates:
        for form in filter(None, (reading.first, reading.last)):
            assert str(PartialDate.parse(form.replace("YYYY", "2000"))) == form.replace("YYYY", "2000")
        assert reading.first <= (reading.last or reading.first)
