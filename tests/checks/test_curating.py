"""What the check reports to a curator of the real data who copies, renames, moves or deletes a record."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from dashboard import checks
from dashboard.curation.reports import shortened
from tests.store.test_mistakes import DATA
from tests.told import in_short


def renamed(old: str, file: str, cure: str) -> str:
    """Write the problem of an id that perhaps was changed: what to write, and what to add if it was deleted."""
    return f'id-lost-perhaps-renamed: "{old}" {file}; if {cure}; if "withdrawn"'


class Files:
    """A copy of the real data, in which texts and records are changed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.found: dict[date | None, list[str]] = {}

    def text(self, file: str) -> str:
        return (self.folder / file).read_text(encoding="utf-8")

    def record(self, file: str, name: str) -> str:
        """Give the text of one record."""
        return re.search(rf"^- id: {name}\n.*?(?=^- id: |\Z)", self.text(file), re.MULTILINE | re.DOTALL)[0]

    def write(self, file: str, text: str) -> None:
        self.found.clear()
        (self.folder / file).write_text(text, encoding="utf-8")

    def replace(self, file: str, old: str, new: str) -> None:
        text = self.text(file)
        assert old in text
        self.write(file, text.replace(old, new, 1))

    def append(self, file: str, record: str) -> None:
        self.write(file, f"{self.text(file).rstrip()}\n\n{record}")

    def told(self, today: date | None = None) -> list[str]:
        """Give in short what `check` prints, without the folder; it runs again only after a file was written."""
        if today not in self.found:
            _, problems = checks.read(self.folder, today=today)
            lines = (in_short(one) + " (warning)" * (one.level == "warning") for one in shortened(problems))
            self.found[today] = [line.removeprefix("data/") for line in lines]
        return self.found[today]

    def messages(self, begin: str = "", today: date | None = None) -> list[str]:
        """Give the codes of the problems, with what their messages name, in files whose names begin so."""
        return [line.split(": ", 2)[2] for line in self.told(today) if line.startswith(begin)]


@pytest.fixture
def real(tmp_path: Path) -> Files:
    left = shutil.ignore_patterns("originals", "schema", "template.yaml")
    return Files(Path(shutil.copytree(DATA, tmp_path / "data", ignore=left)))


def test_a_copied_event_whose_days_were_forgotten_is_not_led_to_the_id_of_the_first(real):
    copied = real.record("events.yaml", "2022-09-new-york").replace("id: 2022-", "id: 2026-")
    real.append("events.yaml", copied.replace("label: ", "label: Again "))
    assert real.messages("events.yaml")[0] == (
        'id-of-another-year: 2022 "2026-09-new-york"; "2022-09-new-york" 2022- "2022-09-new-york"'
    )


def test_a_start_of_another_year_may_be_wrong_itself_and_a_published_id_stays_an_alias(real):
    event = real.record("events.yaml", "2024-kuwait")
    real.replace("events.yaml", event, event.replace("start: 2024-", "start: 2042-"))
    assert real.messages("events.yaml")[0] == ('id-of-another-year: 2042 "2024-kuwait"; 2042- "aliases: [2024-kuwait]"')


def test_a_copied_event_whose_id_was_forgotten_is_told_so(real):
    line = real.text("events.yaml").split("\n").index("- id: 2022-dushanbe") + 1
    real.append("events.yaml", real.record("events.yaml", "2022-dushanbe"))
    first = f'record-id-taken: "2022-dushanbe" {line}'
    assert real.messages("events.yaml")[0] == first


def test_of_a_copied_conference_errors_come_first_and_silent_sources_are_one_line(real):
    copied = real.record("events.yaml", "2022-dushanbe").replace("- id: 2022-", "- id: 2026-")
    real.append("events.yaml", copied.replace("start: 2022-", "start: 2026-").replace("end: 2022-", "end: 2026-"))
    told = real.messages()
    assert told[:2] == [
        'label-taken: "Dushanbe 2022" "2022-dushanbe"',
        'edition-taken: "2022-dushanbe" 3',
    ]
    silent = [message for message in told if message.startswith("sources-silent")]
    assert len(silent) == 1
    assert re.fullmatch(r'sources-silent: sources.yaml "[\w-]+" \d\d; "says" \(warning\)', silent[0])


