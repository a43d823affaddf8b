"""The commands of `python -m dashboard`; the only room that prints. A command is a function giving the exit code."""

import argparse
import os
import shlex
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from itertools import chain
from pathlib import Path

from dashboard import drafts
from dashboard.counting import counted
from dashboard.drafts import FORMS, LISTS, choices
from dashboard.model import Problem
from dashboard.reports import FORMATS
from dashboard.spelling import not_known, quoted

DATA = Path(__file__).parent.parent / "data"


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command: 0 is success, 1 errors in the data, 2 a command that cannot be carried out.

    3 is that `diff --guard` had no history to compare with, because the folder is in no git repository, or that `links`
    had no network.
    """
    for stream in (sys.stdout, sys.stderr):
        # Titles are Cyrillic and Arabic too; a terminal that lacks them must not end the run.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    asked = _parser().parse_args(argv)
    try:
        code = asked.command(asked)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has seen enough; Python must not complain about it at the end either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m dashboard", description="Work on the data of the dashboard.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    check = commands.add_parser(
        "check",
        help="report everything that is wrong in the data files",
        description="Report everything that is wrong in the data files, each with file, line and column.",
    )
    check.add_argument("folder", nargs="?", **_folder_argument())
    check.add_argument(
        "--format", choices=FORMATS, default="text", help="how to write it: %(choices)s (annotations of a pull request)"
    )
    check.add_argument("--strict", action="store_true", help="fail for warnings too")
    check.add_argument("--verbose", action="store_true", help="show how easily each article reads, too")
    check.set_defaults(command=_check, wrong=check.error)
    _add_diff(commands)
    _add_export(commands)
    schema = commands.add_parser(
        "schema",
        help="write what editors and readers need to know of the fields",
        description="Write DIR/schema/*.json for editors, and the tables of fields in DIR/README.md, from the models.",
    )
    schema.add_argument("folder", nargs="?", **_folder_argument())
    schema.set_defaults(command=_schema)
    _add_links(commands)
    _add_new(commands)
    return parser


def _add_links(commands: argparse._SubParsersAction) -> None:
    links = commands.add_parser(
        "links",
        help="ask whether the addresses in the data still work",
        description="Ask every address of sources, archived copies, outcomes and organizers whether its page is still "
        "there. A host gets one request at a time, with a pause between. No other command needs a network.",
    )
    links.add_argument("folder", nargs="?", **_folder_argument())
    links.add_argument("--json", type=Path, metavar="FILE", help="write what became of every address to a file too")
    links.set_defaults(command=_links)


def _add_new(commands: argparse._SubParsersAction) -> None:
    new = commands.add_parser(
        "new",
        help="add an event, an organizer or a source",
        description="Append a record to its file, if it passes the check. In a terminal, what is missing is asked for.",
    )
    nouns = new.add_subparsers(required=True, metavar="NOUN")
    for noun, form in FORMS.items():
        about = f"add {'an' if noun[0] in 'aeiou' else 'a'} {noun} to {form.file}.yaml"
        added = nouns.add_parser(noun, help=about, description=f"{about.capitalize()}.")
        for key in (*form.asked, *form.also):
            meaning = drafts.field_of(form, key).description.replace("%", "%%")
            words = ", ".join(choices(form, key))
            several = {"nargs": "+"} if key in LISTS else {}
            added.add_argument(
                f"--{key.replace('_', '-')}",
                metavar="ORGANIZER:ROLE" if key == "roles" else key.upper(),
                help=f"{meaning} One of: {words}." if words else meaning,
                **several,
            )
        added.add_argument("--data", **_folder_argument())
        added.set_defaults(command=_new, form=form)


def _add_diff(commands: argparse._SubParsersAction) -> None:
    def formats() -> Iterable[str]:
        from dashboard import diff

        return diff.FORMATS

    added = commands.add_parser(
        "diff",
        help="compare two states of the data, field by field",
        description="Compare two states of the data, field by field. Each is a folder or a git revision.",
    )
    added.add_argument("old", nargs="?", metavar="OLD", help="the older state")
    added.add_argument("new", nargs="?", metavar="NEW", help="the newer state; without it the data folder as it is")
    added.add_argument("--format", choices=_Later(formats), metavar="FORMAT", help="how to write it: %(choices)s")
    added.add_argument(
        "--guard",
        nargs="?",
        const="",
        metavar="BASE",
        help="fail where the data as it is lacks an id of BASE, or changed without an entry in CHANGES.yaml; without "
        "BASE that is the newest commit in which the data was different, and ids are looked for in all commits back to "
        "the last tag",
    )
    added.add_argument("--data", **_folder_argument())
    added.set_defaults(command=_diff, wrong=added.error)


class _Later(Collection):
    """Words that another room knows; it is imported when they are asked for, which most commands never do."""

    def __init__(self, words: Callable[[], Iterable[str]]) -> None:
        self.words = words

    def __contains__(self, word: object) -> bool:
        return word in self.words()

    def __iter__(self) -> Iterator[str]:
        return iter(self.words())

    def __len__(self) -> int:
        return len(list(self.words()))


FACETS = {
    "year": "keep the events that begin in these years",
    "organizer": "keep the events at which one of these, by id, holds a role",
    "role": "keep the events at which somebody holds one of these roles",
    "kind": "keep the events of these kinds",
    "weight": "keep the events of these weights; any for all events; by default main and secondary",
    "together": "keep the events that all of these organized, by id",
}
"""The filters of the page that choose among values, and what each does."""


def _add_export(commands: argparse._SubParsersAction) -> None:
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
    export.add_argument("name", choices=_Later(names), metavar="NAME", help="one of %(choices)s")
    for facet, meaning in FACETS.items():
        export.add_argument(f"--{facet}", nargs="+", action="extend", default=[], metavar=facet.upper(), help=meaning)
    export.add_argument("--q", default="", metavar="TEXT", help="keep the events whose text holds every word")
    for option, meaning in (
        ("columns", "columns of the matrix"),
        ("sort", "order of the rows of the matrix"),
        ("order", "order of the events in the matrix of what is known"),
    ):
        choices = _Later(values(option))
        export.add_argument(f"--{option}", choices=choices, metavar=option.upper(), help=f"{meaning}: %(choices)s")
    export.add_argument("--data", **_folder_argument())
    export.add_argument(
        "-o",
        dest="target",
        metavar="FILE",
        help="a file, a folder, or - for the standard output; by default a file here, named by the filters",
    )
    export.set_defaults(command=_export)


def _folder_argument() -> dict:
    return {
        "type": _folder,
        "default": os.environ.get("DASHBOARD_DATA") or str(DATA),
        "metavar": "DIR",
        "help": "the data folder; without it that of DASHBOARD_DATA, else data/ beside the program",
    }


def _folder(text: str) -> Path:
    if not Path(text).is_dir():
        raise argparse.ArgumentTypeError(f'"{text}" is not a folder')
    return Path(text)


def _check(asked: argparse.Namespace) -> int:
    # Rooms are imported by the command that needs them: this one answers in a fraction of a second.
    from dashboard import checks, readability

    if asked.verbose and asked.format != "text":
        asked.wrong("--verbose goes with --format text")
    dataset, problems = checks.read(asked.folder, today=date.today())
    problems = (*problems, *checks.copies(asked.folder, dataset))
    if asked.verbose:
        print(f"{readability.table(readability.readings(dataset))}\n")
    print(FORMATS[asked.format](asked.folder, dataset, problems))
    return 1 if any(problem.level == "error" or asked.strict for problem in problems) else 0


def _diff(asked: argparse.Namespace) -> int:
    from dashboard import diff, history, store

    if (asked.guard is None) == (asked.old is None):
        asked.wrong("name a state to compare with the data as it is, two states, or --guard alone")
    if asked.guard is not None and asked.format:
        asked.wrong("--format goes with two states; what --guard finds is plain text")
    try:
        if asked.guard is not None:
            return _guard(asked)
        sides = [store.contents(_state(asked, side)) for side in (asked.old, asked.new or str(asked.data))]
    except history.HistoryError as error:
        return _failed(str(error), 2)
    unread = [*dict.fromkeys(file for side in sides for file in side.broken)]
    print(diff.FORMATS[asked.format or "text"](diff.differences(*sides), unread))
    return 1 if unread else 0


def _guard(asked: argparse.Namespace) -> int:
    from dashboard import guard, history, store

    name = os.path.basename(os.path.abspath(asked.data))
    new = store.contents(_state(asked, str(asked.data)))
    try:
        states = [(asked.guard, _state(asked, asked.guard))] if asked.guard else history.earlier(asked.data)
        olds = [(commit, store.contents(files)) for commit, files in states]
    except history.NoRepositoryError as error:
        if asked.guard:
            raise
        return _failed(f"{error}, so nothing was compared; name a folder to compare with", 3)
    if not olds:
        print(f"{name}: no earlier state to compare with")
        return 0
    (against, old), *before = olds
    found = [*guard.faults(old, new, name)]
    for _, older in before:
        found += [problem for problem in guard.vanished(older, new, name) if problem not in found]
    for problem in found:
        print(problem)
    if lacking := guard.entries(old, new, date.today()):
        print(f"\nTo be added at the end of {store.CHANGES}, with the reasons:\n\n{lacking}")
    if not asked.guard:
        against = f"the last state that was different, {against[:12]}"
        against += f"; the ids of {counted(len(before), 'earlier state')} looked for" if before else ""
    print(f"{name}: compared with {against}: {counted(len(found), 'fault')}")
    return 1 if found else 0


def _state(asked: argparse.Namespace, side: str) -> Mapping[str, bytes | str]:
    """Read one side of a comparison: a folder, else what git has of the data folder at a revision."""
    from dashboard import history, store

    try:
        folder = Path(side).is_dir()
    except OSError:
        folder = False  # longer than any name of a file
    files = store.found(Path(side)) if folder else history.files(asked.data, side)
    if not any(isinstance(files.get(name), bytes) for name in store.RECORD_FILES):
        raise history.HistoryError(f"{quoted(side)} holds no data files; name a state of the data folder")
    return files


def _links(asked: argparse.Namespace) -> int:
    from dashboard import links, store

    dataset, _ = store.load(asked.folder)
    try:
        answers = links.asked(links.named(dataset), _progress if sys.stderr.isatty() else lambda number, of: None)
    except links.NoNetworkError as error:
        return _failed(str(error), 3)
    for problem in links.problems(dataset, answers):
        print(problem if problem.level == "error" else f"{problem} ({problem.level})")
    print(links.summary(answers))
    if asked.json:
        content = links.as_json(dataset, answers, date.today().isoformat()).encode()
        if code := _replace(asked.json, content):
            return code
    return 1 if any(answer.state in links.LOST for answer in answers) else 0


def _progress(number: int, of: int) -> None:
    """Draw a bar on the terminal; the last one ends its line."""
    full = 30 * number // of
    print(f"\r[{'#' * full:<30}] {number} of {of}", end="\n" if number == of else "", file=sys.stderr, flush=True)


def _schema(asked: argparse.Namespace) -> int:
    import json

    from dashboard import schema, store

    dataset, _ = store.load(asked.folder)
    broken = [file for file in store.RECORD_FILES if (file,) not in dataset.places]
    if broken:
        return _failed(f"{broken[0]} cannot be read; python -m dashboard check {asked.folder} says why", 1)
    wanted = {
        asked.folder / "schema" / f"{name}.json": json.dumps(content, ensure_ascii=False, indent=1) + "\n"
        for name, content in schema.schemas(dataset).items()
    }
    readme = asked.folder / "README.md"
    try:
        if readme.is_file():
            wanted[readme] = schema.with_tables(readme.read_text(encoding="utf-8"))
        (asked.folder / "schema").mkdir(exist_ok=True)
        for path, text in wanted.items():
            if not path.is_file() or path.read_bytes() != text.encode():
                store.replace(path, text.encode())
                print(path)
    except KeyError as error:
        return _failed(f"{readme}: there is no table {error}; correct the marker", 1)
    except OSError as error:
        return _failed(f"{error.filename} cannot be written: {error.strerror}", 1)
    return 0


def _new(asked: argparse.Namespace) -> int:
    form = asked.form
    answers = {key: value for key in (*form.asked, *form.also) if (value := getattr(asked, key))}
    asks = sys.stdin.isatty() and drafts.missing(form, answers)
    try:
        paths, warnings = (_by_questions if asks else drafts.add)(asked.data, form, answers, date.today())
    except (drafts.RefusedError, EOFError, KeyboardInterrupt) as error:
        reason = error if isinstance(error, drafts.RefusedError) else "no more answers"
        if asks:
            _note(f"to go on with these answers: {_with_flags(asked, answers)}")
        return _failed(f"{reason}; nothing was written", 2)
    for path in paths:
        print(path)
    for warning in warnings:
        _note(f"{warning} ({warning.level})")
    if (asked.data / "schema").is_dir():
        return _schema(argparse.Namespace(folder=asked.data))
    return 0


def _by_questions(
    folder: Path, form: drafts.Form, answers: drafts.Answers, today: date
) -> tuple[list[Path], list[Problem]]:
    """Ask for a record until it can be added; an answer for which it is refused is asked for again, the others stay."""
    from dashboard import store

    while True:
        drafts.fill(form, answers, lambda: store.load(folder)[0], input, _note)
        try:
            return drafts.add(folder, form, answers, today)
        except drafts.RefusedError as error:
            if error.key not in form.asked:
                raise
            _note(f"{error}; please answer again")
            answers.pop(error.key, None)


def _with_flags(asked: argparse.Namespace, answers: drafts.Answers) -> str:
    """Write the command that has these answers as flags."""
    noun = next(noun for noun, form in FORMS.items() if form is asked.form)
    flags = [
        [f"--{key.replace('_', '-')}", *([value] if isinstance(value, str) else value)]
        for key, value in answers.items()
    ]
    return shlex.join(["python", "-m", "dashboard", "new", noun, *chain(*flags), "--data", str(asked.data)])


def _export(asked: argparse.Namespace) -> int:
    from dashboard import exports, filters, linked
    from dashboard.library import Library

    snapshot = Library(asked.data).current()
    if not snapshot.dataset.events:
        return _failed(f"no event can be read in {asked.data}; python -m dashboard check {asked.data} says why", 1)
    query = {facet: getattr(asked, facet) for facet in FACETS} | {"q": [asked.q]}
    wanted, unknown = filters.parse(query, snapshot.known)
    if unknown:
        return _failed(
            "; ".join(not_known(value, facet, filters.values(snapshot.known, facet)) for facet, value in unknown), 2
        )
    options, _ = exports.parse_options({name: [value] for name in exports.OPTIONS if (value := getattr(asked, name))})
    export = (exports.EXPORTS | exports.PICTURES)[asked.name]
    errors = sum(problem.level == "error" for problem in snapshot.problems)
    if errors:
        _note(f"{counted(errors, 'error')} in the data; what cannot be read is left out")
    if snapshot.select(wanted).events.empty:
        _note("no event passes these filters")
    try:
        content = export.make(snapshot, wanted, options)
    except exports.PictureError as error:
        return _failed(str(error), 1)
    code = _write(content, asked.target, exports.file_name(asked.name, snapshot, wanted))
    hidden = linked.not_shown(snapshot, wanted)
    if not code and hidden and not asked.weight and exports.part_of_all(asked.name, snapshot, wanted):
        _note(f"not in the file: {hidden}; add --weight {filters.ANY} for all events")
    return code


def _write(content: bytes, target: str | None, name: str) -> int:
    """Write a file whole or not at all; `target` is a file, a folder, `-` or None, and `name` the name by default."""
    if target == "-":
        sys.stdout.buffer.write(content)
        return 0
    path = Path(target or name)
    path = (path / name if path.is_dir() else path).resolve()
    code = _replace(path, content)
    if not code:
        print(path)
    return code


def _replace(path: Path, content: bytes) -> int:
    """Write a file whole or not at all, and say where that fails."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)  # a pipe or a device cannot be replaced
        else:
            part.write_bytes(content)
            part.replace(path)
    except OSError as error:
        return _failed(f"{path} cannot be written: {error.strerror}", 1)
    finally:
        with suppress(OSError):
            part.unlink()
    return 0


def _failed(message: str, code: int) -> int:
    _note(message)
    return code


def _note(message: str) -> None:
    print(f"python -m dashboard: {message}", file=sys.stderr)
