"""No advice on an id leads to another record: tried with all ids of the real data, all countries and many bodies."""

import random
import re
import string
from dataclasses import replace

import pytest

from dashboard import store
from dashboard.checks import references
from dashboard.checks.whereabouts import Whereabouts
from dashboard.words.spelling import Words, if_meant
from tests.store.test_mistakes import DATA
from tests.told import values

READING, _ = store.load(DATA)
DATASET = READING.dataset
IDS = {
    "events.yaml": [*DATASET.events],
    "organizers.yaml": [*DATASET.organizers],
    "sources.yaml": [*DATASET.sources],
    "disputes.yaml": [*DATASET.disputes],
}
WHEREABOUTS = {file: Whereabouts(READING, file) for file in IDS}
WORDS = re.compile("[a-z]+")
MEANT = if_meant("typed", ["meant"]).partition('"')[0]
"""The beginning of the advice that a mistyped id may mean another."""

COUNTRIES = """
Afghanistan, Albania, Algeria, Andorra, Angola, Antigua and Barbuda, Argentina, Armenia, Australia, Austria, Azerbaijan,
Bahamas, Bahrain, Bangladesh, Barbados, Belarus, Belgium, Belize, Benin, Bhutan, Bolivia, Bosnia and Herzegovina,
Botswana, Brazil, Brunei, Bulgaria, Burkina Faso, Burundi, Cabo Verde, Cambodia, Cameroon, Canada, Central African
Republic, Chad, Chile, China, Colombia, Comoros, Congo, Costa Rica, Croatia, Cuba, Cyprus, Czechia, Czech Republic,
Democratic Republic of the Congo, Denmark, Djibouti, Dominica, Dominican Republic, Ecuador, Egypt, El Salvador,
Equatorial Guinea, Eritrea, Estonia, Eswatini, Ethiopia, Fiji, Finland, France, Gabon, Gambia, Georgia, Germany, Ghana,
Greece, Grenada, Guatemala, Guinea, Guinea-Bissau, Guyana, Haiti, Holy See, Honduras, Hungary, Iceland, India,
Indonesia, Iran, Iraq, Ireland, Israel, Italy, Ivory Coast, Jamaica, Japan, Jordan, Kazakhstan, Kenya, Kiribati, Kosovo,
Kuwait, Kyrgyzstan, Laos, Latvia, Lebanon, Lesotho, Liberia, Libya, Liechtenstein, Lithuania, Luxembourg, Madagascar,
Malawi, Malaysia, Maldives, Mali, Malta, Marshall Islands, Mauritania, Mauritius, Mexico, Micronesia, Moldova, Monaco,
Mongolia, Montenegro, Morocco, Mozambique, Myanmar, Namibia, Nauru, Nepal, Netherlands, New Zealand, Nicaragua, Niger,
Nigeria, North Korea, North Macedonia, Norway, Oman, Pakistan, Palau, Palestine, Panama, Papua New Guinea, Paraguay,
Peru, Philippines, Poland, Portugal, Qatar, Romania, Russia, Rwanda, Saint Kitts and Nevis, Saint Lucia, Saint Vincent,
Samoa, San Marino, Sao Tome and Principe, Saudi Arabia, Senegal, Serbia, Seychelles, Sierra Leone, Singapore, Slovakia,
Slovenia, Solomon Islands, Somalia, South Africa, South Korea, South Sudan, Spain, Sri Lanka, Sudan, Suriname, Sweden,
Switzerland, Syria, Taiwan, Tajikistan, Tanzania, Thailand, Timor-Leste, Togo, Tonga, Trinidad and Tobago, Tunisia,
Turkey, Turkmenistan, Tuvalu, Uganda, Ukraine, United Arab Emirates, United Kingdom, United States, Uruguay, Uzbekistan,
Vanuatu, Venezuela, Vietnam, Yemen, Zambia, Zimbabwe
"""
BODIES = """
adb aiib apec asean au cica cis coe csto ctc cted ctitf eaeu eag ebrd ecb eco ecosoc ecowas eeas escap eu europol fao
fatf frontex gcc gcerf gctf iaea icao icc icj icrc idb ifc ifrc iiim ilo imf imo interpol iom irena isdb itu jica kfw
nam nato oas ocha odihr oecd ohchr oic opcw opec osce osce-odihr sco tajikistan-mfa uae uk un uncct unctad undp undrr
unece unep unesco unfpa unga unhcr unicef unicri unidir unido unitad unitar unmik unoct unodc unops unrcca unrwa unsc
unssc unwto usa usaid wb wco wfp who wmo wto
"""
NAMES = sorted({re.sub(r"[^a-z]+", "-", name.strip().lower()) for name in COUNTRIES.split(",")} | {*BODIES.split()})


