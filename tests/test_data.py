"""The real data and the example load and break no rule; the data holds what the first report said, without the rest."""

import re

import pytest

from dashboard import checks, store
from dashboard.records.dates import PartialDate
from dashboard.records.kinds import LASTING
from dashboard.records.model import ORGANIZING, Dataset
from dashboard.records.succession import aliases, lasting
from tests import real
from tests.real import DATA, DATASET

FIRST = DATASET.changes["record 1"]
"""The entry of the first publication. What came later is for `check` and the guard; here it is free to come and go."""

# What Asia-Plus reported on 18 October 2022: the article from which this collection began.
TITLES = {
    "2018-dushanbe": "Countering Terrorism and Preventing Violent Extremism",
    "2019-dushanbe": (
        "International and Regional Cooperation on Countering Terrorism and its Financing "
        "Through Illicit Drug Trafficking and Organized Crime"
    ),
    "2022-dushanbe": (
        "International and Regional Border Security and Management Cooperation to Counter Terrorism "
        "and Prevent the Movement of Terrorists"
    ),
}
DATES = {
    "2018-dushanbe": ("2018-05-03", "2018-05-04"),
    "2019-dushanbe": ("2019-05-16", "2019-05-17"),
    "2022-dushanbe": ("2022-10-18", "2022-10-19"),
}
ORGANIZERS = {
    "2018-dushanbe": {"tajikistan", "un", "osce", "eu"},
    "2019-dushanbe": {"unoct"},
    "2022-dushanbe": {"tajikistan", "unoct", "unrcca", "osce", "eu", "saudi-arabia", "qatar"},
}
AIMS = (
    "bilateral",
    "sub-regional",
    "regional",
    "international",
    "customs",
    "foreign terrorist fighters",
    "small arms",
    "light weapons",
    "conventional ammunition",
    "explosives",
    "nuclear",
    "chemical",
    "biological",
    "radiological",
    "criminal justice",
    "sharing of information",
    "humanitarian law",
    "human rights law",
    "refugee law",
)
PEOPLE = ("Emomali Rahmon", "Vladimir Voronkov")
DECLARATION = (
    "Dushanbe Declaration on Border Security and Management Cooperation to Counter Terrorism "
    "and Prevent the Movement of Terrorists"
)
# What a web page puts below an article: headlines of other reports, and its navigation.
SURROUNDINGS = (
    "Taliban establish new office",
    "jihadi values",
    "exemption of visa requirements",
    "Biden asks Congress",
    "new educational institutions and social facilities",
    "treatment of Tajik migrants in Russia",
    "Tarona's tragic death",
    "Kazakhstan's largest economic partner",
    "Ex-Bank of China head",
    "Without migrants, Russia's economy",
    "fake air tickets",
    "All news",
    "Авторизуйтесь, пожалуйста",
)


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    """The real dataset."""
    return DATASET


def plain(text: str) -> str:
    """Fold capitals, white space and quotation marks, in which copies of one text differ."""
    return " ".join(re.sub("[‘’ʼ`]", "'", re.sub("[“”«»]", '"', text)).casefold().split())


def named_in(text: str, dataset: Dataset) -> set[str]:
    """Give the organizers a text names as whole words; a longer name hides the shorter ones in it."""
    owners = {
        name: organizer.id
        for organizer in dataset.organizers.values()
        for name in (organizer.name, organizer.short_name, *organizer.other_names)
    }
    longest_first = "|".join(re.escape(name) for name in sorted(owners, key=len, reverse=True))
    return {owners[match[0]] for match in re.finditer(rf"(?<!\w)(?:{longest_first})(?!\w)", text)}


@pytest.mark.parametrize("folder", real.FOLDERS)
def test_it_loads_and_breaks_no_rule(folder):
    reading, problems = store.load(folder)
    assert [str(problem) for problem in (*problems, *checks.check(reading)) if problem.level == "error"] == []


def test_the_example_has_no_warning_either():
    reading, problems = store.load(real.EXAMPLE_DATA)
    assert [str(problem) for problem in (*problems, *checks.check(reading))] == []