def test_a_new_source_that_is_cited_before_it_is_there_is_to_be_added(real):
    real.replace("events.yaml", "tvt-2022-09-21", "asiaplus-2022-09-20")
    assert real.messages("events.yaml") == [
        ('id-unknown-perhaps-another: "asiaplus-2022-09-20" sources.yaml; sources.yaml; if "asiaplus-2022-10-18"')
    ]
    real.replace("events.yaml", "asiaplus-2022-09-20", "tass-2026-11-20")
    assert real.messages("events.yaml") == [
        ('id-unknown-perhaps-another: "tass-2026-11-20" sources.yaml; sources.yaml; if "tass-2025-10-23"')
    ]


@pytest.mark.parametrize("name", ["kazakhstan", "pakistan", "interpol", "cis", "sco", "kyrgyzstan", "tajikistan-mfa"])
def test_an_organizer_that_is_not_there_is_to_be_added(real, name):
    real.replace("events.yaml", "organizer: uzbekistan", f"organizer: {name}")
    assert real.messages("events.yaml") == [f'id-unknown: "{name}" organizers.yaml; organizers.yaml']


@pytest.mark.parametrize(
    "written", ["osce, eu", "osce and eu", "osce/eu", "[osce, eu]", "OSCE and the EU", "osce + eu"]
)
def test_two_organizers_in_one_role_stay_two(real, written):
    real.replace("events.yaml", "organizer: osce\n", f"organizer: {written}\n")
    assert real.messages("events.yaml") == [f'entry-of-several-records: "{written}"; "osce" "eu"']


def test_an_address_in_the_place_of_a_source_leads_to_the_source(real):
    url = re.search(r"url: (\S+)", real.record("sources.yaml", "asiaplus-2022-10-18"))[1]
    event = real.record("events.yaml", "2022-dushanbe")
    real.replace("events.yaml", event, event.replace("asiaplus-2022-10-18", url, 1))
    (message,) = real.messages("events.yaml")
    assert re.fullmatch('id-is-name: "https://[^"]+" "asiaplus-2022-10-18"', message)
    real.replace("events.yaml", url, "https://example.org/report")
    assert real.messages("events.yaml") == ['id-is-address: "https://example.org/report"; sources.yaml']


def test_an_id_of_a_source_that_was_changed_leads_to_the_new_one_everywhere(real):
    real.replace("sources.yaml", "- id: tvt-2022-09-21", "- id: tvt-2022-09-20")
    articles = real.messages("articles/")
    assert len(articles) > 5
    assert set(articles) == {renamed("[tvt-2022-09-21]", "sources.yaml", '"[tvt-2022-09-20]"')}
    assert set(real.messages("events.yaml")) == {renamed("tvt-2022-09-21", "sources.yaml", '"tvt-2022-09-20"')}
    assert set(real.messages("CHANGES.yaml")) == {
        'change-id-lost: "tvt-2022-09-21" sources.yaml; if "aliases: [tvt-2022-09-21]" "tvt-2022-09-20"; if "withdrawn"'
    }


def test_an_alias_says_for_certain_what_the_new_id_is(real):
    real.replace("sources.yaml", "- id: tvt-2022-09-21", "- id: tvt-2022-09-20\n  aliases: [tvt-2022-09-21]")
    assert set(real.messages("articles/") + real.messages("events.yaml")) == {
        'id-renamed: "[tvt-2022-09-21]" "tvt-2022-09-20"; "[tvt-2022-09-20]"',
        'id-renamed: "tvt-2022-09-21" "tvt-2022-09-20"; "tvt-2022-09-20"',
    }


def test_an_id_of_an_event_or_an_organizer_that_was_changed_leads_to_the_new_one(real):
    real.replace("events.yaml", "- id: 2022-09-new-york", "- id: 2022-09-newyork")
    assert real.messages("articles/") == [
        ('article-of-lost-event: "2022-09-new-york" events.yaml; if 2022-09-newyork.md; if "withdrawn"')
    ]
    assert renamed("2022-09-new-york", "events.yaml", '"2022-09-newyork"') in real.messages("sources.yaml")
    real.replace("organizers.yaml", "- id: osce\n", "- id: osce-vienna\n")
    assert renamed("osce", "organizers.yaml", '"osce-vienna"') in real.messages("events.yaml")


