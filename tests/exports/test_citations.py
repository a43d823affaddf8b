"""Citations, read back with parsers that are not ours."""

import json
from dataclasses import replace
from pathlib import Path

import bibtexparser
import pytest
import rispy
import yaml
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import given, settings
from hypothesis import strategies as some
from jsonschema import Draft7Validator
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

from dashboard import exports
from dashboard.exports import EXPORTS, Options
from dashboard.exports.about import authors
from dashboard.exports.references import data_title
from dashboard.frames.filters import EVERY_WEIGHT, Filters
from dashboard.library import Snapshot
from dashboard.look import captions
from dashboard.records.dates import PartialDate
from dashboard.records.model import LANGUAGES, Dataset, Source
from tests import real
from tests.sample import DATASET, EMPTY, PLANNED, snapshot

ROOT = Path(__file__).parents[2]
SITE = "https://dushanbe.example/process"
OPTIONS = Options(site=SITE, event="2018-dushanbe", accessed="2026-11-27")
EVERYTHING = Filters(weight=EVERY_WEIGHT)
CSL = Draft7Validator(json.loads((Path(__file__).parent / "csl-data.json").read_text(encoding="utf-8")))
SAMPLE = snapshot()

LETTERS = get_default_latex_context_db()
LETTERS.add_context_category(
    "signs",
    macros=[
        MacroTextSpec(name, sign)
        for name, sign in {"textbraceleft": "{", "textbraceright": "}", "textasciicircum": "^"}.items()
    ],
    prepend=True,
)
"""The macros that pylatexenc knows, and three of LaTeX that it does not know, or takes for another sign."""

WILD = (
    r"100 % of \textbf{x} & {one brace",
    "closed} too # _under_ $x$ ~ ^",
    "@article{x, title={y}}",
    "first\nER  - \nTY  - BOOK\nTI  - second",
    'A "quoted" title, with “curly” ones',
    "Душанбе دوشنبه Тоҷикистон",
)
"""Titles that try to end a field, an entry or a line."""


def made(name: str, of: Snapshot = SAMPLE, asked: Filters = EVERYTHING, options: Options = OPTIONS) -> str:
    return EXPORTS[name].make(of, asked, options).decode()


def bibtex(text: str) -> dict[str, dict[str, str]]:
    """Read BibTeX: key → field → text; a block that cannot be read is a failure. Dates and addresses are not TeX."""
    written, decoded = (
        bibtexparser.parse_string(text, append_middleware=more)
        for more in ([], [LatexDecodingMiddleware(decoder=LatexNodes2Text(latex_context=LETTERS))])
    )
    assert written.failed_blocks == []
    return {
        entry.key: {"type": entry.entry_type}
        | {field.key: field.value for field in told.fields}
        | {field.key: field.value for field in entry.fields if field.key.endswith(("url", "date"))}
        for entry, told in zip(written.entries, decoded.entries, strict=True)
    }


def ris(text: str) -> dict[str, dict]:
    return {entry["id"]: entry for entry in rispy.loads(text)}


def csl(text: str) -> dict[str, dict]:
    items = json.loads(text)
    assert [error.message for error in CSL.iter_errors(items)] == []
    return {item["id"]: item for item in items}


def with_sources(*titles: str) -> Snapshot:
    """Give a snapshot whose sources have these titles."""
    sources = {
        f"wild-{number}": Source(
            id=f"wild-{number}", title=title, publisher=f"{title} & Co", url="https://khovar.tj/{a}?b=%20_#c&d='e'",
            published=PartialDate(2018, 5), accessed=PartialDate(2026, 11, 23), language="ru", kind="press",
            read="part", archived="https://web.archive.org/web/2018/https://khovar.tj/a_b%20",
        )
        for number, title in enumerate(titles)
    }  # fmt: skip
    event = DATASET.events["2018-dushanbe"].model_copy(update={"sources": tuple(sources), "title": titles[0]})
    return snapshot(replace(DATASET, sources=sources, events={event.id: event}))


