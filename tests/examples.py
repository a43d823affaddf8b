"""One way to cause each message that no table of mistakes causes: edits of the tiny dataset, and where it is reported.

`example(code, where, *edits, how=…)`: `where` is file, line and column; each edit is `(file, old, new)` as in
`tests/mistakes.py`; `how` finds the problems if `check` alone does not.
"""

import os
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from unittest import mock

from dashboard import checks, store
from dashboard.curation import guard, links, reports
from dashboard.records.model import Problem
from tests.conftest import TINY

How = Callable[[Path], Iterable[Problem]]


def checked(folder: Path) -> Iterable[Problem]:
    """Give what `check` finds."""
    return checks.read(folder)[1]


def checked_on(day: str) -> How:
    """Ask `check` on a day."""
    return lambda folder: checks.read(folder, today=date.fromisoformat(day))[1]


def copied(folder: Path) -> Iterable[Problem]:
    """Give the files that are copies of others."""
    return checks.copies(folder, store.load(folder)[0])


def guarded(folder: Path) -> Iterable[Problem]:
    """Compare a folder with the tiny dataset as it is."""
    return guard.faults(store.contents(store.read_files(TINY)), store.contents(store.read_files(folder)), "data")


def guarded_against(file: str, old: str, new: str) -> How:
    """Compare a folder with the tiny dataset after one edit."""

    def ask(folder: Path) -> Iterable[Problem]:
        earlier = dict(store.read_files(TINY))
        assert old.encode() in earlier[file]
        earlier[file] = earlier[file].replace(old.encode(), new.encode(), 1)
        return guard.faults(store.contents(earlier), store.contents(store.read_files(folder)), "data")

    return ask


def answered(state: str, status: int | None = None, target: str = "", why: str = "") -> How:
    """Give the problems if the address of the first source answered so."""
    answer = links.Answer("https://khovar.tj/1", state, status, target, why)
    return lambda folder: links.problems(store.load(folder)[0], [answer])


def linked(folder: Path) -> Iterable[Problem]:
    """Replace the mirrors by a link to no file."""
    (folder / "mirrors.yaml").unlink()
    (folder / "mirrors.yaml").symlink_to("nowhere.yaml")
    return checked(folder)


def linked_to_outside(folder: Path) -> Iterable[Problem]:
    """Replace an article by a link to a file beside the data folder."""
    article = folder / MAIN
    article.rename(folder.parent / "aside.md")
    article.symlink_to(folder.parent / "aside.md")
    return checked(folder)


def refused(folder: Path) -> Iterable[Problem]:
    """Let the system refuse to open any file."""
    with mock.patch.object(Path, "open", side_effect=PermissionError(13, "Permission denied")):
        return checked(folder)


def piped(folder: Path) -> Iterable[Problem]:
    """Replace the mirrors by a pipe."""
    (folder / "mirrors.yaml").unlink()
    os.mkfifo(folder / "mirrors.yaml")
    return checked(folder)


def shortened(folder: Path) -> Iterable[Problem]:
    """Give the problems as a report shows them."""
    return reports.shortened(checked(folder))


@dataclass(frozen=True)
class Example:
    """One row of the table; its parts are explained above."""

    code: str
    where: str
    edits: tuple[tuple[str, str | None, str | bytes | None], ...]
    how: How = checked


def example(code: str, where: str, *edits: tuple, how: How = checked) -> Example:
    """Write a row of the table without a bracket around its edits."""
    return Example(code, where, edits, how)


EVENTS, ORGANIZERS, SOURCES = "events.yaml", "organizers.yaml", "sources.yaml"
DISPUTES, PROCESS, CHANGES = "disputes.yaml", "process.yaml", "CHANGES.yaml"
UPDATED = "updated: 2022-12-31"
PLACE = (
    "\nplaces:\n  - city: Dushanbe\n    country: Tajikistan\n    latitude: 38.6\n    longitude: 68.8"
    "\n    url: https://example.org/cities"
)
ERA = "\neras:\n  - name: The pandemic\n    from: 2020-03\n    until: 2023-05\n    sources: [khovar-2018]"
TOUR = "\ntour:\n  - title: Look\n    text: There it is.\n    pane: article\n"
MAIN = "articles/2018-dushanbe.md"
SIDE = "articles/2018-side.md"
QATAR = "Qatar, by one account [peninsula-2018]."
OPENS = "  says: [{event: 2018-dushanbe, text: It opens.}]\n"
TITLE = "title: The conference opens"
URL = "url: https://khovar.tj/1"
GONE = "  withdrawn: {on: 2022-12-31, why: It was another.}\n"
GONE_FOR = "  withdrawn: {on: 2022-12-31, why: It was another., instead: khovar-2018}\n"
WITHDRAWN = "- on: 2022-12-31\n  what: withdrawn\n  sources: [osce-2018]\n  why: It was another.\n"
TWO = "    - organizer: tajikistan\n      role: host\n"
DECLARATION = "  kind: preparation\n  weight: minor\n  start:\n"
PEOPLE = "  people:\n" + 2 * "    - {name: Jane Doe, position: Minister, sources: [khovar-2018]}\n"
SENT = "  delegations:\n" + 2 * "    - {name: Japan, level: minister, sources: [khovar-2018]}\n"
FIGURES = "      sources: [khovar-2018]\n  outcomes:"
FIGURE = "    - label: {}\n      value: 5\n      confidence: single\n      sources: [khovar-2018]\n"
CLAIM = "    - says: It does not appear.\n      sources: [khovar-2018, osce-2018]\n"


