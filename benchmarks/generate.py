"""Write a synthetic data folder in the format of `data/`, of any size and always the same for that size.

    python benchmarks/generate.py 1000 /tmp/events-1000

Every event is of a weight that the page shows at first, so that all of them are drawn.
"""

import argparse
import shutil
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

import yaml

FIRST_DAY, LAST_DAY = date(2016, 1, 11), date(2025, 11, 28)
NEAR = timedelta(days=28)
"""How long after a conference what belongs to it takes place."""
NAME = "Example Process"
UPDATED = "2025-12-31"
ARTICLE_LENGTH = 2000
"""Characters an article has at least, citations included."""

ORGANIZERS = {
    "northland": ("Republic of Northland", "Northland", "state"),
    "eastmark": ("Kingdom of Eastmark", "Eastmark", "state"),
    "southfield": ("State of Southfield", "Southfield", "state"),
    "westhaven": ("Republic of Westhaven", "Westhaven", "state"),
    "midvale": ("Federation of Midvale", "Midvale", "state"),
    "highmoor": ("Principality of Highmoor", "Highmoor", "state"),
    "un-security": ("United Nations Office of Example Security", "UNOES", "united-nations"),
    "un-borders": ("United Nations Agency for Example Borders", "UNAEB", "united-nations"),
    "un-finance": ("United Nations Centre on Example Finance", "UNCEF", "united-nations"),
    "un-youth": ("United Nations Fund for Example Youth", "UNFEY", "united-nations"),
    "un-law": ("United Nations Institute of Example Law", "UNIEL", "united-nations"),
    "lake-league": ("League of Lake States", "LLS", "regional-organization"),
    "river-union": ("Union of River States", "URS", "regional-organization"),
    "mountain-pact": ("Mountain Security Pact", "MSP", "regional-organization"),
    "coast-council": ("Council of Coastal States", "CCS", "regional-organization"),
    "plains-forum": ("Forum of the Plains", "FOP", "regional-organization"),
}
"""Id → name, short name and kind."""

OTHER_KINDS = ("declaration", "side-event", "preparation", "side-event", "follow-up")
CITIES = {"Northport": "Northland", "Eastbridge": "Eastmark", "Southwell": "Southfield", "Westbury": "Westhaven"}
ROLES = ("host", "organizer", "co-organizer", "co-host", "sponsor", "supporter", "partner")
SUBJECTS = ("border security", "financing", "the return of families", "education", "the work of courts", "the internet")
DEEDS = (
    "presented a report on {subject}",
    "asked for closer cooperation on {subject}",
    "offered training on {subject} to every state that took part",
    "spoke of what had been learned about {subject} since the last meeting",
    "warned that {subject} needs more than the police can give",
    "announced a fund for {subject}, without saying how large it would be",
)
HEADINGS = ("Who organized it", "What was discussed", "What was decided", "What followed")


