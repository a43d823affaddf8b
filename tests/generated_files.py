"""Data sets that the check accepts, made by hypothesis, for tests of code that draws, words or exports the data.

`files()` gives the files of a data folder as bytes, `datasets()` loads them, and `snapshots()` adds the frames.
Each has

- no to five organizers, one to six sources, no to five events, up to three disputes, and an article for some events;
- events of every kind and weight, with editions and parents, undated, or dated by day, month or year, about or not,
  in the years 1800 to 2100 and often at their ends, some of them withdrawn or under a changed id;
- roles, figures, people, lists, titles and outcomes, each of them also empty or left out, with every confidence;
- texts of one word up to some thousand letters, in several alphabets and directions, with emoji, with marks that
  combine, and with signs that mean something to HTML, Markdown, TeX, spreadsheets, Plotly and printf;
- articles that cite the sources of their event, name some of its organizers, and hold marks of passages.

The check may warn of such data, but finds no error. Tests that draw from these strategies assert that too, so that the
generated data stays publishable after a new rule.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import yaml
from hypothesis import strategies as st

from dashboard import checks, frames, store
from dashboard.library import Snapshot
from dashboard.records import model
from dashboard.records.kinds import CHANGES
from dashboard.records.model import Dataset
from dashboard.records.reading import Reading

FOLDER = Path(__file__).parent / "generated"
"""A folder that does not exist: all files of a generated data set are in memory."""

SCRIPTS = (
    "abcdefghijklmnopqrstuvwxyzABCXYZ",
    "äéîõüñçøåßœŁžŞ",
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюяӣӯҳҷқғАБВ",
    "αβγδεζηθικλμνξοπρστυφχψω",
    "ابتثجحخدذرزسشصضطظعغفقكلمنهويةءأإآ",
    "אבגדהוזחטיכלמנסעפצקרשת",
    "अआइईउऊकखगघचछजटठडतथदनपफबमयरलवसह",
    "中文会议反恐杜尚别进程",
    "かなカナハングル한글회의",
)
SIGNS = (
    "$x$", "\\frac{1}{2}", ":red[x]", "**b**", "`c`", "_d_", "# e", "[f](g)", "<x>", "</y>", "a<b", "a&b", "&", '"q"',
    "'q'", "%s", "%d%%", "{0}", "{x}", "%{x}", "=1+1", "+1", "-1", "@x", "|", "\\", "\\n", "//", "--", "→", "№ 5", "½",
    "😀", "👩", "🇹🇯", "e\u0301", "कि", "ﷺ", "ǅ", "ﬁ", "1e5", "0x10", "nan", "None", "<NA>", "null",
    "true", "0", "-0", "1,000", "2018", "…", "“", "”", "„", "«", "»", "’", "·", "*", ";", "#", "~", "^", "?", "!",
)  # fmt: skip
Texts = st.SearchStrategy[str]
YEARS = (1800, 1801, 1899, 1900, 1904, 1969, 1970, 1999, 2000, *range(2016, 2027), 2038, 2099, 2100)
WAYBACK = "https://web.archive.org/web/20180503120000/"
WEIGHT = {"conference": "main", "context": "related"}


@cache
def words() -> st.SearchStrategy[str]:
    """Give single words of one alphabet each, or signs that mean something elsewhere; some are very long."""
    word = st.one_of(*(st.text(st.sampled_from(letters), min_size=1, max_size=9) for letters in SCRIPTS))
    return st.one_of(word, word, word, st.sampled_from(SIGNS), word.map(lambda some: (some * 90)[:400]))


@cache
def texts(most: int = 5) -> st.SearchStrategy[str]:
    """Give a line of words that the store accepts; rarely one of some thousand letters."""
    line = st.lists(words(), min_size=1, max_size=most).map(" ".join)
    long = words().map(lambda word: " ".join([word] * (3_000 // (len(word) + 1))))
    return st.one_of(*[line] * 40, long).filter(_plain)


def _plain(text: str) -> bool:
    return bool(text.strip()) and text == text.strip() and not any(fault.level == "error" for fault in store.odd(text))


def maybe(strategy: st.SearchStrategy) -> st.SearchStrategy:
    """Give a value, or None if the key is to be left out."""
    return st.one_of(st.none(), strategy)


@st.composite
def days(draw, first: int = 1800, last: date = date(2100, 12, 31)) -> str:
    """Give a date as it is written: by day, month or year, about or not, from a year on to a day."""
    year = draw(st.one_of(st.sampled_from(YEARS), st.integers(1800, 2100)))
    when = date(min(max(year, first), last.year), draw(st.integers(1, 12)), draw(st.integers(1, 28)))
    when = min(when, last)
    return _written(when, draw(st.sampled_from((4, 7, 10, 10)))) + draw(st.sampled_from(("", "", "~")))


def _written(when: date, letters: int) -> str:
    return when.isoformat()[:letters]


def _known(record: Mapping) -> dict:
    """Leave out what is not known, key and all."""
    return {key: value for key, value in record.items() if value is not None and value != []}


def _some(draw, ids: list[str], least: int = 1) -> list[str]:
    return draw(st.lists(st.sampled_from(ids), min_size=least, max_size=4, unique=True)) if ids else []


@st.composite
def _organizer(draw, text: Texts, number: int) -> dict:
    # A word of its own in each form keeps the names of two organizers apart.
    return _known(
        {
            "id": f"organizer-{number}",
            "name": f"{draw(text)} {number}a",
            "short_name": f"{draw(text)} {number}b",
            "kind": draw(st.sampled_from(list(model.ORGANIZER_KINDS))),
            "country": draw(maybe(text)),
            "seat": draw(maybe(text)),
            "website": draw(maybe(st.just(f"https://organizer-{number}.example/"))),
            "wikidata": draw(maybe(st.just(f"Q{number + 1}"))),
            "part_of": draw(maybe(st.just(f"organizer-{number - 1}"))) if number else None,
            "names": draw(st.lists(_title(text, []), max_size=2)),
            "other_names": [f"{name} {number}c{index}" for index, name in enumerate(draw(st.lists(text, max_size=2)))],
            "lead_body": draw(maybe(text)),
            "note": draw(maybe(text)),
        }
    )


@st.composite
def _title(draw, text: Texts, sources: list[str]) -> dict:
    own = _some(draw, sources, 0)
    return _known({"language": draw(st.sampled_from(list(model.LANGUAGES))), "text": draw(text), "sources": own})


@st.composite
def _source(draw, text: Texts, number: int, updated: date) -> dict:
    copied = draw(st.integers(0, 5)) == 0
    accessed = draw(maybe(st.just(updated.isoformat())))
    title = draw(maybe(text.map(lambda words: f"{words} {number}")))
    page = f"source-{number}.example/ä?a=1&b=%20#{number}"
    return _known(
        {
            "id": f"source-{number}",
            "title": title,
            "title_en": f"{draw(text)} {number}" if title is None else draw(maybe(text)),
            "publisher": draw(text),
            "url": None if copied else draw(maybe(st.just(f"https://{page}"))),
            "archived": draw(maybe(st.sampled_from(("https://archive.ph/AbC12", f"{WAYBACK}https://{page}")))),
            "copy_at": "mirror.example" if copied else None,
            "published": draw(maybe(days(1900, updated))),
            "accessed": accessed,
            "checked": accessed and draw(maybe(st.just(accessed))),
            "language": draw(st.sampled_from(list(model.LANGUAGES))),
            "kind": draw(st.sampled_from(list(model.SOURCE_KINDS))),
            "read": draw(st.sampled_from(list(model.READ))),
            "family": draw(maybe(st.sampled_from(("family-1", "family-2")))),
            "note": draw(maybe(text)),
            "says": [],
        }
    )


@st.composite
def _span(draw, last: date) -> dict:
    """Give the start and the end of an event, equally precise; none, one or both."""
    start = draw(maybe(days(1800, last)))
    if start is None:
        return {}
    about = "~" if draw(st.booleans()) else ""
    plain = start.rstrip("~")
    parts = [int(part) for part in plain.split("-")] + [1, 1]
    length = draw(st.sampled_from((0, 0, 1, 3, 30)))
    end = min(date(*parts[:3]) + timedelta(days=length), date(2100, 12, 31))
    return _known({"start": start, "end": draw(maybe(st.just(_written(end, len(plain)) + about)))})


@st.composite
def _role(draw, text: Texts, organizer: str, sources: list[str]) -> dict:
    confidence = draw(st.sampled_from(("single", "disputed", "inferred")))
    return _known(
        {
            "organizer": organizer,
            "role": draw(st.sampled_from(list(model.ROLES))),
            "confidence": confidence,
            "sources": _some(draw, sources),
            "note": draw(text) if confidence == "inferred" else draw(maybe(text)),
        }
    )


@st.composite
def _person(draw, text: Texts, sources: list[str]) -> dict:
    announced = draw(st.sampled_from((None, "true", "false")))
    return _known(
        {
            "name": draw(text),
            "position": draw(text),
            "sources": _some(draw, sources),
            "announced": announced,
            "note": draw(maybe(text)),
        }
    )


@st.composite
def _listing(draw, text: Texts, sources: list[str]) -> dict:
    items = draw(st.lists(text, min_size=1, max_size=4))
    return _known({"items": items, "sources": _some(draw, sources), "note": draw(maybe(text))})


@st.composite
def _programme(draw, text: Texts, sources: list[str], span: dict) -> dict:
    day, chairs = span.get("start"), st.lists(text, max_size=2)
    items = []
    for title in draw(st.lists(text, min_size=1, max_size=4)):
        more = {"day": draw(maybe(st.just(day))) if day else None, "chairs": draw(chairs), "note": draw(maybe(text))}
        whole = _known({"title": title, **more, "sources": _some(draw, sources, 0)})
        items.append(draw(st.sampled_from((title, whole))))
    return _known({"items": items, "sources": _some(draw, sources), "note": draw(maybe(text))})


@st.composite
def _delegation(draw, text: Texts, number: int, sources: list[str]) -> dict:
    name, level = f"{draw(text)} {number}", draw(st.sampled_from(list(model.LEVELS)))
    return _known({"name": name, "level": level, "sources": _some(draw, sources), "note": draw(maybe(text))})


@st.composite
def _paragraph(draw, text: Texts, sources: list[str]) -> dict:
    terms, commits = (
        st.lists(st.sampled_from(list(words)), max_size=2, unique=True) for words in (model.THEMES, model.ADDRESSEES)
    )
    said = {"number": draw(maybe(text)), "subject": draw(text), "terms": draw(terms), "commits": draw(commits)}
    return _known(said | {"sources": _some(draw, sources), "note": draw(maybe(text))})


@st.composite
def _outcome(draw, text: Texts, sources: list[str]) -> dict:
    url = draw(maybe(st.just("https://outcome.example/a?b=1&c=2")))
    when = draw(maybe(days()))
    note = draw(maybe(text))
    return _known({"title": draw(text), "date": when, "url": url, "sources": _some(draw, sources), "note": note})


@st.composite
def _event(
    draw, text: Texts, number: int, organizers: list[str], sources: list[str], conferences: list[str], last: date
) -> dict:
    kind = draw(st.sampled_from((*model.KINDS, "conference", "conference")))
    own = _some(draw, sources)
    span = draw(_span(last))
    holders = draw(st.lists(st.sampled_from(organizers), max_size=5, unique=True)) if organizers else []
    labels = draw(st.lists(text, max_size=3))
    basis = draw(st.sampled_from(list(model.BASES)))
    listing = maybe(_listing(text, own))
    terms = st.lists(st.sampled_from(list(model.THEMES)), max_size=2, unique=True)
    paragraphs = draw(st.lists(_paragraph(text, own), max_size=3)) if kind == "declaration" else []
    event = {
        "id": f"{span['start'][:4] if span else 'undated'}-event-{number}",
        "title": f"{draw(text)} {number}",
        "label": f"{draw(text)} {number}",
        "kind": kind,
        "weight": WEIGHT.get(kind) or draw(st.sampled_from(("secondary", "minor"))),
        "edition": str(number + 1) if kind == "conference" else None,
        "parent": draw(st.sampled_from(conferences)) if conferences and draw(st.booleans()) else None,
        **span,
        "dating": draw(maybe(st.sampled_from(list(model.DATINGS)))),
        "date_sources": _some(draw, own, 0),
        "date_note": draw(maybe(text)),
        "city": draw(maybe(text)),
        "country": draw(maybe(text)),
        "venue": draw(maybe(st.one_of(st.just("online"), text))),
        "venue_sources": _some(draw, own, 0),
        "titles": draw(st.lists(_title(text, own), max_size=3)),
        "title_note": draw(maybe(text)),
        "roles": [draw(_role(text, organizer, own)) for organizer in holders],
        "figures": [
            {
                "label": f"{label} {'abc'[index]}",
                "value": draw(text),
                "aliases": [f"{draw(text)} of before"] if draw(st.integers(0, 4)) == 0 else [],
                "basis": basis,  # one for all, because a dispute may concern any two of them
                "confidence": draw(st.sampled_from(("single", "disputed", "inferred"))),
                "sources": _some(draw, own),
            }
            for index, label in enumerate(labels)
        ],
        "patron": draw(maybe(_person(text, own))),
        "people": draw(st.lists(_person(text, own), max_size=3)),
        "themes": [
            _known({"text": theme, "terms": draw(terms)}) for theme in draw(st.lists(text, max_size=3, unique=True))
        ],
        "sessions": draw(maybe(_programme(text, own, span))),
        "delegations": [draw(_delegation(text, number, own)) for number in range(draw(st.integers(0, 2)))],
        **{key: draw(listing) for key in ("frameworks", "countries", "organizations", "side_meetings", "funding")},
        "outcomes": draw(st.lists(_outcome(text, own), max_size=2)),
        "sought": [
            _known({"what": what, "on": last.isoformat(), "note": draw(maybe(text))})
            for what in draw(st.lists(st.sampled_from(list(model.SOUGHT)), max_size=2, unique=True))
        ],
        "paragraphs": paragraphs,
        "text_read": draw(st.sampled_from(list(model.READ))) if paragraphs else None,
        "sources": own,
        "note": draw(maybe(text)),
    }
    return _known(event)


@st.composite
def _dispute(draw, text: Texts, number: int, event: dict) -> dict:
    possible = ["date", "opening", *(f"role:{role['organizer']}" for role in event.get("roles", ()))]
    possible += [f"figure:{figure['label']}" for figure in event.get("figures", ())]
    sides = event["sources"][:3]
    return _known(
        {
            "id": f"dispute-{number}",
            "event": event["id"],
            "question": draw(text),
            "concerns": draw(st.lists(st.sampled_from(possible), max_size=3, unique=True)),
            "claims": [{"says": draw(text), "sources": [side]} for side in sides],
            "shown": draw(text),
        }
    )


@st.composite
def _article(draw, event: dict, names: Mapping[str, str]) -> str:
    """Write paragraphs whose sentences name somebody, say something, and cite sources of the event."""
    # A name with markup, such as "[f](g)" or "* a", would turn the sentence into a link or a list.
    holders = [name for role in event.get("roles", ()) if _prose(name := names[role["organizer"]])]
    blocks = []
    for _ in range(draw(st.integers(1, 3))):
        lines = []
        for _ in range(draw(st.integers(1, 3))):
            who = draw(st.sampled_from(holders)) if holders and draw(st.booleans()) else "Somebody"
            deed = draw(st.lists(words(), min_size=1, max_size=6).map(" ".join).filter(_prose))
            cites = " ".join(f"[{source}]" for source in _some(draw, event["sources"]))
            lines.append(f"{who} said {deed} {cites}.")
        blocks.append("\n".join(lines))
        if draw(st.booleans()):
            blocks.append("## What came after")
            blocks.append(f"More followed [{event['sources'][0]}].")
    return "\n\n".join(blocks) + "\n"


def _prose(text: str) -> bool:
    """Tell whether words can be inside a sentence: they have no markup, and do not end it."""
    return _plain(text) and not set(text) & set('[]{}()<>*_`#|.!?“”«»"/~')


@st.composite
def files(draw) -> dict[str, bytes]:
    """Give the files of a data folder in which the check finds no error."""
    updated = date.fromisoformat(draw(st.sampled_from(("1900-01-31", "2022-12-31", "2026-11-23", "2100-12-31"))))
    text = st.sampled_from(draw(st.lists(texts(), min_size=6, max_size=12)))
    organizers = [draw(_organizer(text, number)) for number in range(draw(st.integers(0, 5)))]
    sources = [draw(_source(text, number, updated)) for number in range(draw(st.integers(1, 6)))]
    ids, organizer_ids = ([record["id"] for record in records] for records in (sources, organizers))
    events: list[dict] = []
    for number in range(draw(st.integers(0, 5))):
        conferences = [event["id"] for event in events if event["kind"] == "conference"]
        events.append(draw(_event(text, number, organizer_ids, ids, conferences, updated)))
    disputes = [
        draw(_dispute(text, number, event))
        for number, event in enumerate(events)
        if len(event["sources"]) > 1 and draw(st.booleans())
    ][:3]
    for source in sources:
        spoken_of = [event["id"] for event in events if source["id"] in event["sources"]]
        source["says"] = [{"event": event, "text": draw(text)} for event in spoken_of if draw(st.booleans())]
    parents = {event.get("parent") for event in events}
    disputed = {dispute["event"] for dispute in disputes}
    spoken_of = {said["event"] for source in sources for said in source["says"]}
    for event in events:
        if event["id"] not in parents | disputed | spoken_of and draw(st.integers(0, 7)) == 0:
            event["withdrawn"] = {"on": updated.isoformat(), "why": draw(text)}
        elif draw(st.integers(0, 7)) == 0:
            event["aliases"] = [f"{event['id']}-before"]
    names = {organizer["id"]: organizer["name"] for organizer in organizers}
    articles = {
        store.article_file(event["id"]): draw(_article(event, names)) for event in events if draw(st.booleans())
    }
    lists = {"events": events, "organizers": organizers, "sources": sources, "disputes": disputes}
    process = _known(
        {
            "id": "made-up",  # a name without Latin letters gives no id
            "name": draw(text),
            "summary": draw(text),
            "updated": updated.isoformat(),
            "covered_until": draw(maybe(st.just(updated.isoformat()))),
            "names": draw(st.lists(_title(text, ids), max_size=2)),
            "not_to_be_confused_with": draw(maybe(text)),
            "sources": ids[:1],
        }
    )
    named = {key: [record["id"] for record in records] for key, records in lists.items() if records}
    change = {"on": updated.isoformat(), "what": "added", **named, "why": "The first publication."}
    content = {"process.yaml": process, **{f"{key}.yaml": records for key, records in lists.items()}}
    content |= {"mirrors.yaml": [{"host": "mirror.example", "why": draw(text)}], CHANGES: [change]}
    return {name: _dumped(value) for name, value in content.items()} | {
        name: text.encode() for name, text in articles.items()
    }


def _dumped(content: list | dict) -> bytes:
    # The dumper in C is several times as fast, where PyYAML has it.
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    return yaml.dump(content, Dumper=dumper, allow_unicode=True, sort_keys=False, width=1_000_000, encoding="utf-8")


def loaded(content: Mapping[str, bytes]) -> Reading:
    """Load the files of a data set; fails if they cannot be read, or if the check finds an error."""
    reading, unread = store.load(FOLDER, content)
    wrong = [problem for problem in (*unread, *checks.check(reading)) if problem.level == "error"]
    assert wrong == [], "\n".join(map(str, wrong))
    return reading


def readings() -> st.SearchStrategy[Reading]:
    """Give a data set as loaded from `files`, with the places of its records."""
    return files().map(loaded)


def datasets() -> st.SearchStrategy[Dataset]:
    """Give a data set as loaded from `files`."""
    return readings().map(lambda reading: reading.dataset)


def snapshots() -> st.SearchStrategy[Snapshot]:
    """Give snapshots, from which the page and the exports draw."""
    return readings().map(
        lambda reading: Snapshot("0123456789ab", reading.dataset, checks.check(reading), frames.build(reading.dataset))
    )
