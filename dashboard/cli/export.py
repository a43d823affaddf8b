"""`export`: write data or a chart to a file."""

import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

import click

from dashboard.cli import arguments
from dashboard.cli.messages import failed, note
from dashboard.cli.output import replaced
from dashboard.records.addresses import is_site
from dashboard.words.counting import counted
from dashboard.words.spelling import not_known, quoted

Decorated = TypeVar("Decorated", bound="Callable[..., object] | click.Command")

FACETS = {
    "year": "Keep events that begin in these years.",
    "organizer": "Keep events at which one of these organizers has a role. Write ids.",
    "role": "Keep events at which an organizer has one of these roles.",
    "kind": "Keep events of these kinds.",
    "weight": "Keep events of these weights. Write any for all events. The default is main and secondary.",
    "together": "Keep events that all of these organizers organized. Write ids.",
}
"""The filters of the page that choose among values, and what each does."""


def _names() -> Iterable[str]:
    from dashboard import exports

    return [*exports.EXPORTS, *exports.PICTURES]


def _layout(option: str, meaning: str) -> Callable[[Decorated], Decorated]:
    """Make an option of how matrices are laid out."""

    def values() -> Iterable[str]:
        from dashboard import exports

        return exports.OPTIONS[option]

    return click.option(f"--{option}", type=arguments.Word(option, values), metavar=option.upper(), help=meaning)


def _list(context: click.Context, option: click.Parameter, wanted: bool) -> None:
    """Print every file with its purpose, and end."""
    if wanted:
        from dashboard import exports

        every = exports.EXPORTS | exports.PICTURES
        width = max(map(len, every))
        for name, export in every.items():
            print(f"{name:<{width}}  {export.purpose}")
        context.exit()


@click.command(
    cls=arguments.Command,
    params=[arguments.several(f"--{facet}", facet.upper(), meaning) for facet, meaning in FACETS.items()],
)
@click.argument("name", type=arguments.Word("export", _names), metavar="NAME", help="What to write.")
@click.option(
    "--since",
    default="",
    metavar="DATE",
    help="Keep events that may be on this date or after it: 2018, 2018-05, 2018-05-16.",
)
@click.option("--until", default="", metavar="DATE", help="Keep events that may be on this date or before it.")
@click.option("--q", default="", metavar="TEXT", help="Keep events whose text contains every word.")
@_layout("columns", "Columns of the matrix.")
@_layout("sort", "Order of the rows of the matrix.")
@_layout("order", "Order of the events in the matrix of what is known.")
@click.option("--event", metavar="EVENT", help="The id of the event that the file is about.")
@click.option("--accessed", metavar="DAY", help="The day on which you read the page, for a citation: 2026-11-26.")
@click.option(
    "--base-url",
    envvar="DASHBOARD_URL",
    metavar="URL",
    help="The public address of the dashboard, for the links in the file. The default is the one in DASHBOARD_URL; "
    "without it, files have no links to the dashboard.",
)
@click.option("--list", is_flag=True, is_eager=True, expose_value=False, callback=_list, help="List all files.")
@arguments.data
@click.option(
    "-o",
    "target",
    metavar="FILE",
    help="A file, a folder, or - for the standard output. The default is a file in the current folder. "
    "Its name says the filters.",
)
def export(
    name: str,
    since: str,
    until: str,
    q: str,
    data: Path,
    target: str | None,
    columns: str | None,
    sort: str | None,
    order: str | None,
    event: str | None,
    accessed: str | None,
    base_url: str | None,
    **facets: tuple[str, ...],
) -> int:
    """Write data or a chart to a file.

    The filters are the same as on the page. Events without a date stay whatever --since and --until say.
    """
    from dashboard import exports
    from dashboard.frames import filters, span
    from dashboard.library import Library
    from dashboard.look import captions

    snapshot = Library(data).settled()
    if not snapshot.dataset.events:
        return failed(f"no event can be read in {data}; python -m dashboard check {data} says why", 1)
    query: dict[str, Sequence[str]] = {**facets, "since": [since], "until": [until], "q": [q]}
    wanted, unknown = filters.parse(query, snapshot.known)
    faults = [
        not_known(value, facet, filters.values(snapshot.known, facet))
        for facet, value in unknown
        if facet in filters.FACETS
    ]
    faults += [part.words().removesuffix(".") for part in (*span.read(query)[1], *filters.too_long(query))]
    if faults:
        return failed("; ".join(faults), 2)
    base_url = (base_url or "").strip()
    if base_url and not is_site(base_url):
        return failed(arguments.NOT_PUBLIC.format(quoted(base_url)), 2)
    layout = {"columns": columns, "sort": sort, "order": order}
    options, _ = exports.parse_options({option: [value] for option, value in layout.items() if value})
    options |= {"site": base_url.rstrip("/"), "event": event or "", "accessed": accessed or ""}
    export = (exports.EXPORTS | exports.PICTURES)[name]
    errors = sum(problem.level == "error" for problem in snapshot.problems)
    if errors:
        note(f"{counted(errors, 'error')} in the data; the export leaves out what cannot be read")
    if snapshot.select(wanted).events.empty:
        note("no event passes these filters" if len(snapshot.frames.events) else "the data has no events")
    try:
        content = export.make(snapshot, wanted, options)
        default = exports.file_name(name, snapshot, wanted, options)
    except exports.PictureError as error:
        return failed(str(error), 1)
    except exports.OptionError as error:
        return failed(str(error), 2)
    code = _write(content, target, default)
    hidden = captions.not_shown(snapshot, wanted)
    if not code and hidden and not facets["weight"] and exports.part_of_all(name, snapshot, wanted, options):
        note(f"not in the file: {hidden}; add --weight {filters.ANY} for all events")
    return code


def _write(content: bytes, target: str | None, name: str) -> int:
    """Write a whole file or nothing; `target` is a file, a folder, `-` or None, and `name` is the default name."""
    if target == "-":
        sys.stdout.buffer.write(content)
        return 0
    path = Path(target or name)
    path = (path / name if path.is_dir() else path).resolve()
    code = replaced(path, content)
    if not code:
        print(path)
    return code