def generate(number: int, folder: Path) -> None:
    """Write a data folder with that many events; one written here before is replaced, any other is left alone."""
    if folder.exists() and any(folder.iterdir()):
        about = folder / "process.yaml"
        if not about.is_file() or f"name: {NAME}\n" not in about.read_text(encoding="utf-8"):
            raise SystemExit(f"{folder} holds something else; name a new folder")
        shutil.rmtree(folder)
    (folder / "articles").mkdir(parents=True)
    random = Random(number)
    days = sorted(FIRST_DAY + random.random() * (LAST_DAY - FIRST_DAY) for _ in range(number))
    every = min(10, number // 2)
    conferences: list[tuple[str, date]] = []
    events, disputes = [], []
    for index, day in enumerate(days):
        conference = index % every == 0
        event = _event(random, index, day, len(conferences) + 1 if conference else None, number)
        if conference:
            conferences.append((event["id"], day))
        elif event["kind"] in ("declaration", "side-event") and day - conferences[-1][1] < NEAR:
            event["parent"] = conferences[-1][0]
        events.append(event)
        disputes += _disputes(event)
        _write_article(folder, random, event)
    organizers = [
        {"id": key, "name": name, "short_name": short, "kind": kind} for key, (name, short, kind) in ORGANIZERS.items()
    ]
    used = {role["organizer"] for event in events for role in event["roles"]}
    sources = [source for index, day in enumerate(days) for source in _sources(index, day)]
    said = {source["id"]: [] for source in sources}
    for event in events:
        for source in event["sources"]:
            said[source].append({"event": event["id"], "text": f"The meeting in {event['city']} took place."})
    sources = [source | ({"says": said[source["id"]]} if said[source["id"]] else {}) for source in sources]
    process = {
        "name": NAME,
        "summary": f"Synthetic data with {number} events, made to measure how fast the page is.",
        "updated": UPDATED,
        "sources": [sources[0]["id"]],
    }
    lists = {
        "events": events,
        "organizers": [organizer for organizer in organizers if organizer["id"] in used],
        "sources": sources,
        "disputes": disputes,
    }
    _dump(folder / "process.yaml", process)
    for key, records in lists.items():
        _dump(folder / f"{key}.yaml", records)
    named = {key: [record["id"] for record in records] for key, records in lists.items()}
    _dump(folder / "CHANGES.yaml", [{"on": UPDATED, "what": "added", **named, "why": "Made up."}])
    _dump(folder / "mirrors.yaml", [{"host": "mirror.example", "why": "Stands for a host of copies."}])


def _event(random: Random, index: int, day: date, edition: int | None, number: int) -> dict:
    kind = "conference" if edition else random.choice(OTHER_KINDS)
    city = random.choice(list(CITIES))
    others = random.sample(range(number), 2)
    sources = list(dict.fromkeys([f"paper-{index}", f"agency-{index}", *(f"paper-{other}" for other in others)]))
    name = f"Conference {edition}" if edition else f"{kind.replace('-', ' ').capitalize()} {index}"
    event = {
        "id": f"{day.year}-event-{index}",
        "title": f"High-Level {name} on {random.choice(SUBJECTS).capitalize()} and Cooperation in {city}",
        "label": f"{city} {index}",
        "kind": kind,
        "weight": "main" if edition else "secondary",
    }
    if edition:
        event["edition"] = edition
    return event | {
        "start": day.isoformat(),
        "end": (day + timedelta(days=1 if edition else 0)).isoformat(),
        "date_sources": sources[:2],
        "city": city,
        "country": CITIES[city],
        "roles": _roles(random, sources),
        "figures": [
            {
                "label": "participants",
                "value": f"more than {random.randrange(50, 600, 50)}",
                "confidence": "single",
                "sources": sources[:1],
            }
        ],
        "sources": sources,
    }


def _roles(random: Random, sources: list[str]) -> list[dict]:
    """Give two to seven organizers a role each; about one in thirty is disputed."""
    roles = []
    for organizer in random.sample(list(ORGANIZERS), random.randint(2, 7)):
        confidence = random.choices(("confirmed", "single", "disputed"), (60, 37, 3))[0]
        roles.append(
            {
                "organizer": organizer,
                "role": random.choice(ROLES),
                "confidence": confidence,
                "sources": sources[:1] if confidence == "single" else sources[:2],
            }
        )
    return roles


def _disputes(event: dict) -> list[dict]:
    return [
        {
            "id": f"{event['id']}-{role['organizer']}",
            "event": event["id"],
            "question": f"Was {ORGANIZERS[role['organizer']][1]} {role['role']}?",
            "concerns": [f"role:{role['organizer']}"],
            "claims": [
                {"says": "It was.", "sources": event["sources"][:1]},
                {"says": "It is not mentioned.", "sources": event["sources"][1:2]},
            ],
            "shown": "The role, as disputed.",
        }
        for role in event["roles"]
        if role["confidence"] == "disputed"
    ]


def _sources(index: int, day: date) -> list[dict]:
    published = (day + timedelta(days=1)).isoformat()
    return [
        {
            "id": f"{publisher}-{index}",
            "title": f"Report {index} on the meeting of {day:%d %B %Y}",
            "publisher": f"Example {publisher.capitalize()}",
            "url": f"https://{publisher}.example/{day.year}/{index}",
            "published": published,
            "language": "en",
            "kind": kind,
            "read": "full",
        }
        for publisher, kind in (("paper", "press"), ("agency", "official"))
    ]


def _write_article(folder: Path, random: Random, event: dict) -> None:
    """Write sentences that name the organizers of the event and cite its sources, under four headings."""
    names = [ORGANIZERS[role["organizer"]][0] for role in event["roles"]]
    cited = [f"[{source}]" for source in event["sources"]]
    blocks = [f"The {names[0]} opened the meeting in {event['city']} on {event['start']} {cited[0]} {cited[1]}."]
    share, unnamed = ARTICLE_LENGTH / len(HEADINGS), names[1:]
    for heading in HEADINGS:
        sentences: list[str] = []
        while sum(map(len, sentences)) < share - len(heading) - 25:
            deed = random.choice(DEEDS).format(subject=random.choice(SUBJECTS))
            proof = " ".join(random.sample(cited, random.choice((1, 1, 2))))
            if unnamed:
                who, proof = unnamed.pop(), cited[0]  # every role cites the first source
            else:
                who = random.choice(names)
            sentences.append(f"The {who} {deed} {proof}.")
        blocks += [f"## {heading}", " ".join(sentences)]
    (folder / "articles" / f"{event['id']}.md").write_text("\n\n".join(blocks) + "\n", encoding="utf-8")


def _dump(path: Path, content: list | dict) -> None:
    text = yaml.dump(content, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=120)
    path.write_text(text, encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("number", type=int, help="how many events, at least 2")
    parser.add_argument("folder", type=Path, help="where to write them; an old folder is replaced")
    asked = parser.parse_args(arguments)
    if asked.number < 2:
        parser.error("number must be at least 2")
    generate(asked.number, asked.folder)


if __name__ == "__main__":
    main()
