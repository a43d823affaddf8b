"""`links`: test whether the addresses in the data still work."""

import sys
from datetime import date
from pathlib import Path

import click

from dashboard.cli import arguments
from dashboard.cli.messages import failed
from dashboard.cli.output import replaced


@click.command(cls=arguments.Command)
@arguments.folder
@click.option("--json", "target", type=Path, metavar="FILE", help="Also write the result for every address to a file.")
def links(folder: Path, target: Path | None) -> int:
    """Test whether the addresses in the data still work.

    These are the addresses of sources, archived copies, outcomes and organizers. A host gets one request at a time,
    with pauses between. No other command needs a network.
    """
    from dashboard import store
    from dashboard.curation import links

    reading, _ = store.load(folder)
    urls = links.named(reading)
    try:
        with click.progressbar(length=len(urls), show_pos=True, file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
            answers = links.ask_hosts(urls, lambda number, of: bar.update(1))
    except links.NoNetworkError as error:
        return failed(str(error), 3)
    for problem in links.problems(reading, answers):
        print(problem if problem.level == "error" else f"{problem} ({problem.level})")
    print(links.summary(answers))
    if target:
        content = links.as_json(reading, answers, date.today().isoformat()).encode()
        if code := replaced(target, content):
            return code
    return 1 if any(answer.state in links.LOST for answer in answers) else 0