@pytest.mark.parametrize("of", [SAMPLE, real.SNAPSHOT, snapshot(EMPTY)], ids=["sample", "real data", "no data"])
def test_every_format_has_every_event_and_every_source_once(of):
    cited = {name for event in of.dataset.events.values() for name in event.sources}
    for name, keys in (
        ("events", [f"dushanbe-process-{event}" for event in of.select(EVERYTHING).events["event_id"]]),
        ("sources", [name for name in of.dataset.sources if name in cited]),
        ("dataset", [f"{of.dataset.process_id}-data"]),
    ):
        for ending, read in ((".bib", bibtex), (".ris", ris), ("-csl.json", csl)):
            assert list(read(made(f"{name}{ending}", of))) == keys


def test_a_source_reads_back_with_all_that_is_known_of_it():
    source = real.DATASET.sources["khovar-rus-2017-06"]
    entry = bibtex(made("sources.bib", real.SNAPSHOT))[source.id]
    assert entry == {
        "type": "online",
        "title": source.title,
        "organization": "NIAT Khovar",
        "howpublished": "NIAT Khovar",
        "year": "2017",
        "month": "jun",
        "date": "2017-06",
        "language": "Russian",
        "url": source.url,
        "urldate": "2026-11-25",
        "note": f"Title in English: {source.title_en}. Only the opening was read",
    }
    record = ris(made("sources.ris", real.SNAPSHOT))[source.id]
    assert (record["type_of_reference"], record["title"], record["urls"]) == ("ELEC", source.title, [source.url])
    assert (record["year"], record["date"], record["access_date"]) == ("2017", "2017/06//", "2026/11/25/")
    assert record["notes"] == [f"Title in English: {source.title_en}", "Only the opening was read"]
    item = csl(made("sources-csl.json", real.SNAPSHOT))[source.id]
    assert (item["type"], item["title"], item["container-title"]) == ("webpage", source.title, "NIAT Khovar")
    assert (item["issued"], item["accessed"]) == ({"date-parts": [[2017, 6]]}, {"date-parts": [[2026, 11, 25]]})
    assert (item["language"], item["URL"]) == ("ru", source.url)


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("trend-2017-06-13", {"note": "Read as a copy at xebersaati.com", "url": None, "urldate": None}),
        ("asiaplus-2018-05-01-preview", {"title": "[Preview of the conference of 3–4 May 2018]"}),
    ],
)
def test_a_source_says_what_was_read(source, told):
    entry = bibtex(made("sources.bib", real.SNAPSHOT))[source]
    assert {name: entry.get(name) for name in told} == told


def test_an_event_reads_back_with_its_days_and_its_place():
    entry = bibtex(made("event.bib"))["dushanbe-process-2018-dushanbe"]
    assert entry == {
        "type": "online",
        "author": authors(DATASET),
        "title": "High-Level Conference",
        "organization": captions.work(DATASET),
        "howpublished": captions.work(DATASET),
        "version": SAMPLE.stamp,
        "year": "2026",
        "month": "mar",
        "date": "2026-03-01",
        "eventdate": "2018-05-03/2018-05-04",
        "venue": "Dushanbe, Tajikistan",
        "language": "English",
        "url": f"{SITE}/events/2018-dushanbe",
        "urldate": "2026-11-27",
        "note": "Event: 3–4 May 2018, Dushanbe, Tajikistan",
    }
    item = csl(made("event-csl.json"))["dushanbe-process-2018-dushanbe"]
    assert item["author"] == [{"literal": authors(DATASET)}]
    assert item["event-date"] == {"date-parts": [[2018, 5, 3], [2018, 5, 4]]}
    assert (item["event-place"], item["version"]) == ("Dushanbe, Tajikistan", SAMPLE.stamp)


