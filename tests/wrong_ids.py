"""What people write where an id belongs, in the form of `tests/mistakes.py`: another record is never what comes of it."""

from tests.mistakes import row

TWO = "      role: announcer\n      confidence: single\n      sources: [asiaplus-2022]\n"
BOTH = f"    - organizer: osce\n{TWO}    - organizer: qatar\n{TWO}"
ONE = f"    - organizer: tajikistan\n{TWO}"
NEW_ORGANIZER = "\n- id: {id}\n  name: {name}\n  short_name: {name}\n  kind: state\n"
NEW_SOURCE = (
    "\n- id: {id}\n  title: Another page\n  publisher: The Peninsula\n  url: https://peninsula.example/2\n"
    "  published: 2019\n  language: en\n  kind: press\n  read: full\n"
    "  says: [{{event: 2018-dushanbe, text: Qatar paid.}}]\n"
)
LAST_ORGANIZER = "  short_name: Qatar\n  kind: state\n"
LAST_SOURCE = "text: They met.}]\n"
LAST_CHANGE = "  why: First publication.\n"


def added(key: str, name: str) -> str:
    """Write an entry of the list of changes."""
    return f"\n- on: 2022-12-31\n  what: added\n  {key}: [{name}]\n  why: It was not in the data yet.\n"


def organizer(name: str, label: str) -> list[tuple[str, str, str]]:
    """Give the edits that add an organizer, as its advice says."""
    return [
        ("organizers.yaml", LAST_ORGANIZER, LAST_ORGANIZER + NEW_ORGANIZER.format(id=name, name=label)),
        ("CHANGES.yaml", LAST_CHANGE, LAST_CHANGE + added("organizers", name)),
        ("articles/2019-plan.md", "The Tajik Government", f"{label} and the Tajik Government"),
    ]


def source(name: str) -> list[tuple[str, str, str]]:
    """Give the edits that add a source to the files and to the event, as its advice says."""
    return [
        ("sources.yaml", LAST_SOURCE, LAST_SOURCE + NEW_SOURCE.format(id=name)),
        ("CHANGES.yaml", LAST_CHANGE, LAST_CHANGE + added("sources", name)),
        ("events.yaml", "peninsula-2018, asiaplus-2022]", f"peninsula-2018, asiaplus-2022, {name}]"),
    ]


