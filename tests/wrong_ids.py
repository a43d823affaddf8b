"""What people write where an id belongs, in the form of `tests/mistakes.py`; the cure never names another record."""

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
        "events.yaml:61:18: 2019-plan: entry-of-several-records",
        meant=BOTH,
    ),
    row(
        'a word between two organizers', 'events.yaml', ONE, ONE.replace(' tajikistan', ' osce and qatar'),
        "events.yaml:61:18: 2019-plan: entry-of-several-records",
        meant=BOTH,
    ),
    row(
        'a stroke between two organizers', 'events.yaml', ONE, ONE.replace(' tajikistan', ' osce/qatar'),
        "events.yaml:61:18: 2019-plan: entry-of-several-records",
        meant=BOTH,
    ),
    row(
        'two organizers in brackets', 'events.yaml', ONE, ONE.replace(' tajikistan', ' [osce, qatar]'),
        "events.yaml:61:18: 2019-plan: entry-of-several-records",
        meant=BOTH,
    ),
    row(
        'two organizers by their names', 'events.yaml', ONE, ONE.replace(' tajikistan', ' the OSCE & the State of Qatar'),
        "events.yaml:61:18: 2019-plan: entry-of-several-records",
        meant=BOTH,
    ),
    row(
        'two organizers in a list', 'events.yaml', ONE, ONE.replace(' tajikistan', '\n        - osce\n        - qatar'),
        "events.yaml:62:9: 2019-plan: entry-of-several-records",
        meant=BOTH,
    ),
    row(
        'a space between two organizers', 'events.yaml', ONE, ONE.replace(' tajikistan', ' osce qatar'),
        "events.yaml:61:18: 2019-plan: entry-of-several-records",
        meant=BOTH,
    ),
    row(
        'an organizer by its name', 'events.yaml', 'organizer: qatar', 'organizer: State of Qatar',
        "events.yaml:20:18: 2018-dushanbe: id-is-name",
    ),
    row(
        'an organizer by its short name in capitals', 'events.yaml', 'organizer: qatar', 'organizer: QATAR',
        "events.yaml:20:18: 2018-dushanbe: id-not-written-as-one",
    ),
    row(
        'an organizer with a letter too many', 'events.yaml', 'organizer: qatar', 'organizer: quatar',
        "events.yaml:20:18: 2018-dushanbe: id-unknown-perhaps-another",
    ),
    row(
        'an organizer with a wrong letter', 'events.yaml', 'organizer: qatar', 'organizer: katar',
        "events.yaml:20:18: 2018-dushanbe: id-unknown-perhaps-another",
    ),
    row(
        'an organizer with two letters exchanged', 'events.yaml', 'organizer: qatar', 'organizer: qatra',
        "events.yaml:20:18: 2018-dushanbe: id-unknown-perhaps-another",
    ),
    row(
        'an organizer by its page', 'events.yaml', 'organizer: tajikistan\n      role: host', 'organizer: http://www.mfa.tj\n      role: host',
        "events.yaml:16:18: 2018-dushanbe: id-is-name",
    ),
    row(
        'an organizer that is not there: kazakhstan', 'events.yaml', 'organizer: tajikistan\n      role: announcer', 'organizer: kazakhstan\n      role: announcer',
        "events.yaml:61:18: 2019-plan: id-unknown",
        meant=[("events.yaml", 'organizer: tajikistan\n      role: announcer', 'organizer: kazakhstan\n      role: announcer'), *organizer("kazakhstan", "Kazakhstan")],
        cure=organizer("kazakhstan", "Kazakhstan"),
    ),
    row(
        'an organizer that is not there: pakistan', 'events.yaml', 'organizer: tajikistan\n      role: announcer', 'organizer: pakistan\n      role: announcer',
        "events.yaml:61:18: 2019-plan: id-unknown",
        meant=[("events.yaml", 'organizer: tajikistan\n      role: announcer', 'organizer: pakistan\n      role: announcer'), *organizer("pakistan", "Pakistan")],
        cure=organizer("pakistan", "Pakistan"),
    ),
    row(
        'an organizer that is not there: tajikistan-mfa', 'events.yaml', 'organizer: tajikistan\n      role: announcer', 'organizer: tajikistan-mfa\n      role: announcer',
        "events.yaml:61:18: 2019-plan: id-unknown",
        meant=[("events.yaml", 'organizer: tajikistan\n      role: announcer', 'organizer: tajikistan-mfa\n      role: announcer'), *organizer("tajikistan-mfa", "Ministry")],
        cure=organizer("tajikistan-mfa", "Ministry"),
    ),
    row(
        'a source by its address', 'events.yaml', 'sources: [khovar-2018, osce-2018]', 'sources: [https://khovar.tj/1, osce-2018]',
        "events.yaml:19:17: 2018-dushanbe: id-is-name",
    ),
    row(
        'a source by its address, written differently', 'events.yaml', 'sources: [khovar-2018, osce-2018]', 'sources: [http://www.khovar.tj/1/, osce-2018]',
        "events.yaml:19:17: 2018-dushanbe: id-is-name",
    ),
    row(
        'a source by its title', 'events.yaml', 'sources: [khovar-2018, osce-2018]', 'sources: [The conference opens, osce-2018]',
        "events.yaml:19:17: 2018-dushanbe: id-is-name",
    ),
    row(
        'a source with a space', 'events.yaml', 'sources: [khovar-2018, osce-2018]', 'sources: [Khovar 2018, osce-2018]',
        "events.yaml:19:17: 2018-dushanbe: id-not-written-as-one",
    ),
    row(
        'a source with a wrong letter', 'events.yaml', 'sources: [khovar-2018, osce-2018]', 'sources: [kohvar-2018, osce-2018]',
        "events.yaml:19:17: 2018-dushanbe: id-unknown-perhaps-another",
    ),
    row(
        'a source with its day mistyped', 'events.yaml', 'sources: [khovar-2018, osce-2018]', 'sources: [khovar-2081, osce-2018]',
        "events.yaml:19:17: 2018-dushanbe: id-unknown-perhaps-another",
    ),
    row(
        'a source of another day', 'events.yaml', 'sources: [peninsula-2018]\n', 'sources: [peninsula-2019]\n',
        "events.yaml:23:17: 2018-dushanbe: id-unknown-perhaps-another",
        meant=[("events.yaml", 'sources: [peninsula-2018]\n', 'sources: [peninsula-2019]\n'), *source("peninsula-2019")],
        cure=source("peninsula-2019"),
    ),
    row(
        'a source of a publisher that is almost another', 'events.yaml', 'sources: [peninsula-2018]\n', 'sources: [pininfarina-2018]\n',
        "events.yaml:23:17: 2018-dushanbe: id-unknown",
        meant=[("events.yaml", 'sources: [peninsula-2018]\n', 'sources: [pininfarina-2018]\n'), *source("pininfarina-2018")],
        cure=source("pininfarina-2018"),
    ),
    row(
        'the address of a page that is not there', 'events.yaml', 'sources: [peninsula-2018]\n', 'sources: [https://peninsula.example/2]\n',
        "events.yaml:23:17: 2018-dushanbe: id-is-address",
        meant=[("events.yaml", 'sources: [peninsula-2018]\n', 'sources: [peninsula-2019]\n'), *source("peninsula-2019")],
        cure=[("events.yaml", "https://peninsula.example/2", "peninsula-2019"), *source("peninsula-2019")],
    ),
    row(
        'an event by its label', 'disputes.yaml', 'event: 2018-dushanbe\n', 'event: Dushanbe 2018\n',
        "disputes.yaml:2:10: qatar-role: id-is-name",
    ),
    row(
        'an event by its title', 'disputes.yaml', 'event: 2018-dushanbe\n', 'event: Countering Terrorism\n',
        "disputes.yaml:2:10: qatar-role: id-is-name",
    ),
    row(
        'an event with a wrong letter', 'disputes.yaml', 'event: 2018-dushanbe\n', 'event: 2018-dushambe\n',
        "disputes.yaml:2:10: qatar-role: id-unknown-perhaps-another",
    ),
    row(
        'a concern with a space after its colon', 'disputes.yaml', '["role:qatar", date]', '[role: qatar, date]',
        "disputes.yaml:4:14: qatar-role: concern-split-at-colon",
    ),
    row(
        'a concern without what it is', 'disputes.yaml', '["role:qatar", date]', '[qatar, date]',
        "disputes.yaml:4:14: qatar-role: dispute-concerns-nothing",
    ),
    row(
        'a concern with a letter too many', 'disputes.yaml', '["role:qatar", date]', '["role:quatar", date]',
        "disputes.yaml:4:14: qatar-role: dispute-concerns-nothing",
    ),
    row(
        'a concern with a slip', 'disputes.yaml', '["role:qatar", date]', '["role:qatar", dtae]',
        "disputes.yaml:4:28: qatar-role: dispute-concerns-nothing",
    ),
    row(
        'a source in round brackets', 'articles/2018-dushanbe.md', 'counted 400 people [khovar-2018].', 'counted 400 people (khovar-2018).',
        "articles/2018-dushanbe.md:2:20: 2018-dushanbe: citation-without-square-brackets",
    ),
    row(
        'a source in braces', 'articles/2018-dushanbe.md', 'counted 400 people [khovar-2018].', 'counted 400 people {khovar-2018}.',
        "articles/2018-dushanbe.md:2:20: 2018-dushanbe: citation-without-square-brackets",
    ),
    row(
        'a source without brackets', 'articles/2018-dushanbe.md', 'counted 400 people [khovar-2018].', 'counted 400 people khovar-2018.',
        "articles/2018-dushanbe.md:2:20: 2018-dushanbe: citation-without-square-brackets",
    ),
    row(
        'two sources in round brackets', 'articles/2018-dushanbe.md', 'host [khovar-2018] [osce-2018].', 'host (khovar-2018, osce-2018).',
        "articles/2018-dushanbe.md:1:25: 2018-dushanbe: citation-without-square-brackets",
    ),
    row(
        'an address in square brackets', 'articles/2018-dushanbe.md', 'counted 400 people [khovar-2018].', 'counted 400 people [https://khovar.tj/1].',
        "articles/2018-dushanbe.md:2:20: 2018-dushanbe: id-is-address-of-source",
        "articles/2018-dushanbe.md:2:21: 2018-dushanbe: article-with-address",
    ),
    row(
        'a citation with a wrong letter', 'articles/2018-dushanbe.md', 'counted 400 people [khovar-2018].', 'counted 400 people [kohvar-2018].',
        "articles/2018-dushanbe.md:2:20: 2018-dushanbe: id-unknown-perhaps-another",
    ),
    row(
        'a citation with its year mistyped', 'articles/2018-dushanbe.md', 'counted 400 people [khovar-2018].', 'counted 400 people [khovar-2081].',
        "articles/2018-dushanbe.md:2:20: 2018-dushanbe: id-unknown-perhaps-another",
    ),
    row(
        'a citation in capitals', 'articles/2018-dushanbe.md', 'counted 400 people [khovar-2018].', 'counted 400 people [Khovar-2018].',
        "articles/2018-dushanbe.md:2:20: 2018-dushanbe: id-not-written-as-one",
    ),
)