def test_days_that_are_not_those_of_the_event_are_only_in_the_description():
    entries = bibtex(made("events.bib"))
    assert entries["dushanbe-process-2019-side"]["note"].startswith("Event: within May 2019, Dushanbe, ")
    assert entries["dushanbe-process-2022-briefing"]["note"] == "Event: reported 16 September 2022, online"
    assert entries["dushanbe-process-undated-plan"]["note"] == "Event"
    planned = bibtex(made("events.bib", snapshot(PLANNED)))["dushanbe-process-2022-dushanbe"]["note"]
    assert planned == "Planned event: 18–19 October 2022, Dushanbe, Tajikistan"
    assert [key for key, entry in entries.items() if "eventdate" in entry] == [
        "dushanbe-process-2018-dushanbe",
        "dushanbe-process-2022-dushanbe",
    ]


def test_no_text_ends_its_field_its_entry_or_its_line():
    of = with_sources(*WILD)
    flat = [" ".join(title.split()) for title in WILD]
    entries, records, items = (
        read(made(f"sources{ending}", of)) for ending, read in ((".bib", bibtex), (".ris", ris), ("-csl.json", csl))
    )
    assert [entry["title"] for entry in entries.values()] == flat
    assert [record["title"] for record in records.values()] == flat
    assert [item["title"] for item in items.values()] == flat
    assert {entry["url"] for entry in entries.values()} == {"https://khovar.tj/%7Ba%7D?b=%20_#c&d='e'"}
    assert [len(entry) for entry in entries.values()] == [11] * len(WILD)
    for name in ("event.bib", "event.ris", "event-csl.json", "citations.json"):
        assert made(name, of)


SIGNS = some.sampled_from(
    [*r"""{}\%#&$_~^"'@,=-""", "\n", "\r", "\t", "\x1c", "\u2028", "ER  - ", "\\begin", "a", "Я", "ع"]
)


@settings(max_examples=30)
@given(some.lists(some.lists(SIGNS, max_size=12).map(lambda signs: f"T{''.join(signs)}"), min_size=1, max_size=8))
def test_whatever_titles_have_in_them_there_is_one_entry_for_each(titles):
    of = with_sources(*titles)
    flat = [" ".join(title.split()) for title in titles]
    assert len(bibtex(made("sources.bib", of))) == len(titles)
    assert [record["title"] for record in ris(made("sources.ris", of)).values()] == flat
    assert [item["title"] for item in csl(made("sources-csl.json", of)).values()] == flat


def test_a_date_is_as_precise_as_it_is_known():
    days = (PartialDate(2018), PartialDate(2018, 5), PartialDate(2018, 5, 3, about=True), None)
    sources = {
        f"s-{number}": Source(
            id=f"s-{number}", title="T", publisher="P", published=day, language="en", kind="press", read="full"
        )
        for number, day in enumerate(days)
    }
    event = DATASET.events["undated-plan"].model_copy(update={"sources": tuple(sources)})
    of = snapshot(replace(DATASET, sources=sources, events={event.id: event}))
    written = [entry.get("date") for entry in bibtex(made("sources.bib", of)).values()]
    assert written == ["2018", "2018-05", "2018-05-03~", None]
    assert [record.get("date") for record in ris(made("sources.ris", of)).values()] == [
        "2018///", "2018/05//", "2018/05/03/", None
    ]  # fmt: skip
    assert [item.get("issued") for item in csl(made("sources-csl.json", of)).values()] == [
        {"date-parts": [[2018]]},
        {"date-parts": [[2018, 5]]},
        {"date-parts": [[2018, 5, 3]], "circa": True},
        None,
    ]


