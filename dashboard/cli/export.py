"""`export`: write data or a chart to a file."""

import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

import click

from dashboard.cli import arguments
from dashboard.cli.messages import failed, note
from dashboard.cli.output import replaced
from dashboard.words.counting import counted
from dashboard.words.spelling import not_known

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


@click.command(
    cls=arguments.Command,
    params=[arguments.several(f"--{facet}", facet.upper(), meaning) for facet, meaning in FACETS.items()],
)
@click.argument("name", type=arguments.Word("export", _names), metavar="NAME", help="What to write.")
@click.option("--q", default="", metavar="TEXT", help="Keep events whose text contains every word.")
@_layout("columns", "Columns of the matrix.")
@_layout("sort", "Order of the rows of the matrix.")
@_layout("order", "Order of the events in the matrix of what is known.")
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
    q: str,
    data: Path,
    target: str | None,
    columns: str | None,
    sort: str | None,
    order: str | None,
    **facets: tuple[str, ...],
) -> int:
    """Write data or a chart to a file.

    The filters are the same as on the page.
    """
    from dashboard import exports
    from dashboard.frames import filters
    from dashboard.library import Library
    from dashboard.look import captions

    snapshot = Library(data).settled()
    if not snapshot.dataset.events:
        return failed(f"no event can be read in {data}; python -m dashboard check {data} says why", 1)
    query: dict[str, Sequence[str]] = {**facets, "q": [q]}
    wanted, unknown = filters.parse(query, snapshot.known)
    if unknown:
        return failed(
            "; ".join(not_known(value, facet, filters.values(snapshot.known, facet)) for facet, value in unknown), 2
        )
    layout = {"columns": columns, "sort": sort, "order": order}
    options, _ = exports.parse_options({option: [value] for option, value in layout.items() if value})
    export = (exports.EXPORTS | exports.PICTURES)[name]
    errors = sum(problem.level == "error" for problem in snapshot.problems)
    if errors:
        note(f"{counted(errors, 'error')} in the data; the export leaves out what cannot be read")
    if snapshot.select(wanted).events.empty:
        note("no event passes these filters")
    try:
        content = export.make(snapshot, wanted, options)
    except exports.PictureError as error:
        return failed(str(error), 1)
    code = _write(content, target, exports.file_name(name, snapshot, wanted))
    hidden = captions.not_shown(snapshot, wanted)
    if not code and hidden and not facets["weight"] and exports.part_of_all(name, snapshot, wanted):
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