def orders(message: str) -> list[str]:
    """Give the ids that a message says must be written, without a condition."""
    ordered = [part for part in message.split("; ") if not part.startswith("if ")]
    return [name for part in ordered for name in re.findall(r'write "([^"]+)"', part)]


def digits_changed(name: str) -> list[str]:
    """Give an id with each of its digits changed by one, and with each two neighbours exchanged."""
    ones = [
        name[:at] + str((int(name[at]) + step) % 10) + name[at + 1 :]
        for at, sign in enumerate(name)
        if sign.isdigit()
        for step in (1, 9)
    ]
    pairs = [name[:at] + name[at + 1] + name[at] + name[at + 2 :] for at in range(len(name) - 1)]
    return [*ones, *(pair for pair in pairs if re.findall(r"\d", pair) != re.findall(r"\d", name))]


def slip(name: str, chance: random.Random) -> str:
    """Spoil one letter of an id: leave it out, double it, replace it, or exchange it with the next."""
    at = chance.choice([at for at, sign in enumerate(name) if sign.isalpha()])
    how = chance.choice(["missing", "double", "other", "exchanged"])
    if how == "exchanged":
        following = name[at + 1 : at + 2]
        return name[:at] + following + name[at] + name[at + 2 :] if following.isalpha() else name
    put = {"missing": "", "double": name[at] * 2, "other": chance.choice(string.ascii_lowercase)}[how]
    return name[:at] + put + name[at + 1 :]


def test_a_country_or_a_body_is_no_slip_for_another():
    unknown = [name for name in NAMES if name not in DATASET.organizers]
    told = {name: WHEREABOUTS["organizers.yaml"].message(name) for name in unknown}
    assert {name: (message.code, values(message)) for name, message in told.items()} == {
        name: ("id-unknown", f'"{name}" organizers.yaml; organizers.yaml') for name in unknown
    }


def test_of_all_countries_and_bodies_none_is_a_slip_for_another():
    known = Words(NAMES)
    for name in NAMES:
        others = Words(other for other in NAMES if other != name)
        assert others.slips(name) == [], name
        assert known.slips(name) == [name]


@pytest.mark.parametrize("file", IDS)
def test_another_number_is_another_thing(file):
    for name in IDS[file]:
        for typed in digits_changed(name):
            if typed not in IDS[file]:
                message = WHEREABOUTS[file].message(typed)
                assert orders(message) == [], message
                assert message.code in ("id-unknown", "id-unknown-perhaps-another"), message
                assert f'"{typed}" {file}; {file}' in values(message)
                assert MEANT not in message, message


def test_another_day_of_a_publisher_is_another_report():
    for name in IDS["sources.yaml"]:
        publisher = re.sub(r"-?\d.*", "", name)
        for day in ("2026-11-20", "2022-10-17", "2018-05-02"):
            message = WHEREABOUTS["sources.yaml"].message(f"{publisher}-{day}")
            assert orders(message) == [], message
            assert MEANT not in message, message


@pytest.mark.parametrize("file", IDS)
@pytest.mark.parametrize("number", [1, 2])
def test_a_slip_of_one_or_two_letters_is_found_or_said_to_be_one_of_several(file, number):
    chance = random.Random(f"{file} {number}")
    right = {word for name in IDS[file] for word in WORDS.findall(name)}
    for name in IDS[file]:
        for _ in range(40):
            typed = name
            for _ in range(number):
                typed = slip(typed, chance)
            # Of "un", one letter is half of it; and "mfa-qatar" is made of words that are right, as is "mofa-qatar".
            other = set(WORDS.findall(typed)) - set(WORDS.findall(name))
            if sum(map(str.isalpha, typed)) <= 2 * number or other <= right | {*NAMES}:
                continue
            message = WHEREABOUTS[file].message(typed)
            assert f'"{name}"' in message, message
            assert orders(message) == [], message


@pytest.mark.parametrize(
    ("file", "old", "new"), [("events.yaml", "2022-09-new-york", "2022-09-newyork"), ("organizers.yaml", "eu", "eeu")]
)
def test_a_changed_id_is_never_led_back_to_itself(file, old, new):
    key = file.removesuffix(".yaml")
    records = {new if name == old else name: record for name, record in getattr(DATASET, key).items()}
    renamed = {name: record.model_copy(update={"id": name}) for name, record in records.items()}
    places = {path: place for path, place in READING.places.items() if path[:2] != (file, old)}
    spoiled = replace(READING, dataset=replace(DATASET, **{key: renamed}), places=places)
    told = [one.message for one in references.ids_are_known(spoiled) if f'"{old}"' in one.message]
    assert told
    assert not [message for message in told if f'write "{old}"' in message]
