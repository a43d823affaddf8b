"""Frames → the sentences below timeline and matrix.

They report what the data lists. So they hold for past and future events, and for a deduced role, for which no source
names the organizer.

A sentence is only about the events shown. It may be false for events that the filters hide.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

import pandas as pd

from dashboard.frames import place
from dashboard.frames.rows import EventRow, RoleRow, rows
from dashboard.look.shapes import EraFacts
from dashboard.records.belonging import with_bodies
from dashboard.records.model import ORGANIZING
from dashboard.records.terms import TERMS, Terms
from dashboard.topics.explore import eras
from dashboard.words.counting import agreeing, capital, counted, holders, in_words, listed
from dashboard.words.phrases import FORMS, worded


def timeline_alt(events: pd.DataFrame, terms: Terms = TERMS, every_era: Sequence[EraFacts] = ()) -> str:
    """Say in a sentence what the timeline shows with these events, columns as in `frames.EVENTS`.

    `terms` are the words of the series, `every_era` its eras.
    """
    said = _timeline(events, terms)
    bands = eras.words(eras.among(every_era, events))
    return worded("timeline-bands", timeline=said, bands=bands) if bands else said


def _timeline(events: pd.DataFrame, terms: Terms) -> str:
    """Say in a sentence what the timeline shows, without its bands."""
    if events.empty:
        return worded("timeline-empty")
    tally = Counter(events["kind"])
    kinds = listed(counted(tally[kind], *nouns) for kind, nouns in terms.nouns.items() if tally[kind])
    conferences = events[events["kind"] == "conference"]
    named = "; ".join(_conference(row) for row in rows(conferences, EventRow))
    number = counted(len(events), *FORMS["event"])
    timeline = worded("timeline", events=number, span=_span(events), kinds=kinds)
    if not named:
        return timeline
    noun = capital(terms.conference(len(conferences)))
    return worded("timeline-conferences", timeline=timeline, noun=noun, conferences=named)


def role_matrix_alt(roles: pd.DataFrame, events: pd.DataFrame, terms: Terms = TERMS) -> str:
    """Say in words what the matrix shows: who organizes all its conferences or only some, and which roles are disputed.

    `roles` and `events` have columns as in `frames.ROLES` and `frames.EVENTS`; `events` are the columns drawn.
    `terms` are the words of the series.
    """
    shown = set(events["event_id"])
    role_rows = [row for row in rows(roles, RoleRow) if row.event_id in shown]
    if not role_rows:
        return worded("matrix-empty")
    conferences = events[events["kind"] == "conference"]
    organized = {row.event_id for row in role_rows if row.role in ORGANIZING}
    several = [event for event in conferences["event_id"] if event in organized]
    parts: list[str] = []
    if len(several) > 1:
        parts += _everywhere(role_rows, several, len(several) == len(conferences), terms)
        past = conferences[conferences["first"].notna() & ~conferences["ahead"]]
        labels = {row.event_id: row.label for row in rows(past, EventRow) if row.event_id in organized}
        if len(labels) > 1:
            parts += [*_not_at_first(role_rows, labels, terms), *_not_at_last(role_rows, labels, terms)]
    if not parts:
        parts.append(how_many_have_roles(role_rows))
    disputed = [row.organizer for row in role_rows if row.confidence == "disputed"]
    if disputed:
        number, are = counted(len(disputed), *FORMS["role"]), agreeing(len(disputed), *FORMS["is"])
        parts.append(worded("disputed", roles=number, are=are, organizers=listed(dict.fromkeys(disputed))))
    return " ".join(worded("sentence", text=capital(part)) for part in parts)


def columns_drawn(number: int, terms: Terms) -> str:
    """Say that only the conferences are columns of the matrix; `number` is how many they are."""
    conferences = counted(number, *terms.nouns["conference"])
    return worded("caption-columns", conferences=conferences, are=agreeing(number, *FORMS["is"]))


def how_many_have_roles(role_rows: Sequence[RoleRow]) -> str:
    """Count who has roles at how many events, and name each body that is counted together with what it is part of."""
    names = {row.organizer_id: row for row in role_rows}
    events = len({row.event_id for row in role_rows})
    counts = holders(row.organizer_kind for row in names.values())
    bodies = with_bodies({name: row.organizer for name, row in names.items()},
                         {name: row.part_of.split() for name, row in names.items()})  # fmt: skip
    including = worded("including", bodies=listed(bodies)) if bodies else ""
    have = agreeing(len(names), *FORMS["has-a-role" if events == 1 else "has-roles"])
    number = worded("counted", number=in_words(events), noun=agreeing(events, *FORMS["event"]))
    return worded("have-roles", holders=counts, including=including, have=have, events=number)


def _span(events: pd.DataFrame) -> str:
    """Word the years of the dated events, and how many have no date."""
    dated = events[events["first"].notna()]
    undated = len(events) - len(dated)
    if dated.empty:
        return worded("undated")
    first, last = dated["first"].dt.year, dated["last"].dt.year
    from_, to = _year(first, dated["start"], first.min()), _year(last, dated["end"], last.max())
    is_one = first.min() == last.max()
    years = worded("year", year=min(from_, to, key=len)) if is_one else worded("years", first=from_, last=to)
    return worded("undated-some", span=years, number=undated) if undated else years


def _year(years: pd.Series, written: pd.Series, year: int) -> str:
    """Write a year, with "about" before it if no certain date is in it; dates that are not certain end with `~`."""
    return worded("year-about", year=year) if written[years == year].str.endswith("~").all() else f"{year}"


def _conference(row: EventRow) -> str:
    if pd.isna(row.first):
        return worded("conference-undated", label=row.label)
    return worded("conference-planned" if row.ahead else "conference", when=row.when, where=where(row))


def where(row: EventRow) -> str:
    """Word the place of an event, without the country if the city is known."""
    return place(row.city, "" if row.city else row.country, row.venue)


def _everywhere(role_rows: list[RoleRow], conferences: list[str], whole: bool, terms: Terms) -> Iterator[str]:
    """Name those who organize every conference of a list; `whole` says that no other conference is shown."""
    names = {row.organizer_id: row.organizer for row in role_rows}
    organizing: dict[str, set[str]] = {}
    for row in role_rows:
        if row.role in ORGANIZING and row.event_id in conferences:
            organizing.setdefault(row.organizer_id, set()).add(row.event_id)
    always = [names[organizer] for organizer, events in organizing.items() if len(events) == len(conferences)]
    if always:
        is_both = len(conferences) == 2
        number = worded("both") if is_both else worded("all", number=in_words(len(conferences)))
        which = worded("conferences-shown" if whole else "conferences-known", conferences=terms.conference(2))
        yield worded("everywhere", organizers=_listed_as_organizers(always), number=number, which=which)


def _not_at_first(role_rows: list[RoleRow], labels: dict[str, str], terms: Terms) -> Iterator[str]:
    """Name the states that organize a conference but not the first; `labels` are in order of time.

    The sentence does not say "earlier" or "later", because two dates that are not exact may have no known order.
    """
    first = next(iter(labels))
    there = {row.organizer_id for row in role_rows if row.event_id == first and row.role in ORGANIZING}
    order = list(labels)
    first_roles: dict[str, RoleRow] = {}
    for event in order[1:]:
        for row in role_rows:
            if row.event_id == event and row.role in ORGANIZING and row.organizer_kind == "state":
                first_roles.setdefault(row.organizer_id, row)
    states = [row for name, row in first_roles.items() if name not in there]
    if not states:
        return
    names = {
        row: _with_other_roles(row, role_rows, order[: order.index(row.event_id)], labels, terms) for row in states
    }
    if len(labels) == 2:
        organizers = _listed_as_organizers(list(names.values()))
        yield worded("not-of", organizers=organizers, events=labels[order[1]], other=labels[first])
        return
    groups: dict[tuple[str, ...], list[str]] = {}
    for row, name in names.items():
        groups.setdefault(tuple(_organized(row, role_rows, labels)), []).append(name)
    number = worded("counted", number=in_words(len(states)), noun=agreeing(len(states), *FORMS["state-is"]))
    whose = "; ".join(
        worded("states-for", states=listed(group), events=listed(events)) for events, group in groups.items()
    )
    noun = agreeing(len(states), *FORMS["organizer"])
    others = _others(max(map(len, groups)), terms)
    yield worded("not-at-first", states=number, noun=noun, others=others, first=labels[first], whose=whose)


def _not_at_last(role_rows: list[RoleRow], labels: dict[str, str], terms: Terms) -> Iterator[str]:
    """Name those who organize a conference but not the last; say if a body of one of them organizes the last."""
    *_, last = labels
    now = {row.organizer_id: row for row in role_rows if row.event_id == last and row.role in ORGANIZING}
    before = {
        row.organizer_id: row
        for row in role_rows
        if row.role in ORGANIZING and row.event_id in labels and row.organizer_id not in now
    }
    apart: list[str] = []
    bodies: list[str] = []
    more = False
    for row in before.values():
        parts = [other.organizer for other in now.values() if row.organizer_id in other.part_of.split()]
        if parts:
            noun, are = (agreeing(len(parts), *FORMS[code]) for code in ("body", "is"))
            its = {"organizer": row.organizer, "last": labels[last], "noun": noun, "bodies": listed(parts), "are": are}
            bodies.append(worded("body-instead", **its))
        elif whole := _nearest(row, now):
            its = {"organizer": row.organizer, "last": labels[last], "whole": now[whole].organizer}
            bodies.append(worded("whole-instead", **its))
        else:
            apart.append(_with_other_roles(row, role_rows, [last], labels, terms))
            more = more or len(_organized(row, role_rows, labels)) > 1
    if apart:
        which = labels[next(iter(labels))]
        if len(labels) > 2:
            which = _others(2 if more else 1, terms)
        yield worded("not-of", organizers=_listed_as_organizers(apart), events=which, other=labels[last])
    yield from bodies


def _organized(row: RoleRow, role_rows: list[RoleRow], labels: dict[str, str]) -> list[str]:
    """Give the labels of the conferences that the organizer of a row organizes, in order of time."""
    its_rows = (other for other in role_rows if other.organizer_id == row.organizer_id)
    events = {other.event_id for other in its_rows if other.role in ORGANIZING}
    return [label for event, label in labels.items() if event in events]


def _with_other_roles(
    row: RoleRow, role_rows: list[RoleRow], conferences: list[str], labels: dict[str, str], terms: Terms
) -> str:
    """Name an organizer, and its roles at some conferences that are not roles of organizing."""
    others: dict[str, list[str]] = {}
    for other in role_rows:
        if other.organizer_id == row.organizer_id and other.event_id in conferences and other.role not in ORGANIZING:
            others.setdefault(terms.role(other.role), []).append(labels[other.event_id])
    also = listed(worded("role-of", role=role, events=listed(events)) for role, events in others.items())
    return worded("with-roles", organizer=row.organizer, roles=also) if also else row.organizer


def _others(number: int, terms: Terms) -> str:
    """Write `another conference`, or `other conferences`."""
    return worded("another" if number == 1 else "others", conferences=terms.conference(number))


def _listed_as_organizers(names: list[str]) -> str:
    return worded("listed-as", organizers=listed(names), are=agreeing(len(names), *FORMS["is-organizer"]))


def _nearest(row: RoleRow, among: dict[str, RoleRow]) -> str:
    """Give the nearest whole of an organizer that is among others; empty if there is none."""
    return next((whole for whole in row.part_of.split() if whole in among), "")
