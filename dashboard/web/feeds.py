"""What programs ask about the whole dashboard: its addresses, what they may fetch, and whether it works."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from dashboard import __version__
from dashboard.exports import site
from dashboard.exports.options import Options
from dashboard.exports.revisions import last_moment, revisions
from dashboard.frames.filters import Filters
from dashboard.library import Snapshot
from dashboard.look.html import render
from dashboard.records.kinds import EVENTS, ORGANIZERS, PAGED
from dashboard.topics import PAGES

MOST = 50_000
"""The most addresses that a sitemap can have (https://www.sitemaps.org/protocol.html)."""


def sitemap(snapshot: Snapshot, options: Options, pages: Iterable[str] = ()) -> bytes:
    """List the pages of the dashboard, and those of events, organizers and sources, with the day of their last change.

    `options` must have a `site`, because addresses in a sitemap are absolute. `pages` are the addresses of the pages,
    if they are not those of the server.
    """
    if not pages:
        pages = [site.view(options, Filters()), *(site.view(options, Filters(), page=page.key) for page in PAGES[1:])]
    return render("web/sitemap.xml", places=list(_places(snapshot, options, pages))[:MOST]).encode()


def _places(snapshot: Snapshot, options: Options, pages: Iterable[str]) -> Iterator[tuple[str, date]]:
    dataset, last = snapshot.dataset, last_moment(snapshot).date()
    for address in pages:
        yield address, last
    for path in (*(f"/{folder}/" for folder in PAGED), f"/api{site.ending(options)}"):
        yield site.under(options, path), last
    # The page of an organizer also shows what it did at each event.
    events = revisions(snapshot, EVENTS)
    shown: dict[tuple[str, str], list[datetime]] = {}
    for event in dataset.events.values():
        for role in event.roles:
            shown.setdefault((ORGANIZERS, role.organizer), []).append(events[event.id].changed)
    for kind in PAGED.values():
        for name, revision in revisions(snapshot, kind.file).items():
            changed = max([revision.changed, *shown.get((kind.file, name), ())])
            yield site.record_page(options, kind, name), changed.date()


def robots(address: str, base: str) -> str:
    """Say what crawlers may fetch (RFC 9309). `address` is the public address, and `base` the path in it.

    Each choice of filters gives another file, so a crawler would never come to an end.
    """
    return f"User-agent: *\nDisallow: {base}/export/*?\nDisallow: {base}/trial/\n\nSitemap: {address}/sitemap.xml\n"


def health(snapshot: Snapshot | None, today: date) -> dict[str, object]:
    """Say whether the dashboard can show anything, its version, and how old its data is.

    `snapshot` is None if the data cannot be read. `status` is `ok`, `old` if the files can no longer be read and the
    page shows their last good state, or `down` if nothing can be shown. Ages are in days.
    """
    if snapshot is None or not snapshot.dataset.events:
        return {"status": "down", "version": __version__, "problem": "No event can be read from the data files."}
    process = snapshot.dataset.process
    updated = process.updated if process else None
    answer: dict[str, object] = {
        "status": "old" if snapshot.notice else "ok",
        "version": __version__,
        "data": {
            "stamp": snapshot.stamp,
            "updated": str(updated) if updated else None,
            "age_in_days": max((today - updated.last()).days, 0) if updated else None,
            "events": len(snapshot.dataset.events),
        },
    }
    return answer | ({"problem": snapshot.notice} if snapshot.notice else {})
