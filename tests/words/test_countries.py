"""Countries by their names."""

import pytest

from dashboard.words.countries import _STATES, _codes, country_code, is_state


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Tajikistan", "tj"),
        ("United States", "us"),
        (" saudi arabia ", "sa"),
        ("Central Asia", ""),
        ("world", ""),
        ("", ""),
    ],
)
def test_only_a_name_of_a_country_gives_a_code(name, code):
    assert country_code(name) == code


def test_the_states_are_the_members_and_two_observers_of_the_united_nations():
    states = _STATES.split()
    assert len(states) == len(set(states)) == 193 + 2
    assert set(states) <= set(_codes().values())


@pytest.mark.parametrize("name", ["Tajikistan", "austria", " Türkiye ", "Côte d’Ivoire", "Vatican City"])
def test_a_state_is_known_by_its_name_in_any_capitals(name):
    assert is_state(name)


@pytest.mark.parametrize("name", ["European Union", "United Nations", "Greenland", "AT", "Vienna", ""])
def test_no_union_territory_or_code_is_a_state(name):
    assert not is_state(name)