def test_citations_are_given_as_sentences_of_apa_and_chicago():
    told = json.loads(made("citations.json", asked=Filters(year=("2018",))))
    assert told["event"]["apa"] == (
        "Contributors to the Dushanbe Process dashboard. (2026, March 1). High-Level Conference (Version 0123456789ab) "
        "[Event: 3–4 May 2018, Dushanbe, Tajikistan]. Dushanbe Process dashboard. Retrieved November 27, 2026, from "
        "https://dushanbe.example/process/events/2018-dushanbe"
    )
    assert told["event"]["chicago"] == (
        "Contributors to the Dushanbe Process dashboard. “High-Level Conference.” Dushanbe Process dashboard. "
        "Event: 3–4 May 2018, Dushanbe, Tajikistan. Version 0123456789ab, data of March 1, 2026. "
        "Accessed November 27, 2026. https://dushanbe.example/process/events/2018-dushanbe."
    )
    assert told["view"]["apa"] == (
        "Contributors to the Dushanbe Process dashboard. (2026, March 1). Dushanbe Process: 1 of 5 events; filters: "
        "2018 (Version 0123456789ab). Dushanbe Process dashboard. Retrieved November 27, 2026, from "
        "https://dushanbe.example/process/?year=2018&event=2018-dushanbe"
    )
    assert told["dataset"]["apa"] == (
        "Contributors to the Dushanbe Process dashboard. (2026, March 1). Data and articles of the Dushanbe Process "
        "dashboard (Version 0123456789ab) [Data set]. Retrieved November 27, 2026, from "
        "https://dushanbe.example/process/"
    )
    assert told["dataset"]["chicago"] == (
        "Contributors to the Dushanbe Process dashboard. Data and articles of the Dushanbe Process dashboard. Data "
        "set. Version 0123456789ab, data of March 1, 2026. Accessed November 27, 2026. https://dushanbe.example/process/."
    )


def test_without_address_event_and_day_a_citation_has_none_of_them():
    told = json.loads(made("citations.json", options=exports.DEFAULTS))
    assert told["event"] is None
    assert told["dataset"]["apa"] == (
        "Contributors to the Dushanbe Process dashboard. (2026, March 1). Data and articles of the Dushanbe Process "
        "dashboard (Version 0123456789ab) [Data set]."
    )
    assert "Accessed" not in told["view"]["chicago"]
    assert "http" not in "".join(told["view"].values())
    nothing = json.loads(made("citations.json", snapshot(EMPTY), options=exports.DEFAULTS))
    assert "(n.d.)" in nothing["dataset"]["apa"]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Who came to “Dushanbe”?", "“Who came to ‘Dushanbe’?”"),
        ('Conference on "Border Security"', "“Conference on ‘Border Security.’”"),
        ("Was it “held?”", "“Was it ‘held?’”"),
        ("The ministers’", "“The ministers’.”"),
        ("It opens.", "“It opens.”"),
    ],
)
def test_quotes_inside_a_title_are_single_and_no_full_stop_is_doubled(title, told):
    event = json.loads(made("citations.json", with_sources(title)))["event"]
    assert f"dashboard. {told} Dushanbe Process dashboard. " in event["chicago"]


def test_a_citation_has_the_same_formats_as_the_files():
    told = json.loads(made("citations.json"))
    assert set(told) == {"event", "view", "dataset"}
    for part in told:
        assert set(told[part]) == {"apa", "chicago", "bibtex", "ris", "csl"}
        assert told[part]["bibtex"] == made(f"{part}.bib")
        assert told[part]["ris"] == made(f"{part}.ris")
        assert told[part]["csl"] == made(f"{part}-csl.json")


def test_a_change_on_trial_says_that_it_is_not_published():
    of = replace(SAMPLE, trial=True)
    for part in json.loads(made("citations.json", of)).values():
        for text in part.values():
            assert "change on trial, not published" in text


def test_keys_do_not_depend_on_the_address_and_differ_between_views():
    elsewhere = OPTIONS | {"site": "", "accessed": ""}
    for name in ("events", "dataset", "event", "view"):
        assert list(bibtex(made(f"{name}.bib"))) == list(bibtex(made(f"{name}.bib", options=elsewhere)))
    views = [list(bibtex(made("view.bib", asked=asked))) for asked in (Filters(), Filters(year=("2018",)))]
    assert views == [["dushanbe-process-view"], ["dushanbe-process-view-2018"]]


