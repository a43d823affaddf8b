"""Addresses of the dashboard inside files: absolute if the public address is known, else empty."""

from urllib.parse import quote

from dashboard.exports.options import Options
from dashboard.frames.filters import Filters
from dashboard.look.links import export_path, query_string, record_path, with_query
from dashboard.records.kinds import BY_FILE, EVENTS, ORGANIZERS, SOURCES, Kind

WITHOUT_SERVER: Options = {"ending": ".html"}
"""The option of files that belong to an edition without a server: there, each page is a file."""


def ending(options: Options) -> str:
    """Give what the address of a page ends with: nothing, or `.html` in an edition without a server."""
    return options.get("ending", "")


def record_page(options: Options, kind: Kind, name: str) -> str:
    """Give the address of the page of a record; its kind is one of `PAGED`."""
    return under(options, "/" + record_path(kind, quote(name), ending(options)))


def event_page(options: Options, event: str) -> str:
    """Give the address of the page of an event."""
    return record_page(options, BY_FILE[EVENTS], event)


def organizer_page(options: Options, organizer: str) -> str:
    """Give the address of the page of an organizer."""
    return record_page(options, BY_FILE[ORGANIZERS], organizer)


def source_page(options: Options, source: str) -> str:
    """Give the address of the page of a source."""
    return record_page(options, BY_FILE[SOURCES], source)


def view(options: Options, filters: Filters, **more: str) -> str:
    """Give the address of the dashboard with these filters, and with further parameters such as `event`."""
    return under(options, with_query("/", query_string(more, filters)))


def page(options: Options, key: str) -> str:
    """Give the address of a page of the dashboard, by its key."""
    return under(options, f"/{key}{ending(options)}") if ending(options) else view(options, Filters(), page=key)


def file(options: Options, name: str, filters: Filters, **more: str) -> str:
    """Give the address of an export with these filters, and with further parameters.

    Without a server there is only the file of all events.
    """
    return under(options, "/" + (export_path(name) if ending(options) else export_path(name, more, filters)))


def under(options: Options, path: str) -> str:
    """Give the address of a path of the dashboard, which begins with a slash."""
    site = options.get("site", "")
    return site + path if site else ""
