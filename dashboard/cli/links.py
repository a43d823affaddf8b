"""`links`: ask whether the addresses in the data still work."""

import argparse
import sys
from datetime import date
from pathlib import Path

from dashboard.cli.arguments import folder_argument
from dashboard.cli.messages import failed
from dashboard.cli.output import replaced


def add(commands: argparse._SubParsersAction) -> None:
    """Add the command to the parser."""
    links = commands.add_parser(
        "links",
        help="ask whether the addresses in the data still work",
        description="Ask every address of sources, archived copies, outcomes and organizers whether its page is still "
        "there. A host gets one request at a time, with a pause between. No other command needs a network.",
    )
    links.add_argument("folder", nargs="?", **folder_argument())
    links.add_argument("--json", type=Path, metavar="FILE", help="write what became of every address to a file too")
    links.set_defaults(command=run)


def run(asked: argparse.Namespace) -> int:
    """Run the command and give its exit code."""
    from dashboard import store
    from dashboard.curation import links

    dataset, _ = store.load(asked.folder)
    try:
        answers = links.asked(links.named(dataset), _progress if sys.stderr.isatty() else lambda number, of: None)
    except links.NoNetworkError as error:
        return failed(str(error), 3)
    for problem in links.problems(dataset, answers):
        print(problem if problem.level == "error" else f"{problem} ({problem.level})")
    print(links.summary(answers))
    if asked.json:
        content = links.as_json(dataset, answers, date.today().isoformat()).encode()
        if code := replaced(asked.json, content):
            return code
    return 1 if any(answer.state in links.LOST for answer in answers) else 0


def _progress(number: int, of: int) -> None:
    """Draw a bar on the terminal; the last one ends its line."""
    full = 30 * number // of
    print(f"\r[{'#' * full:<30}] {number} of {of}", end="\n" if number == of else "", file=sys.stderr, flush=True)