def archived(url: str) -> tuple[str, str, str]:
    """Give the edit that adds an archived copy to the first source."""
    return SOURCES, URL, f"{URL}\n  archived: {url}"


def paid(text: str) -> tuple[str, str, str]:
    """Give the edit that writes another text for the last paragraph of an article."""
    return MAIN, QATAR, text


# One example is one line.
# fmt: off
# ruff: noqa: E501
EXAMPLES = (
    # the process
    example("process-without-id", "process.yaml:3:7", (PROCESS, "name: Dushanbe Process", "name: Душанбинский процесс")),
    example("process-id-changed", "process.yaml:3:1", (PROCESS, "name: D", "id: other\nname: D"), how=guarded_against(PROCESS, "name: D", "id: first\nname: D")),
    example("term-given-twice", "process.yaml:10:5", (PROCESS, UPDATED, UPDATED + "\nkinds:\n  - kind: context\n    one: talk\n    many: talks\n  - kind: context\n    one: visit\n    many: visits")),
    example("term-of-two", "process.yaml:8:10", (PROCESS, UPDATED, UPDATED + "\nroles:\n  - role: lead\n    one: host\n    many: hosts")),
    example("language-not-named", "process.yaml:8:15", (PROCESS, UPDATED, UPDATED + "\nlanguages: [en, ru, ar]"), (PROCESS, "language: ru", "language: tg")),
    example("colour-not-understood", "process.yaml:8:9", (PROCESS, UPDATED, UPDATED + '\naccent:\n  light: "#c2410c"\n  dark: red')),
    example("accent-too-faint", "process.yaml:7:10", (PROCESS, UPDATED, UPDATED + '\naccent:\n  light: "#fdba74"\n  dark: "#fb923c"')),
    example("next-already-past", "process.yaml:7:9", (PROCESS, UPDATED, UPDATED + "\nnext:\n  date: 2022-11\n  checked: 2022-12-30\n  sources: [khovar-2018]")),
    example("next-among-the-events", "process.yaml:7:3", (PROCESS, UPDATED, UPDATED + "\nnext:\n  checked: 2018-01-02\n  sources: [khovar-2018]")),
    example("step-without-event", "process.yaml:10:9", (PROCESS, UPDATED, UPDATED + TOUR + "    at: date")),
    example("step-without-proof", "process.yaml:11:9", (PROCESS, UPDATED, UPDATED + TOUR + "    event: 2018-dushanbe\n    at: eu")),
    example("step-hides-its-event", "process.yaml:11:16", (PROCESS, UPDATED, UPDATED + TOUR + "    event: 2018-side\n    organizer: qatar")),
    example("degrees-not-understood", "process.yaml:9:15", (PROCESS, UPDATED, UPDATED + PLACE.replace("38.6", "38,6"))),
    example("place-of-no-event", "process.yaml:7:11", (PROCESS, UPDATED, UPDATED + PLACE.replace("Dushanbe", "Khujand"))),
    example("place-given-twice", "process.yaml:12:11", (PROCESS, UPDATED, UPDATED + PLACE + PLACE.removeprefix("\nplaces:"))),
    example("era-ends-before-it-begins", "process.yaml:9:12", (PROCESS, UPDATED, UPDATED + ERA.replace("2023-05", "2020-02"))),
    example("era-named-twice", "process.yaml:11:11", (PROCESS, UPDATED, UPDATED + ERA + ERA.removeprefix("\neras:").replace("The", "the"))),
    # files, characters and signs
    example("file-missing", "organizers.yaml:1:1", ("organizers.yaml", None, None)),
    example("file-misnamed", "mirror.yaml:1:1", ("mirrors.yaml", None, None), ("mirror.yaml", None, b"[]\n"), how=copied),
    example("file-is-broken-link", "mirrors.yaml:1:1", how=linked),
    example("file-is-link-to-outside", "articles/2018-dushanbe.md:1:1", how=linked_to_outside),
    example("file-is-no-text-file", "mirrors.yaml:1:1", how=piped),
    example("file-not-readable", "mirrors.yaml:1:1", how=refused),
    example("file-empty", "process.yaml:1:1", (PROCESS, None, b"")),
    example("file-with-too-many-values", "mirrors.yaml:600000:3", ("mirrors.yaml", None, b"- a\n" * 600_001)),
    example("file-ended-early", "events.yaml:52:1", (EVENTS, "- id: 2019-plan", "...\n- id: 2019-plan")),
    example("line-of-hidden-spaces", "events.yaml:53:1", (EVENTS, "  label: Plan\n", "\u2003\n  label: Plan\n"), (EVENTS, "label: Talks", 'label: "Talks')),
    example("dash-missing-after-edge", "events.yaml:16:1", (EVENTS, "    - organizer: tajikistan", "organizer: tajikistan")),
    example("indent-deeper-than-above", "process.yaml:2:4", (PROCESS, None, b"first name: a\n   last name: b\n")),
    example("indent-unlike-above", "process.yaml:3:2", (PROCESS, None, b"a b:\n  c d: e\n f g: h\n")),
    example("colon-with-hidden-space", "events.yaml:53:3", (EVENTS, "label: Plan\n", "label:\u00a0Plan\n"), (EVENTS, "label: Talks", 'label: "Talks')),
    example("colon-without-key", "events.yaml:53:3", (EVENTS, "label: Plan\n", ": Plan\n")),
    example("colon-where-none-can-be", "process.yaml:1:1101", (PROCESS, None, b"a" * 1100 + b": b\n")),
    example("percent-begins-line", "process.yaml:1:1", (PROCESS, None, b"%a\nname: b\n")),
    example("out-of-place", "organizers.yaml:10:19", (ORGANIZERS, "  other_names: [Tajik Government]\n", "  other_names:\n    - 'Tajik\n      Government' of\n")),
    example("file-unreadable-from-here", "events.yaml:53:10", (EVENTS, "label: Plan\n", "label: !a!b Plan\n")),
    example("yaml-mark-on-key", "events.yaml:53:3", (EVENTS, "label: Plan\n", "&a label: Plan\n")),
    example("key-with-hidden-space", "events.yaml:53:3", (EVENTS, "label: Plan\n", '"label ": Plan\n')),
    # keys and values
    example("value-of-several-records", "events.yaml:41:11", (EVENTS, "parent: 2018-dushanbe", "parent: 2018-dushanbe, 2019-plan")),
    example("entries-in-text", "events.yaml:24:12", (EVENTS, "  figures:\n    - label: participants\n      value: more than 400\n      confidence: single\n      sources: [khovar-2018]\n", "  figures: more than 400\n")),
    example("list-wanted", "organizers.yaml:8:16", (ORGANIZERS, "other_names: [Tajik Government]", "other_names: {a: b, c: d}")),
    example("text-wanted-without-keys", "events.yaml:9:9", (EVENTS, "city: Dushanbe", "city: {a: b, c: d}")),
    example("id-not-written-as-any", "events.yaml:16:18", (EVENTS, "organizer: tajikistan", "organizer: Красный Крест")),
    # dates
    example("date-without-end-for-one-date", "sources.yaml:5:14", (SOURCES, "published: 2018-05-03", "published: 2018-05-03/..")),
    example("date-not-understood-but-required", "process.yaml:5:10", (PROCESS, "updated: 2022-12-31", "updated: whenever")),
    example("date-before-year-one", "process.yaml:5:10", (PROCESS, "updated: 2022-12-31", "updated: 44 BC")),
    # ids
    example("id-renamed", "events.yaml:20:18", (ORGANIZERS, "- id: qatar\n", "- id: state-of-qatar\n  aliases: [qatar]\n")),
    example("id-lost", "articles/undated-talks.md:1:1", (EVENTS, "- id: undated-talks\n  title: Переговоры о процессе\n  label: Talks\n  kind: preparation\n  weight: minor\n  start:\n  sources: [asiaplus-2022]\n", "")),
    example("id-withdrawn", f"{SIDE}:1:47", (SOURCES, "- id: osce-2018\n", "- id: osce-2018\n" + GONE)),
    example("id-withdrawn-for-another", f"{SIDE}:1:47", (SOURCES, "- id: osce-2018\n", "- id: osce-2018\n" + GONE_FOR)),
    # events
    example("end-without-start", "events.yaml:7:8", (EVENTS, "  start: 2018-05-03\n", "")),
    example("event-years-ahead", "events.yaml:7:10", (EVENTS, "start: 2018-05-03\n  end: 2018-05-04", "start: 2030-05-03")),
    example("event-long-ago", "events.yaml:42:10", (EVENTS, "start: 2018-05-04\n  end: 2018-05-04", "start: 1818-05-04")),
    example("event-longer-than-a-month", "events.yaml:8:8", (EVENTS, "end: 2018-05-04", "end: 2018-07-04")),
    example("event-within-more-than-a-year", "events.yaml:57:8", (EVENTS, "end: 2019-06", "end: 2021-06")),
    example("event-far-from-its-conference", "events.yaml:42:10", (EVENTS, "parent: 2018-dushanbe\n  start: 2018-05-04\n  end: 2018-05-04", "parent: 2018-dushanbe\n  start: 2018-08-04")),
    example("session-on-another-day", "events.yaml:12:35", (EVENTS, "  titles:\n", "  sessions:\n    items: [{title: Opening, day: 2018-05-09}]\n    sources: [khovar-2018]\n  titles:\n")),
    example("parent-not-a-conference", "events.yaml:41:11", (EVENTS, "parent: 2018-dushanbe", "parent: 2019-plan")),
    example("city-not-alone", "events.yaml:9:9", (EVENTS, "city: Dushanbe", "city: Dushanbe (hybrid)")),
    example("label-taken", "events.yaml:69:10", (EVENTS, "label: Plan", "label: Talks")),
    example("label-almost-taken", "events.yaml:69:10", (EVENTS, "label: Talks", "label: Plan!")),
    example("weight-not-of-kind", "events.yaml:5:11", (EVENTS, "weight: main", "weight: minor")),
    example("weight-of-another-kind", "events.yaml:40:11", (EVENTS, "weight: secondary", "weight: main")),
    example("edition-missing", "events.yaml:1:3", (EVENTS, "  edition: 1\n", "")),
    example("edition-not-of-a-conference", "events.yaml:41:12", (EVENTS, "weight: secondary\n", "weight: secondary\n  edition: 2\n")),
    example("edition-taken", "events.yaml:41:12", (EVENTS, "kind: side-event\n  weight: secondary\n", "kind: conference\n  weight: main\n  edition: 1\n")),
    example("role-inferred-without-note", "events.yaml:47:19", (EVENTS, "role: organizer\n      confidence: single", "role: organizer\n      confidence: inferred")),
    example("event-recorded-twice", "events.yaml:67:3", (EVENTS, "- id: undated-talks", "- id: 2019-other\n  title: Another\n  label: Another\n  kind: follow-up\n  weight: minor\n  start: 2019-06\n  end: 2019-06\n  dating: within\n  venue: online\n  roles:\n    - {organizer: tajikistan, role: announcer, confidence: single, sources: [asiaplus-2022]}\n  sources: [asiaplus-2022]\n\n- id: undated-talks")),
    example("event-title-taken", "events.yaml:52:10", (EVENTS, '"Plan: the next steps"', "Countering Terrorism")),
    example("figure-label-given-twice", "events.yaml:29:14", (EVENTS, FIGURES, "      sources: [khovar-2018]\n" + FIGURE.format("participants") + "  outcomes:")),
    example("figure-label-almost-given", "events.yaml:29:14", (EVENTS, FIGURES, "      sources: [khovar-2018]\n" + FIGURE.format("Participants.") + "  outcomes:")),
    example("person-named-twice", "events.yaml:13:14", (EVENTS, "  titles:\n", PEOPLE + "  titles:\n")),
    example("delegation-given-twice", "events.yaml:13:14", (EVENTS, "  titles:\n", SENT + "  titles:\n")),
    example("place-almost-another", "events.yaml:10:12", (EVENTS, "country: Tajikistan", "country: Tajikstan"), (ORGANIZERS, "seat: Vienna", "seat: Vienna\n  country: Tajikistan")),
    example("paragraphs-of-another-kind", "events.yaml:41:14", (EVENTS, "weight: secondary\n", "weight: secondary\n  text_read: full\n")),
    example("text-read-missing", "events.yaml:73:5", (EVENTS, DECLARATION, "  kind: declaration\n  weight: minor\n  paragraphs:\n    - {number: 1, subject: Peace., sources: [asiaplus-2022]}\n  start:\n")),
    example("text-read-without-paragraphs", "events.yaml:72:14", (EVENTS, DECLARATION, "  kind: declaration\n  weight: minor\n  text_read: full\n  start:\n")),
    example("paragraph-number-taken", "events.yaml:75:16", (EVENTS, DECLARATION, "  kind: declaration\n  weight: minor\n  text_read: full\n  paragraphs:\n    - {number: 1, subject: Peace., sources: [asiaplus-2022]}\n    - {number: 1, subject: Trade., sources: [asiaplus-2022]}\n  start:\n")),
    # organizers and disputes
    example("organizer-part-of-itself", "organizers.yaml:11:12", (ORGANIZERS, "- id: osce\n", "- id: osce\n  part_of: osce\n")),
    example("organizer-unused", "organizers.yaml:16:3", (ORGANIZERS, "- id: qatar\n", "- id: japan\n  name: State of Japan\n  short_name: Japan\n  kind: state\n\n- id: qatar\n")),
    example("organizer-id-means-something-else", "organizers.yaml:16:7", (ORGANIZERS, "- id: qatar\n", "- id: date\n")),
    example("name-of-two-organizers", "organizers.yaml:11:9", (ORGANIZERS, "Organization for Security and Co-operation in Europe", "Tajik Government")),
    example("side-without-source", "disputes.yaml:6:7", (DISPUTES, "sources: [peninsula-2018]", "sources: [asiaplus-2022]"), (SOURCES, "{event: 2018-dushanbe, text: It opens.}, {event: 2019-plan", "{event: 2019-plan")),
    example("role-disputed-without-dispute", "events.yaml:22:19", (DISPUTES, '"role:qatar", date', "date")),
    example("sides-with-the-same-sources", "disputes.yaml:8:7", (DISPUTES, "sources: [peninsula-2018]", "sources: [osce-2018, khovar-2018]")),
    example("dispute-of-two-bases", "disputes.yaml:4:51", (DISPUTES, '["role:qatar", date]', '["role:qatar", "figure:participants", "figure:guests"]'), (EVENTS, FIGURES, "      sources: [khovar-2018]\n" + FIGURE.format("guests") + "      basis: announced\n  outcomes:")),
    example("text-is-placeholder", "process.yaml:4:10", (PROCESS, "summary: Conferences against terrorism.", "summary: TODO")),
    example("text-not-finished", "process.yaml:4:10", (PROCESS, "Conferences against terrorism.", "Conferences against TBD.")),
    # sources
    example("source-unused", "sources.yaml:1:3", (SOURCES, "- id: khovar-2018", "- id: khovar-2019\n  title: Another page\n  publisher: Khovar\n  published: 2019\n  language: en\n  kind: press\n  read: full\n- id: khovar-2018")),
    example("source-listed-twice", "events.yaml:34:26", (EVENTS, "sources: [khovar-2018, osce-2018, peninsula-2018", "sources: [khovar-2018, khovar-2018, osce-2018, peninsula-2018")),
    example("source-not-in-event-sources", "events.yaml:48:17", (EVENTS, "confidence: single\n      sources: [osce-2018]", "confidence: single\n      sources: [khovar-2018]")),
    example("source-speaks-twice", "sources.yaml:9:59", (SOURCES, OPENS, "  says: [{event: 2018-dushanbe, text: It opens.}, {event: 2018-dushanbe, text: It ends.}]\n")),
    example("source-speaks-unlisted", "sources.yaml:9:59", (SOURCES, OPENS, "  says: [{event: 2018-dushanbe, text: It opens.}, {event: 2018-side, text: It ends.}]\n")),
    example("sources-silent", "events.yaml:34:13", (SOURCES, OPENS, "")),
    example("confirmed-by-one-source", "events.yaml:47:19", (EVENTS, "role: organizer\n      confidence: single", "role: organizer\n      confidence: confirmed")),
    example("confirmed-by-one-text", "events.yaml:18:19", (SOURCES, OPENS, "  family: one\n" + OPENS), (SOURCES, "  kind: official\n", "  kind: official\n  family: one\n")),
    example("source-page-taken", "sources.yaml:13:8", (SOURCES, "https://www.osce.org/2", "https://khovar.tj/1")),
    example("source-title-taken", "sources.yaml:11:10", (SOURCES, "title: OSCE side event\n  publisher: OSCE\n  url: https://www.osce.org/2\n  published: 2018-05", "title: The conference opens\n  publisher: Khovar\n  url: https://www.osce.org/2\n  published: 2018-05-03")),
    example("link-to-mirror", "sources.yaml:4:8", (SOURCES, URL, "url: https://mirror.example/1")),
    example("link-beside-copy", "sources.yaml:4:8", (SOURCES, URL, f"{URL}\n  copy_at: mirror.example")),
    example("link-passes-on", "sources.yaml:4:8", (SOURCES, URL, "url: https://www.google.com/url?q=https://khovar.tj/1")),
    example("link-to-archive", "organizers.yaml:6:12", (ORGANIZERS, "https://mfa.tj/", "https://web.archive.org/web/2018/https://mfa.tj/")),
    example("source-link-to-archive", "sources.yaml:4:8", (SOURCES, URL, "url: https://web.archive.org/web/2018/https://khovar.tj/1")),
    example("link-with-html-code", "sources.yaml:4:8", (SOURCES, URL, "url: https://khovar.tj/1?a=1&amp;b=2")),
    example("archive-of-another-page", "sources.yaml:5:13", archived("https://web.archive.org/web/2018/https://khovar.tj/2")),
    example("archive-unknown", "sources.yaml:5:13", archived("https://khovar.tj/1")),
    example("archive-is-mirror", "sources.yaml:5:13", archived("https://mirror.example/1")),
    example("archive-not-https", "sources.yaml:5:13", archived("http://web.archive.org/web/2018/https://khovar.tj/1")),
    example("archive-lists-copies", "sources.yaml:5:13", archived("https://web.archive.org/web/2018*/https://khovar.tj/1")),
    example("archive-of-mirror", "sources.yaml:5:13", archived("https://web.archive.org/web/2018/https://mirror.example/1")),
    example("source-id-of-another-day", "sources.yaml:5:14", (SOURCES, "- id: khovar-2018\n", "- id: khovar-2017-05-03\n")),
    example("source-long-ago", "sources.yaml:5:14", (SOURCES, "published: 2018-05-03", "published: 1818-05-03")),
    example("source-checked-before-read", "sources.yaml:6:12", (SOURCES, "published: 2018-05-03", "accessed: 2018-05-04\n  checked: 2018-05-03")),
    example("source-without-title", "sources.yaml:1:3", (SOURCES, f"  {TITLE}\n", "")),
    example("title-names-its-language", "sources.yaml:29:10", (SOURCES, "title: Переговоры", "title: Переговоры (Russian)")),
    example("title-in-another-script", "sources.yaml:29:10", (SOURCES, "title: Переговоры", "title: Peregovory")),
    example("title-not-translated", "sources.yaml:29:10", (SOURCES, "  title_en: Talks\n", "")),
    example("link-moved", "sources.yaml:4:8", how=answered("moved", 301, "https://khovar.tj/2")),
    example("link-refused", "sources.yaml:4:8", how=answered("refused", 403)),
    example("link-gone", "sources.yaml:4:8", how=answered("gone", 404)),
    example("link-failed", "sources.yaml:4:8", how=answered("failed", None, "", "the host cannot be reached")),
    example("city-not-alone", "events.yaml:9:9", (EVENTS, "city: Dushanbe", "city: online")),
    example("city-not-alone", "events.yaml:9:9", (EVENTS, "city: Dushanbe", "city: Hybrid")),
    example("venue-hybrid", "events.yaml:59:10", (EVENTS, "venue: online", "venue: hybrid event")),
    example("date-not-in-calendar", "events.yaml:56:10", (EVENTS, "start: 2019-06", "start: 2019-13")),
    example("date-not-in-calendar", "events.yaml:56:10", (EVENTS, "start: 2019-06", "start: 2019-00")),
    example("address-not-of-a-page", "sources.yaml:4:8", (SOURCES, URL, "url: see https://khovar.tj/1")),
    example("address-not-of-a-page", "sources.yaml:4:8", (SOURCES, URL, 'url: https://khovar.tj/"a')),
    example("address-not-of-a-page", "sources.yaml:4:8", (SOURCES, URL, "url: https://khovar.tj:65536/1")),
    example("address-not-of-a-page", "sources.yaml:4:8", (SOURCES, URL, "url: https://user:pw@khovar.tj/1")),
    # articles
    example("article-empty", f"{SIDE}:1:1", (SIDE, None, b"\n")),
    example("article-name-no-id", "articles/Side event.md:1:1", ("articles/Side event.md", None, b"One.\n")),
    example("article-of-renamed-event", f"{SIDE}:1:1", (EVENTS, "- id: 2018-side\n", "- id: 2018-osce\n  aliases: [2018-side]\n")),
    example("article-of-unknown-event", "articles/2018-sides.md:1:1", (SIDE, None, None), ("articles/2018-sides.md", None, b"One [osce-2018].\n")),
    example("article-of-unknown-event", "articles/2018-dushanbe-2.md:1:1", ("articles/2018-dushanbe-2.md", None, b"One [khovar-2018].\n")),
    example("file-copied", "articles/2018-side (1).md:1:1", ("articles/2018-side (1).md", None, b"One.\n"), how=copied),
    example("file-perhaps-copied", "articles/2018-side new.md:1:1", ("articles/2018-side new.md", None, b"One.\n"), how=copied),
    example("sentence-without-source", f"{MAIN}:6:1", paid("Qatar paid.")),
    example("full-stop-among-signs", f"{MAIN}:6:1", paid("Qatar paid [peninsula-2018].,")),
    example("citation-with-two-brackets", f"{MAIN}:6:12", paid("Qatar paid [[peninsula-2018].")),
    example("citation-not-in-event-sources", f"{SIDE}:1:47", (SIDE, "[osce-2018]", "[khovar-2018]")),
    example("mark-given-twice", f"{MAIN}:6:50", paid("Qatar paid {role:qatar} [peninsula-2018]. It did {role:qatar} [peninsula-2018].")),
    example("mark-in-heading", f"{MAIN}:4:13", (MAIN, "## Who paid", "## Who paid {role:qatar}")),
    example("mark-without-its-source", f"{MAIN}:6:12", paid("Qatar paid {role:qatar} [khovar-2018].")),
    example("mark-of-no-fact", f"{MAIN}:6:12", paid("Qatar paid {role:japan} [peninsula-2018].")),
    example("braces-in-article", f"{MAIN}:6:12", paid("Qatar paid {a lot} [peninsula-2018].")),
    example("mark-of-no-fact", f"{MAIN}:6:12", paid("Qatar paid {role:quatar} [peninsula-2018].")),
    example("braces-in-article", f"{MAIN}:6:12", paid("Qatar paid {qatar} [peninsula-2018].")),
    example("heading-without-empty-line", f"{MAIN}:4:1", (MAIN, "## Who paid\n\n", "## Who paid\n")),
    example("heading-without-words", f"{MAIN}:4:1", (MAIN, "## Who paid", "###")),
    example("heading-with-line-below", f"{MAIN}:4:1", (MAIN, "## Who paid", "Who paid\n--------")),
    example("article-with-ruler", f"{MAIN}:4:1", (MAIN, "## Who paid", "***")),
    example("article-with-table", f"{MAIN}:6:1", paid("| a | b |")),
    example("article-with-block-quotation", f"{MAIN}:6:1", paid("> Qatar paid [peninsula-2018].")),
    example("article-with-empty-link", f"{MAIN}:6:1", paid("[Qatar]() paid [peninsula-2018].")),
    example("article-with-tag", f"{MAIN}:6:7", paid("Qatar <b>paid</b> [peninsula-2018].")),
    example("organizer-not-named-in-article", f"{SIDE}:1:1", (SIDE, "The OSCE spoke", "They spoke")),
    example("organizer-not-cited-in-article", f"{MAIN}:1:1", paid("Qatar paid [khovar-2018].")),
    # over time
    example("alias-is-an-id", "events.yaml:37:13", (EVENTS, "- id: 2018-side\n", "- id: 2018-side\n  aliases: [2019-plan]\n")),
    example("alias-taken", "events.yaml:53:13", (EVENTS, "- id: 2018-side\n", "- id: 2018-side\n  aliases: [2018-old]\n"), (EVENTS, "- id: 2019-plan\n", "- id: 2019-plan\n  aliases: [2018-old]\n")),
    example("instead-unknown", "sources.yaml:11:62", (SOURCES, "- id: osce-2018\n", "- id: osce-2018\n" + GONE_FOR.replace("khovar-2018", "khovar-2099"))),
    example("instead-leads-nowhere", "sources.yaml:11:62", (SOURCES, "- id: osce-2018\n", "- id: osce-2018\n" + GONE_FOR.replace("khovar-2018", "osce-2018"))),
    example("change-of-nothing", "CHANGES.yaml:1:3", (CHANGES, None, b"- on: 2022-12-31\n  what: added\n  why: It is new.\n")),
    example("change-id-in-another-file", "CHANGES.yaml:4:34", (CHANGES, "organizers: [tajikistan, osce, qatar]", "organizers: [tajikistan, osce, khovar-2018]")),
    example("change-id-unknown", "CHANGES.yaml:4:34", (CHANGES, "osce, qatar]", "osce, quatar]")),
    example("change-missing-for-withdrawn-record", "sources.yaml:11:14", (SOURCES, "- id: osce-2018\n", "- id: osce-2018\n" + GONE)),
    example("changes-not-in-order", "CHANGES.yaml:1:7", (CHANGES, "- on: 2022-12-31", "- on: 2022-12-31\n  what: corrected\n  events: [2018-side]\n  why: It was wrong.\n- on: 2021-12-31")),
    example("change-without-reason", "CHANGES.yaml:9:8", (CHANGES, "why: First publication.", "why: …")),
    example("updated-after-today", "process.yaml:5:10", how=checked_on("2022-06-01")),
    example("day-after-today", "CHANGES.yaml:1:7", (CHANGES, "on: 2022-12-31", "on: 2023-12-31"), how=checked_on("2023-06-01")),
    example("day-after-update", "CHANGES.yaml:1:7", (CHANGES, "on: 2022-12-31", "on: 2023-05-31"), how=checked_on("2023-06-01")),
    example("day-after-update-perhaps-wrong", "CHANGES.yaml:1:7", (CHANGES, "on: 2022-12-31", "on: 2023-05-31")),
    example("file-unreadable-before", "events.yaml:1:1", how=guarded_against(EVENTS, "label: Plan", "label: [Plan")),
    example("file-unreadable-now", "events.yaml:1:1", (EVENTS, "label: Plan", "label: [Plan"), how=guarded),
    example("record-vanished", "events.yaml:1:1", (EVENTS, "- id: 2019-plan", "- id: 2019-june"), how=guarded),
    example("alias-became-record", "events.yaml:36:1", how=guarded_against(EVENTS, "- id: 2018-side\n", "- id: 2018-osce\n  aliases: [2018-side]\n")),
    example("record-merged", "events.yaml:1:1", (EVENTS, "- id: 2019-plan\n", "- id: 2019-other\n"), (EVENTS, "- id: 2018-side\n", "- id: 2018-side\n  aliases: [2019-plan]\n"), how=guarded),
    example("withdrawn-id-reused", "sources.yaml:10:1", (SOURCES, "title: OSCE side event", "title: Another"), how=guarded_against(SOURCES, "- id: osce-2018\n", "- id: osce-2018\n" + GONE)),
    example("id-reused", "sources.yaml:1:1", (SOURCES, f"{TITLE}\n  publisher: Khovar\n  {URL}\n  published: 2018-05-03", "title: Another\n  publisher: Khovar\n  url: https://khovar.tj/9\n  published: 2019"), how=guarded),
    example("change-rewritten", "CHANGES.yaml:1:1", (CHANGES, "what: added", "what: corrected"), how=guarded),
    example("change-not-listed", "events.yaml:51:1", (EVENTS, "label: Plan", "label: Plans"), how=guarded),
    example("more-problems", "mirrors.yaml:201:3", ("mirrors.yaml", None, b"- a\n" * 250), how=shortened),
    # the other forms of a message
    example("spaces-at-line-end", "events.yaml:3:23", (EVENTS, "label: Dushanbe 2018", "label: Dushanbe 2018 "), (EVENTS, "label: Plan", "label: Plan ")),
    example("spaces-at-line-end", "events.yaml:3:23", (EVENTS, "label: Dushanbe 2018", "label: Dushanbe 2018 "), (EVENTS, "label: Plan", "label: Plan "), (EVENTS, "label: Talks", "label: Talks ")),
    example("letter-typed-apart", "events.yaml:9:10", (EVENTS, "city: Dushanbe", "city: Ge\u0300ne\u0300ve\u0300")),
    example("indent-missing-in-text", "events.yaml:3:2", (EVENTS, "  title: Countering Terrorism\n", "  title: >\n countering\n terrorism\n")),
    example("record-in-braces", "mirrors.yaml:1:1", ("mirrors.yaml", None, b'{"host": "copy.example", "why": "Copies magazines."},\n- host: mirror.example\n  why: Copies.\n')),
    example("word-unknown", "sources.yaml:6:13", (SOURCES, "language: en", "language: xx")),
    example("id-not-written-as-any", "events.yaml:20:18", (EVENTS, "organizer: qatar", "organizer: Qatarr")),
    example("id-unknown-perhaps-another", "events.yaml:41:11", (EVENTS, "parent: 2018-dushanbe", "parent: 2019-dushanbe")),
    example("id-unknown-perhaps-another", "events.yaml:45:18", (ORGANIZERS, "- id: osce", "- id: committee-1540"), (EVENTS, "organizer: osce", "organizer: committee-1267")),
    example("text-is-placeholder", "events.yaml:59:10", (EVENTS, "venue: online", "venue: TBD")),
    example("text-is-placeholder", "organizers.yaml:8:35", (ORGANIZERS, "other_names: [Tajik Government]", "other_names: [Tajik Government, TODO]")),
    example("sources-silent", "events.yaml:34:13", (SOURCES, OPENS, ""), (SOURCES, "{event: 2018-dushanbe, text: It opens.}, {event: 2018-side", "{event: 2018-side")),
    example("article-of-renamed-event", f"{SIDE}:1:1", (EVENTS, "- id: 2018-side\n", "- id: 2018-osce\n  aliases: [2018-side]\n"), ("articles/2018-osce.md", None, b"The OSCE had it [osce-2018].\n")),
    example("mark-of-no-fact", "articles/undated-talks.md:1:10", ("articles/undated-talks.md", None, b"They met {role:qatar} [asiaplus-2022].\n")),
    example("braces-in-article", "articles/undated-talks.md:1:10", ("articles/undated-talks.md", None, b"They met {a lot} [asiaplus-2022].\n")),
    example("more-problems", "mirrors.yaml:201:3", ("mirrors.yaml", None, b"- a\n" * 201), how=shortened),
)
# fmt: on


def provoked(folder: Path, edits: Iterable[tuple[str, str | None, str | bytes | None]], how: How) -> list[Problem]:
    """Make a copy of the tiny dataset in a folder that is not there yet, spoil it, and give what is found."""
    from tests.store.test_mistakes import replace

    shutil.copytree(TINY, folder)
    for file, old, new in edits:
        replace(folder / file, old, new)
    return list(how(folder))
