"""`schema`: write what editors and readers need to know of the fields."""

import argparse

from dashboard.cli.arguments import folder_argument
from dashboard.cli.messages import failed


def add(commands: argparse._SubParsersAction) -> None:
    """Add the command to the parser."""
    schema = commands.add_parser(
        "schema",
        help="write what editors and readers need to know of the fields",
        description="Write DIR/schema/*.json for editors, and the tables of fields in DIR/README.md, from the models.",
    )
    schema.add_argument("folder", nargs="?", **folder_argument())
    schema.set_defaults(command=run)


def run(asked: argparse.Namespace) -> int:
    """Run the command and give its exit code."""
    import json

    from dashboard import store
    from dashboard.curation import schema

    dataset, _ = store.load(asked.folder)
    broken = [file for file in store.RECORD_FILES if (file,) not in dataset.places]
    if broken:
        return failed(f"{broken[0]} cannot be read; python -m dashboard check {asked.folder} says why", 1)
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
        return failed(f"{readme}: there is no table {error}; correct the marker", 1)
    except OSError as error:
        return failed(f"{error.filename} cannot be written: {error.strerror}", 1)
    return 0
