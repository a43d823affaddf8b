"""Addresses as they arrive: certain parts are read, others are reported, and no known value is taken for another."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.words.pasted import FOREIGN, FOREIGN_BEGIN, read

KNOWN = {
    "year": {str(year): str(year) for year in range(2017, 2025)},
    "organizer": {
        "osce": "OSCE", "eu": "EU", "un": "UN", "unoct": "UNOCT", "unodc": "UNODC", "saudi-arabia": "Saudi Arabia",
        "tajikistan": "Tajikistan", "uzbekistan": "Uzbekistan", "csce": "",
    },
    "event": {"2018-dushanbe": "Dushanbe 2018", "2022-dushanbe": "Dushanbe 2022", "2022-side-undp": "UNDP side event"},
    "at": {"osce": "osce", "figure-delegates": "figure-delegates"},
    "page": {"explore": "Explore", "quality": "Data quality"},
}  # fmt: skip
SEVERAL = ("year", "organizer")


def understood(**given: str | list[str]):
    return read(
        {name: [value] if isinstance(value, str) else value for name, value in given.items()},
        KNOWN, several=SEVERAL, free=("q",),
    )  # fmt: skip


def test_what_others_add_is_passed_over():
    names = [*sorted(FOREIGN), *(f"{begin}x" for begin in FOREIGN_BEGIN), "UTM_Source", "amp;gclid"]
    found = {name: understood(**{name: "x", "event": "2022-dushanbe"}) for name in names}
    assert {name: read for name, read in found.items() if read != ({"event": ["2022-dushanbe"]}, [])} == {}


def test_nothing_of_ours_is_taken_for_what_others_add():
    ours = {*KNOWN, "q", "role", "kind", "weight", "together", "columns", "sort", "order", "from", "to", "question"}
    assert not ours & FOREIGN
    assert not [name for name in ours if name.startswith(FOREIGN_BEGIN)]


@pytest.mark.parametrize("value", ["-2018", " -2018", "\u22122018", "\u20132018"])
def test_a_number_below_zero_is_not_the_one_above(value):
    query, (strange,) = understood(year=value)
    assert query == {}
    assert (strange.name, strange.value, strange.meant) == ("year", value, (("year", "2018"),))


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ({"amp;at": "osce"}, {"at": ["osce"]}),
        ({"amp;amp;at": "osce", "amp": ""}, {"at": ["osce"]}),
        ({"event": "2022-dushanbe", "gt;": ""}, {"event": ["2022-dushanbe"]}),
        ({"event": "2022-dushanbe", "quot;": "", "nbsp": ""}, {"event": ["2022-dushanbe"]}),
        ({"event": "2022-dushanbe&at=osce"}, {"event": ["2022-dushanbe"], "at": ["osce"]}),
        ({"amp;event": "2022-dushanbe&amp;at=osce&amp;utm_x=1"}, {"event": ["2022-dushanbe"], "at": ["osce"]}),
        ({"year": ["2018&year=2022", "2019"]}, {"year": ["2018", "2022", "2019"]}),
        ({"event": "3D2022-dushanbe", "year": "3d2022"}, {"event": ["2022-dushanbe"], "year": ["2022"]}),
        ({"q": "a&year=2022"}, {"q": ["a&year=2022"]}),
        ({"EVENT": "2022-dushanbe"}, {"event": ["2022-dushanbe"]}),
        ({" Event ": "2022-dushanbe"}, {"event": ["2022-dushanbe"]}),
        ({"event": "2022-dushanbe."}, {"event": ["2022-dushanbe"]}),
        ({"event": "2022-dushanbe)"}, {"event": ["2022-dushanbe"]}),
        ({"event": "2022-dushanbe "}, {"event": ["2022-dushanbe"]}),
        ({"event": "“2022-dushanbe”,"}, {"event": ["2022-dushanbe"]}),
        ({"event": "<2022-dushanbe>"}, {"event": ["2022-dushanbe"]}),
        ({"event": "2022-Dushanbe"}, {"event": ["2022-dushanbe"]}),
        ({"event": "2022–dushanbe"}, {"event": ["2022-dushanbe"]}),
        ({"event": "2022\u2011dushanbe\u200b"}, {"event": ["2022-dushanbe"]}),
        ({"event": "2022_dushanbe"}, {"event": ["2022-dushanbe"]}),
        ({"event": "Dushanbe 2022"}, {"event": ["2022-dushanbe"]}),
        ({"year": "2018,2022"}, {"year": ["2018", "2022"]}),
        ({"year": "2018, 2022."}, {"year": ["2018", "2022"]}),
        ({"year": "2018 2022"}, {"year": ["2018", "2022"]}),
        ({"year": "２０２２"}, {"year": ["2022"]}),
        ({"organizer": "OSCE"}, {"organizer": ["osce"]}),
        ({"organizer": "osce,eu"}, {"organizer": ["osce", "eu"]}),
        ({"organizer": "OSCE;EU|UN"}, {"organizer": ["osce", "eu", "un"]}),
        ({"organizer": "Saudi Arabia, EU"}, {"organizer": ["saudi-arabia", "eu"]}),
        ({"organizer": ["osce", "EU"]}, {"organizer": ["osce", "eu"]}),
        ({"organizer": "csce"}, {"organizer": ["csce"]}),
        ({"organizer": "", "year": " "}, {}),
        ({"page": "Data quality"}, {"page": ["quality"]}),
        ({"Q": "A & B,"}, {"q": ["A & B,"]}),
    ],
)
def test_what_is_certain_is_read(given, meant):
    assert understood(**given) == (meant, [])


@pytest.mark.parametrize(
    ("years", "words"),
    [
        ((2018,), "2018"),
        ((2022, 2018), "2018 and 2022"),
        ((1850, 2019, 2020, 2022, 2023, 2024), "1850, 2019, 2020 and 2022 to 2024"),
        (range(1900, 2000, 2), "50 of the 99 years from 1900 to 1998"),
    ],
)
def test_years_without_events_are_not_among_those_that_are_named(years, words):
    _, (strange,) = read({"year": ["1700"]}, {"year": {str(year): str(year) for year in years}})
    assert strange.words() == f'year "1700" is not known; there are events in {words}.'


@pytest.mark.parametrize(
    ("given", "kept", "meant", "words"),
    [
        ({"year": "22"}, {}, [()], 'year "22" is not known; there are events in 2017 to 2024.'),
        ({"year": "2031"}, {}, [()], 'year "2031" is not known; there are events in 2017 to 2024.'),
        (
            {"organizer": "osec"}, {}, [(("organizer", "osce"),)],
            'organizer "osec" is not known; if you meant "osce", write that.',
        ),
        (
            {"organizer": "unocd"}, {}, [(("organizer", "unoct"), ("organizer", "unodc"))],
            'organizer "unocd" is not known; if you meant "unoct" or "unodc", write that.',
        ),
        (
            {"organizer": "osce, nato"}, {"organizer": ["osce"]}, [()],
            'organizer "nato" is not known; write one of: osce, eu, un, unoct, unodc, saudi-arabia, tajikistan, '
            "uzbekistan.",
        ),
        (
            {"event": "2022-dushambe"}, {}, [(("event", "2022-dushanbe"),)],
            'event "2022-dushambe" is not known; if you meant "2022-dushanbe", write that.',
        ),
        (
            {"event": "2018-dushanbe,2022-dushanbe"}, {}, [(("event", "2018-dushanbe"), ("event", "2022-dushanbe"))],
            'event "2018-dushanbe,2022-dushanbe" is not known; if you meant "2018-dushanbe" or "2022-dushanbe", '
            "write that.",
        ),
        (
            {"evnt": "2022-dushanbe"}, {}, [(("event", "2022-dushanbe"),)],
            '"evnt" is not a parameter; if you meant "event", write that.',
        ),
        ({"evnt": "x"}, {}, [()], '"evnt" is not a parameter.'),
        ({"colour": "red"}, {}, [()], '"colour" is not a parameter.'),
    ],
)  # fmt: skip
def test_what_is_not_certain_is_said_with_what_may_be_meant(given, kept, meant, words):
    query, strange = understood(**given)
    assert query == kept
    assert [one.meant for one in strange] == meant
    assert strange[0].words() == words


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("event", "2023-dushanbe"), ("event", "2022-10-dushanbe"), ("organizer", "kazakhstan"), ("organizer", "ec"),
        ("year", "202"), ("organizer", "eo"), ("page", "Quality of wine"), ("at", "figure-200"),
    ],
)  # fmt: skip
def test_nothing_of_another_meaning_is_proposed(name, value):
    query, (strange,) = understood(**{name: value})
    assert (query, strange.meant) == ({}, ())


@settings(deadline=None, max_examples=200, derandomize=True)
@given(
    st.dictionaries(
        st.sampled_from([*KNOWN, "q", "EVENT", "amp;year", "utm_x", "evnt"]),
        st.lists(st.text(max_size=12) | st.sampled_from(["osce", "2022", "EU,UN", "2022-dushanbe."]), max_size=3),
    )
)
def test_whatever_is_given_only_known_values_come_out(given):
    query, strange = understood(**given)
    for name, values in query.items():
        assert name == "q" or set(values) <= set(KNOWN[name])
    for one in strange:
        assert "\n" not in one.words()
        assert all(value in KNOWN[name] or name == "q" for name, value in one.meant)


@pytest.mark.parametrize("name", KNOWN)
def test_a_known_value_is_never_taken_for_another(name):
    for value in KNOWN[name]:
        assert understood(**{name: value}) == ({name: [value]}, [])