def test_the_example_is_a_series_with_all_that_a_series_has():
    dataset = real.EXAMPLE.dataset
    conferences = [event for event in dataset.events.values() if event.kind == "conference"]
    assert [event.edition for event in conferences] == [*range(1, 10)]
    assert len(dataset.events) >= 12 and len(dataset.organizers) >= 5 and dataset.disputes and dataset.mirrors
    assert {event.kind for event in dataset.events.values()} >= {"conference", "declaration", "preparation"}
    assert {source.language for source in dataset.sources.values()} >= {"en", "ru", "fr", "ar"}
    assert dataset.events.keys() == dataset.articles.keys()


def test_nothing_of_the_first_publication_is_lost(dataset):
    named = {file: getattr(FIRST, file.removesuffix(".yaml")) for file in LASTING}
    assert [len(names) for names in named.values()] == [42, 16, 135, 12]
    for file, names in named.items():
        assert set(names) <= {*lasting(dataset, file), *aliases(dataset, file)}


@pytest.mark.parametrize("of", real.SNAPSHOTS)
def test_every_event_has_sources_and_an_article_that_names_its_organizers(of):
    dataset, first = of.dataset, of.dataset.changes["record 1"].events
    for event_id in (event_id for event_id in dataset.events if event_id in first):
        event = dataset.events[event_id]
        assert event.sources
        assert event_id in dataset.articles
        marked = {role.organizer for role in event.roles}
        assert marked - named_in(dataset.articles[event_id].text, dataset) == set(), event_id


@pytest.mark.parametrize("of", real.SNAPSHOTS)
def test_the_names_of_an_organizer_lead_to_it_alone(of):
    for organizer in of.dataset.organizers.values():
        for name in (organizer.name, organizer.short_name, *organizer.other_names):
            assert named_in(name, of.dataset) == {organizer.id}


@pytest.mark.parametrize("event_id", TITLES)
def test_the_conferences_of_the_first_report_are_there(dataset, event_id):
    event = dataset.events[event_id]
    start, end = (PartialDate.parse(day) for day in DATES[event_id])
    assert plain(TITLES[event_id]) in plain(event.title)
    assert (event.kind, event.weight, event.city, event.country) == ("conference", "main", "Dushanbe", "Tajikistan")
    assert (event.start, event.end, event.dating) == (start, end, "held"), (
        "the first report gives other days; if it is wrong, say so in data/disputes.yaml, and correct DATES above"
    )
    assert {role.organizer for role in event.roles if role.role in ORGANIZING} >= ORGANIZERS[event_id]
    assert "asiaplus-2022-10-18" in event.sources


def test_its_source_is_there(dataset):
    source = dataset.sources["asiaplus-2022-10-18"]
    assert (source.publisher, str(source.published), source.language) == ("Asia-Plus", "2022-10-18", "en")


@pytest.mark.parametrize("aim", AIMS)
def test_the_aims_of_2022_are_in_its_article(dataset, aim):
    assert re.search(rf"\b{re.escape(aim)}\b", dataset.articles["2022-dushanbe"].text)


def test_its_people_and_its_declaration_are_there(dataset):
    conference = dataset.events["2022-dushanbe"]
    assert {person.name for person in conference.people} >= {*PEOPLE}
    assert DECLARATION in {outcome.title for outcome in conference.outcomes}
    declaration = dataset.events["2022-declaration"]
    assert (declaration.title, declaration.kind, declaration.parent) == (DECLARATION, "declaration", "2022-dushanbe")
    for name in (*PEOPLE, DECLARATION):
        assert name in dataset.articles["2022-dushanbe"].text


def test_the_process_begins_in_may_2018_with_the_first_conference(dataset):
    assert "Dushanbe Process" in dataset.process.name
    assert "May 2018" in dataset.process.summary
    assert dataset.events["2018-dushanbe"].edition == 1
    editions = [event.edition for event in dataset.events.values() if event.kind == "conference"]
    assert editions == [*range(1, len(editions) + 1)] and len(editions) >= 4


@pytest.mark.parametrize("line", SURROUNDINGS)
def test_nothing_that_stood_around_the_report_is_here(line):
    # A reader may keep publishers' own pages in `originals`; that folder is not part of the collection.
    paths = [path for path in DATA.rglob("*") if path.is_file() and "originals" not in path.parts]
    words = re.compile(rf"\b{re.escape(plain(line))}\b")
    assert [path.name for path in paths if words.search(plain(path.read_text(encoding="utf-8")))] == []
