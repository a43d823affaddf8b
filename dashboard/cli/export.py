"""`export`: write data or a chart to a file."""

import argparse
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from dashboard.cli.arguments import Later, folder_argument
from dashboard.cli.messages import failed, note
from dashboard.cli.output import replaced
from dashboard.words.counting import counted
from dashboard.words.spelling import not_known

FACETS = {
    "year": "keep the events that begin in these years",
    "organizer": "keep the events at which one of these, by id, holds a role",
    "role": "keep the events at which somebody holds one of these roles",
    "kind": "keep the events of these kinds",
    "weight": "keep the events of these weights; any for all events; by default main and secondary",
    "together": "keep the events that all of these organized, by id",
}
"""The filters of the page that choose among values, and what each does."""


def add(commands: argparse._SubParsersAction) -> None:
    """Add the command to the parser."""

    def names() -> Iterable[str]:
        from dashboard import exports

        return [*exports.EXPORTS, *exports.PICTURES]

    def values(option: str) -> Callable[[], Iterable[str]]:
        def give() -> Iterable[str]:
            from dashboard import exports

            return exports.OPTIONS[option]

        return give

    export = commands.add_parser(
        "export",
        help="write data or a chart to a file",
        description="Write data or a chart to a file, narrowed by the same filters as the page.",
    )
    export.add_argument("name", choices=Later(names), metavar="NAME", help="one of %(choices)s")
    for facet, meaning in FACETS.items():
        export.add_argument(f"--{facet}", nargs="+", action="extend", default=[], metavar=facet.upper(), help=meaning)
    export.add_argument("--q", default="", metavar="TEXT", help="keep the events whose text holds every word")
    for option, meaning in (
        ("columns", "columns of the matrix"),
        ("sort", "order of the rows of the matrix"),
        ("order", "order of the events in the matrix of what is known"),
    ):
        choices = Later(values(option))
        export.add_argument(f"--{option}", choices=choices, metavar=option.upper(), help=f"{meaning}: %(choices)s")
    export.add_argument("--data", **folder_argument())
    export.add_argument(
        "-o",
        dest="target",
        metavar="FILE",
        help="a file, a folder, or - for the standard output; by default a file here, named by the filters",
    )
    export.set_defaults(command=run)


def run(asked: argparse.Namespace) -> int:
    """Run the command and give its exit code."""
    from dashboard import exports
    from dashboard.frames import filters
    from dashboard.library import Library
    from dashboard.look import captions

    snapshot = Library(asked.data).current()
    if not snapshot.dataset.events:
        return failed(f"no event can be read in {asked.data}; python -m dashboard check {asked.data} says why", 1)
    query = {facet: getattr(asked, facet) for facet in FACETS} | {"q": [asked.q]}
    wanted, unknown = filters.parse(query, snapshot.known)
    if unknown:
        return failed(
            "; ".join(not_known(value, facet, filters.values(snapshot.known, facet)) for facet, value in unknown), 2
        )
    options, _ = exports.parse_options({name: [value] for name in exports.OPTIONS if (value := getattr(asked, name))})
    export = (exports.EXPORTS | exports.PICTURES)[asked.name]
    errors = sum(problem.level == "error" for problem in snapshot.problems)
    if errors:
        note(f"{counted(errors, 'error')} in the data; what cannot be read is left out")
    if snapshot.select(wanted).events.empty:
        note("no event passes these filters")
    try:
        content = export.make(snapshot, wanted, options)
    except exports.PictureError as error:
        return failed(str(error), 1)
    code = _write(content, asked.target, exports.file_name(asked.name, snapshot, wanted))
    hidden = captions.not_shown(snapshot, wanted)
    if not code and hidden and not asked.weight and exports.part_of_all(asked.name, snapshot, wanted):
        note(f"not in the file: {hidden}; add --weight {filters.ANY} for all events")
    return code


def _write(content: bytes, target: str | None, name: str) -> int:
    """Write a file whole or not at all; `target` is a file, a folder, `-` or None, and `name` the name by default."""
    if target == "-":
        sys.stdout.buffer.write(content)
        return 0
    path = Path(target or name)
    path = (path / name if path.is_dir() else path).resolve()
    code = replaced(path, content)
    if not code:
        print(path)
    return code