def test_title_and_author_are_those_of_the_citation_file():
    told = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert (told["title"], told["authors"]) == (captions.work(DATASET), [{"name": authors(DATASET)}])
    (data,) = [reference for reference in told["references"] if reference["type"] == "data"]
    assert (data["title"], data["authors"]) == (data_title(real.SNAPSHOT), [{"name": authors(DATASET)}])


@pytest.mark.parametrize("name", ["event.bib", "event.ris", "event-csl.json"])
def test_a_file_about_one_event_needs_one(name):
    for options, sentence in (
        (Options(), "This file is about one event. Write the id of the event as “event”, for example 2018-dushanbe."),
        (
            Options(event="2018-dushanbee"),
            'There is no event with the id "2018-dushanbee"; if you meant "2018-dushanbe", write that.',
        ),
        (Options(event="x\n<b>"), 'There is no event with the id "x <b>"; events.csv lists the ids.'),
    ):
        with pytest.raises(exports.NeedsEventError) as caught:
            made(name, options=options)
        assert str(caught.value) == sentence


@pytest.mark.parametrize("day", ["yesterday", "2026-11", "2026", "2026-11-26~", "2026-02-30", "20261126"])
def test_a_day_of_access_is_a_whole_day(day):
    with pytest.raises(exports.OptionError, match="is not a day of access; write a day like 2026-11-26"):
        made("dataset.bib", options=Options(accessed=day))


@pytest.mark.parametrize("of", real.SNAPSHOTS)
def test_the_name_of_every_language_is_known(of):
    assert {item["language"] for item in csl(made("sources-csl.json", of)).values()} <= set(LANGUAGES)


def test_a_former_id_leads_to_the_event_and_a_withdrawn_one_says_why():
    renamed = DATASET.events["2018-dushanbe"].model_copy(update={"aliases": ("2018-old",)})
    of = snapshot(replace(DATASET, events={**DATASET.events, renamed.id: renamed}))
    options = Options(event="2018-old")
    assert made("event.bib", of, options=options) == made("event.bib", of, options=Options(event=renamed.id))
    assert exports.file_name("event.bib", of, Filters(), options) == "dushanbe-process-event-2018-dushanbe.bib"
    gone = without_the_plan(of.dataset)
    with pytest.raises(exports.NeedsEventError, match=r"withdrawn on 1 March 2026: A slip\. Ask for “2018-dushanbe”"):
        made("event.bib", snapshot(gone), options=Options(event="undated-plan"))


def without_the_plan(dataset: Dataset) -> Dataset:
    """Withdraw the plan, in favour of the conference of 2018."""
    told = {"on": "2026-03-01", "why": "A slip", "instead": "2018-dushanbe"}
    plan = type(dataset.events["undated-plan"]).model_validate(
        dataset.events["undated-plan"].model_dump(exclude_none=True) | {"withdrawn": told}
    )
    left = {name: event for name, event in dataset.events.items() if name != plan.id}
    return replace(dataset, events=left, withdrawn={("events.yaml", plan.id): plan})


def test_keys_stay_when_records_get_other_ids():
    event = DATASET.events["2018-dushanbe"].model_copy(update={"id": "2018-city", "aliases": ("2018-dushanbe",)})
    source = DATASET.sources["kuna-2018"].model_copy(update={"aliases": ("kuna-first", "kuna-second")})
    sources = {**DATASET.sources, source.id: source}
    of = snapshot(replace(DATASET, events={event.id: event}, sources=sources, disputes={}, articles={}))
    assert set(csl(made("events-csl.json", of))) == {"dushanbe-process-2018-dushanbe"}
    assert set(csl(made("sources-csl.json", of))) == {"kuna-first", "khovar-2018"}
    slides = json.loads(made("timelinejs.json", of))["events"]
    assert [slide["unique_id"] for slide in slides] == ["2018-dushanbe"]