def test_an_article_that_was_renamed_alone_gets_its_name_back_and_overwrites_none(real):
    article = real.folder / "articles" / "2022-09-new-york.md"
    renamed = article.rename(article.with_name("2022-09-newyork.md"))
    unknown = '"2022-09-newyork" events.yaml; if 2022-09-new-york.md'
    assert real.messages("articles/") == [f"article-of-unknown-event: {unknown}"]
    assert "name the file 2022-09-new-york.md" in checks.read(real.folder)[1][0].message
    real.write("articles/2022-09-new-york.md", renamed.read_text(encoding="utf-8"))
    assert real.messages("articles/") == [f"article-of-unknown-event: {unknown}"]
    assert "name the file" not in checks.read(real.folder)[1][0].message


def test_a_source_that_was_taken_out_is_to_be_brought_back_wherever_it_is_cited(real):
    real.replace("sources.yaml", real.record("sources.yaml", "tvt-2022-09-21"), "")
    assert set(real.messages("articles/")) == {'id-lost: "[tvt-2022-09-21]" sources.yaml; "withdrawn"'}
    assert set(real.messages("events.yaml")) == {'id-lost: "tvt-2022-09-21" sources.yaml; "withdrawn"'}
    assert real.messages("CHANGES.yaml")[0].endswith('if "withdrawn"')


def test_an_event_that_was_taken_out_is_to_be_brought_back(real):
    real.replace("events.yaml", real.record("events.yaml", "2022-09-new-york"), "")
    gone = 'id-lost: "2022-09-new-york" events.yaml; "withdrawn"'
    assert set(real.messages("articles/")) == {gone}
    assert set(real.messages("sources.yaml")) == {gone}


def test_a_record_may_be_moved_within_its_file(real):
    for file, name in (("sources.yaml", "tvt-2022-09-21"), ("events.yaml", "2018-dushanbe")):
        record = real.record(file, name)
        real.replace(file, record, "")
        real.append(file, record)
    assert real.told() == []


def test_an_entry_of_next_year_at_the_top_of_the_list_of_changes_is_told_twice(real):
    updated = date.fromisoformat(re.search(r"updated: (\S+)", real.text("process.yaml"))[1])
    entry = "- on: 2099-01-01\n  what: corrected\n  events: [2022-dushanbe]\n  why: The end was wrong.\n\n"
    below = re.search(r"on: (\S+)", real.text("CHANGES.yaml"))[1]
    real.write("CHANGES.yaml", entry + real.text("CHANGES.yaml"))
    order = f"changes-not-in-order: {below} (warning)"
    assert real.messages(today=updated) == [order, f"day-after-today: 2099-01-01 {updated} (warning)"]
    assert real.messages() == [
        order,
        f'day-after-update-perhaps-wrong: 2099-01-01 {updated} "updated" process.yaml; "updated" 2099-01-01 (warning)',
    ]
    real.replace("process.yaml", f"updated: {updated}", "updated: 2099-01-01")
    assert real.messages(today=updated) == [
        order,
        f"updated-after-today: 2099-01-01 {updated} (warning)",
    ]


def test_an_entry_of_today_calls_for_another_day_of_the_data(real):
    real.append(
        "CHANGES.yaml", "- on: 2090-01-01\n  what: corrected\n  events: [2022-dushanbe]\n  why: It was wrong.\n"
    )
    (message,) = real.messages(today=date(2090, 1, 1))
    assert message.startswith("day-after-update: 2090-01-01 ")
    assert message.endswith(' "updated" process.yaml; "updated" 2090-01-01 (warning)')


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("  edition: 3\n", "  edition: third\n", 'number-not-whole: "third"; 3'),
        (
            "\n  people:\n",
            "\n  people:\n    - Emomali Rahmon, President\n",
            'record-wanted: "Emomali Rahmon, President"; name: … position: … sources: …',
        ),
    ],
)
def test_a_wrong_shape_is_told_with_the_keys_it_should_have(real, old, new, told):
    real.replace("events.yaml", old, new)
    assert told in real.messages("events.yaml")


def test_a_key_or_an_organizer_given_twice_is_told(real):
    event = real.record("events.yaml", "2018-dushanbe")
    first, second = re.findall(r"- organizer: (\S+)\n", event)[:2]
    real.replace("events.yaml", event, event.replace(f"organizer: {second}\n", f"organizer: {first}\n"))
    assert [one for one in real.messages("events.yaml") if one.startswith("role-given-twice")] == [
        f'role-given-twice: "{first}"'
    ]
