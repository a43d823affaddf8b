"""`find`: find events, people, organizers, sources and disagreements by words."""

from pathlib import Path

import click

from dashboard.cli import arguments
from dashboard.cli.messages import failed

FEW = 5
"""Hits of a kind that are printed without `--all`."""


@click.command("find", cls=arguments.Command)
@click.argument("words", nargs=-1, required=True, metavar="WORDS", help="What to find. What is in quotes is a phrase.")
@click.option("--all", "every", is_flag=True, help=f"Print all hits; without it, {FEW} of each kind.")
@arguments.data
def finding(words: tuple[str, ...], data: Path, *, every: bool) -> int:
    """Find events, people, organizers, sources and disagreements.

    It finds the same as the search on the page: names in any letters, and words with typing errors.
    """
    from dashboard.frames import search
    from dashboard.frames.filters import MAX_TEXT, searched
    from dashboard.frames.findable import HEADINGS
    from dashboard.library import Library
    from dashboard.words.counting import counted

    snapshot = Library(data).settled()
    if not snapshot.dataset.events:
        return failed(f"no event can be read in {data}; python -m dashboard check {data} says why", 1)
    query = " ".join(f"“{word}”" if " " in word and word.replace(" ", "").isalnum() else word for word in words)
    if len(query) > MAX_TEXT:
        return failed(f"WORDS are too long; write {MAX_TEXT} characters at most", 2)
    if not searched(query):
        return failed("WORDS have no letter, digit or sign; write what to find", 2)
    result = snapshot.find(query)
    if result.meant or not result.hits:
        meant = f" Showing results for “{search.unquoted(result.meant)}”." if result.meant else ""
        print(f"Nothing has “{search.unquoted(query)}”.{meant}")
    for kind, title in HEADINGS.items():
        hits = [hit for hit in result.hits if hit.kind == kind]
        if not hits:
            continue
        print(f"{title} ({len(hits)})")
        for hit in hits if every else hits[:FEW]:
            name = snapshot.dataset.events[hit.id].label if kind == "event" else hit.name
            if kind == "person":
                number = len(snapshot.finder.events_of(name))
                print(f"  {name}, at {counted(number, 'event')}" if number > 1 else f"  {name}")
            else:
                print(f"  {name} [{hit.id}]")
            if hit.sentence and hit.sentence != name:
                print(f"      {hit.sentence}")
        if len(hits) > FEW and not every:
            print(f"  and {len(hits) - FEW} more; --all prints them")
    return 0
