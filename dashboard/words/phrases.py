"""The phrases of captions, of filters and of the sentences below charts, for Python and for the browser.

Python and the scripts choose phrases by the same rules. The rules are written in both languages, and the phrases only
here.
"""

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    "all": "all {number}",
    "all-disputed": "disputed",
    "another": "another {conferences}",
    "band": "{name}, {when}",
    "bands": "{noun}: {bands}",
    "bodies": "{whole} and its {noun} {bodies}",
    "body-instead": "{organizer} itself is not listed as organizer of {last}, but its {noun} {bodies} {are}",
    "both": "both",
    "calendar-named": "{sentence}: {labels}",
    "calendar-without": "{number} of these events {are} not in the calendar, because {their} exact days are not known",
    "caption-all": "all {events}",
    "caption-columns": "only {conferences} {are} drawn",
    "caption-day": "data of {day}",
    "caption-filters": "filters: {filters}",
    "caption-hidden": "not shown: {hidden}",
    "caption-some": "{number} of {events}",
    "caption-trial": "a change on trial, not published",
    "caption-undated": "{events} without a date {are} not drawn",
    "conference": "{when}, {where}",
    "conference-planned": "{when}, {where} (planned)",
    "conference-undated": "{label}, without a date",
    "conferences-known": "{conferences} shown whose organizers are known",
    "conferences-shown": "{conferences} shown",
    "counted": "{number} {noun}",
    "day-not-certain": "day not certain",
    "disputed": "{roles} {are} disputed ({organizers})",
    "drawn-kind": "{events} by kind",
    "drawn-matrix": "Who has which role at {events}",
    "drawn-organizer": "{events} by organizer",
    "drawn-place": "{events} by place",
    "everywhere": "{organizers} of {number} {which}",
    "filter-any": "all events",
    "filter-since": "from {since}",
    "filter-since-until": "from {since} to {until}",
    "filter-text": "“{text}”",
    "filter-text-waits": "“{text}” (not searched yet)",
    "filter-together": "with {organizer}",
    "filter-until": "until {until}",
    "gap": "no {conference} is listed for {years}",
    "gap-many": "{number} {years} between {first} and {last}",
    "have-roles": "{holders}{including} {have} at {events}",
    "in-year": "in {year}",
    "in-year-disputed": "in {year} ({disputed})",
    "including": ", including {bodies},",
    "listed-as": "{organizers} {are}",
    "matrix-empty": "No role is known for these events.",
    "not-at-first": "{states} listed as {noun} of {others} but not of {first}: {whose}",
    "not-of": "{organizers} of {events} but not of {other}",
    "others": "other {conferences}",
    "role-of": "{role} of {events}",
    "sentence": "{text}.",
    "some-disputed": "{number} disputed",
    "states-and-organizations": "{number} states and organizations",
    "states-for": "{states} for {events}",
    "timeline": "Timeline of {events}{span}: {kinds}.",
    "timeline-bands": "{timeline} {bands}.",
    "timeline-conferences": "{timeline} {noun}: {conferences}.",
    "timeline-empty": "The timeline has no events.",
    "title-busiest": "{number} of {total} {events} in {year}",
    "title-conferences": "{number} {conferences}{span}",
    "title-conferences-some": "{number} of {total} {conferences}{span}",
    "title-from-to": "From {number} {organizers} {before} to {other} {after}",
    "title-matrix": "Organizers and their roles",
    "title-timeline": "Timeline",
    "undated": " without a date",
    "undated-some": "{span}, {number} of them without a date",
    "whole-instead": "{organizer} is not listed as organizer of {last}, but {whole} is. {organizer} is part of {whole}",
    "with-roles": "{organizer} ({roles})",
    "year": " in {year}",
    "year-about": "about {year}",
    "years": " from {first} to {last}",
}
"""Code → phrase, with the names of its values in braces."""

FORMS: Mapping[str, tuple[str, str]] = {
    "band": ("Band", "Bands"),
    "body": ("body", "bodies"),
    "event": ("event", "events"),
    "has-a-role": ("has a role", "have roles"),
    "has-roles": ("has roles", "have roles"),
    "is": ("is", "are"),
    "is-organizer": ("is listed as organizer", "are listed as organizers"),
    "its": ("its", "their"),
    "organization": ("organization", "organizations"),
    "organizer": ("organizer", "organizers"),
    "other-event": ("other event", "other events"),
    "person": ("person", "people"),
    "role": ("role", "roles"),
    "source": ("source", "sources"),
    "state": ("state", "states"),
    "state-is": ("state is", "states are"),
    "year": ("year", "years"),
}
"""Code → the forms for one and for several."""


def worded(code: str, /, **values: object) -> str:
    """Fill in a phrase. Braces in the values stay as they are.

    Raises
    ------
    KeyError
        If there is no such phrase, or a value of it is missing.
    """
    return TEXTS[code].format_map(values)