# One mistake is one paragraph; wrapped, the messages could no longer be compared by eye.
# fmt: off
# ruff: noqa: E501
WRONG_IDS = (
    row(
        'a comma between two organizers', 'events.yaml', ONE, ONE.replace(' tajikistan', ' osce, qatar'),
        'events.yaml:61:18: 2019-plan: "osce, qatar" are two organizers; write an entry for each: "osce" and "qatar"',
        meant=BOTH,
    ),
    row(
        'a word between two organizers', 'events.yaml', ONE, ONE.replace(' tajikistan', ' osce and qatar'),
        'events.yaml:61:18: 2019-plan: "osce and qatar" are two organizers; write an entry for each: "osce" and "qatar"',
        meant=BOTH,
    ),
    row(
        'a stroke between two organizers', 'events.yaml', ONE, ONE.replace(' tajikistan', ' osce/qatar'),
        'events.yaml:61:18: 2019-plan: "osce/qatar" are two organizers; write an entry for each: "osce" and "qatar"',
        meant=BOTH,
    ),
    row(
        'two organizers in brackets', 'events.yaml', ONE, ONE.replace(' tajikistan', ' [osce, qatar]'),
        'events.yaml:61:18: 2019-plan: "[osce, qatar]" are two organizers; write an entry for each: "osce" and "qatar"',
        meant=BOTH,
    ),
    row(
        'two organizers by their names', 'events.yaml', ONE, ONE.replace(' tajikistan', ' the OSCE & the State of Qatar'),
        'events.yaml:61:18: 2019-plan: "the OSCE & the State of Qatar" are two organizers; write an entry for each: "osce" and "qatar"',
        meant=BOTH,
    ),
    row(
        'two organizers in a list', 'events.yaml', ONE, ONE.replace(' tajikistan', '\n        - osce\n        - qatar'),
        'events.yaml:62:9: 2019-plan: "[osce, qatar]" are two organizers; write an entry for each: "osce" and "qatar"',
        meant=BOTH,
    ),
    row(
        'a space between two organizers', 'events.yaml', ONE, ONE.replace(' tajikistan', ' osce qatar'),
        'events.yaml:61:18: 2019-plan: "osce qatar" are two organizers; write an entry for each: "osce" and "qatar"',
        meant=BOTH,
    ),
    row(
        'an organizer by its name', 'events.yaml', 'organizer: qatar', 'organizer: State of Qatar',
        'events.yaml:20:18: 2018-dushanbe: "State of Qatar" is the name of "qatar"; write that id',
    ),
    row(
        'an organizer by its short name in capitals', 'events.yaml', 'organizer: qatar', 'organizer: QATAR',
        'events.yaml:20:18: 2018-dushanbe: "QATAR" is not an id; write "qatar"',
    ),
    row(
        'an organizer with a letter too many', 'events.yaml', 'organizer: qatar', 'organizer: quatar',
        'events.yaml:20:18: 2018-dushanbe: "quatar" is not an id in organizers.yaml; add it to organizers.yaml; if you meant "qatar", write that',
    ),
    row(
        'an organizer with a wrong letter', 'events.yaml', 'organizer: qatar', 'organizer: katar',
        'events.yaml:20:18: 2018-dushanbe: "katar" is not an id in organizers.yaml; add it to organizers.yaml; if you meant "qatar", write that',
    ),
    row(
        'an organizer with two letters exchanged', 'events.yaml', 'organizer: qatar', 'organizer: qatra',
        'events.yaml:20:18: 2018-dushanbe: "qatra" is not an id in organizers.yaml; add it to organizers.yaml; if you meant "qatar", write that',
    ),
    row(
        'an organizer by its page', 'events.yaml', 'organizer: tajikistan\n      role: host', 'organizer: http://www.mfa.tj\n      role: host',
        'events.yaml:16:18: 2018-dushanbe: "http://www.mfa.tj" is the address of "tajikistan"; write that id',
    ),
    row(
        'an organizer that is not there: kazakhstan', 'events.yaml', 'organizer: tajikistan\n      role: announcer', 'organizer: kazakhstan\n      role: announcer',
        'events.yaml:61:18: 2019-plan: "kazakhstan" is not an id in organizers.yaml; add it to organizers.yaml, or write an id that is there',
        meant=[("events.yaml", 'organizer: tajikistan\n      role: announcer', 'organizer: kazakhstan\n      role: announcer'), *organizer("kazakhstan", "Kazakhstan")],
        cure=organizer("kazakhstan", "Kazakhstan"),
    ),
    row(
        'an organizer that is not there: pakistan', 'events.yaml', 'organizer: tajikistan\n      role: announcer', 'organizer: pakistan\n      role: announcer',
        'events.yaml:61:18: 2019-plan: "pakistan" is not an id in organizers.yaml; add it to organizers.yaml, or write an id that is there',
        meant=[("events.yaml", 'organizer: tajikistan\n      role: announcer', 'organizer: pakistan\n      role: announcer'), *organizer("pakistan", "Pakistan")],
        cure=organizer("pakistan", "Pakistan"),
    ),
    row(
        'an organizer that is not there: tajikistan-mfa', 'events.yaml', 'organizer: tajikistan\n      role: announcer', 'organizer: tajikistan-mfa\n      role: announcer',
        'events.yaml:61:18: 2019-plan: "tajikistan-mfa" is not an id in organizers.yaml; add it to organizers.yaml, or write an id that is there',
        meant=[("events.yaml", 'organizer: tajikistan\n      role: announcer', 'organizer: tajikistan-mfa\n      role: announcer'), *organizer("tajikistan-mfa", "Ministry")],
        cure=organizer("tajikistan-mfa", "Ministry"),
    ),
    row(
        'a source by its address', 'events.yaml', 'sources: [khovar-2018, osce-2018]', 'sources: [https://khovar.tj/1, osce-2018]',
        'events.yaml:19:17: 2018-dushanbe: "https://khovar.tj/1" is the address of "khovar-2018"; write that id',
    ),
    row(
        'a source by its address, written differently', 'events.yaml', 'sources: [khovar-2018, osce-2018]', 'sources: [http://www.khovar.tj/1/, osce-2018]',
        'events.yaml:19:17: 2018-dushanbe: "http://www.khovar.tj/1/" is the address of "khovar-2018"; write that id',
    ),
    row(
        'a source by its title', 'events.yaml', 'sources: [khovar-2018, osce-2018]', 'sources: [The conference opens, osce-2018]',
        'events.yaml:19:17: 2018-dushanbe: "The conference opens" is the title of "khovar-2018"; write that id',
    ),
    row(
        'a source with a space', 'events.yaml', 'sources: [khovar-2018, osce-2018]', 'sources: [Khovar 2018, osce-2018]',
        'events.yaml:19:17: 2018-dushanbe: "Khovar 2018" is not an id; write "khovar-2018"',
    ),
    row(
        'a source with a wrong letter', 'events.yaml', 'sources: [khovar-2018, osce-2018]', 'sources: [kohvar-2018, osce-2018]',
        'events.yaml:19:17: 2018-dushanbe: "kohvar-2018" is not an id in sources.yaml; add it to sources.yaml; if you meant "khovar-2018", write that',
    ),
    row(
        'a source with its day mistyped', 'events.yaml', 'sources: [khovar-2018, osce-2018]', 'sources: [khovar-2081, osce-2018]',
        'events.yaml:19:17: 2018-dushanbe: "khovar-2081" is not an id in sources.yaml; add it to sources.yaml; if its day is mistyped, there is "khovar-2018"',
    ),
    row(
        'a source of another day', 'events.yaml', 'sources: [peninsula-2018]\n', 'sources: [peninsula-2019]\n',
        'events.yaml:23:17: 2018-dushanbe: "peninsula-2019" is not an id in sources.yaml; add it to sources.yaml; if its day is mistyped, there is "peninsula-2018"',
        meant=[("events.yaml", 'sources: [peninsula-2018]\n', 'sources: [peninsula-2019]\n'), *source("peninsula-2019")],
        cure=source("peninsula-2019"),
    ),
    row(
        'a source of a publisher that is almost another', 'events.yaml', 'sources: [peninsula-2018]\n', 'sources: [pininfarina-2018]\n',
        'events.yaml:23:17: 2018-dushanbe: "pininfarina-2018" is not an id in sources.yaml; add it to sources.yaml, or write an id that is there',
        meant=[("events.yaml", 'sources: [peninsula-2018]\n', 'sources: [pininfarina-2018]\n'), *source("pininfarina-2018")],
        cure=source("pininfarina-2018"),
    ),
    row(
        'the address of a page that is not there', 'events.yaml', 'sources: [peninsula-2018]\n', 'sources: [https://peninsula.example/2]\n',
        'events.yaml:23:17: 2018-dushanbe: "https://peninsula.example/2" is an address, not an id; add the page to sources.yaml, and write its id here',
        meant=[("events.yaml", 'sources: [peninsula-2018]\n', 'sources: [peninsula-2019]\n'), *source("peninsula-2019")],
        cure=[("events.yaml", "https://peninsula.example/2", "peninsula-2019"), *source("peninsula-2019")],
    ),
    row(
        'an event by its label', 'disputes.yaml', 'event: 2018-dushanbe\n', 'event: Dushanbe 2018\n',
        'disputes.yaml:2:10: qatar-role: "Dushanbe 2018" is the label of "2018-dushanbe"; write that id',
    ),
    row(
        'an event by its title', 'disputes.yaml', 'event: 2018-dushanbe\n', 'event: Countering Terrorism\n',
        'disputes.yaml:2:10: qatar-role: "Countering Terrorism" is the title of "2018-dushanbe"; write that id',
    ),
    row(
        'an event with a wrong letter', 'disputes.yaml', 'event: 2018-dushanbe\n', 'event: 2018-dushambe\n',
        'disputes.yaml:2:10: qatar-role: "2018-dushambe" is not an id in events.yaml; add it to events.yaml; if you meant "2018-dushanbe", write that',
    ),
    row(
        'a concern with a space after its colon', 'disputes.yaml', '["role:qatar", date]', '[role: qatar, date]',
        'disputes.yaml:4:14: qatar-role: the colon and the space after it split this entry; write "role:qatar", without the space',
    ),
    row(
        'a concern without what it is', 'disputes.yaml', '["role:qatar", date]', '[qatar, date]',
        'disputes.yaml:4:14: qatar-role: "2018-dushanbe" has no date, role or figure called "qatar"; write "role:qatar"',
    ),
    row(
        'a concern with a letter too many', 'disputes.yaml', '["role:qatar", date]', '["role:quatar", date]',
        'disputes.yaml:4:14: qatar-role: "2018-dushanbe" has no date, role or figure called "role:quatar"; add it to the event; if you meant "role:qatar", write that',
    ),
    row(
        'a concern with a slip', 'disputes.yaml', '["role:qatar", date]', '["role:qatar", dtae]',
        'disputes.yaml:4:28: qatar-role: "2018-dushanbe" has no date, role or figure called "dtae"; if you meant "date", write that, else one of: date, opening, role:tajikistan, role:qatar, figure:participants',
    ),
    row(
        'a source in round brackets', 'articles/2018-dushanbe.md', 'counted 400 people [khovar-2018].', 'counted 400 people (khovar-2018).',
        'articles/2018-dushanbe.md:2:20: 2018-dushanbe: "(khovar-2018)" is the id of a source; write "[khovar-2018]", in square brackets',
    ),
    row(
        'a source in braces', 'articles/2018-dushanbe.md', 'counted 400 people [khovar-2018].', 'counted 400 people {khovar-2018}.',
        'articles/2018-dushanbe.md:2:20: 2018-dushanbe: "{khovar-2018}" is the id of a source; write "[khovar-2018]", in square brackets',
    ),
    row(
        'a source without brackets', 'articles/2018-dushanbe.md', 'counted 400 people [khovar-2018].', 'counted 400 people khovar-2018.',
        'articles/2018-dushanbe.md:2:20: 2018-dushanbe: "khovar-2018" is the id of a source; write "[khovar-2018]", in square brackets',
    ),
    row(
        'two sources in round brackets', 'articles/2018-dushanbe.md', 'host [khovar-2018] [osce-2018].', 'host (khovar-2018, osce-2018).',
        'articles/2018-dushanbe.md:1:25: 2018-dushanbe: "(khovar-2018, osce-2018)" are the ids of sources; write "[khovar-2018] [osce-2018]", in square brackets',
    ),
    row(
        'an address in square brackets', 'articles/2018-dushanbe.md', 'counted 400 people [khovar-2018].', 'counted 400 people [https://khovar.tj/1].',
        'articles/2018-dushanbe.md:2:20: 2018-dushanbe: "[https://khovar.tj/1]" is the address of "khovar-2018"; write "[khovar-2018]"',
        'articles/2018-dushanbe.md:2:21: 2018-dushanbe: a web address would be shown as it stands; delete it, and cite its source: [khovar-2018]',
    ),
    row(
        'a citation with a wrong letter', 'articles/2018-dushanbe.md', 'counted 400 people [khovar-2018].', 'counted 400 people [kohvar-2018].',
        'articles/2018-dushanbe.md:2:20: 2018-dushanbe: "[kohvar-2018]" is not an id in sources.yaml; add it to sources.yaml; if you meant "[khovar-2018]", write that',
    ),
    row(
        'a citation with its year mistyped', 'articles/2018-dushanbe.md', 'counted 400 people [khovar-2018].', 'counted 400 people [khovar-2081].',
        'articles/2018-dushanbe.md:2:20: 2018-dushanbe: "[khovar-2081]" is not an id in sources.yaml; add it to sources.yaml; if its day is mistyped, there is "[khovar-2018]"',
    ),
    row(
        'a citation in capitals', 'articles/2018-dushanbe.md', 'counted 400 people [khovar-2018].', 'counted 400 people [Khovar-2018].',
        'articles/2018-dushanbe.md:2:20: 2018-dushanbe: "[Khovar-2018]" is not an id; write "[khovar-2018]"',
    ),
)
